"""Sorted rows of a table of which some are shown: put, moved, hidden; never a reset."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterator, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from ui.models.queue_order import Key, case_of

Index = QModelIndex | QPersistentModelIndex
FEW_RUNS = 12
"""More runs of rows than these go in one piece: a view reckons anew for each."""


class SortedRows(QAbstractTableModel):
    """Keys of all lines and of the shown ones, both in order; a key ends with its case's id."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._keys: dict[str, Key] = {}
        self._whole: list[Key] = []
        self._shown: set[str] = set()
        self._order: list[Key] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def row_of(self, case: str) -> int:
        """The row of a case by id, -1 when it is not shown."""
        return bisect_left(self._order, self._keys[case]) if case in self._shown else -1

    @property
    def shown(self) -> Collection[str]:
        """The cases that have a row."""
        return self._shown

    def case_at(self, row: int) -> str:
        """The case in a row."""
        return case_of(self._order[row])

    # ---- all of them ----------------------------------------------------------------------

    def _begin_with(self, keys: list[Key], wanted: Callable[[str], bool]) -> None:
        """All keys anew, in order; to be called within a reset."""
        self._whole = keys
        self._keys = {case_of(key): key for key in keys}
        self._order = [key for key in keys if wanted(case_of(key))]
        self._shown = {case_of(key) for key in self._order}

    def _reorder(self, keys: list[Key]) -> None:
        """The same lines by other keys, given in order."""
        with_rows = [key for key in keys if case_of(key) in self._shown]
        held = self._hold()
        self._whole, self._keys = keys, {case_of(key): key for key in keys}
        self._order = with_rows
        self._let_go(held)

    def _show_only(self, wanted: Collection[str]) -> None:
        """Give a row to exactly these, in as few steps as a view can follow quickly."""
        self._hide_but(wanted)
        coming = [key for key in self._whole if case_of(key) in wanted] if wanted else []
        fresh = [key for key in coming if case_of(key) not in self._shown]
        if not fresh:
            return
        if len(list(self._runs_of(fresh))) <= FEW_RUNS:
            self._insert_all(fresh)
            return
        first = len(self._order)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._order.extend(fresh)
        self._shown.update(map(case_of, fresh))
        self.endInsertRows()
        self._arrange(coming)

    def _hide_but(self, wanted: Collection[str]) -> None:
        stay = [key for key in self._order if case_of(key) in wanted]
        if len(stay) == len(self._order):
            return
        runs = list(self._runs_gone(wanted))
        if len(runs) > FEW_RUNS:
            gone = [key for key in self._order if case_of(key) not in wanted]
            self._arrange([*stay, *gone])
            runs = [(len(stay), len(self._order) - 1)]
        for first, last in reversed(runs):
            self._remove(first, last)

    def _runs_gone(self, wanted: Collection[str]) -> Iterator[tuple[int, int]]:
        first = -1
        for row, key in enumerate(self._order):
            if case_of(key) not in wanted:
                first = row if first < 0 else first
            elif first >= 0:
                yield first, row - 1
                first = -1
        if first >= 0:
            yield first, len(self._order) - 1

    def _runs_of(self, keys: Sequence[Key]) -> Iterator[int]:
        """The rows at which runs of these sorted keys come in; no more than matter."""
        before, runs = -1, 0
        for key in keys:
            at = bisect_left(self._order, key)
            if at != before:
                before, runs = at, runs + 1
                yield at
                if runs > FEW_RUNS:
                    return

    def _arrange(self, order: list[Key]) -> None:
        """The same rows in another order; what views hold on to stays with its case."""
        held = self._hold()
        self._order = order
        self._let_go(held)

    def _hold(self) -> list[tuple[QModelIndex, str]]:
        self.layoutAboutToBeChanged.emit()
        return [(one, self.case_at(one.row())) for one in self.persistentIndexList()]

    def _let_go(self, held: list[tuple[QModelIndex, str]]) -> None:
        wanted = {case for _, case in held}
        rows = {
            case: row for row, key in enumerate(self._order) if (case := case_of(key)) in wanted
        }
        new = [self.index(rows[case], old.column()) for old, case in held]
        self.changePersistentIndexList([old for old, _ in held], new)
        self.layoutChanged.emit()

    # ---- one of them ----------------------------------------------------------------------

    def _rank(self, key: Key) -> Key | None:
        """Take in a line's key; returns the one it had."""
        case = case_of(key)
        old = self._keys.get(case)
        if old != key:
            self._unrank(old)
            insort(self._whole, key)
        self._keys[case] = key
        return old

    def _unrank(self, key: Key | None) -> None:
        if key is not None:
            del self._whole[bisect_left(self._whole, key)]

    def _forget(self, case: str) -> None:
        """A line is no more."""
        self._hide(case)
        self._unrank(self._keys.pop(case, None))

    def _hide(self, case: str) -> None:
        row = self.row_of(case)
        if row >= 0:
            self._remove(row, row)

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        self._shown.difference_update(map(case_of, self._order[first : last + 1]))
        del self._order[first : last + 1]
        self.endRemoveRows()

    def _insert_all(self, keys: Sequence[Key]) -> None:
        """Insert sorted keys, one signal for each run of neighbours."""
        while keys:
            row = bisect_left(self._order, keys[0])
            below = self._order[row] if row < len(self._order) else None
            run = len(keys) if below is None else bisect_left(keys, below)
            self.beginInsertRows(QModelIndex(), row, row + run - 1)
            self._order[row:row] = keys[:run]
            self._shown.update(map(case_of, keys[:run]))
            self.endInsertRows()
            keys = keys[run:]

    def _move(self, row: int, new: Key) -> int:
        """Another key for a row; returns the row where it is now."""
        to = bisect_left(self._order, new)
        moved = to not in (row, row + 1)
        if moved:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to)
        del self._order[row]
        at = to - 1 if to > row else to
        self._order.insert(at, new)
        if moved:
            self.endMoveRows()
        return at
