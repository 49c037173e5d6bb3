"""The question of the charts and its answer: what came and went, how old, how loaded, how fast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.limits import Level, Limit, Stage

MOST_DAYS = 31
AGES = ((2, "h"), (1, "d"), (3, "d"), (5, "d"), (15, "d"))
"""Where one age ends and the next begins, counted since filing on the clock of the case's level:
round the clock for urgent and simple, in working time for general and complex, where a day is as
long as its sessions. They are the default limits of section 3, so a level's limit is a boundary."""
PARTS = (0.5, 0.8, 0.95)
"""Which quantiles are told, by nearest rank: the least time within which so many were done."""
PACED = (Stage.SIGN, Stage.ON_SCENE, Stage.FINISH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An hour or a local day from `start` up to `end` (UTC): what was filed and closed in it.

    open: those of the filed that are open now.
    """

    start: datetime
    end: datetime
    filed: int
    open: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """Open cases of a level by age, the youngest first.

    `since` are the filing times (UTC) between one age and the next: a case filed at the first or
    later counts in the first.
    """

    level: Level
    counts: tuple[int, ...]
    since: tuple[datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Open cases of a lead unit or a community (None: of none yet) by their worse lamp.

    overdue: red; near: yellow, 80 % of a limit used; rest: green, or no clock runs.
    """

    key: str | None
    overdue: int
    near: int
    rest: int

    @property
    def open(self) -> int:
        """All of them."""
        return self.overdue + self.near + self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long a stage took at a level: p50, p80 and p95 of what ended in the range.

    sign: from assigning the lead unit to its signature; on_scene: from there to its arrival;
    finish: from the start of the whole-case clock to closing. `minutes` and `limit` are on the
    same clock, working time where `working`; `shares` are of the case's own limit (1.0 = used up),
    empty where the level sets none. late: ended after the limit. waiting: open cases that are in
    the stage now; of FINISH all that are open. Signatures and arrivals of a case that was redone
    or reworked are left out, for the task is signed anew.
    """

    stage: Stage
    level: Level
    count: int
    late: int
    minutes: tuple[float, ...]
    shares: tuple[float, ...]
    limit: Limit | None
    working: bool
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """All charts as of `at` (UTC), from one snapshot; drills and imported cases are left out."""

    at: datetime
    days: int
    steps: tuple[Step, ...]
    ages: tuple[Ages, ...]
    units: tuple[Load, ...]
    communities: tuple[Load, ...]
    paces: tuple[Pace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCharts:
    """-> Charts over the last days: 1 = 24 hours by the hour, more (to 31) = by the local day.

    A unit's or a level's seat gets its own cases.
    """

    days: int = 1
