"""What is wrong with single cells of an administrator's table, told apart by what they hold."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import Any

from commandcenter.domain.limits import Limit
from commandcenter.domain.roles import Role
from commandcenter.domain.tables import Fault, Known

_ID = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PHONE = re.compile(r"\+?[0-9][0-9 -]{1,18}[0-9]")


def id_faults(line: Any) -> Iterator[Fault]:
    """Small letters, digits and dashes; never the system's own."""
    if len(line.id) > 36 or not _ID.fullmatch(line.id) or line.id == Role.SYSTEM.value:
        yield Fault("id", "id_format")


def phone_faults(line: Any) -> Iterator[Fault]:
    """A number that can be dialled, or none."""
    if line.phone and not _PHONE.fullmatch(line.phone):
        yield Fault("phone", "phone_unreadable")


def unit_faults(line: Any, known: Known, column: str = "unit") -> Iterator[Fault]:
    """A unit of the street, or none; several are looked at one by one."""
    value = getattr(line, column)
    for one in value if isinstance(value, tuple) else (value,):
        if one and one not in known.units:
            yield Fault(column, "no_such_unit", {"unit": one[:40]})


def limit_faults(line: Any, column: str = "limit") -> Iterator[Fault]:
    """A limit as Limit.parse reads it, or none."""
    text = getattr(line, column)
    try:
        if text:
            Limit.parse(text)
    except ValueError:
        yield Fault(column, "limit_unreadable", {"limit": text[:20]})


def day_faults(column: str, text: str) -> Iterator[Fault]:
    """An ISO day since 2000, or none."""
    try:
        if text and (_DAY.fullmatch(text) is None or date.fromisoformat(text).year < 2000):
            raise ValueError
    except ValueError:
        yield Fault(column, "day_unreadable", {"value": text[:20]})


def named(
    column: str, values: Iterable[str], known: Container[str], code: str, field: str
) -> Iterator[Fault]:
    """Values that nobody knows."""
    for one in values:
        if one not in known:
            yield Fault(column, code, {field: one[:20]})
