"""The history: who changed which line of the tables or which account, and when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from commandcenter.domain.journal import Entry
from commandcenter.services.views import AskTableHistory, TableHistory
from ui import words
from ui.context import DeskContext
from ui.models.admin_history import history_rows, known_names
from ui.panels.admin_plain import PlainTable
from ui.scale import BELOW

READERS = frozenset({"administrator", "auditor"})


class HistoryPage(QWidget):
    """The newest first; older ones come by the button below. `left` comes from Esc."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        super().__init__(parent)
        self._desk = desk
        self._entries: tuple[Entry, ...] = ()
        heads = [self.tr(one) for one in ("时间", "谁", "表", "哪一行", "改了什么")]
        self.table = PlainTable(heads, "admin.history")
        self.table.setAccessibleName(self.tr("改动记录"))
        self.older = QPushButton(self.tr("更早的"), objectName="admin.older")
        self.older.clicked.connect(self.ask_older)
        self.table.left.connect(self.left)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(*BELOW)
        column.addWidget(self.table, 1)
        column.addWidget(self.older)

    def refresh(self) -> None:
        """Ask for the newest."""
        self._desk.ask("admin.history", AskTableHistory(), self._newest)

    def ask_older(self) -> None:
        """Ask for what came before the oldest that is shown."""
        if self._entries:
            older = AskTableHistory(before=self._entries[-1].seq)
            self._desk.ask("admin.history", older, self._more)

    def forget(self) -> None:
        """Let go of everything: somebody else sits here now."""
        self._entries = ()
        self.table.load(())

    def _newest(self, found: object) -> None:
        assert isinstance(found, TableHistory)
        self._draw(found.entries, found.more)

    def _more(self, found: object) -> None:
        assert isinstance(found, TableHistory)
        self._draw((*self._entries, *found.entries), found.more)

    def _draw(self, entries: tuple[Entry, ...], more: bool) -> None:
        if not READERS & self._desk.roles:
            return  # the seat changed while the answer was on its way
        self._entries = entries
        reference, zone = self._desk.reference, self._desk.clock.zone
        names = words.names_of(reference)
        self.table.load(history_rows(entries, names, known_names(reference), zone))
        self.older.setVisible(more)
