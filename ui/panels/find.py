"""The find panel: one field over every case, open and closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.case import ENDED
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import Board, CaseLine, Changes, Found, Reference
from ui.context import DeskContext
from ui.models.items import Choice, ChoiceModel
from ui.panels.case_search import NAMED, CaseSearch
from ui.panels.keys import FormKeys
from ui.panels.lists import TwoLines
from ui.words import clock_text, names_of, say, short_number, time_left, word
from ui.words.asking import unanswered

SETTLE_MS = 150
LEAST = 2
MOST = 100
SHOWN = 50
_WHY = {"number": "案号", "phone": "来电号码", "grid": "网格", "words": "字词", "place": "地点"}
_WHY |= {NAMED: "名称或首字母（在办）"}


class FindPanel(QWidget):
    """Number, last digits, telephone, words, names or letters; Enter selects the marked case.

    A telephone is looked up by its keyed hash: no number is ever shown.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """An empty field."""
        super().__init__(parent)
        self._desk = desk
        self._search = CaseSearch(desk, "find", self, self._broken, self._refused)
        self._names = names_of(desk.reference)
        self._lines: tuple[CaseLine, ...] = ()
        self._why: tuple[str, ...] = ()
        self.field = QLineEdit(self, objectName="find.field", clearButtonEnabled=True)
        self.field.setMaxLength(MOST)
        self.field.setPlaceholderText(
            self.tr("案号、尾号、来电号码、网格码、地点或诉求中的字词、首字母")
        )
        self.field.setAccessibleName(self.tr("查找案卷"))
        self.list = QListView(self, objectName="find.list")
        self.list.setAccessibleName(self.tr("查找结果"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.rows = ChoiceModel(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(self.list))
        self._said = QLabel(self, objectName="find.said", wordWrap=True)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self.keys = FormKeys(self)
        self._lay_out()
        self._connect()
        self._tell_empty()

    def load(self, board: Board) -> None:
        """Nothing of the board is shown; what is found is asked."""

    def apply(self, changes: Changes) -> None:
        """Show a found case as it is now."""
        now = {line.id: line for line in changes.cases}
        if any(line.id in now for line in self._lines):
            self._lines = tuple(now.get(line.id, line) for line in self._lines)
            self._draw()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: what was found by its present names."""
        self._names = names_of(reference)
        self._draw()

    def take(self) -> bool:
        """Select the marked case."""
        choice = self.rows.choice(self.list.currentIndex().row())
        if choice is not None:
            self._desk.selection.set_case(choice.key)
        return True

    def _typed(self) -> None:
        self.list.setCurrentIndex(QModelIndex())  # Enter takes nothing of an earlier text
        self._tell_empty()
        if self._asks():
            self._settle.start()
        else:
            self._settle.stop()
            self._search.drop()
            self._show(Found(lines=(), why=(), more=False))
            self._tell_empty()

    def _asks(self) -> bool:
        text = self.field.text().strip()
        return len(text) >= LEAST or text.isdigit()

    def _ask(self) -> None:
        if self._asks():
            self._search.ask(self.field.text().strip(), SHOWN)

    def _show(self, found: Found) -> None:
        self._lines, self._why = found.lines, found.why
        self._draw()
        if self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
        self._said.setText(self._summary(found))

    def _summary(self, found: Found) -> str:
        if not found.lines:
            return self.tr("没有找到；已结案的也查过了")
        text = self.tr("找到 %1 件").replace("%1", str(len(found.lines)))
        if found.more:
            text = self.tr("最近 %1 件，还有更多：请多写几个字").replace(
                "%1", str(len(found.lines))
            )
        if "phone" in found.why:
            text += self.tr(" · 来电号码按加密摘要比对，不显示号码")
        return text

    def _broken(self, error: Exception) -> None:
        self._show_nothing(self.tr("查找没有成功，请再试"))

    def _refused(self, said: Refusal) -> None:
        self._show_nothing(unanswered(said))

    def _show_nothing(self, why: str) -> None:
        """What was found for an earlier text is not what is looked for."""
        self._show(Found(lines=(), why=(), more=False))
        self._said.setText(why)

    def _tell_empty(self) -> None:
        if not self._asks():
            self._said.setText(self.tr("至少 2 个字，或案号的任何几位数字；已结案的也在内"))

    def _draw(self) -> None:
        why = dict(zip((line.id for line in self._lines), self._why, strict=False))
        self.rows.load([self._row(line, why.get(line.id, "")) for line in self._lines])

    def _row(self, line: CaseLine, why: str) -> Choice:
        item = self._names.get(line.item, line.item)
        first = (short_number(line.number), item, word(line.state), self._when(line))
        community = self._names.get(line.community or "", "")
        matched = say("按{why}").format(why=say(_WHY.get(why, why))) if why else ""
        second = (matched, line.place, community)
        tone = "dim" if line.state in ENDED else "text"
        return Choice(line.id, _joined(first), _joined(second), line, tone)

    def _when(self, line: CaseLine) -> str:
        now, zone = self._desk.now(), self._desk.clock.zone
        if line.closed_at is not None:
            return clock_text(line.closed_at, now, zone)
        if line.due is not None and line.state not in ENDED:
            return f"{say('全案')} {time_left(now, line.due)}"
        return clock_text(line.reported_at, now, zone)

    def _step(self, by: int) -> bool:
        last = self.rows.rowCount() - 1
        if last >= 0:
            row = max(0, min(last, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self.rows.index(row))
        return True

    def _leave(self) -> bool:
        self.left.emit()
        return True

    def _lay_out(self) -> None:
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self._settle.timeout.connect(self._ask)
        self._search.came.connect(self._show)
        self.list.activated.connect(self.take)
        self.list.clicked.connect(self.take)
        self.keys.watch(self.field, self.list)
        bound: dict[str, Callable[[], bool | None]] = {
            "Return": self.take,
            "Up": partial(self._step, -1),
            "Down": partial(self._step, 1),
            "PgUp": partial(self._step, -10),
            "PgDown": partial(self._step, 10),
            "Escape": self._leave,
        }
        for name, call in bound.items():
            self.keys.bind(name, call)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.selectAll()


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)
