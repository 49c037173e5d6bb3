"""The street's rules as its tables say: items, limits, calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commandcenter.domain.calendar import Session, WorkCalendar
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.item import Axis, Item
from commandcenter.domain.limits import (
    DEFAULT_LIMITS,
    DEFAULT_TIMERS,
    Level,
    Limit,
    LimitTable,
    Stage,
    Timers,
    Watch,
)
from commandcenter.domain.rules import Rules
from commandcenter.domain.tier import Tier, tier_limits
from commandcenter.services.answers import Asking, answers
from commandcenter.services.views import AskRules, RulesView
from commandcenter.storage.reference import DayRow, ItemRow, LimitRow, SettingRow, TierRow, TimerRow
from commandcenter.storage.tx import Tx


def load_rules(connection: Connection, street: str) -> Rules:
    """Read the tables once; a command that changes them loads anew."""
    tx = Tx(connection, street)
    void = {row.id for row in tx.find(SettingRow) if row.value == "1"}
    items = {row.id: _item(row, void_key(row.id) in void) for row in tx.find(ItemRow)}
    limits = DEFAULT_LIMITS
    for row in tx.find(LimitRow):
        level, stage = row.id.split("/")
        limit = Limit.parse(row.limit) if row.limit else None
        limits = limits.replaced(Level(level), Stage(stage), limit)
    days = [(date.fromisoformat(row.id), row.kind) for row in tx.find(DayRow)]
    calendar = WorkCalendar.from_rows(days)
    return Rules(
        items=items, limits=limits, clock=WorkClock(calendar), timers=_timers(tx), tiers=_tiers(tx)
    )


def _timers(tx: Tx) -> Timers:
    """The defaults with the street's own rows, whose ids are like leave/urgent."""
    own: dict[tuple[Watch, Level], Limit | None] = {}
    for row in tx.find(TimerRow):
        code, level = row.id.split("/")
        own[Watch(code), Level(level)] = Limit.parse(row.limit) if row.limit else None
    return MappingProxyType({**DEFAULT_TIMERS, **own})


def _tiers(tx: Tx) -> Mapping[Tier, Limit | None]:
    own = {Tier(row.id): row.limit for row in tx.find(TierRow)}
    given = {tier: Limit.parse(text) if text else None for tier, text in own.items()}
    return {**tier_limits(), **given}


def void_key(item: str) -> str:
    """The setting that says whether an item takes no new cases."""
    return f"void:item:{item}"


def _item(row: ItemRow, void: bool) -> Item:
    return Item(
        code=row.id,
        name=row.name,
        level=Level(row.level),
        limit=Limit.parse(row.limit) if row.limit else None,
        units=row.units,
        axis=Axis(row.axis),
        void=void,
        listed=row.listed,
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
        listed=item.listed,
    )


def rules_view(rules: Rules) -> RulesView:
    """The tables as values that travel."""
    calendar = rules.clock.calendar
    days = [(day, "off") for day in calendar.off] + [(day, "work") for day in calendar.work]
    return RulesView(
        items=tuple(rules.items.values()),
        limits=tuple((level, stage, one) for (level, stage), one in rules.limits.limits.items()),
        days=tuple(sorted(days)),
        sessions=tuple((_hm(one.start), _hm(one.end)) for one in rules.clock.sessions),
        zone=str(rules.clock.zone),
    )


def _hm(at: time) -> str:
    return at.isoformat("minutes")


def rules_of(view: RulesView) -> Rules:
    """The rules again at the other end: due times come out the same there."""
    sessions = tuple(
        Session(time.fromisoformat(one), time.fromisoformat(two)) for one, two in view.sessions
    )
    calendar = WorkCalendar.from_rows(view.days)
    return Rules(
        items={item.code: item for item in view.items},
        limits=LimitTable({(level, stage): one for level, stage, one in view.limits}),
        clock=WorkClock(calendar, sessions, ZoneInfo(view.zone)),
    )


@answers(AskRules)
def rules_answer(ask: Asking, query: AskRules) -> RulesView:
    """The street's tables."""
    return rules_view(ask.rules)
