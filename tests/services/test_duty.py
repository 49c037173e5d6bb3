"""The duty roster through the Desk: drafts, faults before publishing, swaps, who is on now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from commandcenter.domain.commands import (
    AskDutyChange,
    DecideDutyChange,
    DutyLine,
    PlanDuties,
    PublishDuties,
    SetPattern,
)
from commandcenter.domain.duty import (
    Duty,
    DutyAsk,
    DutyState,
    Pattern,
    Post,
    Shift,
    Wrong,
    default_patterns,
    faults,
)
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.rota import Crew, rotate
from commandcenter.services.duty_views import AskDutyMonth, AskOnDuty, DutyMonth, OnDuty
from tests.fakes import LOCAL, Room, local, open_room, writing
from tests.walks import refused

MONDAY = date(2025, 9, 29)
CREW = {Post.LEADER: ("duty-1", "duty-1"), Post.LEAD: ("lead-1", "lead-2"),
        Post.DISPATCH: ("dispatch-1", "dispatch-2")}  # fmt: skip


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2025-09-28 10:00")
    yield made
    made.center.close()


def crew(days: int = 1, **instead: str) -> tuple[DutyLine, ...]:
    """Day and night with two crews; the leader works 24 h (a day and the night after it)."""
    found = []
    for number in range(days):
        day = MONDAY + timedelta(days=number)
        for turn, shift in enumerate(("day", "night")):
            for post, crew in CREW.items():
                person = instead.get(f"{post.value}_{number}_{shift}", crew[turn])
                found.append(DutyLine(day=day, shift=shift, post=post, person=person))
    return tuple(found)


def plan(room: Room, lines: tuple[DutyLine, ...]) -> None:
    last = MONDAY + timedelta(days=2)
    given = {"pattern": "day_night", "first": MONDAY, "last": last, "lines": lines}
    room.do(PlanDuties, "lead-1", **given)


def month(room: Room) -> DutyMonth:
    found: DutyMonth = room.desk.ask(
        AskDutyMonth(first=MONDAY, last=MONDAY + timedelta(days=6)), "lead-1"
    )
    return found


def publish(room: Room, **more: str) -> None:
    room.do(PublishDuties, "lead-1", first=MONDAY, last=MONDAY + timedelta(days=2), **more)


def shifts_of(room: Room) -> dict[str, bool]:
    with writing(room.desk) as tx:
        return {one.id: one.on_shift for one in tx.find(Person)}


@pytest.mark.parametrize(
    ("text", "code"),
    [("day 08:00-08:00", "shift_unreadable"), ("Day 08:00-17:00", "shift_unreadable"),
     ("day 25:00-26:00", "shift_unreadable"), ("night 20:00-21:00+1", "shift_unreadable")],
)  # fmt: skip
def test_a_shift_that_cannot_be_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        Shift.parse(text)


def test_the_usual_patterns_rotate_without_a_hole() -> None:
    for pattern in default_patterns("990101001"):
        names = [one.name for one in pattern.parsed()]
        for number in range(28):
            teams = [pattern.team_on(name, number) for name in names]
            assert None not in teams
            assert len(set(teams)) == len(teams) or pattern.teams < len(teams)
    four = {one.id: one for one in default_patterns("990101001")}["four_teams"]
    assert [four.team_on("day", n) for n in range(4)] == [0, 1, 2, 3]
    assert [four.team_on("night", n) for n in range(1, 5)] == [0, 1, 2, 3]


def test_gaps_double_bookings_and_short_rests_are_found() -> None:
    def duty(key: str, post: Post, person: str, begin: str, hours: float) -> Duty:
        starts = local(begin)
        ends = starts + timedelta(hours=hours)
        return Duty(street="s", id=key, day=starts.astimezone(LOCAL).date(), shift="day",
                    starts=starts, ends=ends, post=post, person=person)  # fmt: skip

    given = [
        duty("1", Post.LEAD, "a", "2025-09-29 08:00", 9),
        duty("2", Post.LEAD, "a", "2025-09-29 16:00", 9),
        duty("3", Post.LEAD, "b", "2025-09-29 08:00", 9),
        duty("4", Post.LEAD, "b", "2025-09-30 03:59", 8),
        duty("5", Post.LEAD, "c", "2025-09-29 08:00", 9),
        duty("6", Post.LEAD, "c", "2025-09-30 04:00", 8),
        duty("7", Post.LEAD, "d", "2025-09-29 08:00", 9),
        duty("8", Post.LEAD, "d", "2025-09-29 17:00", 15),
    ]
    found = faults(given, {})
    assert [(one.wrong, one.person) for one in found] == [(Wrong.DOUBLE, "a"), (Wrong.REST, "b")]
    gaps = faults(given[:1], {Post.LEAD: 1, Post.LEADER: 1})
    assert [(one.wrong, one.post) for one in gaps] == [(Wrong.GAP, Post.LEADER)]


def test_a_roster_is_drafted_looked_at_published_and_followed(room: Room) -> None:
    plan(room, crew())
    assert len(month(room).duties) == 6 and month(room).findings == ()
    assert room.desk.ask(AskOnDuty(), "lead-1").now == ()
    publish(room)
    refused(room, "nothing_to_publish", PublishDuties, "lead-1", first=MONDAY, last=MONDAY)
    room.clock.set("2025-09-29 08:00")
    on: OnDuty = room.desk.ask(AskOnDuty(), "lead-1")
    assert (on.shift, on.ends) == ("day", local("2025-09-29 17:00"))
    assert {one.person for one in on.now} == {"duty-1", "lead-1", "dispatch-1"}
    assert {one.person for one in on.following} == {"duty-1", "lead-2", "dispatch-2"}
    assert room.desk.tick() == 1
    room.clock.set("17:00")
    assert room.desk.tick() == 1 and shifts_of(room)["lead-2"]
    room.clock.set("17:59")
    assert room.desk.tick() == 0 and shifts_of(room)["lead-1"]
    room.clock.set("18:00")
    assert room.desk.tick() == 1
    now = shifts_of(room)
    assert (now["lead-1"], now["dispatch-1"], now["duty-1"]) == (False, False, True)
    assert room.center.verify().good and not room.center.differences()


def test_a_gap_wants_a_reason_and_a_double_booking_is_never_published(room: Room) -> None:
    plan(room, crew()[1:])
    (gap,) = month(room).findings
    assert (gap.wrong, gap.post) == (Wrong.GAP, Post.LEADER)
    refused(room, "roster_reason", PublishDuties, "lead-1", first=MONDAY,
            last=MONDAY + timedelta(days=2))  # fmt: skip
    twice = DutyLine(day=MONDAY, shift="day", post=Post.INTAKE, person="lead-1")
    plan(room, (*crew(), twice))
    with pytest.raises(Refusal) as said:
        publish(room, reason="人手不足")
    assert said.value.code in ("roster_double", "roster_no_role")
    plan(room, crew(2))
    tired = {(one.wrong, one.person) for one in month(room).findings}
    assert tired == {(Wrong.REST, "lead-2"), (Wrong.REST, "dispatch-2")}
    plan(room, crew()[1:])
    publish(room, reason="带班领导开会，电话值守")


def test_a_swap_and_a_leave_want_approval_by_somebody_else(room: Room) -> None:
    plan(room, crew())
    publish(room)
    mine = next(one for one in month(room).duties if one.person == "dispatch-1")
    theirs = next(one for one in month(room).duties if one.person == "dispatch-2")
    ask = {"duty": mine.id, "reason": "家中有事"}
    refused(room, "not_your_duty", AskDutyChange, "dispatch-2", kind=DutyAsk.SWAP,
            other=theirs.id, **ask)  # fmt: skip
    room.do(AskDutyChange, "dispatch-1", kind=DutyAsk.SWAP, other=theirs.id, **ask)
    (asked,) = month(room).requests
    room.do(DecideDutyChange, "lead-1", request=asked.id, approve=True)
    now = {one.id: one.person for one in month(room).duties}
    assert (now[mine.id], now[theirs.id]) == ("dispatch-2", "dispatch-1")
    leave = {"kind": DutyAsk.LEAVE, "duty": theirs.id, "reason": "生病"}
    refused(room, "stand_in_missing", AskDutyChange, "dispatch-1", **leave)
    room.do(AskDutyChange, "dispatch-1", stand_in="dispatch-2", **leave)
    (asked,) = month(room).requests
    room.do(DecideDutyChange, "lead-1", request=asked.id, approve=False)
    assert {one.id: one.person for one in month(room).duties} == now


def test_patterns_are_data(room: Room) -> None:
    assert next(one.id for one in month(room).patterns) == "day_night"
    given = {"pattern": "three", "name": "三班", "teams": 3}
    shifts = ("early 00:00-08:00", "mid 08:00-16:00", "late 16:00-00:00+1")
    room.do(SetPattern, "lead-1", shifts=shifts, **given)
    made = {one.id: one for one in month(room).patterns}
    assert len(made) == 5 and isinstance(made["three"], Pattern)
    refused(room, "cycle_unknown", SetPattern, "lead-1", shifts=shifts, cycle=("noon",), **given)
    room.do(SetPattern, "lead-1", pattern="three")
    assert "three" not in {one.id for one in month(room).patterns}


def october(street: str) -> tuple[DutyLine, ...]:
    """31 days of two shifts and four posts, four teams in turn."""
    pattern = {one.id: one for one in default_patterns(street)}["day_night"]
    leads = (("lead-1",), ("lead-2",), ("lead-1",), ("lead-2",))
    desk = (("dispatch-1",), ("dispatch-2",), ("dispatch-3",), ("dispatch-2",))
    takers = (("intake-1",), ("intake-2",), ("intake-3",), ("intake-2",))
    crews = (
        Crew(post=Post.LEADER, teams=(("duty-1",),), daily=True),
        Crew(post=Post.LEAD, teams=leads),
        Crew(post=Post.DISPATCH, teams=desk),
        Crew(post=Post.INTAKE, teams=takers),
    )
    return rotate(pattern, crews, date(2025, 10, 1), date(2025, 10, 31))


def test_a_month_of_two_shifts_and_four_posts_goes_through_the_desk(room: Room) -> None:
    lines = october(room.desk.street)
    assert len(lines) == 31 * 2 * 4
    span = {"first": date(2025, 10, 1), "last": date(2025, 10, 31)}
    room.do(PlanDuties, "lead-1", pattern="day_night", lines=lines, **span)
    asked: DutyMonth = room.desk.ask(AskDutyMonth(**span), "lead-1")
    assert len(asked.duties) == len(lines)
    assert asked.findings == ()
    room.do(PublishDuties, "lead-1", **span)
    read: DutyMonth = room.desk.ask(AskDutyMonth(**span), "lead-1")
    assert {one.state for one in read.duties} == {DutyState.PUBLISHED}
    assert read.findings == ()
    assert room.center.verify().good and not room.center.differences()


def test_a_shift_that_nobody_was_put_on_is_found_before_publishing(room: Room) -> None:
    first, last = crew(3)[:6], crew(3)[12:]
    plan(room, (*first, *last))
    gaps = [one for one in month(room).findings if one.wrong is Wrong.GAP]
    assert {one.at for one in gaps} == {local("2025-09-30 08:00"), local("2025-09-30 17:00")}
    assert len(gaps) == 6
    plan(room, tuple(one for one in crew() if one.shift == "day"))
    assert {one.at for one in month(room).findings} == {local("2025-09-29 17:00")}
    refused(room, "roster_reason", PublishDuties, "lead-1", first=MONDAY, last=MONDAY)


def test_publishing_leaves_days_without_a_draft_and_shifts_that_have_begun(room: Room) -> None:
    plan(room, crew(3))
    publish(room, reason="连班")
    room.clock.set("2025-09-29 09:00")
    others = {"lead_0_day": "lead-2", "lead_0_night": "lead-1"}
    room.do(PlanDuties, "lead-1", pattern="day_night", first=MONDAY, last=MONDAY,
            lines=crew(1, **others))  # fmt: skip
    publish(room, reason="连班")
    duties = month(room).duties
    assert len(duties) == 18 and {one.state for one in duties} == {DutyState.PUBLISHED}
    leads = [one.person for one in duties if one.post is Post.LEAD and one.day == MONDAY]
    assert leads == ["lead-1", "lead-1"], "the morning stays, the night is the new one"
    room.do(PlanDuties, "lead-1", pattern="day_night", first=MONDAY, last=MONDAY,
            lines=crew(1)[:3])  # fmt: skip
    refused(room, "nothing_to_publish", PublishDuties, "lead-1", first=MONDAY, last=MONDAY)


def test_requests_name_their_duties_also_of_other_months(room: Room) -> None:
    plan(room, crew())
    publish(room)
    mine = next(one for one in month(room).duties if one.person == "dispatch-1")
    room.do(AskDutyChange, "dispatch-1", kind=DutyAsk.LEAVE, duty=mine.id, reason="生病",
            stand_in="dispatch-3")  # fmt: skip
    later = AskDutyMonth(first=date(2025, 11, 1), last=date(2025, 11, 30))
    found: DutyMonth = room.desk.ask(later, "lead-1")
    assert found.named == (mine,) and found.duties == ()
