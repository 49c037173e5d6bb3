"""The evacuation behind the Desk: nobody twice, rooms counted, grids apart, counts by place."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.domain.commands import (
    ListAtRisk,
    MoveAtRisk,
    RevealAtRisk,
    RiskLine,
    SetSpot,
)
from commandcenter.domain.emergency import Moved, SpotKind
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.intake.risk_sheet import BadRow, read_people, write_counts
from commandcenter.intake.sheets import sheet_cells
from commandcenter.services.relief_views import AskReliefMap, ReliefMap
from tests.fakes import Room
from tests.ui.deskroom import board
from tests.ui.evacfakes import SHELTERS, found, typhoon
from tests.walks import drilling, refused

GRID, OTHER = "440113120213002", "440113120206004"


def relief(room: Room, who: str = "auditor-1") -> ReliefMap:
    seen: ReliefMap = room.desk.ask(AskReliefMap(), who)
    return seen


def test_who_stands_on_the_list_is_not_listed_again(room: Room) -> None:
    emergency = typhoon(room, people=4)
    again = RiskLine(place="海傍路1号", name="王000", phone="138 0000-0000")
    refused(room, "risk_listed_already", ListAtRisk, "lead-1", emergency=emergency, lines=(again,))
    other = RiskLine(place="海傍路1号", name="李四")
    room.do(ListAtRisk, "lead-1", emergency=emergency, lines=(again, other, other))
    assert len(found(room).people) == 5


def test_the_map_is_told_of_buildings_and_of_nobody(room: Room) -> None:
    typhoon(room, people=8)
    ids = [one.at_risk.id for one in found(room).people]
    room.do(MoveAtRisk, "lead-1", people=tuple(ids[:4]), state=Moved.MOVED, spot=SHELTERS[0])
    room.do(MoveAtRisk, "lead-1", people=(ids[4],), state=Moved.REFUSED)
    seen = relief(room)
    assert [(one.place, one.waiting, one.moved, one.refused) for one in seen.addresses] == [
        ("海傍路1号", 0, 4, 0),
        ("海傍路2号", 3, 0, 1),
    ]
    assert [one.there for one in seen.addresses] == [0, 4]
    assert [(one.used, one.room) for one in seen.spots] == [(4, 56), (0, 60), (0, 60)]
    assert "王" not in repr(seen) and "1380000" not in repr(seen)  # an id may hold 138


def test_a_building_without_a_point_stands_in_its_grid(room: Room) -> None:
    emergency = drilling(room)
    line = RiskLine(place="无坐标楼", name="甲", grid=GRID)
    room.do(ListAtRisk, "lead-1", emergency=emergency, lines=(line,))
    (home,) = relief(room).addresses
    assert home.lon is not None and home.community == GRID[:12]
    lost = RiskLine(place="别处", name="乙")
    room.do(ListAtRisk, "lead-1", emergency=emergency, lines=(lost,))
    assert [one.lon for one in relief(room).addresses if one.place == "别处"] == [None]
    wrong = RiskLine(place="别处", name="丙", grid="440113120213999")
    refused(room, "no_such_grid", ListAtRisk, "lead-1", emergency=emergency, lines=(wrong,))


def test_a_grid_member_has_the_people_of_the_own_grids_only(room: Room) -> None:
    emergency = drilling(room)
    member = next(one for one in _members(room) if one.grids)
    mine = RiskLine(place="我网格", name="甲一", phone="13800000001", grid=member.grids[0])
    other = next(g for g in (GRID, OTHER) if g not in member.grids)
    theirs = RiskLine(place="别网格", name="乙一", phone="13800000002", grid=other)
    room.do(ListAtRisk, "lead-1", emergency=emergency, lines=(mine, theirs))
    assert [one.at_risk.place for one in found(room, member.id).people] == ["我网格"]
    far = next(one.at_risk.id for one in found(room).people if one.at_risk.place == "别网格")
    reveal = {"person": far, "reason": "scene"}
    refused(room, "no_such_person", RevealAtRisk, member.id, **reveal)
    refused(room, "no_such_person", MoveAtRisk, member.id, people=(far,), state=Moved.REFUSED)
    refused(room, "not_your_grid", ListAtRisk, member.id, emergency=emergency,
            lines=(RiskLine(place="别网格", name="丁", grid=other),))  # fmt: skip


def _members(room: Room) -> list[Person]:
    return [one for one in board(room).people if "grid_member" in one.roles and one.on_shift]


def test_what_is_revealed_is_masked_again_after_ten_minutes(room: Room) -> None:
    typhoon(room, people=1)
    (before,) = found(room).people
    assert (before.name, before.phone, before.open_until) == ("王***", "138****0000", None)
    room.do(RevealAtRisk, "dispatch-1", person=before.at_risk.id, reason="scene")
    (seen,) = found(room).people
    assert (seen.name, seen.phone) == ("王000", "13800000000") and seen.open_until is not None
    assert not found(room, "lead-1").people[0].revealed
    room.clock.pass_(minutes=10)
    assert found(room).people[0].name == "王***"


def test_a_shelter_is_edited_and_goes_only_when_nobody_is_in_it(room: Room) -> None:
    typhoon(room, people=1)
    spot = {"spot": SHELTERS[0], "kind": SpotKind.SHELTER, "lon": 113.43, "lat": 22.95}
    room.do(SetSpot, "lead-1", name="新名", capacity=1, **spot)
    (one,) = found(room).people
    room.do(MoveAtRisk, "lead-1", people=(one.at_risk.id,), state=Moved.MOVED, spot=SHELTERS[0])
    with pytest.raises(Refusal, match="spot_in_use"):
        room.do(SetSpot, "lead-1", name="", **spot)
    room.do(MoveAtRisk, "lead-1", people=(one.at_risk.id,), state=Moved.LISTED)
    room.do(SetSpot, "lead-1", name="", **spot)
    assert SHELTERS[0] not in [each.spot.id for each in found(room).spots]


def test_a_sheet_gives_people_and_names_the_rows_it_does_not(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    head = "姓名,住址,电话,需要,社区,网格,经度,纬度\n"
    rows = (
        f"张三,海傍路1号,13800000001,轮椅,小龙村,{GRID},113.43,22.95\n"
        ",海傍路1号,,,,,,\n"
        "李四,,,,,,,\n"
        "王五,海傍路2号,12,,,,,\n"
        "赵六,海傍路3号,,,没有村,,,\n"
        "钱七,海傍路3号,,,,440113120213999,,\n"
        "孙八,海傍路3号,,,,,一百,22\n"
        "张三,海傍路1号,13800000001,,,,,\n"
        "周九,海傍路4号,,,,,,\n"
    )
    file.write_text(head + "".join(rows), "utf-8")
    sheet = read_people(file, {GRID[:12]: "小龙村"}, [GRID])
    assert [(row, one.name, one.community) for row, one in sheet.lines] == [
        (2, "张三", GRID[:12]),
        (10, "周九", None),
    ]
    assert (sheet.lines[0][1].lon, sheet.lines[0][1].needs) == (113.43, "轮椅")
    codes = ("name_missing", "place_missing", "phone", "community", "grid", "point", "doubled")
    assert sheet.bad == tuple(BadRow(row, code) for row, code in enumerate(codes, 3))
    with pytest.raises(Refusal, match="sheet_headers"):
        file.write_text("甲,乙\n1,2\n", "utf-8")
        read_people(file, {}, [])


@pytest.mark.parametrize("name", ["统计.xlsx", "统计.csv"])
def test_counts_are_written_as_text(tmp_path: Path, name: str) -> None:
    rows = [["社区", "名单"], ["=1+1", "126"]]
    assert write_counts(tmp_path / name, "统计", rows) == 1
    assert sheet_cells(tmp_path / name) == rows
