"""The administrator's tables as they are read: titles of columns, words for codes, faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from commandcenter.domain.grid import GridKind
from commandcenter.domain.item import GROUP_NAMES, UNIT_NAMES
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.roles import Role
from commandcenter.domain.tables import CHOICES, SPLIT, Fault, Table, Tables, columns, kinds
from commandcenter.domain.task import TaskKind
from commandcenter.domain.whistle import WhistleKind
from ui.words import CODES, TEAM_KINDS, WORDS, refusal, say
from ui.words.script_texts import ASKS
from ui.words.table_texts import COLUMNS, TABLE_CODES, TITLES

_ENUMS: dict[str, type[StrEnum]] = {
    "roles": Role,
    "level": Level,
    "stage": Stage,
}
_CODED: dict[tuple[Table, str], Mapping[str, str]] = {
    (Table.UNITS, "kind"): CODES["unit_kind"],
    (Table.TEAMS, "kind"): TEAM_KINDS,
    (Table.POWERS, "kind"): WORDS[TaskKind],
    (Table.GRIDS, "kind"): WORDS[GridKind],
    (Table.DAYS, "kind"): TABLE_CODES["day_kind"],
    (Table.DAYS, "origin"): TABLE_CODES["day_origin"],
    (Table.RUN_CARDS, "kind"): WORDS[TaskKind],
    (Table.RUN_CARDS, "powers"): WORDS[TaskKind],
    (Table.WHISTLE_RULES, "id"): WORDS[WhistleKind],
    (Table.WHISTLE_RULES, "approve"): WORDS[Role],
    (Table.WHISTLE_RULES, "blow"): WORDS[Role],
    (Table.TIMERS, "status"): TABLE_CODES["timer"],
    (Table.TIERS, "tier"): TABLE_CODES["tier"],
    (Table.RANKING, "key"): TABLE_CODES["ranking"],
    (Table.ALARMS, "alarm"): TABLE_CODES["alarm_kind"],
    (Table.ALARMS, "priority"): TABLE_CODES["priority"],
    (Table.ALARMS, "sound"): TABLE_CODES["sound"],
}
_OF_UNITS = frozenset({"unit", "units", "lead", "co_units", "notify"})
MOST_CREWS = 9


def title(table: Table) -> str:
    """A table's name."""
    return say(TITLES[table])


def heads(table: Table) -> dict[str, str]:
    """The title of each column."""
    return {name: say(COLUMNS[name]) for name in columns(table)}


def wording(table: Table, tables: Tables) -> dict[str, dict[str, str]]:
    """For each column that holds codes the word of every code it may hold."""
    found = {}
    for name, kind in kinds(table).items():
        words = _words(table, name, kind, tables)
        if words:
            found[name] = _told_apart(words)
    return found


def fault_text(fault: Fault, words: Mapping[str, str]) -> str:
    """What is wrong with a cell, as a sentence; `words` are the names of codes."""
    return refusal(fault.code, fault.values, words)


def _words(table: Table, name: str, kind: Any, tables: Tables) -> dict[str, str]:
    if kind is bool:
        return {code: say(text) for code, text in TABLE_CODES["truth"].items()}
    if name in _OF_UNITS:
        return _units(tables, catalogue=name == "units")
    if name == "item":
        groups = _groups(tables) if table is Table.RUN_CARDS else {}
        return groups | {one.code: f"{one.code} {one.name}" for one in tables.items}
    if name == "communities":
        return {one.id: one.spoken for one in tables.communities}
    if name == "crews":
        return _crews()
    if table is Table.SCRIPTS:
        every = {code: say(text) for code, text in TABLE_CODES["every_item"].items()}
        return (
            every | _groups(tables)
            if name == "id"
            else {code: say(text) for code, text in ASKS.items()}
        )
    if name == "grids":
        used = (one for one in tables.grids if not one.void_reason)
        return {one.id: one.id if SPLIT.search(one.name) else one.name for one in used}
    if name == "team":
        return {one.id: one.short for one in tables.teams}
    known = _CODED.get((table, name)) or (WORDS[_ENUMS[name]] if name in _ENUMS else {})
    allowed = CHOICES.get((table, name), ())
    return {code: say(known[code]) for code in allowed if code in known}


def _units(tables: Tables, catalogue: bool) -> dict[str, str]:
    """Units by their short names; the catalogue's own too where items may name them."""
    known = {key: name for key, name in UNIT_NAMES.items()} if catalogue else {}
    return known | {one.id: one.short for one in tables.units}


def _groups(tables: Tables) -> dict[str, str]:
    """Groups of items by their two digits; one of the street's own has no name."""
    own = {one.code.partition("-")[0] for one in tables.items}
    return {one: f"{one} {GROUP_NAMES[one]}" for one in sorted(own) if one in GROUP_NAMES}


def _crews() -> dict[str, str]:
    """社会面类×2: each kind of team with each number."""
    return {
        f"{kind}:{number}": f"{say(text)}×{number}"
        for kind, text in TEAM_KINDS.items()
        for number in range(1, MOST_CREWS + 1)
    }


def _told_apart(words: dict[str, str]) -> dict[str, str]:
    """A word that two codes have is not used: the codes stand instead."""
    many = Counter(words.values())
    return {code: word if many[word] == 1 else code for code, word in words.items()}
