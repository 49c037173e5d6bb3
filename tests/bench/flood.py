"""Ten thousand changes within a minute: the GUI thread's longest stall, and a key to its paint."""

from __future__ import annotations

import os
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.domain.commands import FileCase, ReportCase, UrgeCase
from commandcenter.domain.refusal import Refusal
from commandcenter.geo.demo import load_demo
from commandcenter.services.desk import Desk
from tests.bench.report import figure, quantile
from tests.bench.room import application, live, note, open_window, send, show, until
from tests.bench.screen import bench_on_screen
from tests.bench.storm import Pulse
from tests.bench.suggest import Painted
from ui.desk import OpenDesk

CHANGES, SECONDS, CASES = 10_000, 60.0, 1000
IDLE = 10.0
REPORTS, FILED, SENT = 0.2, 0.75, 0.6
PAUSE = (0.05, 0.2)
"""Seconds between two keys of a hand that goes down the queue."""
MOST_MS = 100.0


@dataclass
class Flood:
    """Gives so many commands in so many seconds, on a thread of its own: new cases and old."""

    desk: Desk
    changes: int
    seconds: float
    seen: dict[str, int]
    given: Counter[str] = field(default_factory=Counter)
    done: threading.Event = field(default_factory=threading.Event)
    spent: float = 0.0
    _dice: random.Random = field(default_factory=lambda: random.Random(6))

    def run(self) -> None:
        """One command after another, never faster than asked."""
        began, reports = time.monotonic(), load_demo().reports
        try:
            for number in range(self.changes):
                time.sleep(
                    max(0.0, began + number * self.seconds / self.changes - time.monotonic())
                )
                self._give(reports[number % len(reports)])
        finally:
            self.spent = time.monotonic() - began
            self.done.set()

    def _give(self, report: object) -> None:
        dice = self._dice
        try:
            if dice.random() < REPORTS:
                self._report(report, dice)
                return
            case = dice.choice(list(self.seen)[-500:])
            seen = self.seen[case]
            steps = {1: FileCase(case=case, seen=1), 2: send(case, 2)}
            wanted = seen in steps and dice.random() < (FILED if seen == 1 else SENT)
            command = steps[seen] if wanted else UrgeCase(case=case, seen=seen, words="请尽快办理")
            self.desk.do(command, "dispatch-1" if seen == 2 and wanted else "lead-1")
            self.seen[case] = seen + 1
            self.given[type(command).__name__] += 1
        except Refusal as refused:
            self.given[f"refused {refused.code}"] += 1

    def _report(self, report: object, dice: random.Random) -> None:
        command = ReportCase(
            item=report.item,
            source=report.source,
            words=report.text,
            place=report.address,
            lon=report.lon + dice.uniform(-0.002, 0.002),
            lat=report.lat + dice.uniform(-0.002, 0.002),
        )
        self.seen[self.desk.do(command, "intake-1").subject] = 1
        self.given["ReportCase"] += 1


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.flood")


def measure(
    changes: int = CHANGES,
    seconds: float = SECONDS,
    cases: int = CASES,
    idle: float = IDLE,
    map_too: bool = True,
) -> None:
    """The hand goes down the queue at rest, then in the flood; stalls and keys of both."""
    app = application()
    note(f"{changes:,} changes in {seconds:.0f} s on {cases} open cases")
    with open_window(cases) as desk:
        show(desk, map_too)
        desk.window.activateWindow()
        QTest.qWaitForWindowActive(desk.window)
        desk.window.go("queue")
        live(min(2.0, idle))
        pulse = Pulse()
        quiet_end = time.monotonic() + idle
        pulse.start()
        still_keys = _keys(desk, lambda: time.monotonic() > quiet_end)
        still = pulse.stop()
        lines = {one.id: one.version for one in desk.queue.model.lines}
        flood = Flood(desk.center.desk, changes, seconds, lines)
        thread = threading.Thread(target=flood.run)
        pulse.start()
        thread.start()
        keys = _keys(desk, flood.done.is_set)
        thread.join()
        moved = pulse.stop()
    note(", ".join(f"{name} {count}" for name, count in flood.given.items()))
    figure("flood_stall_max", max(moved), "ms")
    figure("flood_stall_p99", quantile(moved, 0.99), "ms")
    figure("flood_idle_stall_max", max(still), "ms")
    figure("flood_key_p50", quantile(keys, 0.5), "ms")
    figure("flood_key_p99", quantile(keys, 0.99), "ms")
    figure("flood_idle_key_p99", quantile(still_keys, 0.99), "ms")
    figure("flood_key_p99_ratio", quantile(keys, 0.99) / quantile(still_keys, 0.99), "x")
    figure("flood_keys", len(keys), "keys")
    figure("flood_changes", sum(flood.given.values()), "changes")
    figure("flood_given_in", flood.spent, "s")
    figure("flood_machine_load", os.getloadavg()[0], f"of {os.cpu_count()}")
    figure("flood_limit", MOST_MS, "ms")
    del app


def _keys(desk: OpenDesk, ended: object) -> list[float]:
    """Milliseconds from each key to the queue painted with another row, until it has ended."""
    dice, shown, spent = random.Random(2), Painted(desk.queue.view.viewport()), []
    view, model = desk.queue.view, desk.queue.model
    while not ended():
        live(dice.uniform(*PAUSE))
        before = view.currentIndex().row()
        key = Qt.Key.Key_Down if before + 1 < model.rowCount() else Qt.Key.Key_Home
        began = time.perf_counter()
        QTest.keyClick(view, key)
        if view.currentIndex().row() != before:
            until("the paint", lambda began=began: shown.at > began)
            spent.append((shown.at - began) * 1000)
    return spent


if __name__ == "__main__":
    measure()
