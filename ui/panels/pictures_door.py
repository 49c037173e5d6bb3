"""The way to a case's pictures large: one key, a panel beside the queue."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.door import Door
from ui.window import DeskWindow
from ui.words import say


class PicturesDoor(Door):
    """Opens before and after side by side."""

    NAME = "pictures"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """With its key in the menu of the desk."""
        super().__init__(window, desk)
        told = say("所选案卷处置前后的图片并排放大，两边一起缩放移动。")
        self.lead(say("工作台"), self.NAME, say("图片对比"), "Ctrl+Alt+I", "picture", told)
        self.tell_keys(
            say("图片对比里。"),
            (
                (say("缩放"), "+ −"),
                (say("全图、原大"), "0 1"),
                (say("放大后移动"), "← → ↑ ↓"),
                (say("处置前图片：前后翻看"), "PgUp PgDn"),
                (say("处置后图片：前后翻看"), "Shift+PgUp Shift+PgDn"),
            ),
        )

    def make(self) -> QWidget:
        from ui.panels.picture_compare import ComparePanel  # when it is first wanted

        return ComparePanel(self.desk)

    def _before(self, name: str) -> None:
        """By whatever way it is opened it has the room beside the queue, or where a hand put it."""
        super()._before(name)
        if name == self.NAME:
            self.stand_beside()
