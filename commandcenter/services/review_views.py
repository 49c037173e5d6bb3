"""Questions about plans and their versions and about an emergency's review; times UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from commandcenter.domain.duty import Pattern
from commandcenter.domain.emergency import Emergency
from commandcenter.domain.plan import EventKind, Plan, Response


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersions:
    """Every version of a plan, the newest first, the default (version 0) last.

    `teams` are (id, name), `patterns` the shift patterns a level may name.
    """

    kind: EventKind
    versions: tuple[Plan, ...]
    teams: tuple[tuple[str, str], ...]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSpan:
    """How long a level stood, by which order; `until` None while it stands."""

    level: Response
    since: datetime
    until: datetime | None
    order_no: str
    proposed_by: str
    confirmed_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFigures:
    """Teams called: how many said what, who said nothing, and the time to answer.

    Median by nearest rank; both None when nobody answered. Teams are ids.
    """

    called: int
    coming: int
    cannot: int
    late: tuple[str, ...]
    silent: tuple[str, ...]
    median: timedelta | None
    longest: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigures:
    """Reports up: owed by now, sent in time, late, nil, not sent; `worst` is the longest delay."""

    owed: int
    on_time: int
    late: int
    nil: int
    unsent: int
    worst: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePoint:
    """People of one community (None: unknown) at an instant: on the list, moved, refused."""

    at: datetime
    community: str | None
    listed: int
    moved: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFigures:
    """Cases reported while the emergency went on (drill cases of a drill only), imports left out.

    Spans are calendar time: report to filing, report to closing; medians by nearest rank.
    """

    received: int
    filed: int
    closed: int
    urgent: int
    open: int
    to_file: timedelta | None
    to_close: timedelta | None
    longest: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFigures:
    """Cases held by the emergency: how, how many went on by a step down, how many by hand.

    `standing` still stand; `longest` is the longest time that one stood.
    """

    deferred: int
    suspended: int
    resumed: int
    exempted: int
    standing: int
    longest: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeLine:
    """Private texts of the people of one address; `people` still have any."""

    place: str
    people: int
    texts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeDone:
    """What an approved purge took: when, by whose word, of how many people how many texts."""

    at: datetime
    by: str
    people: int
    texts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The figures of an emergency; `words` is the review report once it was recorded."""

    emergency: Emergency
    levels: tuple[LevelSpan, ...]
    calls: CallFigures
    reports: ReportFigures
    people: tuple[PeoplePoint, ...]
    cases: CaseFigures
    held: HeldFigures
    words: str | None
    reviewed_by: str | None
    private: tuple[PurgeLine, ...]
    purged: PurgeDone | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPlan:
    """-> PlanVersions."""

    kind: EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReview:
    """-> Review as of now; Refusal('no_such_emergency')."""

    emergency: str
