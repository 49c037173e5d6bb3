"""Which entry of the feed answers a command that the line gave."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from commandcenter.domain.journal import Entry
from commandcenter.services.desk import Receipt

RECENT = 64
"""Entries of the feed that are remembered until a receipt asks for one."""


class Answers:
    """The feed may tell of a deed before its receipt is there, or after."""

    def __init__(self) -> None:
        """Nothing was given."""
        self._told: deque[Entry] = deque(maxlen=RECENT)
        self._waits: Receipt | None = None

    def hear(self, entries: Iterable[Entry]) -> None:
        """What the feed told."""
        self._told.extend(entries)

    def wait(self, receipt: Receipt) -> None:
        """A command was done: its entry is wanted."""
        self._waits = receipt

    def come(self) -> tuple[Entry, str] | None:
        """The entry that was waited for and what the receipt is about, once; None before."""
        waits = self._waits
        entry = next((one for one in self._told if waits and one.seq == waits.seq), None)
        if waits is None or entry is None:
            return None
        self._waits = None
        return entry, waits.subject
