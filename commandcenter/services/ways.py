"""The street's roads and paces, read at the first question after its tables changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from commandcenter.domain.pace import PREFIX, Pace
from commandcenter.storage import tables as t
from commandcenter.storage.reference import RoadRow, SettingRow
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.geo.reach import Reach


@dataclass(frozen=True, slots=True)
class Known:
    """How fast, and along which roads; no reach where the street has no roads."""

    pace: Pace
    reach: Reach | None


class Ways:
    """Keeps what is Known; the Desk makes a new one whenever the tables changed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: Known | None = None

    def known(self, tx: Tx) -> Known:
        """Read once, by whoever asks first."""
        with self._lock:
            if self._known is None:
                self._known = Known(_pace(tx), _reach(tx))
            return self._known


def _pace(tx: Tx) -> Pace:
    settings = t.TABLES["settings"].c
    rows = tx.seek(SettingRow, settings.id.startswith(PREFIX, autoescape=True))
    return Pace().changed({row.id.removeprefix(PREFIX): row.value for row in rows})


def _reach(tx: Tx) -> Reach | None:
    from commandcenter.geo.reach import Reach  # loads what starting the desk can do without
    from commandcenter.geo.roads import RoadGraph

    lines = [(row.name, json.loads(row.line)) for row in tx.find(RoadRow)]
    graph = RoadGraph((name, [(x, y) for x, y in line]) for name, line in lines)
    return Reach(graph) if graph.parts else None
