"""What has been typed of a report: checked, and made into the command (pure values)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from commandcenter.domain.case import Source
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.commands import Picture, ReportCase

MOST_WORDS, MOST_PLACE, MOST_NAME, MOST_NUMBER = 2000, 200, 40, 40
NUMBERED = frozenset({Source.HOTLINE, Source.CITY})
"""Sources that give a number of their own and a time at which they passed it on."""
STAFF = frozenset({Source.GRID, Source.PATROL})
"""Sources where one of our own reports: the reporter may later neither check nor verify."""

_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{5,8}|400-?\d{3}-?\d{4}")
_TIME = re.compile(r"(?:(?:(\d{4})-)?(\d{1,2})-(\d{1,2})\s+)?(\d{1,2})[:：](\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The fields of the form as typed; lon, lat WGS 84; `hotline` is a wall-clock text."""

    source: Source
    phone: str = ""
    name: str = ""
    number: str = ""
    hotline: str = ""
    reporter: str | None = None
    words: str = ""
    item: str | None = None
    place: str = ""
    lon: float | None = None
    lat: float | None = None
    grid: str | None = None
    pictures: tuple[Picture, ...] = ()
    drill: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing at all was typed."""
        typed = (self.phone, self.name, self.number, self.words, self.item, self.place)
        return not (any(typed) or self.grid or self.reporter or self.pictures)

    def faults(self, now: datetime, clock: WorkClock) -> dict[str, str]:
        """Code of what is wrong by field, in the order of the form; empty when it may go."""
        found: dict[str, str] = {}
        if self.phone and not _PHONE.fullmatch(self.phone):
            found["phone"] = "phone_pattern"
        if self.source in NUMBERED and self.hotline:
            at = wall_time(self.hotline, now, clock)
            if at is None or at > now:
                found["hotline"] = "time_pattern" if at is None else "time_ahead"
        if not self.words.strip() and not self.pictures:
            found["words"] = "words_missing"
        elif len(self.words) > MOST_WORDS:
            found["words"] = "words_long"
        if self.item is None:
            found["item"] = "item_missing"
        if self.grid is None and self.lon is None and not self.place:
            found["place"] = "place_missing"
        elif len(self.place) > MOST_PLACE:
            found["place"] = "place_long"
        return found

    def command(self, now: datetime, clock: WorkClock, place_name: str) -> ReportCase:
        """The report of a draft without faults; `place_name` stands in for an empty address."""
        assert self.item is not None  # faults() saw to it
        numbered = self.source in NUMBERED
        staff = self.source in STAFF
        return ReportCase(
            item=self.item,
            source=self.source,
            words=self.words.strip(),
            place=self.place or place_name,
            lon=self.lon,
            lat=self.lat,
            grid=self.grid,
            source_number=None if staff else self.number or None,
            caller_name=None if staff else self.name or None,
            caller_phone=None if staff else self.phone or None,
            reporter=self.reporter if staff else None,
            hotline_at=(wall_time(self.hotline, now, clock) or now) if numbered else None,
            pictures=self.pictures,
            drill=self.drill,
        )


def wall_time(text: str, now: datetime, clock: WorkClock) -> datetime | None:
    """UTC of "09:20", "10-13 09:20" or "2025-10-13 09:20" on the street's wall clock.

    A time of day later than now is taken as yesterday's; None when it is no such time.
    """
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    local = now.astimezone(clock.zone)
    year, month, day, hour, minute = match.groups()
    try:
        read = local.replace(
            year=int(year or local.year),
            month=int(month or local.month),
            day=int(day or local.day),
            hour=int(hour),
            minute=int(minute),
            second=0,
            microsecond=0,
        )
    except ValueError:
        return None
    if month is None and read > local:
        read -= timedelta(days=1)
    return read.astimezone(now.tzinfo)
