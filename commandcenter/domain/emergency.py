"""平急转换: an emergency, its switches by two persons, calls, the evacuation list (section 6)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.refusal import Refusal, require

FIRST_BY_TELEPHONE = timedelta(minutes=30)
FIRST_IN_WRITING = timedelta(minutes=60)
FINAL = timedelta(minutes=60)
"""The first report [D]; the final one after release by the measure of the written first."""


class Phase(StrEnum):
    """Where an emergency stands."""

    ACTIVE = "active"
    RELEASED = "released"
    REVIEWED = "reviewed"
    PURGED = "purged"


class Reach(StrEnum):
    """What a switch reaches: the whole street, communities or grids."""

    STREET = "street"
    COMMUNITIES = "communities"
    GRIDS = "grids"


def within(reach: Reach, places: tuple[str, ...], community: str | None, grid: str | None) -> bool:
    """Whether a place lies in a scope; an unknown place only in the whole street's."""
    if reach is Reach.STREET:
        return True
    return (community if reach is Reach.COMMUNITIES else grid) in places


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """One event for which the street changed its way of working; times UTC.

    A drill (演练) works on drill cases only and stays out of every figure. `plan` is the version
    it runs by; `places` are codes of communities or grids, empty for the street.
    """

    street: str
    id: str
    kind: EventKind
    plan: str
    drill: bool
    phase: Phase = Phase.ACTIVE
    level: Response | None
    level_since: datetime
    began_at: datetime
    reach: Reach = Reach.STREET
    places: tuple[str, ...] = ()
    order_no: str
    released_at: datetime | None = None
    reviewed_at: datetime | None = None
    purge_by: str | None = None
    purge_at: datetime | None = None

    def reaches(self, community: str | None, grid: str | None) -> bool:
        """Whether a place lies in the scope; an unknown place only in the whole street's."""
        return within(self.reach, self.places, community, grid)

    def at_level(self, level: Response | None, order_no: str, at: datetime) -> Emergency:
        """The emergency after a confirmed switch; None releases it."""
        require(self.phase is Phase.ACTIVE, "emergency_over", phase=self.phase)
        if level is None:
            return replace(
                self,
                level=None,
                level_since=at,
                order_no=order_no,
                phase=Phase.RELEASED,
                released_at=at,
            )
        return replace(self, level=level, level_since=at, order_no=order_no)

    def reviewed(self, at: datetime) -> Emergency:
        """The review report was written; Refusal('review_after_release')."""
        require(self.phase is Phase.RELEASED, "review_after_release", phase=self.phase)
        phase = Phase.REVIEWED if self.purge_at is None else Phase.PURGED
        return replace(self, phase=phase, reviewed_at=at)


class SwitchState(StrEnum):
    """A switch is proposed by one person and confirmed by another."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One step up, down or out: who, when (UTC), by which order, settings before and after.

    `to_level` None releases. before and after are JSON: level, report_minutes, hold, layers,
    layout, pattern, reach, places.
    """

    street: str
    id: str
    emergency: str
    kind: EventKind
    plan: str
    drill: bool
    from_level: Response | None
    to_level: Response | None
    reach: Reach
    places: tuple[str, ...]
    order_no: str
    state: SwitchState = SwitchState.PROPOSED
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    before: str = ""
    after: str = ""

    def decided(self, state: SwitchState, by: str, at: datetime) -> Switch:
        """The decision of a second person; Refusal('switch_decided'|'same_person')."""
        require(self.state is SwitchState.PROPOSED, "switch_decided", state=self.state)
        if state is SwitchState.CONFIRMED:
            require(by != self.proposed_by, "same_person", person=by)
        return replace(self, state=state, decided_by=by, decided_at=at)


def may_switch(now: Response | None, to: Response | None, order_no: str) -> None:
    """Guards of a proposal; Refusal('order_missing'|'level_same'|'nothing_to_release')."""
    require(order_no.strip(), "order_missing")
    require(len(order_no) <= 80, "text_too_long", most=80)
    require(to is not None or now is not None, "nothing_to_release")
    require(to is not now, "level_same")


def same_order(one: str, other: str) -> bool:
    """Whether two people typed the same order number: width, blanks and brackets do not count."""
    return _order(one) == _order(other)


def _order(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text).translate(_BRACKETS)
    return "".join(wide.split()).upper()


_BRACKETS = str.maketrans("〔［【「[{〈《）〕］】」]}〉》", "(" * 8 + ")" * 9)


# ---- reports up -----------------------------------------------------------------------------


class ReportKind(StrEnum):
    """首报 by telephone and in writing, 续报, 终报."""

    FIRST_CALL = "first_call"
    FIRST = "first"
    FOLLOW = "follow"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Slot:
    """A report that is owed: its key, kind and due time (UTC)."""

    id: str
    kind: ReportKind
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UpReport:
    """A report that was sent; id is emergency/slot, `text` names the private row of its words."""

    street: str
    id: str
    emergency: str
    slot: str
    kind: ReportKind
    due: datetime
    sent_at: datetime
    sent_by: str
    nil: bool
    drill: bool
    text: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """How long one level stood: from `since` to `until` (None while it stands), report rhythm."""

    since: datetime
    until: datetime | None
    every: timedelta


def slots(periods: Iterable[Period], now: datetime) -> list[Slot]:
    """Every report owed so far and the next one, oldest first (section 6).

    Slots count from the minute the level began, each level anew; a late report does not move
    the next slot, and none is skipped.
    """
    given = sorted(periods, key=lambda one: one.since)
    if not given:
        return []
    began = given[0].since
    found = [
        Slot("first_call", ReportKind.FIRST_CALL, began + FIRST_BY_TELEPHONE),
        Slot("first", ReportKind.FIRST, began + FIRST_IN_WRITING),
    ]
    for number, one in enumerate(given, 1):
        count = 1
        last = now + one.every if one.until is None else one.until
        while (due := one.since + count * one.every) <= last:
            found.append(Slot(f"{number}-{count}", ReportKind.FOLLOW, due))
            count += 1
    if given[-1].until is not None:
        found.append(Slot("final", ReportKind.FINAL, given[-1].until + FINAL))
    return sorted(found, key=lambda one: (one.due, one.id))


def next_owed(owed: Iterable[Slot], sent: Iterable[str]) -> Slot | None:
    """The oldest slot without a report: the only one that may be sent now."""
    gone = set(sent)
    return next((one for one in owed if one.id not in gone), None)


# ---- calls to teams -------------------------------------------------------------------------


class Answer(StrEnum):
    """What a called team said."""

    COMING = "coming"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallUp:
    """A team called in a wave; red when `answer_by` (UTC) is past without an answer."""

    street: str
    id: str
    emergency: str
    wave: int
    team: str
    drill: bool
    called_at: datetime
    called_by: str
    answer_by: datetime
    answer: Answer | None = None
    answered_at: datetime | None = None
    minutes: int | None = None

    def answered(self, answer: Answer, minutes: int | None, at: datetime) -> CallUp:
        """The team's word; Refusal('call_answered') when it gave one already."""
        if self.answer is not None:
            raise Refusal("call_answered", team=self.team, answer=self.answer)
        return replace(self, answer=answer, answered_at=at, minutes=minutes)

    def red(self, now: datetime) -> bool:
        """Whether nobody answered in time."""
        return self.answer is None and now > self.answer_by


# ---- evacuation -----------------------------------------------------------------------------


class SpotKind(StrEnum):
    """What the map shows of an emergency: 避灾安置点 and 危险点."""

    SHELTER = "shelter"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A shelter (with its places) or a danger point; lon, lat WGS 84 degrees."""

    street: str
    id: str
    kind: SpotKind
    name: str
    community: str | None
    lon: float
    lat: float
    capacity: int | None = None


class Moved(StrEnum):
    """How it stands with a person at risk."""

    LISTED = "listed"
    MOVED = "moved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """A person to be evacuated; name, telephone and needs are private rows (section 10).

    `place` is the building's address; `spot` the shelter, None for relatives.
    """

    street: str
    id: str
    emergency: str
    place: str
    community: str | None
    grid: str | None
    lon: float | None
    lat: float | None
    drill: bool
    state: Moved = Moved.LISTED
    spot: str | None = None
    changed_at: datetime
    changed_by: str
    private: bool = True

    def moved(self, state: Moved, spot: str | None, by: str, at: datetime) -> AtRisk:
        """Moved to a shelter or relatives, refused, or back on the list."""
        require((state, spot) != (self.state, self.spot), "nothing_changed")
        require(spot is None or state is Moved.MOVED, "spot_only_moved")
        return replace(self, state=state, spot=spot, changed_by=by, changed_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A checked line of a post's checklist; id is emergency/level/post/number."""

    street: str
    id: str
    emergency: str
    by: str
    at: datetime
