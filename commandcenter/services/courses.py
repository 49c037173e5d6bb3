"""The course of a case out of its journal: the rows of now, taken back entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from commandcenter.domain.case import Case
from commandcenter.domain.course import Course
from commandcenter.domain.journal import Entry
from commandcenter.domain.rules import Rules
from commandcenter.domain.turns import Turn, course
from commandcenter.services.feed import entry_of
from commandcenter.storage import tables as t
from commandcenter.storage.codec import decode, encode
from commandcenter.storage.tx import Tx

TELLING = frozenset(
    {
        *("state", "state_since", "stage", "stage_due", "hold", "verdict", "due", "clock_start"),
        *("tier_due", "review_on", "rounds"),
    }
)
"""Columns of a case whose change its course tells."""
OF_EMERGENCIES = ("switch_decided", "cases_held")
"""Kinds of entries of an emergency that hold many cases at once, or let them go."""


def course_of(tx: Tx, case: Case, entries: Iterable[Entry], rules: Rules, now: datetime) -> Course:
    """How long each step of the case took, from its own entries in order, measured at `now`."""
    own = list(entries)
    missing = _held_beside(tx, case, own)
    told = sorted((*own, *missing), key=lambda one: one.seq) if missing else own
    return course(turns(case, told), rules, now)


def turns(case: Case, entries: Iterable[Entry]) -> list[Turn]:
    """The case after each entry that changed its course, the oldest first.

    Where older entries are not given any more, the first turn is the case as it stood before
    the first of them.
    """
    row: dict[str, Any] = {**encode(case), "id": case.id}
    found: list[Turn] = []
    first: Entry | None = None
    for entry in reversed(list(entries)):
        delta = _delta(entry, case.id)
        if delta is None:
            continue
        if TELLING & delta.keys() or "id" in delta:
            found.append(_turn(entry, row))
        if "id" in delta:
            first = None
            break
        row.update((name, pair[0]) for name, pair in delta.items())
        first = entry
    if first is not None:
        found.append(_turn(first, row, by=None, cut=True))
    return found[::-1]


def _turn(entry: Entry, row: Mapping[str, Any], **changed: Any) -> Turn:
    by = {"by": entry.behalf or entry.who, **changed}
    case = decode(Case, row)
    at = max(entry.happened_at, case.state_since).astimezone(UTC)
    return Turn(at=at, seq=entry.seq, case=case, **by)


def _delta(entry: Entry, case: str) -> Mapping[str, Any] | None:
    for name, key, delta in entry.rows:
        if name == "cases" and key == case:
            found: Mapping[str, Any] = delta
            return found
    return None


def _held_beside(tx: Tx, case: Case, own: list[Entry]) -> list[Entry]:
    """Entries of emergencies that held the case or let it go, where its versions have a gap."""
    gaps = list(_gaps(case, own))
    if not gaps:
        return []
    emergencies = tx.connection.execute(
        select(t.TABLES["emergencies"].c.id).where(t.TABLES["emergencies"].c.street == tx.street)
    ).scalars()
    known = list(emergencies)
    if not known:
        return []
    j = t.journal
    rows = tx.connection.execute(
        select(j)
        .where(j.c.street == tx.street, j.c.subject.in_(known), j.c.kind.in_(OF_EMERGENCIES))
        .where(j.c.seq > min(one for one, _ in gaps), j.c.data.contains(case.id))
        .order_by(j.c.seq)
    )
    return [entry_of(row) for row in rows]


def _gaps(case: Case, own: Iterable[Entry]) -> Iterator[tuple[int, int | None]]:
    """Between which of its own entries the case was changed by another's: (after, before)."""
    version, seq = None, 0
    for entry in own:
        pair = (_delta(entry, case.id) or {}).get("version")
        if pair is None:
            continue
        if version is not None and pair[0] != version:
            yield seq, entry.seq
        version, seq = pair[1], entry.seq
    if version is not None and version != case.version:
        yield seq, None


__all__ = ["TELLING", "course_of", "turns"]
