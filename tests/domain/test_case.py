"""A case's states, figures and clocks as values (domain.md sections 2 and 3)."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import datetime, timedelta

import pytest

from commandcenter.domain import closing, filing, handling
from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import ENDED, INBOX, NEXT, OPEN, Case, CaseState, Source, counts
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.limits import DEFAULT_LIMITS, ClockKind, Limit, Stage
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.rules import Rules
from tests.fakes import local

S = CaseState
RULES = Rules(
    items={one.code: one for one in CATALOGUE},
    limits=DEFAULT_LIMITS,
    clock=WorkClock(WorkCalendar.from_rows([])),
)
MONDAY = local("2025-03-03 09:00")


def case(item: str = "01-02", at: datetime = MONDAY, **fields: object) -> Case:
    known = RULES.item(item)
    given = {"street": "990101001", "id": "c", "item": item, "level": known.level, "place": "路口"}
    times = {"state_since": at, "reported_at": at, "source": Source.WINDOW}
    return Case(**{**given, **times, **fields})


def filed(item: str = "01-02", at: datetime = MONDAY, **fields: object) -> Case:
    return filing.file(case(item, at, **fields), "2025-000001", None, at, RULES)


def worked(at: datetime = MONDAY, item: str = "01-02") -> Case:
    return filed(item, at).to(S.DISPATCHED, at, lead_unit="water").to(S.IN_PROGRESS, at)


def test_every_state_is_live_ended_or_in_the_inbox_and_only_once() -> None:
    assert OPEN | ENDED | INBOX == set(S) == set(NEXT)
    assert not (OPEN & ENDED or OPEN & INBOX or ENDED & INBOX)


def test_from_every_open_state_an_end_can_be_reached_and_from_an_end_only_by_reopening() -> None:
    for start in S:
        seen, border = {start}, {start}
        while border:
            border = {to for one in border for to in NEXT[one]} - seen
            seen |= border
        assert (S.CLOSED in seen) == (start not in ENDED - {S.CLOSED})
    assert {one for one in ENDED if NEXT[one]} == {S.CLOSED}
    assert all({S.VOID, S.MERGED} <= NEXT[one] for one in OPEN)


@pytest.mark.parametrize("start", sorted(S))
@pytest.mark.parametrize("to", sorted(S))
def test_a_move_stands_in_the_table_or_is_refused(start: CaseState, to: CaseState) -> None:
    one = case(state=start)
    if to in NEXT[start]:
        assert one.to(to, MONDAY).state is to
        return
    with pytest.raises(Refusal) as said:
        one.to(to, MONDAY)
    assert said.value.values == {"state": start, "to": to}


def test_a_case_is_a_value() -> None:
    with pytest.raises(FrozenInstanceError):
        case().urged = 3  # type: ignore[misc]


def test_open_is_filed_less_closed_less_void_and_drills_stay_out() -> None:
    numbered = [case(state=one, number=f"n{one}") for one in S if one not in INBOX | {S.REJECTED}]
    inbox = [case(state=one) for one in (S.REPORTED, S.VERIFYING, S.REJECTED, S.MERGED)]
    drills = [case(state=S.FILED, number="d", drill=True)]
    drills += [case(state=S.CLOSED, number="i", imported=True)]
    found = counts(numbered + inbox + drills)
    assert found == {"filed": 11, "closed": 1, "void": 2, "open": 8}
    assert found["open"] == found["filed"] - found["closed"] - found["void"]


@pytest.mark.parametrize(
    ("item", "source", "hotline", "start", "due"),
    [
        ("01-02", Source.WINDOW, None, "10:00", "03-03 16:00"),
        ("21-909", Source.HOTLINE, "08:40", "08:40", "03-10 17:30"),
        ("21-909", Source.HOTLINE, None, "09:00", "03-10 17:30"),
        ("04-01", Source.GRID, None, "10:00", "03-03 12:00"),
        ("21-901", Source.GRID, None, "10:00", "03-24 17:30"),
    ],
)
def test_where_the_clock_of_a_case_starts(
    item: str, source: Source, hotline: str | None, start: str, due: str
) -> None:
    told = local(f"2025-03-03 {hotline}") if hotline else None
    one = case(item, source=source, hotline_at=told)
    at = local("2025-03-03 10:00")
    done = filing.file(one, "2025-000001", None, at, RULES)
    assert done.clock_start == local(f"2025-03-03 {start}")
    assert done.due == local(f"2025-{due}")
    assert (done.stage, done.rounds, done.filed_at) == (Stage.DISPATCH, 1, at)


def test_a_late_stage_stays_on_record_and_one_in_time_does_not() -> None:
    one = filed()  # dispatch within one working hour
    assert one.to(S.DISPATCHED, local("2025-03-03 10:00")).late_stages == ()
    assert one.to(S.DISPATCHED, local("2025-03-03 10:01")).late_stages == ("dispatch",)


def test_an_arrival_and_a_contact_stop_their_stages() -> None:
    urgent = filed("04-01", complainant=True).to(S.DISPATCHED, MONDAY).to(S.IN_PROGRESS, MONDAY)
    urgent = RULES.working(urgent, MONDAY)
    assert (urgent.stage, urgent.stage_due) == (Stage.ON_SCENE, MONDAY + timedelta(minutes=30))
    from commandcenter.domain.task import Task, TaskKind, TaskRole

    lead = Task(street="s", id="t", case="c", unit="u", role=TaskRole.LEAD, kind=TaskKind.HANDLE,
                assigned_at=MONDAY)  # fmt: skip
    there = handling.arrive(urgent, lead, MONDAY + timedelta(minutes=31), RULES)
    assert there.late_stages == ("on_scene",)
    assert (there.stage, there.stage_due) == (Stage.CONTACT, MONDAY + timedelta(hours=24))
    told = handling.contact(there, MONDAY + timedelta(hours=1), RULES)
    assert (told.stage, told.late_stages) == (None, ("on_scene",))


def test_the_clock_stands_still_and_goes_on_with_what_was_left() -> None:
    start = worked()
    noon = local("2025-03-03 12:00")
    stopped = handling.suspended(start, local("2025-03-20 00:00").date(), noon, RULES)
    assert stopped.left == timedelta(hours=1)
    back = handling.resume(stopped, local("2025-03-19 08:30"), RULES)
    assert (back.due, back.left, back.review_on) == (local("2025-03-19 09:30"), None, None)


def test_an_overdue_case_stays_overdue_through_a_suspension() -> None:
    late = local("2025-03-04 09:00")
    start = worked()
    away = handling.escalate(start, late, RULES)
    assert away.left is not None and away.left < timedelta(0)
    back = handling.hand_back(away, local("2025-03-20 09:00"), RULES)
    assert back.due == start.due and back.old_dues == ()


def test_the_limits_own_clock_is_the_one_that_stops() -> None:
    """A shift lead may give a general case a limit round the clock."""
    start = worked().changed(limit="10h")
    start = RULES.started(start, MONDAY, MONDAY, "redo")
    assert start.clock is ClockKind.WORKING and start.due == MONDAY + timedelta(hours=10)
    stopped = handling.escalate(start, MONDAY + timedelta(hours=4), RULES)
    assert stopped.left == timedelta(hours=6)
    back = handling.hand_back(stopped, local("2025-03-08 22:00"), RULES)
    assert back.due == local("2025-03-09 04:00")


def test_reopening_takes_thirty_days_to_the_second() -> None:
    ended = worked().changed(state=S.CLOSED, closed_at=MONDAY)
    closing.reopen(ended, MONDAY + timedelta(days=30), RULES)
    with pytest.raises(Refusal, match="reopen_too_late"):
        closing.reopen(ended, MONDAY + timedelta(days=30, seconds=1), RULES)


def test_minor_is_what_is_due_within_four_working_hours() -> None:
    minor = {code for code in RULES.items if RULES.minor(code)}
    assert {"01-02", "05-01", "03-01"} <= minor
    assert not minor & {"04-01", "21-903", "21-901", "01-01", "01-03", "21-909"}
    assert Limit.parse("4wh") == RULES.item("01-02").limit
