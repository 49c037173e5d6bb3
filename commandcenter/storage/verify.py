"""Checking the journal: every number, every hash, the head, and the rows it rebuilds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Any

from sqlalchemy import Connection, TextClause, select, text

from commandcenter.domain.journal import GENESIS
from commandcenter.storage import tables as t
from commandcenter.storage.dialect import on_postgres
from commandcenter.storage.replay import AT_ONCE

HASHED = (
    *("street", "seq", "command", "at", "who", "behalf", "channel", "happened_at"),
    *("subject", "kind", "data"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries were read, the first bad number (None when all hold), and a code why."""

    entries: int
    first_bad: int | None = None
    why: str | None = None
    head: str = GENESIS

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return self.first_bad is None


def verify(connection: Connection, street: str) -> Verdict:
    """Walk the chain: a gap, a changed or reordered entry, a cut tail, a lost head."""
    previous, count = GENESIS, 0
    first = _prefixed(street.encode())
    with connection.execute(
        _as_bytes(on_postgres(connection)),
        {"street": street},
        execution_options={"yield_per": AT_ONCE},
    ) as rows:
        for seq, sealed, *fields in rows:
            if seq != count + 1:
                return Verdict(count, count + 1, "missing")
            parts = [bytes.fromhex(previous), first, _prefixed(b"%d" % seq)]
            parts += map(_prefixed, fields)
            if hashlib.sha256(b"".join(parts)).hexdigest() != sealed:
                return Verdict(count, seq, "changed")
            previous, count = sealed, seq
    head = connection.execute(
        select(t.chain_head.c.seq, t.chain_head.c.hash).where(t.chain_head.c.street == street)
    ).first()
    if head is not None and (head.seq, head.hash) != (count, previous):
        return Verdict(count, count + 1, "tail_cut")
    if head is None and count:
        return Verdict(count, count, "head_missing")
    return Verdict(count, head=previous)


def has_entry(connection: Connection, street: str, seq: int, sealed: str) -> bool:
    """Whether the journal has the entry that was written down elsewhere.

    Only this shows a tail that was cut by somebody who set the head back too.
    """
    j = t.journal.c
    wanted = select(j.hash).where(j.street == street, j.seq == seq)
    return connection.execute(wanted).scalar() == sealed


def _prefixed(field: bytes | None) -> bytes:
    """A field as domain/journal.py hashes it; twice as fast here, for millions of entries."""
    if field is None:
        return _NONE
    return (_SHORT[len(field)] if len(field) < 256 else _mark(len(field))) + field


def _mark(length: int) -> bytes:
    return b"+" + length.to_bytes(8, "big")


_NONE = b"-" + bytes(8)
_SHORT = [_mark(length) for length in range(256)]


@cache
def _as_bytes(postgres: bool) -> TextClause:
    """Number, hash, and the hashed fields as the bytes they are stored in."""
    form = "convert_to(CAST({} AS text), 'UTF8')" if postgres else "CAST({} AS BLOB)"
    fields = ", ".join(form.format(f'"{name}"') for name in HASHED[2:])
    wanted = f"SELECT seq, hash, {fields} FROM journal WHERE street = :street ORDER BY seq"
    return text(wanted)


def replay(connection: Connection, street: str) -> dict[str, dict[str, dict[str, Any]]]:
    """The rows that the journal tells: table -> key -> stored columns."""
    built: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in t.NOUNS}
    rows = connection.execute(
        select(t.journal.c.data).where(t.journal.c.street == street).order_by(t.journal.c.seq),
        execution_options={"yield_per": AT_ONCE},
    )
    for row in rows:
        for name, key, delta in json.loads(row.data)["rows"]:
            target = built[name].setdefault(key, {})
            target.update({intern(column): pair[1] for column, pair in delta.items()})
            if "id" in delta and delta["id"][1] is None:
                del built[name][key]
    return built


def differences(connection: Connection, street: str) -> list[str]:
    """Rows that are not what the journal says, as table/key/column; empty when all agree."""
    told = replay(connection, street)
    found: list[str] = []
    for name, table in t.TABLES.items():
        rest = told.pop(name)
        with connection.execute(
            select(table).where(table.c.street == street),
            execution_options={"yield_per": AT_ONCE},
        ) as rows:
            for row in rows.mappings():
                found.extend(_unlike(f"{name}/{row['id']}", rest.pop(row["id"], None), row))
        found.extend(f"{name}/{key}" for key in rest)
    return sorted(found)


def _unlike(place: str, told: dict[str, Any] | None, held: Mapping[Any, Any]) -> Iterator[str]:
    """Columns that differ; what replay has no value for is empty in the row."""
    if told is None:
        yield place
        return
    for column, value in held.items():
        if told.get(column) != value:
            yield f"{place}/{column}"
