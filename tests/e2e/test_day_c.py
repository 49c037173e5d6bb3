"""Day C (domain.md section 11): a typhoon, from Ⅳ to the purge, told through the Desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from commandcenter.domain.case import Case, Source
from commandcenter.domain.commands import (
    AnswerCall,
    ApprovePurge,
    CallTeams,
    DecideSwitch,
    DispatchCase,
    ExemptCase,
    ListAtRisk,
    MoveAtRisk,
    ProposePurge,
    ProposeSwitch,
    RecordReview,
    RiskLine,
    SendReport,
    SetSpot,
    SetTeams,
    SignTask,
)
from commandcenter.domain.emergency import Answer, Moved, SpotKind
from commandcenter.domain.ids import new_id
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.table_lines import TeamLine
from commandcenter.domain.task import TaskKind
from commandcenter.services.emergency_views import AskEmergency, AskMode, EmergencyView, Mode
from tests.fakes import Room, local, open_room
from tests.walks import filed, refused

T = EventKind.TYPHOON
DAY0, DAY1, DAY2, DAY3 = "2025-09-22", "2025-09-23", "2025-09-24", "2025-09-25"
UP = {None: ("duty-1",), Response.IV: ("duty-1",), Response.III: ("director-1",)}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", f"{DAY0} 08:00")
    teams = tuple(
        TeamLine(id=f"team-relief-{n}", unit="enforcement", name=f"应急{n}队", short=f"急{n}",
                 kind="street_surface")
        for n in range(1, 10)
    )  # fmt: skip
    made.do(SetTeams, "admin-1", rows=teams)
    yield made
    made.center.close()


def mode(room: Room) -> Mode:
    found: Mode = room.desk.ask(AskMode(), "dispatch-1")
    return found


def whole(room: Room, emergency: str) -> EmergencyView:
    found: EmergencyView = room.desk.ask(AskEmergency(emergency=emergency), "lead-1")
    return found


def switch(room: Room, at: str, level: Response | None, order: str, by: str) -> str:
    """Propose at the desk, confirm by the leader on the telephone; the emergency."""
    room.clock.set(at)
    given = {"kind": T, "level": level, "order_no": order}
    emergency = room.do(ProposeSwitch, "lead-1", **given).subject
    waiting = mode(room).proposed
    assert waiting is not None
    room.do(DecideSwitch, "dispatch-1", by, switch=waiting.id, approve=True, order_no=order)
    return emergency


def report(room: Room, emergency: str, at: str, words: str = "平稳") -> str:
    """Send the oldest report owed."""
    room.clock.set(at)
    owed = mode(room).owed
    assert owed is not None
    room.do(SendReport, "lead-1", emergency=emergency, slot=owed.id, words=words)
    return f"{owed.due.astimezone(room.desk.rules.clock.zone):%H:%M}"


def left(room: Room, case: Case) -> timedelta:
    """Working time that the case has left now."""
    assert case.due is not None
    kind = room.desk.rules.whole(case)
    assert kind is not None
    return room.desk.rules.clock.left(room.clock.at, case.due, kind.kind)


def test_a_typhoon_from_its_first_order_to_the_purge(room: Room) -> None:
    routine = [filed(room, item="01-10", source=Source.PATROL) for _ in range(41)]
    general = filed(room, item="01-10")
    urgent = filed(room, item="04-06")
    emergency = switch(room, f"{DAY0} 08:30", Response.IV, "防指〔2025〕1号", "duty-1")
    assert mode(room).held == 0
    assert report(room, emergency, f"{DAY0} 08:50") == "09:00"
    assert report(room, emergency, f"{DAY0} 09:20") == "09:30"

    room.clock.set(f"{DAY0} 14:40")
    before = {one: left(room, room.case(one)) for one in routine}
    switch(room, f"{DAY0} 14:40", Response.III, "防指〔2025〕2号", "director-1")
    assert mode(room).held == 41
    assert room.case(general).hold is None
    refused(room, "case_held", DispatchCase, "dispatch-1", case=routine[0],
            lead_unit="housing", kind=TaskKind.HANDLE)  # fmt: skip
    teams = tuple(f"team-relief-{n}" for n in range(1, 10))
    room.do(CallTeams, "dispatch-1", emergency=emergency, teams=teams)
    room.clock.set("15:05")
    calls = {one.team: one.id for one in whole(room, emergency).calls}
    for team in teams[:8]:
        room.do(AnswerCall, "dispatch-1", call=calls[team], answer=Answer.COMING, minutes=20)
    room.clock.set("15:10")
    assert mode(room).silent == 0
    room.clock.set("15:11")
    assert (mode(room).called, mode(room).silent) == (9, 1)
    assert report(room, emergency, f"{DAY0} 20:40") == "20:40"
    assert report(room, emergency, f"{DAY1} 02:45") == "02:40"

    switch(room, f"{DAY1} 06:00", Response.II, "防指〔2025〕3号", "secretary-1")
    assert room.case(general).hold == "suspended" and room.case(urgent).hold is None
    assert [report(room, emergency, f"{DAY1} {at}") for at in ("08:00", "10:07", "12:00")] == [
        *("08:00", "10:00", "12:00")
    ]
    evacuate(room, emergency)
    room.clock.set(f"{DAY2} 09:00")
    for _ in range(10):
        report(room, emergency, f"{DAY2} 09:00")
    assert mode(room).late == 0
    switch(room, f"{DAY2} 09:00", Response.IV, "防指〔2025〕4号", "duty-1")
    assert mode(room).held == 0
    for one in routine:
        case = room.case(one)
        assert case.hold is None and left(room, case) == before[one]
        assert [old for old in case.old_dues if old.endswith(" resumed")]
    switch(room, f"{DAY2} 18:00", None, "防指〔2025〕5号", "duty-1")
    assert mode(room).emergency is None
    after(room, emergency)
    assert room.center.verify().good and not room.center.differences()


def evacuate(room: Room, emergency: str) -> None:
    """126 to evacuate, 3 shelters, 118 moved by 11:00, 8 red by address."""
    shelters = [new_id() for _ in range(3)]
    for n, one in enumerate(shelters):
        room.do(SetSpot, "lead-1", spot=one, kind=SpotKind.SHELTER, name=f"安置点{n}",
                lon=113.43 + n / 1000, lat=22.95, capacity=60)  # fmt: skip
    lines = tuple(
        RiskLine(place=f"海傍路{n // 4 + 1}号", name=f"王{n:03d}", phone=f"1380000{n:04d}",
                 lon=113.4325, lat=22.95086)
        for n in range(126)
    )  # fmt: skip
    room.do(ListAtRisk, "dispatch-1", emergency=emergency, lines=lines)
    people = [one.at_risk for one in whole(room, emergency).people]
    assert len(people) == 126 and all(one.grid for one in people)
    for n, one in enumerate(shelters):
        part = tuple(p.id for p in people[n * 40 : min(118, n * 40 + 40)])
        room.do(MoveAtRisk, "dispatch-1", people=part, state=Moved.MOVED, spot=one)
    rest = tuple(one.id for one in people[118:])
    assert mode(room).moved == 118 and len(rest) == 8
    with pytest.raises(Refusal, match="spot_full"):
        room.do(MoveAtRisk, "dispatch-1", people=tuple(p.id for p in people[40:80]),
                state=Moved.MOVED, spot=shelters[0])  # fmt: skip
    shown = whole(room, emergency).people
    assert all(one.name == "王***" and not one.revealed for one in shown)


def after(room: Room, emergency: str) -> None:
    """The final report, the review on D3 and the purge by an approved list."""
    owed = [one for one in whole(room, emergency).reports if one.report is None]
    assert [one.slot.kind.value for one in owed] == ["final"]
    given = {"emergency": emergency, "slot": owed[0].slot.id, "words": "终报"}
    room.do(SendReport, "lead-1", **given)
    room.clock.set(f"{DAY3} 10:00")
    refused(room, "purge_not_proposed", ApprovePurge, "director-1", emergency=emergency)
    room.do(RecordReview, "lead-1", emergency=emergency, words="复盘：一队未应答")
    room.do(ProposePurge, "lead-1", emergency=emergency)
    room.do(ApprovePurge, "director-1", emergency=emergency)
    people = whole(room, emergency).people
    assert {(one.name, one.phone) for one in people} == {(None, None)}
    file = room.center.folder / "street.db"
    assert "王001".encode() not in file.read_bytes()


def test_no_switch_without_order_number_and_second_person(room: Room) -> None:
    given = {"kind": T, "level": Response.IV}
    refused(room, "order_missing", ProposeSwitch, "lead-1", order_no=" ", **given)
    room.do(ProposeSwitch, "duty-1", order_no="1号", **given)
    waiting = mode(room).proposed
    assert waiting is not None and mode(room).emergency is None
    decide = {"switch": waiting.id, "approve": True}
    refused(room, "same_person", DecideSwitch, "duty-1", order_no="1号", **decide)
    refused(room, "no_right", DecideSwitch, "dispatch-1", order_no="1号", **decide)
    refused(room, "switch_waiting", ProposeSwitch, "lead-1", order_no="2号", **given)
    room.do(DecideSwitch, "duty-1", switch=waiting.id, approve=False)
    assert mode(room).proposed is None


def test_a_held_case_may_be_taken_out_and_a_drill_touches_no_real_case(room: Room) -> None:
    real = filed(room, item="01-10", source=Source.PATROL)
    given = {"kind": T, "level": Response.III, "order_no": "演练1", "drill": True}
    room.do(ProposeSwitch, "lead-1", **given)
    waiting = mode(room).proposed
    assert waiting is not None
    decide = {"switch": waiting.id, "approve": True, "order_no": "演练1"}
    room.do(DecideSwitch, "director-1", **decide)
    found = mode(room).emergency
    assert found is not None and found.drill and room.case(real).hold is None
    end = {"kind": T, "level": None, "order_no": "演练2", "drill": True}
    room.do(ProposeSwitch, "lead-1", **end)
    waiting = mode(room).proposed
    assert waiting is not None
    over = {"switch": waiting.id, "approve": True, "order_no": "演练2"}
    room.do(DecideSwitch, "director-1", **over)

    emergency = switch(room, "10:00", Response.III, "1号", "director-1")
    late = filed(room, item="01-10", source=Source.PATROL)
    assert room.case(real).hold == "deferred" and room.case(late).hold is None
    assert room.desk.tick() == 1 and room.case(late).hold == "deferred"
    room.do(ExemptCase, "lead-1", case=late, reason="danger")
    room.do(DispatchCase, "dispatch-1", case=late, lead_unit="housing", kind=TaskKind.HANDLE)
    task = room.lead_task(late)
    room.do(SignTask, "dispatch-1", "unit-housing", case=late, task=task)
    assert room.desk.tick() == 0 and room.case(late).hold == "exempt"
    switch(room, "12:00", None, "2号", "director-1")
    assert room.case(late).hold is None and mode(room).emergency is None
    assert emergency and local(f"{DAY0} 12:00") == room.clock.at


def test_a_real_emergency_waits_for_no_drill(room: Room) -> None:
    for order in ("演练1", "演练2"):
        level = Response.IV if order == "演练1" else Response.III
        room.do(ProposeSwitch, "lead-1", kind=EventKind.FIRE, level=level, order_no=order,
                drill=True)  # fmt: skip
        waiting = mode(room).proposed
        assert waiting is not None
        if order == "演练1":
            room.do(DecideSwitch, "duty-1", switch=waiting.id, approve=True, order_no=order)
    found = mode(room).emergency
    assert found is not None and found.drill
    real = switch(room, "08:10", Response.IV, "防指9号", "duty-1")
    now = mode(room)
    assert now.emergency and (now.emergency.id, now.emergency.drill) == (real, False)
    assert now.proposed is None
    assert whole(room, found.id).emergency.released_at == room.clock.at
    assert room.center.verify().good and not room.center.differences()
