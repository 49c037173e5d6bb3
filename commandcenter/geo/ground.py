"""Which grid a point lies in and how far two points are apart; (lon, lat) in WGS 84 degrees."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from commandcenter.domain.grid import DIVISION

if TYPE_CHECKING:
    import numpy as np

LonLat = tuple[float, float]
Ring = tuple[LonLat, ...]

EARTH_M = 6_371_008.8
"""Mean radius of the earth in metres (IUGG)."""


def distance_m(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Metres between two points on the sphere (haversine); within 0.6 % of the ellipsoid."""
    north1, north2 = math.radians(lat1), math.radians(lat2)
    half_lat, half_lon = (north2 - north1) / 2, math.radians(lon2 - lon1) / 2
    square = math.sin(half_lat) ** 2
    square += math.cos(north1) * math.cos(north2) * math.sin(half_lon) ** 2
    return 2 * EARTH_M * math.asin(min(1.0, math.sqrt(square)))


def box(lon: float, lat: float, metres: float) -> tuple[float, float, float, float]:
    """Bounds (west, south, east, north) that hold every point within so many metres.

    For a query by index, to be narrowed by distance_m. Where the circle reaches a pole or the
    date line, the bounds are the whole circle of latitude. ValueError for negative metres.
    """
    if metres < 0:
        raise ValueError("metres")
    angle = metres / EARTH_M * (1 + 1e-9) + 1e-12  # a hair wider than the rounding of distance_m
    south, north = lat - math.degrees(angle), lat + math.degrees(angle)
    if south <= -90 or north >= 90:
        return -180.0, max(south, -90.0), 180.0, min(north, 90.0)
    reach = math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(lat)))))
    west, east = lon - reach, lon + reach
    if west < -180 or east > 180:
        return -180.0, south, 180.0, north
    return west, south, east, north


class GridIndex:
    """Finds the grid of a point among up to a city's 30,000 grids.

    Made from (code, rings): the outer ring first, then holes; each of (lon, lat), first = last.
    A code may come again for another part of the same grid. Rings must be valid (see boundaries).
    """

    def __init__(self, areas: Iterable[tuple[str, Sequence[Ring]]]) -> None:
        self._areas = list(areas)

    @cached_property
    def _trees(self) -> _Trees:
        """Made at the first question, because the libraries for it take long to load."""
        return _Trees(self._areas)

    def at(self, lon: float, lat: float) -> str | None:
        """Code of the grid that holds the point, None outside all.

        A point on a common boundary belongs to the lowest of the codes, every time alike;
        a point on the outer boundary is inside. A whole street or community (12 digits) gives
        way to the grids inside it.
        """
        codes = self._trees.holding(lon, lat)
        return min(codes, key=lambda code: (len(code) == DIVISION, code), default=None)

    def nearest(self, lon: float, lat: float) -> tuple[str, float] | None:
        """The nearest grid and its distance in metres (0 inside), None without grids.

        Flat reckoning at the index's middle latitude: for a point within some 10 km of a street.
        """
        if not self._areas:
            return None
        inside = self.at(lon, lat)
        return (inside, 0.0) if inside is not None else self._trees.nearest(lon, lat)


class _Trees:
    """The areas in trees of boxes: one in degrees, one with lon squeezed to the length of lat."""

    def __init__(self, areas: list[tuple[str, Sequence[Ring]]]) -> None:
        import shapely

        self._codes = [code for code, _ in areas]
        shapes = [shapely.Polygon(rings[0], rings[1:]) for _, rings in areas]
        middle = [shape.centroid.y for shape in shapes]
        self._squeeze = math.cos(math.radians(sum(middle) / len(middle))) if middle else 1.0
        self._point, self._shortest = shapely.Point, shapely.shortest_line
        self._tree = shapely.STRtree(shapes)
        self._true = shapely.STRtree([shapely.transform(one, self._flat) for one in shapes])

    def holding(self, lon: float, lat: float) -> list[str]:
        """Codes of the areas that hold or touch the point."""
        hits = self._tree.query(self._point(lon, lat), predicate="intersects")
        return [self._codes[n] for n in hits]

    def nearest(self, lon: float, lat: float) -> tuple[str, float]:
        """The nearest area, the lowest code of equals, and its distance in metres."""
        place = self._point(lon * self._squeeze, lat)
        best = min(self._true.query_nearest(place), key=lambda n: self._codes[n])
        edge, _ = self._shortest(self._true.geometries[best], place).coords
        return self._codes[best], distance_m(lon, lat, edge[0] / self._squeeze, edge[1])

    def _flat(self, points: np.ndarray) -> np.ndarray:
        """Degrees with lon squeezed to the length of lat at the middle of the index."""
        flat: np.ndarray = points.copy()
        flat[:, 0] *= self._squeeze
        return flat
