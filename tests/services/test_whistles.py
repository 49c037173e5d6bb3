"""Whistles beyond day B: who may, return and dispute, what ends them, what they hold back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    Behalf,
    BlowWhistle,
    CallConsultation,
    CloseWhistle,
    DecideReturn,
    DecideWhistle,
    DesignateWhistle,
    DisputeWhistle,
    DraftWhistle,
    HoldConsultation,
    NegotiateWhistle,
    RateWhistle,
    ReturnWhistle,
    SignWhistle,
    UrgeWhistle,
    VoidCase,
    WithdrawWhistle,
)
from commandcenter.domain.roles import Channel
from commandcenter.domain.whistle import PartState, Whistle, WhistleKind, WhistlePart, WhistleState
from commandcenter.services.views import AskBoard
from commandcenter.services.whistle_views import AskWhistles, WhistleView
from tests.fakes import Room, local, writing
from tests.walks import refused, signed


@pytest.fixture
def case(room: Room) -> str:
    return signed(room)


def draft(room: Room, case: str, kind: WhistleKind = WhistleKind.JOINT, who: str = "dispatch-1",
          lead: str = "housing", units: tuple[str, ...] = ("water",)) -> str:  # fmt: skip
    room.do(DraftWhistle, who, case=case, kind=kind, lead=lead, units=units, words="请到场会同处置")
    return one(room, case).whistle.id


def blown(room: Room, case: str, **fields: object) -> str:
    whistle = draft(room, case, **fields)  # type: ignore[arg-type]
    room.do(DecideWhistle, "director-1", case=case, whistle=whistle, approve=True, blow=True)
    return whistle


def one(room: Room, case: str, who: str = "lead-1") -> WhistleView:
    found = room.desk.ask(AskWhistles(case=case), who).whistles
    return max(found, key=lambda view: (view.whistle.drafted_at, view.whistle.id))


def part(room: Room, case: str, unit: str) -> WhistlePart:
    return next(view.part for view in one(room, case).parts if view.part.unit == unit)


@pytest.mark.parametrize(
    ("kind", "may", "may_not"),
    [
        (WhistleKind.RESIDENT, "leader-1", "lead-1"),
        (WhistleKind.HARD, "director-1", "leader-1"),
        (WhistleKind.EMERGENCY, "duty-1", "lead-1"),
    ],
)
def test_the_table_says_who_approves_which_kind(
    room: Room, case: str, kind: WhistleKind, may: str, may_not: str
) -> None:
    whistle = draft(room, case, kind)
    said = {"case": case, "whistle": whistle, "approve": True}
    refused(room, "no_right", DecideWhistle, may_not, **said)
    room.do(DecideWhistle, may, **said)
    assert one(room, case).whistle.state is WhistleState.APPROVED
    assert one(room, case).parts[0].part.sign_due is None
    room.do(BlowWhistle, "dispatch-1", case=case, whistle=whistle)
    assert room.case(case).whistle == "blown" and room.case(case).whistle_due is not None


def test_a_leader_does_not_approve_the_own_whistle(room: Room, case: str) -> None:
    whistle = draft(room, case, who="leader-1")
    refused(room, "own_whistle", DecideWhistle, "leader-1", case=case, whistle=whistle,
            approve=True)  # fmt: skip
    refused(room, "words_missing", DecideWhistle, "director-1", case=case, whistle=whistle,
            approve=False)  # fmt: skip
    room.do(DecideWhistle, "director-1", case=case, whistle=whistle, approve=False, words="先自办")
    assert one(room, case).whistle.state is WhistleState.REFUSED
    assert room.case(case).whistle is None


def test_a_draft_names_other_units_than_the_lead_and_each_once(room: Room, case: str) -> None:
    words = {"case": case, "kind": WhistleKind.JOINT, "words": "请到场处置"}
    refused(room, "unit_leads_already", DraftWhistle, "lead-1", lead="sanitation", **words)
    refused(room, "unit_named_twice", DraftWhistle, "lead-1", lead="water", units=("water",),
            **words)  # fmt: skip
    refused(room, "no_such_unit", DraftWhistle, "lead-1", lead="nobody", **words)
    draft(room, case)
    refused(room, "whistle_under_way", DraftWhistle, "lead-1", lead="gas", **words)


def test_a_called_department_sees_the_case_from_the_whistle_on_and_signs_its_own_part_only(
    room: Room, case: str
) -> None:
    whistle = draft(room, case)
    refused(room, "no_such_case", SignWhistle, "unit-water", case=case, whistle=whistle,
            unit="water", seen=room.case(case).version)  # fmt: skip
    room.do(DecideWhistle, "director-1", case=case, whistle=whistle, approve=True, blow=True)
    seen = room.view(case, "unit-water")
    assert seen.case.id == case and seen.words is None
    assert case in {line.id for line in room.desk.ask(AskBoard(), "unit-water").cases}
    refused(room, "not_your_unit", SignWhistle, "unit-water", case=case, whistle=whistle,
            unit="housing")  # fmt: skip
    room.do(SignWhistle, "unit-water", case=case, whistle=whistle, unit="water")
    assert part(room, case, "water").state is PartState.SIGNED


def test_a_return_that_is_granted_calls_the_proposed_unit_with_clocks_of_its_own(
    room: Room, case: str
) -> None:
    whistle = blown(room, case)
    words = {"case": case, "whistle": whistle, "unit": "housing"}
    room.do(ReturnWhistle, "unit-housing", proposed_unit="power", reason="other_unit", **words)
    refused(room, "request_pending", ReturnWhistle, "unit-housing", reason="other_unit", **words)
    room.clock.pass_(minutes=30)
    room.do(DecideReturn, "dispatch-1", approve=True, **words)
    view = one(room, case)
    assert view.whistle.lead == "power" and part(room, case, "power").lead
    assert part(room, case, "power").sign_due > part(room, case, "water").sign_due
    assert part(room, case, "housing").state is PartState.RELEASED
    with pytest.raises(Exception, match="no_such_case"):
        room.view(case, "unit-housing")


def test_a_return_to_a_department_that_was_called_too_gives_it_the_lead(
    room: Room, case: str
) -> None:
    whistle = blown(room, case)
    words = {"case": case, "whistle": whistle, "unit": "housing"}
    room.do(ReturnWhistle, "unit-housing", proposed_unit="water", reason="other_unit", **words)
    due = part(room, case, "water").sign_due
    room.clock.pass_(minutes=30)
    room.do(DecideReturn, "dispatch-1", approve=True, **words)
    assert one(room, case).whistle.lead == "water"
    assert (part(room, case, "water").lead, part(room, case, "water").sign_due) == (True, due)


def test_a_return_is_asked_until_contact_is_due_and_never_by_the_last_lead_without_another(
    room: Room, case: str
) -> None:
    whistle = blown(room, case)
    words = {"case": case, "whistle": whistle, "unit": "housing"}
    room.do(ReturnWhistle, "unit-housing", reason="not_our_duty", **words)
    refused(room, "department_needed", DecideReturn, "dispatch-1", approve=True, **words)
    room.clock.pass_(hours=25)
    late = {**words, "unit": "water"}
    refused(room, "return_after_contact", ReturnWhistle, "unit-water", reason="not_our_duty",
            **late)  # fmt: skip


def test_a_step_done_in_time_and_typed_later_was_not_late(room: Room, case: str) -> None:
    whistle, signed_at = blown(room, case), room.clock.at
    room.clock.pass_(minutes=90)
    assert room.desk.tick() == 1
    assert part(room, case, "water").late == part(room, case, "housing").late == ("signed",)
    said = {"case": case, "seen": room.case(case).version, "whistle": whistle, "unit": "water"}
    when = Behalf(person="unit-water", channel=Channel.TELEPHONE,
                  happened_at=signed_at + timedelta(minutes=30))  # fmt: skip
    room.desk.do(SignWhistle(behalf=when, **said), "dispatch-1")
    assert part(room, case, "water").late == ()
    room.do(SignWhistle, "unit-housing", case=case, whistle=whistle, unit="housing")
    assert part(room, case, "housing").late == ("signed",)


def test_a_dispute_is_negotiated_then_designated_and_then_final(room: Room, case: str) -> None:
    whistle = blown(room, case)
    words = {"case": case, "whistle": whistle, "unit": "water"}
    due = part(room, case, "water").sign_due
    room.do(DisputeWhistle, "unit-water", reason="duty_unclear", **words)
    refused(room, "whistle_disputed", SignWhistle, "unit-water", **words)
    said = {"designated": "water", "words": "由水务负责"}
    refused(room, "negotiate_first", DesignateWhistle, "director-1", **words, **said)
    room.do(NegotiateWhistle, "lead-1", words="两部门协商未成", **words)
    refused(room, "no_right", DesignateWhistle, "lead-1", **words, **said)
    room.do(DesignateWhistle, "director-1", **words, **said)
    kept = part(room, case, "water")
    assert (kept.state, kept.designated, kept.sign_due) == (PartState.CALLED, True, due)
    refused(room, "designated_unit", DisputeWhistle, "unit-water", reason="other", **words)
    refused(room, "designated_unit", ReturnWhistle, "unit-water", reason="other", **words)


def test_a_dispute_may_end_with_another_department(room: Room, case: str) -> None:
    whistle = blown(room, case)
    words = {"case": case, "whistle": whistle, "unit": "housing"}
    room.do(DisputeWhistle, "unit-housing", reason="not_our_duty", **words)
    room.do(NegotiateWhistle, "lead-1", words="应由市场监管负责", **words)
    room.do(DesignateWhistle, "secretary-1", designated="market", words="市场监管牵头", **words)
    assert part(room, case, "housing").state is PartState.RELEASED
    market = part(room, case, "market")
    assert market.lead and market.designated and one(room, case).whistle.lead == "market"


def test_a_whistle_is_taken_back_until_somebody_delivered_and_goes_with_a_void_case(
    room: Room, case: str
) -> None:
    whistle = blown(room, case)
    room.do(UrgeWhistle, "supervisor-1", case=case, whistle=whistle, unit="water")
    assert part(room, case, "water").urged == 1
    refused(room, "whistle_parts_open", CloseWhistle, "lead-1", case=case, whistle=whistle)
    room.do(WithdrawWhistle, "lead-1", case=case, whistle=whistle, reason="solved")
    assert room.case(case).whistle is None and room.desk.ask(AskWhistles(), "lead-1").whistles == ()
    again = blown(room, case)
    room.do(CallConsultation, "director-1", case=case, units=("water",), words="议一议",
            meets_at=local("2025-09-30 10:00"), whistle=again)  # fmt: skip
    room.do(VoidCase, "lead-1", case=case, reason="mistake")
    assert room.case(case).state is CaseState.VOID
    assert one(room, case).whistle.state is WhistleState.WITHDRAWN
    assert room.desk.ask(AskWhistles(), "lead-1").consultations == ()


def test_a_rating_is_given_once_a_side_by_those_of_the_side_only(room: Room, case: str) -> None:
    whistle = blown(room, case)
    words = {"case": case, "whistle": whistle}
    refused(room, "whistle_not_closed", RateWhistle, "lead-1", unit="water", score=80, **words)
    with writing(room.desk) as tx:
        found = tx.need(Whistle, whistle, "no_such_whistle")
        for one_part in tx.find(WhistlePart, whistle=whistle):
            moved = one_part
            for step in ("signed", "contacted", "checked_in", "delivered"):
                moved = moved.step(PartState(step), room.clock.at)
            tx.put(moved)
        at = room.clock.at
        tx.seal(command="done", at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject=found.case, kind="imported", facts={})  # fmt: skip
    room.do(CloseWhistle, "lead-1", **words)
    assert one(room, case).whistle.rate_due == local("2025-10-10 17:30")
    refused(room, "score_range", RateWhistle, "lead-1", unit="water", score=101, **words)
    refused(room, "not_your_unit", RateWhistle, "unit-housing", unit="water", score=50, **words)
    room.do(RateWhistle, "lead-1", unit="water", score=80, **words)
    refused(room, "rated_before", RateWhistle, "director-1", unit="water", score=10, **words)
    assert set(one(room, case).waiting) == {("housing", False), ("housing", True), ("water", False)}


def test_a_consultation_is_held_once_and_only_by_who_came(room: Room, case: str) -> None:
    at = local("2025-09-29 15:00")
    refused(room, "due_in_past", CallConsultation, "lead-1", case=case, units=("water",),
            words="议一议", meets_at=local("2025-09-28 15:00"))  # fmt: skip
    room.do(CallConsultation, "lead-1", case=case, units=("water",), words="议一议", meets_at=at)
    (meeting,) = room.desk.ask(AskWhistles(), "lead-1").consultations
    words = {"case": case, "consultation": meeting.consultation.id, "words": "由水务办理"}
    refused(room, "units_missing", HoldConsultation, "lead-1", attended=(), **words)
    room.do(HoldConsultation, "lead-1", attended=("water",), **words)
    refused(room, "consultation_over", HoldConsultation, "lead-1", attended=("water",), **words)
