"""Passwords: one's own with the old one; anybody's, and unlocking, by an administrator."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands import Command, SetPassword, UnlockPerson
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import Accounts, AskAccounts, Board, Changes
from ui import words
from ui.context import DeskContext
from ui.models.items import Choice
from ui.panels.choose import SuggestField
from ui.panels.keys import FormKeys
from ui.panels.step_note import NoteLabel

MOST_PASSWORD = 128
SHOWN = 8
ADMINISTRATOR = "administrator"


class PasswordPanel(QWidget):
    """Whose, the old one, the new one twice; nothing of it is kept by the form.

    `left` asks for the focus to go back to the queue; `due` comes when a password must be set.
    """

    left = Signal()
    due = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until it is shown."""
        super().__init__(parent)
        self.setObjectName("password_panel")
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._sitting, self._leads = desk.who, False
        self._given: Command | None = None
        self.person = SuggestField(self._search, parent=self)
        self.old, self.new, self.again = (self._secret() for _ in range(3))
        self.note = NoteLabel()
        self._set = QPushButton(self.tr("设置密码  Enter"))
        self._unlock = QPushButton(self.tr("解除锁定"))
        self._lay_out()
        self._wire()

    def load(self, board: Board) -> None:
        """Learn who is there."""
        self._people = {one.id: one for one in board.people}
        self._leads = True
        worker, who, no = self._desk.worker, self._desk.who, self._unanswered
        worker.ask("password.account", AskAccounts(), who, self._look, no, self, no, lasting=True)

    def _unanswered(self, why: object) -> None:
        """A link that comes back after minutes tells who must set one, and moves no keyboard."""
        self._leads = False

    def _look(self, accounts: object) -> None:
        """Who came in by a one-time code has to set a password before it is too late."""
        assert isinstance(accounts, Accounts)
        if any(one.person == self._desk.who and one.state == "used" for one in accounts.people):
            self._desk.say("warning", self.tr("您用一次性口令登录；请现在设密码，否则下次进不来"))
            if self._leads:
                self.due.emit()

    def apply(self, changes: Changes) -> None:
        """Hear of new people."""
        self._people.update({one.id: one for one in changes.people})

    def sits(self) -> None:
        """Somebody else sits here: nothing that was typed stays, and what was given is not his."""
        if self._sitting != self._desk.who:
            self._sitting, self._given = self._desk.who, None
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()
        first = self.person.line if self._administrator else self.old
        first.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clear()

    def set_password(self) -> None:
        """Give the command; what is missing or differs is said beside the form."""
        chosen = self._chosen()
        if chosen is None:
            self.note.refuse(self.tr("请先选人"))
        elif not self.new.text():
            self.note.refuse(self.tr("请输入新密码"))
            self.new.setFocus()
        elif self.new.text() != self.again.text():
            self.note.refuse(self.tr("两次输入的新密码不一样，请再输一次"))
            self.again.setFocus()
        else:
            self._give(
                SetPassword(person=chosen, password=self.new.text(), old=self.old.text()),
                self.tr("密码已设置；这个人已登录的坐席要重新登录"),
            )

    def unlock(self) -> None:
        """Let somebody log in again who was locked."""
        chosen = self._chosen()
        if chosen is None:
            self.note.refuse(self.tr("请先选人"))
        else:
            self._give(UnlockPerson(person=chosen), self.tr("已解除锁定"))

    @property
    def _administrator(self) -> bool:
        return ADMINISTRATOR in self._desk.roles

    def _chosen(self) -> str | None:
        if not self._administrator:
            return self._desk.who
        return self.person.choice.key if self.person.choice else None

    def _give(self, command: Command, said: str) -> None:
        """One at a time: a second Enter would send an old password that is wrong by then."""
        self.note.tell(self.tr("正在提交…"))
        if self._given is not None:
            return
        self._given, typed = command, self._typed()

        def done(receipt: object) -> None:
            self._desk.say("info", said)
            if self._ended(command) and self._typed() == typed:
                focus = QApplication.focusWidget()
                self._clear()
                if focus is None or self.isAncestorOf(focus):
                    self.left.emit()

        def refused(why: Refusal) -> None:
            if self._ended(command):
                self.note.refuse(words.refusal(why.code, why.values, self._desk.reference.names))

        def broken(error: Exception) -> None:
            if self._ended(command):
                self.note.refuse(self.tr("程序出错，没有办成；可再试一次"))

        self._desk.worker.do(command, self._desk.who, done, refused, broken, owner=self)

    def _ended(self, command: Command) -> bool:
        """Whether it is what this person gave here; another may be given now."""
        mine = self._given is command
        if mine:
            self._given = None
            self.note.clear()
        return mine

    def _typed(self) -> tuple[str, ...]:
        fields = (self.person.line, self.old, self.new, self.again)
        return tuple(one.text() for one in fields)

    def _search(self, typed: str) -> list[Choice]:
        wanted = typed.lower()
        found = [self._choice(one) for one in self._people]
        fit = [one for one in found if wanted in one.text.lower() or wanted in one.key]
        return sorted(fit, key=lambda one: one.key)[:SHOWN] if wanted else []

    def _choice(self, person: str) -> Choice:
        roles = self._people[person].roles if person in self._people else ()
        name = self._desk.reference.names.get(person, person)
        return Choice(person, name, words.listed([words.word(role) for role in roles]))

    def _secret(self) -> QLineEdit:
        line = QLineEdit(self, echoMode=QLineEdit.EchoMode.Password)
        line.setMaxLength(MOST_PASSWORD)
        return line

    def _begin(self) -> None:
        """Empty, and as who sits here may use it."""
        self._clear()
        may = self._administrator
        self.person.setEnabled(may)
        self._unlock.setVisible(may)
        if not may:
            self.person.take(self._choice(self._desk.who))
        self._form.setRowVisible(self.old, not may)

    def _clear(self) -> None:
        for line in (self.old, self.new, self.again):
            line.clear()
        self.person.clear()
        self.note.clear()

    def _wire(self) -> None:
        self._set.clicked.connect(self.set_password)
        self._unlock.clicked.connect(self.unlock)
        keys = FormKeys(self)
        keys.bind("Return", self._enter)
        keys.bind("Escape", self.left.emit)
        keys.bind("Down", lambda: self.person.step(1))
        keys.bind("Up", lambda: self.person.step(-1))
        keys.watch(self.person.line, self.old, self.new, self.again)

    def _enter(self) -> None:
        """Walk from field to field; in the last one give the command."""
        if self.person.line.hasFocus():
            self.person.take_marked()
        fields = (self.person.line, self.old, self.new, self.again)
        stops = [one for one in fields if one.isVisibleTo(self) and one.isEnabled()]
        at = next((i for i, one in enumerate(stops) if one.hasFocus()), len(stops) - 1)
        if at + 1 < len(stops):
            stops[at + 1].setFocus()
        else:
            self.set_password()

    def _lay_out(self) -> None:
        named = (
            ("password.person", self.tr("人员"), self.person),
            ("password.old", self.tr("原密码"), self.old),
            ("password.new", self.tr("新密码"), self.new),
            ("password.again", self.tr("再输一次"), self.again),
        )
        self._form = QFormLayout()
        for name, text, widget in named:
            widget.setObjectName(name)
            widget.setAccessibleName(text)
            self._form.addRow(text, widget)
        buttons = QHBoxLayout()
        for button, name in ((self._set, "password.set"), (self._unlock, "password.unlock")):
            button.setObjectName(name)
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(self.note)
        column.addLayout(buttons)
        column.addStretch()
