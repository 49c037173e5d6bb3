"""The tour's clock: set to a day of the past, running compressed, jumping from step to step."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Shanghai")


class TourClock:
    """Runs `pace` times as fast as the wall, never backwards, and can be set ahead."""

    def __init__(self, day: str, start: str, pace: float = 2.0) -> None:
        """`day` and `start` are local, as 2019-07-11 and 09:58."""
        self._day, self._pace = day, pace
        self._lock = threading.Lock()
        self._base = self._local(start)
        self._since = time.monotonic()

    def _local(self, text: str) -> datetime:
        at = datetime.fromisoformat(f"{self._day} {text}").replace(tzinfo=LOCAL)
        return at.astimezone(UTC)

    def __call__(self) -> datetime:
        """Now, UTC."""
        with self._lock:
            passed = (time.monotonic() - self._since) * self._pace
            return self._base + timedelta(seconds=passed)

    def set(self, text: str) -> None:
        """Jump ahead to a local time; an earlier one than now changes nothing."""
        wanted = self._local(text)
        if wanted <= self():
            return
        with self._lock:
            self._base, self._since = wanted, time.monotonic()
