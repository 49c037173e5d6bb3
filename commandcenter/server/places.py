"""The servers of one street as a seat knows them: any will do, and it stays at one while it lives.

Nothing of a seat stands in a server: the session lies with the street, a command has its id and
the feed its number, so the next server goes on where the last one died.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

from commandcenter.domain.refusal import require
from commandcenter.server.http import Address

TRIED = 2.0
"""Seconds for which one of several is waited for before the next is tried."""


class Places:
    """One address or more; requests and feed go to the same one, and move on together."""

    def __init__(self, places: tuple[Address, ...]) -> None:
        self._places = places
        self._turn = 0
        self._lock = threading.Lock()

    @classmethod
    def of(cls, urls: str, pins: str | None = None) -> Places:
        """Read https://a:8443,https://b:8443; Refusal('plain_http'|'wire'|'pin_wrong').

        One pin is everybody's; of several the first belongs to the first, and so on.
        """
        each = [one.strip() for one in urls.split(",") if one.strip()]
        known = [one.strip() for one in (pins or "").split(",") if one.strip()]
        require(each, "wire", why="url", at=urls[:40])
        require(len(known) in (0, 1, len(each)), "pin_wrong")
        mine = known if len(known) > 1 else (known or [""]) * len(each)
        return cls(tuple(Address.of(url, pin or None) for url, pin in zip(each, mine, strict=True)))

    def __iter__(self) -> Iterator[Address]:
        return iter(self._places)

    @property
    def now(self) -> Address:
        """The one at which the seat is."""
        return self._places[self._turn % len(self._places)]

    def connect(self, timeout: float) -> tuple[socket.socket, int]:
        """A connection to the first that answers, and its turn, for failed().

        OSError where none does; Refusal('pin_wrong') where another one's certificate answers.
        """
        alone = len(self._places) == 1
        fault: OSError = ConnectionError()
        for _ in self._places:
            turn = self._turn
            place = self._places[turn % len(self._places)]
            try:
                made = place.connect(timeout if alone else min(timeout, TRIED))
            except OSError as found:
                fault = found
                self.failed(turn)
            else:
                made.settimeout(timeout)
                return made, turn
        raise fault

    def failed(self, turn: int) -> None:
        """Who was connected in that turn gave no answer in time: the next one is tried first."""
        with self._lock:
            if self._turn == turn:
                self._turn += 1
