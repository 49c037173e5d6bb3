"""The queue's table: rows painted dense, colours doubled by shapes, columns that fit their room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from commandcenter.domain.clock import Lamp
from ui import scale
from ui.lamps import draw_lamp, shade
from ui.models.queue import BADGES, CELL, FRESH, LAMPS, QueueModel
from ui.models.queue_cells import Cell, Column, Lamps
from ui.theme import colours, keep_rows, numbers
from ui.words import say

Index = QModelIndex | QPersistentModelIndex
PAD = 5
MARK_GAP = 4
SAMPLES = {
    Column.LEFT: ("超 9天23时", "剩 9分59秒", "超 2931天"),
    Column.NUMBER: ("000000", "新报"),
    Column.UNIT: ("市场监管所",),
    Column.SOURCE: ("数字城管",),
    Column.STATE: ("处置中",),
}
LEAST = {Column.LEVEL: "急", Column.ITEM: "暴露垃圾", Column.PLACE: "小龙007 ·…"}
WISHES = (
    (Column.PLACE, "大刀沙村007…"),
    (Column.ITEM, "危化品非法储运"),
    (Column.LEVEL, "紧急"),
    (Column.PLACE, "小龙007 · 祠堂东街 12 号"),
)
ONE_LETTER = {"紧急": "急", "简易": "简", "一般": "般", "疑难": "疑"}
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
LAMP_WIDTH, MOST_BADGES, FEW = 42, 150, 2
LEAST_PLACE = 40
"""A narrower column of places says nothing."""
DROP_ORDER = (Column.SOURCE, Column.UNIT)
"""Dropped from the left of this list when the room is short: what a dispatcher needs least."""


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
        self._ground(painter, option, rect, cast(float, ask(index, FRESH)))
        if column is Column.LAMP:
            self._lamps(painter, rect, cast(Lamps, ask(index, LAMPS)))
        elif column is Column.STATE:
            self._state(painter, rect, cast(Cell, ask(index, CELL)), ask(index, BADGES))
        else:
            self._text(painter, rect, cast(Cell, ask(index, CELL)))
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, fresh: float
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(colours().selection))
        elif fresh > 0:
            tint = QColor(colours().urgent)
            tint.setAlphaF(0.24 * fresh)
            painter.fillRect(rect, tint)
        line = QColor(colours().accent if chosen else colours().line)
        line.setAlphaF(1.0 if chosen else 0.45)
        painter.setPen(line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

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


def chip_width(mark: Cell, metrics: QFontMetrics) -> int:
    """Width of a badge in pixels."""
    return metrics.horizontalAdvance(mark.text) + 8


def marks_width(marks: Iterable[Cell], metrics: QFontMetrics) -> int:
    """Width of all badges with the gaps before them, in pixels."""
    return sum(chip_width(mark, metrics) + MARK_GAP for mark in marks)


def fitting(marks: tuple[Cell, ...], metrics: QFontMetrics, room: int) -> tuple[Cell, ...]:
    """The badges that have room; the last one says how many have not (+2)."""
    if marks_width(marks, metrics) <= room:
        return marks
    for kept in range(len(marks) - 1, -1, -1):
        shown = (*marks[:kept], Cell(f"+{len(marks) - kept}", "warning"))
        if marks_width(shown, metrics) <= room:
            return shown
    return ()


class QueueView(QTableView):
    """The table with its keys; says when a person asks for the filter, a case or no filter."""

    opened = Signal()
    picked = Signal()
    filter_wanted = Signal()
    filter_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Dense rows, whole rows selected one at a time, no grid, no editing."""
        super().__init__(parent)
        self.empty_text = ""
        self._last_row = 0
        self._dress()
        self.setItemDelegate(QueueDelegate(self))
        self._measured: set[tuple[str, tuple[Cell, ...]]] = set()
        self._measure()

    def _measure(self) -> None:
        self._widths = {
            column: max(_advance(say(text)) for text in texts) + 2 * PAD + 3
            for column, texts in SAMPLES.items()
        }
        self._widths[Column.LAMP] = round(LAMP_WIDTH * scale.density().lamp)
        self._state_need, self._few = self._widths[Column.STATE], 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_measured"):
            cast(QueueDelegate, self.itemDelegate()).measure()
            self._measure()
            before, self._measured = self._measured, set()
            for text, marks in before:
                self.need_state(text, marks)
            self.fit()

    def _dress(self) -> None:
        self.setObjectName("queue_table")
        self.setAccessibleName(self.tr("事件队列"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        keep_rows(self)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(16)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def visible_rows(self) -> tuple[int, int]:
        """First and last row that can be seen now; (0, -1) for none."""
        top = self.rowAt(0)
        if top < 0:
            return 0, -1
        bottom = self.rowAt(self.viewport().height() - 1)
        return top, bottom if bottom >= 0 else self.model().rowCount() - 1

    def need_state(self, text: str, marks: tuple[Cell, ...]) -> None:
        """Tell what a line wants in the state column, so that it is not cut."""
        if (text, marks) in self._measured:
            return
        self._measured.add((text, marks))
        small = QFontMetrics(numbers(scale.SMALL))
        least = _advance(text) + 2 * PAD + 3
        wide = least + marks_width(marks, small)
        if marks:
            first = tuple(one for one in marks[:1] if one.bold)  # never hidden behind a +2
            rest = (Cell("+2"),) if len(marks) > len(first) else ()
            least += marks_width((*first, *rest), small)
        few = wide if len(marks) <= FEW else 0  # a +2 says less in nearly as much room
        if wide > self._state_need or least > self._widths[Column.STATE] or few > self._few:
            self._state_need, self._few = max(wide, self._state_need), max(few, self._few)
            self._widths[Column.STATE] = max(least, self._widths[Column.STATE])
            self.fit()

    def fit(self) -> None:
        """Give every column its width; drop the least worth ones where the room is short.

        What is left over goes to one or two badges, the place, item, level, more badges, the place.
        """
        room = self.viewport().width()
        least = {column: _advance(say(text)) + 2 * PAD for column, text in LEAST.items()}
        shown = [column for column in Column if column not in LEAST]
        for column in DROP_ORDER:
            if self._fixed(shown) + sum(least.values()) <= room:
                break
            shown.remove(column)
        widths = {column: self._widths[column] for column in shown} | least
        spare = room - sum(widths.values())
        for column, most in self._wishes():
            more = min(max(spare, 0), max(most - widths[column], 0))
            widths[column] += more
            spare -= more
        widths[Column.PLACE] += spare
        if widths[Column.PLACE] < LEAST_PLACE:
            rest = widths.pop(Column.PLACE)  # else the state would run out of sight at the right
            widths[Column.ITEM] = max(widths[Column.ITEM] + rest, LEAST_PLACE)
        for column in Column:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])

    def _fixed(self, columns: Iterable[Column]) -> int:
        return sum(self._widths[column] for column in columns)

    def _wishes(self) -> tuple[tuple[Column, int], ...]:
        full = tuple((column, _advance(say(text)) + 2 * PAD) for column, text in WISHES)
        state = min(self._state_need, self._widths[Column.STATE] + MOST_BADGES)
        return ((Column.STATE, self._few), *full, (Column.STATE, state))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_text and self.model() is not None and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours().dim))
            painter.drawText(
                self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self.empty_text
            )

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of actions, not a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.picked.emit()
        elif key == Qt.Key.Key_Slash:
            self.filter_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.filter_unwanted.emit()
        elif key in _SORTING:
            self._sort_by(_SORTING[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            last = self.model().rowCount() - 1
            self.show_row(0 if key == Qt.Key.Key_Home else last, scroll=True)
        elif key in _WALKING and not self.currentIndex().isValid():
            self._take_up()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def currentChanged(self, current: Index, previous: Index) -> None:
        if current.isValid():
            self._last_row = current.row()
        super().currentChanged(current, previous)

    def show_row(self, row: int, scroll: bool) -> None:
        """Make a row the current one (-1 for none); scroll to it only if asked."""
        chooser = self.selectionModel()
        if row < 0:
            chooser.clear()
            return
        index = self.model().index(row, Column.NUMBER)
        flag = QItemSelectionModel.SelectionFlag
        auto = self.hasAutoScroll()
        self.setAutoScroll(False)
        chooser.setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.setAutoScroll(auto)
        if scroll:
            self.scrollTo(index)

    def _sort_by(self, step: int) -> None:
        """Sort by the next shown column (-1: the one before, 0: the same one turned round)."""
        heads = self.horizontalHeader()
        at, order = heads.sortIndicatorSection(), heads.sortIndicatorOrder()
        if not step:
            down = order is Qt.SortOrder.AscendingOrder
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        else:
            shown = [column for column in Column if not self.isColumnHidden(column)]
            place = shown.index(Column(at)) if at in shown else 0
            at, order = shown[(place + step) % len(shown)], Qt.SortOrder.AscendingOrder
        heads.setSortIndicator(at, order)

    def _take_up(self) -> None:
        """Go on where the case that left the queue had been."""
        rows = self.model().rowCount()
        if rows:
            self.show_row(min(self._last_row, rows - 1), scroll=True)


_SORTING = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1, Qt.Key.Key_Backslash: 0}
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def _one_letter(text: str) -> str:
    """The letter that stands for a level's word where there is no room for it."""
    return next((say(one) for word, one in ONE_LETTER.items() if text == say(word)), text)


def _advance(text: str) -> int:
    font: QFont = numbers(bold=True)
    return QFontMetrics(font).horizontalAdvance(text)
