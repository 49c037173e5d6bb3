"""What turns the reel: stands at a moment, plays at a speed, jumps and steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.services.playing import Player

SPEEDS = (1, 10, 60, 600)
TICK_MS = 200


class Tape(QObject):
    """Holds a player; `moved` comes after each move, with True where it only went on a little.

    `played` carries whether it runs.
    """

    moved = Signal(bool)
    played = Signal(bool)

    def __init__(
        self, parent: QObject | None = None, seconds: Callable[[], float] = monotonic
    ) -> None:
        """Empty; `seconds` is a clock that never goes back."""
        super().__init__(parent)
        self.player: Player | None = None
        self.moment = datetime.min
        self.speed = SPEEDS[2]
        self._seconds, self._last = seconds, 0.0
        self._timer = QTimer(self, singleShot=True, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def load(self, player: Player | None) -> None:
        """Take a reel and stand at its beginning."""
        self.pause()
        self.player = player
        if player is not None:
            player.to(0)
            self.moment = player.reel.since
            self.moved.emit(False)

    def jump(self, moment: datetime) -> None:
        """Stand at a moment (UTC), within the reel."""
        if self.player is not None:
            reel = self.player.reel
            self.moment = min(max(moment, reel.since), reel.until)
            self.player.at(self.moment)
            self.moved.emit(False)

    def to(self, place: int) -> None:
        """Stand at a beat, from 1; 0 is before the first."""
        if self.player is not None:
            self.player.to(place)
            self.moment = self.player.moment
            self.moved.emit(False)

    def step(self, by: int) -> None:
        """One event on or back."""
        if self.player is not None:
            self.to(self.player.place + by)

    def play(self) -> None:
        """Go on from here; from the beginning when at the end."""
        if self.player is None or self.playing:
            return
        if self.moment >= self.player.reel.until:
            self.to(0)
        self._last = self._seconds()
        self._timer.start()
        self.played.emit(True)

    def pause(self) -> None:
        """Stand still."""
        if self.playing:
            self._timer.stop()
            self.played.emit(False)

    def toggle(self) -> None:
        """Play or stand still."""
        (self.pause if self.playing else self.play)()

    def tick(self) -> None:
        """Go on by the time that passed, times the speed; stop at the end."""
        if self.player is None:
            return
        passed, self._last = self._seconds() - self._last, self._seconds()
        reel = self.player.reel
        self.moment = min(self.moment + timedelta(seconds=passed * self.speed), reel.until)
        self.player.at(self.moment)
        if self.moment < reel.until:
            self._timer.start()
        self.moved.emit(True)
        if self.moment >= reel.until:
            self._timer.stop()
            self.played.emit(False)
