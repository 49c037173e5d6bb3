"""A night of one dispatcher and one shift lead: everything from report to close is done by two."""

from __future__ import annotations

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    AskRequest,
    AskVerification,
    CloseCase,
    DecideRequest,
    DispatchCase,
    ExplainClose,
    FileCase,
    GiveFeedback,
    HandOverCase,
    MergeCase,
    RecordCallback,
    RecordCheck,
    RecordVerification,
    RefuseCase,
    ReportCase,
    RevealPhone,
    SendToCheck,
    SetPersonShift,
    SignTask,
)
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import NEVER_TOGETHER, STANDS_IN, Role, standing_in
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard
from tests.fakes import Room
from tests.walks import CHECKER, UNIT, pending

DISPATCHER, LEAD = "dispatch-1", "lead-1"
S = CaseState


@pytest.fixture
def night(room: Room) -> Room:
    """23:00: of the desk only two are on shift."""
    room.clock.set("23:00")
    for one in room.desk.ask(AskBoard(), LEAD).people:
        if one.on_shift and one.id not in (DISPATCHER, LEAD) and not one.unit and not one.grids:
            room.do(SetPersonShift, LEAD, person=one.id, on_shift=False)
    return room


def report(room: Room, who: str = DISPATCHER, **more: object) -> str:
    """A call that comes in at night."""
    given = {"item": "01-02", "source": Source.HOTLINE, "words": "垃圾堆在路口", "place": "路口",
             "lon": 113.4325, "lat": 22.95086, "caller_phone": "13800005678"}  # fmt: skip
    return room.do(ReportCase, who, **given | more).subject


def to_check(room: Room, case: str) -> None:
    """Filed, sent, signed, longer by a request, done: the unit reports by telephone."""
    room.do(FileCase, LEAD, case=case)
    room.do(DispatchCase, DISPATCHER, case=case, lead_unit="sanitation", kind=TaskKind.HANDLE)
    room.do(SignTask, DISPATCHER, behalf=UNIT, case=case, task=room.lead_task(case))
    room.do(AskRequest, DISPATCHER, behalf=UNIT, case=case, kind=RequestKind.EXTENSION,
            reason="waits_for_vehicle", limit="1wh")  # fmt: skip
    room.do(DecideRequest, DISPATCHER, case=case, request=pending(room, case).id, approve=True)
    room.do(GiveFeedback, DISPATCHER, behalf=UNIT, case=case, words="已清理",
            pictures=(room.picture(),))  # fmt: skip
    offered = {one.command: one.allowed for one in room.view(case, LEAD).moves}
    assert offered["SendToCheck"]
    room.do(SendToCheck, LEAD, case=case, checker=CHECKER)
    room.do(RecordCheck, DISPATCHER, behalf=CHECKER, case=case, passed=True)


def test_two_bring_a_call_from_report_to_close(night: Room) -> None:
    start = night.desk.ask(AskBoard(), LEAD).seq
    case = report(night)
    night.do(AskVerification, DISPATCHER, case=case, verifier="member-070")
    night.do(RecordVerification, DISPATCHER, behalf="member-070", case=case, found=True,
             words="确有其事")  # fmt: skip
    to_check(night, case)
    assert night.case(case).state is S.CALLBACK
    night.do(RevealPhone, DISPATCHER, case=case, reason="call_back", words="夜班代办回访")
    night.do(RecordCallback, DISPATCHER, case=case, outcome="satisfied", words="满意")
    assert night.case(case).state is S.CLOSED
    seen = report(night, LEAD, source=Source.WINDOW)
    to_check(night, seen)
    night.do(CloseCase, LEAD, case=seen)
    assert night.case(seen).state is S.CLOSED
    entries = night.center.desk.changes(start).entries
    assert {one.who for one in entries} == {DISPATCHER, LEAD}
    assert {one.behalf for one in entries} == {None, UNIT, CHECKER, "member-070"}
    stood = {(one.kind, one.facts["standing_in"]) for one in entries if "standing_in" in one.facts}
    assert stood == {
        ("case_reported", "intake_officer"),
        ("verification_asked", "intake_officer"),
        ("check_asked", "intake_officer"),
        ("callback_recorded", "hotline_seat"),
    }


def test_two_refuse_merge_hand_over_and_close_explained(night: Room) -> None:
    first, second, third = report(night), report(night, LEAD), report(night)
    night.do(RefuseCase, DISPATCHER, case=first, reason="not_ours", words="已答复诉求人")
    night.do(HandOverCase, LEAD, case=third, service="119", told="119 值班员", reject=True)
    fourth = report(night)
    to_check(night, second)
    night.do(MergeCase, LEAD, case=fourth, into=second)
    night.do(ExplainClose, LEAD, case=second, leader="duty-1", basis="条例第一条",
             words="诉求人三次未接")  # fmt: skip
    states = [night.case(one).state for one in (first, second, third, fourth)]
    assert states == [S.REJECTED, S.CLOSED, S.REJECTED, S.MERGED]


def test_who_is_on_shift_is_not_stood_in_for(night: Room) -> None:
    night.do(SetPersonShift, LEAD, person="intake-1", on_shift=True)
    for who in (DISPATCHER, LEAD):
        with pytest.raises(Refusal, match="no_right"):
            report(night, who)
    case = report(night, "intake-1")
    assert {one.command: one.allowed for one in night.view(case, LEAD).moves}["RefuseCase"] is False
    night.do(SetPersonShift, DISPATCHER, person="intake-1", on_shift=False)
    night.do(SetPersonShift, DISPATCHER, person=LEAD, on_shift=False)
    with pytest.raises(Refusal, match="no_right"):  # who went home stands in for nobody
        report(night, LEAD)


def test_nobody_stands_in_for_who_gives_rights_or_looks_after() -> None:
    assert not set(STANDS_IN) & {role for pair in NEVER_TOGETHER for role in pair}
    keepers = [Role.ADMINISTRATOR, Role.AUDITOR, Role.OPERATOR, Role.UNIT, Role.SYSTEM]
    assert standing_in(keepers, ()) == frozenset()
    assert standing_in([Role.DISPATCHER], [Role.HOTLINE_SEAT]) == {Role.INTAKE_OFFICER}
    assert Person(street="1", id="x", roles=(Role.DISPATCHER,)).on_shift is False
