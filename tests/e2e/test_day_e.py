"""Day E (domain.md section 11): noise, reported to 12345, three rounds, told through the Desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    DispatchCase,
    FileCase,
    FinishTask,
    GiveFeedback,
    Reason,
    RecordCallback,
    RecordCheck,
    RecordConsultation,
    RecordContact,
    RedoCase,
    ReportCase,
    RevealPhone,
    SendToCheck,
    SignTask,
    SuperviseCase,
)
from commandcenter.domain.limits import Level
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBeside, AskBoard, AskFind, CaseView
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests.fakes import Room, local, open_room

PHONE, NAME = "13800005678", "钱晓芸"
WORDS = "我是三楼的钱晓芸，楼下商铺夜里十二点还在放音响"
UNIT = "unit-police"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2025-10-13 09:20")
    yield made
    made.center.close()


def seen_by(room: Room, case: str, who: str) -> CaseView | None:
    """The case as somebody of the field sees it, None for whom it is not there at all."""
    try:
        view = room.view(case, who)
    except Refusal as said:
        assert said.code == "no_such_case" and who != UNIT
        return None
    assert (view.complainant, view.words) == (None, None)
    assert not any(line.words for line in view.story)
    return view


def masked(room: Room, case: str) -> None:
    """The desk sees 138****5678; unit, shop and member see no word of who complained."""
    view = room.view(case, "hotline-1")
    assert view.complainant and view.complainant.phone == "138****5678"
    for other in (UNIT, "unit-market", "leader-team-surface", "member-070"):
        mine = seen_by(room, case, other)
        for secret in (PHONE, NAME, WORDS):
            assert secret not in repr(mine)
            assert room.desk.ask(AskFind(text=secret), other).lines == ()
        near = AskBeside(item="21-909", lon=113.4325, lat=22.95086, words=WORDS, phone=PHONE)
        assert NAME not in repr(room.desk.ask(near, other))


def again(room: Room, case: str, fed: str, checked: str) -> None:
    room.clock.set(fed)
    room.do(GiveFeedback, "dispatch-1", UNIT, case=case, words="已约谈，音响已关",
            pictures=(room.picture(),))  # fmt: skip
    room.do(SendToCheck, "intake-1", case=case, checker="member-071")
    room.clock.set(checked)
    room.do(RecordCheck, "member-071", case=case, passed=True)
    assert room.case(case).state is CaseState.CALLBACK
    masked(room, case)


def answer(room: Room, case: str, at: str, outcome: str) -> None:
    room.clock.set(at)
    room.do(RecordCallback, "hotline-1", case=case, outcome=outcome, words="来电人意见已记录")
    masked(room, case)


def test_noise(room: Room) -> None:
    case = room.do(ReportCase, "gateway-1", item="21-909", source=Source.HOTLINE, words=WORDS,
                   place="祠堂东街18号一楼商铺", lon=113.4325, lat=22.95086, caller_name=NAME,
                   caller_phone=PHONE, hotline_at=local("2025-10-13 09:20"),
                   source_number="12345-1").subject  # fmt: skip
    room.clock.set("09:30")
    room.do(FileCase, "lead-1", case=case)
    number = room.case(case).number
    assert room.case(case).due == local("2025-10-20 17:30")
    dispatch(room, case)
    masked(room, case)

    room.clock.set("09:50")
    room.do(SignTask, "dispatch-1", UNIT, case=case, task=room.lead_task(case))
    assert room.case(case).stage == "contact"
    room.clock.set("10:30")
    room.do(RecordContact, "dispatch-1", UNIT, case=case, words="已电话联系")
    assert room.case(case).contacted_at == local("2025-10-13 10:30")
    masked(room, case)

    again(room, case, "2025-10-17 10:00", "2025-10-17 15:00")
    answer(room, case, "2025-10-20 10:00", "unsatisfied")
    room.clock.set("2025-10-21 10:00")
    room.do(RedoCase, "dispatch-1", case=case)
    assert room.case(case).due == local("2025-10-28 17:30")

    again(room, case, "2025-10-27 10:00", "2025-10-28 10:00")
    answer(room, case, "2025-10-29 09:30", "unsatisfied")
    assert room.case(case).owed == ("supervision", "consultation")
    three_units(room, case)
    again(room, case, "2025-11-10 10:00", "2025-11-10 16:00")
    answer(room, case, "2025-11-11 10:00", "basically")
    ended(room, case, number)


def dispatch(room: Room, case: str) -> None:
    seen = room.case(case).version
    step = DispatchCase(case=case, seen=seen, lead_unit="police", kind=TaskKind.HANDLE,
                        reasons=(Reason(code="no_power", words="依职权处置"),))  # fmt: skip
    room.desk.do(step, "dispatch-1")


def three_units(room: Room, case: str) -> None:
    """10-29: supervision and consultation, complex, ten working days, three departments."""
    room.do(SuperviseCase, "supervisor-1", case=case, due=local("2025-11-05 17:30"),
            words="限期解决扰民")  # fmt: skip
    room.do(RecordConsultation, "lead-1", case=case, units=("police", "market", "housing"),
            words="三部门联合")  # fmt: skip
    room.clock.set("10:00")
    with pytest.raises(Refusal, match="no_right"):
        room.do(RedoCase, "dispatch-1", case=case, level=Level.COMPLEX, limit="10wd")
    room.do(RedoCase, "lead-1", case=case, level=Level.COMPLEX, limit="10wd",
            co_units=("market", "housing"))  # fmt: skip
    now = room.case(case)
    assert (now.due, now.level) == (local("2025-11-12 17:30"), Level.COMPLEX)
    assert (now.lead_unit, now.co_units) == ("police", ("market", "housing"))
    for task in [one for one in room.view(case).tasks if one.role == "co"]:
        who = f"unit-{task.unit}"
        room.do(SignTask, who, case=case, task=task.id)
        room.do(FinishTask, who, case=case, task=task.id)


def ended(room: Room, case: str, number: str | None) -> None:
    now = room.case(case)
    assert (now.state, now.rating) == (CaseState.CLOSED, "basically")
    assert (now.rounds, now.rework, now.number, now.owed) == (3, 0, number, ())
    rounds = [one.split(" ")[1:] for one in now.old_dues if "round" in one]
    assert rounds == [["met", "round1"], ["late", "round2"]]
    assert room.desk.ask(AskBoard(), "lead-1").figures.filed == 1
    with room.center.database.read.begin() as connection:
        assert verify(connection, room.desk.street).good
        assert differences(connection, room.desk.street) == []
        held = connection.exec_driver_sql("SELECT group_concat(data) FROM journal").scalar_one()
    for secret in (PHONE, NAME, "商铺夜里", "音响", "限期解决", "三部门"):
        assert secret not in held


def test_a_telephone_shows_to_one_person_with_a_reason_until_the_result(room: Room) -> None:
    case = room.do(ReportCase, "intake-1", item="21-909", source=Source.HOTLINE, words=WORDS,
                   place="祠堂东街", caller_phone=PHONE).subject  # fmt: skip
    room.do(FileCase, "lead-1", case=case)
    with pytest.raises(Refusal, match="reason_unknown"):
        room.do(RevealPhone, "intake-1", case=case, reason="curious")
    with pytest.raises(Refusal, match="reveal_words"):
        room.do(RevealPhone, "duty-1", case=case, reason="call_back")
    with pytest.raises(Refusal, match="no_right"):
        room.do(RevealPhone, UNIT, case=case, reason="scene")
    for _ in range(2):  # a second time as well
        room.do(RevealPhone, "intake-1", case=case, reason="call_back")
        room.clock.pass_(minutes=1)
    mine, other = room.view(case, "intake-1").complainant, room.view(case, "intake-2").complainant
    assert mine and mine.phone == PHONE and other and other.phone == "138****5678"
    room.clock.pass_(minutes=9)
    late = room.view(case, "intake-1").complainant
    assert late and late.phone == "138****5678"
    room.do(RevealPhone, "intake-1", case=case, reason="call_back")
    room.do(RecordContact, "intake-1", case=case)
    hidden = room.view(case, "intake-1").complainant
    assert hidden and hidden.phone == "138****5678"
