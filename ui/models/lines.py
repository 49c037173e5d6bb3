"""The live cases of the board by id, for panels that count or draw them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from commandcenter.domain.case import ENDED, INBOX
from commandcenter.domain.clock import Lamp
from commandcenter.services.views import CaseLine
from ui.models.queue_cells import lamps, listed


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


def lamp_counts(lines: Iterable[CaseLine], now: datetime) -> Counter[Lamp | None]:
    """How many open cases (neither inbox nor drill) have which worst lamp at `now` (UTC)."""
    counted = (one for one in lines if one.state not in INBOX and not one.drill)
    return Counter(lamps(line, now).worst for line in counted)
