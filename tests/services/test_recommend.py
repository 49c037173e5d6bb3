"""Who should go: by time to arrive, with every place, exclusion and shortfall said (issue 5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commandcenter.domain.commands import (
    DispatchCase,
    RecuseOfficer,
    SetOfficerShift,
    SetTeamStatus,
)
from commandcenter.domain.person import Officer, Team, TeamStatus
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.services.sending_views import EXCLUSIONS, REASONS, SHORTFALLS, Way
from tests import walks
from tests.fakes import Room
from tests.services.ground import (
    NORTH,
    crew,
    named,
    order,
    roads,
    seen_before,
    stands,
    view,
    weighed,
)

HANDLE = {"unit": "enforcement", "kind": TaskKind.HANDLE}
TEAMS = ("team-enterprise", "team-mobile", "team-surface")
RIVER = [(-4_000, 0), (4_000, 0)], [(-4_000, 0), (-4_000, 400), (4_000, 400)]
"""Two banks 400 m apart, joined by the bridge 4 km west."""


def test_a_team_across_the_river_is_far_though_it_is_near_by_air(room: Room) -> None:
    roads(room, *RIVER)
    case = walks.filed(room, item="05-01")
    stands(room, "team-surface", 0, 400)
    stands(room, "team-mobile", 2_000, 0)
    found = view(room, case, **HANDLE)
    assert order(found).index("team-mobile") < order(found).index("team-surface")
    near, far = named(found, "team-mobile"), named(found, "team-surface")
    assert near.metres == pytest.approx(2_000, rel=0.01) and near.way is Way.ROAD
    assert far.metres == pytest.approx(8_400, rel=0.01) and far.way is Way.ROAD
    assert near.minutes == pytest.approx(5, rel=0.01)  # 24 km/h
    assert dict(near.reasons)["arrives"] == "5" and "road" in dict(near.reasons)


def test_without_roads_it_is_the_straight_line_times_the_factor_and_said_so(room: Room) -> None:
    roads(room)
    case = walks.filed(room, item="05-01")
    stands(room, "team-surface", 0, 1_000)
    one = named(view(room, case, **HANDLE), "team-surface")
    assert one.metres == pytest.approx(1_300, rel=0.01) and one.way is Way.AIR
    assert dict(one.reasons)["distance"] == f"{one.metres:.0f}"
    assert "no_road" not in dict(one.reasons)


def test_a_place_far_from_every_road_says_that_roads_do_not_help(room: Room) -> None:
    roads(room, [(3_000, -100), (3_000, 100)])
    case = walks.filed(room, item="05-01")
    stands(room, "team-surface", 0, 1_000)
    one = named(view(room, case, **HANDLE), "team-surface")
    assert one.way is Way.AIR and ("no_road", "") in one.reasons


def test_speeds_and_weights_are_the_administrator_s_to_set(room: Room) -> None:
    roads(room)
    case = walks.filed(room, item="05-01")
    stands(room, "team-surface", 0, 1_000)
    stands(room, "team-safety", 0, 600)
    before = view(room, case, **HANDLE)
    assert order(before).index("team-surface") < order(before).index("team-safety")
    weighed(room, vehicle_kmh="30", detour="1.5", other_unit="0", no_power="0", stale_after="5")
    found = view(room, case, **HANDLE)
    assert named(found, "team-surface").minutes == pytest.approx(3, rel=0.01)
    assert order(found).index("team-safety") < order(found).index("team-surface")
    room.clock.pass_(minutes=6)
    found = view(room, case, **HANDLE)
    assert ("stale_position", "6") in named(found, "team-surface").reasons


@pytest.mark.parametrize("value", ["", "0.5", "1001", "fast", "nan", "inf"])
def test_a_speed_that_is_none_is_refused(room: Room, value: str) -> None:
    with pytest.raises(Refusal, match="line_wrong"):
        weighed(room, vehicle_kmh=value)
    weighed(room, stale="0")


def test_a_team_on_foot_comes_later_than_a_car_from_farther_away(room: Room) -> None:
    roads(room)
    walker = Team(street=room.desk.street, id="team-foot", unit="enforcement", name="步巡组",
                  short="步巡", kind="mobile", since=room.clock())  # fmt: skip
    crew(room, walker, *(officer(room, n) for n in (1, 2)))
    case = walks.filed(room, item="05-01")
    stands(room, "team-foot", 0, 800)
    stands(room, "team-surface", 0, 3_000)
    found = view(room, case, **HANDLE)
    foot = named(found, "team-foot")
    assert foot.minutes == pytest.approx(13, rel=0.01)  # 1,040 m at 4.8 km/h
    assert ("pace_foot", "4.8") in foot.reasons and ("pace_vehicle", "24") in named(
        found, "team-surface"
    ).reasons
    assert order(found).index("team-surface") < order(found).index("team-foot")


def officer(room: Room, number: int, **fields: object) -> Officer:
    given = {"certificate": f"证{number}", "valid_until": room.clock().date().replace(year=2030)}
    made = {"unit": "enforcement", "team": "team-foot", "auxiliary": False, "on_shift": True}
    made |= {"street": room.desk.street, "id": f"foot-{number}"}
    return Officer(**made | given | fields)


def test_a_busy_team_waits_for_its_task_and_a_resting_one_does_not_go(room: Room) -> None:
    roads(room, [(-4_000, 0), (4_000, 0)])
    other = walks.filed(room, item="05-01")
    for team, east in zip(TEAMS, (3_000, 1_000, 100), strict=True):
        stands(room, team, east, 0)
    room.do(DispatchCase, "dispatch-1", case=other, lead_unit="enforcement", team="team-surface",
            kind=TaskKind.HANDLE, officers=("officer-surface-1",))  # fmt: skip
    room.do(SetTeamStatus, "dispatch-1", team="team-mobile", status=TeamStatus.REST)
    case = walks.filed(room, item="05-01")
    found = view(room, case, **HANDLE)
    busy = named(found, "team-surface")
    assert {("load", "1"), ("busy", "assigned"), ("wait", "45")} <= set(busy.reasons)
    assert busy.minutes == pytest.approx(45.3, abs=0.1) and busy.load == 1
    assert named(found, "team-mobile").excluded == (("resting", ""),)
    assert order(found).index("team-enterprise") < order(found).index("team-surface")
    room.clock.pass_(minutes=60)
    assert dict(named(view(room, case, **HANDLE), "team-surface").reasons)["wait"] == "10"


def test_officers_are_proposed_the_leader_first_and_never_a_recused_one(room: Room) -> None:
    case = walks.filed(room, item="21-903")
    assert named(view(room, case), "team-safety").officers == (
        "officer-safety-1",
        "officer-safety-2",
    )
    room.do(RecuseOfficer, "dispatch-1", case=case, officer="officer-safety-1", relation="kin")
    one = named(view(room, case), "team-safety")
    assert one.officers == ("officer-safety-2", "officer-safety-3") and one.certified == 2
    good = view(room, case, officers=one.officers)
    assert good.findings == ()
    room.do(RecuseOfficer, "dispatch-1", case=case, officer="officer-safety-2", relation="kin")
    found = view(room, case)
    excluded = dict(named(found, "team-safety").excluded)
    assert excluded == {"too_few_certified": "1", "recused": ""}
    assert found.shortfalls[0] == ("all_recused", "1") and found.first is None


def test_an_auxiliary_never_leads(room: Room) -> None:
    helper = officer(room, 1, auxiliary=True)
    team = Team(street=room.desk.street, id="team-foot", unit="enforcement", name="协管组",
                short="协管", kind="mobile", since=room.clock())  # fmt: skip
    crew(room, team, helper)
    case = walks.filed(room, item="05-01")
    assert named(view(room, case, **HANDLE), "team-foot").officers == ()
    with_one = officer(room, 9, certificate=None, valid_until=None)
    two = Team(street=room.desk.street, id="team-two", unit="enforcement", name="二", short="二",
               kind="mobile", since=room.clock())  # fmt: skip
    crew(room, two, replace(with_one, team="team-two"), replace(helper, id="f-0", team="team-two"))
    assert named(view(room, case, **HANDLE), "team-two").officers == ("foot-9", "f-0")


@pytest.mark.parametrize(
    ("status", "said"),
    [(TeamStatus.REST, ("all_resting", "1")), (TeamStatus.OFF, ("all_off", "1"))],
)
def test_why_nobody_can_go_is_said_of_those_whose_matter_it_is(
    room: Room, status: TeamStatus, said: tuple[str, str]
) -> None:
    case = walks.filed(room, item="21-903")
    room.do(SetTeamStatus, "dispatch-1", team="team-safety", status=status)
    found = view(room, case)
    assert order(found) == [] and found.shortfalls[0] == said


def test_too_few_certificates_and_nobody_on_shift_are_said_apart(room: Room) -> None:
    case = walks.filed(room, item="21-903")
    on = [f"officer-safety-{n}" for n in (1, 2, 3, 4, 6)]
    for one in on[:2]:
        room.do(SetOfficerShift, "dispatch-1", officer=one, on_shift=False)
    assert view(room, case).shortfalls[0] == ("too_few_certified", "1")
    for one in on[2:]:
        room.do(SetOfficerShift, "dispatch-1", officer=one, on_shift=False)
    assert view(room, case).shortfalls[0] == ("nobody_on_shift", "1")


def test_an_item_without_a_power_and_stale_positions_are_said(room: Room) -> None:
    case = walks.filed(room, item="05-01")
    found = view(room, case, unit="enforcement", kind=TaskKind.COERCE)
    assert ("no_power_listed", "coerce") in found.shortfalls and not order(found)
    seen_before(room, minutes=40)
    found = view(room, case, **HANDLE)
    assert ("positions_stale", "4/4") in found.shortfalls
    assert ("stale_position", "40") in named(found, "team-surface").reasons


def test_a_case_without_a_place_is_ranked_by_all_else(room: Room) -> None:
    case = walks.filed(room, item="05-01", lon=None, lat=None, grid=None, place="电话里说不清")
    found = view(room, case, **HANDLE)
    assert ("no_place", "") in found.shortfalls and len(order(found)) == 4
    one = named(found, "team-surface")
    assert (one.minutes, one.metres, one.way) == (None, None, Way.UNKNOWN)
    assert ("distance_unknown", "") in one.reasons


def test_every_code_that_comes_out_is_on_the_list(room: Room) -> None:
    case = walks.filed(room, item="21-903")
    for kind in TaskKind:
        found = view(room, case, kind=kind)
        assert {code for one in found.candidates for code, _ in one.reasons} <= REASONS
        assert {code for one in found.candidates for code, _ in one.excluded} <= EXCLUSIONS
        assert {code for code, _ in found.shortfalls} <= SHORTFALLS


def test_the_metre_of_this_file_is_one() -> None:
    from commandcenter.geo.ground import distance_m
    from tests.services.ground import LAT, LON, at

    assert distance_m(LON, LAT, *at(1_000, 0)) == pytest.approx(1_000, rel=1e-3)
    assert distance_m(LON, LAT, LON, LAT + 1_000 * NORTH) == pytest.approx(1_000, rel=1e-3)
