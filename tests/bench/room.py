"""The real window on a temporary demo street with open cases, for benches of the screen."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from commandcenter.app import open_center
from commandcenter.domain.commands import DispatchCase, FileCase, Reason, ReportCase
from commandcenter.domain.task import TaskKind
from commandcenter.geo.demo import load_demo
from commandcenter.services.desk import Desk
from tests.bench.report import folder
from ui.app import make_application
from ui.desk import OpenDesk, open_desk
from ui.pace import settle

PATIENCE = 120.0
REASONS = (Reason(code="no_power", words="无人认领，先行处置"),)
SIZE = (1920, 1000)


def application() -> QApplication:
    """The application as the program makes it; the one that is there if there is one."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else make_application("zh")


@contextmanager
def open_window(cases: int, waiting: int = 0) -> Iterator[OpenDesk]:
    """A window with so many open cases, some dispatched, and reports waiting in the inbox."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        center = open_center(place / "desk", program="bench")
        fill(center.desk, cases, waiting)
        desk = open_desk(center, settings_folder=place / "desk")
        try:
            yield desk
        finally:
            desk.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        shutil.rmtree(place)


def show(desk: OpenDesk, map_too: bool = True) -> None:
    """Show the window and wait until it lives."""
    come: set[str] = set()
    desk.loaded.connect(lambda: come.add("queue"))
    desk.map_ready.connect(lambda: come.add("map"))
    desk.window.resize(*SIZE)
    desk.window.show()
    desk.start()
    until("the queue", lambda: "queue" in come)
    until("the charts", lambda: desk.charts.charts)
    if map_too:
        until("the map", lambda: "map" in come)
        settle()


def fill(desk: Desk, cases: int, waiting: int) -> None:
    """Take reports in, file them, send two of three."""
    dice, reports = random.Random(11), load_demo().reports
    for number in range(cases + waiting):
        found = reports[number % len(reports)]
        case = desk.do(
            ReportCase(
                item=found.item,
                source=found.source,
                words=found.text,
                place=f"{found.address}{number}号",
                lon=found.lon + dice.uniform(-0.002, 0.002),
                lat=found.lat + dice.uniform(-0.002, 0.002),
            ),
            "intake-1",
        ).subject
        if number < cases:
            desk.do(FileCase(case=case, seen=1), "lead-1")
            if number % 3:
                desk.do(send(case, 2), "dispatch-1")


def send(case: str, seen: int) -> DispatchCase:
    """The command that gives a case to the sanitation unit."""
    return DispatchCase(
        case=case, seen=seen, lead_unit="sanitation", kind=TaskKind.HANDLE, reasons=REASONS
    )


def until(what: str, holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Let the window live until something holds; TimeoutError when it does not come."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(what)
        live(0.01)


def live(seconds: float) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def note(text: str) -> None:
    """A word for the person who waits, on stderr."""
    print(f"  {text}", file=sys.stderr, flush=True)
