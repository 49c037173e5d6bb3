"""Letters belong to the form while it has the focus: they start no other action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Typing(QObject):
    """Keeps plain keys from being taken as shortcuts while a watched widget has the focus."""

    def __init__(self, parent: QWidget, *widgets: QWidget) -> None:
        """Watch these."""
        super().__init__(parent)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.text().isprintable() and event.text() != ""
            if plain and not event.modifiers() & _COMMANDS:
                event.accept()
                return True
        return False
