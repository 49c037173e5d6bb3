"""Between the widget and the page's script: the channel's object and the batch of changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

Row = dict[str, Any]
KINDS = ("cases", "teams", "spots", "homes")


class Bridge(QObject):
    """What the page's script sees of us: two signals to hear, slots to call."""

    delta = Signal(str)
    asked = Signal(str, str)

    greeted = Signal()
    loaded = Signal(int)
    case_clicked = Signal(str)
    grid_clicked = Signal(str)
    spot_clicked = Signal(str)
    home_clicked = Signal(str)
    place_asked = Signal(float, float, str)
    touched = Signal()
    answered = Signal(str, str)

    @Slot()
    def hello(self) -> None:
        """The script runs and listens."""
        self.greeted.emit()

    @Slot(int)
    def grounded(self, edition: int) -> None:
        """The ground of this edition is fetched and drawn."""
        self.loaded.emit(edition)

    @Slot(str)
    def caseClicked(self, case_id: str) -> None:
        """A case's marker was clicked."""
        self.case_clicked.emit(case_id)

    @Slot(str)
    def gridClicked(self, code: str) -> None:
        """A grid was clicked where no case stands."""
        self.grid_clicked.emit(code)

    @Slot(str)
    def spotClicked(self, spot: str) -> None:
        """A shelter or danger point was clicked."""
        self.spot_clicked.emit(spot)

    @Slot(str)
    def homeClicked(self, place: str) -> None:
        """A building with people to evacuate was clicked."""
        self.home_clicked.emit(place)

    @Slot(float, float, str)
    def placeAsked(self, lon: float, lat: float, code: str) -> None:
        """A place was clicked with the right button."""
        self.place_asked.emit(lon, lat, code)

    @Slot()
    def handTouched(self) -> None:
        """A hand moved the map for the first time since it followed."""
        self.touched.emit()

    @Slot(str, str)
    def answer(self, token: str, pixel: str) -> None:
        """Reply to asked: a JSON pair of widget pixels, or null."""
        self.answered.emit(token, pixel)


class Batch:
    """Changes not yet sent, coalesced: of each thing only the newest word."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.words: dict[str, Any] = {}
        self.up: dict[str, dict[str, Row | None]] = {kind: {} for kind in KINDS}
        self.lamps: dict[str, Row] = {}

    def change(self, kind: str, rows: Iterable[Row]) -> None:
        """Note new rows of one of KINDS by their id."""
        self.up[kind].update({str(row["id"]): row for row in rows})

    def remove(self, kind: str, ids: Iterable[str]) -> None:
        """Note that these are gone."""
        self.up[kind].update(dict.fromkeys(map(str, ids)))

    def take(self) -> str:
        """The batch as one JSON object ("" if empty), and start anew."""
        out = dict(self.words)
        for kind, rows in self.up.items():
            if rows:
                out[kind] = [row for row in rows.values() if row is not None]
                out[f"{kind}_gone"] = [key for key, row in rows.items() if row is None]
        if self.lamps:
            out["lamps"] = self.lamps
        self._clear()
        return json.dumps(out, ensure_ascii=False, separators=(",", ":")) if out else ""
