"""The desk at a server: the same window, and what a link that may fail adds to it."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal

from commandcenter.domain.commands import Command
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.seat import SeatDesk
from commandcenter.services.views import (
    AskBoard,
    AskCandidates,
    AskCase,
    AskFind,
    AskReference,
    AskRules,
    Board,
)
from ui.context import DeskContext
from ui.desk import OpenDesk
from ui.drafts import Found, Shelf
from ui.menus import make
from ui.recall import typed
from ui.remote.lock import ScreenLock
from ui.remote.password import PasswordPanel
from ui.remote.unsent import UnsentPanel
from ui.words import names_of

LOOK_MS = 250
TABLES = frozenset({AskReference, AskRules})
BY_HAND = (AskCandidates, AskCase, AskFind)
"""Questions that a hand has asked: without a link they are answered with a word."""


class RemoteOpenDesk(OpenDesk):
    """Says how old the data is while the link is lost, and shows what is not sent yet.

    `linked` carries whether the screen follows the server; it comes at each change.
    """

    linked = Signal(bool)
    _rung = Signal()

    def __init__(self, *given: Any) -> None:
        """As OpenDesk, on a RemoteCenter at which somebody is logged in."""
        self._lost = self._sending = False
        self._unlisten = lambda: None
        self._known: frozenset[str] = frozenset()
        self._told = ""
        self.lock: ScreenLock | None = None
        super().__init__(*given)

    @property
    def remote(self) -> SeatDesk:
        """The seat's desk."""
        desk = self.center.desk
        assert isinstance(desk, SeatDesk)
        return desk

    def start(self) -> None:
        """As OpenDesk; the link is watched from now on."""
        self._unlisten = self.remote.listen(self._bell)
        self._looking.start()
        self._look()
        self.lock = ScreenLock(self.window, self.worker, self.remote.unlock, self._name_here)
        super().start()

    def _make_context(self, *given: Any) -> DeskContext:
        context = super()._make_context(*given)
        context.login, context.do_as = self._log_in, self.remote.do_as
        context.unsent = lambda: len(self.remote.unsent)
        return context

    def _make_panels(self) -> dict[str, Any]:
        panels = super()._make_panels()
        self.unsent = UnsentPanel(self.context, self.remote)
        self.password = PasswordPanel(self.context)
        return {**panels, "unsent": self.unsent, "password": self.password}

    def _wire(self) -> None:
        super()._wire()
        show = partial(self.window.go, "unsent")
        keys = ("Ctrl+Shift+N",)
        action = make(self.window, "unsent", self.tr("未发送的内容"), keys, "stale", show)
        action.setWhatsThis(self.tr("看还没有发给服务器的内容，被拒的在这里定夺。"))
        self.window.add_action(self.tr("工作台"), action)
        self._add_password()
        self.band.unsent_wanted.connect(show)
        self.unsent.left.connect(partial(self._put_away, "unsent"))
        self.feed.answered.connect(self._answered)
        self.selection.case.connect(self._show_strip)
        self._rung.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)

    def _add_password(self) -> None:
        keys, go = ("Ctrl+Shift+K",), partial(self.window.go, "password")
        action = make(self.window, "password", self.tr("登录密码"), keys, "password", go)
        action.setWhatsThis(self.tr("改自己的密码；管理员给别人设密码、解除锁定。"))
        self.window.add_action(self.tr("工作台"), action)
        self.password.due.connect(go)
        self.password.left.connect(partial(self._put_away, "password"))

    def _load(self, board: object) -> None:
        super()._load(board)
        self._show_unsent()

    # ---- the link ---------------------------------------------------------------------------

    def _bell(self) -> None:
        """On the link's thread: it has come, gone, or told of a change."""
        self._rung.emit()

    def _look(self) -> None:
        """See how the link stands; at once when it comes or goes, and four times a second."""
        if not self._running:
            return
        there = self.remote.connected
        if self.remote.lost and not self._lost:
            self._lost = True
            self.band.show_cut(self.feed.as_of or self.context.now())
            self._show_strip()
            self.linked.emit(False)
        self._show_unsent()
        if there and not self._sending and self.remote.waiting:
            self._sending = True
            self.worker.run(self.remote.send_waiting, self._sent, self._sent, self)
        ended = None if there else self.remote.ended
        code = ended.code if ended else ""
        if ended is not None and code != self._told:
            self._ended(ended)
        self._told = code

    def may_ask_again(self) -> bool:
        """Not before the feed has caught up; it waits for a board that has not come."""
        return self.remote.connected and (not self._lost or not self.feed.running)

    def _answered(self) -> None:
        """The server has answered: after a loss what was missed is on the screen now."""
        if not self.remote.connected:
            return
        recalled, lost = self.remote.recalled(), self._lost
        self._lost = False
        if lost:
            self.band.show_cut(None)
            self._show_strip()
        if recalled & TABLES:
            self._ask_tables()
        if recalled or lost:
            self.panels.tell("relinked")
        if lost:
            text = self.tr("连接已恢复，已补齐到第 %1 条").replace("%1", str(self.feed.seq))
            self.context.say("info", text)
            self.linked.emit(True)

    def _sent(self, ended: object) -> None:
        self._sending = False

    def _ended(self, said: Refusal) -> None:
        """The server will not have this seat any more until somebody does something."""
        if said.code != "no_link":
            super()._refused(None, said)
        if said.code == "login_needed" and not self.seat.isVisible():
            self._choose_seat()

    def _refused(self, subject: object, said: Refusal) -> None:
        if said.code != "no_link" or isinstance(subject, Command):
            super()._refused(subject, said)
        elif isinstance(subject, BY_HAND):
            self.context.say("refusal", self.tr("连接中断，本机没有这一项的资料；请等连接恢复"))

    # ---- what is not sent ---------------------------------------------------------------------

    def _show_unsent(self) -> None:
        items = self.remote.unsent
        keys = frozenset(f"{one.command.id} {one.refused is not None}" for one in items)
        if keys == self._known:
            return
        new, self._known = keys - self._known, keys
        fresh = [one for one in items if f"{one.command.id} {one.refused is not None}" in new]
        self.band.show_unsent(len(items))
        self.unsent.refresh()
        self.queue.show_unsent(frozenset(one.case for one in items if one.case))
        self._show_strip()
        if any(one.refused is not None for one in fresh):
            text = self.tr("有一条补发的内容被拒；请看“未发送”，按现在的情况定夺")
            self.context.say("warning", text)
        elif fresh:
            self.context.say("info", self.tr("未发送：已存在本机，连接恢复后自动发出"))

    def _show_strip(self) -> None:
        """Over the case: what of it is not sent, and what of it this seat does not know."""
        self.dispatch.show_wish(self._lost)
        case = self.selection.current_case
        told = self.unsent.of_case(case) if case else []
        if case and self._lost and not self.remote.whole(case):
            told.append(self.tr("连接中断：本机没有这件的最新经过，只有看板上的内容"))
        self.case.show_strip("\n".join(told))

    # ---- who sits here ------------------------------------------------------------------------

    def _open_vault(self) -> tuple[Shelf, Found]:
        vault = self.remote.vault
        assert vault is not None
        import_module("ui.line.wiring")
        shelf = Shelf(vault)
        return shelf, shelf.read()

    def _log_in(self, person: str, password: str) -> Person:
        """On the worker: the person, when the password is right; raises Refusal."""
        entered = self.remote.login(person, password)
        board = self.remote.ask(AskBoard(), entered)
        return next(one for one in board.people if one.id == entered)

    def _sit(self, person: Person) -> None:
        changed = self.context.who != person.id
        super()._sit(person)
        if changed:
            self._change_over()

    def _change_over(self) -> None:
        """Another person: own drafts, own view of the street, own unsent things."""
        if self.drafts is not None:
            self.drafts.stop()
            self.drafts.deleteLater()
            self.drafts = None
        for form in typed(self).values():
            form.restore({})
        self.feed.stop()
        self.context.ask("desk.reference", AskReference(), self._refer)  # names are by rights
        self.context.ask("desk.board", AskBoard(), self._load_again)

    def _load_again(self, board: object) -> None:
        assert isinstance(board, Board)
        self._names = names_of(self.context.reference, board.teams)
        self.panels.tell("load", board)
        self.feed.start(board.seq)
        self._known = frozenset()
        self._show_unsent()
        self.worker.run(self._open_vault, self._begin_drafts, owner=self)

    def _name_here(self) -> str:
        return self.context.reference.names.get(self.context.who, self.context.who)

    def _shut(self) -> None:
        if self.lock is not None:
            self.lock.stop()
        self._looking.stop()
        self._unlisten()
        super()._shut()
