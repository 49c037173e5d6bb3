"""From a case picked to its panel painted, in the real window, case after case."""

from __future__ import annotations

import random
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from commandcenter.domain.commands import AddNote, UrgeCase
from tests.bench.paint import some_case
from tests.bench.report import figure, quantile
from tests.bench.room import application, live, note, open_window, show, until
from tests.bench.screen import bench_on_screen
from ui.desk import OpenDesk
from ui.words import short_number

CASES, NOTES = 1000, 20
ROUNDS, WARM = 200, 20
SIZES = ((1920, 1000), (1366, 768))
QUIET = 0.03
"""Seconds without a paint of the panel after which it has been painted."""


class PanelWatch(QObject):
    """Stamps the newest paint of any part of the panel since its title names the case."""

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__()
        self._title = desk.case.findChild(QLabel, "case.title")
        self._number, self.painted = "", 0.0
        for part in desk.case.findChildren(QWidget):
            part.installEventFilter(self)

    def await_(self, number: str) -> None:
        """From now on look for this case's number; `painted` is 0.0 until then."""
        self._number, self.painted = number, 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stamp a paint within the panel."""
        paints = event.type() == QEvent.Type.Paint and bool(self._number)
        if paints and self._number in self._title.text():
            self.painted = time.perf_counter()
        return False


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.pick")


def measure(cases: int = CASES, rounds: int = ROUNDS) -> None:
    """Pick one case after another, each with a story of many entries."""
    app = application()
    note(f"{cases} open cases, {NOTES} entries more on each that is picked")
    with open_window(cases) as desk:
        show(desk, map_too=False)
        dice = random.Random(5)
        known = list(dict.fromkeys(some_case(desk, dice) for _ in range(60)))
        for case in known:
            _tell(desk, case)
        live(1.0)
        for width, height in SIZES:
            desk.window.resize(width, height)
            desk.window.restore_layout()
            live(0.5)
            spent = _spent(desk, known, dice, rounds)
            for share, name in ((0.5, "p50"), (0.95, "p95")):
                figure(f"pick_{width}_{name}", quantile(spent, share), "ms")
    del app


def _tell(desk: OpenDesk, case: str) -> None:
    """A story of some length."""
    for number in range(NOTES):
        seen = desk.queue.model.line(desk.queue.model.row_of(case)).version + number
        kind = UrgeCase if number % 2 else AddNote
        desk.center.desk.do(kind(case=case, seen=seen, words=f"第 {number} 次联系现场"), "lead-1")


def _spent(desk: OpenDesk, known: list[str], dice: random.Random, rounds: int) -> list[float]:
    watch, spent, here = PanelWatch(desk), [], ""
    for number in range(rounds + WARM):
        here = dice.choice([one for one in known if one != here])
        line = desk.queue.model.line(desk.queue.model.row_of(here))
        watch.await_(short_number(line.number))
        began = time.perf_counter()
        desk.selection.set_case(here)
        until("the panel", lambda: watch.painted)
        until("quiet", lambda: time.perf_counter() - watch.painted > QUIET)
        if number >= WARM:
            spent.append((watch.painted - began) * 1000)
        live(dice.uniform(0.01, 0.04))
    return spent


if __name__ == "__main__":
    measure()
