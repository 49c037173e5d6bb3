"""Answers about plans' versions and the figures of an emergency, computed from rows and journal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from commandcenter.domain.emergency import (
    Answer,
    AtRisk,
    CallUp,
    Emergency,
    Moved,
    Slot,
    Switch,
    SwitchState,
    UpReport,
)
from commandcenter.domain.holding import Hold
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Team
from commandcenter.domain.plan import Plan
from commandcenter.services.answers import Asking, answers
from commandcenter.services.duty import patterns
from commandcenter.services.modes import held_cases, owed_slots
from commandcenter.services.review_views import (
    AskPlan,
    AskReview,
    CallFigures,
    CaseFigures,
    HeldFigures,
    LevelSpan,
    PeoplePoint,
    PlanVersions,
    PurgeDone,
    PurgeLine,
    ReportFigures,
    Review,
)
from commandcenter.services.switching import plan_by_id
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros

NONE = timedelta(0)


@answers(AskPlan)
def ask_plan(ask: Asking, query: AskPlan) -> PlanVersions:
    """Every version of a plan with the teams and shift patterns it may name."""
    made = ask.tx.find(Plan, kind=query.kind.value)
    first = plan_by_id(ask.tx, f"{query.kind.value}/0")
    newest = sorted(made, key=lambda one: one.version, reverse=True)
    return PlanVersions(
        kind=query.kind,
        versions=(*newest, first),
        teams=tuple((one.id, one.name) for one in ask.tx.find(Team)),
        patterns=patterns(ask.tx),
    )


@answers(AskReview)
def ask_review(ask: Asking, query: AskReview) -> Review:
    """The figures of one emergency, its review once recorded, and what is left to purge."""
    emergency = ask.tx.need(Emergency, query.emergency, "no_such_emergency")
    words, by = _review(ask, emergency.id)
    return Review(
        emergency=emergency,
        levels=levels(ask.tx.find(Switch, emergency=emergency.id), emergency.released_at),
        calls=calls(ask.tx.find(CallUp, emergency=emergency.id)),
        reports=reports(
            owed_slots(ask.tx, emergency, ask.now),
            ask.tx.find(UpReport, emergency=emergency.id),
            ask.now,
        ),
        people=tuple(_people(ask, emergency)),
        cases=_cases(ask, emergency),
        held=_held(ask, emergency),
        words=words,
        reviewed_by=by,
        private=tuple(_private(ask, emergency)),
        purged=_purged(ask, emergency.id),
    )


def median(spans: Iterable[timedelta]) -> timedelta | None:
    """The nearest-rank median, None of nothing."""
    ordered = sorted(spans)
    return ordered[(len(ordered) - 1) // 2] if ordered else None


def levels(switches: Iterable[Switch], over: datetime | None = None) -> tuple[LevelSpan, ...]:
    """How long each level stood, from the confirmed switches; `over` (UTC) ended the last one."""
    steps = [
        (one.decided_at, one)
        for one in switches
        if one.state is SwitchState.CONFIRMED and one.decided_at is not None
    ]
    steps.sort(key=lambda pair: (pair[0], pair[1].id))
    ends: list[datetime | None] = [at for at, _ in steps[1:]]
    return tuple(
        LevelSpan(
            level=one.to_level,
            since=at,
            until=until,
            order_no=one.order_no,
            proposed_by=one.proposed_by,
            confirmed_by=one.decided_by,
        )
        for (at, one), until in zip(steps, [*ends, over], strict=True)
        if one.to_level is not None
    )


def calls(called: list[CallUp]) -> CallFigures:
    """How the called teams answered; a team called twice counts twice."""
    answered = [(one, one.answered_at) for one in called if one.answered_at is not None]
    spans = [at - one.called_at for one, at in answered]
    return CallFigures(
        called=len(called),
        coming=sum(one.answer is Answer.COMING for one in called),
        cannot=sum(one.answer is Answer.CANNOT for one in called),
        late=tuple(one.team for one, at in answered if at > one.answer_by),
        silent=tuple(one.team for one in called if one.answered_at is None),
        median=median(spans),
        longest=max(spans, default=None),
    )


def reports(owed: Iterable[Slot], sent: list[UpReport], now: datetime) -> ReportFigures:
    """How the reports up were sent: a slot whose time has not come yet is not owed."""
    known = {one.slot: one for one in sent}
    due = [one for one in owed if one.due <= now or one.id in known]
    late = [one.sent_at - one.due for one in sent if one.sent_at > one.due]
    return ReportFigures(
        owed=len(due),
        on_time=len(sent) - len(late),
        late=len(late),
        nil=sum(one.nil for one in sent),
        unsent=sum(one.id not in known for one in due),
        worst=max(late, default=NONE),
    )


def _entries(ask: Asking, emergency: str, kinds: tuple[str, ...]) -> Iterator[Any]:
    """Time, kind, person and data of the emergency's entries of some kinds, oldest first."""
    j = t.journal.c
    found = ask.tx.connection.execute(
        select(j.at, j.kind, j.who, j.behalf, j.data)
        .where(j.street == ask.street, j.subject == emergency, j.kind.in_(kinds))
        .order_by(j.seq)
    )
    for row in found:
        yield instant(row.at), row.kind, row.behalf or row.who, json.loads(row.data)


def _people(ask: Asking, emergency: Emergency) -> Iterator[PeoplePoint]:
    """By community, after the last change of each hour that had one."""
    where = {one.id: one.community for one in ask.tx.find(AtRisk, emergency=emergency.id)}
    state: dict[str, str] = {}
    last: datetime | None = None
    for at, _, _, data in _entries(ask, emergency.id, ("risk_listed", "risk_moved")):
        if last is not None and at.replace(minute=0, second=0, microsecond=0) > last:
            yield from _points(last, state, where)
        last = at
        for table, key, delta in data["rows"]:
            if table == "at_risk" and "state" in delta:
                state[key] = delta["state"][1]
    if last is not None:
        yield from _points(last, state, where)


def _points(
    at: datetime, state: dict[str, str], where: dict[str, str | None]
) -> Iterator[PeoplePoint]:
    count = Counter((where.get(key), one) for key, one in state.items())
    for community in sorted({one for one, _ in count}, key=lambda one: one or ""):
        moved, refused = (count[community, one.value] for one in (Moved.MOVED, Moved.REFUSED))
        yield PeoplePoint(
            at=at,
            community=community,
            listed=count[community, Moved.LISTED.value] + moved + refused,
            moved=moved,
            refused=refused,
        )


def _cases(ask: Asking, emergency: Emergency) -> CaseFigures:
    c = t.cases.c
    until = emergency.released_at or ask.now
    rows = ask.tx.connection.execute(
        select(c.reported_at, c.filed_at, c.closed_at, c.level, c.number).where(
            c.street == ask.street,
            c.reported_at >= micros(emergency.began_at),
            c.reported_at <= micros(until),
            _kept(emergency.drill),
        )
    ).all()
    filed = [instant(one.filed_at) - instant(one.reported_at) for one in rows if one.filed_at]
    closed = [
        instant(one.closed_at) - instant(one.reported_at)
        for one in rows
        if one.closed_at and one.number
    ]
    return CaseFigures(
        received=len(rows),
        filed=len(filed),
        closed=len(closed),
        urgent=sum(one.level == Level.URGENT.value for one in rows if one.number),
        open=sum(one.number is not None and one.closed_at is None for one in rows),
        to_file=median(filed),
        to_close=median(closed),
        longest=max(closed, default=None),
    )


def _kept(drill: bool) -> ColumnElement[bool]:
    c = t.cases.c
    return and_(c.drill == int(drill), c.imported == 0)


def _held(ask: Asking, emergency: Emergency) -> HeldFigures:
    """From the journal: which cases the emergency's entries stopped, and when they went on."""
    how: dict[str, set[str]] = {}
    since: dict[str, datetime] = {}
    longest, resumed = NONE, set()
    for at, _, _, data in _entries(ask, emergency.id, ("switch_decided", "cases_held")):
        for table, key, delta in data["rows"]:
            if table != "cases" or "hold" not in delta:
                continue
            old, new = delta["hold"]
            if new in (Hold.DEFERRED.value, Hold.SUSPENDED.value):
                how.setdefault(key, set()).add(new)
                since.setdefault(key, at)
            elif key in since and old != Hold.EXEMPT.value:
                longest = max(longest, at - since.pop(key))
                resumed.add(key)
    exempted, spans = _exempted(ask, since)
    standing = held_cases(ask.tx, emergency.id)
    spans += [ask.now - since[one] for one in standing if one in since]
    return HeldFigures(
        deferred=sum(Hold.DEFERRED.value in one for one in how.values()),
        suspended=sum(Hold.SUSPENDED.value in one for one in how.values()),
        resumed=len(resumed),
        exempted=exempted,
        standing=len(standing),
        longest=max([longest, *spans]),
    )


def _exempted(ask: Asking, since: dict[str, datetime]) -> tuple[int, list[timedelta]]:
    """Held cases that were taken out by hand, and how long each had stood."""
    j = t.journal.c
    found = ask.tx.connection.execute(
        select(j.subject, j.at)
        .where(j.street == ask.street, j.kind == "case_exempted", j.subject.in_(list(since)))
        .order_by(j.seq.desc())
    ).all()
    out = {row.subject: instant(row.at) for row in found if instant(row.at) >= since[row.subject]}
    return len(out), [at - since[one] for one, at in out.items()]


def _review(ask: Asking, emergency: str) -> tuple[str | None, str | None]:
    """The review's words and who recorded it."""
    p = t.private.c
    words = ask.tx.connection.execute(
        select(p.body).where(p.street == ask.street, p.subject == emergency, p.kind == "review")
    ).scalar()
    by = [who for _, _, who, _ in _entries(ask, emergency, ("emergency_reviewed",))]
    return (None if words is None else str(words)), (by[-1] if by else None)


def _purged(ask: Asking, emergency: str) -> PurgeDone | None:
    for at, _, who, data in _entries(ask, emergency, ("purge_approved",)):
        facts = data["facts"]
        return PurgeDone(at=at, by=who, people=facts["people"], texts=facts["texts"])
    return None


def _private(ask: Asking, emergency: Emergency) -> Iterator[PurgeLine]:
    """By address: people whose private texts are still there, and how many texts."""
    place = {one.id: one.place for one in ask.tx.find(AtRisk, emergency=emergency.id)}
    p = t.private.c
    a = t.TABLES["at_risk"].c
    rows = ask.tx.connection.execute(
        select(p.subject, func.count().label("n"))
        .join(t.TABLES["at_risk"], and_(a.street == p.street, a.id == p.subject))
        .where(p.street == ask.street, a.emergency == emergency.id, p.body.is_not(None))
        .group_by(p.subject)
    ).all()
    people = Counter(place[str(row.subject)] for row in rows)
    texts: Counter[str] = Counter()
    for row in rows:
        texts[place[str(row.subject)]] += int(row.n)
    for one in sorted(people):
        yield PurgeLine(place=one, people=people[one], texts=texts[one])
