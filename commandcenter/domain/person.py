"""People, units, teams and officers of a street; their names live apart (section 10)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from commandcenter.domain.later import LATER
from commandcenter.domain.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who acts: roles, unit, grids; the name is personal data of another table."""

    street: str
    id: str
    roles: tuple[Role, ...]
    unit: str | None = None
    grids: tuple[str, ...] = ()
    on_shift: bool = False

    def holds(self, wanted: frozenset[Role]) -> bool:
        """Whether one of the wanted roles is the person's."""
        return bool(wanted.intersection(self.roles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit one can dispatch; kind is street, dispatched (派驻) or company."""

    street: str
    id: str
    name: str
    short: str
    kind: str
    phone: str | None = None


class TeamStatus(StrEnum):
    """What a team is doing."""

    FREE = "free"
    ASSIGNED = "assigned"
    SIGNED = "signed"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    REST = "rest"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team of a unit; its position lives outside the journal (section 10).

    `tasks` counts its running tasks; `task` and `case` are the furthest of them.
    """

    street: str
    id: str
    unit: str
    name: str
    short: str
    kind: str
    vehicle: str | None = None
    equipment: tuple[str, ...] = field(default=(), metadata=LATER)
    status: TeamStatus = TeamStatus.FREE
    since: datetime
    task: str | None = None
    case: str | None = None
    tasks: int = field(default=0, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """An officer: certificate with its last valid day, recorder, shift; never the name."""

    street: str
    id: str
    unit: str
    team: str | None
    auxiliary: bool
    certificate: str | None
    valid_until: date | None
    recorder: str | None = None
    on_shift: bool = False

    def certified(self, day: date) -> bool:
        """Whether the certificate counts on that local day; auxiliaries never count."""
        if self.auxiliary or self.certificate is None or self.valid_until is None:
            return False
        return day <= self.valid_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a team was last seen: lon, lat in WGS 84 degrees, UTC time; personal data."""

    team: str
    lon: float
    lat: float
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """A published decision gives this unit this kind of task over this item."""

    street: str
    item: str
    unit: str
    kind: str
    default: bool = False

    @property
    def id(self) -> str:
        """The key of the row."""
        return f"{self.item}/{self.unit}/{self.kind}"
