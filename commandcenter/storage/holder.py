"""One process holds a data folder; a second one is told who."""

from __future__ import annotations

import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from commandcenter.domain.refusal import Refusal

HELD: set[Holder] = set()
"""What this process holds: a lock goes when it is released, never because nobody names it."""


class Holder:
    """A lock on a folder, kept by the system: it goes with the process, also when killed."""

    def __init__(self, folder: Path, program: str, at: datetime) -> None:
        """Take the lock, or Refusal('data_held', program, pid, host, since)."""
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "desk.lock"
        self._note = folder / "desk.lock.json"
        self._file: IO[Any] = open(self._path, "a+b")  # noqa: SIM115
        try:
            _lock(self._file)
        except OSError:
            self._file.close()
            raise Refusal("data_held", folder=str(folder), **_read(self._note)) from None
        who = {
            "program": program,
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": at.isoformat(),
        }
        self._note.write_text(json.dumps(who), encoding="utf-8")
        HELD.add(self)

    def release(self) -> None:
        """Give the folder free."""
        if self._file.closed:
            return
        HELD.discard(self)
        self._note.unlink(missing_ok=True)
        self._file.close()


def _read(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"program": "?", "pid": 0, "host": "?", "since": "?"}
    return found


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[Any]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[Any]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
