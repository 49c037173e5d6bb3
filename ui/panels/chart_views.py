"""A chart of a table of figures: still, walked through by rows and spots, every colour doubled.

A Chart knows neither dock, desk nor mouse: a wall shows make_chart(kind, scale=2.5) by
show_table(tables(charts, names, zone)[kind]), told.hide() where nobody points; a panel points
into it with walk(), find() and point(). make_chart(kind, scale) is in ui.panels.chart_kinds.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsRectItem, QLabel, QVBoxLayout, QWidget

from ui import scale
from ui.models.chart_rows import Row, Spot, Table, say, title_of
from ui.palette import colours
from ui.theme import numbers

pg.setConfigOptions(antialias=True)
Pattern = Qt.BrushStyle
SIGNS = {
    Pattern.SolidPattern: "■",
    Pattern.Dense4Pattern: "▒",
    Pattern.Dense6Pattern: "░",
    Pattern.BDiagPattern: "▨",
    Pattern.DiagCrossPattern: "▩",
}
"""How the words of a chart show the pattern of a bar."""


class Place(NamedTuple):
    """A row of the table and a spot of that row (0 = the whole row)."""

    row: int
    spot: int


class Chart(QWidget):
    """A picture of a table: a line of words, a line for the spot pointed at, and the plot.

    `scale` makes its type larger (1.0 = the desk's); no mouse reaches it, no key, no clock.
    """

    def __init__(self, kind: str, scale: float = 1.0, parent: QWidget | None = None) -> None:
        """An empty chart; show_table fills it."""
        super().__init__(parent)
        self.setObjectName(f"chart_{kind}")
        self.setAccessibleName(title_of(kind))
        self.scale, self.table, self.leads = scale, None, False
        self.chosen: Place | None = None
        self.pointed: Place | None = None
        self.words, self.told, self.plot = QLabel(self), QLabel(self), pg.PlotWidget(self)
        self.item = self.plot.getPlotItem()
        self._drawn: list[Any] = []
        self._still()
        self._lay_out()
        self.dress()

    table: Table | None

    # ---- what is shown ----------------------------------------------------------------------

    def show_table(self, table: Table) -> None:
        """Show other figures; the chosen place stays as far as it is there."""
        if table != self.table:
            self.table = table
            self.chosen, self.pointed = self._there(self.chosen), self._there(self.pointed)
            self.draw()
            self._tell()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the table."""
        return self.table.rows if self.table else ()

    def spot(self, place: Place | None) -> Spot | None:
        """The figure at a place."""
        return self.rows[place.row].spots[place.spot] if place and self._there(place) else None

    @property
    def current(self) -> Spot | None:
        """What is pointed at, else what is chosen."""
        return self.spot(self.pointed or self.chosen)

    def choose(self, place: Place | None) -> None:
        """Choose a place; None lets go."""
        self.chosen, self.pointed = self._there(place), None
        self.draw()
        self._tell()

    def point(self, place: Place | None) -> None:
        """Say the figure of a place without choosing it."""
        if place != self.pointed:
            self.pointed = self._there(place)
            self.draw()
            self._tell()

    def lead(self, whether: bool) -> None:
        """Whether the keys go to this one of several."""
        if whether != self.leads:
            self.leads = whether
            self.draw()

    def walk(self, across: int, along: int) -> None:
        """Go `along` so many rows and `across` so many spots of a row; begin() where none is."""
        if not self.rows:
            return
        at = self.chosen or self.begin()
        if self.chosen is None and abs(across) <= 1 and abs(along) <= 1:
            across = along = 0
        row = min(max(at.row + along, 0), len(self.rows) - 1)
        last = len(self.rows[row].spots) - 1
        self.choose(Place(row, min(max(at.spot + across, 0), last)))

    def begin(self) -> Place:
        """Where the keys begin: the first row."""
        return Place(0, 0)

    def find(self, at: QPoint) -> Place | None:
        """The place under a point of this widget, None beside all of them."""
        within = self.plot.mapFrom(self, at)
        if not self.plot.rect().contains(within):
            return None
        spot = self.item.getViewBox().mapSceneToView(self.plot.mapToScene(within))
        return self._there(self.place_at(spot.x(), spot.y()))

    def place_at(self, x: float, y: float) -> Place | None:
        """The place at a point in the units of the plot."""
        raise NotImplementedError

    # ---- drawing ----------------------------------------------------------------------------

    def dress(self) -> None:
        """Take the colours and the density in force and draw again."""
        now, font = colours(), self.font_of(scale.CAPTION)
        for label, points in ((self.words, scale.SMALL), (self.told, scale.SMALL)):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.Window, now.colour("panel"))
            label.setPalette(palette)
            label.setFont(self.font_of(points))
        self.plot.setBackground(now.panel)
        for side in ("left", "bottom"):
            axis = self.item.getAxis(side)
            axis.setStyle(tickFont=font, tickLength=3, tickTextOffset=3)
            axis.setPen(now.line)
            axis.setTextPen(now.dim)
        self.draw()

    def font_of(self, points: int) -> QFont:
        """The figures' font of that many points at the density and the scale in force."""
        return numbers(round(scale.points(points) * self.scale))

    def draw(self) -> None:
        """Draw what is known."""
        for thing in self._drawn:
            self.plot.removeItem(thing)
        self._drawn = []
        table = self.table
        for side in ("left", "bottom"):
            self.item.getAxis(side).setTicks([[]])
        if table is None:
            return
        self.head(table)
        if table.rows:
            self.paint_rows(table)
        else:
            self._say_empty(table.empty)
        mark = self.pointed or self.chosen
        if table.rows and mark:
            self._outline(self.box_of(mark))

    def paint_rows(self, table: Table) -> None:
        """Draw the rows of a table that has some."""
        raise NotImplementedError

    def box_of(self, place: Place) -> QRectF:
        """Where a place lies, in the units of the plot."""
        raise NotImplementedError

    def head(self, table: Table) -> None:
        """The line of words, each in the colour it explains; a narrow one says less."""
        parts, now = self.legend(table), colours()
        sign, ink = ("▸ ", now.accent) if self.leads else ("", now.dim)
        long, short = (sign + table.title, ink), (sign + title_of(table.kind), ink)
        bare = [(word.rpartition(" ")[0] or word, colour) for word, colour in parts]
        for said in ([long, *parts], [short, *parts], [short, *bare], parts, bare):
            coloured = (f'<span style="color:{colour}">{word}</span>' for word, colour in said)
            self.words.setText("&ensp;".join(coloured))
            if self.words.sizeHint().width() <= self.width():
                break

    def legend(self, table: Table) -> list[tuple[str, str]]:
        """Sign, word and sum of each series with its colour."""
        return [
            (f"{SIGNS[pattern]} {word} {total:g}", colour)
            for word, total, (colour, pattern) in zip(
                table.legend, table.totals, self.series(), strict=True
            )
        ]

    def series(self) -> tuple[tuple[str, Pattern], ...]:
        """The colour and the pattern of each series."""
        return ()

    def add(self, thing: Any) -> None:
        """Put something into the plot until the next drawing."""
        self.plot.addItem(thing)
        self._drawn.append(thing)

    def add_words(self, text: str, x: float, y: float, anchor: tuple[float, float]) -> None:
        """Put words into the plot, their anchor (0..1 from left and top) at a point."""
        now = colours()
        label = pg.TextItem(text, anchor=anchor, color=now.text, fill=now.panel)
        label.setFont(self.font_of(scale.CAPTION))
        label.setPos(x, y)
        label.setZValue(40)
        self.add(label)

    def wide(self, text: str) -> int:
        """Pixels of words in the plot."""
        return QFontMetrics(self.font_of(scale.CAPTION)).horizontalAdvance(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits depends on the size."""
        super().resizeEvent(event)
        self.draw()

    def _outline(self, box: QRectF) -> None:
        edge = QGraphicsRectItem(box)
        pen = QPen(QColor(colours().focus), 2)
        pen.setCosmetic(True)
        edge.setPen(pen)
        edge.setZValue(50)
        self.add(edge)

    def _say_empty(self, text: str) -> None:
        self.item.getAxis("left").setWidth(0)
        self.item.setXRange(0, 1, padding=0)
        self.item.setYRange(0, 1, padding=0)
        lines = _wrapped(text, max(60, self.plot.width() - 24), self.wide)
        self.add_words("\n".join(lines), 0.5, 0.5, (0.5, 0.5))

    def _tell(self) -> None:
        spot = self.current
        said = spot.words if spot else say("方向键或鼠标指到一处，这里说它的数。")
        self.told.setText(said)
        self.told.setForegroundRole(
            QPalette.ColorRole.WindowText if spot else QPalette.ColorRole.PlaceholderText
        )
        if self.accessibleDescription() != said:
            self.setAccessibleDescription(said)
            changed = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self, changed))

    def _there(self, place: Place | None) -> Place | None:
        if place is None or not 0 <= place.row < len(self.rows):
            return None
        return place if 0 <= place.spot < len(self.rows[place.row].spots) else Place(place.row, 0)

    def _still(self) -> None:
        """Nothing to drag, no menu, no focus of its own."""
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.item.setMenuEnabled(False)
        self.item.hideButtons()
        self.item.setMouseEnabled(x=False, y=False)
        self.item.layout.setContentsMargins(2, 0, 4, 2)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*scale.NONE)
        column.setSpacing(0)
        for label in (self.words, self.told):
            label.setContentsMargins(6, 1, 6, 0)
            label.setMinimumWidth(60)
            label.setAutoFillBackground(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setObjectName("told")
        column.addWidget(self.plot, 1)


def brush(colour: str, pattern: Pattern) -> QBrush:
    """A colour in a pattern."""
    return QBrush(QColor(colour), pattern)


def _wrapped(text: str, room: int, wide: Any) -> list[str]:
    """The text in lines that are no wider than the room, broken behind a stop where it can be."""
    lines, line = [], ""
    for letter in text:
        if line and wide(line + letter) > room:
            cut = max((n for n, one in enumerate(line) if not one.isalnum()), default=-1) + 1
            cut = cut if cut > len(line) // 2 else len(line)
            lines.append(line[:cut].strip())
            line = line[cut:]
        line += letter
    return [*lines, line.strip()]
