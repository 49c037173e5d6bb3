"""What takes longer than a second says so; a question or an export can be given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel

from ui.help import keys_of
from ui.menus import add_desk_action
from ui.theme import numbers
from ui.words import say
from ui.worker import Slow

if TYPE_CHECKING:
    from ui.desk import OpenDesk

LOOK_MS = 250
LONG = 1.0
"""Seconds after which a person is told that something is still under way."""


class Patience(QObject):
    """Looks at the worker four times a second; a command that was given is never given up."""

    def __init__(self, desk: OpenDesk) -> None:
        """Nothing is under way."""
        super().__init__(desk.window)
        self._desk = desk
        self.label = QLabel(objectName="patience")
        self.label.setFont(numbers())
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.label.hide()
        desk.window.statusBar().addPermanentWidget(self.label)
        desk.worker.given_up.connect(self._told_given_up)
        self._action = add_desk_action(desk.window, "give_up", self.give_up)
        self._action.setEnabled(False)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Say what has been under way for longer than a second."""
        slow = self._desk.worker.slow(LONG)
        may = slow is not None and _may(slow)
        self._action.setEnabled(may)
        self.label.setVisible(slow is not None)
        if slow is not None:
            self.label.setText(self._told(slow, may))
            self.label.setAccessibleName(self.label.text())

    def give_up(self) -> None:
        """Drop the question that takes so long, or end the export at its next row or page."""
        slow = self._desk.worker.slow(LONG)
        if slow is not None and slow.progress is not None:
            slow.progress.give_up()
        elif slow is not None and slow.key:
            self._desk.worker.forget(slow.key)
            self._desk.context.say("info", say("已放弃这次查询，可以换个条件再查"))
        self.look()

    def stop(self) -> None:
        """The window goes."""
        self._timer.stop()

    def _told_given_up(self, key: str) -> None:
        """An export has stopped, and what it had written is gone."""
        if not key:
            self._desk.context.say("info", say("已放弃导出，没有留下半个文件"))

    def _told(self, slow: Slow, may: bool) -> str:
        texts = {
            "command": say("正在办理… %1 秒"),
            "read": say("正在读取… %1 秒"),
            "export": say("正在导出… %1 秒"),
        }
        if slow.progress is not None and slow.progress.stopped:
            return say("正在停止导出…")
        text = texts[slow.lane].replace("%1", str(int(slow.seconds)))
        if slow.progress is not None and slow.progress.at[1]:
            done, of = slow.progress.at
            text += say(" · %1/%2 步").replace("%1", str(done)).replace("%2", str(of))
        if slow.waiting:
            text += say(" · 后面还有 %1 件").replace("%1", str(slow.waiting))
        return text + (say(" · %1 放弃").replace("%1", keys_of(self._action)) if may else "")


def _may(slow: Slow) -> bool:
    """Whether a person may give it up, and has not yet."""
    return bool(slow.key) if slow.progress is None else not slow.progress.stopped
