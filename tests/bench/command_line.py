"""Command line: from a key to its completion painted, against a bare QLineEdit in the same window.

5,000 open cases and 200 teams; cpu is the processor's time of the screen's thread alone, for on a
busy machine the clock also counts the others' turns. `settled` is from a line's last key until what
the Desk was asked for (the case, the candidates, the law) is on the screen too.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.bench.crowd import crowd
from tests.bench.report import figure, quantile
from tests.bench.room import application, fill, live, note, show, until
from tests.bench.screen import bench_on_screen
from tests.fakes import Room
from tests.ui.evacfakes import typhoon
from ui.desk import OpenDesk, open_desk

CASES, WAITING, TEAMS, OFFICERS = 5000, 20, 200, 2000
ROUNDS, WARM = 40, 4
MOST_MS = 30.0
LINES = (
    "p {case} xc7z",
    "dispatch {case} 1z",
    "{case} cb",
    "qs {case}",
    "c {case}",
    "{case} 巡查12组 派",
    "吹 {case} 住建 水务",
    "撤 {case} pcdw",
)
STREET = (
    "转移 海傍路3号 海傍路12 安置点2",
    "转移 海傍路31号#2 不愿转移",
    "tj iii 台风 范围=wjc 依据=防指9号",
    "召集 xc7z xc8z",
    "叫应 xc1z 20",
    "报送：zcqk",
)
"""Deeds without a case, while 126 people are to be evacuated in a typhoon."""


class Painted(QObject):
    """Stamps the end of each paint of these widgets."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A paint is over when the widget has had it; the stamp is taken right after."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QCoreApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.command_line")


def measure(
    cases: int = CASES,
    teams: int = TEAMS,
    officers: int = OFFICERS,
    rounds: int = ROUNDS,
    map_too: bool = True,
) -> None:
    """Line by line in the real window, each key waited for until it is painted."""
    app = application()
    note(f"{cases} open cases, {teams} teams")
    spent: dict[str, list[float]] = {"line": [], "cpu": [], "bare": [], "settled": []}
    street: dict[str, list[float]] = {"line": [], "cpu": []}
    with window(cases, teams, officers) as (desk, room):
        show(desk, map_too)
        line = desk.fittings["line"]
        line.bar.open()
        until("the keyboard", line.bar.field.hasFocus)
        until("the letters", lambda: not line.engine.sources.busy)
        told = line.bar.told
        painted = Painted(line.bar.field, told.list.viewport(), told.said)
        bare = QLineEdit(desk.window.statusBar())
        bare.resize(300, 22)
        bare_painted = Painted(bare)
        dice = random.Random(5)
        for number in range(rounds + WARM):
            text = LINES[number % len(LINES)].format(case=_digits(desk, dice))
            own: list[float] = []
            found = _typed(line.bar.field, text, painted, own)
            settled = _settled(line, painted)
            bare.show()
            plain = _typed(bare, text, bare_painted)
            bare.hide()
            if number >= WARM:
                spent["line"] += found
                spent["cpu"] += own
                spent["bare"] += plain
                spent["settled"].append(settled)
            line.bar.field.setFocus()
            line.bar.set_text("")
            live(dice.uniform(0.01, 0.05))
        typhoon(room)
        until("the people", lambda: desk.mode.now.listed > 0)
        for number in range(rounds + WARM):
            found = _typed(line.bar.field, STREET[number % len(STREET)], painted, own := [])
            _settled(line, painted)
            if number >= WARM:
                street["line"] += found
                street["cpu"] += own
            line.bar.set_text("")
            live(dice.uniform(0.01, 0.05))
    _tell(spent)
    for name, values in street.items():
        figure(f"command_line_street_{name}_p95", quantile(values, 0.95), "ms")
        figure(f"command_line_street_{name}_max", max(values), "ms")
    del app


@contextmanager
def window(cases: int, teams: int, officers: int) -> Iterator[tuple[OpenDesk, Room]]:
    """The desk of a dispatcher in a street with many teams."""
    with crowd(teams, officers, 0) as (room, _):
        fill(room.desk, cases, WAITING)
        desk = open_desk(
            room.center,
            settings_folder=room.center.folder / "seat",
            person="dispatch-1",
            now=room.clock,
        )
        try:
            yield desk, room
        finally:
            desk.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _digits(desk: OpenDesk, dice: random.Random) -> str:
    """The last digits of an open case."""
    lines = [one.number for one in desk.queue.model.lines if one.number]
    return str(dice.choice(lines))[-4:]


def _typed(
    field: QLineEdit, text: str, painted: Painted, own: list[float] | None = None
) -> list[float]:
    """Milliseconds from each key to the paint that shows what it did; `own` has this thread's."""
    field.clear()
    field.setFocus()
    found = []
    for one in text:
        began, ran = time.perf_counter(), time.thread_time()
        painted.at = 0.0
        if one.isascii():
            QTest.keyClick(field, one)
        else:
            field.insert(one)
            field.textEdited.emit(field.text())
        while not painted.at:
            QApplication.processEvents()
        found.append((painted.at - began) * 1000)
        if own is not None:
            own.append((time.thread_time() - ran) * 1000)
    return found


def _settled(line: QObject, painted: Painted) -> float:
    """Milliseconds until nothing is asked any more and the last answer is painted."""
    began = time.perf_counter()
    sources = line.engine.sources  # type: ignore[attr-defined]
    until("the answers", lambda: not sources.busy)
    QApplication.processEvents()
    return max(0.0, painted.at - began) * 1000


def _tell(spent: dict[str, list[float]]) -> None:
    for name, values in spent.items():
        called = "command_line" if name == "line" else f"command_line_{name}"
        figure(f"{called}_p50", quantile(values, 0.5), "ms")
        figure(f"{called}_p95", quantile(values, 0.95), "ms")
        figure(f"{called}_max", max(values), "ms")
    ratio = quantile(spent["line"], 0.95) / quantile(spent["bare"], 0.95)
    figure("command_line_p95_ratio", ratio, "x")
    figure("command_line_limit", MOST_MS, "ms")


if __name__ == "__main__":
    measure()
