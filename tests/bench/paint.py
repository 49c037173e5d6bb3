"""From a commit to its row painted in the real window, against a bare dataChanged and its paint."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent

from commandcenter.domain.commands import UrgeCase
from commandcenter.domain.refusal import Refusal
from tests.bench.report import figure, quantile
from tests.bench.room import application, live, note, open_window, show, until
from tests.bench.screen import bench_on_screen
from ui.desk import OpenDesk

CASES, WAITING = 1000, 5
ROUNDS, WARM = 300, 20
MOST_MS = 50.0


class PaintWatch(QObject):
    """Stamps the end of the paint in which a row of the queue lies, once what is awaited holds."""

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__()
        self._view, self._model = desk.queue.view, desk.queue.model
        self._case, self._holds = "", _never
        self.painted = 0.0
        self._view.viewport().installEventFilter(self)

    def await_(self, case: str, holds: Callable[[], bool]) -> None:
        """From now on look for this case's row; `painted` is 0.0 until then."""
        self.painted, self._case, self._holds = 0.0, case, holds

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the view paint, then look whether the row was among it."""
        if not isinstance(event, QPaintEvent):
            return False
        wanted = not self.painted and self._holds() and self._in_sight(event)
        self._view.viewportEvent(event)
        if wanted:
            self.painted, self._holds = time.perf_counter(), _never
        return True

    def _in_sight(self, event: QPaintEvent) -> bool:
        index = self._model.index(self._model.row_of(self._case), 0)
        return index.isValid() and event.region().intersects(self._view.visualRect(index))


def _never() -> bool:
    return False


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.paint")


def measure(cases: int = CASES, rounds: int = ROUNDS, map_too: bool = True) -> None:
    """Turn by turn a command from another thread and a bare change of the model."""
    app = application()
    note(f"{cases} open cases, {WAITING} waiting")
    spent, bare = [], []
    with open_window(cases, WAITING) as desk:
        show(desk, map_too)
        watch, dice = PaintWatch(desk), random.Random(5)
        for number in range(rounds + WARM):
            case = some_case(desk, dice)
            times = _committed(desk, watch, case), changed(desk, watch, case)
            if number >= WARM:
                spent.append(times[0] * 1000)
                bare.append(times[1] * 1000)
            live(dice.uniform(0.01, 0.06))
    for name, values in (("paint", spent), ("paint_bare", bare)):
        figure(f"{name}_p50", quantile(values, 0.5), "ms")
        figure(f"{name}_p95", quantile(values, 0.95), "ms")
        figure(f"{name}_max", max(values), "ms")
    figure("paint_p95_ratio", quantile(spent, 0.95) / quantile(bare, 0.95), "x")
    figure("paint_limit", MOST_MS, "ms")
    del app


def some_case(desk: OpenDesk, dice: random.Random) -> str:
    """A filed case that is in sight."""
    first, last = desk.queue.view.visible_rows()
    rows = [desk.queue.model.line(row) for row in range(first, last)]
    return dice.choice([line.id for line in rows if line.number is not None])


def _committed(desk: OpenDesk, watch: PaintWatch, case: str) -> float:
    """Seconds from the commit of one command on a thread of its own until its row is painted."""
    model, times, faults = desk.queue.model, [], []
    seen = model.line(model.row_of(case)).version
    watch.await_(case, lambda: model.line(model.row_of(case)).version > seen)

    def give() -> None:
        try:
            desk.center.desk.do(UrgeCase(case=case, seen=seen, words="请尽快办理"), "lead-1")
        except Refusal as refused:
            faults.append(refused)

    unlisten = desk.center.desk.listen(lambda: times.append(time.perf_counter()))
    thread = threading.Thread(target=give)
    thread.start()
    until("the row", lambda: watch.painted or faults)
    thread.join()
    unlisten()
    assert not faults, faults
    return watch.painted - times[0]


def changed(desk: OpenDesk, watch: PaintWatch, case: str) -> float:
    """Seconds from a bare dataChanged of the row until it is painted."""
    model = desk.queue.model
    row = model.row_of(case)
    watch.await_(case, lambda: True)
    began = time.perf_counter()
    model.dataChanged.emit(model.index(row, 0), model.index(row, model.columnCount() - 1))
    until("the bare row", lambda: watch.painted)
    return watch.painted - began


if __name__ == "__main__":
    measure()
