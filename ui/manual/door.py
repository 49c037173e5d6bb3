"""The way to the manual: F1 opens the page of the panel that has the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.context import DeskContext
from ui.door import Door
from ui.help import keys_named
from ui.language import CHINESE, shown
from ui.manual.pages import FIRST
from ui.window import DeskWindow
from ui.words import say


class ManualDoor(Door):
    """Opens the manual beside the map and gives the keyboard back to where it was."""

    NAME = "manual"

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """With F1 in the window's own menu of help."""
        super().__init__(window, desk)
        tells = say("打开当前面板的帮助；再按一次或 Esc 返回。")
        self.lead(
            say("帮助"), self.NAME, say("本面板的帮助"), "F1", "manual", tells, self.help_here
        )
        self._was: QWidget | None = None

    def make(self) -> QWidget:
        from ui.manual.panel import ManualPanel  # when it is first wanted

        return ManualPanel("zh" if shown() == CHINESE else "en", self._key)

    def help_here(self) -> None:
        """The page of the panel that has the keyboard; where that is the manual, away again."""
        focus = QApplication.focusWidget()
        if self.made is not None and focus is not None and self.made.isAncestorOf(focus):
            self.close()
            return
        self._was = focus
        self.want().open_page(self.topic(focus))
        self.open()

    def topic(self, focus: QWidget | None) -> str:
        """The name of the panel in which this widget stands; the first page for none."""
        places = {"map": self.window.centralWidget(), **self.window.docks}
        held = (name for name, one in places.items() if focus is one or one.isAncestorOf(focus))
        return FIRST if focus is None else next(held, FIRST)

    def close(self) -> None:
        """Put it away; the keyboard goes where it was."""
        self.dock.hide()
        if self._was is not None and isValid(self._was) and self._was.isVisible():
            self._was.window().activateWindow()
            self._was.setFocus()
        else:
            super().close()

    def _key(self, name: str) -> str:
        return keys_named(self.window.actions(), name)
