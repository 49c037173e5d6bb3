"""The administrator's tables on every store: set, removed, stale refused, others follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tables import Table, Tables, key_of
from commandcenter.services.views import AskTables
from tests.fakes import Room

ADMIN = "admin-1"


def tables(room: Room) -> Tables:
    found: Tables = room.desk.ask(AskTables(), ADMIN)
    return found


def line(room: Room, table: Table, key: str) -> Any:
    return next(one for one in tables(room).lines(table) if key_of(table, one) == key)


def give(room: Room, table: Table, rows: Any, seen: Any) -> None:
    room.do(SETTING[table], ADMIN, rows=tuple(rows), seen=tuple(seen))


CHANGED = [
    (Table.PEOPLE, "lead-2", {"name": "新名", "roles": ("shift_lead", "checker")}),
    (Table.UNITS, "water", {"short": "水利"}),
    (Table.ITEMS, "01-02", {"limit": "1wd", "void": True, "listed": False}),
    (Table.LIMITS, "general/sign", {"limit": "30min"}),
    (Table.POWERS, "01-01/enforcement/inspect", {"default": False}),
    (Table.DAYS, "2026-01-01", {"name": "元旦节", "origin": "notice"}),
    (Table.OFFICERS, "officer-safety-1", {"valid_until": "2030-12-31"}),
    (Table.TEAMS, "team-safety", {"vehicle": "演示", "equipment": ("警戒带", "喊话器")}),
    (Table.COMMUNITIES, "440113120500", {"spoken": "海傍"}),
    (Table.GRIDS, "440113120500004", {"name": "海傍四格", "void_reason": "并入五格"}),
    (Table.RUN_CARDS, "barbecue", {"on": True, "level": "general", "officers": "3"}),
    (Table.WHISTLE_RULES, "joint", {"sign": "2wh", "approve": ("director",)}),
    (Table.TIMERS, "leave/urgent", {"limit": ""}),
    (Table.TIERS, "community", {"limit": "3wd"}),
    (Table.SCRIPTS, "04", {"ask_2": "水退了吗？"}),
    (Table.RANKING, "detour", {"value": "1.5"}),
    (Table.ALARMS, "case_red", {"repeat": "90", "roles": ("dispatcher",), "quiet": False}),
]


@pytest.mark.parametrize(("table", "key", "fields"), CHANGED, ids=[row[0] for row in CHANGED])
def test_a_line_is_changed_and_a_stale_one_refused(
    room: Room, table: Table, key: str, fields: dict[str, Any]
) -> None:
    old = line(room, table, key)
    new = replace(old, **fields)
    give(room, table, [new], [old])
    assert line(room, table, key) == new
    with pytest.raises(Refusal, match="line_changed"):
        give(room, table, [replace(new, **fields)], [old])


def test_powers_go_and_come(room: Room) -> None:
    gone = tables(room).powers[:5]
    give(room, Table.POWERS, [], gone)
    assert not set(gone) & set(tables(room).powers)
    give(room, Table.POWERS, gone, [])
    assert set(gone) <= set(tables(room).powers)


def test_another_process_follows_the_tables(open_town: Callable[[], Room]) -> None:
    one, two = open_town(), open_town()
    gone = tables(one).powers[:5]
    give(one, Table.POWERS, [], gone)
    old = line(one, Table.ITEMS, "01-02")
    give(one, Table.ITEMS, [replace(old, void=True)], [old])
    two.desk.heard()
    assert two.desk.rules.item("01-02").void
    with pytest.raises(Refusal, match="item_void"):
        two.report("01-02")
    assert one.center.differences() == [] and one.center.verify().good
