"""Plans and emergencies: the plan editor, and the record of what was switched and drilled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from commandcenter.services.modes import MODE_KINDS
from commandcenter.services.views import Board, Changes
from ui.context import DeskContext
from ui.keyring import keyed
from ui.panels.keys import FormKeys
from ui.panels.plan_page import PlanPage
from ui.panels.records import RecordsPage
from ui.scale import NONE
from ui.theme import Colours

PLAN_KINDS = frozenset({"plan_set", "pattern_set"})


class PlansPanel(QWidget):
    """Two pages that ask when they are shown and when the feed tells of their things."""

    left = Signal()

    def __init__(
        self,
        desk: DeskContext,
        ask: Callable[[Any, str], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Nothing is asked before it is shown; `ask` is Desk.ask, for the replay in a report."""
        super().__init__(parent)
        self.setObjectName("plans")
        self._desk, self._who = desk, desk.who
        self._roles: frozenset[str] = frozenset()
        self._stale = True
        self.plan, self.records = PlanPage(desk), RecordsPage(desk, ask)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self.plan, self.tr("预案 Ctrl+1"))
        self.tabs.addTab(self.records, self.tr("应急记录 Ctrl+2"))
        self.tabs.tabBar().setAccessibleName(self.tr("预案和应急记录"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.addWidget(self.tabs)
        for page in (self.plan, self.records):
            page.left.connect(self.left)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bind()

    def load(self, board: Board) -> None:
        """A board was loaded: what stood here may be old."""
        self.records.load(board)
        self._refresh()

    def apply(self, changes: Changes) -> None:
        """Ask anew for what the entries tell of."""
        self.records.apply(changes)
        self._entitle()
        kinds = {entry.kind for entry in changes.entries}
        if kinds & PLAN_KINDS:
            self._ask(self.plan)
        if kinds & MODE_KINDS:
            self._ask(self.records)

    def set_theme(self, chosen: Colours) -> None:
        """Draw in the colours in force."""
        self.plan.form.dress()
        self.records.dress()

    def closing(self) -> str:
        """What is said once before the window goes, "" when nothing would be lost."""
        if not (self.plan.unsaved or self.records.unsaved):
            return ""
        told = self.tr("预案或复盘报告有改动没有保存：Ctrl+Shift+Y 回去保存；再关一次窗口就丢弃")
        return keyed(told, "plans")

    def sits(self) -> None:
        """Somebody sat down: what another saw goes, what may be done is asked anew."""
        if self._who != self._desk.who:
            self._who = self._desk.who
            self.records.forget()
            self._stale = True
            self._refresh()
        self._entitle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._entitle()
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.tabs.currentWidget().setFocus(event.reason())

    def _bind(self) -> None:
        """Ctrl+1 and Ctrl+2 turn the pages from anywhere in them; Esc leaves from the tabs too."""
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for at in range(self.tabs.count()):
            key = QShortcut(QKeySequence(f"Ctrl+{at + 1}"), self, context=own)
            key.activated.connect(partial(self._turn, at))
        keys = FormKeys(self)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.tabs.tabBar(), self.records.tabs.tabBar())

    def _turn(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self.tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _entitle(self) -> None:
        if self._roles != self._desk.roles:
            self._roles = self._desk.roles
            self.plan.entitle()
            self.records.entitle()

    def _ask(self, page: PlanPage | RecordsPage) -> None:
        if self.isVisible():
            page.refresh()
        else:
            self._stale = True

    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self.plan.refresh()
            self.records.refresh()
