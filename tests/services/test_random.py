"""Random walks: whatever is commanded, the table holds, the figures agree, the journal replays."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain import commands as c
from commandcenter.domain.case import ENDED, NEXT, Case, CaseState, Source, counts
from commandcenter.domain.commands import Behalf, Command, Picture, Reason
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.limits import Level
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import Channel, Role
from commandcenter.domain.task import NEXT as TASK_NEXT
from commandcenter.domain.task import Task, TaskKind
from commandcenter.services.doing import HANDLERS
from commandcenter.services.moves import WHERE
from commandcenter.storage.replay import differences
from commandcenter.storage.tx import Tx
from commandcenter.storage.verify import verify
from tests.fakes import PNG, Room, open_room
from tests.walks import drilling

S = CaseState
WHO = ("intake-1", "dispatch-1", "lead-1", "hotline-1", "gateway-1", "supervisor-1", "admin-1",
       "duty-1", "unit-sanitation", "unit-enforcement", "unit-water", "leader-team-surface",
       "member-070", "member-071", "auditor-1", "system")  # fmt: skip
ITEMS = ("01-02", "05-01", "04-01", "21-903", "21-901")
CREW = ("officer-surface-1", "officer-surface-2")
WORDS = "权限单位已口头委托"
REASONS = tuple(Reason(code=one, words=WORDS)
                for one in ("no_power", "coercion_unapproved", "night_or_holiday"))  # fmt: skip
Pick = random.Random


def _draw(pick: Pick, *among: Any) -> Any:
    return pick.choice(among)


def _later(room: Room, pick: Pick) -> date:
    return (room.clock.at + timedelta(days=pick.randint(0, 32))).date()


def _dispatch(room: Room, pick: Pick) -> dict[str, Any]:
    lead = _draw(pick, "sanitation", "enforcement", "water")
    team = "team-surface" if lead == "enforcement" else None
    kind = _draw(pick, *[TaskKind.HANDLE] * 6, *TaskKind)
    return {"lead_unit": lead, "kind": kind, "team": team, "reasons": REASONS,
            "officers": CREW if team else (), "co_units": _draw(pick, (), (), ("housing",)),
            "notify": _draw(pick, (), ("police",))}  # fmt: skip


def _redo(room: Room, pick: Pick) -> dict[str, Any]:
    units = _draw(pick, (), ("market",))
    return {"level": _draw(pick, None, Level.COMPLEX), "limit": _draw(pick, None, "10wd", "3h"),
            "co_units": units}  # fmt: skip


FIELDS: dict[type[Command], Callable[[Room, Pick], dict[str, Any]]] = {
    c.AskVerification: lambda room, pick: {"verifier": _draw(pick, "member-070", "member-071")},
    c.RecordVerification: lambda room, pick: {"found": _draw(pick, True, False), "words": "看过"},
    c.RefuseCase: lambda room, pick: {"reason": "not_ours", "words": "已答复"},
    c.SelfHandleCase: lambda room, pick: {"words": "清了", "pictures": _shot(room)},
    c.HandOverCase: lambda room, pick: {
        "service": "110", "told": "警", "reject": _draw(pick, True, False)},
    c.FileCase: lambda room, pick: {"level": _draw(pick, None, None, *Level)},
    c.CorrectCase: lambda room, pick: {"item": _draw(pick, None, *ITEMS), "level": _draw(
        pick, None, *Level)},
    c.DispatchCase: _dispatch,
    c.RecallCase: lambda room, pick: {"reason": "wrong"},
    c.AskRequest: lambda room, pick: {"kind": _draw(pick, *RequestKind), "reason": "waits",
                                      "proposed_unit": "market", "limit": _draw(
                                          pick, "1wh", "2wd", "1h"),
                                      "review_on": _later(room, pick)},
    c.ResumeCase: lambda room, pick: {},
    c.EscalateCase: lambda room, pick: {"reason": "beyond"},
    c.HandBackCase: lambda room, pick: {},
    c.RecordContact: lambda room, pick: {"words": "联系了"},
    c.UpdateCase: lambda room, pick: {"words": "进展"},
    c.GiveFeedback: lambda room, pick: {"words": "好了", "pictures": _shot(room)},
    c.UrgeCase: lambda room, pick: {},
    c.SuperviseCase: lambda room, pick: {"due": room.clock.at + timedelta(days=1), "words": "限"},
    c.AnswerSupervision: lambda room, pick: {"words": "回复"},
    c.RecordConsultation: lambda room, pick: {"units": ("water",), "words": "会商"},
    c.RedoCase: _redo,
    c.SendToCheck: lambda room, pick: {"checker": _draw(pick, "member-070", "member-071")},
    c.RecordCheck: lambda room, pick: {"passed": _draw(pick, True, False)},
    c.CloseCase: lambda room, pick: {},
    c.RecordCallback: lambda room, pick: {"outcome": _draw(
        pick, "satisfied", "basically", "unsatisfied", "not_reached")},
    c.ExplainClose: lambda room, pick: {"leader": "duty-1", "basis": "依据", "words": "说明"},
    c.VoidCase: lambda room, pick: {"reason": "twin"},
    c.ReopenCase: lambda room, pick: {"words": "新情况"},
    c.AddNote: lambda room, pick: {"words": "备注"},
    c.UndoCase: lambda room, pick: {},
    c.RecuseOfficer: lambda room, pick: {"officer": CREW[0], "relation": "kin"},
    c.OpenDocket: lambda room, pick: {"kind": _draw(pick, *DocketKind), "decision": "一号",
                                      "goods": "车", "recorder": "R1"},
    c.RevealPhone: lambda room, pick: {"reason": "call_back", "words": "回访核实"},
    c.PurgeComplainant: lambda room, pick: {"basis": "request"},
    c.AcknowledgeAlarm: lambda room, pick: {"alarm": "case_red"},
}  # fmt: skip
TASKED = {
    c.SignTask: {}, c.DeclineTask: {"reason": "not_ours"}, c.FinishTask: {},
    c.DepartTask: {"certificates_ready": True, "recorder": "R1"}, c.ArriveTask: {},
    c.WaiveTask: {"reason": "no_need"}, c.LinkVideo: {"video": "V"},
}  # fmt: skip


def _shot(room: Room) -> tuple[Picture, ...]:
    return (Picture(sha256=room.desk.keep_picture(PNG), kind="after"),)


RARE = {
    c.VoidCase,
    c.RefuseCase,
    c.HandOverCase,
    c.PurgeComplainant,
    c.RecallCase,
    c.SelfHandleCase,
}
RARE |= {c.AddNote, c.UrgeCase, c.CorrectCase, c.AcknowledgeAlarm, c.RecuseOfficer, c.UndoCase}
RARE |= {c.EscalateCase, c.AskVerification, c.RevealPhone, c.UpdateCase, c.SuperviseCase}
SEATS = {
    Role.INTAKE_OFFICER: "intake-1", Role.DISPATCHER: "dispatch-1", Role.SHIFT_LEAD: "lead-1",
    Role.GRID_MEMBER: "member-070", Role.HOTLINE_SEAT: "hotline-1", Role.GATEWAY: "gateway-1",
    Role.SUPERVISOR: "supervisor-1", Role.DUTY_LEADER: "duty-1", Role.ADMINISTRATOR: "admin-1",
    Role.CHECKER: "member-071", Role.UNIT: "unit",
}  # fmt: skip


class Walk:
    """Several seats at one desk that do whatever they may, in any order."""

    def __init__(self, template: Path, seed: int) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="walk-"))
        shutil.copytree(template, self.home / "street")
        self.room = open_room(self.home / "street")
        self.pick = random.Random(seed)
        self.cases: dict[str, Case] = {}
        self.tasks: dict[str, Task] = {}
        self.done: list[type[Command]] = []
        drilling(self.room)  # of a level that holds nothing
        self.report()

    def step(self) -> None:
        """One random step, and the look at everything after it."""
        ways = {self.report: 1, self.likely: 24, self.any_command: 3, self.task_command: 12,
                self.decide: 4, self.merge: 1, self.team: 1, self.wait: 3}  # fmt: skip
        if sum(one.state not in ENDED for one in self.cases.values()) < 3:
            self.report()
        self.pick.choices(list(ways), list(ways.values()))[0]()
        self.figures_are_those_of_the_cases()

    def _give(self, command: Command, who: str) -> None:
        """Do it; a refusal leaves no mark at all."""
        before = self._marks()
        try:
            self.room.desk.do(command, who)
        except Refusal:
            assert self._marks() == before
            return
        self.done.append(type(command))
        self._look(type(command))

    def _marks(self) -> tuple[int, ...]:
        with self.room.center.database.read.begin() as connection:
            head = connection.exec_driver_sql("SELECT seq FROM chain_head").scalar_one()
            texts = connection.exec_driver_sql("SELECT count(*) FROM private").scalar_one()
            shots = connection.exec_driver_sql("SELECT count(*) FROM pictures").scalar_one()
        return head, texts, shots

    def _look(self, kind: type[Command]) -> None:
        """Every case and task went along an arrow of its table, or back by an undo."""
        with self.room.center.database.read.begin() as connection:
            tx = Tx(connection, self.room.desk.street)
            cases, tasks = tx.find(Case), tx.find(Task)
        for case in cases:
            old = self.cases.get(case.id)
            if old is not None and case != old:
                assert case.version > old.version
                moved = case.state is not old.state
                assert not moved or case.state in NEXT[old.state] or kind is c.UndoCase
            self.cases[case.id] = case
        for task in tasks:
            was = self.tasks.get(task.id)
            if was is not None and was.state is not task.state:
                assert task.state in TASK_NEXT[was.state]
            self.tasks[task.id] = task

    def _case(self) -> Case:
        live = sorted(key for key, one in self.cases.items() if one.state not in ENDED)
        some = live if live and self.pick.random() < 0.9 else sorted(self.cases)
        return self.cases[self.pick.choice(some)]

    def report(self) -> None:
        """A report, one in ten a drill."""
        case = self.room.report(
            item=_draw(self.pick, *ITEMS),
            source=_draw(self.pick, Source.HOTLINE, Source.GRID, Source.WINDOW),
            caller_phone=_draw(self.pick, None, "13800005678"),
            drill=self.pick.random() < 0.1,
        )
        self.cases[case] = self.room.case(case)

    def any_command(self) -> None:
        """Anything, by anybody, now and then with a stale version."""
        case, kind = self._case(), self.pick.choice(list(FIELDS))
        fields = FIELDS[kind](self.room, self.pick)
        seen = case.version - (self.pick.random() < 0.1)
        self._give(kind(case=case.id, seen=seen, **fields), self.pick.choice(WHO))

    def likely(self) -> None:
        """What has a place in the case's state, by somebody of the right role: walks get far."""
        case = self._case()
        kinds = [one for one in FIELDS if case.state in WHERE[one]]
        weights = [1 if one in RARE else 12 for one in kinds]
        if not kinds:
            return
        kind = self.pick.choices(kinds, weights)[0]
        role = self.pick.choice(sorted(HANDLERS[kind].roles & set(SEATS)))
        who = f"unit-{case.lead_unit}" if role is Role.UNIT else SEATS[role]
        if case.state in (S.VERIFYING, S.CHECKING):
            who = case.verifier if kind is c.RecordVerification else case.checker or who
            who = "lead-1" if kind is c.CloseCase else str(who)
        said = None
        if who.startswith(("unit", "member", "hotline")) and self.pick.random() < 0.3:
            at = self.room.clock.at
            said = Behalf(person=who, channel=Channel.RADIO, happened_at=at)
            who = "dispatch-1"
        fields = FIELDS[kind](self.room, self.pick)
        self._give(kind(case=case.id, seen=case.version, behalf=said, **fields), who)

    def task_command(self) -> None:
        """A step on a task by its own unit, or by the dispatcher."""
        if not self.tasks:
            return
        running = sorted(key for key, one in self.tasks.items() if one.running)
        task = self.tasks[self.pick.choice(running or sorted(self.tasks))]
        kind = self.pick.choice([c.SignTask, c.SignTask, *TASKED])
        who = self.pick.choice((f"unit-{task.unit}", f"unit-{task.unit}", "dispatch-1"))
        seen = self.cases[task.case].version
        self._give(kind(case=task.case, seen=seen, task=task.id, **TASKED[kind]), who)

    def decide(self) -> None:
        """Somebody decides a request."""
        waiting = sorted(key for key, one in self.cases.items() if one.pending)
        if not waiting:
            return
        view = self.room.view(self.pick.choice(waiting))
        asked = next(one.id for one in view.requests if one.pending)
        for who in ("dispatch-1", "lead-1"):
            seen, yes = self.room.case(view.case.id).version, self.pick.random() < 0.7
            step = c.DecideRequest(case=view.case.id, seen=seen, request=asked, approve=yes)
            self._give(step, who)

    def merge(self) -> None:
        """One case goes into another."""
        one, two = self._case(), self._case()
        who = self.pick.choice(("intake-1", "lead-1"))
        self._give(c.MergeCase(case=one.id, seen=one.version, into=two.id), who)

    def team(self) -> None:
        """A status by hand and back."""
        status = self.pick.choice([*TeamStatus])
        self._give(c.SetTeamStatus(team="team-surface", status=status), "dispatch-1")
        self._give(c.UndoTeamStatus(team="team-surface"), "dispatch-1")

    def wait(self) -> None:
        """Time passes, and what happens by itself happens."""
        self.room.clock.pass_(hours=self.pick.choice((0.001, 0.2, 3, 30, 400)))
        self.room.desk.tick()
        self._look(c.ResumeCase)

    def figures_are_those_of_the_cases(self) -> None:
        """Open = filed - closed - void, and the row kept beside them is theirs."""
        with self.room.center.database.read.begin() as connection:
            tx = Tx(connection, self.room.desk.street)
            row, cases = tx.figures(), tx.find(Case)
        kept = {"filed": row.filed, "closed": row.closed, "void": row.void, "open": row.open}
        assert kept == counts(cases)
        assert row.open == row.filed - row.closed - row.void
        inbox = [one for one in cases if one.state in (S.REPORTED, S.VERIFYING) and not one.drill]
        assert row.inbox == len(inbox)

    def end(self) -> None:
        """The chain is whole and gives the rows exactly; no number was issued twice."""
        with self.room.center.database.read.begin() as connection:
            assert verify(connection, self.room.desk.street).good
            assert differences(connection, self.room.desk.street) == []
        numbers = [one.number for one in self.cases.values() if one.number]
        assert len(set(numbers)) == len(numbers)


@settings(max_examples=4, deadline=None, suppress_health_check=[*HealthCheck])
@given(seed=st.integers(0, 2**32))
def test_random_walks_never_leave_the_table(founded: Path, seed: int) -> None:
    walk = Walk(founded, seed)
    try:
        for _ in range(400):
            walk.step()
        walk.end()
        assert len(walk.done) > 20
    finally:
        walk.room.center.close()
        shutil.rmtree(walk.home)
