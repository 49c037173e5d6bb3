"""A table that is only read: rows of text with a key, for accounts and the history of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from ui.models.rows import HEADS, NOWHERE, show_rows
from ui.palette import colours

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PlainRow:
    """Texts by column, and the theme's token of their colour."""

    key: str
    cells: tuple[str, ...]
    tone: str = "text"


class PlainModel(QAbstractTableModel):
    """What it shows is asked anew after a change."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        """Empty until load."""
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: list[PlainRow] = []

    def load(self, rows: Sequence[PlainRow]) -> None:
        """Show these rows."""
        show_rows(self, self._rows, rows, len(self._heads) - 1)

    def row(self, at: int) -> PlainRow | None:
        """The row at a place, None outside."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Where a key stands, -1 when nowhere."""
        return next((at for at, one in enumerate(self._rows) if one.key == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way is Qt.Orientation.Horizontal and role in HEADS:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(colours().colour(row.tone))
        return None
