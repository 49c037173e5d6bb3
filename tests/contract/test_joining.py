"""Joint tasks, their timers and what is taken back, the same on every store and over the wire."""

from __future__ import annotations

from commandcenter.domain.commands import (
    DepartTask,
    DispatchJoint,
    Reason,
    SetWatch,
    SignTask,
    UndoCase,
    UndoTask,
)
from commandcenter.domain.joint import JointKind, JointPart
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.task import TaskKind
from commandcenter.services.joining_views import AskJoint
from commandcenter.services.views import AskBoard
from tests import walks
from tests.fakes import Room

CREW = ("officer-safety-1", "officer-safety-2")
PARTS = (
    JointPart(unit="safety", team="team-safety", officers=CREW, kind=TaskKind.INSPECT),
    JointPart(unit="enforcement", team="team-mobile"),
)
SHEET = {"place": "市莲路 30 号", "words": "先断电，再进仓"}
WHY = (Reason(code="no_power/enforcement", words="只协助封门"),)


def send(room: Room, case: str) -> None:
    given = {"joint_kind": JointKind.ENTERPRISE, "kind": TaskKind.HANDLE, "parts": PARTS}
    room.do(DispatchJoint, "dispatch-1", case=case, **given, **SHEET, reasons=WHY)


def statuses(room: Room) -> list[TeamStatus]:
    teams = {one.id: one.status for one in room.desk.ask(AskBoard(), "lead-1").teams}
    return [teams["team-safety"], teams["team-mobile"]]


def test_a_joint_task_is_asked_sent_watched_and_taken_back(room: Room) -> None:
    case = walks.filed(room, item="21-903")
    told = room.desk.ask(AskJoint(case=case, kind=TaskKind.HANDLE, parts=PARTS), "dispatch-1")
    assert [(one.certified, [f.code for f in one.findings]) for one in told.parts] == [
        (2, []),
        (0, ["no_power"]),
    ]
    send(room, case)
    assert statuses(room) == [TeamStatus.ASSIGNED, TeamStatus.ASSIGNED]
    room.do(UndoCase, "dispatch-1", case=case)
    assert statuses(room) == [TeamStatus.FREE, TeamStatus.FREE]
    assert room.view(case).joints == ()
    room.clock.pass_(seconds=1)
    send(room, case)
    (shown,) = room.view(case).joints
    assert (shown.joint.place, shown.words) == (SHEET["place"], SHEET["words"])
    task = room.lead_task(case)
    room.do(SignTask, "unit-safety", case=case, task=task)
    room.do(SetWatch, "dispatch-1", case=case, task=task, minutes=3)
    room.do(DepartTask, "unit-safety", case=case, task=task, recorder="R-1",
            certificates_ready=True)  # fmt: skip
    room.do(UndoTask, "unit-safety", case=case, task=task)
    assert statuses(room)[0] is TeamStatus.SIGNED
    assert room.case(case).watch == "check_in"
    room.clock.pass_(minutes=4)
    assert (room.center.desk.tick(), room.center.desk.tick()) == (1, 0)
    (line,) = (one for one in room.desk.ask(AskBoard(), "lead-1").cases if one.id == case)
    assert (line.watch, line.watch_due is not None) == ("check_in", True)
    assert next(one for one in room.view(case).tasks if one.id == task).missed == 1
    assert room.center.differences() == []
