"""One lens over several pictures: what is zoomed and moved in one is in all, to compare."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal

STEP, MOST = 1.25, 40.0
"""Zoom of one key or one notch of a wheel; how far it goes beyond the whole picture."""


class Lens(QObject):
    """Zoom (1.0: the whole picture fits) and the place in the middle, 0..1 across and down."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """The whole picture."""
        super().__init__(parent)
        self.zoom, self.centre = 1.0, QPointF(0.5, 0.5)

    @property
    def whole(self) -> bool:
        """Whether the whole picture is seen."""
        return self.zoom <= 1.0

    def fit(self) -> None:
        """The whole picture again."""
        self._set(1.0, QPointF(0.5, 0.5))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or further; `at` (0..1 of the picture) stays where it is on the screen."""
        zoom = min(MOST, max(1.0, self.zoom * factor))
        if at is None:
            self._set(zoom, self.centre)
        else:
            self._set(zoom, at + (self.centre - at) * (self.zoom / zoom))

    def zoom_to(self, zoom: float) -> None:
        """So many times the whole picture's size."""
        self._set(min(MOST, max(1.0, zoom)), self.centre)

    def pan(self, across: float, down: float) -> None:
        """Move what is seen by parts of the window's width and height."""
        self._set(self.zoom, self.centre + QPointF(across, down) / self.zoom)

    def _set(self, zoom: float, centre: QPointF) -> None:
        half = 0.5 / zoom
        centre = QPointF(_between(half, centre.x()), _between(half, centre.y()))
        if (zoom, centre) != (self.zoom, self.centre):
            self.zoom, self.centre = zoom, centre
            self.changed.emit()

    def target(self, picture: QSizeF, room: QRectF) -> QRectF:
        """Where the whole picture (its pixels) lies on the screen, seen through a room of it."""
        scale = fit_scale(picture, room) * self.zoom
        size = picture * scale
        middle = room.center()
        left = middle.x() - self.centre.x() * size.width()
        top = middle.y() - self.centre.y() * size.height()
        if size.width() <= room.width():
            left = middle.x() - size.width() / 2
        if size.height() <= room.height():
            top = middle.y() - size.height() / 2
        return QRectF(QPointF(left, top), size)


def fit_scale(picture: QSizeF, room: QRectF) -> float:
    """Screen pixels for a pixel of the picture when the whole of it is seen."""
    if picture.isEmpty():
        return 1.0
    return min(room.width() / picture.width(), room.height() / picture.height())


def _between(half: float, value: float) -> float:
    return min(max(half, value), 1.0 - half)
