"""A backup comes back: into an empty folder, or as a drill into a scratch place that then goes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete

from commandcenter.domain.refusal import require
from commandcenter.storage import manifest as m
from commandcenter.storage import tables as t
from commandcenter.storage.backup import PICTURES, named_pictures, picture_in, reading, written
from commandcenter.storage.callers import fits
from commandcenter.storage.database import FILE, open_database
from commandcenter.storage.keys import KEY, street_key
from commandcenter.storage.manifest import Manifest, read_manifest
from commandcenter.storage.migrate import HEAD, migrate
from commandcenter.storage.progress import Told, silent
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import has_entry, verify
from commandcenter.storage.whole import copy, whole

Entry = tuple[int, str]
"""Number and hash of an entry."""


@dataclass(frozen=True, slots=True)
class Drill:
    """What a drill found: the backup's manifest, and rows that the journal does not tell."""

    manifest: Manifest
    differences: tuple[str, ...]


def restore(
    backup: Path, folder: Path, at: datetime, told: Told = silent, known: Entry | None = None
) -> Manifest:
    """Bring a backup back into an empty folder, which appears only when all of it holds.

    `known` is the number and hash of an entry that was written down elsewhere:
    Refusal('head_unknown') where the backup's journal has another there, or none.

    Refusal: 'exists' (the folder is not empty), 'no_backup', 'manifest_bad', 'schema_newer',
    'file_missing', 'file_changed', 'file_unknown', 'backup_bad', 'street_key_other',
    'not_written'. Sessions do not come back: everybody signs in again.
    """
    found = read_manifest(backup)
    with written(), whole(folder, "restore", at) as part:
        _bring(backup, part, found, told, known)
    return found


def drill(
    backup: Path, told: Told = silent, scratch: Path | None = None, known: Entry | None = None
) -> Drill:
    """Restore into a scratch place, replay the journal, compare every row; nothing stays."""
    found = read_manifest(backup)
    with written():
        place = Path(tempfile.mkdtemp(prefix="drill-", dir=scratch))
        try:
            _bring(backup, place, found, told, known)
            told("replay", 0, found.seq)
            with (
                closing(open_database(place / FILE)) as database,
                database.read.begin() as connection,
            ):
                sound = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
                require(sound == "ok", "backup_bad", why="database")
                return Drill(found, tuple(differences(connection, found.street)))
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _bring(backup: Path, part: Path, found: Manifest, told: Told, known: Entry | None) -> None:
    require(found.schema <= HEAD, "schema_newer", file=found.schema, program=HEAD)
    for path in _files(backup):
        named = path.parts[0] == PICTURES or path.name == m.NAME or str(path) in found.files
        require(named, "file_unknown", file=str(path))
    for name, digest in found.files.items():
        told("files", 0, 0)
        require((backup / name).is_file(), "file_missing", file=name)
        require(copy(backup / name, part / name) == digest, "file_changed", file=name)
    with reading(part / FILE) as connection:
        _compare(found, m.head_of(connection), m.schema_of(connection), m.counted(connection))
        verdict = verify(connection, found.street)
        require(verdict.good, "backup_bad", why=verdict.why)
        there = known is None or has_entry(connection, found.street, *known)
        require(there, "head_unknown", seq=known and known[0])
        require(fits(connection, found.street, street_key(part)), "street_key_other", file=KEY)
        _bring_pictures(connection, backup, part, found, told)
    _make_ready(part, found)


def _files(backup: Path) -> Iterator[Path]:
    for path in backup.rglob("*"):
        require(not path.is_symlink(), "file_unknown", file=path.name)
        if path.is_file():
            yield path.relative_to(backup)


def _compare(
    found: Manifest, head: tuple[str, int, str], schema: str, counts: dict[str, int]
) -> None:
    told = (found.street, found.seq, found.hash)
    require((told, found.schema) == (head, schema), "backup_bad", why="head")
    require(dict(found.counts) == counts, "backup_bad", why="counts")


def _bring_pictures(
    connection: Connection, backup: Path, part: Path, found: Manifest, told: Told
) -> None:
    count, size = 0, 0
    for sha in named_pictures(connection):
        source, target = (picture_in(folder, sha) for folder in (backup, part))
        if not source.is_file():
            require(sha in found.lost, "file_missing", file=sha)
            continue
        require(copy(source, target) == sha, "file_changed", file=sha)
        count, size = count + 1, size + target.stat().st_size
        told("pictures", count, found.pictures)
    require((count, size) == (found.pictures, found.picture_bytes), "backup_bad", why="pictures")
    there = sum(path.parts[0] == PICTURES for path in _files(backup))
    require(there == count, "file_unknown", file=PICTURES)


def _make_ready(part: Path, found: Manifest) -> None:
    """Bring the file to this program's schema, end its sessions, and see that the chain held."""
    with closing(open_database(part / FILE)) as database:
        migrate(database)
        with database.write.begin() as connection:
            connection.execute(delete(t.sessions))
        with database.read.begin() as connection:
            require(m.head_of(connection)[1:] == (found.seq, found.hash), "backup_bad", why="head")
        database.checkpoint()
