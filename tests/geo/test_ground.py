"""A point finds its grid, and distances are true metres."""

import csv
import math
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st

from commandcenter.geo.boundaries import read_boundaries
from commandcenter.geo.demo import load_demo
from commandcenter.geo.ground import GridIndex, Ring, box, distance_m

LON, LAT = 113.44, 22.96
DEMO_GRIDS = [(g.grid.code, (g.ring,)) for g in load_demo().grids]
DEMO_INDEX = GridIndex(DEMO_GRIDS)


def square(west: float, south: float, side: float) -> Ring:
    east, north = west + side, south + side
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def crossings(ring: Ring, lon: float, lat: float) -> int:
    """How often a ray to the east cuts the ring (even-odd rule)."""
    return sum(
        (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1
        for (x1, y1), (x2, y2) in pairwise(ring)
    )


def to_edge(ring: Ring, lon: float, lat: float) -> float:
    """Degrees from a point to the ring's nearest edge."""
    best = math.inf
    for (x1, y1), (x2, y2) in pairwise(ring):
        dx, dy = x2 - x1, y2 - y1
        t = max(0.0, min(1.0, ((lon - x1) * dx + (lat - y1) * dy) / (dx * dx + dy * dy)))
        best = min(best, math.hypot(lon - x1 - t * dx, lat - y1 - t * dy))
    return best


@given(st.floats(113.40, 113.48), st.floats(22.91, 23.01))
def test_the_grid_of_any_point_is_the_one_brute_force_finds(lon: float, lat: float) -> None:
    found = DEMO_INDEX.at(lon, lat)
    near = [code for code, (ring,) in DEMO_GRIDS if to_edge(ring, lon, lat) < 1e-9]
    if near:
        assert found in [*near, None]
    else:
        inside = [code for code, (ring,) in DEMO_GRIDS if crossings(ring, lon, lat) % 2]
        assert [found] == (inside or [None])


def test_a_vertex_belongs_to_the_lowest_code_that_has_it() -> None:
    for _, (ring,) in DEMO_GRIDS:
        for vertex in ring:
            owners = [code for code, (other,) in DEMO_GRIDS if vertex in other]
            assert DEMO_INDEX.at(*vertex) == min(owners)


@given(st.integers(0, 12), st.integers(0, 12))
def test_a_lattice_gives_its_common_edges_to_the_lowest_code(x: int, y: int) -> None:
    squares = {f"{r}{c}": (c * 4, r * 4) for r in range(3) for c in range(3)}
    index = GridIndex([(code, (square(*corner, 4),)) for code, corner in squares.items()])
    holders = [k for k, (w, s) in squares.items() if w <= x <= w + 4 and s <= y <= s + 4]
    assert index.at(x, y) == min(holders)


def test_a_hole_is_outside_and_a_code_may_come_in_parts() -> None:
    ring, hole = square(0, 0, 0.1), square(0.04, 0.04, 0.02)
    index = GridIndex(
        [("a", (ring, hole)), ("b", (square(1, 0, 0.1),)), ("a", (square(2, 0, 0.1),))]
    )
    assert [index.at(x, 0.05) for x in (0.02, 0.05, 0.5, 1.05, 2.05)] == ["a", None, None, "b", "a"]
    code, metres = index.nearest(0.05, 0.05) or ("", 0.0)
    assert code == "a"
    assert metres == pytest.approx(distance_m(0.05, 0.05, 0.06, 0.05), rel=1e-6)


@given(st.floats(113.38, 113.50), st.floats(22.89, 23.03))
def test_the_nearest_grid_is_none_farther_than_any_vertex(lon: float, lat: float) -> None:
    code, metres = DEMO_INDEX.nearest(lon, lat) or ("", math.nan)
    assert (metres == 0) == (DEMO_INDEX.at(lon, lat) is not None)
    vertices = [p for _, (ring,) in DEMO_GRIDS for p in ring]
    assert metres <= min(distance_m(lon, lat, *p) for p in vertices) + 0.01
    own = dict(DEMO_GRIDS)[code][0]
    if metres:
        flat = [(x * math.cos(math.radians(22.96)), y) for x, y in own]
        degrees = to_edge(tuple(flat), lon * math.cos(math.radians(22.96)), lat)
        assert metres == pytest.approx(degrees * 111_195, rel=2e-3, abs=0.01)


def test_an_index_without_grids_finds_nothing() -> None:
    index = GridIndex([])
    assert index.at(LON, LAT) is None
    assert index.nearest(LON, LAT) is None


def test_known_distances() -> None:
    assert distance_m(LON, LAT, LON, LAT) == 0
    assert distance_m(0, 0, 0, 1) == pytest.approx(111_195, abs=1)
    assert distance_m(0, 0, 180, 0) == pytest.approx(math.pi * 6_371_008.8)
    # One degree of longitude at 60 degrees north is half of one at the equator.
    assert distance_m(10, 60, 10.001, 60) == pytest.approx(55.6, abs=0.05)


@given(
    st.floats(-180, 180),
    st.floats(-89.9, 89.9),
    st.floats(0, 50_000),
    st.floats(0, 2 * math.pi),
    st.floats(0, 1),
)
@example(113.44, 22.96, 100.0, 0.0, 1.0)
@example(0.0, 89.9, 20_000.0, 1.0, 1.0)
def test_every_point_of_the_circle_lies_in_its_box(
    lon: float, lat: float, metres: float, bearing: float, share: float
) -> None:
    west, south, east, north = box(lon, lat, metres)
    angle, phi = metres * share / 6_371_008.8, math.radians(lat)
    up = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(bearing)
    lat2 = math.degrees(math.asin(max(-1.0, min(1.0, up))))
    turn = math.atan2(
        math.sin(bearing) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * up
    )
    lon2 = (lon + math.degrees(turn) + 540) % 360 - 180
    assert south - 1e-6 <= lat2 <= north + 1e-6
    wide = west == -180 and east == 180
    assert wide or west - 1e-6 <= lon2 <= east + 1e-6 or abs(lon2 - lon) > 359


def test_a_box_is_tight_at_the_street_and_negative_metres_are_refused() -> None:
    west, south, east, north = box(LON, LAT, 100)
    assert distance_m(west, LAT, east, LAT) == pytest.approx(200, abs=0.1)
    assert distance_m(LON, south, LON, north) == pytest.approx(200, abs=0.1)
    with pytest.raises(ValueError, match="metres"):
        box(LON, LAT, -1)


def test_a_real_track_lies_in_real_streets(shared_data: Path) -> None:
    areas = [
        (found.code, polygon)
        for file in sorted((shared_data / "geo").glob("beijing-*-streets.geojson"))
        for found in read_boundaries(file).accepted
        for polygon in found.polygons
    ]
    index = GridIndex(areas)
    with (shared_data / "tracks" / "geolife_user001.csv").open(encoding="utf-8") as lines:
        points = [(float(r["lng"]), float(r["lat"])) for r in csv.DictReader(lines)][::10]
    assert len(points) == 10_861
    missed = [shapely.Point(point) for point in points if index.at(*point) is None]
    town = shapely.union_all([shapely.Polygon(rings[0], rings[1:]) for _, rings in areas])
    filled = shapely.union_all([shapely.Polygon(part.exterior) for part in town.geoms])
    assert len(missed) == 453  # 452 beyond the four districts, one in a gap between streets
    assert sum(filled.contains(point) for point in missed) == 1
