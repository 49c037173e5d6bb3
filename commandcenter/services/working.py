"""Handlers from work on the scene to the end of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from sqlalchemy import func, select

from commandcenter.domain import closing, handling
from commandcenter.domain.callback import counted
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    AddNote,
    CloseCase,
    EscalateCase,
    ExplainClose,
    GiveFeedback,
    HandBackCase,
    RecordCallback,
    RecordCheck,
    RecordContact,
    RecuseOfficer,
    RedoCase,
    ReopenCase,
    ResumeCase,
    SendToCheck,
    UpdateCase,
    UrgeCase,
    VoidCase,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Officer, Person, Unit
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task, TaskKind, TaskRole, TaskState
from commandcenter.domain.watch import OUT
from commandcenter.services.consulting import before_feedback, case_closed, case_dropped
from commandcenter.services.dispatching import recall_tasks, without_requests
from commandcenter.services.doing import Doing, Facts, coded, handles, line
from commandcenter.services.rights import SEEING
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.reference import RevealRow

R = Role


@handles(ResumeCase, "case_resumed", R.DISPATCHER, R.SYSTEM)
def resume_case(do: Doing, command: ResumeCase) -> Facts:
    """The suspension ends; by itself on the review date."""
    case = do.case(command)
    by_itself = R.SYSTEM in do.actor.roles
    do.put(handling.resume(case, _review(do, case) if by_itself else do.at, do.rules))
    return {"by_itself": by_itself}


def _review(do: Doing, case: Case) -> datetime:
    """Where the review date begins: the desk may have been closed then, the clock was not."""
    if case.review_on is None:
        return do.at
    start = datetime.combine(case.review_on, time.min, tzinfo=do.rules.clock.zone).astimezone(UTC)
    return min(max(start, case.state_since), do.at)


@handles(EscalateCase, "case_escalated", R.SHIFT_LEAD)
def escalate_case(do: Doing, command: EscalateCase) -> Facts:
    """上报区级."""
    case = do.case(command)
    do.put(handling.escalate(case, do.at, do.rules))
    return {"reason": coded(command.reason)}


@handles(HandBackCase, "case_handed_back", R.GATEWAY, R.DISTRICT_SEAT)
def hand_back_case(do: Doing, command: HandBackCase) -> Facts:
    """The district hands it back, as a rule with an answer."""
    case = do.case(command)
    do.put(handling.hand_back(case, do.at, do.rules))
    return do.text(case.id, "note", command.words)


@handles(
    RecordContact,
    "contact_recorded",
    R.UNIT,
    R.TEAM_LEADER,
    R.INTAKE_OFFICER,
    R.DISPATCHER,
    R.HOTLINE_SEAT,
)
def record_contact(do: Doing, command: RecordContact) -> Facts:
    """The complainant was contacted; a revealed number closes again."""
    case = do.case(command)
    if do.actor.unit is not None:
        do.act_for_unit(str(case.lead_unit))
    touched = handling.contact(case, do.at, do.rules)
    do.put(touched if touched != case else case.changed(version=case.version + 1))
    _conceal(do, case)
    return do.text(case.id, "note", command.words)


def _conceal(do: Doing, case: Case) -> None:
    for row in do.tx.find(RevealRow, case=case.id):
        if row.until > micros(do.now):
            do.put(replace(row, until=micros(do.now)))


@handles(UpdateCase, "case_updated", R.UNIT, R.TEAM_LEADER)
def update_case(do: Doing, command: UpdateCase) -> Facts:
    """News from the scene."""
    case = do.case(command)
    require(command.words.strip() or command.pictures, "words_or_picture")
    do.act_for_unit(str(case.lead_unit))
    do.put(handling.in_work(case).changed(version=case.version + 1))
    for task in do.tasks(case):
        if task.unit == do.actor.unit and task.state in OUT:
            do.put(task.heard(do.at))  # its timers start anew
    return {**do.text(case.id, "note", command.words), **do.show(case, command.pictures)}


@handles(GiveFeedback, "feedback_given", R.UNIT, R.TEAM_LEADER)
def give_feedback(do: Doing, command: GiveFeedback) -> Facts:
    """反馈: the lead's task is done, its team free."""
    case = do.case(command)
    do.act_for_unit(str(case.lead_unit))
    require(command.words.strip(), "words_missing")
    before_feedback(do, case)
    shown = do.show(case, command.pictures)
    tasks = do.tasks(case)
    do.not_before(*(one.on_scene_at for one in tasks))
    do.put(handling.feedback(case, tasks, do.actor.id, do.at, _after(do, case, tasks)))
    for task in tasks:
        if task.running:
            ended = TaskState.DONE if task.role is TaskRole.LEAD else TaskState.WAIVED
            if task.role is TaskRole.NOTIFY and task.state is not TaskState.ASSIGNED:
                ended = TaskState.DONE
            done = task.to(ended, do.at)
            do.put(done)
    return {**do.text(case.id, "note", command.words), **shown}


def _after(do: Doing, case: Case, tasks: list[Task]) -> bool:
    """Whether a picture after the work exists that is younger than the lead's last signing.

    A failed check or call-back signs the task anew, so each round wants a picture of its own.
    """
    since = max((one.signed_at for one in tasks if one.signed_at and one.running), default=do.at)
    rows = do.tx.connection.execute(
        select(func.count())
        .select_from(t.pictures)
        .where(
            t.pictures.c.street == do.street,
            t.pictures.c.case == case.id,
            t.pictures.c.kind == "after",
            t.pictures.c.at >= micros(since),
            t.pictures.c.gone == 0,
        )
    ).scalar_one()
    return int(rows) > 0


@handles(UrgeCase, "case_urged", R.DISPATCHER, R.SHIFT_LEAD, R.SUPERVISOR, R.DUTY_LEADER)
def urge_case(do: Doing, command: UrgeCase) -> Facts:
    """催办: an event, no state."""
    case = do.case(command)
    require(case.is_open, "case_ended", state=case.state)
    do.put(case.changed(urged=case.urged + 1))
    return {"unit": case.lead_unit, **do.text(case.id, "note", command.words)}


@handles(RedoCase, "case_redone", R.DISPATCHER, R.SHIFT_LEAD)
def redo_case(do: Doing, command: RedoCase) -> Facts:
    """重办: a new limit; another level or limit only by the shift lead."""
    case = do.case(command)
    if command.level is not None or command.limit is not None:
        do.roles(R.SHIFT_LEAD)
    again = closing.redo(case, command.level, command.limit, do.at, do.rules)
    require(len(set(command.co_units)) == len(command.co_units), "unit_named_twice")
    for unit in command.co_units:
        do.tx.need(Unit, unit, "no_such_unit")
        require(unit != case.lead_unit, "unit_named_twice")
    again = again.changed(co_units=tuple(dict.fromkeys((*case.co_units, *command.co_units))))
    do.put(again)
    reassign(do, case)
    for unit in command.co_units:
        do.put(_co_task(do, case, unit))
    return {"round": again.rounds, "limit": again.limit, "co": list(command.co_units)}


def _co_task(do: Doing, case: Case, unit: str) -> Task:
    return Task(
        street=do.street,
        id=new_id(),
        case=case.id,
        unit=unit,
        role=TaskRole.CO,
        kind=TaskKind.HANDLE,
        assigned_at=do.at,
    )


def reassign(do: Doing, case: Case) -> None:
    """The lead's last finished task goes on: signed again, for the same unit."""
    done = [
        one
        for one in do.tasks(case)
        if one.role is TaskRole.LEAD and one.state is TaskState.DONE and one.unit == case.lead_unit
    ]
    if done:
        again = max(done, key=lambda one: one.assigned_at).to(TaskState.SIGNED, do.at)
        do.put(again)


@handles(SendToCheck, "check_asked", R.INTAKE_OFFICER)
def send_to_check(do: Doing, command: SendToCheck) -> Facts:
    """核查 by somebody who neither collected nor handled."""
    case = do.case(command)
    checker = do.tx.need(Person, command.checker, "no_such_person")
    require(checker.holds(frozenset({R.CHECKER})), "not_a_checker")
    do.put(closing.send_to_check(case, checker.id, do.at, do.rules))
    return {"checker": checker.id}


@handles(RecordCheck, "check_recorded", R.CHECKER)
def record_check(do: Doing, command: RecordCheck) -> Facts:
    """The verdict; a failed one gives the work back to the same unit."""
    case = do.case(command)
    checked = closing.check(case, do.actor.id, command.passed, do.at, do.rules)
    do.put(checked)
    if checked.state is CaseState.IN_PROGRESS:
        reassign(do, case)
    return {
        "passed": command.passed,
        **do.text(case.id, "note", command.words),
        **do.show(case, command.pictures),
    }


@handles(CloseCase, "case_closed", R.SHIFT_LEAD)
def close_case(do: Doing, command: CloseCase) -> Facts:
    """结案: open sub-dockets stay listed."""
    case = do.case(command)
    closed = closing.close(without_requests(do, case), do.actor.id, do.at)
    do.put(closed)
    case_closed(do, closed)
    return {"in_time": case.due is None or do.at <= case.due}


@handles(RecordCallback, "callback_recorded", R.HOTLINE_SEAT)
def record_callback(do: Doing, command: RecordCallback) -> Facts:
    """回访: the answer, or a vain try."""
    case = do.case(command)
    called = closing.call_back(case, command.outcome, do.at, do.rules)
    do.put(called)
    if called.state is CaseState.CLOSED:
        case_closed(do, called)
    _conceal(do, case)
    in_time = case.due is None or do.at <= case.due
    text = do.text(case.id, "note", command.words)
    facts = {"outcome": command.outcome, "round": case.rounds, "in_time": in_time}
    return {**facts, "counted": counted(case), **text}


@handles(ExplainClose, "case_explained", R.SHIFT_LEAD)
def explain_close(do: Doing, command: ExplainClose) -> Facts:
    """Explained close by shift lead and duty leader."""
    case = do.case(command)
    leader = do.tx.need(Person, command.leader, "no_such_person")
    require(leader.holds(frozenset({R.DUTY_LEADER})), "not_a_duty_leader")
    require(command.words.strip(), "words_missing")
    basis = line(command.basis)
    explained = closing.explain(case, do.actor.id, leader.id, basis, do.at)
    do.put(explained)
    case_closed(do, explained)
    return {"leader": leader.id, "basis": basis, **do.text(case.id, "note", command.words)}


@handles(VoidCase, "case_voided", R.SHIFT_LEAD)
def void_case(do: Doing, command: VoidCase) -> Facts:
    """作废 with a coded reason."""
    case = do.case(command)
    void = closing.void(without_requests(do, case), do.at)
    do.put(void)
    case_dropped(do, void)
    recall_tasks(do, case)
    return {"reason": coded(command.reason)}


@handles(ReopenCase, "case_reopened", R.SHIFT_LEAD)
def reopen_case(do: Doing, command: ReopenCase) -> Facts:
    """复开 on new facts."""
    case = do.case(command)
    require(command.words.strip(), "words_missing")
    do.put(closing.reopen(case, do.at, do.rules))
    reassign(do, case)
    return do.text(case.id, "note", command.words)


@handles(AddNote, "note_added", *SEEING)
def add_note(do: Doing, command: AddNote) -> Facts:
    """备注, attach: whoever may see the case; a unit only its own."""
    case = do.case(command)
    require(command.words.strip() or command.pictures, "words_or_picture")
    if do.actor.unit is not None:
        units = {case.lead_unit, *case.co_units, *case.notified, *case.whistled}
        require(do.actor.unit in units, "not_your_unit", unit=do.actor.unit)
    do.put(case.changed(version=case.version + 1))
    return {**do.text(case.id, "note", command.words), **do.show(case, command.pictures)}


@handles(RecuseOfficer, "officer_recused", R.DISPATCHER, R.SHIFT_LEAD, R.UNIT, R.TEAM_LEADER)
def recuse_officer(do: Doing, command: RecuseOfficer) -> Facts:
    """回避 (行政处罚法 43)."""
    case = do.case(command)
    require(case.is_open, "case_ended", state=case.state)
    officer = do.tx.need(Officer, command.officer, "no_such_officer")
    do.one_of(officer.unit)
    require(officer.id not in case.recused, "nothing_changed")
    do.put(case.changed(recused=(*case.recused, officer.id)))
    return {"officer": officer.id, "relation": coded(command.relation)}


@handles(AcknowledgeAlarm, "alarm_acknowledged", R.DISPATCHER, R.SHIFT_LEAD, R.INTAKE_OFFICER)
def acknowledge_alarm(do: Doing, command: AcknowledgeAlarm) -> Facts:
    """Somebody saw it."""
    case = do.case(command)
    alarm = coded(command.alarm)
    require(alarm not in case.acks, "nothing_changed")
    do.put(case.changed(acks=(*case.acks, alarm)[-20:]))
    return {"alarm": alarm}


__all__ = ["reassign"]
