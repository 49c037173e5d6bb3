"""A day at the demo street: reports come in, units sign, teams drive, people answer.

In the desk it plays only the people outside, so that whoever sits there has real work; hands
off it plays the desk's people too. All goes through Desk.do.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from commandcenter.domain.case import CaseState
from commandcenter.domain.task import TaskRole, TaskState
from commandcenter.geo.demo_values import DemoReport, DemoStreet
from commandcenter.geo.ground import LonLat
from commandcenter.intake.desk_people import DeskPeople
from commandcenter.intake.driving import Driving
from commandcenter.intake.failures import FailurePlan
from commandcenter.intake.field_people import FieldPeople
from commandcenter.intake.moves import DRIVES, Move, inside, outside
from commandcenter.intake.players import Players
from commandcenter.services.desk import Desk
from commandcenter.services.views import Board, CaseLine, CaseView

BEAT_SECONDS = 1.0
REPORT_MINUTES = 4.0
MOST_WAITING = 30
_SPACE = uuid.UUID("0b7c9f52-9d0e-5a63-8a55-5f2f8d7c6a41")


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be done with a case as it stood at a version, and when (UTC)."""

    version: int
    at: datetime
    move: Move | None


class Simulator:
    """Plays the demo street on a Desk; the same seed at the same times does the same.

    speed: how many times faster than life people act and drive. hands_off: play the desk's
    people too. A case that somebody at the desk touches is planned anew.
    """

    def __init__(
        self,
        desk: Desk,
        demo: DemoStreet,
        seed: int = 1,
        speed: float = 1.0,
        failures: FailurePlan | None = None,
        *,
        hands_off: bool = False,
    ) -> None:
        if not speed > 0:
            raise ValueError("speed")
        self.players = Players(desk, demo, seed, failures)
        self._field, self._desk_people = FieldPeople(self.players), DeskPeople(self.players)
        self._desk, self._demo, self._speed, self._hands_off = desk, demo, speed, hands_off
        self._driving = Driving(demo, speed)
        self._plans: dict[str, Plan] = {}
        self._next_report: datetime | None = None
        self._tries: dict[str, int] = {}
        self._reported = self._first = 0
        self._repeats: dict[str, str] = {}
        self._cases: dict[str, str] = {}
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self.fault: Exception | None = None

    # ---- the thread ---------------------------------------------------------------------

    def start(self, on_fault: Callable[[Exception], None] | None = None) -> None:
        """Step once a second in a thread of its own until stop(); a bug ends it and is told."""
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(
                target=self._run, args=(on_fault,), name="simulator", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Stop after the step under way and wait for it."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, on_fault: Callable[[Exception], None] | None) -> None:
        while not self._stop.wait(BEAT_SECONDS):
            try:
                self.step(self._desk.now())
            except Exception as error:
                self.fault = error
                if on_fault is not None:
                    on_fault(error)
                return

    # ---- one step -----------------------------------------------------------------------

    def step(self, now: datetime) -> int:
        """Do all that is due at `now` (UTC); how many commands were done."""
        before = self.players.done
        board = self.players.board()
        self._take_report(board, now)
        self._drive(board, now)
        live = {line.id for line in board.cases}
        for gone in self._plans.keys() - live:
            del self._plans[gone]
            self._tries.pop(gone, None)
        for line in sorted(board.cases, key=lambda one: one.id):
            if self._stop.is_set():
                break
            if not line.imported:
                self._case(line, now)
        return self.players.done - before

    @property
    def driving(self) -> bool:
        """Whether a team is under way."""
        return self._driving.busy

    def next_time(self) -> datetime | None:
        """The earliest time at which something is planned, None before the first step."""
        times = [plan.at for plan in self._plans.values() if plan.move is not None]
        return min([*times, *([self._next_report] if self._next_report else [])], default=None)

    def _case(self, line: CaseLine, now: datetime) -> None:
        plan = self._plans.get(line.id)
        if plan is None or plan.version != line.version:
            view = self.players.view(line.id)
            self._plans[line.id] = plan = self._planned(view, now)
        if plan.move is None or plan.move.name == DRIVES or now < plan.at:
            return
        self._plans[line.id] = Plan(plan.version, plan.at, None)
        if plan.move.act() is None:  # refused: somebody was faster, or a rule said no; later again
            del self._plans[line.id]
            self._tries[line.id] = self._tries.get(line.id, 0) + 1

    def _planned(self, view: CaseView, now: datetime) -> Plan:
        case = view.case
        tries = self._tries.get(case.id, 0)
        dice = self.players.dice("plan", case.id, case.version, tries)
        late = self.players.failures.lateness(dice)
        move = outside(view, self._field, dice)
        if move is not None and move.name != DRIVES and late is None:
            move = None
        if move is None and self._hands_off:
            into = self._repeats.get(case.id)
            move = inside(view, self._desk_people, self._still(into), dice)
        if move is None:
            return Plan(case.version, now, None)
        minutes = move.minutes * (late or 1.0) / self._speed
        return Plan(case.version, now + timedelta(minutes=minutes), move)

    def _still(self, case: str | None) -> str | None:
        """The case if something can be merged into it."""
        if case is None:
            return None
        ended = (CaseState.MERGED, CaseState.REJECTED, CaseState.VOID)
        return case if self.players.view(case).case.state not in ended else None

    # ---- reports ------------------------------------------------------------------------

    def _take_report(self, board: Board, now: datetime) -> None:
        dice = self.players.dice("report", self._reported)
        wait = timedelta(minutes=dice.expovariate(1 / REPORT_MINUTES) / self._speed)
        if self._next_report is None:
            self._next_report = now + wait
            return
        waiting = sum(line.state is CaseState.REPORTED for line in board.cases)
        if now < self._next_report or waiting >= MOST_WAITING:
            return
        report = self._report_of_day(now)
        case = str(uuid.uuid5(_SPACE, f"{self.players.seed}/{self._reported}/{now.isoformat()}"))
        if self.players.report(report, case) is not None:
            self._cases[report.id] = case
            if report.repeats in self._cases:
                self._repeats[case] = self._cases[str(report.repeats)]
        self._reported += 1
        self._next_report = now + wait

    def _report_of_day(self, now: datetime) -> DemoReport:
        """The next report in the order of the demo's day, which begins at the present hour."""
        local = now.astimezone(self._desk.rules.clock.zone)
        if self._reported == 0:
            minute = local.hour * 60 + local.minute
            reports = self._demo.reports
            self._first = next((n for n, r in enumerate(reports) if r.minute >= minute), 0)
        return self._demo.reports[(self._first + self._reported) % len(self._demo.reports)]

    # ---- teams --------------------------------------------------------------------------

    def _drive(self, board: Board, now: datetime) -> None:
        goals, views = self._goals(board)
        for team, place in self._driving.places(board, goals, now).items():
            self._field.drive(team, place)
        for team, view in views.items():
            task = goals[team][0]
            place_there = self._driving.arrived(team, task, now)
            found = next((one for one in view.tasks if one.id == task), None)
            if place_there is not None and found is not None:
                self._field.arrive(view.case, found, place_there)

    def _goals(self, board: Board) -> tuple[dict[str, tuple[str, LonLat]], dict[str, CaseView]]:
        """Where each team that is en route goes, and the case as it is."""
        goals: dict[str, tuple[str, LonLat]] = {}
        views: dict[str, CaseView] = {}
        for team in board.teams:
            if team.case is None:
                continue
            view = self.players.view(team.case)
            case = view.case
            for task in view.tasks:
                lead = task.role is TaskRole.LEAD and task.team == team.id
                if lead and task.state is TaskState.EN_ROUTE and case.lon and case.lat:
                    goals[team.id] = (task.id, (case.lon, case.lat))
                    views[team.id] = view
        return goals, views
