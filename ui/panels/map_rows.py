"""What the map draws, made from lines and teams: pure functions, lon, lat in WGS 84 degrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from commandcenter.domain.case import INBOX
from commandcenter.domain.clock import Lamp
from commandcenter.domain.holding import Hold, is_held
from commandcenter.domain.person import Position, Team
from commandcenter.services.views import CaseLine, GridShape, Reference
from ui.models.lines import Kept, worst_lamp
from ui.models.queue_cells import lamps
from ui.words import say, short_number, word

Row = dict[str, Any]
Ground = tuple[list[Row], list[Row], list[list[list[float]]]]
"""Grids, roads, outline."""
Centres = Mapping[str, tuple[float, float]]
_WORST = (Lamp.RED, Lamp.YELLOW, Lamp.GREEN, None)


def ground(reference: Reference) -> Ground:
    """Grids, roads and outline as MapView.set_ground wants them."""
    drawn = [shape for shape in reference.grids if shape.ring]
    grids = [_grid(shape, reference.communities) for shape in drawn]
    roads = [{"name": road.name, "line": _pairs(road.line)} for road in reference.roads]
    return grids, roads, [_pairs(ring) for ring in reference.outline]


def centres(reference: Reference) -> dict[str, tuple[float, float]]:
    """(lon, lat) of the centre of every grid that is drawn, by its code."""
    drawn = [shape.grid for shape in reference.grids if shape.ring]
    return {grid.code: (grid.lon, grid.lat) for grid in drawn}


def case_row(
    line: CaseLine, items: Mapping[str, str], places: Centres, now: datetime
) -> Row | None:
    """One case where it is, or in the middle of its grid; None without a place."""
    at = (line.lon, line.lat) if line.lon is not None else places.get(line.grid or "")
    if at is None:
        return None
    drill = say("演练 ") if line.drill else ""
    held = (word(Hold(line.hold)),) if is_held(line.hold) else ()
    return {
        "id": line.id,
        "number": short_number(line.number),
        "lon": at[0],
        "lat": at[1],
        "lamp": _lamp(line, now),
        "level": line.level.value,
        "label": drill + items.get(line.item, line.item),
        "state": " · ".join((word(line.state), *held)),
    }


def team_row(team: Team, position: Position) -> Row:
    """A team where it was last seen."""
    return {
        "id": team.id,
        "name": team.short,
        "lon": position.lon,
        "lat": position.lat,
        "status": team.status.value,
        "label": word(team.status),
    }


def grid_loads(
    lines: Iterable[CaseLine], now: datetime, kept: Kept[Lamp | None] | None = None
) -> dict[str, Row]:
    """Open cases and their worst lamp by grid code; inbox and drills do not count.

    `kept` (of worst_lamp) spares who counts often the lines that have not changed.
    """
    kept = kept or Kept(worst_lamp)
    found: dict[str, list[Lamp | None]] = {}
    for line in lines:
        if line.grid is not None and line.state not in INBOX and not line.drill:
            found.setdefault(line.grid, []).append(kept.at(line, now))
    return {
        code: {"lamp": _name(min(many, key=_WORST.index)), "count": len(many)}
        for code, many in found.items()
    }


def _lamp(line: CaseLine, now: datetime) -> str:
    return "none" if line.state in INBOX else _name(lamps(line, now).worst)


def _name(lamp: Lamp | None) -> str:
    return "none" if lamp is None else lamp.value


def _grid(shape: GridShape, communities: Mapping[str, str]) -> Row:
    grid = shape.grid
    return {
        "code": grid.code,
        "name": grid.name,
        "kind": grid.kind.value,
        "community": communities.get(grid.community, grid.community),
        "ring": _pairs(shape.ring),
    }


def _pairs(line: Iterable[tuple[float, float]]) -> list[list[float]]:
    return [[lon, lat] for lon, lat in line]
