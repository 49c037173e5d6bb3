"""Fields that help: a line with a list of suggestions under it; a row of buttons for digits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QGroupBox,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.models.items import Choice
from ui.palette import colours
from ui.panels.lists import ChoiceDelegate, ChoiceList
from ui.scale import HAIR, NONE

__all__ = ["ChoiceDelegate", "ChoiceList", "DigitRow", "SuggestField"]

ACROSS = 4
BETWEEN = " · "
"""Parts an address from the grid that it lies in."""


class SuggestField(QWidget):
    """A line to type in, and under it what may be meant; Enter takes the marked row.

    `search` gives the choices for what was typed. `chosen` carries the Choice, `edited`
    the text whenever a hand changed it (what was chosen before no longer counts).
    """

    chosen = Signal(object)
    edited = Signal(str)

    def __init__(
        self,
        search: Callable[[str], Sequence[Choice]],
        keep_text: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`keep_text`: choosing leaves what was typed (an address) instead of replacing it."""
        super().__init__(parent)
        self._search, self._keep_text = search, keep_text
        self.choice: Choice | None = None
        self.line = QLineEdit(self)
        self.list = ChoiceList(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.list.clicked.connect(self._clicked)

    @property
    def text(self) -> str:
        """What stands in the line, trimmed."""
        return self.line.text().strip()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Suggest these while the line is empty and nothing is chosen."""
        if self.choice is None and not self.text:
            self.list.load(choices)

    def take_marked(self) -> bool:
        """Take the marked row if the list is open; whether anything was taken."""
        marked = self.list.current()
        if self.list.isHidden() or marked is None:
            return False
        self.take(marked)
        return True

    def take(self, choice: Choice) -> None:
        """Choose this."""
        self.choice = choice
        if not self._keep_text or not self.text or _letters(self.text):
            whole = choice.text.partition(BETWEEN)[0] if self._keep_text else choice.text
            self.line.setText(whole)
            self.line.setCursorPosition(0)
        self.list.load(())
        self.chosen.emit(choice)

    def clear(self) -> None:
        """Nothing typed, nothing chosen."""
        self.choice = None
        self.line.clear()
        self.list.load(())

    def close_list(self) -> bool:
        """Hide the suggestions; whether they were open."""
        was_open = not self.list.isHidden()
        self.list.load(())
        return was_open

    def step(self, by: int) -> bool:
        """Move the mark; False when no list is open."""
        if self.list.isHidden():
            return False
        self.list.step(by)
        return True

    def _typed(self, text: str) -> None:
        self.choice = None
        self.list.load(self._search(text.strip()))
        self.edited.emit(text.strip())

    def _clicked(self, index: QModelIndex) -> None:
        choice = self.list.choices.choice(index.row())
        if choice is not None:
            self.take(choice)


class DigitRow(QGroupBox):
    """A row of buttons of which one is down; digits and arrows choose, `picked` tells.

    A box of a group because a screen reader says so; it has no title and no frame.
    """

    picked = Signal(str)
    moved = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        digits: bool = True,
        across: int = ACROSS,
    ) -> None:
        """Key and word of each button, numbered from 1 if `digits`, so many in a row."""
        super().__init__(parent, flat=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = [key for key, _ in choices]
        self._digits = digits
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(HAIR, HAIR, HAIR, HAIR)  # where the focus is drawn
        grid.setSpacing(HAIR)
        for number, (key, word) in enumerate(choices, 1):
            button = QToolButton(self, text=f"{number} {word}" if digits else word, checkable=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setObjectName(f"pick.{key}")
            self._group.addButton(button, number - 1)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, (number - 1) // across, (number - 1) % across)
        self._group.idToggled.connect(self._toggled)
        self._group.button(0).setChecked(True)

    @property
    def key(self) -> str:
        """The key of the button that is down."""
        return self._keys[self._group.checkedId()]

    def set_key(self, key: str) -> None:
        """Press the button of this key."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def offer(self, key: str, there: bool) -> None:
        """Offer a choice or not; the first one is down instead of one that is gone."""
        button = self._group.button(self._keys.index(key))
        if not there and button.isChecked():
            self._group.button(0).setChecked(True)
        button.setVisible(there)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(colours().colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        """A digit is this row's, whatever the window does with it elsewhere."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._number(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, last = self._group.checkedId(), len(self._keys) - 1
        number = self._number(event)
        if number is not None:
            self._group.button(number).setChecked(True)
            self.moved.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if event.key() == Qt.Key.Key_Right else -1
            aside = self._group.button(max(0, min(last, at + by)))
            aside.setChecked(not aside.isHidden() or aside.isChecked())
        else:
            super().keyPressEvent(event)

    def _number(self, event: QKeyEvent) -> int | None:
        if not self._digits:
            return None
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        number = event.key() - Qt.Key.Key_1
        if not plain or not 0 <= number < len(self._keys):
            return None
        return None if self._group.button(number).isHidden() else number

    def _toggled(self, number: int, down: bool) -> None:
        if down:
            self.setAccessibleDescription(self._group.button(number).text())
            self.picked.emit(self._keys[number])


def _letters(text: str) -> bool:
    """Whether it is initials, which say nothing to who reads them later."""
    return text.isascii() and text.isalpha()
