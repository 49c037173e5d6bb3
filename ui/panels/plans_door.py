"""The way to plans and the record of emergencies: a window beside the queue, over the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.door import Told, WideDoor
from ui.window import DeskWindow
from ui.words import say


class PlansDoor(WideDoor):
    """Opens the window; `replay_wanted` carries the Emergency whose record asks for it."""

    NAME = "plans"
    replay_wanted = Signal(object)

    def __init__(
        self, window: DeskWindow, desk: DeskContext, ask: Callable[[Any, str], Any]
    ) -> None:
        """With its key in the menu of emergencies; `ask` is Desk.ask, for a thread of its own."""
        super().__init__(window, desk)
        self._ask = ask
        tells = say("编辑预案、演练一级、查历次应急、写复盘报告、清除应急个人资料。")
        text, keys = say("预案和应急记录"), "Ctrl+Shift+Y"
        self.lead(say("平急"), self.NAME, text, keys, "plan", tells)
        for when, told in _told().items():
            self.tell_keys(when, told)

    def make(self) -> QWidget:
        from ui.panels.plans import PlansPanel  # when it is first wanted

        panel = PlansPanel(self.desk, self._ask)
        panel.records.replay_wanted.connect(self.replay_wanted)
        return panel


def _told() -> dict[str, Told]:
    return {
        say("预案页里。"): (
            (say("存为新版"), "Ctrl+S"),
            (say("撤回改动"), "Ctrl+R"),
            (say("演练这一级"), "Ctrl+D"),
            (say("导入、导出预案"), "Ctrl+I Ctrl+E"),
            (say("队伍定批次"), "0–9"),
            (say("以旧版为底稿"), "Enter"),
        ),
        say("应急记录页里。"): (
            (say("记入复盘报告"), "Ctrl+S"),
            (say("重新起草"), "Ctrl+R"),
            (say("导出复盘报告"), "Ctrl+E"),
        ),
        say("清除个人资料页里。"): ((say("提出、批准清除"), "Ctrl+Enter"),),
    }
