"""What an input method composes is its own: the keys that pick, take and drop it start nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_DIGITS = frozenset(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10))
_OWN = _DIGITS | {
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
}
"""Keys that take, drop, pick from or walk in what is composed."""
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
"""What is typed in; a cell that is being changed is one of them too."""


class Composing:
    """The widgets in which an input method is composing, as the events that reach them tell."""

    def __init__(self) -> None:
        """Nowhere yet."""
        self._where: set[int] = set()

    def __contains__(self, widget: QObject) -> bool:
        return id(widget) in self._where

    def hear(self, widget: QObject, event: QEvent) -> None:
        """Take in an event: text that is not finished begins it; its end or a leave ends it."""
        if isinstance(event, QInputMethodEvent):
            (self._where.add if event.preeditString() else self._where.discard)(id(widget))
        elif event.type() == QEvent.Type.FocusOut:
            self._where.discard(id(widget))


def plain(event: QKeyEvent) -> bool:
    """Whether a key writes something: a hand that types means no command."""
    writes = event.text() != "" and event.text().isprintable()
    return writes and not event.modifiers() & _COMMANDS


def composes(event: QKeyEvent) -> bool:
    """Whether a key is the input method's as long as it composes; it let it pass and is done."""
    return event.key() in _OWN


class FieldGuard(QObject):
    """Keeps such keys from whoever else listens to the field that has the keyboard.

    It is the first to see the keys of any field, also of one that is made later: it takes its
    place anew each time that a field gets the focus.
    """

    def __init__(self, parent: QWidget) -> None:
        """For as long as this window lives."""
        super().__init__(parent)
        self._composing = Composing()
        QApplication.instance().focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._composing.hear(watched, event)
        if watched not in self._composing or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and (composes(event) or plain(event)):
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and composes(event)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, FIELDS):
            now.installEventFilter(self)
