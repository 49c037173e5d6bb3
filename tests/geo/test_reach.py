"""Ways from many places to many: as long as each driven alone, and the straight line's limits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.geo.demo import load_demo
from commandcenter.geo.ground import LonLat, distance_m
from commandcenter.geo.reach import FAR, FEW, Reach, air, apart
from commandcenter.geo.roads import RoadGraph, length_m

TOWN = RoadGraph((road.name, road.line) for road in load_demo().roads)
REACH = Reach(TOWN)
SPOTS = st.tuples(st.floats(113.41, 113.47), st.floats(22.925, 22.995))
STEP = 0.001
BLOCK = distance_m(0, 0, 0, STEP)


def one_by_one(graph: RoadGraph, goal: LonLat, start: LonLat) -> float:
    return length_m(graph.route(start, goal))


@given(st.lists(SPOTS, min_size=1, max_size=9), st.lists(SPOTS, min_size=1, max_size=9))
@settings(max_examples=40)
def test_every_way_is_as_long_as_the_one_driven_alone(
    goals: list[LonLat], starts: list[LonLat]
) -> None:
    found = REACH.metres(REACH.snap(goals), REACH.snap(starts))
    for row, goal in enumerate(goals):
        for column, start in enumerate(starts):
            alone = one_by_one(TOWN, goal, start)
            assert found[row, column] == pytest.approx(alone, abs=0.05)


def test_many_searches_say_what_few_do() -> None:
    nodes = list(range(FEW + 20))
    few, many = REACH._search(nodes), REACH._search_many(nodes)
    assert all(np.allclose(few[one], many[one]) for one in nodes)


def test_a_ring_without_a_crossing_is_driven_the_shorter_way_round() -> None:
    ring = [(0, 0), (4 * STEP, 0), (4 * STEP, 4 * STEP), (0, 4 * STEP), (0, 0)]
    reach = Reach(RoadGraph([("环路", [(float(x), float(y)) for x, y in ring])]))
    goal, start = (0.0, STEP), (STEP, 0.0)
    (near,) = reach.metres(reach.snap([goal]), reach.snap([start])).ravel().tolist()
    assert near == pytest.approx(2 * BLOCK, rel=1e-3)
    across = reach.metres(reach.snap([(0.0, 2 * STEP)]), reach.snap([(4 * STEP, 2 * STEP)]))
    assert across[0, 0] == pytest.approx(8 * BLOCK, rel=1e-3)


def test_where_no_road_joins_two_places_the_way_is_endless_and_the_air_line_is_taken() -> None:
    banks = [("东岸", [(0.0, 0.0), (0.0, 9 * STEP)]), ("西岸", [(STEP, 0.0), (STEP, 9 * STEP)])]
    reach = Reach(RoadGraph(banks))
    goal, start = (0.0, 5 * STEP), (STEP, 5 * STEP)
    assert np.isinf(reach.metres(reach.snap([goal]), reach.snap([start]))).all()
    metres, road = apart(reach, 1.3, [goal], [start])
    assert not road.any()
    assert metres[0, 0] == pytest.approx(1.3 * distance_m(*goal, *start))


def test_the_air_line_is_that_of_distance_m() -> None:
    goals, starts = [(113.43, 22.95), (113.45, 22.96)], [(113.40, 22.94), (113.43, 22.95)]
    found = air(goals, starts)
    for row, goal in enumerate(goals):
        for column, start in enumerate(starts):
            assert found[row, column] == pytest.approx(distance_m(*goal, *start), abs=1e-6)


@pytest.mark.parametrize(
    ("goal", "start", "along"),
    [
        ((0.0, STEP), (0.0, 7 * STEP), True),
        ((FAR / BLOCK * STEP * 0.9, STEP), (0.0, 7 * STEP), True),
        ((FAR / BLOCK * STEP * 1.1, STEP), (0.0, 7 * STEP), False),  # nobody drew its road
        ((2 * STEP, STEP), (2 * STEP, 2 * STEP), False),  # next door, both off the road
    ],
)
def test_roads_say_nothing_of_a_place_far_from_them(
    goal: LonLat, start: LonLat, along: bool
) -> None:
    reach = Reach(RoadGraph([("路", [(0.0, 0.0), (0.0, 9 * STEP)])]))
    metres, road = apart(reach, 1.3, [goal], [start])
    assert bool(road[0, 0]) is along
    straight = distance_m(*goal, *start)
    assert metres[0, 0] >= straight - 0.01
    if not along:
        assert metres[0, 0] == pytest.approx(1.3 * straight)


def test_without_roads_or_places_there_is_nothing_to_search() -> None:
    metres, road = apart(None, 1.3, [(0.0, 0.0)], [(0.0, STEP)])
    assert metres[0, 0] == pytest.approx(1.3 * BLOCK) and not road.any()
    assert apart(REACH, 1.3, [], [(113.43, 22.95)])[0].shape == (0, 1)
    with pytest.raises(ValueError, match="roads"):
        RoadGraph([]).snap_all([(0.0, 0.0)])
