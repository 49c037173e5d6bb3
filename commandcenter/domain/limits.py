"""Limits: how long a stage may take, on which clock, and the table of defaults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Self


class ClockKind(StrEnum):
    """The clock a limit runs on: round the clock, or in working sessions only."""

    CALENDAR = "calendar"
    WORKING = "working"


class LimitUnit(StrEnum):
    """The unit of a limit, with the text it is written in."""

    MINUTE = "min"
    HOUR = "h"
    DAY = "d"


class Level(StrEnum):
    """Level of a case: 紧急, 简易, 一般, 疑难."""

    URGENT = "urgent"
    SIMPLE = "simple"
    GENERAL = "general"
    COMPLEX = "complex"


ROUND_THE_CLOCK = (Level.URGENT, Level.SIMPLE)
"""Levels whose whole-case clock never stands at night (domain.md section 3)."""


class Stage(StrEnum):
    """A part of a case's life that has a clock of its own."""

    VERIFY = "verify"
    DISPATCH = "dispatch"
    SIGN = "sign"
    ON_SCENE = "on_scene"
    FINISH = "finish"
    CHECK = "check"
    CONTACT = "contact"
    CALLBACK = "callback"


MOST = {LimitUnit.MINUTE: 10_080, LimitUnit.HOUR: 1_000, LimitUnit.DAY: 400}
_LENGTH = {
    LimitUnit.MINUTE: timedelta(minutes=1),
    LimitUnit.HOUR: timedelta(hours=1),
    LimitUnit.DAY: timedelta(days=1),
}
_TEXT = re.compile(r"([1-9][0-9]{0,4})(w?)(min|h|d)")


@dataclass(frozen=True, slots=True)
class Limit:
    """An amount of minutes, hours or days on one clock, written 30min, 24h, 2wh, 5wd."""

    amount: int
    unit: LimitUnit
    kind: ClockKind

    def __post_init__(self) -> None:
        """Refuse an amount out of bounds (ValueError): at least 1, at most MOST of the unit."""
        if not 1 <= self.amount <= MOST[self.unit]:
            raise ValueError(f"amount: {self.amount}{self.unit}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2wh", "5wd", "24h", "30min" or "3d" (w = working); ValueError for the rest."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError(f"limit: {text[:20]}")
        kind = ClockKind.WORKING if match[2] else ClockKind.CALENDAR
        return cls(int(match[1]), LimitUnit(match[3]), kind)

    def __str__(self) -> str:
        """Write the limit as parse reads it."""
        return f"{self.amount}{'w' if self.kind is ClockKind.WORKING else ''}{self.unit}"

    @property
    def span(self) -> timedelta:
        """Length on its own clock; a calendar day is 24 h, a working day has none (ValueError)."""
        if self.unit is LimitUnit.DAY and self.kind is ClockKind.WORKING:
            raise ValueError(f"span: {self}")
        return self.amount * _LENGTH[self.unit]


# domain.md section 3 [D]: dispatch, sign, on scene, finish
_BY_LEVEL = {
    Level.URGENT: ("5min", "10min", "30min", "2h"),
    Level.SIMPLE: ("30min", "1h", None, "24h"),
    Level.GENERAL: ("1wh", "1wh", None, "5wd"),
    Level.COMPLEX: ("1wd", "1wd", None, "15wd"),
}
_LEVEL_STAGES = (Stage.DISPATCH, Stage.SIGN, Stage.ON_SCENE, Stage.FINISH)
_FOR_ALL = {Stage.VERIFY: "2wh", Stage.CHECK: "1wd", Stage.CONTACT: "24h", Stage.CALLBACK: "1wd"}


def _defaults() -> Mapping[tuple[Level, Stage], Limit | None]:
    table: dict[tuple[Level, Stage], Limit | None] = {}
    for level, texts in _BY_LEVEL.items():
        for stage, text in (*zip(_LEVEL_STAGES, texts, strict=True), *_FOR_ALL.items()):
            table[level, stage] = Limit.parse(text) if text else None
    return MappingProxyType(table)


@dataclass(frozen=True, slots=True)
class LimitTable:
    """The limit of every level and stage; LimitTable() holds the defaults."""

    limits: Mapping[tuple[Level, Stage], Limit | None] = field(default_factory=_defaults)

    def __post_init__(self) -> None:
        """Refuse a table in which a level has no limit to finish (ValueError)."""
        for level in Level:
            if self.limits.get((level, Stage.FINISH)) is None:
                raise ValueError(f"finish: {level}")

    def limit(self, level: Level, stage: Stage) -> Limit | None:
        """Limit of a stage, or None where the level sets none."""
        return self.limits.get((level, stage))

    def finish(self, level: Level, item_limit: Limit | None) -> Limit:
        """Limit of the whole case: the item's own, save for urgent and simple (domain.md 3).

        Urgent is excepted by the text; simple is 24 h round the clock from discovery
        [S4], which a limit in working hours would break.
        """
        own = self.limits[level, Stage.FINISH]
        assert own is not None  # __post_init__ saw to it
        if item_limit is None or level in ROUND_THE_CLOCK:
            return own
        return item_limit

    def replaced(self, level: Level, stage: Stage, limit: Limit | None) -> LimitTable:
        """Table with one limit changed, as an administrator edits it."""
        return LimitTable(MappingProxyType({**self.limits, (level, stage): limit}))


DEFAULT_LIMITS = LimitTable()


class Watch(StrEnum):
    """What is waited for: signing, leaving, arriving, word from the scene, the agreed call."""

    SIGN = "sign"
    LEAVE = "leave"
    ARRIVE = "arrive"
    SCENE = "scene"
    CHECK_IN = "check_in"


Timers = Mapping[tuple[Watch, Level], Limit | None]

# Leave, arrive, scene [D: ours, the trade names the states only]: urgent sums up to the 30 min to
# the scene; who may go on another day is not watched before leaving.
_TIMERS = {
    Level.URGENT: ("5min", "25min", "30min"),
    Level.SIMPLE: ("30min", "1h", "1h"),
    Level.GENERAL: (None, "1h", "2h"),
    Level.COMPLEX: (None, "2h", "4h"),
}
TABLED = (Watch.LEAVE, Watch.ARRIVE, Watch.SCENE)
"""The timers of the table; to sign is the stage's own limit, a check-in is set by hand."""
DEFAULT_TIMERS: Timers = MappingProxyType(
    {
        (code, level): Limit.parse(text) if text else None
        for level, texts in _TIMERS.items()
        for code, text in zip(TABLED, texts, strict=True)
    }
)
