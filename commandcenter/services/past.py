"""Rows as they stood after a journal number: what happened since is taken back from those of now.

Every entry tells old and new of each column, so the first change after the number tells what stood
there. Of all entries since only those are read that can matter: of cases known then, of teams until
they are known, and of kinds that reach beyond their own case; versions tell if one is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from commandcenter.domain.case import ENDED
from commandcenter.domain.commands import CaseCommand
from commandcenter.domain.ids import new_id
from commandcenter.services.doing import HANDLERS
from commandcenter.services.feed import LINE_COLUMNS
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.tx import Tx

SHOWN: dict[str, frozenset[str]] = {
    "cases": frozenset(str(one.name) for one in LINE_COLUMNS),
    **{
        name: frozenset(str(one.name) for one in t.TABLES[name].c)
        for name in (
            "teams",
            "officers",
            "people",
            "dockets",
            *("emergencies", "at_risk", "call_ups", "spots"),
        )
    },
}
"""Tables and columns that a played screen shows."""

_BLANK: dict[str, dict[str, Any]] = {
    name: dict.fromkeys(columns) for name, columns in SHOWN.items()
}
OF_EMERGENCY = ("at_risk", "call_ups")
AT_ONCE, CHUNK = 2_000, 400
DAY_MS = 86_400_000
LAST_REPORTS = 1_000
_REPORTED = frozenset({"case_reported", "case_imported"})
_BEYOND = frozenset({"case_merged", "case_undone", "case_exempted"})
_MOVING = frozenset({"status", "since", "task", "case"})

Rows = dict[tuple[str, str], dict[str, Any]]
Deltas = list[tuple[int, str, str, dict[str, Any]]]


def seq_at(tx: Tx, at: datetime) -> int:
    """The newest journal number at an instant (UTC), found by halving; 0 before the first."""
    j = t.journal.c
    low, high = 0, head(tx)
    while low < high:
        middle = (low + high + 1) // 2
        found = tx.connection.execute(
            select(j.at).where(j.street == tx.street, j.seq == middle)
        ).scalar()
        reached = found is not None and found <= micros(at)
        low, high = (middle, high) if reached else (low, middle - 1)
    return low


def head(tx: Tx) -> int:
    """The newest journal number."""
    known = select(t.chain_head.c.seq).where(t.chain_head.c.street == tx.street)
    return int(tx.connection.execute(known).scalar() or 0)


def shown(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The part of an entry's rows that a screen shows."""
    for table, key, delta in rows:
        wanted = SHOWN.get(table)
        if wanted is None:
            continue
        seen = {column: pair for column, pair in delta.items() if column in wanted}
        if seen:
            yield [table, key, seen]


def turn(rows: Rows, table: str, key: str, delta: dict[str, Any], back: bool = False) -> None:
    """Apply one change forward, or take it back; a row without an id is gone.

    The row is made anew and never changed, so that others may keep the one before.
    """
    old_or_new = 0 if back else 1
    row = dict(rows.get((table, key)) or _BLANK[table])
    for column, pair in delta.items():
        row[column] = pair[old_or_new]
    if row["id"] is None:
        rows.pop((table, key), None)
    else:
        rows[table, key] = row


def rows_at(
    tx: Tx, seq: int, last: int, emergencies: Iterable[str] = (), every: bool = False
) -> Rows:
    """The shown rows as they stood after a number, by table and key, to be played up to `last`.

    Cases that had ended by then are left out unless a sub-docket was open, as on a board, or
    something happens to them by `last`. Of people at risk and calls those of the named
    emergencies are there. `every` reads every entry since, as is done where a version is missing.
    """
    newest = _newest_id(tx, seq)
    deltas = None if every else _mattering(tx, seq, newest)
    if deltas is None:
        deltas = [one for one in _deltas(_entries(tx, seq)) if _known(one[1], one[2], newest)]
    rows = _now(tx, {(table, key) for _, table, key, _ in deltas}, tuple(emergencies))
    first: Rows = {}
    played = set()
    for at, table, key, delta in deltas:
        known = first.setdefault((table, key), {})
        for column, pair in delta.items():
            known.setdefault(column, pair[0])
        if at <= last:
            played.add((table, key))
    for one, known in first.items():
        rows[one] = {**rows.get(one, dict.fromkeys(SHOWN[one[0]])), **known}
    before = {
        one: row
        for one, row in rows.items()
        if _known(*one, newest) and (one[0] != "dockets" or (row["case"] or "") <= newest)
    }
    return _kept(before, played, set(emergencies))


def _known(table: str, key: str, newest: str) -> bool:
    """Whether a row may have been there: what came later is not looked at."""
    return table != "cases" or key <= newest


def _kept(rows: Rows, played: set[tuple[str, str]], emergencies: set[str]) -> Rows:
    """The rows that were there and that a player wants."""
    there = {one: row for one, row in rows.items() if row["id"] is not None}
    open_ = {row["case"] for one, row in there.items() if one[0] == "dockets" and _runs(row)}

    def wanted(name: str, row: dict[str, Any]) -> bool:
        if name in OF_EMERGENCY:
            return row["emergency"] in emergencies
        if name == "dockets":
            return _runs(row)
        return name != "cases" or row["state"] not in ENDED or row["id"] in open_

    return {one: row for one, row in there.items() if one in played or wanted(one[0], row)}


def _runs(docket: dict[str, Any]) -> bool:
    return docket["closed_at"] is None


# ---- what happened since ----------------------------------------------------------------------


def _entries(tx: Tx, after: int, *where: ColumnElement[bool]) -> Iterator[Any]:
    j = t.journal.c
    wanted = select(j.seq, j.data).where(j.street == tx.street, j.seq > after, *where)
    yield from tx.connection.execute(
        wanted.order_by(j.seq), execution_options={"yield_per": AT_ONCE}
    )


def _deltas(entries: Iterable[Any]) -> Deltas:
    return [
        (row.seq, table, key, delta)
        for row in entries
        for table, key, delta in shown(json.loads(row.data)["rows"])
    ]


def _mattering(tx: Tx, seq: int, newest: str) -> Deltas | None:
    """The changes that matter for what was known then; None when a version is missing."""
    j = t.journal.c
    wanted = or_(j.subject <= newest, j.kind.not_in(sorted(own_kinds())))
    found = _deltas(_entries(tx, seq, wanted))
    deltas = [one for one in found if _known(one[1], one[2], newest)]
    return _of_teams(tx, seq, deltas) + deltas if _whole(tx, deltas) else None


def own_kinds() -> frozenset[str]:
    """Kinds of entries that touch no case but their own, and of what is shown only teams."""
    found = {one.kind for command, one in HANDLERS.items() if issubclass(command, CaseCommand)}
    return frozenset(found | _REPORTED) - _BEYOND


def _newest_id(tx: Tx, seq: int) -> str:
    """An id above that of every case known then: ids grow with the clock of the seat, by a day."""
    j = t.journal.c
    last = (
        select(j.subject)
        .where(j.street == tx.street, j.seq <= seq)
        .where(j.kind.in_(sorted(_REPORTED)))
        .order_by(j.seq.desc())
        .limit(LAST_REPORTS)
        .subquery()
    )
    found = tx.connection.execute(select(func.max(last.c.subject))).scalar()
    stamp = (UUID(found).int >> 80) + DAY_MS if found else 0
    return new_id(milliseconds=stamp, random=b"\xff" * 10)


def _whole(tx: Tx, deltas: Deltas) -> bool:
    """Whether each case's changes follow one another up to its version of now."""
    versions: dict[str, int | None] = {}
    for _, table, key, delta in deltas:
        if table != "cases":
            continue
        old, new = delta["version"]
        if versions.get(key, old) != old:
            return False
        versions[key] = new
    c = t.cases.c
    for part in _parts(versions):
        rows = tx.connection.execute(
            select(c.id, c.version).where(c.street == tx.street, c.id.in_(part))
        )
        if any(versions[row.id] != row.version for row in rows):
            return False
    return True


def _of_teams(tx: Tx, seq: int, deltas: Deltas) -> Deltas:
    """Changes of teams from there on, until what moves is known of each that moved since."""
    c, j = t.TABLES["teams"].c, t.journal.c
    at = tx.connection.execute(select(j.at).where(j.street == tx.street, j.seq == seq)).scalar()
    moved = select(c.id).where(c.street == tx.street, c.since > (at or 0))
    owed = {str(one): set(_MOVING) for one in tx.connection.execute(moved).scalars()}
    owed.update((key, set(_MOVING)) for _, table, key, _ in deltas if table == "teams")
    found: Deltas = []
    on_teams = j.kind.not_in(sorted(_REPORTED)), j.data.contains('["teams",')
    for row in _entries(tx, seq, *on_teams):
        if not owed:
            break
        for at_seq, table, key, delta in _deltas([row]):
            if table == "teams":
                found.append((at_seq, table, key, delta))
                left = owed.get(key, set()) - delta.keys()
                owed[key] = left
                if not left or "id" in delta:
                    owed.pop(key)
    return found


# ---- the rows of now --------------------------------------------------------------------------


def _now(tx: Tx, touched: set[tuple[str, str]], emergencies: tuple[str, ...]) -> Rows:
    """Whole small tables, live cases, open dockets, and every touched case and docket."""
    rows: Rows = {}
    for name, columns in SHOWN.items():
        table = t.TABLES[name]
        wanted = select(*(table.c[one] for one in sorted(columns)))
        mine = wanted.where(table.c.street == tx.street)
        if name in OF_EMERGENCY:
            _take(tx, rows, name, mine.where(table.c.emergency.in_(emergencies)))
        elif name not in ("cases", "dockets"):
            _take(tx, rows, name, mine)
        else:
            live = t.LIVE if name == "cases" else table.c.closed_at.is_(None)
            _take(tx, rows, name, mine.where(live))
            for part in _parts(
                key for one, key in touched if one == name and (one, key) not in rows
            ):
                _take(tx, rows, name, mine.where(table.c.id.in_(part)))
    return rows


def _take(tx: Tx, rows: Rows, name: str, wanted: Any) -> None:
    for row in tx.connection.execute(wanted).mappings():
        rows[name, str(row["id"])] = {str(column): value for column, value in row.items()}


def _parts(keys: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
