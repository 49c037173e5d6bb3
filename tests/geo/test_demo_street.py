"""The demo street is what the order asked for, fits together and is drawn again alike."""

import csv
import json
import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

import pytest
import shapely

from commandcenter.domain.grid import GridKind, parse_code
from commandcenter.domain.item import CATALOGUE_BY_CODE
from commandcenter.domain.roles import Role
from commandcenter.geo.demo import DEMO, BadDemo, load_demo
from commandcenter.geo.ground import GridIndex, distance_m

STREET = load_demo()
SHAPES = {g.grid.code: shapely.Polygon(g.ring) for g in STREET.grids}
DAY0 = date(2019, 7, 11)


def test_counts_as_asked() -> None:
    kinds = Counter(g.grid.kind for g in STREET.grids)
    assert kinds == {GridKind.BASIC: 88, GridKind.UNIT: 12}
    assert (len(STREET.communities), len(STREET.units), len(STREET.teams)) == (20, 12, 4)
    assert (len(STREET.officers), len(STREET.roads)) == (40, 32)
    assert len(STREET.reports) >= 120
    assert (STREET.code, STREET.street, STREET.name) == ("440113120", "440113120000", "石碁镇")
    assert sum(file.stat().st_size for file in DEMO.glob("*.*")) < 300_000


def test_communities_are_the_real_rows(shared_data: Path) -> None:
    with (shared_data / "divisions" / "guangzhou-panyu.csv").open(encoding="utf-8") as lines:
        real = [row for row in csv.DictReader(lines) if row["parent_code"] == STREET.street]
    with (DEMO / "divisions.csv").open(encoding="utf-8") as lines:
        assert list(csv.DictReader(lines)) == real
    spoken = {c.code: c.spoken for c in STREET.communities}
    assert spoken["440113120213"] == "小龙村"
    assert spoken["440113120001"] == "大龙社区"
    assert spoken["440113120500"] == "海傍农场生活区"


def test_grids_part_the_outline_without_gap_or_overlap() -> None:
    outline = shapely.Polygon(STREET.outline)
    whole = shapely.union_all(list(SHAPES.values()))
    assert whole.symmetric_difference(outline).area == pytest.approx(0, abs=1e-12)
    for one, other in combinations(SHAPES.values(), 2):
        assert one.intersection(other).area == pytest.approx(0, abs=1e-14)
    parts = {c.code: [] for c in STREET.communities}
    for grid in STREET.grids:
        parts[grid.grid.community].append(SHAPES[grid.grid.code])
    for shapes in parts.values():
        assert shapely.union_all(shapes).geom_type == "Polygon"


def test_every_grid_code_is_a_code_and_every_grid_point_lies_inside() -> None:
    for grid in STREET.grids:
        assert parse_code(grid.grid.code).community_code == grid.grid.community
        assert SHAPES[grid.grid.code].contains(shapely.Point(grid.grid.lon, grid.grid.lat))
        assert grid.grid.street == STREET.code
    assert len({g.grid.name for g in STREET.grids}) == 100


def test_every_report_lies_in_its_grid() -> None:
    index = GridIndex((g.grid.code, (g.ring,)) for g in STREET.grids)
    for report in (*STREET.reports, STREET.day_a):
        assert index.at(report.lon, report.lat) == report.grid


def test_roads_stay_in_the_town_and_reports_near_the_road_they_name() -> None:
    outline = shapely.Polygon(STREET.outline)
    lines = {road.name: shapely.LineString(road.line) for road in STREET.roads}
    assert len(lines) == len(STREET.roads)
    assert all(outline.contains(line) for line in lines.values())
    for report in STREET.reports:
        if report.near in lines:
            assert lines[report.near].distance(shapely.Point(report.lon, report.lat)) < 6e-4
            assert report.near in report.address


def test_reports_are_a_days_worth_of_different_texts() -> None:
    minutes = [report.minute for report in STREET.reports]
    assert minutes == sorted(minutes)
    assert 0 <= minutes[0] < minutes[-1] < 24 * 60
    assert len({report.text for report in STREET.reports}) == len(STREET.reports)
    assert len({report.item for report in STREET.reports}) > 50
    assert len({report.source for report in STREET.reports}) == 6
    phones = [r.phone for r in STREET.reports if r.phone] + [o.phone for o in STREET.officers]
    assert all(len(phone) == 11 and phone.startswith("1990000") for phone in phones)
    called = ("hotline", "app", "window")
    assert all((r.caller is not None) == (r.source in called) for r in STREET.reports)


def test_repeats_are_near_in_place_time_and_words() -> None:
    known = {report.id: report for report in STREET.reports}
    repeats = [report for report in STREET.reports if report.repeats]
    assert len(repeats) >= 10
    for report in repeats:
        first = known[report.repeats or ""]
        assert first.item == report.item
        assert first.minute < report.minute
        assert distance_m(first.lon, first.lat, report.lon, report.lat) <= 100
        assert len(set(first.text) & set(report.text)) >= 6


def test_day_a_is_petrol_in_xiaolong_and_not_in_the_stream() -> None:
    day_a = STREET.day_a
    assert (day_a.item, day_a.minute, day_a.near) == ("21-903", 600, "祠堂东街")
    assert day_a.grid.startswith("440113120213")
    assert "21-903" not in {report.item for report in STREET.reports}
    at_work = [p for p in STREET.people if Role.GRID_MEMBER in p.roles and p.on_shift]
    assert any(day_a.grid in person.grids for person in at_work)
    assert any(day_a.grid not in p.grids and p.grids[0][:12] == day_a.grid[:12] for p in at_work)


def test_teams_have_the_certificates_the_law_asks_for_but_one() -> None:
    valid = Counter(
        officer.team
        for officer in STREET.officers
        if officer.on_shift and officer.value(STREET.code, DAY0).certified(DAY0)
    )
    assert {team.id for team in STREET.teams if valid[team.id] < 2} == {"team-mobile"}
    assert valid["team-mobile"] == 1
    days = [officer.valid_days for officer in STREET.officers]
    assert any(d < 0 for d in days)
    assert any(0 <= d < 30 for d in days)
    assert any(30 <= d < 90 for d in days)


def test_people_of_the_desk() -> None:
    roles = Counter(role for person in STREET.people for role in person.roles)
    assert set(roles) == set(Role) - {Role.SYSTEM}
    assert (roles[Role.INTAKE_OFFICER], roles[Role.DISPATCHER], roles[Role.SHIFT_LEAD]) == (3, 3, 2)
    assert sorted(p.unit or "" for p in STREET.people if Role.UNIT in p.roles) == sorted(
        unit.id for unit in STREET.units
    )
    leaders = {p.team: p for p in STREET.people if Role.TEAM_LEADER in p.roles}
    names = {officer.id: officer.name for officer in STREET.officers}
    assert set(leaders) == {team.id for team in STREET.teams}
    assert all(names[p.officer or ""] == p.name for p in leaders.values())
    others = [p.name for p in STREET.people if p.officer is None]
    assert len(set(others) | set(names.values())) == len(others) + len(names)


def test_a_hundred_grid_members_and_three_bare_grids() -> None:
    members = [p for p in STREET.people if Role.GRID_MEMBER in p.roles]
    assert (len(members), sum(p.on_shift for p in members)) == (100, 60)
    assert all(Role.CHECKER in p.roles for p in members)
    covered = {code for p in members for code in p.grids}
    assert len(set(SHAPES) - covered) == 3
    assert Counter(len(p.grids) for p in members) == {1: 99, 2: 1}


def test_every_item_has_a_unit_that_may_act() -> None:
    assert {power.item for power in STREET.powers} == set(CATALOGUE_BY_CODE)
    own = {unit.id for unit in STREET.units}
    rows = [(power.item, power.unit, power.kind) for power in STREET.powers]
    assert len(set(rows)) == len(rows)
    for code, item in CATALOGUE_BY_CODE.items():
        may = [power.unit for power in STREET.powers if power.item == code]
        assert own.intersection(item.units) <= set(may)
        assert item.lead not in own or may[0] == item.lead
    shown_first = Counter((p.item, p.unit) for p in STREET.powers if p.default)
    assert set(shown_first) == {(p.item, p.unit) for p in STREET.powers}
    assert set(shown_first.values()) == {1}


def test_values_of_the_desk() -> None:
    at = datetime(2019, 7, 11, tzinfo=UTC)
    team = STREET.teams[0].value(STREET.code, at)
    assert (team.id, team.unit, team.since) == ("team-safety", "safety", at)
    officer = STREET.officers[3].value(STREET.code, DAY0)
    assert officer.valid_until == date(2019, 6, 29)
    assert STREET.people[0].value(STREET.code).roles == (Role.INTAKE_OFFICER,)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("officers.json", '"team":"team-safety"', '"team":"team-none"', "unknown team-none"),
        ("grids.json", '"kind":"unit"', '"kind":"park"', "park"),
        ("reports.json", '"lon":113', '"lon":114', "point outside its grid"),
        ("people.json", '"roles":["auditor"]', '"roles":["king"]', "king"),
        ("powers.csv", "01-02,sanitation", "01-02,navy", "unknown navy"),
        ("units.json", '"phone"', '"fax"', "fax"),
        ("street.json", "{", "", "Extra data"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, file: str, old: str, new: str, fault: str) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadDemo, match=f"^{file}: .*{fault}"):
        load_demo(folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder)
    (folder / "teams.json").unlink()
    with pytest.raises(BadDemo, match=r"teams\.json"):
        load_demo(folder)


def test_the_script_draws_the_same_rows_again(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder)
    for name in ("officers.json", "people.json", "powers.csv"):
        (folder / name).unlink()
    for script in ("make_demo.py", "make_rows.py"):
        subprocess.run([sys.executable, folder / script], check=True, timeout=60)
    for name in ("street.json", "roads.json", "officers.json", "people.json", "powers.csv"):
        assert (folder / name).read_text(encoding="utf-8") == (DEMO / name).read_text(
            encoding="utf-8"
        )
    drawn = json.loads((folder / "grids.json").read_text(encoding="utf-8"))
    assert [row["code"] for row in drawn] == [g.grid.code for g in STREET.grids]
