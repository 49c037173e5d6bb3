"""What happens to an error nobody handled: a band with a key, a report, and the desk goes on."""

from __future__ import annotations

import platform
import re
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)

GRAVE = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class KnownError(Exception):
    """A trouble we expect, such as a full disk; its text is a sentence for the seat."""


class BugError(Exception):
    """A mistake of ours."""


@dataclass(frozen=True, slots=True)
class Bug:
    """One mistake: when (aware UTC), on which thread, and its trace without any value."""

    at: datetime
    thread: str
    trace: str


class BugWatch(QObject):
    """Catches what nobody handled, on any thread, and tells of it on the GUI thread.

    `caught` carries a Bug, `trouble` the sentence of a KnownError. Nothing is swallowed:
    the hooks that were there before are still called.
    """

    caught = Signal(object)
    trouble = Signal(str)
    _arrived = Signal(object)

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """Not watching yet; `now` gives aware UTC."""
        super().__init__(parent)
        self._now = now
        self._bugs: deque[Bug] = deque(maxlen=20)
        self._deeds: deque[str] = deque(maxlen=50)
        self._qt: deque[str] = deque(maxlen=50)
        self._before: tuple[Any, Any, Any] | None = None
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def bugs(self) -> tuple[Bug, ...]:
        """The last 20 bugs, oldest first."""
        return tuple(self._bugs)

    def install(self) -> None:
        """Hook into Python, its threads and Qt's messages."""
        if self._before is None:
            qt = qInstallMessageHandler(self._qt_said)
            self._before = (sys.excepthook, threading.excepthook, qt)
            sys.excepthook, threading.excepthook = self._python_raised, self._thread_raised

    def uninstall(self) -> None:
        """Give the hooks back to those who had them."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, qt = self._before
            qInstallMessageHandler(qt)
            self._before = None

    def note(self, deed: str) -> None:
        """Remember a deed by its name (an action's, a command's type), never its values."""
        self._deeds.append(f"{self._now():%H:%M:%S}Z {deed}")

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Take an error that reached the top, such as those of Worker.failed."""
        traceback.print_exception(error)
        self._take(error, threading.current_thread().name)

    def save(self, folder: Path) -> Path:
        """Write the report into a folder and return its path; it holds no personal data.

        Raises OSError when the folder cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"bug-{self._now():%Y%m%d-%H%M%S-%f}.txt"
        path.write_text(self._report(), encoding="utf-8")
        return path

    def _report(self) -> str:
        versions = (
            f"python {platform.python_version()}",
            f"pyside6 {PySide6.__version__}, qt {qVersion()}",
            f"system {platform.system()} {platform.release()} {platform.machine()}",
        )
        bugs = tuple(f"{bug.at.isoformat()} [{bug.thread}]\n{bug.trace}" for bug in self._bugs)
        parts = ("versions", versions), ("deeds", self._deeds), ("qt", self._qt), ("bugs", bugs)
        return "\n\n".join("\n".join((f"# {name}", *lines)) for name, lines in parts) + "\n"

    def _take(self, error: BaseException, thread: str) -> None:
        if isinstance(error, KnownError):
            self._arrived.emit(str(error))
        else:
            self._arrived.emit(Bug(self._now(), thread, trace(error)))

    @Slot(object)
    def _tell(self, arrived: Bug | str) -> None:
        if isinstance(arrived, Bug):
            self._bugs.append(arrived)
            self.caught.emit(arrived)
        else:
            self.trouble.emit(arrived)

    def _python_raised(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self._take(error.with_traceback(where), threading.current_thread().name)
        if self._before is not None:
            self._before[0](kind, error, where)

    def _thread_raised(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self._take(args.exc_value, args.thread.name if args.thread else "")
        if self._before is not None:
            self._before[1](args)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        line = f"{kind.name} {context.category or ''} {bare(text)}"
        self._qt.append(line)
        if kind in GRAVE:
            self._arrived.emit(Bug(self._now(), threading.current_thread().name, line))
        before = self._before[2] if self._before else None
        if before is not None:
            before(kind, context, text)
        else:
            print(text, file=sys.stderr)


def trace(error: BaseException) -> str:
    """The trace of an error and its causes: types, places and source lines, no values."""
    told: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(told) < 200:
        told.append(type(cause).__qualname__)
        for frame in traceback.extract_tb(cause.__traceback__):
            place = "/".join(PurePath(frame.filename).parts[-3:])
            told.append(f"  {place}:{frame.lineno} {frame.name}: {frame.line}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(told)


def bare(text: str) -> str:
    """A message of Qt without what could be data: quoted parts, long numbers, most length."""
    return re.sub(r"\d{5,}", "#", re.sub(r"([\"'“]).*?[\"'”]", '"…"', text))[:200]
