"""Day A (domain.md section 11): petrol in 祠堂东街, 2019-07-11, told through the Desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.clock import Lamp, lamp
from commandcenter.domain.commands import (
    ArriveTask,
    CloseCase,
    DepartTask,
    DispatchCase,
    FileCase,
    GiveFeedback,
    OpenDocket,
    RecordCheck,
    ReportCase,
    SendToCheck,
    SignTask,
)
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard, AskCandidates
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests.fakes import Room, local, open_room

SEIZURE = DocketKind.SEIZURE
LEADER = "leader-team-safety"
MEMBER = "member-070"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2019-07-11 10:00", date(2019, 7, 11))
    yield made
    made.center.close()


def lamps(room: Room, case: str) -> set[Lamp]:
    """The whole-case lamp and, while a stage runs, the stage's."""
    now, one = room.clock.at, room.case(case)
    assert one.due and one.yellow
    found = {lamp(now, one.due, one.yellow)}
    if one.stage_due and one.stage_yellow:
        found.add(lamp(now, one.stage_due, one.stage_yellow))
    return found


def test_petrol(room: Room) -> None:
    # ~10:00 the grid member of 小龙村 smells petrol and reports by telephone
    told = {"words": "祠堂东街一间仓库门口汽油味很重", "place": "祠堂东街中段仓库"}
    case = room.do(ReportCase, "intake-1", MEMBER, item="21-903", source=Source.GRID,
                   lon=113.4325, lat=22.95086, **told).subject  # fmt: skip
    one = room.case(case)
    assert (one.state, one.level, one.grid) == (CaseState.REPORTED, "urgent", "440113120213002")

    room.clock.set("10:04")  # filed, sent to 安监中队, 派出所 and 消防 notified
    room.do(FileCase, "lead-1", case=case)
    view = room.desk.ask(AskCandidates(case=case), "dispatch-1")
    assert (view.proposed_unit, view.candidates[0].team) == ("safety", "team-safety")
    day = date(2019, 7, 11)
    board = room.desk.ask(AskBoard(), "dispatch-1")
    crew = [one.id for one in board.officers if one.team == "team-safety" and one.certified(day)]
    sent = {"lead_unit": "safety", "team": "team-safety", "notify": ("police", "fire")}
    with pytest.raises(Refusal, match="law_two_certificates"):
        dispatch(room, case, tuple(crew[:1]), sent)
    dispatch(room, case, tuple(crew[:2]), sent)
    assert lamps(room, case) == {Lamp.GREEN}

    room.clock.set("10:06")
    task = room.lead_task(case)
    room.do(SignTask, "dispatch-1", LEADER, case=case, task=task)
    room.do(DepartTask, "dispatch-1", LEADER, case=case, task=task, certificates_ready=True,
            recorder="演示仪001")  # fmt: skip
    room.clock.set("10:28")
    room.do(ArriveTask, "dispatch-1", LEADER, case=case, task=task, lon=113.4325, lat=22.95086)
    assert lamps(room, case) == {Lamp.GREEN}

    room.clock.set("10:35")  # about 1,500 L, two vehicles seized
    seize(room, case)
    room.clock.set("11:00")
    room.do(GiveFeedback, "dispatch-1", LEADER, case=case, words="油品与车辆已转移，现场通风",
            pictures=(room.picture(),))  # fmt: skip
    assert lamps(room, case) == {Lamp.GREEN}

    room.clock.set("11:10")
    with pytest.raises(Refusal, match="collector_checks"):
        room.do(SendToCheck, "intake-1", case=case, checker=MEMBER)
    room.do(SendToCheck, "intake-1", case=case, checker="member-071")
    with pytest.raises(Refusal, match="collector_checks"):
        room.do(RecordCheck, "dispatch-1", MEMBER, case=case, passed=True)
    room.clock.set("11:20")
    room.do(RecordCheck, "dispatch-1", "member-071", case=case, passed=True)
    room.do(CloseCase, "lead-1", case=case)
    closed(room, case)


def dispatch(room: Room, case: str, officers: tuple[str, ...], sent: dict[str, object]) -> None:
    seen = room.case(case).version
    step = DispatchCase(case=case, seen=seen, kind=TaskKind.ENFORCE, officers=officers, **sent)
    room.desk.do(step, "dispatch-1")


def seize(room: Room, case: str) -> None:
    seen = room.case(case).version
    paper = {"decision": "石安扣〔2019〕1号", "goods": "汽油约1500升、车辆2台"}
    step = OpenDocket(case=case, seen=seen, kind=SEIZURE, recorder="演示仪001", **paper)
    room.desk.do(step, LEADER)


def closed(room: Room, case: str) -> None:
    """What the day asserts: lamps green, the docket open with its clocks, the reminder."""
    view = room.view(case)
    one = view.case
    assert (one.state, one.close_kind, one.number) == (CaseState.CLOSED, "checked", "2019-000001")
    assert one.late_stages == () and one.old_dues == ()
    assert one.due and one.closed_at and one.yellow and one.closed_at < one.yellow
    (docket,) = view.dockets
    assert docket.open and docket.recorder == "演示仪001"
    assert docket.report_due == local("2019-07-12 10:35")
    assert docket.limit_on == date(2019, 8, 10) and docket.limit_on.weekday() == 5
    assert {"crime_transfer", "docket_open"} <= set(view.reminders)
    assert sorted(one.unit for one in view.tasks) == ["fire", "police", "safety"]
    board = room.desk.ask(AskBoard(), "lead-1")
    assert next(one for one in board.teams if one.id == "team-safety").status == "free"
    found = board.figures
    assert (found.filed, found.closed, found.void, found.open) == (1, 1, 0, 0)
    with room.center.database.read.begin() as connection:
        assert verify(connection, room.desk.street).good
        assert differences(connection, room.desk.street) == []
