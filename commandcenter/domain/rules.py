"""The tables a street's cases run by: items, limits, clock; and the clocks they start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from commandcenter.domain.case import Case, Source
from commandcenter.domain.clock import Due, WorkClock
from commandcenter.domain.item import Item
from commandcenter.domain.limits import (
    DEFAULT_TIMERS,
    ClockKind,
    Level,
    Limit,
    LimitTable,
    LimitUnit,
    Stage,
    Timers,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tier import Tier, tier_limits

MINOR_HOURS = 4
SUSPENSION_DAYS = 30
REOPEN_DAYS = 30
UNDO_SECONDS = 10
ADDED = (" resumed", " handed_back", " extended")
"""Why an old due was put off: a correction keeps what these added."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Items by code, limits by level and stage, timers, and the working clock of one street.

    `tiers` says how long grid, community, street and district may keep a case.
    """

    items: Mapping[str, Item]
    limits: LimitTable
    clock: WorkClock
    timers: Timers = field(default_factory=lambda: DEFAULT_TIMERS)
    tiers: Mapping[Tier, Limit | None] = field(default_factory=tier_limits)

    def item(self, code: str) -> Item:
        """The item; Refusal('no_such_item')."""
        found = self.items.get(code)
        if found is None:
            raise Refusal("no_such_item", item=code)
        return found

    def minor(self, code: str) -> bool:
        """Whether a grid member may handle it alone: general, and due within four working hours."""
        item = self.item(code)
        limit = item.limit
        short = limit is not None and limit.unit is LimitUnit.HOUR and limit.amount <= MINOR_HOURS
        return item.level is Level.GENERAL and short

    def today(self, at: datetime) -> date:
        """The local day of an instant."""
        return at.astimezone(self.clock.zone).date()

    def whole(self, case: Case) -> Limit | None:
        """The whole-case limit: one set by hand, else the level's with the item's (section 9)."""
        if case.limit is not None:
            return Limit.parse(case.limit)
        return self.limits.finish(case.level, self.item(case.item).limit)

    def started(self, case: Case, start: datetime, at: datetime, why: str) -> Case:
        """The case with its whole-case clock running from `start` (UTC)."""
        limit = self.whole(case)
        if limit is None:
            raise Refusal("no_limit", level=case.level, item=case.item)
        due = self.clock.due(start, limit)
        return case.changed(clock_start=start).with_due(due, at, why)

    def staged(self, case: Case, stage: Stage, at: datetime) -> Case:
        """The case with a stage's clock running from `at`, if its level has such a limit."""
        limit = self.limits.limit(case.level, stage)
        return case.staged(stage, self.clock.due(at, limit) if limit else None)

    def tiered(self, case: Case) -> Case:
        """The case with the clock of its level running from when the level got it."""
        limit = self.tiers.get(case.tier)
        if limit is None:
            return case.changed(tier_due=None, tier_yellow=None)
        due = self.clock.due(case.tier_since or case.reported_at, limit)
        return case.changed(tier_due=due.at, tier_yellow=due.yellow)

    def working(self, case: Case, at: datetime) -> Case:
        """The stage of a case in work: on scene until somebody arrived, else contact, else none."""
        scene = self.limits.limit(case.level, Stage.ON_SCENE)
        if scene is not None and case.arrived_at is None:
            return self.staged(case, Stage.ON_SCENE, at)
        if case.complainant and case.contacted_at is None:
            return self.staged(case, Stage.CONTACT, at)
        return case.staged(Stage.FINISH, None)

    def start_of(self, case: Case, filed_at: datetime) -> datetime:
        """Where the whole-case clock starts: hotline's dispatch, report if simple, else filing.

        A hotline report that came without the time of its dispatch starts when it reached us.
        """
        if case.source is Source.HOTLINE:
            return case.hotline_at or case.reported_at
        return case.reported_at if case.level is Level.SIMPLE else filed_at

    def paused(self, case: Case, at: datetime) -> Case:
        """The whole-case clock stood still at `at`: what is left is kept exactly."""
        if case.due is None or case.yellow is None:
            return case
        kind = self._kind(case)
        left = self.clock.left(at, case.due, kind)
        yellow = self.clock.left(at, case.yellow, kind)
        return case.changed(left=left, yellow_left=yellow)

    def resumed(self, case: Case, at: datetime, why: str) -> Case:
        """The clock goes on with the time that was left; an overdue case keeps its old due."""
        clean = case.changed(left=None, yellow_left=None, review_on=None)
        if case.left is None or case.due is None or case.left <= timedelta(0):
            return clean
        due = self._resumed_due(case, at)
        return clean.with_due(due, min(at, case.due), why)  # what stood still was never late

    def stood(self, before: Case, after: Case) -> Case:
        """The corrected case with what suspensions and extensions had added to its old due."""
        limit = self.whole(before)
        added = any(one.endswith(ADDED) for one in before.old_dues)
        if not added or limit is None or before.clock_start is None or before.due is None:
            return after
        assert after.due is not None and after.yellow is not None
        kind = self._kind(after)
        natural = self.clock.due(before.clock_start, limit).at
        more = self.clock.left(natural, before.due, kind)
        if more <= timedelta(0):
            return after
        due, yellow = (
            self.clock.resume(one, more, more, kind) for one in (after.due, after.yellow)
        )
        return after.changed(due=due.at, yellow=yellow.at, provisional=due.provisional)

    def _kind(self, case: Case) -> ClockKind:
        """The clock of the case's own limit, which an item or a shift lead may have set."""
        limit = self.whole(case)
        return limit.kind if limit else case.clock

    def _resumed_due(self, case: Case, at: datetime) -> Due:
        assert case.left is not None and case.yellow_left is not None
        yellow = max(case.yellow_left, timedelta(0))
        return self.clock.resume(at, case.left, yellow, self._kind(case))
