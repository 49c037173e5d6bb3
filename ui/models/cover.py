"""Who covers each grid now: a Qt model with the uncovered grids first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from commandcenter.domain.grid import Grid
from commandcenter.domain.person import Person
from commandcenter.domain.roles import Role
from commandcenter.services.views import Board, Changes
from ui import words
from ui.models.roster import shown_icon
from ui.theme import ROW, colours
from ui.words import say

Index = QModelIndex | QPersistentModelIndex
TITLES = ("网格", "名称", "在岗网格员")
GRID, NAME, MEMBERS = range(3)
COVERS = frozenset({Role.GRID_MEMBER})


class CoverModel(QAbstractTableModel):
    """One row a grid that is in use; a void code is not a grid to cover."""

    def __init__(
        self,
        grids: Iterable[Grid],
        names: Mapping[str, str],
        phones: Mapping[str, str],
        parent: QObject | None = None,
    ) -> None:
        """Every grid is uncovered until load(board)."""
        super().__init__(parent)
        self._names, self._phones = names, phones
        self._grids = {one.code: one for one in grids if one.void_reason is None}
        self._people: dict[str, Person] = {}
        self._members: dict[str, set[str]] = {code: set() for code in self._grids}
        self._order = sorted((False, code) for code in self._grids)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        covered, code = self._order[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(code, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            dim = index.column() == NAME
            return colours().colour("lamp_red" if not covered else "dim" if dim else "text")
        if role == Qt.ItemDataRole.DecorationRole and index.column() == MEMBERS:
            return shown_icon("team.free" if covered else "lamp.red")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(code)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, ROW)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("CoverModel", TITLES[section])
        return None

    @property
    def uncovered(self) -> int:
        """How many grids nobody on shift covers."""
        return bisect_left(self._order, (True, ""))

    def code(self, row: int) -> str:
        """The code of the grid in a row."""
        return self._order[row][1]

    def row_of(self, code: str) -> int:
        """The row of a grid by code; -1 when it is not listed."""
        if code not in self._grids:
            return -1
        return bisect_left(self._order, (self._covered(code), code))

    def members(self, code: str) -> list[Person]:
        """The grid members of a grid, those on shift first."""
        found = [self._people[one] for one in sorted(self._members[code])]
        return sorted(found, key=lambda one: not one.on_shift)

    def load(self, board: Board) -> None:
        """Show who covers what; the only reset."""
        self.beginResetModel()
        self._people = {}
        self._members = {code: set() for code in self._grids}
        for person in board.people:
            self._learn(person)
        self._order = sorted((self._covered(code), code) for code in self._grids)
        self.endResetModel()

    def apply(self, changes: Changes) -> None:
        """Take in changed people: their grids are painted anew and move if cover changed."""
        for person in changes.people:
            old = self._people.get(person.id)
            touched = {code for one in (old, person) if one for code in one.grids}
            was = {code: self._covered(code) for code in touched & set(self._grids)}
            if old is not None:
                self._forget(old)
            self._learn(person)
            for code in was:
                self._place(code, was[code])

    def _learn(self, person: Person) -> None:
        if person.holds(COVERS):
            self._people[person.id] = person
            for code in person.grids:
                if code in self._members:
                    self._members[code].add(person.id)

    def _forget(self, person: Person) -> None:
        for code in person.grids:
            self._members.get(code, set()).discard(person.id)

    def _covered(self, code: str) -> bool:
        return any(self._people[one].on_shift for one in self._members[code])

    def _place(self, code: str, was: bool) -> None:
        row, new = bisect_left(self._order, (was, code)), (self._covered(code), code)
        to = bisect_left(self._order, new)
        moved = to not in (row, row + 1)
        if moved:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to)
        del self._order[row]
        at = to - 1 if to > row else to
        self._order.insert(at, new)
        if moved:
            self.endMoveRows()
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(TITLES) - 1))

    def _text(self, code: str, column: int) -> str:
        grid = self._grids[code]
        if column == GRID:
            return words.short_grid(code)
        if column == NAME:
            return grid.name
        on = [one for one in self.members(code) if one.on_shift]
        return "、".join(self._names.get(one.id, one.id) for one in on) or say("无人在岗")

    def _tip(self, code: str) -> str:
        grid = self._grids[code]
        community = self._names.get(grid.community, grid.community)
        rows = [f"{grid.name}（{words.word(grid.kind)}）", code, community]
        for one in self.members(code):
            state = say("在岗") if one.on_shift else say("离岗")
            name, phone = self._names.get(one.id, one.id), self._phones.get(one.id, "")
            rows.append(f"{name} {state} {phone}".rstrip())
        return "\n".join(rows)
