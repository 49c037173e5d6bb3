"""The event queue: what waits for a person, most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from commandcenter.services.classify import initials
from commandcenter.services.views import Board, CaseLine, Changes, Reference
from ui import words
from ui.context import DeskContext
from ui.keyring import key
from ui.models.many import SEND
from ui.models.queue import QueueModel
from ui.models.queue_cells import Column, state_cell
from ui.models.queue_filter import QueueFilter
from ui.panels.queue_bar import QueueBar
from ui.panels.queue_many import ManyStrip
from ui.panels.queue_picks import Picks
from ui.panels.queue_shelf import ViewShelf
from ui.panels.queue_view import QueueView
from ui.panels.queue_views import ViewStrip

TICK_MS = 1000
WARM_MS, WARM_LINES = 10, 60
"""The free text of this many lines is made ready at a time, so that no first letter waits."""


class QueuePanel(QWidget):
    """Filter and table; the selected row and the desk's selected case follow each other."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until load(board)."""
        super().__init__(parent)
        self.setObjectName("queue_panel")
        self._desk, self._quiet = desk, False
        self.model = QueueModel(words.names_of(desk.reference), desk.now, self)
        self.bar, self.view = QueueBar(desk.reference), QueueView()
        self.view.setModel(self.model)
        self.views = ViewStrip()
        desk.cases = lambda: self.model.lines  # where a case is typed, letters mean these
        self.shelf = ViewShelf(desk, self.views, self.bar, self.view, self.model)
        self.picks = Picks(desk, self.view, self.model)
        self.many = ManyStrip(desk, self.model)
        self._spelling = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._warming = QTimer(self, interval=WARM_MS)
        self._warming.timeout.connect(self._warm)
        self._lay_out()
        self._wire()

    def load(self, board: Board) -> None:
        """Show a board."""
        with self._still():
            self.model.load(board)
            self._make_room(self.model.lines)
        self.view.scrollToTop()
        self._warming.start()
        self.shelf.load(board)

    def apply(self, changes: Changes) -> None:
        """Take in what changed; selection and scroll stay with their case."""
        with self._still():
            self.picks.apply(changes)
            self.model.apply(changes)
            self.picks.drop_gone()
            self._make_room(line for line in changes.cases if self.model.holds(line.id))
        self.shelf.apply(changes)
        self.many.apply(changes)

    def refer(self, reference: Reference) -> None:
        """Tables were changed: rows and choices by the new names; what is chosen stays."""
        self.bar.refer(reference)
        with self._still():
            self.model.set_names(words.names_of(reference))
        self.shelf.refer(reference)
        if self._spelling:
            self._spell()

    def sits(self) -> None:
        """Somebody else sat down, or may do something else: what is theirs follows."""
        with self._still():
            self.model.look_as(self._desk.who, self._desk.roles)
        self.shelf.sits()
        self.many.sits()

    def stop(self) -> None:
        """The window goes."""
        self._warming.stop()
        self.many.stop()

    def set_filter(self, chosen: QueueFilter) -> None:
        """Show what the filter takes; the desk's selected case stays selected."""
        with self._still():
            self.model.set_filter(chosen)
        self.shelf.draw()
        self.many.draw()

    def show_unsent(self, cases: frozenset[str]) -> None:
        """Mark the cases on which commands wait on this seat."""
        self.model.set_unsent(cases)
        self._make_room(line for line in self.model.lines if line.id in cases)

    def show_picked(self, cases: frozenset[str]) -> None:
        """Mark the cases that are picked."""
        self.model.set_picked(cases)

    def takes_up(self, action: str) -> bool:
        """Whether this action is done to the picked cases together, and begin it then."""
        if action == SEND and self._desk.selection.picked:
            self._desk.go("assign")
            return True
        return self.many.begin(action)

    def focus_filter(self) -> None:
        """Put the keyboard into the free text, which takes initials too a moment later."""
        if not self._spelling:
            self._spell()
        self.bar.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.text.selectAll()

    def tick(self) -> None:
        """A second passed: visible lamps and times are painted anew."""
        with self._still():  # what is urgent goes up when its time is over, whatever is filtered
            self.model.tick(*self.view.visible_rows())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _spell(self) -> None:
        """Spell the names on the worker when somebody first filters: the dictionary is large."""
        self._spelling = True
        reference = self._desk.reference
        names = dict(reference.communities)
        names |= {item.code: item.name for item in reference.items}
        names |= {unit.id: unit.short for unit in reference.units}
        self._desk.worker.run(partial(_initials, names), self._take_spelling, owner=self)

    def _take_spelling(self, spelled: dict[str, str]) -> None:
        with self._still():
            self.model.set_spelled(spelled)
        self._warming.start()

    def _warm(self) -> None:
        if not self.model.prepare(WARM_LINES):
            self._warming.stop()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.views)
        rows.addWidget(self.bar)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.many)
        self.bar.add(self.views.save)
        self.setFocusProxy(self.view)
        self.setMinimumWidth(400)
        heads: QHeaderView = self.view.horizontalHeader()
        heads.setSortIndicator(Column.LEFT, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)

    def _wire(self) -> None:
        self.bar.changed.connect(self.set_filter)
        self.bar.left.connect(self._filtered)
        self.many.left.connect(self.view.setFocus)
        self.view.filter_wanted.connect(self.focus_filter)
        self.view.filter_unwanted.connect(self._unwant)
        self.view.opened.connect(self._open)
        self._desk.selection.picks.connect(self.show_picked)
        self.view.doubleClicked.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        self._desk.selection.case.connect(self._follow)

    def _filtered(self) -> None:
        """From the filter to the list."""
        self.view.setFocus()
        if self.bar.chosen != QueueFilter():
            self.view.stand_in_sight()

    def _open(self) -> None:
        self._desk.start("case.open")

    def _unwant(self) -> None:
        """Esc takes back the newest: a preview, the filter, then what is picked."""
        if self.many.open:
            self.many.leave()
        elif self.bar.chosen != QueueFilter():
            self.bar.clear()
        else:
            self._desk.selection.pick(frozenset())

    def _chosen(self, current: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self._desk.selection.set_case(self.model.line(current.row()).id)

    def _follow(self, case: str) -> None:
        if self.view.currentIndex().row() == self.model.row_of(case) >= 0:
            return
        with self._silent():
            self.view.show_row(self.model.row_of(case), scroll=True)

    @contextmanager
    def _silent(self) -> Iterator[None]:
        """What the view does to its current row meanwhile is nobody's choice."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    @contextmanager
    def _still(self) -> Iterator[None]:
        """The model changes: the same case stays current and the same rows stay in sight."""
        at = self.view.verticalScrollBar().value()
        anchor = self._anchor()
        with self._silent():
            yield
            self.view.show_row(self.model.row_of(self._desk.selection.current_case), scroll=False)
        self._hold(anchor, at)
        self._count()

    def _anchor(self) -> tuple[str, int] | None:
        """The first case in sight and its distance from the top; none when at the top."""
        row = self.view.rowAt(0)
        if row < 0 or self.view.verticalScrollBar().value() == 0:
            return None
        return self.model.line(row).id, self.view.rowViewportPosition(row)

    def _hold(self, anchor: tuple[str, int] | None, at: int) -> None:
        bar = self.view.verticalScrollBar()
        row = -1 if anchor is None else self.model.row_of(anchor[0])
        if anchor is None or row < 0:
            bar.setValue(at)
            return
        bar.setValue(bar.value() + self.view.rowViewportPosition(row) - anchor[1])

    def _count(self) -> None:
        self.bar.show_count(self.model.rowCount(), self.model.total)
        self.view.empty_text = (
            self.tr("没有符合筛选的案卷，按 Esc 取消筛选")
            if self.model.total
            else self.tr("队列已清空：没有未结案卷，也没有待立案的上报。%1 录入新的上报").replace(
                "%1", key("report.new")
            )
        )

    def _make_room(self, lines: Iterable[CaseLine]) -> None:
        for line in lines:
            self.view.need_state(state_cell(line).text, self.model.marks(line))


def _initials(names: dict[str, str]) -> dict[str, str]:
    return {key: initials(name) for key, name in names.items()}
