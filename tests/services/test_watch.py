"""Timers per status and check-ins: shown, noted once within a minute, started anew by a word."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from commandcenter.domain.case import Case
from commandcenter.domain.commands import (
    ArriveTask,
    DepartTask,
    NoteMissed,
    ReportIn,
    ResumeCase,
    SetWatch,
    SignTask,
    UpdateCase,
)
from commandcenter.domain.limits import DEFAULT_TIMERS, Level, Limit, Watch
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import Task
from commandcenter.services.views import AskBoard
from commandcenter.storage.reference import TimerRow
from tests import walks
from tests.fakes import Room, writing
from tests.walks import UNIT, refused

URGENT = {"item": "04-01"}
"""Road collapse: urgent, to sign in 10 min, to leave in 5, to arrive in 25, word every 30."""


def task(room: Room, case: str) -> Task:
    return next(one for one in room.view(case).tasks if one.role == "lead")


def step(room: Room, kind: Any, case: str, who: str = UNIT, **fields: Any) -> None:
    room.do(kind, who, case=case, task=task(room, case).id, **fields)


def shown(room: Room, case: str) -> tuple[str | None, float | None]:
    """The code of the case's timer and the minutes to its end."""
    found: Case = room.case(case)
    due = found.watch_due
    return found.watch, None if due is None else (due - room.clock.at).total_seconds() / 60


def missed(room: Room, case: str) -> list[Any]:
    entries = [line.entry for line in room.view(case).story]
    return [one.facts["missed"] for one in entries if one.kind == "timer_missed"]


def test_each_status_has_its_timer_and_the_last_step_leaves_none(room: Room) -> None:
    case = walks.dispatched(room, **URGENT)
    assert shown(room, case) == ("sign", 10)
    walks.sign(room, case)
    assert shown(room, case) == ("leave", 5)
    step(room, DepartTask, case)
    assert shown(room, case) == ("arrive", 25)
    step(room, ArriveTask, case)
    assert shown(room, case) == ("scene", 30)
    room.clock.pass_(minutes=20)
    room.do(UpdateCase, UNIT, case=case, words="正在围挡")
    assert shown(room, case) == ("scene", 30)
    walks.feed(room, case)
    assert shown(room, case) == (None, None)


def test_a_timer_that_runs_out_is_noted_once_and_stays_to_be_seen(room: Room) -> None:
    case = walks.signed(room, **URGENT)
    room.clock.pass_(minutes=5)
    assert room.desk.tick() == 0
    room.clock.pass_(seconds=1)
    assert room.desk.tick() == 1
    assert room.desk.tick() == 0
    assert [one[:2] for one in missed(room, case)[0]] == [["sanitation", "leave"]]
    assert task(room, case).missed == 1
    assert shown(room, case)[0] == "leave"
    line = next(o for o in room.desk.ask(AskBoard(), "lead-1").cases if o.id == case)
    assert (line.watch, line.watch_due) == ("leave", room.case(case).watch_due)
    step(room, DepartTask, case)
    room.clock.pass_(minutes=26)
    assert room.desk.tick() == 1
    assert task(room, case).missed == 2
    with pytest.raises(Refusal, match="nothing_changed"):
        room.desk.do(NoteMissed(case=case), "system")


def test_noting_a_miss_makes_no_form_stale(room: Room) -> None:
    case = walks.signed(room, **URGENT)
    seen = room.case(case).version
    room.clock.pass_(minutes=6)
    assert room.desk.tick() == 1
    step(room, DepartTask, case, seen=seen)
    assert task(room, case).state == "en_route"


def test_a_check_in_sounds_among_other_timers_and_starts_anew_with_each_word(room: Room) -> None:
    case = walks.signed(room)
    assert shown(room, case) == (None, None)
    step(room, SetWatch, case, "dispatch-1", minutes=15)
    assert shown(room, case) == ("check_in", 15)
    room.clock.pass_(minutes=14)
    step(room, ReportIn, case, "dispatch-1", words="电台报平安")
    assert shown(room, case) == ("check_in", 15)
    step(room, DepartTask, case)
    step(room, ArriveTask, case)
    room.clock.pass_(minutes=16)
    assert room.desk.tick() == 1
    assert shown(room, case) == ("check_in", -1)
    room.clock.pass_(minutes=110)
    assert room.desk.tick() == 1  # no word from the scene either; the check-in stays in front
    assert shown(room, case)[0] == "check_in"
    assert [len(one) for one in missed(room, case)] == [1, 1]
    step(room, ReportIn, case)
    assert shown(room, case) == ("check_in", 15)
    step(room, SetWatch, case, minutes=None)
    assert shown(room, case) == ("scene", 120)
    assert task(room, case).missed == 2


def test_who_was_only_told_is_not_waited_for_until_it_left(room: Room) -> None:
    case = walks.dispatched(room, notify=("fire",), **URGENT)
    fire = next(one.id for one in room.view(case).tasks if one.unit == "fire")
    room.do(SignTask, "unit-fire", case=case, task=fire)
    walks.sign(room, case)
    step(room, DepartTask, case)
    step(room, ArriveTask, case)
    room.clock.pass_(minutes=20)
    assert room.desk.tick() == 0
    room.do(DepartTask, "unit-fire", case=case, task=fire)
    room.clock.pass_(minutes=26)
    assert room.desk.tick() == 1
    assert {one[1] for one in missed(room, case)[0]} == {"scene", "arrive"}


def test_what_a_watch_wants(room: Room) -> None:
    case = walks.dispatched(room, co=("water",))
    key = task(room, case).id
    given = {"case": case, "task": key}
    refused(room, "watch_minutes", SetWatch, "dispatch-1", **given, minutes=0)
    refused(room, "watch_minutes", SetWatch, "dispatch-1", **given, minutes=1441)
    refused(room, "nothing_changed", SetWatch, "dispatch-1", **given, minutes=None)
    refused(room, "not_your_unit", SetWatch, "unit-water", **given, minutes=5)
    refused(room, "task_not_out", ReportIn, "dispatch-1", **given)


def test_a_rest_stops_the_timers_and_they_start_anew_after_it(room: Room) -> None:
    case = walks.suspended(room, **URGENT)
    assert shown(room, case) == (None, None)
    room.clock.pass_(days=2)
    assert room.desk.tick() == 0
    room.do(ResumeCase, "dispatch-1", case=case)
    assert shown(room, case) == ("leave", 5)


def test_the_tables_rows_override_the_defaults(room: Room) -> None:
    with writing(room.desk) as tx:
        tx.put(TimerRow(street=tx.street, id="leave/urgent", limit="2min"))
        tx.put(TimerRow(street=tx.street, id="arrive/urgent", limit=None))
        said = {"command": "t", "who": "system", "behalf": None, "channel": None}
        told = {"subject": "tables", "kind": "timers_set", "facts": {}}
        tx.seal(at=room.clock.at, happened_at=room.clock.at, **said, **told)
    room.desk.reload()
    case = walks.signed(room, **URGENT)
    assert shown(room, case) == ("leave", 2)
    step(room, DepartTask, case)
    assert shown(room, case) == (None, None)


def test_an_urgent_teams_timers_add_up_to_the_limit_of_the_scene() -> None:
    both = [DEFAULT_TIMERS[one, Level.URGENT] for one in (Watch.LEAVE, Watch.ARRIVE)]
    assert sum((one.span for one in both if one), timedelta()) == Limit.parse("30min").span


def test_replaying_gives_the_same_rows_and_the_chain_holds(room: Room) -> None:
    case = walks.signed(room, **URGENT)
    step(room, SetWatch, case, minutes=1)
    room.clock.pass_(minutes=9)
    assert room.desk.tick() == 1
    assert room.center.verify().good and room.center.differences() == []
