"""Grid codes: their parts, ranges and refusals (domain.md section 8)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.domain.grid import (
    CommunityKind,
    Grid,
    GridCode,
    GridKind,
    StreetKind,
    parse_code,
    parse_community,
)

CODE = "990101102201007"


def numbers(low: int, high: int, width: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(lambda number: str(number).zfill(width))


CODES = st.builds(
    GridCode,
    st.sampled_from(["990101", "440113"]),
    numbers(1, 399, 3),
    numbers(1, 399, 3) | numbers(400, 599, 3),
    numbers(1, 999, 3),
    st.none() | numbers(0, 99, 2) | numbers(0, 999, 3),
)


@given(CODES)
def test_a_code_reads_back_what_it_writes(code: GridCode) -> None:
    assert parse_code(str(code)) == code
    assert code.parent is None or parse_code(str(code)[:15]) == code.parent


@given(CODES)
def test_full_width_digits_and_spaces_are_normalised(code: GridCode) -> None:
    wide = str(code).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert parse_code(f"\u3000{wide[:6]} {wide[6:]}\t") == code


def test_parts_and_kinds() -> None:
    code = parse_code(CODE + "03")
    assert code == GridCode("990101", "102", "201", "007", "03")
    assert (code.community_code, code.street_code) == ("990101102201", "990101102000")
    assert (code.street_kind, code.community_kind) == (StreetKind.TOWN, CommunityKind.VILLAGE)


@pytest.mark.parametrize(
    ("street", "kind"),
    [
        ("001", StreetKind.SUBDISTRICT),
        ("099", StreetKind.SUBDISTRICT),
        ("100", StreetKind.TOWN),
        ("199", StreetKind.TOWN),
        ("200", StreetKind.TOWNSHIP),
        ("399", StreetKind.TOWNSHIP),
    ],
)
def test_borders_of_street_kinds(street: str, kind: StreetKind) -> None:
    assert parse_code(f"990101{street}001001").street_kind is kind


@pytest.mark.parametrize(
    ("community", "kind"),
    [
        ("001", CommunityKind.RESIDENTS),
        ("199", CommunityKind.RESIDENTS),
        ("200", CommunityKind.VILLAGE),
        ("399", CommunityKind.VILLAGE),
        ("400", CommunityKind.ZONE),
        ("599", CommunityKind.ZONE),
    ],
)
def test_borders_of_community_kinds(community: str, kind: CommunityKind) -> None:
    assert parse_code(f"990101001{community}001").community_kind is kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "length"),
        (CODE[:-1], "length"),
        (CODE + "1", "length"),
        (CODE + "1234", "length"),
        ("99010110220100A", "not_digits"),
        ("99010110220100²", "not_digits"),
        ("99010110220100٣", "not_digits"),
        ("-90101102201007", "not_digits"),
        ("990101102201000", "grid_zero"),
        ("99010110220100001", "grid_zero"),
        ("990101000201001", "street_range"),
        ("990101400201001", "street_range"),
        ("990101102000001", "community_range"),
        ("990101102600001", "community_range"),
    ],
)
def test_a_wrong_code_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_code(text)
    assert str(refused.value) == reason


def test_what_the_code_table_lists_is_accepted() -> None:
    code = parse_code("350104400598001", listed={"350104400598"})
    assert (code.street_kind, code.community_kind) == (StreetKind.OTHER, CommunityKind.ZONE)
    assert parse_code("990101102777001", {"990101102777"}).community_kind is CommunityKind.OTHER


@pytest.mark.parametrize("name", ["guangzhou-panyu", "fuzhou", "beijing-core"])
def test_every_real_community_takes_grids(shared_data: Path, name: str) -> None:
    source = shared_data / "divisions" / f"{name}.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "village"]
    listed = {row["code"] for row in rows}
    assert len(listed) == {"guangzhou-panyu": 276, "fuzhou": 3022, "beijing-core": 1878}[name]
    for row in rows:
        assert parse_community(row["code"], listed) == row["code"]
        code = parse_code(row["code"] + "001", listed)
        assert code.street_code == row["parent_code"]
        if code.street_kind is not StreetKind.OTHER:
            assert parse_code(row["code"] + "001") == code


def grid(code: str = CODE, kind: GridKind = GridKind.BASIC, lon: float = 113.4) -> Grid:
    return Grid("990101102000", code, "第七网格", kind, code[:12], lon, 22.9)


def test_a_void_grid_keeps_its_reason() -> None:
    void = grid().void(" 并入第八网格 ")
    assert (void.code, void.void_reason) == (CODE, "并入第八网格")
    for again in (void.void, lambda reason: grid().void(" ")):
        with pytest.raises(ValueError, match="void"):
            again("again")


def test_kind_and_length_belong_together() -> None:
    assert grid(CODE + "01", GridKind.MICRO).kind is GridKind.MICRO
    assert grid(kind=GridKind.UNIT).kind is GridKind.UNIT
    for code, kind in ((CODE, GridKind.MICRO), (CODE + "01", GridKind.UNIT)):
        with pytest.raises(ValueError, match="kind"):
            grid(code, kind)


@pytest.mark.parametrize("lon", [180.1, -181.0, float("nan"), float("inf")])
def test_a_place_outside_the_world_is_refused(lon: float) -> None:
    with pytest.raises(ValueError, match="place"):
        grid(lon=lon)


def test_a_grid_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="community"):
        Grid("990101102000", CODE, "第七网格", GridKind.BASIC, "990101102202", 113.4, 22.9)
    with pytest.raises(ValueError, match="not_digits"):
        grid(f" {CODE}")
