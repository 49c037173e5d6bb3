"""What people say around shifts and emergencies stays out of the journal and of others' sight."""

from __future__ import annotations

from datetime import date

import pytest

from commandcenter.domain.commands import (
    AcknowledgeItem,
    AskDutyChange,
    Behalf,
    DutyLine,
    FreezeHandover,
    ListAtRisk,
    PlanDuties,
    PublishDuties,
    RevealAtRisk,
    RiskLine,
)
from commandcenter.domain.duty import DutyAsk, Post
from commandcenter.domain.plan import Response
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Channel
from commandcenter.services.duty_views import AskDutyMonth
from commandcenter.services.emergency_views import AskEmergency
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.relief_views import AskEvacuation, AskReliefMap
from commandcenter.services.views import AskReveals
from tests.fakes import Room
from tests.walks import drilling, signed

TUESDAY = date(2025, 9, 30)


def journalled(room: Room, words: str) -> bool:
    with room.center.database.read.begin() as connection:
        rows = connection.exec_driver_sql("SELECT data FROM journal").scalars()
        return any(words in one for one in rows)


def test_why_somebody_asks_for_leave_is_told_to_who_decides_and_not_journalled(room: Room) -> None:
    lines = tuple(
        DutyLine(day=TUESDAY, shift="day", post=post, person=who)
        for post, who in ((Post.LEADER, "duty-1"), (Post.LEAD, "lead-1"),
                          (Post.DISPATCH, "dispatch-1"))
    )  # fmt: skip
    span = {"first": TUESDAY, "last": TUESDAY}
    room.do(PlanDuties, "lead-1", pattern="day_night", lines=lines, **span)
    room.do(PublishDuties, "lead-1", reason="只排白班", **span)
    month = AskDutyMonth(**span)
    mine = next(one for one in room.desk.ask(month, "lead-1").duties if one.post is Post.DISPATCH)
    given = {"kind": DutyAsk.LEAVE, "duty": mine.id, "stand_in": "dispatch-2"}
    room.do(AskDutyChange, "dispatch-1", reason="母亲住院", **given)
    told = {who: room.desk.ask(month, who).requests[0].reason
            for who in ("duty-1", "dispatch-1", "hotline-1")}  # fmt: skip
    assert told == {"duty-1": "母亲住院", "dispatch-1": "母亲住院", "hotline-1": ""}
    assert not journalled(room, "母亲住院")


def test_a_question_of_the_incoming_person_is_read_and_not_journalled(room: Room) -> None:
    case = signed(room, item="01-10")
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
    given = {"handover": record, "case": case}
    room.do(AcknowledgeItem, "lead-2", question="王阿姨的电话是多少", **given)
    found = room.desk.ask(AskHandover(), "lead-1")
    assert found.questions == (case,)
    assert found.parts.items[0].item.question == "王阿姨的电话是多少"
    assert not journalled(room, "王阿姨")
    room.do(AcknowledgeItem, "lead-2", **given)
    assert room.desk.ask(AskHandover(), "lead-1").questions == ()


def test_needs_and_addresses_of_people_at_risk_are_for_who_moves_them(room: Room) -> None:
    emergency = drilling(room, Response.III)
    grids = ("440113120213001", "440113120213003")
    lines = tuple(
        RiskLine(place=f"{grid[-1]}号楼", name="张三", needs="卧床", grid=grid) for grid in grids
    )
    room.do(ListAtRisk, "lead-1", emergency=emergency, lines=lines)
    whole = AskEmergency(emergency=emergency)
    assert {one.needs for one in room.desk.ask(whole, "lead-1").people} == {"卧床"}
    assert {one.needs for one in room.desk.ask(whole, "admin-1").people} == {None}
    mine = room.desk.ask(AskEvacuation(), "member-070").people
    seen = room.desk.ask(AskReliefMap(), "member-070").addresses
    assert {one.place for one in seen} == {one.at_risk.place for one in mine}
    assert len(room.desk.ask(AskReliefMap(), "lead-1").addresses) == 2


def test_the_auditor_counts_who_looked_at_people_at_risk(room: Room) -> None:
    emergency = drilling(room, Response.III, drill=False)
    line = RiskLine(place="1号楼", name="张三", phone="13800005678", grid="440113120213001")
    room.do(ListAtRisk, "lead-1", emergency=emergency, lines=(line,))
    (one,) = room.desk.ask(AskEvacuation(), "lead-1").people
    given = {"person": one.at_risk.id, "reason": "verify"}
    said = Behalf(person="duty-1", channel=Channel.TELEPHONE, happened_at=room.clock.at)
    with pytest.raises(Refusal, match="not_on_behalf"):
        room.desk.do(RevealAtRisk(behalf=said, **given), "dispatch-1")
    room.do(RevealAtRisk, "dispatch-1", **given)
    found = room.desk.ask(AskReveals(days=1), "auditor-1").lines
    assert [(line.person, line.reason, line.count) for line in found] == [
        ("dispatch-1", "verify", 1)]  # fmt: skip
