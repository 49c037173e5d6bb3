"""Handlers of dispatch, tasks and requests."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import select

from commandcenter.domain import closing, handling, law
from commandcenter.domain.admission import PENDING
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import (
    ArriveTask,
    AskRequest,
    DecideRequest,
    DeclineTask,
    DepartTask,
    DispatchCase,
    FinishTask,
    LinkVideo,
    RecallCase,
    SignTask,
    TaskCommand,
    WaiveTask,
)
from commandcenter.domain.docket import Docket, DocketKind, limit_day, report_due
from commandcenter.domain.ids import new_id
from commandcenter.domain.overrule import Overrule, overruled
from commandcenter.domain.person import Team, Unit
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.request import LEAD_ONLY, Request, RequestKind
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task, TaskKind, TaskRole, TaskState
from commandcenter.services.assigning import LEAST_REASON, approver, crew_of, lawful, sent_task
from commandcenter.services.consulting import case_dropped
from commandcenter.services.doing import Doing, Facts, coded, handles, line, on_earth
from commandcenter.storage import tables as t

R = Role
SENT = ("case_dispatched", "joint_dispatched")
"""Kinds of the entries that send tasks."""


@handles(DispatchCase, "case_dispatched", R.DISPATCHER)
def dispatch_case(do: Doing, command: DispatchCase) -> Facts:
    """派遣: the law's blocks refuse, its warnings want a reason each."""
    case = do.case(command)
    for unit in (*command.co_units, *command.notify):
        do.tx.need(Unit, unit, "no_such_unit")
    officers = crew_of(do.tx, command.lead_unit, command.team, command.officers)
    approver(do, command.approved_by)
    sending = law.Sending(
        unit=command.lead_unit,
        kind=command.kind,
        officers=officers,
        at=do.at,
        approved_by=command.approved_by,
    )
    found = law.findings(case, sending, do.powers(case.item), do.rules.clock)
    reasons = lawful(do, case, [("", one) for one in found], command.reasons)
    sent = handling.dispatch(
        case,
        command.lead_unit,
        command.co_units,
        command.notify,
        do.typist.id,
        do.at,
        do.rules,
    )
    do.put(sent)
    lead = _assign(do, sent, command)
    return {
        "lead": command.lead_unit,
        "task": lead.id,
        "kind": command.kind.value,
        "team": command.team,
        "officers": list(command.officers),
        "co": list(command.co_units),
        "notify": list(command.notify),
        "designated": sent.designated,
        "approved_by": command.approved_by,
        **_ranked(do, case, command),
        **reasons,
    }


def _ranked(do: Doing, case: Case, command: DispatchCase) -> Facts:
    """Who stood first and, where another goes, the coded reason; nothing is ranked again here.

    "Other" wants words, which come as the reason of that code and are kept apart.
    """
    why = overruled(command.first, command.team, command.overruled)
    if command.first is None:
        return {}
    do.tx.need(Team, command.first, "no_such_team")
    kept = {}
    if why is Overrule.OTHER:
        given = {one.code: one.words.strip() for one in command.reasons}
        words = given.get("overruled", "")
        require(len(words) >= LEAST_REASON, "overrule_words")
        kept = do.text(case.id, "reason", words)
    return {"first": command.first, "overruled": why.value if why else None, **kept}


def _assign(do: Doing, case: Case, command: DispatchCase) -> Task:
    crew = (command.kind, command.team, command.officers)
    lead = sent_task(do, case, command.lead_unit, TaskRole.LEAD, *crew)
    for unit in command.co_units:
        sent_task(do, case, unit, TaskRole.CO)
    for unit in command.notify:
        sent_task(do, case, unit, TaskRole.NOTIFY)
    return lead


@handles(RecallCase, "case_recalled", R.DISPATCHER)
def recall_case(do: Doing, command: RecallCase) -> Facts:
    """撤回改派: open tasks are recalled, undecided requests fall."""
    case = do.case(command)
    do.put(without_requests(do, handling.recall(case, do.at, do.rules)))
    recall_tasks(do, case)
    return {"reason": coded(command.reason), "unit": case.lead_unit}


def recall_tasks(do: Doing, case: Case) -> None:
    """Recall every running task of the case."""
    for task in do.tasks(case):
        if task.running:
            back = task.to(TaskState.RECALLED, do.at)
            do.put(back)


def without_requests(do: Doing, case: Case) -> Case:
    """What a unit still asks for falls: decided by the system, not granted.

    Whether the street admits it is a leader's to say: that stays.
    """
    for request in do.tx.find(Request, case=case.id):
        if request.pending:
            do.put(request.decide("system", do.at, approved=False))
    return case.changed(pending=tuple(one for one in case.pending if one == PENDING))


# ---- tasks --------------------------------------------------------------------------------


def task_of(do: Doing, command: TaskCommand) -> tuple[Case, Task]:
    case = do.case(command)
    task = do.tx.need(Task, command.task, "no_such_task")
    require(task.case == case.id, "no_such_task")
    require(case.is_open, "case_ended", state=case.state)
    do.not_before(task.assigned_at, task.signed_at, task.left_at, task.on_scene_at)
    return case, task


def _own(do: Doing, command: TaskCommand) -> tuple[Case, Task]:
    case, task = task_of(do, command)
    do.act_for_unit(task.unit)
    return case, task


def touch(do: Doing, case: Case, task: Task) -> Facts:
    """Every step on a task counts the case's version on, so that a stale screen is refused."""
    do.put(case.changed(version=case.version + 1) if do.tx.get(Case, case.id) == case else case)
    do.put(task)
    return {"task": task.id, "unit": task.unit}


@handles(SignTask, "task_signed", R.UNIT, R.TEAM_LEADER)
def sign_task(do: Doing, command: SignTask) -> Facts:
    """签收."""
    case, task = _own(do, command)
    if task.state is not TaskState.ASSIGNED:  # DONE goes back only by a failed check or call-back
        raise Refusal("task_move", task=task.id, state=task.state, to=TaskState.SIGNED)
    signed = task.to(TaskState.SIGNED, do.at)
    if task.kind is TaskKind.COERCE and not (_approved(do, task) or _reported(do, case)):
        _coercion_report(do, case, task)
    if task.role is TaskRole.LEAD:
        case = without_requests(do, case)  # who signs no longer asks to return
    return touch(do, handling.sign(case, signed, do.actor.id, do.at, do.rules), signed)


def _approved(do: Doing, task: Task) -> bool:
    """Whether a leader approved the coercion when the task was sent (行政强制法 18)."""
    j = t.journal.c
    data = do.tx.connection.execute(
        select(j.data)
        .where(j.street == do.street, j.subject == task.case, j.kind.in_(SENT))
        .order_by(j.seq.desc())
        .limit(1)
    ).scalar()
    facts = json.loads(data)["facts"] if data else {}
    sent = (facts.get("task"), *facts.get("tasks", ()))
    return task.id in sent and facts.get("approved_by") is not None


def _reported(do: Doing, case: Case) -> bool:
    return any(one.kind is DocketKind.COERCION for one in do.tx.find(Docket, case=case.id))


def _coercion_report(do: Doing, case: Case, task: Task) -> None:
    """On-the-spot coercion is reported within 24 hours (行政强制法 19): its clock is a docket."""
    do.put(
        Docket(
            street=do.street,
            id=new_id(),
            case=case.id,
            kind=DocketKind.COERCION,
            decision="",
            recorder=task.recorder,
            goods=None,
            opened_by=do.actor.id,
            opened_at=do.at,
            limit_on=limit_day(DocketKind.COERCION, do.at, do.rules.clock),
            report_due=report_due(DocketKind.COERCION, do.at),
        )
    )


@handles(DeclineTask, "task_declined", R.UNIT, R.TEAM_LEADER)
def decline_task(do: Doing, command: DeclineTask) -> Facts:
    """A co-unit or notified unit declines; the lead unit asks to return instead."""
    case, task = _own(do, command)
    require(task.role is not TaskRole.LEAD, "lead_asks_return")
    facts = touch(do, case, task.to(TaskState.DECLINED, do.at))
    return {**facts, "reason": coded(command.reason)}


@handles(DepartTask, "task_departed", R.UNIT, R.TEAM_LEADER)
def depart_task(do: Doing, command: DepartTask) -> Facts:
    """出发 with certificates and recorder."""
    case, task = _own(do, command)
    recorder = line(command.recorder) or None
    gone = task.depart(do.at, recorder, command.certificates_ready)
    return {**touch(do, handling.in_work(case), gone), "recorder": recorder}


@handles(ArriveTask, "task_arrived", R.UNIT, R.TEAM_LEADER)
def arrive_task(do: Doing, command: ArriveTask) -> Facts:
    """到场: on-scene time and position."""
    case, task = _own(do, command)
    on_earth(command.lon, command.lat)
    there = task.arrive(do.at, command.lon, command.lat)
    return touch(do, handling.arrive(case, there, do.at, do.rules), there)


@handles(FinishTask, "task_finished", R.UNIT, R.TEAM_LEADER)
def finish_task(do: Doing, command: FinishTask) -> Facts:
    """A co-unit's part is done; the lead gives feedback instead."""
    case, task = _own(do, command)
    require(task.role is not TaskRole.LEAD, "lead_gives_feedback")
    require(do.actor.id != case.reporter, "collector_handles", person=do.actor.id)
    done = task.to(TaskState.DONE, do.at)
    handled = case.changed(handlers=tuple(dict.fromkeys((*case.handlers, do.actor.id))))
    return {**touch(do, handled, done), **do.text(case.id, "note", command.words)}


@handles(WaiveTask, "task_waived", R.DISPATCHER)
def waive_task(do: Doing, command: WaiveTask) -> Facts:
    """A co-task is no longer needed."""
    case, task = task_of(do, command)
    require(task.role is not TaskRole.LEAD, "lead_gives_feedback")
    facts = touch(do, case, task.to(TaskState.WAIVED, do.at))
    return {**facts, "reason": coded(command.reason)}


@handles(LinkVideo, "video_linked", R.UNIT, R.TEAM_LEADER, R.DISPATCHER)
def link_video(do: Doing, command: LinkVideo) -> Facts:
    """行政处罚法 47: the recorder's video belongs to the task; often linked after the close."""
    case = do.case(command)
    task = do.tx.need(Task, command.task, "no_such_task")
    require(task.case == case.id, "no_such_task")
    require(case.is_open or case.state is CaseState.CLOSED, "case_ended", state=case.state)
    do.one_of(task.unit)
    require(task.recorder, "recorder_missing", article="行政处罚法47")
    late = task.on_scene_at is not None and do.at - task.on_scene_at > timedelta(hours=24)
    video = line(command.video)
    require(video, "video_missing")
    linked = Task(**{**{n: getattr(task, n) for n in task.__slots__}, "video": video})
    return {**touch(do, case, linked), "video": video, "late": late}


# ---- requests -----------------------------------------------------------------------------


@handles(AskRequest, "request_asked", R.UNIT, R.TEAM_LEADER)
def ask_request(do: Doing, command: AskRequest) -> Facts:
    """退单, 延期, 挂账, 作废: nothing changes until somebody decides."""
    case = do.case(command)
    require(case.lead_unit is not None, "not_dispatched")
    do.act_for_unit(str(case.lead_unit))
    for other in do.tx.find(Request, case=case.id):
        require(not (other.pending and other.kind is command.kind), "request_pending")
    if command.proposed_unit is not None:
        do.tx.need(Unit, command.proposed_unit, "no_such_unit")
    text = do.text(case.id, "note", command.words)
    request = Request(
        street=do.street,
        id=new_id(),
        case=case.id,
        kind=command.kind,
        reason=coded(command.reason),
        asked_by=do.actor.id,
        asked_at=do.at,
        unit=case.lead_unit,
        proposed_unit=command.proposed_unit if command.kind is RequestKind.RETURN else None,
        limit=command.limit if command.kind is RequestKind.EXTENSION else None,
        review_on=command.review_on if command.kind is RequestKind.SUSPENSION else None,
        text=text.get("text"),
    )
    handling.may_ask(case, request, do.at, do.rules)
    do.put(request)
    do.put(case.changed(pending=(*case.pending, command.kind.value)))
    return {"request": request.id, "kind": request.kind.value, "reason": request.reason, **text}


@handles(DecideRequest, "request_decided", R.DISPATCHER, R.SHIFT_LEAD)
def decide_request(do: Doing, command: DecideRequest) -> Facts:
    """Return and extension by the dispatcher, suspension and void by the shift lead."""
    case = do.case(command)
    request = do.tx.need(Request, command.request, "no_such_request")
    require(request.case == case.id, "no_such_request")
    do.roles(R.SHIFT_LEAD if request.kind in LEAD_ONLY else R.DISPATCHER)
    decided = request.decide(do.actor.id, do.at, command.approve)
    left = tuple(one for one in case.pending if one != request.kind.value)
    case = case.changed(pending=left)
    if command.approve:
        case = _granted(do, case, request)
    do.put(case)
    if case.state is CaseState.VOID:
        case_dropped(do, case)
    do.put(decided)
    return {
        "request": request.id,
        "kind": request.kind.value,
        "approved": command.approve,
        **do.text(case.id, "note", command.words),
    }


def _granted(do: Doing, case: Case, request: Request) -> Case:
    if request.kind is RequestKind.EXTENSION:
        return handling.extended(case, request.limit, do.at, do.rules)
    if request.kind is RequestKind.SUSPENSION:
        return handling.suspended(case, request.review_on, do.at, do.rules)
    recall_tasks(do, case)
    if request.kind is RequestKind.RETURN:
        require(case.state is CaseState.DISPATCHED, "return_only_dispatched", state=case.state)
        return without_requests(do, handling.returned(case, do.at, do.rules))
    return closing.void(without_requests(do, case), do.at)
