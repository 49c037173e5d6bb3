"""The tasks of a consultation as they are typed: unit, what, until when; one a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from commandcenter.domain.commands import ConsultLine
from commandcenter.domain.person import Unit

CLOSING = time(17, 30)
"""A day without an hour ends with the last session (domain.md section 3)."""
_DAY = re.compile(r"(?:(\d{4})-)?(\d{1,2})[-/.](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class TypedTask:
    """A line as it was read: the task, or the code of what is wrong with it."""

    text: str
    task: ConsultLine | None = None
    fault: str = ""


def typed(text: str, units: Iterable[Unit], now: datetime, zone: tzinfo) -> tuple[TypedTask, ...]:
    """Read "水务 排查基础 10-21" or "… 10-21 12:00", local; a date that is past is of next year.

    Faults: unit_unknown, words_missing, day_missing, day_wrong, day_past.
    """
    known = tuple(units)
    return tuple(_line(one.strip(), known, now, zone) for one in text.splitlines() if one.strip())


def _line(text: str, units: tuple[Unit, ...], now: datetime, zone: tzinfo) -> TypedTask:
    head, _, rest = text.replace("　", " ").partition(" ")
    unit = _unit(head, units)
    if unit is None:
        return TypedTask(text, fault="unit_unknown")
    found = _DAY.search(rest)
    if found is None:
        return TypedTask(text, fault="day_missing")
    what = rest[: found.start()].strip()
    if not what:
        return TypedTask(text, fault="words_missing")
    due = _due(found, now, zone)
    if due is None:
        return TypedTask(text, fault="day_wrong")
    if due <= now:
        return TypedTask(text, fault="day_past")
    return TypedTask(text, ConsultLine(unit=unit.id, words=what, due=due))


def _unit(head: str, units: tuple[Unit, ...]) -> Unit | None:
    """The unit of that short name or name, or the only one that begins or goes on so."""
    exact = [one for one in units if head in (one.short, one.name, one.id)]
    near = [one for one in units if one.short.startswith(head) or head in one.name]
    found = exact or near
    return found[0] if head and len(found) == 1 else None


def _due(found: re.Match[str], now: datetime, zone: tzinfo) -> datetime | None:
    year, month, day, hour, minute = found.groups()
    today = now.astimezone(zone).date()
    at = time(int(hour), int(minute)) if hour and int(hour) < 24 and int(minute) < 60 else CLOSING
    try:
        when = date(int(year or today.year), int(month), int(day))
        if not year and when < today:
            when = when.replace(year=when.year + 1)
    except ValueError:
        return None
    return datetime.combine(when, at, zone).astimezone(UTC)
