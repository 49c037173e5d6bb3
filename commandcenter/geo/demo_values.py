"""What the demo street is made of: plain values with names and homes; all of it invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from commandcenter.domain.case import Source
from commandcenter.domain.emergency import Spot
from commandcenter.domain.grid import Grid
from commandcenter.domain.person import Officer, Person, Power, Team, Unit
from commandcenter.domain.roles import Role
from commandcenter.domain.runcard import RunCard
from commandcenter.geo.ground import LonLat, Ring


@dataclass(frozen=True, slots=True)
class DemoCommunity:
    """A community: 12-digit code, official name, and the name people say (小龙村)."""

    code: str
    name: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DemoGrid:
    """A grid and its ring of (lon, lat), first = last; the grid's own point lies inside."""

    grid: Grid
    ring: Ring


@dataclass(frozen=True, slots=True)
class DemoRoad:
    """A road: name, community of a village street, line of (lon, lat)."""

    name: str
    community: str | None
    line: tuple[LonLat, ...]


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """A team with its vehicle and the (lon, lat) of its home."""

    id: str
    unit: str
    name: str
    short: str
    kind: str
    vehicle: str
    lon: float
    lat: float
    equipment: tuple[str, ...] = ()

    def value(self, street: str, at: datetime) -> Team:
        """The team as the desk keeps it, free since the given UTC time."""
        return Team(
            street=street,
            id=self.id,
            unit=self.unit,
            name=self.name,
            short=self.short,
            kind=self.kind,
            vehicle=self.vehicle,
            equipment=self.equipment,
            since=at,
        )


@dataclass(frozen=True, slots=True)
class DemoOfficer:
    """An officer with name and telephone; valid_days counts from the demo's day 0."""

    id: str
    name: str
    unit: str
    team: str | None
    auxiliary: bool
    certificate: str
    valid_days: int
    recorder: str | None
    on_shift: bool
    phone: str

    def value(self, street: str, day0: date) -> Officer:
        """The officer as the desk keeps him; day0 is the demo's first local day."""
        return Officer(
            street=street,
            id=self.id,
            unit=self.unit,
            team=self.team,
            auxiliary=self.auxiliary,
            certificate=self.certificate,
            valid_until=day0 + timedelta(days=self.valid_days),
            recorder=self.recorder,
            on_shift=self.on_shift,
        )


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person who may act; a team's leader is also one of its officers."""

    id: str
    name: str
    roles: tuple[Role, ...]
    unit: str | None
    team: str | None
    officer: str | None
    grids: tuple[str, ...]
    on_shift: bool

    def value(self, street: str) -> Person:
        """The person as the desk keeps him, without the name."""
        return Person(
            street=street,
            id=self.id,
            roles=self.roles,
            unit=self.unit,
            grids=self.grids,
            on_shift=self.on_shift,
        )


@dataclass(frozen=True, slots=True)
class DemoReport:
    """A report of the day: minute after local midnight, item, door, words, place, caller.

    `near` is the road or place it was drawn at; `repeats` names the report it repeats.
    """

    id: str
    minute: int
    item: str
    source: Source
    text: str
    near: str
    address: str
    repeats: str | None
    grid: str
    lon: float
    lat: float
    caller: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class DemoStreet:
    """Everything the demo street starts with; `code` has 9 digits, `outline` is a sketch."""

    code: str
    name: str
    note: str
    outline: Ring
    communities: tuple[DemoCommunity, ...]
    grids: tuple[DemoGrid, ...]
    roads: tuple[DemoRoad, ...]
    units: tuple[Unit, ...]
    teams: tuple[DemoTeam, ...]
    officers: tuple[DemoOfficer, ...]
    people: tuple[DemoPerson, ...]
    powers: tuple[Power, ...]
    reports: tuple[DemoReport, ...]
    day_a: DemoReport
    spots: tuple[Spot, ...]
    cards: tuple[RunCard, ...] = ()

    @property
    def street(self) -> str:
        """The street's 12-digit division code."""
        return self.code.ljust(12, "0")
