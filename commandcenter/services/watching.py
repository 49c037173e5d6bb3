"""What follows from tasks by itself: teams show them, cases their nearest timer, misses are noted.

One place does so for every command, at its end (settle): no handler can forget it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from commandcenter.domain import watch
from commandcenter.domain.case import Case
from commandcenter.domain.commands import NoteMissed, ReportIn, SetWatch
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.task import RUNNING, Task
from commandcenter.services.dispatching import task_of, touch
from commandcenter.services.doing import Doing, Facts, handles
from commandcenter.services.teams import follow
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

R = Role
FIELD = (R.UNIT, R.TEAM_LEADER)


def settle(do: Doing) -> None:
    """Let teams and cases show what this command's tasks and cases say now."""
    _rested(do)
    tasks = do.tx.changed(Task)
    for team in sorted({one.team for pair in tasks for one in pair if one and one.team}):
        follow(do, team)
    cases = {one.case for pair in tasks for one in pair if one}
    cases |= {new.id for old, new in do.tx.changed(Case) if _other(old, new)}
    for key in sorted(cases):
        _watch(do, key)


def _rested(do: Doing) -> None:
    """The timers of a case that goes on after a rest or a hold start anew: they stood still."""
    for old, new in do.tx.changed(Case):
        if old is not None and watch.rests(old) and watch.watched(new):
            for task in do.tasks(new):
                if task.running:
                    do.put(task.heard(do.at))


def _other(old: Case | None, new: Case) -> bool:
    """Whether timers may run otherwise than before."""
    if old is None:
        return False
    return (old.state, old.hold, old.level) != (new.state, new.hold, new.level)


def _watch(do: Doing, key: str) -> None:
    case = do.tx.get(Case, key)
    if case is None:
        return
    tasks = do.tasks(case) if watch.watched(case) else []
    timer = watch.shown(case, tasks, do.rules)
    code, due = (timer.code.value, timer.due) if timer else (None, None)
    if (case.watch, case.watch_due) != (code, due):
        do.put(case.changed(watch=code, watch_due=due))


@handles(ReportIn, "word_given", *FIELD, R.DISPATCHER)
def report_in(do: Doing, command: ReportIn) -> Facts:
    """报平安: the timers of the task's status start anew."""
    case, task = task_of(do, command)
    do.one_of(task.unit)
    require(task.state in watch.OUT, "task_not_out", state=task.state)
    facts = touch(do, case, task.heard(do.at))
    return {**facts, **do.text(case.id, "note", command.words)}


@handles(SetWatch, "watch_set", *FIELD, R.DISPATCHER, R.SHIFT_LEAD)
def set_watch(do: Doing, command: SetWatch) -> Facts:
    """A check-in timer for lone or risky work, counted from now; None ends it."""
    case, task = task_of(do, command)
    do.one_of(task.unit)
    require(task.running, "task_not_out", state=task.state)
    minutes = watch.minutes(command.minutes)
    require(minutes != task.watch_minutes, "nothing_changed")
    facts = touch(do, case, task.watched(minutes, do.at))
    return {**facts, "minutes": minutes}


@handles(NoteMissed, "timer_missed", R.SYSTEM)
def note_missed(do: Doing, command: NoteMissed) -> Facts:
    """Each timer that ran out goes on record once; Refusal('nothing_changed') when none did."""
    case = do.tx.need(Case, command.case, "no_such_case")
    do.subject = case.id
    found = []
    for task in do.tasks(case):
        gone = watch.missed(task, case, do.rules, do.at)
        for timer in gone:
            task = task.overdue(timer.due)
            found.append([task.unit, timer.code.value, timer.due.isoformat()])
        if gone:
            do.put(task)
    require(found, "nothing_changed")
    units, codes = (list(dict.fromkeys(one[n] for one in found)) for n in (0, 1))
    return {"missed": found, "unit": units, "watch": codes}


def missed_due(desk: Desk) -> int:
    """By the clock: note the timers that ran out; how many cases had one."""
    now = desk.now()
    c, task = t.cases.c, t.TABLES["tasks"].c
    late = select(c.id).where(c.street == desk.street, t.LIVE, c.watch_due < micros(now))
    with desk.database.read.begin() as connection:
        tx = Tx(connection, desk.street)
        cases = {one.id: one for one in tx.seek(Case, t.LIVE, c.watch_due < micros(now))}
        running = task.state.in_([one.value for one in RUNNING])
        tasks = tx.seek(Task, task.case.in_(late), running) if cases else []
        known = [(one, cases[one.case]) for one in tasks if one.case in cases]
        due = {case.id for one, case in known if watch.missed(one, case, desk.rules, now)}
    done = 0
    for key in sorted(due):
        try:
            done += not desk.do(NoteMissed(case=key), "system").again
        except Refusal:
            continue
    return done


__all__ = ["missed_due", "settle"]
