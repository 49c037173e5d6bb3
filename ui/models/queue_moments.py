"""When a line of the queue changes by time alone: the nearest instants first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from heapq import heapify, heappop, heappush

from commandcenter.domain.case import CaseState
from commandcenter.services.views import CaseLine
from ui.words import STREET_ZONE

_CLOCKS = (
    *("due", "yellow", "stage_due", "stage_yellow", "tier_due", "tier_yellow"),
    *("docket_due", "docket_yellow", "supervise_due", "watch_due", "whistle_due"),
)


class Moments:
    """The next moment of every line; a line that was put again has only its new one."""

    def __init__(self) -> None:
        """No lines yet."""
        self._heap: list[tuple[datetime, str]] = []
        self._next: dict[str, datetime] = {}

    def load(self, lines: Iterable[CaseLine], now: datetime) -> None:
        """Begin with these, as of `now` (UTC)."""
        found = ((next_moment(one, now), one.id) for one in lines)
        self._next = {case: at for at, case in found if at is not None}
        self._heap = [(at, case) for case, at in self._next.items()]
        heapify(self._heap)

    def put(self, line: CaseLine, now: datetime) -> None:
        """A line is new or another one, or its moment passed."""
        at = next_moment(line, now)
        if at is None:
            self._next.pop(line.id, None)
        elif self._next.get(line.id) != at:
            self._next[line.id] = at
            heappush(self._heap, (at, line.id))

    def drop(self, case: str) -> None:
        """A line went."""
        self._next.pop(case, None)

    def passed(self, now: datetime) -> list[str]:
        """The lines whose moment lies before `now`; each wants to be put again."""
        found = []
        while self._heap and self._heap[0][0] < now:
            at, case = heappop(self._heap)
            if self._next.get(case) == at:
                del self._next[case]
                found.append(case)
        return found


def next_moment(line: CaseLine, now: datetime) -> datetime | None:
    """The first instant from `now` on at which a lamp, a clock or "today" says something else."""
    times = [getattr(line, name) for name in _CLOCKS]
    if line.state is CaseState.CALLBACK and line.stage_due is not None:
        local = line.stage_due.astimezone(STREET_ZONE)
        times.append(local.replace(hour=0, minute=0, second=0, microsecond=0))
    return min((at for at in times if at is not None and at >= now), default=None)
