"""The way to the administration window: in the menus of an administrator only."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAction

from ui.menus import make
from ui.panels.admin import AdminPanel
from ui.window import DeskWindow
from ui.words import say

NAME = "admin"
ROLES = frozenset({"administrator", "auditor"})
"""An auditor sees the history and who looked at numbers, and nothing else."""


class AdminDoor(QObject):
    """Opens the window beside the queue, closes it, and bars it to everybody else."""

    def __init__(self, window: DeskWindow, panel: AdminPanel) -> None:
        """Barred until an administrator sits down."""
        super().__init__(window)
        self._window, self._panel = window, panel
        self._roles: frozenset[str] = frozenset()
        self._dock = window.panel(NAME)
        self.action = make(
            window, NAME, say("人员与规则表"), ("Ctrl+Shift+A",), "settings", self.open
        )
        self.action.setWhatsThis(say("人员、单位、事项、时限、职权、日历、执法人员和队伍。"))
        window.add_action(say("管理"), self.action)
        panel.left.connect(self.close)
        self._dock.visibilityChanged.connect(self._warn)
        self._bar(False)

    def sits(self, roles: frozenset[str]) -> None:
        """Somebody sat down: what was shown goes unless it is an administrator."""
        may = bool(ROLES & roles)
        if not may or roles != self._roles:
            self._panel.forget()
            self._dock.hide()
        self._roles = roles
        self._bar(may)

    def open(self) -> None:
        """Show the window over the map, from the queue's edge to the right: tables are wide."""
        if not self._dock.isVisible():
            self._dock.setFloating(True)
            self._dock.setGeometry(beside_queue(self._window))
        self._window.go(NAME)
        self._dock.activateWindow()

    def close(self) -> None:
        """Put it away; the keyboard is the queue's."""
        self._dock.hide()
        self._window.activateWindow()
        self._window.go("queue")

    def _warn(self, shown: bool) -> None:
        """Put away with changes that were not given: they stay, and it is said."""
        if shown or not self._window.isVisible() or self._dock.isVisible():
            return
        self._panel.tell_unsaved()

    def _bar(self, may: bool) -> None:
        for action in (self.action, self._dock.toggleViewAction(), *self._ways()):
            action.setVisible(may)
        self._window.menu(say("管理")).menuAction().setVisible(may)

    def _ways(self) -> list[QAction]:
        """The window's own way to the dock."""
        title = self._dock.windowTitle()
        own = self._window.all_actions()
        return [one for one in own if one.text().endswith(title) and one is not self.action]


def beside_queue(window: DeskWindow) -> QRect:
    """On the screen: everything beside the queue and below the band."""
    queue = window.panel("queue")
    inner = QRect(queue.geometry())
    left = inner.right() + 5 if queue.isVisible() else 0
    high = window.height() - window.statusBar().height() - inner.top()
    room = QRect(left, inner.top(), window.width() - left, high)
    return room.translated(window.mapToGlobal(QPoint(0, 0)))
