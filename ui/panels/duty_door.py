"""The way to the duty roster: over the map, beside the queue, for who may see the street."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.menus import make
from ui.panels.admin_door import beside_queue
from ui.panels.duty import DutyPanel
from ui.window import DeskWindow
from ui.words import say

NAME = "duty"


class DutyDoor(QObject):
    """Opens the roster wide enough for a month, and gives the keyboard back to the queue."""

    def __init__(self, window: DeskWindow, panel: DutyPanel) -> None:
        """With its key; closed until somebody opens it."""
        super().__init__(window)
        self._window = window
        self._dock = window.panel(NAME)
        action = make(window, NAME, say("值班表"), ("Ctrl+Shift+D",), "panel.duty", self.open)
        action.setWhatsThis(say("值班月表、排班、发布、换班请假、班制、导入导出和打印。"))
        window.add_action(say("工作台"), action)
        for text, keys in _told():
            window.tell_keys(NAME, text, keys, say("值班表里。"))
        panel.left.connect(self.close)

    def open(self) -> None:
        """Show it over the map, from the queue's edge to the right."""
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


def _told() -> tuple[tuple[str, str], ...]:
    return (
        (say("值班：改人"), "Enter F2"),
        (say("值班：清空一格"), "Delete"),
        (say("值班：上月、下月"), "Ctrl+PgUp Ctrl+PgDn"),
        (say("值班：本周复制到下周"), "Ctrl+D"),
        (say("值班：撤当日草稿"), "Ctrl+Del"),
        (say("值班：下一处问题"), "F8"),
        (say("值班：发布、生成草稿、申请"), "Ctrl+Enter"),
        (say("值班：导入、导出、打印"), "Ctrl+I Ctrl+E Ctrl+P"),
        (say("值班：批准、不批准"), "Alt+Y Alt+N"),
    )
