"""Memory of the desk over eight hours of a demo day, accelerated: flat after the first hour."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from commandcenter.app import open_center
from commandcenter.geo.demo import load_demo
from commandcenter.intake.simulator import Simulator
from commandcenter.services.desk import Desk
from tests.bench.report import figure, folder
from tests.bench.room import application, live, note, show
from tests.bench.screen import bench_on_screen
from ui.desk import OpenDesk, open_desk
from ui.tour.clock import TourClock

HOURS, MINUTES = 8.0, 8.0
"""Simulated, and on the wall."""
START = "2025-10-14 08:00"
SAMPLES_AN_HOUR = 6
MOST = 1.05
PANELS = ("case", "charts", "find", "dispatch", "intake", "roster", "queue")


@dataclass(frozen=True, slots=True)
class Sample:
    """Simulated hours, and MB resident: of the desk, and of the processes of its map."""

    hour: float
    desk: float
    map: float


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.memory")


def measure(hours: float = HOURS, minutes: float = MINUTES, map_too: bool = True) -> None:
    """The street's day by itself, a hand that looks at cases and panels; a sample in between."""
    app = application()
    pace = hours * 60 / minutes
    note(f"{hours:.0f} simulated hours in {minutes:.0f} minutes")
    place = Path(tempfile.mkdtemp(dir=folder()))
    clock = TourClock(START[:10], START, pace)
    try:
        center = open_center(place / "desk", now=clock, program="bench")
        desk = open_desk(center, settings_folder=place / "desk", person="dispatch-1", now=clock)
        try:
            show(desk, map_too)
            found = _day(desk, center.desk, minutes * 60, hours, pace)
        finally:
            desk.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        shutil.rmtree(place)
    _tell(found)
    del app


def _day(desk: OpenDesk, core: Desk, seconds: float, hours: float, pace: float) -> list[Sample]:
    """Let the day pass; a sample every ten simulated minutes."""
    ended = threading.Event()
    people = Simulator(core, load_demo(), speed=1.0, hands_off=True)

    def play() -> None:
        while not ended.wait(0.5):
            people.step(core.now())

    thread = threading.Thread(target=play)
    thread.start()
    dice, began, found = random.Random(8), time.monotonic(), [_sample(0.0)]
    try:
        while (passed := time.monotonic() - began) < seconds:
            _look(desk, dice)
            hour = passed * pace / 3600
            if hour - found[-1].hour >= 1 / SAMPLES_AN_HOUR:
                found.append(_sample(hour))
    finally:
        ended.set()
        thread.join()
    return [*found, _sample(hours)]


def _look(desk: OpenDesk, dice: random.Random) -> None:
    """What a hand does in half a second: down the queue, another panel, a letter in the filter."""
    view = desk.queue.view
    for _ in range(3):
        QTest.keyClick(view, dice.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown)))
        live(0.1)
    desk.window.go(dice.choice(PANELS))
    live(0.2)


def _sample(hour: float) -> Sample:
    mine = os.getpid()
    return Sample(hour, _resident(mine), sum(_resident(one) for one in _below(mine)))


def _resident(process: int) -> float:
    """MB that are its own and written; pages of a file, which may go at any time, are not.

    0 when it has ended.
    """
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    rows = (line.split() for line in text.splitlines())
    return sum(int(row[1]) for row in rows if row[0] == "Private_Dirty:") / 1024


def _below(process: int) -> list[int]:
    """Every process that came of this one."""
    found = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found += [child, *_below(child)]
    return found


def _tell(found: list[Sample]) -> None:
    later = [one for one in found if one.hour >= 1.0]
    for hour in range(0, int(found[-1].hour) + 1):
        at = min(found, key=lambda one: abs(one.hour - hour))
        note(f"{at.hour:.1f} h: desk {at.desk:.0f} MB, map {at.map:.0f} MB")
    first, last = later[0], later[-1]
    figure("memory_after_first_hour", first.desk, "MB")
    figure("memory_after_last_hour", last.desk, "MB")
    figure("memory_most", max(one.desk for one in later), "MB")
    figure("memory_ratio", last.desk / first.desk, "x")
    figure("memory_map_first", first.map, "MB")
    figure("memory_map_last", last.map, "MB")
    figure("memory_limit", MOST, "x")


if __name__ == "__main__":
    measure()
