"""How far every team has to every case, reckoned at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commandcenter.domain.case import Case
from commandcenter.services.crews import Crew
from commandcenter.services.recommend import Trip
from commandcenter.services.sending_views import Way
from commandcenter.services.ways import Known

if TYPE_CHECKING:
    from commandcenter.geo.reach import Booleans, Numbers


@dataclass(frozen=True, slots=True)
class Distances:
    """Metres from every crew (column) to every case (row), not a number without a place."""

    metres: Numbers
    road: Booleans
    roads: bool

    def trip(self, case: int, crew: int) -> Trip:
        """The way of one crew to one case."""
        metres = float(self.metres[case, crew])
        if metres != metres:
            return Trip(None, Way.UNKNOWN)
        road = bool(self.road[case, crew])
        return Trip(metres, Way.ROAD if road else Way.AIR, no_road=self.roads and not road)


def distances(known: Known, cases: Sequence[Case], crews: Sequence[Crew]) -> Distances:
    """The ways of all crews to all cases, reckoned at once."""
    import numpy as np

    from commandcenter.geo.reach import apart

    rows = [n for n, one in enumerate(cases) if one.lon is not None and one.lat is not None]
    columns = [n for n, one in enumerate(crews) if one.position is not None]
    goals = [(cases[n].lon or 0.0, cases[n].lat or 0.0) for n in rows]
    starts = [(one.position.lon, one.position.lat) for one in crews if one.position is not None]
    metres = np.full((len(cases), len(crews)), np.nan)
    road = np.zeros(metres.shape, dtype=bool)
    where = np.ix_(rows, columns)
    metres[where], road[where] = apart(known.reach, known.ranking.detour, goals, starts)
    return Distances(metres, road, known.reach is not None)
