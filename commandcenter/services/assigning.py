"""What every sending of a task has in common: its crew, its approver, the law's say, the task."""

from __future__ import annotations

from collections.abc import Iterable

from commandcenter.domain import law
from commandcenter.domain.case import Case
from commandcenter.domain.commands import Reason
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Officer, Person, Team, TeamStatus, Unit
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task, TaskKind, TaskRole
from commandcenter.services.doing import Doing, Facts
from commandcenter.storage.tx import Tx

R = Role
LEAST_REASON = 4
APPROVERS = frozenset({R.DUTY_LEADER, R.DIRECTOR, R.SECRETARY, R.STREET_LEADER})


def approver(do: Doing, person: str | None) -> None:
    """Who approved the coercion, if anybody is named; Refusal('not_an_approver')."""
    if person is not None:
        found = do.tx.need(Person, person, "no_such_person")
        require(found.holds(APPROVERS), "not_an_approver")


def crew_of(tx: Tx, unit: str, team: str | None, keys: tuple[str, ...]) -> tuple[Officer, ...]:
    """The officers of a unit's team; each once, of that team or unit, the team not off."""
    tx.need(Unit, unit, "no_such_unit")
    require(len(set(keys)) == len(keys), "officer_named_twice")
    if team is not None:
        named = tx.need(Team, team, "no_such_team")
        require(named.unit == unit, "team_of_other_unit", team=named.id)
        require(named.status is not TeamStatus.OFF, "team_off", team=named.id)
    found = [tx.need(Officer, one, "no_such_officer") for one in keys]
    for officer in found:
        mine = team is not None and officer.team == team
        require(mine or officer.unit == unit, "officer_of_other_unit", who=officer.id)
    return tuple(found)


def lawful(
    do: Doing, case: Case, found: Iterable[tuple[str, law.Finding]], reasons: tuple[Reason, ...]
) -> Facts:
    """Blocks refuse; each warning has a reason of four characters or more, kept apart.

    Of a joint task each finding comes with its unit ("" else), and a reason's code is rule/unit.
    """
    said = list(found)
    for unit, one in said:
        if one.severity == law.BLOCK:
            more = {"unit": unit} if unit else {}
            raise Refusal(f"law_{one.code}", article=one.article, **dict(one.values), **more)
    given = {one.code: one.words.strip() for one in reasons}
    kept = {}
    for unit, one in said:
        if one.severity != law.WARNING:
            continue
        code = f"{one.code}/{unit}" if unit else one.code
        words = given.get(code, "")
        require(len(words) >= LEAST_REASON, "warning_reason", rule=one.code, article=one.article)
        kept[code] = do.text(case.id, "reason", words)
    return {"warnings": kept} if kept else {}


def sent_task(
    do: Doing,
    case: Case,
    unit: str,
    role: TaskRole,
    kind: TaskKind = TaskKind.HANDLE,
    team: str | None = None,
    officers: tuple[str, ...] = (),
    joint: str | None = None,
) -> Task:
    """A new task of a case that was just sent."""
    made = Task(
        street=do.street,
        id=new_id(),
        case=case.id,
        unit=unit,
        role=role,
        kind=kind,
        team=team,
        officers=officers,
        designated=role is TaskRole.LEAD and case.designated,
        assigned_at=do.at,
        joint=joint,
    )
    do.put(made)
    return made
