"""Fields that help: a line with a list of suggestions under it; a row of buttons for digits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QGridLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.models.items import CHOICE_ROLE, Choice, ChoiceModel
from ui.palette import colours

ROW = 22
MOST_ROWS = 5
ACROSS = 4


class ChoiceDelegate(QStyledItemDelegate):
    """Draws the text at the left and the reason at the right, dim; long text is cut with …."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice = index.data(CHOICE_ROLE)
        if not isinstance(choice, Choice):
            return
        style = QApplication.style()
        view = option.widget  # type: ignore[attr-defined]
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(option.rect, colours().colour("selection"))  # type: ignore[attr-defined]
        room = option.rect.adjusted(6, 0, -6, 0)  # type: ignore[attr-defined]
        wide = _draw_note(painter, room, choice)
        painter.setPen(colours().colour(choice.tone or "text"))
        left = room.adjusted(0, 0, -wide, 0)
        cut = painter.fontMetrics().elidedText(
            choice.text, Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, cut)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW)


def _draw_note(painter: QPainter, room: QRect, choice: Choice) -> int:
    """Draw the note at the right in at most half of the room; returns the width it took."""
    if not choice.note:
        return 0
    metrics = painter.fontMetrics()
    need = metrics.horizontalAdvance(choice.text) + 12
    most = max(room.width() // 3, room.width() - need)
    cut = metrics.elidedText(choice.note, Qt.TextElideMode.ElideRight, most)
    wide = metrics.horizontalAdvance(cut)
    painter.setPen(colours().colour("dim"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, cut)
    return wide + 8


class ChoiceList(QListView):
    """A list that is as high as its rows, at most `most` of them, and hidden when empty."""

    def __init__(self, parent: QWidget | None = None, most: int = MOST_ROWS) -> None:
        """An empty, hidden list."""
        super().__init__(parent)
        self._most = most
        self.choices = ChoiceModel(self)
        self.setModel(self.choices)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.hide()

    def load(self, choices: Sequence[Choice]) -> None:
        """Show these; the marked row stays on the same key, else it is the first."""
        before = self.current()
        self.choices.load(choices)
        keys = [one.key for one in choices]
        self.mark(keys.index(before.key) if before and before.key in keys else 0)
        self.setFixedHeight(min(len(choices), self._most) * ROW + 2)
        self.setVisible(bool(choices))

    def current(self) -> Choice | None:
        """The marked choice."""
        return self.choices.choice(self.currentIndex().row())

    def mark(self, row: int) -> None:
        """Put the mark on a row, as near as there is one."""
        last = self.choices.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.choices.index(max(0, min(row, last))))

    def step(self, by: int) -> None:
        """Move the mark."""
        self.mark(self.currentIndex().row() + by)


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
        column.setContentsMargins(0, 0, 0, 0)
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
        if not self._keep_text or not self.text:
            self.line.setText(choice.text)
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


class DigitRow(QWidget):
    """A row of buttons of which one is down; digits and arrows choose, `picked` tells."""

    picked = Signal(str)
    moved = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Key and word of each button, numbered from 1; the first is down."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = [key for key, _ in choices]
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for number, (key, word) in enumerate(choices, 1):
            button = QToolButton(self, text=f"{number} {word}", checkable=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setObjectName(f"pick.{key}")
            self._group.addButton(button, number - 1)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, (number - 1) // ACROSS, (number - 1) % ACROSS)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    @property
    def key(self) -> str:
        """The key of the button that is down."""
        return self._keys[self._group.checkedId()]

    def set_key(self, key: str) -> None:
        """Press the button of this key."""
        self._group.button(self._keys.index(key)).setChecked(True)

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
            self._group.button(max(0, min(last, at + by))).setChecked(True)
        else:
            super().keyPressEvent(event)

    def _number(self, event: QKeyEvent) -> int | None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        number = event.key() - Qt.Key.Key_1
        return number if plain and 0 <= number < len(self._keys) else None

    def _toggled(self, number: int, down: bool) -> None:
        if down:
            self.picked.emit(self._keys[number])
