"""How the queue's cells are painted: shapes for lamps, chips for badges, texts cut to fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QPolygonF,
)

from commandcenter.domain.clock import Lamp
from commandcenter.services.views import CaseLine
from ui import scale
from ui.lamps import draw_lamp, shade
from ui.models.queue import BADGES, CELL, FRESH, LAMPS, PICKED, QueueModel
from ui.models.queue_cells import Cell, Column, Lamps
from ui.theme import colours, numbers
from ui.words import say

PAD = 5
MARK_GAP = 4
LEAST_CHIP = 56
"""Pixels below which a badge that is cut says nothing."""
TICK_WIDE = 10
"""Pixels of the strip with the tick at the edge of a picked row."""
ONE_LETTER = {"紧急": "急", "简易": "简", "一般": "般", "疑难": "疑"}
Rooms = Sequence[tuple[Column, int, int]]
"""The columns that are shown: each with its left edge and its width in pixels."""
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class Face(NamedTuple):
    """All that a row says: a cell for each column that is shown, lamps, badges, its ground."""

    cells: tuple[Cell, ...]
    lamps: Lamps
    marks: tuple[Cell, ...]
    fresh: float
    picked: bool
    chosen: bool

    def differs(self, other: Face, columns: Iterable[Column]) -> set[Column]:
        """The columns in which the other says something else."""
        if (self.fresh, self.picked, self.chosen) != (other.fresh, other.picked, other.chosen):
            return set(columns)
        pairs = zip(columns, self.cells, other.cells, strict=True)
        found = {column for column, one, two in pairs if one != two}
        found |= {Column.LAMP} if self.lamps != other.lamps else set()
        return found | ({Column.STATE} if self.marks != other.marks else set())


def face_of(model: QueueModel, line: CaseLine, columns: Iterable[Column], chosen: bool) -> Face:
    """What the row of a line says now in these columns."""
    ask = model.told
    return Face(
        tuple(ask(line, column, CELL) for column in columns),
        ask(line, Column.LAMP, LAMPS),
        ask(line, Column.STATE, BADGES),
        ask(line, Column.LAMP, FRESH),
        ask(line, Column.LAMP, PICKED),
        chosen,
    )


class RowPainter:
    """Paints a row: shapes for lamps, chips for badges, a bar at the edge of overdue rows."""

    def __init__(self) -> None:
        """Fonts are made once for each density."""
        self.measure()

    def measure(self) -> None:
        """Take the fonts of the density in force."""
        self._plain, self._bold = numbers(), numbers(bold=True)
        self._plain_metrics = QFontMetrics(self._plain)
        self._bold_metrics = QFontMetrics(self._bold)
        self._small = numbers(scale.SMALL)
        self._small_metrics = QFontMetrics(self._small)

    def paint(self, painter: QPainter, column: Column, rect: QRect, face: Face, cell: Cell) -> None:
        """Paint what a row says in one of its columns."""
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, rect, face)
        if column is Column.LAMP:
            aside = TICK_WIDE - 5 if face.picked else 0
            self._lamps(painter, rect.adjusted(aside, 0, 0, 0), face.lamps)
            if face.picked:
                _tick(painter, rect)
        elif column is Column.STATE:
            self._state(painter, rect, cell, face.marks)
        else:
            self._text(painter, rect, cell)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, face: Face) -> None:
        if face.chosen:
            painter.fillRect(rect, QColor(colours().selection))
        elif face.fresh > 0:
            tint = QColor(colours().urgent)
            tint.setAlphaF(0.24 * face.fresh)
            painter.fillRect(rect, tint)
        if face.picked:
            tint = QColor(colours().accent)
            tint.setAlphaF(0.16)
            painter.fillRect(rect, tint)
        line = QColor(colours().accent if face.chosen else colours().line)
        line.setAlphaF(1.0 if face.chosen else 0.45)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line)

    def _text(self, painter: QPainter, rect: QRect, cell: Cell) -> int:
        """Draws the text, elided at the right where it must; returns where it ends."""
        font = self._bold if cell.bold else self._plain
        metrics = self._bold_metrics if cell.bold else self._plain_metrics
        room = rect.adjusted(PAD, 0, -2, 0)
        text, wide = cell.text, metrics.horizontalAdvance(cell.text)
        if wide > room.width():
            text = _one_letter(text)
            head = text.split(" · ")[0]  # community and grid stand whole without the address
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            whole = metrics.horizontalAdvance(head) <= room.width()
            text = head if whole and len(cut) < len(head) + 5 else cut
            wide = metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(colours().colour(cell.token))
        painter.drawText(room, _MIDDLE, text)
        return room.left() + wide

    def _lamps(self, painter: QPainter, rect: QRect, both: Lamps) -> None:
        if both.worst is Lamp.RED:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), shade(Lamp.RED))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = scale.density().lamp
        for at, one in enumerate(both):
            middle = QPointF(rect.left() + 5 + (9 + at * 16) * size, rect.center().y() + 0.5)
            draw_lamp(painter, middle, one, size)

    def _state(self, painter: QPainter, rect: QRect, cell: Cell, marks: tuple[Cell, ...]) -> None:
        at = self._text(painter, rect, cell) + MARK_GAP + 1
        metrics = self._small_metrics
        painter.setFont(self._small)
        for mark in fitting(marks, metrics, rect.right() - at):
            at = self._chip(painter, rect, at, mark, metrics) + MARK_GAP

    def _chip(
        self, painter: QPainter, rect: QRect, at: int, mark: Cell, metrics: QFontMetrics
    ) -> int:
        high = metrics.height() + 2
        box = QRectF(at, rect.center().y() - high // 2 + 0.5, chip_width(mark, metrics), high)
        shade = QColor(colours().colour(mark.token))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shade, 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark.text)
        return int(box.right())


def _tick(painter: QPainter, rect: QRect) -> None:
    """A strip with a tick at the edge of a row that is picked, beside its lamps."""
    strip = QRect(rect.left(), rect.top(), TICK_WIDE, rect.height() - 1)
    painter.fillRect(strip, QColor(colours().accent))
    left, middle = rect.left() + 1.5, rect.center().y() + 0.5
    points = (QPointF(left, middle), QPointF(left + 2.5, middle + 3), QPointF(left + 7, middle - 4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours().background), 2))
    painter.drawPolyline(QPolygonF(points))


def chip_width(mark: Cell, metrics: QFontMetrics) -> int:
    """Width of a badge in pixels."""
    return metrics.horizontalAdvance(mark.text) + 8


def marks_width(marks: Iterable[Cell], metrics: QFontMetrics) -> int:
    """Width of all badges with the gaps before them, in pixels."""
    return sum(chip_width(mark, metrics) + MARK_GAP for mark in marks)


def fitting(marks: tuple[Cell, ...], metrics: QFontMetrics, room: int) -> tuple[Cell, ...]:
    """The badges that have room; the last one says how many have not (+2).

    One alone is cut rather than hidden behind a +1.
    """
    if marks_width(marks, metrics) <= room:
        return marks
    if len(marks) == 1 and room >= LEAST_CHIP:
        cut = metrics.elidedText(marks[0].text, Qt.TextElideMode.ElideRight, room - 8 - MARK_GAP)
        return (marks[0]._replace(text=cut),)
    for kept in range(len(marks) - 1, -1, -1):
        shown = (*marks[:kept], Cell(f"+{len(marks) - kept}", "warning"))
        if marks_width(shown, metrics) <= room:
            return shown
    return ()


def _one_letter(text: str) -> str:
    """The letter that stands for a level's word where there is no room for it."""
    return next((say(one) for word, one in ONE_LETTER.items() if text == say(word)), text)
