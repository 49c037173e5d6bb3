"""Handlers of 会商: called, held with its tasks, called off; what a case still owes by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from commandcenter.domain.case import Case
from commandcenter.domain.commands import (
    CallConsultation,
    CallOffConsultation,
    ConsultLine,
    FinishConsultTask,
    HoldConsultation,
    RecordConsultation,
)
from commandcenter.domain.consultation import Consultation, ConsultationState, ConsultTask
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Unit
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.whistle import DONE, OPEN, Whistle, WhistlePart, WhistleState
from commandcenter.services.doing import Doing, Facts, aware, coded, handles, known_id
from commandcenter.services.whistles import end, ended, kept

R = Role
CALLERS = (R.SHIFT_LEAD, R.STREET_LEADER, R.DIRECTOR, R.SECRETARY)
MOST_TASKS, MOST_UNITS = 50, 40
FARTHEST, LONGEST = timedelta(days=60), timedelta(days=366)


@handles(CallConsultation, "consultation_called", *CALLERS)
def call_consultation(do: Doing, command: CallConsultation) -> Facts:
    """会商 is called: when, who, about what."""
    case = do.case(command)
    require(case.is_open, "case_ended", state=case.state)
    meets = aware(command.meets_at)
    require(do.at <= meets <= do.at + FARTHEST, "due_in_past")
    require(command.words.strip(), "words_missing")
    _units(do, command.units)
    if command.whistle is not None:
        whistle = do.tx.need(Whistle, command.whistle, "no_such_whistle")
        require(whistle.case == case.id, "no_such_whistle")
    said = do.text(case.id, "agenda", command.words)
    do.tx.new(
        Consultation(
            street=do.street,
            id=known_id(command.id),
            case=case.id,
            whistle=command.whistle,
            called_by=do.actor.id,
            called_at=do.at,
            meets_at=meets,
            units=command.units,
            agenda=said.get("text"),
        )
    )
    do.put(case.changed(version=case.version + 1))
    return {"consultation": command.id, "meets_at": meets.isoformat(),
            "units": list(command.units), **said}  # fmt: skip


def _units(do: Doing, units: tuple[str, ...]) -> None:
    require(units, "units_missing")
    require(len(units) <= MOST_UNITS, "too_many_units", most=MOST_UNITS)
    require(len(set(units)) == len(units), "unit_named_twice")
    for unit in units:
        do.tx.need(Unit, unit, "no_such_unit")


@handles(HoldConsultation, "consultation_recorded", *CALLERS)
def hold_consultation(do: Doing, command: HoldConsultation) -> Facts:
    """It was held: attended, decided, and the tasks out of it with their limits."""
    case = do.case(command)
    known = do.tx.need(Consultation, command.consultation, "no_such_consultation")
    require(known.case == case.id, "no_such_consultation")
    return _held(do, case, known, command.attended, command.words, command.tasks)


@handles(RecordConsultation, "consultation_recorded", R.SHIFT_LEAD, R.STREET_LEADER, R.DIRECTOR)
def record_consultation(do: Doing, command: RecordConsultation) -> Facts:
    """One that was held without having been called: by telephone, or on the spot."""
    case = do.case(command)
    known = Consultation(
        street=do.street,
        id=new_id(),
        case=case.id,
        called_by=do.actor.id,
        called_at=do.at,
        meets_at=do.at,
        units=command.units,
    )
    return _held(do, case, known, command.units, command.words, ())


def _held(
    do: Doing,
    case: Case,
    known: Consultation,
    attended: tuple[str, ...],
    words: str,
    tasks: tuple[ConsultLine, ...],
) -> Facts:
    require(case.is_open, "case_ended", state=case.state)
    require(words.strip(), "words_missing")
    require(len(tasks) <= MOST_TASKS, "too_many_lines", most=MOST_TASKS)
    _units(do, attended)
    said = do.text(case.id, "note", words)
    held = known.held(attended, do.actor.id, do.at)
    do.put(replace(held, decision=said.get("text")))
    for one in tasks:
        do.put(_task(do, known, one))
    owed = tuple(one for one in case.owed if one != "consultation")
    do.put(case.changed(owed=owed, version=case.version + 1))
    return {"consultation": known.id, "units": list(attended), "tasks": len(tasks), **said}


def _task(do: Doing, known: Consultation, one: ConsultLine) -> ConsultTask:
    do.tx.need(Unit, one.unit, "no_such_unit")
    require(one.words.strip(), "words_missing")
    due = aware(one.due)
    require(do.at < due <= do.at + LONGEST, "due_in_past")
    said = do.text(known.case, "consult_task", one.words)
    return ConsultTask(
        street=do.street,
        id=new_id(),
        consultation=known.id,
        case=known.case,
        unit=one.unit,
        due=due,
        text=said.get("text"),
    )


@handles(CallOffConsultation, "consultation_off", *CALLERS)
def call_off_consultation(do: Doing, command: CallOffConsultation) -> Facts:
    """It will not be held."""
    case = do.case(command)
    known = do.tx.need(Consultation, command.consultation, "no_such_consultation")
    require(known.case == case.id, "no_such_consultation")
    do.put(known.off())
    do.put(case.changed(version=case.version + 1))
    return {"consultation": known.id, "reason": coded(command.reason)}


@handles(FinishConsultTask, "consult_task_done", R.UNIT, R.TEAM_LEADER, R.DISPATCHER)
def finish_consult_task(do: Doing, command: FinishConsultTask) -> Facts:
    """A task out of a consultation is done, by its unit or as the desk hears it."""
    case = do.case(command)
    task = do.tx.need(ConsultTask, command.task, "no_such_task")
    require(task.case == case.id, "no_such_task")
    do.one_of(task.unit)
    do.put(task.done(do.actor.id, do.at))
    do.put(case.changed(version=case.version + 1))
    return {"task": task.id, "unit": task.unit, "late": do.at > task.due,
            **do.text(case.id, "note", command.words)}  # fmt: skip


# ---- what a whistle and a consultation mean to the end of a case ------------------------------


def before_feedback(do: Doing, case: Case) -> None:
    """Departments and tasks out of a consultation are done first; Refusal names the first."""
    if case.whistle is not None:
        for one in do.tx.find(WhistlePart, case=case.id):
            if one.sign_due is not None and one.state not in DONE:
                raise Refusal("whistle_parts_open", unit=one.unit, state=one.state)
    for task in do.tx.find(ConsultTask, case=case.id):
        require(task.done_at is not None, "consult_task_open", unit=task.unit, due=task.due)


def case_closed(do: Doing, case: Case) -> None:
    """The case ended well: its worked whistle closes with it, one that was not blown is void."""
    _end_whistles(do, case, well=True)


def case_dropped(do: Doing, case: Case) -> None:
    """The case is void or merged: whistles are withdrawn, consultations called off."""
    _end_whistles(do, case, well=False)


def _end_whistles(do: Doing, case: Case, well: bool) -> None:
    if case.whistle is not None:
        for one in do.tx.find(Whistle, case=case.id):
            if well and one.state is WhistleState.BLOWN:
                kept(do, do.tx.need(type(case), case.id, "no_such_case"), ended(do, one))
            elif one.state in OPEN:
                end(do, do.tx.need(type(case), case.id, "no_such_case"), one)
    for meeting in do.tx.find(Consultation, case=case.id):
        if meeting.state is ConsultationState.CALLED:
            do.put(meeting.off())


__all__ = ["before_feedback", "case_closed", "case_dropped"]
