"""Many statements in one trip to PostgreSQL, so that what is locked is locked briefly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect

from commandcenter.storage.database import Overtaken

_SEQ = "SELECT seq FROM journal WHERE street = %(street)s AND command = %(command)s"


@dataclass(frozen=True, slots=True)
class Step:
    """A statement; a `guarded` one must find its row as it was read."""

    statement: Any
    values: dict[str, Any]
    guarded: bool = False


def send(connection: Connection, steps: list[Step]) -> None:
    """All statements in one trip; Overtaken when a guarded one found no row."""
    raw: Any = connection.connection.driver_connection
    with raw.pipeline():
        done = [(_put(raw, connection.dialect, one), one.guarded) for one in steps]
    if any(guarded and cursor.rowcount != 1 for cursor, guarded in done):
        raise Overtaken


def send_and_commit(connection: Connection, steps: list[Step], entry: dict[str, Any]) -> int:
    """The same with the commit in the same trip; the number that it gave the entry."""
    if any(one.guarded for one in steps):
        send(connection, steps)
        steps = []
    raw: Any = connection.connection.driver_connection
    with raw.pipeline():
        for one in steps:
            _put(raw, connection.dialect, one)
        raw.execute("COMMIT")
        found = raw.execute(_SEQ, {"street": entry["street"], "command": entry["command"]})
    return int(found.fetchone()[0])


def _put(raw: Any, dialect: Dialect, step: Step) -> Any:
    return raw.execute(_text(dialect, step.statement), step.values)


@lru_cache(maxsize=2_048)
def _text(dialect: Dialect, statement: Any) -> str:
    return str(statement.compile(dialect=dialect))
