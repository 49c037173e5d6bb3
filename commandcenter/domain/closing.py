"""From feedback to the end: check, call back, close, void, reopen, redo (section 2)."""

from __future__ import annotations

from datetime import datetime, timedelta

from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.limits import Level, Limit, Stage
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.rules import REOPEN_DAYS, Rules

S = CaseState
OUTCOMES = frozenset({"satisfied", "basically", "unsatisfied", "not_reached"})
UNREACHED_DAYS = 3


def send_to_check(case: Case, checker: str, at: datetime, rules: Rules) -> Case:
    """核查: the checker is neither handler nor collector (采办分离)."""
    require(case.state in (S.FEEDBACK, S.CHECKING), "case_move", state=case.state, to=S.CHECKING)
    _may_check(case, checker)
    if case.state is S.CHECKING:
        require(case.verdict is None, "already_checked")
        return case.changed(checker=checker)
    sent = case.to(S.CHECKING, at, checker=checker, verdict=None)
    return rules.staged(sent, Stage.CHECK, at)


def _may_check(case: Case, person: str) -> None:
    require(person != case.reporter, "collector_checks", person=person)
    require(person not in case.handlers, "handler_checks", person=person)


def check(case: Case, by: str, passed: bool, at: datetime, rules: Rules) -> Case:
    """The verdict: fail goes back with the old due; a hotline case goes on to call-back."""
    require(case.state is S.CHECKING, "case_move", state=case.state, to=S.CHECKING)
    require(case.verdict is None, "already_checked")
    _may_check(case, by)
    require(case.checker is None or case.checker == by, "not_the_checker", person=case.checker)
    if not passed:
        return _rework(case, by, at, rules)
    if case.source is Source.HOTLINE:
        called = case.to(S.CALLBACK, at, checker=by, verdict=True)
        return rules.staged(called, Stage.CALLBACK, at)
    late = case.late_stages
    if case.stage_due is not None and at > case.stage_due:
        late = (*late, Stage.CHECK.value)
    done = case.changed(checker=by, verdict=True, late_stages=late)
    return done.staged(Stage.CHECK, None)


def _rework(case: Case, by: str, at: datetime, rules: Rules) -> Case:
    """Back to work; what was self-handled has no unit yet: the dispatcher recalls and sends it."""
    back = case.to(
        S.IN_PROGRESS,
        at,
        checker=by,
        verdict=None,
        handled_at=None,
        close_kind=None if case.close_kind == "self_handled" else case.close_kind,
        rework=case.rework + 1,
    )
    return rules.working(back, at)


def close(case: Case, by: str, at: datetime) -> Case:
    """结案 after a passed check; who handled a case alone does not close it."""
    require(case.state is S.CHECKING, "case_move", state=case.state, to=S.CLOSED)
    require(case.verdict is True, "check_first")
    alone = case.close_kind == "self_handled" and by in (case.reporter, *case.handlers)
    require(not alone, "collector_closes")
    return case.to(S.CLOSED, at, closed_at=at, close_kind=case.close_kind or "checked")


def call_back(case: Case, outcome: str, at: datetime, rules: Rules) -> Case:
    """回访: satisfied closes; unsatisfied starts a round; three vain days close unrated."""
    require(case.state is S.CALLBACK, "case_move", state=case.state, to=S.CALLBACK)
    require(outcome in OUTCOMES, "outcome_unknown", outcome=outcome)
    if outcome == "unsatisfied":
        return _unsatisfied(case, at, rules)
    if outcome == "not_reached":
        return _unreached(case, at, rules)
    return case.to(S.CLOSED, at, closed_at=at, rating=outcome, close_kind="callback")


def _unsatisfied(case: Case, at: datetime, rules: Rules) -> Case:
    rounds = case.rounds + 1
    owed = case.owed
    if rounds >= 3:
        owed = tuple(dict.fromkeys((*owed, "supervision", "consultation")))
    mark = "late" if case.due is not None and at > case.due else "met"
    record = f"{case.due.isoformat() if case.due else ''} {mark} round{case.rounds}"
    back = case.to(
        S.IN_PROGRESS,
        at,
        rounds=rounds,
        owed=owed,
        verdict=None,
        handled_at=None,
        redo_wanted=True,
        unreached=(),
        old_dues=(*case.old_dues, record),
        due=None,
        yellow=None,
    )
    return rules.working(back, at)


def _unreached(case: Case, at: datetime, rules: Rules) -> Case:
    today = rules.today(at).isoformat()
    require(today not in case.unreached, "tried_today")
    tried = (*case.unreached, today)
    if len(tried) < UNREACHED_DAYS:
        return case.changed(unreached=tried)
    return case.to(S.CLOSED, at, closed_at=at, unreached=tried, close_kind="unrated")


def redo(case: Case, level: Level | None, limit: str | None, at: datetime, rules: Rules) -> Case:
    """重办: a new limit starts now; the shift lead may set level and limit."""
    require(case.state is S.IN_PROGRESS and case.redo_wanted, "no_redo_wanted")
    if limit is not None:
        try:
            Limit.parse(limit)
        except ValueError:
            raise Refusal("limit_unreadable", limit=limit[:20]) from None
    again = case.changed(redo_wanted=False, level=level or case.level, limit=limit or case.limit)
    return rules.started(again, at, at, "redo")


def explain(case: Case, by: str, leader: str, basis: str, at: datetime) -> Case:
    """Explained close of an unsatisfied matter: two persons and a legal basis."""
    require(case.state is S.CALLBACK, "case_move", state=case.state, to=S.CLOSED)
    require(leader != by, "same_person", person=by)
    require(basis.strip(), "basis_missing")
    return case.to(S.CLOSED, at, closed_at=at, close_kind="explained")


def void(case: Case, at: datetime) -> Case:
    """作废: any filed and open case, never after enforcement began."""
    require(case.is_open, "case_ended", state=case.state)
    require(not case.enforced, "enforcement_began")
    return case.to(S.VOID, at, close_kind="void")


def reopen(case: Case, at: datetime, rules: Rules) -> Case:
    """复开 within 30 days; a new limit starts."""
    require(case.state is S.CLOSED and case.closed_at is not None, "case_not_closed")
    assert case.closed_at is not None
    require(at - case.closed_at <= timedelta(days=REOPEN_DAYS), "reopen_too_late")
    back = case.to(
        S.IN_PROGRESS, at, closed_at=None, verdict=None, handled_at=None, close_kind="reopened"
    )
    back = back.changed(rating=None, unreached=())
    return rules.working(rules.started(back, at, at, "reopened"), at)
