"""The frame of the step's form: headline, what it does, note and the two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Action
from ui.panels.keys import FormKeys
from ui.panels.order import read_in_order
from ui.panels.step_note import NoteLabel
from ui.scale import HAIR, NONE
from ui.theme import icon


class StepFrame(QWidget):
    """Holds one form at a time; `give` and `leave` are the panel's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing in it yet."""
        super().__init__(parent)
        self._lay_out()

    def give(self) -> None:
        """Give the command."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close the form."""
        raise NotImplementedError

    def frame_form(self, action: Action, form: QWidget, headline: str) -> None:
        """Show a form under its headline."""
        self._scroll.setWidget(form)
        self._note.clear()
        self._title.setText(headline)
        self._says.setText(action.sentence)
        self._mark.setPixmap(icon(action.icon).pixmap(18, 18))
        self._give.setText(self.tr("%1  Ctrl+Enter").replace("%1", action.label))
        self._give.setEnabled(True)
        self._head.show()
        self._foot.show()
        read_in_order(self)

    def frame_idle(self) -> None:
        """Show that no form is open."""
        idle = QLabel(self.tr("按动作键打开表单；? 看全部按键"))
        idle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        idle.setEnabled(False)
        self._scroll.setWidget(idle)
        self._note.clear()
        self._head.hide()
        self._foot.hide()

    def _lay_out(self) -> None:
        self.setObjectName("step")
        self._mark, self._title, self._says = QLabel(), QLabel(), QLabel()
        self._note = NoteLabel()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for one in (self._title, self._says):
            one.setWordWrap(True)
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._says.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._give, self._leave = QPushButton(), QPushButton(self.tr("离开  Esc"))
        self._give.setObjectName("step.give")
        self._give.setDefault(True)
        self._leave.setObjectName("step.leave")
        self._give.clicked.connect(self.give)
        self._leave.clicked.connect(self.leave)
        keys = FormKeys(self)
        keys.bind("Return", self.give)
        keys.bind("Ctrl+Return", self.give)
        keys.bind("Escape", self.leave)
        keys.watch(self._give)
        leaving = FormKeys(self)
        leaving.bind("Return", self.leave)
        leaving.bind("Escape", self.leave)
        leaving.watch(self._leave)
        self._stack()

    def _stack(self) -> None:
        self._head, self._foot = QWidget(), QWidget()
        head, foot = QGridLayout(self._head), QHBoxLayout(self._foot)
        for box in (head, foot):
            box.setContentsMargins(*NONE)
        head.setVerticalSpacing(HAIR)
        head.setColumnStretch(1, 1)
        head.addWidget(self._mark, 0, 0)
        head.addWidget(self._title, 0, 1)
        head.addWidget(self._says, 1, 0, 1, 2)
        foot.addWidget(self._give)
        foot.addWidget(self._leave)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(5)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._note)
        column.addWidget(self._foot)
