"""Shift patterns as data: shifts, cycle and teams, with the first days as they would turn out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands import SetPattern
from commandcenter.domain.duty import MOST_TEAMS, Pattern
from commandcenter.domain.refusal import Refusal
from ui.panels.duty_book import DutyBook
from ui.panels.keys import FormKeys
from ui.panels.lists import FormScroll
from ui.scale import NONE, ROUND
from ui.words import refusal, say
from ui.words.rosters import shift_name

PREVIEW = 7
ID = re.compile(r"[a-z][a-z0-9_]{0,31}")


class PatternsPage(QWidget):
    """A list of patterns and the form of the chosen one; Ctrl+S saves, Ctrl+N begins a new one."""

    left = Signal()

    def __init__(self, book: DutyBook, parent: QWidget | None = None) -> None:
        """Empty until the book has a month."""
        super().__init__(parent)
        self._book = book
        self._filled: tuple[str, ...] | None = None
        self.list = QListWidget(objectName="duty.patterns")
        self.key, self.name = QLineEdit(objectName="pattern.id"), QLineEdit()
        self.shifts = QPlainTextEdit(objectName="pattern.shifts", tabChangesFocus=True)
        self.cycle = QLineEdit(objectName="pattern.cycle")
        self.teams = QSpinBox(minimum=1, maximum=MOST_TEAMS, objectName="pattern.teams")
        self._said = QLabel(wordWrap=True, objectName="pattern.said")
        self._save = QPushButton(self.tr("保存 Ctrl+S"), objectName="pattern.save")
        self._new = QPushButton(self.tr("新班制 Ctrl+N"), objectName="pattern.new")
        self._gone = QPushButton(self.tr("删除 Ctrl+Del"), objectName="pattern.gone")
        self._lay_out()
        self._wire()

    def show_month(self) -> None:
        """Show the patterns; the form keeps what is being typed."""
        known = self._book.month.patterns if self._book.month else ()
        row, typed = self._row_of(known)
        self.list.blockSignals(True)
        self.list.clear()
        for one in known:
            item = QListWidgetItem(one.name)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        for button in (self._save, self._new, self._gone):
            button.setEnabled(self._book.may_make)
        if not typed:
            self._show()

    def save(self) -> None:
        """Give the pattern, unless it cannot be: then say why."""
        made, wrong = self._typed()
        if made is None:
            self._book.desk.say("refusal", wrong)
        elif self._save.isEnabled():
            command = SetPattern(
                pattern=made.id,
                name=made.name,
                shifts=made.shifts,
                cycle=made.cycle,
                teams=made.teams,
            )
            self._book.desk.do(command)

    def begin(self) -> None:
        """An empty form."""
        self.list.setCurrentRow(-1)
        for field in (self.key, self.name, self.cycle):
            field.clear()
        self.shifts.clear()
        self.teams.setValue(1)
        self.key.setReadOnly(False)
        self._filled = self._texts()
        self.key.setFocus()

    def remove(self) -> None:
        """Let the chosen pattern go."""
        chosen = self._chosen()
        if chosen is not None and self._gone.isEnabled():
            self._book.desk.do(SetPattern(pattern=chosen.id))

    # ---- how --------------------------------------------------------------------------------

    def _row_of(self, known: Sequence[Pattern]) -> tuple[int, bool]:
        """The row of the form's pattern, -1 for none, and whether more is typed than is known."""
        if self._filled is None:
            return 0, False
        key, made, new = self.key.text().strip(), self._typed()[0], not self.key.isReadOnly()
        row = next((at for at, one in enumerate(known) if one.id == key), -1)
        saved = row >= 0 and made == replace(known[row], street="")
        typed = not saved and (new or self._texts() != self._filled)
        if typed and new:
            row = -1
        elif row < 0 and not typed:
            row = max(0, min(self.list.currentRow(), len(known) - 1))
        return row, typed

    def _texts(self) -> tuple[str, ...]:
        """What stands in the form."""
        lines = (self.key, self.name, self.cycle)
        words = (self.shifts.toPlainText(), str(self.teams.value()))
        return (*(one.text() for one in lines), *words)

    def _chosen(self) -> Pattern | None:
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, Pattern) else None

    def _show(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.key.setText(chosen.id)
        self.key.setReadOnly(True)
        self.name.setText(chosen.name)
        self.shifts.setPlainText("\n".join(chosen.shifts))
        self.cycle.setText(" ".join(chosen.cycle))
        self.teams.setValue(chosen.teams)
        self._filled = self._texts()

    def _typed(self) -> tuple[Pattern | None, str]:
        """The pattern as typed, or None and why it cannot be."""
        key = self.key.text().strip()
        if not ID.fullmatch(key):
            return None, say("代号用小写字母、数字和下划线，字母开头，如 four_teams")
        lines = self.shifts.toPlainText().splitlines()
        made = Pattern(
            street="",
            id=key,
            name=self.name.text().strip() or key,
            shifts=tuple(filter(None, (" ".join(one.split()) for one in lines))),
            cycle=tuple(self.cycle.text().split()),
            teams=self.teams.value(),
        )
        try:
            made.parsed()
        except Refusal as said:
            return None, refusal(said.code, said.values)
        return made, ""

    def _preview(self) -> None:
        made, wrong = self._typed()
        if made is None:
            self._said.setText(f"▲ {wrong}")
            return
        first, days = self._book.first, []
        for number in range(PREVIEW):
            day = first + timedelta(days=number)
            turns = []
            for shift in made.parsed():
                team = made.team_on(shift.name, day.toordinal())
                turns.append(f"{shift_name(shift.name)} {'—' if team is None else team + 1}")
            days.append(f"{day:%m-%d} " + say("，").join(turns))
        self._said.setText(say("每班由第几班组上：") + "\n" + "\n".join(days))

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("班制"))
        self.list.setMaximumWidth(200)
        self.shifts.setPlaceholderText("day 08:00-17:00\nnight 17:00-08:00+1")
        self.shifts.setMaximumHeight(90)
        self.cycle.setPlaceholderText("day night off off")
        form = QFormLayout()
        form.addRow(self.tr("代号"), self.key)
        form.addRow(self.tr("名称"), self.name)
        form.addRow(self.tr("班次（每行一个，过夜加 +1）"), self.shifts)
        form.addRow(self.tr("轮班（第一班组逐日，休为 off；空为依次轮）"), self.cycle)
        form.addRow(self.tr("班组数"), self.teams)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        buttons = QHBoxLayout()
        for button in (self._new, self._gone, self._save):
            buttons.addWidget(button)
        typed = QWidget()
        column = QVBoxLayout(typed)
        column.setContentsMargins(*NONE)
        column.addLayout(form)
        column.addWidget(self._said)
        column.addStretch()
        right = QVBoxLayout()
        right.addWidget(FormScroll(typed, self), 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(*ROUND)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.setFocusProxy(self.list)

    def _wire(self) -> None:
        keys = FormKeys(self)
        for name, call in (("Ctrl+S", self.save), ("Ctrl+N", self.begin),
                           ("Ctrl+Del", self.remove), ("Escape", self.left.emit)):  # fmt: skip
            keys.bind(name, call)
        keys.watch(self.list, self.key, self.name, self.shifts, self.cycle, self.teams)
        self._save.clicked.connect(self.save)
        self._new.clicked.connect(self.begin)
        self._gone.clicked.connect(self.remove)
        self.list.currentRowChanged.connect(self._show)
        for signal in (self.key.textChanged, self.name.textChanged, self.shifts.textChanged,
                       self.cycle.textChanged, self.teams.valueChanged):  # fmt: skip
            signal.connect(self._preview)
