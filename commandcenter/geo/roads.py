"""Roads as a graph one can drive on: the way from here to there, and places along it."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import shapely
from shapely import STRtree

from commandcenter.geo.ground import LonLat, distance_m


def length_m(line: Sequence[LonLat]) -> float:
    """Length in metres of a line of (lon, lat); 0 for fewer than two points."""
    return sum(distance_m(*a, *b) for a, b in pairwise(line))


def place_at(line: Sequence[LonLat], metres: float) -> LonLat:
    """The (lon, lat) so many metres along a line; its ends beyond. ValueError if it is empty."""
    if not line:
        raise ValueError("line")
    left = max(0.0, metres)
    for a, b in pairwise(line):
        step = distance_m(*a, *b)
        if step > 0 and left <= step:
            share = left / step
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        left -= step
    return line[-1]


@dataclass(frozen=True, slots=True)
class Spot:
    """The nearest place on a road: its (lon, lat), the road's name, the ends of its segment."""

    place: LonLat
    road: str
    ends: tuple[LonLat, LonLat]


class RoadGraph:
    """A street's roads; two roads meet where they share a vertex, and only there.

    Made from (name, line), a line of (lon, lat); every road can be driven both ways.
    """

    def __init__(self, roads: Iterable[tuple[str, Sequence[LonLat]]]) -> None:
        self._links: dict[LonLat, dict[LonLat, float]] = {}
        self._parts: list[tuple[str, LonLat, LonLat]] = []
        for name, line in roads:
            for a, b in pairwise(line):
                self._join(name, a, b)
        lats = [lat for _, lat in self._links]
        self._squeeze = math.cos(math.radians(sum(lats) / len(lats))) if lats else 1.0
        flat = [[self._flat(a), self._flat(b)] for _, a, b in self._parts]
        self._tree = STRtree(shapely.linestrings(flat) if flat else [])

    def _join(self, name: str, a: LonLat, b: LonLat) -> None:
        if a == b:
            return
        self._parts.append((name, a, b))
        step = distance_m(*a, *b)
        for one, other in ((a, b), (b, a)):
            self._links.setdefault(one, {})[other] = step

    def _flat(self, place: LonLat) -> LonLat:
        return place[0] * self._squeeze, place[1]

    @property
    def nodes(self) -> frozenset[LonLat]:
        """Every vertex of every road."""
        return frozenset(self._links)

    @property
    def parts(self) -> tuple[tuple[LonLat, LonLat], ...]:
        """The ends of every straight piece of road."""
        return tuple((a, b) for _, a, b in self._parts)

    def steps(self, node: LonLat) -> Mapping[LonLat, float]:
        """The vertices beside a vertex and how many metres away they are."""
        return self._links[node]

    def snap_all(self, places: Sequence[LonLat]) -> tuple[list[int], list[float], list[float]]:
        """Of each (lon, lat) the nearest of `parts`, the share of it to the spot, metres to there.

        Many at once, for `snap` one by one is slow; ValueError without roads.
        """
        if not self._parts:
            raise ValueError("roads")
        points = shapely.points([self._flat(one) for one in places])
        near = self._tree.nearest(points)
        lines = self._tree.geometries[near]
        share = shapely.line_locate_point(lines, points, normalized=True)
        spots = shapely.get_coordinates(
            shapely.line_interpolate_point(lines, share, normalized=True)
        )
        away = [
            distance_m(*place, x / self._squeeze, y)
            for place, (x, y) in zip(places, spots, strict=True)
        ]
        return near.tolist(), share.tolist(), away

    def reachable(self, node: LonLat) -> frozenset[LonLat]:
        """The vertices one can drive to from this one, itself among them."""
        return frozenset(self._cheapest({node: 0.0})[0]) if node in self._links else frozenset()

    def snap(self, place: LonLat) -> Spot | None:
        """The nearest spot on a road to a (lon, lat), None without roads."""
        if not self._parts:
            return None
        point = shapely.Point(self._flat(place))
        best = int(self._tree.nearest(point))
        line = self._tree.geometries[best]
        near = line.interpolate(line.project(point))
        name, a, b = self._parts[best]
        return Spot((near.x / self._squeeze, near.y), name, (a, b))

    def route(self, a: LonLat, b: LonLat) -> tuple[LonLat, ...]:
        """The shortest way from a to b: to the nearest road, along roads, from the road to b.

        All (lon, lat). Without roads, or if no road joins the two, the straight line.
        """
        start, goal = self.snap(a), self.snap(b)
        if start is None or goal is None:
            return _without_repeats((a, b))
        if set(start.ends) == set(goal.ends):
            return _without_repeats((a, start.place, goal.place, b))
        way = self._way(start, goal)
        return _without_repeats((a, start.place, *way, goal.place, b) if way else (a, b))

    def _way(self, start: Spot, goal: Spot) -> list[LonLat]:
        """Vertices between two spots on different segments; empty if nothing joins them."""
        first = {end: distance_m(*start.place, *end) for end in start.ends}
        cost, came = self._cheapest(first)
        ends = [end for end in goal.ends if end in cost]
        if not ends:
            return []
        node = min(ends, key=lambda e: cost[e] + distance_m(*goal.place, *e))
        way = [node]
        while came[node] != node:
            node = came[node]
            way.append(node)
        return way[::-1]

    def _cheapest(
        self, first: dict[LonLat, float]
    ) -> tuple[dict[LonLat, float], dict[LonLat, LonLat]]:
        """Dijkstra: metres to each vertex and the vertex before it, of a start the start itself."""
        cost: dict[LonLat, float] = {}
        came: dict[LonLat, LonLat] = {}
        heap = [(metres, start, start) for start, metres in first.items()]
        heapq.heapify(heap)
        while heap:
            metres, node, before = heapq.heappop(heap)
            if node in cost:
                continue
            cost[node], came[node] = metres, before
            for other, step in self._links[node].items():
                if other not in cost:
                    heapq.heappush(heap, (metres + step, other, node))
        return cost, came


def _without_repeats(line: tuple[LonLat, ...]) -> tuple[LonLat, ...]:
    kept = line[:1] + tuple(b for a, b in pairwise(line) if a != b)
    return kept if len(kept) > 1 else (line[0], line[-1])
