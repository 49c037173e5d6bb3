"""The way to the replay: a key and a menu; a window of its own beside the live queue."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect

from commandcenter.domain.emergency import Emergency
from ui.menus import make, say
from ui.replay.panel import ReplayPanel
from ui.window import DeskWindow

NAME = "replay"


class ReplayDoor(QObject):
    """Opens the replay over the map, beside the live queue and below the band with its alarms."""

    def __init__(self, window: DeskWindow, panel: ReplayPanel) -> None:
        """Shut until it is asked for."""
        super().__init__(window)
        self._window, self.panel = window, panel
        self._dock = window.panel(NAME)
        self.action = make(window, NAME, say("回放"), ("Ctrl+Shift+R",), "replay", self.open)
        self.action.setWhatsThis(say("回放过去的一段时间或一次应急；实时队列和报警照常。"))
        window.add_action(say("工作台"), self.action)
        for text, keys in (
            (say("回放：播放、暂停"), say("空格")),
            (say("回放：上一条、下一条事件"), "← →"),
            (say("回放：速度"), "1–4"),
            (say("回放：按编号或文字找事件"), "/"),
            (say("回放：导出网页"), "Ctrl+E"),
            (say("回放：回到现在"), "Esc"),
        ):
            window.tell_keys(NAME, text, keys, say("回放里。"))
        panel.left.connect(self.close)
        self._dock.visibilityChanged.connect(self._shown)
        self._open = False

    def open(self) -> None:
        """Show it from the queue's edge to the right; the live queue stays in sight."""
        if not self._dock.isVisible():
            self._dock.setFloating(True)
            self._dock.setGeometry(self._room())
        self._dock.show()
        self._dock.raise_()
        self._begin()
        self._dock.activateWindow()
        self.panel.choice.what.setFocus()

    def show_emergency(self, emergency: Emergency) -> None:
        """Open it and play this emergency."""
        self.open()
        self.panel.show_emergency(emergency)

    def close(self) -> None:
        """Back to now: the live board is as it went on meanwhile, the keyboard is the queue's."""
        self._dock.hide()
        self._window.activateWindow()
        self._window.go("queue")

    def refuses(self) -> bool:
        """Whether an action was started in the past; it is said that nothing can be done there."""
        past = self.panel.holds_keyboard
        if past:
            self.panel.refuse()
        return past

    def _shown(self, shown: bool) -> None:
        """Opened in whatever way, there is something to choose; put away, nothing plays unseen."""
        if shown and self._window.isVisible():
            self._begin()
        elif self._open and not shown and self._dock.isHidden():
            self._open = False
            self.panel.close_down()

    def _begin(self) -> None:
        if not self._open:
            self._open = True
            self.panel.open()

    def _room(self) -> QRect:
        """On the screen: everything beside the queue and below the band."""
        window, queue = self._window, self._window.panel("queue")
        inner = QRect(queue.geometry())
        left = inner.right() + 5 if queue.isVisible() else 0
        high = window.height() - window.statusBar().height() - inner.top()
        room = QRect(left, inner.top(), window.width() - left, high)
        return room.translated(window.mapToGlobal(QPoint(0, 0)))
