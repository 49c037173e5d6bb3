"""Clocks of held cases when a switch is typed late, or yellow falls on a session's end."""

from __future__ import annotations

from datetime import timedelta

from commandcenter.domain.clock import Lamp
from commandcenter.domain.commands import (
    Behalf,
    DecideSwitch,
    DecideWhistle,
    DraftWhistle,
    ProposeSwitch,
    SignWhistle,
)
from commandcenter.domain.emergency import Switch
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.roles import Channel
from commandcenter.domain.whistle import PartState, WhistleKind
from commandcenter.services.emergency_views import AskMode, Mode
from commandcenter.services.review_views import AskReview
from commandcenter.services.whistle_views import AskWhistles, PartView
from tests.fakes import Room
from tests.walks import drilling, filed, refused, signed

ORDER = "演练1号"


def mode(room: Room) -> Mode:
    found: Mode = room.desk.ask(AskMode(), "lead-1")
    return found


def propose(room: Room, level: Response | None, drill: bool = False, who: str = "lead-1") -> Switch:
    given = {"kind": EventKind.TYPHOON, "level": level, "order_no": ORDER, "drill": drill}
    room.do(ProposeSwitch, who, **given)
    waiting = mode(room).proposed
    assert waiting is not None
    return waiting


def confirm(room: Room, switch: Switch, by: str, typed: str = "dispatch-1", ago: int = 0) -> None:
    at = room.clock.at - timedelta(minutes=ago)
    said = Behalf(person=by, channel=Channel.TELEPHONE, happened_at=at)
    given = {"switch": switch.id, "approve": True, "order_no": ORDER}
    room.desk.do(DecideSwitch(behalf=said, **given), typed)


def test_a_case_filed_before_a_late_typed_switch_keeps_no_more_than_its_own_time(
    room: Room,
) -> None:
    switch = propose(room, Response.II)
    room.clock.pass_(minutes=20)
    case = filed(room, item="01-02")
    due = room.case(case).due
    room.clock.pass_(minutes=10)
    confirm(room, switch, "director-1", ago=25)  # told by telephone 15 min before the case was
    held = room.case(case)
    assert held.hold == "suspended" and held.left == timedelta(hours=4)
    confirm(room, propose(room, None), "director-1")
    assert room.case(case).due == due + timedelta(minutes=10)


def test_a_case_held_after_the_hour_of_a_late_typed_release_loses_no_time(room: Room) -> None:
    drilling(room, Response.II, drill=False)
    switch = propose(room, None)
    room.clock.pass_(minutes=20)
    case = filed(room, item="01-02")
    due = room.case(case).due
    assert room.desk.tick() == 1
    room.clock.pass_(minutes=10)
    confirm(room, switch, "director-1", ago=25)
    assert room.case(case).hold is None and room.case(case).due >= due


def test_a_stage_that_turned_yellow_at_the_end_of_a_session_goes_on_too(room: Room) -> None:
    room.clock.set("16:42")
    case = filed(room, item="01-02")
    left = room.case(case)
    room.clock.set("20:00")
    drilling(room, Response.II, drill=False)
    held = room.case(case)
    assert left.stage_due and left.stage_yellow and held.stage_left == timedelta(minutes=12)
    room.clock.pass_(days=3)
    drilling(room, None, drill=False)
    again = room.case(case)
    assert again.stage_due and again.stage_due > room.clock.at


def test_a_drill_that_a_real_emergency_ended_owes_no_more_reports(room: Room) -> None:
    drill = drilling(room, Response.III)
    room.clock.pass_(minutes=5)
    drilling(room, Response.III, drill=False)
    room.clock.pass_(days=10)
    review = room.desk.ask(AskReview(emergency=drill), "lead-1")
    assert review.reports.owed <= 3 and review.levels[-1].until is not None


def test_the_departments_of_a_held_case_are_not_late_and_keep_what_was_left(room: Room) -> None:
    case = signed(room, item="01-02")
    room.do(DraftWhistle, "dispatch-1", case=case, kind=WhistleKind.JOINT, lead="housing",
            words="请到场会同处置")  # fmt: skip
    called = room.desk.ask(AskWhistles(case=case), "lead-1").whistles[0].whistle.id
    room.do(DecideWhistle, "director-1", case=case, whistle=called, approve=True, blow=True)

    def department() -> PartView:
        (found,) = room.desk.ask(AskWhistles(case=case), "lead-1").whistles[0].parts
        return found

    room.clock.pass_(minutes=20)
    drilling(room, Response.II, drill=False)
    assert room.case(case).hold == "suspended"
    room.clock.pass_(minutes=90)
    room.desk.tick()
    assert (department().part.late, department().lamp) == ((), Lamp.GREEN)
    refused(room, "case_held", SignWhistle, "unit-housing", case=case, whistle=called,
            unit="housing")  # fmt: skip
    confirm(room, propose(room, None), "director-1")
    left = department().part
    assert left.sign_due == room.clock.at + timedelta(minutes=40) == room.case(case).whistle_due
    assert left.contact_due == room.clock.at + timedelta(hours=23, minutes=40)
    room.clock.pass_(minutes=41)
    room.desk.tick()
    assert department().part.late == (PartState.SIGNED.value,)
    assert room.center.verify().good and not room.center.differences()
