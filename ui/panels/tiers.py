"""What grid, community, street and district solved over the last days, each figure defined."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from commandcenter.services.rights import ASKING
from commandcenter.services.tier_views import AskTiers, TierFigures, Tiers
from commandcenter.services.views import Board, Changes
from ui import words
from ui.context import DeskContext
from ui.pace import Calm
from ui.palette import colours
from ui.panels.case_html import dim, line, strong, tinted
from ui.scale import FORM
from ui.words.tier_texts import TIER_DEFINITIONS, TIER_HEADS

DAYS = (7, 30, 90)
ASK_MS = 2000
"""The figures follow what changes no more often than this."""
MOVES = frozenset(
    {"case_reported", "case_filed", "case_raised", "case_lowered", "case_escalated"}
    | {"case_handed_back", "case_self_handled", "case_closed", "case_reopened", "case_explained"}
    | {"callback_recorded", "check_recorded", "case_voided", "case_merged"}
)
"""Kinds of entries after which a figure may be another."""
BLOCKS = 10


class TiersPanel(QWidget):
    """A table of four levels and, below it, what each of its figures means."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until load(board)."""
        super().__init__(parent)
        self.setObjectName("tiers_panel")
        self._desk, self._sitting = desk, (desk.who, desk.roles)
        self.figures: Tiers | None = None
        self.days, self.text = QComboBox(), QTextBrowser()
        self._lay_out()
        self._due = Calm(self._ask, ASK_MS, self)
        self.days.currentIndexChanged.connect(self._ask)

    def load(self, board: Board) -> None:
        """Ask for the figures."""
        self._ask()

    def apply(self, changes: Changes) -> None:
        """Ask anew when a case went to another level or came to its end."""
        if any(entry.kind in MOVES for entry in changes.entries):
            self._due.want()

    def set_theme(self, chosen: object) -> None:
        """Write in the colours in force."""
        self._write()

    def stop(self) -> None:
        """Ask no more."""
        self._due.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key() - Qt.Key.Key_1.value
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif 0 <= key < len(DAYS):
            self.days.setCurrentIndex(key)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.days.setAccessibleName(self.tr("期间"))
        for number, days in enumerate(DAYS, 1):
            self.days.addItem(
                self.tr("最近 {days} 天（{key}）").format(days=days, key=number), days
            )
        self.text.setObjectName("tiers_text")
        self.text.setAccessibleName(self.tr("各层级办结情况"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        above = QHBoxLayout()
        above.addWidget(QLabel(self.tr("小问题不出网格、大问题不出社区、复杂问题不出镇街")), 1)
        above.addWidget(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(*FORM)
        column.addLayout(above)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)  # a box would keep the digits for itself

    def sits(self) -> None:
        """Somebody else sits here, or may do something else."""
        now = (self._desk.who, self._desk.roles)
        if now != self._sitting:
            self._sitting, self.figures = now, None
            self._ask()

    def _ask(self) -> None:
        if not self._desk.roles & ASKING[AskTiers]:
            self.text.setPlainText(self.tr("本席看不到各层级的情况；街道和社区的席位可以看。"))
            return
        if not self.isVisible():
            return  # reading months of cases is for who looks at them
        query = AskTiers(days=int(self.days.currentData()))
        self._desk.ask("tiers", query, self._show)

    def _show(self, figures: Any) -> None:
        if isinstance(figures, Tiers):
            self.figures = figures
            self._write()

    def _write(self) -> None:
        if self.figures is not None:
            self.text.setHtml(table(self.figures) + definitions(self.figures))


def table(figures: Tiers) -> str:
    """One row a level, one column a figure."""
    heads = "".join(f'<th align="right">{dim(words.say(one))}</th>' for one in TIER_HEADS.values())
    rows = "".join(_row(one) for one in figures.tiers)
    return f'<table cellspacing="0" cellpadding="4"><tr><th></th>{heads}</tr>{rows}</table>'


def _row(one: TierFigures) -> str:
    cells = [getattr(one, name) for name in TIER_HEADS]
    shown = "".join(
        f'<td align="right">{_cell(name, value)}</td>'
        for name, value in zip(TIER_HEADS, cells, strict=True)
    )
    return f"<tr><td>{strong(words.tier(one.tier))}</td>{shown}</tr>"


def _cell(name: str, value: Any) -> str:
    if value is None:
        return dim("—")
    if name == "share":
        full = round(value * BLOCKS)
        bar = tinted("■" * full, "accent") + dim("□" * (BLOCKS - full))
        return f"{bar} {strong(f'{value:.1%}')}"
    if name == "median_hours":
        return escape(words.span_text(int(value * 3600)))
    if name == "overdue" and value:
        return tinted(f"■ {value}", "danger")
    return escape(str(value)) if value else dim("0")


def definitions(figures: Tiers) -> str:
    """When and of what, then each figure's definition."""
    when = words.say("{since} 至 {at}，全部办结 {closed} 件。").format(
        since=words.stamp(figures.since), at=words.stamp(figures.at), closed=figures.closed
    )
    told = [dim(words.say(one)) for one in TIER_DEFINITIONS.values()]
    style = f'style="margin:6px 0 2px 0;color:{colours().text}"'
    return f"<p {style}>{escape(when)}</p>" + "".join(line(one) for one in told)
