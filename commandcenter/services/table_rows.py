"""The administrator's lines as rows and back: what each table reads from and stores into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commandcenter.domain.person import Power
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.tables import Table, key_of
from commandcenter.services import alarming
from commandcenter.services import table_rows_coordination as coordination
from commandcenter.services import table_rows_reading as reading
from commandcenter.services import table_rows_storing as storing
from commandcenter.services.doing import Doing
from commandcenter.services.table_rows_reading import Names
from commandcenter.storage.reference import DayRow, ScriptRow
from commandcenter.storage.tx import Tx

_ROW: dict[Table, type[Any]] = {
    Table.POWERS: Power,
    Table.DAYS: DayRow,
    Table.RUN_CARDS: RunCard,
    Table.SCRIPTS: ScriptRow,
}


def remove(tx: Tx, table: Table, line: Any) -> None:
    """Let the row of a line go that may."""
    tx.remove(tx.need(_ROW[table], key_of(table, line), "line_changed"))


READ: dict[Table, Callable[[Tx, Names], tuple[Any, ...]]] = {
    Table.PEOPLE: reading.people,
    Table.UNITS: reading.units,
    Table.ITEMS: reading.items,
    Table.LIMITS: reading.limits,
    Table.POWERS: reading.powers,
    Table.DAYS: reading.days,
    Table.OFFICERS: reading.officers,
    Table.TEAMS: reading.teams,
    Table.COMMUNITIES: reading.communities,
    Table.GRIDS: reading.grids,
    Table.RUN_CARDS: coordination.run_cards,
    Table.WHISTLE_RULES: coordination.whistle_rules,
    Table.TIMERS: coordination.timers,
    Table.TIERS: coordination.tiers,
    Table.SCRIPTS: coordination.scripts,
    Table.RANKING: coordination.ranking,
    Table.ALARMS: alarming.alarms,
}

STORE: dict[Table, Callable[[Doing, Any], None]] = {
    Table.PEOPLE: storing.put_person,
    Table.UNITS: storing.put_unit,
    Table.ITEMS: storing.put_item,
    Table.LIMITS: storing.put_limit,
    Table.POWERS: storing.put_power,
    Table.DAYS: storing.put_day,
    Table.OFFICERS: storing.put_officer,
    Table.TEAMS: storing.put_team,
    Table.COMMUNITIES: storing.put_community,
    Table.GRIDS: storing.put_grid,
    Table.RUN_CARDS: coordination.put_card,
    Table.WHISTLE_RULES: coordination.put_rule,
    Table.TIMERS: coordination.put_timer,
    Table.TIERS: coordination.put_tier,
    Table.SCRIPTS: coordination.put_script,
    Table.RANKING: coordination.put_ranking,
    Table.ALARMS: alarming.put_alarm,
}
