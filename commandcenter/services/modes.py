"""How the street works now: level, reports owed, calls, people at risk, cases held."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select

from commandcenter.domain.emergency import (
    CallUp,
    Emergency,
    Moved,
    Period,
    Slot,
    Switch,
    SwitchState,
    UpReport,
    next_owed,
    slots,
)
from commandcenter.domain.holding import Hold
from commandcenter.services.emergency_views import Mode
from commandcenter.services.switching import active, pending, plan_by_id
from commandcenter.storage import tables as t
from commandcenter.storage.tx import Tx

MODE_KINDS = frozenset(
    {
        *("switch_proposed", "switch_decided", "cases_held", "case_exempted", "teams_called"),
        *("call_answered", "report_sent", "risk_listed", "risk_moved", "plan_set"),
        *("emergency_reviewed", "purge_proposed", "purge_approved", "line_ticked", "spot_set"),
    }
)
"""Journal entries after which the mode that a screen shows may have changed."""


def mode(tx: Tx, now: datetime) -> Mode:
    """How the street works at `now` (UTC), with the counts of the emergency under way."""
    emergency, waiting = active(tx), pending(tx)
    if emergency is None or emergency.level is None:
        return _normal(tx, waiting, now)
    owed = owed_slots(tx, emergency, now)
    sent = {one.slot for one in tx.find(UpReport, emergency=emergency.id)}
    calls = tx.find(CallUp, emergency=emergency.id)
    people = people_counts(tx, emergency.id)
    return Mode(
        emergency=emergency,
        plan=plan_by_id(tx, emergency.plan).level(emergency.level),
        proposed=waiting,
        owed=next_owed(owed, sent),
        late=sum(one.due < now and one.id not in sent for one in owed),
        held=len(held_cases(tx, emergency.id)),
        called=len(calls),
        silent=sum(one.red(now) for one in calls),
        answers_by=tuple(sorted(one.answer_by for one in calls if one.answer is None)),
        listed=people["listed"],
        moved=people["moved"],
        refused=people["refused"],
    )


def _normal(tx: Tx, waiting: Switch | None, now: datetime) -> Mode:
    """Normal working; the final report of the last emergency may still be owed."""
    over = [one for one in tx.find(Emergency) if one.released_at is not None]
    last = max(over, key=lambda one: (one.level_since, one.id), default=None)
    owed: list[Slot] = []
    sent: set[str] = set()
    if last is not None:
        sent = {one.slot for one in tx.find(UpReport, emergency=last.id)}
        owed = owed_slots(tx, last, now)
    oldest = next_owed(owed, sent)
    late = sum(one.due < now and one.id not in sent for one in owed)
    return Mode(
        emergency=None,
        plan=None,
        proposed=waiting,
        owed=oldest,
        closing=last if oldest is not None else None,
        late=late,
        held=0,
        called=0,
        silent=0,
        listed=0,
        moved=0,
        refused=0,
    )


def owed_slots(tx: Tx, emergency: Emergency, now: datetime) -> list[Slot]:
    """Every report that the emergency owes so far, and the next."""
    return slots(periods(tx, emergency), now)


def periods(tx: Tx, emergency: Emergency) -> list[Period]:
    """How long each level stood, from the confirmed switches."""
    steps = [
        one
        for one in tx.find(Switch, emergency=emergency.id)
        if one.state is SwitchState.CONFIRMED and one.decided_at is not None
    ]
    steps.sort(key=lambda one: (one.decided_at, one.id))
    ends = [one.decided_at for one in steps[1:]] + [emergency.released_at]  # a drill ends unasked
    found = []
    for step, until in zip(steps, ends, strict=True):
        if step.to_level is not None and step.decided_at is not None:
            every = plan_by_id(tx, step.plan).level(step.to_level).report_minutes
            found.append(Period(step.decided_at, until, timedelta(minutes=every)))
    return found


def held_cases(tx: Tx, emergency: str) -> list[str]:
    """Ids of the cases whose clocks the emergency keeps standing."""
    c = t.cases.c
    standing = c.hold.in_([Hold.DEFERRED.value, Hold.SUSPENDED.value])
    rows = tx.connection.execute(
        select(c.id).where(c.street == tx.street, c.held_by == emergency, standing).order_by(c.id)
    )
    return [str(row.id) for row in rows]


def people_counts(tx: Tx, emergency: str) -> dict[str, int]:
    """How many people are listed, moved and refused."""
    p = t.TABLES["at_risk"].c
    rows = tx.connection.execute(
        select(p.state, func.count().label("n"))
        .where(p.street == tx.street, p.emergency == emergency)
        .group_by(p.state)
    )
    counts: dict[str, int] = {str(row.state): int(row.n) for row in rows}
    return {
        "listed": sum(counts.values()),
        "moved": counts.get(Moved.MOVED.value, 0),
        "refused": counts.get(Moved.REFUSED.value, 0),
    }


__all__ = ["MODE_KINDS", "held_cases", "mode", "owed_slots", "people_counts", "periods"]
