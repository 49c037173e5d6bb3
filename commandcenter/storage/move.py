"""A street moves from its file to PostgreSQL: same entries, same numbers, same seals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from commandcenter.domain.refusal import Refusal, require
from commandcenter.storage import tables as t
from commandcenter.storage.carry import carry, held
from commandcenter.storage.database import FILE, Database, is_moved, open_database
from commandcenter.storage.holder import Holder
from commandcenter.storage.manifest import head_of
from commandcenter.storage.migrate import migrate
from commandcenter.storage.progress import Told, silent
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify

_CLOSE = (
    "CREATE TRIGGER IF NOT EXISTS street_moved BEFORE INSERT ON journal "
    "BEGIN SELECT RAISE(ABORT, 'this street has moved to PostgreSQL'); END"
)
_OPEN = "DROP TRIGGER IF EXISTS street_moved"


@dataclass(frozen=True, slots=True)
class Moved:
    """What was carried: the street, its last entry, and rows per table."""

    street: str
    seq: int
    hash: str
    rows: dict[str, int]


def move(
    folder: Path, url: str, at: datetime, told: Told = silent, *, again: bool = False
) -> Moved:
    """Carry the folder's street to postgresql://... in one transaction, verified before its end.

    The address is that of the schema's owner. Pictures and key stay in the folder, the file too,
    but it takes no more entries; `again` moves one that was closed by a move that then was cut.
    Refusal: 'data_held', 'no_data', 'no_street', 'street_moved', 'street_there' (in the target),
    'backup_bad' (the journal does not hold), 'rows_bad' (rows are not what it tells),
    'move_failed' (what PostgreSQL says).
    """
    require((folder / FILE).is_file(), "no_data", path=str(folder))
    holder = Holder(folder, "move", at)
    try:
        with closing(open_database(folder / FILE)) as source, _sayable():
            require(again or not is_moved(source), "street_moved")
            migrate(source)
            with closing(open_database(url)) as target:
                migrate(target)
                return _move(source, target, told)
    finally:
        holder.release()


def _move(source: Database, target: Database, told: Told) -> Moved:
    """Closes the file just before the target's commit: the street never has two homes.

    When the link goes during that commit nobody knows whether it stands: the file stays closed.
    """
    closed = is_moved(source)
    try:
        with source.read.begin() as old, target.write.begin() as new:
            found = _carried(old, new, told)
            _run(source, _CLOSE)
            told("commit", 0, 0)
    except DBAPIError as fault:
        if not closed and getattr(fault.orig, "sqlstate", None):
            _run(source, _OPEN)
        raise
    return found


def _carried(old: Connection, new: Connection, told: Told) -> Moved:
    street, seq, sealed = head_of(old)
    there = select(t.chain_head.c.street).where(t.chain_head.c.street == street)
    require(new.execute(there).first() is None, "street_there", street=street)
    _judge(old, street, sealed, told)
    carry(old, new, street, told)
    told("analyze", 0, 0)
    new.exec_driver_sql("ANALYZE")
    _judge(new, street, sealed, told)
    rows = held(old, street)
    require(held(new, street) == rows, "backup_bad", why="counts")
    return Moved(street, seq, sealed, rows)


def _judge(connection: Connection, street: str, sealed: str, told: Told) -> None:
    told("verify", 0, 0)
    verdict = verify(connection, street)
    require(verdict.good and verdict.head == sealed, "backup_bad", why=verdict.why or "changed")
    found = differences(connection, street)
    require(not found, "rows_bad", count=len(found), first=next(iter(found), ""))


def _run(source: Database, statement: str) -> None:
    with source.write.begin() as connection:
        connection.exec_driver_sql(statement)


@contextmanager
def _sayable() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, psycopg.Error) as fault:
        said = fault.orig if isinstance(fault, DBAPIError) else fault
        raise Refusal("move_failed", why=str(said).strip()) from fault
