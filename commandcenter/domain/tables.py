"""The tables an administrator keeps: their lines as plain cells, and how cells are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from commandcenter.domain.grid import GridKind
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind


class Table(StrEnum):
    """The tables of the administration window, in its order."""

    PEOPLE = "people"
    UNITS = "units"
    ITEMS = "items"
    LIMITS = "limits"
    POWERS = "powers"
    DAYS = "days"
    OFFICERS = "officers"
    TEAMS = "teams"
    COMMUNITIES = "communities"
    GRIDS = "grids"


class Line:
    """A line of a table; fields are text, yes or no, or several texts, so that any cell shows."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine(Line):
    """Somebody of the street; name and telephone are personal data and never in the journal."""

    id: str
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    roles: tuple[str, ...] = ()
    unit: str = ""
    grids: tuple[str, ...] = ()
    on_shift: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine(Line):
    """A unit one can dispatch."""

    id: str
    name: str = ""
    short: str = ""
    kind: str = "street"
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine(Line):
    """An item of the catalogue; limit 2wh or empty, the first unit leads."""

    code: str
    name: str = ""
    level: str = "general"
    limit: str = ""
    units: tuple[str, ...] = ()
    void: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine(Line):
    """A stage's limit at a level; empty where there is none."""

    level: str
    stage: str
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerLine(Line):
    """A published decision gives this unit this kind of task over this item."""

    item: str
    unit: str
    kind: str
    default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine(Line):
    """A day off or a make-up workday (ISO date); origin is the library or the notice."""

    day: str
    kind: str = "off"
    name: str = ""
    origin: str = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine(Line):
    """An officer: certificate with its last valid day (ISO date), recorder, team."""

    id: str
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    unit: str = ""
    team: str = ""
    auxiliary: bool = False
    certificate: str = ""
    valid_until: str = ""
    recorder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine(Line):
    """A team of a unit."""

    id: str
    unit: str = ""
    name: str = ""
    short: str = ""
    kind: str = ""
    vehicle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityLine(Line):
    """A community: 12 digits, official and spoken name."""

    id: str
    name: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine(Line):
    """A grid of a community; a void one keeps its reason and its code is never used again.

    A new one has no ring until a file of boundaries is imported: it is chosen by code or name.
    """

    id: str
    name: str = ""
    kind: str = "basic"
    void_reason: str = ""


LINES: dict[Table, type[Any]] = {
    Table.PEOPLE: PersonLine,
    Table.UNITS: UnitLine,
    Table.ITEMS: ItemLine,
    Table.LIMITS: LimitLine,
    Table.POWERS: PowerLine,
    Table.DAYS: DayLine,
    Table.OFFICERS: OfficerLine,
    Table.TEAMS: TeamLine,
    Table.COMMUNITIES: CommunityLine,
    Table.GRIDS: GridLine,
}
KEYS: dict[Table, tuple[str, ...]] = {
    Table.ITEMS: ("code",),
    Table.LIMITS: ("level", "stage"),
    Table.POWERS: ("item", "unit", "kind"),
    Table.DAYS: ("day",),
}
"""Which columns make the key; of the other tables it is the id."""

REMOVABLE = frozenset({Table.POWERS, Table.DAYS})
"""Lines of these may go; all others are named by cases and stay."""

UNIT_KINDS = ("street", "dispatched", "company")
TEAM_KINDS = ("safety", "enterprise", "street_surface", "mobile")
DAY_KINDS = ("off", "work")
ORIGINS = ("library", "notice")
CHOICES: dict[tuple[Table, str], tuple[str, ...]] = {
    (Table.PEOPLE, "roles"): tuple(one.value for one in Role if one is not Role.SYSTEM),
    (Table.UNITS, "kind"): UNIT_KINDS,
    (Table.ITEMS, "level"): tuple(one.value for one in Level),
    (Table.LIMITS, "level"): tuple(one.value for one in Level),
    (Table.LIMITS, "stage"): tuple(one.value for one in Stage),
    (Table.POWERS, "kind"): tuple(one.value for one in TaskKind),
    (Table.DAYS, "kind"): DAY_KINDS,
    (Table.DAYS, "origin"): ORIGINS,
    (Table.TEAMS, "kind"): TEAM_KINDS,
    (Table.GRIDS, "kind"): tuple(one.value for one in GridKind if one is not GridKind.AREA),
}
"""The codes that a column may hold."""

SPLIT = re.compile(r"[、,，;；\s]+")
_APART = re.compile(r"[、,，;；\n]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell: its column, a refusal's code and the values."""

    column: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All lines of a street (nine digits), as of a journal number."""

    seq: int
    street: str = ""
    people: tuple[PersonLine, ...] = ()
    units: tuple[UnitLine, ...] = ()
    items: tuple[ItemLine, ...] = ()
    limits: tuple[LimitLine, ...] = ()
    powers: tuple[PowerLine, ...] = ()
    days: tuple[DayLine, ...] = ()
    officers: tuple[OfficerLine, ...] = ()
    teams: tuple[TeamLine, ...] = ()
    communities: tuple[CommunityLine, ...] = ()
    grids: tuple[GridLine, ...] = ()

    def lines(self, table: Table) -> tuple[Any, ...]:
        """The lines of one table."""
        found: tuple[Any, ...] = getattr(self, table.value)
        return found

    def known(self) -> Known:
        """What lines may point at."""
        return Known(
            units=frozenset(one.id for one in self.units),
            items=frozenset(one.code for one in self.items),
            teams={one.id: one.unit for one in self.teams},
            grids=frozenset(one.id for one in self.grids if not one.void_reason),
            communities=frozenset(one.id for one in self.communities),
            void=frozenset(one.id for one in self.grids if one.void_reason),
            street=self.street,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What lines may point at: teams with their unit, grids in use, void ones apart."""

    units: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    teams: Mapping[str, str] = field(default_factory=dict)
    grids: frozenset[str] = frozenset()
    communities: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    street: str = ""


def key_columns(table: Table) -> tuple[str, ...]:
    """The columns that make a line's key."""
    return KEYS.get(table, ("id",))


def key_of(table: Table, line: Any) -> str:
    """A line's key, as the row is stored under."""
    return "/".join(getattr(line, one) for one in key_columns(table))


def columns(table: Table) -> tuple[str, ...]:
    """The columns in their order."""
    return tuple(one.name for one in fields(LINES[table]))


@cache
def kinds(table: Table) -> Mapping[str, Any]:
    """The type of each column: str, bool or tuple[str, ...]."""
    hints = get_type_hints(LINES[table])
    return {one: hints[one] for one in columns(table)}


def texts(table: Table, line: Any) -> dict[str, str]:
    """Each cell as text: yes is 1, no is 0, several are joined by 、."""
    return {name: _text(getattr(line, name)) for name in columns(table)}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return "、".join(value) if isinstance(value, tuple) else str(value)


def read(table: Table, cells: Mapping[str, str]) -> tuple[Any, tuple[Fault, ...]]:
    """The line that the cells say, and what cannot be read; a missing cell is as by default."""
    values: dict[str, Any] = {}
    faults = []
    for name, kind in kinds(table).items():
        cell = " ".join(cells.get(name, "").split())
        if kind is bool:
            values[name] = cell == "1"
            if cell not in ("", "0", "1"):
                faults.append(Fault(name, "choice_unknown", {"value": cell[:20]}))
        elif kind is str:
            if cell or name in key_columns(table) or name in cells:
                values[name] = cell
        else:
            values[name] = tuple(dict.fromkeys(one for one in SPLIT.split(cell) if one))
    return LINES[table](**values), tuple(faults)


def turned(table: Table, column: str, cell: str, known: Mapping[str, str]) -> str:
    """A cell with codes for words, or the other way; what is not known stays as it is."""
    if kinds(table)[column] in (str, bool) or not known:
        return known.get(cell, cell)
    found: list[str] = []
    for one in _APART.split(cell):
        found += [one.strip()] if one.strip() in known else one.split()
    return "、".join(known.get(one, one) for one in found)


def difference(
    table: Table, old: Iterable[Any], new: Iterable[Any]
) -> tuple[list[Any], list[Any], list[Any]]:
    """Lines of `new` that are added, those that are changed, and old ones that are gone."""
    before = {key_of(table, one): one for one in old}
    after = {key_of(table, one): one for one in new}
    added = [one for key, one in after.items() if key not in before]
    changed = [one for key, one in after.items() if key in before and before[key] != one]
    return added, changed, [one for key, one in before.items() if key not in after]


def replaced_by_sheet(table: Table, old: Iterable[Any], new: Iterable[Any]) -> list[Any]:
    """The old lines that a sheet stands for, so that what it lacks is gone.

    A sheet of powers is the whole list, one of days the whole list of its years (State
    Council's notice); of the other tables nothing goes.
    """
    before, after = list(old), list(new)
    if table is Table.POWERS:
        return before
    named = {key_of(table, one) for one in after}
    years = {one.day[:4] for one in after} if table is Table.DAYS else set()
    return [
        one
        for one in before
        if key_of(table, one) in named or (table is Table.DAYS and one.day[:4] in years)
    ]
