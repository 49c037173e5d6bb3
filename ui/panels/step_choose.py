"""Two inputs of a form: a list to tick, and another case found by typing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import CaseLine, Found
from ui import words
from ui.actions.fields import Option
from ui.composing import plain
from ui.context import DeskContext
from ui.panels.case_search import CaseSearch
from ui.panels.step_note import NoteLabel
from ui.theme import row
from ui.words.asking import unanswered

SHOWN = 5
TYPING_MS = 120
CASE = Qt.ItemDataRole.UserRole
LABEL, TICKED = CASE + 1, CASE + 2
NUMBERED = 9


class TickList(QListWidget):
    """Options with a box each; Space ticks, the first nine by their digit as well."""

    def __init__(self, offered: list[Option]) -> None:
        """Offer these, none ticked."""
        super().__init__()
        self.setFixedHeight(96)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        for value, label in offered:
            item = QListWidgetItem(self)
            item.setData(CASE, value)
            item.setData(LABEL, label)
            self._tick(item, False)
        self.setCurrentRow(0)
        self.itemClicked.connect(self.toggle)

    def ticked(self) -> tuple[str, ...]:
        """The values that are ticked, in their order."""
        every = [self.item(at) for at in range(self.count())]
        return tuple(str(one.data(CASE)) for one in every if one.data(TICKED))

    def tick(self, values: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(values)
        for at in range(self.count()):
            self._tick(self.item(at), self.item(at).data(CASE) in wanted)

    def toggle(self, item: QListWidgetItem) -> None:
        """Tick it, or take the tick away."""
        self._tick(item, not item.data(TICKED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, at = self.currentItem(), event.key() - Qt.Key.Key_1.value
        if event.key() == Qt.Key.Key_Space and item is not None:
            self.toggle(item)
        elif 0 <= at < min(NUMBERED, self.count()) and plain(event):
            self.setCurrentRow(at)
            self.toggle(self.item(at))
        else:
            super().keyPressEvent(event)

    def _tick(self, item: QListWidgetItem, on: bool) -> None:
        item.setData(TICKED, on)
        place = self.row(item) + 1
        number = f"{place} " if place <= NUMBERED else ""
        item.setText(f"{'☑' if on else '☐'} {number}{item.data(LABEL)}")


class CaseFinder(QWidget):
    """A line to type a number, place or words; the cases found are listed under it."""

    def __init__(self, desk: DeskContext, not_case: str) -> None:
        """`not_case` is not offered."""
        super().__init__()
        self._desk, self._not, self._wanted = desk, not_case, ""
        self.edit, self.list = QLineEdit(), QListWidget()
        self.edit.setPlaceholderText(self.tr("编号、末几位、地点、内容或首字母"))
        self.list.setAccessibleName(self.tr("找到的案卷"))
        self.list.setFixedHeight(SHOWN * row())
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._ask)
        self._note = NoteLabel(self)
        self._note.setObjectName("finder.note")
        self._search = CaseSearch(desk, "step.find", self, self._broken, self._refused)
        self._search.came.connect(self._found)
        self.edit.textChanged.connect(self._typed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.edit)
        box.addWidget(self.list)
        box.addWidget(self._note)

    def chosen(self) -> str:
        """Id of the current case of the list, "" for none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(CASE))

    def restore(self, text: str, case: str) -> None:
        """Show what was typed; the case is chosen once it has been found again."""
        self._wanted = case
        self.edit.setText(text)

    def step(self, rows: int) -> None:
        """Move up or down in the list while the line keeps the focus."""
        at = self.list.currentRow() + rows
        self.list.setCurrentRow(max(0, min(at, self.list.count() - 1)))

    def _typed(self) -> None:
        self.list.clear()
        self._note.clear()
        self._search.drop()
        self._timer.start()

    def _ask(self) -> None:
        if text := self.edit.text().strip():
            self._search.ask(text, SHOWN + 1)

    def _broken(self, error: Exception) -> None:
        self._note.refuse(self.tr("查找没有成功，请再试"))

    def _refused(self, said: Refusal) -> None:
        self._note.refuse(unanswered(said))

    def _found(self, found: Found) -> None:
        self._note.clear()
        self.list.clear()
        for line in found.lines:
            if line.id != self._not and self.list.count() < SHOWN:
                QListWidgetItem(self._label(line), self.list).setData(CASE, line.id)
        rows = range(self.list.count())
        same = (row for row in rows if self.list.item(row).data(CASE) == self._wanted)
        self.list.setCurrentRow(next(same, 0))

    def _label(self, line: CaseLine) -> str:
        items = {one.code: one.name for one in self._desk.reference.items}
        number = words.short_number(line.number) or self.tr("未立案")
        what = items.get(line.item, line.item)
        return f"{number} · {what} · {line.place} · {words.word(line.state)}"
