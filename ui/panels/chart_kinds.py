"""The three ways a chart is drawn: standing bars, lying stacked bars, quantiles against a limit."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPen

from ui import scale
from ui.models.chart_rows import AGE, FLOW, PACES, Row, Table, say
from ui.palette import colours
from ui.panels.chart_views import Chart, Pattern, Place, brush

BAR = 0.66
ROW_PX = 17
LEAST_ROWS = 4
MOST_PART = 3.0
"""How many times its limit a quantile is drawn; beyond it stands at the edge, its words say it."""
EDGE = 1.25
MARKS = ("o", "t1", "s")
"""Circle, triangle and square for p50, p80 and p95."""


def make_chart(kind: str, scale: float = 1.0) -> Chart:
    """The chart of a kind of ui.models.chart_rows.KINDS, with type so many times larger."""
    return {FLOW: FlowChart, PACES: PaceChart}.get(kind, StackChart)(kind, scale)


class FlowChart(Chart):
    """Bars of cases filed and closed in each step, side by side; what is open stands below."""

    def series(self) -> tuple[tuple[str, Pattern], ...]:
        """Filed and open, filed and ended, closed."""
        now = colours().series
        return (
            (now[0], Pattern.SolidPattern),
            (now[0], Pattern.Dense6Pattern),
            (now[2], Pattern.BDiagPattern),
        )

    def paint_rows(self, table: Table) -> None:
        """A pair of bars for each step."""
        rows = table.rows
        still, gone, closed = ([row.parts[n].count for row in rows] for n in range(3))
        places = range(len(rows))
        looks = self.series()
        self._bars([n - 0.2 for n in places], [0.0] * len(rows), still, *looks[0])
        self._bars([n - 0.2 for n in places], still, gone, *looks[1])
        self._bars([n + 0.2 for n in places], [0.0] * len(rows), closed, *looks[2])
        self._scale(rows)

    def box_of(self, place: Place) -> QRectF:
        """The step's column, from the ground to its taller bar."""
        tall = max(self.rows[place.row].whole.count, 0.2)
        return QRectF(place.row - 0.45, 0, 0.9, tall)

    def place_at(self, x: float, y: float) -> Place | None:
        """The step under the point, at any height."""
        return Place(round(x), 0)

    def walk(self, across: int, along: int) -> None:
        """The steps stand side by side: left and right go through them, Home and End too."""
        super().walk(0, across or (along if abs(along) > 1 else 0))

    def begin(self) -> Place:
        """The step that is now."""
        return Place(len(self.rows) - 1, 0)

    def _bars(
        self,
        places: Sequence[float],
        grounds: Sequence[float],
        heights: Sequence[float],
        colour: str,
        pattern: Pattern,
    ) -> None:
        there = [n for n, high in enumerate(heights) if high]
        self.add(
            pg.BarGraphItem(
                x=[places[n] for n in there],
                y0=[grounds[n] for n in there],
                height=[heights[n] for n in there],
                width=0.38,
                brush=brush(colour, pattern),
                pen=colour,
            )
        )

    def _scale(self, rows: Sequence[Row]) -> None:
        most = max(3, round(max(row.whole.count for row in rows)))
        step = max(1, -(-most // 4))
        ticks = [(n, str(n)) for n in range(0, most + step, step)]
        left = self.item.getAxis("left")
        left.setTicks([ticks])
        left.setWidth(self.wide(ticks[-1][1]) + 10)
        room = max(1, self.plot.width() - left.width())
        widest = max(self.wide(row.label) for row in rows) + 10
        every = max(1, -(-widest * len(rows) // max(1, round(room))))
        shown = [(n, row.label) for n, row in enumerate(rows) if (len(rows) - 1 - n) % every == 0]
        self.item.getAxis("bottom").setTicks([shown])
        self.item.setXRange(-0.6, len(rows) - 0.4, padding=0)
        self.item.setYRange(0, most * 1.08, padding=0)


class LyingChart(Chart):
    """Rows that lie below each other; those that find no room are walked to."""

    def __init__(self, kind: str, scale: float = 1.0) -> None:
        """The first row is the uppermost."""
        super().__init__(kind, scale)
        self.first = 0
        self.item.invertY(True)

    @property
    def room(self) -> int:
        """How many rows fit."""
        axis = self.item.getAxis("bottom")
        high = self.plot.height() - 6 - (axis.height() if axis.isVisible() else 0)
        line = QFontMetrics(self.font_of(scale.CAPTION)).height() + 2
        return max(2, int(high // max(line, ROW_PX * self.scale)))

    def shown(self) -> tuple[Row, ...]:
        """The rows in sight; the chosen one is among them."""
        room, many = self.room, len(self.rows)
        if self.chosen is not None:
            self.first = min(self.first, self.chosen.row)
            self.first = max(self.first, self.chosen.row - room + 1)
        self.first = max(0, min(self.first, many - room))
        return self.rows[self.first : self.first + room]

    def legend(self, table: Table) -> list[tuple[str, str]]:
        """And which rows are in sight, where not all are."""
        parts = super().legend(table)
        shown, many = len(self.shown()), len(table.rows)
        if shown < many:
            told = f"↑↓ {self.first + 1}–{self.first + shown}/{many}"
            parts.append((told, colours().dim))
        return parts

    def names(self, shown: Sequence[Row]) -> None:
        """The labels of the rows, no wider than a third of the chart."""
        metrics = QFontMetrics(self.font_of(scale.CAPTION))
        most = max(40, self.plot.width() // 3)
        texts = [metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, most) for row in shown]
        left = self.item.getAxis("left")
        left.setTicks([list(enumerate(texts))])
        left.setWidth(max((self.wide(one) for one in texts), default=0) + 10)

    def fit(self, most: float, shown: Sequence[Row]) -> None:
        """Room for the longest row and for the words beside it."""
        words = max((self.wide(row.note) for row in shown), default=0) + 14
        wide = max(self.plot.width() - self.item.getAxis("left").width() - 8, 2 * words)
        self.item.setXRange(0, most * wide / (wide - words), padding=0)
        self.item.setYRange(-0.6, max(len(shown), LEAST_ROWS) - 0.4, padding=0)

    def row_at(self, y: float) -> int | None:
        """The row of the table at a height of the plot."""
        at = round(y)
        return self.first + at if 0 <= at < len(self.shown()) else None


class StackChart(LyingChart):
    """Lying bars of open cases, stacked by lamp or by age, with the numbers beside them."""

    def __init__(self, kind: str, scale: float = 1.0) -> None:
        """The length has no axis: each row says its number."""
        super().__init__(kind, scale)
        self.kind = kind
        self.item.hideAxis("bottom")

    def series(self) -> tuple[tuple[str, Pattern], ...]:
        """Lamps from red to green, or ages from young to old."""
        now = colours()
        if self.kind != AGE:
            return (
                (now.lamp_red, Pattern.SolidPattern),
                (now.lamp_yellow, Pattern.Dense4Pattern),
                (now.lamp_green, Pattern.BDiagPattern),
            )
        return (
            (now.series[0], Pattern.Dense6Pattern),
            (now.series[0], Pattern.Dense4Pattern),
            (now.series[0], Pattern.SolidPattern),
            (now.series[3], Pattern.BDiagPattern),
            (now.series[1], Pattern.DiagCrossPattern),
            (now.series[4], Pattern.SolidPattern),
        )

    def paint_rows(self, table: Table) -> None:
        """The segments of every row, its words behind them."""
        shown = self.shown()
        self.names(shown)
        starts = [0.0] * len(shown)
        for n, (colour, pattern) in enumerate(self.series()):
            widths = [row.parts[n].count for row in shown]
            there = [at for at, wide in enumerate(widths) if wide]
            self.add(
                pg.BarGraphItem(
                    x0=[starts[at] for at in there],
                    y=there,
                    width=[widths[at] for at in there],
                    height=BAR,
                    brush=brush(colour, pattern),
                    pen=colour,
                )
            )
            starts = [start + wide for start, wide in zip(starts, widths, strict=True)]
        for at, row in enumerate(shown):
            self.add_words(row.note, starts[at], at, (0, 0.5))
        self.fit(max(1.0, *(row.whole.count for row in table.rows)), shown)

    def box_of(self, place: Place) -> QRectF:
        """The whole bar or one of its segments."""
        row = self.rows[place.row]
        spots = row.spots
        start = sum(one.count for one in spots[1 : place.spot]) if place.spot else 0
        return QRectF(start, place.row - self.first - BAR / 2, spots[place.spot].count, BAR)

    def place_at(self, x: float, y: float) -> Place | None:
        """The segment under the point; the name and the words beside stand for the whole row."""
        row = self.row_at(y)
        if row is None:
            return None
        end = 0.0
        for n, spot in enumerate(self.rows[row].spots[1:], 1):
            end += spot.count
            if 0 <= x < end:
                return Place(row, n)
        return Place(row, 0)


class PaceChart(LyingChart):
    """For each stage and level the quantiles as parts of its limit, which is a line with a word."""

    def legend(self, table: Table) -> list[tuple[str, str]]:
        """What the marks mean."""
        words = (say("● 半数"), say("▲ 八成"), say("■ 95%"))
        now = colours()
        parts = [(word, now.text) for word in words] if table.rows else []
        limit = [(say("┆ 时限"), now.danger)] if table.rows else []
        return [*parts, *limit, *super().legend(table)]

    def paint_rows(self, table: Table) -> None:
        """A thin bar up to p95 with three marks on it, words behind it."""
        shown = self.shown()
        self.names(shown)
        edge = max([EDGE, *(row.marks[-1] for row in table.rows if row.marks)])
        edge = min(edge, MOST_PART)
        limited = [(at, row) for at, row in enumerate(shown) if row.marks]
        if limited:
            self._marks(limited, edge)
        for at, row in enumerate(shown):
            end = min(row.marks[-1], edge) if row.marks else 0.0
            self.add_words(row.note, end + edge * 0.015, at, (0, 0.5))
        self._limit(edge)
        self.fit(edge, shown)

    def box_of(self, place: Place) -> QRectF:
        """From nothing to the last mark."""
        marks = self.rows[place.row].marks
        wide = min(marks[-1], MOST_PART) if marks else 0.05
        return QRectF(0, place.row - self.first - BAR / 2, max(wide, 0.05), BAR)

    def place_at(self, x: float, y: float) -> Place | None:
        """The row at the height."""
        row = self.row_at(y)
        return None if row is None else Place(row, 0)

    def _marks(self, rows: Sequence[tuple[int, Row]], edge: float) -> None:
        """All bars and all marks at once: an item for each row would cost more than the rest."""
        now = colours()
        late, good = (now.lamp_red, Pattern.Dense4Pattern), (now.series[0], Pattern.BDiagPattern)
        looks = [late if row.marks[-1] > 1 else good for _, row in rows]
        self.add(
            pg.BarGraphItem(
                x0=[0] * len(rows),
                y=[at for at, _ in rows],
                width=[min(row.marks[-1], edge) for _, row in rows],
                height=0.3,
                brushes=[brush(*look) for look in looks],
                pens=[look[0] for look in looks],
            )
        )
        points = [
            {"pos": (min(mark, edge), at), "symbol": sign}
            for at, row in rows
            for mark, sign in zip(row.marks, MARKS, strict=True)
        ]
        size = 8 * self.scale
        self.add(pg.ScatterPlotItem(points, size=size, brush=now.text, pen=now.panel))

    def _limit(self, edge: float) -> None:
        pen = QPen(QColor(colours().danger), 1.5, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self.add(pg.InfiniteLine(1.0, angle=90, pen=pen))
        limit = say("时限 100%")
        ticks = [(0, "0"), (1, limit), *((n, f"{n}00%") for n in (2, 3) if n <= edge)]
        half = (self.plot.width() - self.item.getAxis("left").width()) * 0.4 / edge
        if half > (self.wide(limit) + self.wide("50%")) / 2 + 8:
            ticks.append((0.5, "50%"))
        self.item.getAxis("bottom").setTicks([ticks])
