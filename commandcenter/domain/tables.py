"""The tables an administrator keeps: their lines as plain cells, and how cells are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from commandcenter.domain.alarm import AlarmKind, Priority, Sound
from commandcenter.domain.callback import SCRIPTS
from commandcenter.domain.grid import GridKind
from commandcenter.domain.limits import TABLED, Level, Stage
from commandcenter.domain.ranking import NAMES
from commandcenter.domain.roles import Role
from commandcenter.domain.table_lines import (
    CommunityLine,
    DayLine,
    GridLine,
    ItemLine,
    LimitLine,
    OfficerLine,
    PersonLine,
    PowerLine,
    TeamLine,
    UnitLine,
)
from commandcenter.domain.tables_coordination import (
    APPROVERS,
    BLOWERS,
    KEEPING,
    AlarmLine,
    RankingLine,
    RunCardLine,
    ScriptLine,
    TierLine,
    TimerLine,
    WhistleRuleLine,
)
from commandcenter.domain.task import TaskKind
from commandcenter.domain.whistle import WhistleKind


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
    RUN_CARDS = "run_cards"
    WHISTLE_RULES = "whistle_rules"
    TIMERS = "timers"
    TIERS = "tiers"
    SCRIPTS = "scripts"
    RANKING = "ranking"
    ALARMS = "alarms"


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
    Table.RUN_CARDS: RunCardLine,
    Table.WHISTLE_RULES: WhistleRuleLine,
    Table.TIMERS: TimerLine,
    Table.TIERS: TierLine,
    Table.SCRIPTS: ScriptLine,
    Table.RANKING: RankingLine,
    Table.ALARMS: AlarmLine,
}
KEYS: dict[Table, tuple[str, ...]] = {
    Table.ITEMS: ("code",),
    Table.LIMITS: ("level", "stage"),
    Table.POWERS: ("item", "unit", "kind"),
    Table.DAYS: ("day",),
    Table.TIMERS: ("status", "level"),
    Table.TIERS: ("tier",),
    Table.RANKING: ("key",),
    Table.ALARMS: ("alarm",),
}
"""Which columns make the key; of the other tables it is the id."""

REMOVABLE = frozenset({Table.POWERS, Table.DAYS, Table.RUN_CARDS, Table.SCRIPTS})
"""Lines of these may go; all others are named by cases and stay."""

STAYS: dict[Table, frozenset[str]] = {Table.SCRIPTS: frozenset(SCRIPTS)}
"""Keys that stay in a table whose lines may go: those that our defaults have."""

COMPLETE = frozenset({Table.LIMITS, Table.WHISTLE_RULES, Table.TIMERS, Table.TIERS, Table.RANKING})
COMPLETE |= {Table.ALARMS}
"""Tables that have all their lines already."""

LATER = {Table.ITEMS: ("listed",), Table.TEAMS: ("equipment",)}
"""Columns that came after the first sheets: one without them leaves the lines as they are."""

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
    (Table.RUN_CARDS, "level"): tuple(one.value for one in Level),
    (Table.RUN_CARDS, "kind"): tuple(one.value for one in TaskKind),
    (Table.RUN_CARDS, "powers"): tuple(one.value for one in TaskKind),
    (Table.WHISTLE_RULES, "id"): tuple(one.value for one in WhistleKind),
    (Table.WHISTLE_RULES, "approve"): tuple(one.value for one in APPROVERS),
    (Table.WHISTLE_RULES, "blow"): tuple(one.value for one in BLOWERS),
    (Table.TIMERS, "status"): tuple(one.value for one in TABLED),
    (Table.TIMERS, "level"): tuple(one.value for one in Level),
    (Table.TIERS, "tier"): tuple(one.value for one in KEEPING),
    (Table.RANKING, "key"): NAMES,
    (Table.ALARMS, "alarm"): tuple(one.value for one in AlarmKind),
    (Table.ALARMS, "priority"): tuple(one.value for one in Priority),
    (Table.ALARMS, "sound"): tuple(one.value for one in Sound),
    (Table.ALARMS, "roles"): tuple(one.value for one in Role if one is not Role.SYSTEM),
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
    run_cards: tuple[RunCardLine, ...] = ()
    whistle_rules: tuple[WhistleRuleLine, ...] = ()
    timers: tuple[TimerLine, ...] = ()
    tiers: tuple[TierLine, ...] = ()
    scripts: tuple[ScriptLine, ...] = ()
    ranking: tuple[RankingLine, ...] = ()
    alarms: tuple[AlarmLine, ...] = ()

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
            crews=frozenset(one.kind for one in self.teams),
            equipment=frozenset(piece for one in self.teams for piece in one.equipment),
            street=self.street,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What lines may point at: teams with their unit, grids in use, void ones apart.

    `crews` are the kinds of teams that are there, `equipment` is what one of them carries.
    """

    units: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    teams: Mapping[str, str] = field(default_factory=dict)
    grids: frozenset[str] = frozenset()
    communities: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    crews: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    street: str = ""


def key_columns(table: Table) -> tuple[str, ...]:
    """The columns that make a line's key."""
    return KEYS.get(table, ("id",))


def key_of(table: Table, line: Any) -> str:
    """A line's key, as the row is stored under."""
    return "/".join(getattr(line, one) for one in key_columns(table))


def may_go(table: Table, line: Any) -> bool:
    """Whether a line may be removed."""
    return table in REMOVABLE and key_of(table, line) not in STAYS.get(table, ())


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
            if cell:  # an empty one is as by default
                values[name] = cell == "1"
            if cell not in ("", "0", "1"):
                faults.append(Fault(name, "choice_unknown", {"value": cell[:20]}))
        elif kind is str:
            if cell or name in key_columns(table) or name in cells:
                values[name] = cell
        else:
            values[name] = tuple(dict.fromkeys(one for one in SPLIT.split(cell) if one))
    return LINES[table](**values), tuple(faults)


def completed(table: Table, line: Any, cells: Mapping[str, str], old: Any) -> Any:
    """The line with what an older sheet has no column for, as the present line has it."""
    names = [one for one in LATER.get(table, ()) if one not in cells]
    return replace(line, **{one: getattr(old, one) for one in names}) if old and names else line


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
