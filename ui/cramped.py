"""A screen with little room (768 lines at 150 or 200 %): panels take turns, forms scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QFrame, QScrollArea, QWidget

from ui.docks import ANY
from ui.window import AREAS, DeskWindow

if TYPE_CHECKING:
    from ui.desk import OpenDesk

WIDE, NARROW = 1280, 900
"""Logical pixels across: from the first the usual layout fits, below the other one side does."""
TALL = 740
QUEUE, MAP, EDGE = 400, 160, 12
BARS = 190
"""Height of menu, band, titles, tabs and messages together, with some air."""


class Sheet(QScrollArea):
    """Holds a panel that wants more room than there is; nothing of it is out of reach."""

    def __init__(self, inner: QWidget, most: QSize, parent: QWidget) -> None:
        """`most` is the smallest size this asks for, however much the panel wants."""
        super().__init__(parent, widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.most = most
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return (self.widget().minimumSizeHint() + QSize(bar, 0)).boundedTo(self.most)


class Cramped(QObject):
    """A fitting: suit(room) arranges the window for a screen of that many logical pixels."""

    def __init__(self, desk: OpenDesk) -> None:
        """Nothing is changed before suit()."""
        super().__init__(desk.window)
        self._window: DeskWindow = desk.window
        self._room = QSize(WIDE, TALL)
        self._window.arranging.connect(self._stand)
        self._window.opening.connect(lambda: QTimer.singleShot(0, self, self._hold))

    @property
    def short(self) -> bool:
        """Whether there is less room than the usual layout wants."""
        return self._room.width() < WIDE or self._room.height() < TALL

    def suit(self, room: QSize) -> None:
        """Arrange for this room; the person's own layout stays where it fits."""
        self._room = room
        if not self.short:
            return
        self._hold()
        least = self._window.minimumSizeHint()
        if least.width() > room.width() or least.height() > room.height():
            self._window.restore_layout()
            self._hold()
        self._window.layout().activate()

    def _stand(self) -> None:
        """Where every panel stands in a narrow window: in turns at one side, never in two rows."""
        if self._room.width() >= WIDE:
            return
        narrow = self._room.width() < NARROW
        for name in self._window.docks:
            if name == "queue":
                continue
            area = AREAS.LeftDockWidgetArea if narrow else AREAS.RightDockWidgetArea
            host = name == "roster" and not narrow
            self._window.set_stand(name, area=area, beside="" if host else ANY)

    def _hold(self) -> None:
        """Put what wants more than its side has into a sheet; at once, before it is painted."""
        if not self.short:
            return
        most = self._most()
        for dock in self._window.docks.values():
            inner = dock.widget()
            if isinstance(inner, Sheet):
                inner.most = most
            elif inner is not None and _larger(inner.minimumSizeHint(), most):
                _put_into_sheet(dock, inner, most)

    def _most(self) -> QSize:
        wide, tall = self._room.width(), max(self._room.height() - BARS, 2 * EDGE)
        if wide >= WIDE:
            return QSize(wide, tall)
        taken = MAP + EDGE if wide < NARROW else QUEUE + MAP + EDGE
        return QSize(wide - taken, tall)


def _larger(one: QSize, other: QSize) -> bool:
    return one.width() > other.width() or one.height() > other.height()


def _put_into_sheet(dock: QDockWidget, inner: QWidget, most: QSize) -> None:
    focus = inner.focusWidget() if inner.isAncestorOf(inner.window().focusWidget()) else None
    dock.setWidget(Sheet(inner, most, dock))
    if focus is not None:
        focus.setFocus()
