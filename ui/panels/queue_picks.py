"""Cases picked in the queue: one by one, a run of rows, all that are shown; by keys or a mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject

from commandcenter.domain.case import CaseState
from commandcenter.services.views import Changes
from ui.context import DeskContext
from ui.models.many import MOST
from ui.models.queue import QueueModel
from ui.panels.queue_view import QueueView


class Picks(QObject):
    """Puts what the view's keys ask for into the desk's selection, and lets go what left."""

    def __init__(self, desk: DeskContext, view: QueueView, model: QueueModel) -> None:
        """Nothing is picked by it yet."""
        super().__init__(view)
        self._desk, self._model = desk, model
        self._anchor, self._base = "", frozenset[str]()
        view.picked.connect(self.toggle)
        view.stretched.connect(self.stretch)
        view.all_picked.connect(self.all_shown)

    def toggle(self, row: int) -> None:
        """Pick the case in this row, or let it go."""
        self._anchor = ""
        self._pick(self._desk.selection.picked ^ {self._model.line(row).id})

    def stretch(self, start: int, to: int) -> None:
        """Pick the run of rows to here; it begins where the first such step began."""
        picked = self._desk.selection.picked
        begun = self._model.row_of(self._anchor) if self._anchor in picked else -1
        if begun < 0 or self._model.line(start).id not in picked:
            begun, self._base = start, picked
            self._anchor = self._model.line(start).id
        first, last = min(begun, to), max(begun, to)
        run = {self._model.line(row).id for row in range(first, last + 1)}
        self._pick(self._base | run)

    def all_shown(self) -> None:
        """Pick every case that is shown; where all are picked, none of them."""
        shown = [self._model.line(row).id for row in range(min(self._model.rowCount(), MOST))]
        picked = self._desk.selection.picked
        self._anchor = ""
        self._pick(picked - set(shown) if picked.issuperset(shown) else picked | set(shown))
        if len(shown) < self._model.rowCount():
            self._say_most()

    def apply(self, changes: Changes) -> None:
        """Let go what left the queue, and what was sent; to be called ahead of the model."""
        picked = self._desk.selection.picked
        if not picked:
            return
        filed, gone = CaseState.FILED, set(changes.gone)
        for one in changes.cases:
            before = self._model.known(one.id)
            if before is not None and before.state is filed and one.state is not filed:
                gone.add(one.id)
        self._desk.selection.pick(picked - gone)

    def drop_gone(self) -> None:
        """Let go what the queue does not hold any more; to be called after the model."""
        picked = self._desk.selection.picked
        self._desk.selection.pick(frozenset(one for one in picked if self._model.holds(one)))

    def _pick(self, cases: frozenset[str] | set[str]) -> None:
        if len(cases) > MOST:
            self._say_most()
            return
        self._desk.selection.pick(frozenset(cases))

    def _say_most(self) -> None:
        self._desk.say("info", self.tr("一次最多选 %1 件").replace("%1", str(MOST)))
