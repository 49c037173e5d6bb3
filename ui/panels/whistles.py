"""The panel of 吹哨 and 会商: two pages over one answer, asked anew when the feed tells of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from commandcenter.services.rights import ASKING
from commandcenter.services.views import Board, Changes, Reference
from commandcenter.services.whistle_views import AskWhistles, Whistles
from ui.context import DeskContext
from ui.pace import Calm
from ui.panels.meetings_page import MeetingsPage
from ui.panels.whistles_page import NOTHING, WhistlesPage
from ui.scale import NONE

TICK_MS, ASK_MS = 1000, 250
KINDS = ("whistle_", "consult")
ENDS = frozenset({"case_closed", "case_voided", "case_merged", "callback_recorded"})


class WhistlesPanel(QWidget):
    """Two pages; only the feed changes what they show. `left` asks for the queue."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Asks once a board is loaded, and behind another panel too: it must not lag when shown."""
        super().__init__(parent)
        self.setObjectName("whistles_panel")
        self._desk, self._sitting = desk, (desk.who, desk.roles)
        self.called, self.meetings = WhistlesPage(desk), MeetingsPage(desk)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self.called, self.tr("吹哨"))
        self.tabs.addTab(self.meetings, self.tr("会商"))
        self.tabs.tabBar().setAccessibleName(self.tr("吹哨和会商"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.addWidget(self.tabs)
        self._cases: frozenset[str] = frozenset()
        self._to_record = ""
        self._calm = Calm(self._ask, ASK_MS, self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._wire()

    def open_page(self, meetings: bool) -> None:
        """Bring a page to the front with the keyboard in its list."""
        page = self.meetings if meetings else self.called
        self.tabs.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def record(self, case: str) -> None:
        """Record the consultation of this case as soon as the answer is here."""
        self._to_record = case
        self._ask()

    def load(self, board: Board) -> None:
        """A board came: ask anew."""
        self._ask()

    def apply(self, changes: Changes) -> None:
        """Ask anew when a whistle or consultation moved, or the case of one that is shown."""
        told = any(one.kind.startswith(KINDS) or one.kind in ENDS for one in changes.entries)
        if told or any(one.id in self._cases for one in changes.cases):
            self._calm.want()

    def sits(self) -> None:
        """Somebody else sits here, or may do something else; told when anybody's shift changes."""
        now = (self._desk.who, self._desk.roles)
        if now != self._sitting:
            other, self._sitting = now[0] != self._sitting[0], now
            if other or not self._may:
                self._show(NOTHING)
            self._ask()

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        self.called.refer()
        self.meetings.refer()

    def set_theme(self, chosen: object) -> None:
        """Draw in the colours in force."""
        self.meetings.form.set_theme(chosen)
        self._tick()

    def stop(self) -> None:
        """Ask no more."""
        self._calm.stop()
        self._timer.stop()

    def kept(self) -> dict[str, Any]:
        """What is typed, for the drafts."""
        return self.meetings.form.kept()

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self.meetings.form.restore(kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @property
    def _may(self) -> bool:
        return bool(self._desk.roles & ASKING[AskWhistles])

    def _ask(self) -> None:
        if not self._may:
            self._to_record = ""
            return
        worker, who, no = self._desk.worker, self._desk.who, self._unanswered
        worker.ask("whistles", AskWhistles(), who, self._show, no, self, no, lasting=True)

    def _unanswered(self, why: object) -> None:
        """A link that comes back after minutes fills the list, and opens no form."""
        self._to_record = ""

    def _show(self, found: object) -> None:
        assert isinstance(found, Whistles)
        cases = {one.whistle.case for one in found.whistles}
        self._cases = frozenset(cases | {one.consultation.case for one in found.consultations})
        self.called.show_found(found)
        self.meetings.show_found(found)
        if self._to_record:
            self.meetings.record_of(self._to_record)
            self._to_record = ""
        titles = ((self.tr("吹哨 %1"), len(found.whistles)),
                  (self.tr("会商 %1"), len(found.consultations)))  # fmt: skip
        for place, (title, many) in enumerate(titles):
            self.tabs.setTabText(place, title.replace("%1", str(many)))

    def _tick(self) -> None:
        (self.called if self.tabs.currentIndex() == 0 else self.meetings).draw()

    def _lead(self, case: str, action: str, part: str = "") -> None:
        """Open an action of a case in its form; the panel waits behind it."""
        self._desk.selection.set_case(case)
        self._desk.selection.set_part(part)
        self._desk.start(action)

    def _wire(self) -> None:
        for page in (self.called, self.meetings):
            page.left.connect(self.left)
            page.leads.connect(self._lead)
        self.setFocusProxy(self.called)
        self.tabs.currentChanged.connect(lambda at: self.setFocusProxy(self.tabs.widget(at)))
