"""A whistle (一线吹哨、部门报到): its departments, their clocks, dispute and rating (section 2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from commandcenter.domain.clock import WorkClock
from commandcenter.domain.limits import Limit
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role

CHECK_IN_METRES = 500.0
"""How near to the case a department's position counts as being there [D]."""
MOST_UNITS = 20


class WhistleKind(StrEnum):
    """For what is blown: a resident's matter, joint enforcement, emergency, a hard case."""

    RESIDENT = "resident"
    JOINT = "joint"
    EMERGENCY = "emergency"
    HARD = "hard"


class WhistleState(StrEnum):
    """Where a whistle stands; REFUSED and WITHDRAWN end it before it was worked."""

    DRAFT = "draft"
    APPROVED = "approved"
    BLOWN = "blown"
    CLOSED = "closed"
    RATED = "rated"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class PartState(StrEnum):
    """Where a department stands within a whistle; RELEASED has no more to do with it."""

    CALLED = "called"
    SIGNED = "signed"
    CONTACTED = "contacted"
    CHECKED_IN = "checked_in"
    DELIVERED = "delivered"
    DISPUTED = "disputed"
    RELEASED = "released"


W = WhistleState
P = PartState
LISTED = frozenset({W.DRAFT, W.APPROVED, W.BLOWN, W.CLOSED})
"""What stays on the list: a closed whistle until both sides have rated it."""
OPEN = frozenset({W.DRAFT, W.APPROVED, W.BLOWN})
STEPS = (P.SIGNED, P.CONTACTED, P.CHECKED_IN, P.DELIVERED)
"""The steps of a department in their order, none left out."""
DONE = frozenset({P.DELIVERED, P.RELEASED})

NEXT: dict[WhistleState, frozenset[WhistleState]] = {
    W.DRAFT: frozenset({W.APPROVED, W.REFUSED, W.WITHDRAWN}),
    W.APPROVED: frozenset({W.BLOWN, W.WITHDRAWN}),
    W.BLOWN: frozenset({W.CLOSED, W.WITHDRAWN}),
    W.CLOSED: frozenset({W.RATED}),
    W.RATED: frozenset(),
    W.REFUSED: frozenset(),
    W.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleRule:
    """A kind's row of the table: who approves and who blows, limits as text (1wh, 24h, 3wd)."""

    street: str
    id: str
    approve: tuple[Role, ...]
    blow: tuple[Role, ...]
    sign: str = "1wh"
    contact: str = "24h"
    check_in: str = "3wd"
    deliver: str = "5wd"
    rate: str = "3wd"

    def limit(self, step: PartState) -> Limit:
        """The limit of a department's step, counted from the blowing."""
        text = {
            P.SIGNED: self.sign,
            P.CONTACTED: self.contact,
            P.CHECKED_IN: self.check_in,
            P.DELIVERED: self.deliver,
        }[step]
        return Limit.parse(text)


_LEADERS = (Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY)
_BLOWERS = (Role.DISPATCHER, Role.SHIFT_LEAD, *_LEADERS)


def default_rules(street: str) -> tuple[WhistleRule, ...]:
    """The rules of a new street [D]; an emergency's short limits and hours are ours."""
    hours = {"sign": "10min", "contact": "30min", "check_in": "1h", "deliver": "24h"}
    return (
        WhistleRule(street=street, id="resident", approve=_LEADERS, blow=_BLOWERS),
        WhistleRule(street=street, id="joint", approve=_LEADERS, blow=_BLOWERS),
        WhistleRule(
            street=street,
            id="emergency",
            approve=(Role.DUTY_LEADER, *_LEADERS),
            blow=(*_BLOWERS, Role.DUTY_LEADER),
            **hours,
        ),
        WhistleRule(
            street=street, id="hard", approve=(Role.DIRECTOR, Role.SECRETARY), blow=_BLOWERS
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Whistle:
    """One whistle of a case; times UTC; `text` is the id of what was asked for, kept apart.

    `code` are four digits that whoever is at the place tells the department that checks in.
    """

    street: str
    id: str
    case: str
    kind: WhistleKind
    state: WhistleState = WhistleState.DRAFT
    lead: str
    code: str
    drafted_by: str
    drafted_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    blown_by: str | None = None
    blown_at: datetime | None = None
    closed_at: datetime | None = None
    rate_due: datetime | None = None
    rated_at: datetime | None = None
    drill: bool = False
    text: str | None = None

    def to(self, state: WhistleState, **changes: object) -> Whistle:
        """The whistle in its next state; Refusal('whistle_move')."""
        if state not in NEXT[self.state]:
            raise Refusal("whistle_move", state=self.state, to=state)
        return replace(self, state=state, **changes)  # type: ignore[arg-type]

    def decided(self, by: str, at: datetime, approved: bool) -> Whistle:
        """Approved or refused by somebody else than its drafter; Refusal('own_whistle')."""
        require(by != self.drafted_by, "own_whistle", person=by)
        state = W.APPROVED if approved else W.REFUSED
        return self.to(state, decided_by=by, decided_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistlePart:
    """One department of a whistle; every due is UTC; lon/lat WGS 84 degrees of its check-in.

    `late` names the steps that were late, once each; `asked_at` is an undecided wish to return.
    """

    street: str
    id: str
    whistle: str
    case: str
    unit: str
    lead: bool
    state: PartState = PartState.CALLED
    sign_due: datetime | None = None
    contact_due: datetime | None = None
    check_in_due: datetime | None = None
    deliver_due: datetime | None = None
    signed_at: datetime | None = None
    contacted_at: datetime | None = None
    checked_in_at: datetime | None = None
    delivered_at: datetime | None = None
    lon: float | None = None
    lat: float | None = None
    by_code: bool = False
    late: tuple[str, ...] = ()
    urged: int = 0
    designated: bool = False
    asked_at: datetime | None = None
    asked_for: str | None = None
    disputed_at: datetime | None = None
    before_dispute: str | None = None
    negotiated: int = 0

    @property
    def next_step(self) -> PartState | None:
        """The step that comes next, or None when nothing is left to do."""
        if self.state in DONE:
            return None
        known = PartState(self.before_dispute) if self.before_dispute else self.state
        at = 0 if known is P.CALLED else STEPS.index(known) + 1
        return STEPS[at]

    def due_of(self, step: PartState) -> datetime | None:
        """When a step is due."""
        dues = (self.sign_due, self.contact_due, self.check_in_due, self.deliver_due)
        return dues[STEPS.index(step)]

    @property
    def due(self) -> datetime | None:
        """When the next step is due."""
        step = self.next_step
        return None if step is None else self.due_of(step)

    def marked(self, at: datetime) -> WhistlePart:
        """With every step noted as late whose due has passed undone; each is noted once."""
        found = list(self.late)
        step = self.next_step
        todo = () if step is None else STEPS[STEPS.index(step) :]
        for one in todo:
            due = self.due_of(one)
            if due is not None and at > due and one.value not in found:
                found.append(one.value)
        return replace(self, late=tuple(found)) if len(found) != len(self.late) else self

    def step(self, state: PartState, at: datetime) -> WhistlePart:
        """The department's next step; Refusal('whistle_step') when another is next.

        One that was done in time and is typed later was not late, whatever was noted meanwhile.
        """
        require(self.state is not P.DISPUTED, "whistle_disputed", unit=self.unit)
        if self.next_step is not state:
            raise Refusal("whistle_step", unit=self.unit, state=self.state, to=state)
        stamps = ("signed_at", "contacted_at", "checked_in_at", "delivered_at")
        stamp: dict[str, object] = {stamps[STEPS.index(state)]: at}
        moved = replace(self.marked(at), state=state, **stamp)  # type: ignore[arg-type]
        due = self.due_of(state)
        in_time = due is not None and at <= due
        late = tuple(one for one in moved.late if not (in_time and one == state.value))
        return replace(moved, late=late, asked_at=None, asked_for=None)

    def ask_return(self, proposed: str | None, at: datetime) -> WhistlePart:
        """A wish to return, until contact is due and never once designated (section 2)."""
        self._free()
        require(self.asked_at is None, "request_pending")
        require(self.contact_due is None or at <= self.contact_due, "return_after_contact",
                due=self.contact_due)  # fmt: skip
        require(proposed != self.unit, "proposed_unit_same")
        return replace(self.marked(at), asked_at=at, asked_for=proposed)

    def decide_return(self, approved: bool, at: datetime) -> WhistlePart:
        """Released, or designated at once: after a refusal no return is possible."""
        require(self.asked_at is not None, "no_such_request")
        moved = replace(self.marked(at), asked_at=None, asked_for=None)
        if approved:
            return replace(moved, state=P.RELEASED)
        return replace(moved, designated=True)

    def dispute(self, at: datetime) -> WhistlePart:
        """争议: the department denies its competence; its clocks run on (行政处罚法 25)."""
        self._free()
        require(self.state is not P.DISPUTED, "whistle_disputed", unit=self.unit)
        return replace(
            self.marked(at), state=P.DISPUTED, disputed_at=at, before_dispute=self.state.value
        )

    def negotiate(self) -> WhistlePart:
        """A negotiation between the parties was held."""
        require(self.state is P.DISPUTED, "whistle_not_disputed", unit=self.unit)
        return replace(self, negotiated=self.negotiated + 1)

    def settle(self, stays: bool, at: datetime) -> WhistlePart:
        """The common superior designates, after a negotiation: this department, or another."""
        require(self.state is P.DISPUTED, "whistle_not_disputed", unit=self.unit)
        require(self.negotiated > 0, "negotiate_first", unit=self.unit)
        moved = self.marked(at)
        if not stays:
            return replace(moved, state=P.RELEASED, before_dispute=None)
        back = PartState(self.before_dispute or P.CALLED)
        return replace(moved, state=back, before_dispute=None, designated=True)

    def _free(self) -> None:
        require(self.state not in DONE, "whistle_step", unit=self.unit, state=self.state)
        require(not self.designated, "designated_unit", unit=self.unit)


def called(
    part: WhistlePart, rule: WhistleRule, blown_at: datetime, clock: WorkClock
) -> WhistlePart:
    """The department with its four clocks running from the blowing (UTC)."""
    dues = [clock.due(blown_at, rule.limit(step)).at for step in STEPS]
    return replace(
        part,
        sign_due=dues[0],
        contact_due=dues[1],
        check_in_due=dues[2],
        deliver_due=dues[3],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One side's judgement of the other after a whistle: 0 to 100; `by_street` tells the side."""

    street: str
    id: str
    whistle: str
    unit: str
    by_street: bool
    score: int
    by: str
    at: datetime
    text: str | None = None


def rating_key(whistle: str, unit: str, by_street: bool) -> str:
    """The key of a rating: each side rates each other once."""
    return f"{whistle}/{unit}/{'street' if by_street else 'unit'}"


def wanted_ratings(parts: Iterable[WhistlePart]) -> frozenset[tuple[str, bool]]:
    """Which (unit, by_street) ratings a closed whistle waits for: both sides of each department."""
    mine = [one.unit for one in parts if one.state is P.DELIVERED]
    return frozenset((unit, side) for unit in mine for side in (True, False))
