"""Questions about call-backs and their answers; times UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from commandcenter.services.views import Complainant


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What the caller was promised by when; words are None after a purge."""

    words: str | None
    by_when: datetime
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackLine:
    """A case that waits for its call-back.

    `tried` are the local days of vain tries, `again_on` the day from which one more may be made
    (None: now), `counted` whether the answer counts in the figures, `script` the lines to ask,
    `done` the unit's last feedback and `said` what the caller answered in the round before.
    """

    case: str
    version: int
    number: str | None
    item: str
    place: str
    community: str | None
    lead_unit: str | None
    rounds: int
    due: datetime | None
    yellow: datetime | None
    tried: tuple[date, ...]
    again_on: date | None
    counted: bool
    drill: bool
    caller: Complainant | None
    script: tuple[str, ...]
    promised: tuple[Promised, ...]
    done: str | None
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedoLine:
    """A case whose caller was not satisfied: what is owed before it may go on, then the redo."""

    case: str
    version: int
    number: str | None
    item: str
    place: str
    lead_unit: str | None
    rounds: int
    since: datetime
    owed: tuple[str, ...]
    drill: bool
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCallbacks:
    """-> Callbacks: who is to be called back, and what unsatisfied answers left to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callbacks:
    """Lines by due, those that were tried today last; then the cases to be redone, oldest first."""

    lines: tuple[CallbackLine, ...]
    redo: tuple[RedoLine, ...]
