"""The page of checklists: what each post has to do at this level, ticked by the space bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from commandcenter.domain.commands import TickLine
from commandcenter.domain.duty import Post
from commandcenter.domain.emergency import Tick
from commandcenter.services.emergency_views import EmergencyView, Mode
from ui.context import DeskContext
from ui.models.items import CHOICE_ROLE, Choice, ChoiceModel
from ui.palette import colours
from ui.panels.mode_page import ModePage
from ui.words import stamp, word

PAD = 6
FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a post's checklist; `key` is the end of its tick's id."""

    post: Post
    number: int
    done: bool

    @property
    def key(self) -> str:
        """Post and number."""
        return f"{self.post.value}/{self.number}"


class WrappedRow(QStyledItemDelegate):
    """Draws a line whole, on as many rows as it needs."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice = index.data(CHOICE_ROLE)
        if index == option.widget.currentIndex() and option.widget.hasFocus():
            painter.fillRect(option.rect, colours().colour("selection"))
        painter.setPen(colours().colour(choice.tone or "text"))
        room = option.rect.adjusted(PAD, 0, -PAD, 0)
        painter.drawText(room, FLAGS, _text(choice))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        wide = option.widget.viewport().width() - 2 * PAD
        room = QRect(0, 0, wide, 1000)
        high = option.fontMetrics.boundingRect(room, FLAGS, _text(index.data(CHOICE_ROLE)))
        return QSize(0, high.height() + PAD)


class TicksPage(ModePage):
    """One list for all posts, each under its name; Space ticks and takes the tick away."""

    def __init__(self, desk: DeskContext) -> None:
        """No level, no list."""
        super().__init__(desk)
        self._mode: Mode = desk.mode.now
        self._ticks: dict[str, Tick] = {}
        self.list, self.model = QListView(self, objectName="mode.ticks"), ChoiceModel(self)
        self._head, self._hint = QLabel(wordWrap=True), QLabel(self.tr("空格 勾选或取消"))
        self._lay_out()
        self._draw()

    def first(self) -> QWidget:
        return self.list

    def show_mode(self, mode: Mode) -> None:
        """Another level has other lines."""
        self._mode = mode
        if mode.emergency is None:
            self._ticks = {}
        self._draw()

    def show_view(self, view: EmergencyView) -> None:
        """Show what is ticked."""
        self._ticks = {one.id: one for one in view.ticks}
        self._draw()

    @property
    def progress(self) -> tuple[int, int]:
        """How many lines are ticked, and how many there are."""
        lines = [one.value for one in self.model.choices() if isinstance(one.value, Line)]
        return sum(one.done for one in lines), len(lines)

    def turn(self) -> bool:
        """Tick the marked line, or take its tick away."""
        row, now = self.model.choice(self.list.currentIndex().row()), self._mode.emergency
        if row is None or not isinstance(row.value, Line) or now is None or now.level is None:
            return True
        line = row.value
        command = TickLine(
            emergency=now.id,
            level=now.level,
            post=line.post,
            number=line.number,
            done=not line.done,
        )
        self.give(command, self.tr("已勾选") if command.done else self.tr("已取消勾选"))
        return True

    def _draw(self) -> None:
        shown = self._rows()
        if shown != list(self.model.choices()):
            at = self.list.currentIndex().row()
            self.model.load(shown)
            lines = [n for n, one in enumerate(shown) if isinstance(one.value, Line)]
            if lines and at not in lines:
                self.list.setCurrentIndex(self.model.index(lines[0]))
        done, every = self.progress
        if self._mode.emergency is None:
            text = self.tr("平时没有应急清单。切换确认后，各岗位要做的事逐条列在这里。")
        elif not every:
            text = self.tr("这一级的预案没有清单；请管理员在预案里添加。")
        else:
            text = self.tr("已做 %1/%2").replace("%1", str(done)).replace("%2", str(every))
        self._head.setText(text)
        self._hint.setVisible(bool(every))

    def _rows(self) -> list[Choice]:
        now, plan = self._mode.emergency, self._mode.plan
        if now is None or plan is None or now.level is None:
            return []
        found = []
        for one in plan.checklists:
            found.append(Choice(one.post.value, word(one.post), tone="accent"))
            for number, text in enumerate(one.lines):
                tick = self._ticks.get(f"{now.id}/{now.level.value}/{one.post.value}/{number}")
                found.append(self._row(Line(one.post, number, tick is not None), text, tick))
        return found

    def _row(self, line: Line, text: str, tick: Tick | None) -> Choice:
        note = ""
        if tick is not None:
            by = self._desk.reference.names.get(tick.by, tick.by)
            note = f"{by} {stamp(tick.at, self._desk.clock.zone)[6:]}"
        return Choice(
            line.key, text, note, line, "dim" if tick else "text", "on" if tick else "off"
        )

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(WrappedRow(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setWordWrap(True)  # else a bar that appears leaves the rows as high as before
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("岗位清单"))
        self._hint.setEnabled(False)
        self.column.addWidget(self._head)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.note)
        self.list.clicked.connect(lambda index: self.turn())
        self.keys.bind("Space", self.turn)
        self.keys.bind("Return", self.turn)
        self.keys.watch(self.list)


def _text(choice: Choice) -> str:
    if not isinstance(choice.value, Line):
        return choice.text
    sign = "☑" if choice.mark == "on" else "☐"
    note = f"  {choice.note}" if choice.note else ""
    return f"{sign} {choice.value.number + 1}. {choice.text}{note}"
