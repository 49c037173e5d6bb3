"""Tabs at the side with their words upright: more of them than a narrow screen has width for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from ui.palette import colours

PAD, EDGE = 10, 3
"""Space beside the words, and the width of the mark of the tab in front, in pixels."""


class SideBar(QTabBar):
    """Each tab a line; the one in front has a mark at its edge besides its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """As wide as the widest word."""
        super().__init__(parent)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setDrawBase(False)

    def tabSizeHint(self, index: int) -> QSize:
        metrics = self.fontMetrics()
        words = (self.tabText(at) for at in range(self.count()))
        widest = max((metrics.horizontalAdvance(one + " *") for one in words), default=0)
        return QSize(widest + 2 * PAD + EDGE, metrics.height() + PAD)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, chosen = QPainter(self), colours()
        for at in range(self.count()):
            if not self.isTabVisible(at):
                continue
            place, front = self.tabRect(at), at == self.currentIndex()
            if front:
                painter.fillRect(place, chosen.colour("panel"))
                mark = QRect(place.left(), place.top(), EDGE, place.height())
                painter.fillRect(mark, chosen.colour("accent"))
                if self.hasFocus():
                    painter.setPen(chosen.colour("focus"))
                    painter.drawRect(place.adjusted(0, 0, -1, -1))
            painter.setPen(chosen.colour("text" if front else "dim"))
            words = place.adjusted(PAD + EDGE, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(at))
        painter.end()


class SideTabs(QTabWidget):
    """A tab widget whose bar stands at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without tabs."""
        super().__init__(parent)
        self.setTabBar(SideBar(self))
        self.setTabPosition(QTabWidget.TabPosition.West)
        self.setDocumentMode(True)
