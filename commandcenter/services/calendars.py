"""The working calendar's rows: prefilled by a library, replaced by the State Council's notice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from commandcenter.storage.reference import DayRow

LIBRARY, NOTICE = "library", "notice"
LAST_KNOWN = 2026
"""The last year whose make-up workdays the library knows; later years stay provisional."""


def prefilled(street: str, years: Iterable[int]) -> list[DayRow]:
    """Days off and worked weekend days of the years the library knows, marked `library`."""
    import holidays

    wanted = [year for year in years if year <= LAST_KNOWN]
    table = holidays.country_holidays("CN", years=wanted, language="zh_CN")
    found = []
    for year in wanted:
        day = date(year, 1, 1)
        while day.year == year:
            weekend = day.weekday() >= 5
            works = table.is_working_day(day)
            if works == weekend:
                kind = "work" if works else "off"
                found.append(_row(street, day, kind, str(table.get(day) or "")))
            day += timedelta(days=1)
    return found


def _row(street: str, day: date, kind: str, name: str) -> DayRow:
    return DayRow(street=street, id=day.isoformat(), kind=kind, name=name, origin=LIBRARY)
