"""One tab of the administration window: a table one edits from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from commandcenter.domain.tables import SPLIT, Table
from ui.models.admin import AdminModel
from ui.models.admin_words import title
from ui.theme import keep_rows

Index = QModelIndex | QPersistentModelIndex
NARROW, WIDE = 48, 190
MARGIN = 8
SIGN = 20
"""Room before the first cell for the sign of a line with a fault."""
SEEN = 200
"""How many rows a column's width is taken from."""


class ListCompleter(QCompleter):
    """Completes the last word of several that 、 parts."""

    def splitPath(self, path: str) -> list[str]:
        return [SPLIT.split(path)[-1]]

    def pathFromIndex(self, index: QModelIndex) -> str:
        widget = self.widget()
        text = widget.text() if isinstance(widget, QLineEdit) else ""
        last = SPLIT.split(text)[-1]
        return text[: len(text) - len(last)] + str(super().pathFromIndex(index))


class CellEditor(QStyledItemDelegate):
    """A list where a column has few codes, a line of text elsewhere."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model, source = _source(index)
        choices = model.choices(source.column())
        if choices:
            box = QComboBox(parent, objectName="admin.choice")
            box.addItems(choices)
            box.setEditable(len(choices) > 12)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.activated.connect(lambda: self._take(box))
            return box
        line = QLineEdit(parent, objectName="admin.cell")
        hints = model.hints(source.column())
        if hints:
            line.setToolTip(self.tr("可填：%1").replace("%1", self.tr("、").join(hints)))
            several = model.several(source.column())
            completer = ListCompleter(hints, line) if several else QCompleter(hints, line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            at = editor.findText(text)
            editor.setCurrentIndex(at)
            if at < 0 and editor.isEditable():
                editor.setEditText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else editor.text()
        index.model().setData(index, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().updateEditorGeometry(editor, option, index)
        wish = editor.sizeHint().width() if isinstance(editor, QComboBox) else 0
        editor.resize(max(editor.width(), wish), editor.height())

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)


class AdminPage(QTableView):
    """A table with its own model; Enter edits, Esc takes back the newest edit.

    `left` comes from Esc when there is nothing to take back, `moved` with the current cell.
    """

    left = Signal()
    moved = Signal()

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        """Empty until the model is loaded."""
        super().__init__(parent)
        self.table = table
        self.model_ = AdminModel(table, self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.model_)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.proxy.setDynamicSortFilter(False)
        self.setModel(self.proxy)
        self.setItemDelegate(CellEditor(self))
        self.setObjectName(f"admin.{table.value}")
        self.setAccessibleName(title(table))
        self._shape()

    def search(self, text: str) -> None:
        """Show lines that have the text in any cell."""
        self.proxy.setFilterFixedString(text.strip())

    def widen(self) -> None:
        """Columns as wide as their cells where all have room; the last one takes what is left."""
        self.resizeColumnsToContents()
        last = self.model_.columnCount() - 1
        widths = [max(NARROW, self.columnWidth(column)) for column in range(last)]
        widths[0] += SIGN
        most = WIDE if sum(widths) + WIDE > self.viewport().width() else max(widths)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, min(most, width))
        self.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)

    def go_to(self, source: QModelIndex) -> None:
        """Make a cell of the model the current one, in sight; the search must not hide it."""
        if not self.proxy.mapFromSource(source).isValid():
            self.proxy.setFilterFixedString("")
        index = self.proxy.mapFromSource(source)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def open_cell(self) -> None:
        """Edit the current cell where it may be; the editor's own Enter comes here too."""
        index = self.currentIndex()
        if not self.editing and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def current(self) -> QModelIndex:
        """The current cell in the model."""
        return self.proxy.mapToSource(self.currentIndex())

    def cut(self) -> str:
        """The text of the current cell where its column is too narrow for it, else ""."""
        index = self.currentIndex()
        text = str(index.data() or "")
        room = self.columnWidth(index.column()) - MARGIN if index.isValid() else 0
        return text if self.fontMetrics().horizontalAdvance(text) > room > 0 else ""

    @property
    def editing(self) -> bool:
        """Whether a cell is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_cell()
        elif event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:
        super().currentChanged(now, before)
        self.moved.emit()

    def _back(self) -> None:
        where = self.model_.undo()
        if where.isValid():
            self.go_to(where)
        else:
            self.left.emit()

    def _shape(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        keep_rows(self)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setResizeContentsPrecision(SEEN)
        head.setMinimumSectionSize(NARROW)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)


def _source(index: Index) -> tuple[AdminModel, QModelIndex]:
    proxy = index.model()
    assert isinstance(proxy, QSortFilterProxyModel)
    model = proxy.sourceModel()
    assert isinstance(model, AdminModel)
    return model, proxy.mapToSource(index)
