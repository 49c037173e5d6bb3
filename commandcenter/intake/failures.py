"""What goes wrong on demand: silence, delay, doubled messages, nonsense; each with its odds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from commandcenter.domain.case import Source
from commandcenter.domain.commands import Command, FileCase, ReportCase, ReportPosition, SignTask

DELAY = 6.0
HUGE = 200_000


@dataclass(frozen=True, slots=True)
class FailurePlan:
    """Odds from 0 to 1.

    silence: a person outside never does a step; delay: does it six times as late; duplicates: a
    message arrives twice; nonsense: a message that no rule allows arrives besides.
    """

    silence: float = 0.0
    delay: float = 0.0
    duplicates: float = 0.0
    nonsense: float = 0.0

    def __post_init__(self) -> None:
        """Refuse odds outside 0 to 1 (ValueError with the name)."""
        for name in self.__slots__:
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(name)

    def lateness(self, dice: Random) -> float | None:
        """By how much a step's delay is stretched; None if it never comes."""
        silent, slow = dice.random() < self.silence, dice.random() < self.delay
        if silent:
            return None
        return DELAY if slow else 1.0


def nonsense(dice: Random, ids: Iterator[str], team: str) -> tuple[Command, str]:
    """A message that must be refused, and who sends it: wrong places, codes, sizes, people."""
    sound = {"item": "01-04", "source": Source.APP, "words": "乱报", "place": "路口"}
    broken: tuple[dict[str, object], ...] = (
        {"words": "话" * HUGE},
        {"words": "\x00\x07\x1b[2J"},
        {"words": "\ud800半个字"},
        {"lon": 999.0, "lat": 23.0},
        {"lon": float("nan"), "lat": 23.0},
        {"lon": 113.4},
        {"grid": "000000000000000"},
        {"item": "99-99"},
        {"caller_phone": "请打给我"},
        {"place": "路" * 5_000},
        {"case": "../../etc/passwd"},
    )
    kind = dice.randrange(len(broken) + 4)
    if kind < len(broken):
        values: dict[str, object] = {"id": next(ids), "case": next(ids), **sound, **broken[kind]}
        return ReportCase(**values), "gateway-1"  # type: ignore[arg-type]
    others: tuple[tuple[Command, str], ...] = (
        (ReportPosition(id=next(ids), team=team, lon=500.0, lat=-91.0), "gateway-1"),
        (FileCase(id=next(ids), case=next(ids), seen=0), "lead-1"),
        (SignTask(id=next(ids), case=next(ids), seen=3, task="?"), "unit-police"),
        (ReportCase(id="x" * 65, **sound), "gateway-1"),  # type: ignore[arg-type]
    )
    return others[kind - len(broken)]
