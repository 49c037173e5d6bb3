"""Questions that play the journal back, and their answers; times UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One journal entry of the played span: number, time, kind, subject, who typed it, facts.

    `rows` holds [table, key, {column: [old, new]}] in stored form, of what a screen shows only.
    """

    seq: int
    at: datetime
    kind: str
    subject: str
    who: str
    facts: dict[str, Any]
    rows: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reel:
    """A span of the journal: the rows as they stood at `since`, and its first beats.

    `rows` holds [table, key, {column: value}] in stored form; `seq` is the number they stand for,
    `last` the number the span ends with. Beats that are not here come by AskBeats.
    """

    since: datetime
    until: datetime
    seq: int
    last: int
    rows: tuple[Any, ...]
    beats: tuple[Beat, ...]

    @property
    def told(self) -> int:
        """The number up to which the beats are here."""
        return self.beats[-1].seq if self.beats else self.seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Beats:
    """More beats of a reel, in order."""

    beats: tuple[Beat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReel:
    """-> Reel of at most 31 days with its first page; Refusal('span_range'|'reel_too_long')."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBeats:
    """-> Beats: the next page after a number, up to `last`; Refusal('reel_too_long')."""

    after: int
    last: int
