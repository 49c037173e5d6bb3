"""The strip for several cases at once: its widgets, from the head to the keys below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.actions.fields import WORDS_MOST
from ui.icons import icon
from ui.panels.keys import FormKeys
from ui.panels.lists import ChoiceList
from ui.scale import TIGHT
from ui.theme import numbers

MOST_REFUSED = 4


class ManyFrame(QFrame):
    """Lays out; the strip says what happens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden."""
        super().__init__(parent)
        self.setObjectName("queue_many")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.head = QLabel(self, objectName="queue_many_head", wordWrap=True)
        self.head.setFont(numbers(bold=True))
        self.field = QLineEdit(self, objectName="queue_many_words", maxLength=WORDS_MOST)
        self.refused = ChoiceList(self, MOST_REFUSED, lines=2)
        self.refused.setObjectName("queue_many_refused")
        self.refused.setProperty("quiet", True)
        self.progress = QProgressBar(self, objectName="queue_many_progress")
        self.give_button = self._button("check.pass", "queue_many_give")
        self.leave_button = self._button("cancel", "queue_many_leave")
        self.hint = QLabel(self, objectName="queue_many_hint", wordWrap=True)
        self.keys = FormKeys(self)
        self._lay_out()
        self.keys.watch(self, self.field, self.refused)

    def _button(self, meaning: str, name: str) -> QToolButton:
        button = QToolButton(self, objectName=name)
        button.setIcon(icon(meaning))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _lay_out(self) -> None:
        self.field.setAccessibleName(self.tr("对所选各件说的话"))
        self.refused.setAccessibleName(self.tr("不能办的和原因"))
        self.progress.setAccessibleName(self.tr("办到第几件"))
        self.progress.setFormat("%v/%m")
        self.give_button.setText(self.tr("办理 Enter"))
        self.leave_button.setText(self.tr("放下 Esc"))
        self.hint.setEnabled(False)
        above, column = QHBoxLayout(), QVBoxLayout(self)
        above.setSpacing(TIGHT)
        above.addWidget(self.head, 1)
        for button in (self.give_button, self.leave_button):
            above.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(8, 4, 4, 4)
        column.setSpacing(TIGHT)
        column.addLayout(above)
        for part in (self.field, self.refused, self.progress, self.hint):
            column.addWidget(part)
        self.hide()
