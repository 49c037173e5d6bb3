"""Day D (domain.md section 11): the handover at 08:00 with twelve open, told through the Desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    AcknowledgeItem,
    AddAddendum,
    AskRequest,
    ContactWhistle,
    DecideWhistle,
    DraftWhistle,
    DropHandover,
    FreezeHandover,
    KeepPromise,
    MakePromise,
    RecordNotice,
    SignHandover,
    SignWhistle,
)
from commandcenter.domain.handover import HandoverState, Mark, NoticeKind, Party
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import RequestKind
from commandcenter.domain.whistle import WhistleKind
from commandcenter.services.handover_views import AskHandover, AskHandovers, HandoverView
from commandcenter.services.whistle_views import AskWhistles
from tests.fakes import Room, local, open_room
from tests.walks import UNIT, callback, dispatched, filed, refused, signed, suspended

DAY = "2025-10-16"
WORDS = {"lead-1": "outgoing-pass-1", "lead-2": "incoming-pass-2"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2025-10-15 16:00")
    yield made
    made.center.close()


def view(room: Room, handover: str | None = None) -> HandoverView:
    found: HandoverView = room.desk.ask(AskHandover(handover=handover), "lead-1")
    return found


def twelve(room: Room) -> list[str]:
    """The night's cases: each kind that the day's text names."""
    room.clock.set("2025-10-15 16:00")
    review = (local(f"{DAY} 00:00") - room.clock.at).days + 1
    cases = [suspended(room, days=review), callback(room)]
    cases += [signed(room, item="01-02"), signed(room, item="01-02")]
    cases += [signed(room, item="01-08") for _ in range(3)]
    cases += [whistled(room), whistled(room)]
    returned, extended = dispatched(room, item="01-10"), signed(room, item="01-10")
    room.do(AskRequest, UNIT, case=returned, kind=RequestKind.RETURN, reason="not_mine",
            proposed_unit="housing")  # fmt: skip
    room.do(AskRequest, UNIT, case=extended, kind=RequestKind.EXTENSION, reason="parts",
            limit="2wd")  # fmt: skip
    room.clock.set(f"{DAY} 07:30")
    urgent = filed(room, item="04-06")
    return [*cases, returned, extended, urgent]


def whistled(room: Room) -> str:
    """A case whose whistle awaits the department's check-in."""
    case = signed(room, item="01-10")
    room.do(DraftWhistle, "dispatch-1", case=case, kind=WhistleKind.JOINT, lead="housing",
            words="请到场会同处置")  # fmt: skip
    (whistle,) = room.desk.ask(AskWhistles(case=case), "lead-1").whistles
    part = {"case": case, "whistle": whistle.whistle.id}
    room.do(DecideWhistle, "leader-1", approve=True, blow=True, **part)
    room.do(SignWhistle, "unit-housing", unit="housing", **part)
    room.do(ContactWhistle, "unit-housing", unit="housing", **part)
    return case


def acknowledge(room: Room, handover: str, case: str, **more: str) -> None:
    room.do(AcknowledgeItem, "lead-2", handover=handover, case=case, **more)


def sign(room: Room, handover: str, who: str) -> None:
    room.do(SignHandover, who, handover=handover, password=WORDS[who])


def test_day_d(room: Room) -> None:
    cases = twelve(room)
    room.do(MakePromise, "dispatch-1", case=cases[4], party=Party.COMPLAINANT, words="中午前回电",
            by_when=local(f"{DAY} 12:00"))  # fmt: skip
    room.do(RecordNotice, "lead-1", kind=NoticeKind.INSTRUCTION, words="加强夜间巡查", origin="区")
    room.clock.set(f"{DAY} 07:45")
    draft = view(room)
    parts = draft.parts
    assert draft.handover is None and len(parts.items) == 12
    assert (parts.starts, parts.ends) == (local("2025-10-15 20:00"), local(f"{DAY} 08:00"))
    assert {one.mark for one in parts.items} == {Mark.NEW}
    kinds = sorted(one.kind for one in parts.owed)
    waits = ["whistle_checked_in"] * 2
    assert kinds == ["callback", "extension", "return", *waits]
    assert parts.counts.suspended == 1 and parts.counts.red >= 2 and not parts.nil
    assert [one.words for one in parts.texts] == ["加强夜间巡查", "中午前回电"]

    room.clock.set("08:00")
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2", remarks="夜间平稳").subject
    assert room.case(cases[0]).state is CaseState.SUSPENDED
    refused(room, "not_the_incoming", AcknowledgeItem, "lead-1", handover=record, case=cases[0])
    room.clock.set("08:05")
    for one in cases[:11]:
        acknowledge(room, record, one)
    room.clock.set("08:07")
    arrived = room.report(place="新报路口")
    assert set(view(room, record).unacknowledged) == {cases[11], arrived}
    with pytest.raises(Refusal, match="not_acknowledged") as said:
        sign(room, record, "lead-1")
    assert said.value.values["case"] in (cases[11], arrived)

    room.clock.set("08:16")
    acknowledge(room, record, cases[11])
    room.clock.set("08:18")
    acknowledge(room, record, arrived)
    late = {one.item.case: one.item.late for one in view(room, record).parts.items}
    assert late[arrived] and sum(late.values()) == 1
    owners = {one: room.case(one).owner for one in cases}
    room.clock.set("08:20")
    sign(room, record, "lead-1")
    assert {one: room.case(one).owner for one in cases} == owners
    room.clock.set("08:21")
    sign(room, record, "lead-2")
    assert {room.case(one).owner for one in (*cases, arrived)} == {"lead-2"}
    done = view(room, record)
    assert done.handover and done.handover.state is HandoverState.SIGNED and done.good
    assert len(done.handover.hash or "") == 64

    room.clock.set("08:40")
    refused(room, "handover_signed", AcknowledgeItem, "lead-2", handover=record, case=cases[0])
    refused(room, "handover_signed", DropHandover, "lead-1", handover=record, reason="mistake")
    room.do(AddAddendum, "lead-1", handover=record, words="更正：第3件承诺为14时")
    again = view(room, record)
    assert [words for _, words in again.addenda] == ["更正：第3件承诺为14时"] and again.good
    assert again.handover == done.handover
    listed = room.desk.ask(AskHandovers(), "auditor-1").handovers
    assert [one.id for one in listed] == [record]
    assert room.center.verify().good and not room.center.differences()


def test_what_changes_after_the_first_signature_is_asked_again(room: Room) -> None:
    room.clock.set(f"{DAY} 07:30")
    case = signed(room, item="01-10")
    room.clock.set("08:00")
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
    acknowledge(room, record, case)
    sign(room, record, "lead-2")
    room.do(MakePromise, "dispatch-1", case=case, party=Party.LEADER, words="九点报告",
            by_when=local(f"{DAY} 09:00"))  # fmt: skip
    (item,) = view(room, record).parts.items
    assert item.changed == ("promise",) and item.item.promised is None
    with pytest.raises(Refusal, match="not_acknowledged"):
        sign(room, record, "lead-1")
    acknowledge(room, record, case, question="谁去报告")
    found = view(room, record)
    assert found.questions == (case,) and found.handover and found.handover.in_signed_at is None
    with pytest.raises(Refusal, match="not_acknowledged"):
        sign(room, record, "lead-1")
    acknowledge(room, record, case)
    promise = view(room, record).parts.items[0].item.promised
    assert promise and promise.startswith("leader ")
    sign(room, record, "lead-1")
    sign(room, record, "lead-2")
    room.do(KeepPromise, "lead-2", case=case, promise=promise.split()[2])
    room.clock.set("19:50")
    (next_one,) = view(room).parts.items
    assert next_one.mark is Mark.CHANGED and next_one.item.promised is None


def test_an_absent_incoming_person_is_told_to_the_leader_once(room: Room) -> None:
    room.clock.set(f"{DAY} 07:50")
    signed(room, item="01-10")
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2", leader="duty-1").subject
    room.clock.set("08:14")
    assert room.desk.tick() == 0
    room.clock.set("08:15")
    assert room.desk.tick() == 1
    assert room.desk.tick() == 0
    told = view(room, record).handover
    assert told and told.alerted_at == local(f"{DAY} 08:15")
    with pytest.raises(Refusal, match="login_wrong"):
        sign_wrong(room, record)


def sign_wrong(room: Room, record: str) -> None:
    """The first signature sets the password of a desk without a server, the next must know it."""
    (item,) = view(room, record).parts.items
    acknowledge(room, record, item.item.case)
    sign(room, record, "lead-2")
    room.do(RecordNotice, "lead-1", kind=NoticeKind.FAULT, words="无关的话")
    room.clock.pass_(minutes=1)
    again = room.report(place="又一件")
    acknowledge(room, record, again)
    room.do(SignHandover, "lead-2", handover=record, password="another-one-3")


def test_what_is_overdue_or_came_after_the_shift_is_no_nil_report(room: Room) -> None:
    room.clock.set(f"{DAY} 07:50")
    assert view(room).parts.nil
    room.clock.set(f"{DAY} 08:05")
    filed(room, item="01-10")
    late = view(room).parts
    assert late.shift == "night" and late.counts.filed == 0 and not late.nil
    room.clock.set("2025-10-23 07:50")
    old = view(room).parts
    assert old.counts.filed == 0 and old.counts.red == 1 and not old.nil


def test_nothing_to_hand_over_is_a_nil_report(room: Room) -> None:
    room.clock.set(f"{DAY} 07:50")
    assert view(room).parts.nil
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
    refused(room, "handover_running", FreezeHandover, "lead-2", incoming="lead-1")
    sign(room, record, "lead-1")
    room.clock.pass_(minutes=1)
    sign(room, record, "lead-2")
    assert view(room, record).good
    room.clock.set("08:30")
    assert view(room).parts.starts == local(f"{DAY} 08:00")
