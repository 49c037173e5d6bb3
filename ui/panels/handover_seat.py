"""The incoming person sits down at the seat of the outgoing one, without a walk through menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from commandcenter.domain.commands import TakeSeat
from commandcenter.domain.refusal import Refusal
from ui.seat import SEAT
from ui.words import say

if TYPE_CHECKING:
    from ui.panels.handover_page import HandoverPage

Here = tuple[str, str]
"""Who sat here and on what record, when the password was given."""


class SeatChange(QObject):
    """Without a server the incoming sits down by one key, at a server by the password."""

    def __init__(self, page: HandoverPage) -> None:
        """For that page's strip."""
        super().__init__(page)
        self._page = page
        self._entering = False
        page.take.wanted.connect(self._log_in)

    def begin(self) -> None:
        """Let the incoming person of the frozen record take this seat."""
        page = self._page
        record = page.running
        if record is None or page.desk.who == record.incoming:
            return
        page.note.clear()
        if page.desk.login is None:
            command = TakeSeat(seat=SEAT)
            worker, who = page.desk.worker, record.incoming
            worker.do(command, who, None, page.refused, page.broken, page)
            return
        page.take.ask(page.names.get(record.incoming, record.incoming))
        page.open_strip(page.take)
        page.take.setFocus()

    def _log_in(self, password: str) -> None:
        """Try one password at a time, because each wrong one counts."""
        page = self._page
        record, login = page.running, page.desk.login
        if record is None or login is None:
            return
        page.note.tell(say("正在登录…"))
        if self._entering:
            return
        self._entering = True
        page.take.password.clear()
        call, here = partial(login, record.incoming, password), (page.desk.who, record.id)
        broken, refused = partial(self._broken, here), partial(self._not_entered, here)
        page.desk.worker.run(call, self._entered, broken, page, refused)

    def _entered(self, person: object) -> None:
        self._entering = False
        if self._page.strip is self._page.take:
            self._page.leave_strip()
        self._page.taken.emit(person)

    def _broken(self, here: Here, error: Exception) -> None:
        self._entering = False
        if here == (self._page.desk.who, self._page.shown):
            self._page.broken(error)

    def _not_entered(self, here: Here, said: Refusal) -> None:
        self._entering = False
        if here != (self._page.desk.who, self._page.shown):
            return
        self._page.refused(said)
        if self._page.take.has_keyboard:
            self._page.take.setFocus()
