"""What is left of a crash that Python could not catch: a trace on disk, told at the next start."""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from PySide6.QtCore import QCoreApplication, QObject

from ui.message import MessageBar

RUNNING = ".new"
"""How the file of a program that has not ended cleanly yet ends."""


class CrashWatch(QObject):
    """Lets the system's last word (the stack of every thread, no values) go into a file.

    The file goes with a clean end. One that was written into is kept and told of once.
    """

    def __init__(self, folder: Path, messages: MessageBar, parent: QObject | None = None) -> None:
        """`folder` is that of the reports; begin() starts to watch."""
        super().__init__(parent)
        self._folder, self._messages = folder, messages
        self._file: IO[str] | None = None

    def begin(self) -> None:
        """Tell of an earlier crash, then watch; a folder that cannot be written is left alone."""
        for path in left(self._folder):
            said = QCoreApplication.translate("Crash", "上次意外中断，情况已存：%1，可交给维护的人")
            self._messages.warning(said.replace("%1", str(path)))
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"crash-{os.getpid()}{RUNNING}"
            self._file = path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def stop(self) -> None:
        """A clean end: watch no more, leave no file."""
        if self._file is None:
            return
        faulthandler.disable()
        path = Path(self._file.name)
        self._file.close()
        self._file = None
        with suppress(OSError):
            path.unlink()


def left(folder: Path) -> list[Path]:
    """The traces of earlier crashes, each given once under its time; empty files are put away."""
    found = []
    for path in sorted(folder.glob(f"crash-*{RUNNING}")):
        with suppress(OSError):  # gone meanwhile
            about = path.stat()
            if about.st_size == 0:
                if not _at_work(path):
                    path.unlink()
                continue
            at = datetime.fromtimestamp(about.st_mtime, UTC)
            kept = path.with_name(f"crash-{at:%Y%m%d-%H%M%S}-{path.stem.split('-')[-1]}.txt")
            found.append(path.rename(kept))
    return found


def _at_work(path: Path) -> bool:
    """Whether the file is that of another window on this folder, which may still crash."""
    process = path.stem.split("-")[-1]
    return process != str(os.getpid()) and Path(f"/proc/{process}").exists()
