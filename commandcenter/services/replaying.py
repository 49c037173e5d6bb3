"""The journal as a reel: rows as they stood at an instant, and what happened from there on.

A reel comes in pages, so that a seat at a server gets a long day in answers of bounded size, shows
how far it is, and may stop between two of them.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select

from commandcenter.domain.refusal import require
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import aware
from commandcenter.services.past import rows_at, seq_at, shown
from commandcenter.services.replay_views import AskBeats, AskReel, Beat, Beats, Reel
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.tx import Tx

LONGEST = timedelta(days=31)
MOST_BEATS = 100_000
PAGE = 2_000


@answers(AskReel)
def ask_reel(ask: Asking, query: AskReel) -> Reel:
    """The span's rows and first page; it ends now at the latest."""
    since, until = aware(query.since), min(aware(query.until), ask.now)
    require(timedelta(0) < until - since <= LONGEST, "span_range", most=LONGEST.days)
    first, last = seq_at(ask.tx, since), seq_at(ask.tx, until)
    require(last - first <= MOST_BEATS, "reel_too_long", most=MOST_BEATS)
    rows = rows_at(ask.tx, first, last, _emergencies(ask.tx, since, until))
    found = tuple([table, key, row] for (table, key), row in sorted(rows.items()))
    beats = _page(ask.tx, first, last)
    return Reel(since=since, until=until, seq=first, last=last, rows=found, beats=beats)


@answers(AskBeats)
def ask_beats(ask: Asking, query: AskBeats) -> Beats:
    """The next page of a reel."""
    require(query.last - query.after <= MOST_BEATS, "reel_too_long", most=MOST_BEATS)
    return Beats(beats=_page(ask.tx, query.after, query.last))


def _emergencies(tx: Tx, since: datetime, until: datetime) -> list[str]:
    """Ids of the emergencies that were under way in the span."""
    c = t.TABLES["emergencies"].c
    within = (
        c.began_at <= micros(until),
        or_(c.released_at.is_(None), c.released_at > micros(since)),
    )
    found = tx.connection.execute(select(c.id).where(c.street == tx.street, *within))
    return [str(row.id) for row in found]


def _page(tx: Tx, after: int, last: int) -> tuple[Beat, ...]:
    j = t.journal.c
    rows = tx.connection.execute(
        select(j.seq, j.at, j.kind, j.subject, j.who, j.data)
        .where(j.street == tx.street, j.seq > after, j.seq <= last)
        .order_by(j.seq)
        .limit(PAGE)
    )
    return tuple(_beat(row) for row in rows)


def _beat(row: Any) -> Beat:
    data = json.loads(row.data)
    return Beat(
        seq=row.seq,
        at=instant(row.at),
        kind=row.kind,
        subject=row.subject,
        who=row.who,
        facts=data["facts"],
        rows=tuple(shown(data["rows"])),
    )
