"""The way to the figures of the levels: one key, a panel beside the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.door import WideDoor
from ui.window import DeskWindow
from ui.words import say


class TiersDoor(WideDoor):
    """Opens what each level solved."""

    NAME = "tiers"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """With its key in the menu of the panels' pages."""
        super().__init__(window, desk)
        told = say("网格、社区、街道、区级各办结多少、上交交回多少、在手和超时多少。")
        text, keys = say("层级情况"), "Ctrl+Shift+G"
        self.lead(say("工作台"), self.NAME, text, keys, "panel.charts", told)
        self.tell_keys(say("层级情况里。"), ((say("层级：选期间"), "1–3"),))

    def make(self) -> QWidget:
        from ui.panels.tiers import TiersPanel  # when it is first wanted

        return TiersPanel(self.desk)
