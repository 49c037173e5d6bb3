"""The course of a case: how long each step took on its own clock, against its limit (section 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from commandcenter.domain.clock import Lamp, WorkClock, lamp
from commandcenter.domain.limits import ClockKind, Limit, LimitUnit

NOTHING = timedelta(0)
Gap = tuple[datetime, datetime | None]


class Step(StrEnum):
    """What a case waits for: every instant of its life is in exactly one, contact runs beside."""

    FILE = "file"
    VERIFY = "verify"
    DISPATCH = "dispatch"
    SIGN = "sign"
    ARRIVE = "arrive"
    HANDLE = "handle"
    REVIEW = "review"
    HAND_BACK = "hand_back"
    SEND_TO_CHECK = "send_to_check"
    CHECK = "check"
    CLOSE = "close"
    CALLBACK = "callback"
    CONTACT = "contact"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One step from `began` to `ended` (UTC, None while it runs), measured on its clock `kind`.

    `used` is what counted and `apart` what did not (held back, suspended, at the district):
    together they are the clock's time between the two. `allowed` is the limit as time on that
    clock and `left` what it leaves, below nothing when over; both None without a limit. `late`
    says that the due had passed, which out of working time leaves `left` at nothing. `limit` is
    the limit as a table writes it, None where its due was set otherwise. `seq` and `by` are the
    entry and the person that ended it, `unit` whose turn it was; `standing`: its clock stands.
    """

    step: Step
    number: int = 1
    began: datetime
    ended: datetime | None = None
    seq: int | None = None
    by: str | None = None
    unit: str | None = None
    kind: ClockKind
    limit: str | None = None
    due: datetime | None = None
    used: timedelta = NOTHING
    apart: timedelta = NOTHING
    allowed: timedelta | None = None
    left: timedelta | None = None
    late: bool = False
    lamp: Lamp | None = None
    yellow: datetime | None = None
    standing: bool = False

    @property
    def runs(self) -> bool:
        """Whether it goes on."""
        return self.ended is None

    def later(self, now: datetime, since: datetime, clock: WorkClock) -> Leg:
        """The leg as of `now`, measured at `since` before: what runs has used that much more."""
        if not self.runs or now <= since:
            return self
        more = _span(clock, self.kind, since, now)
        if self.standing:
            return replace(self, apart=self.apart + more)
        left = None if self.left is None else self.left - more
        return _judged(replace(self, used=self.used + more, left=left), now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A case's legs in order, those that ran beside them, and each round of the whole case.

    Measured at `at` (UTC). The legs follow one another without a gap from the report to the end
    or to `at`; only the time a reopened case was closed is in none of them.
    """

    at: datetime
    legs: tuple[Leg, ...]
    beside: tuple[Leg, ...] = ()
    rounds: tuple[Leg, ...] = ()

    @property
    def now(self) -> Leg | None:
        """The step that the case is in."""
        return self.legs[-1] if self.legs and self.legs[-1].runs else None

    def later(self, now: datetime, clock: WorkClock) -> Course:
        """The course as of `now`, if nothing has happened since it was measured."""

        def moved(legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
            return tuple(one.later(now, self.at, clock) for one in legs)

        return replace(
            self,
            at=max(now, self.at),
            legs=moved(self.legs),
            beside=moved(self.beside),
            rounds=moved(self.rounds),
        )


# ---- measuring --------------------------------------------------------------------------------


def measured(leg: Leg, gaps: Iterable[Gap], clock: WorkClock, now: datetime) -> Leg:
    """The leg with what it used, what did not count and what its due allowed.

    `gaps` are when its clock stood, (since, until) in UTC, until is None while it still stands.
    """
    end = leg.ended if leg.ended is not None else max(now, leg.began)
    cut = [one for gap in gaps if (one := _within(gap, leg.began, end)) is not None]
    apart = sum((_span(clock, leg.kind, *_closed(one, end)) for one in cut), NOTHING)
    used = _span(clock, leg.kind, leg.began, end) - apart
    standing = leg.runs and any(one[1] is None for one in cut)
    found = replace(leg, used=used, apart=apart, standing=standing)
    if leg.due is None:
        return replace(found, limit=None)
    whole = _span(clock, leg.kind, leg.began, leg.due)
    allowed = whole - sum(
        (
            _span(clock, leg.kind, one[0], min(one[1], leg.due))
            for one in cut
            if one[1] is not None and one[0] < leg.due
        ),
        NOTHING,
    )
    moment = next((one[0] for one in cut if one[1] is None), end)
    limit = leg.limit if _told(leg, allowed, bool(cut), clock) else None
    return _judged(replace(found, allowed=allowed, left=allowed - used, limit=limit), moment)


def _judged(leg: Leg, at: datetime) -> Leg:
    """Late by the due itself, as the journal has it; the lamp of what runs may be yellow."""
    if leg.due is None or leg.step is Step.REVIEW:
        return leg
    late = at > leg.due
    shown = Lamp.RED if late else Lamp.GREEN
    if leg.runs and leg.yellow is not None:
        shown = lamp(at, leg.due, leg.yellow)
    return replace(leg, late=late, lamp=shown)


def _told(leg: Leg, allowed: timedelta, stood: bool, clock: WorkClock) -> bool:
    """Whether the due is that of the table's limit: it may have been extended, or changed since."""
    if leg.limit is None:
        return False
    limit = Limit.parse(leg.limit)
    if limit.kind is ClockKind.WORKING and limit.unit is LimitUnit.DAY:
        due = clock.due(leg.began, limit).at
        return due == leg.due or (stood and _span(clock, leg.kind, leg.began, due) == allowed)
    return limit.span == allowed


def _within(gap: Gap, began: datetime, end: datetime) -> Gap | None:
    """The part of a gap that lies in a leg; an open one stays open."""
    since, until = gap
    first = max(since, began)
    if first > end or (until is not None and until <= first):
        return None
    return first, None if until is None else min(until, end)


def _closed(gap: Gap, end: datetime) -> tuple[datetime, datetime]:
    return gap[0], gap[1] if gap[1] is not None else end


def _span(clock: WorkClock, kind: ClockKind, start: datetime, end: datetime) -> timedelta:
    """Time of that clock between two instants; nothing if the end is not after the start."""
    if kind is ClockKind.CALENDAR:
        return max(end - start, NOTHING)
    return clock.worked(start, end)
