"""Undo within ten seconds: the state before exactly, by a compensating entry."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.commands import (
    AddNote,
    DispatchCase,
    MergeCase,
    SetTeamStatus,
    SignTask,
    UndoCase,
    UndoTeamStatus,
)
from commandcenter.domain.person import Team, TeamStatus
from commandcenter.domain.task import TaskKind
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
