"""Several cases at once: which team for which case, so that all together wait least (pure).

A linear assignment with finite penalties: a pair that may not be costs more than leaving the case
alone, which every case may choose; what is left over is said with its reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from commandcenter.domain.case import Case
from commandcenter.domain.limits import Level
from commandcenter.domain.ranking import Ranking, minutes
from commandcenter.services.crews import Crew
from commandcenter.services.distances import Distances
from commandcenter.services.recommend import Demand, Fit

if TYPE_CHECKING:
    from commandcenter.geo.reach import Booleans, Numbers

FORBIDDEN = 1e6
"""Minutes of a pair that may not be: far above any other, yet finite, so the rest is solved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Cases with what each asks, the crews, how each meets each demand, and the ways.

    `fits` holds a list over the crews for each demand; `asked` the demand of each case.
    """

    cases: Sequence[Case]
    crews: Sequence[Crew]
    asked: Sequence[Demand]
    fits: Mapping[Demand, Sequence[Fit]]
    ways: Distances
    values: Ranking

    def fit(self, case: int, crew: int) -> Fit:
        """How a crew meets what a case asks."""
        return self.fits[self.asked[case]][crew]


@dataclass(frozen=True, slots=True)
class Match:
    """A case's crew, the first and the second best for it alone; each a number or None."""

    crew: int | None
    first: int | None
    second: int | None


def weight(case: Case, now: datetime, values: Ranking) -> float:
    """How much the case's minutes count (now UTC)."""
    late = case.due is not None and case.due < now
    urgent = values.urgent if case.level is Level.URGENT else 1.0
    return urgent * (values.overdue if late else 1.0)


def match(board: Board, now: datetime, lawful: Callable[[int, int], bool]) -> tuple[Match, ...]:
    """The best team for each case, a team once; `lawful(case, crew)` is asked of those chosen.

    Minutes count by weight; a team that comes later than `values.alone` is not sent. A pair that
    the law blocks is forbidden and the rest solved anew.
    """
    import numpy as np

    if not board.cases or not board.crews:
        return tuple(Match(None, None, None) for _ in board.cases)
    cost, allowed = _costs(board)
    weights = np.array([weight(one, now, board.values) for one in board.cases])[:, None]
    while True:
        chosen = _solve(cost, allowed, weights, board.values.alone)
        blocked = [pair for pair in chosen.items() if not lawful(*pair)]
        if not blocked:
            break
        for case, crew in blocked:
            allowed[case, crew] = False
    best = [_best(cost[n], allowed[n]) for n in range(len(board.cases))]
    return tuple(Match(chosen.get(n), *best[n]) for n in range(len(board.cases)))


def _costs(board: Board) -> tuple[Numbers, Booleans]:
    """Minutes to arrive and what speaks against each pair, and which pairs may be at all."""
    import numpy as np

    pace = np.array([minutes(1.0, one.speed) for one in board.crews])
    way = board.ways.metres * pace[None, :]
    way = np.where(np.isnan(way), board.values.unknown, way)
    more = {
        demand: np.array([one.wait + one.penalty for one in fits])
        for demand, fits in board.fits.items()
    }
    may = {
        demand: np.array([not one.excluded for one in fits]) for demand, fits in board.fits.items()
    }
    rows = [more[one] for one in board.asked]
    return way + np.stack(rows), np.stack([may[one] for one in board.asked])


def _solve(cost: Numbers, allowed: Booleans, weights: Numbers, alone: float) -> dict[int, int]:
    """The crew of each case that gets one."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    pairs = np.where(allowed, cost * weights, FORBIDDEN)
    none = np.broadcast_to(alone * weights, (len(cost), len(cost)))
    cases, columns = linear_sum_assignment(np.hstack([pairs, none]))
    crews = cost.shape[1]
    return {
        int(case): int(column)
        for case, column in zip(cases, columns, strict=True)
        if column < crews and allowed[case, column]
    }


def _best(cost: Numbers, allowed: Booleans) -> tuple[int | None, int | None]:
    """The two cheapest crews that one case alone could have."""
    import numpy as np

    able = np.flatnonzero(allowed)
    order = able[np.argsort(cost[able], kind="stable")[:2]].tolist()
    first, second = (*order, None, None)[:2]
    return first, second
