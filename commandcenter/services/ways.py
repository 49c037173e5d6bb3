"""The street's roads and what is weighed, read at the first question after its tables changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from commandcenter.domain.ranking import PREFIX, Ranking
from commandcenter.storage import tables as t
from commandcenter.storage.reference import RoadRow, SettingRow
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.geo.reach import Reach


@dataclass(frozen=True, slots=True)
class Known:
    """What is weighed, and along which roads; no reach where the street has no roads."""

    ranking: Ranking
    reach: Reach | None


class Ways:
    """Keeps what is Known until the Desk says that tables changed, the roads while they stay."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: Known | None = None
        self._roads: tuple[RoadRow, ...] = ()
        self._reach: Reach | None = None

    def forget(self) -> None:
        """Tables changed: whoever asks next reads them again."""
        with self._lock:
            self._known = None

    def known(self, tx: Tx) -> Known:
        """Read once, by whoever asks first."""
        with self._lock:
            if self._known is None:
                roads = tuple(tx.find(RoadRow))
                if roads != self._roads:
                    self._roads, self._reach = roads, _reach(roads)
                self._known = Known(ranking(tx), self._reach)
            return self._known


def ranking(tx: Tx) -> Ranking:
    """Our values with the street's in their place."""
    settings = t.TABLES["settings"].c
    rows = tx.seek(SettingRow, settings.id.startswith(PREFIX, autoescape=True))
    return Ranking().changed({row.id.removeprefix(PREFIX): row.value for row in rows})


def _reach(roads: Iterable[RoadRow]) -> Reach | None:
    from commandcenter.geo.reach import Reach  # loads what starting the desk can do without
    from commandcenter.geo.roads import RoadGraph

    lines = [(row.name, json.loads(row.line)) for row in roads]
    graph = RoadGraph((name, [(x, y) for x, y in line]) for name, line in lines)
    return Reach(graph) if graph.parts else None
