"""The window before the desk of a server: who it is, and in words why it does not go on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.refusal import Refusal
from commandcenter.seat import SeatDesk
from commandcenter.services.views import AskReference
from ui.composing import FieldGuard
from ui.first.parts import both
from ui.icons import icon
from ui.palette import colours
from ui.scale import GAP
from ui.words import refusal
from ui.worker import Job, Lane


class LoginWindow(QWidget):
    """Name and password, or the first administrator's code; `entered` carries person, Reference.

    The password stays in the field and in the call that sends it, and leaves both at once.
    """

    entered = Signal(str, object)
    closed = Signal()
    _ended = Signal(object, object)

    def __init__(self, desk: SeatDesk, address: str, name: str = "") -> None:
        """At this address; `name` is who sat here last."""
        super().__init__()
        self._desk, self._inside = desk, False
        self.name, self.password = QLineEdit(name, self), QLineEdit(self)
        self.code = QLineEdit(self)
        first = both("首次启用（用启动码）(&F)", "First use, with the start code")
        self.first = QCheckBox(first, self)
        self.enter = QPushButton(icon("person.switch"), "", self)
        self.note = QLabel(self, wordWrap=True)
        self._ended.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._lane = Lane("login", self._report)
        self._lay_out(address)
        self._wire()

    def log_in(self) -> None:
        """Try what stands in the fields."""
        name, password = self.name.text().strip(), self.password.text()
        code = self.code.text().strip() if self.first.isChecked() else ""
        if not self.enter.isEnabled():
            return
        if not name or not password or (self.first.isChecked() and not code):
            self._tell(self.tr("请把上面各项填全"))
            return
        self._set_busy(True)
        self._tell(self.tr("正在登录…"), "dim")
        self._lane.post(Job(partial(_entered, self._desk, name, password, code)))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._lane.close(drop=True)
        self._lane.join(10.0)
        if not self._inside:
            self.closed.emit()

    def _report(self, job: Job, answer: Any, error: Exception | None) -> None:
        self._ended.emit(answer, error)

    def _hear(self, answer: Any, error: Exception | None) -> None:
        self._set_busy(False)
        if error is None:
            self.password.clear()
            self._inside = True
            self.entered.emit(*answer)
            return
        if not isinstance(error, Refusal):
            raise error
        self._tell(refusal(error.code, error.values))
        field = self.code if error.code == "first_code_wrong" else self.password
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _tell(self, text: str, token: str = "danger") -> None:
        self.note.setText(text)
        self.note.setStyleSheet(f"color: {colours().colour(token).name()}")

    def _set_busy(self, busy: bool) -> None:
        for part in (self.enter, self.name, self.password, self.code, self.first):
            part.setEnabled(not busy)

    def _lay_out(self, address: str) -> None:
        self.setWindowTitle(self.tr("街道指挥中心 · 登录"))
        self.setWindowIcon(icon("app"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        named = {
            "login_name": (self.name, both("姓名或编号", "Name or id")),
            "login_password": (self.password, both("密码", "Password")),
            "login_code": (self.code, both("启动码", "Start code")),
        }
        form = QFormLayout()
        form.addRow(both("服务器", "Server"), QLabel(address, self))
        for key, (line, text) in named.items():
            line.setObjectName(key)
            line.setAccessibleName(text)
            form.addRow(text, line)
        self.enter.setObjectName("login_enter")
        self.note.setObjectName("login_note")
        self.note.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(GAP)
        column.addLayout(form)
        for part in (self.first, self.note, self.enter):
            column.addWidget(part)
        self._form = form
        self._suit()
        self.resize(420, self.sizeHint().height())

    def _suit(self) -> None:
        """The code is asked of a first administrator only, who also chooses the password."""
        first = self.first.isChecked()
        self._form.setRowVisible(self.code, first)
        sets = both("设置密码并登录", "Set password and log in")
        self.enter.setText(sets if first else both("登录", "Log in"))

    def _wire(self) -> None:
        self.first.toggled.connect(self._suit)
        self.enter.clicked.connect(self.log_in)
        for line in (self.name, self.password, self.code):
            line.returnPressed.connect(self.log_in)
        FieldGuard(self)
        (self.password if self.name.text() else self.name).setFocus()


def _entered(desk: SeatDesk, name: str, password: str, code: str) -> tuple[str, object]:
    """Log in and ask what the desk is built with; raises Refusal."""
    person = desk.begin(code, name, password) if code else desk.login(name, password)
    desk.rules  # noqa: B018  (asked here, so that the window need not wait for it)
    return person, desk.ask(AskReference(), person)


Entered = Callable[[str, object], None]


def ask_who(
    desk: SeatDesk, address: str, name: str, entered: Entered, closed: Callable[[], None]
) -> LoginWindow:
    """Show the window; it is closed when somebody has entered."""
    window = LoginWindow(desk, address, name)

    def inside(person: str, reference: object) -> None:
        entered(person, reference)
        window.close()

    window.entered.connect(inside)
    window.closed.connect(closed)
    window.show()
    return window
