"""The way to the administration window: in the menus of an administrator only."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.door import WideDoor
from ui.window import DeskWindow
from ui.words import say

ROLES = frozenset({"administrator", "auditor"})
"""An auditor sees the history and who looked at numbers, and nothing else."""


class AdminDoor(WideDoor):
    """Opens the window beside the queue, and bars it to everybody else."""

    NAME = "admin"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """Barred until an administrator sits down."""
        super().__init__(window, desk)
        self._roles: frozenset[str] = frozenset()
        tells = say("人员、单位、事项、时限、职权、日历、队伍、处置卡、吹哨规则、话术等。")
        text, keys = say("人员与规则表"), "Ctrl+Shift+A"
        self.action = self.lead(say("管理"), self.NAME, text, keys, "settings", tells)
        self.dock.visibilityChanged.connect(self._warn)
        self._bar(False)

    def make(self) -> QWidget:
        from ui.panels.admin import AdminPanel  # when it is first wanted

        return AdminPanel(self.desk)

    def sits(self) -> None:
        """Somebody sat down: what was shown goes unless it is an administrator."""
        roles = self.desk.roles
        may = bool(ROLES & roles)
        if not may or roles != self._roles:
            if self.made is not None:
                self.made.forget()
            self.dock.hide()
        self._roles = roles
        self._bar(may)

    def _warn(self, shown: bool) -> None:
        """Put away with changes that were not given: they stay, and it is said."""
        if shown or not self.window.isVisible() or self.dock.isVisible():
            return
        if self.made is not None:
            self.made.tell_unsaved()

    def _bar(self, may: bool) -> None:
        for action in (self.action, self.dock.toggleViewAction(), *self._ways()):
            action.setVisible(may)
        self.window.menu(say("管理")).menuAction().setVisible(may)

    def _ways(self) -> list[QAction]:
        """The window's own way to the dock."""
        title = self.dock.windowTitle()
        own = self.window.all_actions()
        return [one for one in own if one.text().endswith(title) and one is not self.action]
