"""The administrator's lines as rows: the street's own people, rules and ground."""

from __future__ import annotations

from datetime import date
from typing import Any

from commandcenter.domain.grid import DIVISION
from commandcenter.domain.item import Axis, axis
from commandcenter.domain.person import Officer, Person, Power, Team, Unit
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


def put_person(do: Doing, line: PersonLine) -> None:
    """Store roles, unit, grids and shift; the name goes its own way."""
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


def put_unit(do: Doing, line: UnitLine) -> None:
    """Store a unit."""
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


def put_item(do: Doing, line: ItemLine) -> None:
    """Store an item, and whether it is void."""
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
            listed=line.listed,
        )
    )
    key = void_key(line.code)
    if do.tx.get(SettingRow, key) is not None or line.void:
        do.put(SettingRow(street=do.street, id=key, value="1" if line.void else "0"))


def put_limit(do: Doing, line: LimitLine) -> None:
    """Store a stage's limit; an empty one is none."""
    key = f"{line.level}/{line.stage}"
    do.tx.get(LimitRow, key)
    do.put(LimitRow(street=do.street, id=key, limit=line.limit or None))


def put_power(do: Doing, line: PowerLine) -> None:
    """Store a power."""
    power = Power(
        street=do.street, item=line.item, unit=line.unit, kind=line.kind, default=line.default
    )
    do.tx.get(Power, power.id)
    do.put(power)


def put_day(do: Doing, line: DayLine) -> None:
    """Store a day; what is set here is the notice's."""
    do.tx.get(DayRow, line.day)
    do.put(DayRow(street=do.street, id=line.day, kind=line.kind, name=line.name, origin=NOTICE))


def put_officer(do: Doing, line: OfficerLine) -> None:
    """Store an officer; whether on shift is not the table's to say."""
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


KEPT = ("status", "since", "task", "case", "tasks")
"""What a team is doing: the dispatchers' to say."""


def put_team(do: Doing, line: TeamLine) -> None:
    """Store a team; what it is doing stays."""
    known = do.tx.get(Team, line.id)
    fields: dict[str, Any] = {"since": do.at}
    if known is not None:
        fields = {name: getattr(known, name) for name in KEPT}
    do.put(
        Team(
            street=do.street,
            id=line.id,
            unit=line.unit,
            name=line.name,
            short=line.short,
            kind=line.kind,
            vehicle=line.vehicle or None,
            equipment=line.equipment,
            **fields,
        )
    )


def put_community(do: Doing, line: CommunityLine) -> None:
    """Store a community."""
    do.tx.get(CommunityRow, line.id)
    do.put(CommunityRow(street=do.street, id=line.id, name=line.name, spoken=line.spoken))


def put_grid(do: Doing, line: GridLine) -> None:
    """Store a grid; its ring stays."""
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
