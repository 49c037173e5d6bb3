"""The screens that are plugged in: where a window may stand, and who is told when one goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

GRIP = QSize(160, 24)
"""So much of a window's upper edge must be seen for a hand to take hold of it."""
SETTLE_MS = 200
"""Several screens go and come together: they are looked at when the last has told."""


def within(place: QRect, rooms: Sequence[QRect]) -> QRect:
    """The same place when it can be taken hold of, else moved and cut to fit the nearest room.

    All in pixels of the desktop; `rooms` are the screens' free rectangles, the main one first.
    """
    if not rooms or any(_held(place, room) for room in rooms):
        return QRect(place)
    room = min(rooms, key=lambda one: _apart(place, one))
    size = place.size().boundedTo(room.size())
    left = min(max(place.x(), room.x()), room.x() + room.width() - size.width())
    top = min(max(place.y(), room.y()), room.y() + room.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def amid(room: QRect, wish: QSize, step: int = 0) -> QRect:
    """A place of that size in the middle of a room, never larger than it; `step` for the next."""
    size = wish.boundedTo(room.size())
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    place.translate(step, step)
    return within(place, [room]) if room.contains(place) else QRect(room.topLeft(), size)


def rooms() -> list[QRect]:
    """The free rectangle of every screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    return [one.availableGeometry() for one in sorted(screens(), key=lambda one: one is not main)]


def screens() -> list[QScreen]:
    """Every screen that is plugged in."""
    return QGuiApplication.screens()


def other_screen(window: QWidget) -> QScreen | None:
    """A screen on which this window does not stand; None where there is but one."""
    return next((one for one in screens() if one is not window.screen()), None)


class ScreenWatch(QObject):
    """`changed` comes when screens went, came or have another size, after all have told."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Watches from now on."""
        super().__init__(parent)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self.look)
        app.screenAdded.connect(self._came)
        for screen in screens():
            screen.availableGeometryChanged.connect(self.look)

    def look(self, screen: object = None) -> None:
        """Something about the screens is other than it was."""
        self._settled.start()

    def stop(self) -> None:
        """The window goes."""
        self._settled.stop()

    def _came(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.look)
        self.look()


def _held(place: QRect, room: QRect) -> bool:
    grip = QRect(place.topLeft(), QSize(place.width(), GRIP.height()))
    seen = grip.intersected(room)
    wanted = GRIP.boundedTo(grip.size())
    return seen.width() >= wanted.width() and seen.height() >= wanted.height()


def _apart(place: QRect, room: QRect) -> int:
    across = place.center() - room.center()
    return across.x() ** 2 + across.y() ** 2
