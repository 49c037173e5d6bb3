"""Whole days through the visible window, as ./start plays them; a tour's checks can fail."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from ui.tour.clock import TourClock
from ui.tour.record import Record

ROOT = Path(__file__).resolve().parents[2]
DAYS = {
    "A": (17, ("汽油",)),
    "B": (27, ("学生经过", "拉警戒带", "河岸基础", "东侧路", "设计加固")),
    "C": (22, ("王000", "1380000", "没过路沿", "断线时：", "排水队已到场")),
    "D": (15, ("行人绕行", "13800005678", "钱晓芸")),
    "E": (22, ("13800005678", "钱晓芸", "楼下商铺", "音响", "限期解决", "三部门")),
}
"""The steps of each day, and words of its callers that no journal may hold."""


BY_LINE = ("A", "B", "E")
"""The days that are also played by typed lines; C and D are by hand, their verbs are tested alone
(tests/ui/test_line_deeds.py)."""


@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    ("day", "by"), [*((day, "keys") for day in DAYS), *((day, "line") for day in BY_LINE)]
)
def test_a_day_is_played_through_the_visible_window(day: str, by: str, tmp_path: Path) -> None:
    steps, private = DAYS[day]
    if shutil.which("Xvfb") is None:
        pytest.fail("Xvfb is missing: ./check installs it")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("QT_QPA", "DISPLAY"))}
    env |= {"XDG_DATA_HOME": str(tmp_path / "home"), "PYTEST_QT_API": ""}
    played = subprocess.run(
        [
            ROOT / "start",
            "--tour",
            tmp_path / "tour",
            "--day",
            day,
            "--by",
            by,
            "--size",
            "1366x768",
        ],
        env=env,
        capture_output=True,
        text=True,
        timeout=220,
    )
    assert played.returncode == 0, played.stdout + played.stderr[-3000:]
    told = (tmp_path / "tour" / "tour.md").read_text(encoding="utf-8")
    assert "No fault was found." in told
    pictures = sorted(path.name for path in (tmp_path / "tour").glob("*.png"))
    assert pictures == [f"{number:02d}.png" for number in range(1, steps + 1)]
    lines = (tmp_path / "tour" / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(one) for one in lines]
    assert [one["seq"] for one in entries] == list(range(1, len(entries) + 1))
    text = "\n".join(lines)
    assert [one for one in private if one in text] == [], "the journal holds words of a call"


def test_a_fault_is_told_and_ends_in_a_failing_record(tmp_path: Path) -> None:
    record = Record(tmp_path)
    step = record.begin("a step", "10:00")
    step.faults.append("the map shows only 1 colours")
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    record.end(step, picture)
    record.write([])
    assert record.faults == ["1 a step: the map shows only 1 colours"]
    assert "FAULT 1 a step" in (tmp_path / "tour.md").read_text(encoding="utf-8")


def test_the_clock_runs_compressed_and_never_backwards() -> None:
    clock = TourClock("2019-07-11", "09:58")
    first = clock()
    clock.set("10:30")
    later = clock()
    clock.set("10:00")
    assert (later - first).total_seconds() >= 31 * 60 and clock() >= later
    clock.set("2019-07-13 06:00")
    clock.set("06:10")
    assert (clock() - first).total_seconds() >= (2 * 24 - 3) * 3600 - 48 * 60
