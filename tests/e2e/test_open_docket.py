"""A closed case stays on the list while a sub-docket of it is open (domain.md sections 2, 5)."""

from __future__ import annotations

from commandcenter.domain.clock import Lamp
from commandcenter.domain.commands import AcknowledgeAlarm, CloseDocket, ReportDocket
from commandcenter.services.views import AskBoard, Board, CaseLine
from tests.e2e import test_day_a as day_a
from tests.fakes import Room, local
from ui.alarms import alarms
from ui.models.queue import QueueModel
from ui.models.queue_cells import docket_lamp, listed, nearest_due, state_cell

room = day_a.room


def board(room: Room) -> Board:
    found: Board = room.desk.ask(AskBoard(), "lead-1")
    return found


def only(room: Room) -> CaseLine:
    (line,) = board(room).cases
    return line


def test_the_docket_of_a_closed_case_is_listed_until_it_ends(room: Room) -> None:
    day_a.test_petrol(room)
    line = only(room)
    case, docket = line.id, room.view(line.id).dockets[0].id
    assert line.docket_due == local("2019-07-12 10:35") == nearest_due(line)
    assert docket_lamp(line, room.clock()) is Lamp.GREEN and alarms([line], room.clock()) == []
    assert "子卷" in state_cell(line).text
    room.clock.set("2019-07-12 06:00")  # past 80 % of the 24 hours
    (alarm,) = alarms([line], room.clock())
    assert alarm.kind == "docket_warn" and docket_lamp(line, room.clock()) is Lamp.YELLOW
    room.do(AcknowledgeAlarm, "lead-1", case=case, alarm=alarm.code)
    assert alarms([only(room)], room.clock()) == []
    room.do(ReportDocket, "dispatch-1", day_a.LEADER, case=case, docket=docket)
    assert only(room).docket_due == local("2019-08-11 00:00")  # the end of 08-10, not rolled
    room.clock.set("2019-08-11 08:00")
    assert [one.kind for one in alarms([only(room)], room.clock())] == ["docket_red"]
    before = room.desk.changes(0).seq
    room.do(
        CloseDocket, "dispatch-1", day_a.LEADER, case=case, docket=docket, outcome="confiscated"
    )
    (changed,) = room.desk.changes(before).cases
    assert not listed(changed) and board(room).cases == ()


def test_the_queue_holds_it_and_lets_it_go(room: Room) -> None:
    model = QueueModel({}, room.clock)
    day_a.test_petrol(room)
    shown = board(room)
    model.load(shown)
    assert model.holds(shown.cases[0].id)
    case = shown.cases[0].id
    docket = room.view(case).dockets[0].id
    room.do(CloseDocket, "dispatch-1", day_a.LEADER, case=case, docket=docket, outcome="released")
    model.apply(room.desk.changes(shown.seq))
    assert not model.holds(case)
