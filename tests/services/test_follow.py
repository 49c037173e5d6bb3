"""A team's status is per assignment: the furthest of its tasks, never free while one runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain import watch
from commandcenter.domain.commands import (
    ArriveTask,
    DepartTask,
    DispatchCase,
    RecallCase,
    ReportIn,
    SetTeamStatus,
    SetWatch,
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


def timers_agree(room: Room, cases: list[str]) -> None:
    """Each case shows the timer that its tasks give, and no miss is on record twice."""
    for key in cases:
        view = room.view(key)
        shown = watch.shown(view.case, view.tasks, room.desk.rules)
        wanted = (shown.code.value, shown.due) if shown else (None, None)
        assert (view.case.watch, view.case.watch_due) == wanted
        told = [one.entry.facts for one in view.story if one.entry.kind == "timer_missed"]
        assert len({str(one["missed"]) for one in told}) == len(told)


BACK = ("undo_task", "word", "recall")
NEXT = {
    None: ("send",),
    "assigned": ("sign", "sign", "undo_case", "watch", "recall"),
    "signed": ("depart", "depart", "watch", "feed", *BACK),
    "en_route": ("arrive", "arrive", "watch", *BACK),
    "on_scene": ("feed", "watch", *BACK),
}
"""What may well be done next to a case, by the state of its running task."""
SECONDS = (0, 2, 5, 12, 200, 4000)
KINDS = {"sign": SignTask, "arrive": ArriveTask, "undo_task": UndoTask, "word": ReportIn}


def next_step(room: Room, case: str, pick: int) -> str:
    """One of the steps that fit, or a turn of the clock."""
    running = [one.state.value for one in room.view(case).tasks if one.running]
    steps = NEXT[running[0] if running else None]
    return "tick" if pick % 5 == 0 else steps[pick // 5 % len(steps)]


def play(room: Room, what: str, case: str) -> None:
    """Take the step; the Desk may refuse it."""
    if what == "send":
        send(room, case)
    elif what == "tick":
        room.desk.tick()
    elif what == "watch":
        step(room, SetWatch, case, minutes=3)
    elif what == "feed":
        walks.feed(room, case, UNIT)
    elif what == "depart":
        depart(room, case)
    elif what == "recall":
        room.do(RecallCase, "dispatch-1", case=case, reason="wrong_unit")
    elif what == "undo_case":
        room.do(UndoCase, "dispatch-1", case=case)
    else:
        step(room, KINDS[what], case)


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    walk=st.lists(
        st.tuples(st.integers(0, 99), st.integers(0, 2), st.sampled_from(SECONDS)),
        min_size=12,
        max_size=30,
    )
)
def test_tasks_of_one_team_never_lose_its_status(
    walk: list[tuple[int, int, int]], tmp_path_factory: Any
) -> None:
    folder: Path = tmp_path_factory.mktemp("walk")
    room = open_room(folder)
    try:
        cases = [walks.filed(room) for _ in range(3)]
        for pick, which, seconds in walk:
            room.clock.pass_(seconds=seconds)
            try:
                play(room, next_step(room, cases[which], pick), cases[which])
            except Refusal:
                continue
            agrees(room)
            timers_agree(room, cases)
        assert room.center.differences() == []
    finally:
        room.center.close()
