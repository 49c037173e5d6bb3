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


def the(room: Room, case: str) -> dict[str, str]:
    """What every command on the whistle names."""
    return {"case": case, "whistle": the_one(room).whistle.id}


def test_day_b(room: Room) -> None:
    case = wall(room)
    blow(room, case)
    sign_late(room, case)
    arrive(room, case)
    consult(room, case, the_one(room).whistle.id)
    deliver(room, case)
    close(room, case)
    assert the_one(room).whistle.state is WhistleState.CLOSED
    assert the_one(room).late == 1 and room.case(case).lead_unit == "sanitation"
    rate(room, case)
    assert room.center.verify().good and room.center.differences() == []


def blow(room: Room, case: str) -> None:
    """10:05: approved by the deputy director, blown at once; a grid member could not."""
    room.clock.set("09:40")
    room.do(DraftWhistle, "dispatch-1", case=case, kind=WhistleKind.RESIDENT, lead="housing",
            units=("water", "enforcement"), words="请三部门到场会同处置倾斜围墙")  # fmt: skip
    refused(room, "no_right", DecideWhistle, "member-070", approve=True,
            seen=room.case(case).version, **the(room, case))  # fmt: skip
    room.clock.set("10:05")
    room.do(DecideWhistle, "leader-1", approve=True, blow=True, **the(room, case))
    view = the_one(room)
    assert view.whistle.state is WhistleState.BLOWN
    for one in view.parts:
        assert one.part.sign_due == local("2025-10-14 11:05")
        assert one.part.contact_due == local("2025-10-15 10:05")
        assert one.part.check_in_due == local("2025-10-17 17:30")
    assert room.case(case).lead_unit == "sanitation"


def sign_late(room: Room, case: str) -> None:
    """Two sign in time; water asks to return, is red at 11:05, designated, and signs."""
    known = the(room, case)
    for at, unit in (("10:20", "housing"), ("10:50", "enforcement")):
        room.clock.set(at)
        room.do(SignWhistle, "dispatch-1", f"unit-{unit}", unit=unit, **known)
    room.clock.set("11:00")
    water = {**known, "unit": "water"}
    room.do(ReturnWhistle, "unit-water", reason="not_our_duty", words="墙不是水利设施", **water)
    assert room.center.desk.tick() == 0
    room.clock.set("11:06")
    assert room.center.desk.tick() == 1 and room.center.desk.tick() == 0
    assert part(room, "water").part.late == ("signed",) and part(room, "water").lamp == "red"
    room.clock.set("14:20")
    room.do(DecideReturn, "dispatch-1", approve=False, words="河岸基础由水务负责", **water)
    assert part(room, "water").part.designated
    refused(room, "designated_unit", ReturnWhistle, "unit-water", reason="not_our_duty", **water)
    room.clock.set("14:25")
    room.do(SignWhistle, "unit-water", **water)


def arrive(room: Room, case: str) -> None:
    """Contact, then checked in at the place: by position, or by the code that is told there."""
    known = the(room, case)
    room.clock.set("2025-10-15 09:00")
    for unit in CALLED:
        room.do(ContactWhistle, f"unit-{unit}", unit=unit, words="已与社区联系", **known)
    water = {**known, "unit": "water"}
    refused(room, "not_at_place", CheckInWhistle, "unit-water", lon=113.0, lat=22.0, **water)
    refused(room, "check_in_code", CheckInWhistle, "unit-water", code="nope", **water)
    code = the_one(room).whistle.code
    room.do(CheckInWhistle, "unit-housing", unit="housing", code=code, **known)
    assert the_one(room, "unit-water").whistle.code == ""
    for unit in ("water", "enforcement"):
        room.do(CheckInWhistle, f"unit-{unit}", unit=unit, lon=113.4326, lat=22.9509, **known)


def deliver(room: Room, case: str) -> None:
    """10-21: no feedback before the departments have delivered."""
    room.clock.set("2025-10-21 15:00")
    refused(room, "whistle_parts_open", GiveFeedback, LEAD, case=case,
            words="已加固", pictures=(room.picture(),))  # fmt: skip
    for unit in CALLED:
        room.do(DeliverWhistle, f"unit-{unit}", unit=unit, words="已办", **the(room, case))


def rate(room: Room, case: str) -> None:
    """10-23: on the list until each side has rated the other."""
    room.clock.set("2025-10-23 10:00")
    known = the(room, case)
    for unit in CALLED:
        room.do(RateWhistle, "lead-1", unit=unit, score=90, **known)
        assert len(listed(room).whistles) == 1
        room.do(RateWhistle, f"unit-{unit}", unit=unit, score=95, **known)
    assert listed(room).whistles == ()
    (kept,) = room.desk.ask(AskWhistles(case=case), "lead-1").whistles
    assert kept.whistle.state is WhistleState.RATED and len(kept.ratings) == 6


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
