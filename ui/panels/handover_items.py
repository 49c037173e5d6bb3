"""The list of open cases in a handover: two lines each, walked and taken by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from commandcenter.domain.clock import Lamp
from commandcenter.domain.handover import HandoverItem
from ui import words
from ui.models.handover import ROW_ROLE, TAKEN, HandoverModel, ItemRow
from ui.palette import colours
from ui.panels.case_html import SHAPES
from ui.panels.keys import FormKeys
from ui.words import handing

PAD = 6
SIDE = Qt.AlignmentFlag
Written = tuple[str, str, bool]
"""A text, the token of its colour, whether it is bold."""
MARK_TOKENS = {"new": "accent", "changed": "warning", "same": "dim"}


class ItemDelegate(QStyledItemDelegate):
    """How it was taken and what changed at the left, the case in two lines, time left at right."""

    def __init__(self, view: ItemList) -> None:
        """Draws rows of that list."""
        super().__init__(view)
        self._list = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ItemRow):
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours().colour("selection"))
        painter.setPen(colours().colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        room = option.rect.adjusted(PAD, 2, -PAD, -2)
        signs, clock = self._signs(row), self._clock(row)
        left, right = self._list.sides
        self._lines(
            painter, QRect(room.topLeft(), QSize(left, room.height())), signs, SIDE.AlignLeft
        )
        edge = QRect(room.right() - right, room.top(), right, room.height())
        self._lines(painter, edge, clock, SIDE.AlignRight)
        self._draw_words(painter, room.adjusted(left + 2 * PAD, 0, -right - PAD, 0), row)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._list.fontMetrics().height() * 2 + PAD + 2)

    def widths(self, rows: list[ItemRow]) -> tuple[int, int]:
        """How many pixels the widest signs and the widest clock of these rows take."""
        font = QFont(self._list.font())
        font.setBold(True)
        wide = QFontMetrics(font).horizontalAdvance
        signs = (wide(text) for row in rows for text, _, _ in self._signs(row))
        clocks = (wide(text) for row in rows for text, _, _ in self._clock(row))
        return max(signs, default=0) + 1, max(clocks, default=0) + 1

    def _signs(self, row: ItemRow) -> list[Written]:
        mark, token = handing.marked(row.view.mark), TAKEN[row.taken][2]
        if row.view.item.late:
            mark = handing.SIGNS[row.view.mark] + words.say("冻结后")
        lines = [(row.told, token, True)] if row.told else []
        return [*lines, (mark, MARK_TOKENS[row.view.mark.value], False)]

    def _clock(self, row: ItemRow) -> list[Written]:
        item, shown = row.view.item, Lamp(row.view.lamp)
        due = words.stamp(item.due) if item.due else words.say("不限时")
        first = f"{SHAPES[shown]} {self._left(item, shown)}"
        return [(first, f"lamp_{shown.value}", shown is not Lamp.GREEN), (due, "dim", False)]

    def _left(self, item: HandoverItem, shown: Lamp) -> str:
        """Time left now; in a signed record what was left when it was written down.

        A case that is red before its own end is late with a step: time left would deny the lamp.
        """
        if item.due is None or item.left_s is None:
            return "—"
        now = self._list.now()
        if self._list.signed:
            now = item.due - timedelta(seconds=item.left_s)
        if shown is Lamp.RED and now < item.due:
            return words.code("alarm", "stage_red")
        return words.time_left(now, item.due)

    def _draw_words(self, painter: QPainter, room: QRect, row: ItemRow) -> None:
        item, names = row.view.item, self._list.names
        head = (words.short_number(item.number), words.word(item.state))
        what = f"{names.get(item.item, item.item)} · {item.place}"
        promise = handing.promises_of(item.promised)
        second = [
            words.say("下一步 {step}").format(step=handing.next_step(item.next_move)),
            words.say("归 {who}").format(who=names.get(item.owner or "", item.owner or "—")),
        ]
        second += [words.say("答应 {whom}").format(whom=promise)] if promise else []
        first = "  ".join(filter(None, (*head, what)))
        lines = [(first, "text", False), (" · ".join(second), "dim", False)]
        self._lines(painter, room, lines, SIDE.AlignLeft)

    def _lines(
        self,
        painter: QPainter,
        room: QRect,
        lines: list[Written],
        side: Qt.AlignmentFlag,
    ) -> None:
        high = room.height() // 2
        top = room.top() if len(lines) > 1 else room.top() + high // 2
        for text, token, bold in lines:
            font = QFont(self._list.font())
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(colours().colour(token))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            line = QRect(room.left(), top, room.width(), high)
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, cut)
            top += high


class ItemList(QListView):
    """Open cases; `walked` carries the case under the cursor when a hand has moved it there.

    Keys: ↓ ↑ N next, Return or Space take it, Q ask, J to the next that waits, Esc leave;
    each is a signal. Time left is drawn for `now()`, of a `signed` record as it was.
    """

    walked = Signal(str)
    taken = Signal()
    asked = Signal()
    left = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Empty until load."""
        super().__init__(parent)
        self.setObjectName("handover.items")
        self.now = now
        self.names: Mapping[str, str] = {}
        self.signed = False
        self.rows = HandoverModel(self)
        self.setModel(self.rows)
        self.sides = (0, 0)
        self._drawn = ItemDelegate(self)
        self.setItemDelegate(self._drawn)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._quiet = False
        self._wire()

    def load(self, rows: list[ItemRow]) -> None:
        """Show these; the cursor stays on its case, and tells nobody."""
        kept = self.current()
        self._quiet = True
        self.sides = self._drawn.widths(rows)
        self.rows.load(rows)
        at = self.rows.row_of(kept.case) if kept else 0
        self.setCurrentIndex(self.rows.index(max(0, at)) if rows else QModelIndex())
        self._quiet = False

    def current(self) -> ItemRow | None:
        """The row under the cursor."""
        return self.rows.row(self.currentIndex().row())

    def go_to(self, case: str) -> bool:
        """Put the cursor on a case; whether it is here."""
        at = self.rows.row_of(case)
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))
        return at >= 0

    def step(self, by: int) -> None:
        """Move the cursor."""
        at = min(max(0, self.currentIndex().row() + by), self.rows.rowCount() - 1)
        self.setCurrentIndex(self.rows.index(at))

    def go_open(self) -> None:
        """Move to the next case that waits for a word."""
        at = self.rows.next_open(self.currentIndex().row())
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:
        super().currentChanged(now, before)
        self.scrollTo(now)
        row = self.current()
        if row is not None and not self._quiet:
            self.walked.emit(row.case)

    def _wire(self) -> None:
        keys = FormKeys(self)
        bound = {
            "Down": partial(self.step, 1),
            "N": partial(self.step, 1),
            "Up": partial(self.step, -1),
            "Return": self.taken.emit,
            "Space": self.taken.emit,
            "Q": self.asked.emit,
            "J": self.go_open,
            "Escape": self.left.emit,
        }
        for name, call in bound.items():
            keys.bind(name, call)
        keys.watch(self)
