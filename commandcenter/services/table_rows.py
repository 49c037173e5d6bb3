"""The administrator's lines as rows and back: what each table reads from and stores into."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from commandcenter.domain.grid import DIVISION
from commandcenter.domain.item import Axis, axis
from commandcenter.domain.limits import DEFAULT_LIMITS, Level, Stage
from commandcenter.domain.person import Officer, Person, Power, Team, Unit
from commandcenter.domain.roles import Role
from commandcenter.domain.tables import (
    CommunityLine,
    DayLine,
    GridLine,
    ItemLine,
    LimitLine,
    OfficerLine,
    PersonLine,
    PowerLine,
    Table,
    TeamLine,
    UnitLine,
    key_of,
)
from commandcenter.services.calendars import NOTICE
from commandcenter.services.doing import Doing
from commandcenter.services.rules import void_key
from commandcenter.storage import tables as t
from commandcenter.storage.dialect import upsert
from commandcenter.storage.reference import (
    NO_RING,
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
_ROW: dict[Table, type[Any]] = {Table.POWERS: Power, Table.DAYS: DayRow}


def remove(tx: Tx, table: Table, line: Any) -> None:
    """Let the row of a power or a day go."""
    tx.remove(tx.need(_ROW[table], key_of(table, line), "line_changed"))


# ---- reading ----------------------------------------------------------------------------------


def _people(tx: Tx, names: Names) -> tuple[PersonLine, ...]:
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


def _units(tx: Tx, names: Names) -> tuple[UnitLine, ...]:
    return tuple(
        UnitLine(id=one.id, name=one.name, short=one.short, kind=one.kind, phone=one.phone or "")
        for one in tx.find(Unit)
    )


def _items(tx: Tx, names: Names) -> tuple[ItemLine, ...]:
    void = {one.id for one in tx.find(SettingRow) if one.value == "1"}
    return tuple(
        ItemLine(
            code=one.id,
            name=one.name,
            level=one.level,
            limit=one.limit or "",
            units=one.units,
            void=void_key(one.id) in void,
        )
        for one in tx.find(ItemRow)
    )


def _limits(tx: Tx, names: Names) -> tuple[LimitLine, ...]:
    known = {one.id: one.limit for one in tx.find(LimitRow)}
    lines = []
    for level in Level:
        for stage in Stage:
            usual = DEFAULT_LIMITS.limit(level, stage)
            limit = known.get(f"{level}/{stage}", str(usual) if usual else None)
            lines.append(LimitLine(level=level.value, stage=stage.value, limit=limit or ""))
    return tuple(lines)


def _powers(tx: Tx, names: Names) -> tuple[PowerLine, ...]:
    return tuple(
        PowerLine(item=one.item, unit=one.unit, kind=str(one.kind), default=one.default)
        for one in tx.find(Power)
    )


def _days(tx: Tx, names: Names) -> tuple[DayLine, ...]:
    return tuple(
        DayLine(day=one.id, kind=one.kind, name=one.name, origin=one.origin)
        for one in tx.find(DayRow)
    )


def _officers(tx: Tx, names: Names) -> tuple[OfficerLine, ...]:
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


def _teams(tx: Tx, names: Names) -> tuple[TeamLine, ...]:
    return tuple(
        TeamLine(
            id=one.id,
            unit=one.unit,
            name=one.name,
            short=one.short,
            kind=one.kind,
            vehicle=one.vehicle or "",
        )
        for one in tx.find(Team)
    )


def _communities(tx: Tx, names: Names) -> tuple[CommunityLine, ...]:
    found = tx.find(CommunityRow)
    return tuple(CommunityLine(id=one.id, name=one.name, spoken=one.spoken) for one in found)


def _grids(tx: Tx, names: Names) -> tuple[GridLine, ...]:
    return tuple(
        GridLine(id=one.id, name=one.name, kind=one.kind, void_reason=one.void_reason or "")
        for one in tx.find(GridRow)
        if len(one.id) > DIVISION  # an area of 12 digits is the community's own
    )


READ: dict[Table, Callable[[Tx, Names], tuple[Any, ...]]] = {
    Table.PEOPLE: _people,
    Table.UNITS: _units,
    Table.ITEMS: _items,
    Table.LIMITS: _limits,
    Table.POWERS: _powers,
    Table.DAYS: _days,
    Table.OFFICERS: _officers,
    Table.TEAMS: _teams,
    Table.COMMUNITIES: _communities,
    Table.GRIDS: _grids,
}

# ---- storing ----------------------------------------------------------------------------------


def _put_person(do: Doing, line: PersonLine) -> None:
    do.tx.get(Person, line.id)
    do.put(
        Person(
            street=do.street,
            id=line.id,
            roles=tuple(Role(one) for one in line.roles),
            unit=line.unit or None,
            grids=line.grids,
            on_shift=line.on_shift,
        )
    )
    _name(do, line)


def _put_unit(do: Doing, line: UnitLine) -> None:
    do.tx.get(Unit, line.id)
    do.put(
        Unit(
            street=do.street,
            id=line.id,
            name=line.name,
            short=line.short,
            kind=line.kind,
            phone=line.phone or None,
        )
    )


def _put_item(do: Doing, line: ItemLine) -> None:
    known = do.tx.get(ItemRow, line.code)
    found = Axis(known.axis) if known else axis(line.code, found_on_patrol=False)
    do.put(
        ItemRow(
            street=do.street,
            id=line.code,
            name=line.name,
            level=line.level,
            limit=line.limit or None,
            units=line.units,
            axis=found.value,
        )
    )
    key = void_key(line.code)
    if do.tx.get(SettingRow, key) is not None or line.void:
        do.put(SettingRow(street=do.street, id=key, value="1" if line.void else "0"))


def _put_limit(do: Doing, line: LimitLine) -> None:
    key = f"{line.level}/{line.stage}"
    do.tx.get(LimitRow, key)
    do.put(LimitRow(street=do.street, id=key, limit=line.limit or None))


def _put_power(do: Doing, line: PowerLine) -> None:
    power = Power(
        street=do.street, item=line.item, unit=line.unit, kind=line.kind, default=line.default
    )
    do.tx.get(Power, power.id)
    do.put(power)


def _put_day(do: Doing, line: DayLine) -> None:
    do.tx.get(DayRow, line.day)
    do.put(DayRow(street=do.street, id=line.day, kind=line.kind, name=line.name, origin=NOTICE))


def _put_officer(do: Doing, line: OfficerLine) -> None:
    known = do.tx.get(Officer, line.id)
    do.put(
        Officer(
            street=do.street,
            id=line.id,
            unit=line.unit,
            team=line.team or None,
            auxiliary=line.auxiliary,
            certificate=line.certificate or None,
            valid_until=date.fromisoformat(line.valid_until) if line.valid_until else None,
            recorder=line.recorder or None,
            on_shift=known.on_shift if known else False,
        )
    )
    _name(do, line)


def _put_team(do: Doing, line: TeamLine) -> None:
    known = do.tx.get(Team, line.id)
    fields: dict[str, Any] = {"since": do.at}
    if known is not None:
        fields = {name: getattr(known, name) for name in ("status", "since", "task", "case")}
    do.put(
        Team(
            street=do.street,
            id=line.id,
            unit=line.unit,
            name=line.name,
            short=line.short,
            kind=line.kind,
            vehicle=line.vehicle or None,
            **fields,
        )
    )


def _put_community(do: Doing, line: CommunityLine) -> None:
    do.tx.get(CommunityRow, line.id)
    do.put(CommunityRow(street=do.street, id=line.id, name=line.name, spoken=line.spoken))


def _put_grid(do: Doing, line: GridLine) -> None:
    known = do.tx.get(GridRow, line.id)
    do.put(
        GridRow(
            street=do.street,
            id=line.id,
            name=line.name,
            kind=line.kind,
            community=line.id[:DIVISION],
            lon=known.lon if known else 0.0,
            lat=known.lat if known else 0.0,
            ring=known.ring if known else NO_RING,
            void_reason=line.void_reason or None,
        )
    )


def _name(do: Doing, line: PersonLine | OfficerLine) -> None:
    """Name and telephone into their own table, which no entry tells."""
    connection = do.tx.connection
    values = {"name": line.name, "phone": line.phone or None}
    connection.execute(
        upsert(connection, t.names)
        .values(street=do.street, id=line.id, **values)
        .on_conflict_do_update(index_elements=["street", "id"], set_=values)
    )


STORE: dict[Table, Callable[[Doing, Any], None]] = {
    Table.PEOPLE: _put_person,
    Table.UNITS: _put_unit,
    Table.ITEMS: _put_item,
    Table.LIMITS: _put_limit,
    Table.POWERS: _put_power,
    Table.DAYS: _put_day,
    Table.OFFICERS: _put_officer,
    Table.TEAMS: _put_team,
    Table.COMMUNITIES: _put_community,
    Table.GRIDS: _put_grid,
}
