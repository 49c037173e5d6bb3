"""The other language of the screen: chosen here, in force from the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.menus import add_desk_action

if TYPE_CHECKING:
    from ui.desk import OpenDesk

CHINESE, ENGLISH = "zh_CN", "en"
TOLD = {CHINESE: "下次启动改用中文", ENGLISH: "下次启动改用英文"}
IN_ITSELF = {CHINESE: TOLD[CHINESE], ENGLISH: "English from the next start"}


class Language:
    """A fitting: one key press and the next start speaks the other language; again takes it back.

    The words of a running window are in each of its parts: a restart is whole, half a screen not.
    """

    def __init__(self, desk: OpenDesk) -> None:
        """As the screen is."""
        self._desk, self._next = desk, shown()
        add_desk_action(desk.window, "language", self.change)

    def change(self) -> None:
        """The other one from the next start, kept for this seat and said in both."""
        wanted = CHINESE if self._next == ENGLISH else ENGLISH
        try:
            self._desk.keep_here(language=wanted)
        except OSError as trouble:
            text = say("这台电脑存不下语言：%1")
            self._desk.context.say("warning", text.replace("%1", trouble.strerror or ""))
            return
        self._next = wanted
        self._desk.context.say("info", told(wanted))


def shown() -> str:
    """The language that is on the screen now."""
    return CHINESE if say("中文") == "中文" else ENGLISH


def told(wanted: str) -> str:
    """What is said of the choice: by the screen, and so that who cannot read the screen can."""
    said, other = say(TOLD[wanted]), IN_ITSELF[wanted]
    return said if said == other else f"{said} · {other}"


def say(text: str) -> str:
    """A word about the language, in the language of the screen."""
    return QCoreApplication.translate("Language", text)
