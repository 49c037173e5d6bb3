"""A short list to choose from: items, places, people; each with the reason it is offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.models.rows import NOWHERE, show_rows
from ui.words import say

NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
CHOICE_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its key, how it reads, why it is offered, and what stands behind it.

    `tone` is a colour token of the theme; `mark` is "on" or "off" where a box is drawn.
    """

    key: str
    text: str
    note: str = ""
    value: object = None
    tone: str = ""
    mark: str = ""


def ticked(mark: str) -> str:
    """What a drawn box says to who does not see it; "" without a box."""
    return {"on": say("已勾选"), "off": say("未勾选")}.get(mark, "")


class ChoiceModel(QAbstractListModel):
    """Choices in the order given; a new load changes, adds and removes rows, never resets."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[Choice] = []

    def load(self, choices: Sequence[Choice]) -> None:
        """Show these choices."""
        show_rows(self, self._rows, choices)

    def choices(self) -> tuple[Choice, ...]:
        """All rows."""
        return tuple(self._rows)

    def choice(self, row: int) -> Choice | None:
        """The choice in a row, None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choice(index.row()) if index.isValid() else None
        if choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{choice.text}  {choice.note}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{ticked(choice.mark)} {choice.text}  {choice.note}".strip()
        if role == NOTE_ROLE:
            return choice.note
        return choice if role == CHOICE_ROLE else None
