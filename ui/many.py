"""Several commands, one for each case: the Desk is asked about all, then they go one by one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from commandcenter.domain.refusal import Refusal
from commandcenter.services.trying_views import AskWhether, Whether
from commandcenter.waiting import Waiting
from ui.context import DeskContext
from ui.models.many import Looked, Outcome, Row, first_try
from ui.words import refusal

CHUNK = 50
"""Cases that the Desk is asked about at a time, so that other questions come between."""


class ManyAtOnce(QObject):
    """Looks and gives on the worker, never more than one command under way: it can be stopped.

    `went` carries how many of how many were looked at or given, `looked` a Looked, `unlooked` the
    error for want of which there is none, `ended` an Outcome.
    """

    went = Signal(int, int)
    looked = Signal(object)
    unlooked = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """Nothing to do yet."""
        super().__init__(parent)
        self._desk = desk
        self._names: Mapping[str, str] = {}
        self._round = 0
        self._left: list[Row] = []
        self._given, self._who = Outcome(), ""
        self.busy = False

    def look(self, rows: list[Row], nothing: str, names: Mapping[str, str]) -> None:
        """Ask what stands in the way of these; `nothing` is why a row has no command."""
        self._names, self._round = names, self._round + 1
        refused = [(row, nothing) for row in rows if not row.commands]
        self._ask(self._round, [row for row in rows if row.commands], [], refused)

    def drop(self) -> None:
        """What is being asked is wanted no more."""
        self._round += 1

    def give(self, rows: list[Row]) -> None:
        """Give the commands of these rows, one after the other, while who sits here stays."""
        self._left, self._given, self.busy = list(rows), Outcome(), True
        self._who = self._desk.who
        self._next()

    def cancel(self) -> None:
        """Give no more: the one under way is finished, the rest is told as not done."""
        self._give_up(1)

    def stop(self) -> None:
        """The window goes."""
        self.drop()
        self._left.clear()

    # ---- asking ---------------------------------------------------------------------------

    def _ask(
        self, turn: int, rows: list[Row], able: list[Row], refused: list[tuple[Row, str]]
    ) -> None:
        if not rows:
            self.looked.emit(Looked(tuple(able), tuple(refused)))
            return
        self.went.emit(len(able) + len(refused), len(able) + len(refused) + len(rows))
        query = AskWhether(tries=tuple(map(first_try, rows[:CHUNK])))
        heard = partial(self._heard, turn, rows, able, refused)
        missed = partial(self._unheard, turn)
        worker, who = self._desk.worker, self._desk.who
        worker.ask("many.look", query, who, heard, missed, self, missed, lasting=True)

    def _heard(
        self,
        turn: int,
        rows: list[Row],
        able: list[Row],
        refused: list[tuple[Row, str]],
        told: Whether,
    ) -> None:
        if turn != self._round:
            return
        for row, said in zip(rows[:CHUNK], told.said, strict=True):
            if said is None:
                able.append(row)
            else:
                refused.append((row, refusal(said.code, said.values, self._names)))
        self._ask(turn, rows[CHUNK:], able, refused)

    def _unheard(self, turn: int, missed: Exception) -> None:
        if turn == self._round:
            self.unlooked.emit(missed)

    # ---- giving ---------------------------------------------------------------------------

    @property
    def _sat_down(self) -> bool:
        """Whether somebody else sits here now, who asked for none of it."""
        return self._desk.who != self._who

    def _give_up(self, first: int) -> None:
        """Tell the rows from this one on as not done."""
        told = QCoreApplication.translate("Many", "停下了，没有办")
        self._given.refused += [(row, told) for row in self._left[first:]]
        del self._left[first:]

    def _next(self) -> None:
        if self._sat_down:
            self._give_up(0)
        if not self._left:
            self.busy = False
            self.ended.emit(self._given)
            return
        given = self._given
        gone = len(given.done) + len(given.waiting) + len(given.refused)
        self.went.emit(gone, gone + len(self._left))
        self._step(self._left[0], 0)

    def _step(self, row: Row, at: int) -> None:
        """The command at this place of the row; the next one follows when it was done."""
        self._desk.worker.do(
            row.commands[at],
            self._who,
            partial(self._was_given, row, at),
            partial(self._was_refused, row),
            partial(self._broke, row),
            self,
        )

    def _was_given(self, row: Row, at: int, receipt: object) -> None:
        if not self._left:
            return
        if isinstance(receipt, Waiting):
            self._given.waiting.append(row)
        elif at + 1 < len(row.commands) and not self._sat_down:
            self._step(row, at + 1)
            return
        elif at + 1 < len(row.commands):
            self._give_up(0)
        else:
            self._given.done.append(row)
        self._go_on()

    def _was_refused(self, row: Row, said: Refusal) -> None:
        self._not_done(row, refusal(said.code, said.values, self._names))

    def _broke(self, row: Row, error: Exception) -> None:
        told = QCoreApplication.translate("Many", "没有送达，请再办一次")
        self._not_done(row, told)

    def _not_done(self, row: Row, why: str) -> None:
        if self._left:
            self._given.refused.append((row, why))
            self._go_on()

    def _go_on(self) -> None:
        del self._left[:1]
        self._next()
