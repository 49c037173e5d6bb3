"""The joint panel's frame: the case above, the form, what went wrong, the button, the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.panels.dispatch_staff import Staff
from ui.panels.joint_form import JointForm
from ui.panels.lists import FormScroll
from ui.scale import HAIR, LINE, NONE


class JointFrame(QWidget):
    """Widgets, their places and keys; `left` asks for the focus to go back to the queue."""

    left = Signal()

    def __init__(self, staff: Staff, parent: QWidget | None = None) -> None:
        """With an empty form that searches among this staff."""
        super().__init__(parent)
        self.form = JointForm(staff.find_approvers, self)
        self._head = QLabel(self, objectName="joint.head", wordWrap=True)
        self._parts = QLabel(self, objectName="joint.parts", wordWrap=True)
        self._status = QLabel(self, objectName="joint.status", wordWrap=True)
        self._send = QPushButton(icon("team"), self.tr("派出"), self)
        self._send.setObjectName("joint.send")
        self._hint = QLabel(self, objectName="joint.hint", wordWrap=True, enabled=False)
        self._lay_out()

    def _tell(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _let_go(self) -> None:
        """Give the focus back if it is here; a hand that has gone on keeps its place."""
        if self.isAncestorOf(QApplication.focusWidget()):
            self.left.emit()

    def _lay_out(self) -> None:
        scroll = FormScroll(self.form, self)
        self.setFocusProxy(self.form.forces)
        for label in (self._head, self._parts, self._status, self._hint):
            label.setContentsMargins(8, 4, 8, 2)
        self._head.setAccessibleName(self.tr("要联合执法的案卷"))
        self._hint.setText(
            self.tr("空格 换作用 · ←→ 换类型 · Enter 下一栏 · Ctrl+Enter 派出 · Esc 回队列")
        )
        self._status.hide()
        self.form.law.setContentsMargins(*LINE)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(*LINE)
        buttons.addWidget(self._send)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(HAIR)
        for widget in (self._head, scroll, self._parts, self.form.law, self._status):
            column.addWidget(widget, 1 if widget is scroll else 0)
        column.addLayout(buttons)
        column.addWidget(self._hint)

    def _bind_keys(self, send: Callable[[], bool]) -> None:
        form = self.form
        bound: dict[str, Callable[[], bool | None]] = {
            "Return": lambda: send() if self._send.hasFocus() else form.advance(),
            "Tab": form.take_marked,
            "Up": partial(form.step, -1),
            "Down": partial(form.step, 1),
            "Escape": self._leave,
            "Ctrl+Return": send,
        }
        for name, call in bound.items():
            form.keys.bind(name, call)
        form.keys.watch(self._send)
        form.sent.connect(self._send.setFocus)
        self._send.clicked.connect(send)

    def _leave(self) -> bool:
        if not self.form.close_list():
            self.left.emit()
        return True
