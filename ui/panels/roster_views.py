"""The roster's tree and the list of grids: keys, menus and columns that fit their room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.models.roster_cells import Column
from ui.theme import colours, numbers, row
from ui.words import say

ICON, PAD = 16, 4
SAMPLES = {
    Column.STATUS: "已签收 9:59",
    Column.CERTIFICATE: "过期99天",
    Column.CASE: "000231",
    Column.GEAR: "粤A·D0001演示",
}
WITH_ICON = frozenset({Column.STATUS})
LEAST_NAME = "社会面组"
DROP_ORDER = (Column.GEAR, Column.CASE)


class RowDelegate(QStyledItemDelegate):
    """Rows of one height with a hairline below."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        line = QColor(colours().line)
        line.setAlphaF(0.45)
        rect = option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), row())


class DenseTree(QTreeView):
    """A tree or list in the screen's manner; says which keys a person pressed on a row."""

    opened = Signal()
    toggled = Signal()
    undo_wanted = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """Named for the tour and the screen reader."""
        super().__init__(parent)
        self.can_undo = False
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setItemDelegate(RowDelegate(self))
        self.setFont(numbers())
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setIndentation(10)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setMinimumSectionSize(24)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of actions, not a search."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.key() == Qt.Key.Key_Space or (self.can_undo and _undoes(event))
            if mine:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif self.can_undo and _undoes(event):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)


class RosterTree(DenseTree):
    """Units, teams and officers; the name takes the room that is left."""

    def fit(self) -> None:
        """Give every column its width; drop the gear, then the case, where room is short."""
        metrics, icon = QFontMetrics(numbers()), ICON + 12
        widths = {
            column: metrics.horizontalAdvance(say(text)) + 2 * PAD + icon * (column in WITH_ICON)
            for column, text in SAMPLES.items()
        }
        room = self.viewport().width()
        least = metrics.horizontalAdvance(LEAST_NAME) + 2 * self.indentation() + ICON + 4
        for column in DROP_ORDER:
            if sum(widths.values()) + least <= room:
                break
            del widths[column]
        for column in SAMPLES:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])
        self.setColumnWidth(Column.NAME, max(room - sum(widths.values()), 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class CoverList(DenseTree):
    """Grids with who is there now; the last column takes the room that is left."""

    def dress(self) -> None:
        """After the model is set: number and name by content, members stretch."""
        self.setRootIsDecorated(False)
        heads = self.header()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        heads.resizeSection(0, QFontMetrics(numbers()).horizontalAdvance("00000") + 2 * PAD)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)
