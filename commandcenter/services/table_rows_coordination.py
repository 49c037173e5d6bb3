"""Run cards, whistle rules, timers, levels, scripts, weights as lines, and the lines as rows.

Where the street has no row of its own the line shows our default, which is what holds.
"""

from __future__ import annotations

from commandcenter.domain.callback import SCRIPTS
from commandcenter.domain.limits import DEFAULT_TIMERS, TABLED, Level
from commandcenter.domain.ranking import NAMES, PREFIX
from commandcenter.domain.roles import Role
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.tables_coordination import (
    KEEPING,
    RankingLine,
    RunCardLine,
    ScriptLine,
    TierLine,
    TimerLine,
    WhistleRuleLine,
    card_line,
    card_of,
    script_line,
)
from commandcenter.domain.tier import TIER_LIMITS
from commandcenter.domain.whistle import WhistleRule, default_rules
from commandcenter.services import ways
from commandcenter.services.doing import Doing
from commandcenter.services.table_rows_reading import Names
from commandcenter.storage.reference import ScriptRow, SettingRow, TierRow, TimerRow
from commandcenter.storage.tx import Tx


def run_cards(tx: Tx, names: Names) -> tuple[RunCardLine, ...]:
    """The cards by id."""
    return tuple(card_line(one) for one in tx.find(RunCard))


def whistle_rules(tx: Tx, names: Names) -> tuple[WhistleRuleLine, ...]:
    """A line a kind."""
    own = {one.id: one for one in tx.find(WhistleRule)}
    rules = [own.get(one.id, one) for one in default_rules(tx.street)]
    return tuple(
        WhistleRuleLine(
            id=one.id,
            approve=tuple(role.value for role in one.approve),
            blow=tuple(role.value for role in one.blow),
            sign=one.sign,
            contact=one.contact,
            check_in=one.check_in,
            deliver=one.deliver,
            rate=one.rate,
        )
        for one in rules
    )


def timers(tx: Tx, names: Names) -> tuple[TimerLine, ...]:
    """A line for each status at each level."""
    own = {one.id: one.limit for one in tx.find(TimerRow)}
    lines = []
    for status in TABLED:
        for level in Level:
            usual = DEFAULT_TIMERS[status, level]
            limit = own.get(f"{status}/{level}", str(usual) if usual else None)
            lines.append(TimerLine(status=status.value, level=level.value, limit=limit or ""))
    return tuple(lines)


def tiers(tx: Tx, names: Names) -> tuple[TierLine, ...]:
    """A line for each level that has a limit of its own."""
    own = {one.id: one.limit for one in tx.find(TierRow)}
    limits = {one: own.get(one.value, TIER_LIMITS[one]) for one in KEEPING}
    return tuple(TierLine(tier=one.value, limit=limit or "") for one, limit in limits.items())


def scripts(tx: Tx, names: Names) -> tuple[ScriptLine, ...]:
    """Ours, with the street's in their place; a line of ours is a code."""
    known = {**SCRIPTS, **{one.id: one.lines for one in tx.find(ScriptRow)}}
    return tuple(script_line(id, asks) for id, asks in known.items())


def ranking(tx: Tx, names: Names) -> tuple[RankingLine, ...]:
    """A line for each value."""
    known = ways.ranking(tx)
    return tuple(RankingLine(key=one, value=f"{getattr(known, one):g}") for one in NAMES)


def put_card(do: Doing, line: RunCardLine) -> None:
    """Store a card."""
    do.tx.get(RunCard, line.id)
    do.put(card_of(do.street, line))


def put_rule(do: Doing, line: WhistleRuleLine) -> None:
    """Store a kind's rule; what was blown has its dues already."""
    do.tx.get(WhistleRule, line.id)
    do.put(
        WhistleRule(
            street=do.street,
            id=line.id,
            approve=tuple(Role(one) for one in line.approve),
            blow=tuple(Role(one) for one in line.blow),
            sign=line.sign,
            contact=line.contact,
            check_in=line.check_in,
            deliver=line.deliver,
            rate=line.rate,
        )
    )


def put_timer(do: Doing, line: TimerLine) -> None:
    """Store a timer; an empty one is off."""
    key = f"{line.status}/{line.level}"
    do.tx.get(TimerRow, key)
    do.put(TimerRow(street=do.street, id=key, limit=line.limit or None))


def put_tier(do: Doing, line: TierLine) -> None:
    """Store a level's limit; an empty one is none."""
    do.tx.get(TierRow, line.tier)
    do.put(TierRow(street=do.street, id=line.tier, limit=line.limit or None))


def put_script(do: Doing, line: ScriptLine) -> None:
    """Store a group's questions."""
    do.tx.get(ScriptRow, line.id)
    do.put(ScriptRow(street=do.street, id=line.id, lines=line.asks))


def put_ranking(do: Doing, line: RankingLine) -> None:
    """Store a value that is weighed."""
    key = f"{PREFIX}{line.key}"
    do.tx.get(SettingRow, key)
    do.put(SettingRow(street=do.street, id=key, value=line.value))
