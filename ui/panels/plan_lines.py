"""The checklists of a level: a post by a digit, its lines in an editor, one in each row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.domain.duty import Post
from commandcenter.domain.plan import Checklist
from ui.panels.choose import DigitRow
from ui.scale import NONE, TIGHT
from ui.words import word

ACROSS = 5


class ChecklistEdit(QWidget):
    """Lines by post; empty rows do not count. `changed` comes from a hand only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until set_lists."""
        super().__init__(parent)
        self._lines: dict[Post, tuple[str, ...]] = {}
        self._showing = False
        self.post = DigitRow([(one.value, word(one)) for one in Post], across=ACROSS)
        self.post.setAccessibleName(self.tr("清单岗位"))
        self.edit = QPlainTextEdit(objectName="plan.lines")
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("岗位清单"))
        self.edit.setPlaceholderText(self.tr("一行一条：这个岗位在这一级要做的事"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(TIGHT)
        column.addWidget(self.post)
        column.addWidget(self.edit, 1)
        self.post.picked.connect(self._show)
        self.edit.textChanged.connect(self._typed)

    def set_lists(self, lists: Iterable[Checklist]) -> None:
        """Show these lists; the post stays."""
        self._lines = {one.post: one.lines for one in lists}
        self._show()

    def lists(self) -> tuple[Checklist, ...]:
        """The lists in the order of the posts, without empty ones."""
        return tuple(Checklist(one, self._lines[one]) for one in Post if self._lines.get(one))

    def set_locked(self, locked: bool) -> None:
        """Whether the lines can only be read."""
        self.edit.setReadOnly(locked)

    def _show(self) -> None:
        lines = self._lines.get(Post(self.post.key), ())
        self._showing = True
        self.edit.setPlainText("\n".join(lines))
        self._showing = False

    def _typed(self) -> None:
        if self._showing:
            return
        rows = (one.strip() for one in self.edit.toPlainText().splitlines())
        self._lines[Post(self.post.key)] = tuple(one for one in rows if one)
        self.changed.emit()
