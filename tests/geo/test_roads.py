"""Teams drive along roads: shortest ways, places on the way, unjoined parts."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.geo.demo import load_demo
from commandcenter.geo.ground import LonLat, distance_m
from commandcenter.geo.roads import RoadGraph, length_m, place_at

DEMO = load_demo()
STEP = 0.001


def node(x: int, y: int) -> LonLat:
    return x * STEP, y * STEP


LATTICE = RoadGraph(
    [(f"row {y}", [node(x, y) for x in range(6)]) for y in range(6)]
    + [(f"column {x}", [node(x, y) for y in range(6)]) for x in range(6)]
)
PLACES = st.tuples(st.integers(0, 5), st.integers(0, 5))
TOWN = RoadGraph((road.name, road.line) for road in DEMO.roads)
SPOTS = st.tuples(st.floats(113.41, 113.47), st.floats(22.925, 22.995))


@given(PLACES, PLACES)
def test_on_a_lattice_the_shortest_way_is_as_long_as_the_blocks_between(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    way = LATTICE.route(node(*a), node(*b))
    blocks = abs(a[0] - b[0]) + abs(a[1] - b[1])
    assert length_m(way) == pytest.approx(blocks * distance_m(0, 0, 0, STEP), rel=1e-6, abs=1e-3)
    assert all((p[0] == q[0]) or (p[1] == q[1]) for p, q in pairwise(way))


def test_the_demo_roads_are_one_graph() -> None:
    assert TOWN.reachable(DEMO.roads[0].line[0]) == TOWN.nodes
    assert len(TOWN.nodes) > 100


@given(SPOTS, SPOTS)
def test_a_way_begins_and_ends_where_asked_and_keeps_to_the_roads(a: LonLat, b: LonLat) -> None:
    way = TOWN.route(a, b)
    assert (way[0], way[-1]) == (a, b)
    assert length_m(way) >= distance_m(*a, *b) - 0.01
    for spot in way[1:-1]:
        snapped = TOWN.snap(spot)
        assert snapped is not None
        assert distance_m(*spot, *snapped.place) < 0.01


@given(SPOTS, SPOTS)
def test_the_way_back_is_as_long(a: LonLat, b: LonLat) -> None:
    assert length_m(TOWN.route(a, b)) == pytest.approx(length_m(TOWN.route(b, a)), abs=0.01)


def test_no_vertex_offers_a_shorter_way() -> None:
    rng = random.Random(7)
    nodes = sorted(TOWN.nodes)
    for _ in range(200):
        a, b, over = rng.choice(nodes), rng.choice(nodes), rng.choice(nodes)
        around = length_m(TOWN.route(a, over)) + length_m(TOWN.route(over, b))
        assert length_m(TOWN.route(a, b)) <= around + 0.01


def test_a_way_within_one_segment_does_not_turn_at_its_ends() -> None:
    way = LATTICE.route((0.0002, 0.0001), (0.0008, -0.0001))
    expected = [(0.0002, 0.0001), (0.0002, 0), (0.0008, 0), (0.0008, -0.0001)]
    assert [x for spot in way for x in spot] == pytest.approx([x for p in expected for x in p])


def test_snap_names_the_road() -> None:
    spot = TOWN.snap((DEMO.day_a.lon, DEMO.day_a.lat))
    assert spot is not None
    assert spot.road == "祠堂东街"
    assert distance_m(DEMO.day_a.lon, DEMO.day_a.lat, *spot.place) < 30


def test_roads_meet_only_at_common_vertices() -> None:
    bridge = RoadGraph([("under", [(0, -1), (0, 1)]), ("over", [(-1, 0), (1, 0)])])
    assert bridge.route((0, -1), (1, 0)) == ((0, -1), (1, 0))
    assert bridge.reachable((0, -1)) == {(0, -1), (0, 1)}


def test_without_roads_the_way_is_straight() -> None:
    assert RoadGraph([]).route((1, 1), (2, 2)) == ((1, 1), (2, 2))
    assert RoadGraph([]).snap((1, 1)) is None
    assert RoadGraph([]).route((1, 1), (1, 1)) == ((1, 1), (1, 1))


@given(st.floats(-100, 2000))
def test_a_place_along_a_line_is_that_far_from_its_start(metres: float) -> None:
    line = [node(0, 0), node(1, 0), node(1, 0), node(1, 3)]
    place = place_at(line, metres)
    gone = max(0.0, min(metres, length_m(line)))
    first = distance_m(*node(0, 0), *node(1, 0))
    if gone <= first:
        assert distance_m(*line[0], *place) == pytest.approx(gone, abs=0.01)
    else:
        assert distance_m(*line[1], *place) == pytest.approx(gone - first, abs=0.01)


def test_an_empty_line_has_no_place() -> None:
    with pytest.raises(ValueError, match="line"):
        place_at([], 10)
