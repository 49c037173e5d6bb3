"""A column of the case panel: text that keeps where one was reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QTextBrowser


class TextPart(QTextBrowser):
    """Rich text with links; it wraps and scrolls, it never clips."""

    def __init__(self, name: str, title: str) -> None:
        """`name` for tests, `title` for who listens."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(150)
        self.document().setDocumentMargin(2)
        self._written = ""

    def write(self, html: str, keep: bool) -> None:
        """Show this; `keep` leaves the scroll bar where it stands."""
        if html == self._written and keep:
            return
        at = self.verticalScrollBar().value() if keep else 0
        self._written = html
        self.setHtml(html)
        self.verticalScrollBar().setValue(at)


class Nothing(QLabel):
    """What is said while there is nothing to show."""

    def __init__(self, text: str) -> None:
        """A dim sentence in the middle."""
        super().__init__(text)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setEnabled(False)
