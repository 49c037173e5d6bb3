"""What may be done next with a case: a table of states per command, and a few guards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from commandcenter.domain import commands as c
from commandcenter.domain.admission import ASKED, GRANTED
from commandcenter.domain.case import ENDED, INBOX, OPEN, Case, CaseState
from commandcenter.domain.commands import Command
from commandcenter.domain.consultation import Consultation, ConsultationState, ConsultTask
from commandcenter.domain.docket import Docket
from commandcenter.domain.holding import WORK, is_held
from commandcenter.domain.person import Person
from commandcenter.domain.raising import HOLDERS
from commandcenter.domain.request import LEAD_ONLY, Request
from commandcenter.domain.roles import DESK_ROLES, ELSEWHERE, Role
from commandcenter.domain.task import CERTIFIED, RUNNING, Task, TaskRole, TaskState
from commandcenter.domain.tier import Tier
from commandcenter.domain.watch import OUT
from commandcenter.services.doing import WHILE_HELD

S = CaseState
R = Role


@dataclass(frozen=True, slots=True)
class Standing:
    """A case with its tasks, requests and dockets; `listed` is no need of admission."""

    case: Case
    tasks: tuple[Task, ...]
    requests: tuple[Request, ...]
    dockets: tuple[Docket, ...]
    listed: bool = True
    meetings: tuple[Consultation, ...] = ()
    consult_tasks: tuple[ConsultTask, ...] = ()

    @property
    def lead(self) -> Task | None:
        """The running task of the lead unit."""
        return next((o for o in self.tasks if o.role is TaskRole.LEAD and o.running), None)

    def any_task(self, *states: TaskState) -> bool:
        """Whether a running task is in one of these states."""
        return any(one.state in states for one in self.tasks)


def _states(*states: CaseState) -> frozenset[CaseState]:
    return frozenset(states)


WHERE: dict[type[Command], frozenset[CaseState]] = {
    c.MergeCase: _states(S.REPORTED, *OPEN),
    c.AskVerification: _states(S.REPORTED),
    c.RecordVerification: _states(S.VERIFYING),
    c.RefuseCase: _states(S.REPORTED),
    c.SelfHandleCase: _states(S.REPORTED),
    c.HandOverCase: _states(S.REPORTED),
    c.FileCase: _states(S.REPORTED),
    c.RaiseCase: _states(S.REPORTED),
    c.LowerCase: _states(S.REPORTED),
    c.CorrectCase: OPEN | INBOX,
    c.DispatchCase: _states(S.FILED),
    c.RecallCase: _states(S.DISPATCHED, S.IN_PROGRESS),
    c.SignTask: _states(S.DISPATCHED, S.IN_PROGRESS),
    c.DeclineTask: _states(S.DISPATCHED, S.IN_PROGRESS),
    c.DepartTask: _states(S.IN_PROGRESS),
    c.ArriveTask: _states(S.IN_PROGRESS),
    c.FinishTask: _states(S.IN_PROGRESS),
    c.WaiveTask: _states(S.DISPATCHED, S.IN_PROGRESS),
    c.LinkVideo: _states(S.CLOSED, *OPEN),
    c.AskRequest: OPEN - {S.FILED},
    c.DecideRequest: OPEN,
    c.ResumeCase: _states(S.SUSPENDED),
    c.EscalateCase: _states(S.IN_PROGRESS),
    c.HandBackCase: _states(S.ESCALATED),
    c.RecordContact: OPEN - {S.FILED},
    c.UpdateCase: _states(S.IN_PROGRESS),
    c.GiveFeedback: _states(S.IN_PROGRESS),
    c.UrgeCase: OPEN,
    c.SuperviseCase: OPEN,
    c.AnswerSupervision: OPEN,
    c.RecordConsultation: OPEN,
    c.RedoCase: _states(S.IN_PROGRESS),
    c.SendToCheck: _states(S.FEEDBACK, S.CHECKING),
    c.RecordCheck: _states(S.CHECKING),
    c.CloseCase: _states(S.CHECKING),
    c.RecordCallback: _states(S.CALLBACK),
    c.ExplainClose: _states(S.CALLBACK),
    c.VoidCase: OPEN,
    c.ReopenCase: _states(S.CLOSED),
    c.AddNote: frozenset(S),
    c.UndoCase: frozenset(S),
    c.UndoTask: OPEN,
    c.DispatchJoint: _states(S.FILED),
    c.ReportIn: _states(S.IN_PROGRESS),
    c.SetWatch: _states(S.DISPATCHED, S.IN_PROGRESS),
    c.RecuseOfficer: OPEN,
    c.OpenDocket: _states(S.IN_PROGRESS),
    c.ReportDocket: frozenset(S),
    c.ExtendDocket: frozenset(S),
    c.CloseDocket: frozenset(S),
    c.RevealPhone: frozenset(S),
    c.PurgeComplainant: ENDED,
    c.AcknowledgeAlarm: frozenset(S),
    c.MakePromise: OPEN | INBOX,
    c.KeepPromise: frozenset(S),
    c.ExemptCase: WORK,
    c.AskAdmission: _states(S.REPORTED),
    c.DecideAdmission: OPEN | INBOX,
    c.DraftWhistle: _states(S.IN_PROGRESS),
    c.DecideWhistle: OPEN,
    c.BlowWhistle: OPEN,
    c.WithdrawWhistle: OPEN,
    c.CloseWhistle: OPEN,
    c.SignWhistle: OPEN,
    c.ContactWhistle: OPEN,
    c.CheckInWhistle: OPEN,
    c.DeliverWhistle: OPEN,
    c.ReturnWhistle: OPEN,
    c.DecideReturn: OPEN,
    c.DisputeWhistle: OPEN,
    c.NegotiateWhistle: OPEN,
    c.DesignateWhistle: OPEN,
    c.UrgeWhistle: OPEN,
    c.RateWhistle: _states(S.CLOSED, *OPEN),
    c.CallConsultation: OPEN,
    c.HoldConsultation: OPEN,
    c.CallOffConsultation: OPEN,
    c.FinishConsultTask: OPEN,
}


def why_not(command: type[Command], standing: Standing, asker: Person) -> str | None:
    """None if it may be offered, "not_here" if it has no place in this state, else a code."""
    if standing.case.state not in WHERE.get(command, frozenset()):
        return "not_here"
    if is_held(standing.case.hold) and command not in WHILE_HELD:
        return "case_held"
    guard = GUARDS.get(command)
    why = guard(standing) if guard else None
    if why is None and command in SHARED:
        roles = SHARED[command](standing)
        behalf = asker.holds(DESK_ROLES) and bool(roles & ELSEWHERE)
        return None if asker.holds(roles) or behalf else "no_right"
    return why


def _merges(standing: Standing) -> frozenset[Role]:
    """A report goes by intake, a filed duplicate by the shift lead."""
    return frozenset({R.INTAKE_OFFICER if standing.case.state is S.REPORTED else R.SHIFT_LEAD})


def _decides(standing: Standing) -> frozenset[Role]:
    """Who decides one of the requests that wait."""
    waiting = {one.kind for one in standing.requests if one.pending}
    found = {R.SHIFT_LEAD} if waiting & LEAD_ONLY else set()
    return frozenset(found | ({R.DISPATCHER} if waiting - LEAD_ONLY else set()))


def _handles(standing: Standing) -> frozenset[Role]:
    """Who handles a report alone: the level that has it, either where it is the street's."""
    holder = HOLDERS.get(standing.case.tier)
    return frozenset(HOLDERS.values()) if holder is None else frozenset({holder})


SHARED: dict[type[Command], Callable[[Standing], frozenset[Role]]] = {
    c.MergeCase: _merges,
    c.DecideRequest: _decides,
    c.RaiseCase: _handles,
    c.SelfHandleCase: _handles,
}
"""Commands of two roles of which the case says which one it is now."""


def _unless(code: str, holds: Callable[[Standing], object]) -> Callable[[Standing], str | None]:
    return lambda standing: None if holds(standing) else code


def _file(standing: Standing) -> str | None:
    """Off the duty list: a leader must have admitted it."""
    admitted = standing.listed or standing.case.admission == GRANTED
    return None if admitted else "not_on_duty_list"


def _ask_admission(standing: Standing) -> str | None:
    asked = standing.case.admission in (ASKED, GRANTED)
    return "not_here" if standing.listed or asked else None


def _request(standing: Standing) -> str | None:
    return None if any(one.pending for one in standing.requests) else "not_here"


def _check(standing: Standing) -> str | None:
    return "not_here" if standing.case.verdict else None


def _feedback(standing: Standing) -> str | None:
    if standing.case.redo_wanted:
        return "redo_first"
    if standing.case.owed:
        return "still_owed"
    for task in standing.tasks:
        if task.role is TaskRole.CO and (task.running or task.state is TaskState.DECLINED):
            return "co_task_open"
    lead = standing.lead
    if lead is None or lead.state is TaskState.ASSIGNED:
        return "lead_not_signed"
    return "recorder_missing" if lead.kind in CERTIFIED and not lead.recorder else None


def _void(standing: Standing) -> str | None:
    return "enforcement_began" if standing.case.enforced else None


def _open_docket(standing: Standing) -> str | None:
    lead = standing.lead
    if lead is None or lead.kind not in CERTIFIED:
        return "not_here"
    return None if lead.on_scene_at else "not_on_scene"


def _docket(standing: Standing) -> str | None:
    return None if any(one.open for one in standing.dockets) else "not_here"


def _report(standing: Standing) -> str | None:
    due = any(one.reportable for one in standing.dockets)
    return None if due else "not_here"


def _other_part(standing: Standing) -> str | None:
    found = any(one.role is not TaskRole.LEAD and one.state in RUNNING for one in standing.tasks)
    return None if found else "not_here"


def _waivable(standing: Standing) -> str | None:
    others = [one for one in standing.tasks if one.role is not TaskRole.LEAD]
    found = any(one.running or one.state is TaskState.DECLINED for one in others)
    return None if found else "not_here"


def _whistle(*states: str | None) -> Callable[[Standing], str | None]:
    return _unless("not_here", lambda one: one.case.whistle in states)


def _meeting(standing: Standing) -> str | None:
    called = any(one.state is ConsultationState.CALLED for one in standing.meetings)
    return None if called else "not_here"


def _consult_task(standing: Standing) -> str | None:
    return None if any(one.done_at is None for one in standing.consult_tasks) else "not_here"


_AT_WORK = _whistle("blown")
_admitted = _unless("not_on_duty_list", lambda one: one.case.admission in (None, GRANTED))
GUARDS: dict[type[Command], Callable[[Standing], str | None]] = {
    c.RaiseCase: _unless("not_here", lambda one: one.case.tier in HOLDERS),
    c.LowerCase: _unless("not_here", lambda one: one.case.tier is not Tier.GRID),
    c.SignTask: _unless("not_here", lambda one: one.any_task(TaskState.ASSIGNED)),
    c.DepartTask: _unless("not_here", lambda one: one.any_task(TaskState.SIGNED)),
    c.ArriveTask: _unless(
        "not_here", lambda one: one.any_task(TaskState.SIGNED, TaskState.EN_ROUTE)
    ),
    c.DeclineTask: _other_part,
    c.WaiveTask: _waivable,
    c.FinishTask: _other_part,
    c.LinkVideo: _unless(
        "not_here", lambda one: any(o.recorder and not o.video for o in one.tasks)
    ),
    c.ReportIn: _unless("not_here", lambda one: one.any_task(*OUT)),
    c.SetWatch: _unless("not_here", lambda one: one.any_task(*RUNNING)),
    c.DecideRequest: _request,
    c.FileCase: _file,
    c.DispatchCase: _admitted,
    c.DispatchJoint: _admitted,
    c.AskAdmission: _ask_admission,
    c.DecideAdmission: _unless("not_here", lambda one: one.case.admission == ASKED),
    c.RecordContact: _unless("not_here", lambda one: one.case.complainant),
    c.GiveFeedback: _feedback,
    c.AnswerSupervision: _unless("not_here", lambda one: one.case.supervise_due),
    c.RedoCase: _unless("not_here", lambda one: one.case.redo_wanted),
    c.SendToCheck: _check,
    c.RecordCheck: _check,
    c.CloseCase: _unless("check_first", lambda one: one.case.verdict),
    c.VoidCase: _void,
    c.OpenDocket: _open_docket,
    c.ReportDocket: _report,
    c.ExtendDocket: _docket,
    c.CloseDocket: _docket,
    c.RevealPhone: _unless("not_here", lambda one: one.case.complainant),
    c.PurgeComplainant: _unless("not_here", lambda one: one.case.complainant),
    c.ExemptCase: _unless("not_here", lambda one: is_held(one.case.hold)),
    c.DraftWhistle: _whistle(None, "closed"),
    c.DecideWhistle: _whistle("draft"),
    c.BlowWhistle: _whistle("approved"),
    c.WithdrawWhistle: _whistle("draft", "approved", "blown"),
    c.CloseWhistle: _AT_WORK,
    **dict.fromkeys(
        (
            *(c.SignWhistle, c.ContactWhistle, c.CheckInWhistle, c.DeliverWhistle),
            *(c.ReturnWhistle, c.DecideReturn, c.DisputeWhistle, c.NegotiateWhistle),
            *(c.DesignateWhistle, c.UrgeWhistle),
        ),
        _AT_WORK,
    ),
    c.RateWhistle: _whistle("closed"),
    c.HoldConsultation: _meeting,
    c.CallOffConsultation: _meeting,
    c.FinishConsultTask: _consult_task,
}
