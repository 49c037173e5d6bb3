"""The ways to the emergency panel: keys, the band's parts, the layout that follows the level."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from commandcenter.services.emergency_views import AskMode, Mode
from ui.band import Band
from ui.context import DeskContext
from ui.menus import make
from ui.mode_layout import OWN, ModeLayout
from ui.panels.mode import ModePanel
from ui.window import DeskWindow
from ui.words import say

NAME = "mode"
LOOK_MS = 20_000
"""How often the mode is asked anew while an emergency goes on: slots fall due without an entry."""


class ModeDoor(QObject):
    """Opens the panel at a page; asks how it stands as long as time alone may change it."""

    def __init__(
        self, window: DeskWindow, panel: ModePanel, band: Band, context: DeskContext
    ) -> None:
        """With its keys in the menu of emergencies."""
        super().__init__(window)
        self._window, self._panel, self._context = window, panel, context
        self.layout = ModeLayout(window, context.mode)
        self._make_ways()
        band.page_wanted.connect(self.open)
        panel.left.connect(self._leave)
        context.mode.changed.connect(self._pace)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._ask)
        window.closing.connect(self._timer.stop)

    def open(self, page: str) -> None:
        """Go to a page of the panel."""
        self._panel.open(page)
        self._window.go(NAME)

    def _leave(self) -> None:
        """The keyboard is the queue's; the panel goes, unless the level's layout has it open."""
        if self.layout.now in (OWN, "queue"):
            self._window.panel(NAME).hide()
        self._window.go("queue")

    def _pace(self, mode: Mode) -> None:
        wanted = mode.emergency is not None or mode.closing is not None
        if wanted != self._timer.isActive():
            (self._timer.start if wanted else self._timer.stop)()

    def _ask(self) -> None:
        self._context.ask("mode.now", AskMode(), self._context.mode.hear)

    def _make_ways(self) -> None:
        for page, text, keys, meaning, tells in _ways():
            action = make(
                self._window, f"mode.{page}", text, keys, meaning, partial(self.open, page)
            )
            action.setWhatsThis(tells)
            self._window.add_action(say("平急"), action)
        for text, keys, when in _told():
            self._window.tell_keys(NAME, text, keys, when)


def _ways() -> tuple[tuple[str, str, tuple[str, ...], str, str], ...]:
    return (
        (
            "switch",
            say("平急转换"),
            ("Ctrl+E",),
            "mode.emergency",
            say("提出或确认响应级别的切换：升级、降级、解除。"),
        ),
        (
            "reports",
            say("应急上报"),
            ("Ctrl+Shift+E",),
            "report",
            say("首报、续报、终报：看草稿、修改、上报，或报零报告。"),
        ),
        (
            "calls",
            say("召集队伍"),
            ("Ctrl+Shift+C",),
            "team",
            say("分批召集队伍，记下答复；超时未答复的在最前。"),
        ),
        (
            "ticks",
            say("应急清单"),
            ("Ctrl+Shift+I",),
            "check",
            say("各岗位在这一级要做的事，逐条勾选。"),
        ),
    )


def _told() -> tuple[tuple[str, str, str], ...]:
    switch, calls = say("平急转换页里。"), say("召集页里。")
    reports, ticks = say("上报页里。"), say("清单页里。")
    return (
        (say("提出或确认切换"), "Ctrl+Enter", switch),
        (say("退回或撤回切换"), "Ctrl+Backspace", switch),
        (say("召集下一批"), "Ctrl+Enter", calls),
        (say("几分钟到位"), "0–9 Enter", calls),
        (say("不能出动"), "X", calls),
        (say("选队伍"), say("空格"), calls),
        (say("上报"), "Ctrl+Enter", reports),
        (say("零报告"), "Ctrl+0", reports),
        (say("重新起草"), "Ctrl+D", reports),
        (say("勾选清单"), say("空格"), ticks),
    )
