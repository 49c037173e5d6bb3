"""The answer of the charts: one pass over the live cases, and what ended in the range by index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from commandcenter.domain.case import OPEN, TIER_CLOCK, CaseState
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.holding import STANDING
from commandcenter.domain.limits import ROUND_THE_CLOCK, Level, LimitUnit, Stage
from commandcenter.domain.refusal import require
from commandcenter.services.answers import Asking, answers
from commandcenter.services.chart_views import (
    AGES,
    MOST_DAYS,
    Ages,
    AskCharts,
    Charts,
    Load,
    Step,
)
from commandcenter.services.pacing import counted, paces
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros

CALM, NEAR, OVERDUE = range(3)
STILL = (CaseState.SUSPENDED.value, CaseState.ESCALATED.value)
"""States in which the whole-case clock stands."""


@answers(AskCharts)
def charts(ask: Asking, query: AskCharts) -> Charts:
    """Inflow, ages, loads and paces, from one snapshot; Refusal('days_range')."""
    require(0 < query.days <= MOST_DAYS, "days_range", most=MOST_DAYS)
    bounds = _bounds(ask, query.days)
    since = _since(ask.rules.clock, ask.now)
    live = _live(ask, since)
    waiting = Counter[tuple[Stage, Level]]()
    for level, stage, count in live.summed("level", "stage"):
        waiting[Stage.FINISH, Level(level)] += count
        if stage is not None:
            waiting[Stage(stage), Level(level)] += count
    return Charts(
        at=ask.now,
        days=query.days,
        steps=_steps(ask, bounds),
        ages=_ages(live, since),
        units=_loads(live, "lead_unit"),
        communities=_loads(live, "community"),
        paces=paces(ask, bounds[0], waiting),
    )


# ---- what came and went ---------------------------------------------------------------------


def _bounds(ask: Asking, days: int) -> list[datetime]:
    """Where one step ends and the next begins (UTC): full hours, or local midnights."""
    if days == 1:
        last = ask.now.replace(minute=0, second=0, microsecond=0)
        return [last + timedelta(hours=n) for n in range(-23, 2)]
    zone, today = ask.rules.clock.zone, ask.rules.today(ask.now)
    dates = (today + timedelta(days=n) for n in range(1 - days, 2))
    return [datetime.combine(day, time.min, zone).astimezone(UTC) for day in dates]


def _steps(ask: Asking, bounds: Sequence[datetime]) -> tuple[Step, ...]:
    filed = _per_step(ask, t.cases.c.filed_at, bounds)
    closed = _per_step(ask, t.cases.c.closed_at, bounds)
    return tuple(
        Step(start=one, end=two, filed=filed[n][0], open=filed[n][1], closed=closed[n][0])
        for n, (one, two) in enumerate(pairwise(bounds))
    )


def _per_step(
    ask: Asking, column: ColumnElement[int], bounds: Sequence[datetime]
) -> list[tuple[int, int]]:
    """How many cases have that time in each step, and how many of these are open now."""
    steps = case(*((column < micros(end), n) for n, end in enumerate(bounds[1:])), else_=-1)
    is_open = case((t.cases.c.state.in_(sorted(OPEN)), 1), else_=0)
    rows = ask.tx.connection.execute(
        select(steps.label("step_"), func.count(), func.sum(is_open))
        .where(counted(ask), column >= micros(bounds[0]))
        .group_by("step_")
    )
    found = {step: (int(all_), int(still)) for step, all_, still in rows}
    return [found.get(n, (0, 0)) for n in range(len(bounds) - 1)]


# ---- what is open ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Live:
    """Counts of open cases by all that is told of them, summed by what is asked for."""

    rows: Sequence[Any]

    def summed(self, *names: str) -> list[tuple[Any, ...]]:
        """(value, …, count) for each combination of these columns."""
        found: Counter[tuple[Any, ...]] = Counter()
        for row in self.rows:
            found[tuple(getattr(row, name) for name in names)] += row.many_
        return [(*key, many) for key, many in found.items()]


def _live(ask: Asking, since: Callable[[Level], Sequence[datetime]]) -> _Live:
    """Open cases counted in one pass by level, unit, community, stage, lamp and age."""
    c = t.cases.c
    plain = (c.level, c.lead_unit, c.community, c.stage)
    rest = _age(since(Level.GENERAL))
    age = case((c.level.in_(ROUND_THE_CLOCK), _age(since(Level.URGENT))), else_=rest)
    shown = (*plain, worse_lamp(micros(ask.now)).label("lamp_"), age.label("age_"))
    wanted = (
        select(*shown, func.count().label("many_"))
        .where(t.LIVE, c.state.in_(sorted(OPEN)), counted(ask))
        .group_by(*plain, "lamp_", "age_")
    )
    return _Live(ask.tx.connection.execute(wanted).all())


def worse_lamp(now: int) -> ColumnElement[int]:
    """The worse lamp of an open case at an instant (microseconds) by SQL: stage, level, whole.

    CALM, NEAR or OVERDUE; CALM too where no clock runs. ui.models.queue_cells.lamps is its twin.
    """
    c = t.cases.c
    clocks = (
        (c.stage_due, c.stage_yellow, c.stage_due.is_not(None)),
        (c.tier_due, c.tier_yellow, c.state.in_(sorted(TIER_CLOCK))),
        (c.due, c.yellow, c.state.not_in(STILL)),
    )
    late = or_(*(and_(runs, yellow.is_not(None), due < now) for due, yellow, runs in clocks))
    near = or_(*(and_(runs, due.is_not(None), yellow <= now) for due, yellow, runs in clocks))
    return case((c.hold.in_(sorted(STANDING)), CALM), (late, OVERDUE), (near, NEAR), else_=CALM)


def _since(clock: WorkClock, now: datetime) -> Callable[[Level], Sequence[datetime]]:
    """The filing times (UTC) between the ages, on the clock of a level."""
    day = _workday(clock)
    spans = {
        LimitUnit.HOUR.value: (timedelta(hours=1), timedelta(hours=1)),
        LimitUnit.DAY.value: (timedelta(days=1), day),
    }
    always = [now - many * spans[unit][0] for many, unit in AGES]
    worked = [clock.advance(now, -many * spans[unit][1]) for many, unit in AGES]
    return lambda level: always if level in ROUND_THE_CLOCK else worked


def _workday(clock: WorkClock) -> timedelta:
    """How long a working day is: its sessions together."""
    zero = datetime.min
    parts = (
        datetime.combine(zero, one.end) - datetime.combine(zero, one.start)
        for one in clock.sessions
    )
    return sum(parts, timedelta())


def _age(since: Sequence[datetime]) -> ColumnElement[int]:
    filed = t.cases.c.filed_at
    return case(*((filed >= micros(at), n) for n, at in enumerate(since)), else_=len(since))


def _ages(live: _Live, since: Callable[[Level], Sequence[datetime]]) -> tuple[Ages, ...]:
    found = {(level, age): many for level, age, many in live.summed("level", "age_")}
    return tuple(
        Ages(
            level=level,
            counts=tuple(found.get((level.value, n), 0) for n in range(len(AGES) + 1)),
            since=tuple(since(level)),
        )
        for level in Level
    )


def _loads(live: _Live, column: str) -> tuple[Load, ...]:
    """The one with most overdue first, then with most open."""
    found: dict[str | None, list[int]] = {}
    for key, lamp, many in live.summed(column, "lamp_"):
        found.setdefault(key, [0, 0, 0])[lamp] += many
    loads = (
        Load(key=key, overdue=n[OVERDUE], near=n[NEAR], rest=n[CALM]) for key, n in found.items()
    )
    return tuple(sorted(loads, key=lambda one: (-one.overdue, -one.open, one.key or "")))
