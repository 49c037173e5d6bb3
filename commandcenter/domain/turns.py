"""What the journal tells of a case, turn by turn, walked into its course (sections 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from commandcenter.domain.case import ENDED, Case, CaseState
from commandcenter.domain.course import Course, Gap, Leg, Step, measured
from commandcenter.domain.holding import is_held
from commandcenter.domain.limits import ClockKind, Limit, Stage
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.rules import Rules
from commandcenter.domain.tier import Tier

_STEP_OF = {
    CaseState.REPORTED: Step.FILE,
    CaseState.VERIFYING: Step.VERIFY,
    CaseState.FILED: Step.DISPATCH,
    CaseState.DISPATCHED: Step.SIGN,
    CaseState.IN_PROGRESS: Step.HANDLE,
    CaseState.SUSPENDED: Step.REVIEW,
    CaseState.ESCALATED: Step.HAND_BACK,
    CaseState.FEEDBACK: Step.SEND_TO_CHECK,
    CaseState.CHECKING: Step.CHECK,
    CaseState.CALLBACK: Step.CALLBACK,
}
_STAGE_OF = {
    Step.VERIFY: Stage.VERIFY,
    Step.DISPATCH: Stage.DISPATCH,
    Step.SIGN: Stage.SIGN,
    Step.ARRIVE: Stage.ON_SCENE,
    Step.CHECK: Stage.CHECK,
    Step.CALLBACK: Stage.CALLBACK,
    Step.CONTACT: Stage.CONTACT,
}
APART = frozenset({Step.REVIEW, Step.HAND_BACK})
"""While these run the whole-case clock stands still (section 3)."""


def step_of(case: Case) -> Step | None:
    """The step that a case is in; None once it has ended."""
    if case.state is CaseState.IN_PROGRESS and case.stage is Stage.ON_SCENE:
        return Step.ARRIVE
    if case.state is CaseState.CHECKING and case.verdict:
        return Step.CLOSE
    return _STEP_OF.get(case.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The case as an entry of the journal left it: when (UTC), its number, by whom.

    `cut`: what was before it is not told any more.
    """

    at: datetime
    seq: int
    by: str | None
    case: Case
    cut: bool = False


def course(turns: Iterable[Turn], rules: Rules, now: datetime) -> Course:
    """The course that these turns tell, the oldest first, measured at `now` (UTC)."""
    walk = _Walk(rules)
    for turn in turns:
        walk.take(turn)
    stood = walk.stood()
    legs = tuple(measured(one.leg, one.held, rules.clock, now) for one in walk.legs)
    beside = tuple(measured(one.leg, stood, rules.clock, now) for one in walk.beside)
    rounds = tuple(measured(one.leg, stood, rules.clock, now) for one in walk.rounds)
    return Course(at=now, legs=legs, beside=beside, rounds=rounds)


# ---- from turns to open legs ------------------------------------------------------------------


@dataclass(slots=True)
class _Part:
    """A leg being walked: `key` tells it from others, `held` when its clock stood."""

    key: tuple[object, ...]
    leg: Leg
    held: list[Gap] = field(default_factory=list)

    def end(self, turn: Turn, at: datetime) -> None:
        self.leg = replace(self.leg, ended=max(at, self.leg.began), seq=turn.seq, by=turn.by)
        self.stand(None, at)

    def open(self) -> None:
        """An undo: it goes on as if it had never ended."""
        self.leg = replace(self.leg, ended=None, seq=None, by=None)

    def stand(self, since: datetime | None, at: datetime) -> None:
        """Its clock stands since then, or goes on from `at`."""
        last = self.held[-1] if self.held else None
        if last is not None and last[1] is None:
            if since is None:
                self.held[-1] = (last[0], max(at, last[0]))
        elif since is not None:
            self.held.append((max(since, self.leg.began), None))


class _Walk:
    """Takes the turns one by one; its legs are those of a street's rules."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._before: Case | None = None
        self._reopened = 0
        self.legs: list[_Part] = []
        self.beside: list[_Part] = []
        self.rounds: list[_Part] = []

    def take(self, turn: Turn) -> None:
        """The next turn."""
        case, before = turn.case, self._before
        moved = before is None or before.state_since != case.state_since
        at = case.state_since if moved and before is not None else turn.at
        if before is not None and before.state in ENDED and case.state not in ENDED:
            self._reopened += before.clock_start != case.clock_start
        self._leg(turn, at)
        self._contact(turn, at)
        self._round(turn, at)
        self._before = case

    def stood(self) -> list[Gap]:
        """When the whole case's clock stood still."""
        apart = [one.leg for one in self.legs if one.leg.step in APART]
        found: list[Gap] = [(one.began, one.ended) for one in apart]
        return sorted([*found, *(gap for one in self.legs for gap in one.held)], key=_first)

    def _leg(self, turn: Turn, at: datetime) -> None:
        case, step = turn.case, step_of(turn.case)
        here = self.legs[-1] if self.legs and self.legs[-1].leg.runs else None
        key = (step, case.state_since)
        if step is None:
            if here is not None:
                here.end(turn, at)
            return
        known = next((n for n, one in enumerate(self.legs) if one.key == key), None)
        if known is not None:  # still in it, or back in it by an undo
            del self.legs[known + 1 :]
            here = self.legs[known]
            here.open()
        elif here is not None and _same_work(here, step, case):
            here.key, here.leg = key, replace(here.leg, step=step)
        else:
            if here is not None:
                here.end(turn, at)
            first = case.state_since if turn.cut else case.reported_at
            began = first if here is None and not self.legs else at
            here = _Part(key, Leg(step=step, began=began, kind=case.clock))
            self.legs.append(here)
        here.leg = self._limited(here.leg, case, *_stage_clock(step, case, self._rules))
        here.stand(case.held_at if is_held(case.hold) else None, at)

    def _contact(self, turn: Turn, at: datetime) -> None:
        case = turn.case
        here = self.beside[-1] if self.beside and self.beside[-1].leg.runs else None
        if case.stage is not Stage.CONTACT:
            if here is not None:
                here.end(turn, at)
            return
        key = (Step.CONTACT, case.state_since)
        if here is None or here.key != key:
            if here is not None:
                here.end(turn, at)
            leg = Leg(step=Step.CONTACT, began=case.state_since, kind=ClockKind.CALENDAR)
            here = _Part(key, leg)
            self.beside.append(here)
        here.leg = self._limited(here.leg, case, case.stage_due, case.stage_yellow)

    def _round(self, turn: Turn, at: datetime) -> None:
        """The whole case from where its clock starts; a redo and a reopening start another."""
        case = turn.case
        here = self.rounds[-1] if self.rounds and self.rounds[-1].leg.runs else None
        gone = case.state in ENDED or case.due is None or case.clock_start is None
        key = (case.rounds, self._reopened)
        if here is not None and (gone or here.key != key):
            here.end(turn, at)
            here = None
        if gone or case.clock_start is None:
            return
        if here is None and self.rounds and self.rounds[-1].key == key:
            here = self.rounds[-1]
            here.open()
        if here is None:
            leg = Leg(step=Step.WHOLE, began=case.clock_start, kind=case.clock)
            here = _Part(key, replace(leg, number=case.rounds))
            self.rounds.append(here)
        here.leg = replace(here.leg, began=case.clock_start)
        here.leg = self._limited(here.leg, case, case.due, case.yellow)

    def _limited(self, leg: Leg, case: Case, due: datetime | None, yellow: datetime | None) -> Leg:
        """The leg with its clock as the tables say now; the due is as it was given then."""
        limit = _limit(leg.step, case, self._rules)
        kind = limit.kind if limit is not None else leg.kind
        if leg.step is Step.REVIEW:
            kind = ClockKind.CALENDAR
        text = str(limit) if limit is not None and due is not None else None
        unit = case.lead_unit if leg.step in (Step.SIGN, Step.ARRIVE, Step.HANDLE) else None
        return replace(leg, kind=kind, limit=text, due=due, yellow=yellow, unit=unit)


def _same_work(here: _Part, step: Step, case: Case) -> bool:
    """A corrected level may ask for an arrival or ask for it no more: it is the same leg."""
    both = {Step.ARRIVE, Step.HANDLE}
    return case.arrived_at is None and {here.leg.step, step} == both


def _first(gap: Gap) -> datetime:
    return gap[0]


def _stage_clock(step: Step, case: Case, rules: Rules) -> tuple[datetime | None, datetime | None]:
    """Due and yellow of the step's own clock; a suspension ends at midnight of its review date."""
    if step is Step.HAND_BACK:
        return case.tier_due, case.tier_yellow
    if step is Step.REVIEW and case.review_on is not None:
        return datetime.combine(case.review_on, time.min, rules.clock.zone), None
    if case.stage is not None and case.stage is _STAGE_OF.get(step):
        return case.stage_due, case.stage_yellow
    return None, None


def _limit(step: Step, case: Case, rules: Rules) -> Limit | None:
    if step is Step.WHOLE:
        try:
            return rules.whole(case)
        except Refusal:  # an imported case may be of an item that this street does not have
            return None
    if step is Step.HAND_BACK:
        return rules.tiers.get(Tier.DISTRICT)
    stage = _STAGE_OF.get(step)
    return None if stage is None else rules.limits.limit(case.level, stage)
