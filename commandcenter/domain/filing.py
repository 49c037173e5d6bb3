"""From report to filed case: verify, refuse, merge, hand over, file, correct (section 2)."""

from __future__ import annotations

from datetime import datetime

from commandcenter.domain import admission
from commandcenter.domain.case import INBOX, Case, CaseState
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.rules import Rules

S = CaseState
SERVICES = frozenset({"110", "119", "120", "122"})


def ask_verification(case: Case, verifier: str, at: datetime, rules: Rules) -> Case:
    """核实: the verifier is not the reporter; the verification clock starts."""
    require(verifier != case.reporter, "verifier_is_reporter", person=verifier)
    sent = case.to(S.VERIFYING, at, verifier=verifier)
    return rules.staged(sent, Stage.VERIFY, at)


def record_verification(case: Case, by: str, at: datetime) -> Case:
    """The answer of the person who was sent, and of nobody else."""
    require(case.state is S.VERIFYING, "case_move", state=case.state, to=S.REPORTED)
    require(by == case.verifier, "not_the_verifier", person=case.verifier)
    return case.to(S.REPORTED, at)


def refuse(case: Case, at: datetime) -> Case:
    """不予受理."""
    return case.to(S.REJECTED, at, close_kind="refused")


def hand_over(case: Case, service: str, told: str, reject: bool, at: datetime) -> Case:
    """Tell 110, 119, 120 or 122: the case stays to be filed, or ends as handed over."""
    require(case.state is S.REPORTED, "case_move", state=case.state, to=case.state)
    require(service in SERVICES, "no_such_service", service=service)
    require(told.strip(), "told_missing")
    if reject:
        return case.to(S.REJECTED, at, close_kind="handed_over", told=service)
    return case.changed(told=service)


def merge(case: Case, into: Case, at: datetime) -> Case:
    """并案 into a live case that is not itself; numbers stay, a filed one counts as void."""
    require(into.id != case.id, "merge_into_itself")
    require(into.drill == case.drill, "drill_mixed")
    require(into.state not in (S.MERGED, S.REJECTED, S.VOID), "merge_into_ended", state=into.state)
    require(not case.enforced, "enforcement_began")
    return case.to(S.MERGED, at, merged_into=into.id)


def file(case: Case, number: str, level: Level | None, at: datetime, rules: Rules) -> Case:
    """立案: number issued, whole-case clock and dispatch clock start; the level may be another."""
    require(case.state is S.REPORTED, "case_move", state=case.state, to=S.FILED)
    chosen = level or case.level
    admission.admitted(case, chosen, rules)
    filed = case.to(S.FILED, at, number=number, filed_at=at, level=chosen, rounds=1)
    filed = rules.started(filed, rules.start_of(filed, at), at, "filed")
    return rules.staged(filed, Stage.DISPATCH, at)


def self_handle(case: Case, number: str, by: str, at: datetime, rules: Rules) -> Case:
    """自处理 by the grid member, minor items only: filed as simple in the same commit."""
    require(case.state is S.REPORTED, "case_move", state=case.state, to=S.CHECKING)
    if not rules.minor(case.item):
        raise Refusal("not_minor", item=case.item)
    kept = case.changed(level=Level.SIMPLE)
    kept = kept.to(S.CHECKING, at, number=number, filed_at=at, rounds=1, handled_at=at)
    kept = kept.changed(handlers=(by,), close_kind="self_handled")
    kept = rules.started(kept, rules.start_of(kept, at), at, "filed")
    return rules.staged(kept, Stage.CHECK, at)


def correct(
    case: Case, item: str | None, level: Level | None, at: datetime, rules: Rules, **place: object
) -> Case:
    """更正: limits are recomputed from the original start; old due and overdue stay on record."""
    if not (case.is_open or case.state in INBOX):
        raise Refusal("case_ended", state=case.state)
    fixed = case.changed(**{name: value for name, value in place.items() if value is not None})
    if item is not None and item != case.item:
        fixed = fixed.changed(item=item, level=rules.item(item).level, limit=None)
    if level is not None and level is not fixed.level:
        fixed = fixed.changed(level=level, limit=None)
    fixed = admission.corrected(case, fixed, rules)
    if fixed.clock_start is None or (fixed.item, fixed.level) == (case.item, case.level):
        return fixed
    require(case.left is None, "clock_stands_still", state=case.state)
    start = case.clock_start
    if case.filed_at is not None and case.rounds <= 1 and case.close_kind != "reopened":
        start = rules.start_of(fixed, case.filed_at)
    fixed = rules.stood(case, rules.started(fixed, start or at, at, "corrected"))
    if fixed.stage is None:
        return fixed
    return rules.staged(fixed, fixed.stage, case.state_since)
