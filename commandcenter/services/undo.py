"""Taking back one's own dispatch, merge, task step or team status within 10 s (section 2)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from commandcenter.domain.case import Case
from commandcenter.domain.commands import UndoCase, UndoTask, UndoTeamStatus
from commandcenter.domain.joint import Joint
from commandcenter.domain.person import Team
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.domain.rules import UNDO_SECONDS
from commandcenter.domain.task import Task, TaskState
from commandcenter.domain.undoing import CASE_KINDS, TASK_KINDS, TEAM_KINDS
from commandcenter.services.dispatching import task_of
from commandcenter.services.doing import Doing, Facts, handles
from commandcenter.storage import tables as t
from commandcenter.storage.codec import decode, encode, instant

R = Role
FELL = frozenset({"requests", "whistles", "whistle_parts", "consultations"})
"""Rows of a merged case that ended with it."""


@handles(UndoCase, "case_undone", R.DISPATCHER, R.INTAKE_OFFICER, R.SHIFT_LEAD)
def undo_case(do: Doing, command: UndoCase) -> Facts:
    """State before, by a compensating entry; the unit is told by its recalled task."""
    case = do.case(command)
    entry, told = _last(do, case.id, CASE_KINDS), []
    for name, key, delta in entry["rows"]:
        if name == "cases" and key == case.id:
            do.put(_before(case, delta))
        elif name == "tasks":
            task = do.tx.need(Task, key, "no_such_task")
            do.put(task.to(TaskState.RECALLED, do.at))
            told.append(task.unit)
        elif name in FELL:
            do.put(_before(do.tx.need(t.NOUNS[name], key, "undo_nothing"), delta))
        elif name == "joints":
            do.tx.remove(do.tx.need(Joint, key, "undo_nothing"))
        elif name == "teams":
            _team_back(do, key, delta)
    return {"undid": entry["kind"], "entry": entry["seq"], "told": told}


def _team_back(do: Doing, key: str, delta: dict[str, list[Any]]) -> None:
    """The team as it was, if no other case's task moved it meanwhile."""
    team = do.tx.need(Team, key, "no_such_team")
    row = encode(team)
    if all(row[name] == pair[1] for name, pair in delta.items()):
        do.put(_before(team, delta))


@handles(UndoTask, "task_undone", *DESK_ROLES, R.UNIT, R.TEAM_LEADER)
def undo_task(do: Doing, command: UndoTask) -> Facts:
    """A step of a task as it was before, for who took it, while nobody did anything after it.

    The team follows its task by itself.
    """
    case, task = task_of(do, command)
    do.one_of(task.unit)
    entry = _last(do, case.id, TASK_KINDS)
    require(entry["facts"].get("task") == task.id, "undo_nothing")
    for name, key, delta in entry["rows"]:
        if name == "cases" and key == case.id:
            do.put(_before(case, delta))
        elif name == "tasks" and key == task.id:
            do.put(_before(task, delta))
    do.put(do.tx.need(Case, case.id, "no_such_case").changed(version=case.version + 1))
    return {"undid": entry["kind"], "entry": entry["seq"], "task": task.id, "unit": task.unit}


@handles(UndoTeamStatus, "team_status_undone", R.DISPATCHER, R.SHIFT_LEAD, R.TEAM_LEADER)
def undo_team_status(do: Doing, command: UndoTeamStatus) -> Facts:
    """The team's status as it was."""
    team = do.tx.need(Team, command.team, "no_such_team")
    do.subject = team.id
    entry = _last(do, team.id, TEAM_KINDS)
    require(team.task is None, "team_has_task", team=team.id)
    for name, key, delta in entry["rows"]:
        if name == "teams" and key == team.id:
            do.put(_before(team, delta))
    return {"undid": entry["kind"], "entry": entry["seq"]}


def _before(value: Any, delta: dict[str, list[Any]]) -> Any:
    row = encode(value)
    row.update({name: pair[0] for name, pair in delta.items() if name != "version"})
    return decode(type(value), row)


def _last(do: Doing, subject: str, kinds: frozenset[str]) -> dict[str, Any]:
    """The subject's newest entry, if it may be undone; Refusal('undo_*')."""
    row = do.tx.connection.execute(
        select(t.journal)
        .where(t.journal.c.street == do.street, t.journal.c.subject == subject)
        .order_by(t.journal.c.seq.desc())
        .limit(1)
    ).first()
    if row is None or row.kind not in kinds:
        raise Refusal("undo_nothing")
    require(row.who == do.typist.id, "undo_other_person", person=row.who)
    age = do.now - instant(row.at)
    require(age <= timedelta(seconds=UNDO_SECONDS), "undo_too_late", seconds=UNDO_SECONDS)
    return {"kind": row.kind, "seq": row.seq, **json.loads(row.data)}
