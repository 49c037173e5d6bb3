"""Filter and sort of 5,000 open cases: from a key press to the rows painted in the real window."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.report import figure, quantile
from tests.bench.room import application, live, note, open_window, show, until
from tests.bench.screen import bench_on_screen
from ui.desk import OpenDesk

CASES, WAITING = 5000, 20
ROUNDS, WARM = 40, 4
MOST_MS = 50.0
WORDS = ("垃圾", "7号", "98号", "-0041", "待签", "处置", "环卫 3号", "路")
"""What is typed letter by letter and taken back, whole where it was not cleared."""
TURN, NEXT = Qt.Key.Key_Backslash, Qt.Key.Key_BracketRight


class QueuePaint(QObject):
    """Stamps the end of each paint of the queue's rows."""

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__()
        self._view = desk.queue.view
        self.painted = 0.0
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the view paint, then look at the clock."""
        if event.type() != QEvent.Type.Paint:
            return False
        self._view.viewportEvent(event)
        self.painted = time.perf_counter()
        return True


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.filter")


def measure(cases: int = CASES, rounds: int = ROUNDS, map_too: bool = True) -> None:
    """Turn by turn letters of a filter, sorts, a saved view, and a bare repaint of the rows."""
    app = application()
    note(f"{cases} open cases, {WAITING} waiting")
    spent: dict[str, list[float]] = {"filter": [], "sort": [], "filter_bare": []}
    with open_window(cases, WAITING) as desk:
        show(desk, map_too)
        desk.window.activateWindow()
        until("the keyboard", desk.window.isActiveWindow)
        until("the texts", lambda: not desk.queue.model.prepare(0))
        paint, dice = QueuePaint(desk), random.Random(5)
        for number in range(rounds + WARM):
            times = {
                "filter": typed(desk, paint, dice.choice(WORDS)),
                "sort": sorts(desk, paint),
                "filter_bare": [bare(desk, paint) for _ in range(4)],
            }
            for name, values in times.items() if number >= WARM else ():
                spent[name] += [one * 1000 for one in values]
            live(dice.uniform(0.01, 0.06))
    for name, values in spent.items():
        figure(f"{name}_p50", quantile(values, 0.5), "ms")
        figure(f"{name}_p95", quantile(values, 0.95), "ms")
        figure(f"{name}_max", max(values), "ms")
    both = spent["filter"] + spent["sort"]
    figure("filter_and_sort_p95", quantile(both, 0.95), "ms")
    worst = quantile(both, 0.95) / quantile(spent["filter_bare"], 0.95)
    figure("filter_and_sort_p95_ratio", worst, "x")
    figure("filter_and_sort_limit", MOST_MS, "ms")
    del app


def typed(desk: OpenDesk, paint: QueuePaint, word: str) -> list[float]:
    """Seconds of each letter of a word and of each that is taken back."""
    desk.queue.focus_filter()
    letters = (*word, *("\b" for _ in word))
    times = [_painted(paint, lambda one=one: _writes(desk, one)) for one in letters]
    assert desk.queue.bar.text.text() == ""
    return [one for one in times if one is not None]


def _writes(desk: OpenDesk, letter: str) -> bool:
    """Press a key that writes this, or takes back; whether other rows are shown for it."""
    before = desk.queue.model.rowCount()
    _press(letter)
    return desk.queue.model.rowCount() != before


def _press(letter: str) -> None:
    key = Qt.Key.Key_Backspace if letter == "\b" else Qt.Key.Key_unknown
    kind = QEvent.Type.KeyPress
    QApplication.sendEvent(_focus(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def sorts(desk: OpenDesk, paint: QueuePaint) -> list[float]:
    """Seconds of the next column's order and of that turned round, by keys in the list."""
    desk.queue.view.setFocus()
    times = (_painted(paint, lambda key=key: _turns(key)) for key in (NEXT, TURN))
    return [one for one in times if one is not None]


def _turns(key: Qt.Key) -> bool:
    QTest.keyClick(_focus(), key)
    return True


def bare(desk: OpenDesk, paint: QueuePaint) -> float:
    """Seconds of painting the rows that are in sight, nothing else."""
    spent = _painted(paint, lambda: desk.queue.view.viewport().update() is None)
    assert spent is not None
    return spent


def _painted(paint: QueuePaint, press: Callable[[], bool]) -> float | None:
    """Seconds from the press until the rows were painted after it; None where it changed none."""
    began = time.perf_counter()
    if not press():
        return None
    until("the paint", lambda: paint.painted > began)
    return paint.painted - began


def _focus() -> QObject:
    found = QApplication.focusWidget()
    assert found is not None, "the window has no keyboard"
    return found


if __name__ == "__main__":
    measure()
