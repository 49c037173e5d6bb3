"""Opens a desk on a fresh folder, plays the day, closes it, proves it on a second Desk."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.app import open_center
from commandcenter.domain.journal import Entry
from ui.app import make_application
from ui.arguments import LINE, Arguments
from ui.desk import OpenDesk
from ui.message import Kind
from ui.tour import day_a, day_b, day_c, day_d, day_e
from ui.tour.clock import TourClock
from ui.tour.hands import TourFault
from ui.tour.record import Record
from ui.tour.scene import STREET, Day, all_entries
from ui.tour.stage import Stage

DAYS: dict[str, Day] = {"A": day_a, "B": day_b, "C": day_c, "D": day_d, "E": day_e}
PATIENCE_MS = 30_000


def run(given: Arguments) -> int:
    """Play and prove; the exit code is 0 only if nothing was found wrong."""
    assert given.tour is not None
    day = DAYS[given.day]
    record, clock = Record(given.tour, given.day, given.by), TourClock(day.DAY, day.START)
    with tempfile.TemporaryDirectory(prefix="cc-tour-", ignore_cleanup_errors=True) as folder:
        case, entries = _show(given, day, record, Path(folder), clock)
        if not record.closing:
            record.closing += _prove(day, Path(folder), case, clock)
    record.write(entries)
    for fault in record.faults:
        print(f"FAULT {fault}", file=sys.stderr)
    print(f"{len(record.steps)} steps, {len(record.faults)} faults, pictures in {given.tour}")
    return 1 if record.faults else 0


def _show(
    given: Arguments, day: Day, record: Record, folder: Path, clock: TourClock
) -> tuple[str, list[Entry]]:
    app = make_application(given.language)
    stage = None
    with day.opened(folder, clock, given.theme or "dark") as scene:
        try:
            _raise(scene.desk, given, app)
            stage = Stage(scene, clock, record, by_line=given.by == LINE)
            day.play(stage)
        except TourFault as fault:
            record.closing.append(str(fault))
        except Exception:
            record.closing.append(traceback.format_exc())
        entries = all_entries(scene.street)
        record.closing += [f"bug: {one}" for one in _bugs(scene.desk)]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return (stage.case if stage else ""), entries


def _raise(desk: OpenDesk, given: Arguments, app: QApplication) -> None:
    """Show the window and wait until queue and map are there."""
    ready: list[str] = []
    desk.loaded.connect(lambda: ready.append("queue"))
    desk.map_ready.connect(lambda: ready.append("map"))
    desk.window.bugs.install()
    room = app.primaryScreen().size()
    wide, high = given.size or (min(room.width(), 1920), min(room.height(), 1080))
    desk.window.resize(wide, high)
    desk.window.move(0, 0)
    desk.window.show()
    desk.window.resize(wide, high)
    desk.window.activateWindow()
    if not QTest.qWaitForWindowActive(desk.window, 10_000):
        raise TourFault("the window does not become active")
    desk.start()
    waited = 0
    while len(ready) < 2:
        QTest.qWait(10)
        waited += 10
        if waited > PATIENCE_MS:
            raise TourFault(f"only {ready} came within {PATIENCE_MS} ms")


def _bugs(desk: OpenDesk) -> list[str]:
    desk.window.bugs.uninstall()
    return [one.text for one in desk.window.messages.history if one.kind is Kind.BUG]


def _prove(day: Day, folder: Path, case: str, clock: TourClock) -> list[str]:
    street = open_center(folder / STREET, now=clock, program="proof")
    try:
        return list(day.prove(street, case))
    finally:
        street.close()
