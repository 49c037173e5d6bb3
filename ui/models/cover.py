"""Who covers each grid now: a Qt model, first grids without a member, then none on shift."""

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
from ui.models.rows import HEADS
from ui.theme import colours, row
from ui.words import say

Index = QModelIndex | QPersistentModelIndex
TITLES = ("网格", "名称", "在岗网格员")
GRID, NAME, MEMBERS = range(3)
COVERS = frozenset({Role.GRID_MEMBER})
NOBODY, OFF_SHIFT, COVERED = range(3)
TOKENS = {NOBODY: "lamp_red", OFF_SHIFT: "lamp_yellow", COVERED: "text"}
ICONS = {NOBODY: "lamp.red", OFF_SHIFT: "lamp.yellow", COVERED: "team.free"}


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
        self._order = sorted((NOBODY, code) for code in self._grids)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cover, code = self._order[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(code, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            members = index.column() == MEMBERS
            return colours().colour(TOKENS[cover] if members else "text")
        if role == Qt.ItemDataRole.DecorationRole and index.column() == MEMBERS:
            return shown_icon(ICONS[cover])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(code)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, row())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in HEADS:
            return QCoreApplication.translate("CoverModel", TITLES[section])
        return None

    @property
    def uncovered(self) -> int:
        """How many grids nobody on shift covers now, those without a member included."""
        return bisect_left(self._order, (COVERED, ""))

    @property
    def unstaffed(self) -> int:
        """How many grids have no member at all."""
        return bisect_left(self._order, (OFF_SHIFT, ""))

    def code(self, row: int) -> str:
        """The code of the grid in a row."""
        return self._order[row][1]

    def row_of(self, code: str) -> int:
        """The row of a grid by code; -1 when it is not listed."""
        if code not in self._grids:
            return -1
        return bisect_left(self._order, (self._cover(code), code))

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
        self._order = sorted((self._cover(code), code) for code in self._grids)
        self.endResetModel()

    def apply(self, changes: Changes) -> None:
        """Take in changed people: their grids are painted anew and move if cover changed."""
        for person in changes.people:
            old = self._people.get(person.id)
            touched = {code for one in (old, person) if one for code in one.grids}
            was = {code: self._cover(code) for code in touched & set(self._grids)}
            if old is not None:
                self._forget(old)
            self._learn(person)
            for code in was:
                self._place(code, was[code])

    def refer(
        self, grids: Iterable[Grid], names: Mapping[str, str], phones: Mapping[str, str]
    ) -> None:
        """Tables were changed: names anew, new grids come in, void ones leave."""
        self._names, self._phones = names, phones
        now = {one.code: one for one in grids if one.void_reason is None}
        for code in sorted(self._grids.keys() - now.keys()):
            row = self.row_of(code)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._order[row], self._grids[code], self._members[code]
            self.endRemoveRows()
        for code in sorted(now.keys() - self._grids.keys()):
            self._members[code] = {one.id for one in self._people.values() if code in one.grids}
            place = (self._cover(code), code)
            row = bisect_left(self._order, place)
            self.beginInsertRows(QModelIndex(), row, row)
            self._grids[code] = now[code]
            self._order.insert(row, place)
            self.endInsertRows()
        self._grids = now
        if now:
            self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, len(TITLES) - 1))

    def _learn(self, person: Person) -> None:
        if person.holds(COVERS):
            self._people[person.id] = person
            for code in person.grids:
                if code in self._members:
                    self._members[code].add(person.id)

    def _forget(self, person: Person) -> None:
        for code in person.grids:
            self._members.get(code, set()).discard(person.id)

    def _cover(self, code: str) -> int:
        members = [self._people[one] for one in self._members[code]]
        if any(one.on_shift for one in members):
            return COVERED
        return OFF_SHIFT if members else NOBODY

    def _place(self, code: str, was: int) -> None:
        row, new = bisect_left(self._order, (was, code)), (self._cover(code), code)
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
        cover, members = self._cover(code), self.members(code)
        shown = [one for one in members if one.on_shift or cover == OFF_SHIFT]
        said = words.listed(self._names.get(one.id, one.id) for one in shown)
        if cover == COVERED:
            return said
        return say("离岗：{who}").format(who=said) if cover == OFF_SHIFT else say("无网格员")

    def _tip(self, code: str) -> str:
        grid = self._grids[code]
        community = self._names.get(grid.community, grid.community)
        rows = [grid.name + words.bracketed(words.word(grid.kind)), code, community]
        for one in self.members(code):
            state = say("在岗") if one.on_shift else say("离岗")
            name, phone = self._names.get(one.id, one.id), self._phones.get(one.id, "")
            rows.append(f"{name} {state} {phone}".rstrip())
        return "\n".join(rows)
