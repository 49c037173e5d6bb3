"""A page that is a list with two lines a row, worked by keys: orders, whistles, consultations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from ui.context import DeskContext
from ui.models.items import Choice, ChoiceModel
from ui.panels.keys import FormKeys
from ui.panels.lists import TwoLines
from ui.scale import TIGHT
from ui.words import names_of


class ListPage(QWidget):
    """`total` says what there is, or how to begin; `leads` carries case, action and its part.

    `left` asks for the queue. Walking in the list selects the row's case.
    """

    left = Signal()
    leads = Signal(str, str, str)

    def __init__(self, desk: DeskContext, name: str, parent: QWidget | None = None) -> None:
        """Empty; `name` begins the names of its parts."""
        super().__init__(parent)
        self._desk, self._names = desk, names_of(desk.reference)
        self.total = QLabel(objectName=f"{name}.total", wordWrap=True)
        self.list = QListView(self, objectName=f"{name}.list")
        self.rows = ChoiceModel(self)
        self.hint = QLabel(objectName=f"{name}.hint", wordWrap=True, enabled=False)
        self.keys = FormKeys(self)
        self.keys.bind("Escape", self._leave)
        self.keys.watch(self.list)

    def refer(self) -> None:
        """Tables were changed: names as they are now."""
        self._names = names_of(self._desk.reference)
        self.draw()

    def draw(self) -> None:
        """Show what is known as it stands now."""
        raise NotImplementedError

    def case_of(self, value: Any) -> str:
        """The case of a row's value."""
        raise NotImplementedError

    def value(self) -> Any:
        """What stands behind the marked row; None without one."""
        row = self.rows.choice(self.list.currentIndex().row())
        return row.value if row is not None else None

    def show_rows(self, made: Sequence[Choice]) -> None:
        """These rows; the mark stays on its own row, else where it stood."""
        at = self.list.currentIndex().row()
        before = self.rows.choice(at)
        self.rows.load(made)
        keys = [one.key for one in made]
        same = keys.index(before.key) if before is not None and before.key in keys else at
        row = min(max(same, 0), len(keys) - 1)
        if row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.rows.index(row))
        for one in (self.list, self.hint):
            one.setVisible(bool(made))

    def lay_list(self, title: str, *more: QWidget) -> QVBoxLayout:
        """Total, list, `more` and hint in a column; `title` for who listens."""
        self.setFocusProxy(self.list)
        self.total.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(title)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.selectionModel().currentChanged.connect(self._walked)
        column = QVBoxLayout()
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(TIGHT)
        column.addWidget(self.total)
        column.addWidget(self.list, 1)
        for one in (*more, self.hint):
            column.addWidget(one)
        column.addStretch(0)
        return column

    def open_case(self) -> bool:
        """Go to the marked row's case."""
        value = self.value()
        if value is not None:
            self._desk.selection.set_case(self.case_of(value))
            self._desk.start("case.open")
        return True

    def _walked(self) -> None:
        value = self.value()
        if value is not None and self.list.hasFocus():
            self._desk.selection.set_case(self.case_of(value))

    def _leave(self) -> bool:
        self.left.emit()
        return True
