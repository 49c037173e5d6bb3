"""A folder that appears under its name whole and synced, or not at all; also when killed."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from commandcenter.domain.refusal import Refusal, require
from commandcenter.storage.holder import Holder

PIECE = 1024 * 1024


@contextmanager
def whole(final: Path, program: str, at: datetime) -> Iterator[Path]:
    """A folder to fill; it takes the name `final` at the end, or goes with all that is in it.

    Refusal('exists') where something but an empty folder has the name, Refusal('data_held') while
    another process fills the same. What a killed process left is cleared away first.
    """
    require(is_free(final), "exists", path=str(final))
    final.parent.mkdir(parents=True, exist_ok=True)
    part = final.parent / f".{final.name}.part"
    holder = Holder(part, program, at)
    inner = part / "whole"
    try:
        if inner.exists():
            shutil.rmtree(inner)
        inner.mkdir(mode=0o700)
        yield inner
        for folder, _folders, _files in os.walk(inner):
            sync_folder(Path(folder))
        if final.exists():
            final.rmdir()  # empty, as asked above; anything else is an OSError
        os.rename(inner, final)
        sync_folder(final.parent)
    finally:
        shutil.rmtree(inner, ignore_errors=True)
        holder.release()
        with suppress(OSError):  # the next one may be at it already
            (part / "desk.lock").unlink()
            part.rmdir()


def is_free(path: Path) -> bool:
    """Whether nothing has the name, or an empty folder."""
    if path.is_symlink() or not path.exists():
        return not path.is_symlink()
    return path.is_dir() and not any(path.iterdir())


def copy(source: Path, target: Path) -> str:
    """Copy a file piece by piece, synced, for its owner only; the sha256 of what was read."""
    digest = hashlib.sha256()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with open(source, "rb") as read, os.fdopen(handle, "wb") as written:
        while piece := read.read(PIECE):
            digest.update(piece)
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    return digest.hexdigest()


def write(target: Path, text: str) -> None:
    """Write a text, synced, for its owner only."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def sha256_of(path: Path) -> str:
    """The sha256 of a file, read piece by piece; Refusal('file_missing')."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise Refusal("file_missing", file=path.name) from None


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a power cut."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_BINARY = getattr(os, "O_BINARY", 0)
