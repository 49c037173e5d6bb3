"""What is wrong with a line of an administrator's table, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from unicodedata import category

from commandcenter.domain.grid import DIVISION, Grid, GridKind, parse_code, parse_community
from commandcenter.domain.item import UNIT_NAMES
from commandcenter.domain.limits import Stage
from commandcenter.domain.roles import Role, apart
from commandcenter.domain.table_cells import (
    day_faults,
    id_faults,
    limit_faults,
    named,
    phone_faults,
    unit_faults,
)
from commandcenter.domain.table_checks_coordination import CHECKS, NEEDED, gear_faults
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
from commandcenter.domain.tables import CHOICES, SPLIT, Fault, Known, Table, columns, key_columns

MOST = {"name": 40, "short": 12, "phone": 20, "certificate": 32, "recorder": 32, "vehicle": 20}
MOST |= {"spoken": 40, "void_reason": 80}
_ITEM = re.compile(r"[0-9]{2}-[0-9]{2,3}")


def check(table: Table, line: Any, known: Known) -> tuple[Fault, ...]:
    """Everything that is wrong with one line, in the order of its columns."""
    found = [*_cells(table, line), *_CHECKS[table](line, known)]
    order = columns(table)
    seen: dict[str, Fault] = {}
    for one in found:
        seen.setdefault(one.column, one)
    return tuple(sorted(seen.values(), key=lambda one: order.index(one.column)))


def _cells(table: Table, line: Any) -> Iterator[Fault]:
    for name in columns(table):
        value = getattr(line, name)
        if isinstance(value, bool):
            continue
        many = value if isinstance(value, tuple) else (value,) if value else ()
        allowed = CHOICES.get((table, name))
        for one in many:
            if any(category(letter) in ("Cc", "Cs") for letter in one):
                yield Fault(name, "text_unreadable")
            if allowed is not None and one not in allowed:
                yield Fault(name, "choice_unknown", {"value": one[:20]})
        most = MOST.get(name)
        if most is not None and len(value) > most:
            yield Fault(name, "text_too_long", {"most": str(most), "length": str(len(value))})
        if not many and (name in _NEEDED.get(table, ()) or name in key_columns(table)):
            yield Fault(name, "cell_missing")


_NEEDED = {
    Table.PEOPLE: ("name",),
    Table.UNITS: ("name", "short", "kind"),
    Table.ITEMS: ("name", "level", "units"),
    Table.DAYS: ("kind", "origin"),
    Table.OFFICERS: ("name", "unit"),
    Table.TEAMS: ("unit", "name", "short", "kind"),
    Table.COMMUNITIES: ("name", "spoken"),
    Table.GRIDS: ("name", "kind"),
    **NEEDED,
}


def _person(line: PersonLine, known: Known) -> Iterator[Fault]:
    yield from (*id_faults(line), *phone_faults(line), *unit_faults(line, known))
    pair = apart(line.roles)
    if pair is not None:
        yield Fault("roles", "roles_apart", {"roles": ",".join(pair)})
    yield from named("grids", line.grids, known.grids, "no_such_grid", "grid")
    if not line.unit and {Role.UNIT.value, Role.TEAM_LEADER.value} & set(line.roles):
        yield Fault("unit", "cell_missing")
    if line.on_shift and not line.roles:
        yield Fault("on_shift", "shift_without_role")


def _of_unit(line: UnitLine, known: Known) -> Iterator[Fault]:
    yield from (*id_faults(line), *phone_faults(line))
    for name in ("name", "short"):
        if SPLIT.search(getattr(line, name)):
            yield Fault(name, "name_with_space")


def _item(line: ItemLine, known: Known) -> Iterator[Fault]:
    if not _ITEM.fullmatch(line.code):
        yield Fault("code", "item_code_format")
    yield from limit_faults(line)
    for one in line.units:
        if one not in known.units and one not in UNIT_NAMES:  # the catalogue names them too
            yield Fault("units", "no_such_unit", {"unit": one[:40]})


def _of_stage(line: LimitLine, known: Known) -> Iterator[Fault]:
    yield from limit_faults(line)
    if line.stage == Stage.FINISH.value and not line.limit:
        yield Fault("limit", "cell_missing")


def _power(line: PowerLine, known: Known) -> Iterator[Fault]:
    yield from unit_faults(line, known)
    if line.item and line.item not in known.items:
        yield Fault("item", "no_such_item", {"item": line.item[:20]})


def _of_day(line: DayLine, known: Known) -> Iterator[Fault]:
    yield from day_faults("day", line.day)


def _officer(line: OfficerLine, known: Known) -> Iterator[Fault]:
    yield from (*id_faults(line), *phone_faults(line), *unit_faults(line, known))
    yield from day_faults("valid_until", line.valid_until)
    if line.team and line.team not in known.teams:
        yield Fault("team", "no_such_team", {"team": line.team[:40]})
    if bool(line.certificate) != bool(line.valid_until):
        yield Fault("valid_until" if line.certificate else "certificate", "certificate_and_day")


def _team(line: TeamLine, known: Known) -> Iterator[Fault]:
    yield from (*id_faults(line), *unit_faults(line, known), *gear_faults(line))


def _community(line: CommunityLine, known: Known) -> Iterator[Fault]:
    try:
        good = parse_community(line.id, known.communities) == line.id
    except ValueError:
        good = False
    if not good or not line.id.startswith(known.street):
        yield Fault("id", "community_code_format", {"street": known.street})


def _grid(line: GridLine, known: Known) -> Iterator[Fault]:
    community = line.id[:DIVISION]
    try:
        code = parse_code(line.id, known.communities)
        if str(code) != line.id or community not in known.communities:
            raise ValueError
    except ValueError:
        yield Fault("id", "grid_code_format")
        return
    kinds = [one for one in GridKind if _fits(line, community, one)]
    if line.kind not in kinds and line.kind in CHOICES[Table.GRIDS, "kind"]:
        yield Fault("kind", "grid_kind_length")
    if line.id in known.void and not line.void_reason:
        yield Fault("void_reason", "grid_stays_void")


def _fits(line: GridLine, community: str, kind: GridKind) -> bool:
    try:
        Grid("", line.id, line.name, kind, community, 0.0, 0.0)
    except ValueError:
        return False
    return True


_CHECKS: dict[Table, Callable[[Any, Known], Iterator[Fault]]] = {
    Table.PEOPLE: _person,
    Table.UNITS: _of_unit,
    Table.ITEMS: _item,
    Table.LIMITS: _of_stage,
    Table.POWERS: _power,
    Table.DAYS: _of_day,
    Table.OFFICERS: _officer,
    Table.TEAMS: _team,
    Table.COMMUNITIES: _community,
    Table.GRIDS: _grid,
    **CHECKS,
}
