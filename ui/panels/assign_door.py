"""The way to the plan for several cases: a key in the menu of dispatch; its lines on the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions import group_label
from ui.context import DeskContext
from ui.door import Door, Told
from ui.panels.map import MapPanel
from ui.window import DeskWindow
from ui.words import say


class AssignDoor(Door):
    """Opens the panel beside the map, and shows its plan there while it is in front."""

    NAME = "assign"

    def __init__(self, window: DeskWindow, desk: DeskContext, map_: MapPanel) -> None:
        """With its key in the menu of dispatch."""
        super().__init__(window, desk)
        self._map = map_
        tells = say("为队列里勾选的（或全部待派遣的）案卷编排队伍，看过再派。")
        text, keys = say("多案派遣"), "Ctrl+F4"
        self.lead(group_label("sending"), self.NAME, text, keys, "assign", tells)
        self.tell_keys(say("多案派遣里。"), _told())

    def make(self) -> QWidget:
        from ui.panels.assign import AssignPanel  # when it is first wanted

        panel = AssignPanel(self.desk)
        panel.plan_shown.connect(self._map.show_plan)
        self.dock.visibilityChanged.connect(panel.look)
        return panel


def _told() -> Told:
    return (
        (say("多案：勾选、全勾"), say("空格") + " Ctrl+A"),
        (say("多案：派所勾的"), "Ctrl+Enter"),
        (say("多案：派全部可派的"), "Ctrl+Shift+Enter"),
        (say("多案：单独派这件"), "Enter"),
        (say("多案：重新编排"), "R"),
        (say("多案：另选统计"), "O"),
    )
