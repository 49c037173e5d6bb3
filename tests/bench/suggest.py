"""From a key to what it suggests, painted, while a call is taken in: on a million cases.

Duplicates and earlier cases come from the Desk, items from the catalogue, a place tells grid and
staff.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.app import open_center
from commandcenter.geo.demo import load_demo
from tests.bench.million import START, TOTAL, million
from tests.bench.report import figure, folder, quantile
from tests.bench.room import application, live, note, show, until
from tests.bench.screen import bench_on_screen
from tests.fakes import SetClock
from ui.desk import OpenDesk, open_desk

CALLS, LETTERS = 12, 14
MOST_MS = 100.0
ITEMS = ("bl", "dl", "wf", "ss", "zs", "gg", "01", "04")
PACE = 0.02
"""Seconds between two keys: nobody types faster, and the Desk gets no rest."""


class Painted(QObject):
    """When a widget was last painted to the end."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the widget paint by itself, then take the time."""
        if isinstance(event, QPaintEvent):
            QApplication.instance().postEvent(self, QEvent(QEvent.Type.User))
        return False

    def event(self, event: QEvent) -> bool:
        """What is posted while a widget paints comes when it is painted."""
        if event.type() == QEvent.Type.User:
            self.at = time.perf_counter()
        return super().event(event)


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.suggest")


def measure(total: int = TOTAL, calls: int = CALLS, map_too: bool = True) -> None:
    """Take calls in letter by letter; a bare letter painted in the same field is the reference."""
    app = application()
    note(f"{total:,} cases")
    center = open_center(million(total), now=SetClock(START), program="bench")
    desk = open_desk(center, settings_folder=folder() / "suggest", person="intake-1")
    try:
        show(desk, map_too)
        desk.window.activateWindow()
        QTest.qWaitForWindowActive(desk.window)
        desk.window.go("intake")
        live(1.0)
        spent: dict[str, list[float]] = {"duplicates": [], "item": [], "place": [], "bare": []}
        dice, reports = random.Random(4), load_demo().reports
        for _ in range(calls):
            _take(desk, dice.choice(reports), dice, spent)
    finally:
        desk.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for name, values in spent.items():
        figure(f"suggest_{name}_p50", quantile(values, 0.5), "ms")
        figure(f"suggest_{name}_p95", quantile(values, 0.95), "ms")
    ratio = quantile(spent["duplicates"], 0.95) / quantile(spent["bare"], 0.95)
    figure("suggest_duplicates_p95_ratio", ratio, "x")
    figure("suggest_limit", MOST_MS, "ms")
    del app


def _take(
    desk: OpenDesk, report: object, dice: random.Random, spent: dict[str, list[float]]
) -> None:
    """One call: its item, its place, its words; then the form is emptied."""
    form, beside = desk.intake.form, desk.intake.beside
    form.clear()
    item, painted = form.item.line, Painted(form.item.list.viewport())
    item.setFocus()
    for letter in dice.choice(ITEMS):
        spent["item"].append(_until(lambda letter=letter: _type(item, letter), painted))
    form.item.step(0)
    form.item.take_marked()
    facts = Painted(form.facts)
    lon = report.lon + dice.uniform(-0.003, 0.003)
    lat = report.lat + dice.uniform(-0.003, 0.003)
    spent["place"].append(_until(lambda: desk.intake.place_at(lon, lat), facts))
    form.words.setFocus()
    live(0.5)
    words, shown = Painted(form.words.viewport()), Painted(beside)
    told: list[float] = []
    beside.marked.connect(lambda: told.append(time.perf_counter()))
    for letter in report.text[:LETTERS]:
        told.clear()
        began = time.perf_counter()
        spent["bare"].append(_until(lambda letter=letter: _type(form.words, letter), words))
        until("the answer", lambda: bool(told))
        beside.update()
        until("its paint", lambda began=began: shown.at > max(told[0], began))
        spent["duplicates"].append((shown.at - began) * 1000)
        live(PACE)
    for one in (painted, facts, words, shown):
        one.deleteLater()
    beside.marked.disconnect()
    beside.marked.connect(desk.intake._refresh)


def _until(deed: Callable[[], None], painted: Painted) -> float:
    """Milliseconds from the deed to the end of the paint that follows."""
    began = time.perf_counter()
    deed()
    until("the paint", lambda: painted.at > began)
    return (painted.at - began) * 1000


def _type(widget: QWidget, letter: str) -> None:
    """One letter as a key with a text, which an input method or a keyboard gives."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


if __name__ == "__main__":
    measure()
