"""What is wrong or doubtful with the tables of dispatch and coordination (issue 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from commandcenter.domain.alarm import (
    DEFAULT_ALARMS,
    FLOOR_SECONDS,
    FLOORED,
    MOST_LOUDER,
    MOST_SECONDS,
    Sound,
)
from commandcenter.domain.callback import ALL
from commandcenter.domain.item import GROUP_NAMES
from commandcenter.domain.ranking import MOST, NAMES, least, value_of
from commandcenter.domain.roles import DESK_ROLES
from commandcenter.domain.runcard import rivals
from commandcenter.domain.table_cells import id_faults, limit_faults, named, unit_faults
from commandcenter.domain.table_lines import TeamLine
from commandcenter.domain.tables import TEAM_KINDS, Fault, Known, Table
from commandcenter.domain.tables_coordination import (
    AlarmLine,
    RankingLine,
    RunCardLine,
    ScriptLine,
    TierLine,
    TimerLine,
    WhistleRuleLine,
    card_of,
)
from commandcenter.domain.task import CERTIFIED

MOST_OFFICERS = 50
MOST_GEAR, MOST_GEARS = 20, 20
MOST_ASK = 80
STEPS = ("sign", "contact", "check_in", "deliver", "rate")
NEEDED: dict[Table, tuple[str, ...]] = {
    Table.RUN_CARDS: ("name", "item", "kind", "lead"),
    Table.WHISTLE_RULES: ("approve", "blow", *STEPS),
    Table.SCRIPTS: ("ask_1",),
    Table.RANKING: ("value",),
    Table.ALARMS: ("priority", "sound", "repeat", "grace", "louder"),
}
"""Columns that may not be empty."""

_OURS = {rule.kind.value: rule for rule in DEFAULT_ALARMS}
_HOURS = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]")
_CREW = re.compile(rf"({'|'.join(TEAM_KINDS)}):[1-9]")
_SECONDS = re.compile(r"[0-9]{1,5}")
_OFFICERS = re.compile(r"[0-9]{1,2}")


def gear_faults(line: TeamLine | RunCardLine) -> Iterator[Fault]:
    """Equipment by short names."""
    if len(line.equipment) > MOST_GEARS or any(len(one) > MOST_GEAR for one in line.equipment):
        values = {"most": str(MOST_GEARS), "length": str(MOST_GEAR)}
        yield Fault("equipment", "equipment_format", values)


def _card(line: RunCardLine, known: Known) -> Iterator[Fault]:
    yield from id_faults(line)
    if line.item and line.item not in known.items and line.item not in _groups(known):
        yield Fault("item", "no_such_item", {"item": line.item[:20]})
    yield from named(
        "communities", line.communities, known.communities, "no_such_community", "community"
    )
    if line.hours and not (_HOURS.fullmatch(line.hours) and line.hours[:5] != line.hours[6:]):
        yield Fault("hours", "hours_unreadable", {"value": line.hours[:20]})
    seen: set[str] = set()
    for column, units in (("lead", (line.lead,)), ("co_units", line.co_units),
                          ("notify", line.notify)):  # fmt: skip
        yield from unit_faults(line, known, column)
        for one in seen.intersection(units):
            yield Fault(column, "unit_twice", {"unit": one[:40]})
        seen.update(units)
    yield from _crews(line)
    if not _OFFICERS.fullmatch(line.officers or "0") or int(line.officers or 0) > MOST_OFFICERS:
        yield Fault("officers", "officers_number", {"most": str(MOST_OFFICERS)})
    yield from gear_faults(line)


def _crews(line: RunCardLine) -> Iterator[Fault]:
    kinds = [one.partition(":")[0] for one in line.crews]
    for one in line.crews:
        if not _CREW.fullmatch(one):
            yield Fault("crews", "crew_unreadable", {"value": one[:20]})
    if len(set(kinds)) != len(kinds):
        yield Fault("crews", "crew_twice")


def _groups(known: Known) -> frozenset[str]:
    return frozenset(GROUP_NAMES) | {one.partition("-")[0] for one in known.items}


def _rule(line: WhistleRuleLine, known: Known) -> Iterator[Fault]:
    yield from chain.from_iterable(limit_faults(line, column) for column in STEPS)


def _timed(line: TimerLine | TierLine, known: Known) -> Iterator[Fault]:
    yield from limit_faults(line)


def _script(line: ScriptLine, known: Known) -> Iterator[Fault]:
    if line.id != ALL and line.id not in _groups(known):
        yield Fault("id", "no_such_group", {"group": line.id[:20]})
    for at in range(1, 6):
        text: str = getattr(line, f"ask_{at}")
        if len(text) > MOST_ASK:
            values = {"most": str(MOST_ASK), "length": str(len(text))}
            yield Fault(f"ask_{at}", "text_too_long", values)


def _value(line: RankingLine, known: Known) -> Iterator[Fault]:
    if line.key in NAMES and value_of(line.key, line.value) is None:
        bounds = {"least": f"{least(line.key):g}", "most": f"{MOST:g}"}
        yield Fault("value", "ranking_number", bounds)


def _alarm(line: AlarmLine, known: Known) -> Iterator[Fault]:
    for column, most in (("repeat", MOST_SECONDS), ("grace", MOST_SECONDS),
                         ("louder", MOST_LOUDER)):  # fmt: skip
        cell: str = getattr(line, column)
        if cell and not (_SECONDS.fullmatch(cell) and int(cell) <= most):
            yield Fault(column, "whole_number", {"most": str(most)})
    if line.alarm in frozenset(FLOORED):
        yield from _floor(line)


def _floor(line: AlarmLine) -> Iterator[Fault]:
    """What is urgent or a term of law rings at least where ours does, quiet hours or not."""
    least = {"most": str(FLOOR_SECONDS)}
    if line.sound == Sound.NONE:
        yield Fault("sound", "alarm_floor_sound")
    if not 0 < _number(line.repeat) <= FLOOR_SECONDS:
        yield Fault("repeat", "alarm_floor_repeat", least)
    if _number(line.grace) > FLOOR_SECONDS:
        yield Fault("grace", "alarm_floor_grace", least)
    needed = _OURS[line.alarm].roles or DESK_ROLES
    if line.roles and not set(needed).issubset(line.roles):
        yield Fault("roles", "alarm_floor_roles")
    if line.quiet:
        yield Fault("quiet", "alarm_floor_quiet")


def _number(cell: str) -> int:
    return int(cell) if _SECONDS.fullmatch(cell) else 0


CHECKS: dict[Table, Callable[[Any, Known], Iterator[Fault]]] = {
    Table.RUN_CARDS: _card,
    Table.WHISTLE_RULES: _rule,
    Table.TIMERS: _timed,
    Table.TIERS: _timed,
    Table.SCRIPTS: _script,
    Table.RANKING: _value,
    Table.ALARMS: _alarm,
}
"""The checks of each table; what every cell is looked at for stands in table_checks."""


def doubts(line: RunCardLine, cards: Iterable[RunCardLine], known: Known) -> tuple[Fault, ...]:
    """What is odd about a card that is otherwise good: said beside it, and never refused.

    Another that is as narrow for the same case (the first by id wins), a kind of team or a piece
    of equipment that the street lacks, fewer officers than 行政处罚法 42 wants.
    """
    found = []
    mine = card_of("", line)
    for other in cards:
        if other.id != line.id and rivals(mine, card_of("", other)):
            found.append(Fault("item", "card_rival", {"key": other.id}))
    lacking = [one for one in line.crews if one[:-2] not in known.crews]
    if lacking:
        found.append(Fault("crews", "no_team_of_kind", {"crew": ",".join(lacking)}))
    missing = [one for one in line.equipment if one not in known.equipment]
    if missing:
        found.append(Fault("equipment", "no_team_carries", {"value": missing[0]}))
    if mine.kind in CERTIFIED and mine.officers < 2:
        found.append(Fault("officers", "fewer_than_two", {"article": "行政处罚法42"}))
    return tuple(found)
