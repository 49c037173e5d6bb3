"""The way to the handover: it stands in the place of the map, beside the queue, never over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.services.views import Board, Changes
from ui.band import Band
from ui.context import DeskContext
from ui.door import Door, Told
from ui.panels.handover_watch import AbsentWatch
from ui.window import AREAS, DeskWindow
from ui.words import say

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class HandoverDoor(Door):
    """While the panel is open the map makes room for it (and the right side: ui/rivals.py).

    `taken` carries the Person who sits down in the panel to receive. The band's alarm of an
    incoming person who is not there rings whether the panel was ever opened or not.
    """

    NAME = "handover"
    taken = Signal(object)

    def __init__(self, window: DeskWindow, desk: DeskContext, band: Band) -> None:
        """With its key and the band's alarm; closed until somebody opens it."""
        super().__init__(window, desk)
        self.watch = AbsentWatch(desk, self)
        self._sitting: tuple[str, frozenset[str]] = ("", frozenset())
        self.dock.setAllowedAreas(AREAS.TopDockWidgetArea)
        window.setCorner(Qt.Corner.TopLeftCorner, AREAS.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.TopRightCorner, AREAS.RightDockWidgetArea)
        self._open, self._settled = False, True
        self._map = self._wrap_centre()
        self._queue, self._case = window.panel("queue"), window.panel("case")
        self._note_sizes()
        for one in (self._queue, self._case):
            one.resized.connect(self._sized)
        window.resized.connect(self._window_sized)
        tells = say("交接草稿、冻结、逐件确认、签字和历次交接。")
        keys = "Ctrl+Shift+H"
        self.lead(say("工作台"), self.NAME, say("交接班"), keys, "panel.handover", tells)
        self.tell_keys(say("交接班里。"), _told())
        self.watch.changed.connect(band.ring_absent)
        window.opening.connect(self._foresee)
        self.dock.visibilityChanged.connect(self._follow)

    def make(self) -> QWidget:
        from ui.panels.handover import HandoverPanel  # when it is first wanted

        panel = HandoverPanel(self.desk)
        panel.taken.connect(self.taken)
        return panel

    def load(self, board: Board) -> None:
        """Look anew whether somebody is waited for."""
        self.watch.load(board)

    def apply(self, changes: Changes) -> None:
        """Look again after what may have changed it."""
        self.watch.apply(changes)

    def sits(self) -> None:
        """Whom it rings for is another, or may do something else than before."""
        sitting = (self.desk.who, self.desk.roles)
        if sitting != self._sitting:
            self._sitting = sitting
            self.watch.ask()

    def _wrap_centre(self) -> QWidget:
        """The map in a frame of its own: an empty centre still takes what the docks leave over."""
        inner, centre = self.window.takeCentralWidget(), QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        self.window.set_centre(centre)
        return inner

    def _sized(self) -> None:
        """Note the sizes a hand gave while this is closed: opening moves all before it tells."""
        if self._settled and self.dock.isHidden():
            self._note_sizes()

    def _window_sized(self) -> None:
        if self._settled and self._open:
            QTimer.singleShot(0, self, self._share)

    def _note_sizes(self) -> None:
        self._wide, self._high = self._queue.width(), self._case.height()

    def _follow(self) -> None:
        """The dock was shown or put away, by whatever way."""
        open_ = not self.dock.isHidden() and not self.dock.isFloating()
        if open_ == self._open:
            return
        self._open, self._settled = open_, False
        self._map.setVisible(not open_)
        QTimer.singleShot(0, self, self._share)

    def _foresee(self, name: str) -> None:
        """Before it shows, panels move already: those are not the sizes a hand gave."""
        if name == self.NAME and not self._open and not self.dock.isFloating():
            self._settled = False

    def _share(self) -> None:
        """The queue keeps its width and the case its height; the rest is the handover's."""
        window, alone = self.window, self.window.narrow  # where panels take turns
        window.resizeDocks([self._queue], [window.width() if alone else self._wide], ACROSS)
        if self._open and not alone:
            rest = self._queue.height() - self._high
            window.resizeDocks([self.dock, self._case], [rest, self._high], DOWN)
        elif not alone:
            window.resizeDocks([self._case], [self._high], DOWN)
        self._settled = True


def _told() -> Told:
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
