"""A column of the case panel: text that keeps where one was reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QTextBrowser, QTextEdit


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


class FactPart(TextPart):
    """A column whose lines are facts: ↑↓ go from one to the next, Ctrl+C copies it.

    Tab goes from link to link and Enter follows it; ← and → are left to the panel.
    """

    def __init__(self, name: str, title: str) -> None:
        """No line is chosen before an arrow is pressed."""
        super().__init__(name, title)
        self._line = -1

    def fact(self) -> str:
        """What Ctrl+C copies: what is marked, else the chosen line."""
        marked = self.textCursor().selectedText().replace(chr(0x2029), "\n")
        return marked or (self._block().text() if self._line >= 0 else "")

    def write(self, html: str, keep: bool) -> None:
        super().write(html, keep)
        if not keep:
            self._line = -1
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.fact():
                QApplication.clipboard().setText(self.fact())
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        last, at = self.document().blockCount() - 1, self._line + by
        while 0 <= at <= last and not self.document().findBlockByNumber(at).text().strip():
            at += by
        if 0 <= at <= last:
            self._line = at
            self._mark()
            cursor = QTextCursor(self._block())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _block(self) -> QTextBlock:
        return self.document().findBlockByNumber(self._line)

    def _mark(self) -> None:
        """The chosen line stands out, in the colours of a selection."""
        marks = []
        if self._line >= 0 and self._block().isValid():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self._block())
            mark.format.setBackground(self.palette().color(QPalette.ColorRole.AlternateBase))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.setExtraSelections(marks)


class Nothing(QLabel):
    """What is said while there is nothing to show."""

    def __init__(self, text: str) -> None:
        """A dim sentence in the middle."""
        super().__init__(text)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setEnabled(False)
