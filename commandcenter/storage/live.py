"""A street that lives on while it is copied: in its file, or on PostgreSQL."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, select

from commandcenter.domain.refusal import require
from commandcenter.storage import tables as t
from commandcenter.storage.database import BUSY_MS, IS_CLOSED, driver, open_database
from commandcenter.storage.migrate import HEAD, migrate, revision
from commandcenter.storage.progress import Told

STEP = 4_096
"""Pages of one step: 16 MB, after which progress is told."""

_NAMES = "SELECT 1 FROM pictures WHERE sha256 = ? AND gone = 0 LIMIT 1"


class Live(Protocol):
    """What a backup asks of a street."""

    def copy(self, target: Path, told: Told) -> None:
        """Write one moment of it into an empty SQLite file, with nothing beside it."""

    def names(self, sha256: str) -> bool:
        """Whether a row names the picture now."""


@dataclass(frozen=True, slots=True)
class FileStreet:
    """A street in its file."""

    file: Path

    def copy(self, target: Path, told: Told) -> None:
        """Page by page from one snapshot, which writers neither change nor make begin again.

        Refusal('no_data'|'street_moved').
        """
        require(self.file.is_file(), "no_data", path=str(self.file.parent))

        def step(_status: int, remaining: int, total: int) -> None:
            told("database", total - remaining, total)

        with closing(self._open()) as read, closing(_plain(target)) as made:
            read.execute("BEGIN")  # the snapshot is taken by what is read next
            require(read.execute(IS_CLOSED).fetchone() is None, "street_moved")
            read.backup(made, pages=STEP, progress=step)
            read.execute("COMMIT")
            made.execute("PRAGMA journal_mode=DELETE").fetchone()

    def names(self, sha256: str) -> bool:
        """Whether a row names the picture now."""
        with closing(self._open()) as read:
            return read.execute(_NAMES, (sha256,)).fetchone() is not None

    def _open(self) -> Any:
        made = _plain(self.file)
        made.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        return made


@dataclass(frozen=True, slots=True)
class PostgresStreet:
    """A street on PostgreSQL: the only one there, or the one that is named."""

    url: str
    street: str | None = None

    def copy(self, target: Path, told: Told) -> None:
        """Row by row from one snapshot.

        Refusal('street_wanted'|'no_such_street'|'schema_other').
        """
        from commandcenter.storage.carry import carry

        with closing(open_database(self.url)) as source, closing(open_database(target)) as made:
            found = revision(source)
            require(found == HEAD, "schema_other", file=found, program=HEAD)
            migrate(made)
            with source.read.begin() as old, made.write.begin() as new:
                carry(old, new, street_of(old, self.street), told)
        with closing(_plain(target)) as file:
            file.execute("PRAGMA journal_mode=DELETE").fetchone()

    def names(self, sha256: str) -> bool:
        """Whether a row names the picture now."""
        p = t.pictures.c
        wanted = select(p.sha256).where(p.sha256 == sha256, p.gone == 0).limit(1)
        with closing(open_database(self.url)) as source, source.read.begin() as connection:
            return connection.execute(wanted).first() is not None


def streets_of(connection: Connection) -> list[str]:
    """The codes of the streets that have a journal there."""
    return sorted(connection.execute(select(t.chain_head.c.street)).scalars())


def street_of(connection: Connection, wanted: str | None) -> str:
    """The only street there, or the wanted one.

    Refusal: 'no_street', 'street_wanted', 'no_such_street'.
    """
    streets = streets_of(connection)
    require(streets, "no_street")
    require(wanted or len(streets) == 1, "street_wanted", streets=streets)
    street = wanted or streets[0]
    require(street in streets, "no_such_street", street=street)
    return street


def _plain(path: Path) -> Any:
    return driver().connect(str(path), isolation_level=None)
