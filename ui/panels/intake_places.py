"""Where a caller may mean: grids by code, communities and roads by name (pure functions)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from commandcenter.domain.grid import normalise
from commandcenter.services.classify import initials
from commandcenter.services.views import GridShape, Reference, Road

Point = tuple[float, float]
SHORT_CODE = 3
STEPS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A place one may mean; lon, lat WGS 84 degrees; `rough` when it is a stretch, not a point.

    A grid that is not drawn has no lon, lat.
    """

    key: str
    name: str
    kind: str
    grid: str
    lon: float | None
    lat: float | None
    rough: bool = True


class Gazetteer:
    """The street's grids, communities and roads, searched by code, name and initials."""

    def __init__(self, reference: Reference) -> None:
        """Of this street; void grids are left out."""
        self._communities = reference.communities
        self._roads = reference.roads
        self._known_stretches: dict[str, list[Place]] = {}
        self._shapes = [one for one in reference.grids if one.grid.void_reason is None]
        self._lone = list({one.grid.code: one for one in reversed(self._shapes)}.values())[::-1]

    def find(self, typed: str, limit: int = 5) -> list[Place]:
        """Places for a grid code (15 or last digits), address words or pinyin initials."""
        text = normalise(typed)
        if not text:
            return []
        if text.isascii() and text.isdigit():
            return self._by_code(text)[:limit]
        found = [(rank, place) for rank, place in self._ranked(text.lower()) if rank]
        found.sort(key=lambda one: (-one[0], one[1].key))
        return [place for _, place in found[:limit]]

    def _by_code(self, digits: str) -> list[Place]:
        if len(digits) < SHORT_CODE:
            return []
        exact = [one for one in self._lone if one.grid.code == digits]
        return [_grid(one) for one in exact or self._lone if one.grid.code.endswith(digits)]

    def _ranked(self, text: str) -> Iterator[tuple[float, Place]]:
        for road in self._roads:
            if rank := _likeness(text, road.name):
                yield from ((rank + 1, place) for place in self._stretches(road))
        for shape in self._lone:
            community = self._communities.get(shape.grid.community, "")
            rank = max(_likeness(text, shape.grid.name), _likeness(text, community) - 0.5)
            yield rank, _grid(shape)

    def warm(self) -> None:
        """Cut the roads by grid and spell all names once, so that typing need not wait."""
        for road in self._roads:
            self._stretches(road)
        self.find("zz")

    def every(self) -> list[Place]:
        """All grids and all stretches of roads; takes long the first time."""
        stretches = [place for road in self._roads for place in self._stretches(road)]
        return [*map(_grid, self._lone), *stretches]

    def _stretches(self, road: Road) -> list[Place]:
        if road.name not in self._known_stretches:
            self._known_stretches[road.name] = self._cut(road)
        return self._known_stretches[road.name]

    def _cut(self, road: Road) -> list[Place]:
        """One place for each grid the road runs through, in the middle of that stretch."""
        within: dict[str, list[Point]] = {}
        for point in _along(road.line):
            shape = self._at(point)
            if shape is not None:
                within.setdefault(shape.grid.code, []).append(point)
        names = {one.grid.code: one.grid.name for one in self._shapes}
        return [
            Place(f"{road.name}/{code}", f"{road.name} · {names[code]}", "road", code, *middle)
            for code, points in within.items()
            for middle in [points[len(points) // 2]]
        ]

    def _at(self, point: Point) -> GridShape | None:
        lon, lat = point
        for shape, (west, south, east, north) in self._boxes:
            if west <= lon <= east and south <= lat <= north and _inside(point, shape.ring):
                return shape
        return None

    @cached_property
    def _boxes(self) -> list[tuple[GridShape, tuple[float, float, float, float]]]:
        made = []
        for shape in (one for one in self._shapes if one.ring):
            lons = [lon for lon, _ in shape.ring]
            lats = [lat for _, lat in shape.ring]
            made.append((shape, (min(lons), min(lats), max(lons), max(lats))))
        return made


def _grid(shape: GridShape) -> Place:
    one = shape.grid
    lon, lat = (one.lon, one.lat) if shape.ring else (None, None)
    return Place(one.code, one.name, "grid", one.code, lon, lat)


def _likeness(text: str, name: str) -> float:
    """The longer the part of a name that was said, the better; 0 when it is not meant."""
    if not name:
        return 0.0
    if name in text:
        return 10.0 + len(name)
    if text in name:
        return 8.0 + len(text)
    if text.isascii() and len(text) > 1:
        letters = initials(name)
        return 5.0 + len(text) if letters.startswith(text) else 0.0
    stem = name[:-1]
    return 4.0 + len(stem) if len(stem) > 1 and stem in text else 0.0


def _along(line: Sequence[Point]) -> Iterator[Point]:
    for (lon1, lat1), (lon2, lat2) in pairwise(line):
        for step in range(STEPS):
            part = step / STEPS
            yield lon1 + (lon2 - lon1) * part, lat1 + (lat2 - lat1) * part


def _inside(point: Point, ring: Sequence[Point]) -> bool:
    lon, lat = point
    inside = False
    for (lon1, lat1), (lon2, lat2) in pairwise(ring):
        if (lat1 > lat) != (lat2 > lat):
            crossing = lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1)
            inside ^= lon < crossing
    return inside
