"""Opening the street's file (SQLite in WAL, one writing process) or its PostgreSQL."""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from sqlalchemy import Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import QueuePool

from commandcenter.domain.refusal import Refusal

FILE = "street.db"
"""A street's file in its data folder, or in a backup."""

SAFE = (3, 51, 3)
IS_CLOSED = "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'street_moved'"
"""Has a row in a file that its street has left (move.py)."""

BUSY_MS = 10_000
DISK_FAULT = "disk_fault"
"""The disk failed while something was read or written: whether a commit stands is not known."""

_SAID = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": DISK_FAULT,
    "SQLITE_READONLY": "disk_readonly",
    "SQLITE_CANTOPEN": "data_unreadable",
    "SQLITE_CORRUPT": "data_unreadable",
    "SQLITE_NOTADB": "data_unreadable",
}
T = TypeVar("T")


def driver() -> ModuleType:
    """A DB-API module whose SQLite is 3.51.3 or newer (older ones have the WAL-reset bug)."""
    if sqlite3.sqlite_version_info >= SAFE:
        return sqlite3
    from pysqlite3 import dbapi2

    if dbapi2.sqlite_version_info < SAFE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} is too old; need 3.51.3")
    return dbapi2  # type: ignore[no-any-return]


class Overtaken(Exception):
    """Another command changed a row since this one read it: to be begun again."""


@dataclass(slots=True)
class Away:
    """When (monotonic seconds) a database was last found to be away."""

    found: float = -math.inf


@dataclass(frozen=True, slots=True)
class Database:
    """The file, or the server's address, and its two engines; close() gives both back."""

    path: Path | None
    write: Engine
    read: Engine
    url: str | None = None
    away: Away = field(default_factory=Away)

    @property
    def shared(self) -> bool:
        """Whether other processes write here too: PostgreSQL."""
        return self.url is not None

    def turn(self) -> AbstractContextManager[Any]:
        """What a writing thread holds: one at a time on SQLite, nothing on PostgreSQL."""
        return nullcontext() if self.shared else threading.Lock()

    def kept_trying(self, work: Callable[[], T]) -> T:
        """The work's result, on PostgreSQL begun again after a deadlock or a cut.

        On SQLite begun again once after a fault of the disk: work that asks first whether it was
        done finds out. Refusal('disk_fault') where that fails too: it may have been done.
        """
        if not self.shared:
            return _once_more(work)
        from commandcenter.storage.postgres import kept_trying

        return kept_trying(work, self.away)

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file and empty it; PostgreSQL does so by itself."""
        if self.shared:
            return
        with self.write.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            connection.rollback()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self.read.dispose()
        self.write.dispose()


def _say(fault: ExceptionContext) -> Refusal | None:
    """Refusal('disk_full'|'disk_readonly'|'data_unreadable') for what SQLite says of its disk.

    Nothing was written then. An input or output error is Refusal('disk_fault'): whether the commit
    stands is not known, so the command has to come again under its id.
    """
    said = fault.original_exception
    name = str(getattr(said, "sqlite_errorname", ""))
    code = next((code for known, code in _SAID.items() if name.startswith(known)), None)
    return None if code is None else Refusal(code, why=str(said))


def _once_more(work: Callable[[], T]) -> T:
    try:
        return work()
    except Refusal as said:
        if said.code != DISK_FAULT:
            raise
        try:
            return work()
        except Refusal as again:
            raise said if again.code in _SAID.values() else again from None


def is_url(target: object) -> bool:
    """Whether a target names a PostgreSQL database."""
    return isinstance(target, str) and target.startswith(("postgresql://", "postgres://"))


def open_database(target: Path | str) -> Database:
    """Open or create the file, or open postgresql://...; the schema is the migrations' business."""
    if is_url(target):
        from commandcenter.storage.postgres import engines  # a desk on a file starts without it

        write, read = engines(str(target))
        return Database(path=None, write=write, read=read, url=str(target))
    path = Path(target)
    if path.parent.is_dir() and not path.exists():
        path.touch(mode=0o600)  # callers' names lie in it; its log takes over the mode
    write = _engine(path, "BEGIN IMMEDIATE", pool_size=1)
    read = _engine(path, "BEGIN", pool_size=4)
    return Database(path=path, write=write, read=read)


def is_moved(database: Database) -> bool:
    """Whether a file is only what a street left behind when it moved to PostgreSQL."""
    with database.read.connect() as connection:
        return connection.exec_driver_sql(IS_CLOSED).first() is not None


def _engine(path: Path, begin: str, pool_size: int) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        module=driver(),
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0 if pool_size == 1 else 4,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error's text goes into logs, a caller's words never do
    )

    def on_connect(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"busy_timeout={BUSY_MS}",
            "foreign_keys=ON",
            "secure_delete=ON",
            "recursive_triggers=ON",  # else REPLACE passes by the journal's guards
            "temp_store=MEMORY",
            "cache_size=-65536",
            "mmap_size=268435456",
        ):
            raw.execute(f"PRAGMA {pragma}").close()

    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    event.listen(engine, "handle_error", _say)
    return engine
