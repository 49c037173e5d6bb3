"""Checking the journal: every number, every hash, the head, and the rows it rebuilds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from commandcenter.domain.journal import GENESIS
from commandcenter.storage import tables as t
from commandcenter.storage.tx import entry_hash

AT_ONCE = 2_000


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
    """Walk the chain: a gap, a changed or reordered entry, a cut tail, rows that differ."""
    previous, count = GENESIS, 0
    with connection.execute(
        select(t.journal).where(t.journal.c.street == street).order_by(t.journal.c.seq),
        execution_options={"yield_per": AT_ONCE},
    ) as rows:
        for row in rows.mappings():
            if row["seq"] != count + 1:
                return Verdict(count, count + 1, "missing")
            if entry_hash(previous, dict(row)) != row["hash"]:
                return Verdict(count, row["seq"], "changed")
            previous, count = row["hash"], row["seq"]
    head = connection.execute(
        select(t.chain_head.c.seq, t.chain_head.c.hash).where(t.chain_head.c.street == street)
    ).first()
    if head is not None and (head.seq, head.hash) != (count, previous):
        return Verdict(count, count + 1, "tail_cut")
    if head is None and count:
        return Verdict(count, count, "head_missing")
    return Verdict(count, head=previous)


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
            target.update({column: pair[1] for column, pair in delta.items()})
    return built


def stored(connection: Connection, street: str) -> dict[str, dict[str, dict[str, Any]]]:
    """The rows as they stand, columns without value left out as replay has none for them."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for name, table in t.TABLES.items():
        rows = connection.execute(select(table).where(table.c.street == street)).mappings()
        found[name] = {row["id"]: dict(row) for row in rows}
    return found


def differences(connection: Connection, street: str) -> list[str]:
    """Rows that are not what the journal says, as table/key/column; empty when all agree."""
    told, held = replay(connection, street), stored(connection, street)
    found = []
    for name in t.NOUNS:
        for key in sorted(told[name].keys() | held[name].keys()):
            one, two = told[name].get(key), held[name].get(key)
            if one is None or two is None:
                found.append(f"{name}/{key}")
                continue
            found.extend(
                f"{name}/{key}/{column}"
                for column, value in two.items()
                if one.get(column) != value
            )
    return found
