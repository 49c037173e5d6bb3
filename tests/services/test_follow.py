"""A team's status is per assignment: the furthest of its tasks, never free while one runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain.commands import (
    ArriveTask,
    Command,
    DepartTask,
    DispatchCase,
    RecallCase,
    SetTeamStatus,
    SignTask,
    UndoCase,
    UndoTask,
)
from commandcenter.domain.person import Team, TeamStatus
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import Task, TaskKind
from commandcenter.services.views import AskBoard
from tests import walks
from tests.fakes import Room, open_room

CREW = ("officer-surface-1", "officer-surface-2")
UNIT = "unit-enforcement"
STATUS = {"assigned": 0, "signed": 1, "en_route": 2, "on_scene": 3}


def team(room: Room) -> Team:
    board = room.desk.ask(AskBoard(), "lead-1")
    return next(one for one in board.teams if one.id == "team-surface")


def send(room: Room, case: str) -> None:
    given = {"lead_unit": "enforcement", "team": "team-surface", "officers": CREW}
    room.do(DispatchCase, "dispatch-1", case=case, kind=TaskKind.ENFORCE, **given)


def two(room: Room) -> tuple[str, str]:
    """Two cases that the same team has."""
    found = walks.filed(room), walks.filed(room)
    for case in found:
        room.clock.pass_(minutes=1)
        send(room, case)
    return found


def step(room: Room, kind: Any, case: str, **more: Any) -> None:
    room.do(kind, UNIT, case=case, task=room.lead_task(case), **more)


def depart(room: Room, case: str) -> None:
    step(room, DepartTask, case, recorder="REC-1", certificates_ready=True)


def shown(room: Room) -> tuple[str, str | None, int]:
    found = team(room)
    return found.status.value, found.case, found.tasks


def test_a_second_task_never_resets_the_first(room: Room) -> None:
    first, second = two(room)
    assert shown(room) == ("assigned", second, 2)
    step(room, SignTask, first)
    assert shown(room) == ("signed", first, 2)
    depart(room, first)
    step(room, ArriveTask, first)
    there = team(room).since
    room.clock.pass_(minutes=3)
    step(room, SignTask, second)
    assert shown(room) == ("on_scene", first, 2)
    assert team(room).since == there


def test_when_one_ends_the_others_status_shows_since_it_stands(room: Room) -> None:
    first, second = two(room)
    for case in (first, second):
        step(room, SignTask, case)
    signed = team(room).since
    depart(room, first)
    step(room, ArriveTask, first)
    room.clock.pass_(minutes=30)
    room.do(RecallCase, "dispatch-1", case=first, reason="wrong_unit")
    assert shown(room) == ("signed", second, 1)
    assert team(room).since == signed
    room.do(RecallCase, "dispatch-1", case=second, reason="wrong_unit")
    assert shown(room) == ("free", None, 0)


def test_rest_is_set_by_hand_and_a_task_ends_it(room: Room) -> None:
    room.do(SetTeamStatus, "dispatch-1", team="team-surface", status=TeamStatus.REST)
    assert shown(room) == ("rest", None, 0)
    case = walks.filed(room)
    send(room, case)
    assert shown(room)[0] == "assigned"
    room.do(UndoCase, "dispatch-1", case=case)
    assert shown(room) == ("rest", None, 0)


def agrees(room: Room) -> None:
    """The team shows the furthest of its running tasks, whatever happened."""
    tasks = room.desk.read(lambda tx: tx.find(Task, team="team-surface"))
    running = [one for one in tasks if one.running]
    found = team(room)
    assert found.tasks == len(running)
    if running:
        best = max(STATUS[one.state.value] for one in running)
        assert STATUS[found.status.value] == best
        assert found.task in {o.id for o in running if STATUS[o.state.value] == best}
    else:
        assert (found.status, found.task, found.case) == (TeamStatus.FREE, None, None)


STEPS = ("send", "sign", "depart", "arrive", "recall", "undo_case", "undo_task", "feed")


def play(room: Room, what: str, case: str) -> None:
    """One step if it may be taken at all."""
    plain: dict[str, tuple[type[Command], str]] = {
        "recall": (RecallCase, "dispatch-1"),
        "undo_case": (UndoCase, "dispatch-1"),
    }
    if what == "send":
        send(room, case)
    elif what == "feed":
        walks.feed(room, case, UNIT)
    elif what == "depart":
        depart(room, case)
    elif what in plain:
        kind, who = plain[what]
        more = {"reason": "wrong_unit"} if what == "recall" else {}
        room.do(kind, who, case=case, **more)
    else:
        kinds = {"sign": SignTask, "arrive": ArriveTask, "undo_task": UndoTask}
        step(room, kinds[what], case)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    walk=st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 2), st.integers(0, 12)), max_size=24
    )
)
def test_tasks_of_one_team_never_lose_its_status(
    walk: list[tuple[str, int, int]], tmp_path_factory: Any
) -> None:
    folder: Path = tmp_path_factory.mktemp("walk")
    room = open_room(folder)
    try:
        cases = [walks.filed(room) for _ in range(3)]
        for what, which, seconds in walk:
            room.clock.pass_(seconds=seconds)
            try:
                play(room, what, cases[which])
            except (Refusal, ValueError):  # no task of its own yet
                continue
            agrees(room)
        assert room.center.differences() == []
    finally:
        room.center.close()
