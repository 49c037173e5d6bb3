"""The way to the replay: a key and a menu; a window of its own beside the live queue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.domain.emergency import Emergency
from ui.context import DeskContext
from ui.door import Told, WideDoor
from ui.menus import say
from ui.window import DeskWindow


class ReplayDoor(WideDoor):
    """Opens the replay over the map, beside the live queue and below the band with its alarms."""

    NAME = "replay"

    def __init__(
        self, window: DeskWindow, desk: DeskContext, ask: Callable[[Any, str], Any], cache: Path
    ) -> None:
        """Shut until it is asked for; `ask` is Desk.ask, for a thread of its own."""
        super().__init__(window, desk)
        self._ask, self._cache, self._open = ask, cache, False
        tells = say("回放过去的一段时间或一次应急；实时队列和报警照常。")
        self.lead(say("工作台"), self.NAME, say("回放"), "Ctrl+Shift+R", "replay", tells)
        self.tell_keys(say("回放里。"), _told())
        self.dock.visibilityChanged.connect(self._shown)

    def make(self) -> QWidget:
        from ui.replay.panel import ReplayPanel  # when it is first wanted

        return ReplayPanel(self.desk, self._ask, self._cache)

    def open(self) -> None:
        """Go to the choice of what to play; the live queue stays in sight."""
        super().open()
        self._begin()
        self.made.choice.what.setFocus()

    def show_emergency(self, emergency: Emergency) -> None:
        """Open it and play this emergency."""
        self.open()
        self.made.show_emergency(emergency)

    def refuses(self) -> bool:
        """Whether an action was started in the past; it is said that nothing can be done there."""
        past = self.made is not None and self.made.holds_keyboard
        if past:
            self.made.refuse()
        return past

    def _shown(self, shown: bool) -> None:
        """Opened in whatever way, there is something to choose; put away, nothing plays unseen."""
        if shown and self.window.isVisible():
            self._begin()
        elif self._open and not shown and self.dock.isHidden():
            self._open = False
            self.made.close_down()

    def _begin(self) -> None:
        if not self._open:
            self._open = True
            self.want().open()


def _told() -> Told:
    return (
        (say("回放：播放、暂停"), say("空格")),
        (say("回放：上一条、下一条事件"), "← →"),
        (say("回放：速度"), "1–4"),
        (say("回放：按编号或文字找事件"), "/"),
        (say("回放：导出网页"), "Ctrl+E"),
        (say("回放：回到现在"), "Esc"),
    )
