"""Timers on the screen: the queue's marks and order, the alarms, the case, the keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    ArriveTask,
    DepartTask,
    DispatchJoint,
    SetOfficerShift,
    SetWatch,
)
from commandcenter.domain.joint import JointKind, JointPart
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard, CaseLine
from tests import walks
from tests.fakes import LOCAL, Room
from tests.ui.deskseat import seat_at
from tests.ui.stepstand import Stand
from ui.actions import by_name
from ui.alarms import CHECK_IN, alarms
from ui.models.queue_cells import badges, left_cell, nearest_due, urgency
from ui.models.roster_cells import Column, team_cell
from ui.panels.case import CasePanel
from ui.words import code

URGENT = {"item": "04-01"}


def line(room: Room, case: str) -> CaseLine:
    found = room.desk.ask(AskBoard(), "lead-1").cases
    return next(one for one in found if one.id == case)


def watched(room: Room, minutes: int = 15) -> str:
    """A general case whose crew is to check in."""
    case = walks.signed(room)
    given = {"case": case, "task": room.lead_task(case)}
    room.do(SetWatch, "dispatch-1", **given, minutes=minutes)
    return case


def rings(room: Room, case: str) -> list[str]:
    return [one.code for one in alarms([line(room, case)], room.clock())]


def test_a_missed_check_in_rings_until_somebody_saw_it(room: Room) -> None:
    case = watched(room)
    assert [one.text for one in badges(line(room, case), room.clock())] == ["◎ 待报平安"]
    assert nearest_due(line(room, case)) == room.clock() + timedelta(minutes=15)
    room.clock.pass_(minutes=16)
    assert badges(line(room, case), room.clock())[0].text == "◎ 待报平安超时"
    assert left_cell(line(room, case), room.clock()).token == "lamp_red"
    (rung,) = alarms([line(room, case)], room.clock())
    assert rung.kind == CHECK_IN and code("alarm", rung.code) == "未按时报平安"
    room.do(AcknowledgeAlarm, "dispatch-1", case=case, alarm=rung.code)
    assert rings(room, case) == []
    room.clock.pass_(minutes=60)
    assert room.desk.tick() == 1
    assert rings(room, case) == []  # the same miss rings once


def test_a_team_that_does_not_leave_or_arrive_rings_too(room: Room) -> None:
    case = walks.signed(room, **URGENT)
    room.clock.pass_(minutes=6)
    assert [code("alarm", one) for one in rings(room, case)] == ["签收后未按时出发"]
    assert badges(line(room, case), room.clock())[0].text == "◎ 待出发超时"
    room.do(DepartTask, walks.UNIT, case=case, task=room.lead_task(case))
    assert rings(room, case) == []


def test_a_leads_missing_signature_rings_once_not_twice(room: Room) -> None:
    case = walks.dispatched(room, **URGENT)
    room.clock.pass_(minutes=11)
    assert [code("alarm", one) for one in rings(room, case)] == ["签收超时"]


def test_a_crew_that_is_to_check_in_stands_before_what_is_due_later(room: Room) -> None:
    plain, alone = walks.signed(room), watched(room)
    now = room.clock()
    ordered = sorted((line(room, one) for one in (plain, alone)), key=lambda one: urgency(one, now))
    assert [one.id for one in ordered] == [alone, plain]
    held = replace(line(room, alone), watch=None, watch_due=None)
    assert urgency(held, now)[:2] == urgency(line(room, plain), now)[:2]


@pytest.fixture
def stand(qtbot: Any, room: Room) -> Iterator[Stand]:
    made = Stand(room, qtbot)
    made.sit("dispatch-1")
    yield made
    made.stop()


def test_a_word_and_a_timer_are_keyed_in(stand: Stand, qtbot: Any) -> None:
    room = stand.room
    case = walks.signed(room)
    stand.selection.set_case(case)
    stand.open("task.watch")
    stand.give()
    stand.closed()
    qtbot.waitUntil(lambda: room.case(case).watch == "check_in")
    room.clock.pass_(minutes=10)
    stand.open("task.word")
    stand.give()
    stand.closed()
    qtbot.waitUntil(lambda: room.case(case).watch_due == room.clock() + timedelta(minutes=15))


def test_an_own_step_is_undone_by_its_key_at_once(stand: Stand, qtbot: Any) -> None:
    room = stand.room
    case = walks.signed(room, **URGENT)
    task = room.lead_task(case)
    room.do(DepartTask, "dispatch-1", behalf=walks.UNIT, case=case, task=task)
    stand.selection.set_case(case)
    stand.panel.start("task.undo")
    qtbot.waitUntil(lambda: room.view(case).tasks[0].state == "signed")
    assert stand.panel.action is None
    view = room.view(case, "dispatch-1")
    assert by_name("task.undo").why_not(view, stand.context.roles) == "not_now"


def test_the_case_shows_timers_and_how_every_team_stands(qtbot: Any, room: Room) -> None:
    case = walks.signed(room, **URGENT)
    given = {"case": case, "task": room.lead_task(case)}
    room.do(SetWatch, "dispatch-1", **given, minutes=15)
    room.do(DepartTask, walks.UNIT, **given)
    room.do(ArriveTask, walks.UNIT, **given)
    room.clock.pass_(minutes=16)
    assert room.desk.tick() == 1
    with seat_at(qtbot, room, "dispatch-1", CasePanel, (1200, 400)) as seat:
        seat.context.selection.set_case(case)
        seat.until(lambda: seat.panel.view is not None)
        told = seat.panel._facts.toPlainText()
        assert "每 15 分钟报平安" in told and "超时 1 次" in told
        assert "待报平安" in seat.panel._head._second.text()
        assert Qt.TextFormat.RichText is seat.panel._head._second.textFormat()


def test_the_roster_says_how_many_tasks_a_team_has(room: Room) -> None:
    one = replace(room.desk.ask(AskBoard(), "lead-1").teams[0], tasks=1, case="a", task="b")
    told = [
        team_cell(team, (), Column.NAME, room.clock(), LOCAL, "2025-000231").text
        for team in (one, replace(one, tasks=2))
    ]
    assert told == [one.short, f"{one.short} ×2"]


def test_the_case_shows_the_joint_task_with_every_team_and_what_forbids_it(
    qtbot: Any, room: Room
) -> None:
    case = walks.filed(room, item="21-903")
    crew = ("officer-safety-1", "officer-safety-2")
    safety = JointPart(unit="safety", team="team-safety", officers=crew, kind=TaskKind.ENFORCE)
    given = {"joint_kind": JointKind.STREET_SURFACE, "kind": TaskKind.HANDLE, "place": "市莲路"}
    parts = (safety, JointPart(unit="police"))
    room.do(DispatchJoint, "dispatch-1", case=case, parts=parts, words="先断电", **given)
    with seat_at(qtbot, room, "dispatch-1", CasePanel, (1200, 400)) as seat:
        seat.context.selection.set_case(case)
        seat.until(lambda: seat.panel.view is not None)
        told = seat.panel._facts.toPlainText()
        for text in ("联合执法", "社会面类", "安监中队牵头", "市莲路", "先断电", "○ 待签收"):
            assert text in told
        assert "■" not in told
        room.do(SetOfficerShift, "dispatch-1", officer="officer-safety-2", on_shift=False)
        seat.until(lambda: "■ 安监中队" in seat.panel._facts.toPlainText())
