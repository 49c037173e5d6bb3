"""Alarms per hour at the dispatch seat on a normal demo day, by kind, and the sounds they ask for.

The simulator plays the street and the desk's people for 24 hours from 07:00 of a workday; a
dispatcher acknowledges what rings half a minute to a minute and a half after it began.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from commandcenter.app import open_center
from commandcenter.domain.alarm import AlarmKind, rules_by_kind
from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import AcknowledgeAlarm
from commandcenter.domain.limits import Level
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.geo.demo import load_demo
from commandcenter.intake.simulator import Simulator
from commandcenter.intake.walking import WalkingClock
from commandcenter.services.desk import Desk
from commandcenter.services.views import AskBoard, AskReference, Board
from tests.bench.report import figure, folder
from tests.fakes import LOCAL, local
from ui.alarms import Alarm, Rules, alarms, begun, gravest
from ui.mode_alarms import mode_alarms
from ui.ringing import Rings

START, HOURS, SEEDS = "2025-10-14 07:00", 24, (1, 2)
STEP = timedelta(seconds=10)
MOST = 12.0
WHO, ROLES = "dispatch-1", frozenset({Role.DISPATCHER.value})


@dataclass
class Heard:
    """What one seat heard: alarms by hour and kind, sounds by hour, reports that came."""

    alarms: dict[int, Counter[AlarmKind]] = field(default_factory=lambda: defaultdict(Counter))
    sounds: Counter[int] = field(default_factory=Counter)
    reports: int = 0


class Seat:
    """The dispatch seat: hears by the street's rules, acknowledges after a while."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk, self._dice = desk, Random(f"{seed}/ears")
        self.rules: Rules = rules_by_kind(desk.ask(AskReference(), WHO).alarms)
        self._rings, self._seen = Rings(), dict[tuple[str, str], datetime]()
        self._known: set[str] = set()
        self.heard = Heard()

    def step(self, board: Board, now: datetime, hour: int) -> None:
        """Hear what rings now, and acknowledge what has rung long enough."""
        self._arrivals(board, now)
        found = self._found(board, now)
        for one in found:
            if (one.case, one.code) not in self._seen:
                wait = timedelta(seconds=self._dice.uniform(30, 90))
                self._seen[one.case, one.code] = now + wait
                self.heard.alarms[hour][one.kind] += 1
        if self._rings.due(found, self.rules, now.timestamp(), ROLES) is not None:
            self.heard.sounds[hour] += 1
        lines = {one.id: one for one in board.cases}
        for one in found:
            if one.case and now >= self._seen[one.case, one.code]:
                self._acknowledge(one, lines[one.case].version)

    def _found(self, board: Board, now: datetime) -> list[Alarm]:
        told = [one for one in mode_alarms(board.mode, now) if begun(one, now, self.rules)]
        every = gravest((*alarms(board.cases, now, self.rules), *told), self.rules)
        return [one for one in every if self.rules[one.kind].needs(ROLES)]

    def _arrivals(self, board: Board, now: datetime) -> None:
        for line in board.cases:
            if line.id not in self._known and line.state is CaseState.REPORTED:
                self.heard.reports += 1
                if line.level is not Level.URGENT:
                    self._rings.arrive(now.timestamp())
            self._known.add(line.id)

    def _acknowledge(self, one: Alarm, seen: int) -> None:
        try:
            self._desk.do(AcknowledgeAlarm(case=one.case, seen=seen, alarm=one.code), WHO)
        except Refusal as refusal:  # somebody was faster at the case: again at the next step
            assert refusal.code == "stale", refusal.code


def main() -> None:
    """A day for each seed."""
    days = [_day(seed) for seed in SEEDS]
    by_hour = [sum(day.alarms[hour].values()) for day in days for hour in range(HOURS)]
    kinds: Counter[AlarmKind] = sum((one for day in days for one in day.alarms.values()), Counter())
    many = len(by_hour)
    figure("alarms_hour", sum(by_hour) / many, "alarms/h")
    figure("alarms_hour_highest", max(by_hour), "alarms/h")
    figure("alarms_hours_over_limit", sum(one >= MOST for one in by_hour), f"of {many} h")
    figure("alarms_sounds_hour", sum(sum(day.sounds.values()) for day in days) / many, "sounds/h")
    figure("alarms_reports_hour", sum(day.reports for day in days) / many, "reports/h")
    for kind, count in kinds.most_common():
        figure(f"alarms_{kind}", count / many, "alarms/h")
    figure("alarms_hour_limit", MOST, "alarms/h")


def _day(seed: int) -> Heard:
    place = Path(tempfile.mkdtemp(dir=folder()))
    clock = WalkingClock(local(START))
    try:
        center = open_center(
            place / "street", now=clock, demo_day=clock().astimezone(LOCAL).date(), program="bench"
        )
        try:
            return _played(center.desk, clock, seed)
        finally:
            center.close()
    finally:
        shutil.rmtree(place)


def _played(desk: Desk, clock: WalkingClock, seed: int) -> Heard:
    """Walk in steps that ears tell apart; the street acts at every second one."""
    simulator = Simulator(desk, load_demo(), seed, hands_off=True)
    seat, began = Seat(desk, seed), clock()
    board: Board = desk.ask(AskBoard(), WHO)
    while (now := clock()) < began + timedelta(hours=HOURS):
        desk.tick()
        planned = simulator.next_time()
        acts = planned is None or planned <= now or simulator.driving
        if acts and (now - began) % (2 * STEP) == timedelta(0):
            simulator.step(now)
        if desk.changes(board.seq, limit=1).entries:
            board = desk.ask(AskBoard(), WHO)
        seat.step(board, now, int((now - began) / timedelta(hours=1)))
        clock.set(now + STEP)
    return seat.heard


if __name__ == "__main__":
    main()
