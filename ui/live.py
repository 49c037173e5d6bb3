"""What changed, as it changes: the Desk's doorbell made into one Qt signal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from commandcenter.services.views import Changes
from ui.worker import Worker

POLL_MS = 2000
BREATH_MS = 20
"""Between news and the next question: the window paints and ticks meanwhile, even in a storm."""
FEW, REST_MS = 3, 100
"""After more news at once than a few a flood is on, of which ten pictures a second are enough."""
PART = 100
"""Journal entries of one answer: what one turn of the GUI thread takes in without a stall."""
STALE_SECONDS = 6.0


class DeskFeed(Protocol):
    """The door out of the Desk (commandcenter/services/desk.py)."""

    def changes(self, after: int, limit: int) -> Changes:
        """What was committed after journal number `after`, cut (`more`) at so many entries."""

    def listen(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Ring `callback` after each commit, from any thread; returns the way to stop it."""


class LiveFeed(QObject):
    """Asks the Desk for changes at each ring, one question at a time, and every 2 s anyway.

    `changed` carries a Changes value, in order and without gaps; `stale` carries the age
    of the data in seconds while it is older than 6 s, and 0.0 once when it is fresh again.
    `answered` comes after each answer, also one without news.
    """

    changed = Signal(object)
    stale = Signal(float)
    answered = Signal()
    _rung = Signal()

    def __init__(
        self,
        desk: DeskFeed,
        worker: Worker,
        parent: QObject | None = None,
        clock: Callable[[], float] = monotonic,
        poll_ms: int = POLL_MS,
    ) -> None:
        """Ready to start; `clock` gives seconds that never go back."""
        super().__init__(parent)
        self._desk, self._worker, self._clock = desk, worker, clock
        self._seq = self._round = 0
        self._asking = self._again = self._running = self._was_stale = False
        self._heard = clock()
        self._as_of: datetime | None = None
        self._unlisten: Callable[[], None] | None = None
        self._timer = QTimer(self, interval=poll_ms)
        self._timer.timeout.connect(self._tick)
        self._breath = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._breath.timeout.connect(self._go_on)
        self._rung.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether it was started and not stopped since."""
        return self._running

    @property
    def seq(self) -> int:
        """Journal number up to which `changed` has told everything."""
        return self._seq

    @property
    def age(self) -> float:
        """Seconds since the Desk last answered."""
        return self._clock() - self._heard

    @property
    def as_of(self) -> datetime | None:
        """The time (UTC) of the Desk's last answer: what is shown was so then."""
        return self._as_of

    def start(self, after: int) -> None:
        """Tell what comes after journal number `after` (that of the loaded board)."""
        self._seq, self._heard, self._running = after, self._clock(), True
        self._round += 1
        self._asking = self._again = False
        self._unlisten = self._desk.listen(self._rung.emit)
        self._timer.start()
        self._ask()

    def stop(self) -> None:
        """Be silent; an answer that is still under way is dropped."""
        self._running = False
        self._timer.stop()
        self._breath.stop()
        if self._unlisten is not None:
            self._unlisten()
            self._unlisten = None

    @Slot()
    def _ask(self) -> None:
        if not self._running:
            return
        if self._asking or self._breath.isActive():
            self._again = True
            return
        self._asking, self._again = True, False
        hear, miss = partial(self._hear, self._round), partial(self._miss, self._round)
        self._worker.run(partial(self._desk.changes, self._seq, PART), hear, miss, refused=miss)

    def _hear(self, asked_in: int, changes: Changes) -> None:
        if asked_in != self._round or not self._running:
            return
        self._asking = False
        self._heard, self._as_of = self._clock(), changes.at
        before, self._seq = self._seq, changes.seq
        self._tell_age()
        self._again = self._again or changes.more
        if changes.seq != before or _holds(changes):
            self.changed.emit(changes)
        self.answered.emit()
        if self._running:
            flood = len(changes.entries) > FEW and not changes.more
            self._breath.start(REST_MS if flood else BREATH_MS)

    def _go_on(self) -> None:
        if self._again:
            self._ask()

    def _miss(self, asked_in: int, error: Exception) -> None:
        self._asking = self._asking and asked_in != self._round

    def _tick(self) -> None:
        self._tell_age()
        self._ask()

    def _tell_age(self) -> None:
        old = self.age > STALE_SECONDS
        if old or self._was_stale:
            self.stale.emit(self.age if old else 0.0)
        self._was_stale = old


def _holds(changes: Changes) -> bool:
    """Whether there is any news: positions move without a journal entry."""
    told = (changes.entries, changes.cases, changes.teams, changes.officers, changes.people)
    return any(told) or bool(changes.positions or changes.gone)
