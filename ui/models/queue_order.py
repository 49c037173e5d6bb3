"""In which order lines of the queue stand: by a column, within equals by urgency."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from commandcenter.domain.case import CaseState
from commandcenter.domain.limits import Level
from commandcenter.services.views import CaseLine
from ui.models.queue_cells import Column, urgency

Urgency = tuple[int, float, str]
Key = tuple[Any, Urgency]
_LEVELS = {level: at for at, level in enumerate((Level.URGENT, Level.SIMPLE, Level.GENERAL))}
_STATES = {state: at for at, state in enumerate(CaseState)}


class Down:
    """A value that sorts the other way round."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: Down) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Down) and other.value == self.value

    __hash__ = None  # type: ignore[assignment]


def key_of(line: CaseLine, column: Column, down: bool, now: datetime) -> Key:
    """What a line is sorted by at `now` (UTC)."""
    by_time = urgency(line, now)
    value = _value(line, column, by_time)
    return (Down(value) if down else value), by_time


def ordered(lines: Iterable[tuple[CaseLine, Urgency]], column: Column, down: bool) -> list[Key]:
    """The keys of lines, each with its urgency; a downward order without Down's slow compare."""
    keys = [(_value(line, column, by), by) for line, by in lines]
    if not down:
        return sorted(keys)
    keys.sort(key=_second)
    keys.sort(key=_first, reverse=True)  # stable: equals stay by urgency
    return [(Down(value), by) for value, by in keys]


def case_of(key: Key) -> str:
    """The case that a key belongs to."""
    return key[1][2]


def _first(key: Key) -> Any:
    return key[0]


def _second(key: Key) -> Urgency:
    return key[1]


def _value(line: CaseLine, column: Column, by_time: Urgency) -> Any:
    if column is Column.NUMBER:
        return line.number or ""
    if column is Column.LEVEL:
        return _LEVELS.get(line.level, len(_LEVELS))
    if column is Column.ITEM:
        return line.item
    if column is Column.PLACE:
        return line.community or "", line.grid or "", line.place
    if column is Column.STATE:
        return _STATES[line.state]
    if column is Column.UNIT:
        return line.lead_unit or ""
    if column is Column.SOURCE:
        return line.source.value
    return by_time
