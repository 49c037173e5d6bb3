"""People outside the desk: units, teams, grid members, checkers, the district."""

from __future__ import annotations

from datetime import timedelta

from commandcenter.domain import commands as c
from commandcenter.domain.case import Case
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.request import RequestKind
from commandcenter.domain.task import Task
from commandcenter.geo.ground import LonLat
from commandcenter.intake.players import Players, replies
from commandcenter.services.desk import Receipt

REVIEW_DAYS = 7


class FieldPeople:
    """Who works outside; a team's steps are its leader's."""

    def __init__(self, players: Players) -> None:
        self._p = players
        self._known = {one.id for one in players.demo.people}

    def hand(self, task: Task) -> str:
        """Who acts for a task: the leader of its team, else the unit's own person."""
        wanted = f"leader-{task.team}" if task.team else f"unit-{task.unit}"
        return wanted if wanted in self._known else f"unit-{task.unit}"

    def record_verification(self, case: Case) -> Receipt | None:
        """The verifier's answer."""
        found = self._p.dice("verify", case.id).random() < 0.8
        words = replies()["verify"][0 if found else 1]
        return self._p.at_case(
            c.RecordVerification, str(case.verifier), case, found=found, words=words
        )

    def sign(self, case: Case, task: Task) -> Receipt | None:
        """签收."""
        return self._p.at_case(c.SignTask, self.hand(task), case, task=task.id)

    def ask(self, case: Case, kind: RequestKind, limit: str | None = None) -> Receipt | None:
        """退单, 延期 or 挂账 is asked for by the lead unit."""
        place = {RequestKind.RETURN: 0, RequestKind.EXTENSION: 1}.get(kind, 2)
        others = [unit.id for unit in self._p.demo.units if unit.id != case.lead_unit]
        review = self._p.desk.rules.today(self._p.desk.now()) + timedelta(days=REVIEW_DAYS)
        return self._p.at_case(
            c.AskRequest,
            f"unit-{case.lead_unit}",
            case,
            kind=kind,
            reason=("not_ours", "complicated", "owner")[place],
            words=replies()["request"][place],
            proposed_unit=others[0] if kind is RequestKind.RETURN else None,
            limit=limit,
            review_on=review if kind is RequestKind.SUSPENSION else None,
        )

    def depart(self, case: Case, task: Task) -> Receipt | None:
        """出发 with certificates and the recorder."""
        crew = [self._p.officers[one] for one in task.officers if one in self._p.officers]
        recorder = next((one.recorder for one in crew if one.recorder), None)
        return self._p.at_case(
            c.DepartTask,
            self.hand(task),
            case,
            task=task.id,
            certificates_ready=True,
            recorder=recorder,
        )

    def arrive(self, case: Case, task: Task, place: LonLat | None) -> Receipt | None:
        """到场 at a (lon, lat)."""
        lon, lat = place or (case.lon, case.lat)
        return self._p.at_case(c.ArriveTask, self.hand(task), case, task=task.id, lon=lon, lat=lat)

    def finish(self, case: Case, task: Task) -> Receipt | None:
        """A co-unit's part is done."""
        words = self._p.say("feedback", self._p.dice("finish", task.unit, case.id))
        return self._p.at_case(c.FinishTask, self.hand(task), case, task=task.id, words=words)

    def update(self, case: Case, task: Task) -> Receipt | None:
        """News from the scene."""
        words = self._p.say("update", self._p.dice("update", case.id, case.version))
        return self._p.at_case(c.UpdateCase, self.hand(task), case, words=words)

    def contact(self, case: Case, task: Task) -> Receipt | None:
        """The complainant is called by the unit."""
        words = self._p.say("contact", self._p.dice("contact", case.id))
        return self._p.at_case(c.RecordContact, self.hand(task), case, words=words)

    def feedback(self, case: Case, task: Task) -> Receipt | None:
        """反馈 with a picture after."""
        dice = self._p.dice("feedback", case.id, case.rework, case.rounds)
        return self._p.at_case(
            c.GiveFeedback,
            self.hand(task),
            case,
            words=self._p.say("feedback", dice),
            pictures=(self._p.picture(dice, "after"),),
        )

    def check(self, case: Case, passed: bool) -> Receipt | None:
        """The checker's verdict, with a picture."""
        dice = self._p.dice("check", case.id, case.rework)
        return self._p.at_case(
            c.RecordCheck,
            str(case.checker),
            case,
            passed=passed,
            words=replies()["check"][0 if passed else 1],
            pictures=(self._p.picture(dice, "scene"),),
        )

    def answer(self, case: Case) -> Receipt | None:
        """The lead unit answers a supervision order."""
        words = replies()["answer"][0]
        return self._p.at_case(c.AnswerSupervision, f"unit-{case.lead_unit}", case, words=words)

    def hand_back(self, case: Case) -> Receipt | None:
        """The district hands the case back."""
        return self._p.at_case(c.HandBackCase, "gateway-1", case)

    def open_docket(self, case: Case, task: Task) -> Receipt | None:
        """查封扣押 on the spot: decision and list."""
        return self._p.at_case(
            c.OpenDocket,
            self.hand(task),
            case,
            docket=self._p.new_id(),
            kind=DocketKind.SEIZURE,
            decision=f"演示扣押〔{case.number or ''}〕",
            goods=replies()["goods"][0],
        )

    def drive(self, team: str, place: LonLat) -> None:
        """A team's position (lon, lat)."""
        self._p.give(c.ReportPosition, f"leader-{team}", team=team, lon=place[0], lat=place[1])
