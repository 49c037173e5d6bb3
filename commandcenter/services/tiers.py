"""Handlers and figures of levels: a case goes up with what was tried and back with an answer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import select

from commandcenter.domain import raising
from commandcenter.domain.case import OPEN, TIER_CLOCK, Case, CaseState
from commandcenter.domain.commands import LowerCase, RaiseCase
from commandcenter.domain.holding import is_held
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import Role
from commandcenter.domain.tier import Tier
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import Doing, Facts, coded, handles
from commandcenter.services.rights import communities_of, guard_case
from commandcenter.services.tier_views import AskTiers, TierFigures, Tiers
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.tx import Tx

R = Role
MOST_DAYS = 400
ORDER = tuple(Tier)


@handles(RaiseCase, "case_raised", R.GRID_MEMBER, R.COMMUNITY_SEAT)
def raise_case(do: Doing, command: RaiseCase) -> Facts:
    """上交: to the next level that somebody has; where no community seat covers, to the street."""
    case = do.case(command)
    guard_case(do.tx, do.actor, command)  # typed for somebody, it is that one's case too
    require(len(command.tried.strip()) >= raising.LEAST_WORDS, "tried_missing")
    roles = do.actor.roles
    to = case.tier.above or case.tier
    if to is Tier.COMMUNITY and not has(do.tx, case, to):
        to = Tier.STREET
    up = raising.raised(case, roles, to, do.at, do.rules)
    do.put(up)
    reason, tried = coded(command.reason), do.text(case.id, "note", command.tried)
    return {"reason": reason, "was": case.tier.value, "tier": up.tier.value, **tried}


@handles(LowerCase, "case_lowered", R.DISPATCHER, R.SHIFT_LEAD)
def lower_case(do: Doing, command: LowerCase) -> Facts:
    """交回: one level down before it is filed, where somebody has that level's cases."""
    case = do.case(command)
    require(len(command.answer.strip()) >= raising.LEAST_WORDS, "answer_missing")
    down = raising.lowered(case, do.at, do.rules)
    require(has(do.tx, down, down.tier), "nobody_there", tier=down.tier)
    do.put(down)
    answer = do.text(case.id, "note", command.answer)
    return {"was": case.tier.value, "tier": down.tier.value, **answer}


def has(tx: Tx, case: Case, tier: Tier) -> bool:
    """Whether somebody has the cases of that level at the case's place."""
    role = raising.HOLDERS.get(tier)
    if role is None:
        return True
    held = [one for one in tx.find(Person) if role in one.roles]
    if tier is Tier.GRID:
        return any(case.grid in one.grids for one in held)
    return any(case.community in communities_of(tx, one) for one in held)


# ---- figures --------------------------------------------------------------------------------

_COLUMNS = ("state", "tier", "tier_since", "tier_due", "tier_log", "reported_at", "closed_at")
_MORE = ("due", "left", "hold", "handled_at")


@answers(AskTiers)
def ask_tiers(ask: Asking, query: AskTiers) -> Tiers:
    """Solved, raised, lowered, open and overdue by level over the last days."""
    require(0 < query.days <= MOST_DAYS, "days_range", most=MOST_DAYS)
    since = ask.now - timedelta(days=query.days)
    spans: dict[Tier, list[float]] = {tier: [] for tier in Tier}
    count: Counter[tuple[str, Tier]] = Counter()
    for row in _rows(ask, since):
        tier = Tier(row.tier) if row.tier else Tier.STREET
        path = _path(row, tier) if row.tier_log else []
        for (one, _), (two, at) in pairwise(path):
            if at >= since:
                way = "raised" if ORDER.index(two) > ORDER.index(one) else "lowered"
                count[way, one] += 1
        if row.state == CaseState.CLOSED.value:
            solver = Tier.DISTRICT if Tier.DISTRICT in (one for one, _ in path) else tier
            spans[solver].append((row.closed_at - row.reported_at) / 3.6e9)
        else:
            count["open", tier] += 1
            count["overdue", tier] += _overdue(row, tier, micros(ask.now))
    closed = sum(len(one) for one in spans.values())
    return Tiers(
        since=since,
        at=ask.now,
        closed=closed,
        tiers=tuple(_figures(tier, spans[tier], closed, count) for tier in Tier),
    )


def _figures(
    tier: Tier, spans: list[float], closed: int, count: Counter[tuple[str, Tier]]
) -> TierFigures:
    ordered = sorted(spans)
    return TierFigures(
        tier=tier,
        closed=len(ordered),
        raised=count["raised", tier],
        lowered=count["lowered", tier],
        open=count["open", tier],
        overdue=count["overdue", tier],
        median_hours=ordered[(len(ordered) - 1) // 2] if ordered else None,
        share=len(ordered) / closed if closed else None,
    )


def _rows(ask: Asking, since: datetime) -> Iterator[Any]:
    """Cases that are live or were closed in the time, by one index each."""
    c = t.cases.c
    wanted = select(*(c[name] for name in (*_COLUMNS, *_MORE))).where(
        c.street == ask.street, c.drill == 0, c.imported == 0, ask.visible
    )
    live = wanted.where(t.LIVE)
    closed = wanted.where(c.closed_at >= micros(since), c.state == CaseState.CLOSED.value)
    for part in (live, closed):
        yield from ask.tx.connection.execute(part)


def _path(row: Any, tier: Tier) -> list[tuple[Tier, datetime]]:
    """Every level the case was at with the instant it came there, the present one last."""
    past = [one.split() for one in json.loads(row.tier_log)]
    found = [(Tier(name), datetime.fromisoformat(since)) for name, since, *_ in past]
    last = instant(row.tier_since or row.reported_at)
    return [*found, (tier, last)]


def _overdue(row: Any, tier: Tier, now: int) -> bool:
    state = CaseState(row.state)
    if tier is not Tier.STREET:
        return state in TIER_CLOCK and row.tier_due is not None and now > row.tier_due
    running = row.left is None and row.handled_at is None and not is_held(row.hold)
    return state in OPEN and running and row.due is not None and now > row.due
