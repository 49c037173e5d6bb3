"""One command's transaction: values loaded, put, and sealed with one journal entry."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    TextClause,
    Update,
    bindparam,
    column,
    delete,
    insert,
    select,
    table,
    text,
    update,
)

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.ids import new_id
from commandcenter.domain.journal import GENESIS, canonical, chain
from commandcenter.domain.refusal import Refusal
from commandcenter.storage import tables as t
from commandcenter.storage.codec import changes, decode, encode, micros
from commandcenter.storage.keys import salted
from commandcenter.storage.reference import FiguresRow

T = TypeVar("T")
Key = tuple[str, str]
LOCKED = frozenset({"cases", "tasks", "requests", "dockets", "teams", "officers", "figures"})
"""Rows that a command on PostgreSQL holds from reading to commit; of others it sees at writing
that they are still as they were read."""


def key_of(value: Any) -> str:
    """A row's key below its street."""
    found: str = value.id
    return found


class Tx:
    """Reads and writes of one command on one street; nothing is visible before seal()."""

    def __init__(self, connection: Connection, street: str) -> None:
        self.connection = connection
        self.street = street
        self._shared = bool(connection.get_execution_options().get("locks"))
        self._steps: list[tuple[Any, dict[str, Any], bool]] = []
        self._old: dict[Key, Any] = {}
        self._new: dict[Key, Any] = {}

    # ---- reading ------------------------------------------------------------------------

    def get(self, kind: type[T], key: str) -> T | None:
        """The value as this transaction sees it, or None."""
        name = t.TABLE_OF[kind]
        if (name, key) in self._new:
            found: T = self._new[name, key]
            return found
        if (name, key) in self._old:
            known: T = self._old[name, key]
            return known
        lock = self._shared and name in LOCKED
        row = self.connection.execute(_by_key(name, lock), {"s": self.street, "k": key}).mappings()
        first = row.first()
        if first is None:
            return None
        value = decode(kind, first)
        self._old[name, key] = value
        return value

    def need(self, kind: type[T], key: str, code: str) -> T:
        """The value, or Refusal(code)."""
        found = self.get(kind, key)
        if found is None:
            raise Refusal(code, key=key[:64])
        return found

    def find(self, kind: type[T], /, **where: str) -> list[T]:
        """Every value whose columns equal `where`, as this transaction sees them, by key."""
        name = t.TABLE_OF[kind]
        lock = self._shared and name in LOCKED
        rows = self.connection.execute(
            _by_columns(name, tuple(sorted(where)), lock), {"s": self.street, **where}
        ).mappings()
        for row in rows:
            key = str(row["id"])
            if (name, key) not in self._old and (name, key) not in self._new:
                self._old[name, key] = decode(kind, row)
        merged = {**self._old, **self._new}
        keys = sorted(key for key in merged if key[0] == name)
        mine = [merged[key] for key in keys if merged[key] is not None]
        return [one for one in mine if all(getattr(one, c) == v for c, v in where.items())]

    def seek(self, kind: type[T], *where: ColumnElement[bool] | TextClause) -> list[T]:
        """Stored values that meet conditions, by key; what this transaction changed comes so."""
        name = t.TABLE_OF[kind]
        table = t.TABLES[name]
        wanted = select(table).where(table.c.street == self.street, *where).order_by(table.c.id)
        if self._shared and name in LOCKED:
            wanted = wanted.with_for_update()
        found: list[T] = []
        for row in self.connection.execute(wanted).mappings().all():
            key = (name, str(row["id"]))
            if key not in self._old:
                self._old[key] = decode(kind, row)
            value = self._new.get(key, self._old[key])
            if value is not None:
                found.append(value)
        return found

    def alone(self, what: str) -> None:
        """Hold back whoever else asks for `what` until the commit, where several write at once.

        To be called before the rows are read that there may be one of only.
        """
        if self._shared:
            self.connection.execute(_ALONE, {"k": f"{self.street}/{what}"})

    def changed(self, kind: type[T]) -> list[tuple[T | None, T]]:
        """What this transaction puts of a kind, each with its stored value (None for a new one)."""
        name = t.TABLE_OF[kind]
        found = [(self._old.get(key), new) for key, new in self._new.items() if key[0] == name]
        return [(old, new) for old, new in found if new is not None and new != old]

    # ---- writing ------------------------------------------------------------------------

    def put(self, value: Any) -> None:
        """Store a value with the commit; an unknown key is a new row."""
        self._new[t.TABLE_OF[type(value)], key_of(value)] = value

    def new(self, value: Any) -> None:
        """Store a value whose key must be new; Refusal('exists')."""
        if self.get(type(value), key_of(value)) is not None:
            raise Refusal("exists", key=key_of(value))
        self.put(value)

    def remove(self, value: Any) -> None:
        """Let a row go with the commit: every column to nothing, which replay reads as gone."""
        self._new[t.TABLE_OF[type(value)], key_of(value)] = None

    def keep_text(
        self, subject: str, kind: str, body: str, keep_until: datetime | None
    ) -> dict[str, str]:
        """Personal text in a row of its own; what the journal may hold: id and salted hash."""
        salt = secrets.token_bytes(16)
        row = {
            "street": self.street,
            "id": new_id(),
            "subject": subject,
            "kind": kind,
            "body": body,
            "salt": salt,
            "keep_until": micros(keep_until) if keep_until else None,
        }
        self.connection.execute(insert(t.private), row)
        return {"text": str(row["id"]), "hash": salted(salt, body), "of": kind}

    # ---- the end ------------------------------------------------------------------------

    def seal(
        self,
        *,
        command: str,
        at: datetime,
        who: str,
        behalf: str | None,
        channel: str | None,
        happened_at: datetime,
        subject: str,
        kind: str,
        facts: Mapping[str, Any],
        commit: bool = False,
    ) -> int:
        """Write the rows and the one entry that tells them; the entry's number.

        On PostgreSQL the commit gives number and hash (first_postgresql.sql): the number is 0
        unless the entry is the last one and `commit` goes along with it.
        """
        rows = self._write_rows()
        row = {
            "street": self.street,
            "command": command,
            "at": micros(at),
            "who": who,
            "behalf": behalf,
            "channel": channel,
            "happened_at": micros(happened_at),
            "subject": subject,
            "kind": kind,
            "data": canonical(facts, rows),
        }
        seq = self._send(row, commit) if self._shared else self._link(row)
        self._old.update(self._new)
        self._new.clear()
        return seq

    def _send(self, row: dict[str, Any], commit: bool) -> int:
        from commandcenter.storage import batch  # a desk on a file starts without it

        steps = [batch.Step(*one) for one in self._steps]
        steps.append(batch.Step(_WAITING, row))
        self._steps.clear()
        if commit:
            return batch.send_and_commit(self.connection, steps, row)
        batch.send(self.connection, steps)
        return 0

    def _link(self, row: dict[str, Any]) -> int:
        head = self.connection.execute(_HEAD, {"s": self.street}).first()
        seq, previous = (1, GENESIS) if head is None else (head.seq + 1, head.hash)
        row["seq"] = seq
        row["hash"] = entry_hash(previous, row)
        self.connection.execute(_JOURNAL, row)
        following = {"street": self.street, "seq": seq, "hash": row["hash"]}
        if head is None:
            self.connection.execute(insert(t.chain_head), following)
        else:
            self.connection.execute(_NEXT_HEAD, {"s": self.street, **following})
        return seq

    def _write_rows(self) -> list[Any]:
        self._count()
        found: list[Any] = []
        for (name, key), value in self._new.items():
            old = self._old.get((name, key))
            if old == value:
                continue
            if name == "cases" and old is not None:
                value = value.changed(version=old.version + 1)
                self._new[name, key] = value
            delta = self._store(name, key, old, value)
            found.append([name, key, delta])
        return found

    def _store(self, name: str, key: str, old: Any, value: Any) -> dict[str, list[Any]]:
        table = t.TABLES[name]
        if value is None:
            return self._drop(name, key, old)
        if old is None:
            row = encode(value)
            self._run(_insert(name), {"id": key, **row})
            row["id"] = key
            return {c: [None, v] for c, v in row.items() if v is not None}
        delta = changes(old, value)
        values = {f"v_{c}": pair[1] for c, pair in delta.items()}
        versioned = name == "cases"
        guarded = self._shared and name not in LOCKED
        statement = _update(table.name, tuple(sorted(delta)), versioned, guarded)
        keys = {"s": self.street, "k": key, **({"seen": old.version} if versioned else {})}
        if guarded:
            keys.update({f"o_{c}": pair[0] for c, pair in delta.items()})
        if self._run(statement, {**values, **keys}, guarded) != 1:
            raise Refusal("stale", key=key)
        return delta

    def _drop(self, name: str, key: str, old: Any) -> dict[str, list[Any]]:
        row = {**encode(old), "id": key}
        if self._run(_delete(name, tuple(row)), {f"o_{c}": v for c, v in row.items()}, True) != 1:
            raise Refusal("stale", key=key)
        return {c: [v, None] for c, v in row.items() if v is not None}

    def _run(self, statement: Any, values: dict[str, Any], guarded: bool = False) -> int:
        """Execute, or on PostgreSQL keep for the one trip at the end; how many rows."""
        if self._shared:
            self._steps.append((statement, values, guarded))
            return 1
        return int(self.connection.execute(statement, values).rowcount)

    def _count(self) -> None:
        """Keep the figures row in step with every case of this transaction."""
        moved = [
            (self._old.get(key), value)
            for key, value in self._new.items()
            if key[0] == "cases" and self._old.get(key) != value
        ]
        steps = dict.fromkeys(("filed", "closed", "void", "open", "inbox"), 0)
        for old, new in moved:
            for case, sign in ((old, -1), (new, 1)):
                for name in tally(case):
                    steps[name] += sign
        if any(steps.values()):
            figures = self.figures()
            fields = encode(figures)
            fields.update({name: fields[name] + step for name, step in steps.items()})
            self.put(FiguresRow(**fields))

    def figures(self) -> FiguresRow:
        """The street's counts."""
        return self.get(FiguresRow, "all") or FiguresRow(street=self.street)


def tally(case: Case | None) -> Iterable[str]:
    """In which counts a case stands by its present state; drills and imports in none."""
    if case is None or case.drill or case.imported:
        return
    if case.state in (CaseState.REPORTED, CaseState.VERIFYING):
        yield "inbox"
    if not case.number:
        return
    yield "filed"
    if case.state is CaseState.CLOSED:
        yield "closed"
    elif case.state in (CaseState.VOID, CaseState.MERGED):
        yield "void"
    elif case.is_open:
        yield "open"


def entry_hash(previous: str, row: Mapping[str, Any]) -> str:
    """The chain's hash of a journal row: every stored field but the hash itself."""
    fields = ("street", "seq", "command", "at", "who", "behalf", "channel", "happened_at")
    return chain(previous, *(row[name] for name in (*fields, "subject", "kind", "data")))


_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended(:k, 0))")
_HEAD = select(t.chain_head.c.seq, t.chain_head.c.hash).where(
    t.chain_head.c.street == bindparam("s")
)
_JOURNAL = insert(t.journal)
_WAITING = insert(
    table("journal", *(column(c.name) for c in t.journal.c if c.name not in ("seq", "hash")))
)
_NEXT_HEAD = (
    update(t.chain_head)
    .where(t.chain_head.c.street == bindparam("s"))
    .values(seq=bindparam("seq"), hash=bindparam("hash"))
)


@lru_cache(maxsize=64)
def _insert(name: str) -> Any:
    return insert(t.TABLES[name])


@lru_cache(maxsize=64)
def _delete(name: str, columns: tuple[str, ...]) -> Any:
    table = t.TABLES[name]
    same = (table.c[c].is_not_distinct_from(bindparam(f"o_{c}")) for c in columns)
    return delete(table).where(*same)


@lru_cache(maxsize=64)
def _by_key(name: str, lock: bool) -> Any:
    table = t.TABLES[name]
    found = select(table).where(table.c.street == bindparam("s"), table.c.id == bindparam("k"))
    return found.with_for_update() if lock else found


@lru_cache(maxsize=128)
def _by_columns(name: str, columns: tuple[str, ...], lock: bool) -> Any:
    table: Table = t.TABLES[name]
    wanted = [table.c[one] == bindparam(one) for one in columns]
    found = select(table).where(table.c.street == bindparam("s"), *wanted).order_by(table.c.id)
    return found.with_for_update() if lock else found


@lru_cache(maxsize=1024)
def _update(name: str, columns: tuple[str, ...], versioned: bool, guarded: bool) -> Update:
    table = t.TABLES[name]
    wanted = [table.c.street == bindparam("s"), table.c.id == bindparam("k")]
    if versioned:
        wanted.append(table.c.version == bindparam("seen"))
    if guarded:
        wanted.extend(table.c[c].is_not_distinct_from(bindparam(f"o_{c}")) for c in columns)
    return update(table).where(*wanted).values({c: bindparam(f"v_{c}") for c in columns})
