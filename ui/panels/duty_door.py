"""The way to the duty roster: over the map, beside the queue, for who may see the street."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.door import Told, WideDoor
from ui.window import DeskWindow
from ui.words import say


class DutyDoor(WideDoor):
    """Opens the roster wide enough for a month."""

    NAME = "duty"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """With its key; closed until somebody opens it."""
        super().__init__(window, desk)
        tells = say("值班月表、排班、发布、换班请假、班制、导入导出和打印。")
        keys = "Ctrl+Shift+D"
        self.lead(say("工作台"), self.NAME, say("值班表"), keys, "panel.duty", tells)
        self.tell_keys(say("值班表里。"), _told())

    def make(self) -> QWidget:
        from ui.panels.duty import DutyPanel  # when it is first wanted

        return DutyPanel(self.desk)


def _told() -> Told:
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
