"""The way to the joint panel: the action's own key, beside the map like the dispatch form."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from commandcenter.services.views import Board, Changes
from ui.actions import group_label
from ui.context import DeskContext
from ui.door import Door
from ui.panels.joint_paper import JointPaper
from ui.window import DeskWindow
from ui.words import say


class JointDoor(Door):
    """Opens the panel that puts a joint task together."""

    NAME = "joint"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """The key is the action's; here stand the panel's own."""
        super().__init__(window, desk)
        told = (
            (say("联合执法：换力量的作用"), say("空格")),
            (say("联合执法：派出"), "Ctrl+Enter"),
        )
        self.tell_keys(say("联合执法方案里。"), told)
        self.paper = JointPaper(window, desk)
        tells = say("把选中案卷的联合执法方案存成 PDF 或网页，可打印带走。")
        text, keys = say("联合执法方案存成文件"), "Shift+F6"
        self.lead(group_label("sending"), "joint.sheet", text, keys, "save", tells, self.paper.save)

    def load(self, board: Board) -> None:
        """The paper says teams by their names."""
        self.paper.learn(board)

    def apply(self, changes: Changes) -> None:
        """Teams may be renamed."""
        self.paper.learn(changes)

    def make(self) -> QWidget:
        from ui.panels.joint import JointPanel  # when it is first wanted

        return JointPanel(self.desk)
