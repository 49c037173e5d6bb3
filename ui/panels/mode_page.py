"""What every page of the emergency panel has: a note, buttons with keys, a command at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from commandcenter.domain.refusal import Refusal
from commandcenter.services.desk import Receipt
from ui.context import DeskContext
from ui.panels.keys import FormKeys
from ui.panels.step_note import NoteLabel
from ui.scale import NONE, TIGHT
from ui.words import names_of, refusal


class ModePage(QWidget):
    """Gives one command at a time and says beside it what became of it.

    `teams` are the names of the street's teams by id; `sent` is what was typed when the last
    command was given: it stays, and may go once that is done if it is the same still.
    `left` comes from Esc.
    """

    left = Signal()

    def __init__(self, desk: DeskContext) -> None:
        """Nothing given."""
        super().__init__()
        self._desk, self._busy = desk, False
        self.teams: dict[str, str] = {}
        self.sent: object = None
        self.note = NoteLabel(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*NONE)
        self.column.setSpacing(5)
        self.keys = FormKeys(self)
        self.keys.bind("Escape", self.left.emit)
        self._buttons: list[QPushButton] = []

    def first(self) -> QWidget:
        """What takes the keyboard when the page is gone to."""
        raise NotImplementedError

    def button(self, name: str, text: str, call: Callable[[], None]) -> QPushButton:
        """A button that says its key."""
        made = QPushButton(text, self, objectName=name)
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.clicked.connect(lambda: call())
        self._buttons.append(made)
        return made

    def row(self, *buttons: QPushButton) -> None:
        """A row of buttons at the foot."""
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        for one in buttons:
            row.addWidget(one)
        row.addStretch()
        self.column.addLayout(row)

    def typed(self) -> object:
        """What a hand has written here."""
        return None

    def give(self, command: object, told: str) -> None:
        """Give a command; `told` is said when it is done. One at a time."""
        if self._busy:
            return
        self._busy, self.sent = True, self.typed()
        self.note.clear()

        def done(receipt: object) -> None:
            self._busy = False
            if isinstance(receipt, Receipt):
                self._desk.say("info", told)
                self.given(command)

        self._desk.worker.do(command, self._desk.who, done, self._refused, self._broken, owner=self)

    def given(self, command: object) -> None:
        """A command was done: what was typed for it may go."""

    def _refused(self, said: Refusal) -> None:
        self._busy = False
        names = names_of(self._desk.reference) | self.teams
        self.note.refuse(refusal(said.code, said.values, names))

    def _broken(self, error: Exception) -> None:
        self._busy = False
        self.note.refuse(self.tr("程序出错，没有办成；填写的内容还在，可再试一次"))
