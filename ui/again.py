"""Questions that met nobody to answer them are put again, a breath later, until somebody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from ui.desk import OpenDesk

BREATH_MS = 1000
"""A server that is busy is not asked faster than that."""


class AskAgain:
    """A fitting; it rests while nothing waits."""

    def __init__(self, desk: OpenDesk) -> None:
        """For the lasting questions of the desk's worker (ui/worker.py)."""
        self._desk = desk
        self._timer = QTimer(desk.window, singleShot=True, interval=BREATH_MS)
        self._timer.timeout.connect(self._ask)
        desk.worker.missed.connect(self._wait)

    def stop(self) -> None:
        """The window goes."""
        self._timer.stop()

    def _wait(self, key: str) -> None:
        if not self._timer.isActive():  # what misses often must not put it off
            self._timer.start()

    def _ask(self) -> None:
        if self._desk.may_ask_again():
            self._desk.worker.again(self._desk.context.who)
        else:
            self._timer.start()
