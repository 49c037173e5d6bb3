"""Import of boundaries: accepted areas become grid rows by one entry, broken ones go aside."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from commandcenter.domain.grid import DIVISION, GRID, Grid, GridKind, parse_code
from commandcenter.domain.ids import new_id
from commandcenter.geo.boundaries import Boundary, Refused, read_boundaries
from commandcenter.intake.aside import Aside, batch_of, set_aside
from commandcenter.intake.rows import MOST_RAW
from commandcenter.services.desk import SYSTEM, Desk
from commandcenter.storage.reference import GridRow
from commandcenter.storage.tx import Tx


@dataclass(frozen=True, slots=True)
class BoundaryImport:
    """What an import did: features read = accepted + set aside; `changed` rows were written."""

    accepted: tuple[Boundary, ...]
    refused: tuple[Refused, ...]
    changed: int
    batch: str


def import_boundaries(desk: Desk, file: Path, *, forced: bool = False) -> BoundaryImport:
    """Take a GeoJSON file of streets, communities or grids in; areas known by code are redrawn.

    Raises geo.boundaries.UnreadableBoundaries for a file that cannot be taken as a whole, and
    UnreadableFile. The same file again changes nothing and writes no entry.
    """
    reading = read_boundaries(file, forced=forced)
    batch, now = batch_of(file), desk.now()
    indices = _indices(len(reading.accepted), reading.refused)

    def drawn(tx: Tx) -> tuple[list[Boundary], list[Refused], list[str]]:
        accepted: list[Boundary] = []
        refused = list(reading.refused)
        changed: list[str] = []
        for index, one in zip(indices, reading.accepted, strict=True):
            old = tx.get(GridRow, one.code)
            fault = _fault(desk.street, one, old)
            if fault is not None:
                refused.append(Refused(index, one.name, fault))
                continue
            accepted.append(one)
            row = _row(desk.street, one, old)
            if row != old:
                tx.put(row)
                changed.append(row.id)
        set_aside(tx, batch, _asides(file, refused), now)
        if changed:
            _seal(desk, tx, batch, changed, len(refused))
        return accepted, refused, changed

    accepted, refused, changed = desk.write(drawn)
    desk.reload()
    refused.sort(key=lambda one: one.index)
    return BoundaryImport(tuple(accepted), tuple(refused), len(changed), batch)


def _seal(desk: Desk, tx: Tx, batch: str, changed: list[str], refused: int) -> None:
    at = desk.now()
    tx.seal(
        command=new_id(),
        at=at,
        who=SYSTEM,
        behalf=None,
        channel=None,
        happened_at=at,
        subject=tx.street,
        kind="boundaries_imported",
        facts={"batch": batch, "areas": len(changed), "refused": refused},
    )


def _indices(accepted: int, refused: list[Refused]) -> list[int]:
    """Places in the file of the accepted features: all that are not a refused one's."""
    gone = {one.index for one in refused}
    return [n for n in range(accepted + len(refused)) if n not in gone]


def _fault(street: str, one: Boundary, old: GridRow | None) -> str | None:
    """Why an area cannot stand beside what is known: a void grid, or a code of no grid."""
    if old is not None and old.void_reason is not None:
        return "grid_void"
    try:
        if len(one.code) != DIVISION:
            parse_code(one.code)
        Grid(
            street=street,
            code=one.code,
            name=one.name,
            kind=_kind(one.code),
            community=one.code[:DIVISION],
            lon=one.centre[0],
            lat=one.centre[1],
        )
    except ValueError:
        return "bad_code"
    return None


def _kind(code: str) -> GridKind:
    kinds = {DIVISION: GridKind.AREA, GRID: GridKind.BASIC}
    return kinds.get(len(code), GridKind.MICRO)


def _row(street: str, one: Boundary, old: GridRow | None) -> GridRow:
    lon, lat = one.centre
    whole = len(one.polygons) == 1 and len(one.polygons[0]) == 1
    ring = json.dumps(one.polygons[0][0] if whole else one.polygons)
    if old is not None:
        return replace(old, name=one.name or old.name, lon=lon, lat=lat, ring=ring)
    return GridRow(
        street=street,
        id=one.code,
        name=one.name or one.code,
        kind=_kind(one.code).value,
        community=one.code[:DIVISION],
        lon=lon,
        lat=lat,
        ring=ring,
    )


def _asides(file: Path, refused: list[Refused]) -> list[Aside]:
    if not refused:
        return []
    features: list[Any] = json.loads(file.read_bytes().decode("utf-8-sig"))["features"]
    return [
        Aside(one.index + 1, one.reason, json.dumps(features[one.index])[:MOST_RAW])
        for one in refused
    ]
