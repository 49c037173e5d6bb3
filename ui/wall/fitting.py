"""The way to the wall: on the second screen if there is one, else over the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from commandcenter.services.views import Board, Changes, Reference
from ui.menus import add_desk_action
from ui.palette import Colours
from ui.screens import ScreenWatch, other_screen, screens
from ui.words import say

if TYPE_CHECKING:
    from ui.desk import OpenDesk
    from ui.wall.window import WallWindow


class Wall(QObject):
    """Makes the wall when it is first wanted and unmakes it when it is left: a map is heavy.

    When its screen goes the wall goes; when a second screen comes again, so does the wall.
    """

    def __init__(self, desk: OpenDesk) -> None:
        """No wall yet."""
        super().__init__(desk.window)
        self._desk = desk
        self.window: WallWindow | None = None
        self._before: QWidget | None = None
        self._wanted = False
        self._screens = ScreenWatch(self)
        self._screens.changed.connect(self._screens_changed)
        calls = {"wall": self.toggle, "wall.hold": self._hold, "wall.next": self._next}
        self._keys = [add_desk_action(desk.window, name, call) for name, call in calls.items()]

    def toggle(self) -> None:
        """Open the wall, or put it away."""
        if self.window is None:
            self._open()
        else:
            self.leave()

    def leave(self) -> None:
        """Put the wall away; the keyboard is where it was."""
        self._wanted = False
        self._close()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
            self._desk.window.activateWindow()
        self._before = None

    def apply(self, changes: Changes) -> None:
        """Take in what changed."""
        if self.window is not None:
            self.window.apply(changes)

    def load(self, board: Board) -> None:
        """Another board."""
        if self.window is not None:
            self.window.load(board)

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        if self.window is not None:
            self.window.refer(reference)

    def sits(self) -> None:
        """Another person sits at the desk."""
        if self.window is not None:
            self.window.sits()

    def set_theme(self, chosen: Colours) -> None:
        """The wall follows the desk's theme."""
        if self.window is not None:
            self.window.set_theme(chosen)

    def stop(self) -> None:
        """The desk goes."""
        self._screens.stop()
        self._close()

    def _open(self) -> None:
        board = self._desk.panels.board()
        if board is None:
            self._desk.context.say("info", say("队列还没有载入，请稍候"))
            return
        from ui.wall.window import WallWindow  # its charts and map are loaded when first wanted

        other = other_screen(self._desk.window)
        over = other is None
        self._before = QApplication.focusWidget() if over else None
        screen = other or self._desk.window.screen()
        self.window = WallWindow(self._desk, screen, over)
        self.window.addActions(self._keys)
        self.window.left.connect(self.leave)
        self.window.open()
        self.window.load(board)
        self._wanted = True

    def _close(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.stop()
            window.deleteLater()

    def _screens_changed(self) -> None:
        there = self.window is not None and any(
            self.window.geometry() == one.geometry() for one in screens()
        )
        if self.window is not None and (not there or self._over_desk()):
            self._close()
        if self._wanted and self.window is None and other_screen(self._desk.window) is not None:
            self._open()

    def _over_desk(self) -> bool:
        """A wall that was beside the desk must not cover it when the screens move together."""
        assert self.window is not None
        return not self.window.over and other_screen(self._desk.window) is None

    def _hold(self) -> None:
        if self.window is not None:
            self.window.hold()

    def _next(self) -> None:
        if self.window is not None:
            self.window.next_page()
