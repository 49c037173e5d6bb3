"""What a form says beside itself: a refusal, a warning or news, each with its icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.theme import icon


class NoteLabel(QFrame):
    """One sentence that wraps; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to say yet."""
        super().__init__(parent)
        self.setObjectName("step.note")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._mark, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """The sentence, "" for none."""
        return self._text.text()

    def refuse(self, text: str) -> None:
        """Say why something was not done."""
        self._show("message.refusal", text)

    def warn(self, text: str) -> None:
        """Say what a person should look at."""
        self._show("message.warning", text)

    def tell(self, text: str) -> None:
        """Say what goes on."""
        self._show("message.info", text)

    def clear(self) -> None:
        """Say nothing."""
        self._text.clear()
        self.hide()

    def _show(self, meaning: str, text: str) -> None:
        self._mark.setPixmap(icon(meaning).pixmap(16, 16))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
