"""What one caller may ask of the server: sizes, rates, numbers of sessions and feeds."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from commandcenter.domain.refusal import Refusal
from commandcenter.storage.pictures import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one server; rates per second, with how many may come at once."""

    body: int = 512 * 1024
    picture: int = MOST_BYTES
    rate: float = 60.0
    burst: int = 240
    logins: float = 1.0
    login_burst: int = 40
    sessions: int = 400
    sessions_each: int = 6
    feeds: int = 200
    session: timedelta = timedelta(hours=12)
    beat: float = 0.5
    slow: float = 10.0
    """Seconds after which a reader that takes nothing is dropped."""


class Rate:
    """A bucket per caller; the callers longest unseen are forgotten, so that memory is bounded."""

    def __init__(
        self, rate: float, burst: int, most: int = 4096, clock: Callable[[], float] = monotonic
    ) -> None:
        self._rate, self._burst, self._most, self._clock = rate, float(burst), most, clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, caller: str) -> None:
        """One turn of the caller's; Refusal('too_fast', seconds) when none is left."""
        now = self._clock()
        with self._lock:
            left, since = self._held.pop(caller, (self._burst, now))
            left = min(self._burst, left + (now - since) * self._rate)
            self._held[caller] = (left - 1 if left >= 1 else left, now)
            if len(self._held) > self._most:
                self._held.popitem(last=False)
        if left < 1:
            raise Refusal("too_fast", seconds=max(1, round((1 - left) / self._rate)))
