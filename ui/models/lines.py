"""The live cases of the board by id, for panels that count or draw them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Generic, TypeVar

from commandcenter.domain.case import ENDED, INBOX
from commandcenter.domain.clock import Lamp
from commandcenter.services.views import CaseLine
from ui.models.queue_cells import lamps, listed
from ui.models.queue_moments import next_moment

T = TypeVar("T")
Known = tuple[CaseLine, datetime, datetime, T]
"""A line, since and until when its value is so (UTC), the value."""
NEVER = datetime.max.replace(tzinfo=UTC)


class Lines:
    """Cases that are open or wait in the inbox; an ended one leaves."""

    def __init__(self) -> None:
        """No case yet."""
        self._by_id: dict[str, CaseLine] = {}
        self._kept: dict[str, CaseLine] = {}

    @property
    def all(self) -> Iterable[CaseLine]:
        """Every live case."""
        return self._by_id.values()

    @property
    def listed(self) -> Iterable[CaseLine]:
        """Every live case, and the ended ones with an open sub-docket or a rating to come."""
        return (*self._by_id.values(), *self._kept.values())

    def load(self, lines: Iterable[CaseLine]) -> None:
        """Take these and no others."""
        known = list(lines)
        self._by_id = {line.id: line for line in known if line.state not in ENDED}
        self._kept = {line.id: line for line in known if line.state in ENDED and stays(line)}

    def apply(
        self, lines: Iterable[CaseLine], taken: Iterable[str] = ()
    ) -> tuple[list[CaseLine], list[str]]:
        """Take in changed lines; returns the live ones among them and the ids that have left.

        `taken` are ids of cases that who sits here may not see any more.
        """
        live = []
        gone = [one for one in taken if self._by_id.pop(one, None) or self._kept.pop(one, None)]
        for line in lines:
            self._kept.pop(line.id, None)
            if line.state in ENDED:
                if stays(line):
                    self._kept[line.id] = line
                if self._by_id.pop(line.id, None) is not None:
                    gone.append(line.id)
            else:
                self._by_id[line.id] = line
                live.append(line)
        return live, gone

    def get(self, case: str) -> CaseLine | None:
        """The live case of that id."""
        return self._by_id.get(case)

    def find(self, case: str) -> CaseLine | None:
        """The case of that id among those listed."""
        return self._by_id.get(case) or self._kept.get(case)


def stays(line: CaseLine) -> bool:
    """Whether a case is kept: live or listed, or ended with a whistle that waits for ratings."""
    return listed(line) or line.rate_due is not None


class Kept(Generic[T]):
    """What is worked out of each line, kept until the line is another one or its time is over."""

    def __init__(self, work_out: Callable[[CaseLine, datetime], tuple[T, datetime | None]]) -> None:
        """`work_out` gives the value of a line at a time (UTC) and until when it is so."""
        self._work_out = work_out
        self._known: dict[str, Known[T]] = {}

    def of(self, lines: Iterable[CaseLine], now: datetime) -> list[T]:
        """The value of each of these lines at `now` (UTC); those of other lines are forgotten."""
        found = [(line.id, self._look(line, now)) for line in lines]
        self._known = dict(found)
        return [one[3] for _, one in found]

    def at(self, line: CaseLine, now: datetime) -> T:
        """The value of one line at `now` (UTC); the others are kept."""
        one = self._known[line.id] = self._look(line, now)
        return one[3]

    def forget(self) -> None:
        """Work out everything anew: what it goes by has changed."""
        self._known = {}

    def _look(self, line: CaseLine, now: datetime) -> Known[T]:
        one = self._known.get(line.id)
        if one is None or one[0] is not line or not one[1] <= now < one[2]:
            value, until = self._work_out(line, now)
            return line, now, until or NEVER, value
        return one


def worst_lamp(line: CaseLine, now: datetime) -> tuple[Lamp | None, datetime | None]:
    """The worst lamp of a line at `now` (UTC), and until when it is."""
    return lamps(line, now).worst, next_moment(line, now)


def lamp_counts(
    lines: Iterable[CaseLine], now: datetime, kept: Kept[Lamp | None] | None = None
) -> Counter[Lamp | None]:
    """How many open cases (neither inbox nor drill) have which worst lamp at `now` (UTC).

    `kept` (of worst_lamp) spares who counts often the lines that have not changed.
    """
    counted = (one for one in lines if one.state not in INBOX and not one.drill)
    return Counter((kept or Kept(worst_lamp)).of(counted, now))
