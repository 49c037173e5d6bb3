"""The way to plans and the record of emergencies: a window beside the queue, over the map."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.menus import make
from ui.panels.admin_door import beside_queue
from ui.panels.plans import PlansPanel
from ui.window import DeskWindow
from ui.words import say

NAME = "plans"


class PlansDoor(QObject):
    """Opens the window over the map, from the queue's edge to the right, and closes it."""

    def __init__(self, window: DeskWindow, panel: PlansPanel) -> None:
        """With its key in the menu of emergencies."""
        super().__init__(window)
        self._window = window
        self._dock = window.panel(NAME)
        action = make(window, NAME, say("预案和应急记录"), ("Ctrl+Shift+Y",), "plan", self.open)
        action.setWhatsThis(say("编辑预案、演练一级、查历次应急、写复盘报告、清除应急个人资料。"))
        window.add_action(say("平急"), action)
        for text, keys, when in _told():
            window.tell_keys(NAME, text, keys, when)
        panel.left.connect(self.close)

    def open(self) -> None:
        """Show it with the keyboard in it."""
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


def _told() -> tuple[tuple[str, str, str], ...]:
    plan, record, purge = say("预案页里。"), say("应急记录页里。"), say("清除个人资料页里。")
    return (
        (say("存为新版"), "Ctrl+S", plan),
        (say("撤回改动"), "Ctrl+R", plan),
        (say("演练这一级"), "Ctrl+D", plan),
        (say("导入、导出预案"), "Ctrl+I Ctrl+E", plan),
        (say("队伍定批次"), "0–9", plan),
        (say("以旧版为底稿"), "Enter", plan),
        (say("记入复盘报告"), "Ctrl+S", record),
        (say("重新起草"), "Ctrl+R", record),
        (say("导出复盘报告"), "Ctrl+E", record),
        (say("提出、批准清除"), "Ctrl+Enter", purge),
    )
