"""What was silenced or refused at a seat does not stay so for the next one who sits there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QObject

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.commands import AcknowledgeAlarm
from commandcenter.domain.refusal import Refusal
from tests.ui.casefakes import CASE, NOW, REFERENCE, a_case, line_of
from ui.alarm_watch import AlarmWatch
from ui.context import DeskContext
from ui.selection import Selection


class Worker:
    """Takes commands; a test says how they went."""

    def __init__(self) -> None:
        self.given: list[tuple[AcknowledgeAlarm, str]] = []
        self.refuse: list[Callable[[Refusal], None]] = []

    def do(self, command: Any, who: str, done: Any = None, refused: Any = None, *more: Any) -> None:
        self.given.append((command, who))
        self.refuse.append(refused)


@dataclass
class Lines:
    """The one case of the board."""

    listed: list[Any]

    def find(self, case: str) -> Any:
        return next((one for one in self.listed if one.id == case), None)


@dataclass
class Stand:
    """A seat with an urgent case that waits."""

    watch: AlarmWatch
    context: DeskContext
    worker: Worker

    def sit(self, who: str, *roles: str) -> None:
        self.context.who, self.context.roles = who, frozenset(roles)
        self.watch.look(NOW)

    def press(self) -> None:
        for one in self.watch.now:
            self.watch.acknowledge(one)


@pytest.fixture
def stand() -> Iterator[Stand]:
    keeper, worker = QObject(), Worker()
    context = DeskContext(
        worker=worker,
        selection=Selection(keeper),
        reference=REFERENCE,
        clock=WorkClock(WorkCalendar.from_rows(())),
        now=lambda: NOW,
        who="duty-1",
        roles=frozenset({"duty_leader", "dispatcher"}),
    )
    line = line_of(a_case(state=CaseState.FILED, stage=None, stage_due=None))
    made = Stand(AlarmWatch(context, Lines([line]), keeper), context, worker)
    made.watch.look(NOW)
    yield made


def test_what_one_person_silenced_here_rings_for_the_next(stand: Stand) -> None:
    stand.context.roles = frozenset({"duty_leader"})
    rules = dict(stand.watch.rules)

    stand.watch.rules = {kind: replace(one, roles=()) for kind, one in rules.items()}
    stand.watch.look(NOW)
    assert [one.code for one in stand.watch.now] == ["urgent_waiting"]
    stand.press()
    assert (stand.watch.now, stand.worker.given) == ((), [])
    stand.sit("dispatch-1", "dispatcher")
    assert [one.code for one in stand.watch.now] == ["urgent_waiting"]


def test_an_acknowledgement_that_was_refused_can_be_given_again(stand: Stand) -> None:
    stand.press()
    stand.worker.refuse[0](Refusal("no_right"))
    stand.press()
    assert [one.case for one, _ in stand.worker.given] == [CASE, CASE]


def test_what_waits_for_another_acknowledgement_is_not_given_in_the_next_ones_name(
    stand: Stand,
) -> None:
    stand.press()
    stand.press()  # waits for the first
    stand.sit("dispatch-1", "dispatcher")
    line = stand.watch._lines.listed[0]

    stand.watch._lines.listed[0] = replace(line, version=line.version + 1)
    stand.watch.look(NOW)
    assert [who for _, who in stand.worker.given] == ["duty-1"]
