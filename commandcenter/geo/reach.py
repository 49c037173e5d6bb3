"""How far it is along the roads from many places to many: one search a junction, kept."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Any

import numpy as np

from commandcenter.geo.ground import EARTH_M, LonLat
from commandcenter.geo.roads import RoadGraph

KEPT = 8_000_000
"""Metres that are kept, 64 MB: of a street from every junction, of a city from the last asked."""
FEW, SMALL = 6, 4_000
"""So many searches among so many junctions are done before the library for many is loaded."""
Numbers = np.ndarray[Any, np.dtype[np.float64]]
Places = np.ndarray[Any, np.dtype[np.int64]]
Booleans = np.ndarray[Any, np.dtype[np.bool_]]
FAR = 500.0
"""Metres from a place to the nearest road beyond which the roads say nothing of it [D]."""


@dataclass(frozen=True, slots=True)
class Snapped:
    """Places on the roads: their stretch, the metres to both of its junctions and to the road."""

    stretch: Places
    junctions: Places
    legs: Numbers
    away: Numbers


class Reach:
    """The ways of a road graph; `metres` may be asked from several threads."""

    def __init__(self, graph: RoadGraph) -> None:
        self._graph = graph
        self._index: dict[LonLat, int] = {}
        self._ends: list[tuple[int, int]] = []
        self._lengths: list[float] = []
        self._where: dict[tuple[LonLat, LonLat], tuple[int, float, float]] = {}
        for node in sorted(graph.nodes):
            if len(graph.steps(node)) != 2:
                self._walk(node)
        for node in sorted(graph.nodes):  # rings that meet no junction
            if any((node, other) not in self._where for other in graph.steps(node)):
                self._walk(node)
        found = [self._where[part] for part in graph.parts]
        self._stretch = np.array([one[0] for one in found], dtype=np.int64)
        self._begin = np.array([one[1] for one in found])
        self._step = np.array([one[2] for one in found])
        self._links = self._linked()
        self._matrix: Any = None
        self._rows: dict[int, Numbers] = {}
        self._lock = Lock()

    def _walk(self, start: LonLat) -> None:
        """The stretches that leave a junction, each until the next one."""
        self._number(start)
        for first in self._graph.steps(start):
            if (start, first) in self._where:
                continue
            way, node, before = [start, first], first, start
            while node != start and len(self._graph.steps(node)) == 2 and node not in self._index:
                before, node = node, next(o for o in self._graph.steps(node) if o != before)
                way.append(node)
            self._keep(way)

    def _number(self, node: LonLat) -> int:
        return self._index.setdefault(node, len(self._index))

    def _keep(self, way: list[LonLat]) -> None:
        stretch, along = len(self._ends), 0.0
        for a, b in pairwise(way):
            step = self._graph.steps(a)[b]
            self._where[a, b] = (stretch, along, step)
            self._where[b, a] = (stretch, along + step, -step)
            along += step
        self._ends.append((self._number(way[0]), self._number(way[-1])))
        self._lengths.append(along)

    def _linked(self) -> list[dict[int, float]]:
        """The shortest stretch between each two junctions."""
        found: list[dict[int, float]] = [{} for _ in self._index]
        for (a, b), length in zip(self._ends, self._lengths, strict=True):
            for one, other in ((a, b), (b, a)):
                found[one][other] = min(length, found[one].get(other, length))
        return found

    def snap(self, places: Sequence[LonLat]) -> Snapped:
        """These (lon, lat) on their nearest roads; ValueError without roads."""
        near, shares, away = self._graph.snap_all(places)
        stretch = self._stretch[near]
        along = self._begin[near] + np.array(shares) * self._step[near]
        ends = np.array([self._ends[n] for n in stretch.tolist()], dtype=np.int64)
        whole = np.array([self._lengths[n] for n in stretch.tolist()])
        return Snapped(stretch, ends.T, np.stack([along, whole - along]), np.array(away))

    def metres(self, goals: Snapped, starts: Snapped) -> Numbers:
        """Metres from each start (column) to each goal (row), to and from the road included.

        Infinite where no road joins the two.
        """
        rows = self._searched(sorted(set(goals.junctions.ravel().tolist())))
        best = np.full((len(goals.stretch), len(starts.stretch)), np.inf)
        for goal_end in (0, 1):
            cost = np.stack([rows[n] for n in goals.junctions[goal_end].tolist()])
            for end in (0, 1):
                way = cost[:, starts.junctions[end]]
                way = way + goals.legs[goal_end][:, None] + starts.legs[end][None, :]
                best = np.minimum(best, way)
        same = goals.stretch[:, None] == starts.stretch[None, :]
        straight = np.abs(goals.legs[0][:, None] - starts.legs[0][None, :])
        best = np.where(same, np.minimum(best, straight), best)
        found: Numbers = best + goals.away[:, None] + starts.away[None, :]
        return found

    def _searched(self, nodes: Sequence[int]) -> dict[int, Numbers]:
        """Of each junction the metres to every other one."""
        with self._lock:
            known = {node: self._rows[node] for node in nodes if node in self._rows}
        missing = [node for node in nodes if node not in known]
        few = len(missing) <= FEW and len(self._index) <= SMALL
        known.update(self._search(missing) if few else self._search_many(missing))
        with self._lock:
            if (len(self._rows) + len(missing)) * len(self._index) > KEPT:
                self._rows.clear()
            self._rows.update((node, known[node]) for node in missing)
        return known

    def _search(self, nodes: Sequence[int]) -> dict[int, Numbers]:
        """Dijkstra from each of a few junctions."""
        found = {}
        for start in nodes:
            row = np.full(len(self._index), np.inf)
            heap = [(0.0, start)]
            while heap:
                metres, node = heapq.heappop(heap)
                if row[node] <= metres:
                    continue
                row[node] = metres
                for other, step in self._links[node].items():
                    if row[other] > metres + step:
                        heapq.heappush(heap, (metres + step, other))
            found[start] = row
        return found

    def _search_many(self, nodes: Sequence[int]) -> dict[int, Numbers]:
        """The same from many, by scipy."""
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import dijkstra

        if not nodes:
            return {}
        if self._matrix is None:
            links = [(a, b, step) for a, near in enumerate(self._links) for b, step in near.items()]
            a, b, step = zip(*links, strict=True)
            self._matrix = csr_array((step, (a, b)), shape=(len(self._index),) * 2)
        return dict(zip(nodes, dijkstra(self._matrix, indices=list(nodes)), strict=True))


def air(goals: Sequence[LonLat], starts: Sequence[LonLat]) -> Numbers:
    """Metres in a straight line from each start (column) to each goal (row), as distance_m."""
    lon1, lat1 = np.radians(np.array(goals, dtype=float).reshape(-1, 2)).T[:, :, None]
    lon2, lat2 = np.radians(np.array(starts, dtype=float).reshape(-1, 2)).T[:, None, :]
    square = np.sin((lat2 - lat1) / 2) ** 2
    square = square + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    found: Numbers = 2 * EARTH_M * np.arcsin(np.minimum(1.0, np.sqrt(square)))
    return found


def apart(
    reach: Reach | None, factor: float, goals: Sequence[LonLat], starts: Sequence[LonLat]
) -> tuple[Numbers, Booleans]:
    """Metres from each start (column) to each goal (row), and which of them are along roads.

    Else they are the straight line times the factor: where there are no roads, none joins the
    two, one is farther than FAR from any, or both are nearer to each other than to the road.
    """
    straight = air(goals, starts)
    bare = straight * factor
    if reach is None or not goals or not starts:
        return bare, np.zeros(straight.shape, dtype=bool)
    ends, begins = reach.snap(goals), reach.snap(starts)
    road = reach.metres(ends, begins)
    away = ends.away[:, None] + begins.away[None, :]
    near = (ends.away <= FAR)[:, None] & (begins.away <= FAR)[None, :]
    good = near & np.isfinite(road) & (straight > away)
    return np.where(good, road, bare), good
