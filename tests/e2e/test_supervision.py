"""A supervision order has a due time of its own (domain.md section 2): the whole desk shows it."""

from __future__ import annotations

from datetime import timedelta

from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    AnswerSupervision,
    CloseCase,
    SuperviseCase,
)
from commandcenter.services.views import AskBoard, CaseLine
from tests import walks
from tests.fakes import Room
from tests.walks import UNIT
from ui.alarms import alarms
from ui.models.queue import QueueModel
from ui.models.queue_cells import Column, left_cell, nearest_due, tip


def supervised(room: Room, case: str, hours: float) -> CaseLine:
    due = room.clock.at + timedelta(hours=hours)
    room.do(SuperviseCase, "supervisor-1", case=case, due=due, words="限期答复")
    return line(room, case)


def line(room: Room, case: str) -> CaseLine:
    return next(one for one in room.desk.ask(AskBoard(), "lead-1").cases if one.id == case)


def test_the_queue_counts_down_to_the_answer_and_its_lateness_rings(room: Room) -> None:
    first, second = walks.signed(room), walks.signed(room)
    model = QueueModel({}, room.clock)
    model.load(room.desk.ask(AskBoard(), "lead-1"))
    assert model.row_of(first) < model.row_of(second)
    since = room.desk.changes(0).seq
    seen = supervised(room, second, 2)
    assert nearest_due(seen) == seen.supervise_due
    model.apply(room.desk.changes(since))
    assert model.row_of(second) < model.row_of(first)
    now = room.clock()
    assert left_cell(seen, now).token == "text"
    assert "督办 今天 11:00 前答复" in tip(seen, Column.LEFT, now, {})
    assert alarms([seen], now) == []
    room.clock.pass_(hours=2, minutes=1)
    (alarm,) = alarms([seen], room.clock())
    assert (alarm.kind, alarm.since) == ("supervise_red", seen.supervise_due)
    assert left_cell(seen, room.clock()).token == "lamp_red"
    room.do(AcknowledgeAlarm, "lead-1", case=second, alarm=alarm.code)
    assert alarms([line(room, second)], room.clock()) == []
    room.do(AnswerSupervision, UNIT, case=second, words="已完成")
    assert line(room, second).supervise_due is None
    assert nearest_due(line(room, second)) == line(room, second).due


def test_an_order_that_nobody_answered_does_not_keep_a_closed_case_on_the_list(room: Room) -> None:
    case = walks.passed(room)
    supervised(room, case, 1)
    room.do(CloseCase, "lead-1", case=case)
    assert room.desk.ask(AskBoard(), "lead-1").cases == ()
