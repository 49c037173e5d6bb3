"""A screen with little room (768 lines at 125 to 200 %): panels take turns and can be scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.docks import ANY, is_sheet
from ui.rivals import TURNS
from ui.window import AREAS, DeskWindow

if TYPE_CHECKING:
    from ui.desk import OpenDesk

WIDE, NARROW = 1280, 940
"""Logical pixels across: from the first the usual layout fits, below the other one side does."""
SHORT = 530
"""Logical pixels down: below, not every panel has room between the bars."""
MAP = 160
"""What the map keeps beside the panels of a narrow window, while it has not the keyboard."""
ACROSS = Qt.Orientation.Horizontal


class Cramped(QObject):
    """A fitting: suit(room) arranges the window for a screen of that many logical pixels."""

    def __init__(self, desk: OpenDesk) -> None:
        """Nothing is changed before suit()."""
        super().__init__(desk.window)
        self._desk = desk
        self._window: DeskWindow = desk.window
        self._room, self._scrolling = QSize(WIDE, WIDE), False
        self._window.arranging.connect(self._stand)

    def suit(self, room: QSize) -> None:
        """Arrange for this room; the person's own layout stays where it fits."""
        self._room, window = room, self._window
        window.narrow = room.width() < NARROW
        if room.height() < SHORT and not self._scrolling:
            self._scrolling = True
            self._hold()
        least = window.minimumSizeHint()
        if room.width() < WIDE and least.boundedTo(room) != least:
            window.restore_layout()
            window.layout().activate()
            window.resize(window.size().boundedTo(room))
        if window.narrow:
            window.centralWidget().setMaximumWidth(MAP)
            QApplication.instance().focusChanged.connect(self._widen)

    def _stand(self) -> None:
        """Where every panel stands in a narrow window: in turns at one side, never in two rows.

        The widest stand in the queue's place, for beside it they would widen the window.
        """
        if self._room.width() >= WIDE:
            return
        narrow = self._window.narrow
        for name in self._window.docks:
            if name == "queue":
                continue
            left = narrow or name in TURNS
            area = AREAS.LeftDockWidgetArea if left else AREAS.RightDockWidgetArea
            host = name == "roster" and not narrow
            self._window.set_stand(name, area=area, beside="" if host else ANY)

    def _hold(self) -> None:
        """Let every panel behind a door be scrolled: those without one fit, or scroll alone."""
        for door in self._desk.doors.by_name().values():
            door.dock.scrolls = True
            if door.made is not None:
                door.dock.put(door.made)
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard is in sight."""
        above = now
        while above is not None:
            if is_sheet(above):
                above.ensureWidgetVisible(now)
            above = above.parentWidget()

    def _widen(self, before: QWidget | None, now: QWidget | None) -> None:
        """The map has the room that the queue leaves while it has the keyboard."""
        if now is None or now.window() is not self._window:
            return
        there = self._desk.map.isAncestorOf(now)
        self._window.centralWidget().setMaximumWidth(WIDE if there else MAP)
        if there:
            self._make_room()
            QTimer.singleShot(0, self, self._make_room)  # a panel that has just gone holds its room

    def _make_room(self) -> None:
        """The map takes what the queue can spare."""
        queue = self._window.panel("queue")
        self._window.layout().activate()
        self._window.resizeDocks([queue], [queue.minimumWidth()], ACROSS)
