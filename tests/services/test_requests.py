"""Requests of a unit: they change nothing until decided (domain.md section 2)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import (
    AskRequest,
    CorrectCase,
    DecideRequest,
    GiveFeedback,
    RecallCase,
    ResumeCase,
    SignTask,
    VoidCase,
)
from commandcenter.domain.limits import Level
from commandcenter.domain.request import RequestKind
from tests import walks
from tests.fakes import LOCAL, Room, local
from tests.walks import UNIT, head, pending, refused

K = RequestKind
S = CaseState


def ask(room: Room, case: str, kind: RequestKind, who: str = UNIT, **more: object) -> None:
    room.do(AskRequest, who, case=case, **{"reason": "waits", **more}, **{"kind": kind})


def decide(room: Room, case: str, approve: bool = True, who: str = "dispatch-1") -> None:
    asked = pending(room, case).id
    room.do(DecideRequest, who, case=case, request=asked, approve=approve)


def back(room: Room, case: str, unit: str, to: str) -> None:
    ask(room, case, K.RETURN, f"unit-{unit}", proposed_unit=to)
    decide(room, case)


def bare(case: Case) -> Case:
    return case.changed(version=0, pending=())


@pytest.mark.parametrize(
    ("kind", "more", "who"),
    [
        (K.EXTENSION, {"limit": "2wh"}, "dispatch-1"),
        (K.SUSPENSION, {"review_on": date(2025, 10, 9)}, "lead-1"),
        (K.VOID, {}, "lead-1"),
    ],
)
def test_a_request_changes_nothing_until_it_is_approved(
    room: Room, kind: RequestKind, more: dict[str, object], who: str
) -> None:
    case = walks.signed(room)
    before = room.case(case)
    ask(room, case, kind, **more)
    assert bare(room.case(case)) == bare(before)
    assert room.case(case).pending == (kind.value,)
    refused(room, "request_pending", partial(AskRequest, kind=kind, reason="again", **more), UNIT,
            case=case)  # fmt: skip
    wrong = "lead-1" if who == "dispatch-1" else "dispatch-1"
    asked = pending(room, case).id
    for other in (wrong, UNIT):
        refused(room, "no_right", DecideRequest, other, case=case, request=asked, approve=True)
    decide(room, case, approve=False, who=who)
    assert bare(room.case(case)) == bare(before)
    refused(room, "request_decided", DecideRequest, who, case=case, request=asked, approve=True)


def test_after_the_second_return_the_unit_is_designated_and_may_not_return(room: Room) -> None:
    case = walks.dispatched(room)
    due = room.case(case).due
    back(room, case, "sanitation", "water")
    assert (room.case(case).state, room.case(case).returns) == (S.FILED, 1)
    assert [one.state for one in room.view(case).tasks] == ["recalled"]
    walks.send(room, case, "water")
    assert not room.case(case).designated
    back(room, case, "water", "housing")
    walks.send(room, case, "housing")
    now = room.case(case)
    assert (now.designated, now.resent, now.returns, now.due) == (True, True, 2, due)
    assert [one.designated for one in room.view(case).tasks if one.unit == "housing"] == [True]
    again = partial(AskRequest, kind=K.RETURN, reason="not_ours", proposed_unit="water")
    refused(room, "designated_unit", again, "unit-housing", case=case)


def test_a_return_names_another_unit_and_comes_before_the_sign_limit(room: Room) -> None:
    case = walks.dispatched(room)

    def returning(to: str | None) -> object:
        return partial(AskRequest, kind=K.RETURN, reason="not_ours", proposed_unit=to)

    refused(room, "proposed_unit_missing", returning(None), UNIT, case=case)
    refused(room, "proposed_unit_same", returning("sanitation"), UNIT, case=case)
    refused(room, "no_such_unit", returning("moon"), UNIT, case=case)
    refused(room, "no_such_case", returning("water"), "unit-water", case=case)
    room.clock.set("10:00")  # the sign limit of one working hour, to the minute
    ask(room, case, K.RETURN, proposed_unit="water")
    decide(room, case, approve=False)
    room.clock.set("10:01")
    refused(room, "return_after_sign_limit", returning("water"), UNIT, case=case)
    walks.sign(room, case)
    refused(room, "return_only_dispatched", returning("water"), UNIT, case=case)


def test_who_signs_no_longer_asks_to_return(room: Room) -> None:
    case = walks.dispatched(room)
    ask(room, case, K.RETURN, proposed_unit="water")
    walks.sign(room, case)
    assert room.case(case).pending == ()
    assert [one.approved for one in room.view(case).requests] == [False]


@pytest.mark.parametrize("item", ["05-13", "01-02"])
def test_an_extension_counts_on_from_the_old_due_and_twice_at_most(room: Room, item: str) -> None:
    case = walks.signed(room, item=item)
    first = room.case(case).due
    whole = {"05-13": "5wd", "01-02": "4wh"}[item]
    longer = {"05-13": "6wd", "01-02": "5wh"}[item]
    dues = [first]

    def extending(limit: str | None) -> object:
        return partial(AskRequest, kind=K.EXTENSION, reason="more_time", limit=limit)

    refused(room, "extension_too_long", extending(longer), UNIT, case=case)
    refused(room, "limit_unreadable", extending("soon"), UNIT, case=case)
    refused(room, "limit_unreadable", extending(None), UNIT, case=case)
    refused(room, "extension_clock", extending("2h"), UNIT, case=case)
    for _ in range(2):
        ask(room, case, K.EXTENSION, limit=whole)
        decide(room, case)
        dues.append(room.case(case).due)
    refused(room, "extended_twice", extending(whole), UNIT, case=case)
    texts = [f"{one.astimezone(LOCAL):%m-%d %H:%M}" for one in dues if one]
    assert (
        texts
        == {
            "05-13": ["10-13 17:30", "10-20 17:30", "10-27 17:30"],
            "01-02": ["09-29 15:00", "09-30 10:00", "09-30 16:00"],
        }[item]
    )
    assert [one.split(" ", 1)[1] for one in room.case(case).old_dues] == ["met extended"] * 2


def test_an_urgent_or_overdue_case_is_never_extended(room: Room) -> None:
    urgent = walks.signed(room, item="04-01")
    extending = partial(AskRequest, kind=K.EXTENSION, reason="more", limit="1h")
    refused(room, "never_extend_urgent", extending, UNIT, case=urgent)
    general = walks.signed(room)
    ask(room, general, K.EXTENSION, limit="2wh")
    room.clock.set("16:00")  # due 15:00
    late = walks.signed(room, item="05-01")
    room.clock.set("2025-09-30 15:00")
    over = partial(AskRequest, kind=K.EXTENSION, reason="more", limit="1wh")
    refused(room, "extend_before_due", over, UNIT, case=late)
    room.do(CorrectCase, "lead-1", case=general, level=Level.URGENT)
    asked = pending(room, general).id
    refused(room, "never_extend_urgent", DecideRequest, "dispatch-1", case=general,
            request=asked, approve=True)  # fmt: skip


@pytest.mark.parametrize(("days", "good"), [(0, False), (1, True), (30, True), (31, False)])
def test_a_suspension_is_looked_at_again_within_thirty_days(
    room: Room, days: int, good: bool
) -> None:
    case = walks.signed(room)
    review = date(2025, 9, 29) + timedelta(days=days)
    if good:
        ask(room, case, K.SUSPENSION, review_on=review)
        return
    asking = partial(AskRequest, kind=K.SUSPENSION, reason="w", review_on=review)
    refused(room, "review_date_range", asking, UNIT, case=case)
    none = partial(AskRequest, kind=K.SUSPENSION, reason="w")
    refused(room, "review_date_missing", none, UNIT, case=case)


@pytest.mark.parametrize(
    ("item", "pause", "resume", "due"),
    [
        # 4 working hours from 09:00; at 10:00 three are left
        ("01-02", "2025-09-29 10:00", "2025-10-09 10:00", "2025-10-09 15:00"),
        ("01-02", "2025-09-29 10:00", "2025-10-05 23:00", "2025-10-09 11:30"),
        # 2 h round the clock from 09:00; at 10:00 one is left
        ("04-01", "2025-09-29 10:00", "2025-10-03 22:17", "2025-10-03 23:17"),
    ],
)
def test_a_suspended_clock_goes_on_exactly(
    room: Room, item: str, pause: str, resume: str, due: str
) -> None:
    case = walks.signed(room, item=item)
    room.clock.set(pause)
    ask(room, case, K.SUSPENSION, review_on=date(2025, 10, 20))
    decide(room, case, who="lead-1")
    stopped = room.case(case)
    assert stopped.state is S.SUSPENDED and stopped.left is not None
    room.clock.set(resume)
    room.do(ResumeCase, "dispatch-1", case=case)
    now = room.case(case)
    assert (now.due, now.left, now.review_on) == (local(due), None, None)
    assert [one.split(" ", 1)[1] for one in now.old_dues] == ["met resumed"]


def test_a_correction_keeps_what_a_suspension_added(room: Room) -> None:
    case = walks.suspended(room, days=10)
    room.clock.set("2025-10-09 09:00")
    room.do(ResumeCase, "dispatch-1", case=case)
    assert room.case(case).due == local("2025-10-09 15:00")  # the four hours, whole
    room.do(CorrectCase, "lead-1", case=case, item="05-01")  # two working hours
    assert room.case(case).due == local("2025-10-09 11:00")


def test_a_review_date_resumes_by_itself_once_and_from_its_first_minute(room: Room) -> None:
    case = walks.suspended(room, days=10, item="04-01")  # until Thu 2025-10-09; two hours left
    room.clock.set("2025-10-08 23:59")
    assert room.desk.tick() == 0
    room.clock.set("2025-10-09 00:00")
    assert room.desk.tick() == 1
    assert room.desk.tick() == 0
    now = room.case(case)
    assert (now.state, now.due) == (S.IN_PROGRESS, local("2025-10-09 02:00"))
    resumed = [one for one in room.view(case).story if one.entry.kind == "case_resumed"]
    assert [one.entry.who for one in resumed] == ["system"]


def test_a_desk_that_was_closed_on_the_review_date_resumes_as_of_that_day(room: Room) -> None:
    case = walks.suspended(room, days=10)
    room.clock.set("2025-10-10 09:00")
    assert room.desk.tick() == 1
    assert room.case(case).state_since == local("2025-10-09 00:00")
    assert room.case(case).due == local("2025-10-09 14:30")


def test_two_suspensions_resume_on_their_own_dates(room: Room) -> None:
    case = walks.suspended(room, days=1)
    for day in ("2025-09-30", "2025-10-09"):
        room.clock.set(f"{day} 08:00")
        assert room.desk.tick() == 1
        ask(room, case, K.SUSPENSION, review_on=date.fromisoformat(day) + timedelta(days=9))
        decide(room, case, who="lead-1")
    assert room.case(case).state is S.SUSPENDED


def test_a_unit_may_ask_to_void_and_what_else_it_asked_falls(room: Room) -> None:
    case = walks.signed(room)
    ask(room, case, K.EXTENSION, limit="1wh")
    ask(room, case, K.VOID)
    asked = next(one for one in room.view(case).requests if one.kind is K.VOID).id
    room.do(DecideRequest, "lead-1", case=case, request=asked, approve=True)
    assert room.case(case).state is S.VOID
    assert {one.kind: one.approved for one in room.view(case).requests} == {
        K.EXTENSION: False,
        K.VOID: True,
    }
    assert room.case(case).pending == ()
    assert [one.state for one in room.view(case).tasks] == ["recalled"]


@pytest.mark.parametrize("end", ["recall", "void"])
def test_nothing_stays_asked_for_when_a_case_is_recalled_or_void(room: Room, end: str) -> None:
    case = walks.signed(room)
    ask(room, case, K.EXTENSION, limit="1wh")
    command, who = (RecallCase, "dispatch-1") if end == "recall" else (VoidCase, "lead-1")
    room.do(command, who, case=case, reason="other")
    assert room.case(case).pending == ()
    assert not any(one.pending for one in room.view(case).requests)


def test_a_request_keeps_only_what_its_kind_is_about(room: Room) -> None:
    """Else words could ride into the journal in a field that nobody reads."""
    case = walks.signed(room)
    ask(room, case, K.VOID, limit="户主钱晓芸" * 50, review_on=date(2025, 10, 3),
        proposed_unit="water")  # fmt: skip
    asked = pending(room, case)
    assert (asked.limit, asked.review_on, asked.proposed_unit) == (None, None, None)


def test_only_the_lead_unit_asks_and_a_request_is_of_its_case(room: Room) -> None:
    case, other = walks.signed(room), walks.signed(room)
    ask(room, case, K.EXTENSION, limit="1wh")
    asked = pending(room, case).id
    refused(room, "no_such_request", DecideRequest, "dispatch-1", case=other, request=asked,
            approve=True)  # fmt: skip
    asking = partial(AskRequest, kind=K.VOID, reason="x")
    refused(room, "no_such_case", asking, "unit-water", case=case)
    refused(room, "no_right", asking, "dispatch-1", case=case)
    filed = walks.filed(room)
    refused(room, "not_dispatched", asking, "dispatch-1", behalf=UNIT, case=filed)
    at = head(room)
    room.do(GiveFeedback, UNIT, case=case, words="好", pictures=(room.picture(),))
    assert head(room) == at + 1
    refused(room, "task_move", SignTask, UNIT, case=case, task=room.lead_task(case))
