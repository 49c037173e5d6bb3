"""What a called department reaches of a case and what it never learns (domain.md section 10)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import (
    AddNote,
    AnswerSupervision,
    CallConsultation,
    CheckInWhistle,
    CloseWhistle,
    ConsultLine,
    ContactWhistle,
    DecideReturn,
    DecideWhistle,
    DeliverWhistle,
    DispatchJoint,
    DraftWhistle,
    FinishConsultTask,
    HoldConsultation,
    RateWhistle,
    Reason,
    ReturnWhistle,
    SignWhistle,
    SuperviseCase,
)
from commandcenter.domain.joint import JointKind, JointPart
from commandcenter.domain.task import TaskKind
from commandcenter.domain.whistle import Whistle, WhistleKind, WhistleState
from commandcenter.services.handover_views import AskHandover, Owed
from commandcenter.services.views import AskBoard
from commandcenter.services.whistle_views import AskWhistles
from tests.fakes import Room
from tests.walks import dispatched, filed, head, refused, sign

WATER, MARKET = "unit-water", "unit-market"


@pytest.fixture
def case(room: Room) -> str:
    """A case of sanitation and police to which housing and water were called."""
    key = dispatched(room, co=("police",))
    sign(room, key)
    blow(room, key)
    return key


def blow(room: Room, case: str) -> Whistle:
    """Housing leads, water comes along; the whistle as the desk sees it."""
    room.do(DraftWhistle, "dispatch-1", case=case, kind=WhistleKind.JOINT, lead="housing",
            units=("water",), words="请到场会同处置")  # fmt: skip
    found = room.desk.ask(AskWhistles(case=case), "lead-1").whistles
    (one,) = [view.whistle for view in found if view.whistle.state is WhistleState.DRAFT]
    room.do(DecideWhistle, "director-1", case=case, whistle=one.id, approve=True, blow=True)
    return one


def test_the_code_of_the_place_reaches_no_department_by_any_way(room: Room, case: str) -> None:
    (called,) = room.desk.ask(AskWhistles(case=case), "lead-1").whistles
    code = called.whistle.code
    assert code and code in repr(room.desk.changes(0, who="lead-1"))
    assert f"'{code}'" in repr(room.view(case).story)
    for answer in (room.view(case, WATER), room.desk.changes(0, who=WATER)):
        assert f"'{code}'" not in repr(answer)


def test_a_department_hears_that_its_step_is_late(room: Room, case: str) -> None:
    room.clock.pass_(hours=2)
    before = head(room)
    room.desk.tick()
    told = {one.kind: one.subject for one in room.desk.changes(before, who=WATER).entries}
    assert told["whistle_late"] == case
    assert not room.desk.changes(before, who="unit-market").entries


def test_a_department_notes_on_the_case_and_answers_its_own_order_alone(
    room: Room, case: str
) -> None:
    due = room.clock.at + timedelta(hours=4)
    room.do(SuperviseCase, "supervisor-1", case=case, due=due, words="水务限时到场", unit="water")
    refused(room, "not_your_unit", AnswerSupervision, "unit-police", case=case, words="好")
    room.do(AddNote, WATER, case=case, words="已派人")
    room.do(AnswerSupervision, WATER, case=case, words="已到场")
    assert room.case(case).supervise_due is None


def test_a_plan_sheet_does_not_tell_its_units_who_complained(room: Room) -> None:
    who = {"caller_name": "钱晓芸", "caller_phone": "13800005678"}
    key = filed(room, item="05-01", source=Source.HOTLINE, source_number="GD-1", **who)
    parts = (JointPart(unit="enforcement"), JointPart(unit="police"))
    why = (Reason(code="no_power/police", words="只维持秩序"),)
    room.do(DispatchJoint, "dispatch-1", case=key, joint_kind=JointKind.ENTERPRISE,
            kind=TaskKind.HANDLE, parts=parts, place="祠堂东街", reasons=why,
            words="钱晓芸投诉噪声，两家同到")  # fmt: skip
    (sheet,) = room.view(key, "unit-police").joints
    assert sheet.words == "***投诉噪声，两家同到"
    assert room.view(key).joints[0].words == "钱晓芸投诉噪声，两家同到"


def test_who_is_let_go_of_a_second_whistle_still_rates_the_first(room: Room, case: str) -> None:
    (first,) = [one.whistle for one in room.desk.ask(AskWhistles(case=case), "lead-1").whistles]
    said = {"case": case, "whistle": first.id}
    for unit in ("housing", "water"):
        mine = {**said, "unit": unit}
        room.do(SignWhistle, f"unit-{unit}", **mine)
        room.do(ContactWhistle, f"unit-{unit}", **mine)
        room.do(CheckInWhistle, f"unit-{unit}", code=first.code, **mine)
        room.do(DeliverWhistle, f"unit-{unit}", words="办结", **mine)
    room.do(CloseWhistle, "lead-1", **said)
    again = {"case": case, "whistle": blow(room, case).id, "unit": "water"}
    room.do(ReturnWhistle, WATER, reason="not_our_duty", **again)
    room.do(DecideReturn, "dispatch-1", approve=True, **again)
    room.do(RateWhistle, WATER, unit="water", score=90, **said)
    (view,) = [
        one
        for one in room.desk.ask(AskWhistles(case=case), WATER).whistles
        if one.whistle.id == first.id
    ]
    assert ("water", False) not in view.waiting and len(view.waiting) == 3


def test_a_unit_with_a_task_out_of_a_consultation_sees_the_case_and_finishes_it(
    room: Room, case: str
) -> None:
    at = room.clock.at
    room.do(CallConsultation, "lead-1", case=case, units=("market",), words="议一议",
            meets_at=at)  # fmt: skip
    (meeting,) = room.desk.ask(AskWhistles(), "lead-1").consultations
    assert case not in {line.id for line in room.desk.ask(AskBoard(), MARKET).cases}
    before = head(room)
    line = ConsultLine(unit="market", words="查处沿街经营", due=at + timedelta(days=1))
    room.do(HoldConsultation, "lead-1", case=case, consultation=meeting.consultation.id,
            attended=("market",), words="由市场监管办理", tasks=(line,))  # fmt: skip
    assert [one.id for one in room.desk.changes(before, who=MARKET).cases] == [case]
    owed = {(one.kind, one.unit, one.due) for one in handed(room)}
    assert ("consult_task", "market", line.due) in owed
    (seen,) = room.view(case, MARKET).consultations
    assert seen.tasks[0].words == "查处沿街经营" and room.view(case, MARKET).words is None
    room.do(FinishConsultTask, MARKET, case=case, task=seen.tasks[0].task.id, words="已查处")
    assert room.view(case).consultations[0].tasks[0].task.done_at == at
    assert "consult_task" not in {one.kind for one in handed(room)}


def handed(room: Room) -> tuple[Owed, ...]:
    """What a handover of now would hand over as owed."""
    found: tuple[Owed, ...] = room.desk.ask(AskHandover(), "lead-1").parts.owed
    return found
