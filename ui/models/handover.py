"""The open cases of a handover, row by row: how each was taken, what changed, what it waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commandcenter.services.handover_views import HandoverItemView, HandoverView
from ui.models.rows import NOWHERE, show_rows
from ui.words import say

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
FAR = datetime.max.replace(tzinfo=UTC)
TAKEN: dict[str, tuple[str, str, str]] = {
    # how it stands: (sign, word, colour token)
    "draft": ("", "", "dim"),
    "taken": ("✓", "已确认", "ok"),
    "open": ("○", "未确认", "warning"),
    "asked": ("？", "有提问", "urgent"),
    "again": ("↻", "再确认", "urgent"),
    "late": ("⊕", "新到", "urgent"),
}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One case and how the incoming person stands to it: a key of TAKEN."""

    view: HandoverItemView
    taken: str

    @property
    def case(self) -> str:
        """The case's id."""
        return self.view.item.case

    @property
    def told(self) -> str:
        """✓ 已确认, ○ 未确认 …: the sign and the word."""
        sign, text, _ = TAKEN[self.taken]
        return f"{sign} {say(text)}".strip() if text else ""


def rows_of(view: HandoverView) -> list[ItemRow]:
    """The rows in order: what is due first, late arrivals behind all others."""
    waits = set(view.unacknowledged)
    found = [ItemRow(one, _taken(view, one, waits)) for one in view.parts.items]
    return sorted(found, key=lambda row: (row.view.item.late, row.view.item.due or FAR, row.case))


def _taken(view: HandoverView, one: HandoverItemView, waits: set[str]) -> str:
    if view.handover is None:
        return "draft"
    if one.item.case not in waits:
        return "taken"
    if one.item.question and not one.changed:
        return "asked"
    if one.changed == ("late",):
        return "late"
    return "again" if one.changed else "open"


class HandoverModel(QAbstractListModel):
    """Rows in the order given; a new load changes, adds and removes rows, never resets."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[ItemRow] = []

    def load(self, rows: Sequence[ItemRow]) -> None:
        """Show these rows."""
        show_rows(self, self._rows, rows)

    def row(self, at: int) -> ItemRow | None:
        """The row at a place, None outside."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def row_of(self, case: str) -> int:
        """Where a case stands, -1 when nowhere."""
        return next((at for at, one in enumerate(self._rows) if one.case == case), -1)

    def next_open(self, after: int) -> int:
        """The next row behind a place that waits for a word, from the top again; -1 for none."""
        count = len(self._rows)
        order = [(after + step) % count for step in range(1, count + 1)] if count else []
        return next((at for at in order if self._rows[at].taken not in ("taken", "draft")), -1)

    def progress(self) -> tuple[int, int]:
        """How many are taken, of how many."""
        return sum(one.taken == "taken" for one in self._rows), len(self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        item = row.view.item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.number or item.place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.told} {item.number or ''} {item.place}".strip()
        return None
