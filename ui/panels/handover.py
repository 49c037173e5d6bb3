"""The handover panel: now, notices, promises, things of the room, and what was signed before."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from commandcenter.domain.person import Person
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.rights import ASKING
from commandcenter.services.views import Board, Changes, Reference
from ui.context import DeskContext
from ui.keyring import say_keyed
from ui.pace import Calm
from ui.panels.case_text import Nothing
from ui.panels.handover_kit import KitPage
from ui.panels.handover_lists import ListPage, NoticePage
from ui.panels.handover_page import HandoverPage
from ui.panels.handover_promises import PromisePage
from ui.panels.handover_records import RecordPage
from ui.words import names_of

TICK_MS, ASK_MS = 15_000, 1_500
"""Time left is drawn anew, and what changed is asked for at most, this often."""


class HandoverPanel(QWidget):
    """Pages under tabs; the one in front asks the Desk when shown and after what changes it.

    `left` asks for the keyboard to go back to the queue, `taken` carries the Person who sits
    down here to receive.
    """

    left = Signal()
    taken = Signal(object)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(parent)
        self.setObjectName("handover_panel")
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._teams: dict[str, str] = {}
        self._sitting: tuple[str, frozenset[str]] = ("", frozenset())
        self.page = HandoverPage(desk)
        self.notices, self.kit = NoticePage(desk), KitPage(desk)
        self.promises, self.records = PromisePage(desk), RecordPage(desk)
        self.tabs = QTabWidget(documentMode=True)
        self._asking = Calm(self._refresh, ASK_MS, self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.page.tick)
        self._lay_out()
        self._wire()

    # ---- what the desk tells ---------------------------------------------------------------

    def load(self, board: Board) -> None:
        """A board was loaded: what stood here may be old."""
        self._people = {one.id: one for one in board.people}
        self._teams = {one.id: one.name for one in board.teams}
        self.promises.lines.load(board.cases)
        self._name()
        self._ask_if_seen()

    def apply(self, changes: Changes) -> None:
        """Ask anew after what may have changed what is in front."""
        self._people.update({one.id: one for one in changes.people})
        self.promises.lines.apply(changes.cases)
        for entry in changes.entries:
            both = entry.kind == "handover_signed" and entry.facts.get("both")
            if both and self.page.shown == entry.subject:
                self.page.show_record(entry.subject)  # its signatures are looked at once more
        if changes.people or changes.teams:
            self._teams.update({one.id: one.name for one in changes.teams})
            self._name()
        if changes.entries:
            self._ask_if_seen()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: everything by its present name."""
        self._name()
        self.page.redraw()
        self._ask_if_seen()

    def set_theme(self, chosen: object) -> None:
        """Write and paint in the colours in force."""
        self.page.redraw()

    def sits(self) -> None:
        """Somebody else sits here, or may do something else than before."""
        sitting = (self._desk.who, self._desk.roles)
        if sitting == self._sitting:
            return
        if sitting[0] != self._sitting[0]:
            self.page.forget()
            self.page.writing.forget()
            self.page.leave_strip()
        self._sitting = sitting
        self._show_rights()
        self.page.redraw()

    # ---- what the person does ----------------------------------------------------------------

    def show_record(self, record: str) -> None:
        """Look at a stored record."""
        self.tabs.setCurrentWidget(self.page)
        self.page.show_record(record)
        self.page.setFocus()

    def sign(self) -> None:
        """Open the strip of signatures on the record under way, once it is there."""
        self.tabs.setCurrentWidget(self.page)
        self.page.sign_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_rights()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.page.forget()
        self._timer.stop()

    # ---- how -----------------------------------------------------------------------------------

    def _ask_if_seen(self) -> None:
        if self.isVisible() and self._may():
            self._asking.want()

    def _refresh(self) -> None:
        front = self.tabs.currentWidget()
        if self.isVisible() and isinstance(front, HandoverPage | ListPage):
            front.refresh()

    def _may(self) -> bool:
        return bool(self._desk.roles & {role.value for role in ASKING[AskHandover]})

    def _show_rights(self) -> None:
        """Who may not read a handover is told so instead of being refused."""
        may = self._may()
        self.tabs.setVisible(may)
        self._barred.setVisible(not may)

    def _name(self) -> None:
        names = {**names_of(self._desk.reference), **self._teams}
        people = sorted((one, names.get(one, one)) for one in self._people)
        self.kit.people = people
        self.page.people, self.page.names = self._people, names
        for one in (self.notices, self.kit, self.promises, self.records):
            one.names = names

    def _turned(self) -> None:
        front = self.tabs.currentWidget()
        self.setFocusProxy(front)
        if self.isVisible():
            front.setFocus()

    def _lay_out(self) -> None:
        titled = (
            (self.page, self.tr("交接")),
            (self.notices, self.tr("提示")),
            (self.promises, self.tr("承诺")),
            (self.kit, self.tr("装备")),
            (self.records, self.tr("历次交接")),
        )
        for page, title in titled:
            self.tabs.addTab(page, title)
        self.tabs.tabBar().setAccessibleName(self.tr("交接班"))
        barred = self.tr("您的角色看不到交接；请由值班长或调度员就座（Ctrl+U）。")
        self._barred = Nothing("")
        say_keyed(self._barred, barred, "seat")
        self._barred.hide()
        self.setFocusProxy(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._barred)

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._turned)
        self.page.taken.connect(self.taken)
        for page in (self.page, self.notices, self.promises, self.kit, self.records):
            page.left.connect(self.left)
        self.records.opened.connect(self.show_record)
