"""The window's own actions, a row each: the table from which its three menus are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.icons import icon

PANELS, VIEW, HELP = range(3)
"""The window's own menus."""


class OwnRow(NamedTuple):
    """An action of the window: its name, menu, text, keys (by blanks), icon and sentence."""

    name: str
    menu: int
    text: str
    keys: str
    icon: str
    tells: str


def window_rows() -> tuple[OwnRow, ...]:
    """What is there without any panel, in the order of the menus."""
    closes = say("关闭键盘所在的面板；面板菜单可再打开。")
    usual = say("所有面板回到原来的位置和大小。")
    finds = say("查找动作和按键；在文字栏里用 Shift+F1。")
    seen = say("收起下方的消息，显示下一条。")
    saves = say("把程序错误的报告存进数据文件夹。")
    return (
        OwnRow("panel.close", PANELS, say("关闭面板"), "Ctrl+W", "cancel", closes),
        OwnRow("layout.usual", VIEW, say("恢复布局"), "Ctrl+Shift+L", "layout", usual),
        OwnRow("theme", VIEW, say("深色／浅色"), "Ctrl+Shift+T", "theme", say("整个窗口换颜色。")),
        OwnRow("keys", HELP, say("按键一览"), "? ？ Shift+F1", "keys", finds),
        OwnRow("message.seen", HELP, say("知道了"), "Ctrl+M", "message.info", seen),
        OwnRow("bugs.save", HELP, say("保存错误报告"), "F12", "message.bug", saves),
    )


def way_row(name: str, title: str, key: str, meaning: str) -> OwnRow:
    """The way to the panel of that name."""
    text = say("转到：%1").replace("%1", title)
    tells = say("打开这个面板，把键盘交给它。")
    return OwnRow(f"go.{name}", PANELS, text, key, meaning, tells)


def make_own(window: QObject, row: OwnRow, deed: Callable[[], None]) -> QAction:
    """The row's action, not yet in its menu."""
    action = QAction(icon(row.icon), row.text, window)
    action.setObjectName(row.name)
    action.setShortcuts([QKeySequence(key) for key in row.keys.split()])
    action.setWhatsThis(row.tells)
    action.triggered.connect(lambda: deed())
    return action


def say(text: str) -> str:
    """A word of the window in the language of the screen."""
    return QCoreApplication.translate("DeskWindow", text)
