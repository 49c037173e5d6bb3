"""In a narrow window wide panels take turns, so that the window is never wider than the screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from ui.window import AREAS, DeskWindow

ROOMY = 1700
"""From this width on, every panel has room beside the others."""
WIDE = ("duty", "plans", "replay")
BELOW = ("case", "charts")
HANDOVER = "handover"


class Rivals(QObject):
    """Whoever was opened last has the room; what made room comes back when it is put away.

    A wide panel at the right and the panels below the map do not fit side by side, and neither
    does a handover beside anything at the right. The queue keeps its place in every case.
    """

    def __init__(self, window: DeskWindow, names: tuple[str, ...]) -> None:
        """`names` are the window's docks."""
        super().__init__(window)
        self._window, self._aside, self._busy = window, list[QDockWidget](), False
        self._docks = {name: window.panel(name) for name in names}
        window.opening.connect(self._make_room)
        for name, dock in self._docks.items():
            dock.visibilityChanged.connect(partial(self._told, name))

    def _told(self, name: str, visible: bool) -> None:
        """A dock came by another way than a key, or went."""
        if visible:
            self._make_room(name)
        elif name in WIDE and not self._busy and not self._open(WIDE):
            self._come_back()

    def _make_room(self, name: str) -> None:
        """What stands in this panel's way goes first: together they would widen the window."""
        narrow = self._window.isVisible() and self._window.width() < ROOMY
        if self._busy or not narrow or name not in self._docks:
            return
        self._busy = True
        try:
            if name in WIDE:
                self._put_aside(*BELOW)
                self._hide(HANDOVER)
                self._put_aside(*BELOW)  # a handover that goes gives them back
            elif name == HANDOVER or name in BELOW:
                self._hide(*WIDE)
                self._come_back()
            elif self._at_right(name):
                self._hide(HANDOVER)
        finally:
            self._busy = False

    def _put_aside(self, *names: str) -> None:
        for dock in self._open(names):
            dock.hide()
            self._aside.append(dock)

    def _hide(self, *names: str) -> None:
        for dock in self._open(names):
            dock.hide()

    def _come_back(self) -> None:
        for dock in self._aside:
            dock.show()
        self._aside = []

    def _open(self, names: tuple[str, ...]) -> list[QDockWidget]:
        docks = [self._docks[one] for one in names if one in self._docks]
        return [one for one in docks if not one.isHidden() and not one.isFloating()]

    def _at_right(self, name: str) -> bool:
        dock = self._docks[name]
        return self._window.dockWidgetArea(dock) == AREAS.RightDockWidgetArea
