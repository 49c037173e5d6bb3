"""A new day's demo knows what people were used to the day before, and nothing of what was typed."""

from __future__ import annotations

from pathlib import Path

from ui import kept
from ui.habits import Habits
from ui.kept import Kept
from ui.opening import inherit


def test_the_last_day_is_inherited_once(tmp_path: Path) -> None:
    for day, language in (("2026-11-20", ""), ("2026-11-21", "en")):
        (tmp_path / day).mkdir()
        kept.save(tmp_path / day, Kept(language=language))
        Habits(tmp_path / day / "habits").keep("lead-1", "keys", {"case.note": "F12"})
        (tmp_path / day / "drafts.bin").write_bytes(b"typed")
    today = tmp_path / "2026-11-22"
    inherit(today)
    assert kept.load(today).language == "en"
    assert Habits(today / "habits").get("lead-1", "keys", {}) == {"case.note": "F12"}
    assert not (today / "drafts.bin").exists()
    kept.save(today, Kept(language="zh_CN"))
    inherit(today)
    assert kept.load(today).language == "zh_CN"


def test_the_first_day_has_nothing_to_inherit(tmp_path: Path) -> None:
    inherit(tmp_path / "demo" / "2026-11-22")
    assert not (tmp_path / "demo").exists()
    (tmp_path / "2026-11-21").mkdir()
    inherit(tmp_path / "2026-11-22")
    assert not (tmp_path / "2026-11-22").exists()


def test_a_folder_of_ones_own_choice_inherits_from_nobody(tmp_path: Path) -> None:
    for name in ("2026-11-21", "desk"):
        (tmp_path / name).mkdir()
        kept.save(tmp_path / name, Kept(language="en"))
    inherit(tmp_path / "mine")
    assert not (tmp_path / "mine").exists()
