"""The month of duties as a table one types into; what is typed goes to the Desk first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont

from commandcenter.domain.duty import NEVER, DutyState, Post
from ui.models.duty_rows import DutyRow
from ui.models.rows import NOWHERE, show_rows
from ui.palette import colours
from ui.words import STREET_ZONE, say, word
from ui.words.rosters import (
    SIGNS,
    day_text,
    fault_text,
    people_text,
    shift_name,
    short_fault,
    state_text,
)

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
POSTS = tuple(Post)
DAY, SHIFT, FIRST_POST = 0, 1, 2
STATE = FIRST_POST + len(POSTS)


class DutyModel(QAbstractTableModel):
    """Rows are shifts of days, columns posts; `typed` carries row, post and the text."""

    typed = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until load()."""
        super().__init__(parent)
        self._rows: list[DutyRow] = []
        self._names: Mapping[str, str] = {}
        self._free: datetime | None = None

    def load(
        self, rows: Sequence[DutyRow], names: Mapping[str, str], free: datetime | None
    ) -> None:
        """Show these; cells of shifts that begin after `free` (UTC) may be typed into."""
        self._names, self._free = names, free
        show_rows(self, self._rows, rows, STATE)

    def row(self, at: int) -> DutyRow | None:
        """The row at a place."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place(self, at: datetime, post: Post | None) -> QModelIndex:
        """The cell of a shift that begins then (UTC)."""
        column = FIRST_POST + POSTS.index(post) if post else FIRST_POST
        found = (n for n, one in enumerate(self._rows) if one.starts == at)
        return self.index(next(found, -1), column)

    def post(self, index: Index) -> Post | None:
        """The post of a column."""
        at = index.column() - FIRST_POST
        return POSTS[at] if 0 <= at < len(POSTS) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else STATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> Any:
        if role != ROLE.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        fixed = {DAY: say("日期"), SHIFT: say("班次"), STATE: say("状态")}
        return fixed.get(section) or word(POSTS[section - FIRST_POST])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row, post = self.row(index.row()), self.post(index)
        open_ = row is not None and self._free is not None and row.ends > self._free
        return flags | Qt.ItemFlag.ItemIsEditable if open_ and post else flags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROLE.DisplayRole:
            return self._text(row, index)
        if role == ROLE.EditRole:
            post = self.post(index)
            return people_text(row.people(post), self._names) if post else ""
        if role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole):
            return self._tip(row, index)
        if role == ROLE.ForegroundRole:
            return QBrush(colours().colour(self._tone(row, index)))
        if role == ROLE.FontRole:
            font = QFont()
            font.setItalic(row.state is DutyState.DRAFT and self.post(index) is not None)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        """Tell what was typed; the cell changes when the journal says so."""
        row, post = self.row(index.row()), self.post(index)
        text = str(value).strip()
        if role != ROLE.EditRole or row is None or post is None:
            return False
        if text != self.data(index, ROLE.EditRole):
            self.typed.emit(row, post, text)
        return False

    def _text(self, row: DutyRow, index: Index) -> str:
        post = self.post(index)
        if index.column() == DAY:
            first = index.row() == 0 or self._rows[index.row() - 1].day != row.day
            return day_text(row.day, row.off) if first else ""
        if index.column() == SHIFT:
            return shift_name(row.shift)
        if post is None:
            return state_text(row.state, bool(row.old))
        names = people_text(row.people(post), self._names)
        sign = SIGNS[DutyState.DRAFT] if names and row.state is DutyState.DRAFT else ""
        marks = dict.fromkeys(short_fault(one.wrong) for one in row.faults.get(post, ()))
        return " ".join(filter(None, (sign + names, *marks)))

    def _tip(self, row: DutyRow, index: Index) -> str:
        post = self.post(index)
        zone = STREET_ZONE
        hours = (
            f"{row.starts.astimezone(zone):%m-%d %H:%M} – {row.ends.astimezone(zone):%m-%d %H:%M}"
        )
        lines = [f"{day_text(row.day, row.off)} {shift_name(row.shift)} {hours}"]
        if post is not None:
            lines.append(f"{word(post)} {people_text(row.people(post), self._names)}")
            lines.append(state_text(row.state, bool(row.old)))
            old = row.old.get(post, ())
            if row.old:
                before = people_text(tuple(one.person for one in old), self._names)
                lines.append(say("已发布的是：{who}").format(who=before or say("（空）")))
            lines += [fault_text(one, self._names, zone) for one in row.faults.get(post, ())]
        return "\n".join(lines)

    def _tone(self, row: DutyRow, index: Index) -> str:
        post = self.post(index)
        if post is not None and post in row.faults:
            return "danger" if any(one.wrong in NEVER for one in row.faults[post]) else "warning"
        if index.column() == DAY and row.off:
            return "ok" if row.off == "off" else "warning"
        if self._free is not None and row.ends <= self._free:
            return "dim"
        if index.column() == DAY:
            return "dim" if row.day.weekday() >= 5 else "text"
        return "accent" if row.state is DutyState.DRAFT and index.column() != SHIFT else "text"
