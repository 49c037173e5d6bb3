"""A unit's task: its table of moves, the tick and the recorder before departure."""

from __future__ import annotations

from datetime import timedelta

import pytest

from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import (
    CERTIFIED,
    NEXT,
    RUNNING,
    Task,
    TaskKind,
    TaskRole,
    TaskState,
)
from tests.fakes import local

T = TaskState
AT = local("2025-03-03 09:00")


def task(state: TaskState = T.ASSIGNED, kind: TaskKind = TaskKind.HANDLE) -> Task:
    return Task(street="990101001", id="t", case="c", unit="u", role=TaskRole.LEAD, kind=kind,
                state=state, assigned_at=AT)  # fmt: skip


@pytest.mark.parametrize("start", sorted(T))
@pytest.mark.parametrize("to", sorted(T))
def test_a_move_stands_in_the_table_or_is_refused(start: TaskState, to: TaskState) -> None:
    if to in NEXT[start]:
        assert task(start).to(to, AT).state is to
        return
    with pytest.raises(Refusal, match="task_move"):
        task(start).to(to, AT)


def test_the_way_of_a_task_stamps_each_step() -> None:
    one = task()
    minutes = [AT + timedelta(minutes=n) for n in range(1, 5)]
    for state, at in zip((T.SIGNED, T.EN_ROUTE, T.ON_SCENE, T.DONE), minutes, strict=True):
        one = one.to(state, at)
    assert [one.signed_at, one.left_at, one.on_scene_at, one.ended_at] == minutes
    again = one.to(T.SIGNED, AT + timedelta(hours=1))
    assert (again.ended_at, again.signed_at) == (None, AT + timedelta(hours=1))
    assert {state for state in T if task(state).running} == RUNNING


@pytest.mark.parametrize("kind", sorted(TaskKind))
def test_certified_kinds_want_certificates_and_recorder(kind: TaskKind) -> None:
    signed = task(T.SIGNED, kind)
    if kind not in CERTIFIED:
        assert signed.depart(AT, None, certificates_ready=False).state is T.EN_ROUTE
        assert signed.arrive(AT, None, None).state is T.ON_SCENE
        return
    with pytest.raises(Refusal) as said:
        signed.depart(AT, "R1", certificates_ready=False)
    assert said.value.values["article"] == "行政处罚法55"
    with pytest.raises(Refusal) as said:
        signed.depart(AT, None, certificates_ready=True)
    assert said.value.values["article"] == "行政处罚法47"
    with pytest.raises(Refusal, match="recorder_missing"):
        signed.arrive(AT, None, None)
    gone = signed.depart(AT, "R1", certificates_ready=True)
    assert gone.certificates_shown and gone.arrive(AT, 113.4, 22.9).lon == 113.4


def test_kinds_that_need_two_certificates() -> None:
    assert {TaskKind.INSPECT, TaskKind.ENFORCE, TaskKind.COERCE} == CERTIFIED
