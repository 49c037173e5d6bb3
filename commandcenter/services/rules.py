"""The street's rules as its tables say: items, limits, calendar."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.item import Axis, Item
from commandcenter.domain.limits import DEFAULT_LIMITS, Level, Limit, Stage
from commandcenter.domain.rules import Rules
from commandcenter.storage.reference import DayRow, ItemRow, LimitRow
from commandcenter.storage.tx import Tx


def load_rules(connection: Connection, street: str) -> Rules:
    """Read the tables once; a command that changes them loads anew."""
    tx = Tx(connection, street)
    items = {row.id: _item(row) for row in tx.find(ItemRow)}
    limits = DEFAULT_LIMITS
    for row in tx.find(LimitRow):
        level, stage = row.id.split("/")
        limit = Limit.parse(row.limit) if row.limit else None
        limits = limits.replaced(Level(level), Stage(stage), limit)
    days = [(date.fromisoformat(row.id), row.kind) for row in tx.find(DayRow)]
    calendar = WorkCalendar.from_rows(days)
    return Rules(items=items, limits=limits, clock=WorkClock(calendar))


def _item(row: ItemRow) -> Item:
    return Item(
        code=row.id,
        name=row.name,
        level=Level(row.level),
        limit=Limit.parse(row.limit) if row.limit else None,
        units=row.units,
        axis=Axis(row.axis),
    )


def item_row(street: str, item: Item) -> ItemRow:
    """The row of an item."""
    return ItemRow(
        street=street,
        id=item.code,
        name=item.name,
        level=item.level.value,
        limit=str(item.limit) if item.limit else None,
        units=item.units,
        axis=item.axis.value,
    )
