"""The duty roster: month, crews, requests and patterns, on what the Desk holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from commandcenter.services.views import Board, Changes, Reference
from ui.context import DeskContext
from ui.panels.duty_book import DutyBook
from ui.panels.duty_crews import CrewsPage
from ui.panels.duty_files import FilesStrip
from ui.panels.duty_month import MonthPage
from ui.panels.duty_patterns import PatternsPage
from ui.panels.duty_requests import RequestsPage
from ui.panels.keys import FormKeys
from ui.scale import HAIR
from ui.theme import Colours

KINDS = frozenset(
    ("pattern_set", "duties_planned", "duties_published", "duty_change_asked",
     "duty_change_decided")
)  # fmt: skip
SUBJECT = "tables"


class DutyPanel(QWidget):
    """Asks for the month when shown and when the journal tells of duties. `left` from Esc."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(parent)
        self.setObjectName("duty_panel")
        self.book = DutyBook(desk, self)
        self._stale = True
        self.month, self.crews = MonthPage(self.book), CrewsPage(self.book)
        self.requests, self.patterns = RequestsPage(self.book), PatternsPage(self.book)
        self._pages = (self.month, self.crews, self.requests, self.patterns)
        self.tabs = QTabWidget(documentMode=True)
        self.files = FilesStrip(self.book, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(HAIR)
        column.addWidget(self.files)
        column.addWidget(self.tabs, 1)
        self._wire()

    def load(self, board: Board) -> None:
        """A board was loaded: people are as they are now."""
        self.book.roll.take(board.people)
        self._refresh()

    def apply(self, changes: Changes) -> None:
        """Ask anew when duties, patterns or the calendar changed."""
        self.book.roll.take(changes.people)
        if any(one.kind in KINDS or one.subject == SUBJECT for one in changes.entries):
            self._refresh()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: names may be others."""
        self.book.roll.forget_spelling()
        self._refresh()

    def set_theme(self, chosen: Colours) -> None:
        """Paint the cells in the new colours."""
        self.month.table.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(840, 560)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = True

    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self.book.refresh()
            self.book.roll.spell()  # after it: the dictionary of pinyin takes long

    def _front(self) -> QWidget:
        return self.tabs.currentWidget() or self

    def _show(self) -> None:
        for page in self._pages:
            page.show_month()

    def _wire(self) -> None:
        names = (self.tr("月表"), self.tr("排班"), self.tr("换班请假"), self.tr("班制"))
        for page, name in zip(self._pages, names, strict=True):
            self.tabs.addTab(page, name)
            page.left.connect(self.left)
        self.tabs.tabBar().setAccessibleName(self.tr("值班"))
        self.book.changed.connect(self._show)
        self.month.wanted.connect(self.files.start)
        self.files.left.connect(lambda: self._front().setFocus())
        self.crews.drafted.connect(self._to_month)
        self.tabs.currentChanged.connect(self._turned)
        self.setFocusProxy(self._front())  # else the tabs take the keyboard when it is opened
        keys = FormKeys(self)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.tabs.tabBar())

    def _to_month(self) -> None:
        self.tabs.setCurrentWidget(self.month)
        self.month.setFocus()

    def _turned(self) -> None:
        if self._front() is self.requests:
            self.requests.begin(self.month.current())
        self.setFocusProxy(self._front())
        if self.isVisible():
            self._front().setFocus()
