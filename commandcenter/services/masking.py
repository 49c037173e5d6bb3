"""Words of a case as the one who asks may read them (domain.md section 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import select

from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.answers import Asking
from commandcenter.storage import tables as t

CHUNK = 400
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)(\d{6})(?:19|20)\d\d[01]\d[0-3]\d(\d{3}[\dXx])(?!\d)")
CASE_WORKERS = frozenset(
    {
        *DESK_ROLES,
        Role.HOTLINE_SEAT,
        Role.DUTY_LEADER,
        Role.SUPERVISOR,
        Role.STREET_LEADER,
    }
)
"""Who may read the masked data and the words of any report; a unit never, a checker its own."""


def mask_phone(phone: str | None) -> str | None:
    """138****5678; shorter numbers keep their last two digits (domain.md section 10)."""
    if phone is None:
        return None
    if len(phone) < 11:
        return "*" * max(len(phone) - 2, 0) + phone[-2:]
    return f"{phone[:3]}****{phone[-4:]}"


def mask_name(name: str | None) -> str | None:
    """王**: the family name and a star for every other character (domain.md section 10)."""
    return name[:1] + "*" * (len(name) - 1) if name else name


def mask_numbers(text: str | None) -> str | None:
    """Words without the mobile and identity numbers in them (section 10: first 6 + last 4)."""
    if text is None:
        return None
    hidden = _IDENTITY.sub(r"\1********\2", text)
    return _MOBILE.sub(r"\1****\2", hidden)


def texts_of(ask: Asking, rows: Iterable[str | None]) -> dict[str, str]:
    """Private words by their row, their numbers masked; purged ones are left out."""
    wanted = sorted({one for one in rows if one})
    p = t.private.c
    found: dict[str, str] = {}
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        told = ask.tx.connection.execute(
            select(p.id, p.body).where(p.street == ask.street, p.id.in_(part))
        )
        found.update((str(row.id), mask_numbers(row.body) or "") for row in told if row.body)
    return found


def callers(ask: Asking, cases: Iterable[str]) -> dict[str, dict[str, str]]:
    """Name and telephone of who complained, as they were given, by case and kind."""
    wanted = sorted(set(cases))
    p = t.private.c
    found: dict[str, dict[str, str]] = {}
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        told = ask.tx.connection.execute(
            select(p.subject, p.kind, p.body).where(
                p.street == ask.street, p.subject.in_(part), p.kind.in_(("name", "phone"))
            )
        )
        for row in told:
            if row.body:
                found.setdefault(str(row.subject), {})[str(row.kind)] = str(row.body)
    return found


def may_read(ask: Asking) -> bool:
    """Whether the words of any report of the street are for this person."""
    return ask.asker.holds(CASE_WORKERS)


def nameless(words: str | None, name: str | None) -> str | None:
    """The words without the caller's name, for who must not learn who complained."""
    if words is None or not name:
        return words
    return words.replace(name, "*" * len(name))
