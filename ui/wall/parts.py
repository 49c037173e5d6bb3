"""What the wall is written with: type that grows with the screen and reads from three metres."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.services.emergency_views import Mode
from ui.palette import LEVELS, colours
from ui.theme import numbers
from ui.wall.figures import Tile, Worst
from ui.words.mode_texts import mode_text

FINE, TEXT, HEAD, COUNT = 30, 36, 46, 104
"""Pixels of type on a screen of 1080 lines: 30 are 18 mm on one of 55 inches, which reads at
three metres and more (a 200th of the distance is 15 mm)."""
GAP = 20
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class WallText(QWidget):
    """One line of words; what has no room ends in … and is never cut through."""

    def __init__(self, pixels: int, scale: float, align: Qt.AlignmentFlag = LEFT) -> None:
        """Empty until say(); `scale` is 1.0 on a screen of 1080 lines."""
        super().__init__()
        self._align, self._token, self.text = align, "text", ""
        self._ground, self._ink = "", ""
        self._font = wall_font(pixels, scale)
        self.setMinimumHeight(QFontMetrics(self._font).height())

    def say(self, text: str, token: str = "text", bold: bool = False) -> None:
        """Say it in a colour of the theme."""
        changed = text != self.text
        self.text, self._token = text, token
        self._font.setBold(bold)
        self.setAccessibleName(text)
        if changed:
            self.updateGeometry()
        self.update()

    def stand_on(self, ground: str, ink: str) -> None:
        """Stand on a ground of a colour of its own (#rrggbb; "" for none)."""
        self._ground, self._ink = ground, ink
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font)
        pad = metrics.height() if self._ground else 4
        return QSize(metrics.horizontalAdvance(self.text) + pad, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self._font).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(self.rect(), QColor(self._ground))
        painter.setFont(self._font)
        painter.setPen(QColor(self._ink) if self._ground else colours().colour(self._token))
        way = Qt.TextElideMode.ElideRight
        text = QFontMetrics(self._font).elidedText(self.text, way, self.width())
        align = CENTRE if self._ground else self._align
        painter.drawText(self.rect(), int(align), text)


class Plate(QWidget):
    """A raised ground with a stripe of a colour at its left; not painted while it has none."""

    def __init__(self, scale: float) -> None:
        """Nothing to be seen until mark()."""
        super().__init__()
        self._token, self._stripe = "", max(4, round(10 * scale))

    def mark(self, token: str) -> None:
        """The stripe in a colour of the theme; "" takes the plate away."""
        self._token = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._token:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours().colour("panel"))
        stripe = QRect(0, 0, self._stripe, self.height())
        painter.fillRect(stripe, colours().colour(self._token))


class TilePlate(Plate):
    """A count, large, under what it counts."""

    def __init__(self, scale: float) -> None:
        """Empty until show_tile()."""
        super().__init__(scale)
        self._name = WallText(TEXT, scale)
        self._count = WallText(COUNT, scale)
        column = QVBoxLayout(self)
        edge = round(GAP * scale)
        column.setContentsMargins(edge + self._stripe, edge // 2, edge // 2, edge // 2)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._count)

    def show_tile(self, tile: Tile) -> None:
        """Say a figure; none at all is dim."""
        token = tile.token if tile.count else "dim"
        self._name.say(f"{tile.sign} {tile.name}", token)
        self._count.say(str(tile.count), token, bold=True)
        self.mark(tile.token if tile.count else "line")


class WorstPlate(Plate):
    """A case: number and item over community and unit, and beside them the time left."""

    def __init__(self, scale: float) -> None:
        """Empty until show_case()."""
        super().__init__(scale)
        self._head, self._foot = WallText(TEXT, scale), WallText(FINE, scale)
        self._left = WallText(HEAD, scale, RIGHT)
        edge = round(GAP * scale)
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(edge + self._stripe, edge // 4, edge, edge // 4)
        row.setSpacing(edge)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._head)
        column.addWidget(self._foot)
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addWidget(self._left)

    def show_case(self, case: Worst | None) -> None:
        """Say a case; None leaves the plate empty."""
        if case is None:
            for line in (self._head, self._foot, self._left):
                line.say("")
            self.mark("")
            return
        self._head.say(f"{case.sign} {case.head}", bold=True)
        self._foot.say(case.foot, "dim")
        self._left.say(case.left, case.token, bold=True)
        self.mark(case.token)


class DrillBand(QWidget):
    """演练 · 不计入统计 over the whole width, hatched; not there otherwise."""

    def __init__(self, words: str, scale: float) -> None:
        """Hidden until a drill goes on."""
        super().__init__()
        self.text, self._font = words, wall_font(TEXT, scale)
        self._font.setBold(True)
        self.setAccessibleName(words)
        self.setFixedHeight(round(QFontMetrics(self._font).height() * 1.3))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shade = QPainter(self), colours().colour("warning")
        painter.fillRect(self.rect(), colours().colour("background"))
        painter.fillRect(self.rect(), QBrush(shade, Qt.BrushStyle.Dense3Pattern))
        wide = QFontMetrics(self._font).horizontalAdvance(self.text) + self.height() * 2
        plate = QRect(0, 0, wide, self.height())
        plate.moveCenter(self.rect().center())
        painter.fillRect(plate, shade)
        painter.setFont(self._font)
        painter.setPen(colours().colour("background"))
        painter.drawText(plate, int(CENTRE), self.text)


def wall_font(pixels: int, scale: float) -> QFont:
    """The figures' font of so many pixels at 1080 lines."""
    font = numbers()
    font.setPixelSize(max(8, round(pixels * scale)))
    return font


def show_mode(text: WallText, mode: Mode) -> None:
    """The level on its own ground; normal working is a plain word."""
    now = mode.emergency
    level = "" if now is None or now.level is None else now.level.value
    text.stand_on(*(LEVELS[level] if level else ("", "")))
    text.say(mode_text(mode), "text" if level else "dim", bold=bool(level))
