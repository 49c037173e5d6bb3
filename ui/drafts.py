"""What is typed and not yet given: on the seat's disk within a second, encrypted, until it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.worker import Job, Lane

FILE = "drafts.bin"
LOOK_MS = 400


class Keeper(Protocol):
    """Where drafts are kept (commandcenter/vault.py)."""

    def read(self, name: str) -> bytes | None:
        """What was kept; None when nothing was."""

    def write(self, name: str, data: bytes) -> None:
        """Keep it; OSError when it cannot."""

    def drop(self, name: str) -> None:
        """Keep nothing."""


class Form(Protocol):
    """A panel with something to type in."""

    def kept(self) -> dict[str, Any]:
        """What is typed, as JSON can say it; {} for nothing."""

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""


class Drafts(QObject):
    """Looks at the forms every 0.4 s and writes what changed, on a thread of its own.

    `troubled` carries why the disk did not take it, once until it takes it again.
    """

    troubled = Signal(str)
    _ended = Signal(object)

    def __init__(self, vault: Keeper, forms: Mapping[str, Form], parent: QObject) -> None:
        """Nothing is read before begin()."""
        super().__init__(parent)
        self._vault, self._forms = vault, forms
        self._last: dict[str, Any] = {}
        self._trouble = False
        self._ended.connect(self._hear)
        self._lane = Lane("drafts", lambda job, answer, error: self._ended.emit(error))
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> bool:
        """Put back what an earlier run left; whether there was anything."""
        raw = self._vault.read(FILE)
        self._last = {} if raw is None else _read(raw)
        for name, kept in self._last.items():
            if name in self._forms and not self._forms[name].kept():
                self._forms[name].restore(kept)
        self._timer.start()
        return bool(self._last)

    def look(self) -> None:
        """Write if anything has changed since the last look."""
        now = {name: kept for name, form in self._forms.items() if (kept := form.kept())}
        text = json.dumps(now, ensure_ascii=False)
        now = json.loads(text)
        if now == self._last:
            return
        self._last = now
        call: Callable[[], None] = partial(self._vault.write, FILE, text.encode())
        self._lane.post(Job(call if now else partial(self._vault.drop, FILE), key="drafts"))

    def stop(self) -> None:
        """Write the last state and end the thread."""
        if self._timer.isActive():
            self._timer.stop()
            self.look()
        self._lane.close(drop=False)
        self._lane.join(5.0)

    def _hear(self, error: Exception | None) -> None:
        if error is not None and not self._trouble:
            self.troubled.emit(str(error))
        self._trouble = error is not None


def _read(raw: bytes) -> dict[str, Any]:
    """The drafts of this program; an older shape is none."""
    found = json.loads(raw)
    return found if isinstance(found, dict) else {}
