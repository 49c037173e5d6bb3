"""How the queue's cells are painted: shapes for lamps, chips for badges, texts cut to fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from commandcenter.domain.clock import Lamp
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
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class QueueDelegate(QStyledItemDelegate):
    """Paints one cell: shapes for lamps, chips for badges, a bar at the edge of overdue rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Fonts are made once for each density."""
        super().__init__(parent)
        self.measure()

    def measure(self) -> None:
        """Take the fonts of the density in force."""
        self._plain, self._bold = numbers(), numbers(bold=True)
        self._plain_metrics = QFontMetrics(self._plain)
        self._bold_metrics = QFontMetrics(self._bold)
        self._small = numbers(scale.SMALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect
        column, ask = Column(index.column()), cast(QueueModel, index.model()).data
        painter.save()  # the model is asked straight: the way through Qt costs a third of a paint
        picked = bool(ask(index, PICKED))
        self._ground(painter, option, rect, cast(float, ask(index, FRESH)), picked)
        if column is Column.LAMP:
            aside = TICK_WIDE - 5 if picked else 0
            self._lamps(painter, rect.adjusted(aside, 0, 0, 0), cast(Lamps, ask(index, LAMPS)))
            if picked:
                _tick(painter, rect)
        elif column is Column.STATE:
            self._state(painter, rect, cast(Cell, ask(index, CELL)), ask(index, BADGES))
        else:
            self._text(painter, rect, cast(Cell, ask(index, CELL)))
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        fresh: float,
        picked: bool,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(colours().selection))
        elif fresh > 0:
            tint = QColor(colours().urgent)
            tint.setAlphaF(0.24 * fresh)
            painter.fillRect(rect, tint)
        if picked:
            tint = QColor(colours().accent)
            tint.setAlphaF(0.16)
            painter.fillRect(rect, tint)
        line = QColor(colours().accent if chosen else colours().line)
        line.setAlphaF(1.0 if chosen else 0.45)
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

    def _state(
        self, painter: QPainter, rect: QRect, cell: Cell, marks: tuple[Cell, ...] | None
    ) -> None:
        at = self._text(painter, rect, cell) + MARK_GAP + 1
        metrics = QFontMetrics(self._small)
        painter.setFont(self._small)
        for mark in fitting(marks or (), metrics, rect.right() - at):
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
