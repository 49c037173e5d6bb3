"""The emergency panel (平急转换): switches, calls, reports up and checklists, a page each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from commandcenter.domain.emergency import Emergency
from commandcenter.domain.person import Person
from commandcenter.services.emergency_views import AskEmergency, EmergencyView, Mode
from commandcenter.services.modes import MODE_KINDS
from commandcenter.services.views import Board, Changes, Reference
from ui.context import DeskContext
from ui.mode_alarms import late, silent
from ui.mode_band import ModeBadge
from ui.panels.mode_calls import CallsPage
from ui.panels.mode_page import ModePage
from ui.panels.mode_reports import ReportsPage
from ui.panels.mode_switch import SwitchPage
from ui.panels.mode_ticks import TicksPage
from ui.words import clock_text
from ui.words.mode_texts import scope_text

PAGES = ("switch", "calls", "reports", "ticks")
TICK_MS = 1000


class ModePanel(QWidget):
    """Follows the mode; what it shows of an emergency is asked when shown and when it changes.

    `left` comes from Esc.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Normal working."""
        super().__init__(parent)
        self.setObjectName("mode")
        self._desk = desk
        self._sitting = (desk.who, desk.roles)
        self._people: dict[str, Person] = {}
        self._teams: dict[str, str] = {}
        self.switch, self.calls = SwitchPage(desk), CallsPage(desk)
        self.reports, self.ticks = ReportsPage(desk), TicksPage(desk)
        self._badge, self._facts = ModeBadge(), QLabel(wordWrap=True)
        self.tabs, self._stack = QTabBar(self, objectName="mode.tabs"), QStackedWidget(self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        desk.mode.changed.connect(self._changed)
        self.open("switch")

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return PAGES[self._stack.currentIndex()]

    def open(self, page: str) -> None:
        """Show a page; the keyboard goes there when the panel is gone to."""
        self.tabs.setCurrentIndex(PAGES.index(page))

    def load(self, board: Board) -> None:
        """Learn who is there and what the teams are called."""
        self._people = {one.id: one for one in board.people}
        self._name_teams({one.id: one.short for one in board.teams})
        self._changed(self._desk.mode.now)

    def apply(self, changes: Changes) -> None:
        """Ask again when something of the emergency has happened."""
        self._people.update({one.id: one for one in changes.people})
        if changes.teams:
            self._name_teams(self._teams | {one.id: one.short for one in changes.teams})
        if any(entry.kind in MODE_KINDS for entry in changes.entries):
            self._ask()
            self.switch.ask()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: places and people by their present names."""
        self.switch.refer(reference)
        self._changed(self._desk.mode.now)

    def sits(self) -> None:
        """Somebody else sits here, or may do something else: who may confirm is another."""
        sitting = (self._desk.who, self._desk.roles)
        if sitting == self._sitting:
            return
        if sitting[0] != self._sitting[0]:
            self.switch.sits()
        self._sitting = sitting
        self._changed(self._desk.mode.now)

    def set_theme(self, chosen: object) -> None:
        """Take the colours in force."""
        self._badge.dress()
        self.switch.set_theme(chosen)

    def kept(self) -> dict[str, Any]:
        """What is typed and not given, for the disk."""
        found = {"proposal": self.switch.propose.kept(), "report": self.reports.kept()}
        return {name: one for name, one in found.items() if any(one.values())}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self.switch.propose.restore(kept.get("proposal", {}))
        self.reports.restore(kept.get("report", {}))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._ask()
        self.switch.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _changed(self, mode: object) -> None:
        assert isinstance(mode, Mode)
        self._badge.show_mode(mode)
        self._facts.setText(self._facts_text(mode))
        self._facts.setVisible(bool(self._facts.text()))
        self.switch.show_mode(mode, self._people)
        for page in (self.calls, self.reports, self.ticks):
            page.show_mode(mode)
        self._aim()
        self._count()
        self._ask()

    def _ask(self) -> None:
        found = self._emergency()
        if found is not None and self.isVisible():
            self._desk.worker.ask(
                "mode.view",
                AskEmergency(emergency=found.id),
                self._desk.who,
                self._take,
                owner=self,
                lasting=True,
            )

    def _take(self, view: object) -> None:
        assert isinstance(view, EmergencyView)
        found = self._emergency()
        if found is None or found.id != view.emergency.id:
            return
        for page in (self.calls, self.reports, self.ticks):
            page.show_view(view)
        self._count()

    def _emergency(self) -> Emergency | None:
        return self._desk.mode.now.emergency or self._desk.mode.now.closing

    def _tick(self) -> None:
        self.calls.tick()
        self.reports.tick()
        self._count()

    def _count(self) -> None:
        """What waits on each page, in its tab."""
        mode, now = self._desk.mode.now, self._desk.now()
        done, every = self.ticks.progress
        waiting = len(mode.answers_by)
        texts = (
            self.tr("待确认 1") if mode.proposed else self.tr("切换"),
            f"{self.tr('召集')} {mode.called - waiting}/{mode.called}".removesuffix(" 0/0"),
            self.tr("上报"),
            f"{self.tr('清单')} {done}/{every}".removesuffix(" 0/0"),
        )
        if silent(mode, now):
            texts = (texts[0], f"■ {texts[1]}", *texts[2:])
        if count := late(mode, now):
            texts = (*texts[:2], f"■ {texts[2]} {self.tr('迟')} {count}", texts[3])
        for number, text in enumerate(texts):
            if self.tabs.tabText(number) != text:
                self.tabs.setTabText(number, text)

    def _facts_text(self, mode: Mode) -> str:
        now = mode.emergency
        if now is None:
            over = mode.closing
            return (
                ""
                if over is None
                else self.tr("已解除，终报未报 · 指令 %1").replace("%1", over.order_no)
            )
        desk = self._desk
        names = dict(desk.reference.communities)
        names |= {one.grid.code: one.grid.name for one in desk.reference.grids}
        since = clock_text(now.level_since, desk.now(), desk.clock.zone)
        parts = [
            self.tr("自 %1").replace("%1", since),
            self.tr("指令 %1").replace("%1", now.order_no),
            scope_text(now.reach, now.places, names),
            self.tr("暂缓 %1 件").replace("%1", str(mode.held)),
        ]
        return " · ".join(parts)

    def _name_teams(self, teams: dict[str, str]) -> None:
        self._teams = teams
        for page in (self.switch, self.calls, self.reports, self.ticks):
            page.teams = teams
        self.calls.tick()

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._aim()
        self.switch.ask()  # behind another page it asks nothing

    def _aim(self) -> None:
        """Who goes to the panel comes to the first field of the page."""
        page = self._stack.currentWidget()
        assert isinstance(page, ModePage)
        self.setFocusProxy(page.first())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(5)
        self.tabs.setFocusPolicy(self.focusPolicy())
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for page in (self.switch, self.calls, self.reports, self.ticks):
            self.tabs.addTab("")
            self._stack.addWidget(page)
            page.left.connect(self.left)
        self.tabs.currentChanged.connect(self._show)
        self._show(0)
        for one in (self._badge, self._facts, self.tabs):
            column.addWidget(one)
        column.addWidget(self._stack, 1)
        self._count()
