"""One table of the administration window: lines that are edited before they are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from commandcenter.domain.table_checks import check
from commandcenter.domain.table_checks_coordination import doubts
from commandcenter.domain.tables import (
    Fault,
    Known,
    Table,
    Tables,
    columns,
    key_columns,
    key_of,
    kinds,
    may_go,
    read,
    texts,
    turned,
)
from ui.models.admin_words import fault_text, heads, wording
from ui.models.rows import HEADS
from ui.palette import colours
from ui.theme import icon
from ui.words import say

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
NOWHERE = QModelIndex()
FIXED = {(Table.DAYS, "origin")}
"""Columns that nobody types."""

FREE = {(Table.SCRIPTS, f"ask_{at}") for at in range(1, 6)}
"""Columns that offer words and take any text."""

EMPTY = {(Table.RUN_CARDS, "level")}
"""Columns of one of several words that may be empty."""

ADDED, MARKED = "+", "-"
"""Steps that are no edit of a cell: a new line, a mark to remove."""


@dataclass(slots=True, eq=False)
class Row:
    """A line as it is being edited: cells in codes, the line as seen (None for a new one)."""

    cells: dict[str, str]
    seen: Any = None
    gone: bool = False
    faults: dict[str, Fault] = field(default_factory=dict)
    line: Any = None

    @property
    def touched(self) -> bool:
        """Whether it differs from what was seen."""
        return self.gone or self.seen is None or self.line != self.seen


class AdminModel(QAbstractTableModel):
    """Cells show words and take words or codes; the last column says what is wrong."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        """Empty until load."""
        super().__init__(parent)
        self.table = table
        self.names = columns(table)
        self.words: dict[str, dict[str, str]] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self._heads = heads(table)
        self._known = Known()
        self._rows: list[Row] = []
        self._done: list[tuple[Row, str, str]] = []
        self._odd: dict[int, dict[str, Fault]] = {}

    # ---- what the panel asks --------------------------------------------------------------

    def load(self, tables: Tables, keep: bool = True) -> None:
        """Show the lines as they are now; edits stay unless `keep` is false."""
        edits = {_key(self.table, row): row for row in self._rows if row.touched} if keep else {}
        self._known, self.words = tables.known(), wording(self.table, tables)
        self._codes = {
            name: {word: code for code, word in one.items()} for name, one in self.words.items()
        }
        present = {key_of(self.table, one): one for one in tables.lines(self.table)}
        rows = [edits.pop(key, None) or self._fresh(one) for key, one in present.items()]
        rows += [row for row in edits.values() if not row.gone]
        for row in rows:
            now = present.get(_key(self.table, row))
            row.line, _ = read(self.table, row.cells)
            if now is not None and row.line == now and not row.gone:
                row.seen = now  # it was given, or another did the same
        self._put(rows)

    def _put(self, rows: list[Row]) -> None:
        """Take the rows; where the keys are the same only the cells are told anew."""
        same = [_key(self.table, one) for one in rows] == [_key(self.table, r) for r in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        for row in rows:
            self._judge(row)
        alive = {id(row) for row in rows if row.touched}
        self._done = [step for step in self._done if id(step[0]) in alive]
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.names)))

    def changes(self) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """Lines as they shall be and as they were seen, of what was touched."""
        touched = [row for row in self._rows if row.touched]
        rows = tuple(row.line for row in touched if not row.gone)
        return rows, tuple(row.seen for row in touched if row.seen is not None)

    def count(self) -> tuple[int, int]:
        """How many lines were touched, and how many of them are wrong."""
        touched = [row for row in self._rows if row.touched and not row.gone]
        gone = sum(row.gone for row in self._rows)
        return len(touched) + gone, sum(bool(row.faults) for row in touched)

    def touched(self) -> list[Any]:
        """The lines that were touched, as they shall be."""
        return [row.line for row in self._rows if row.touched]

    def good(self, at: int) -> Any:
        """The line at a row as it shall be, None where a cell is wrong or it goes."""
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        return None if row is None or row.faults or row.gone else row.line

    def good_ones(self) -> list[Any]:
        """The lines that were touched and are good, as they shall be."""
        return [one.line for one in self._rows if one.touched and not (one.faults or one.gone)]

    def first_fault(self) -> QModelIndex:
        """The first cell that is wrong."""
        for at, row in enumerate(self._rows):
            if row.touched and row.faults and not row.gone:
                return self.index(at, self.names.index(next(iter(row.faults))))
        return QModelIndex()

    def add(self) -> QModelIndex:
        """A new line at the end, its first cell to be filled in."""
        at = len(self._rows)
        self.beginInsertRows(NOWHERE, at, at)
        row = Row(_blank(self.table))
        self._judge(row)
        self._rows.append(row)
        self._done.append((row, ADDED, ""))
        self.endInsertRows()
        return self.index(at, 0)

    def remove(self, at: int) -> bool:
        """Drop a new line, mark one that may go, or take the mark away; False when it stays."""
        row = self._rows[at]
        if row.seen is None:
            self.beginRemoveRows(NOWHERE, at, at)
            del self._rows[at]
            self._odd.clear()
            self._done = [step for step in self._done if step[0] is not row]
            self.endRemoveRows()
            return True
        if not may_go(self.table, row.seen):
            return False
        row.gone = not row.gone
        self._odd.clear()
        self._done.append((row, MARKED, ""))
        self._tell(at)
        return True

    def undo(self) -> QModelIndex:
        """Take back the newest edit; where it was, or an invalid index when there is none."""
        if not self._done:
            return QModelIndex()
        row, name, before = self._done.pop()
        at = self._rows.index(row)
        if name == ADDED:
            self.remove(at)
            return self.index(min(at, len(self._rows) - 1), 0)
        if name == MARKED:
            row.gone = not row.gone
            self._odd.clear()
        else:
            row.cells[name] = before
            self._judge(row)
        self._tell(at)
        return self.index(at, self.names.index(name) if name in self.names else 0)

    # ---- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.names) + 1

    def headerData(self, section: int, way: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if way is not Qt.Orientation.Horizontal or role not in HEADS:
            return None
        if section >= len(self.names):
            return self.tr("问题")
        return self._heads[self.names[section]]

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or index.column() >= len(self.names):
            return base if index.isValid() else Qt.ItemFlag.NoItemFlags
        name, row = self.names[index.column()], self._rows[index.row()]
        fixed = row.seen is not None and name in key_columns(self.table)
        if fixed or row.gone or (self.table, name) in FIXED:
            return base
        return base | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() >= len(self.names):
            return self._problem(row, role)
        name = self.names[index.column()]
        if role in (ROLE.DisplayRole, ROLE.EditRole):
            return turned(self.table, name, row.cells[name], self.words.get(name, {}))
        if role == ROLE.ForegroundRole:
            return QBrush(colours().colour(self._tone(row, name)))
        if role == ROLE.DecorationRole and index.column() == 0:
            return self._sign(row)
        if role == ROLE.FontRole and row.gone:
            struck = QFont()
            struck.setStrikeOut(True)
            return struck
        if role == ROLE.ToolTipRole:
            told = row.faults.get(name) or self._doubts(row).get(name)
            return None if told is None else self.said(told)
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        if role != ROLE.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        row, name = self._rows[index.row()], self.names[index.column()]
        typed = " ".join(str(value).split())
        cell = turned(self.table, name, typed, self._codes.get(name, {}))
        if cell != row.cells[name]:
            self._done.append((row, name, row.cells[name]))
            row.cells[name] = cell
            self._judge(row)
            self._tell(index.row())
        return True

    def choices(self, column: int) -> list[str]:
        """The words of a column that holds one of several codes; none for free text."""
        name = self.names[column]
        words = list(self.words.get(name, {}).values())
        if (self.table, name) in FREE or kinds(self.table)[name] not in (str, bool) or not words:
            return []
        return [""] * ((self.table, name) in EMPTY or name in ("unit", "team")) + words

    def hints(self, column: int) -> list[str]:
        """The words of a column that holds several."""
        return list(self.words.get(self.names[column], {}).values())

    def several(self, column: int) -> bool:
        """Whether a cell of the column holds several texts."""
        return kinds(self.table)[self.names[column]] not in (str, bool)

    def said(self, fault: Fault) -> str:
        """A fault in words."""
        known = {code: word for one in self.words.values() for code, word in one.items()}
        return fault_text(fault, known)

    def _problem(self, row: Row, role: int) -> Any:
        if role == ROLE.DisplayRole or role == ROLE.ToolTipRole:
            if row.gone:
                return self.tr("将删除")
            told = [
                f"{self._heads[name]}{say('：')}{self.said(one)}"
                for name, one in row.faults.items()
            ]
            if not told and row.touched:
                new = row.seen is None
                told.append(self.tr("＋ 新行，未保存") if new else self.tr("± 已改，未保存"))
            odd = self._doubts(row)
            told += [
                f"▲ {self._heads[name]}{say('：')}{self.said(one)}" for name, one in odd.items()
            ]
            return "\n".join(told) if role == ROLE.ToolTipRole else (told[0] if told else "")
        if role == ROLE.ForegroundRole:
            tone = "danger" if row.faults else "accent"
            tone = "warning" if self._doubts(row) and not row.touched else tone
            return QBrush(colours().colour("warning" if row.gone else tone))
        return None

    def _sign(self, row: Row) -> Any:
        """Before a line whose faults or doubts may stand beyond the edge of the screen."""
        meaning = "check.fail" if row.faults else "lamp.yellow" if self._doubts(row) else ""
        return icon(meaning) if meaning else None

    def _tone(self, row: Row, name: str) -> str:
        if name in row.faults:
            return "danger"
        if row.gone:
            return "dim"
        if name in self._doubts(row):
            return "warning"
        if row.seen is None or texts(self.table, row.seen)[name] != row.cells[name]:
            return "accent"
        fixed = name in key_columns(self.table) or (self.table, name) in FIXED
        return "dim" if fixed else "text"

    def _fresh(self, line: Any) -> Row:
        return Row(texts(self.table, line), seen=line)

    def _doubts(self, row: Row) -> dict[str, Fault]:
        """What is odd about a good run card, by column; found anew after an edit of any."""
        if self.table is not Table.RUN_CARDS or row.faults or row.gone:
            return {}
        if id(row) not in self._odd:
            cards = [one.line for one in self._rows if not one.faults and not one.gone]
            odd = doubts(row.line, cards, self._known)
            self._odd[id(row)] = {one.column: one for one in odd}
        return self._odd[id(row)]

    def _judge(self, row: Row) -> None:
        self._odd.clear()
        row.line, unread = read(self.table, row.cells)
        found = {one.column: one for one in (*check(self.table, row.line, self._known), *unread)}
        doubled = row.seen is None and any(
            other is not row and _key(self.table, other) == _key(self.table, row)
            for other in self._rows
        )
        if doubled:
            key = key_columns(self.table)[0]
            found.setdefault(key, Fault(key, "line_doubled", {"key": _key(self.table, row)}))
        row.faults = {name: found[name] for name in self.names if name in found}

    def _tell(self, at: int) -> None:
        """A line's cells were changed; a run card may make another doubtful."""
        whole = self.table is Table.RUN_CARDS
        first, last = (0, len(self._rows) - 1) if whole else (at, at)
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.names)))


def _key(table: Table, row: Row) -> str:
    return "/".join(row.cells[name] for name in key_columns(table))


def _blank(table: Table) -> dict[str, str]:
    """A new line's cells: what the line has by default."""
    cells = dict.fromkeys(key_columns(table), "")
    line, _ = read(table, cells)
    return texts(table, line)
