"""The event queue as a Qt model: its own sorted list, changed row by row after the load."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from time import monotonic
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from commandcenter.domain.case import CaseState
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
    tip,
    urgency,
)
from ui.models.queue_filter import QueueFilter
from ui.words import say

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
LAMPS = Qt.ItemDataRole.UserRole + 2
BADGES = Qt.ItemDataRole.UserRole + 3
FRESH = Qt.ItemDataRole.UserRole + 4
CASE = Qt.ItemDataRole.UserRole + 5
FRESH_SECONDS = 6.0

Key = tuple[Any, tuple[int, float, str]]
_LEVELS = {level: at for at, level in enumerate((Level.URGENT, Level.SIMPLE, Level.GENERAL))}
_STATES = {state: at for at, state in enumerate(CaseState)}
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


class Down:
    """A value that sorts the other way round."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: Down) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Down) and other.value == self.value

    __hash__ = None  # type: ignore[assignment]


class QueueModel(QAbstractTableModel):
    """Open cases and waiting reports, sorted and filtered; ended ones leave."""

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
        self._lines: dict[str, CaseLine] = {}
        self._texts: dict[str, str] = {}
        self._keys: dict[str, Key] = {}
        self._order: list[Key] = []
        self._fresh: dict[str, float] = {}
        self._unsent: frozenset[str] = frozenset()
        self._picked: frozenset[str] = frozenset()
        self._filter = QueueFilter()
        self._column, self._down = Column.LEFT, False
        self._looked = now()

    # ---- what Qt asks ---------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._order):
            return None
        line, column = self.line(index.row()), Column(index.column())
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line, column, self._now(), self.names)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("QueueModel", _TITLES[Column(section)])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; within equals by urgency. Selection and scroll stay with the case."""
        self.layoutAboutToBeChanged.emit()
        kept = [(old, self._order[old.row()][1][2]) for old in self.persistentIndexList()]
        self._column, self._down = Column(column), order is Qt.SortOrder.DescendingOrder
        self._keys = {case: self._key(self._lines[case]) for case in self._keys}
        self._order = sorted(self._keys.values())
        rows = {key[1][2]: row for row, key in enumerate(self._order)}
        new = [self.index(rows[case], old.column()) for old, case in kept]
        self.changePersistentIndexList([old for old, _ in kept], new)
        self.layoutChanged.emit()

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
        return self._lines[self._order[row][1][2]]

    def row_of(self, case: str) -> int:
        """The row of a case by id, -1 when it is not shown."""
        key = self._keys.get(case)
        return -1 if key is None else bisect_left(self._order, key)

    def holds(self, case: str) -> bool:
        """Whether the case is open or in the inbox, shown or not."""
        return case in self._lines

    # ---- what changes ---------------------------------------------------------------------

    def load(self, board: Board) -> None:
        """Show a board; the only reset."""
        self.beginResetModel()
        self._lines = {one.id: one for one in board.cases if listed(one)}
        self._texts, self._fresh = {}, {}
        shown = (one for one in self._lines.values() if self._takes(one))
        self._keys = {one.id: self._key(one) for one in shown}
        self._order = sorted(self._keys.values())
        self.endResetModel()

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
            self._place(line)
        for case in changes.gone:
            self._texts.pop(case, None)
            self._drop(case)

    def set_filter(self, chosen: QueueFilter) -> None:
        """Show what the filter takes, by removing and inserting runs of rows."""
        self._filter = chosen
        wanted = {one.id: self._key(one) for one in self._lines.values() if self._takes(one)}
        self._remove_all_but(wanted)
        self._insert_all(sorted(key for case, key in wanted.items() if case not in self._keys))

    def set_names(self, names: Mapping[str, str]) -> None:
        """Items, units and places have other names now: cells and the free text follow."""
        self.names, self._texts = names, {}
        if self._filter.terms:
            self.set_filter(self._filter)
        if self._order:
            bottom = self.index(len(self._order) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), bottom)

    def set_unsent(self, cases: frozenset[str]) -> None:
        """Mark the cases on which commands wait on this seat: they are not done."""
        touched, self._unsent = self._unsent | cases, cases
        self._mark_again(touched)

    def set_picked(self, cases: frozenset[str]) -> None:
        """Mark the cases that are picked to be sent together."""
        touched, self._picked = self._picked ^ cases, cases
        self._mark_again(touched)

    def _mark_again(self, touched: frozenset[str]) -> None:
        for row in sorted(row for row in map(self.row_of, touched) if row >= 0):
            at = self.index(row, Column.STATE)
            self.dataChanged.emit(at, at, [Qt.ItemDataRole.DisplayRole, BADGES])

    def tick(self, first: int, last: int) -> None:
        """A second passed: the lamps and times of the rows first..last are painted anew."""
        if self._filter.lamp:
            self.set_filter(self._filter)
        last = min(last, len(self._order) - 1)
        if 0 <= first <= last:
            roles = [Qt.ItemDataRole.DisplayRole, CELL, LAMPS]
            top, bottom = self.index(first, Column.LAMP), self.index(last, Column.LEFT)
            self.dataChanged.emit(top, bottom, roles)
            self._mark_missed(first, last)

    def _mark_missed(self, first: int, last: int) -> None:
        """The state of a line whose timer ran out since the last second gets its mark."""
        before, self._looked = self._looked, self._now()
        for row in range(first, last + 1):
            due = self.line(row).watch_due
            if due is not None and before <= due < self._looked:
                at = self.index(row, Column.STATE)
                self.dataChanged.emit(at, at, [Qt.ItemDataRole.DisplayRole, CELL, BADGES])

    def _text(self, line: CaseLine, column: Column) -> str:
        text = cell(line, column, self._now(), self.names).text
        if column is Column.STATE:
            return " ".join([text, *(mark.text for mark in self.marks(line))])
        return text

    def marks(self, line: CaseLine) -> tuple[Cell, ...]:
        """The small marks behind its state; what is picked or not sent yet stands first."""
        first = [Cell(say("☑ 选"), "accent", True)] if line.id in self._picked else []
        first += [Cell(say("未发"), "urgent", True)] if line.id in self._unsent else []
        return (*first, *badges(line, self._now()))

    def _key(self, line: CaseLine) -> Key:
        values: dict[Column, Any] = {
            Column.NUMBER: line.number or "",
            Column.LEVEL: _LEVELS.get(line.level, len(_LEVELS)),
            Column.ITEM: line.item,
            Column.PLACE: (line.community or "", line.grid or "", line.place),
            Column.STATE: _STATES[line.state],
            Column.UNIT: line.lead_unit or "",
            Column.SOURCE: line.source.value,
        }
        by_time = urgency(line)
        value = values.get(self._column, by_time)
        return (Down(value) if self._down else value), by_time

    def _takes(self, line: CaseLine) -> bool:
        worst = lamps(line, self._now()).worst if self._filter.lamp else None
        if not self._filter.takes(line, worst):
            return False
        terms = self._filter.terms
        if not terms:
            return True
        if line.id not in self._texts:
            self._texts[line.id] = haystack(line, self.names)
        text = self._texts[line.id]
        return all(term in text for term in terms)

    def _place(self, line: CaseLine) -> None:
        """Put a line where it belongs now: inserted, moved, painted anew or hidden."""
        old, new = self._keys.get(line.id), self._key(line)
        if not self._takes(line):
            self._hide(line.id)
        elif old is None:
            self._insert_all([new])
        else:
            row = bisect_left(self._order, old)
            if old != new:
                row = self._move(row, new)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _move(self, row: int, new: Key) -> int:
        to = bisect_left(self._order, new)
        moved = to not in (row, row + 1)
        if moved:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to)
        del self._order[row]
        at = to - 1 if to > row else to
        self._order.insert(at, new)
        self._keys[new[1][2]] = new
        if moved:
            self.endMoveRows()
        return at

    def _drop(self, case: str) -> None:
        self._hide(case)
        self._lines.pop(case, None)
        self._fresh.pop(case, None)

    def _hide(self, case: str) -> None:
        row = self.row_of(case)
        if row >= 0:
            self._remove(row, row)

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        for key in self._order[first : last + 1]:
            del self._keys[key[1][2]]
        del self._order[first : last + 1]
        self.endRemoveRows()

    def _remove_all_but(self, wanted: Mapping[str, Key]) -> None:
        last = -1
        for row in range(len(self._order) - 1, -2, -1):
            going = row >= 0 and self._order[row][1][2] not in wanted
            if going and last < 0:
                last = row
            elif not going and last >= 0:
                self._remove(row + 1, last)
                last = -1

    def _insert_all(self, keys: list[Key]) -> None:
        """Insert sorted keys, one signal for each run of neighbours."""
        while keys:
            row = bisect_left(self._order, keys[0])
            below = self._order[row] if row < len(self._order) else None
            run = len(keys) if below is None else bisect_left(keys, below)
            self.beginInsertRows(QModelIndex(), row, row + run - 1)
            self._order[row:row] = keys[:run]
            self._keys.update((key[1][2], key) for key in keys[:run])
            self.endInsertRows()
            keys = keys[run:]

    def _freshness(self, case: str) -> float:
        came = self._fresh.get(case)
        if came is None:
            return 0.0
        left = 1.0 - (self._seconds() - came) / FRESH_SECONDS
        if left <= 0:
            del self._fresh[case]
        return max(left, 0.0)
