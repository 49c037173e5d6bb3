"""What the pages of the first window are made of: big answers, labelled fields, notes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from ui.icons import icon
from ui.palette import colours
from ui.scale import BROAD, HAIR

NEXT, BACK = Qt.Key.Key_Down, Qt.Key.Key_Up


def say(text: str) -> str:
    """A text of the first window in the language of the screen."""
    return QCoreApplication.translate("First", text)


def both(text: str, english: str) -> str:
    """Chinese with the English beside it: whoever sits here chose no language yet."""
    said = say(text)
    return said if said != text else f"{text} · {english}"


def lines(text: str, english: str) -> str:
    """The same, the English on a line of its own."""
    said = say(text)
    return said if said != text else f"{text}\n{english}"


class Answer(QPushButton):
    """One answer: its number, what it is, and what it means; arrows go to the next."""

    def __init__(self, number: int, meaning: str, title: str, tells: str, name: str) -> None:
        """`number` is its key, `title` and `tells` are shown as they are."""
        super().__init__()
        self.setObjectName(name)
        self.setAutoDefault(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(tells)
        self._title, self._tells = QLabel(f"{number}　{title}"), QLabel(tells)
        self._icon = QLabel()
        self._icon.setPixmap(icon(meaning).pixmap(QSize(32, 32)))
        self._title.setFont(larger(self.font(), 3, bold=True))
        self._tells.setWordWrap(True)
        self._tells.setStyleSheet(f"color: {colours().dim}; background: transparent")
        self._title.setStyleSheet("background: transparent")
        for label in (self._title, self._tells, self._icon):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout()
        words.setSpacing(HAIR)
        words.addWidget(self._title)
        words.addWidget(self._tells)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(14)
        row.addWidget(self._icon)
        row.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.layout().totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (NEXT, BACK):
            self.focusNextPrevChild(event.key() == NEXT)
        else:
            super().keyPressEvent(event)


class Note(QLabel):
    """A line or two that say what is wrong, or what is going on."""

    def __init__(self, name: str) -> None:
        """Empty, with room for two lines."""
        super().__init__(wordWrap=True)
        self.setObjectName(name)
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def tell(self, text: str, token: str = "danger") -> None:
        """In the colour of that token."""
        self.setText(text)
        self.setStyleSheet(f"color: {getattr(colours(), token)}")


def larger(font: QFont, by: int, bold: bool = False) -> QFont:
    """The font, so many points larger."""
    made = QFont(font)
    made.setPointSize(font.pointSize() + by)
    made.setBold(bold)
    return made


def field(form: QFormLayout, label: str, name: str, hint: str = "") -> QLineEdit:
    """A line of the form; its hint stands in it while it is empty."""
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setPlaceholderText(hint)
    form.addRow(label, line)
    return line


def form_layout() -> QFormLayout:
    """A form whose fields take the room there is."""
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setHorizontalSpacing(BROAD)
    form.setVerticalSpacing(10)
    return form


def button(text: str, name: str, meaning: str) -> QPushButton:
    """A button that Enter presses while it has the keyboard."""
    made = QPushButton(icon(meaning), text)
    made.setObjectName(name)
    made.setAutoDefault(True)
    return made
