"""The longest stall of the GUI thread while a hurricane's day comes in within a minute."""

from __future__ import annotations

import csv
import os
import random
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from commandcenter.domain.case import Source
from commandcenter.domain.commands import FileCase, ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.geo.demo import load_demo
from commandcenter.intake.mapping import read_mapping
from commandcenter.services.desk import Desk
from tests.bench.report import figure, quantile
from tests.bench.room import application, live, note, open_window, send, show, until
from tests.bench.screen import ROOT, bench_on_screen

DATA = ROOT.parent / "shared" / "data" / "cases-boston" / "boston311_2011q3.csv"
MAPPING = ROOT / "resources" / "mappings" / "boston.toml"
DAY = "2011-08-28"
SECONDS, IDLE, CASES = 60.0, 10.0, 1000
FILED, SENT = 0.7, 0.6
BEAT_MS = 5
MOST_MS = 100.0


@dataclass(frozen=True, slots=True)
class Blow:
    """One case of the day: when it comes (0 to 1 of the day) and what it says."""

    at: float
    report: ReportCase


@dataclass
class Feeder:
    """Gives the day's cases through Desk.do on a thread of its own, at their times."""

    desk: Desk
    blows: list[Blow]
    seconds: float
    given: Counter[str] = field(default_factory=Counter)
    done: threading.Event = field(default_factory=threading.Event)
    late: float = 0.0
    spent: float = 0.0

    def run(self) -> None:
        """Report each, file some, send some of these; never faster than the day."""
        dice, began = random.Random(9), time.monotonic()
        try:
            for blow in self.blows:
                ahead = began + blow.at * self.seconds - time.monotonic()
                self.late = max(self.late, -ahead)
                time.sleep(max(0.0, ahead))
                self._give(blow, dice.random(), dice.random())
        finally:
            self.spent = time.monotonic() - began
            self.done.set()

    def _give(self, blow: Blow, filed: float, sent: float) -> None:
        try:
            case = self.desk.do(blow.report, "intake-1").subject
            self.given["reported"] += 1
            if filed < FILED:
                self.desk.do(FileCase(case=case, seen=1), "lead-1")
                self.given["filed"] += 1
            if filed < FILED and sent < SENT:
                self.desk.do(send(case, 2), "dispatch-1")
                self.given["sent"] += 1
        except Refusal as refused:
            self.given[f"refused {refused.code}"] += 1


class Pulse(QObject):
    """A timer of 5 ms on the GUI thread; a gap in it is a stall.

    `work` is what the thread itself worked in each gap: the rest it waited for others.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._last = self._worked = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Count from now on."""
        self.gaps, self.work = [], []
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> list[float]:
        """The gaps in milliseconds."""
        self._timer.stop()
        return [gap * 1000 for gap in self.gaps]

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append(now - self._last)
        self.work.append((worked - self._worked) * 1000)
        self._last, self._worked = now, worked


def main() -> None:
    """On a screen, where the day's data is."""
    if not DATA.exists():
        print("storm skipped: no shared data beside the repository", file=sys.stderr)
        return
    bench_on_screen("tests.bench.storm")


def measure(
    seconds: float = SECONDS,
    idle: float = IDLE,
    cases: int = CASES,
    map_too: bool = True,
    most: int | None = None,
) -> None:
    """The window idle, then the day, or its first `most` cases; the stalls of both."""
    app = application()
    blows = the_day(DATA)[:most]
    note(f"{len(blows)} cases of {DAY} in {seconds:.0f} s on {cases} open ones")
    with open_window(cases) as desk:
        show(desk, map_too)
        live(min(2.0, idle))
        pulse = Pulse()
        pulse.start()
        live(idle)
        still = pulse.stop()
        feeder = Feeder(desk.center.desk, blows, seconds)
        thread = threading.Thread(target=feeder.run)
        pulse.start()
        thread.start()
        until("the end of the storm", feeder.done.is_set, seconds * 3)
        thread.join()
        held = [blow.report.case for blow in blows]
        until("the last case in the queue", lambda: all(map(desk.queue.model.holds, held)), 10)
        moved = pulse.stop()
    _tell(still, moved, pulse.work, feeder)
    del app


def _tell(still: list[float], moved: list[float], work: list[float], feeder: Feeder) -> None:
    note(", ".join(f"{name} {count}" for name, count in feeder.given.items()))
    figure("storm_stall_max", max(moved), "ms")
    figure("storm_stall_p999", quantile(moved, 0.999), "ms")
    figure("storm_stall_p99", quantile(moved, 0.99), "ms")
    figure("storm_stall_max_own_work", max(work), "ms")
    figure("storm_idle_stall_max", max(still), "ms")
    figure("storm_idle_stall_p99", quantile(still, 0.99), "ms")
    figure("storm_stall_max_ratio", max(moved) / max(still), "x")
    figure("storm_replayed_in", feeder.spent, "s")
    figure("storm_latest_command", feeder.late, "s")
    figure("storm_commands", sum(feeder.given.values()), "commands")
    figure("storm_machine_load", os.getloadavg()[0], f"of {os.cpu_count()}")
    figure("storm_limit", MOST_MS, "ms")


def the_day(path: Path) -> list[Blow]:
    """The day's cases in order, each put somewhere on the demo street's grids."""
    mapping, grids, dice = read_mapping(MAPPING), load_demo().grids, random.Random(4)
    found = []
    with path.open(encoding=mapping.encoding, newline="") as file:
        for row in csv.DictReader(file):
            if not row[mapping.columns["opened"]].startswith(DAY):
                continue
            at = datetime.strptime(row[mapping.columns["opened"]], mapping.time_format)
            grid = dice.choice(grids).grid
            report = ReportCase(
                item=mapping.items.of(row[mapping.columns["item"]]) or "01-99",
                source=Source.WINDOW,
                words=" ".join(filter(None, (row[one] for one in mapping.words))),
                place=row[mapping.columns["place"]],
                lon=grid.lon + dice.uniform(-0.001, 0.001),
                lat=grid.lat + dice.uniform(-0.001, 0.001),
            )
            found.append(Blow((at.hour * 3600 + at.minute * 60 + at.second) / 86400, report))
    return sorted(found, key=lambda blow: blow.at)


if __name__ == "__main__":
    measure()
