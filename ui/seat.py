"""Who sits at this seat: a short list to choose from, by name or its initials."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from commandcenter.domain.commands import TakeSeat
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import DESK_ROLES, Role, standing_in
from commandcenter.services.rights import SEATS
from commandcenter.services.views import Board, Changes, Reference
from ui.context import DeskContext
from ui.line.spell import spellings
from ui.models.items import CHOICE_ROLE, Choice, ChoiceModel
from ui.panels.choose import ChoiceDelegate
from ui.panels.keys import FormKeys
from ui.scale import TIGHT
from ui.words import listed, refusal, word

SEAT = "1"
MAY_SIT = DESK_ROLES | {
    Role.DUTY_LEADER,
    Role.HOTLINE_SEAT,
    Role.SUPERVISOR,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
}
"""Whom TakeSeat lets sit here."""


class SeatPanel(QWidget):
    """Typing filters, Enter sits down; `taken` carries the Person once the journal says so.

    `left` asks for the focus to go back to where it was.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until load(board)."""
        super().__init__(parent)
        self.setObjectName("seat_panel")
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._spelled: dict[str, tuple[str, ...]] | None = None
        self._entering = False
        self._begun = 0
        self.text, self.list, self._model = QLineEdit(), QListView(), ChoiceModel(self)
        self.password = QLineEdit()
        self._hint = QLabel(self._how())
        self._lay_out()
        self._wire()

    def load(self, board: Board) -> None:
        """Learn who may sit here."""
        self._people = {one.id: one for one in board.people}
        self._offer()

    def apply(self, changes: Changes) -> None:
        """Hear who comes on shift, and who has sat down at this seat."""
        self._people.update({one.id: one for one in changes.people})
        if changes.people:
            self._offer()
        if self._desk.login is not None:
            return  # people of other seats; here only who gave the password sits down
        for entry in changes.entries:
            person = self._people.get(entry.who)
            if entry.kind == "seat_taken" and entry.facts.get("seat") == SEAT and person:
                self.taken.emit(person)

    def person(self, key: str) -> Person | None:
        """Somebody of the street as the journal last told."""
        return self._people.get(key)

    def roles(self, person: Person) -> frozenset[str]:
        """The person's roles, and those taken over while nobody on shift holds them."""
        present = [role for one in self._people.values() if one.on_shift for role in one.roles]
        more = standing_in(person.roles, present) if person.on_shift else frozenset()
        return frozenset(person.roles) | more

    def begin(self) -> None:
        """Start a new choice: everybody is offered, the cursor is in the field."""
        self._begun += 1
        self.text.clear()
        self._ask_password(False)
        self._offer()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refer(self, reference: Reference) -> None:
        """Tables were changed: people are offered by their present names."""
        self._spelled = None
        if self.isVisible():
            self._spell()
        self._offer()

    def sit_down(self) -> None:
        """Let the marked person take the seat."""
        choice = self.list.currentIndex().data(CHOICE_ROLE)
        if self._entering:
            self._hint.setText(self._trying())
        elif choice is not None and self._desk.login is not None:
            self._log_in(choice.key, self._desk.login)
        elif choice is not None:
            command = TakeSeat(seat=SEAT)
            self._desk.worker.do(command, choice.key, self._done, owner=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._spelled is None:
            self._spell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ask_password(False)

    def _sitters(self) -> list[Person]:
        """Who may sit here; where a password is wanted, this person again and seats of levels."""
        people = self._people.values()
        if self._desk.login is None:
            return [one for one in people if one.holds(MAY_SIT)]
        may, who = MAY_SIT | SEATS, self._desk.who
        return [one for one in people if one.id == who or one.holds(may)]

    def _spell(self) -> None:
        """The initials of the names, off the screen's thread."""
        self._spelled = {}
        names = self._desk.reference.names
        people = [(one.id, names.get(one.id, one.id)) for one in self._sitters()]
        self._desk.worker.run(partial(_spell, people), self._take_spelling, owner=self)

    def _log_in(self, person: str, login: Callable[[str, str], object]) -> None:
        """Ask for the password, then try it; the list stays on the person meanwhile."""
        password = self.password.text()
        if not password:
            self._ask_password(True)
            return
        self.password.clear()
        self._entering = True
        self._hint.setText(self._trying())
        call, at = partial(login, person, password), self._begun
        entered, broken = partial(self._entered, at), partial(self._broken, at)
        refused = partial(self._not_entered, at)
        self._desk.worker.run(call, entered, broken, self, refused)

    def _entered(self, at: int, person: object) -> None:
        self._entering = False
        if at == self._begun:
            self._ask_password(False)
        else:
            self._prompt()
        self.taken.emit(person)
        if at == self._begun and self.isVisible():  # else the hand is elsewhere already
            self.left.emit()

    def _not_entered(self, at: int, said: Refusal) -> None:
        self._ask_again(at, refusal(said.code, said.values, self._desk.reference.names))

    def _broken(self, at: int, error: Exception) -> None:
        self._ask_again(at, self.tr("程序出错，没有办成；可再试一次"))

    def _ask_again(self, at: int, why: str) -> None:
        self._entering = False
        if at != self._begun:
            self._prompt()  # of another choice
            return
        self._hint.setText(why)
        if self.isAncestorOf(QApplication.focusWidget()) and not self.password.isHidden():
            self.password.setFocus()

    def _ask_password(self, wanted: bool) -> None:
        self.password.clear()
        self.password.setVisible(wanted)
        self._prompt()
        if wanted:
            self.password.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _prompt(self) -> None:
        """What is to be done now."""
        if not self.password.isHidden():
            self._hint.setText(self.tr("输入密码 · Enter 登录就座 · Esc 返回"))
        else:
            self._hint.setText(self._how() if self._model.rowCount() else self._nobody())

    def _trying(self) -> str:
        return self.tr("正在登录…")

    def _how(self) -> str:
        return self.tr("输入姓名或拼音首字母 · Enter 就座 · Esc 返回")

    def _nobody(self) -> str:
        return self.tr("没有这样的人：可写姓名、拼音首字母（张三写 zs）或岗位 · Esc 返回")

    def _done(self, receipt: object) -> None:
        self.left.emit()

    def _take_spelling(self, spelled: dict[str, tuple[str, ...]]) -> None:
        self._spelled = spelled
        self._offer()

    def _offer(self) -> None:
        wanted = self.text.text().strip().lower()
        people = [one for one in self._sitters() if self._fits(one, wanted)]
        people.sort(key=lambda one: (not one.on_shift, one.id))
        self._model.load([self._choice(one) for one in people])
        if people:
            self.list.setCurrentIndex(self._model.index(0, 0))
        if self.password.isHidden():
            self._prompt()

    def _fits(self, person: Person, wanted: str) -> bool:
        name = self._desk.reference.names.get(person.id, person.id)
        roles = "".join(word(role) for role in person.roles)
        spelled = (self._spelled or {}).get(person.id, ())
        by_letters = any(one.startswith(wanted) for one in spelled)
        return by_letters or wanted in f"{name} {roles} {person.id}".lower()

    def _choice(self, person: Person) -> Choice:
        name = self._desk.reference.names.get(person.id, person.id)
        roles = listed(word(role) for role in person.roles)
        shift = self.tr("当班") if person.on_shift else self.tr("不当班")
        return Choice(person.id, name, f"{roles} · {shift}")

    def _step(self, by: int) -> bool:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(row, 0))
        return True

    def _lay_out(self) -> None:
        self.text.setObjectName("seat_filter")
        self.text.setAccessibleName(self.tr("就座人员筛选"))
        self.text.setPlaceholderText(self.tr("姓名、拼音首字母或岗位"))
        self.list.setObjectName("seat_list")
        self.list.setAccessibleName(self.tr("可就座的人员"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.setFocusProxy(self.text)
        self._hint.setEnabled(False)
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(TIGHT)
        self.password.setObjectName("seat_password")
        self.password.setAccessibleName(self.tr("密码"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.hide()
        for part in (self.text, self.list, self.password, self._hint):
            column.addWidget(part, 1 if part is self.list else 0)

    def _wire(self) -> None:
        self.text.textChanged.connect(self._offer)
        self.list.doubleClicked.connect(self.sit_down)
        keys = FormKeys(self)
        keys.bind("Return", self.sit_down)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.text, self.list, self.password)
        moves = FormKeys(self)
        moves.bind("Down", partial(self._step, 1))
        moves.bind("Up", partial(self._step, -1))
        moves.watch(self.text)


def _spell(people: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    return {key: spellings(name) for key, name in people}
