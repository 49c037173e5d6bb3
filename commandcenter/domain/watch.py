"""The timers of a task: how long it may stay in a status without word (issue 5, domain.md 2, 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.holding import is_held
from commandcenter.domain.limits import Stage, Watch
from commandcenter.domain.refusal import require
from commandcenter.domain.rules import Rules
from commandcenter.domain.task import Task, TaskRole, TaskState

LEAST_MINUTES, MOST_MINUTES = 1, 24 * 60


_WATCHED = frozenset({CaseState.DISPATCHED, CaseState.IN_PROGRESS})
_RESTING = frozenset({CaseState.SUSPENDED, CaseState.ESCALATED})
_WAITS = {
    TaskState.SIGNED: Watch.LEAVE,
    TaskState.EN_ROUTE: Watch.ARRIVE,
    TaskState.ON_SCENE: Watch.SCENE,
}
OUT = frozenset(_WAITS)
"""States in which a crew can give word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """A timer that runs, until when (UTC), and whether its miss is on record."""

    code: Watch
    due: datetime
    noted: bool = False


def watched(case: Case) -> bool:
    """Whether timers run: the case is in work and nothing holds it."""
    return case.state in _WATCHED and not is_held(case.hold)


def rests(case: Case) -> bool:
    """Whether its timers stand still: suspended, at the district, or held by an emergency."""
    return case.state in _RESTING or is_held(case.hold)


def running(task: Task, case: Case, rules: Rules) -> list[Timer]:
    """The task's timers, the nearest first; none of a case that rests or is held."""
    if not watched(case):
        return []
    found = [(code, due) for code, due in _dues(task, case, rules) if due is not None]
    noted = task.noted
    timers = [Timer(code=c, due=d, noted=noted is not None and d <= noted) for c, d in found]
    return sorted(timers, key=lambda one: (one.due, one.code))


def _dues(task: Task, case: Case, rules: Rules) -> Iterable[tuple[Watch, datetime | None]]:
    if task.state is TaskState.ASSIGNED and task.role is not TaskRole.NOTIFY:
        limit = rules.limits.limit(case.level, Stage.SIGN)
        start = max(task.assigned_at, task.heard_at or task.assigned_at)
        yield Watch.SIGN, rules.clock.due(start, limit).at if limit else None
    since = last_word(task)
    if since is None:
        return
    code = _WAITS[task.state]
    limit = rules.timers.get((code, case.level))
    told_only = task.role is TaskRole.NOTIFY and code is Watch.LEAVE  # nobody sent it anywhere
    yield code, rules.clock.due(since, limit).at if limit and not told_only else None
    if task.watch_minutes is not None:
        yield Watch.CHECK_IN, since + timedelta(minutes=task.watch_minutes)


def last_word(task: Task) -> datetime | None:
    """When the crew was last heard of: its last step or its last report (UTC)."""
    if task.state not in OUT:
        return None
    steps = (task.signed_at, task.left_at, task.on_scene_at, task.heard_at)
    return max((one for one in steps if one is not None), default=None)


def shown(case: Case, tasks: Iterable[Task], rules: Rules) -> Timer | None:
    """The timer that a case shows: a miss on record, a check-in before others, else the nearest."""
    timers = [timer for task in tasks for timer in running(task, case, rules)]
    missed = [one for one in timers if one.noted]
    if missed:
        return max(missed, key=lambda one: (one.code is Watch.CHECK_IN, one.due))
    return min(timers, key=lambda one: (one.due, one.code), default=None)


def missed(task: Task, case: Case, rules: Rules, at: datetime) -> list[Timer]:
    """The timers that ran out before `at` (UTC) and are not on record yet."""
    return [one for one in running(task, case, rules) if one.due < at and not one.noted]


def minutes(wanted: int | None) -> int | None:
    """The minutes of a check-in timer; Refusal('watch_minutes') out of 1 to 24 h."""
    good = wanted is None or LEAST_MINUTES <= wanted <= MOST_MINUTES
    require(good, "watch_minutes", least=LEAST_MINUTES, most=MOST_MINUTES)
    return wanted
