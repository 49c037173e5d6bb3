"""Random walks through switches, handovers and rosters: clocks stand or run, records stay whole."""

from __future__ import annotations

import itertools
import shutil
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain import commands as c
from commandcenter.domain.case import Source
from commandcenter.domain.commands import DutyLine
from commandcenter.domain.duty import Duty, DutyAsk, DutyRequest, DutyState, Post
from commandcenter.domain.emergency import Emergency, Phase, Switch, SwitchState
from commandcenter.domain.handover import Handover, HandoverState, Party, Promise
from commandcenter.domain.holding import STANDING, WORK
from commandcenter.domain.plan import EventKind, Response
from commandcenter.services.duty_views import AskDutyMonth
from commandcenter.services.emergency_views import AskMode
from commandcenter.services.handover_views import AskHandover, HandoverView
from commandcenter.storage.tx import Tx
from tests.services.test_random import Walk

LEADERS = ("duty-1", "director-1", "secretary-1")
LEADS = ("lead-1", "lead-2")
WORD = "a-good-password-1"
ORDER = "防指1号"


class ShiftWalk(Walk):
    """The walk of cases, with emergencies, records and rosters that go on beside it."""

    def step(self) -> None:
        """A step of the cases, or one of what this issue adds."""
        mine = (self.switch, self.exempt, self.hand_over, self.promise, self.roster)
        if self.pick.random() < 0.4:
            self.pick.choices(mine, (3, 2, 4, 2, 1))[0]()
        else:
            super().step()
        self.what_stands_is_whole()

    def report(self) -> None:
        """A report; a drill's while a drill goes on."""
        drill = self.room.desk.ask(AskMode(), "lead-1").emergency
        case = self.room.report(
            item=self.pick.choice(("01-02", "01-10", "05-01", "04-01")),
            source=self.pick.choice((Source.PATROL, Source.HOTLINE, Source.WINDOW)),
            drill=bool(drill and drill.drill and self.pick.random() < 0.5),
        )
        self.cases[case] = self.room.case(case)

    def switch(self) -> None:
        """Somebody proposes, or somebody decides what waits."""
        now = self.room.desk.ask(AskMode(), "lead-1")
        if now.proposed is not None:
            yes = self.pick.random() < 0.8
            said = {"switch": now.proposed.id, "approve": yes, "order_no": ORDER}
            self._give(c.DecideSwitch(**said), self.pick.choice((*LEADERS, *LEADERS, "lead-1")))
            return
        drill = now.emergency.drill if now.emergency else False
        step = c.ProposeSwitch(
            kind=EventKind.TYPHOON,
            level=self.pick.choice((None, *Response)),
            order_no=ORDER,
            drill=drill if self.pick.random() < 0.8 else not drill,
        )
        self._give(step, self.pick.choice(LEADS))

    def exempt(self) -> None:
        """A held case goes on all the same, most often."""
        held = sorted(key for key, one in self.cases.items() if one.hold in STANDING)
        case = self.cases[self.pick.choice(held)] if held else self._case()
        self._give(c.ExemptCase(case=case.id, seen=case.version, reason="leader"), "lead-1")

    def hand_over(self) -> None:
        """A record is frozen, its cases taken or asked about, signed or dropped."""
        view: HandoverView = self.room.desk.ask(AskHandover(), "lead-1")
        record = view.handover
        if record is None:
            out, come = self.pick.sample(LEADS, 2)
            self._give(c.FreezeHandover(incoming=come, remarks="平稳"), out)
            return
        for case in view.unacknowledged[: self.pick.choice((1, 3, 99))]:
            asked = "问" if self.pick.random() < 0.1 else ""
            seen = self.room.case(case).version
            given = {"handover": record.id, "case": case, "seen": seen, "question": asked}
            self._give(c.AcknowledgeItem(**given), record.incoming)
        if self.pick.random() < 0.5:
            who = self.pick.choice((record.outgoing, record.incoming))
            self._give(c.SignHandover(handover=record.id, password=WORD), who)
        elif self.pick.random() < 0.1:
            self._give(c.DropHandover(handover=record.id, reason="mistake"), "duty-1")

    def promise(self) -> None:
        """Something is promised, or kept."""
        with self.room.center.database.read.begin() as connection:
            known = Tx(connection, self.room.desk.street).find(Promise)
        if known and self.pick.random() < 0.5:
            one = self.pick.choice(known)
            seen = self.cases[one.case].version
            self._give(c.KeepPromise(case=one.case, seen=seen, promise=one.id), "dispatch-1")
            return
        case, at = self._case(), self.room.clock.at + timedelta(hours=3)
        given = {"case": case.id, "seen": case.version, "by_when": at, "words": "三点前"}
        self._give(c.MakePromise(party=Party.LEADER, **given), "dispatch-1")

    def roster(self) -> None:
        """Days are planned and published, duties swapped or left to others."""
        first = (self.room.clock.at + timedelta(days=self.pick.randint(0, 3))).date()
        span = {"first": first, "last": first + timedelta(days=1)}
        leads, sends = self.pick.sample(LEADS, 2), self.pick.sample(("dispatch-1", "dispatch-2"), 2)
        lines = tuple(
            DutyLine(day=day, shift=shift, post=post, person=who)
            for day in span.values()
            for shift, lead, send in zip(("day", "night"), leads, sends, strict=True)
            for post, who in ((Post.LEADER, "duty-1"), (Post.LEAD, lead), (Post.DISPATCH, send))
        )
        self._give(c.PlanDuties(pattern="day_night", lines=lines, **span), "duty-1")
        self._give(c.PublishDuties(reason="试排", **span), "duty-1")
        duties = self.room.desk.ask(AskDutyMonth(**span), "lead-1").duties
        one, two = self.pick.choice(duties), self.pick.choice(duties)
        kind = self.pick.choice(list(DutyAsk))
        other = {"other": two.id} if kind is DutyAsk.SWAP else {"stand_in": two.person}
        self._give(c.AskDutyChange(kind=kind, duty=one.id, reason="有事", **other), one.person)
        for asked in self.room.desk.ask(AskDutyMonth(**span), "lead-1").requests:
            yes = self.pick.random() < 0.7
            self._give(c.DecideDutyChange(request=asked.id, approve=yes), "duty-1")

    def what_stands_is_whole(self) -> None:
        """One emergency, one proposal, one record at most; a held case's clocks stand."""
        with self.room.center.database.read.begin() as connection:
            tx = Tx(connection, self.room.desk.street)
            records = tx.find(Handover)
            active = {one.id: one for one in tx.find(Emergency, phase=Phase.ACTIVE.value)}
            waiting = tx.find(Switch, state=SwitchState.PROPOSED.value)
        assert len(active) <= 1 and len(waiting) <= 1
        assert sum(one.state is not HandoverState.SIGNED for one in records) <= 1
        for case in self.cases.values():
            if case.hold in STANDING:
                assert case.state in WORK and case.left is not None and case.held_at
                assert active[case.held_by or ""].drill == case.drill
            elif case.state in WORK:
                assert case.left is None and case.stage_left is None
            if case.hold is not None:
                assert case.held_by in active

    def end(self) -> None:
        """Signed records hold, nobody is on two posts at once, and the journal replays."""
        super().end()
        with self.room.center.database.read.begin() as connection:
            tx = Tx(connection, self.room.desk.street)
            signed = tx.find(Handover, state=HandoverState.SIGNED.value)
            duties = tx.find(Duty, state=DutyState.PUBLISHED.value)
            assert all(one.reason != "有事" for one in tx.find(DutyRequest))
        for one in signed:
            assert self.room.desk.ask(AskHandover(handover=one.id), "lead-1").good
        posts = sorted((one.person, one.starts, one.ends) for one in duties)
        for (who, _, ends), (other, starts, _) in itertools.pairwise(posts):
            assert who != other or starts >= ends


@settings(max_examples=3, deadline=None, suppress_health_check=[*HealthCheck])
@given(seed=st.integers(0, 2**32))
def test_random_walks_through_shifts_and_emergencies_replay(founded: Path, seed: int) -> None:
    walk = ShiftWalk(founded, seed)
    try:
        for _ in range(200):
            walk.step()
        walk.end()
        assert len(set(walk.done)) > 10
    finally:
        walk.room.center.close()
        shutil.rmtree(walk.home)
