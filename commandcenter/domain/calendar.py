"""Working days, sessions, and the year's table of working time that the clock reads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Self

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days off and make-up workdays (调休) of the years whose State Council notice is known."""

    off: frozenset[date]
    work: frozenset[date]
    years: frozenset[int]

    def __post_init__(self) -> None:
        """Refuse a day that is both off and worked (ValueError)."""
        if both := self.off & self.work:
            raise ValueError(f"off and work: {min(both).isoformat()}")

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[date, str]]) -> Self:
        """Build from (day, "off" | "work") rows; a year with any row counts as known.

        Raises ValueError for another kind or for a day of both kinds.
        """
        days: dict[str, set[date]] = {"off": set(), "work": set()}
        for day, kind in rows:
            if kind not in days:
                raise ValueError(f"kind: {kind}")
            days[kind].add(day)
        years = frozenset(day.year for group in days.values() for day in group)
        return cls(frozenset(days["off"]), frozenset(days["work"]), years)

    def is_workday(self, day: date) -> bool:
        """Whether the local day is worked; a year without table follows the plain week."""
        if day.year in self.years:
            if day in self.work:
                return True
            if day in self.off:
                return False
        return day.weekday() < SATURDAY

    def knows(self, year: int) -> bool:
        """Whether the year's table was imported; without it a due time is provisional."""
        return year in self.years


@dataclass(frozen=True, slots=True)
class Session:
    """One stretch of working time of a working day, local wall time, within one day."""

    start: time
    end: time

    def __post_init__(self) -> None:
        """Refuse an empty or backward session and one that carries a zone (ValueError)."""
        if self.start.tzinfo or self.end.tzinfo or self.start >= self.end:
            raise ValueError(f"session: {self.start.isoformat()}-{self.end.isoformat()}")


# domain.md section 3 [D]
DEFAULT_SESSIONS = (Session(time(8, 30), time(12, 0)), Session(time(14, 0), time(17, 30)))


@dataclass(frozen=True, slots=True)
class YearTable:
    """All sessions of one local year as microseconds since 1970 UTC, with running totals."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]
    total: int
    days: tuple[int, ...]
    closes: tuple[int, ...]

    def passed(self, at: int) -> int:
        """Working time of this year that has passed at an instant (both microseconds)."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return 0
        return self.before[index] + min(at, self.ends[index]) - self.starts[index]

    def first(self, passed: int) -> int:
        """Earliest instant at which `passed` has passed; 0 < passed <= total."""
        index = bisect_left(self.before, passed) - 1
        return self.starts[index] + passed - self.before[index]

    def last(self, passed: int) -> int:
        """Latest instant at which no more than `passed` has passed; 0 <= passed < total."""
        index = bisect_right(self.before, passed) - 1
        return self.starts[index] + passed - self.before[index]


@lru_cache(maxsize=64)
def year_table(
    calendar: WorkCalendar, sessions: tuple[Session, ...], zone: tzinfo, year: int
) -> YearTable:
    """Build the table of one local year; pure, so it is kept. ValueError past year 9999."""
    starts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    closes: list[int] = []
    total = 0
    days = [day for day in _days(year) if calendar.is_workday(day)]
    for day in days:
        for session in sessions:
            start, end = _micros(day, session.start, zone), _micros(day, session.end, zone)
            starts.append(start)
            ends.append(end)
            before.append(total)
            total += end - start
        closes.append(ends[-1])
    ordinals = tuple(day.toordinal() for day in days)
    return YearTable(tuple(starts), tuple(ends), tuple(before), total, ordinals, tuple(closes))


def _days(year: int) -> Iterable[date]:
    first = date(year, 1, 1).toordinal()
    last = date(year, 12, 31).toordinal()
    return (date.fromordinal(day) for day in range(first, last + 1))


def _micros(day: date, wall: time, zone: tzinfo) -> int:
    return (datetime.combine(day, wall, zone) - EPOCH) // MICROSECOND
