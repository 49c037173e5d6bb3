"""Undo within ten seconds: the state before exactly, by a compensating entry."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.commands import (
    AddNote,
    ArriveTask,
    CallConsultation,
    DecideWhistle,
    DeclineTask,
    DepartTask,
    DispatchCase,
    DraftWhistle,
    FinishTask,
    MergeCase,
    RecallCase,
    SetTeamStatus,
    SignTask,
    SignWhistle,
    UndoCase,
    UndoTask,
    UndoTeamStatus,
)
from commandcenter.domain.person import Team, TeamStatus
from commandcenter.domain.task import TaskKind
from commandcenter.domain.whistle import WhistleKind
from commandcenter.services.views import AskBoard
from tests import walks
from tests.fakes import Room
from tests.walks import UNIT, head, refused

CREW = ("officer-surface-1", "officer-surface-2")


def team(room: Room, key: str = "team-surface") -> Team:
    board = room.desk.ask(AskBoard(), "lead-1")
    return next(one for one in board.teams if one.id == key)


def picture_of(room: Room, case: str) -> Any:
    """Everything an undo must give back; the version goes on."""
    board = room.desk.ask(AskBoard(), "lead-1")
    return room.case(case).changed(version=0), board.figures, board.teams


def send(room: Room, case: str, who: str = "dispatch-1") -> None:
    room.do(DispatchCase, who, case=case, lead_unit="enforcement", team="team-surface",
            officers=CREW, co_units=("water",), **{"kind": TaskKind.ENFORCE})  # fmt: skip


def test_an_undone_dispatch_leaves_everything_as_it_was_and_tells_the_units(room: Room) -> None:
    case = walks.filed(room)
    before = picture_of(room, case)
    send(room, case)
    assert picture_of(room, case) != before
    assert team(room).case == case
    room.clock.pass_(seconds=10)
    at = head(room)
    room.do(UndoCase, "dispatch-1", case=case)
    assert picture_of(room, case) == before
    assert head(room) == at + 1
    assert [one.state for one in room.view(case).tasks] == ["recalled", "recalled"]
    facts = room.view(case).story[-1].entry.facts
    assert (facts["undid"], facts["entry"]) == ("case_dispatched", at)
    assert sorted(facts["told"]) == ["enforcement", "water"]
    refused(room, "undo_nothing", UndoCase, "dispatch-1", case=case)
    walks.send(room, case)
    room.do(UndoCase, "dispatch-1", case=case)
    assert room.view(case).story[-1].entry.facts["told"] == ["sanitation"]


def test_an_undone_merge_gives_number_and_figures_back(room: Room) -> None:
    into = walks.filed(room)
    for case, who in ((room.report(), "intake-1"), (walks.filed(room), "lead-1")):
        before = picture_of(room, case)
        room.do(MergeCase, who, case=case, into=into)
        assert picture_of(room, case) != before
        room.do(UndoCase, who, case=case)
        assert picture_of(room, case) == before


def test_an_undone_merge_calls_the_departments_again(room: Room) -> None:
    into, case = walks.filed(room), walks.signed(room)
    room.do(DraftWhistle, "dispatch-1", case=case, kind=WhistleKind.JOINT, lead="housing",
            words="请到场会同处置")  # fmt: skip
    whistle = room.view(case).whistles[0].whistle.id
    room.do(DecideWhistle, "director-1", case=case, whistle=whistle, approve=True, blow=True)
    room.do(CallConsultation, "lead-1", case=case, units=("water",), words="议一议",
            meets_at=room.clock.at)  # fmt: skip
    room.do(RecallCase, "dispatch-1", case=case, reason="wrong_unit")

    def owed() -> Any:
        view = room.view(case)
        parts = [one.part for one in view.whistles[0].parts]
        return view.whistles[0].whistle, parts, [one.consultation for one in view.consultations]

    before = picture_of(room, case), owed()
    room.do(MergeCase, "lead-1", case=case, into=into)
    assert owed() != before[1]
    room.do(UndoCase, "lead-1", case=case)
    assert (picture_of(room, case), owed()) == before
    room.do(SignWhistle, "unit-housing", case=case, whistle=whistle, unit="housing")
    assert room.center.differences() == []


def test_undo_is_refused_late_to_others_after_signing_and_after_any_other_step(room: Room) -> None:
    case = walks.filed(room)
    refused(room, "undo_nothing", UndoCase, "lead-1", case=case)
    walks.send(room, case)
    refused(room, "undo_other_person", UndoCase, "dispatch-2", case=case)
    refused(room, "no_right", UndoCase, UNIT, case=case)
    room.clock.pass_(seconds=11)
    refused(room, "undo_too_late", UndoCase, "dispatch-1", case=case)
    signed, noted = walks.dispatched(room), walks.dispatched(room)
    room.do(SignTask, UNIT, case=signed, task=room.lead_task(signed))
    refused(room, "undo_nothing", UndoCase, "dispatch-1", case=signed)
    room.do(AddNote, "dispatch-1", case=noted, words="改了")
    refused(room, "undo_nothing", UndoCase, "dispatch-1", case=noted)


def test_a_co_unit_that_signed_stops_the_undo_too(room: Room) -> None:
    case = walks.filed(room)
    send(room, case)
    water = next(one.id for one in room.view(case).tasks if one.unit == "water")
    room.do(SignTask, "unit-water", case=case, task=water)
    refused(room, "undo_nothing", UndoCase, "dispatch-1", case=case)


def test_a_team_status_is_taken_back_once_by_the_same_person(room: Room) -> None:
    before = team(room)
    room.clock.pass_(minutes=1)
    room.do(SetTeamStatus, "dispatch-1", team="team-surface", status=TeamStatus.OFF)
    refused(room, "nothing_changed", SetTeamStatus, "dispatch-1", team="team-surface",
            status=TeamStatus.OFF)  # fmt: skip
    refused(room, "undo_other_person", UndoTeamStatus, "dispatch-2", team="team-surface")
    room.do(UndoTeamStatus, "dispatch-1", team="team-surface")
    assert team(room) == before
    refused(room, "undo_nothing", UndoTeamStatus, "dispatch-1", team="team-surface")


def test_a_team_that_got_a_task_meanwhile_keeps_it(room: Room) -> None:
    room.do(SetTeamStatus, "dispatch-1", team="team-surface", status=TeamStatus.OFF)
    room.do(SetTeamStatus, "dispatch-1", team="team-surface", status=TeamStatus.FREE)
    case = walks.filed(room)
    send(room, case)
    refused(room, "team_has_task", UndoTeamStatus, "dispatch-1", team="team-surface")
    refused(room, "team_has_task", SetTeamStatus, "dispatch-1", team="team-surface",
            status=TeamStatus.OFF)  # fmt: skip
    refused(room, "status_follows_task", SetTeamStatus, "dispatch-1", team="team-safety",
            status=TeamStatus.ON_SCENE)  # fmt: skip
    refused(room, "not_your_unit", SetTeamStatus, "leader-team-safety", team="team-mobile",
            status=TeamStatus.OFF)  # fmt: skip


def test_an_own_step_of_a_task_goes_back_for_ten_seconds(room: Room) -> None:
    case = walks.signed(room, item="04-01")
    key = room.lead_task(case)
    before = picture_of(room, case), room.view(case).tasks
    room.do(DepartTask, "dispatch-1", behalf=walks.UNIT, case=case, task=key)
    assert room.view(case, "dispatch-1").undo_until is not None
    moves = {one.command for one in room.view(case, "dispatch-1").moves}
    assert "UndoTask" in moves and "UndoCase" not in moves
    assert "UndoTask" not in {one.command for one in room.view(case, "dispatch-2").moves}
    refused(room, "undo_other_person", UndoTask, "dispatch-2", case=case, task=key)
    room.do(UndoTask, "dispatch-1", case=case, task=key)
    assert (picture_of(room, case), room.view(case).tasks) == before
    assert room.view(case).story[-1].entry.facts["undid"] == "task_departed"
    refused(room, "undo_nothing", UndoTask, "dispatch-1", case=case, task=key)
    assert room.center.differences() == []


def test_a_step_stays_once_somebody_acted_on_it_or_it_is_too_late(room: Room) -> None:
    case = walks.signed(room, item="04-01")
    key = room.lead_task(case)
    room.do(DepartTask, walks.UNIT, case=case, task=key)
    room.clock.pass_(seconds=11)
    refused(room, "undo_too_late", UndoTask, walks.UNIT, case=case, task=key)
    room.do(ArriveTask, walks.UNIT, case=case, task=key)
    assert room.case(case).arrived_at is not None
    room.do(AddNote, "lead-1", case=case, words="知道了")
    refused(room, "undo_nothing", UndoTask, walks.UNIT, case=case, task=key)


def test_an_undone_arrival_takes_the_case_back_to_its_stage(room: Room) -> None:
    case = walks.signed(room, item="04-01")
    key = room.lead_task(case)
    room.do(DepartTask, walks.UNIT, case=case, task=key)
    before = room.case(case).changed(version=0)
    room.do(ArriveTask, walks.UNIT, case=case, task=key, lon=113.4, lat=22.9)
    room.do(UndoTask, walks.UNIT, case=case, task=key)
    assert room.case(case).changed(version=0) == before
    assert room.case(case).watch == "arrive"


def test_a_co_units_decline_and_end_go_back(room: Room) -> None:
    case = walks.dispatched(room, co=("water",))
    co = next(one for one in room.view(case).tasks if one.unit == "water")
    room.do(DeclineTask, "unit-water", case=case, task=co.id, reason="not_ours")
    room.do(UndoTask, "unit-water", case=case, task=co.id)
    assert next(o for o in room.view(case).tasks if o.id == co.id) == co
    walks.sign(room, case)
    room.do(SignTask, "unit-water", case=case, task=co.id)
    signed = room.case(case).changed(version=0)
    room.do(FinishTask, "unit-water", case=case, task=co.id)
    room.do(UndoTask, "unit-water", case=case, task=co.id)
    assert room.case(case).changed(version=0) == signed
