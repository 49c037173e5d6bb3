"""The way to the list of alarms: one key, a panel beside the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.band import Band
from ui.context import DeskContext
from ui.door import WideDoor
from ui.window import DeskWindow
from ui.words import say

if TYPE_CHECKING:
    from ui.ears import Ears


class AlarmsDoor(WideDoor):
    """Opens the list of alarms."""

    NAME = "alarms"

    def __init__(self, window: DeskWindow, desk: DeskContext, band: Band) -> None:
        """With its key in the menu of the panels' pages."""
        super().__init__(window, desk)
        self._band, self._ears = band, list["Ears"]()
        tells = say("全部报警：为什么响、响给谁、谁在何时知悉；本席的音量和静音时段。")
        self.lead(say("工作台"), self.NAME, say("报警单"), "Ctrl+Shift+K", "alarm", tells)
        self.tell_keys(
            say("报警单里。"),
            (
                (say("报警：去案卷、知悉"), "Enter W"),
                (say("报警：勾选、全勾"), say("空格") + " Ctrl+A"),
                (say("报警：音量、静音时段"), "V M"),
            ),
        )

    def hear(self, ears: Ears) -> None:
        """What the panel tells of the seat's sounds."""
        self._ears = [ears]

    def make(self) -> QWidget:
        from ui.panels.alarms import AlarmsPanel  # when it is first wanted

        panel = AlarmsPanel(self.desk, self._band)
        for ears in self._ears:
            ears.show_in(panel)
        return panel
