"""Plans as files: what another street wrote is checked, and what this one lacks is named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from commandcenter.domain.plan import EventKind, LevelPlan, Response, default_levels
from commandcenter.domain.refusal import Refusal
from commandcenter.intake.plans import read_plan, write_plan
from commandcenter.services.checklists import default_checklists

FIRE = EventKind.FIRE
LEVELS = default_levels({Response.II: (("a", "b"), ("c",))}, default_checklists(FIRE))


def written(folder: Path, levels: tuple[LevelPlan, ...] = LEVELS) -> Path:
    file = folder / "plan.json"
    write_plan(file, FIRE, "火灾预案", levels)
    return file


def changed(file: Path, **more: Any) -> Path:
    data = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**data, **more}), "utf-8")
    return file


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    found = read_plan(written(tmp_path), {"a", "b", "c"}, set())
    assert (found.kind, found.name, found.strange) == (FIRE, "火灾预案", ())
    assert {one.level: one.waves for one in found.levels} == {
        one.level: one.waves for one in LEVELS
    }
    for old, new in zip(LEVELS, found.levels, strict=True):
        assert {one.post: one.lines for one in old.checklists} == {
            one.post: one.lines for one in new.checklists
        }


def test_teams_and_patterns_of_another_street_are_left_out_and_named(tmp_path: Path) -> None:
    levels = (*LEVELS[:2], replace(LEVELS[2], pattern="theirs"), LEVELS[3])
    found = read_plan(written(tmp_path, levels), {"b"}, {"ours"})
    assert set(found.strange) == {"a", "c", "theirs"}
    ii = next(one for one in found.levels if one.level is Response.II)
    assert ii.waves == (("b",),) and ii.pattern is None


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"format": "else/1"}, "plan_file_unreadable"),
        ({"kind": "war"}, "plan_file_unreadable"),
        ({"levels": [{"level": "iv"}]}, "plan_unreadable"),
        ({"levels": []}, "plan_empty"),
    ],
)
def test_a_file_that_cannot_stand_is_refused(
    tmp_path: Path, more: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refusal) as said:
        read_plan(changed(written(tmp_path), **more), set(), set())
    assert said.value.code == code


@pytest.mark.parametrize(
    ("name", "value"),
    [("report_minutes", float("inf")), ("answer_minutes", "soon"), ("waves", 3), ("layers", ["x"])],
)
def test_a_level_that_is_none_is_refused(tmp_path: Path, name: str, value: Any) -> None:
    file = written(tmp_path)
    data = json.loads(file.read_text("utf-8"))
    data["levels"][0][name] = value
    with pytest.raises(Refusal) as said:
        read_plan(changed(file, levels=data["levels"]), set(), set())
    assert said.value.code == "plan_unreadable"


def test_a_level_that_cannot_stand_is_refused_by_its_own_words(tmp_path: Path) -> None:
    file = written(tmp_path)
    data = json.loads(file.read_text("utf-8"))
    data["levels"][0]["confirm"] = []
    with pytest.raises(Refusal) as said:
        read_plan(changed(file, levels=data["levels"]), set(), set())
    assert said.value.code == "plan_confirm_missing"


@pytest.mark.parametrize("text", ["", "no", "[]", "\x00", "[" * 100_000])
def test_what_is_no_plan_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "plan.json"
    file.write_text(text, "utf-8")
    with pytest.raises(Refusal) as said:
        read_plan(file, set(), set())
    assert said.value.code == "plan_file_unreadable"
    with pytest.raises(Refusal):
        read_plan(tmp_path / "none.json", set(), set())
