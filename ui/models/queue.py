"""The event queue as a Qt model: its own sorted list, changed row by row after the load."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal

from commandcenter.domain.limits import Level
from commandcenter.services.views import Board, CaseLine, Changes
from ui.models.queue_cells import (
    Cell,
    Column,
    badges,
    cell,
    haystack,
    lamps,
    listed,
    spelled_out,
    tip,
    urgency,
)
from ui.models.queue_filter import Eye, QueueFilter
from ui.models.queue_moments import Moments
from ui.models.queue_order import key_of, ordered
from ui.models.queue_rows import Index, SortedRows
from ui.models.rows import HEADS
from ui.words import say

CELL = Qt.ItemDataRole.UserRole + 1
LAMPS = Qt.ItemDataRole.UserRole + 2
BADGES = Qt.ItemDataRole.UserRole + 3
FRESH = Qt.ItemDataRole.UserRole + 4
CASE = Qt.ItemDataRole.UserRole + 5
PICKED = Qt.ItemDataRole.UserRole + 6
FRESH_SECONDS = 6.0

_TITLES = {
    Column.LAMP: "灯",
    Column.LEFT: "时限",
    Column.NUMBER: "编号",
    Column.LEVEL: "级别",
    Column.ITEM: "事项",
    Column.PLACE: "地点",
    Column.STATE: "状态",
    Column.UNIT: "主办",
    Column.SOURCE: "来源",
}


class QueueModel(SortedRows):
    """Open cases and waiting reports, sorted and filtered; ended ones leave.

    `flowed` carries the lines of which a clock ran out or a day began since the last tick.
    """

    flowed = Signal(object)

    def __init__(
        self,
        names: Mapping[str, str],
        now: Callable[[], datetime],
        parent: QObject | None = None,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """Empty; `now` gives UTC, `seconds` is the steady clock of the flash of new rows."""
        super().__init__(parent)
        self.names, self._now, self._seconds = names, now, seconds
        self._spelled: Mapping[str, str] = {}
        self._lines: dict[str, CaseLine] = {}
        self._texts: dict[str, str] = {}
        self._fresh: dict[str, float] = {}
        self._unsent: frozenset[str] = frozenset()
        self._picked: frozenset[str] = frozenset()
        self._filter, self._who, self._roles = QueueFilter(), "", frozenset[str]()
        self._moments = Moments()
        self._column, self._down = Column.LEFT, False

    # ---- what Qt asks ---------------------------------------------------------------------

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._order):
            return None
        return self.told(self.line(index.row()), Column(index.column()), role)

    def told(self, line: CaseLine, column: Column, role: int) -> Any:
        """What a line says in a column for a role; who paints many asks here, without an index."""
        if role == CELL:
            return cell(line, column, self._now(), self.names)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == LAMPS:
            return lamps(line, self._now())
        if role == BADGES:
            return self.marks(line)
        if role == FRESH:
            return self._freshness(line.id)
        if role == CASE:
            return line.id
        if role == PICKED:
            return line.id in self._picked
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line, column, self._now(), self.names)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in HEADS:
            return QCoreApplication.translate("QueueModel", _TITLES[Column(section)])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; within equals by urgency. Selection and scroll stay with the case."""
        self._column, self._down = Column(column), order is Qt.SortOrder.DescendingOrder
        lines = ((line, self._keys[case][1]) for case, line in self._lines.items())
        self._reorder(ordered(lines, self._column, self._down))

    # ---- what the panel asks --------------------------------------------------------------

    @property
    def total(self) -> int:
        """How many lines there are, shown or not."""
        return len(self._lines)

    @property
    def lines(self) -> Iterable[CaseLine]:
        """Every line, shown or not, in no order."""
        return self._lines.values()

    def line(self, row: int) -> CaseLine:
        """The line in a row."""
        return self._lines[self.case_at(row)]

    def known(self, case: str) -> CaseLine | None:
        """The line of a case, shown or not; None when the queue does not hold it."""
        return self._lines.get(case)

    @property
    def chosen(self) -> QueueFilter:
        """The filter in force."""
        return self._filter

    @property
    def sorted_by(self) -> tuple[Column, bool]:
        """The column that the rows are sorted by, and whether downward."""
        return self._column, self._down

    def holds(self, case: str) -> bool:
        """Whether the case is open or in the inbox, shown or not."""
        return case in self._lines

    def taken_by(self, chosen: QueueFilter, cases: Collection[str]) -> list[str]:
        """Which of these cases a filter takes: choices first, for they are quicker."""
        lines, checks = self._lines, chosen.checks(self._eye())
        found = [one for one in cases if all(check(lines[one]) for check in checks)]
        for term in chosen.terms:
            found = [one for one in found if term in self._text_of(one)]
        return found

    # ---- what changes ---------------------------------------------------------------------

    def load(self, board: Board) -> None:
        """Show a board; the only reset."""
        self.beginResetModel()
        self._lines = {one.id: one for one in board.cases if listed(one)}
        self._texts, self._fresh = {}, {}
        now = self._now()
        lines = ((one, urgency(one, now)) for one in self._lines.values())
        keys = ordered(lines, self._column, self._down)
        self._begin_with(keys, set(self.taken_by(self._filter, self._lines)).__contains__)
        self._moments.load(self._lines.values(), now)
        self.endResetModel()

    def prepare(self, most: int) -> bool:
        """Make the text of so many more lines that words are looked for in; False when all is."""
        missing = [case for case in self._lines if case not in self._texts]
        for case in missing[:most]:
            self._text_of(case)
        return len(missing) > most

    def look_as(self, who: str, roles: frozenset[str]) -> None:
        """Who looks: what is theirs follows."""
        changed = (who, roles) != (self._who, self._roles)
        self._who, self._roles = who, roles
        if changed and self._filter.only:
            self._show_taken(self._lines)

    def apply(self, changes: Changes) -> None:
        """Take in what changed: each touched line is put, moved or taken away."""
        for line in changes.cases:
            held = self._lines.get(line.id)
            if held is not None and line.version < held.version:
                continue
            self._texts.pop(line.id, None)
            if not listed(line):
                self._drop(line.id)
                continue
            if held is None:
                self._fresh[line.id] = self._seconds()
            self._lines[line.id] = line
            self._moments.put(line, self._now())
            self._place(line)
        for case in changes.gone:
            self._texts.pop(case, None)
            self._drop(case)

    def set_filter(self, chosen: QueueFilter) -> None:
        """Show what the filter takes; of one that only narrows, the shown ones are looked at."""
        narrower = chosen.narrows(self._filter)
        self._filter = chosen
        self._show_taken(self._shown if narrower else self._lines)

    def _show_taken(self, cases: Collection[str]) -> None:
        self._show_only(set(self.taken_by(self._filter, cases)))

    def set_names(self, names: Mapping[str, str]) -> None:
        """Items, units and places have other names now: cells and the free text follow."""
        self.names, self._texts = names, {}
        if self._filter.terms:
            self._show_taken(self._lines)
        if self._order:
            bottom = self.index(len(self._order) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), bottom)

    def set_spelled(self, spelled: Mapping[str, str]) -> None:
        """Find items, communities and units by these initials too."""
        self._spelled, self._texts = spelled, {}
        if self._filter.terms:
            self._show_taken(self._lines)

    def set_unsent(self, cases: frozenset[str]) -> None:
        """Mark the cases on which commands wait on this seat: they are not done."""
        touched, self._unsent = self._unsent | cases, cases
        self._mark_again(touched)

    def set_picked(self, cases: frozenset[str]) -> None:
        """Mark the cases that are picked for what is done to several at once."""
        touched, self._picked = self._picked ^ cases, cases
        for row in sorted(row for row in map(self.row_of, touched) if row >= 0):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _mark_again(self, touched: frozenset[str]) -> None:
        for row in sorted(row for row in map(self.row_of, touched) if row >= 0):
            at = self.index(row, Column.STATE)
            self.dataChanged.emit(at, at, [Qt.ItemDataRole.DisplayRole, BADGES])

    def tick(self, first: int, last: int) -> None:
        """A second passed: the rows first..last say what they say now, in every column."""
        self._flow()
        last = min(last, len(self._order) - 1)
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _text(self, line: CaseLine, column: Column) -> str:
        text = cell(line, column, self._now(), self.names).text
        if column is Column.STATE:
            return " ".join([text, *(mark.text for mark in self.marks(line))])
        if column is Column.LAMP and line.id in self._picked:
            return f"{say('已选')} {text}"
        return text

    def marks(self, line: CaseLine) -> tuple[Cell, ...]:
        """The small marks behind its state; what is not sent yet stands first."""
        first = [Cell(say("未发"), "urgent", True)] if line.id in self._unsent else []
        return (*first, *badges(line, self._now()))

    def _eye(self) -> Eye:
        return Eye(self._who, self._roles, self._now())

    def _text_of(self, case: str) -> str:
        text = self._texts.get(case)
        if text is None:
            line = self._lines[case]
            text = haystack(line, self.names) + spelled_out(line, self._spelled)
            self._texts[case] = text
        return text

    def _flow(self) -> None:
        """Lines whose clock ran on since the last second come or go where the filter asks it."""
        now = self._now()
        passed = self._moments.passed(now)
        lines = [self._lines[case] for case in passed if case in self._lines]
        for line in lines:
            self._moments.put(line, now)
            if self._filter.flows or line.level is Level.URGENT:  # it goes up when its time is over
                self._place(line)
        if lines:
            self.flowed.emit(lines)

    def _place(self, line: CaseLine) -> None:
        """Put a line where it belongs now: inserted, moved, painted anew or hidden."""
        row, new = self.row_of(line.id), key_of(line, self._column, self._down, self._now())
        if not self.taken_by(self._filter, (line.id,)):
            self._hide(line.id)
            self._rank(new)
            return
        old = self._rank(new)
        if row < 0:
            self._insert_all([new])
            return
        if old != new:
            row = self._move(row, new)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _drop(self, case: str) -> None:
        self._forget(case)
        self._moments.drop(case)
        self._lines.pop(case, None)
        self._fresh.pop(case, None)

    def _freshness(self, case: str) -> float:
        came = self._fresh.get(case)
        if came is None:
            return 0.0
        left = 1.0 - (self._seconds() - came) / FRESH_SECONDS
        if left <= 0:
            del self._fresh[case]
        return max(left, 0.0)
