"""The queue's rows as they were painted last: a table that moves shows them again."""

from __future__ import annotations

from collections.abc import Collection
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from commandcenter.services.views import CaseLine
from ui.models.queue import QueueModel
from ui.models.queue_cells import Column
from ui.panels.queue_paint import Face, Rooms, RowPainter, face_of


class Picture(NamedTuple):
    """What a row looked like, of which line, and what it said."""

    line: CaseLine
    face: Face
    pixels: QPixmap


class RowPictures:
    """A picture for each case in sight; a row is painted anew when it says something else.

    Who owns it says what may have changed: look_again() at a case of which the model has told
    something, forget() all where time went by unseen.
    """

    def __init__(self) -> None:
        """No picture yet."""
        self._painter = RowPainter()
        self._kept: dict[str, Picture] = {}
        self._doubtful: set[str] = set()
        self._like: Any = None

    def measure(self) -> None:
        """Take the fonts of the density in force."""
        self._painter.measure()
        self.forget()

    def forget(self) -> None:
        """Paint every row anew."""
        self._kept.clear()

    def look_again(self, case: str) -> None:
        """The row of this case may say something else now."""
        self._doubtful.add(case)

    def lay_out(self, rooms: Rooms, high: int, ground: QColor, ratio: float, theme: object) -> None:
        """Where the columns are, how high a row is, on which ground and at which pixel ratio."""
        if self._like != (like := (rooms, high, ground, ratio, theme)):
            self._like = like
            self.forget()

    def draw(
        self, painter: QPainter, top: int, model: QueueModel, line: CaseLine, *, chosen: bool
    ) -> None:
        """Draw a row at this height of the table."""
        case = line.id
        held = self._kept.get(case)
        known = held is not None and held.line is line and held.face.chosen == chosen
        if held is None or not known or case in self._doubtful:
            held = self._kept[case] = self._look(held, model, line, chosen)
            self._doubtful.discard(case)
        painter.drawPixmap(QPoint(0, top), held.pixels)

    def keep_only(self, cases: Collection[str]) -> None:
        """Rows that went out of sight give their room back."""
        self._kept = {case: one for case, one in self._kept.items() if case in cases}
        self._doubtful.intersection_update(cases)

    def _look(
        self, held: Picture | None, model: QueueModel, line: CaseLine, chosen: bool
    ) -> Picture:
        """The row as it is now: only the columns that say something else are painted anew."""
        columns = [column for column, _, _ in self._like[0]]
        face = face_of(model, line, columns, chosen)
        if held is None:
            return Picture(line, face, self._paint(self._blank(), face, columns))
        differing = face.differs(held.face, columns)
        return Picture(line, face, self._paint(held.pixels, face, differing))

    def _blank(self) -> QPixmap:
        rooms, high, ground, ratio, _ = self._like
        wide = max((left + room for _, left, room in rooms), default=1)
        pixels = QPixmap(ceil(wide * ratio), ceil(high * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(ground)  # at 125 % a row is no whole number of pixels
        return pixels

    def _paint(self, pixels: QPixmap, face: Face, columns: Collection[Column]) -> QPixmap:
        if not columns:
            return pixels
        rooms, high, ground, _, _ = self._like
        painter = QPainter(pixels)
        for (column, left, wide), cell in zip(rooms, face.cells, strict=True):
            if column in columns:
                rect = QRect(left, 0, wide, high)
                painter.fillRect(rect, ground)
                self._painter.paint(painter, column, rect, face, cell)
        painter.end()
        return pixels
