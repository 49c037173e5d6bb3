"""A clock that is walked by hand through a time gone by, and then let go into the present."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime


class WalkingClock:
    """Stands where it was set, never goes back; after let_go() it is the real clock (UTC)."""

    def __init__(self, start: datetime, real: Callable[[], datetime] | None = None) -> None:
        self._at, self._real, self._walking = start, real, True

    def __call__(self) -> datetime:
        """Now, UTC."""
        if self._walking or self._real is None:
            return self._at
        return max(self._at, self._real())

    def set(self, at: datetime) -> None:
        """Go on to a time; an earlier one than now changes nothing."""
        self._at = max(self._at, at)

    def let_go(self) -> None:
        """From now on the real clock, if one was given."""
        self._walking = False
