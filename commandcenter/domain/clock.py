"""Working time, due times and lamps (domain.md section 3)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import Self
from zoneinfo import ZoneInfo

from commandcenter.domain.calendar import (
    DEFAULT_SESSIONS,
    EPOCH,
    MICROSECOND,
    Session,
    WorkCalendar,
    YearTable,
    year_table,
)
from commandcenter.domain.limits import ClockKind, Limit, LimitUnit

__all__ = ["DEFAULT_SESSIONS", "ClockProfile", "Due", "Lamp", "Session", "WorkClock", "lamp"]

QUARTER = 900_000_000
"""Microseconds of a quarter of an hour."""
SHANGHAI = ZoneInfo("Asia/Shanghai")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Lamp(StrEnum):
    """How much of a limit is used: below 80 %, from 80 to 100 %, more."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Due:
    """When a limit ends and when its lamp turns yellow, both UTC.

    Provisional: it rests on a year whose table of days off is not known yet.
    """

    at: datetime
    yellow: datetime
    provisional: bool


def lamp(now: datetime, due_at: datetime, yellow: datetime) -> Lamp:
    """Lamp at an instant: yellow from `yellow` to `due_at`, both included, then red."""
    if now > due_at:
        return Lamp.RED
    return Lamp.YELLOW if now >= yellow else Lamp.GREEN


@dataclass(frozen=True, slots=True)
class WorkClock:
    """The street's clock: which instants are working time, and when a limit ends.

    Takes aware datetimes (ValueError for naive ones) and answers in UTC.
    """

    calendar: WorkCalendar
    sessions: tuple[Session, ...] = DEFAULT_SESSIONS
    zone: tzinfo = SHANGHAI

    def __post_init__(self) -> None:
        """Refuse sessions that are missing, out of order or overlap (ValueError)."""
        pairs = zip(self.sessions, self.sessions[1:], strict=False)
        if not self.sessions or any(one.end > two.start for one, two in pairs):
            raise ValueError("sessions")

    def due(self, start: datetime, limit: Limit) -> Due:
        """Due time of a limit that starts at `start` (domain.md section 3).

        Calendar limits are plain time. Working hours pass in sessions only. N working days
        end with the last session of the Nth working day after the local day of receipt;
        they turn yellow at 80 % of the working time from start to due.
        """
        if limit.kind is ClockKind.CALENDAR:
            begin = _utc(start)
            return Due(begin + limit.span, begin + _four_fifths(limit.span), False)
        if limit.unit is LimitUnit.DAY:
            at = self._closing(start, limit.amount)
            span = self.worked(start, at)
        else:
            span = limit.span
            at = self.advance(start, span)
        return Due(at, self.advance(start, _four_fifths(span)), self._provisional(start, at))

    def worked(self, start: datetime, end: datetime) -> timedelta:
        """Working time between two instants; nothing if the end is not after the start."""
        return self.meter()(_micros(start), _micros(end)) * MICROSECOND

    def meter(self) -> Callable[[int, int], int]:
        """worked() for thousands of spans, in microseconds since 1970 UTC, as rows hold them."""
        tables: dict[int, YearTable] = {}
        zone = self.zone

        def worked(begin: int, finish: int) -> int:
            if finish <= begin:
                return 0
            first, last = _year_of(begin // QUARTER, zone), _year_of(finish // QUARTER, zone)
            for year in range(first, last + 1):
                if year not in tables:
                    tables[year] = self._table(year)
            passed = tables[last].passed(finish) - tables[first].passed(begin)
            return passed + sum(tables[year].total for year in range(first, last))

        return worked

    def advance(self, start: datetime, span: timedelta) -> datetime:
        """Earliest instant (UTC) at which `span` of working time has passed since `start`.

        Nothing to pass gives the start itself. A negative span gives the latest instant
        before the start from which that much working time passed until it.
        """
        year, need = self._year(start), span // MICROSECOND
        if need == 0:
            return _utc(start)
        passed = self._table(year).passed(_micros(start)) + need
        if need < 0:
            while passed < 0:
                year -= 1
                passed += self._table(year).total
            return _instant(self._table(year).last(passed))
        while passed > (total := self._table(year).total):
            year += 1
            passed -= total
        return _instant(self._table(year).first(passed))

    def left(self, now: datetime, at: datetime, kind: ClockKind) -> timedelta:
        """Time left until `at` on that clock; negative when it is past."""
        if kind is ClockKind.CALENDAR:
            return at - now
        return self.worked(now, at) if now <= at else -self.worked(at, now)

    def resume(
        self, now: datetime, left: timedelta, yellow_left: timedelta, kind: ClockKind
    ) -> Due:
        """Due time after a suspension, with exactly the time that was left (domain.md 2).

        `left` and `yellow_left` are what left() gave for due and yellow at the suspension.
        """
        if kind is ClockKind.CALENDAR:
            return Due(_utc(now) + left, _utc(now) + yellow_left, False)
        at = self.advance(now, left)
        return Due(at, self.advance(now, yellow_left), self._provisional(now, at))

    def _closing(self, start: datetime, days: int) -> datetime:
        day = start.astimezone(self.zone).date()
        year, table = day.year, self._table(day.year)
        index = bisect_right(table.days, day.toordinal()) + days - 1
        while index >= len(table.days):
            index -= len(table.days)
            year += 1
            table = self._table(year)
        return _instant(table.closes[index])

    def _provisional(self, one: datetime, two: datetime) -> bool:
        years = sorted((self._year(one), self._year(two)))
        return not all(self.calendar.knows(year) for year in range(years[0], years[1] + 1))

    def _year(self, at: datetime) -> int:
        return _aware(at).astimezone(self.zone).year

    def _table(self, year: int) -> YearTable:
        return year_table(self.calendar, self.sessions, self.zone, year)


@dataclass(frozen=True, slots=True)
class ClockProfile:
    """Another city's clock for imports: whole workdays that keep the time of day.

    A start on a day not worked rolls to the next workday at the same time of day; a time
    of day from `cutoff` on goes to `reopen` of the workday after that.
    """

    name: str
    zone: tzinfo
    workdays: frozenset[int]
    holidays: frozenset[date]
    cutoff: time | None
    reopen: time

    def __post_init__(self) -> None:
        """Refuse a week without workdays or with days that do not exist (ValueError)."""
        if not self.workdays or not self.workdays <= set(range(7)):
            raise ValueError("workdays")

    @classmethod
    def from_mapping(cls, table: Mapping[str, object]) -> Self:
        """Read a TOML table: name, zone, workdays ("mon".."sun"), holidays, cutoff, reopen.

        Workdays are Monday to Friday and holidays none unless given; times are TOML times
        or "HH:MM", days TOML dates or "YYYY-MM-DD". ValueError names the key at fault.
        """
        if unknown := set(table) - {"name", "zone", "workdays", "holidays", "cutoff", "reopen"}:
            raise ValueError(f"unknown key: {min(unknown)}")
        return cls(
            name=_text("name", table.get("name")),
            zone=_zone(table.get("zone")),
            workdays=frozenset(map(_weekday, _list(table, "workdays", WEEKDAYS[:5]))),
            holidays=frozenset(map(_day, _list(table, "holidays", ()))),
            cutoff=_time("cutoff", table["cutoff"]) if "cutoff" in table else None,
            reopen=_time("reopen", table.get("reopen", time(0, 0))),
        )

    def due(self, start: datetime, days: int) -> datetime:
        """Due time (UTC) a number of workdays after an aware start; ValueError if negative."""
        if days < 0:
            raise ValueError(f"days: {days}")
        local = _aware(start).astimezone(self.zone)
        day, wall = self._roll(local.date()), local.time()
        if self.cutoff is not None and wall >= self.cutoff:
            day, wall = self._roll(day + timedelta(days=1)), self.reopen
        for _ in range(days):
            day = self._roll(day + timedelta(days=1))
        return datetime.combine(day, wall, self.zone).astimezone(UTC)

    def _roll(self, day: date) -> date:
        while day.weekday() not in self.workdays or day in self.holidays:
            day += timedelta(days=1)
        return day


@lru_cache(maxsize=4096)
def _year_of(quarter: int, zone: tzinfo) -> int:
    """The local year of a quarter of an hour since 1970 UTC, in which no year of a zone begins."""
    return _instant(quarter * QUARTER).astimezone(zone).year


def _aware(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError("naive datetime")
    return at


def _utc(at: datetime) -> datetime:
    return _aware(at).astimezone(UTC)


def _micros(at: datetime) -> int:
    return (_aware(at) - EPOCH) // MICROSECOND


def _instant(micros: int) -> datetime:
    return EPOCH + micros * MICROSECOND


def _four_fifths(span: timedelta) -> timedelta:
    return -(-4 * span // MICROSECOND // 5) * MICROSECOND


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key}: {value!r}")
    return value


def _zone(value: object) -> tzinfo:
    try:
        return ZoneInfo(_text("zone", value))
    except (KeyError, OSError) as error:
        raise ValueError(f"zone: {value!r}") from error


def _list(table: Mapping[str, object], key: str, default: tuple[str, ...]) -> list[object]:
    value = table.get(key, default)
    if not isinstance(value, list | tuple):
        raise ValueError(f"{key}: {value!r}")
    return list(value)


def _weekday(value: object) -> int:
    if value not in WEEKDAYS:
        raise ValueError(f"workdays: {value!r}")
    return WEEKDAYS.index(str(value))


def _day(value: object) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"holidays: {value!r}")
    return value


def _time(key: str, value: object) -> time:
    if isinstance(value, str):
        value = time.fromisoformat(value)
    if not isinstance(value, time) or value.tzinfo is not None:
        raise ValueError(f"{key}: {value!r}")
    return value
