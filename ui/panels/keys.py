"""The keys of a form: seen before its fields, and left to an input method while it composes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.composing import Composing, composes, plain

__all__ = ["FormKeys", "plain"]


class FormKeys(QObject):
    """Calls what is bound to a key while one of the watched widgets has the focus.

    Letters and digits that are not bound stay with the widget: they start no action elsewhere.
    The call may return False to let the widget have the key after all.
    """

    def __init__(self, parent: QWidget) -> None:
        """Ready for bind and watch."""
        super().__init__(parent)
        self._calls: dict[int, Callable[[], bool | None]] = {}
        self._composing = Composing()

    def bind(self, keys: str, call: Callable[[], bool | None]) -> None:
        """Call this for a key written as "Ctrl+Return"; the keypad's Enter counts as Return."""
        self._calls[QKeySequence(keys)[0].toCombined()] = call

    def watch(self, *widgets: QWidget) -> None:
        """See the keys of these widgets first."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        self._composing.hear(watched, event)
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride:
            return self._claim(watched, event)
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._press(watched, event)
        return False

    def _claim(self, watched: QObject, event: QKeyEvent) -> bool:
        mine = _combined(event) in self._calls
        if mine or plain(event) or (watched in self._composing and composes(event)):
            event.accept()
            return True
        return False

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if watched in self._composing:
            return composes(event)  # the input method's own, never a line break
        call = self._calls.get(_combined(event))
        return call is not None and call() is not False


def _combined(event: QKeyEvent) -> int:
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(modifiers, key).toCombined()
