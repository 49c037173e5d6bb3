"""Rights that follow the shift: nobody is locked out, a handover goes on, all else is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    AcknowledgeItem,
    AddAddendum,
    AskDutyChange,
    DispatchCase,
    FileCase,
    FreezeHandover,
    PublishDuties,
    RevealPhone,
    SetPassword,
    SetPersonShift,
    SignHandover,
    SignTask,
)
from commandcenter.domain.duty import DutyAsk
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from tests.fakes import Room, open_room
from tests.services.test_duty import crew, month, plan, publish
from tests.walks import UNIT, refused

NIGHT = ("lead-2", "dispatch-2", "duty-1")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Monday 18:00: the roster is followed, the night is on, the day went home an hour ago."""
    made = open_room(tmp_path / "street", "2025-09-28 10:00")
    plan(made, crew())
    publish(made)
    for at in ("2025-09-29 08:00", "2025-09-29 17:00", "2025-09-29 18:00"):
        made.clock.set(at)
        made.desk.tick()
    yield made
    made.center.close()


def off(room: Room, *people: str) -> None:
    for one in people:
        room.do(SetPersonShift, "dispatch-2", person=one, on_shift=False)


def test_the_day_may_nothing_and_hears_who_is_on(room: Room) -> None:
    case = room.report(caller_phone="13800005678")
    for who, kind, fields in (
        ("lead-1", FileCase, {"case": case}),
        ("lead-1", PublishDuties, {"first": month(room).first, "last": month(room).last}),
        ("dispatch-1", RevealPhone, {"case": case, "reason": "verify"}),
        ("dispatch-1", SetPersonShift, {"person": "dispatch-1", "on_shift": True}),
    ):
        refused(room, "not_on_shift", kind, who, **fields)
    room.do(FileCase, "lead-2", case=case)
    with pytest.raises(Refusal) as said:
        room.do(DispatchCase, "dispatch-1", case=case, lead_unit="water", kind=TaskKind.HANDLE)
    assert "dispatch-2" in str(said.value.values["people"])
    room.do(DispatchCase, "dispatch-2", case=case, lead_unit="sanitation", kind=TaskKind.HANDLE)
    task = room.lead_task(case)
    refused(room, "not_on_shift", SignTask, "dispatch-1", behalf=UNIT, case=case, task=task)
    room.do(SignTask, UNIT, case=case, task=task)  # a unit has no shift


def test_who_is_refused_for_want_of_the_role_hears_of_no_shift(room: Room) -> None:
    refused(room, "no_right", FileCase, "dispatch-1", case=room.report())


def test_a_role_that_nobody_on_shift_holds_counts_off_shift(room: Room) -> None:
    case = room.report()
    off(room, "lead-2")
    room.do(FileCase, "lead-1", case=case)
    assert room.case(case).state is CaseState.FILED


def test_a_call_in_gives_the_rights_back_until_the_next_end_of_a_duty(room: Room) -> None:
    case = room.report()
    refused(room, "not_on_shift", FileCase, "lead-1", case=case)
    room.do(SetPersonShift, "lead-2", person="lead-1", on_shift=True)
    room.do(FileCase, "lead-1", case=case)
    assert room.case(case).state is CaseState.FILED


def test_the_own_duty_and_password_need_no_shift(room: Room) -> None:
    room.clock.set("2025-09-29 18:30")
    room.do(SetPersonShift, "lead-2", person="lead-1", on_shift=True)
    plan(room, crew(3)[6:])
    publish(room, reason="连班")
    mine = next(one for one in month(room).duties
                if one.person == "dispatch-1" and one.day.day == 30)  # fmt: skip
    room.do(AskDutyChange, "dispatch-1", kind=DutyAsk.LEAVE, duty=mine.id, reason="生病",
            stand_in="dispatch-3")  # fmt: skip
    room.do(SetPersonShift, "lead-2", person="lead-1", on_shift=False)
    refused(room, "login_wrong", SetPassword, "lead-1", person="lead-1", password="a-long-word-1")


def test_both_of_a_running_handover_go_on_off_shift(room: Room) -> None:
    case = room.report()
    record = room.do(FreezeHandover, "lead-2", incoming="lead-1").subject
    given = {"handover": record}
    room.do(AcknowledgeItem, "lead-1", case=case, **given)
    refused(room, "not_on_shift", FileCase, "lead-1", case=case)
    room.do(SetPersonShift, "lead-2", person="intake-3", on_shift=True)
    room.do(SignHandover, "lead-1", password="incoming-pass-1", **given)
    room.do(SetPersonShift, "lead-2", person="lead-1", on_shift=True)
    off(room, "lead-2")
    refused(room, "not_on_shift", FileCase, "lead-2", case=case)
    room.do(SignHandover, "lead-2", password="outgoing-pass-2", **given)
    assert room.case(case).owner == "lead-1"
    refused(room, "not_on_shift", FreezeHandover, "lead-2", incoming="lead-1")
    room.do(AddAddendum, "lead-2", words="更正：第1件承诺为14时", **given)
