"""Two persons sign in turn at one seat, each with the own password, whoever sits there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from commandcenter.domain.commands import SignHandover
from commandcenter.domain.handover import Handover
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import Accounts, AskAccounts
from ui.panels.keys import FormKeys
from ui.words import say

if TYPE_CHECKING:
    from ui.panels.handover_page import HandoverPage

FIRST = "none"
"""How the Desk calls the account of somebody who never set a password."""


class Signing(QObject):
    """Offers who has not signed, gives the signature, and leads to the case that is missing."""

    def __init__(self, page: HandoverPage) -> None:
        """For that page's strip."""
        super().__init__(page)
        self._page, self._strip = page, page.sign
        self._missing = ""
        self._strip.wanted.connect(self._sign)
        self._strip.person_changed.connect(self._look)
        self._strip.differs.connect(self._tell_differs)
        keys = FormKeys(page)
        keys.bind("Ctrl+Down", self.go_to_missing)
        keys.watch(self._strip.password, self._strip.again, self._strip.person, page.items)

    def begin(self) -> None:
        """Open the strip for who sits here, else for who has not signed."""
        page = self._page
        page.note.clear()
        page.open_strip(self._strip)
        self._look(self._strip.person.currentData() or "")
        self._strip.password.setFocus()

    def offer(self, record: Handover) -> None:
        """Who of the two has not signed yet; who sits here is proposed, else the outgoing."""
        page = self._page
        parts = (
            (record.outgoing, record.out_signed_at, say("交班人 {name}")),
            (record.incoming, record.in_signed_at, say("接班人 {name}")),
        )
        waits = [
            (person, text.format(name=page.names.get(person, person)))
            for person, at, text in parts
            if at is None
        ]
        keys = [person for person, _ in waits]
        me = page.desk.who
        self._strip.offer_people(waits, me if me in keys else next(iter(keys), ""))

    def go_to_missing(self) -> None:
        """Go to the case that the refusal named."""
        if self._missing:
            self._page.go_to(self._missing)

    # ---- how ----------------------------------------------------------------------------

    def _look(self, person: str) -> None:
        """Whether this signature sets the password: only a desk without a server lets it."""
        self._strip.ask_twice(False)
        desk = self._page.desk
        if person and desk.login is None:
            told = partial(self._heard, person)
            desk.worker.ask("handover.account", AskAccounts(), person, told, owner=self._page)

    def _heard(self, person: str, accounts: object) -> None:
        assert isinstance(accounts, Accounts)
        if person == self._strip.person.currentData():
            mine = [one for one in accounts.people if one.person == person]
            self._strip.ask_twice(bool(mine) and mine[0].state == FIRST)

    def _sign(self, person: str, password: str) -> None:
        page, desk = self._page, self._page.desk
        record = page.running
        if record is None:
            return
        page.note.clear()
        self._missing = ""
        command = SignHandover(handover=record.id, password=password)
        self._strip.clear()
        if desk.do_as is not None and person != desk.who:
            call = partial(desk.do_as, command, person, password)
            desk.worker.run(call, self._signed, page.broken, page, self._refused)
        else:
            desk.worker.do(command, person, self._signed, self._refused, page.broken, page)

    def _signed(self, receipt: object) -> None:
        if self._page.strip is not self._strip:
            return  # left meanwhile
        self._strip.ask_twice(False)
        if self._strip.person.count() < 2:
            self._page.leave_strip()
        elif self._strip.has_keyboard:
            self._strip.password.setFocus()

    def _refused(self, said: Refusal) -> None:
        self._page.refused(said)
        self._missing = str(said.values.get("case", ""))
        if self._missing:
            more = say("　按 Ctrl+↓ 转到这一件")
            self._page.note.refuse(self._page.note.text() + more)
        if self._strip.has_keyboard:
            self._strip.password.setFocus()

    def _tell_differs(self) -> None:
        self._page.note.refuse(say("两次输入的密码不一样，请再输一次"))
