"""Reading a reel on a thread of its own, page by page: the live desk's lanes stay free."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from commandcenter.domain.refusal import Refusal
from commandcenter.services.playing import Player, read_reel
from ui.replay.events import Event, events_of
from ui.worker import Job, Lane


@dataclass(frozen=True, slots=True)
class Film:
    """What was read: the player at its beginning and every event with its sentence."""

    player: Player
    events: tuple[Event, ...]


class Reading(QObject):
    """Reads one reel at a time; a newer one ends an older. `told` carries (beats, of how many).

    Signals come on the GUI thread: `read` with the Film, `refused` with the Refusal, `failed`
    with any other exception, `cancelled` when it was stopped.
    """

    told = Signal(int, int)
    read = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal(object, object, object)
    _went_on = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """No thread before the first reel."""
        super().__init__(parent)
        self._lane: Lane | None = None
        self._stop = threading.Event()
        queued = Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._deliver, queued)
        self._went_on.connect(self._tell, queued)

    def begin(
        self,
        ask: Callable[[Any], Any],
        since: datetime,
        until: datetime,
        names: dict[str, str],
    ) -> None:
        """Read the span (UTC); `ask` puts a question to the Desk and is called off this thread."""
        stop = self._anew()

        def told(done: int, total: int) -> bool:
            self._went_on.emit(stop, done, total)
            return not stop.is_set()

        def read() -> Film | None:
            reel = read_reel(ask, since, until, told)
            if reel is None:
                return None
            return Film(Player(reel), tuple(events_of(reel, names)))

        self._post(Job(read, self.read.emit, subject=stop))

    def cancel(self) -> None:
        """Stop between two pages; `cancelled` comes when it has stopped."""
        self._stop.set()

    def stop(self) -> None:
        """Stop and end the thread."""
        self._stop.set()
        if self._lane is not None:
            self._lane.close(drop=True)
            self._lane.join(10.0)
            self._lane = None

    def _anew(self) -> threading.Event:
        self._stop.set()
        self._stop = threading.Event()
        return self._stop

    def _post(self, job: Job) -> None:
        if self._lane is None:
            self._lane = Lane("replay", self._ended.emit)
        self._lane.post(job)

    @Slot(object, int, int)
    def _tell(self, stop: threading.Event, done: int, total: int) -> None:
        if stop is self._stop and not stop.is_set():
            self.told.emit(done, total)

    @Slot(object, object, object)
    def _deliver(self, job: Job, answer: Any, error: Exception | None) -> None:
        if job.subject is not self._stop:
            return  # a newer one took its place
        if isinstance(error, Refusal):
            self.refused.emit(error)
        elif error is not None:
            self.failed.emit(error)
        elif self._stop.is_set() or answer is None:
            self.cancelled.emit()
        elif job.done is not None:
            job.done(answer)
