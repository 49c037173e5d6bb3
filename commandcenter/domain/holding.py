"""Cases that an emergency holds back, and how their clocks go on to the second (section 6)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.clock import Due
from commandcenter.domain.item import Axis, axis
from commandcenter.domain.limits import Level, Limit
from commandcenter.domain.plan import HoldRule
from commandcenter.domain.refusal import require
from commandcenter.domain.rules import Rules


class Hold(StrEnum):
    """How a case is held: 顺延, 暂停, or taken out by the shift lead (照办)."""

    DEFERRED = "deferred"
    SUSPENDED = "suspended"
    EXEMPT = "exempt"


STANDING = frozenset({Hold.DEFERRED.value, Hold.SUSPENDED.value})
"""How a case is marked whose clocks stand; an exempt one runs."""


def is_held(hold: str | None) -> bool:
    """Whether that mark of a case says that its clocks stand still."""
    return hold in STANDING


WORK = frozenset({CaseState.FILED, CaseState.DISPATCHED, CaseState.IN_PROGRESS})
"""Only work that is still to be done is held; what waits for a check or an answer goes on."""


def routine(case: Case, rules: Rules) -> bool:
    """Routine inspection: not urgent, found on patrol or of a survey or campaign axis."""
    if case.level is Level.URGENT or case.complainant:
        return False
    patrol = case.source is Source.PATROL
    return patrol or axis(case.item, patrol) in (Axis.SURVEY, Axis.CAMPAIGN)


def wanted(case: Case, rule: HoldRule, rules: Rules) -> Hold | None:
    """How a level's rule holds this case; None when it does not."""
    if case.state not in WORK or case.level is Level.URGENT:
        return None
    if rule is not HoldRule.NOTHING and routine(case, rules):
        return Hold.DEFERRED
    return Hold.SUSPENDED if rule is HoldRule.NOT_URGENT else None


def held(case: Case, how: Hold, by: str, at: datetime, rules: Rules) -> Case:
    """The case with both clocks standing; what is left of each is kept exactly."""
    require(case.hold is None, "already_held", hold=case.hold)
    still = rules.paused(case, at)
    if still.stage is not None and still.stage_due and still.stage_yellow:
        kind = _stage_limit(still, rules).kind
        still = still.changed(
            stage_left=rules.clock.left(at, still.stage_due, kind),
            stage_yellow_left=rules.clock.left(at, still.stage_yellow, kind),
        )
    return still.changed(hold=how.value, held_by=by, held_at=at)


def released(case: Case, at: datetime, rules: Rules) -> Case:
    """The case with its clocks going on from `at` with what was left."""
    require(case.hold in (Hold.DEFERRED, Hold.SUSPENDED), "not_held")
    going = rules.resumed(case, at, "resumed")
    yellow = case.stage_yellow_left
    if case.stage is not None and case.stage_left is not None and yellow is not None:
        due = rules.clock.resume(
            at, case.stage_left, max(yellow, timedelta(0)), _stage_limit(case, rules).kind
        )
        going = _staged(going, due, case)
    return going.changed(
        hold=None, held_by=None, held_at=None, stage_left=None, stage_yellow_left=None
    )


def exempted(case: Case, at: datetime, rules: Rules) -> Case:
    """Taken out of the hold by hand: it goes on, and this emergency holds it no more."""
    by = case.held_by
    return released(case, at, rules).changed(hold=Hold.EXEMPT.value, held_by=by)


def _staged(case: Case, due: Due, before: Case) -> Case:
    assert before.stage_left is not None
    if before.stage_left.total_seconds() <= 0:
        return case  # it was late before it was held: its due stays on record
    return case.changed(stage_due=due.at, stage_yellow=due.yellow)


def _stage_limit(case: Case, rules: Rules) -> Limit:
    assert case.stage is not None
    found = rules.limits.limit(case.level, case.stage)
    return found or rules.limits.finish(case.level, None)
