"""A small sheet of communities and grids (.xlsx or .csv): rows taken in, wrong ones go aside."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from commandcenter.domain.grid import (
    DIVISION,
    STREET,
    GridKind,
    normalise,
    parse_code,
    parse_community,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.table_checks import MOST
from commandcenter.intake.aside import Aside, UnreadableFile, batch_of, set_aside
from commandcenter.intake.sheets import sheet_cells
from commandcenter.services.desk import SYSTEM, Desk
from commandcenter.storage.reference import NO_RING, CommunityRow, GridRow
from commandcenter.storage.tx import Tx

MOST_BYTES = 8_000_000
HEADS = {
    "community_code": ("社区编码", "社区代码", "community_code"),
    "community": ("社区名称", "社区", "community"),
    "grid_code": ("网格编码", "网格代码", "grid_code"),
    "grid": ("网格名称", "网格", "grid"),
}
"""The columns by the titles they may have; grids may be left out, column or cell."""
_NEEDED = ("community_code", "community")


@dataclass(frozen=True, slots=True)
class GroundRow:
    """One row: a community, and a grid of it unless the grid's code is ""."""

    community: str
    community_name: str
    grid: str
    grid_name: str


@dataclass(frozen=True, slots=True)
class GroundSheet:
    """What a sheet gave; rows read = accepted + set aside (row numbers as the sheet shows them)."""

    accepted: tuple[GroundRow, ...]
    refused: tuple[Aside, ...]
    batch: str


def read_ground(file: Path, street: str) -> GroundSheet:
    """Read the sheet of a street (9 digits) by its titles.

    A row is set aside with not_digits, length, street_range, community_range, grid_zero,
    other_street, other_community, no_name, too_long, double_code or name_differs. Raises
    UnreadableFile with missing, too_large, encoding, header, empty or sheet.
    """
    rows = [[_plain(one) for one in row] for row in _cells(file)]
    start = next((at for at, row in enumerate(rows) if any(row)), None)
    if start is None:
        raise UnreadableFile("empty", file.name)
    places = _places(rows[start], file)
    accepted: list[GroundRow] = []
    refused: list[Aside] = []
    seen: set[str] = set()
    names: dict[str, str] = {}
    for number, row in enumerate(rows[start + 1 :], start + 2):
        if not any(row):
            continue
        cells = {key: row[at] if at < len(row) else "" for key, at in places.items()}
        try:
            found = _row(cells, street)
            _once(found, seen, names)
        except ValueError as fault:
            refused.append(Aside(number, str(fault), json.dumps(row, ensure_ascii=False)))
        else:
            accepted.append(found)
    return GroundSheet(tuple(accepted), tuple(refused), batch_of(file))


def import_ground(desk: Desk, file: Path) -> tuple[GroundSheet, int]:
    """Take the sheet in by one entry; what it gave, and how many rows were written.

    A grid that is known keeps its ring. A grid without a ring stands in no place of the map and
    is chosen by code or name. The same sheet again changes nothing. Raises as read_ground.
    """
    sheet = read_ground(file, desk.street[:STREET])
    now = desk.now()

    def taken(tx: Tx) -> int:
        changed = sum(_put(tx, row) for row in sheet.accepted)
        set_aside(tx, sheet.batch, sheet.refused, now)
        if changed:
            tx.seal(
                command=new_id(),
                at=now,
                who=SYSTEM,
                behalf=None,
                channel=None,
                happened_at=now,
                subject=tx.street,
                kind="boundaries_imported",
                facts={"batch": sheet.batch, "areas": changed, "refused": len(sheet.refused)},
            )
        return changed

    changed = desk.write(taken)
    desk.reload()
    return sheet, changed


def _put(tx: Tx, row: GroundRow) -> int:
    """Write what is new in this row; how many rows that were."""
    street, written = tx.street, 0
    name = row.community_name
    community = CommunityRow(street=street, id=row.community, name=name, spoken=name)
    known = tx.get(CommunityRow, row.community)
    if known is None or known.name != name:
        tx.put(community)
        written += 1
    if row.grid and _put_grid(tx, row):
        written += 1
    return written


def _put_grid(tx: Tx, row: GroundRow) -> bool:
    old = tx.get(GridRow, row.grid)
    if old is not None and (old.void_reason is not None or old.name == row.grid_name):
        return False
    grid = GridRow(
        street=tx.street,
        id=row.grid,
        name=row.grid_name,
        kind=old.kind if old else GridKind.BASIC.value,
        community=row.community,
        lon=old.lon if old else 0.0,
        lat=old.lat if old else 0.0,
        ring=old.ring if old else NO_RING,
    )
    tx.put(grid)
    return True


# ---- rows -----------------------------------------------------------------------------------


def _row(cells: dict[str, str], street: str) -> GroundRow:
    """One row's values; ValueError with the reason's code."""
    grid = normalise(cells.get("grid_code", ""))
    code = normalise(cells["community_code"]) or grid[:DIVISION]
    code = parse_community(code)
    if not code.startswith(street):
        raise ValueError("other_street")
    if grid and parse_code(grid).community_code != code:
        raise ValueError("other_community")
    name, grid_name = cells["community"], cells.get("grid", "")
    if not name or (grid and not grid_name):
        raise ValueError("no_name")
    if max(len(name), len(grid_name)) > MOST["name"]:
        raise ValueError("too_long")
    return GroundRow(code, name, grid, grid_name)


def _once(row: GroundRow, seen: set[str], names: dict[str, str]) -> None:
    if names.get(row.community, row.community_name) != row.community_name:
        raise ValueError("name_differs")
    key = row.grid or row.community
    if key in seen:
        raise ValueError("double_code")
    seen.add(key)
    names[row.community] = row.community_name


def _places(head: Sequence[str], file: Path) -> dict[str, int]:
    found = {}
    for key, titles in HEADS.items():
        at = next((n for n, text in enumerate(head) if text in titles), None)
        if at is not None:
            found[key] = at
        elif key in _NEEDED:
            raise UnreadableFile("header", titles[0])
    return found


def _cells(file: Path) -> list[list[str]]:
    """The cells as text; a .csv in UTF-8 or GB 18030, as spreadsheets of this country write it."""
    if file.suffix.lower() == ".xlsx":
        try:
            return sheet_cells(file)
        except Refusal as refusal:
            raise UnreadableFile("sheet", str(refusal)) from None
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile("missing", error.strerror or "") from error
    if len(raw) > MOST_BYTES:
        raise UnreadableFile("too_large", file.name)
    return list(csv.reader(io.StringIO(_text(raw, file), newline="")))


def _text(raw: bytes, file: Path) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile("encoding", file.name)


def _plain(text: str) -> str:
    """A cell without stray or control characters."""
    return " ".join("".join(one for one in text if one.isprintable() or one == " ").split())
