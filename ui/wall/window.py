"""The wall's window: mode, clock and lamps above, the turning page, the five worst beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.person import Position, Team
from commandcenter.services.chart_views import AskCharts, Charts
from commandcenter.services.views import Board, Changes, Figures, Reference
from ui.keyring import keyed
from ui.models.chart_rows import tables
from ui.models.lines import Lines
from ui.pace import Calm
from ui.palette import Colours, colours
from ui.wall.figures import MOST, street_names, tiles, worst
from ui.wall.head import Head
from ui.wall.pages import KINDS, ChartPage, MapPage, TeamPage, page_boards
from ui.wall.parts import FINE, GAP, HEAD, RIGHT, TEXT, DrillBand, TilePlate, WallText, WorstPlate
from ui.words import say

if TYPE_CHECKING:
    from ui.desk import OpenDesk

TURN_MS = 20_000
TICK_MS = 1000
LOOK_MS = 1000
ASK_TICKS = 30
"""Seconds from one question for the charts to the next."""
HIGH = 1080
KEYED = ("wall.hold", "wall.next", "wall")
"""The actions whose keys the last line names."""


class WallWindow(QWidget):
    """Follows the same feed as the desk and asks for nothing the person there may not see.

    Beside the desk it never takes the keyboard; `over` the desk, on the only screen, it has it:
    Esc (`left`), Space, arrows.
    """

    left = Signal()

    def __init__(self, desk: OpenDesk, screen: QScreen, over: bool) -> None:
        """Empty until load(board) and open()."""
        super().__init__(None, _flags(over))
        self._desk, self._context, self.over = desk, desk.context, over
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setProperty("of_nobody", True)  # a locked seat (ui/remote/lock.py) leaves it be
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not over)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.scale = min(self.width() / (HIGH * 16 / 9), self.height() / HIGH)
        self._lines = Lines()
        self._figures: Figures | None = None
        self._teams: dict[str, Team] = {}
        self._positions: dict[str, Position] = {}
        self._held, self._ticks = False, 0
        self._names = street_names(self._context.reference)
        self._make_parts()
        self._lay_out()
        self._refer_title()
        self._looking = Calm(self._look, LOOK_MS, self)
        self._turning = QTimer(self, interval=TURN_MS)
        self._turning.timeout.connect(self.next_page)
        self._ticking = QTimer(self, interval=TICK_MS)
        self._ticking.timeout.connect(self._tick)

    @property
    def page(self) -> int:
        """Which page stands, from 0."""
        return self.pages.currentIndex()

    @property
    def held(self) -> bool:
        """Whether the page is kept."""
        return self._held

    def open(self) -> None:
        """Over the whole screen; the map's engine is made now."""
        self.map.start()
        before = QApplication.activeWindow()
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen() would activate it
        if self.over:
            self.activateWindow()
        elif before is not None:
            before.activateWindow()  # where the platform has given the wall the keyboard
        self._ticking.start()
        self._turning.start()
        self._tick()

    def stop(self) -> None:
        """Take everything down; the window can be deleted then."""
        for timer in (self._turning, self._ticking, self._looking):
            timer.stop()
        self.map.stop()
        self.hide()

    def load(self, board: Board) -> None:
        """Show a board."""
        self._lines.load(board.cases)
        self._figures = board.figures
        self._teams, self._positions = page_boards(board)
        self._ask()
        self._look()

    def apply(self, changes: Changes) -> None:
        """Take in what changed."""
        self._lines.apply(changes.cases, changes.gone)
        self._figures = changes.figures or self._figures
        teams, positions = page_boards(changes)
        self._teams.update(teams)
        self._positions.update(positions)
        self._looking.want()

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        self._names = street_names(reference)
        self.map.refer(reference)
        self._refer_title()
        self._look()

    def sits(self) -> None:
        """Another person may see other cases."""
        self._ask()

    def set_theme(self, chosen: Colours) -> None:
        """Take the colours in force."""
        for page in (self.map, *self.charts):
            page.set_theme(chosen)
        self.update()

    def next_page(self, step: int = 1) -> None:
        """Turn to the next page; the time of a page begins anew."""
        self.pages.setCurrentIndex((self.page + step) % self.pages.count())
        if not self._held:
            self._turning.start()
        self._show_pages()

    def hold(self) -> None:
        """Keep the page that stands, or let them turn again."""
        self._held = not self._held
        (self._turning.stop if self._held else self._turning.start)()
        self._show_pages()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where the wall stands over the desk: Esc leaves, Space holds, arrows turn."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Space:
            self.hold()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.next_page()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.next_page(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours().colour("background"))

    def _tick(self) -> None:
        self._ticks += 1
        self.head.tick()
        self.drill.setVisible(self._context.mode.drill)
        if self._ticks % ASK_TICKS == 0:
            self._ask()
        self._look()

    def _look(self) -> None:
        """Work out what stands at this moment."""
        if self._figures is None:
            return
        now = self._context.now()
        for plate, tile in zip(
            self._tiles, tiles(self._lines.all, self._figures, now), strict=True
        ):
            plate.show_tile(tile)
        found = worst(self._lines.all, self._names, now)
        self._calm.say(say("没有在办的案卷"), "dim")
        self._calm.setVisible(not found)
        for n, shown in enumerate(self._worst):
            shown.show_case(found[n] if n < len(found) else None)
        self.teams.show_teams(self._teams.values())
        self.map.view.set_drill(self._context.mode.drill)
        self.map.show_all(self._lines.all, self._teams, self._positions, now)

    def _ask(self) -> None:
        self._context.ask("wall.charts", AskCharts(days=1), self._show_charts)

    def _show_charts(self, answer: object) -> None:
        if isinstance(answer, Charts) and self._ticking.isActive():
            found = tables(answer, self._names, self._context.clock.zone)
            for page in self.charts:
                page.show_tables(found)

    def _show_pages(self) -> None:
        names = (say("地图"), say("态势"), say("社区和单位"), say("各段用时"), say("各队伍"))
        for n, text in enumerate(self._page_names):
            here = n == self.page
            text.say(("● " if here else "○ ") + names[n], "accent" if here else "dim", here)
        how = say("■ 已停住") if self._held else say("▶ 每 20 秒换页")
        keys = (
            say("空格停住 · ←→ 换页 · Esc 离开")
            if self.over
            else keyed(say("Ctrl+Alt+P 停住 · Ctrl+Alt+N 换页 · Ctrl+Alt+F 离开"), *KEYED)
        )
        self._how.say(f"{how}   {keys}", "warning" if self._held else "dim")

    def _refer_title(self) -> None:
        street = self._context.reference.street_name
        self.setWindowTitle(say("大屏 · {street}").format(street=street))
        self.head.refer(self._context.reference)

    def _make_parts(self) -> None:
        k = self.scale
        self.head = Head(self._desk, k)
        self.drill = DrillBand(say("演练 · 不计入统计"), k)
        self._tiles = [TilePlate(k) for _ in range(6)]
        self._calm = WallText(TEXT, k)
        self._worst = [WorstPlate(k) for _ in range(MOST)]
        self.map = MapPage(self._context.reference, k, self._desk.map.view.cache)
        self.charts = [ChartPage(kinds, k) for kinds in KINDS]
        self.teams = TeamPage(k)
        self.pages = QStackedWidget()
        for page in (self.map, *self.charts, self.teams):
            self.pages.addWidget(page)
        self._page_names = [WallText(FINE, k) for _ in range(self.pages.count())]
        self._how = WallText(FINE, k, RIGHT)
        self._show_pages()

    def _lay_out(self) -> None:
        gap = round(GAP * self.scale)
        column, body, worst_, foot = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        above = QHBoxLayout()
        column.setContentsMargins(gap, gap // 2, gap, gap // 2)
        for box in (column, body, worst_, above):
            box.setSpacing(gap)
        foot.setSpacing(gap * 2)
        for tile in self._tiles:
            above.addWidget(tile, 1)
        title = WallText(HEAD, self.scale)
        title.say(say("最急的五件"), bold=True)
        worst_.addWidget(title)
        worst_.addWidget(self._calm)
        for plate in self._worst:
            worst_.addWidget(plate, 1)
        body.addWidget(self.pages, 62)
        body.addLayout(worst_, 38)
        for name in self._page_names:
            foot.addWidget(name)
        foot.addWidget(self._how, 1)
        column.addWidget(self.head)
        column.addWidget(self.drill)
        column.addLayout(above)
        column.addLayout(body, 1)
        column.addLayout(foot)


def _flags(over: bool) -> Qt.WindowType:
    flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
    return flags if over else flags | Qt.WindowType.WindowDoesNotAcceptFocus
