"""The course of a case: worked examples of domain.md to the minute, and what must always hold."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain.case import ENDED, Source
from commandcenter.domain.clock import Lamp
from commandcenter.domain.commands import (
    ArriveTask,
    AskRequest,
    Behalf,
    DecideRequest,
    FileCase,
    RecallCase,
    RecordCallback,
    RecordContact,
    RedoCase,
    ReopenCase,
    ResumeCase,
    SignTask,
    UndoCase,
    UrgeCase,
)
from commandcenter.domain.course import Course, Leg, Step
from commandcenter.domain.limits import ClockKind, Stage
from commandcenter.domain.plan import Response
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import Channel, Role
from commandcenter.services import casebook
from tests import walks
from tests.fakes import Room, open_room
from tests.services.test_random import Walk

HOUR, MINUTE, NOTHING = timedelta(hours=1), timedelta(minutes=1), timedelta(0)


def told(room: Room, case: str) -> Course:
    found = room.view(case).course
    assert found is not None
    return found


def steps(course: Course) -> str:
    return " ".join(one.step for one in course.legs)


def last(course: Course, step: Step) -> Leg:
    return next(one for one in reversed(course.legs) if one.step is step)


STAGES = {
    Step.VERIFY: "verify",
    Step.DISPATCH: "dispatch",
    Step.SIGN: "sign",
    Step.ARRIVE: "on_scene",
    Step.CHECK: "check",
    Step.CALLBACK: "callback",
    Step.CONTACT: "contact",
}
"""How the case's own record calls the steps that were late."""


# ---- worked examples --------------------------------------------------------------------------


@pytest.fixture
def petrol(tmp_path: Path):
    room = open_room(tmp_path / "street", "2019-07-11 10:00", date(2019, 7, 11))
    yield room
    room.center.close()


def test_day_a_urgent_on_the_calendar_each_step_against_its_minutes(petrol: Room) -> None:
    room = petrol
    case = room.report(item="21-903")
    room.clock.set("10:04")
    room.do(FileCase, "lead-1", case=case)
    walks.send(room, case)
    room.clock.set("10:06")
    walks.sign(room, case)
    room.clock.set("10:30")
    room.do(ArriveTask, walks.UNIT, case=case, task=room.lead_task(case))
    room.clock.set("11:00")
    walks.feed(room, case)
    course = told(room, case)
    assert steps(course) == "file dispatch sign arrive handle send_to_check"
    sign, arrive, handle = (last(course, one) for one in (Step.SIGN, Step.ARRIVE, Step.HANDLE))
    assert (sign.used, sign.allowed, sign.limit) == (2 * MINUTE, 10 * MINUTE, "10min")
    assert (sign.by, sign.unit, sign.lamp) == (walks.UNIT, "sanitation", Lamp.GREEN)
    assert (arrive.used, arrive.left) == (24 * MINUTE, 6 * MINUTE)
    assert handle.used == 30 * MINUTE and handle.allowed is None
    (whole,) = course.rounds
    assert (whole.used, whole.allowed, whole.kind) == (56 * MINUTE, 2 * HOUR, ClockKind.CALENDAR)
    assert whole.runs and whole.limit == "2h"


def test_working_hours_pass_in_sessions_and_lateness_says_how_far(room: Room) -> None:
    room.clock.set("2025-09-26 16:30")  # a Friday; Sunday 09-28 is worked
    case = walks.filed(room, item="01-02")
    room.clock.set("2025-09-28 09:05")
    course = told(room, case)
    leg, (whole,) = course.legs[-1], course.rounds
    assert (leg.step, leg.limit) == (Step.DISPATCH, "1wh")
    assert (leg.used, leg.left, leg.late) == (95 * MINUTE, -35 * MINUTE, True)
    assert (whole.used, whole.left, whole.lamp) == (95 * MINUTE, 145 * MINUTE, Lamp.GREEN)
    room.clock.set("2025-09-28 11:00")
    assert told(room, case).rounds[0].lamp is Lamp.YELLOW  # from 10:42
    walks.send(room, case)
    sent = last(told(room, case), Step.DISPATCH)
    assert sent.late and sent.left == -150 * MINUTE and sent.by == "dispatch-1"


def test_working_days_are_said_as_the_table_says_them(room: Room) -> None:
    room.clock.set("2025-09-30 17:00")
    case = walks.filed(room, item="01-03")
    room.clock.set("2025-10-09 08:30")
    (whole,) = told(room, case).rounds
    assert (whole.limit, whole.used, whole.allowed) == ("2wd", 30 * MINUTE, 30 * MINUTE + 14 * HOUR)
    assert whole.due is not None and whole.due.isoformat() == "2025-10-10T09:30:00+00:00"


def test_what_is_suspended_does_not_count_and_resumes_exactly(room: Room) -> None:
    case = walks.signed(room, item="01-02")
    room.clock.pass_(minutes=40)
    review = (room.clock.at + timedelta(days=7)).date()
    room.do(AskRequest, walks.UNIT, case=case, kind=RequestKind.SUSPENSION, reason="waits",
            review_on=review)  # fmt: skip
    room.do(DecideRequest, "lead-1", case=case, request=walks.pending(room, case).id, approve=True)
    room.clock.pass_(hours=26)
    course = told(room, case)
    (whole,) = course.rounds
    assert course.now and course.now.step is Step.REVIEW and whole.standing
    assert (whole.used, whole.left) == (40 * MINUTE, 200 * MINUTE)
    assert whole.apart == room.desk.rules.clock.worked(course.now.began, room.clock.at)
    room.do(ResumeCase, "dispatch-1", case=case)
    room.clock.pass_(minutes=10)
    (again,) = told(room, case).rounds
    assert (again.used, again.left, again.limit) == (50 * MINUTE, 190 * MINUTE, "4wh")


def test_an_emergency_holds_a_step_and_what_it_held_is_kept_apart(room: Room) -> None:
    case = walks.filed(room, item="01-02")
    room.clock.pass_(minutes=20)
    walks.drilling(room, Response.II, drill=False)
    room.clock.pass_(minutes=30)
    leg = told(room, case).legs[-1]
    assert leg.standing and (leg.used, leg.apart, leg.left) == (
        20 * MINUTE,
        30 * MINUTE,
        40 * MINUTE,
    )
    walks.drilling(room, None, drill=False)
    room.clock.pass_(minutes=5)
    walks.send(room, case)
    course = told(room, case)
    sent = last(course, Step.DISPATCH)
    assert (sent.used, sent.apart, sent.allowed) == (25 * MINUTE, 30 * MINUTE, HOUR)
    assert sent.limit == "1wh" and not sent.late
    assert course.rounds[0].apart == 30 * MINUTE


def test_day_e_every_round_has_its_own_record(room: Room) -> None:
    room.clock.set("2025-10-13 09:20")
    case = walks.callback(room, item="21-909")
    room.clock.set("2025-10-20 10:00")
    room.do(RecordCallback, "hotline-1", case=case, outcome="unsatisfied", words="还响")
    room.clock.set("2025-10-21 10:00")
    assert not any(one.runs for one in told(room, case).rounds)
    assert room.view(case).upcoming[0].step == "redo"
    room.do(RedoCase, "dispatch-1", case=case)
    first, second = told(room, case).rounds
    assert (first.number, second.number) == (1, 2)
    assert first.ended is not None and not first.late
    assert second.due is not None and second.due.isoformat() == "2025-10-28T09:30:00+00:00"


def test_a_closed_case_that_is_reopened_goes_on_in_a_round_of_its_own(room: Room) -> None:
    case = walks.closed(room, item="01-02")
    room.clock.pass_(days=2)
    before = told(room, case)
    assert before.now is None and before.rounds[0].ended is not None
    room.do(ReopenCase, "lead-1", case=case, words="又堆上了")
    after = told(room, case)
    assert after.now and after.now.step is Step.HANDLE and after.now.began == room.clock.at
    assert [one.runs for one in after.rounds] == [False, True]
    assert after.legs[:-1] == before.legs


def test_an_undone_dispatch_leaves_the_step_as_if_it_had_never_ended(room: Room) -> None:
    case = walks.dispatched(room)
    room.clock.pass_(seconds=5)
    room.do(UndoCase, "dispatch-1", case=case)
    course = told(room, case)
    assert steps(course) == "file dispatch" and course.legs[-1].runs
    walks.send(room, case)
    room.do(RecallCase, "dispatch-1", case=case, reason="wrong")
    assert steps(told(room, case)) == "file dispatch sign dispatch"


def test_contact_with_the_complainant_runs_beside_the_work(room: Room) -> None:
    case = walks.signed(room, source=Source.HOTLINE, caller_phone="13800005678")
    room.clock.pass_(hours=25)
    (beside,) = told(room, case).beside
    assert (beside.step, beside.left, beside.limit) == (Step.CONTACT, -HOUR, "24h")
    assert "contact" in [one.step for one in room.view(case).upcoming]
    room.do(RecordContact, "dispatch-1", case=case, words="已联系")
    course = told(room, case)
    assert course.beside[0].late and course.beside[0].by == "dispatch-1"
    assert steps(course) == "file dispatch sign handle"


def test_where_the_beginning_is_not_told_any_more_a_step_is_not_longer_than_it_was(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casebook, "MOST_STORY", 20)
    case = walks.filed(room)
    room.clock.pass_(minutes=60)
    walks.send(room, case)
    room.clock.pass_(minutes=5)
    walks.sign(room, case)
    for _ in range(21):
        room.do(UrgeCase, "lead-1", case=case)
    (leg,) = told(room, case).legs
    assert (leg.step, leg.began, leg.used) == (Step.HANDLE, room.clock.at, NOTHING)


def test_who_is_next_and_until_when(room: Room) -> None:
    case = walks.dispatched(room, item="01-02")
    (sign,) = room.view(case).upcoming
    assert (sign.step, sign.command, sign.unit) == ("sign", "SignTask", "sanitation")
    assert sign.leg and sign.leg.left == HOUR
    walks.sign(room, case)
    room.do(AskRequest, walks.UNIT, case=case, kind=RequestKind.SUSPENSION, reason="waits",
            review_on=(room.clock.at + timedelta(days=7)).date())  # fmt: skip
    handle, decide = room.view(case).upcoming
    assert handle.leg and handle.leg.step is Step.WHOLE
    assert (decide.step, decide.role, decide.of) == ("decide", Role.SHIFT_LEAD, "suspension")
    assert room.view(walks.closed(room)).upcoming == ()


def test_an_ended_merged_or_refused_report_has_a_course_without_a_running_leg(room: Room) -> None:
    for case in (walks.merged(room), walks.rejected(room), walks.voided(room)):
        course = told(room, case)
        assert course.now is None and course.legs[-1].ended is not None
        assert not any(one.runs for one in course.rounds)


def test_who_acts_for_a_unit_by_telephone_is_named_and_the_time_is_when_it_happened(
    room: Room,
) -> None:
    case = walks.dispatched(room, item="01-02")
    room.clock.pass_(minutes=7)
    said = Behalf(person=walks.UNIT, channel=Channel.RADIO, happened_at=room.clock.at - 3 * MINUTE)
    seen = room.case(case).version
    step = SignTask(case=case, seen=seen, task=room.lead_task(case), behalf=said)
    room.desk.do(step, "dispatch-1")
    sign = last(told(room, case), Step.SIGN)
    assert (sign.used, sign.by) == (4 * MINUTE, walks.UNIT)


# ---- what always holds ------------------------------------------------------------------------


def holds(room: Room, case: str) -> None:
    """Without a gap, on its clock to the second, late as the case's own record has it."""
    view, clock, now = room.view(case), room.desk.rules.clock, room.clock.at
    course = told(room, case)
    legs, mine = course.legs, view.case
    assert legs[0].began == mine.reported_at and legs[0].step is Step.FILE
    closings = sum(one.entry.kind == "case_reopened" for one in view.story)
    gaps = [one for one in pairwise(legs) if one[0].ended != one[1].began]
    assert all(one.ended and two.began > one.ended for one, two in gaps)
    assert len(gaps) <= closings
    assert (course.now is None) == (mine.state in ENDED)
    for leg in (*legs, *course.beside, *course.rounds):
        end = leg.ended or now
        calendar = leg.kind is ClockKind.CALENDAR
        passed = max(end - leg.began, NOTHING) if calendar else clock.worked(leg.began, end)
        assert leg.used + leg.apart == passed and leg.used >= NOTHING and leg.apart >= NOTHING
        if leg.left is not None:
            assert leg.allowed is not None and leg.used + leg.left == leg.allowed
            assert leg.late or leg.step is Step.REVIEW or leg.left >= NOTHING
    stands = course.now is not None and course.now.standing
    for leg in course.rounds:
        if leg.runs and leg.left is not None and not leg.standing:
            assert leg.due == mine.due
            assert leg.left == clock.left(now, mine.due, leg.kind) or leg.late
        if leg.standing and mine.left is not None and mine.left >= NOTHING:
            assert leg.left == mine.left
    if course.now and mine.stage_due and not stands and mine.stage is not Stage.CONTACT:
        assert course.now.due == mine.stage_due
        assert course.now.left == clock.left(now, mine.stage_due, course.now.kind) or stands
    if not any(one.entry.kind == "case_corrected" for one in view.story):
        late = [one.step for one in (*legs, *course.beside) if one.late and not one.runs]
        assert Counter(STAGES[one] for one in late if one in STAGES) == Counter(mine.late_stages)


@settings(max_examples=2, deadline=None, suppress_health_check=[*HealthCheck])
@given(seed=st.integers(0, 2**32))
def test_on_random_walks_the_sums_are_those_of_the_clock(founded: Path, seed: int) -> None:
    walk = Walk(founded, seed)
    try:
        for _ in range(8):
            for _ in range(30):
                walk.step()
            for case in walk.cases:
                holds(walk.room, case)
        walk.end()
        folder = walk.home / "street"
        before = {case: told(walk.room, case) for case in walk.cases}
        walk.room.center.close()
        walk.room = open_room(folder)
        walk.room.clock.at = next(iter(before.values())).at
        assert {case: told(walk.room, case) for case in before} == before
    finally:
        walk.room.center.close()
        shutil.rmtree(walk.home)
