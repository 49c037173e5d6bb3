"""Run cards: for an item, level, area and hour who goes, with how many and with what (issue 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from commandcenter.domain.limits import Level
from commandcenter.domain.task import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCard:
    """One card; empty fields match anything; a card that is off only takes part in trials.

    `item` is a code (05-10) or a group (05); `hours` local, "22:00-06:00"; `crews` are
    "kind:number" of teams; `powers` are kinds of task the officers need; `officers` how many with
    certificates.
    """

    street: str
    id: str
    name: str
    item: str
    level: Level | None = None
    communities: tuple[str, ...] = ()
    hours: str = ""
    kind: TaskKind = TaskKind.HANDLE
    lead: str
    co_units: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()
    crews: tuple[str, ...] = ()
    officers: int = 0
    powers: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    on: bool = False

    def matches(self, item: str, level: Level, community: str | None, at: time) -> bool:
        """Whether the card speaks of such a case at that local time of day."""
        if self.item not in (item, item[:2]):
            return False
        if self.level is not None and self.level is not level:
            return False
        if self.communities and community not in self.communities:
            return False
        return not self.hours or within_hours(self.hours, at)

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """How narrow the card is: a whole item beats a group, then level, area, hour."""
        area, hour = bool(self.communities), bool(self.hours)
        return (len(self.item) > 2, self.level is not None, area, hour)

    @property
    def wanted(self) -> dict[str, int]:
        """How many teams of which kind."""
        found: dict[str, int] = {}
        for one in self.crews:
            kind, _, number = one.partition(":")
            found[kind] = found.get(kind, 0) + int(number or 1)
        return found


def within_hours(hours: str, at: time) -> bool:
    """Whether a local time lies in "HH:MM-HH:MM", which may run over midnight; ValueError."""
    first, _, last = hours.partition("-")
    begin, end = time.fromisoformat(first), time.fromisoformat(last)
    return begin <= at < end if begin <= end else at >= begin or at < end


def card_for(
    cards: Iterable[RunCard], item: str, level: Level, community: str | None, at: time
) -> RunCard | None:
    """The narrowest card that is on and matches; of equals the one first in order of id."""
    found = [one for one in cards if one.on and one.matches(item, level, community, at)]
    found.sort(key=lambda one: one.id)
    return max(found, key=lambda one: one.weight, default=None)


def rivals(one: RunCard, other: RunCard) -> bool:
    """Whether some case lies within both cards, and neither is the narrower."""
    if one.item != other.item or one.weight != other.weight or one.level is not other.level:
        return False
    if one.communities and not set(one.communities) & set(other.communities):
        return False
    return not one.hours or _overlap(one.hours, other.hours)


def _overlap(one: str, other: str) -> bool:
    """Whether two "HH:MM-HH:MM" share a moment: one begins within the other."""
    starts = [time.fromisoformat(hours.partition("-")[0]) for hours in (one, other)]
    return within_hours(one, starts[1]) or within_hours(other, starts[0])
