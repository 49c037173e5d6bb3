"""Opening the street's file: SQLite in WAL, one writing process, a read engine apart."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

SAFE = (3, 51, 3)
BUSY_MS = 10_000


def driver() -> ModuleType:
    """A DB-API module whose SQLite is 3.51.3 or newer (older ones have the WAL-reset bug)."""
    if sqlite3.sqlite_version_info >= SAFE:
        return sqlite3
    from pysqlite3 import dbapi2

    if dbapi2.sqlite_version_info < SAFE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} is too old; need 3.51.3")
    return dbapi2  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Database:
    """The file and its two engines; close() gives both back."""

    path: Path
    write: Engine
    read: Engine

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file and empty it."""
        with self.write.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            connection.rollback()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self.read.dispose()
        self.write.dispose()


def open_database(path: Path) -> Database:
    """Open or create the file; the schema is the migrations' business."""
    write = _engine(path, "BEGIN IMMEDIATE", pool_size=1)
    read = _engine(path, "BEGIN", pool_size=4)
    return Database(path=path, write=write, read=read)


def _engine(path: Path, begin: str, pool_size: int) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        module=driver(),
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0 if pool_size == 1 else 4,
        connect_args={"check_same_thread": False},
    )

    def on_connect(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"busy_timeout={BUSY_MS}",
            "foreign_keys=ON",
            "secure_delete=ON",
            "temp_store=MEMORY",
            "cache_size=-65536",
            "mmap_size=268435456",
        ):
            raw.execute(f"PRAGMA {pragma}").close()

    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine
