"""Roles of people at the desk and in the field (domain.md sections 2, 6, 7)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What a person may be; one person may hold several."""

    INTAKE_OFFICER = "intake_officer"
    DISPATCHER = "dispatcher"
    SHIFT_LEAD = "shift_lead"
    DUTY_LEADER = "duty_leader"
    STREET_LEADER = "street_leader"
    DIRECTOR = "director"
    SECRETARY = "secretary"
    UNIT = "unit"
    TEAM_LEADER = "team_leader"
    GRID_MEMBER = "grid_member"
    CHECKER = "checker"
    HOTLINE_SEAT = "hotline_seat"
    COMMUNITY_SEAT = "community_seat"
    DISTRICT_SEAT = "district_seat"
    SUPERVISOR = "supervisor"
    GATEWAY = "gateway"
    OPERATOR = "operator"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    SYSTEM = "system"


DESK_ROLES = frozenset({Role.INTAKE_OFFICER, Role.DISPATCHER, Role.SHIFT_LEAD})
"""Who may sit at the desk and enter steps on behalf of people without a terminal."""


ELSEWHERE = (
    frozenset(Role) - DESK_ROLES - {Role.OPERATOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SYSTEM}
)
"""In which roles somebody may be acted for: those of the desk sit down and do it themselves."""

STANDS_IN = {
    Role.INTAKE_OFFICER: frozenset({Role.DISPATCHER, Role.SHIFT_LEAD}),
    Role.HOTLINE_SEAT: frozenset({Role.DISPATCHER, Role.SHIFT_LEAD}),
}
"""Who on shift takes a role over while nobody on shift holds it: a night of two is the rule."""


class Channel(StrEnum):
    """How a step that is entered on behalf of somebody reached the desk."""

    TELEPHONE = "telephone"
    RADIO = "radio"
    COUNTER = "counter"
    MESSAGE = "message"


NEVER_TOGETHER = (
    (Role.ADMINISTRATOR, Role.AUDITOR),
    (Role.ADMINISTRATOR, Role.OPERATOR),
    (Role.AUDITOR, Role.OPERATOR),
)
"""Pairs that nobody may hold together: who gives rights, who runs the machine, who looks after."""


def standing_in(roles: Iterable[Role], present: Iterable[Role]) -> frozenset[Role]:
    """Roles that somebody on shift with `roles` takes over; `present` are those held on shift."""
    own, there = frozenset(roles), frozenset(present)
    return frozenset(one for one, by in STANDS_IN.items() if own & by) - own - there


def apart(roles: Iterable[str]) -> tuple[Role, Role] | None:
    """The first pair of NEVER_TOGETHER that is among the roles."""
    held = set(roles)
    return next((pair for pair in NEVER_TOGETHER if held.issuperset(pair)), None)
