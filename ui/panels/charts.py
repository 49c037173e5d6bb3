"""The charts of the street: five pages by digits, 24 hours or 7 days, a key to list and to keep.

What is drawn is the Desk's answer to AskCharts, asked anew when cases change and as time goes by;
nothing of the board is counted here.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QVBoxLayout, QWidget

from commandcenter.services.chart_views import AskCharts, Charts
from commandcenter.services.views import Board, Changes, Reference
from ui import words
from ui.context import DeskContext
from ui.models.chart_rows import KINDS, Spot, Table, tables
from ui.pace import Calm
from ui.panels.chart_bar import ChartBar
from ui.panels.chart_files import ChartFiles
from ui.scale import GAP, HAIR

if TYPE_CHECKING:
    from ui.panels.chart_views import Chart

TICK_MS = 15_000
ASK_MS = 2000
"""The charts follow what changes no more often than this."""
WIDE, HIGH = 330, 190
"""The least room of a chart in pixels; where there is more, several stand side by side."""
LATE = timedelta(minutes=1)
"""Figures that are older than this are marked: the link is down, or nothing answers."""
DAYS = (1, 7)
PAGE, RANGE = "charts.page", "charts.days"
WALKS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Home: (0, -999),
    Qt.Key.Key_End: (0, 999),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DIGITS = tuple(Qt.Key(Qt.Key.Key_1 + n) for n in range(len(KINDS)))
TURNS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
LETTERS = (Qt.Key.Key_T, Qt.Key.Key_E, Qt.Key.Key_Escape)
OWN_KEYS = frozenset((*WALKS, *ENTER, *DIGITS, *TURNS, *LETTERS))


class ChartsPanel(QGroupBox):
    """As many charts as find room; their library is loaded by start(), after the first paint.

    A box of a group because a screen reader says so; it has no title.

    `listed` carries a chart's part and its words when its cases are to be listed (None: all).
    """

    listed = Signal(object, str)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until start()."""
        super().__init__(parent, flat=True)
        self.setObjectName("charts_panel")
        self.setAccessibleName(self.tr("态势"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk, self._names = desk, words.names_of(desk.reference)
        self.answer: Charts | None = None
        self.tables: dict[str, Table] = {}
        self.charts: dict[str, Chart] = {}
        self.page, self.days = KINDS[0], DAYS[0]
        self.bar, self._files = ChartBar(self), ChartFiles(self, desk)
        self._grid = QGridLayout()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ask)
        self._due = Calm(self.ask, ASK_MS, self)
        self._undrawn: list[str] = []
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw_next)
        self._lay_out()
        self.sits()

    # ---- what the desk tells ----------------------------------------------------------------

    def start(self) -> None:
        """Load the library and draw."""
        from ui.panels.chart_kinds import make_chart

        self.charts = {kind: make_chart(kind) for kind in KINDS}
        for chart in self.charts.values():
            chart.setParent(self)
            chart.setMouseTracking(True)
            chart.installEventFilter(self)
            chart.hide()
        self._place()
        self._timer.start()
        self.ask()

    def stop(self) -> None:
        """Draw no more."""
        for one in (self._timer, self._due, self._drawing):
            one.stop()

    def load(self, board: Board) -> None:
        """A board came: the figures of its moment."""
        self.ask()

    def apply(self, changes: Changes) -> None:
        """Cases were changed."""
        if changes.cases or changes.gone:
            self._due.want()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: units and communities by their present names."""
        self._names = words.names_of(reference)
        self._show()

    def sits(self) -> None:
        """Who sits here has an own page and range, and sees own cases only."""
        page, days = self._desk.own(PAGE, ""), self._desk.own(RANGE, 0)
        self.page = page if page in KINDS else KINDS[0]
        self.days = days if days in DAYS else DAYS[0]
        self._place()
        self.ask()

    def set_theme(self, chosen: object) -> None:
        """Draw in the colours in force."""
        for chart in self.charts.values():
            chart.dress()
        self._show()

    # ---- what a person does -----------------------------------------------------------------

    def turn_to(self, kind: str) -> None:
        """Show a chart, with the keyboard in it."""
        if kind != self.page and self.page in self.charts:
            self.charts[self.page].choose(None)
        self.page = kind
        self._desk.keep(PAGE, kind)
        self._place()

    def change_range(self) -> None:
        """24 hours or 7 days in turn."""
        self.days = DAYS[1 - DAYS.index(self.days)]
        self._desk.keep(RANGE, self.days)
        self.bar.show_state(self.page, self.days)
        self.ask()

    def export(self) -> None:
        """Ask for a file: the figures as a sheet, or the picture of what is seen."""
        if self.answer is not None:
            self._files.choose(self.answer, self.tables, self.page)

    def open_spot(self) -> None:
        """List the cases of the chosen figure in the queue."""
        chart = self.charts.get(self.page)
        spot = chart.spot(chart.chosen) if chart else None
        if spot is not None:
            self._list(spot)

    def event(self, event: QEvent) -> bool:
        """The panel's own letters come before the actions of the window that have them too."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if self.charts and plain and event.key() in OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits turn pages, arrows walk, Enter lists, T and E; Esc lets go, then frees all."""
        chart, key = self.charts.get(self.page), event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or chart is None:
            super().keyPressEvent(event)
        elif key in DIGITS:
            self.turn_to(KINDS[DIGITS.index(key)])
        elif key in TURNS:
            step = 1 if key == Qt.Key.Key_PageDown else -1
            self.turn_to(KINDS[(KINDS.index(self.page) + step) % len(KINDS)])
        elif key in WALKS:
            chart.walk(*WALKS[Qt.Key(key)])
        elif key in ENTER:
            self.open_spot()
        elif key == Qt.Key.Key_T:
            self.change_range()
        elif key == Qt.Key.Key_E:
            self.export()
        elif key == Qt.Key.Key_Escape:
            chart.choose(None)
            self.listed.emit(None, "")
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The hand over a chart: pointing says the figure, a click lists it."""
        chart: Any = watched
        if event.type() == QEvent.Type.Leave:
            chart.point(None)
        elif isinstance(event, QMouseEvent):
            place = chart.find(event.position().toPoint())
            if event.type() == QEvent.Type.MouseMove:
                chart.point(place)
            elif event.type() == QEvent.Type.MouseButtonPress:
                self.turn_to(next(kind for kind, one in self.charts.items() if one is chart))
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                chart.choose(place)
                self.open_spot()
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many charts as find room."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """What is looked at is of now."""
        super().showEvent(event)
        self.ask()

    # ---- inside -----------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the figures of now, where they are looked at."""
        if self.charts and self.isVisible():
            self._desk.ask("charts", AskCharts(days=self.days), self._take)

    def seen(self) -> list[Chart]:
        """The charts that have room, in their order."""
        return [chart for chart in self.charts.values() if chart.isVisibleTo(self)]

    def _take(self, answer: object) -> None:
        if isinstance(answer, Charts) and answer.days == self.days:
            self.answer = answer
            self._show()

    def _show(self) -> None:
        if self.answer is None:
            return
        self.tables = tables(self.answer, self._names, self._desk.clock.zone)
        self._undrawn = [kind for kind, chart in self.charts.items() if chart.isVisibleTo(self)]
        self._draw_next()
        at = self.answer.at
        self.bar.show_age(at, self._desk.clock.zone, self._desk.now() - at > LATE)

    def _draw_next(self) -> None:
        """One chart in a turn, so that a key never waits for all; those unseen wait for _place."""
        if self._undrawn:
            kind = self._undrawn.pop(0)
            self.charts[kind].show_table(self.tables[kind])
            self._drawing.start()

    def _list(self, spot: Spot) -> None:
        if spot.part is None or not spot.shown:
            self._desk.say(
                "info", self.tr("没有在办的，队列里列不出：%1").replace("%1", spot.words)
            )
            return
        self.ask()
        self.listed.emit(spot.part, spot.listed or spot.words)

    def _lay_out(self) -> None:
        self.setMinimumSize(300, 90)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 2, 4, 2)
        rows.setSpacing(HAIR)
        rows.addWidget(self.bar)
        rows.addLayout(self._grid, 1)
        self._grid.setSpacing(GAP)
        self.bar.turned.connect(self.turn_to)
        self.bar.ranged.connect(self.change_range)
        self.bar.exported.connect(self.export)

    def _place(self) -> None:
        """The page's chart, and those after it as far as there is room."""
        self.bar.show_state(self.page, self.days)
        if not self.charts:
            return
        across = max(1, min(3, self.width() // WIDE))
        down = max(1, min(2, (self.height() - self.bar.height()) // HIGH))
        many = min(across * down, len(KINDS))
        at = 0 if many == len(KINDS) else KINDS.index(self.page)
        chosen = [KINDS[(at + n) % len(KINDS)] for n in range(many)]
        for kind, chart in self.charts.items():
            self._grid.removeWidget(chart)
            chart.setVisible(kind in chosen)
            chart.lead(many > 1 and kind == self.page)
        for n, kind in enumerate(chosen):
            self._grid.addWidget(self.charts[kind], n // across, n % across)
        self.layout().activate()  # what is drawn next is drawn in its size
        for kind in chosen if self.tables else ():
            self.charts[kind].show_table(self.tables[kind])
        self.setAccessibleDescription(self.charts[self.page].accessibleName())
