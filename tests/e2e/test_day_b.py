"""Day B (domain.md section 11): a leaning wall, the whistle to three departments, by the Desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    CallConsultation,
    CheckInWhistle,
    CloseCase,
    ConsultLine,
    ContactWhistle,
    DecideReturn,
    DecideWhistle,
    DeliverWhistle,
    DispatchCase,
    DraftWhistle,
    FileCase,
    FinishConsultTask,
    GiveFeedback,
    HoldConsultation,
    RateWhistle,
    RecordCheck,
    ReturnWhistle,
    SendToCheck,
    SignTask,
    SignWhistle,
)
from commandcenter.domain.limits import Level
from commandcenter.domain.task import TaskKind
from commandcenter.domain.whistle import WhistleKind, WhistleState
from commandcenter.services.whistle_views import AskWhistles, Whistles, WhistleView
from tests.fakes import Room, local, open_room
from tests.walks import refused

LEAD = "unit-sanitation"
CALLED = ("housing", "water", "enforcement")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2025-10-14 09:10")
    yield made
    made.center.close()


def listed(room: Room, who: str = "lead-1") -> Whistles:
    found: Whistles = room.desk.ask(AskWhistles(), who)
    return found


def the_one(room: Room, who: str = "lead-1") -> WhistleView:
    (found,) = listed(room, who).whistles
    return found


def part(room: Room, unit: str):
    return next(one for one in the_one(room).parts if one.part.unit == unit)


def wall(room: Room) -> str:
    """09:10: reported, filed as complex, sent to its lead unit, which signs."""
    case = room.report(item="01-99", place="市莲路 12 号围墙", words="围墙倾斜，有倒塌危险")
    room.do(FileCase, "lead-1", case=case, level=Level.COMPLEX)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="sanitation", kind=TaskKind.HANDLE)
    room.do(SignTask, "dispatch-1", LEAD, case=case, task=room.lead_task(case))
    return case


def test_day_b(room: Room) -> None:
    case = wall(room)

    def do(kind, who, behalf=None, **fields):
        return room.do(kind, who, behalf, case=case, whistle=whistle, **fields)

    room.clock.set("09:40")
    whistle = None
    room.do(DraftWhistle, "dispatch-1", case=case, kind=WhistleKind.RESIDENT, lead="housing",
            units=("water", "enforcement"), words="请三部门到场会同处置倾斜围墙")  # fmt: skip
    whistle = the_one(room).whistle.id
    refused(room, "no_right", DecideWhistle, "member-070", case=case, whistle=whistle,
            approve=True, seen=room.case(case).version)  # fmt: skip
    room.clock.set("10:05")
    do(DecideWhistle, "leader-1", approve=True, blow=True)
    view = the_one(room)
    assert view.whistle.state is WhistleState.BLOWN
    for one in view.parts:
        assert one.part.sign_due == local("2025-10-14 11:05")
        assert one.part.contact_due == local("2025-10-15 10:05")
        assert one.part.check_in_due == local("2025-10-17 17:30")
    assert room.case(case).lead_unit == "sanitation"

    room.clock.set("10:20")
    do(SignWhistle, "dispatch-1", "unit-housing", unit="housing")
    room.clock.set("10:50")
    do(SignWhistle, "dispatch-1", "unit-enforcement", unit="enforcement")
    room.clock.set("11:00")
    do(ReturnWhistle, "unit-water", unit="water", reason="not_our_duty", words="墙不是水利设施")
    assert room.center.desk.tick() == 0
    room.clock.set("11:06")
    assert room.center.desk.tick() == 1 and room.center.desk.tick() == 0
    assert part(room, "water").part.late == ("signed",) and part(room, "water").lamp == "red"
    room.clock.set("14:20")
    do(DecideReturn, "dispatch-1", unit="water", approve=False, words="河岸基础由水务负责")
    assert part(room, "water").part.designated
    refused(room, "designated_unit", ReturnWhistle, "unit-water", case=case, whistle=whistle,
            unit="water", reason="not_our_duty")  # fmt: skip
    room.clock.set("14:25")
    do(SignWhistle, "unit-water", unit="water")

    room.clock.set("2025-10-15 09:00")
    for unit in CALLED:
        do(ContactWhistle, f"unit-{unit}", unit=unit, words="已与社区联系")
    refused(room, "not_at_place", CheckInWhistle, "unit-water", case=case, whistle=whistle,
            unit="water", lon=113.0, lat=22.0)  # fmt: skip
    refused(room, "check_in_code", CheckInWhistle, "unit-water", case=case, whistle=whistle,
            unit="water", code="nope")  # fmt: skip
    do(CheckInWhistle, "unit-water", unit="water", lon=113.4326, lat=22.9509)
    do(CheckInWhistle, "unit-housing", unit="housing", code=the_one(room).whistle.code)
    assert the_one(room, "unit-water").whistle.code == ""
    do(CheckInWhistle, "unit-enforcement", unit="enforcement", lon=113.4326, lat=22.9509)

    consult(room, case, whistle)
    room.clock.set("2025-10-21 15:00")
    refused(room, "whistle_parts_open", GiveFeedback, LEAD, case=case,
            words="已加固", pictures=(room.picture(),))  # fmt: skip
    for unit in CALLED:
        do(DeliverWhistle, f"unit-{unit}", unit=unit, words="已按会商完成")
    close(room, case)

    assert the_one(room).whistle.state is WhistleState.CLOSED
    assert the_one(room).late == 1 and room.case(case).lead_unit == "sanitation"
    room.clock.set("2025-10-23 10:00")
    for unit in CALLED:
        do(RateWhistle, "lead-1", unit=unit, score=90)
        assert len(listed(room).whistles) == 1
        do(RateWhistle, f"unit-{unit}", unit=unit, score=95)
    assert listed(room).whistles == ()
    (kept,) = room.desk.ask(AskWhistles(case=case), "lead-1").whistles
    assert kept.whistle.state is WhistleState.RATED and len(kept.ratings) == 6
    assert room.center.verify().good and room.center.differences() == []


def consult(room: Room, case: str, whistle: str) -> None:
    """10-16 09:30: the consultation with its three tasks, done by 10-21."""
    room.clock.set("2025-10-15 16:00")
    called = room.do(CallConsultation, "leader-1", case=case, meets_at=local("2025-10-16 09:30"),
                     units=CALLED, words="围墙加固方案", whistle=whistle)  # fmt: skip
    (meeting,) = listed(room).consultations
    assert meeting.agenda == "围墙加固方案" and called.subject == case
    room.clock.set("2025-10-16 09:30")
    tasks = tuple(
        ConsultLine(unit=unit, words=words, due=local("2025-10-21 17:30"))
        for unit, words in zip(CALLED, ("设计加固", "排查基础", "清理占压"), strict=True)
    )
    room.do(HoldConsultation, "leader-1", case=case, consultation=meeting.consultation.id,
            attended=CALLED, words="先围蔽，再加固", tasks=tasks)  # fmt: skip
    room.clock.set("2025-10-21 14:00")
    (meeting,) = listed(room).consultations
    assert {one.words for one in meeting.tasks} == {"设计加固", "排查基础", "清理占压"}
    for one in meeting.tasks:
        room.do(FinishConsultTask, f"unit-{one.task.unit}", case=case, task=one.task.id)
    assert listed(room).consultations == ()


def close(room: Room, case: str) -> None:
    """10-21 fed back, 10-22 checked and closed: the whistle closes with the case."""
    room.do(GiveFeedback, "dispatch-1", LEAD, case=case, words="已加固",
            pictures=(room.picture(),))  # fmt: skip
    room.do(SendToCheck, "intake-1", case=case, checker="member-071")
    room.clock.set("2025-10-22 10:00")
    room.do(RecordCheck, "member-071", case=case, passed=True)
    room.do(CloseCase, "lead-1", case=case)
    assert room.case(case).state is CaseState.CLOSED
