"""Words that are values: limits, days, times of day, yes and no."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from ui.line.spoken import (
    AFTER,
    CLOCK,
    DAY,
    DAY_UNITS,
    DAYS,
    HALF,
    LATER,
    LIMIT,
    MINUTE,
    NEGATIONS,
    NO,
    UNITS,
    YES,
)

MOST = 400
"""The largest number of a limit, as the form has it."""


def limit(text: str) -> str | None:
    """「3天」「2wd」as a limit's text, such as "3d"; None when it is none."""
    found = LIMIT.fullmatch(text.lower())
    unit = UNITS.get(found[2]) if found else None
    number = int(found[1]) if found else 0
    return f"{number}{unit}" if unit and 0 < number <= MOST else None


def day(text: str, today: date) -> date | None:
    """A day: 明天, 09-23, 9月23日, 2025-09-23, 3天后; one without a year is the next such day."""
    lower = text.lower()
    if lower in DAYS:
        return today + timedelta(days=DAYS[lower])
    after = AFTER.fullmatch(lower)
    if after and after[2] in DAY_UNITS and lower.endswith(LATER):
        return today + timedelta(days=int(after[1]))
    found = DAY.fullmatch(lower)
    if found is None:
        return None
    try:
        read = date(int(found[1] or today.year), int(found[2]), int(found[3]))
        return read if found[1] or read >= today else read.replace(year=read.year + 1)
    except ValueError:
        return None


def clock(text: str) -> time | None:
    """A time of day: 17:30, 9点, 9点半."""
    found = CLOCK.fullmatch(text)
    if found is None:
        return None
    hour = int(found[1] or found[3])
    rest = found[2] or found[4] or "0"
    minute = 30 if rest == HALF else int(rest.rstrip(MINUTE))
    return time(hour, minute) if hour < 24 and minute < 60 else None


def after(text: str, now: datetime) -> datetime | None:
    """「2小时后」「30分钟」from now (UTC); None when it is no span."""
    found = AFTER.fullmatch(text.lower())
    if found is None:
        return None
    number, unit = int(found[1]), UNITS[found[2]]
    return (
        now
        + {"h": timedelta(hours=1), "min": timedelta(minutes=1), "d": timedelta(days=1)}[unit]
        * number
    )


def moment(texts: list[str], now: datetime, zone: tzinfo) -> datetime | None:
    """The instant (UTC) that these words mean together: a day and a time in any order, or a span.

    A time of day alone is the next such time.
    """
    if len(texts) == 1 and (found := after(texts[0], now)) is not None:
        return found
    local = now.astimezone(zone)
    days = [one for one in (day(text, local.date()) for text in texts) if one is not None]
    times = [one for one in map(clock, texts) if one is not None]
    if len(times) != 1 or len(days) > 1 or len(days) + len(times) != len(texts):
        return None
    when = datetime.combine(days[0] if days else local.date(), times[0], tzinfo=zone)
    if not days and when <= local:
        when += timedelta(days=1)
    return when.astimezone(UTC)


def is_time(text: str) -> bool:
    """Whether a word is part of an instant."""
    sample = datetime(2025, 1, 1, tzinfo=UTC)
    return (
        clock(text) is not None
        or day(text, sample.date()) is not None
        or after(text, sample) is not None
    )


def answer(text: str, named: str) -> bool | None:
    """Yes or no: 是, 否, or the question's own words (属实 of 现场属实) with 不 for no.

    Where the question itself says no (不再受理) its words without it are a no.
    """
    lower = text.lower()
    if lower in YES or lower in NO:
        return lower in YES
    if len(lower) >= 2 and lower in named:
        return not any(one in named[: named.index(lower)] for one in NEGATIONS)
    bare = lower
    for word in NEGATIONS:
        bare = bare.removeprefix(word)
    if bare == lower or len(bare) < 2 or bare not in named:
        return None
    return not answer(bare, named)


def earlier(when: datetime) -> datetime:
    """The same time of day before: what has happened is not to come."""
    return when - timedelta(days=1)
