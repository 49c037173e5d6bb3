"""The reveals: who looked at callers' numbers, how often, why; for the auditor (section 10)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commandcenter.services.views import AskReveals, Reveals
from ui import words
from ui.context import DeskContext
from ui.models.admin_plain import PlainRow
from ui.panels.admin_plain import PlainTable
from ui.scale import BELOW
from ui.words import say
from ui.words.reasons import reasons

READER = "auditor"
KIND = "phone_revealed"
PERIODS = (7, 30, 365)
"""Days back; the Desk counts up to three years."""


class RevealsPage(QWidget):
    """Counts by person and reason, the most first; no number and no case is told here.

    `left` comes from Esc.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        super().__init__(parent)
        self._desk = desk
        heads = (self.tr("谁"), self.tr("事由"), self.tr("次数"), self.tr("非本人经办"),
                 self.tr("最近一次"))  # fmt: skip
        self.table = PlainTable(heads, "admin.reveals")
        self.table.setAccessibleName(self.tr("查看号码"))
        self.period = QComboBox(objectName="admin.reveals.period")
        self.period.setAccessibleName(self.tr("时间范围"))
        for days in PERIODS:
            self.period.addItem(self.tr("近 %1 天").replace("%1", str(days)), days)
        self._told = QLabel(objectName="admin.reveals.told", wordWrap=True)
        self.period.currentIndexChanged.connect(self.refresh)
        self.table.left.connect(self.left)
        self.setFocusProxy(self.table)
        bar = QHBoxLayout()
        bar.addWidget(self.period)
        bar.addWidget(self._told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*BELOW)
        column.addLayout(bar)
        column.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Ask for the counts of the chosen days; only the auditor may."""
        if READER in self._desk.roles:
            asked = AskReveals(days=self.period.currentData())
            self._desk.ask("admin.reveals", asked, self._draw)

    def forget(self) -> None:
        """Let go of everything: somebody else sits here now."""
        self._told.clear()
        self.table.load(())

    def _draw(self, found: object) -> None:
        assert isinstance(found, Reveals)
        if READER not in self._desk.roles:
            return  # the seat changed while the answer was on its way
        names, zone = words.names_of(self._desk.reference), self._desk.clock.zone
        why = reasons("RevealPhone")
        self.table.load(
            [
                PlainRow(
                    f"{one.person}/{one.reason}",
                    (
                        names.get(one.person, one.person),
                        why.get(one.reason, one.reason),
                        str(one.count),
                        f"▲ {one.outside}" if one.outside else "0",
                        one.last.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S"),
                    ),
                    "warning" if one.outside else "text",
                )
                for one in found.lines
            ]
        )
        count = sum(one.count for one in found.lines)
        if count:
            text = say("共查看 {count} 次；▲ 不是本人经办的案件，当时写了理由，见案件记录")
        else:
            text = say("这段时间没有人查看过来电号码")
        self._told.setText(text.format(count=count))
