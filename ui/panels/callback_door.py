"""The ways to call-backs and supervision orders: two keys, one panel beside the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.door import Door, Told
from ui.window import DeskWindow
from ui.words import say


class CallbackDoor(Door):
    """Opens the panel on one of its pages."""

    NAME = "callback"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """With its keys in the menu of the panels' pages."""
        super().__init__(window, desk)
        menu = say("工作台")
        tells = say("待回访的按到期排队：看话术、问、勾、记结果；不满意的接着办。")
        self.lead(menu, self.NAME, say("回访队列"), "Ctrl+F11", "callback", tells, self.open_calls)
        tells = say("待答复的督办单，超期的在前；一键答复。")
        keys = "Ctrl+Shift+O"
        self.lead(menu, "orders", say("督办单"), keys, "supervise", tells, self.open_orders)
        self.tell_keys(say("回访队列里。"), _talking())
        self.tell_keys(say("督办单里。"), ((say("督办单：答复、再督办、催办"), "Enter O B"),))

    def make(self) -> QWidget:
        from ui.panels.callback import CallbackPanel  # when it is first wanted

        return CallbackPanel(self.desk)

    def open_calls(self) -> None:
        """Go to the call-back queue."""
        self.open()
        self.made.open_page(orders=False)

    def open_orders(self) -> None:
        """Go to the supervision orders."""
        self.open()
        self.made.open_page(orders=True)


def _talking() -> Told:
    return (
        (say("回访：开始，或办欠着的下一步"), "Enter"),
        (say("回访：看电话"), "P"),
        (say("回访：问题答是、否"), say("空格")),
        (say("回访：满意、基本满意、不满意、未联系上"), "Ctrl+1…4"),
        (say("回访：督办、会商、重办"), "O Q Shift+R"),
    )
