"""Panels take turns, so that the window is never wider than the screen: who yields to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from ui.window import AREAS, DeskWindow

ROOMY = 1700
"""From this width on, every panel at the right has room beside those below the map."""
SPACIOUS = 2400
"""From this width on, the right side keeps its place beside a handover."""
WIDE = ("admin", "duty", "plans", "replay")
BELOW = ("case", "charts")
SLIM = ("help", "messages", "manual")
"""What is looked up while a handover is open stands beside it."""
HANDOVER = "handover"
TURNS = (HANDOVER, *WIDE, "tiers")
"""Where a screen has little room these stand in the queue's place (ui/cramped.py)."""


class Rivals(QObject):
    """Whoever was opened last has the room; what made room comes back when it is put away.

    A wide panel at the right and the panels below the map do not fit side by side, and neither
    does a handover beside anything at the right, nor what stands in the queue's place. A panel that
    floats takes no room, and the queue is never put away.
    """

    def __init__(self, window: DeskWindow) -> None:
        """The docks that the window has now."""
        super().__init__(window)
        self._window, self._busy = window, False
        self._below_aside: list[QDockWidget] = []
        self._right_aside: list[QDockWidget] = []
        self._handed = False
        self._docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
        window.opening.connect(self._make_room)
        for name, dock in self._docks.items():
            dock.visibilityChanged.connect(partial(self._told, name))
            dock.topLevelChanged.connect(partial(self._floated, name))

    def _told(self, name: str, visible: bool) -> None:
        """A dock came by another way than a key, or went."""
        if visible and not self._docks[name].isFloating():
            self._make_room(name)
        elif name in TURNS and not self._busy:
            self._undisturbed(self._give_back)

    def _floated(self, name: str, floating: bool) -> None:
        """A hand took a dock out of the window or put it in."""
        self._told(name, self._docks[name].isVisible())

    def _make_room(self, name: str) -> None:
        """What stands in this panel's way goes first: together they would widen the window."""
        seen = self._window.isVisible() and not self._docks[name].isFloating()
        if seen and not self._busy:
            self._undisturbed(partial(self._clear, name))

    def _undisturbed(self, move: Callable[[], None]) -> None:
        """What moves then is moved by this, not by a hand."""
        self._busy = True
        try:
            move()
        finally:
            self._busy = False

    def _clear(self, name: str) -> None:
        width = self._window.width()
        if width < ROOMY and (name == HANDOVER or name in BELOW):
            self._send_away(WIDE)
        elif width < ROOMY and self._at_right(name):
            self._send_away(self._elsewhere if name not in SLIM else self._elsewhere[1:])
        if width < ROOMY and name in WIDE:
            self._below_aside += _hidden(self._open(BELOW))
        if name == HANDOVER or (width < ROOMY and name in self._elsewhere):
            self._handed = True
            right = [one for one in self._docks if self._at_right(one) and one != name]
            self._right_aside += _hidden(self._open(right) if width < SPACIOUS else [])

    def _send_away(self, names: Iterable[str]) -> None:
        _hidden(self._open(names))
        self._give_back()

    def _give_back(self) -> None:
        """Show what went aside for panels that are there no more."""
        back: list[QDockWidget] = []
        if not self._open(WIDE):
            back, self._below_aside = self._below_aside, []
        if self._handed and not self._open(self._elsewhere):
            self._handed = False
            back += self._right_aside or [self._docks["roster"]]
            self._right_aside = []
        for dock in back:
            dock.show()

    def _open(self, names: Iterable[str]) -> list[QDockWidget]:
        docks = [self._docks[one] for one in names]
        return [one for one in docks if not one.isHidden() and not one.isFloating()]

    @property
    def _elsewhere(self) -> tuple[str, ...]:
        """The handover, wherever it stands, and what stands in the queue's place."""
        return (HANDOVER, *(one for one in TURNS[1:] if not self._at_right(one)))

    def _at_right(self, name: str) -> bool:
        dock = self._docks[name]
        return self._window.dockWidgetArea(dock) == AREAS.RightDockWidgetArea


def _hidden(docks: list[QDockWidget]) -> list[QDockWidget]:
    for dock in docks:
        dock.hide()
    return docks
