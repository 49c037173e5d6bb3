"""The panel of what is owed to callers and leaders: call-backs and supervision orders."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from commandcenter.domain.case import CaseState
from commandcenter.services.views import Board, CaseLine, Changes, Reference
from ui.context import DeskContext
from ui.pace import Calm
from ui.panels.callback_page import CallbackPage
from ui.panels.orders_page import OrdersPage
from ui.scale import NONE

TICK_MS, ASK_MS = 1000, 250


class CallbackPanel(QWidget):
    """Two pages; only the feed changes what they show. `left` asks for the queue."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(parent)
        self.setObjectName("callback_panel")
        self._desk, self._sitting = desk, (desk.who, desk.roles)
        self.calls, self.orders = CallbackPage(desk), OrdersPage(desk)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self.calls, self.tr("回访"))
        self.tabs.addTab(self.orders, self.tr("督办单"))
        self.tabs.tabBar().setAccessibleName(self.tr("回访和督办单"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.addWidget(self.tabs)
        self._calm = Calm(self._ask, ASK_MS, self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._wire()

    def open_page(self, orders: bool) -> None:
        """Bring a page to the front with the keyboard in its list."""
        page = self.orders if orders else self.calls
        self.tabs.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def load(self, board: Board) -> None:
        """A board came: ask anew."""
        self._ask()

    def apply(self, changes: Changes) -> None:
        """Ask anew when something that is shown or belongs here has changed."""
        touched = (*(one.id for one in changes.cases), *(one.subject for one in changes.entries))
        cases = frozenset(touched)  # who looks at a telephone touches no case
        shown = self.calls.concerns(cases) or self.orders.concerns(cases)
        if shown or any(_here(one) for one in changes.cases):
            self._calm.want()

    def sits(self) -> None:
        """Somebody else sits here, or may do something else."""
        now = (self._desk.who, self._desk.roles)
        if now != self._sitting:
            self._sitting = now
            self.calls.forget()
            self.orders.forget()

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        self.calls.refer()
        self.orders.refer()

    def set_theme(self, chosen: object) -> None:
        """Write in the colours in force."""
        self._tick()

    def stop(self) -> None:
        """Ask no more."""
        self._calm.stop()
        self._timer.stop()

    def kept(self) -> dict[str, Any]:
        """What is ticked and typed, for the drafts."""
        return self.calls.kept()

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self.calls.talk.restore(kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _ask(self) -> None:
        self.calls.ask()
        self.orders.ask()

    def _tick(self) -> None:
        if self.calls.isVisible():
            self.calls.tick()
        elif self.orders.isVisible():
            self.orders.draw()

    def _lead(self, case: str, action: str, part: str = "") -> None:
        """Open an action of a case in its form; the panel waits behind it."""
        self._desk.selection.set_case(case)
        self._desk.selection.set_part(part)
        self._desk.start(action)

    def _wire(self) -> None:
        titles = (self.tr("回访 %1"), self.tr("督办单 %1"))
        for index, page in enumerate((self.calls, self.orders)):
            page.left.connect(self.left)
            page.leads.connect(self._lead)
            page.told.connect(
                lambda many, at=index: self.tabs.setTabText(at, titles[at].replace("%1", str(many)))
            )
        self.setFocusProxy(self.calls)
        self.tabs.currentChanged.connect(lambda at: self.setFocusProxy(self.tabs.widget(at)))


def _here(line: CaseLine) -> bool:
    """Whether it belongs here: to be called, to be redone, or supervised."""
    redone = line.state is CaseState.IN_PROGRESS and line.rounds > 1
    return line.state is CaseState.CALLBACK or line.supervised or redone
