"""Pace: what is drawn no more often than an eye wants, and how the interpreter shares its time."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

SWITCH_SECONDS = 0.0003
"""How long a busy thread keeps another waiting; Python's own 5 ms adds up to stalls.

A command gives way at each of its statements: at 1 ms it waited longer for its turn than it worked.
"""
COLLECT_MS = 250
FULL_SECONDS, FULL_SHARE = 30.0, 500
"""Between two looks at everything there is: at least so long, and so many times what one took."""
_collectors: list[Collector] = []
UNSEEN_MS = 500
"""How long a paint is awaited that may never come: the window is iconified, or all is covered."""


class Calm(QObject):
    """Draws at once when it has not drawn of late, else once when its pause is over."""

    def __init__(self, draw: Callable[[], None], pause_ms: int, parent: QObject) -> None:
        """`draw` is called on the GUI thread, at most once in `pause_ms` milliseconds."""
        super().__init__(parent)
        self._draw, self._pause = draw, pause_ms
        self._drawn = -1e9
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._now)

    def want(self) -> None:
        """Something has changed."""
        if self._timer.isActive():
            return
        left = self._pause - (monotonic() - self._drawn) * 1000
        if left <= 0:
            self._now()
        else:
            self._timer.start(int(left) + 1)

    def stop(self) -> None:
        """Draw no more of what was wanted."""
        self._timer.stop()

    def _now(self) -> None:
        self._draw()
        self._drawn = monotonic()


class Painted(QObject):
    """Calls something once, a turn of the loop after a widget's next paint.

    A queued call alone comes before the paint, which Qt puts off by some milliseconds.
    """

    def __init__(self, awaited: QWidget, call: Callable[[], None]) -> None:
        """At the next turn where the widget is not shown, and soon where it is not painted."""
        super().__init__(awaited)
        self._awaited, self._call = awaited, call
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._now)
        self._late.start(UNSEEN_MS if awaited.isVisible() else 0)
        awaited.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._now()
        return False

    def _now(self) -> None:
        self._awaited.removeEventFilter(self)
        self._late.stop()
        QTimer.singleShot(0, self, self._call)


class Collector(QObject):
    """Collects what Python has left over on the GUI thread, and on no other, until stop().

    Python collects on whichever thread makes an object: a worker that destroys a widget or a timer
    so is a crash.
    """

    def __init__(self, parent: QObject) -> None:
        """Nobody collects before begin()."""
        super().__init__(parent)
        self._python_did = gc.isenabled() or any(one._python_did for one in _collectors)
        gc.disable()
        _collectors.append(self)
        self._full = 0.0
        self._timer = QTimer(self, interval=COLLECT_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """At work from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, if it was Python's before."""
        self._timer.stop()
        if self in _collectors:
            _collectors.remove(self)
        if not _collectors and self._python_did:
            gc.enable()

    def collect(self) -> None:
        """The oldest generation that is due by Python's thresholds; all of it only now and then."""
        due = [old for old in range(3) if gc.get_count()[old] > gc.get_threshold()[old]]
        if not due:
            return
        began = monotonic()
        whole = due[-1] == 2 and began >= self._full
        gc.collect(2 if whole else min(due[-1], 1))
        if whole:
            ended = monotonic()
            self._full = ended + max(FULL_SECONDS, (ended - began) * FULL_SHARE)


def share_time() -> None:
    """Let threads change places often, so that reads never hold up the screen."""
    sys.setswitchinterval(SWITCH_SECONDS)


def settle() -> None:
    """Take what the start has made out of the collector's sight, which pauses the screen.

    The collector rests while the start loads what stays for good (ui/app.py); it works from now on.
    """
    gc.freeze()
    if not _collectors:
        gc.enable()
