"""Questions about handovers and their answers; times UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.handover import (
    Addendum,
    Handover,
    HandoverItem,
    Kit,
    Mark,
    Notice,
    Promise,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Part 2: counts of the shift, and of the open cases as they stand."""

    received: int
    filed: int
    dispatched: int
    closed: int
    red: int
    yellow: int
    suspended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A private text with the row that it belongs to; None once purged."""

    id: str
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Part 4: one open whistle, supervision, request or call-back."""

    kind: str
    case: str
    number: str | None
    unit: str | None
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Part 5: one report up, sent or next due."""

    slot: str
    kind: str
    due: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """Part 7: a person, officer or team, how it stands, and what by number goes with it."""

    kind: str
    id: str
    state: str
    recorder: str | None = None
    vehicle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverItemView:
    """Part 3: one open case; `line_version` is the version that an acknowledgement carries.

    `changed` names what is not as it was frozen (owner, due, promise): it must be asked again,
    and `now` is how the case stands instead.
    """

    item: HandoverItem
    line_version: int
    place: str
    item_code: str
    lamp: str
    changed: tuple[str, ...]
    mark: Mark
    now: HandoverItem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverParts:
    """The eleven parts, gathered from rows and journal: a draft, or a record as it was frozen.

    Part 1 is in the fields from shift to level. `texts` holds private words by row id. `since` is
    when the handover before was frozen; `head_seq` and `head` are number and hash of the newest
    journal entry, so that a sealed record also tells of a tail that was cut later.
    """

    shift: str
    starts: datetime
    ends: datetime
    outgoing: str
    incoming: str | None
    leader: str | None
    mode: str
    level: str | None
    drill: bool
    counts: Counted
    items: tuple[HandoverItemView, ...]
    owed: tuple[Owed, ...]
    reports: tuple[Sent, ...]
    instructions: tuple[Notice, ...]
    there: tuple[There, ...]
    kit: tuple[Kit, ...]
    watch: tuple[Notice, ...]
    faults: tuple[Notice, ...]
    queued: int
    promises: tuple[Promise, ...]
    nil: bool
    texts: tuple[Said, ...]
    since: datetime | None = None
    head_seq: int = 0
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverView:
    """The handover that is under way or was asked for, else the draft for the present shift."""

    handover: Handover | None
    parts: HandoverParts
    unacknowledged: tuple[str, ...]
    questions: tuple[str, ...]
    remarks: str | None
    addenda: tuple[tuple[Addendum, str | None], ...]
    good: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handovers:
    """Handovers of the last days, newest first."""

    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHandover:
    """-> HandoverView: a stored one by id, else the one under way, else the draft of now."""

    handover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHandovers:
    """-> Handovers of the last `days` (1 to 400)."""

    days: int = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPromises:
    """-> Promises: what was promised and is not kept, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """Unkept promises with their words; number and place of their cases by id."""

    promises: tuple[tuple[Promise, str | None], ...]
    numbers: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """Instructions, warnings, places to watch and faults that are not over, with their words."""

    notices: tuple[tuple[Notice, str | None], ...]
    kit: tuple[Kit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskNotices:
    """-> Notices."""
