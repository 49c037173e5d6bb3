"""A command line without a window, at a worker whose answers come when a test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import Case
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.commands import Command
from commandcenter.domain.refusal import Refusal
from commandcenter.services.desk import Receipt
from commandcenter.services.views import Board, CaseView, Found, Move
from commandcenter.waiting import Waiting
from tests.ui.casefakes import CASE, NOW, REFERENCE, a_case, a_view, board, line_of
from tests.ui.queuefakes import changes as news
from ui.context import DeskContext
from ui.line.engine import Engine
from ui.line.verbs import action_verbs
from ui.selection import Selection
from ui.worker import PASSING

OTHER = "case-2"
NONE = Found(lines=(), why=(), more=False)


@dataclass
class Asked:
    """A question on its way."""

    key: str
    query: Any
    who: str
    answer: Callable[[Any], None]
    broken: Callable[[Exception], None]
    lasting: bool = False


class Hands(QObject):
    """A worker whose answers come when a test says so."""

    refused = Signal(object, object)
    given_up = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: list[Asked] = []
        self.given: list[tuple[Command, str]] = []
        self._ways: list[tuple[Callable[[Any], None], ...]] = []

    def ask(self, key: str, query: Any, who: str, *ways: Any, lasting: bool = False) -> None:
        answer, broken, _ = ways
        self.asked = [one for one in self.asked if one.key != key]
        self.asked.append(Asked(key, query, who, answer, broken, lasting))

    def refuse(self, code: str) -> list[Asked]:
        """Nothing that is asked now gets an answer; gives what the real worker puts again."""
        gone, self.asked = self.asked, []
        for one in gone:
            self.refused.emit(one.query, Refusal(code))
        return [one for one in gone if one.lasting and code in PASSING]

    def forget(self, key: str) -> None:
        self.asked = [one for one in self.asked if one.key != key]
        self.given_up.emit(key)

    def do(self, command: Command, who: str, *ways: Any) -> None:
        self.given.append((command, who))
        self._ways.append(ways)

    def done(self, kept: bool = False) -> None:
        """The command that was given first was done, or is kept here until a link is back."""
        self._ways.pop(0)[0](Waiting(CASE) if kept else Receipt(seq=99, subject=CASE))

    def not_done(self, error: Exception) -> None:
        """The command that was given first was refused, or went wrong."""
        self._ways.pop(0)[1 if isinstance(error, Refusal) else 2](error)


@dataclass
class Stand:
    """A line without a window, on two cases."""

    engine: Engine
    hands: Hands
    context: DeskContext
    bot: QtBot
    cases: dict[str, Case] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()

    def type(self, text: str) -> None:
        self.engine.set_text(text, len(text))

    def settle(self) -> None:
        """Until the questions of the last key are asked."""
        self.bot.waitUntil(lambda: not self.engine.sources._settle.isActive())

    def answer(self) -> None:
        """Answer what is asked now."""
        self.settle()
        asked, self.hands.asked = self.hands.asked, []
        for one in asked:
            one.answer(self.view(one.query.case))

    def view(self, case: str) -> CaseView:
        view = a_view(self.cases[case])
        return replace(view, moves=self.moves or view.moves)

    def told(self, case: str, **changes: Any) -> None:
        """The feed tells that a case is otherwise now."""
        now = self.cases[case]
        self.cases[case] = replace(now, version=now.version + 1, **changes)
        self.engine.apply(news(line_of(self.cases[case])))

    @property
    def given(self) -> list[tuple[str, str]]:
        return [(one.case, who) for one, who in self.hands.given]


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    keeper = QObject()
    hands = Hands(keeper)
    context = DeskContext(
        worker=hands,
        selection=Selection(keeper),
        reference=REFERENCE,
        clock=WorkClock(WorkCalendar.from_rows(())),
        now=lambda: NOW,
        who="lead-1",
        roles=frozenset({"shift_lead", "dispatcher", "intake_officer"}),
    )
    engine = Engine(context, keeper)
    engine.set_verbs(action_verbs(lambda text: ""))
    engine.done.connect(lambda: engine.set_text("", 0))
    one = a_case()
    two = replace(one, id=OTHER, number="4401131202019071100198")
    made: Board = replace(board(a_view(one)), cases=(line_of(one), line_of(two)))
    engine.load(made)
    yield Stand(engine, hands, context, qtbot, {CASE: one, OTHER: two})
