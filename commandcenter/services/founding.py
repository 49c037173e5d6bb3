"""Founding a street: reference rows go in by one entry, names of staff apart from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from commandcenter.domain.ids import new_id
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.database import Database
from commandcenter.storage.tx import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a street starts with; names are (id, name, phone), positions (team, lon, lat)."""

    street: str
    rows: tuple[Any, ...]
    names: tuple[tuple[str, str, str | None], ...] = ()
    positions: tuple[tuple[str, float, float], ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)


def found(database: Database, founding: Founding, at: datetime) -> int:
    """Write the street's first entry; its number."""
    with database.write.begin() as connection:
        tx = Tx(connection, founding.street)
        for row in founding.rows:
            tx.put(row)
        tx.put(tx.figures())
        put_names(tx, founding.names)
        for team, lon, lat in founding.positions:
            values = {"street": founding.street, "team": team, "lon": lon, "lat": lat}
            connection.execute(insert(t.positions), {**values, "at": micros(at)})
        return tx.seal(
            command=new_id(),
            at=at,
            who="system",
            behalf=None,
            channel=None,
            happened_at=at,
            subject=founding.street,
            kind="street_founded",
            facts=founding.facts,
        )


def put_names(tx: Tx, names: Iterable[tuple[str, str, str | None]]) -> None:
    """Staff names and duty telephones: personal data in a table of its own."""
    rows = [
        {"street": tx.street, "id": key, "name": name, "phone": phone} for key, name, phone in names
    ]
    if rows:
        tx.connection.execute(insert(t.names), rows)


__all__ = ["Founding", "found", "put_names"]
