"""How long stages took: quantiles of times by level, on the limit's own clock, against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from math import ceil
from typing import Any

from sqlalchemy import ColumnElement, and_, select

from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.limits import ROUND_THE_CLOCK, ClockKind, Level, Limit, LimitUnit, Stage
from commandcenter.domain.task import TaskRole
from commandcenter.services.answers import Asking
from commandcenter.services.chart_views import PACED, PARTS, Pace
from commandcenter.storage import tables as t
from commandcenter.storage.codec import MICRO, instant, micros

MINUTE = 60_000_000
Row = Sequence[Any]
"""When it began and ended, and the case's own due, in microseconds; no due for a stage."""
Passed = Callable[[int, int], int]
Span = tuple[int, float | None, bool]
"""Microseconds on the limit's clock, the part of the limit, whether it ended after the limit."""


def counted(ask: Asking) -> ColumnElement[bool]:
    """Cases of the asker that stand in the figures: neither drills nor imported."""
    c = t.cases.c
    return and_(c.street == ask.street, c.drill == 0, c.imported == 0, ask.visible)


def paces(
    ask: Asking, since: datetime, waiting: Mapping[tuple[Stage, Level], int]
) -> tuple[Pace, ...]:
    """Signatures, arrivals and closings since an instant (UTC), by stage and level.

    What neither ended in the range nor waits now is left out.
    """
    signed, arrived = _of_tasks(ask, micros(since))
    ended = {Stage.SIGN: signed, Stage.ON_SCENE: arrived, Stage.FINISH: _closed(ask, micros(since))}
    worked, found = ask.rules.clock.meter(), []
    for stage in PACED:
        rows: dict[str, list[Row]] = {level: [] for level in Level}
        for level, *row in ended[stage]:
            rows[level].append(row)
        for one in Level:
            if rows[one] or waiting[stage, one]:
                found.append(_pace(ask, stage, one, rows[one], waiting[stage, one], worked))
    return tuple(found)


def _pace(
    ask: Asking, stage: Stage, level: Level, rows: list[Row], waiting: int, worked: Passed
) -> Pace:
    limit = ask.rules.limits.limit(level, stage)
    always = limit.kind is ClockKind.CALENDAR if limit else level in ROUND_THE_CLOCK
    clock = _elapsed if always else worked
    spans = [_span(row, limit, clock, ask.rules.clock) for row in rows]
    return Pace(
        stage=stage,
        level=level,
        count=len(spans),
        late=sum(late for _, _, late in spans),
        minutes=quantiles([span / MINUTE for span, _, _ in spans]),
        shares=quantiles([share for _, share, _ in spans if share is not None]),
        limit=limit,
        working=not always,
        waiting=waiting,
    )


def quantiles(values: Iterable[float]) -> tuple[float, ...]:
    """PARTS by nearest rank: the least value that so many do not exceed; () of none."""
    ordered = sorted(values)
    return tuple(ordered[ceil(part * len(ordered)) - 1] for part in PARTS) if ordered else ()


def _elapsed(began: int, ended: int) -> int:
    return max(0, ended - began)


def _span(row: Row, limit: Limit | None, passed: Passed, clock: WorkClock) -> Span:
    """A case's own due measures it; without one the limit does, for working days by their due."""
    began, ended, due = row
    span = passed(began, ended)
    if limit is None and due is None:
        return span, None, False
    if due is None and limit is not None:
        if limit.kind is ClockKind.CALENDAR or limit.unit is not LimitUnit.DAY:
            whole = limit.span // MICRO
            return span, span / whole, span > whole
        due = micros(clock.due(instant(began), limit).at)
    whole = passed(began, due)
    return span, span / whole if whole else None, ended > due


def _of_tasks(ask: Asking, since: int) -> tuple[list[Row], list[Row]]:
    """Signatures and arrivals of lead units in the range, each with its level.

    An arrival is mostly found with its signature; the few that were signed before have an index
    of their own.
    """
    k = t.TABLES["tasks"].c
    new = [*_tasks(ask, k.signed_at >= since)]
    old = [*_tasks(ask, and_(k.on_scene_at >= since, k.signed_at < since))]
    signed: list[Row] = [(level, assigned, at, None) for level, assigned, at, _ in new]
    there = ((level, at, arrived, None) for level, _, at, arrived in (*new, *old))
    return signed, [row for row in there if row[2] is not None and row[2] >= since]


def _tasks(ask: Asking, ended: ColumnElement[bool]) -> Sequence[Row]:
    """Level, assigned, signed and on scene of tasks of lead units whose first round it is."""
    c, k = t.cases.c, t.TABLES["tasks"].c
    first = and_(c.rework == 0, c.rounds <= 1, c.close_kind.is_distinct_from("reopened"))
    wanted = (
        select(c.level, k.assigned_at, k.signed_at, k.on_scene_at)
        .join_from(t.TABLES["tasks"], t.cases, and_(c.street == k.street, c.id == k.case))
        .where(k.street == ask.street, ended, k.role == TaskRole.LEAD.value, first, counted(ask))
    )
    return ask.tx.connection.execute(wanted).all()


def _closed(ask: Asking, since: int) -> Sequence[Row]:
    c = t.cases.c
    wanted = select(c.level, c.clock_start, c.closed_at, c.due).where(
        counted(ask),
        c.closed_at >= since,
        c.state == CaseState.CLOSED.value,
        c.clock_start.is_not(None),
        c.due.is_not(None),
    )
    return ask.tx.connection.execute(wanted).all()
