"""What waits on this seat's disk: not sent yet, or refused and to be decided by a hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from commandcenter.domain.commands import Command, DispatchCase
from commandcenter.outbox import Unsent
from commandcenter.seat import SeatDesk
from commandcenter.services.views import Board, CaseLine, Changes
from ui.actions import ACTIONS
from ui.context import DeskContext
from ui.icons import icon
from ui.models.items import Choice, ChoiceModel
from ui.panels.keys import FormKeys
from ui.panels.lists import TwoLines
from ui.words import names_of, refusal, short_number, word

MOST_WORDS = 24


class UnsentPanel(QWidget):
    """One row for each command; a refused one stands beside the case as it is now.

    `left` asks for the focus to go back to the queue.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, seat: SeatDesk, parent: QWidget | None = None) -> None:
        """Empty until refresh()."""
        super().__init__(parent)
        self.setObjectName("unsent_panel")
        self._desk, self._seat = desk, seat
        self._lines: dict[str, CaseLine] = {}
        self._names = names_of(desk.reference)
        self.list, self._model = QListView(self), ChoiceModel(self)
        self.given, self.present = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.again = QPushButton(icon("update"), self.tr("按最新情况再办"), self)
        self.drop = QPushButton(icon("cancel"), self.tr("丢弃"), self)
        self._lay_out()
        self._wire()
        self.refresh()

    def load(self, board: Board) -> None:
        """Learn the cases as they are."""
        self._lines = {line.id: line for line in board.cases}
        self._names = names_of(self._desk.reference, board.teams)
        self.refresh()

    def apply(self, changes: Changes) -> None:
        """Follow the cases, so that the present state is the present one."""
        self._lines.update({line.id: line for line in changes.cases})
        if changes.cases and self._seat.unsent:
            self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        self._show_rows(self._seat.unsent)
        self._show_marked()

    def _show_rows(self, items: Sequence[Unsent]) -> None:
        self._model.load([self._row(one) for one in items])
        if items and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _row(self, one: Unsent) -> Choice:
        at = one.at.astimezone(self._desk.clock.zone)
        who = self._names.get(one.who, one.who)
        text = " · ".join(filter(None, (self._deed(one.command), self._subject(one))))
        state = self.tr("待发送") if one.refused is None else self.tr("被拒，请定夺")
        note = f"{state} · {at:%H:%M:%S} · {who}"
        return Choice(one.command.id, text, note, one, "danger" if one.refused else "warning")

    def _deed(self, command: Command) -> str:
        kinds = (action.label for action in ACTIONS if action.command is type(command))
        label = next(kinds, type(command).__name__)
        if isinstance(command, DispatchCase):
            return self.tr("%1（愿望，待服务器核法）").replace("%1", label)
        return label

    def _subject(self, one: Unsent) -> str:
        line = self._lines.get(one.case)
        words = str(getattr(one.command, "words", ""))[:MOST_WORDS]
        number = short_number(line.number) if line else ""
        item = line.item if line else str(getattr(one.command, "item", ""))
        return " ".join(filter(None, (number, self._names.get(item, item), words)))

    def _show_marked(self) -> None:
        one = self._marked()
        self.again.setEnabled(one is not None and one.refused is not None)
        self.drop.setEnabled(one is not None)
        if one is None:
            self.given.setText(self.tr("没有未发送的内容"))
            self.present.clear()
            return
        said = self.tr("连接恢复后自动发出")
        if one.refused is not None:
            said = refusal(one.refused.code, one.refused.values, self._names)
        self.given.setText(f"{self._deed(one.command)} {self._subject(one)}\n{said}")
        self.present.setText(self._state(one))

    def _state(self, one: Unsent) -> str:
        line = self._lines.get(one.case)
        if line is None:
            return self.tr("现在：看板上没有这件案卷")
        text = self.tr("现在：%1 · 第 %2 版 · 主办 %3").replace("%1", word(line.state))
        unit = self._names.get(line.lead_unit or "", "—")
        return text.replace("%2", str(line.version)).replace("%3", unit)

    def _marked(self) -> Unsent | None:
        choice = self._model.choice(self.list.currentIndex().row())
        value = choice.value if choice else None
        return value if isinstance(value, Unsent) else None

    def _give_again(self) -> None:
        one, box = self._marked(), self._seat.outbox
        if one is None or box is None or one.refused is None:
            return
        line = self._lines.get(one.case)
        self._off(partial(box.again, one.command.id, line.version if line else None))

    def _drop(self) -> None:
        one, box = self._marked(), self._seat.outbox
        if one is not None and box is not None:
            self._off(partial(box.drop, one.command.id))

    def _off(self, call: Callable[[], object]) -> None:
        self._desk.worker.run(call, owner=self)

    def _lay_out(self) -> None:
        self.list.setObjectName("unsent_list")
        self.list.setAccessibleName(self.tr("未发送的内容"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(TwoLines(self.list))
        self.setFocusProxy(self.list)
        self.given.setObjectName("unsent_given")
        self.present.setObjectName("unsent_present")
        self.again.setObjectName("unsent_again")
        self.drop.setObjectName("unsent_drop")
        self.again.setToolTip(self.tr("Enter"))
        self.drop.setToolTip(self.tr("Del"))
        sides, buttons = QHBoxLayout(), QHBoxLayout()
        for label in (self.given, self.present):
            sides.addWidget(label, 1)
        for button in (self.again, self.drop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self.list, 1)
        column.addLayout(sides)
        column.addLayout(buttons)

    def _wire(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_marked)
        self.again.clicked.connect(self._give_again)
        self.drop.clicked.connect(self._drop)
        keys = FormKeys(self)
        keys.bind("Return", self._give_again)
        keys.bind("Delete", self._drop)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.list)
