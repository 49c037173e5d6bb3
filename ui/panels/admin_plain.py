"""A read-only tab of the administration window: a list with a filter, Enter and Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.models.admin_plain import PlainModel, PlainRow
from ui.theme import keep_rows

WIDE = 260


class PlainTable(QTableView):
    """Rows one reads; `opened` comes with Enter, `moved` with the row, `left` with Esc."""

    opened = Signal()
    moved = Signal()
    left = Signal()

    def __init__(self, heads: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        """Empty until load; `name` is the object's."""
        super().__init__(parent)
        self.setObjectName(name)
        self.rows = PlainModel(heads, self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.rows)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.proxy)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        keep_rows(self)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)

    def load(self, rows: Sequence[PlainRow]) -> None:
        """Show rows; the current one stays."""
        kept, first = self.current(), not self.rows.rowCount()
        self.rows.load(rows)
        if first and rows:
            self.resizeColumnsToContents()
            for column in range(self.rows.columnCount() - 1):
                self.setColumnWidth(column, min(WIDE, self.columnWidth(column)))
        at = max(0, self.rows.row_of(kept)) if rows else -1
        self.setCurrentIndex(self.proxy.mapFromSource(self.rows.index(at, 0)))
        if self.current() != kept:
            self.moved.emit()  # another row may have come where the current one was

    def search(self, text: str) -> None:
        """Show rows that have the text in any cell."""
        self.proxy.setFilterFixedString(text.strip())

    def current(self) -> str:
        """The key of the current row, "" without one."""
        row = self.rows.row(self.proxy.mapToSource(self.currentIndex()).row())
        return row.key if row is not None else ""

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:
        super().currentChanged(now, before)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
