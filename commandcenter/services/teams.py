"""Handlers of the room: seats, teams, officers, positions; a team follows its task."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from commandcenter.domain.commands import (
    ReportPosition,
    SetOfficerShift,
    SetPersonShift,
    SetTeamStatus,
    TakeSeat,
)
from commandcenter.domain.person import Officer, Person, Team, TeamStatus
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.domain.task import RUNNING, Task, TaskState
from commandcenter.services.doing import Doing, Facts, handles, on_earth
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.dialect import upsert
from commandcenter.storage.reference import SettingRow

R = Role
_STATUS = {
    TaskState.ASSIGNED: TeamStatus.ASSIGNED,
    TaskState.SIGNED: TeamStatus.SIGNED,
    TaskState.EN_ROUTE: TeamStatus.EN_ROUTE,
    TaskState.ON_SCENE: TeamStatus.ON_SCENE,
}
"""A team's status by its task's state, the furthest last."""
WATCHERS = DESK_ROLES | {R.UNIT, R.TEAM_LEADER, R.GATEWAY, R.SYSTEM}
"""Who may tell where a team is: its own unit, the gateway of the devices, the desk by radio."""
_HAND = frozenset({TeamStatus.FREE, TeamStatus.REST, TeamStatus.OFF})


def follow(do: Doing, key: str) -> None:
    """Let a team show the furthest of its running tasks; free only once none runs.

    A second task never resets the first, and when one ends the other's status shows, with the
    time since which it stands.
    """
    team = do.tx.get(Team, key)
    if team is None:
        return
    tasks = running(do, key)
    if tasks:
        task = max(tasks, key=_furthest)
        shown = {"status": _STATUS[task.state], "since": _since(task)}
        shown |= {"task": task.id, "case": task.case, "tasks": len(tasks)}
    elif team.task is not None or team.tasks:
        free = TeamStatus.FREE if team.status is not TeamStatus.OFF else team.status
        shown = {"status": free, "since": do.at, "task": None, "case": None, "tasks": 0}
    else:
        return
    do.put(_team(team, **shown))


def running(do: Doing, team: str) -> list[Task]:
    """The team's tasks that have work in them, as this command leaves them."""
    c = t.TABLES["tasks"].c
    stored = do.tx.seek(Task, c.team == team, c.state.in_([one.value for one in RUNNING]))
    found = {one.id: one for one in (*stored, *(new for _, new in do.tx.changed(Task)))}
    return [one for one in found.values() if one.team == team and one.running]


def _furthest(task: Task) -> tuple[int, datetime, str]:
    return list(_STATUS).index(task.state), _since(task), task.id


def _since(task: Task) -> datetime:
    """When the task came into its state (UTC)."""
    stamps = {
        TaskState.SIGNED: task.signed_at,
        TaskState.EN_ROUTE: task.left_at,
        TaskState.ON_SCENE: task.on_scene_at,
    }
    return stamps.get(task.state) or task.assigned_at


def _team(team: Team, **changes: object) -> Team:
    return Team(**{**{name: getattr(team, name) for name in team.__slots__}, **changes})


SEATED = DESK_ROLES | {R.DUTY_LEADER, R.HOTLINE_SEAT, R.SUPERVISOR, R.ADMINISTRATOR, R.AUDITOR}


@handles(TakeSeat, "seat_taken", *SEATED)
def take_seat(do: Doing, command: TakeSeat) -> Facts:
    """Somebody sits down: from now on the desk acts in this person's name."""
    do.subject = do.typist.id
    require(command.seat.isalnum() and len(command.seat) <= 8, "bad_id")
    key = f"seat:{command.seat}"
    do.tx.get(SettingRow, key)
    do.put(SettingRow(street=do.street, id=key, value=do.typist.id))
    return {"seat": command.seat}


@handles(SetTeamStatus, "team_status_set", R.DISPATCHER, R.SHIFT_LEAD, R.TEAM_LEADER)
def set_team_status(do: Doing, command: SetTeamStatus) -> Facts:
    """By hand free, at rest or off; what a running task says is not overwritten."""
    team = do.tx.need(Team, command.team, "no_such_team")
    do.subject = team.id
    if R.DISPATCHER not in do.actor.roles and R.SHIFT_LEAD not in do.actor.roles:
        do.act_for_unit(team.unit)
    require(team.task is None, "team_has_task", team=team.id)
    require(command.status in _HAND, "status_follows_task")
    require(team.status is not command.status, "nothing_changed")
    do.put(_team(team, status=command.status, since=do.at))
    return {"status": command.status.value, "was": team.status.value}


@handles(SetOfficerShift, "officer_shift_set", R.DISPATCHER, R.SHIFT_LEAD, R.TEAM_LEADER)
def set_officer_shift(do: Doing, command: SetOfficerShift) -> Facts:
    """An officer comes on or goes off shift."""
    officer = do.tx.need(Officer, command.officer, "no_such_officer")
    do.subject = officer.id
    do.one_of(officer.unit)
    require(officer.on_shift != command.on_shift, "nothing_changed")
    fields = {name: getattr(officer, name) for name in officer.__slots__}
    do.put(Officer(**{**fields, "on_shift": command.on_shift}))
    return {"on_shift": command.on_shift}


@handles(SetPersonShift, "person_shift_set", R.DISPATCHER, R.SHIFT_LEAD)
def set_person_shift(do: Doing, command: SetPersonShift) -> Facts:
    """Somebody of the desk or the grids comes on or goes off shift."""
    person = do.tx.need(Person, command.person, "no_such_person")
    do.subject = person.id
    require(person.on_shift != command.on_shift, "nothing_changed")
    fields = {name: getattr(person, name) for name in person.__slots__}
    do.put(Person(**{**fields, "on_shift": command.on_shift}))
    return {"on_shift": command.on_shift}


def keep_position(do: Doing, command: ReportPosition) -> None:
    """Where a team is, outside the journal, only on shift, never older than what is known."""
    team = do.tx.need(Team, command.team, "no_such_team")
    do.one_of(team.unit)
    require(team.status is not TeamStatus.OFF, "team_off", team=team.id)
    on_earth(command.lon, command.lat)
    known = do.tx.connection.execute(
        select(t.positions.c.at).where(
            t.positions.c.street == do.street, t.positions.c.team == team.id
        )
    ).scalar()
    if known is not None and known > micros(do.at):
        return
    row = {"lon": command.lon, "lat": command.lat, "at": micros(do.at)}
    keys = {"street": do.street, "team": team.id}
    do.tx.connection.execute(
        upsert(do.tx.connection, t.positions)
        .values(**keys, **row)
        .on_conflict_do_update(index_elements=["street", "team"], set_=row)
    )
