"""A case (案卷): its fields, its states and the table of moves (domain.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from commandcenter.domain.clock import Due
from commandcenter.domain.later import LATER
from commandcenter.domain.limits import ROUND_THE_CLOCK, ClockKind, Level, Stage
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tier import Tier


class CaseState(StrEnum):
    """Where a case stands."""

    REPORTED = "reported"
    VERIFYING = "verifying"
    MERGED = "merged"
    REJECTED = "rejected"
    FILED = "filed"
    DISPATCHED = "dispatched"
    IN_PROGRESS = "in_progress"
    SUSPENDED = "suspended"
    ESCALATED = "escalated"
    FEEDBACK = "feedback"
    CHECKING = "checking"
    CALLBACK = "callback"
    CLOSED = "closed"
    VOID = "void"


class Source(StrEnum):
    """By which door a report came."""

    GRID = "grid"
    HOTLINE = "hotline"
    CITY = "city"
    VIDEO = "video"
    WINDOW = "window"
    PATROL = "patrol"
    APP = "app"
    IMPORT = "import"


S = CaseState
ENDED = frozenset({S.MERGED, S.REJECTED, S.CLOSED, S.VOID})
INBOX = frozenset({S.REPORTED, S.VERIFYING})
OPEN = frozenset(set(S) - ENDED - INBOX)
_BACK = {S.VOID, S.MERGED}

NEXT: dict[CaseState, frozenset[CaseState]] = {
    S.REPORTED: frozenset({S.VERIFYING, S.REJECTED, S.CHECKING, S.FILED, S.MERGED}),
    S.VERIFYING: frozenset({S.REPORTED}),
    S.FILED: frozenset({S.DISPATCHED, *_BACK}),
    S.DISPATCHED: frozenset({S.IN_PROGRESS, S.FILED, *_BACK}),
    S.IN_PROGRESS: frozenset({S.FILED, S.SUSPENDED, S.ESCALATED, S.FEEDBACK, *_BACK}),
    S.SUSPENDED: frozenset({S.IN_PROGRESS, *_BACK}),
    S.ESCALATED: frozenset({S.IN_PROGRESS, *_BACK}),
    S.FEEDBACK: frozenset({S.CHECKING, *_BACK}),
    S.CHECKING: frozenset({S.IN_PROGRESS, S.CALLBACK, S.CLOSED, *_BACK}),
    S.CALLBACK: frozenset({S.IN_PROGRESS, S.CLOSED, *_BACK}),
    S.CLOSED: frozenset({S.IN_PROGRESS}),
    S.MERGED: frozenset(),
    S.REJECTED: frozenset(),
    S.VOID: frozenset(),
}
"""The moves of a case; an undo within 10 s is the only way back beside them."""

TIER_OF: dict[CaseState, Tier] = {
    **dict.fromkeys((S.FILED, S.DISPATCHED, S.IN_PROGRESS, S.SUSPENDED, S.FEEDBACK), Tier.STREET),
    S.ESCALATED: Tier.DISTRICT,
}
"""Which level has a case in a state (section 1, row 19): what is filed the street works itself, so
a self-handled case comes to it with a failed check. In every other state the level stays."""
TIER_CLOCK = INBOX | {S.ESCALATED}
"""States in which a level's own clock runs; elsewhere the stage's and the whole case's do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case; times are UTC, lon/lat WGS 84 degrees; persons and units by id.

    `tier` is the level that has it, `tier_since` since when (None: since the report), `tier_log`
    the levels before with their time (at_tier).
    """

    street: str
    id: str
    version: int = 0
    number: str | None = None
    state: CaseState = CaseState.REPORTED
    state_since: datetime
    item: str
    level: Level
    source: Source
    source_number: str | None = None
    place: str
    lon: float | None = None
    lat: float | None = None
    grid: str | None = None
    community: str | None = None
    drill: bool = False
    imported: bool = False

    reported_at: datetime
    reporter: str | None = None
    complainant: bool = False
    hotline_at: datetime | None = None
    verifier: str | None = None
    filed_at: datetime | None = None
    clock_start: datetime | None = None
    limit: str | None = None
    due: datetime | None = None
    yellow: datetime | None = None
    provisional: bool = False
    left: timedelta | None = None
    yellow_left: timedelta | None = None
    review_on: date | None = None
    stage: Stage | None = None
    stage_due: datetime | None = None
    stage_yellow: datetime | None = None
    old_dues: tuple[str, ...] = ()
    late_stages: tuple[str, ...] = ()

    lead_unit: str | None = None
    co_units: tuple[str, ...] = ()
    notified: tuple[str, ...] = ()
    handlers: tuple[str, ...] = ()
    owner: str | None = None
    checker: str | None = None
    returns: int = 0
    designated: bool = False
    resent: bool = False
    extensions: int = 0
    rework: int = 0
    rounds: int = 0
    redo_wanted: bool = False
    owed: tuple[str, ...] = ()
    contacted_at: datetime | None = None
    arrived_at: datetime | None = None
    handled_at: datetime | None = None
    verdict: bool | None = None
    unreached: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    rating: str | None = None
    close_kind: str | None = None
    closed_at: datetime | None = None
    urged: int = 0
    supervised: bool = False
    supervise_due: datetime | None = None
    enforced: bool = False
    told: str | None = None
    merged_into: str | None = None
    recused: tuple[str, ...] = ()
    acks: tuple[str, ...] = ()
    hold: str | None = None
    held_by: str | None = None
    held_at: datetime | None = None
    stage_left: timedelta | None = None
    stage_yellow_left: timedelta | None = None
    tier: Tier = field(default=Tier.STREET, metadata=LATER)
    tier_since: datetime | None = None
    tier_due: datetime | None = None
    tier_yellow: datetime | None = None
    tier_log: tuple[str, ...] = field(default=(), metadata=LATER)
    whistle: str | None = None
    whistled: tuple[str, ...] = field(default=(), metadata=LATER)
    whistle_due: datetime | None = None
    whistle_yellow: datetime | None = None
    watch: str | None = None
    watch_due: datetime | None = None
    admission: str | None = None

    @property
    def is_open(self) -> bool:
        """Filed and neither closed nor void: the inbox is not open."""
        return self.state in OPEN

    @property
    def clock(self) -> ClockKind:
        """Which clock the whole case runs on."""
        urgent = self.level in ROUND_THE_CLOCK
        return ClockKind.CALENDAR if urgent else ClockKind.WORKING

    def to(self, state: CaseState, at: datetime, **changes: object) -> Case:
        """The case in its next state, its stage ended; Refusal('case_move') if not in the table."""
        if state not in NEXT[self.state]:
            raise Refusal("case_move", state=self.state, to=state)
        late = self.late_stages
        if self.stage and self.stage_due and at > self.stage_due:
            late = (*late, self.stage.value)
        return self.at_tier(TIER_OF.get(state, self.tier), at).changed(
            state=state,
            state_since=at,
            late_stages=late,
            stage=None,
            stage_due=None,
            stage_yellow=None,
            **changes,
        )

    def at_tier(self, tier: Tier, at: datetime) -> Case:
        """The case at a level from `at` (UTC) on, without a clock; the log keeps the time before.

        An entry of the log is "grid 2025-09-29T01:00:00+00:00 3600", the level, since when, and
        whole seconds, with " late" behind it when its due had passed; the seconds add up.
        """
        if tier is self.tier:
            return self
        since = self.tier_since or self.reported_at
        spent = int(at.timestamp()) - int(since.timestamp())
        late = " late" if self.tier_late(at) else ""
        entry = f"{self.tier.value} {since.isoformat()} {spent}{late}"
        return self.changed(
            tier=tier,
            tier_since=at,
            tier_due=None,
            tier_yellow=None,
            tier_log=(*self.tier_log, entry),
        )

    def tier_late(self, at: datetime) -> bool:
        """Whether the level's clock runs and its due has passed at an instant (UTC)."""
        due = self.tier_due
        return self.state in TIER_CLOCK and due is not None and at > due

    def staged(self, stage: Stage, due: Due | None) -> Case:
        """The case with the clock of a stage set (none when the level has no such limit)."""
        if due is None:
            return self.changed(stage=None, stage_due=None, stage_yellow=None)
        return self.changed(stage=stage, stage_due=due.at, stage_yellow=due.yellow)

    def with_due(self, due: Due, at: datetime, why: str) -> Case:
        """A new whole-case due; the old one, and whether it was overdue, stays on record."""
        old = self.old_dues
        if self.due is not None and self.due != due.at:
            mark = "late" if at > self.due else "met"
            old = (*old, f"{self.due.isoformat()} {mark} {why}")
        return self.changed(
            due=due.at, yellow=due.yellow, provisional=due.provisional, old_dues=old
        )

    def changed(self, **changes: object) -> Case:
        """The case with fields replaced; no guard of its own."""
        return replace(self, **changes)  # type: ignore[arg-type]


def counts(cases: list[Case]) -> dict[str, int]:
    """Filed, closed, void and open by present state: open = filed - closed - void (section 2).

    Drills and imported cases stay out of the figures.
    """
    mine = [case for case in cases if case.number and not case.drill and not case.imported]
    closed = sum(case.state is CaseState.CLOSED for case in mine)
    void = sum(case.state in (CaseState.VOID, CaseState.MERGED) for case in mine)
    still = sum(case.is_open for case in mine)
    return {"filed": len(mine), "closed": closed, "void": void, "open": still}
