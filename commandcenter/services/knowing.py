"""The answer to what seldom changes: street, grids, items, units, powers, names of staff."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from commandcenter.domain.grid import Grid, GridKind
from commandcenter.domain.person import Power, Unit
from commandcenter.services.alarming import alarm_rules
from commandcenter.services.answers import Asking, answers
from commandcenter.services.ground import polygons
from commandcenter.services.views import AskReference, GridShape, Reference, Road
from commandcenter.storage import tables as t
from commandcenter.storage.reference import CommunityRow, GridRow, RoadRow, SettingRow


@answers(AskReference)
def reference(ask: Asking, query: AskReference) -> Reference:
    """Everything a desk loads once."""
    settings = {row.id: row.value for row in ask.tx.find(SettingRow)}
    n = t.names.c
    people = ask.tx.connection.execute(
        select(n.id, n.name, n.phone).where(n.street == ask.street)
    ).all()
    return Reference(
        street=ask.street,
        street_name=settings.get("name", ask.street),
        demo=settings.get("demo") == "1",
        sketch=settings.get("sketch") == "1",
        communities={row.id: row.spoken for row in ask.tx.find(CommunityRow)},
        grids=tuple(one for row in ask.tx.find(GridRow) for one in shapes(row)),
        roads=tuple(
            Road(name=row.name, line=_pairs(json.loads(row.line))) for row in ask.tx.find(RoadRow)
        ),
        outline=tuple(_pairs(ring) for ring in json.loads(settings.get("outline", "[]"))),
        items=tuple(ask.rules.items.values()),
        units=tuple(ask.tx.find(Unit)),
        powers=tuple(ask.tx.find(Power)),
        names={row.id: row.name for row in people},
        phones={row.id: row.phone for row in people if row.phone},
        alarms=alarm_rules(ask.tx),
    )


def shapes(row: GridRow) -> list[GridShape]:
    """A grid with its outer ring from its row; an area in parts comes once for each part.

    A grid that nobody drew comes once, with an empty ring: its centre is none.
    """
    grid = Grid(
        street=row.street,
        code=row.id,
        name=row.name,
        kind=GridKind(row.kind),
        community=row.community,
        lon=row.lon,
        lat=row.lat,
        void_reason=row.void_reason,
    )
    parts = polygons(row.ring)
    return [GridShape(grid=grid, ring=rings[0]) for rings in parts] or [
        GridShape(grid=grid, ring=())
    ]


def _pairs(points: Any) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in points)
