"""Rows as the administrator's lines: the street's own people, rules and ground."""

from __future__ import annotations

from commandcenter.domain.grid import DIVISION
from commandcenter.domain.limits import DEFAULT_LIMITS, Level, Stage
from commandcenter.domain.person import Officer, Person, Power, Team, Unit
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
from commandcenter.services.rules import void_key
from commandcenter.storage.reference import (
    CommunityRow,
    DayRow,
    GridRow,
    ItemRow,
    LimitRow,
    SettingRow,
)
from commandcenter.storage.tx import Tx

Names = dict[str, tuple[str, str]]
"""Name and telephone by id of person or officer."""

NOBODY = ("", "")


def people(tx: Tx, names: Names) -> tuple[PersonLine, ...]:
    """Everybody, with name and telephone from their own table."""
    return tuple(
        PersonLine(
            id=one.id,
            name=names.get(one.id, NOBODY)[0],
            phone=names.get(one.id, NOBODY)[1],
            roles=tuple(role.value for role in one.roles),
            unit=one.unit or "",
            grids=one.grids,
            on_shift=one.on_shift,
        )
        for one in tx.find(Person)
    )


def units(tx: Tx, names: Names) -> tuple[UnitLine, ...]:
    """The units."""
    return tuple(
        UnitLine(id=one.id, name=one.name, short=one.short, kind=one.kind, phone=one.phone or "")
        for one in tx.find(Unit)
    )


def items(tx: Tx, names: Names) -> tuple[ItemLine, ...]:
    """The catalogue; a void item stays in it."""
    void = {one.id for one in tx.find(SettingRow) if one.value == "1"}
    return tuple(
        ItemLine(
            code=one.id,
            name=one.name,
            level=one.level,
            limit=one.limit or "",
            units=one.units,
            void=void_key(one.id) in void,
            listed=one.listed,
        )
        for one in tx.find(ItemRow)
    )


def limits(tx: Tx, names: Names) -> tuple[LimitLine, ...]:
    """A line for each stage at each level, ours where the street has none."""
    known = {one.id: one.limit for one in tx.find(LimitRow)}
    lines = []
    for level in Level:
        for stage in Stage:
            usual = DEFAULT_LIMITS.limit(level, stage)
            limit = known.get(f"{level}/{stage}", str(usual) if usual else None)
            lines.append(LimitLine(level=level.value, stage=stage.value, limit=limit or ""))
    return tuple(lines)


def powers(tx: Tx, names: Names) -> tuple[PowerLine, ...]:
    """The powers."""
    return tuple(
        PowerLine(item=one.item, unit=one.unit, kind=str(one.kind), default=one.default)
        for one in tx.find(Power)
    )


def days(tx: Tx, names: Names) -> tuple[DayLine, ...]:
    """The days off and the make-up workdays."""
    return tuple(
        DayLine(day=one.id, kind=one.kind, name=one.name, origin=one.origin)
        for one in tx.find(DayRow)
    )


def officers(tx: Tx, names: Names) -> tuple[OfficerLine, ...]:
    """The officers, with name and telephone from their own table."""
    return tuple(
        OfficerLine(
            id=one.id,
            name=names.get(one.id, NOBODY)[0],
            phone=names.get(one.id, NOBODY)[1],
            unit=one.unit,
            team=one.team or "",
            auxiliary=one.auxiliary,
            certificate=one.certificate or "",
            valid_until=one.valid_until.isoformat() if one.valid_until else "",
            recorder=one.recorder or "",
        )
        for one in tx.find(Officer)
    )


def teams(tx: Tx, names: Names) -> tuple[TeamLine, ...]:
    """The teams."""
    return tuple(
        TeamLine(
            id=one.id,
            unit=one.unit,
            name=one.name,
            short=one.short,
            kind=one.kind,
            vehicle=one.vehicle or "",
            equipment=one.equipment,
        )
        for one in tx.find(Team)
    )


def communities(tx: Tx, names: Names) -> tuple[CommunityLine, ...]:
    """The communities."""
    found = tx.find(CommunityRow)
    return tuple(CommunityLine(id=one.id, name=one.name, spoken=one.spoken) for one in found)


def grids(tx: Tx, names: Names) -> tuple[GridLine, ...]:
    """The grids, without the areas of communities."""
    return tuple(
        GridLine(id=one.id, name=one.name, kind=one.kind, void_reason=one.void_reason or "")
        for one in tx.find(GridRow)
        if len(one.id) > DIVISION  # an area of 12 digits is the community's own
    )
