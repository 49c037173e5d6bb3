"""Supervision orders one by one: to whom, by when, who replies, who may read them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from commandcenter.domain.case import Case
from commandcenter.domain.commands import AnswerSupervision, CloseCase, SuperviseCase
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.services.handover_views import AskHandover, HandoverParts, HandoverView
from commandcenter.services.order_views import AskOrders, OrderView
from tests import walks
from tests.fakes import Room, writing
from tests.walks import UNIT, refused

OTHER = "unit-police"


def order(room: Room, case: str, hours: float, words: str = "限期答复", **more: str) -> str:
    due = room.clock.at + timedelta(hours=hours)
    before = {one.order.id for one in listed(room, case=case)}
    room.do(SuperviseCase, "supervisor-1", case=case, due=due, words=words, **more)
    (made,) = {one.order.id for one in listed(room, case=case)} - before
    return made


def listed(room: Room, who: str = "lead-1", case: str | None = None) -> tuple[OrderView, ...]:
    found: tuple[OrderView, ...] = room.desk.ask(AskOrders(case=case), who).orders
    return found


def handover(room: Room) -> HandoverParts:
    found: HandoverView = room.desk.ask(AskHandover(), "lead-1")
    return found.parts


def due(room: Room, case: str) -> datetime | None:
    return room.case(case).supervise_due


def test_every_order_has_its_due_and_the_case_shows_the_nearest(room: Room) -> None:
    case = walks.signed(room)
    late, soon = order(room, case, 6), order(room, case, 2)
    assert [one.order.id for one in listed(room)] == [soon, late]
    assert due(room, case) == room.clock.at + timedelta(hours=2)
    handed = [one.due for one in handover(room).owed if one.kind == "supervision"]
    assert handed == [one.order.due for one in listed(room)], "both are handed over"
    room.clock.pass_(hours=3)
    room.do(AnswerSupervision, UNIT, case=case, words="清运队已到")
    assert [one.order.id for one in listed(room)] == [soon], "the oldest open one was answered"
    assert room.view(case).story[-1].entry.facts["late"] is False
    room.do(AnswerSupervision, UNIT, case=case, words="已完成", order=soon)
    assert room.view(case).story[-1].entry.facts["late"] is True
    assert (listed(room), due(room, case)) == ((), None)
    told = {one.order.id: one for one in room.view(case).orders}
    assert (told[late].reply, told[soon].reply) == ("清运队已到", "已完成")
    assert [told[one].order.late for one in (late, soon)] == [False, True]
    refused(room, "not_supervised", AnswerSupervision, UNIT, case=case, words="再答", order=soon)
    assert room.center.verify().good and not room.center.differences()


def test_an_order_to_a_co_unit_is_read_and_answered_by_it(room: Room) -> None:
    case = walks.dispatched(room, co=("police",))
    walks.sign(room, case)
    theirs = order(room, case, 4, "请派出所到场，勿提钱晓芸13800005678", unit="police")
    ours = order(room, case, 5)
    (seen,) = [one for one in listed(room, OTHER) if one.words]
    assert (seen.order.id, seen.words) == (theirs, "请派出所到场，勿提钱晓芸138****5678")
    refused(room, "not_your_unit", AnswerSupervision, OTHER, case=case, words="好", order=ours)
    room.do(AnswerSupervision, OTHER, case=case, words="已到场")
    assert [one.order.id for one in listed(room)] == [ours]
    refused(room, "not_your_unit", AnswerSupervision, OTHER, case=case, words="好")
    later = room.clock.at + timedelta(hours=1)
    refused(room, "order_unit", SuperviseCase, "lead-1", case=case, due=later, words="x",
            unit="garden")  # fmt: skip


def test_the_unit_never_reads_who_complained(room: Room) -> None:
    case = walks.callback(room)
    order(room, case, 4, "钱晓芸（13800005678）再次投诉，限期解决")
    (mine,) = listed(room, UNIT)
    assert mine.words == "***（138****5678）再次投诉，限期解决"
    assert room.view(case, UNIT).orders == (mine,)
    assert listed(room, "lead-1")[0].words == "钱晓芸（138****5678）再次投诉，限期解决"
    assert listed(room, "director-1")[0].words is None
    with pytest.raises(Refusal, match="no_such_case"):
        room.desk.ask(AskOrders(case=case), OTHER)
    assert listed(room, OTHER) == ()


def test_an_order_of_before_orders_were_kept_is_answered_by_its_case(room: Room) -> None:
    case, due_ = walks.signed(room), room.clock.at + timedelta(hours=1)
    with writing(room.desk) as tx:
        tx.put(tx.need(Case, case, "x").changed(supervised=True, supervise_due=due_))
        tx.seal(command=new_id(), at=room.clock.at, who="system", behalf=None, channel=None,
                happened_at=room.clock.at, subject=case, kind="imported", facts={})  # fmt: skip
    room.clock.pass_(hours=2)
    room.do(AnswerSupervision, UNIT, case=case, words="已完成")
    assert room.view(case).story[-1].entry.facts["late"] is True
    assert (due(room, case), room.view(case).orders) == (None, ())


def test_a_closed_case_owes_no_reply(room: Room) -> None:
    case = walks.passed(room)
    made = order(room, case, 1)
    room.do(CloseCase, "lead-1", case=case)
    assert listed(room) == ()
    assert [one.order.id for one in listed(room, case=case)] == [made]
    refused(room, "case_ended", AnswerSupervision, UNIT, case=case, words="晚了", order=made)


def test_an_order_of_another_case_is_not_found(room: Room) -> None:
    one, other = walks.signed(room), walks.signed(room)
    order(room, one, 2)
    theirs = order(room, other, 2)
    refused(room, "no_such_order", AnswerSupervision, UNIT, case=one, words="好", order=theirs)
