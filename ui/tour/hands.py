"""The hands of the tour: key presses and clicks on the visible window, and patience."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.tour.record import Step

PATIENCE = 15.0


class TourFault(Exception):
    """The window did not do what the day says."""


class Hands:
    """Types and clicks as a person would, and notes what was pressed."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.step: Step | None = None

    def wait(self, what: str, holds: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Let the window live until something holds; TourFault when it does not come."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise TourFault(f"not seen within {seconds:.0f} s: {what}")
            QTest.qWait(10)

    def rest(self, seconds: float) -> None:
        """Let the window live for a while (animations, the map's next frame)."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QTest.qWait(10)

    def press(self, keys: str) -> None:
        """Press a key or a combination, such as F3 or Ctrl+Return."""
        combination = QKeySequence(keys)[0]
        self._note(keys)
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
        QTest.qWait(10)

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus, as an input method commits it."""
        from PySide6.QtGui import QInputMethodEvent

        self._note(f"“{text}”")
        target = self._target()
        if text.isascii():
            QTest.keyClicks(target, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(target, event)
        QTest.qWait(10)

    def click(self, widget: QWidget) -> None:
        """Click a widget with the left button."""
        self._note(f"click {widget.objectName()}")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QTest.qWait(10)

    def _note(self, what: str) -> None:
        if self.step is not None:
            self.step.keys.append(what)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def within(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
