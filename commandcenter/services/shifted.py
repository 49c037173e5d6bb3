"""Rights that follow the shift: once a roster is followed, who is off shift has no desk role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import or_, select

from commandcenter.domain.commands import (
    AcknowledgeItem,
    AddAddendum,
    AskDutyChange,
    Command,
    SetPassword,
    SignHandover,
    TakeSeat,
)
from commandcenter.domain.handover import Handover
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.handing import under_way
from commandcenter.storage import tables as t
from commandcenter.storage.reference import SettingRow
from commandcenter.storage.tx import Tx

FOLLOWED = "roster_at"
"""The setting that holds until when (microseconds UTC) shifts were set by the roster."""
FOLLOWING = DESK_ROLES | {Role.DUTY_LEADER}
"""Roles that count on shift only (issue 4); whose unit or office they are keeps them always."""
FREELY = frozenset({TakeSeat, SetPassword, AskDutyChange})
"""What nobody needs a shift for: to sit down, to have a password, to ask for the own duty."""
OF_HANDOVER = frozenset({AcknowledgeItem, SignHandover})
"""What the two of a running handover do whether the clock has them on shift or not."""


def on_shift(tx: Tx, roles: Iterable[Role]) -> dict[str, frozenset[Role]]:
    """Who on shift holds one of the roles: which of them, by person."""
    wanted = sorted(roles)
    p = t.TABLES["people"].c
    marks = [p.roles.contains(f'"{role}"') for role in wanted]
    rows = tx.connection.execute(
        select(p.id, p.roles)
        .where(p.street == tx.street, p.on_shift == 1, or_(*marks))
        .order_by(p.id)
    )
    return {
        str(row.id): frozenset(role for role in wanted if f'"{role}"' in row.roles) for row in rows
    }


def counting(tx: Tx, person: Person, command: Command) -> Person:
    """The person with the roles that count for a command at this hour.

    A role that nobody on shift holds counts off shift too: no night is locked out.
    """
    held = FOLLOWING.intersection(person.roles)
    if person.on_shift or not held or type(command) in FREELY:
        return person
    if tx.get(SettingRow, FOLLOWED) is None or _hands_over(tx, person, command):
        return person
    there = frozenset[Role]().union(*on_shift(tx, held).values())
    kept = tuple(one for one in person.roles if one not in there or one not in held)
    return replace(person, roles=kept)


def _hands_over(tx: Tx, person: Person, command: Command) -> bool:
    if isinstance(command, AddAddendum):  # who signed corrects it, from home too
        record = tx.get(Handover, command.handover)
    else:
        record = under_way(tx) if type(command) in OF_HANDOVER else None
    return record is not None and person.id in (record.outgoing, record.incoming)


def denied(tx: Tx, person: Person, roles: frozenset[Role]) -> Refusal:
    """Why the person may not: 'not_on_shift' with who is, else 'no_right'."""
    mine = roles & FOLLOWING.intersection(person.roles)
    if not mine:
        return Refusal("no_right", roles=",".join(sorted(roles)), person=person.id)
    there = on_shift(tx, mine)
    return Refusal(
        "not_on_shift", person=person.id, roles=",".join(sorted(mine)), people=",".join(there)
    )
