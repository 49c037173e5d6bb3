"""Answers about the duty roster."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select

from commandcenter.domain.commands import DecideDutyChange
from commandcenter.domain.duty import Duty, DutyRequest, DutyState, Post
from commandcenter.domain.rota import spans_of
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import HANDLERS
from commandcenter.services.duty import NEAR, around, days, findings, patterns
from commandcenter.services.duty_views import AskDutyMonth, AskOnDuty, DutyMonth, OnDuty
from commandcenter.services.handing import shift_at
from commandcenter.storage import tables as t


@answers(AskDutyMonth)
def ask_duty_month(ask: Asking, query: AskDutyMonth) -> DutyMonth:
    """Duties of some days, drafts and published, with what is wrong about them."""
    days(query.first, query.last)
    zone = ask.rules.clock.zone
    begin = datetime.combine(query.first, time.min, zone).astimezone(UTC)
    end = datetime.combine(query.last + timedelta(days=1), time.min, zone).astimezone(UTC)
    near = around(ask.tx, begin - NEAR, end + NEAR)
    planned = {one.day for one in near if one.state is DutyState.DRAFT}
    looked = [one for one in near if one.state is DutyState.DRAFT or one.day not in planned]
    mine = [one for one in near if query.first <= one.day <= query.last]
    asked = ask.tx.seek(DutyRequest, t.TABLES["duty_requests"].c.approved.is_(None))
    named = {key for one in asked for key in (one.duty, one.other) if key}
    manned = spans_of(
        patterns(ask.tx), [one for one in looked if query.first <= one.day <= query.last], zone
    )
    return DutyMonth(
        first=query.first,
        last=query.last,
        patterns=patterns(ask.tx),
        duties=tuple(sorted(mine, key=_order)),
        requests=_told(ask, sorted(asked, key=lambda one: one.asked_at)),
        findings=tuple(one for one in findings(ask.tx, looked, manned) if begin <= one.at < end),
        off=_off(ask, query),
        named=tuple(one for key in sorted(named) if (one := ask.tx.get(Duty, key)) is not None),
    )


def _told(ask: Asking, asked: list[DutyRequest]) -> tuple[DutyRequest, ...]:
    """The requests with their reasons, for who asked and who decides."""
    decides = ask.asker.holds(HANDLERS[DecideDutyChange].roles)
    mine = [one.reason for one in asked if decides or one.asked_by == ask.asker.id]
    p = t.private.c
    rows = ask.tx.connection.execute(
        select(p.id, p.body).where(p.street == ask.street, p.id.in_(mine), p.body.is_not(None))
    )
    words = {str(row.id): str(row.body) for row in rows}
    return tuple(replace(one, reason=words.get(one.reason, "")) for one in asked)


def _order(duty: Duty) -> tuple[datetime, int, str]:
    return (duty.starts, list(Post).index(duty.post), duty.person)


def _off(ask: Asking, query: AskDutyMonth) -> tuple[tuple[date, str], ...]:
    d = t.TABLES["days"].c
    rows = ask.tx.connection.execute(
        select(d.id, d.kind).where(
            d.street == ask.street,
            d.id >= query.first.isoformat(),
            d.id <= query.last.isoformat(),
        )
    )
    return tuple((datetime.fromisoformat(row.id).date(), str(row.kind)) for row in rows)


@answers(AskOnDuty)
def ask_on_duty(ask: Asking, query: AskOnDuty) -> OnDuty:
    """Who is on now, until when, and who comes next."""
    zone = ask.rules.clock.zone
    shift = shift_at(ask.tx, ask.now, zone)
    following = shift_at(ask.tx, shift.ends, zone)
    return OnDuty(
        at=ask.now,
        shift=shift.name,
        starts=shift.starts,
        ends=shift.ends,
        now=tuple(sorted(shift.duties, key=_order)),
        following=tuple(sorted(following.duties, key=_order)),
    )
