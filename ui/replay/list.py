"""The list of events: filtered by kind and words, stepped through, chosen to jump there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.replay.events import Event, EventModel, Part
from ui.replay.kinds import kind_text
from ui.scale import NONE
from ui.theme import keep_rows, numbers


class EventList(QWidget):
    """`sought` carries the place of an event that a hand chose."""

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until load()."""
        super().__init__(parent)
        self.model = EventModel(self)
        self.kind = QComboBox(objectName="replay.kind")
        self.kind.setAccessibleName(self.tr("事件类别"))
        self.text = QLineEdit(objectName="replay.find", clearButtonEnabled=True)
        self.text.setPlaceholderText(self.tr("案卷编号或文字 /"))
        self.text.setAccessibleName(self.tr("案卷编号或文字"))
        self.text.installEventFilter(self)
        self.count = QLabel(objectName="replay.found")
        self.view = QTableView(objectName="replay.events")
        self.view.setAccessibleName(self.tr("回放的事件"))
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._filter)
        self.text.textChanged.connect(self._filter)
        self.view.activated.connect(self._seek)
        self.view.clicked.connect(self._seek)

    def load(self, events: tuple[Event, ...]) -> None:
        """Show a reel's events."""
        self.model.load(events)
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(self.tr("全部事件"), "")
        for kind in self.model.kinds():
            self.kind.addItem(kind_text(kind), kind)
        self.kind.blockSignals(False)
        self._filter()

    def stand(self, place: int) -> None:
        """Keep the newest event that has happened in sight."""
        self.model.stand(place)
        row = self.model.row_at(place)
        if row >= 0:
            index = self.model.index(row, 0)
            self.view.selectRow(row)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        else:
            self.view.clearSelection()

    def seek(self, text: str) -> None:
        """Show what a case's number or words name."""
        self.text.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes from the words to the list, Esc clears them first."""
        if watched is self.text and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.view.setFocus()
                if self.model.rowCount():
                    self.view.selectRow(max(0, self.view.currentIndex().row()))
                return True
        return super().eventFilter(watched, event)

    def _seek(self, index: QModelIndex) -> None:
        self.sought.emit(self.model.event_at(index.row()).place)

    def _filter(self) -> None:
        self.model.filter(str(self.kind.currentData() or ""), self.text.text())
        shown, total = self.model.rowCount(), self.model.total
        self.count.setText(f"{shown:,}" if shown == total else f"{shown:,}/{total:,}")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.kind)
        row.addWidget(self.text, 1)
        row.addWidget(self.count)
        self.kind.setMaximumWidth(150)
        view, heads = self.view, self.view.horizontalHeader()
        view.setModel(self.model)
        view.setFont(numbers())
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        keep_rows(view)
        width = view.fontMetrics().horizontalAdvance
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.resizeSection(Part.TIME, width("00-00 00:00:00") + 14)
        heads.resizeSection(Part.NUMBER, width("000000") + 14)
        heads.setSectionResizeMode(Part.TEXT, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(view, 1)
