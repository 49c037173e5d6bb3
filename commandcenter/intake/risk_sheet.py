"""People at risk from a sheet (.xlsx or .csv), and the evacuation's counts into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from commandcenter.domain.commands import RiskLine
from commandcenter.domain.refusal import Refusal, require
from commandcenter.intake.sheets import FORMULA, sheet_cells, write_sheet
from commandcenter.services.whole import Tick, unwatched

MOST = 2_000
MOST_TEXT = 200
PHONE_DIGITS = range(5, 16)
HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "名字", "name"),
    "place": ("住址", "地址", "楼栋", "place", "address"),
    "phone": ("电话", "联系电话", "手机", "phone"),
    "needs": ("需要", "特殊情况", "备注", "needs"),
    "community": ("社区", "社区名称", "社区编码", "community"),
    "grid": ("网格", "网格编码", "grid"),
    "lon": ("经度", "lon"),
    "lat": ("纬度", "lat"),
}
"""The columns by the titles they may have; all but name and place may be missing."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not taken: its number as the sheet shows it, and the code of what is wrong."""

    row: int
    code: str


@dataclass(frozen=True, slots=True)
class RiskSheet:
    """What a sheet gave: people by their row, and the rows that are not taken."""

    lines: tuple[tuple[int, RiskLine], ...]
    bad: tuple[BadRow, ...]


def read_people(file: Path, communities: Mapping[str, str], grids: Iterable[str]) -> RiskSheet:
    """Read a sheet of people; communities are names by code, grids are codes.

    A row is bad with formula, name_missing, place_missing, too_long, phone, community, grid,
    point or doubled. Refusal('sheet_unreadable'|'sheet_too_large'|'sheet_headers'|'sheet_empty').
    Coordinates are WGS 84 degrees.
    """
    sheet = sheet_cells(file)
    start = next((at for at, row in enumerate(sheet) if any(row)), None)
    require(start is not None, "sheet_empty")
    assert start is not None
    places = _places(sheet[start])
    codes = {**{name: code for code, name in communities.items()}, **{c: c for c in communities}}
    known, good, bad = frozenset(grids), list[tuple[int, RiskLine]](), list[BadRow]()
    seen: set[tuple[str, str, str]] = set()
    for number, row in enumerate(sheet[start + 1 :], start + 2):
        cells = {key: row[at] if at < len(row) else "" for key, at in places.items()}
        if not any(cells.values()):
            continue
        try:
            line = _line(cells, codes, known)
            key = (line.place, line.name, line.phone)
            _right(key not in seen, "doubled")
        except ValueError as fault:
            bad.append(BadRow(number, str(fault)))
        else:
            seen.add(key)
            good.append((number, line))
    require(good or bad, "sheet_empty")
    require(len(good) <= MOST, "sheet_too_large", most=MOST)
    return RiskSheet(tuple(good), tuple(bad))


def write_counts(
    file: Path, title: str, rows: Sequence[Sequence[str]], step: Tick = unwatched
) -> int:
    """Write rows of text, the first one the header, as .xlsx or .csv; how many rows below it.

    Refusal('sheet_unwritable' | 'given_up'). Nothing is written as a formula.
    """
    return write_sheet(file, title, rows[0], rows[1:], step)


def _places(head: Sequence[str]) -> dict[str, int]:
    found = {}
    for key, titles in HEADS.items():
        at = next((n for n, text in enumerate(head) if text.strip() in titles), None)
        if at is not None:
            found[key] = at
        elif key in ("name", "place"):
            raise Refusal("sheet_headers", missing=titles[0])
    return found


def _line(
    cells: Mapping[str, str], communities: Mapping[str, str], grids: frozenset[str]
) -> RiskLine:
    """One row's person; ValueError with the code of what is wrong."""
    _right(not any(one is FORMULA for one in cells.values()), "formula")
    text = {key: " ".join(cells.get(key, "").split()) for key in HEADS}
    _right(text["name"], "name_missing")
    _right(text["place"], "place_missing")
    _right(max(map(len, text.values())) <= MOST_TEXT, "too_long")
    digits = sum(one.isdigit() for one in text["phone"])
    _right(not text["phone"] or digits in PHONE_DIGITS, "phone")
    _right(not text["community"] or text["community"] in communities, "community")
    _right(not text["grid"] or text["grid"] in grids, "grid")
    lon, lat = _point(text["lon"], text["lat"])
    return RiskLine(
        place=text["place"],
        name=text["name"],
        phone=text["phone"],
        needs=text["needs"],
        community=communities.get(text["community"]),
        grid=text["grid"] or None,
        lon=lon,
        lat=lat,
    )


def _point(lon: str, lat: str) -> tuple[float | None, float | None]:
    if not lon and not lat:
        return None, None
    try:
        found = float(lon), float(lat)
    except ValueError:
        raise ValueError("point") from None
    _right(-180 <= found[0] <= 180 and -90 <= found[1] <= 90, "point")
    return found


def _right(good: object, code: str) -> None:
    if not good:
        raise ValueError(code)
