"""What a change of shift refuses: days no clock knows, swaps of what is gone, cases long ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from commandcenter.domain.commands import (
    AcknowledgeItem,
    AskDutyChange,
    DecideDutyChange,
    DutyLine,
    FreezeHandover,
    MakePromise,
    PlanDuties,
    PublishDuties,
    RefuseCase,
    SendReport,
    SetPlan,
    SignHandover,
    VoidCase,
)
from commandcenter.domain.duty import Duty, DutyAsk, Post
from commandcenter.domain.handover import Party
from commandcenter.domain.plan import EventKind, Response, default_levels
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.services.duty_views import AskDutyMonth
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.views import AskBoard
from tests.fakes import Room
from tests.walks import UNIT, dispatched, drilling, filed, refused, signed

TUESDAY = date(2025, 9, 30)


def duties(room: Room, day: date = TUESDAY, publish: bool = True) -> dict[str, Duty]:
    """Day and night of a day with dispatch-1 and dispatch-2, by person."""
    people = {
        "day": ("duty-1", "lead-1", "dispatch-1"),
        "night": ("duty-1", "lead-2", "dispatch-2"),
    }
    posts = (Post.LEADER, Post.LEAD, Post.DISPATCH)
    lines = tuple(
        DutyLine(day=day, shift=shift, post=post, person=who)
        for shift, whom in people.items()
        for post, who in zip(posts, whom, strict=True)
    )
    span = {"first": day, "last": day}
    room.do(PlanDuties, "lead-1", pattern="day_night", lines=lines, **span)
    if publish:
        room.do(PublishDuties, "lead-1", reason="试排", **span)
    found = room.desk.ask(AskDutyMonth(**span), "lead-1").duties
    return {one.person: one for one in found}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_at_the_end_of_the_calendar_is_refused(room: Room, day: date) -> None:
    with pytest.raises(Refusal, match="days_range"):
        room.desk.ask(AskDutyMonth(first=day, last=day), "lead-1")
    line = DutyLine(day=day, shift="night", post=Post.LEAD, person="lead-1")
    given = {"pattern": "day_night", "first": day, "last": day, "lines": (line,)}
    refused(room, "days_range", PlanDuties, "lead-1", **given)


def test_a_swap_wants_two_duties_that_bind_and_are_still_ones_own(room: Room) -> None:
    mine = duties(room)
    later = duties(room, TUESDAY + timedelta(days=1), publish=False)
    swap = {"kind": DutyAsk.SWAP, "reason": "有事"}
    given = {**swap, "duty": mine["dispatch-1"].id, "other": later["dispatch-2"].id}
    refused(room, "no_such_duty", AskDutyChange, "dispatch-1", **given)
    room.do(AskDutyChange, "dispatch-1", **{**given, "other": mine["dispatch-2"].id})
    room.do(AskDutyChange, "dispatch-2", **swap, duty=mine["dispatch-2"].id,
            other=mine["dispatch-1"].id)  # fmt: skip
    month = AskDutyMonth(first=TUESDAY, last=TUESDAY)
    one, two = (each.id for each in room.desk.ask(month, "lead-1").requests)
    room.do(DecideDutyChange, "lead-1", request=one, approve=True)
    refused(room, "not_your_duty", DecideDutyChange, "lead-1", request=two, approve=True)
    room.do(DecideDutyChange, "lead-1", request=two, approve=False)


def test_a_swap_with_a_duty_that_has_begun_is_not_approved(room: Room) -> None:
    mine = duties(room)
    given = {"duty": mine["dispatch-2"].id, "other": mine["dispatch-1"].id, "reason": "有事"}
    room.do(AskDutyChange, "dispatch-2", kind=DutyAsk.SWAP, **given)
    (asked,) = room.desk.ask(AskDutyMonth(first=TUESDAY, last=TUESDAY), "lead-1").requests
    room.clock.set("2025-09-30 09:00")
    refused(room, "duty_began", DecideDutyChange, "duty-1", request=asked.id, approve=True)


def test_only_what_is_open_is_taken_over_or_promised(room: Room) -> None:
    ended, gone = room.report(), filed(room)
    room.do(RefuseCase, "intake-1", case=ended, reason="not_ours", words="已告知")
    room.do(VoidCase, "lead-1", case=gone, reason="twin")
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
    for case in (ended, gone):
        refused(room, "case_ended", AcknowledgeItem, "lead-2", handover=record, case=case)
        refused(room, "case_ended", MakePromise, "lead-1", case=case, party=Party.LEADER,
                by_when=room.clock.at + timedelta(hours=1), words="报告")  # fmt: skip


def test_who_signed_or_asks_is_not_absent(room: Room) -> None:
    room.clock.set("07:50")
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2", leader="duty-1").subject
    room.do(SignHandover, "lead-2", handover=record, password="incoming-pass-2")
    room.clock.set("08:20")
    assert room.desk.tick() == 0


def test_a_record_tells_the_final_report_owed_and_no_drills(room: Room) -> None:
    drill = drilling(room, Response.III)
    room.do(SendReport, "lead-1", emergency=drill, slot="first_call", words="演练开始")
    drilling(room, None)
    assert room.desk.ask(AskHandover(), "lead-1").parts.reports == ()
    real = drilling(room, Response.III, drill=False)
    room.do(SendReport, "lead-1", emergency=real, slot="first_call", words="已到岗")
    room.do(SendReport, "lead-1", emergency=real, slot="first", words="已到岗")
    drilling(room, None, drill=False)
    signed(room, item="01-10")
    sent = room.desk.ask(AskHandover(), "lead-1").parts.reports
    assert [(one.slot, one.sent_at is None) for one in sent] == [
        ("first_call", False), ("first", False), ("final", True)]  # fmt: skip


def test_a_duty_published_after_it_began_brings_its_person_on(room: Room) -> None:
    duties(room)
    room.clock.set("2025-10-01 08:30")  # the night's people are there until nine
    room.desk.tick()
    room.clock.set("2025-10-01 09:30")
    room.desk.tick()
    assert not on_shift(room, "dispatch-2")
    duties(room, TUESDAY + timedelta(days=1))
    room.desk.tick()
    assert on_shift(room, "dispatch-1") and not on_shift(room, "dispatch-2")


def on_shift(room: Room, person: str) -> bool:
    board = room.desk.ask(AskBoard(), "lead-1")
    return next(one.on_shift for one in board.people if one.id == person)


def test_a_unit_promises_in_cases_it_works_in_and_not_where_it_was_only_told(room: Room) -> None:
    case = dispatched(room, notify=("enforcement",))
    promise = {"case": case, "party": Party.LEADER, "words": "三点前",
               "by_when": room.clock.at + timedelta(hours=1)}  # fmt: skip
    refused(room, "not_your_unit", MakePromise, "unit-enforcement", **promise)
    room.do(MakePromise, UNIT, **promise)


def test_a_plan_names_who_can_confirm(room: Room) -> None:
    levels = default_levels({}, {})
    odd = (*levels[:3], replace(levels[3], confirm=(Role.SECRETARY, Role.UNIT)))
    given = {"kind": EventKind.FIRE, "seen": 0, "name": "火灾"}
    refused(room, "plan_confirm_missing", SetPlan, "duty-1", levels=odd, **given)
    room.do(SetPlan, "duty-1", levels=levels, **given)
