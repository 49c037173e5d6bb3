"""The morning before the demo opens: some forty cases in every state, with true times."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from commandcenter.domain.case import Source
from commandcenter.domain.item import CATALOGUE_BY_CODE
from commandcenter.domain.limits import Level
from commandcenter.domain.request import Request, RequestKind
from commandcenter.domain.task import Task, TaskRole
from commandcenter.geo.demo_values import DemoReport, DemoStreet
from commandcenter.intake.desk_people import DeskPeople
from commandcenter.intake.field_people import FieldPeople
from commandcenter.intake.players import Players
from commandcenter.intake.walking import WalkingClock
from commandcenter.services.desk import Desk
from commandcenter.services.views import CaseView

MORNING = timedelta(hours=7)
"""How long before the present the demo's street is founded and its morning begins."""

_GAPS = {"team": 6, "dispatch": 6, "arrive": 9, "feedback": 22, "check": 12, "verify": 8}
_GAP = 4

# minutes before the present, which report (see _fits), what has happened since
_STORIES = """
400 hotline   file dispatch sign depart arrive contact feedback send check call_satisfied
390 grid      file dispatch sign depart arrive feedback send check close
375 any       file dispatch sign depart arrive feedback send check close
360 hotline   file dispatch sign depart arrive contact feedback send check call_satisfied
350 short     file dispatch sign depart
340 any       file dispatch sign depart arrive feedback send check close
330 seizable  file dispatch sign depart arrive docket
320 general   file dispatch sign depart arrive suspension granted
310 any       refuse
300 hotline   file dispatch sign depart arrive contact feedback send check call_unsatisfied
290 short     file dispatch sign depart arrive feedback send fail
280 general   file dispatch sign depart arrive suspension granted
270 grid      file dispatch sign depart arrive feedback send check close
255 hotline   file dispatch sign depart arrive contact feedback send check
240 general   file dispatch sign depart arrive escalate
230 hotline   file dispatch sign depart arrive contact feedback send check
215 any       file dispatch sign depart arrive feedback send check
200 general   file dispatch sign depart arrive supervise
190 any       file dispatch sign depart arrive feedback send
175 short     file dispatch sign
165 urgent    file dispatch sign depart arrive urge
150 urgent    file dispatch sign depart
140 hotline   file dispatch sign depart arrive contact feedback send
130 any       file dispatch sign depart arrive feedback
118 general   file dispatch sign depart arrive extension
110 urgent    file dispatch sign depart arrive
106 urgent    file dispatch sign
95  grid      file dispatch sign depart arrive feedback
84  general   file dispatch sign depart arrive
75  hotline   file dispatch sign depart
66  any       file dispatch sign
55  surface   file team sign depart
48  grid      file dispatch sign
42  general   file dispatch return
38  any       file dispatch
33  any       file
30  hotline   file dispatch
26  grid      verification
22  any       file
20  grid      file dispatch
16  hotline   file
13  any       file
10  hotline
8   grid
6   repeat
4   hotline
2   video
"""


@dataclass(slots=True)
class _Story:
    """One case of the morning: its report, when it came, the steps still to come."""

    case: str
    report: DemoReport
    begun: datetime
    steps: list[str]
    ends: datetime


def prologue(
    desk: Desk, clock: WalkingClock, demo: DemoStreet, now: datetime, seed: int = 1
) -> int:
    """Play the morning up to `now` (UTC); the number of steps that the Desk refused.

    The desk's clock must be `clock`, standing at MORNING before `now` or earlier; at the end it
    stands at `now`. Every entry bears the time at which the clock stood. Nothing is done on a
    street where something was reported before.
    """
    morning = _Morning(Players(desk, demo, seed), clock, demo)
    if not morning.players.board().cases:
        morning.play(now)
    clock.set(now)
    return sum(morning.players.refused.values())


class _Morning:
    """The morning under way."""

    def __init__(self, players: Players, clock: WalkingClock, demo: DemoStreet) -> None:
        self.players, self._clock, self._demo = players, clock, demo
        self._desk, self._field = DeskPeople(players), FieldPeople(players)
        self._used: set[str] = set()
        self._verbs = self._table()

    def play(self, now: datetime) -> None:
        """Every step of every story in the order of time."""
        queue: list[tuple[datetime, int, str]] = []
        stories = [self._story(line, now) for line in _STORIES.strip().splitlines()]
        for number, story in enumerate(stories):
            at = story.begun
            heapq.heappush(queue, (at, number, "report"))
            for step, gap in zip(story.steps, self._gaps(story), strict=True):
                at += gap
                heapq.heappush(queue, (at, number, step))
        while queue:
            at, number, step = heapq.heappop(queue)
            self._clock.set(at)
            story = stories[number]
            if step == "report":
                self.players.report(story.report, story.case)
            else:
                self._verbs[step](self.players.view(story.case))

    def _gaps(self, story: _Story) -> list[timedelta]:
        """Minutes between the steps, varied, and pressed together where time is short."""
        dice = self.players.dice("gaps", story.case)
        minutes = [_GAPS.get(step, _GAP) * dice.uniform(0.7, 1.4) for step in story.steps]
        room = (story.ends - story.begun).total_seconds() / 60
        squeeze = min(1.0, 0.9 * room / sum(minutes)) if minutes else 1.0
        return [timedelta(minutes=one * squeeze) for one in minutes]

    def _story(self, line: str, now: datetime) -> _Story:
        age, want, *steps = line.split()
        report = self._report(want)
        begun = now - timedelta(minutes=int(age))
        return _Story(self.players.new_id(), report, begun, steps, now)

    def _report(self, want: str) -> DemoReport:
        fit = [r for r in self._demo.reports if r.id not in self._used and _fits(r, want)]
        if want == "repeat":
            fit.sort(key=lambda one: one.repeats not in self._used)
        if not fit:
            fit = [r for r in self._demo.reports if r.id not in self._used]
        self._used.add(fit[0].id)
        return fit[0]

    def _table(self) -> dict[str, Callable[[CaseView], object]]:
        desk, field = self._desk, self._field
        return {
            "file": lambda v: desk.file(v.case),
            "refuse": lambda v: desk.refuse(v.case),
            "verification": lambda v: desk.ask_verification(v.case),
            "dispatch": lambda v: desk.dispatch(v.case, team=False),
            "team": lambda v: desk.dispatch(v.case),
            "sign": lambda v: field.sign(v.case, _lead(v)),
            "depart": lambda v: field.depart(v.case, _lead(v)),
            "arrive": lambda v: field.arrive(v.case, _lead(v), None),
            "contact": lambda v: field.contact(v.case, _lead(v)) if _unheard(v) else None,
            "feedback": lambda v: field.feedback(v.case, _lead(v)),
            "send": lambda v: desk.send_to_check(v.case),
            "check": lambda v: field.check(v.case, True),
            "fail": lambda v: field.check(v.case, False),
            "close": lambda v: desk.close(v.case) if v.case.state == "checking" else None,
            "call_satisfied": lambda v: desk.call_back(v.case, "satisfied"),
            "call_unsatisfied": lambda v: desk.call_back(v.case, "unsatisfied"),
            "docket": lambda v: field.open_docket(v.case, _lead(v)),
            "return": lambda v: field.ask(v.case, RequestKind.RETURN),
            "suspension": lambda v: field.ask(v.case, RequestKind.SUSPENSION),
            "extension": lambda v: field.ask(
                v.case, RequestKind.EXTENSION, str(self.players.desk.rules.whole(v.case))
            ),
            "granted": lambda v: desk.decide(v.case, _pending(v), True),
            "escalate": lambda v: desk.escalate(v.case),
            "supervise": lambda v: desk.supervise(v.case),
            "urge": lambda v: desk.urge(v.case),
        }


def _fits(report: DemoReport, want: str) -> bool:
    """Whether a report serves a story; one that repeats another serves only as a repeat."""
    if (want == "repeat") != (report.repeats is not None):
        return False
    item = CATALOGUE_BY_CODE[report.item]
    urgent = item.level is Level.URGENT
    phoned = report.source is Source.HOTLINE and report.phone is not None
    tests = {
        "urgent": urgent,
        "hotline": phoned and not urgent,
        "grid": report.source in (Source.GRID, Source.PATROL) and not urgent,
        "video": report.source is Source.VIDEO and not urgent,
        "short": item.limit is not None and str(item.limit) in ("2wh", "4wh") and not phoned,
        "seizable": report.item == "21-906",
        "surface": report.item in ("05-04", "05-07", "05-11", "02-03"),
        "general": not urgent and not phoned and str(item.limit) not in ("2wh", "4wh"),
        "any": not urgent and not phoned,
        "repeat": True,
    }
    return tests[want]


def _lead(view: CaseView) -> Task:
    return next(one for one in view.tasks if one.role is TaskRole.LEAD and one.running)


def _unheard(view: CaseView) -> bool:
    return view.case.complainant and view.case.contacted_at is None


def _pending(view: CaseView) -> Request:
    return next(one for one in view.requests if one.pending)
