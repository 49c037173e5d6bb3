"""Rebuilding rows from the journal: sums of all first, the rows themselves where those differ."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from sys import intern
from typing import Any

from sqlalchemy import Connection, select

from commandcenter.storage import tables as t

AT_ONCE = 2_000
SHARES, TOGETHER = 4_096, 512
"""Rows fall into so many shares by their key; so many shares are rebuilt in memory together."""

Delta = Mapping[str, tuple[Any, Any]]
Key = tuple[str, str]


class Shares:
    """Into which share a row falls, and its digest: keyed by a secret that dies with the object.

    A row's digest is the sum of its columns' hashes, so that a change takes the old value away
    and adds the new one, and nothing but the shares' sums is kept while millions of entries pass.
    Two different rows have the same digest once in 2^61 times; who does not know the secret
    cannot look for them.
    """

    def __init__(self) -> None:
        self._salt = secrets.randbits(61)
        self._columns = {
            name: {column.name: hash((self._salt, column.name)) for column in table.columns}
            for name, table in t.TABLES.items()
        }

    def of(self, name: str, key: str) -> int:
        """The share of a row."""
        return hash((self._salt, name, key)) % SHARES

    def unlike(self, connection: Connection, street: str) -> list[int]:
        """The shares in which the rows do not add up to what the journal tells."""
        sums = [0] * SHARES
        for name, key, delta in _told(connection, street):
            seed, columns, total = hash((self._salt, name, key)), self._columns[name], 0
            for column, (old, new) in delta.items():
                mark = columns.get(column)
                if mark is None:  # a column that a later schema has no more
                    continue
                if new is not None:
                    total += hash((seed, mark, new))
                if old is not None:
                    total -= hash((seed, mark, old))
            sums[seed % SHARES] += total
        for name in t.TABLES:
            marks = list(self._columns[name].values())
            for key, row in _held(connection, name, street):
                seed = hash((self._salt, name, key))
                values = zip(marks, row, strict=True)
                total = sum(hash((seed, mark, v)) for mark, v in values if v is not None)
                sums[seed % SHARES] -= total
        return [share for share, left in enumerate(sums) if left]

    def differences(
        self, connection: Connection, street: str, wanted: frozenset[int]
    ) -> Iterator[str]:
        """Rebuild the rows of these shares, and say where the held ones are others."""
        built: dict[Key, dict[str, Any]] = {}
        for name, key, delta in _told(connection, street):
            if self.of(name, key) in wanted:
                target = built.setdefault((name, key), {})
                target.update({intern(column): pair[1] for column, pair in delta.items()})
                if "id" in delta and delta["id"][1] is None:
                    del built[name, key]
        for name in t.TABLES:
            for key, row in _held(connection, name, street):
                if self.of(name, key) in wanted:
                    told = built.pop((name, key), None)
                    yield from _unlike(
                        f"{name}/{key}", told, zip(self._columns[name], row, strict=True)
                    )
        yield from (f"{name}/{key}" for name, key in built)


def differences(connection: Connection, street: str) -> list[str]:
    """Rows that are not what the journal says, as table/key/column; empty when all agree.

    Memory does not grow with the street; where much differs it holds an eighth of it at a time.
    """
    shares = Shares()
    unlike = shares.unlike(connection, street)
    found: list[str] = []
    for first in range(0, len(unlike), TOGETHER):
        some = frozenset(unlike[first : first + TOGETHER])
        found.extend(shares.differences(connection, street, some))
    return sorted(found)


def _told(connection: Connection, street: str) -> Iterator[tuple[str, str, Delta]]:
    """Every change of a row, in the journal's order: table, key, {column: (old, new)}."""
    wanted = select(t.journal.c.data).where(t.journal.c.street == street)
    with connection.execute(
        wanted.order_by(t.journal.c.seq), execution_options={"yield_per": AT_ONCE}
    ) as rows:
        for (data,) in rows:
            yield from json.loads(data)["rows"]


def _held(connection: Connection, name: str, street: str) -> Iterator[tuple[str, Any]]:
    """Every row of a table with its key."""
    table = t.TABLES[name]
    place = list(table.columns).index(table.c.id)
    wanted = select(table).where(table.c.street == street)
    with connection.execute(wanted, execution_options={"yield_per": AT_ONCE}) as rows:
        for row in rows:
            yield row[place], row


def _unlike(place: str, told: Mapping[str, Any] | None, held: Any) -> Iterator[str]:
    """Columns that differ; what replay has no value for is empty in the row."""
    if told is None:
        yield place
        return
    for column, value in held:
        if told.get(column) != value:
            yield f"{place}/{column}"
