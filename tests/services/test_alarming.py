"""Rules of alarms as they reach a seat, who acknowledged what, and what others still owe a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from commandcenter.domain.alarm import DEFAULT_ALARMS, AlarmKind
from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    CallConsultation,
    CloseWhistle,
    ConsultLine,
    FinishConsultTask,
    HoldConsultation,
    VoidCase,
)
from commandcenter.domain.commands.tables import SetAlarms
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.whistle import PartState, WhistlePart
from commandcenter.services.alarm_views import Acks, AskAcks
from commandcenter.services.views import AskBoard, AskReference, AskTables, CaseLine
from tests.fakes import Room, local, writing
from tests.services.test_whistles import blown, one
from tests.walks import signed


def line(room: Room, case: str) -> CaseLine | None:
    board = room.desk.ask(AskBoard(), "lead-1")
    return next((one for one in board.cases if one.id == case), None)


def test_a_street_without_rows_goes_by_ours_and_with_one_by_its_own(room: Room) -> None:
    known = {one.kind: one for one in room.desk.ask(AskReference(), "unit-sanitation").alarms}
    assert known == {one.kind: one for one in DEFAULT_ALARMS}
    lines = room.desk.ask(AskTables(), "admin-1").alarms
    old = next(one for one in lines if one.alarm == "case_red")
    new = replace(old, repeat="90", roles=("shift_lead",))
    room.do(SetAlarms, "admin-1", rows=(new,), seen=(old,))
    own = {one.kind: one for one in room.desk.ask(AskReference(), "lead-1").alarms}
    assert own[AlarmKind.CASE_RED].repeat == 90 and own[AlarmKind.CASE_RED].roles == ("shift_lead",)
    assert own[AlarmKind.STAGE_RED] == known[AlarmKind.STAGE_RED]
    assert room.center.differences() == []


def test_who_acknowledged_what_in_the_last_hours_the_newest_first(room: Room) -> None:
    first, second = room.report(), room.report()
    room.do(AcknowledgeAlarm, "intake-1", case=first, alarm="report_waiting")
    room.clock.pass_(hours=11)
    room.do(AcknowledgeAlarm, "dispatch-1", case=second, alarm="report_waiting")

    def acks(who: str = "lead-1", hours: int = 12) -> list[tuple[str, str, datetime]]:
        found: Acks = room.desk.ask(AskAcks(hours=hours), who)
        return [(one.line.id, one.who, one.at) for one in found.acks]

    now = room.clock.at
    mine = (second, "dispatch-1", now)
    assert acks()[0] == mine and [one[0] for one in acks()] == [second, first]
    room.clock.pass_(hours=2)
    assert acks() == [mine], "older ones are left out"
    with pytest.raises(Refusal, match="no_right"):
        acks("unit-sanitation")
    with pytest.raises(Refusal, match="hours_range"):
        acks(hours=1000)


def test_the_board_carries_the_nearest_open_task_of_a_consultation(room: Room) -> None:
    case = signed(room)
    room.do(CallConsultation, "lead-1", case=case, meets_at=room.clock.at, units=("water",),
            words="加固")  # fmt: skip
    meeting = room.view(case).consultations[0].consultation.id
    dues = (local("2025-10-21 17:30"), local("2025-10-20 17:30"))
    room.do(HoldConsultation, "lead-1", case=case, consultation=meeting, attended=("water",),
            words="先围蔽", tasks=tuple(ConsultLine(unit="water", words="排查", due=one)
                                     for one in dues))  # fmt: skip
    for due in (*sorted(dues), None):
        found, told = line(room, case), room.desk.changes(0, limit=100_000).cases
        assert found is not None and found.consult_due == due
        assert next(one for one in told if one.id == case).consult_due == due
        tasks = [one.task for one in room.view(case).consultations[0].tasks]
        undone = sorted((one for one in tasks if one.done_at is None), key=lambda one: one.due)
        if undone:
            room.do(FinishConsultTask, "dispatch-1", case=case, task=undone[0].id, words="已办")


def test_a_whistle_that_waits_for_ratings_keeps_an_ended_case_on_the_board(room: Room) -> None:
    case = signed(room)
    whistle = blown(room, case)
    with writing(room.desk) as tx:
        for part in tx.find(WhistlePart, whistle=whistle):
            for step in ("signed", "contacted", "checked_in", "delivered"):
                part = part.step(PartState(step), room.clock.at)
            tx.put(part)
        at = room.clock.at
        tx.seal(command="done", at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject=case, kind="imported", facts={})  # fmt: skip
    room.do(CloseWhistle, "lead-1", case=case, whistle=whistle)
    found = line(room, case)
    assert found is not None and found.rate_due == one(room, case).whistle.rate_due is not None
    room.do(VoidCase, "lead-1", case=case, reason="mistake")
    found = line(room, case)
    assert found is not None and found.rate_due is not None, "both sides rate all the same"
