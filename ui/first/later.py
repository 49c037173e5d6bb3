"""Asking again: the desk's menu lets the next start show the question."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.context import DeskContext
from ui.first.choice import ask_next_time, config_folder


def ask_again(desk: DeskContext) -> None:
    """The next start without words asks what to open; here nothing changes."""
    try:
        ask_next_time(config_folder())
    except OSError as trouble:
        desk.say("warning", str(trouble))
    else:
        desk.say("info", QCoreApplication.translate("First", "下次启动时会再问打开什么"))
