"""A backup beside a running desk: database, named pictures, keys and a manifest, then verified."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, NullPool, create_engine, select

from commandcenter import __version__
from commandcenter.domain.refusal import Refusal, require
from commandcenter.storage import manifest as m
from commandcenter.storage import tables as t
from commandcenter.storage.database import BUSY_MS, driver
from commandcenter.storage.manifest import Manifest
from commandcenter.storage.progress import Told, silent
from commandcenter.storage.verify import AT_ONCE, verify
from commandcenter.storage.whole import copy, sha256_of, whole, write

FILE = "street.db"
PICTURES = "pictures"
SECRETS = ("street.key", "server.key", "server.pem")
"""Files beside the database: the street's key, and the server's certificate that seats pin."""

STEP = 4_096
"""Pages of one step: 16 MB, after which progress is told."""

TRIES = 3
IS_CLOSED = "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'street_moved'"
"""Has a row in a file that its street has left (move.py)."""


class _Purged(Exception):
    """A picture was purged after the database was copied: the copy would still name it."""


def back_up(folder: Path, to: Path, at: datetime, told: Told = silent) -> Manifest:
    """Copy a street's data folder to a new folder, which appears only when it is verified.

    The desk may go on writing: the copy is the street as it was at one moment. Refusal: 'exists',
    'no_data', 'backup_bad' (the journal does not hold), 'not_written' (a full disk, say).
    """
    require((folder / FILE).is_file(), "no_data", path=str(folder))
    inside = to.resolve().is_relative_to(folder.resolve())
    require(not inside, "inside_data", path=str(to))
    with written(), whole(to, "backup", at) as part:
        for tried in range(TRIES):
            try:
                return _fill(folder, part, at, told)
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
    except (OSError, driver().Error) as fault:
        raise Refusal("not_written", why=str(fault)) from fault


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


def _fill(folder: Path, part: Path, at: datetime, told: Told) -> Manifest:
    _copy_database(folder / FILE, part / FILE, told)
    files = {n: copy(folder / n, part / n) for n in SECRETS if (folder / n).is_file()}
    require("street.key" in files, "file_missing", file="street.key")
    files[FILE] = sha256_of(part / FILE)
    with reading(part / FILE) as connection:
        street, seq, sealed = m.head_of(connection)
        verdict = verify(connection, street)
        require(verdict.good and verdict.head == sealed, "backup_bad", why=verdict.why or "changed")
        count, size, lost = _copy_pictures(connection, folder, part, told)
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


def _copy_database(source: Path, target: Path, told: Told) -> None:
    """Page by page from one snapshot, which writers neither change nor make begin again."""
    target.touch(mode=0o600)
    with (
        closing(driver().connect(str(source), isolation_level=None)) as read,
        closing(driver().connect(str(target), isolation_level=None)) as made,
    ):
        read.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        read.execute("BEGIN")
        require(read.execute(IS_CLOSED).fetchone() is None, "street_moved")  # and the snapshot is

        def step(_status: int, remaining: int, total: int) -> None:
            told("database", total - remaining, total)

        read.backup(made, pages=STEP, progress=step)
        read.execute("COMMIT")
        made.execute("PRAGMA journal_mode=DELETE").fetchone()  # one file, nothing beside it


def _copy_pictures(
    connection: Connection, folder: Path, part: Path, told: Told
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
        if _purged(folder / FILE, sha):
            raise _Purged
        lost.append(sha)
    return count, size, tuple(lost)


def _purged(file: Path, sha: str) -> bool:
    """Whether no row of the live database names the picture any more."""
    named = "SELECT 1 FROM pictures WHERE sha256 = ? AND gone = 0 LIMIT 1"
    with closing(driver().connect(str(file), isolation_level=None)) as live:
        live.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        return live.execute(named, (sha,)).fetchone() is None
