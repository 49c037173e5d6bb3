"""Rows of a flat model made others in place: changed, added and removed at the end, never reset."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

Row = TypeVar("Row")
NOWHERE = QModelIndex()
HEADS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
"""A head of a column says its word, and says it whole under the mouse where it is cut."""


def show_rows(
    model: QAbstractItemModel, held: list[Row], wanted: Sequence[Row], last: int = 0
) -> None:
    """Make the rows that this model holds the wanted ones, so that selection and scroll stay.

    `last` is the number of its last column.
    """
    same = min(len(wanted), len(held))
    for at in range(same):
        if held[at] != wanted[at]:
            held[at] = wanted[at]
            model.dataChanged.emit(model.index(at, 0), model.index(at, last))
    if len(wanted) > same:
        model.beginInsertRows(NOWHERE, same, len(wanted) - 1)
        held.extend(wanted[same:])
        model.endInsertRows()
    elif len(held) > same:
        model.beginRemoveRows(NOWHERE, same, len(held) - 1)
        del held[same:]
        model.endRemoveRows()
