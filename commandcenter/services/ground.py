"""The street's grids as shapes."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from commandcenter.geo.ground import GridIndex, Ring
from commandcenter.storage import tables as t


def load_ground(connection: Connection, street: str) -> GridIndex:
    """An index of every grid that is not void, by its ring of (lon, lat)."""
    g = t.TABLES["grids"]
    rows = connection.execute(
        select(g.c.id, g.c.ring).where(g.c.street == street, g.c.void_reason.is_(None))
    )
    return GridIndex(
        (str(row.id), rings) for row in rows for rings in polygons(row.ring) if len(rings[0]) >= 4
    )


def polygons(stored: str) -> list[list[Ring]]:
    """The parts of a stored GridRow.ring, each as its rings of (lon, lat), the outer one first."""
    found = json.loads(stored)
    if not found:
        return []
    parts = [[found]] if isinstance(found[0][0], int | float) else found
    return [[tuple((float(x), float(y)) for x, y in ring) for ring in part] for part in parts]
