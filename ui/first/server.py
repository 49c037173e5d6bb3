"""The page of a server: its address, and the fingerprint by which a seat knows it again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commandcenter.domain.refusal import Refusal
from commandcenter.seat import check_address, read_fingerprint
from ui.first.choice import SERVER, Choice
from ui.first.parts import Note, both, button, field, form_layout, lines
from ui.scale import NONE
from ui.theme import numbers
from ui.words import refusal
from ui.worker import Job, Lane

GROUP, HALF = 4, 8


class ServerPage(QWidget):
    """A fingerprint is typed or pasted, or read and compared by a person; `done` has the Choice.

    What a server shows of itself is never trusted alone: it goes into the field only when
    somebody ticks that it is what the server printed on its own screen.
    """

    done = Signal(object)
    left = Signal()
    _ended = Signal(object, object)

    def __init__(self, choice: Choice) -> None:
        """With the address of last time."""
        super().__init__()
        self._choice = choice
        self._seen = ""
        self._lane: Lane | None = None
        self.busy = False
        self._lay_out()
        self._wire()
        self.address.setText(choice.server)
        self.pin.setText(choice.pin)

    def go_on(self) -> None:
        """Keep address and fingerprint and go to the login."""
        if not self.address.text().strip():
            self._refuse(self.address, both("请填服务器地址", "an address is wanted"))
            return
        if self._seen and not self.same.isChecked() and not self.pin.text().strip():
            text = both("请先逐组核对指纹，一致再勾选", "compare the fingerprint first, then tick")
            self._refuse(self.same, text)
            return
        try:
            server, pin = check_address(self.address.text(), self.pin.text())
        except Refusal as wrong:
            line = self.pin if wrong.code == "pin_wrong" else self.address
            self._refuse(line, refusal(wrong.code, wrong.values))
            return
        self.done.emit(replace(self._choice, kind=SERVER, server=server, pin=pin, ask=""))

    def read(self) -> None:
        """Ask the address for its certificate; nothing else is said to it."""
        address = self.address.text().strip()
        if self.busy or not address:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._forget()
        self._set_busy(True)
        self.note.tell(both("正在读取…", "reading …"), "dim")
        self._lane = self._lane or Lane("fingerprint", self._report)
        self._lane.post(Job(partial(read_fingerprint, address)))

    def close_lane(self) -> None:
        """End the reading that is under way."""
        if self._lane is not None:
            self._lane.close(drop=True)
            self._lane.join(10.0)

    def _report(self, job: Job, answer: Any, error: Exception | None) -> None:
        self._ended.emit(answer, error)

    def _hear(self, answer: str | None, error: Exception | None) -> None:
        self._set_busy(False)
        if error is not None:
            if not isinstance(error, Refusal):
                raise error
            self._refuse(self.address, refusal(error.code, error.values))
            return
        self._seen = str(answer)
        self.shown.setText(grouped(self._seen))
        self.shown.show()
        self.same.setChecked(False)
        self.same.show()
        text = lines(
            "请与服务器自己屏幕上打印的指纹逐组核对",
            "compare it, group by group, with what the server printed on its own screen",
        )
        self.note.tell(text, "warning")
        self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compared(self, same: bool) -> None:
        if same and self._seen:
            self.pin.setText(self._seen)
        elif self.pin.text() == self._seen:
            self.pin.clear()

    def _forget(self) -> None:
        """Another address has another fingerprint."""
        if self._seen and self.pin.text() == self._seen:
            self.pin.clear()
        self._seen = ""
        for part in (self.shown, self.same):
            part.hide()

    def _refuse(self, part: QWidget, text: str) -> None:
        self.note.tell(text)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        form = form_layout()
        self.address = field(
            form, both("服务器地址", "Address"), "server_address", "https://192.168.1.10:8443"
        )
        pin = both("证书指纹", "Fingerprint")
        self.pin = field(form, pin, "server_pin", both("64 位，服务器启动时打印", "64 digits"))
        tells = lines(
            "指纹由服务器启动时打印，请管理员抄给您，或用下面的按钮读取后亲自核对。"
            "留空则只信任系统认可的证书。",
            "The server prints its fingerprint when it starts: have it given to you, or read it "
            "below and compare it yourself. Empty: only a certificate that this system trusts.",
        )
        self.hint = QLabel(tells, wordWrap=True)
        self.hint.setEnabled(False)
        self.shown = QLabel()
        self.shown.setObjectName("server_seen")
        self.shown.setFont(numbers(13))
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = both(
            "已与服务器屏幕核对，完全一致(&S)", "compared with the server's screen: the same"
        )
        self.same = QCheckBox(text)
        self.same.setObjectName("server_same")
        self.note = Note("server_note")
        self.reading = button(both("读取指纹(&R)", "Read it"), "server_read", "find")
        self.go = button(both("去登录", "Log in"), "server_go", "check.pass")
        self.back = button(both("返回", "Back"), "server_back", "undo")
        buttons = QHBoxLayout()
        buttons.addWidget(self.reading)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(10)
        column.addLayout(form)
        for part in (self.hint, self.shown, self.same, self.note):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self._forget()

    def _wire(self) -> None:
        self._ended.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self.address.textEdited.connect(lambda: self._forget())
        self.same.toggled.connect(self._compared)
        self.reading.clicked.connect(self.read)
        self.go.clicked.connect(self.go_on)
        self.back.clicked.connect(self.left)
        self.address.returnPressed.connect(
            partial(self.pin.setFocus, Qt.FocusReason.TabFocusReason)
        )
        self.pin.returnPressed.connect(self.go_on)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        for part in (self.address, self.pin, self.reading, self.go, self.back):
            part.setEnabled(not busy)


def grouped(fingerprint: str) -> str:
    """64 digits in groups of four, two lines, as one reads them aloud."""
    groups = [fingerprint[at : at + GROUP] for at in range(0, len(fingerprint), GROUP)]
    return "\n".join(" ".join(groups[at : at + HALF]) for at in range(0, len(groups), HALF))
