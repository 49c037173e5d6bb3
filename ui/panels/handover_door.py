"""The way to the handover: it stands in the place of the map, beside the queue, never over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from ui.band import Band
from ui.menus import make
from ui.panels.handover import HandoverPanel
from ui.window import AREAS, DeskWindow
from ui.words import say

NAME = "handover"
ROOMY = 2400
"""From this width on, the roster keeps its place beside a handover."""
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class HandoverDoor(QObject):
    """While the panel is open the map and, in a narrow window, the right side make room for it."""

    def __init__(self, window: DeskWindow, panel: HandoverPanel, band: Band) -> None:
        """With its key and the band's alarm; closed until somebody opens it."""
        super().__init__(window)
        self._window, self._panel = window, panel
        self._dock = window.panel(NAME)
        self._dock.setAllowedAreas(AREAS.TopDockWidgetArea)
        window.setCorner(Qt.Corner.TopLeftCorner, AREAS.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.TopRightCorner, AREAS.RightDockWidgetArea)
        self._aside: list[QDockWidget] = []
        self._open, self._settled = False, True
        self._map = self._wrap_centre()
        self._queue, self._case = window.panel("queue"), window.panel("case")
        self._note_sizes()
        for watched in (window, self._queue, self._case):
            watched.installEventFilter(self)
        action = make(window, NAME, say("交接班"), ("Ctrl+Shift+H",), "panel.handover", self.open)
        action.setWhatsThis(say("交接草稿、冻结、逐件确认、签字和历次交接。"))
        window.add_action(say("工作台"), action)
        for text, keys in _told():
            window.tell_keys(NAME, text, keys, say("交接班里。"))
        panel.left.connect(self.close)
        panel.watch.changed.connect(band.ring_absent)
        window.opening.connect(self._make_way)
        self._dock.visibilityChanged.connect(self._follow)

    def open(self) -> None:
        """Go there."""
        self._window.go(NAME)

    def close(self) -> None:
        """Put it away; the keyboard is the queue's."""
        self._dock.hide()
        self._window.go("queue")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the sizes a hand gave while this is closed: opening moves all before it tells."""
        if event.type() != QEvent.Type.Resize or not self._settled:
            return False
        if watched is not self._window and self._dock.isHidden():
            self._note_sizes()
        elif watched is self._window and self._open:
            QTimer.singleShot(0, self, self._share)
        return False

    def _wrap_centre(self) -> QWidget:
        """The map in a frame of its own: an empty centre still takes what the docks leave over."""
        inner, centre = self._window.takeCentralWidget(), QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        self._window.set_centre(centre)
        return inner

    def _note_sizes(self) -> None:
        self._wide, self._high = self._queue.width(), self._case.height()

    def _follow(self) -> None:
        """The dock was shown or put away, by whatever way."""
        open_ = not self._dock.isHidden() and not self._dock.isFloating()
        if open_ == self._open:
            return
        self._open, self._settled = open_, False
        if open_:
            self._make_room()
        else:
            self._give_back()

    def _make_way(self, name: str) -> None:
        """Before it shows: beside it, the right side would make the window wider."""
        if name == NAME and not self._open and not self._dock.isFloating():
            self._settled = False
            self._clear_right()

    def _make_room(self) -> None:
        self._clear_right()
        self._map.hide()
        QTimer.singleShot(0, self, self._share)

    def _clear_right(self) -> None:
        window = self._window
        right = [one for one in window.findChildren(QDockWidget) if self._at_right(one)]
        for dock in right if window.width() < ROOMY else []:
            self._aside.append(dock)
            dock.hide()

    def _give_back(self) -> None:
        for dock in self._aside or [self._window.panel("roster")]:
            dock.show()
        self._aside = []
        self._map.show()
        QTimer.singleShot(0, self, self._share)

    def _share(self) -> None:
        """The queue keeps its width and the case its height; the rest is the handover's."""
        window = self._window
        window.resizeDocks([self._queue], [self._wide], ACROSS)
        if self._open:
            rest = self._queue.height() - self._high
            window.resizeDocks([self._dock, self._case], [rest, self._high], DOWN)
        else:
            window.resizeDocks([self._case], [self._high], DOWN)
        self._settled = True

    def _at_right(self, dock: QDockWidget) -> bool:
        there = self._window.dockWidgetArea(dock) == AREAS.RightDockWidgetArea
        return there and not dock.isHidden() and not dock.isFloating()


def _told() -> tuple[tuple[str, str], ...]:
    return (
        (say("交接：下一件"), "↓ N"),
        (say("交接：确认"), "Enter 空格"),
        (say("交接：提问"), "Q"),
        (say("交接：下一件未确认"), "J"),
        (say("交接：冻结、签字"), "Ctrl+Enter"),
        (say("交接：转到没确认的"), "Ctrl+↓"),
        (say("交接：请接班人就座"), "T"),
        (say("交接：作废"), "Ctrl+Del"),
        (say("交接：补充说明"), "A"),
        (say("交接：存成 PDF、Word、网页"), "S"),
        (say("交接：打印记录"), "P"),
        (say("交接：打印承诺交接单"), "R"),
        (say("提示、装备：登记"), "Ctrl+N"),
        (say("提示、装备：结束、注销"), "Delete"),
    )
