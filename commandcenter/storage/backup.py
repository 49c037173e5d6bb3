"""A backup beside a running desk: database, named pictures, keys and a manifest, then verified."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, NullPool, create_engine, select
from sqlalchemy.exc import DatabaseError

from commandcenter import __version__
from commandcenter.domain.refusal import Refusal, require
from commandcenter.storage import manifest as m
from commandcenter.storage import tables as t
from commandcenter.storage.callers import fits
from commandcenter.storage.database import DISK_FAULT, FILE, driver
from commandcenter.storage.keys import KEY, street_key
from commandcenter.storage.live import FileStreet, Live, PostgresStreet
from commandcenter.storage.manifest import Manifest
from commandcenter.storage.progress import Told, silent
from commandcenter.storage.replay import AT_ONCE
from commandcenter.storage.verify import verify
from commandcenter.storage.whole import copy, sha256_of, whole, write

PICTURES = "pictures"
SECRETS = (KEY, "server.key", "server.pem")
"""Files beside the database: the street's key, and the server's certificate that seats pin."""

TRIES = 3


class _Purged(Exception):
    """A picture was purged after the database was copied: the copy would still name it."""


def back_up(
    folder: Path,
    to: Path,
    at: datetime,
    told: Told = silent,
    *,
    database: str | None = None,
    street: str | None = None,
) -> Manifest:
    """Copy a street's data folder to a new folder, which appears only when it is verified.

    The desk may go on writing: the copy is the street as it was at one moment. With `database`
    (postgresql://...) the rows come from there, into a file of the same form; `street` says which
    of several. Refusal: 'exists', 'inside_data', 'no_data', 'street_moved', 'street_wanted',
    'backup_bad' (the journal does not hold), 'street_key_lost', 'street_key_other' (the folder is
    another street's), 'not_written' (a full disk, say).
    """
    live = PostgresStreet(database, street) if database else FileStreet(folder / FILE)
    inside = to.resolve().is_relative_to(folder.resolve())
    require(not inside, "inside_data", path=str(to))
    with written(), whole(to, "backup", at) as part:
        for tried in range(TRIES):
            try:
                return _fill(live, folder, part, at, told)
            except _Purged:
                require(tried < TRIES - 1, "backup_bad", why="pictures")
                for one in part.iterdir():
                    shutil.rmtree(one) if one.is_dir() else one.unlink()
    raise AssertionError("unreachable")


@contextmanager
def written() -> Iterator[None]:
    """Refusal('not_written') for what the system says while files are made."""
    try:
        yield
    except (OSError, driver().Error, DatabaseError) as fault:
        said = fault.orig if isinstance(fault, DatabaseError) else fault
        raise Refusal("not_written", why=str(said).strip()) from fault
    except Refusal as refusal:
        if refusal.code not in (DISK_FAULT, "disk_full"):
            raise
        why = refusal.values.get("why", refusal.code)
        raise Refusal("not_written", why=str(why)) from refusal


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """Read a copy that nobody writes; the file stays as it is, byte for byte."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    engine = create_engine(
        "sqlite://",
        creator=lambda: driver().connect(address, uri=True),
        module=driver(),
        poolclass=NullPool,
    )
    with engine.connect() as connection:
        yield connection


def named_pictures(connection: Connection) -> Iterator[str]:
    """The sha256 of every picture that a row names and no purge took, each once."""
    p = t.pictures.c
    wanted = select(p.sha256).where(p.gone == 0).distinct().order_by(p.sha256)
    with connection.execute(wanted, execution_options={"yield_per": AT_ONCE}) as rows:
        for row in rows:
            yield str(row.sha256)


def picture_in(folder: Path, sha256: str) -> Path:
    """Where a picture lies in a data folder or a backup."""
    return folder / PICTURES / sha256[:2] / sha256


def _fill(live: Live, folder: Path, part: Path, at: datetime, told: Told) -> Manifest:
    (part / FILE).touch(mode=0o600)
    live.copy(part / FILE, told)
    files = {n: copy(folder / n, part / n) for n in SECRETS if (folder / n).is_file()}
    require(KEY in files, "street_key_lost", file=str(folder / KEY))
    files[FILE] = sha256_of(part / FILE)
    with reading(part / FILE) as connection:
        street, seq, sealed = m.head_of(connection)
        verdict = verify(connection, street)
        require(verdict.good and verdict.head == sealed, "backup_bad", why=verdict.why or "changed")
        require(fits(connection, street, street_key(part)), "street_key_other", file=KEY)
        count, size, lost = _copy_pictures(connection, live, folder, part, told)
        made = Manifest(
            program=__version__,
            schema=m.schema_of(connection),
            made_at=at.isoformat(),
            street=street,
            seq=seq,
            hash=sealed,
            counts=m.counted(connection),
            files=files,
            pictures=count,
            picture_bytes=size,
            lost=lost,
        )
    write(part / m.NAME, made.text())
    for name in files.keys() - {FILE}:
        require(sha256_of(part / name) == files[name], "backup_bad", why="changed")
    return made


def _copy_pictures(
    connection: Connection, live: Live, folder: Path, part: Path, told: Told
) -> tuple[int, int, tuple[str, ...]]:
    """How many, their bytes, and those that the folder no longer has as they were."""
    count, size, lost = 0, 0, []
    for sha in named_pictures(connection):
        target = picture_in(part, sha)
        try:
            good = copy(picture_in(folder, sha), target) == sha
        except FileNotFoundError:
            good = False
        if good:
            count, size = count + 1, size + target.stat().st_size
            told("pictures", count, 0)
            continue
        target.unlink(missing_ok=True)
        if not live.names(sha):
            raise _Purged
        lost.append(sha)
    return count, size, tuple(lost)
