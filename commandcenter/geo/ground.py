"""Which grid a point lies in and how far two points are apart; (lon, lat) in WGS 84 degrees."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely import STRtree

from commandcenter.domain.grid import DIVISION

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
        found = [(code, shapely.Polygon(rings[0], rings[1:])) for code, rings in areas]
        self._codes = [code for code, _ in found]
        self._shapes = [shape for _, shape in found]
        self._tree = STRtree(self._shapes)
        middle = [shape.centroid.y for shape in self._shapes]
        self._squeeze = math.cos(math.radians(sum(middle) / len(middle))) if middle else 1.0
        self._true = STRtree([shapely.transform(s, self._flat) for s in self._shapes])

    def _flat(self, points: np.ndarray) -> np.ndarray:
        """Degrees with lon squeezed to the length of lat at the middle of the index."""
        return np.column_stack((points[:, 0] * self._squeeze, points[:, 1]))

    def at(self, lon: float, lat: float) -> str | None:
        """Code of the grid that holds the point, None outside all.

        A point on a common boundary belongs to the lowest of the codes, every time alike;
        a point on the outer boundary is inside. A whole street or community (12 digits) gives
        way to the grids inside it.
        """
        hits = self._tree.query(shapely.Point(lon, lat), predicate="intersects")
        codes = (self._codes[n] for n in hits)
        return min(codes, key=lambda code: (len(code) == DIVISION, code), default=None)

    def nearest(self, lon: float, lat: float) -> tuple[str, float] | None:
        """The nearest grid and its distance in metres (0 inside), None without grids.

        Flat reckoning at the index's middle latitude: for a point within some 10 km of a street.
        """
        if not self._codes:
            return None
        inside = self.at(lon, lat)
        if inside is not None:
            return inside, 0.0
        hits = self._true.query_nearest(shapely.Point(lon * self._squeeze, lat))
        best = min(hits, key=lambda n: self._codes[n])
        edge, _ = shapely.shortest_line(
            self._true.geometries[best], shapely.Point(lon * self._squeeze, lat)
        ).coords
        return self._codes[best], distance_m(lon, lat, edge[0] / self._squeeze, edge[1])
