"""A drill (演练) is seen on every screen: a frame around the window, a mark on each dock."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.docks import Title
from ui.mode import ModeWatch
from ui.palette import colours
from ui.theme import numbers
from ui.window import DeskWindow
from ui.words import say

EDGE = 5
"""Width of the frame in pixels: seen from across the room, in a margin of its own."""


class DrillMarks(QObject):
    """Shows the marks as long as what goes on is a drill."""

    def __init__(self, window: DeskWindow, mode: ModeWatch) -> None:
        """Hidden until the mode tells of a drill."""
        super().__init__(window)
        self._window, self._mode = window, mode
        self._title = window.windowTitle()
        self.edges = [_Edge(window) for _ in range(4)]
        self.sign = _Sign(window)
        window.menuBar().setCornerWidget(self.sign)
        window.resized.connect(self._place)
        mode.changed.connect(self.show_marks)
        self.show_marks()

    def show_marks(self) -> None:
        """Put the marks up or take them down."""
        on = self._mode.drill
        self.sign.setVisible(on)
        self._window.setContentsMargins(*([EDGE if on else 0] * 4))
        for edge in self.edges:
            edge.setVisible(on)
        for title in self._window.findChildren(Title):
            title.mark_drill(on)
        text = say("【演练】{title}").format(title=self._title)
        self._window.setWindowTitle(text if on else self._title)
        self._place()

    def _place(self) -> None:
        wide, high = self._window.width(), self._window.height()
        rooms = (
            QRect(0, 0, wide, EDGE),
            QRect(0, high - EDGE, wide, EDGE),
            QRect(0, 0, EDGE, high),
            QRect(wide - EDGE, 0, EDGE, high),
        )
        for edge, room in zip(self.edges, rooms, strict=True):
            edge.setGeometry(room)
            edge.raise_()


class _Edge(QWidget):
    """One side of the frame, hatched in the colour of warnings; a hand reaches through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().background))
        shade = QColor(colours().warning)
        painter.fillRect(self.rect(), QBrush(shade, Qt.BrushStyle.Dense3Pattern))


class _Sign(QLabel):
    """演练 · 不计入统计, dark on the colour of warnings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("演练 · 不计入统计"), parent)
        self.setObjectName("drill.sign")
        self.setFont(numbers(9, bold=True))
        self.setContentsMargins(12, 0, 12, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().warning))
        painter.setPen(QColor(colours().background))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
