"""Saved views at work: what strip, filter, counts and a person's file tell each other."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from commandcenter.services.views import Board, CaseLine, Changes, Reference
from ui.context import DeskContext
from ui.models.queue import QueueModel
from ui.models.queue_cells import listed
from ui.models.queue_filter import QueueFilter
from ui.models.queue_views import MOST_OWN, UNIT, View, ViewBook, ViewCounts, book_of, tidy
from ui.panels.queue_bar import QueueBar
from ui.panels.queue_view import QueueView
from ui.panels.queue_views import ViewStrip

KEPT = "views"


class ViewShelf(QObject):
    """The views of who sits here: chosen, counted, made, renamed, moved and deleted."""

    def __init__(
        self, desk: DeskContext, strip: ViewStrip, bar: QueueBar, view: QueueView, model: QueueModel
    ) -> None:
        """With the desk's own views until somebody sits down."""
        super().__init__(strip)
        self._desk, self._strip, self._bar = desk, strip, bar
        self._view, self._model = view, model
        self._who: str | None = None
        self.book = ViewBook()
        self._counts = ViewCounts(model.taken_by)
        model.flowed.connect(self._touch)
        strip.chosen.connect(self.choose)
        strip.unit_chosen.connect(self._choose_unit)
        strip.named.connect(self._name)
        strip.left.connect(view.setFocus)
        view.view_wanted.connect(strip.press_number)
        view.view_kept.connect(strip.ask_name)
        view.view_changed.connect(self._change)
        self.refer(desk.reference)

    def load(self, board: Board) -> None:
        """Count anew."""
        self._begin()

    def sits(self) -> None:
        """Somebody else sat down: their views, and what is theirs."""
        if self._who != self._desk.who:
            self._who = self._desk.who
            self.book = book_of(self._desk.own(KEPT))
        self._begin()

    def apply(self, changes: Changes) -> None:
        """Count what has changed."""
        there = [one.id for one in changes.cases if self._model.holds(one.id)]
        gone = [*changes.gone, *(one.id for one in changes.cases if not listed(one))]
        self._counts.touch(there, gone)
        self.draw()

    def refer(self, reference: Reference) -> None:
        """Units have these names now."""
        self._units = {one.id: one.short for one in reference.units}
        self._strip.show_book(self.book, self._units)
        self.draw()

    def draw(self) -> None:
        """Say the counts, and light the view that is the filter now."""
        self._strip.show_counts(self._counts.count, self._bar.chosen)

    def choose(self, key: str) -> None:
        """Filter and sort as the view says; the lit one again takes the filter away."""
        view = self.book.get(key)
        if view is None:
            return
        if self._bar.chosen == view.filter:
            self._bar.clear()
            return
        if not self._bar.set_chosen(view.filter):
            self._desk.say("warning", self.tr("这个视图里有的条件已经不在了，其余的照用"))
        self._view.sort_as(view.column, view.down)
        if self._view.hasFocus():
            self._view.stand_in_sight()

    def lit(self) -> View | None:
        """The view that is the filter now."""
        chosen = self._bar.chosen
        shown = (one for one in self.book.views if one.filter == chosen != QueueFilter())
        return next(shown, None)

    def _choose_unit(self, unit: str) -> None:
        self._put(self.book.for_unit(unit))
        if self._bar.chosen != QueueFilter(unit=unit):
            self.choose(UNIT)
        self._view.setFocus()

    def _name(self, text: str, renaming: str) -> None:
        """A name was typed: for an own view, or for the filter as it is now."""
        column, down = self._model.sorted_by
        before, name = self.book, tidy(text)
        made = (
            before.renamed(renaming, name)
            if renaming
            else before.saved(name, self._bar.chosen, column, down)
        )
        if made == before:
            self._say_why_not(name, renaming)
            return
        self._put(made)
        text = self.tr("视图“%1”已改名") if renaming else self.tr("视图“%1”已存下")
        self._desk.say("info", text.replace("%1", name))

    def _say_why_not(self, name: str, renaming: str) -> None:
        if not name:
            why = self.tr("视图没有存：名字是空的")
        elif renaming or self.book.named(name) is not None:
            why = self.tr("没有改动：已有同名同样的视图")
        else:
            why = self.tr("自己的视图最多 %1 个，先删去一个").replace("%1", str(MOST_OWN))
        self._desk.say("info", why)

    def _change(self, what: str) -> None:
        """Alt+R, Alt+Del, Alt+arrows on the view that is lit."""
        view = self.lit()
        if view is None:
            self._desk.say("info", self.tr("先按数字键选一个视图"))
        elif what in ("left", "right"):
            self._put(self.book.moved(view.key, -1 if what == "left" else 1))
        elif not view.own:
            self._desk.say("info", self.tr("这是自带的视图，只能换位置；Ctrl+S 另存自己的"))
        elif what == "rename":
            self._strip.ask_name(view.key)
        else:
            self._put(self.book.without(view.key))
            self._desk.say("info", self.tr("视图“%1”已删去").replace("%1", view.name))

    def _put(self, book: ViewBook) -> None:
        self.book = book
        self._desk.keep(KEPT, book.kept())
        self._begin()

    def _begin(self) -> None:
        self._counts.begin(self.book.views, [one.id for one in self._model.lines])
        self._strip.show_book(self.book, self._units)
        self.draw()

    def _touch(self, lines: Collection[CaseLine]) -> None:
        """Time went over these."""
        self._counts.touch([one.id for one in lines], ())
        self.draw()
