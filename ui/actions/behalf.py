"""For whom a step may be entered: who would have done it at a terminal of his own."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.domain.person import Person
from commandcenter.domain.raising import HOLDERS
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task
from commandcenter.services.views import CaseView
from ui.actions.fields import Option, Room, Values
from ui.actions.options import labelled, lead_task

Persons = Callable[[CaseView, Room, Values], list[Option]]
"""The people a step can be entered for, the likeliest first."""


def unit_first(view: CaseView, room: Room, values: Values) -> list[Option]:
    """The people of the task's unit; its duty desk first (sign, requests, feedback)."""
    task = _task(view, values)
    unit = task.unit if task else view.case.lead_unit
    return labelled(sorted(_of_unit(room, unit), key=_desk_first), room)


def team_first(view: CaseView, room: Room, values: Values) -> list[Option]:
    """The people of the task's unit; the leader of the team that goes first (scene steps)."""
    task = _task(view, values)
    sent = {room.name(officer) for officer in task.officers} if task else set()
    people = _of_unit(room, task.unit if task else view.case.lead_unit)

    def rank(one: Person) -> tuple[bool, bool, str]:
        return (room.name(one.id) not in sent, Role.TEAM_LEADER not in one.roles, one.id)

    return labelled(sorted(people, key=rank), room)


def verifier(view: CaseView, room: Room, values: Values) -> list[Option]:
    """Who was sent to look, and nobody else."""
    return _listed(room, view.case.verifier)


def checker(view: CaseView, room: Room, values: Values) -> list[Option]:
    """Who was sent to check, and nobody else."""
    return _listed(room, view.case.checker)


def having(view: CaseView, room: Room, values: Values) -> list[Option]:
    """The people of the level that has the case, the one who reported it and the near first.

    What is at the street a grid member handles as a rule, where it came from elsewhere.
    """
    case, role = view.case, HOLDERS.get(view.case.tier, Role.GRID_MEMBER)
    people = [one for one in room.people.values() if one.holds(frozenset({role}))]

    def rank(one: Person) -> tuple[bool, bool, bool, str]:
        return (one.id != case.reporter, case.grid not in one.grids, not one.on_shift, one.id)

    return labelled(sorted(people, key=rank), room)


def holding(*roles: Role) -> Persons:
    """Anyone with one of these roles, those on shift first."""
    wanted = frozenset(roles)

    def offer(view: CaseView, room: Room, values: Values) -> list[Option]:
        people = [one for one in room.people.values() if one.holds(wanted)]
        return labelled(sorted(people, key=lambda one: (not one.on_shift, one.id)), room)

    return offer


def _task(view: CaseView, values: Values) -> Task | None:
    chosen = values.get("task")
    return next((one for one in view.tasks if one.id == chosen), None) or lead_task(view)


def _of_unit(room: Room, unit: str | None) -> list[Person]:
    wanted = frozenset({Role.UNIT, Role.TEAM_LEADER})
    return [one for one in room.people.values() if one.unit == unit and one.holds(wanted)]


def _desk_first(one: Person) -> tuple[bool, str]:
    return (Role.UNIT not in one.roles, one.id)


def _listed(room: Room, person: str | None) -> list[Option]:
    known = room.people.get(person or "")
    return labelled([known], room) if known else []
