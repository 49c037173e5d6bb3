"""What comes next in a case: which step, by whose hand, until when (section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from commandcenter.domain.admission import ASKED
from commandcenter.domain.case import ENDED, Case, CaseState
from commandcenter.domain.course import Course, Leg, Step
from commandcenter.domain.limits import Stage
from commandcenter.domain.request import LEAD_ONLY, Request
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task, TaskRole
from commandcenter.domain.turns import step_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """A step that is waited for: a Step's code, "redo", "decide" or "admit".

    By a person, a unit with its team, or whoever holds `role`. `leg` is its clock if it has one,
    `of` the kind of the request that is to be decided.
    """

    step: str
    command: str
    person: str | None = None
    unit: str | None = None
    team: str | None = None
    role: Role | None = None
    of: str | None = None
    leg: Leg | None = None


REDO, DECIDE, ADMIT = "redo", "decide", "admit"
_BY = {
    Step.FILE: ("FileCase", Role.SHIFT_LEAD),
    Step.VERIFY: ("RecordVerification", None),
    Step.DISPATCH: ("DispatchCase", Role.DISPATCHER),
    Step.SIGN: ("SignTask", None),
    Step.ARRIVE: ("ArriveTask", None),
    Step.HANDLE: ("GiveFeedback", None),
    Step.REVIEW: ("ResumeCase", Role.DISPATCHER),
    Step.HAND_BACK: ("HandBackCase", Role.GATEWAY),
    Step.SEND_TO_CHECK: ("SendToCheck", Role.INTAKE_OFFICER),
    Step.CHECK: ("RecordCheck", None),
    Step.CLOSE: ("CloseCase", Role.SHIFT_LEAD),
    Step.CALLBACK: ("RecordCallback", Role.HOTLINE_SEAT),
}
"""The command that ends a step, and who gives it where no one person or unit is named."""
_OF_UNIT = frozenset({Step.SIGN, Step.ARRIVE, Step.HANDLE})


def upcoming(
    case: Case, course: Course, tasks: Iterable[Task], requests: Iterable[Request]
) -> tuple[Upcoming, ...]:
    """What the case waits for, the step itself first; nothing once it has ended."""
    if case.state in ENDED:
        return ()
    return tuple((*_main(case, course, tasks), *_asked(case, requests), *_contact(case, course)))


def _main(case: Case, course: Course, tasks: Iterable[Task]) -> Iterator[Upcoming]:
    step = step_of(case)
    if case.admission == ASKED and step in (Step.FILE, Step.DISPATCH):
        yield Upcoming(step=ADMIT, command="DecideAdmission", role=Role.DUTY_LEADER)
    elif case.redo_wanted:
        yield Upcoming(step=REDO, command="RedoCase", role=Role.DISPATCHER)
    elif step is not None:
        command, role = _BY[step]
        whole = next((one for one in course.rounds if one.runs), None)
        leg = whole if step is Step.HANDLE else course.now
        whose = _whose(case, step, tasks)
        yield Upcoming(step=step.value, command=command, role=role, leg=leg, **whose)


def _whose(case: Case, step: Step, tasks: Iterable[Task]) -> dict[str, str | None]:
    if step is Step.VERIFY:
        return {"person": case.verifier}
    if step is Step.CHECK:
        return {"person": case.checker}
    if step not in _OF_UNIT:
        return {}
    lead = next((one for one in tasks if one.role is TaskRole.LEAD and one.running), None)
    return {"unit": case.lead_unit, "team": lead.team if lead is not None else None}


def _asked(case: Case, requests: Iterable[Request]) -> Iterator[Upcoming]:
    """Requests that wait, each for who decides it."""
    for one in requests:
        if one.pending:
            role = Role.SHIFT_LEAD if one.kind in LEAD_ONLY else Role.DISPATCHER
            yield Upcoming(step=DECIDE, command="DecideRequest", role=role, of=one.kind.value)


def _contact(case: Case, course: Course) -> Iterator[Upcoming]:
    """The complainant is still to be contacted."""
    leg = next((one for one in course.beside if one.runs), None)
    if leg is not None and case.stage is Stage.CONTACT and case.state is CaseState.IN_PROGRESS:
        yield Upcoming(
            step=Step.CONTACT.value, command="RecordContact", unit=case.lead_unit, leg=leg
        )
