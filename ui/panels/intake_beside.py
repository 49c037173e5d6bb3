"""Beside the form: likely duplicates and earlier cases, with the text to compare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.case import ENDED
from commandcenter.services.views import Beside, CaseLine, EarlierCase, SimilarCase
from ui.context import DeskContext
from ui.models.items import Choice, ChoiceModel
from ui.panels.lists import TwoLines, row_height
from ui.words.names import code, say, short_number, word
from ui.words.times import clock_text, distance, time_left

MOST_ROWS = 5


class BesidePanel(QWidget):
    """The list: a duplicate can be merged into, an earlier case answers "what became of mine"."""

    opened = Signal(str)
    marked = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty: it says what will appear here."""
        super().__init__(parent)
        self._desk = desk
        self._beside = Beside(similar=(), earlier=())
        self._title = QLabel(self, objectName="beside.title", wordWrap=True)
        self.list = QListView(self, objectName="beside.list")
        self.list.setAccessibleName(self.tr("疑似重复和以往案件"))
        self.rows = ChoiceModel(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._words = QLabel(self, objectName="beside.words", wordWrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self.list)
        column.addWidget(self._words)
        column.addStretch(1)
        self.list.selectionModel().currentChanged.connect(self._show_words)
        self.list.activated.connect(self._open)
        self.load(self._beside)

    def load(self, beside: Beside) -> None:
        """Show this answer; the mark stays on its case."""
        before = self.line()
        self._beside = beside
        rows = _rows(beside, self._desk)
        self.rows.load(rows)
        self.list.setFixedHeight(min(len(rows), MOST_ROWS) * row_height(self.list) + 2)
        self.list.setVisible(bool(rows))
        keys = [one.key for one in rows]
        at = keys.index(before.id) if before and before.id in keys else 0
        self.list.setCurrentIndex(self.rows.index(at))
        count = len(beside.similar)
        texts = (
            self.tr("疑似重复 {n} 件").format(n=count) if count else self.tr("无疑似重复"),
            self.tr("以往 {n} 件").format(n=len(rows) - count) if rows else "",
        )
        self._title.setText(" · ".join(text for text in texts if text))
        self._show_words()

    def miss(self, why: str) -> None:
        """Nobody said what is like it: that is not to be read as nothing."""
        self.load(Beside(similar=(), earlier=()))
        self._title.setText(self.tr("疑似重复：{why}").format(why=why))

    def line(self) -> CaseLine | None:
        """The marked case."""
        choice = self.rows.choice(self.list.currentIndex().row())
        if choice is None or not isinstance(choice.value, SimilarCase | EarlierCase):
            return None
        return choice.value.line

    def step(self, by: int) -> None:
        """Move the mark."""
        last = self.rows.rowCount() - 1
        if last >= 0:
            row = max(0, min(last, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self.rows.index(row))

    def can_merge(self) -> bool:
        """Whether the marked case is one that a new report may be merged into."""
        line = self.line()
        return line is not None and (line.state not in ENDED or line.merged_into is not None)

    def _open(self) -> None:
        line = self.line()
        if line is not None:
            self.opened.emit(line.id)

    def _show_words(self) -> None:
        choice = self.rows.choice(self.list.currentIndex().row())
        value = choice.value if choice else None
        text = value.words if isinstance(value, SimilarCase) else ""
        self._words.setText(self.tr("原诉求：{words}").format(words=text) if text else "")
        self._words.setVisible(bool(text))
        self.marked.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.list.viewport().update()


def _rows(beside: Beside, desk: DeskContext) -> list[Choice]:
    """Duplicates first, each case once; text is the first line, note the second."""
    items = {item.code: item.name for item in desk.reference.items}
    now = desk.now()
    rows = [
        Choice(
            one.line.id,
            say("疑似重复 {how}").format(how=_measures(one)),
            _second(one.line, items, now, desk),
            one,
            "warning",
        )
        for one in beside.similar
    ]
    seen = {one.line.id for one in beside.similar}
    rows += [
        Choice(one.line.id, _first(one, now, desk), _second(one.line, items, now, desk), one)
        for one in beside.earlier
        if one.line.id not in seen
    ]
    return rows


def _measures(one: SimilarCase) -> str:
    age = say("{n:.1f} 小时前").format(n=one.hours)
    like = say("相似 {n:.0f}%").format(n=one.likeness)
    return " · ".join((distance(one.metres), age, like))


def _first(one: EarlierCase, now: datetime, desk: DeskContext) -> str:
    parts = [code("earlier", one.why), clock_text(one.line.reported_at, now, desk.clock.zone)]
    if one.metres is not None:
        parts.insert(1, distance(one.metres))
    return " · ".join(parts)


def _second(line: CaseLine, items: dict[str, str], now: datetime, desk: DeskContext) -> str:
    """What became of it: number, item, state, and the due time or the time of its end."""
    parts: Sequence[str] = (
        short_number(line.number),
        items.get(line.item, line.item),
        word(line.state),
        _ending(line, now, desk),
        line.place,
    )
    return " · ".join(part for part in parts if part)


def _ending(line: CaseLine, now: datetime, desk: DeskContext) -> str:
    if line.closed_at is not None:
        return clock_text(line.closed_at, now, desk.clock.zone)
    if line.due is None or line.state in ENDED:
        return ""
    return time_left(now, line.due)
