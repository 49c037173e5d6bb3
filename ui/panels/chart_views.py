"""The drawing of the charts with pyqtgraph: nothing to drag, every colour doubled by a pattern."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QBrush, QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from commandcenter.services.views import Flow
from ui.palette import colours

pg.setConfigOptions(antialias=True)
SMALL = 8
BAR = 0.66
ROW_PX = 17
LABEL_PX = 76
LEAST_ROWS = 6
TOKENS = ("lamp_red", "lamp_yellow", "lamp_green")
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.BDiagPattern,
)
Load = tuple[str, tuple[int, int, int]]


def say(text: str) -> str:
    """A word of the charts in the language of the screen."""
    return QCoreApplication.translate("Charts", text)


class Chart(QWidget):
    """A still picture of numbers: no menu, no zoom, two axes, a line of words above."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty chart with this object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.words, self.plot = QLabel(), pg.PlotWidget()
        self.words.setFont(small(SMALL + 1))
        self.words.setContentsMargins(6, 2, 6, 0)
        self.words.setMinimumWidth(60)
        self.words.setAutoFillBackground(True)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.item = self.plot.getPlotItem()
        self.item.setMenuEnabled(False)
        self.item.hideButtons()
        self.item.setMouseEnabled(x=False, y=False)
        self.item.layout.setContentsMargins(2, 0, 4, 2)
        for side in ("left", "bottom"):
            axis = self.item.getAxis(side)
            axis.setStyle(tickFont=small(SMALL), tickLength=3, tickTextOffset=3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.plot, 1)

    def dress(self) -> None:
        """Take the colours in force and draw again."""
        now = colours()
        palette = self.words.palette()
        palette.setColor(QPalette.ColorRole.Window, now.colour("panel"))
        self.words.setPalette(palette)
        self.plot.setBackground(now.panel)
        for side in ("left", "bottom"):
            axis = self.item.getAxis(side)
            axis.setPen(now.line)
            axis.setTextPen(now.dim)
        self.draw()

    def head(self, title: str, parts: list[tuple[str, str]]) -> None:
        """The line of words, each in the colour it explains; a narrow one does without title."""
        for said in ([(title, colours().dim), *parts], parts):
            coloured = (f'<span style="color:{colour}">{word}</span>' for word, colour in said)
            self.words.setText("&ensp;".join(coloured))
            if self.words.sizeHint().width() <= self.width():
                break

    def draw(self) -> None:
        """Draw what is known."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits depends on the size."""
        super().resizeEvent(event)
        self.draw()


class FlowChart(Chart):
    """Bars of cases filed and closed in each hour, side by side."""

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        """Hours are told in this zone."""
        super().__init__("chart_flow", parent)
        self._zone = zone
        self._flow: Flow | None = None
        self._bars: list[Any] = []
        self.dress()

    @property
    def hours(self) -> tuple[datetime, ...]:
        """The hours shown, oldest first (UTC)."""
        return self._flow.hours if self._flow else ()

    @property
    def flow(self) -> Flow | None:
        """What is shown."""
        return self._flow

    def show_flow(self, flow: Flow) -> None:
        """Show other numbers."""
        self._flow = flow
        self.draw()

    def draw(self) -> None:
        """Draw the bars anew."""
        now, flow = colours(), self._flow
        filed, closed = (sum(flow.filed), sum(flow.closed)) if flow else (0, 0)
        parts = [(f"■ {say('立案')} {filed}", now.series[0])]
        parts += [(f"▨ {say('结案')} {closed}", now.series[2])]
        self.head(say("近 12 小时"), parts)
        for bar in self._bars:
            self.plot.removeItem(bar)
        self._bars = []
        if flow is None:
            return
        places = range(len(flow.hours))
        self._add([n - 0.2 for n in places], flow.filed, QBrush(now.series[0]))
        hatched = QBrush(now.series[2], Qt.BrushStyle.BDiagPattern)
        self._add([n + 0.2 for n in places], flow.closed, hatched)
        self._scale(flow)

    def _add(self, places: list[float], numbers: tuple[int, ...], brush: QBrush) -> None:
        tall = [(x, number) for x, number in zip(places, numbers, strict=True) if number]
        bar = pg.BarGraphItem(
            x=[x for x, _ in tall],
            height=[number for _, number in tall],
            width=0.38,
            brush=brush,
            pen=brush.color(),
        )
        self.plot.addItem(bar)
        self._bars.append(bar)

    def _scale(self, flow: Flow) -> None:
        most = max(*flow.filed, *flow.closed, 3)
        step = max(1, -(-most // 4))
        ticks = [(n, str(n)) for n in range(0, most + step, step)]
        hours = [f"{at.astimezone(self._zone):%H}{say('时')}" for at in flow.hours]
        self.item.getAxis("left").setTicks([ticks])
        self.item.getAxis("bottom").setTicks([[(n, h) for n, h in enumerate(hours) if n % 2]])
        self.item.setXRange(-0.6, len(hours) - 0.4, padding=0)
        self.item.setYRange(0, most * 1.08, padding=0)


class LampChart(Chart):
    """Lying bars of open cases by lead unit, stacked by lamp, with the numbers beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No unit yet."""
        super().__init__("chart_lamps", parent)
        self._loads: list[Load] = []
        self._drawn: list[Any] = []
        self.item.invertY(True)
        self.item.hideAxis("bottom")
        self.dress()

    @property
    def loads(self) -> list[Load]:
        """The units shown with (red, yellow, green)."""
        return list(self._loads)

    def show_loads(self, loads: list[Load]) -> None:
        """Show other numbers."""
        if loads != self._loads:
            self._loads = loads
            self.draw()

    def draw(self) -> None:
        """Draw the bars anew."""
        now = colours()
        totals = [sum(numbers[n] for _, numbers in self._loads) for n in range(3)]
        words = ("■ " + say("超时"), "▒ " + say("将到期"), "▨ " + say("正常"))
        parts = [
            (f"{word} {n}", getattr(now, token))
            for word, n, token in zip(words, totals, TOKENS, strict=True)
        ]
        self.head(say("各单位在办"), parts)
        for thing in self._drawn:
            self.plot.removeItem(thing)
        self._drawn = []
        shown = self.shown()
        self._bars(shown)
        self._scale(shown)

    def shown(self) -> list[Load]:
        """The rows drawn: what has no room is summed in the last one."""
        room = max(2, (self.plot.height() - 6) // ROW_PX)
        if len(self._loads) <= room:
            return self._loads
        kept, rest = self._loads[: room - 1], self._loads[room - 1 :]
        red, yellow, green = (sum(numbers[n] for _, numbers in rest) for n in range(3))
        return [*kept, (say("其余 %1 家").replace("%1", str(len(rest))), (red, yellow, green))]

    def _bars(self, shown: list[Load]) -> None:
        rows, starts = list(range(len(shown))), [0] * len(shown)
        for n, (token, pattern) in enumerate(zip(TOKENS, PATTERNS, strict=True)):
            widths = [numbers[n] for _, numbers in shown]
            colour = colours().colour(token)
            self._add(
                pg.BarGraphItem(
                    x0=starts,
                    y=rows,
                    width=widths,
                    height=BAR,
                    brush=QBrush(colour, pattern),
                    pen=colour,
                )
            )
            starts = [start + width for start, width in zip(starts, widths, strict=True)]
        for row, (_, numbers) in enumerate(shown):
            label = pg.TextItem(_numbers(numbers), anchor=(0, 0.5), color=colours().text)
            label.setFont(small(SMALL))
            label.setPos(starts[row], row)
            self._add(label)

    def _add(self, thing: Any) -> None:
        self.plot.addItem(thing)
        self._drawn.append(thing)

    def _scale(self, shown: list[Load]) -> None:
        most = max((sum(numbers) for _, numbers in shown), default=1)
        self.item.getAxis("left").setTicks([[(n, name) for n, (name, _) in enumerate(shown)]])
        wide = max(self.plot.width() - self.item.getAxis("left").width(), 2 * LABEL_PX)
        self.item.setXRange(0, most * wide / (wide - LABEL_PX), padding=0)
        self.item.setYRange(-0.6, max(len(shown), LEAST_ROWS) - 0.4, padding=0)


def _numbers(numbers: tuple[int, int, int]) -> str:
    """超1 将2 共7: nothing is told by colour alone."""
    red, yellow, _ = numbers
    parts = [say("超%1").replace("%1", str(red))] if red else []
    parts += [say("将%1").replace("%1", str(yellow))] if yellow else []
    return " ".join([*parts, say("共%1").replace("%1", str(sum(numbers)))])


def small(points: int) -> QFont:
    """The font of axes and words at this size."""
    font = QFont(QApplication.font())
    font.setPointSize(points)
    return font
