"""The ways to whistles and consultations: two keys, one panel beside the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.door import Door
from ui.window import DeskWindow
from ui.words import say


class WhistlesDoor(Door):
    """Opens the panel on one of its pages."""

    NAME = "whistles"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """With its keys in the menu of the panels' pages."""
        super().__init__(window, desk)
        menu = say("工作台")
        tells = say("在办的吹哨和各部门的下一步，超时的在前；双方评完才下单。")
        self.lead(menu, self.NAME, say("吹哨单"), "Ctrl+B", "whistle", tells, self.open_whistles)
        tells = say("已召集的会商、会商决定和没办完的任务。")
        keys = "Ctrl+Shift+B"
        self.lead(menu, "meetings", say("会商单"), keys, "team", tells, self.open_meetings)
        self.tell_keys(
            say("吹哨单里。"),
            (
                (say("吹哨：下一步"), "Enter"),
                (say("吹哨：催、退单、争议、准退、不准退"), "U T Z G R"),
                (say("吹哨：协商、指定、撤回"), "N D W"),
                (say("吹哨：全部、超时、待批、待评"), "1–4"),
            ),
        )
        self.tell_keys(
            say("会商单里。"),
            (
                (say("会商：记录或完成任务、取消、存纪要"), "Enter X S"),
                (say("会商：记录决定"), "Ctrl+Enter"),
            ),
        )

    def make(self) -> QWidget:
        from ui.panels.whistles import WhistlesPanel  # when it is first wanted

        return WhistlesPanel(self.desk)

    def open_whistles(self) -> None:
        """Go to the list of whistles."""
        self.open()
        self.made.open_page(meetings=False)

    def record(self, case: str | None) -> None:
        """Go to the form for the consultation of this case, once the list is known."""
        self.open_meetings()
        self.made.record(case or "")

    def open_meetings(self) -> None:
        """Go to the consultations."""
        self.open()
        self.made.open_page(meetings=True)
