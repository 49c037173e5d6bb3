"""A screen with little room (768 lines at 125 to 200 %): panels take turns at one side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

from ui.docks import ANY
from ui.rivals import TURNS
from ui.window import AREAS, DeskWindow

if TYPE_CHECKING:
    from ui.desk import OpenDesk

WIDE, NARROW = 1280, 940
"""Logical pixels across: from the first the usual layout fits, below the other one side does."""


class Cramped(QObject):
    """A fitting: suit(room) arranges the window for a screen of that many logical pixels."""

    def __init__(self, desk: OpenDesk) -> None:
        """Nothing is changed before suit()."""
        super().__init__(desk.window)
        self._window: DeskWindow = desk.window
        self._room = QSize(WIDE, WIDE)
        self._window.arranging.connect(self._stand)

    def suit(self, room: QSize) -> None:
        """Arrange for this room; the person's own layout stays where it fits."""
        self._room = room
        if room.width() < WIDE and self._window.minimumSizeHint().width() > room.width():
            self._window.restore_layout()
            self._window.layout().activate()

    def _stand(self) -> None:
        """Where every panel stands in a narrow window: in turns at one side, never in two rows.

        The widest stand in the queue's place, for beside it they would widen the window.
        """
        if self._room.width() >= WIDE:
            return
        narrow = self._room.width() < NARROW
        for name in self._window.docks:
            if name == "queue":
                continue
            left = narrow or name in TURNS
            area = AREAS.LeftDockWidgetArea if left else AREAS.RightDockWidgetArea
            host = name == "roster" and not narrow
            self._window.set_stand(name, area=area, beside="" if host else ANY)
