"""The journal as a reel: rows as they stood at an instant, and what happened from there on.

Every entry tells old and new of each column, so that the past is reached by walking back from the
rows of now, and a player may run either way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from commandcenter.domain.refusal import require
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import aware
from commandcenter.services.feed import LINE_COLUMNS
from commandcenter.services.replay_views import AskReel, Beat, Reel
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.tx import Tx

LONGEST = timedelta(days=31)
MOST_BEATS = 100_000
AT_ONCE = 2_000
CHUNK = 400
SHOWN: dict[str, frozenset[str]] = {
    "cases": frozenset(one.name for one in LINE_COLUMNS),
    **{
        name: frozenset(one.name for one in t.TABLES[name].c)
        for name in ("teams", "emergencies", "at_risk", "call_ups")
    },
    "people": frozenset({"id", "roles", "on_shift"}),
}
"""Tables and columns that a played screen shows."""

Rows = dict[tuple[str, str], dict[str, Any]]


@answers(AskReel)
def ask_reel(ask: Asking, query: AskReel) -> Reel:
    """The span's reel; it ends now at the latest."""
    since, until = aware(query.since), min(aware(query.until), ask.now)
    require(timedelta(0) < until - since <= LONGEST, "span_range", most=LONGEST.days)
    first, last = _seq(ask.tx, since), _seq(ask.tx, until)
    require(last - first <= MOST_BEATS, "reel_too_long", most=MOST_BEATS)
    rows = rows_at(ask.tx, first)
    found = [[table, key, row] for (table, key), row in sorted(rows.items())]
    beats = tuple(_beat(row) for row in _entries(ask.tx, first, last))
    return Reel(since=since, until=until, seq=first, rows=tuple(found), beats=beats)


def _seq(tx: Tx, at: datetime) -> int:
    """The newest number at an instant."""
    j = t.journal.c
    found = tx.connection.execute(
        select(j.seq)
        .where(j.street == tx.street, j.at <= micros(at))
        .order_by(j.seq.desc())
        .limit(1)
    ).scalar()
    return int(found or 0)


def _entries(tx: Tx, after: int, last: int | None = None, back: bool = False) -> Iterator[Any]:
    j = t.journal.c
    wanted = select(j.seq, j.at, j.kind, j.subject, j.who, j.data).where(
        j.street == tx.street, j.seq > after
    )
    if last is not None:
        wanted = wanted.where(j.seq <= last)
    ordered = wanted.order_by(j.seq.desc() if back else j.seq)
    yield from tx.connection.execute(ordered, execution_options={"yield_per": AT_ONCE})


def _beat(row: Any) -> Beat:
    return Beat(
        seq=row.seq,
        at=instant(row.at),
        kind=row.kind,
        subject=row.subject,
        who=row.who,
        rows=tuple(shown(json.loads(row.data)["rows"])),
    )


def shown(rows: list[Any]) -> Iterator[list[Any]]:
    """The part of an entry's rows that a screen shows."""
    for table, key, delta in rows:
        wanted = SHOWN.get(table)
        if wanted is None:
            continue
        seen = {column: pair for column, pair in delta.items() if column in wanted}
        if seen:
            yield [table, key, seen]


def rows_at(tx: Tx, seq: int) -> Rows:
    """The shown rows as they stood after a journal number, by table and key.

    Cases that had ended by then and were not touched since are left out, as on a board.
    """
    deltas = [
        part for row in _entries(tx, seq, back=True) for part in shown(json.loads(row.data)["rows"])
    ]
    rows = _now(tx, {(table, key) for table, key, _ in deltas})
    for table, key, delta in deltas:
        turn(rows, table, key, delta, back=True)
    ended = {"closed", "merged", "rejected", "void"}
    return {key: row for key, row in rows.items() if key[0] != "cases" or row["state"] not in ended}


def turn(rows: Rows, table: str, key: str, delta: dict[str, Any], back: bool = False) -> None:
    """Apply one change forward, or take it back; a row without an id is gone."""
    old_or_new = 0 if back else 1
    row = rows.setdefault((table, key), {})
    row.update({column: pair[old_or_new] for column, pair in delta.items()})
    if "id" in delta and delta["id"][old_or_new] is None:
        del rows[table, key]


def _now(tx: Tx, touched: set[tuple[str, str]]) -> Rows:
    """The rows of now: whole small tables, live cases, and every touched case."""
    rows: Rows = {}
    for name, columns in SHOWN.items():
        table = t.TABLES[name]
        wanted = select(*(table.c[one] for one in sorted(columns | {"id"})))
        mine = wanted.where(table.c.street == tx.street)
        if name != "cases":
            _take(tx, rows, name, mine)
            continue
        _take(tx, rows, name, mine.where(t.LIVE))
        ids = sorted(key for table_, key in touched if table_ == name and (name, key) not in rows)
        for start in range(0, len(ids), CHUNK):
            _take(tx, rows, name, mine.where(table.c.id.in_(ids[start : start + CHUNK])))
    return rows


def _take(tx: Tx, rows: Rows, name: str, wanted: Any) -> None:
    for row in tx.connection.execute(wanted).mappings():
        rows[name, str(row["id"])] = dict(row)
