"""The map's layers of an emergency: on by the level's plan or by a key, filled from the Desk."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from commandcenter.domain.plan import Layer, Response
from commandcenter.services.relief_views import Address, AskReliefMap, ReliefMap, SpotView
from commandcenter.services.views import Changes
from ui.context import DeskContext
from ui.map.view import MapView
from ui.models.evacuation import room_text
from ui.panels.map_rows import Row
from ui.words import say

KINDS = frozenset({"risk_listed", "risk_moved", "spot_set", "switch_decided"})
"""Journal entries after which the layers are asked for anew."""


class MapLayers(QObject):
    """Follows the mode; a layer turned by hand stays so until the level is another one."""

    def __init__(self, desk: DeskContext, view: MapView, parent: QObject) -> None:
        """Nothing is asked while no layer is on."""
        super().__init__(parent)
        self._desk, self._view = desk, view
        self._level: tuple[str, Response | None] | None = None
        self._told: dict[str, dict[str, Row]] = {"spots": {}, "homes": {}}
        self.on: frozenset[Layer] = frozenset()
        desk.mode.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Layers of the level that stands now, and the drill's mark."""
        now = self._desk.mode.now
        level = (now.emergency.id, now.emergency.level) if now.emergency else None
        self._view.set_drill(self._desk.mode.drill)
        if level != self._level:
            self._level = level
            self._set(frozenset(now.plan.layers if now.plan else ()))

    def toggle(self, layer: Layer) -> bool:
        """Show a layer or hide it; whether it is on now."""
        self._set(self.on ^ {layer})
        return layer in self.on

    def apply(self, changes: Changes) -> None:
        """Ask again when something of the evacuation or its places happened."""
        if self.on and any(entry.kind in KINDS for entry in changes.entries):
            self.ask()

    def ask(self) -> None:
        """Ask where everything is."""
        self._desk.worker.ask(
            "map.layers",
            AskReliefMap(),
            self._desk.who,
            self.show,
            lambda error: None,
            self,
            lasting=True,
        )

    def _set(self, on: frozenset[Layer]) -> None:
        self.on = on
        self._view.set_layers({one.value: one in on for one in Layer})
        if on:
            self.ask()

    def show(self, found: ReliefMap) -> None:
        """Draw these places and buildings."""
        homes = (home_row(one) for one in found.addresses)
        self._tell("spots", {one.spot.id: spot_row(one) for one in found.spots})
        self._tell("homes", {one["id"]: one for one in homes if one is not None})

    def _tell(self, kind: str, rows: Mapping[str, Row]) -> None:
        told = self._told[kind]
        news = [row for key, row in rows.items() if told.get(key) != row]
        gone = told.keys() - rows.keys()
        if news or gone:
            self._view.show_marks(kind, news, gone)
        self._told[kind] = dict(rows)


def spot_row(one: SpotView) -> Row:
    """A shelter with its use (37/60), or a danger point."""
    spot = one.spot
    used = f"{one.used}/{spot.capacity}" if spot.capacity is not None else str(one.used)
    shelter = spot.kind.value == "shelter"
    return {
        "id": spot.id,
        "kind": spot.kind.value,
        "name": spot.name,
        "note": (used if one.used else room_text(one)) if shelter else "",
        "lon": spot.lon,
        "lat": spot.lat,
    }


def home_row(one: Address) -> Row | None:
    """A building with people still in it; None once all have gone, or without a place."""
    if not one.there or one.lon is None or one.lat is None:
        return None
    refused = say("，其中不愿 {n}").format(n=one.refused) if one.refused else ""
    return {
        "id": f"{one.community or ''}/{one.place}",
        "name": one.place,
        "note": say("还有 {n} 人").format(n=one.there) + refused,
        "count": one.there,
        "refused": one.refused,
        "lon": one.lon,
        "lat": one.lat,
    }
