"""The intake panel's frame: the form, what lies beside it, the buttons and the keys in words."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.context import DeskContext
from ui.icons import icon
from ui.panels.intake_beside import BesidePanel
from ui.panels.intake_form import IntakeForm
from ui.panels.intake_search import Searches
from ui.panels.lists import FormScroll
from ui.panels.order import read_in_order
from ui.scale import HAIR, LINE, NONE

SIDE_BY_SIDE = 700
"""From this width on, in pixels, the likely duplicates stand at the form's side."""


class IntakeFrame(QWidget):
    """Widgets and their places only."""

    def __init__(self, desk: DeskContext, searches: Searches, parent: QWidget | None) -> None:
        """With an empty form that searches there."""
        super().__init__(parent)
        self.form = IntakeForm(searches.items, searches.places, searches.people, desk, self)
        self.beside = BesidePanel(desk, self)
        self._status = QLabel(self, objectName="intake.status", wordWrap=True)
        self._take = self._button(self.tr("受理"), "report", "intake.take", "Ctrl+Enter")
        self._file = self._button(self.tr("并立案"), "file", "intake.file", "Ctrl+Shift+Enter")
        self._merge = self._button(self.tr("并入所选"), "merge", "intake.merge", "Ctrl+M")
        self._clear = self._button(self.tr("清空"), "cancel", "intake.clear", "")
        self._hint = QLabel(self, objectName="intake.hint", wordWrap=True)
        self._lay_out()

    def _tell(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _button(self, text: str, meaning: str, name: str, keys: str) -> QPushButton:
        button = QPushButton(icon(meaning), text, self)
        button.setObjectName(name)
        button.setToolTip(f"{text} {keys}".strip())
        return button

    def _lay_out(self) -> None:
        scroll = FormScroll(self.form, self)
        self.setFocusProxy(self.form.source)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.addWidget(scroll, 1)
        self._halves.addWidget(self.beside)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 0, 8, 6)
        for button in (self._take, self._file, self._merge):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(HAIR)
        column.addWidget(self.form.drill)
        column.addLayout(self._halves, 1)
        column.addWidget(self._status)
        column.addLayout(buttons)
        column.addWidget(self._hint)
        read_in_order(self)
        self._hint.setContentsMargins(8, 0, 8, 4)
        self._hint.setEnabled(False)
        keys = self.tr("Enter 下一格 · Ctrl+Enter 受理 · Ctrl+↑↓ 选旁案 · Ctrl+M 并入 · Esc 返回")
        self._hint.setText(keys)
        self._status.setContentsMargins(*LINE)
        self._status.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = self.width() >= SIDE_BY_SIDE
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)
        self._halves.setStretchFactor(self.beside, 1 if across else 0)
