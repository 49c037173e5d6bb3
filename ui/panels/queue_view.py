"""The queue's table: rows painted dense, colours doubled by shapes, columns that fit their room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui import scale
from ui.models.queue import QueueModel
from ui.models.queue_cells import Cell, Column
from ui.panels.queue_paint import ONE_LETTER, PAD, marks_width
from ui.panels.row_pictures import RowPictures
from ui.theme import colours, keep_rows, numbers
from ui.words import say

Index = QModelIndex | QPersistentModelIndex
SAMPLES = {
    Column.LEFT: ("超 9天23时", "剩 9分59秒", "超 2931天"),
    Column.NUMBER: ("000000", "新报"),
    Column.UNIT: ("市场监管所",),
    Column.SOURCE: ("数字城管",),
    Column.STATE: ("处置中",),
}
LEAST = {Column.LEVEL: "急", Column.ITEM: "暴露垃圾", Column.PLACE: "小龙007 ·…"}
WISHES: tuple[tuple[Column, tuple[str, ...]], ...] = (
    (Column.ITEM, ("非法小广告",)),
    (Column.PLACE, ("大刀沙村007…",)),
    (Column.ITEM, ("危化品非法储运",)),
    (Column.LEVEL, tuple(ONE_LETTER)),
    (Column.PLACE, ("小龙007 · 祠堂东街 12 号",)),
)
LAMP_WIDTH, MOST_BADGES, FEW = 42, 150, 2
LEAST_PLACE = 40
"""A narrower column of places says nothing."""
DROP_ORDER = (Column.SOURCE, Column.UNIT)
"""Dropped from the left of this list when the room is short: what a dispatcher needs least."""


class QueueView(QTableView):
    """The table with its keys; says when a person asks for the filter, a case or no filter."""

    opened = Signal()
    picked = Signal(int)
    stretched = Signal(int, int)
    all_picked = Signal()
    filter_wanted = Signal()
    filter_unwanted = Signal()
    view_wanted = Signal(int)
    view_kept = Signal()
    view_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Dense rows, whole rows selected one at a time, no grid, no editing."""
        super().__init__(parent)
        self.empty_text = ""
        self._last_row = 0
        self._dress()
        self._pictures = RowPictures()
        self._measured: set[tuple[str, tuple[Cell, ...]]] = set()
        self._measure()

    def _measure(self) -> None:
        self._widths = {
            column: max(_advance(say(text)) for text in texts) + 2 * PAD + 3
            for column, texts in SAMPLES.items()
        }
        self._widths[Column.LAMP] = round(LAMP_WIDTH * scale.density().lamp)
        self._state_need, self._few, self._two = self._widths[Column.STATE], 0, 0
        self._state_text = self._widths[Column.STATE]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_measured"):
            self._pictures.measure()
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

    def stand_in_sight(self) -> None:
        """Let the next key mean a case that is shown, where the chosen one was filtered away."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def visible_rows(self) -> tuple[int, int]:
        """First and last row that can be seen now; (0, -1) for none."""
        rows = self._rows_between(0, self.viewport().height() - 1)
        return rows.start, rows.stop - 1

    def _rows_between(self, top: int, bottom: int) -> range:
        first, last = self.rowAt(max(top, 0)), self.rowAt(bottom)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def need_state(self, text: str, marks: tuple[Cell, ...]) -> None:
        """Tell what a line wants in the state column, so that it is not cut."""
        if (text, marks) in self._measured:
            return
        self._measured.add((text, marks))
        small = QFontMetrics(numbers(scale.SMALL))
        least = _advance(text) + 2 * PAD + 3
        wide = least + marks_width(marks, small)
        self._state_text = max(least, self._state_text)
        if marks:
            first = tuple(one for one in marks[:1] if one.bold)  # never hidden behind a +2
            rest = (Cell("+2"),) if len(marks) > len(first) else ()
            least += marks_width((*first, *rest), small)
        few = wide if len(marks) <= FEW else 0  # a +2 says less in nearly as much room
        two, fixed = few if len(marks) == FEW else 0, self._widths[Column.STATE]
        before = (self._state_need, self._few, self._two, fixed)
        wanted = tuple(map(max, before, (wide, few, two, least)))
        if wanted != before:
            self._state_need, self._few, self._two, self._widths[Column.STATE] = wanted
            self.fit()

    def fit(self) -> None:
        """Give every column its width; drop the least worth ones where the room is short.

        What is left over goes to two badges, five characters of the item, one badge, the place,
        item, level, more badges, the place.
        """
        room = self.viewport().width()
        least = {column: _advance(say(text)) + 2 * PAD for column, text in LEAST.items()}
        shown = [column for column in Column if column not in LEAST]
        for column in DROP_ORDER:
            if sum(self._widths[one] for one in shown) + sum(least.values()) <= room:
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
            widths[Column.ITEM] += rest
            # what a case is about is worth more than the end of a badge
            short = max(0, least[Column.ITEM] - widths[Column.ITEM])
            given = min(short, widths[Column.STATE] - self._state_text)
            widths[Column.STATE] -= given
            widths[Column.ITEM] = max(widths[Column.ITEM] + given, LEAST_PLACE)
        for column in Column:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])

    def _wishes(self) -> tuple[tuple[Column, int], ...]:
        full = tuple(
            (column, max(_advance(say(text)) for text in texts) + 2 * PAD)
            for column, texts in WISHES
        )
        state = min(self._state_need, self._widths[Column.STATE] + MOST_BADGES)
        few = (Column.STATE, self._few)  # one alone is cut, of two none would be left
        return ((Column.STATE, self._two), full[0], few, *full[1:], (Column.STATE, state))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows asked for; Qt's own way, cell by cell, takes eight times as long."""
        painter = QPainter(self.viewport())
        model, box = cast("QueueModel | None", self.model()), event.rect()
        if model is None or model.rowCount() == 0:
            painter.setPen(QColor(colours().dim))
            middle = int(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(self.viewport().rect(), middle, self.empty_text)
            return self._pictures.forget()  # nobody is told of a case that has no row
        self._lay_out_pictures()
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        rows = self._rows_between(box.top(), box.bottom())
        for row in rows:
            top = self.rowViewportPosition(row)
            self._pictures.draw(painter, top, model, model.line(row), chosen=row in chosen)
        if box.height() >= self.viewport().height():
            self._pictures.keep_only({model.case_at(row) for row in rows})

    def _lay_out_pictures(self) -> None:
        rooms = tuple(
            (column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in Column
            if not self.isColumnHidden(column)
        )
        ground = self.viewport().palette().color(self.viewport().backgroundRole())
        ratio = self.viewport().devicePixelRatioF()
        self._pictures.lay_out(rooms, self.rowHeight(0), ground, ratio, colours())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """The model has told something of these rows."""
        model = cast(QueueModel, self.model())
        for row in range(first.row(), last.row() + 1):
            self._pictures.look_again(model.case_at(row))
        super().dataChanged(first, last, roles)

    def showEvent(self, event: QShowEvent) -> None:
        """What was painted before it was hidden is not of now."""
        self._pictures.forget()
        super().showEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of actions, not a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().row())
        elif self._is_of_picks(event):
            pass
        elif key == Qt.Key.Key_Slash:
            self.filter_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.filter_unwanted.emit()
        elif key in _SORTING:
            self._sort_by(_SORTING[key])
        elif self._is_of_views(event):
            pass
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click picks a row, Shift and a click the rows from the current one to it."""
        row, before = self.rowAt(event.position().toPoint().y()), self.currentIndex().row()
        held = event.modifiers() & (_SHIFT | _CTRL)
        if event.button() is not Qt.MouseButton.LeftButton or row < 0 or not held:
            super().mousePressEvent(event)
            return
        self.show_row(row, scroll=False)
        if held == _CTRL:
            self.picked.emit(row)
        else:
            self.stretched.emit(before if before >= 0 else row, row)

    def _is_of_picks(self, event: QKeyEvent) -> bool:
        """Ctrl+A picks all that are shown; Shift and an arrow, a page or an end the rows to it."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        last, at = self.model().rowCount() - 1, self.currentIndex().row()
        if held == _CTRL and key == Qt.Key.Key_A and last >= 0:
            self.all_picked.emit()
            return True
        if held != _SHIFT or key not in _STRETCHING or at < 0:
            return False
        first, seen = self.visible_rows()
        page = max(1, seen - first)
        to = at + {"page": page, "all": last + 1}.get(_STRETCHING[key][1], 1) * _STRETCHING[key][0]
        to = max(0, min(last, to))
        self.show_row(to, scroll=True)
        self.stretched.emit(at, to)
        return True

    def sort_as(self, column: Column, down: bool) -> None:
        """Sort by this column, as a click on its head would."""
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def _is_of_views(self, event: QKeyEvent) -> bool:
        """Digits choose a saved view; Ctrl+S keeps one, Alt and R, Del or an arrow changes it."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.view_wanted.emit(key - Qt.Key.Key_0)
        elif held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_S:
            self.view_kept.emit()
        elif held == Qt.KeyboardModifier.AltModifier and key in _CHANGING:
            self.view_changed.emit(_CHANGING[key])
        else:
            return False
        return True

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


_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_STRETCHING = {
    Qt.Key.Key_Up: (-1, "row"),
    Qt.Key.Key_Down: (1, "row"),
    Qt.Key.Key_PageUp: (-1, "page"),
    Qt.Key.Key_PageDown: (1, "page"),
    Qt.Key.Key_Home: (-1, "all"),
    Qt.Key.Key_End: (1, "all"),
}
_CHANGING = {
    Qt.Key.Key_R: "rename",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_SORTING = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1, Qt.Key.Key_Backslash: 0}
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def _advance(text: str) -> int:
    font: QFont = numbers(bold=True)
    return QFontMetrics(font).horizontalAdvance(text)
