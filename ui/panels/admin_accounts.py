"""The accounts: who has a password, who is locked, and a code that opens one login."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commandcenter.domain.commands import BarPerson, Command, SetPassword, UnlockPerson
from commandcenter.services.passwords import one_time_code
from commandcenter.services.views import Account, Accounts, AskAccounts
from ui import words
from ui.context import DeskContext
from ui.keyring import keyed
from ui.models.admin_plain import PlainRow
from ui.panels.admin_plain import PlainTable
from ui.panels.keys import FormKeys
from ui.scale import BELOW
from ui.words import clock_text, say

STATES = {
    "none": "○ 未设密码",
    "open": "● 正常",
    "once": "◇ 一次性口令，未用",
    "used": "◆ 口令已用，未设密码",
    "locked": "■ 已锁定，到 {until}",
    "barred": "✕ 已停用",
}
TONES = {"none": "dim", "once": "accent", "used": "warning", "locked": "danger", "barred": "danger"}


class AccountsPage(QWidget):
    """Everybody's account; at a local desk it says why there is none.

    `left` comes from Esc.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        super().__init__(parent)
        self._desk = desk
        self._known: dict[str, Account] = {}
        heads = [self.tr(one) for one in ("姓名", "编号", "角色", "登录状态", "在线坐席")]
        self.table = PlainTable(heads, "admin.accounts")
        self.table.setAccessibleName(self.tr("账号"))
        self._told = QLabel(objectName="admin.code", wordWrap=True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told.hide()
        self._none = QLabel(objectName="admin.local", wordWrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()

    @property
    def at_server(self) -> bool:
        """Whether people log in here at all."""
        return self._desk.login is not None

    def refresh(self) -> None:
        """Ask anew how everybody stands; at a local desk there is nothing to ask."""
        self._none.setVisible(not self.at_server)
        for one in (self.table, *self._buttons.values()):
            one.setVisible(self.at_server)
        if self.at_server:
            self._desk.ask("admin.accounts", AskAccounts(), self._show)

    def forget(self) -> None:
        """Let go of everything: somebody else sits here now."""
        self._known = {}
        self._told.clear()
        self._told.hide()
        self.table.load(())

    def give_code(self) -> None:
        """A code that opens one login of the current person; it is shown here once."""
        person = self.table.current()
        if person:
            code = one_time_code()
            name = self._name(person)
            text = self.tr("%1 的一次性口令：%2　当面告知；登录一次后必须自己设密码。")
            told = text.replace("%1", name).replace("%2", code)
            command = SetPassword(person=person, password=code, once=True)
            self._give(command, lambda: self._tell(told))

    def unlock(self) -> None:
        """Let the current person in again."""
        if person := self.table.current():
            self._give(UnlockPerson(person=person), self._told.hide)

    def bar(self) -> None:
        """Let the current person in no more."""
        if person := self.table.current():
            self._give(BarPerson(person=person), self._told.hide)

    def _give(self, command: Command, done: Callable[[], None]) -> None:
        self._desk.do(command, lambda receipt: done())

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()

    def _show(self, accounts: object) -> None:
        assert isinstance(accounts, Accounts)
        if "administrator" not in self._desk.roles:
            return  # the seat changed while the answer was on its way
        self._known = {one.person: one for one in accounts.people}
        self.table.load([self._row(one) for one in accounts.people])
        self._fit()

    def _row(self, one: Account) -> PlainRow:
        until = clock_text(one.until, self._desk.now(), self._desk.clock.zone) if one.until else ""
        state = say(STATES[one.state]).format(until=until)
        roles = words.listed(words.word(role) for role in one.roles) or self.tr("（无角色）")
        cells = (self._name(one.person), one.person, roles, state, str(one.seats or ""))
        return PlainRow(one.person, cells, TONES.get(one.state, "text"))

    def _name(self, person: str) -> str:
        return self._desk.reference.names.get(person, person)

    def _fit(self) -> None:
        """Offer only what would do something for the current person."""
        one = self._known.get(self.table.current())
        other = one is not None and one.person != self._desk.who
        state = one.state if one is not None else ""
        self._buttons["code"].setEnabled(other)
        self._buttons["unlock"].setEnabled(state in ("locked", "barred"))
        self._buttons["bar"].setEnabled(other and state not in ("none", "barred"))

    def _lay_out(self) -> None:
        self.setFocusProxy(self.table)
        none = self.tr(
            "这是单机：没有登录，账号和密码只在服务器上用。\n"
            "谁能做什么由“人员与角色”决定，按 Ctrl+U 换人。\n"
            "要多席位登录，请用 serve 启动服务器，再在坐席上打开本页。"
        )
        self._none.setText(keyed(none, "seat"))
        bar, keys = QHBoxLayout(), FormKeys(self)
        bound: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            ("code", self.tr("一次性口令 Ctrl+G"), "Ctrl+G", self.give_code),
            ("unlock", self.tr("解除锁定 Ctrl+L"), "Ctrl+L", self.unlock),
            ("bar", self.tr("停用登录 Ctrl+D"), "Ctrl+D", self.bar),
        )
        for name, text, key, call in bound:
            button = self._buttons[name] = QPushButton(text, objectName=f"admin.{name}")
            button.clicked.connect(call)
            keys.bind(key, button.click)
            bar.addWidget(button)
        keys.watch(self.table)
        bar.addWidget(self._told, 1)
        bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*BELOW)
        column.addWidget(self._none)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.table.left.connect(self.left)
        self.table.moved.connect(self._fit)
