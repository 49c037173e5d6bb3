"""Random walks with whistles, levels and returns: no department, clock or level is ever lost."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain import commands as c
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import ConsultLine
from commandcenter.domain.whistle import (
    NEXT,
    OPEN,
    STEPS,
    PartState,
    Rating,
    Whistle,
    WhistleKind,
    WhistlePart,
    WhistleState,
)
from commandcenter.services.doing import HANDLERS
from commandcenter.storage.tx import Tx
from tests.services.test_random import FIELDS, Walk
from tests.walks import signed

UNITS = ("housing", "water", "enforcement", "market")
W = WhistleState
LEADERS = ("leader-1", "director-1", "secretary-1", "duty-1")
STEPS_OF = {
    c.SignWhistle: {}, c.ContactWhistle: {"words": "联系"}, c.CheckInWhistle: {},
    c.DeliverWhistle: {"words": "办了"}, c.ReturnWhistle: {"reason": "not_our_duty"},
    c.DisputeWhistle: {"reason": "duty_unclear"}, c.DecideReturn: {}, c.UrgeWhistle: {},
    c.NegotiateWhistle: {"words": "协商"}, c.DesignateWhistle: {"words": "指定"},
    c.RateWhistle: {"score": 88},
}  # fmt: skip
BY_UNIT = {c.SignWhistle, c.ContactWhistle, c.CheckInWhistle, c.DeliverWhistle, c.ReturnWhistle,
           c.DisputeWhistle}  # fmt: skip


class Whistling(Walk):
    """The walk of every day, with somebody who blows the whistle in it."""

    def __init__(self, template: Path, seed: int) -> None:
        super().__init__(template, seed)
        self.whistles: dict[str, Whistle] = {}
        self.parts: dict[str, WhistlePart] = {}
        for _ in range(2):
            case = signed(self.room)
            self.cases[case] = self.room.case(case)

    def step(self) -> None:
        """A step of a whistle three times in four, and the look at every department."""
        if self.pick.random() < 0.25:
            super().step()
        else:
            ways = {self.draft: 3, self.decide_whistle: 4, self.department: 20, self.rate: 4,
                    self.consult: 2, self.level: 3, self.wait: 2}  # fmt: skip
            self.pick.choices(list(ways), list(ways.values()))[0]()
        self.departments_go_forward()

    def _give_case(self, kind: Any, case: str, who: str, /, **fields: Any) -> None:
        self._give(kind(case=case, seen=self.room.case(case).version, **fields), who)

    def draft(self) -> None:
        """吹哨 for a case in work, or one that is not."""
        working = [one.id for one in self.cases.values() if one.state is CaseState.IN_PROGRESS]
        case = self.pick.choice(working or sorted(self.cases))
        lead, *others = self.pick.sample(UNITS, self.pick.randint(1, 3))
        self._give_case(c.DraftWhistle, case, "dispatch-1", kind=self.pick.choice([*WhistleKind]),
                        lead=lead, units=tuple(others), words="请到场会同处置")  # fmt: skip

    def decide_whistle(self) -> None:
        """Approved, refused, blown, withdrawn or closed."""
        one = self._whistle()
        if one is None:
            return
        who, yes = self.pick.choice((*LEADERS, "lead-1")), self.pick.random() < 0.85
        if one.state is W.DRAFT:
            self._give_case(c.DecideWhistle, one.case, who, whistle=one.id, approve=yes,
                            blow=self.pick.random() < 0.7, words="批")  # fmt: skip
        elif one.state is W.APPROVED:
            self._give_case(c.BlowWhistle, one.case, who, whistle=one.id)
        elif self.pick.random() < 0.1:
            self._give_case(c.WithdrawWhistle, one.case, who, whistle=one.id, reason="solved")
        else:
            self._give_case(c.CloseWhistle, one.case, who, whistle=one.id)

    def department(self) -> None:
        """A department's next step, a return, a dispute and what is decided of them."""
        working = [one for one in self.parts.values() if one.sign_due is not None]
        if not working:
            return
        part = self.pick.choice(sorted(working, key=lambda one: one.id))
        likely = dict(zip(STEPS, list(STEPS_OF)[:4], strict=True))
        kind: Any = likely.get(part.next_step) if self.pick.random() < 0.7 else None
        kind = kind or self.pick.choice(list(STEPS_OF))
        fields = {**STEPS_OF[kind]}
        if kind is c.CheckInWhistle:
            fields = self.pick.choice(({"lon": 113.4325, "lat": 22.95086}, {"code": "0000"}))
        if kind is c.DecideReturn:
            fields["approve"] = self.pick.random() < 0.4
        if kind is c.ReturnWhistle:
            fields["proposed_unit"] = self.pick.choice((None, *UNITS))
        if kind is c.DesignateWhistle:
            fields["designated"] = self.pick.choice((part.unit, *UNITS))
        who = f"unit-{part.unit}" if kind in BY_UNIT else self.pick.choice((*LEADERS, "lead-1"))
        self._give_case(kind, part.case, who, whistle=part.whistle, unit=part.unit, **fields)

    def rate(self) -> None:
        """Each side of a closed whistle."""
        closed = [one for one in self.whistles.values() if one.state is W.CLOSED]
        for whistle in closed[:1]:
            mine = sorted(key for key, one in self.parts.items() if one.whistle == whistle.id)
            part = self.parts[self.pick.choice(mine)]
            who = self.pick.choice(("lead-1", f"unit-{part.unit}"))
            self._give_case(c.RateWhistle, whistle.case, who, whistle=whistle.id, unit=part.unit,
                            score=self.pick.randint(-5, 105))  # fmt: skip

    def consult(self) -> None:
        """会商 held, with a task out of it."""
        case = self._case()
        at = self.room.clock.at
        tasks = (ConsultLine(unit="water", words="排查", due=at + timedelta(days=1)),)
        self._give_case(c.CallConsultation, case.id, "lead-1", meets_at=at, units=("water",),
                        words="议一议")  # fmt: skip
        for one in self._consultations(case.id):
            self._give_case(c.HoldConsultation, case.id, "lead-1", consultation=one,
                            attended=("water",), words="办", tasks=tasks)  # fmt: skip

    def _consultations(self, case: str) -> list[str]:
        with self.room.center.database.read.begin() as connection:
            rows = connection.exec_driver_sql("SELECT id FROM consultations WHERE state='called'")
            return [str(row.id) for row in rows]

    def level(self) -> None:
        """Up and down, by whoever."""
        case, who = self._case(), self.pick.choice(("member-070", "lead-1", "dispatch-1"))
        up = self.pick.random() < 0.5
        kind: Any = c.RaiseCase if up else c.LowerCase
        said = {"reason": "beyond", "tried": "已上门劝导"} if up else {"answer": "请先劝导"}
        self._give_case(kind, case.id, who, **said)

    def _whistle(self) -> Whistle | None:
        found = sorted(key for key, one in self.whistles.items() if one.state in OPEN)
        return self.whistles[self.pick.choice(found)] if found else None

    def departments_go_forward(self) -> None:
        """Along the arrows, nothing late forgotten, dues fixed, the case says what the parts do."""
        with self.room.center.database.read.begin() as connection:
            tx = Tx(connection, self.room.desk.street)
            whistles, parts = tx.find(Whistle), tx.find(WhistlePart)
            ratings, cases = tx.find(Rating), {one.id: one for one in tx.find(Case)}
        for one in whistles:
            was = self.whistles.get(one.id)
            assert was is None or was.state is one.state or one.state in _reachable(was.state)
        for part in parts:
            self._forward(self.parts.get(part.id), part)
        self.whistles = {one.id: one for one in whistles}
        self.parts = {one.id: one for one in parts}
        rated = [one.id for one in ratings]
        assert len(rated) == len(set(rated))
        for case in cases.values():
            self._told(case, [one for one in whistles if one.case == case.id])

    def _forward(self, was: WhistlePart | None, part: WhistlePart) -> None:
        stamps = (part.signed_at, part.contacted_at, part.checked_in_at, part.delivered_at)
        known = [one for one in stamps if one is not None]
        assert known == sorted(known) and None not in stamps[: len(known)]
        if was is None or was.sign_due is None or was.state is PartState.RELEASED:
            return
        assert (part.sign_due, part.deliver_due) == (was.sign_due, was.deliver_due)
        assert set(was.late) <= set(part.late) and part.designated >= was.designated
        assert not (was.designated and part.asked_at and not was.asked_at)

    def _told(self, case: Case, whistles: list[Whistle]) -> None:
        """At most one at work a case; the case shows it, and the nearest due of its departments."""
        at_work = [one for one in whistles if one.state in OPEN]
        assert len(at_work) <= 1
        if at_work:
            assert case.whistle == at_work[0].state.value and case.is_open
        mine = [one for one in self.parts.values() if at_work and one.whistle == at_work[0].id]
        if at_work and at_work[0].state is W.BLOWN:
            dues = [one.due for one in mine if one.due is not None]
            assert case.whistle_due == min(dues, default=None)
        else:
            assert case.whistle_due is None


def _reachable(state: WhistleState) -> set[WhistleState]:
    """In one command a draft is approved and blown."""
    return {*NEXT[state], *(far for near in NEXT[state] for far in NEXT[near])}


@settings(max_examples=2, deadline=None, suppress_health_check=[*HealthCheck])
@given(seed=st.integers(0, 2**32))
def test_random_whistles_hold_their_rules(founded: Path, seed: int) -> None:
    walk = Whistling(founded, seed)
    try:
        for _ in range(240):
            walk.step()
        walk.end()
        assert c.DraftWhistle in walk.done and len(walk.done) > 30
    finally:
        walk.room.center.close()
        shutil.rmtree(walk.home)


def test_the_walk_knows_every_command_of_a_department() -> None:
    known = {kind for kind in HANDLERS if issubclass(kind, c.PartCommand)}
    assert known == set(STEPS_OF) and not known & set(FIELDS)
