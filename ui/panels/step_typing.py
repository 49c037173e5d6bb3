"""Letters belong to the form while it has the focus: they start no other action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.panels.keys import plain


class Typing(QObject):
    """Keeps plain keys from being taken as shortcuts while a watched widget has the focus."""

    def __init__(self, parent: QWidget, *widgets: QWidget) -> None:
        """Watch these."""
        super().__init__(parent)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and plain(event):
            event.accept()
            return True
        return False
