"""What a person is used to at a seat: kept by person, whole or as usual."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.habits import SEAT, Habits


def test_each_person_has_habits_of_their_own_after_a_restart(tmp_path: Path) -> None:
    habits = Habits(tmp_path / "habits")
    habits.keep("d-1", "views", [{"name": "我的"}])
    habits.keep(SEAT, "density", "large")
    again = Habits(tmp_path / "habits")
    assert again.get("d-1", "views", []) == [{"name": "我的"}]
    assert again.get("d-2", "views", []) == []
    assert again.get(SEAT, "density", "normal") == "large"


def test_what_is_forgotten_is_as_usual(tmp_path: Path) -> None:
    habits = Habits(tmp_path)
    habits.keep("d-1", "views", ["a"])
    habits.keep("d-1", "views", None)
    assert Habits(tmp_path).get("d-1", "views", []) == []


@pytest.mark.parametrize("text", ["{", "[]", '"x"', "\x00", "[" * 100_000, '{"views": 3}'])
def test_a_broken_file_is_put_aside_and_all_is_as_usual(tmp_path: Path, text: str) -> None:
    (tmp_path / "d-1.json").write_text(text, encoding="utf-8")
    habits = Habits(tmp_path)
    assert habits.get("d-1", "views", []) == []
    assert (tmp_path / "d-1.broken").exists() == ("views" not in text)
    habits.keep("d-1", "views", ["b"])
    assert Habits(tmp_path).get("d-1", "views", []) == ["b"]


def test_an_id_is_no_path(tmp_path: Path) -> None:
    habits = Habits(tmp_path / "in")
    habits.keep("../out", "views", ["a"])
    assert not (tmp_path / "out.json").exists()
    assert Habits(tmp_path / "in").get("../out", "views", []) == ["a"]


def test_without_a_folder_they_last_as_long_as_the_window() -> None:
    habits = Habits()
    habits.keep("d-1", "views", ["a"])
    assert habits.get("d-1", "views", []) == ["a"]
