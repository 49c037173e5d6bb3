"""准入: an item off the duty list waits for a leader; what is urgent never does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    AskAdmission,
    CorrectCase,
    DecideAdmission,
    DispatchCase,
    FileCase,
    RefuseCase,
    SelfHandleCase,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Person
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.services.sending_views import AskAssignment
from commandcenter.services.views import AskBoard, CaseLine
from commandcenter.storage.reference import ItemRow
from tests import walks
from tests.fakes import Room, writing
from tests.walks import refused

OFF, ALSO_OFF, PETROL = "05-10", "05-11", "21-903"
WHY = "街道无执法权，但居民反映强烈"


@pytest.fixture(autouse=True)
def duty_list(room: Room) -> None:
    off_list(room)


def off_list(room: Room) -> None:
    """Three items are off the duty list, an urgent one among them."""
    with writing(room.desk) as tx:
        for code in (OFF, ALSO_OFF, PETROL):
            tx.put(replace(tx.need(ItemRow, code, "x"), listed=False))
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject="tables", kind="table_set", facts={})  # fmt: skip
    room.desk.reload()


def ask(room: Room, case: str) -> None:
    room.do(AskAdmission, "intake-1", case=case, words=WHY)


def line(room: Room, case: str) -> CaseLine:
    return next(one for one in room.desk.ask(AskBoard(), "lead-1").cases if one.id == case)


def moves(room: Room, case: str, who: str = "lead-1") -> dict[str, str | None]:
    return {one.command: one.why for one in room.view(case, who).moves}


def test_it_is_held_until_a_leader_admits_it(room: Room) -> None:
    case = room.report(OFF)
    assert moves(room, case)["FileCase"] == "not_on_duty_list"
    assert room.view(case).reminders == ("admission_wanted",)
    refused(room, "not_on_duty_list", FileCase, "lead-1", case=case)
    refused(room, "words_missing", AskAdmission, "intake-1", case=case, words=" ")
    refused(room, "admission_not_asked", DecideAdmission, "duty-1", case=case, approve=True)
    ask(room, case)
    assert (line(room, case).pending, line(room, case).admission) == (("admission",), "asked")
    assert room.view(case).reminders == ("admission_asked",)
    refused(room, "admission_asked", AskAdmission, "lead-1", case=case, words=WHY)
    refused(room, "not_on_duty_list", FileCase, "lead-1", case=case)
    refused(room, "no_right", DecideAdmission, "lead-1", case=case, approve=True)
    room.do(DecideAdmission, "lead-1", behalf="duty-1", case=case, approve=True)
    assert line(room, case).pending == () and "AskAdmission" not in moves(room, case)
    room.do(FileCase, "lead-1", case=case)
    walks.send(room, case, unit="enforcement")
    assert room.case(case).state is CaseState.DISPATCHED
    assert room.center.verify().good and not room.center.differences()


def test_refused_it_is_rejected_with_a_word_to_the_reporter_or_asked_again(room: Room) -> None:
    case = room.report(OFF)
    ask(room, case)
    refused(room, "words_missing", DecideAdmission, "duty-1", case=case, approve=False)
    room.do(DecideAdmission, "duty-1", case=case, approve=False, words="属区城管局职责")
    assert line(room, case).admission == "refused"
    assert "admission_refused" in room.view(case).reminders
    refused(room, "not_on_duty_list", FileCase, "lead-1", case=case)
    ask(room, case)
    room.do(DecideAdmission, "director-1", case=case, approve=False, words="仍不属本街道")
    room.do(RefuseCase, "intake-1", case=case, reason="not_listed", words="已转告区城管局电话")
    assert room.case(case).state is CaseState.REJECTED


def test_who_asked_does_not_admit(room: Room) -> None:
    case = room.report(OFF)
    with writing(room.desk) as tx:
        person = tx.need(Person, "duty-1", "no_such_person")
        tx.put(replace(person, roles=(*person.roles, Role.INTAKE_OFFICER)))
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject="people", kind="imported", facts={})  # fmt: skip
    room.do(AskAdmission, "duty-1", case=case, words=WHY)
    refused(room, "own_request", DecideAdmission, "duty-1", case=case, approve=True)
    room.do(DecideAdmission, "secretary-1", case=case, approve=True)


def test_what_is_urgent_is_never_held(room: Room) -> None:
    petrol, fire = room.report(PETROL), room.report(OFF)
    refused(room, "on_duty_list", AskAdmission, "intake-1", case=petrol, words=WHY)
    room.do(FileCase, "lead-1", case=petrol)
    room.do(FileCase, "lead-1", case=fire, level=Level.URGENT)
    room.do(CorrectCase, "lead-1", case=fire, level=Level.GENERAL)
    assert line(room, fire).admission == "asked", "the urgency is gone: a leader is asked after all"


def test_what_a_member_has_handled_already_is_not_held(room: Room) -> None:
    case = room.report(OFF, reporter="member-070")
    room.do(SelfHandleCase, "member-070", case=case, words="已劝离", pictures=(room.picture(),))
    assert room.case(case).state is CaseState.CHECKING


def test_a_correction_asks_anew(room: Room) -> None:
    case = room.report(OFF)
    ask(room, case)
    room.do(DecideAdmission, "duty-1", case=case, approve=True)
    room.do(CorrectCase, "lead-1", case=case, place="祠堂西街")
    assert line(room, case).admission == "granted"
    room.do(CorrectCase, "lead-1", case=case, item=ALSO_OFF)
    assert (line(room, case).pending, line(room, case).admission) == (("admission",), "asked")
    room.do(CorrectCase, "lead-1", case=case, item="01-02")
    assert (line(room, case).pending, line(room, case).admission) == ((), None)
    room.do(FileCase, "lead-1", case=case)


def test_a_filed_case_that_leaves_the_list_waits_before_it_goes_out(room: Room) -> None:
    case = walks.filed(room)
    room.do(CorrectCase, "lead-1", case=case, item=OFF)
    assert moves(room, case)["DispatchCase"] == "not_on_duty_list"
    refused(room, "not_on_duty_list", DispatchCase, "dispatch-1", case=case,
            lead_unit="enforcement", kind=TaskKind.HANDLE)  # fmt: skip
    planned = room.desk.ask(AskAssignment(cases=(case,)), "dispatch-1")
    assert (planned.rows, planned.left_out) == ((), ((case, "not_on_duty_list"),))
    room.do(DecideAdmission, "duty-1", case=case, approve=True)
    assert room.desk.ask(AskAssignment(cases=(case,)), "dispatch-1").left_out == ()
    walks.send(room, case, unit="enforcement")
    assert room.case(case).state is CaseState.DISPATCHED


def test_what_waits_for_a_leader_goes_on_waiting_when_the_unit_signs(room: Room) -> None:
    case = walks.dispatched(room)
    room.do(CorrectCase, "lead-1", case=case, item=OFF)
    walks.sign(room, case)
    assert (line(room, case).pending, line(room, case).admission) == (("admission",), "asked")
    room.do(DecideAdmission, "duty-1", case=case, approve=True)
    assert line(room, case).pending == ()
