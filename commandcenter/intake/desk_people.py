"""The desk's own people as the headless simulator plays them: file, dispatch, decide, close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from commandcenter.domain import commands as c
from commandcenter.domain.case import Case
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.request import Request, RequestKind
from commandcenter.domain.roles import Role
from commandcenter.domain.task import CERTIFIED, TaskKind
from commandcenter.intake.players import Players, replies
from commandcenter.services.desk import Receipt
from commandcenter.services.views import AskCandidates, Board, CandidatesView

WARNINGS = ("two_certificates", "no_power", "night_or_holiday", "coercion_unapproved")
SUPERVISE_HOURS = 4


@dataclass(frozen=True, slots=True)
class Crew:
    """Who is sent: a team or none, and the officers, the leader first."""

    team: str | None
    officers: tuple[str, ...]
    certified: int


class DeskPeople:
    """Intake, shift lead, dispatcher, hotline seat."""

    def __init__(self, players: Players) -> None:
        self._p = players

    def file(self, case: Case) -> Receipt | None:
        """立案."""
        return self._p.at_case(c.FileCase, self._p.person(Role.SHIFT_LEAD), case)

    def refuse(self, case: Case) -> Receipt | None:
        """不予受理."""
        words = self._p.say("refusal", self._p.dice("refuse", case.id))
        who = self._p.person(Role.INTAKE_OFFICER)
        return self._p.at_case(c.RefuseCase, who, case, reason="repeated", words=words)

    def merge(self, case: Case, into: str) -> Receipt | None:
        """并案 of an unfiled report."""
        return self._p.at_case(c.MergeCase, self._p.person(Role.INTAKE_OFFICER), case, into=into)

    def ask_verification(self, case: Case) -> Receipt | None:
        """核实 by somebody of the grid."""
        verifier = self._p.member(case.grid, (case.reporter,))
        return self._p.at_case(
            c.AskVerification, self._p.person(Role.INTAKE_OFFICER), case, verifier=verifier
        )

    def minor(self, case: Case) -> bool:
        """Whether the grid member who reported it may handle it alone."""
        return case.reporter is not None and self._p.desk.rules.minor(case.item)

    def self_handle(self, case: Case) -> Receipt | None:
        """自处理 by the grid member who found it."""
        dice = self._p.dice("self", case.id)
        return self._p.at_case(
            c.SelfHandleCase,
            str(case.reporter),
            case,
            words=self._p.say("feedback", dice),
            pictures=(self._p.picture(dice, "after"),),
        )

    def dispatch(self, case: Case, *, team: bool = True) -> Receipt | None:
        """派遣 as the desk proposes; a patrol where two certificates are not to be had."""
        who = self._p.person(Role.DISPATCHER)
        shown: CandidatesView = self._p.desk.ask(AskCandidates(case=case.id), who)
        unit = shown.proposed_unit or "enforcement"
        crew = self._crew(shown, unit, self._p.board(), team)
        kind = shown.proposed_kind
        if kind in CERTIFIED and crew.certified < 2:
            kind = TaskKind.PATROL
        dice = self._p.dice("dispatch", case.id, case.version)
        words = self._p.say("reason", dice)
        return self._p.at_case(
            c.DispatchCase,
            who,
            case,
            lead_unit=unit,
            kind=kind,
            team=crew.team,
            officers=crew.officers,
            reasons=tuple(c.Reason(code=code, words=words) for code in WARNINGS),
        )

    def _crew(self, shown: CandidatesView, unit: str, board: Board, team: bool) -> Crew:
        today = self._p.desk.rules.today(board.at)
        free = {one.id for one in board.teams if one.status is TeamStatus.FREE}
        least = 2 if shown.proposed_kind in CERTIFIED else 0
        ranked = [o for o in shown.candidates if o.rank and o.unit == unit and o.team in free]
        ranked.sort(key=lambda one: one.certified < least)
        chosen = ranked[0].team if team and ranked else None
        fit = [
            one
            for one in board.officers
            if (one.team == chosen if chosen else one.unit == unit and one.team is None)
            and one.on_shift
            and one.certified(today)
        ]
        fit.sort(key=lambda one: (one.recorder is None, one.id))
        return Crew(chosen, tuple(one.id for one in fit[:3]), len(fit))

    def decide(self, case: Case, request: Request, approve: bool) -> Receipt | None:
        """A request is decided by whom it falls to."""
        lead = request.kind in (RequestKind.SUSPENSION, RequestKind.VOID)
        who = self._p.person(Role.SHIFT_LEAD if lead else Role.DISPATCHER)
        words = replies()["decision"][0 if approve else 1]
        return self._p.at_case(
            c.DecideRequest, who, case, request=request.id, approve=approve, words=words
        )

    def send_to_check(self, case: Case) -> Receipt | None:
        """核查 by a grid member who neither found nor handled it."""
        checker = self._p.member(case.grid, (case.reporter, *case.handlers))
        return self._p.at_case(
            c.SendToCheck, self._p.person(Role.INTAKE_OFFICER), case, checker=checker
        )

    def close(self, case: Case) -> Receipt | None:
        """结案."""
        return self._p.at_case(c.CloseCase, self._p.person(Role.SHIFT_LEAD), case)

    def call_back(self, case: Case, outcome: str) -> Receipt | None:
        """回访."""
        place = {"unsatisfied": 1, "not_reached": 2}.get(outcome, 0)
        words = replies()["callback"][place]
        who = self._p.person(Role.HOTLINE_SEAT)
        return self._p.at_case(c.RecordCallback, who, case, outcome=outcome, words=words)

    def redo(self, case: Case) -> Receipt | None:
        """重办, or what the desk owes before: supervision, consultation."""
        dice = self._p.dice("redo", case.id, case.version)
        lead = self._p.person(Role.SHIFT_LEAD)
        if "supervision" in case.owed:
            return self.supervise(case)
        if "consultation" in case.owed:
            words = self._p.say("consultation", dice)
            units = (str(case.lead_unit),)
            return self._p.at_case(c.RecordConsultation, lead, case, units=units, words=words)
        return self._p.at_case(c.RedoCase, self._p.person(Role.DISPATCHER), case)

    def supervise(self, case: Case) -> Receipt | None:
        """督办 with four hours."""
        words = replies()["supervise"][0]
        due = self._p.desk.now() + timedelta(hours=SUPERVISE_HOURS)
        who = self._p.person(Role.SUPERVISOR)
        return self._p.at_case(c.SuperviseCase, who, case, due=due, words=words)

    def escalate(self, case: Case) -> Receipt | None:
        """上报区级."""
        who = self._p.person(Role.SHIFT_LEAD)
        return self._p.at_case(c.EscalateCase, who, case, reason="beyond_means")

    def urge(self, case: Case) -> Receipt | None:
        """催办."""
        return self._p.at_case(c.UrgeCase, self._p.person(Role.DISPATCHER), case)

    def resume(self, case: Case) -> Receipt | None:
        """A suspension ends."""
        return self._p.at_case(c.ResumeCase, self._p.person(Role.DISPATCHER), case)
