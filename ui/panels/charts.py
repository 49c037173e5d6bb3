"""Two live charts: inflow against closing per hour, lamps by unit."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from commandcenter.domain.case import INBOX
from commandcenter.domain.clock import Lamp
from commandcenter.services.views import AskFlow, Board, CaseLine, Changes, Flow, Reference
from ui.context import DeskContext
from ui.models.lines import Lines
from ui.models.queue_cells import STILL, lamps
from ui.pace import Calm

if TYPE_CHECKING:
    from ui.panels.chart_views import FlowChart, LampChart

HOURS = 12
SIDE_BY_SIDE = 500
TICK_MS = 15_000
LAMPS_MS, FLOW_MS = 1000, 1000
"""The charts follow what changes no more often than this."""
COUNTED = frozenset({"case_filed", "case_closed", "case_reopened", "case_undone"})
"""Kinds of entries after which the flow is asked anew."""
LAMP_ORDER = (Lamp.RED, Lamp.YELLOW, Lamp.GREEN)


class ChartsPanel(QWidget):
    """Both charts side by side; their library is loaded by start(), after the first paint."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until start() and load(board)."""
        super().__init__(parent)
        self.setObjectName("charts_panel")
        self._desk, self._lines = desk, Lines()
        self._units = {unit.id: unit.short for unit in desk.reference.units}
        self.flow: FlowChart | None = None
        self.lamps: LampChart | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(4, 2, 4, 2)
        self._row.setSpacing(6)
        self.setMinimumSize(300, 90)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._draw_lamps)
        self._lamps_due = Calm(self._draw_lamps, LAMPS_MS, self)
        self._flow_due = Calm(self._ask, FLOW_MS, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One above the other where they would be too narrow side by side."""
        super().resizeEvent(event)
        across = self.width() >= SIDE_BY_SIDE
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)

    def start(self) -> None:
        """Load the library and draw."""
        from ui.panels.chart_views import FlowChart, LampChart

        self.flow = FlowChart(self._desk.clock.zone)
        self.lamps = LampChart()
        self._row.addWidget(self.flow, 1)
        self._row.addWidget(self.lamps, 1)
        self._timer.start()
        self._ask()
        self._draw_lamps()

    def stop(self) -> None:
        """Draw no more."""
        for timer in (self._timer, self._lamps_due, self._flow_due):
            timer.stop()

    def load(self, board: Board) -> None:
        """Show a board."""
        self._lines.load(board.cases)
        self._ask()
        self._draw_lamps()

    def apply(self, changes: Changes) -> None:
        """Take in what changed."""
        self._lines.apply(changes.cases, changes.gone)
        if any(entry.kind in COUNTED for entry in changes.entries):
            self._flow_due.want()
        if changes.cases or changes.gone:
            self._lamps_due.want()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: the units by their present names."""
        self._units = {unit.id: unit.short for unit in reference.units}
        self._lamps_due.want()

    def set_theme(self, chosen: object) -> None:
        """Draw in the colours in force."""
        for chart in (self.flow, self.lamps):
            if chart is not None:
                chart.dress()

    def _ask(self) -> None:
        if self.flow is not None:
            self._desk.ask("charts.flow", AskFlow(hours=HOURS), self._show_flow)

    def _show_flow(self, flow: Any) -> None:
        if self.flow is not None and isinstance(flow, Flow):
            self.flow.show_flow(flow)

    def _draw_lamps(self) -> None:
        if self.lamps is None:
            return
        now = self._desk.now()
        self._ask_at_new_hour(now)
        self.lamps.show_loads(unit_lamps(self._lines.all, self._units, now, self.tr("未派")))

    def _ask_at_new_hour(self, now: datetime) -> None:
        shown = self.flow.hours if self.flow is not None else ()
        if shown and now - shown[-1] >= timedelta(hours=1):
            self._ask()


def unit_lamps(
    lines: Any, units: dict[str, str], now: datetime, unsent: str
) -> list[tuple[str, tuple[int, int, int]]]:
    """Open cases by lead unit's short name as (red, yellow, green or without a clock).

    Units without open cases are left out; the one with most red, then most cases, is first.
    """
    counted: dict[str, Counter[Lamp]] = {}
    for line in lines:
        if line.state not in INBOX and not line.drill:
            name = units.get(line.lead_unit or "", unsent)
            counted.setdefault(name, Counter())[_lamp(line, now)] += 1
    rows = [
        (name, (c[LAMP_ORDER[0]], c[LAMP_ORDER[1]], c[LAMP_ORDER[2]]))
        for name, c in counted.items()
    ]
    return sorted(rows, key=lambda row: (-row[1][0], -sum(row[1]), row[0]))


def _lamp(line: CaseLine, now: datetime) -> Lamp:
    if line.state in STILL:
        return Lamp.GREEN  # the unit waits: for its review date, or for the district
    return lamps(line, now).worst or Lamp.GREEN
