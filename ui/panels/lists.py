"""Lists of choices and how their rows are drawn: one line, two lines, with ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models.items import CHOICE_ROLE, Choice, ChoiceModel
from ui.palette import colours
from ui.theme import row

MOST_ROWS = 5
LINES = 2
BOX = 11
PAD = 6


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
        if _is_marked(option):
            painter.fillRect(option.rect, colours().colour("selection"))
        room = option.rect.adjusted(6, 0, -6, 0)
        if choice.mark:
            _draw_box(painter, room, choice.mark == "on")
            room.adjust(BOX + 7, 0, 0, 0)
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
        return QSize(0, row())


def _is_marked(option: QStyleOptionViewItem) -> bool:
    """Whether the row is drawn as marked: a quiet list marks only while it has the focus."""
    view = option.widget
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    return selected and (view.hasFocus() or not view.property("quiet"))


def _draw_box(painter: QPainter, room: QRect, on: bool) -> None:
    box = QRect(room.left(), room.center().y() - BOX // 2 + 1, BOX, BOX)
    painter.setPen(colours().colour("accent" if on else "dim"))
    painter.drawRect(box)
    if on:
        painter.fillRect(box.adjusted(3, 3, -2, -2), colours().colour("accent"))


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


class TwoLines(QStyledItemDelegate):
    """The text on the first line, the note on the second, a box before both where one is."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice = index.data(CHOICE_ROLE)
        rect = option.rect
        if _is_marked(option):
            painter.fillRect(rect, colours().colour("selection"))
        half = rect.height() // LINES
        room = rect.adjusted(PAD, 1, -PAD, -half)
        if choice.mark:
            _draw_box(painter, room, choice.mark == "on")
        if index.model().property("boxes"):
            room.adjust(BOX + 7, 0, 0, 0)
        second = "dim" if choice.tone in ("text", "dim") else "text"
        for text, tone in ((choice.text, choice.tone or "dim"), (choice.note, second)):
            painter.setPen(colours().colour(tone))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
            room.translate(0, half - 1)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, row_height(option.widget))


def row_height(widget: QWidget) -> int:
    """Height of a row of two lines in this widget's font, pixels."""
    return widget.fontMetrics().height() * LINES + PAD


class ChoiceList(QListView):
    """A list that is as high as its rows, at most `most` of them, and hidden when empty."""

    def __init__(
        self, parent: QWidget | None = None, most: int = MOST_ROWS, lines: int = 1
    ) -> None:
        """An empty, hidden list of rows of one line or two."""
        super().__init__(parent)
        self._most, self._lines = most, lines
        self.choices = ChoiceModel(self)
        self.setModel(self.choices)
        self.setItemDelegate(ChoiceDelegate(self) if lines == 1 else TwoLines(self))
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
        self._fit()
        self.setVisible(bool(choices))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "choices"):
            self._fit()

    def _fit(self) -> None:
        high = row() if self._lines == 1 else row_height(self)
        self.setFixedHeight(min(self.choices.rowCount(), self._most) * high + 2)

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


class FormScroll(QScrollArea):
    """Scrolls a form up and down and is never narrower than the form, so that nothing is cut."""

    def __init__(self, form: QWidget, parent: QWidget) -> None:
        """Around this form, without a frame."""
        super().__init__(parent, widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes through the fields in it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(form)
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Keep the whole field with the focus in sight, not only its cursor."""
        if now is not None and self.widget().isAncestorOf(now):
            top = now.mapTo(self.widget(), QPoint(0, 0)).y()
            for line in (top + now.height(), top):
                self.ensureVisible(0, line, 0, row())

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.widget().minimumSizeHint().width() + bar, 120)


class TickList(ChoiceList):
    """A list in which Space walks a row through its marks, such as none, 协办, 知会.

    `ticked` tells of every change by hand. The order of ticks() is the order of the rows.
    """

    ticked = Signal()

    def __init__(self, marks: Sequence[tuple[str, str]], parent: QWidget, most: int) -> None:
        """Key and word of each mark; the first one is none."""
        super().__init__(parent, most)
        self.setProperty("quiet", True)
        self._marks = tuple(marks)
        self._plain: list[Choice] = []
        self._ticks: dict[str, int] = {}
        self.clicked.connect(self._clicked)

    def offer(self, choices: Sequence[Choice], ticks: dict[str, str]) -> None:
        """Show these with these marks by key."""
        order = [key for key, _ in self._marks]
        self._plain = list(choices)
        self._ticks = {key: order.index(mark) for key, mark in ticks.items()}
        self._draw()

    def ticks(self) -> dict[str, str]:
        """The mark of every row that has one, by key."""
        marks = {one.key: self._ticks.get(one.key, 0) for one in self._plain}
        return {key: self._marks[mark][0] for key, mark in marks.items() if mark}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn(self.current())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self._turn(self.choices.choice(index.row()))

    def _turn(self, choice: Choice | None) -> None:
        if choice is not None:
            self._ticks[choice.key] = (self._ticks.get(choice.key, 0) + 1) % len(self._marks)
            self._draw()
            self.ticked.emit()

    def _draw(self) -> None:
        self.load([self._marked(one) for one in self._plain])

    def _marked(self, one: Choice) -> Choice:
        key, word = self._marks[self._ticks.get(one.key, 0)]
        text = f"{word} {one.text}".strip()
        return Choice(one.key, text, one.note, one.value, one.tone, "on" if key else "off")
