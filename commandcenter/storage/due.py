"""What of people's data has outlived its time, and who may go: told, never purged by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from commandcenter.domain.case import ENDED
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros


@dataclass(frozen=True, slots=True)
class Due:
    """A kind of data, how many of it are past their time, and since when the oldest is (UTC)."""

    kind: str
    count: int
    since: datetime


def due(connection: Connection, street: str, at: datetime, keep_raw: timedelta) -> list[Due]:
    """Texts and pictures by their own term, raw rows set aside by keep_raw after their import.

    domain.md section 10: retention per kind of field, purge with a report. `at` is aware UTC.
    """
    now = micros(at)
    p, pictures, raw = t.private, t.pictures, t.quarantine
    found: list[Due] = []
    texts = select(p.c.kind, func.count(), func.min(p.c.keep_until)).where(
        p.c.street == street, p.c.keep_until <= now, p.c.body.is_not(None)
    )
    shown = select(func.count(), func.min(pictures.c.keep_until)).where(
        pictures.c.street == street, pictures.c.keep_until <= now, pictures.c.gone == 0
    )
    aside = select(func.count(), func.min(raw.c.at)).where(
        raw.c.street == street, raw.c.at <= micros(at - keep_raw)
    )
    for kind, count, since in connection.execute(texts.group_by(p.c.kind).order_by(p.c.kind)):
        found.append(Due(kind, count, instant(since)))
    for kind, wanted, more in (("picture", shown, timedelta()), ("quarantine", aside, keep_raw)):
        count, since = connection.execute(wanted).one()
        if count:
            found.append(Due(kind, count, instant(since) + more))
    return found


def cases_due(connection: Connection, street: str, at: datetime) -> list[str]:
    """Ended cases with a text or a picture past its time: their numbers, else ids, in order."""
    ended = [state.value for state in ENDED]
    now, cases, p, pictures = micros(at), t.cases, t.private, t.pictures
    texts = select(p.c.subject).where(
        p.c.street == street, p.c.keep_until <= now, p.c.body.is_not(None)
    )
    shown = select(pictures.c.case).where(
        pictures.c.street == street, pictures.c.keep_until <= now, pictures.c.gone == 0
    )
    wanted = (
        select(func.coalesce(cases.c.number, cases.c.id))
        .where(
            cases.c.street == street, cases.c.state.in_(ended), cases.c.id.in_(texts.union(shown))
        )
        .order_by(cases.c.id)
    )
    return list(connection.execute(wanted).scalars())
