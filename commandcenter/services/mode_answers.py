"""Answers about 平急转换: the mode, the list of emergencies, one emergency whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select

from commandcenter.domain.emergency import (
    AtRisk,
    CallUp,
    Emergency,
    Spot,
    Switch,
    Tick,
    UpReport,
    next_owed,
)
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Team, TeamStatus
from commandcenter.domain.plan import EventKind
from commandcenter.domain.refusal import require
from commandcenter.services.answers import Asking, answers
from commandcenter.services.emergency_views import (
    AskEmergencies,
    AskEmergency,
    AskMode,
    AskReportDraft,
    AskSwitchPreview,
    Emergencies,
    EmergencyView,
    Mode,
    ReportDraft,
    ReportView,
    SwitchPreview,
)
from commandcenter.services.evacuating import risk_views
from commandcenter.services.modes import held_cases, mode, owed_slots, people_counts
from commandcenter.services.previewing import preview
from commandcenter.services.switching import plan_by_id, plan_of
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros

TOLD = (
    *("case_reported", "case_filed", "case_dispatched", "joint_dispatched"),
    *("case_closed", "case_explained"),
)
OUT = frozenset({TeamStatus.ASSIGNED, TeamStatus.SIGNED, TeamStatus.EN_ROUTE, TeamStatus.ON_SCENE})


@answers(AskMode)
def ask_mode(ask: Asking, query: AskMode) -> Mode:
    """How the street works now."""
    return mode(ask.tx, ask.now)


@answers(AskSwitchPreview)
def ask_switch_preview(ask: Asking, query: AskSwitchPreview) -> SwitchPreview:
    """What a switch would change, and what its proposer said of it."""
    found = preview(ask.tx, ask.rules, query)
    if query.switch is None:
        return found
    switch = ask.tx.need(Switch, query.switch, "no_such_switch")
    p = t.private.c
    said = ask.tx.connection.execute(
        select(p.body).where(p.street == ask.street, p.subject == switch.id, p.kind == "switch")
    ).scalar()
    return replace(found, words=said)


@answers(AskEmergencies)
def ask_emergencies(ask: Asking, query: AskEmergencies) -> Emergencies:
    """All emergencies, the newest first, and the plans in force."""
    found = sorted(ask.tx.find(Emergency), key=lambda one: one.began_at, reverse=True)
    plans = tuple(plan_of(ask.tx, kind) for kind in EventKind)
    return Emergencies(emergencies=tuple(found), plans=plans)


@answers(AskEmergency)
def ask_emergency(ask: Asking, query: AskEmergency) -> EmergencyView:
    """One emergency whole."""
    tx = ask.tx
    emergency = tx.need(Emergency, query.emergency, "no_such_emergency")
    mine: dict[str, str] = {"emergency": emergency.id}
    return EmergencyView(
        emergency=emergency,
        plan=plan_by_id(tx, emergency.plan),
        switches=tuple(sorted(tx.find(Switch, **mine), key=lambda one: one.proposed_at)),
        reports=_reports(ask, emergency),
        calls=tuple(sorted(tx.find(CallUp, **mine), key=lambda one: (one.wave, one.team))),
        people=risk_views(ask, tx.find(AtRisk, **mine)),
        spots=tuple(tx.find(Spot)),
        ticks=tuple(tx.find(Tick, **mine)),
        held=tuple(held_cases(tx, emergency.id)),
    )


def _reports(ask: Asking, emergency: Emergency) -> tuple[ReportView, ...]:
    sent = {one.slot: one for one in ask.tx.find(UpReport, emergency=emergency.id)}
    return tuple(
        ReportView(slot=one, report=sent.get(one.id), words=_words(ask, sent.get(one.id)))
        for one in owed_slots(ask.tx, emergency, ask.now)
    )


def _words(ask: Asking, report: UpReport | None) -> str | None:
    if report is None or report.text is None:
        return None
    p = t.private.c
    found = ask.tx.connection.execute(
        select(p.body).where(p.street == ask.street, p.id == report.text)
    ).scalar()
    return None if found is None else str(found)


@answers(AskReportDraft)
def ask_report_draft(ask: Asking, query: AskReportDraft) -> ReportDraft:
    """Counts since the last report (or the beginning) for the oldest slot owed."""
    tx = ask.tx
    emergency = tx.need(Emergency, query.emergency, "no_such_emergency")
    sent = tx.find(UpReport, emergency=emergency.id)
    owed = next_owed(owed_slots(tx, emergency, ask.now), [one.slot for one in sent])
    require(owed is not None, "nothing_owed")
    since = max((one.sent_at for one in sent), default=emergency.began_at)
    kinds = _kinds(ask, since, emergency.drill)
    calls = tx.find(CallUp, emergency=emergency.id)
    people = people_counts(tx, emergency.id)
    busy = [one.id for one in tx.find(Team) if one.status in OUT]
    return ReportDraft(
        since=since,
        until=ask.now,
        received=kinds.get("case_reported", 0),
        filed=kinds.get("case_filed", 0),
        closed=kinds.get("case_closed", 0) + kinds.get("case_explained", 0),
        urgent_open=_urgent(ask, emergency.drill),
        called=len(calls),
        answered=sum(one.answer is not None for one in calls),
        teams=tuple(busy),
        nil=not kinds,
        **people,
    )


def _kinds(ask: Asking, since: datetime, drill: bool) -> dict[str, int]:
    """How often each kind of entry on (drill or real) cases happened since then."""
    j, c = t.journal.c, t.cases.c
    rows = ask.tx.connection.execute(
        select(j.kind, func.count().label("n"))
        .join(t.cases, (c.street == j.street) & (c.id == j.subject))
        .where(j.street == ask.street, j.seq > _before(ask, since), j.at > micros(since))
        .where(j.kind.in_(TOLD), c.drill == int(drill))
        .group_by(j.kind)
    )
    return {str(row.kind): int(row.n) for row in rows}


def _before(ask: Asking, since: datetime) -> int:
    """A number below every entry after `since`: entries are walked back from the newest."""
    j = t.journal.c
    found = ask.tx.connection.execute(
        select(j.seq)
        .where(j.street == ask.street, j.at <= micros(since))
        .order_by(j.seq.desc())
        .limit(1)
    ).scalar()
    return int(found or 0)


def _urgent(ask: Asking, drill: bool) -> int:
    c = t.cases.c
    return int(
        ask.tx.connection.execute(
            select(func.count())
            .where(c.street == ask.street, t.LIVE, c.level == Level.URGENT.value)
            .where(c.number.is_not(None), c.drill == int(drill))
        ).scalar_one()
    )
