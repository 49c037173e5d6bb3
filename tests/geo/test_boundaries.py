"""Boundaries of real files are taken whole; what is broken is set aside with its reason."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import shapely

from commandcenter.geo import boundaries
from commandcenter.geo.boundaries import UnreadableBoundaries, read_boundaries

GOOD = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
INNER = [[0.2, 0.2], [0.4, 0.2], [0.4, 0.4], [0.2, 0.2]]
STREETS = {"dongcheng": 17, "xicheng": 15, "chaoyang": 43, "haidian": 29}


def feature(ring: Any, code: Any = "990101001001", kind: str = "Polygon") -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": [ring]}
    return {"type": "Feature", "properties": {"code": code, "name": "某"}, "geometry": geometry}


def written(folder: Path, *features: Any, name: str = "a.geojson", **more: Any) -> Path:
    path = folder / name
    whole = {"type": "FeatureCollection", **more, "features": list(features)}
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return path


def test_all_streets_of_four_districts_join_the_code_table(shared_data: Path) -> None:
    codes: list[str] = []
    for district, count in STREETS.items():
        reading = read_boundaries(shared_data / "geo" / f"beijing-{district}-streets.geojson")
        assert reading.refused == []
        assert len(reading.accepted) == count
        codes += [found.code for found in reading.accepted]
    with (shared_data / "divisions" / "beijing-core.csv").open(encoding="utf-8") as lines:
        table = [row["code"] for row in csv.DictReader(lines) if row["level"] == "street"]
    assert sorted(codes) == sorted(table)
    assert len(codes) == 104


def test_parts_of_a_street_stay_apart_and_its_centre_lies_inside(shared_data: Path) -> None:
    reading = read_boundaries(shared_data / "geo" / "beijing-chaoyang-streets.geojson")
    parts = {found.name: len(found.polygons) for found in reading.accepted}
    assert parts["垡头街道"] == parts["酒仙桥街道"] == 3
    for found in reading.accepted:
        shape = shapely.MultiPolygon([(outer, holes) for outer, *holes in found.polygons])
        assert shape.is_valid
        assert shape.contains(shapely.Point(found.centre))
    airport = next(found for found in reading.accepted if found.name == "首都机场街道")
    rest = [found for found in reading.accepted if found is not airport]
    town = shapely.union_all([shapely.Polygon(p[0]) for found in rest for p in found.polygons])
    assert town.disjoint(shapely.Polygon(airport.polygons[0][0]))  # the exclave


@pytest.mark.parametrize(
    ("file", "reasons"),
    [
        ("beijing-core", {"self_intersection": 3, "no_code": 1}),
        ("fuzhou", {"self_intersection": 9, "few_points": 3, "no_code": 1}),
        ("guangzhou", {"self_intersection": 6, "no_code": 5}),
    ],
)
def test_shifted_districts_are_refused_by_name_and_their_faults_named_when_forced(
    shared_data: Path, file: str, reasons: dict[str, int]
) -> None:
    path = shared_data / "geo" / f"{file}-districts-gcj02.geojson"
    with pytest.raises(UnreadableBoundaries) as caught:
        read_boundaries(path)
    assert caught.value.reason == "datum"
    reading = read_boundaries(path, forced=True)
    assert reading.accepted == []
    assert Counter(refused.reason for refused in reading.refused) == reasons


@pytest.mark.parametrize(
    ("ring", "reason"),
    [
        (GOOD[:2] + GOOD[-1:], "few_points"),
        (GOOD[:-1], "not_closed"),
        ([[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]], "self_intersection"),
        ([[0, 0], [1, 0], [2, 0], [0, 0]], "no_area"),
        ([[0, 0], [181, 0], [1, 1], [0, 0]], "outside_world"),
        ([[39.9, 116.4], [39.9, 116.5], [39.8, 116.5], [39.9, 116.4]], "outside_world"),
        ([[0, 0], [1e999, 0], [1, 1], [0, 0]], "outside_world"),
        ([[0, 0], [float("nan"), 0], [1, 1], [0, 0]], "coordinates"),
        ([[0, 0], ["1", 0], [1, 1], [0, 0]], "coordinates"),
        ([[0, 0], [True, 0], [1, 1], [0, 0]], "coordinates"),
        ([[0, 0], [1], [1, 1], [0, 0]], "coordinates"),
        ("ring", "coordinates"),
        (None, "coordinates"),
    ],
)
def test_a_broken_ring_is_set_aside_and_the_rest_is_taken(
    tmp_path: Path, ring: Any, reason: str
) -> None:
    path = written(tmp_path, feature(GOOD), feature(ring, "990101001002"))
    reading = read_boundaries(path)
    assert [found.code for found in reading.accepted] == ["990101001001"]
    assert [(r.index, r.name, r.reason) for r in reading.refused] == [(1, "某", reason)]


def test_a_hole_outside_its_ring_is_invalid_and_one_inside_is_kept(tmp_path: Path) -> None:
    far = [[x + 5, y] for x, y in INNER]
    holed, wrong = feature(GOOD), feature(GOOD, "990101001002")
    holed["geometry"]["coordinates"].append(INNER)
    wrong["geometry"]["coordinates"].append(far)
    reading = read_boundaries(written(tmp_path, holed, wrong))
    assert [len(polygon) for polygon in reading.accepted[0].polygons] == [2]
    assert [refused.reason for refused in reading.refused] == ["invalid"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (440113, "440113000000"),
        ("440113120", "440113120000"),
        (" 440113120213 ", "440113120213"),
        ("440113120213001", "440113120213001"),
        ("", None),
        (None, None),
        ("44011312021", None),
        ("44011312021x", None),
        ("４４０１１３１２０２１３", None),
    ],
)
def test_codes_are_filled_up_or_refused(tmp_path: Path, given: object, code: str | None) -> None:
    reading = read_boundaries(written(tmp_path, feature(GOOD, given)))
    assert [found.code for found in reading.accepted] == ([code] if code else [])
    expected = [] if code else ["bad_code" if given else "no_code"]
    assert [refused.reason for refused in reading.refused] == expected


def test_the_second_of_two_equal_codes_is_refused(tmp_path: Path) -> None:
    reading = read_boundaries(written(tmp_path, feature(GOOD), feature(GOOD)))
    assert len(reading.accepted) == 1
    assert [(r.index, r.reason) for r in reading.refused] == [(1, "double_code")]


@pytest.mark.parametrize("odd", [None, 7, {}, {"geometry": None}, {"geometry": {"type": "Point"}}])
def test_odd_features_are_counted_too(tmp_path: Path, odd: object) -> None:
    reading = read_boundaries(written(tmp_path, odd, feature(GOOD)))
    assert len(reading.accepted) == len(reading.refused) == 1
    assert reading.refused[0].reason in ("geometry", "type")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ('{"type":"FeatureCollection","features":[]}'.encode("utf-16"), "utf16"),
        (
            '{"type":"FeatureCollection","name":"石碁镇","features":[]}'.encode("gb18030"),
            "encoding",
        ),
        (b"", "not_json"),
        (b'{"type":"FeatureCollection","features":[', "not_json"),
        (b"[" * 200_000, "not_json"),
        (b"[]", "not_geojson"),
        (b'{"type":"Feature"}', "not_geojson"),
        (b'{"type":"FeatureCollection","features":{}}', "not_geojson"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, raw: bytes, reason: str) -> None:
    path = tmp_path / "a.geojson"
    path.write_bytes(raw)
    with pytest.raises(UnreadableBoundaries) as caught:
        read_boundaries(path)
    assert caught.value.reason == reason


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.geojson", tmp_path):
        with pytest.raises(UnreadableBoundaries) as caught:
            read_boundaries(path)
        assert caught.value.reason == "missing"


def test_a_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    path = written(tmp_path, feature(GOOD))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_boundaries(path).accepted) == 1


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"crs": {"type": "name", "properties": {"name": "EPSG:3857"}}}, "crs"),
        ({"crs": {"type": "name", "properties": {"name": "GCJ-02"}}}, "datum"),
        ({"datum": "BD09"}, "datum"),
        ({"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}}, None),
        ({"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}, None),
    ],
)
def test_what_the_file_says_of_its_datum_counts(
    tmp_path: Path, more: dict[str, Any], reason: str | None
) -> None:
    path = written(tmp_path, feature(GOOD), **more)
    if reason is None:
        assert len(read_boundaries(path).accepted) == 1
        return
    with pytest.raises(UnreadableBoundaries) as caught:
        read_boundaries(path)
    assert caught.value.reason == reason
    assert len(read_boundaries(path, forced=True).accepted) == 1


def test_too_large_and_too_many_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = written(tmp_path, *[None] * (boundaries.MAX_FEATURES + 1))
    with pytest.raises(UnreadableBoundaries) as caught:
        read_boundaries(many)
    assert caught.value.reason == "too_many"
    monkeypatch.setattr(boundaries, "MAX_BYTES", 1000)
    with pytest.raises(UnreadableBoundaries) as caught:
        read_boundaries(many)
    assert caught.value.reason == "too_large"
