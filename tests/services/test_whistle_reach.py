"""What a called department reaches of a case and what it never learns (domain.md section 10)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import (
    AddNote,
    AnswerSupervision,
    DecideWhistle,
    DispatchJoint,
    DraftWhistle,
    Reason,
    SuperviseCase,
)
from commandcenter.domain.joint import JointKind, JointPart
from commandcenter.domain.task import TaskKind
from commandcenter.domain.whistle import WhistleKind
from commandcenter.services.whistle_views import AskWhistles
from tests.fakes import Room
from tests.walks import dispatched, filed, head, refused, sign

WATER = "unit-water"


@pytest.fixture
def case(room: Room) -> str:
    """A case of sanitation and police to which housing and water were called."""
    key = dispatched(room, co=("police",))
    sign(room, key)
    room.do(DraftWhistle, "dispatch-1", case=key, kind=WhistleKind.JOINT, lead="housing",
            units=("water",), words="请到场会同处置")  # fmt: skip
    (called,) = room.desk.ask(AskWhistles(case=key), "lead-1").whistles
    room.do(DecideWhistle, "director-1", case=key, whistle=called.whistle.id, approve=True,
            blow=True)  # fmt: skip
    return key


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
