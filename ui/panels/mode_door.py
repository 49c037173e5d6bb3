"""The ways to the emergency panel: keys, the band's parts, the layout that follows the level."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from commandcenter.services.emergency_views import AskMode, Mode
from ui.band import Band
from ui.context import DeskContext
from ui.door import Door, Told
from ui.mode_layout import OWN, ModeLayout
from ui.window import DeskWindow
from ui.words import say

LOOK_MS = 20_000
"""How often the mode is asked anew while an emergency goes on: slots fall due without an entry."""


class ModeDoor(Door):
    """Opens the panel at a page; asks how it stands as long as time alone may change it."""

    NAME = "mode"

    def __init__(self, window: DeskWindow, desk: DeskContext, band: Band) -> None:
        """With its keys in the menu of emergencies."""
        super().__init__(window, desk)
        self.layout = ModeLayout(window, desk.mode)
        self._make_ways()
        band.page_wanted.connect(self.show_page)
        desk.mode.changed.connect(self._pace)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._ask)
        window.closing.connect(self._timer.stop)

    def make(self) -> QWidget:
        from ui.panels.mode import ModePanel  # when it is first wanted

        return ModePanel(self.desk)

    def show_page(self, page: str) -> None:
        """Go to a page of the panel."""
        self.want().open(page)
        self.open()

    def close(self) -> None:
        """The keyboard is the queue's; the panel goes, unless the level's layout has it open."""
        if self.layout.now in (OWN, "queue"):
            super().close()
        else:
            self.window.go("queue")

    def _pace(self, mode: Mode) -> None:
        wanted = mode.emergency is not None or mode.closing is not None
        if wanted != self._timer.isActive():
            (self._timer.start if wanted else self._timer.stop)()

    def _ask(self) -> None:
        self.desk.ask("mode.now", AskMode(), self.desk.mode.hear)

    def _make_ways(self) -> None:
        for page, text, keys, meaning, tells in _ways():
            go = partial(self.show_page, page)
            self.lead(say("平急"), f"mode.{page}", text, keys, meaning, tells, go)
        for when, told in _told().items():
            self.tell_keys(when, told)


def _ways() -> tuple[tuple[str, str, str, str, str], ...]:
    return (
        (
            "switch",
            say("平急转换"),
            "Ctrl+Alt+E",
            "mode.emergency",
            say("提出或确认响应级别的切换：升级、降级、解除。"),
        ),
        (
            "reports",
            say("应急上报"),
            "Ctrl+Shift+E",
            "report",
            say("首报、续报、终报：看草稿、修改、上报，或报零报告。"),
        ),
        (
            "calls",
            say("召集队伍"),
            "Ctrl+Shift+C",
            "team",
            say("分批召集队伍，记下答复；超时未答复的在最前。"),
        ),
        (
            "ticks",
            say("应急清单"),
            "Ctrl+Shift+I",
            "check",
            say("各岗位在这一级要做的事，逐条勾选。"),
        ),
    )


def _told() -> dict[str, Told]:
    return {
        say("平急转换页里。"): (
            (say("提出或确认切换"), "Ctrl+Enter"),
            (say("退回或撤回切换"), "Ctrl+Backspace"),
        ),
        say("召集页里。"): (
            (say("召集下一批"), "Ctrl+Enter"),
            (say("几分钟到位"), "0–9 Enter"),
            (say("不能出动"), "X"),
            (say("选队伍"), say("空格")),
        ),
        say("上报页里。"): (
            (say("上报"), "Ctrl+Enter"),
            (say("零报告"), "Ctrl+0"),
            (say("重新起草"), "Ctrl+R"),
        ),
        say("清单页里。"): ((say("勾选清单"), say("空格")),),
    }
