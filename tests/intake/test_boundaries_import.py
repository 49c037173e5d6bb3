"""Real boundaries come in, join the code table, show and locate; broken ones go aside."""

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from commandcenter.domain.grid import GridKind
from commandcenter.geo.boundaries import UnreadableBoundaries
from commandcenter.intake.aside import kept_aside
from commandcenter.intake.boundaries import BoundaryImport, import_boundaries
from commandcenter.services.views import AskPlace, AskReference, GridShape
from commandcenter.storage import tables as t
from commandcenter.storage.replay import differences
from commandcenter.storage.tx import Tx
from commandcenter.storage.verify import verify
from tests.fakes import Room

DISTRICTS = ("dongcheng", "xicheng", "chaoyang", "haidian")


def beijing(room: Room, shared_data: Path) -> list[BoundaryImport]:
    files = [shared_data / "geo" / f"beijing-{name}-streets.geojson" for name in DISTRICTS]
    return [import_boundaries(room.desk, file) for file in files]


def areas(room: Room) -> list[GridShape]:
    grids = room.desk.ask(AskReference(), "lead-1").grids
    return [one for one in grids if one.grid.kind is GridKind.AREA]


def test_all_104_streets_of_beijing_join_their_codes_and_show(
    room: Room, shared_data: Path
) -> None:
    done = beijing(room, shared_data)
    assert [len(one.accepted) for one in done] == [17, 15, 43, 29]
    assert not any(one.refused for one in done)
    with (shared_data / "divisions" / "beijing-core.csv").open(encoding="utf-8") as lines:
        listed = {row["code"] for row in csv.DictReader(lines) if row["level"] == "street"}
    assert {one.grid.code for one in areas(room)} == listed
    assert len(listed) == 104


def test_an_area_in_parts_shows_and_locates_in_each(room: Room, shared_data: Path) -> None:
    done = beijing(room, shared_data)
    parts = [one for one in areas(room) if "酒仙桥" in one.grid.name]
    assert len(parts) == 3
    many = sum(len(one.polygons) for file in done for one in file.accepted)
    assert len(areas(room)) == many > 104
    for boundary in (one for file in done for one in file.accepted):
        lon, lat = boundary.centre
        place = room.desk.ask(AskPlace(lon=lon, lat=lat, grid=None, item=None), "lead-1")
        assert place.grid == boundary.code


def test_the_demo_street_is_located_as_before(room: Room, shared_data: Path) -> None:
    beijing(room, shared_data)
    place = room.desk.ask(AskPlace(lon=113.4325, lat=22.95086, grid=None, item=None), "lead-1")
    assert place.grid == "440113120213002"


def test_one_entry_a_file_and_none_for_the_same_again(room: Room, shared_data: Path) -> None:
    def entries() -> int:
        query = select(func.count()).where(t.journal.c.kind == "boundaries_imported")
        with room.center.database.read.connect() as connection:
            return int(connection.execute(query).scalar_one())

    beijing(room, shared_data)
    again = beijing(room, shared_data)
    assert entries() == 4
    assert [one.changed for one in again] == [0, 0, 0, 0]
    with room.center.database.read.connect() as connection:
        assert verify(connection, room.desk.street).good
        assert not differences(connection, room.desk.street)


def square(code: str, name: str, lon: float, lat: float, size: float = 0.01) -> dict[str, object]:
    ring = [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]
    return {
        "type": "Feature",
        "properties": {"code": code, "name": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def collection(folder: Path, *features: dict[str, object]) -> Path:
    file = folder / "areas.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return file


def test_a_broken_ring_goes_aside_with_the_reason(room: Room, tmp_path: Path) -> None:
    bow = square("110101001000", "蝴蝶结", 116.0, 39.9)
    bow["geometry"] = {
        "type": "Polygon",
        "coordinates": [[[116, 39], [116.1, 39.1], [116.1, 39], [116, 39.1], [116, 39]]],
    }
    file = collection(tmp_path, bow, square("110101002000", "景山", 116.3, 39.9))
    done = import_boundaries(room.desk, file)
    assert ([one.code for one in done.accepted], done.changed) == (["110101002000"], 1)
    assert [(one.index, one.reason) for one in done.refused] == [(0, "self_intersection")]
    with room.center.database.read.connect() as connection:
        kept = kept_aside(Tx(connection, room.desk.street), done.batch)
    assert [(one.row, one.reason) for one in kept] == [(1, "self_intersection")]
    assert json.loads(kept[0].raw) == bow


def test_the_streets_own_outline_gives_way_to_its_grids(room: Room, tmp_path: Path) -> None:
    file = collection(tmp_path, square("440113120000", "石碁镇", 113.3, 22.8, 0.3))
    import_boundaries(room.desk, file)
    assert room.desk.ground.at(113.4325, 22.95086) == "440113120213002"
    assert room.desk.ground.at(113.31, 22.81) == "440113120000"


def test_a_known_grid_is_redrawn_and_keeps_its_kind(room: Room, tmp_path: Path) -> None:
    file = collection(tmp_path, square("440113120213002", "", 113.43, 22.95, 0.004))
    import_boundaries(room.desk, file)
    found = [
        one
        for one in room.desk.ask(AskReference(), "lead-1").grids
        if one.grid.code == "440113120213002"
    ]
    assert len(found) == 1
    assert found[0].ring[0] == (113.43, 22.95)
    assert found[0].grid.kind is GridKind.BASIC
    assert found[0].grid.name


def test_shifted_points_are_refused_whole_and_nothing_is_written(
    room: Room, shared_data: Path
) -> None:
    file = shared_data / "geo" / "guangzhou-districts-gcj02.geojson"
    with pytest.raises(UnreadableBoundaries) as caught:
        import_boundaries(room.desk, file)
    assert caught.value.reason == "datum"
    assert not areas(room)
