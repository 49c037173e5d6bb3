"""The cases of the board by their last digits; changes are taken in one by one."""

from __future__ import annotations

from collections.abc import Iterable

from commandcenter.domain.case import ENDED
from commandcenter.services.views import CaseLine

SHORTEST, LONGEST = 2, 6
"""Digits at the end of a number by which it is indexed."""
SAID = 4
"""Digits that are said of a case where they are enough."""


class CaseIndex:
    """Lines by id and by the ends of their numbers; an ended case is kept while it is known."""

    def __init__(self) -> None:
        """No case."""
        self._lines: dict[str, CaseLine] = {}
        self._ends: dict[str, dict[str, None]] = {}

    def load(self, lines: Iterable[CaseLine]) -> None:
        """Take these and no others."""
        self._lines, self._ends = {}, {}
        self.take(lines)

    def take(self, lines: Iterable[CaseLine]) -> None:
        """Take in lines as they are now."""
        for line in lines:
            before = self._lines.get(line.id)
            self._lines[line.id] = line
            if before is None or before.number != line.number:
                for end in _ends(line.number):
                    self._ends.setdefault(end, {})[line.id] = None

    def drop(self, cases: Iterable[str]) -> None:
        """Forget cases that who sits here may not see any more."""
        for case in cases:
            line = self._lines.pop(case, None)
            for end in _ends(line.number if line else None):
                self._ends.get(end, {}).pop(case, None)

    def line(self, case: str) -> CaseLine | None:
        """A case as the feed last told it."""
        return self._lines.get(case)

    def find(self, digits: str) -> list[CaseLine]:
        """Cases whose number ends so: open ones before ended ones, the newest first."""
        found = (self._lines[one] for one in self._ends.get(digits[-LONGEST:], ()))
        fit = [one for one in found if (one.number or "").endswith(digits)]
        newest = sorted(fit, key=lambda one: one.number or "", reverse=True)
        return sorted(newest, key=lambda one: one.state in ENDED)

    def meant(self, digits: str) -> list[CaseLine]:
        """Which case the digits mean: where open ones fit, no ended one is meant."""
        found = self.find(digits)
        live = [one for one in found if one.state not in ENDED]
        return live or found

    def at(self, place: str, most: int) -> list[CaseLine]:
        """Live cases whose place has these words, the newest first."""
        words = place.lower()
        fit = [
            one
            for one in self._lines.values()
            if one.state not in ENDED and words in one.place.lower()
        ]
        return sorted(fit, key=lambda one: one.reported_at, reverse=True)[:most]

    def short(self, line: CaseLine) -> str:
        """The fewest last digits, four or more, that mean this case alone; "" without a number."""
        number = line.number or ""
        for length in range(SAID, len(number) + 1):
            if [one.id for one in self.meant(number[-length:])] == [line.id]:
                return number[-length:]
        return number


def _ends(number: str | None) -> list[str]:
    text = number or ""
    return [text[-size:] for size in range(SHORTEST, LONGEST + 1) if len(text) >= size]
