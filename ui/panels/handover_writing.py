"""What is written in a handover: a question on a case, why a record goes, a correction."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from commandcenter.domain.commands import AddAddendum, Command, DropHandover
from ui.panels.handover_forms import LineStrip

if TYPE_CHECKING:
    from ui.panels.handover_page import HandoverPage

Key = tuple[str, str]
"""What the words are about, and the words."""


class Writing(QObject):
    """Opens the strip, gives the words once, and keeps them in it until they are done."""

    def __init__(self, page: HandoverPage) -> None:
        """For that page's strips."""
        super().__init__(page)
        self._page = page
        self._under_way: set[Key] = set()
        page.question.wanted.connect(self._ask)
        page.addendum.wanted.connect(self._add)
        page.drop.wanted.connect(self._drop)

    def begin_question(self) -> None:
        """Write what is not clear about the case under the cursor."""
        page = self._page
        record = page.running
        if record is not None and page.desk.who == record.incoming and page.items.current():
            page.begin(page.question)

    def begin_addendum(self) -> None:
        """Write a correction beside a signed record."""
        page = self._page
        if page.view and page.view.handover and page.view.handover.signed:
            page.begin(page.addendum)

    def begin_drop(self) -> None:
        """Say why the frozen record goes."""
        if self._page.running is not None:
            self._page.begin(self._page.drop)

    def forget(self) -> None:
        """Somebody else sits here: nobody's words are given in another's name."""
        self._page.question.line.clear()
        self._page.addendum.line.clear()

    def _ask(self, text: str) -> None:
        page = self._page
        command = page.taking(text)
        if command is not None:
            case = command.case
            self._give(page.question, (case, text), command, lambda: page.case == case)

    def _add(self, text: str) -> None:
        page, record = self._page, self._page.shown
        if record is not None:
            command = AddAddendum(handover=record, words=text)
            self._give(page.addendum, (record, text), command, lambda: page.shown == record)

    def _drop(self, reason: str) -> None:
        page = self._page
        if page.running is not None:
            page.give(DropHandover(handover=page.running.id, reason=reason))
        page.leave_strip()

    def _give(self, strip: LineStrip, key: Key, command: Command, here: Callable[[], bool]) -> None:
        """`here` tells whether what the words are about is in front still."""
        if key in self._under_way:
            return
        self._under_way.add(key)
        ended = partial(self._under_way.discard, key)

        def done(receipt: object) -> None:
            ended()
            if strip.line.text().strip() != key[1]:
                return
            if self._page.strip is not strip:
                strip.line.clear()
            elif here():
                strip.line.clear()
                self._close(strip)

        self._page.give(command, done, ended)

    def _close(self, strip: LineStrip) -> None:
        """Where the keyboard was in the line it is the list's again, and a question walks on."""
        page, walks = self._page, strip is self._page.question
        if not strip.has_keyboard:
            page.open_strip(None)
            return
        page.leave_strip()
        if walks:
            page.items.go_open()
