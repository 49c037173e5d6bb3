"""From dispatch to feedback: sign, return, recall, extend, suspend, escalate (section 2)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from commandcenter.domain.admission import not_held
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.limits import Level, Limit, Stage
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.request import Request, RequestKind
from commandcenter.domain.rules import SUSPENSION_DAYS, Rules
from commandcenter.domain.task import CERTIFIED, Task, TaskKind, TaskRole, TaskState

S = CaseState
MOST_EXTENSIONS = 2
DESIGNATE_AFTER = 2


def dispatch(
    case: Case,
    lead: str,
    co_units: tuple[str, ...],
    notified: tuple[str, ...],
    by: str,
    at: datetime,
    rules: Rules,
) -> Case:
    """派遣 to exactly one lead unit; from the third sending on the unit is designated."""
    not_held(case)
    everyone = (lead, *co_units, *notified)
    require(len(set(everyone)) == len(everyone), "unit_named_twice")
    designated = case.returns >= DESIGNATE_AFTER
    resent = case.resent or (case.lead_unit is not None and case.lead_unit != lead)
    sent = case.to(
        S.DISPATCHED,
        at,
        lead_unit=lead,
        co_units=co_units,
        notified=notified,
        owner=by,
        designated=designated,
        resent=resent,
        arrived_at=None,
    )
    return rules.staged(sent, Stage.SIGN, at)


def sign(case: Case, task: Task, by: str, at: datetime, rules: Rules) -> Case:
    """签收: the lead's signature puts the case in progress; collector is never handler."""
    require(by != case.reporter, "collector_handles", person=by)
    require(case.state in (S.DISPATCHED, S.IN_PROGRESS), "case_move", state=case.state)
    case = case.changed(handlers=tuple(dict.fromkeys((*case.handlers, by))))
    if task.kind in (TaskKind.ENFORCE, TaskKind.COERCE):
        case = case.changed(enforced=True)
    if task.role is not TaskRole.LEAD or case.state is S.IN_PROGRESS:
        return case
    signed = case.to(S.IN_PROGRESS, at)
    return rules.working(signed, at)


def in_work(case: Case) -> Case:
    """Guard of a step on the scene."""
    require(case.state is S.IN_PROGRESS, "not_in_progress", state=case.state)
    return case


def arrive(case: Case, task: Task, at: datetime, rules: Rules) -> Case:
    """First arrival of the lead stops the on-scene clock."""
    in_work(case)
    if task.role is not TaskRole.LEAD or case.arrived_at is not None:
        return case
    return _stage_met(case.changed(arrived_at=at), Stage.ON_SCENE, at, rules)


def contact(case: Case, at: datetime, rules: Rules) -> Case:
    """The complainant was contacted: the contact clock stops."""
    require(case.complainant, "no_complainant")
    require(case.is_open, "case_ended", state=case.state)
    if case.contacted_at is not None:
        return case
    return _stage_met(case.changed(contacted_at=at), Stage.CONTACT, at, rules)


def _stage_met(case: Case, stage: Stage, at: datetime, rules: Rules) -> Case:
    if case.stage is not stage:
        return case
    if case.stage_due is not None and at > case.stage_due:
        case = case.changed(late_stages=(*case.late_stages, stage.value))
    return rules.working(case, case.state_since)


def recall(case: Case, at: datetime, rules: Rules) -> Case:
    """撤回改派: back to filed, open tasks are recalled by the handler."""
    require(case.state in (S.DISPATCHED, S.IN_PROGRESS), "case_move", state=case.state, to=S.FILED)
    require(not case.redo_wanted, "redo_first")
    back = case.to(S.FILED, at, resent=case.lead_unit is not None)
    return rules.staged(back, Stage.DISPATCH, at)


def may_ask(case: Case, request: Request, at: datetime, rules: Rules) -> None:
    """The guards of asking; a request changes nothing until it is approved."""
    guards = {
        RequestKind.RETURN: _may_return,
        RequestKind.EXTENSION: _may_extend,
        RequestKind.SUSPENSION: _may_suspend,
        RequestKind.VOID: _may_void,
    }
    guards[request.kind](case, request, at, rules)


def _may_return(case: Case, request: Request, at: datetime, rules: Rules) -> None:
    require(case.state is S.DISPATCHED, "return_only_dispatched", state=case.state)
    require(not case.designated, "designated_unit", unit=case.lead_unit)
    require(request.proposed_unit, "proposed_unit_missing")
    require(request.proposed_unit != case.lead_unit, "proposed_unit_same")
    if case.stage_due is not None and at > case.stage_due:
        raise Refusal("return_after_sign_limit", due=case.stage_due)


def _may_extend(case: Case, request: Request, at: datetime, rules: Rules) -> None:
    _extendable(case)
    require(case.due is not None and at <= case.due, "extend_before_due", due=case.due)
    whole = rules.whole(case)
    wanted = _limit(request.limit)
    require(whole is not None and wanted.kind is whole.kind, "extension_clock", limit=str(whole))
    start = case.clock_start or at
    longer = whole is None or rules.clock.due(start, wanted).at > rules.clock.due(start, whole).at
    require(not longer, "extension_too_long", limit=str(whole))


def _extendable(case: Case) -> None:
    in_work(case)
    require(case.level is not Level.URGENT, "never_extend_urgent")
    require(case.extensions < MOST_EXTENSIONS, "extended_twice")


def _may_suspend(case: Case, request: Request, at: datetime, rules: Rules) -> None:
    in_work(case)
    _reviewed(request.review_on, at, rules)


def _reviewed(review_on: date | None, at: datetime, rules: Rules) -> None:
    today = rules.today(at)
    last = today + timedelta(days=SUSPENSION_DAYS)
    require(review_on is not None, "review_date_missing")
    assert review_on is not None
    require(today < review_on <= last, "review_date_range", last=last)


def _may_void(case: Case, request: Request, at: datetime, rules: Rules) -> None:
    require(case.is_open, "case_ended", state=case.state)
    require(not case.enforced, "enforcement_began")


def _limit(text: str | None) -> Limit:
    try:
        return Limit.parse(text or "")
    except ValueError:
        raise Refusal("limit_unreadable", limit=(text or "")[:20]) from None


def returned(case: Case, at: datetime, rules: Rules) -> Case:
    """An approved return: filed again, one return more, the whole-case clock goes on."""
    back = case.to(S.FILED, at, returns=case.returns + 1)
    return rules.staged(back, Stage.DISPATCH, at)


def extended(case: Case, limit: str | None, at: datetime, rules: Rules) -> Case:
    """An approved extension: counted on from the old due; the case may have changed since."""
    _extendable(case)
    require(case.due is not None, "extend_before_due", due=case.due)
    assert case.due is not None
    more = rules.clock.due(case.due, _limit(limit))
    return case.changed(extensions=case.extensions + 1).with_due(more, at, "extended")


def suspended(case: Case, review_on: date | None, at: datetime, rules: Rules) -> Case:
    """挂账: the clock stops, what is left is kept; the review date is still to come."""
    _reviewed(review_on, at, rules)
    return rules.paused(case, at).to(S.SUSPENDED, at, review_on=review_on)


def resume(case: Case, at: datetime, rules: Rules) -> Case:
    """Back to work with the exact remaining time."""
    require(case.state is S.SUSPENDED, "case_move", state=case.state, to=S.IN_PROGRESS)
    return rules.working(rules.resumed(case.to(S.IN_PROGRESS, at), at, "resumed"), at)


def escalate(case: Case, at: datetime, rules: Rules) -> Case:
    """上报区级: our clock stands still, the district's begins."""
    require(case.state is S.IN_PROGRESS, "case_move", state=case.state, to=S.ESCALATED)
    return rules.tiered(rules.paused(case, at).to(S.ESCALATED, at))


def hand_back(case: Case, at: datetime, rules: Rules) -> Case:
    """The district hands the case back: our clock goes on."""
    require(case.state is S.ESCALATED, "case_move", state=case.state, to=S.IN_PROGRESS)
    return rules.working(rules.resumed(case.to(S.IN_PROGRESS, at), at, "handed_back"), at)


def feedback(case: Case, tasks: list[Task], by: str, at: datetime, after_picture: bool) -> Case:
    """反馈 by the lead: co-tasks done or waived, a picture after, nothing owed."""
    in_work(case)
    require(by != case.reporter, "collector_handles", person=by)
    require(not case.redo_wanted, "redo_first")
    for task in tasks:
        if task.role is TaskRole.CO and (task.running or task.state is TaskState.DECLINED):
            raise Refusal("co_task_open", unit=task.unit)
    lead = [task for task in tasks if task.role is TaskRole.LEAD and task.running]
    if not lead or lead[0].state is TaskState.ASSIGNED:
        raise Refusal("lead_not_signed")
    if lead[0].kind in CERTIFIED:
        require(lead[0].recorder, "recorder_missing", article="行政处罚法47")
    require(after_picture, "after_picture_missing")
    require(not case.owed, "still_owed", what=",".join(case.owed))
    handlers = tuple(dict.fromkeys((*case.handlers, by)))
    return case.to(S.FEEDBACK, at, handlers=handlers, handled_at=at)
