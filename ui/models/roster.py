"""The roster as a Qt model: units, their teams and officers; changed node by node after load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import cache
from itertools import count
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon

from commandcenter.domain.person import Officer, Team, Unit
from commandcenter.services.views import Board, CaseLine, Changes
from ui.models.roster_cells import (
    Cell,
    Column,
    officer_cell,
    officer_tip,
    team_cell,
    team_tip,
    unit_cell,
)
from ui.models.rows import HEADS
from ui.theme import colours, icon, row

Index = QModelIndex | QPersistentModelIndex
_TITLES = {
    Column.NAME: "队伍、人员",
    Column.STATUS: "状态",
    Column.CERTIFICATE: "执法证",
    Column.CASE: "在办",
    Column.GEAR: "车辆、记录仪",
}


@dataclass(slots=True, eq=False)
class Node:
    """A place in the tree: the value shown there, its parent and children."""

    serial: int
    value: Unit | Team | Officer | None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)


@cache
def shown_icon(meaning: str) -> QIcon:
    """The icon of a meaning; made once, it follows the theme by itself."""
    return icon(meaning)


class RosterModel(QAbstractItemModel):
    """Units (those with teams first), teams and officers below them by id."""

    def __init__(
        self,
        units: Iterable[Unit],
        names: Mapping[str, str],
        phones: Mapping[str, str],
        now: Callable[[], datetime],
        zone: tzinfo,
        parent: QObject | None = None,
    ) -> None:
        """The units stand from the start; `now` gives UTC, `zone` the street's days."""
        super().__init__(parent)
        self._names, self._phones, self._now, self._zone = names, phones, now, zone
        self._nodes: dict[int, Node] = {}
        self._at: dict[str, Node] = {}
        self._numbers: dict[str, str] = {}
        self._serials = count(1)
        self._root = Node(0, None)
        for unit in units:
            self._root.children.append(self._node(unit, self._root))

    # ---- what Qt asks ---------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._of(parent).children[row].serial)

    def parent(self, child: Index = QModelIndex()) -> Any:  # noqa: B008
        above = self._of(child).parent
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._of(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node, column = self._of(index), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(node, column).text
        if role == Qt.ItemDataRole.ForegroundRole:
            return colours().colour(self.cell(node, column).token)
        if role == Qt.ItemDataRole.DecorationRole:
            meaning = self.cell(node, column).icon
            return shown_icon(meaning) if meaning else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(node)
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
            return QCoreApplication.translate("RosterModel", _TITLES[Column(section)])
        return None

    # ---- what the panel asks --------------------------------------------------------------

    def value(self, index: Index) -> Unit | Team | Officer | None:
        """The unit, team or officer at an index."""
        return self._of(index).value

    def index_of(self, key: str) -> QModelIndex:
        """Where a unit, team or officer stands, by id; invalid when unknown."""
        node = self._at.get(key)
        return QModelIndex() if node is None else self._index(node)

    def number(self, case: str | None) -> str:
        """The number of a team's case, "" while none is known."""
        return self._numbers.get(case or "", "")

    def cell(self, node: Node, column: Column) -> Cell:
        """What a node says in a column."""
        value, now = node.value, self._now()
        if isinstance(value, Unit):
            return unit_cell(value, self._crew(node), column)
        if isinstance(value, Team):
            number = self.number(value.case)
            return team_cell(value, self._crew(node), column, now, self._zone, number)
        assert isinstance(value, Officer)
        name = self._names.get(value.id, value.id)
        return officer_cell(value, name, column, now.astimezone(self._zone).date())

    # ---- what changes ---------------------------------------------------------------------

    def load(self, board: Board) -> None:
        """Show a board; the only reset."""
        self.beginResetModel()
        led = {team.unit for team in board.teams}
        units = [node.value for node in self._root.children]
        units.sort(key=lambda unit: unit is None or unit.id not in led)
        self._nodes, self._at = {}, {}
        self._root.children = [self._node(unit, self._root) for unit in units]
        self._learn(board.cases)
        below: list[Team | Officer] = sorted(board.teams, key=_key)
        below += sorted(board.officers, key=_key)
        for value in below:
            above = self._above(value)
            above.children.append(self._node(value, above))
        self.endResetModel()

    def apply(self, changes: Changes) -> None:
        """Take in changed teams, officers and case numbers."""
        renumbered = self._learn(changes.cases)
        for team in changes.teams:
            self._put(team)
        for officer in changes.officers:
            self._put(officer)
        for node in list(self._at.values()):
            if isinstance(node.value, Team) and node.value.case in renumbered:
                self._repaint(node)

    def refer(
        self, units: Iterable[Unit], names: Mapping[str, str], phones: Mapping[str, str]
    ) -> None:
        """Tables were changed: new units come, names and telephones are told anew."""
        self._names, self._phones = names, phones
        for unit in units:
            node = self._at.get(unit.id)
            if node is not None:
                node.value = unit
            else:
                self._found(unit)
        for node in list(self._at.values()):
            self._repaint(node)

    def _found(self, unit: Unit) -> None:
        """A new unit, below the others; teams that came before it move under it."""
        row = sum(isinstance(one.value, Unit) for one in self._root.children)
        self.beginInsertRows(QModelIndex(), row, row)
        self._root.children.insert(row, self._node(unit, self._root))
        self.endInsertRows()
        for node in list(self._root.children):
            if isinstance(node.value, Team | Officer) and node.value.unit == unit.id:
                self._put(node.value)

    def tick(self) -> None:
        """Time passed: the times since of the teams are painted anew."""
        for node in self._at.values():
            if isinstance(node.value, Team):
                self._repaint(node)

    def _learn(self, lines: Iterable[CaseLine]) -> set[str]:
        fresh = {one.id: one.number for one in lines if one.number}
        changed = {case for case, number in fresh.items() if self._numbers.get(case) != number}
        self._numbers.update(fresh)
        return changed

    def _put(self, value: Team | Officer) -> None:
        node, above = self._at.get(value.id), self._above(value)
        if node is not None and node.parent is above:
            node.value = value
            self._repaint(node)
        else:
            if node is not None:
                self._take_out(node)
            self._put_in(value, above)
            self._gather(value)
        while above.parent is not None:
            self._repaint(above)
            above = above.parent

    def _put_in(self, value: Team | Officer, above: Node) -> None:
        row = sum(_rank(other.value) < _rank(value) for other in above.children)
        self.beginInsertRows(self._index(above), row, row)
        above.children.insert(row, self._node(value, above))
        self.endInsertRows()

    def _gather(self, team: Team | Officer) -> None:
        """A team's officers who were known before it come under it."""
        for node in list(self._at.values()):
            value = node.value
            if isinstance(value, Officer) and value.team == team.id:
                self._put(value)

    def _take_out(self, node: Node) -> None:
        """A team's crew goes to the unit meanwhile."""
        above = node.parent
        assert above is not None and node.value is not None
        crew = [child.value for child in node.children if isinstance(child.value, Officer)]
        row = above.children.index(node)
        self.beginRemoveRows(self._index(above), row, row)
        del above.children[row]
        for gone in (node, *node.children):
            assert gone.value is not None
            del self._at[gone.value.id], self._nodes[gone.serial]
        self.endRemoveRows()
        for officer in crew:
            self._put_in(officer, self._above(officer))

    def _repaint(self, node: Node) -> None:
        first = self._index(node)
        self.dataChanged.emit(first, first.siblingAtColumn(len(Column) - 1))

    # ---- the tree -------------------------------------------------------------------------

    def _node(self, value: Unit | Team | Officer | None, parent: Node) -> Node:
        assert value is not None
        serial = next(self._serials)
        node = self._nodes[serial] = self._at[value.id] = Node(serial, value, parent)
        return node

    def _of(self, index: Index) -> Node:
        return self._nodes[int(index.internalId())] if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.serial)

    def _above(self, value: Team | Officer | Any) -> Node:
        """The node a team or officer belongs under; the root for a unit nobody knows."""
        keys = (value.team, value.unit) if isinstance(value, Officer) else (value.unit,)
        return next((self._at[key] for key in keys if key and key in self._at), self._root)

    def _crew(self, node: Node) -> list[Officer]:
        found = [child.value for child in node.children if isinstance(child.value, Officer)]
        for child in node.children:
            if isinstance(child.value, Team):
                found += self._crew(child)
        return found

    def _tip(self, node: Node) -> str:
        value, now = node.value, self._now()
        if isinstance(value, Team):
            return team_tip(value, self._names, now, self.number(value.case))
        if isinstance(value, Officer):
            name, phone = self._names.get(value.id, value.id), self._phones.get(value.id, "")
            return officer_tip(value, name, phone, now.astimezone(self._zone).date())
        assert isinstance(value, Unit)
        return f"{value.name}\n{value.phone or ''}".strip()


def _key(value: Team | Officer) -> str:
    return value.id


def _rank(value: Unit | Team | Officer | None) -> tuple[int, str]:
    """Units, then teams, then officers, each by id."""
    order = {Unit: 0, Team: 1, Officer: 2}
    return (order[type(value)], value.id) if value is not None else (0, "")
