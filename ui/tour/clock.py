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
        """A time of the day that the clock shows, or 2025-09-23 06:00 on any other."""
        whole = text if len(text) > len("06:00") else f"{self._day} {text}"
        at = datetime.fromisoformat(whole).replace(tzinfo=LOCAL)
        return at.astimezone(UTC)

    def __call__(self) -> datetime:
        """Now, UTC."""
        with self._lock:
            passed = (time.monotonic() - self._since) * self._pace
            return self._base + timedelta(seconds=passed)

    def set(self, text: str) -> None:
        """Jump ahead to a local time, as 10:02 or 2025-09-23 06:00; never backwards."""
        wanted = self._local(text)
        if wanted <= self():
            return
        with self._lock:
            self._base, self._since = wanted, time.monotonic()
            self._day = f"{wanted.astimezone(LOCAL):%Y-%m-%d}"
