"""The street's grids as shapes."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from commandcenter.geo.ground import GridIndex
from commandcenter.storage import tables as t


def load_ground(connection: Connection, street: str) -> GridIndex:
    """An index of every grid that is not void, by its ring of (lon, lat)."""
    g = t.TABLES["grids"]
    rows = connection.execute(
        select(g.c.id, g.c.ring).where(g.c.street == street, g.c.void_reason.is_(None))
    )
    shapes = []
    for row in rows:
        ring = tuple((float(x), float(y)) for x, y in json.loads(row.ring))
        if len(ring) >= 4:
            shapes.append((str(row.id), [ring]))
    return GridIndex(shapes)
