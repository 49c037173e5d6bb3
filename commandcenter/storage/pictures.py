"""Pictures: files named by their sha256, on disk and synced before the commit that names them."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from commandcenter.domain.refusal import Refusal, require
from commandcenter.storage.whole import sync_folder

MOST_BYTES = 10 * 1024 * 1024
_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def mime_of(data: bytes) -> str:
    """The picture's type by its first bytes; Refusal('picture_kind') for all but PNG and JPEG."""
    for head, mime in _KINDS.items():
        if data.startswith(head):
            return mime
    raise Refusal("picture_kind")


class PictureStore:
    """A folder of pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where a picture lies; Refusal('no_such_picture') for a name that is no sha256."""
        good = len(sha256) == 64 and all(one in "0123456789abcdef" for one in sha256)
        require(good, "no_such_picture")
        return self._folder / sha256[:2] / sha256

    def keep(self, data: bytes) -> str:
        """Write and sync the picture; its sha256.

        Refusal('picture_size'|'picture_kind'|'disk_full'|'disk_readonly').
        """
        require(0 < len(data) <= MOST_BYTES, "picture_size", most=MOST_BYTES)
        mime_of(data)
        name = hashlib.sha256(data).hexdigest()
        path = self.path(name)
        if path.exists():
            return name
        try:
            self._write(path, data)
        except OSError as fault:
            raise Refusal(_disk(fault), why=str(fault.strerror)) from fault
        return name

    def _write(self, path: Path, data: bytes) -> None:
        fresh = not path.parent.exists()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(exist_ok=True)
        draft = path.with_suffix(f".{secrets.token_hex(8)}.part")  # two may keep the same one
        try:
            with open(draft, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, path)
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
        if fresh:
            sync_folder(self._folder)
            sync_folder(self._folder.parent)

    def read(self, sha256: str) -> bytes:
        """The bytes; Refusal('no_such_picture')."""
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise Refusal("no_such_picture") from None

    def facts(self, sha256: str) -> tuple[str, int]:
        """Type and size of a kept picture."""
        data = self.read(sha256)
        return mime_of(data), len(data)

    def remove(self, sha256: str) -> None:
        """Overwrite and remove the file."""
        path = self.path(sha256)
        if not path.exists():
            return
        with open(path, "r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync_folder(path.parent)


def _disk(fault: OSError) -> str:
    full = fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return "disk_full" if full else "disk_readonly"
