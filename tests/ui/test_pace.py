"""Calm draws at once and once more for all that came; what awaits a paint comes after it."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.pace import Calm, Collector, Painted


class Sheet(QWidget):
    """Notes that it was painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def paintEvent(self, event: QPaintEvent) -> None:
        self._told.append("painted")


def test_many_wishes_are_one_drawing_at_once_and_one_after(qtbot: QtBot) -> None:
    owner, drawn = QObject(), []
    calm = Calm(lambda: drawn.append(len(drawn)), 50, owner)
    for _ in range(20):
        calm.want()
    assert drawn == [0]
    qtbot.waitUntil(lambda: drawn == [0, 1])
    calm.stop()


def test_what_was_wanted_is_not_drawn_after_a_stop(qtbot: QtBot) -> None:
    owner, drawn, later = QObject(), [], []
    calm, other = Calm(lambda: drawn.append(1), 10, owner), Calm(lambda: later.append(1), 30, owner)
    for one in (calm, calm, other, other):
        one.want()
    calm.stop()
    qtbot.waitUntil(lambda: len(later) == 2)
    assert drawn == [1]


def test_what_awaits_a_paint_comes_once_after_it(qtbot: QtBot) -> None:
    told: list[str] = []
    sheet = Sheet(told)
    qtbot.addWidget(sheet)
    sheet.show()
    Painted(sheet, lambda: told.append("called"))
    qtbot.waitUntil(lambda: "called" in told)
    assert told[0] == "painted"
    told.clear()
    sheet.repaint()
    sheet.repaint()
    assert told == ["painted", "painted"]


def test_what_awaits_a_paint_comes_without_one_where_nothing_is_seen(qtbot: QtBot) -> None:
    told: list[str] = []
    sheet = Sheet(told)
    qtbot.addWidget(sheet)
    Painted(sheet, lambda: told.append("called"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["called"]


def test_leftovers_go_on_the_gui_thread_though_a_worker_makes_more(qtbot: QtBot) -> None:
    owner, gone, before = QObject(), [], gc.isenabled()
    gc.collect()
    collector = Collector(owner)
    try:
        worker = threading.Thread(target=_leave, args=(gone, 20 * gc.get_threshold()[0]))
        worker.start()
        worker.join()
        assert gone == [], "a worker destroys nothing"
        collector.begin()
        qtbot.waitUntil(lambda: bool(gone))
        assert set(gone) == {threading.get_ident()}
    finally:
        collector.stop()
    assert gc.isenabled() is before


def _leave(gone: list[int], many: int) -> None:
    """Cycles that nobody holds: each tells the thread on which it goes."""
    for _ in range(many):
        knot = Knot(gone)
        knot.own = knot


class Knot:
    """Holds itself."""

    def __init__(self, gone: list[int]) -> None:
        self.own: Knot | None = None
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())
