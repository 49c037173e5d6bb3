"""The ways to the desk's own forms: made when first wanted, or when the queue has been painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.context import DeskContext
from ui.docks import aim
from ui.door import Door
from ui.panels.map import MapPanel
from ui.window import DeskWindow

BREATH_MS = 10


class IntakeDoor(Door):
    """Opens the form of a report."""

    NAME = "intake"

    def make(self) -> QWidget:
        from ui.panels.intake import IntakePanel  # the queue comes first

        return IntakePanel(self.desk)

    def place_at(self, lon: float, lat: float, grid: str | None) -> None:
        """Begin a report at a place: lon, lat WGS 84 degrees; `grid` its code if known."""
        self.window.go(self.NAME)
        self.want().place_at(lon, lat, grid)


class FindDoor(Door):
    """Opens the search over all cases."""

    NAME = "find"

    def make(self) -> QWidget:
        from ui.panels.find import FindPanel  # the queue comes first

        return FindPanel(self.desk)


class DispatchDoor(Door):
    """Opens the form of a dispatch, whose candidates the map shows."""

    NAME = "dispatch"

    def __init__(self, window: DeskWindow, desk: DeskContext, map_: MapPanel) -> None:
        """On a window whose map stands."""
        super().__init__(window, desk)
        self._map = map_

    def make(self) -> QWidget:
        from ui.panels.dispatch import DispatchPanel  # the queue comes first

        made = DispatchPanel(self.desk)
        made.candidates_shown.connect(self._map.show_candidates)
        return made

    def close(self) -> None:
        """Put it away with what the map shows of it; the draft stays."""
        self._map.show_candidates([])
        super().close()


class StepDoor(Door):
    """Shows the form of a step when one is begun; the keyboard goes back when it is closed."""

    NAME = "step"

    def make(self) -> QWidget:
        from ui.panels.step import StepPanel  # the queue comes first

        return StepPanel(self.desk)

    def heed(self, made: Any) -> None:
        """It opens and closes by itself."""
        made.opened.connect(self._opened)
        made.closed.connect(self._closed)

    def _opened(self) -> None:
        self.window.show_panel(self.NAME)

    def _closed(self) -> None:
        self.dock.hide()
        own = self.window.focusWidget()
        if own is not None and own.isVisible():
            return
        if QApplication.activeWindow() in (None, self.window):
            self.window.go("queue")
        else:  # a hand in another window keeps its place and finds the queue when it comes back
            aim(self.window.panel("queue").widget())


class FormMaker(QTimer):
    """Makes one form after another, so that a key or a paint never waits for all of them."""

    def __init__(self, doors: Sequence[Door], parent: QObject) -> None:
        """start() begins; it stops when all are made."""
        super().__init__(parent, interval=BREATH_MS)
        self._doors = doors
        self.timeout.connect(self._make)

    def _make(self) -> None:
        waiting = next((one for one in self._doors if one.made is None), None)
        if waiting is None:
            self.stop()
        else:
            waiting.want()
