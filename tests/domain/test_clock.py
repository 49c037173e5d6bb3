"""The working-time clock: the worked examples of domain.md sections 3 and 11, and its laws."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.domain.calendar import Session, WorkCalendar
from commandcenter.domain.clock import DEFAULT_SESSIONS, Due, Lamp, WorkClock, lamp
from commandcenter.domain.limits import ClockKind, Limit, LimitUnit

SHANGHAI = ZoneInfo("Asia/Shanghai")
WORKING = ClockKind.WORKING
# The State Council's notices for 2025 and 2026; 2026 is written out in domain.md section 3.
OFF = """2025: 0101-0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008
2026: 0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007"""
WORK = """2025: 0126 0208 0427 0928 1011
2026: 0104 0214 0228 0509 0920 1010"""


def _days(text: str) -> list[date]:
    days: list[date] = []
    for line in text.splitlines():
        year, _, spans = line.partition(": ")
        for span in spans.split():
            first, _, last = span.partition("-")
            day, end = (date.fromisoformat(year + part) for part in (first, last or first))
            while day <= end:
                days.append(day)
                day += timedelta(days=1)
    return days


CALENDAR = WorkCalendar(frozenset(_days(OFF)), frozenset(_days(WORK)), frozenset({2025, 2026}))
CLOCK = WorkClock(CALENDAR)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def due(start: str, limit: str) -> Due:
    return CLOCK.due(at(start), Limit.parse(limit))


@pytest.mark.parametrize(
    ("start", "limit", "end", "yellow"),
    [
        ("2025-09-26 16:30", "4wh", "2025-09-28 11:30", "2025-09-28 10:42"),
        ("2025-09-29 11:00", "8wh", "2025-09-30 12:00", "2025-09-30 10:24"),
        ("2025-09-30 17:00", "2wd", "2025-10-10 17:30", "2025-10-10 14:36"),
        ("2025-09-30 17:00", "5wd", "2025-10-14 17:30", "2025-10-13 17:24"),
        ("2025-10-18 22:00", "4wh", "2025-10-20 14:30", "2025-10-20 11:42"),
        ("2025-10-18 22:00", "1wd", "2025-10-20 17:30", "2025-10-20 16:06"),
        ("2025-10-01 23:30", "2h", "2025-10-02 01:30", "2025-10-02 01:06"),
    ],
)
def test_worked_examples_of_section_3(start: str, limit: str, end: str, yellow: str) -> None:
    assert due(start, limit) == Due(at(end), at(yellow), provisional=False)
    assert due(start, limit).at.tzinfo is UTC


@pytest.mark.parametrize(
    ("start", "limit", "end"),
    [
        ("2019-07-11 10:04", "2h", "2019-07-11 12:04"),
        ("2019-07-11 10:35", "30d", "2019-08-10 10:35"),
        ("2025-10-14 10:05", "1wh", "2025-10-14 11:05"),
        ("2025-10-14 10:05", "24h", "2025-10-15 10:05"),
        ("2025-10-14 10:05", "3wd", "2025-10-17 17:30"),
        ("2025-10-13 09:20", "5wd", "2025-10-20 17:30"),
        ("2025-10-21 10:00", "5wd", "2025-10-28 17:30"),
        ("2025-10-29 10:00", "10wd", "2025-11-12 17:30"),
    ],
)
def test_due_times_of_the_days_at_the_desk(start: str, limit: str, end: str) -> None:
    assert due(start, limit).at == at(end)


@pytest.mark.parametrize(
    ("start", "limit", "end"),
    [
        ("2026-03-03 12:00", "1wh", "2026-03-03 15:00"),
        ("2026-03-03 12:30", "1wh", "2026-03-03 15:00"),
        ("2026-03-03 07:00", "1wh", "2026-03-03 09:30"),
        ("2026-03-03 08:30", "210wmin", "2026-03-03 12:00"),
        ("2026-03-03 08:30", "7wh", "2026-03-03 17:30"),
        ("2026-03-03 17:30", "1wmin", "2026-03-04 08:31"),
        ("2026-03-06 18:00", "1wh", "2026-03-09 09:30"),
        ("2026-03-03 00:00", "1wd", "2026-03-04 17:30"),
        ("2026-03-03 23:59", "1wd", "2026-03-04 17:30"),
        ("2026-03-03 08:30", "1wd", "2026-03-04 17:30"),
        ("2026-03-03 17:30", "1wd", "2026-03-04 17:30"),
        ("2026-02-13 17:00", "1wd", "2026-02-14 17:30"),
        ("2026-02-14 17:00", "1wd", "2026-02-24 17:30"),
    ],
)
def test_starts_at_the_edges_of_sessions(start: str, limit: str, end: str) -> None:
    assert due(start, limit).at == at(end)


def test_lamp_is_yellow_from_80_to_100_percent_both_included() -> None:
    limit = due("2025-09-26 16:30", "4wh")
    tick = timedelta(microseconds=1)
    seen = [
        lamp(now, limit.at, limit.yellow)
        for now in (limit.yellow - tick, limit.yellow, limit.at, limit.at + tick)
    ]
    assert seen == [Lamp.GREEN, Lamp.YELLOW, Lamp.YELLOW, Lamp.RED]


def test_table_of_2026() -> None:
    off = [day for day in _days("2026: 0101-1231") if not CALENDAR.is_workday(day)]
    assert 365 - len(off) == 248
    assert date(2026, 9, 20) not in off
    assert {date(2026, 9, 25), date(2026, 10, 7), date(2026, 10, 11)} <= set(off)


def test_written_calendar_is_the_real_one(shared_data: Path) -> None:
    source = shared_data / "calendar" / "china_holidays_2020_2026.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = [(date.fromisoformat(row["date"]), row["kind"]) for row in csv.DictReader(file)]
    real = WorkCalendar.from_rows(rows)
    assert real.years == frozenset(range(2020, 2027))
    days = _days("2025: 0101-1231\n2026: 0101-1231")
    assert [real.is_workday(day) for day in days] == [CALENDAR.is_workday(day) for day in days]
    worked = [sum(map(real.is_workday, _days(f"{year}: 0101-1231"))) for year in real.years]
    assert sorted(worked) == sorted([249, 250, 249, 249, 251, 248, 248])


def test_year_without_table_is_provisional_on_the_working_clock_only() -> None:
    assert not due("2026-12-31 16:00", "1wh").provisional
    assert due("2026-12-31 16:00", "2wh") == Due(
        at("2027-01-01 09:00"), at("2027-01-01 08:36"), provisional=True
    )
    assert due("2026-12-31 16:00", "1wd").provisional
    assert due("2027-05-03 16:00", "1wh").provisional
    assert not due("2026-12-31 16:00", "24h").provisional
    assert CLOCK.resume(
        at("2026-12-31 17:00"), timedelta(hours=1), timedelta(0), WORKING
    ).provisional


def test_a_day_of_an_unknown_year_follows_the_plain_week() -> None:
    calendar = WorkCalendar(
        frozenset({date(2027, 1, 1)}), frozenset({date(2027, 1, 2)}), frozenset()
    )
    assert calendar.is_workday(date(2027, 1, 1))
    assert not calendar.is_workday(date(2027, 1, 2))


def test_what_makes_no_clock_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        CLOCK.due(datetime(2026, 3, 3, 9), Limit.parse("1wh"))
    with pytest.raises(ValueError, match="naive"):
        CLOCK.due(datetime(2026, 3, 3, 9), Limit.parse("1h"))
    with pytest.raises(ValueError, match="session"):
        Session(time(12), time(12))
    for sessions in ((), (DEFAULT_SESSIONS[1], DEFAULT_SESSIONS[0])):
        with pytest.raises(ValueError, match="sessions"):
            WorkClock(CALENDAR, sessions)
    with pytest.raises(ValueError, match="2026-01-01"):
        WorkCalendar.from_rows([(date(2026, 1, 1), "off"), (date(2026, 1, 1), "work")])


SPAN = st.timedeltas(timedelta(microseconds=1), timedelta(days=40))
EDGES = st.sampled_from(
    [time(0), time(8, 30), time(12), time(13), time(14), time(17, 30), time(22)]
)
WALL = st.one_of(EDGES, st.times())
INSTANT = st.builds(
    lambda day, wall: datetime.combine(day, wall, SHANGHAI),
    st.dates(date(2024, 12, 25), date(2027, 1, 10)),
    WALL,
)
AMOUNTS = {LimitUnit.MINUTE: 900, LimitUnit.HOUR: 200, LimitUnit.DAY: 60}
UNIT = st.sampled_from(LimitUnit)
WORKING_LIMIT = UNIT.flatmap(
    lambda unit: st.builds(Limit, st.integers(1, AMOUNTS[unit]), st.just(unit), st.just(WORKING))
)
ANY_LIMIT = UNIT.flatmap(
    lambda unit: st.builds(
        Limit, st.integers(1, AMOUNTS[unit]), st.just(unit), st.sampled_from(ClockKind)
    )
)


def in_session_or_at_its_end(instant: datetime) -> bool:
    local = instant.astimezone(SHANGHAI)
    return CALENDAR.is_workday(local.date()) and any(
        session.start < local.time() <= session.end for session in DEFAULT_SESSIONS
    )


def worked_by_walking(start: datetime, end: datetime) -> timedelta:
    """The same rule the slow way: day by day, session by session."""
    day, total = start.astimezone(SHANGHAI).date(), timedelta(0)
    while day <= end.astimezone(SHANGHAI).date():
        for session in DEFAULT_SESSIONS if CALENDAR.is_workday(day) else ():
            opens = max(start, datetime.combine(day, session.start, SHANGHAI))
            closes = min(end, datetime.combine(day, session.end, SHANGHAI))
            total += max(closes - opens, timedelta(0))
        day += timedelta(days=1)
    return total


@given(INSTANT, INSTANT)
def test_worked_agrees_with_walking_the_days(one: datetime, two: datetime) -> None:
    assert CLOCK.worked(one, two) == worked_by_walking(one, two)


@given(INSTANT, SPAN)
def test_advance_and_worked_are_inverse(start: datetime, span: timedelta) -> None:
    end = CLOCK.advance(start, span)
    assert CLOCK.worked(start, end) == span
    assert in_session_or_at_its_end(end)
    back = CLOCK.advance(end, -span)
    assert CLOCK.worked(back, end) == span
    assert start <= back < end
    assert CLOCK.advance(start, timedelta(0)) == start


@given(INSTANT, WORKING_LIMIT)
def test_a_working_due_lies_in_a_session_or_at_its_end(start: datetime, limit: Limit) -> None:
    result = CLOCK.due(start, limit)
    assert in_session_or_at_its_end(result.at)
    assert in_session_or_at_its_end(result.yellow)
    if limit.unit is LimitUnit.DAY:
        assert result.at.astimezone(SHANGHAI).time() == time(17, 30)
    whole, part = CLOCK.worked(start, result.at), CLOCK.worked(start, result.yellow)
    assert timedelta(0) <= part - whole * 0.8 <= timedelta(microseconds=1)


@given(INSTANT, INSTANT, ANY_LIMIT)
def test_a_later_start_is_never_due_earlier(one: datetime, two: datetime, limit: Limit) -> None:
    early, late = sorted((one, two))
    assert CLOCK.due(early, limit).at <= CLOCK.due(late, limit).at


@given(INSTANT, ANY_LIMIT)
def test_a_larger_limit_is_due_later(start: datetime, limit: Limit) -> None:
    larger = Limit(limit.amount + 1, limit.unit, limit.kind)
    assert start < CLOCK.due(start, limit).yellow < CLOCK.due(start, limit).at
    assert CLOCK.due(start, limit).at < CLOCK.due(start, larger).at


@given(INSTANT, ANY_LIMIT, INSTANT, INSTANT)
def test_a_suspension_gives_the_time_left_back(
    start: datetime, limit: Limit, suspended: datetime, resumed: datetime
) -> None:
    kind, before = limit.kind, CLOCK.due(start, limit)
    left = CLOCK.left(suspended, before.at, kind)
    yellow_left = CLOCK.left(suspended, before.yellow, kind)
    after = CLOCK.resume(resumed, left, yellow_left, kind)
    assert CLOCK.left(resumed, after.at, kind) == left
    assert CLOCK.left(resumed, after.yellow, kind) == yellow_left
    assert after.yellow <= after.at


@given(INSTANT, ANY_LIMIT)
def test_resuming_at_once_changes_nothing(start: datetime, limit: Limit) -> None:
    first = CLOCK.due(start, limit)
    left = CLOCK.left(start, first.at, limit.kind)
    yellow_left = CLOCK.left(start, first.yellow, limit.kind)
    assert CLOCK.resume(start, left, yellow_left, limit.kind) == first


def test_suspended_over_the_holiday_with_two_hours_left() -> None:
    first = due("2025-09-30 10:00", "4wh")
    left = CLOCK.left(at("2025-09-30 12:40"), first.at, WORKING)
    assert left == timedelta(hours=2)
    again = CLOCK.resume(
        at("2025-10-08 09:00"),
        left,
        CLOCK.left(at("2025-09-30 12:40"), first.yellow, WORKING),
        WORKING,
    )
    assert (again.at, again.yellow) == (at("2025-10-09 10:30"), at("2025-10-09 09:42"))
    assert CLOCK.left(at("2025-10-09 11:00"), again.at, WORKING) == -timedelta(minutes=30)
