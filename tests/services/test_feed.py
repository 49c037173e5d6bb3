"""The one door out: changes by number, board, what each may be offered."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.domain import commands
from commandcenter.domain.case import ENDED, CaseState
from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    FileCase,
    ReportPosition,
    SetOfficerShift,
    SetPersonShift,
    SetTeamStatus,
)
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import RequestKind
from commandcenter.services.chart_views import AskCharts
from commandcenter.services.views import AskBoard, AskReference, Board, CaseLine
from tests import walks
from tests.fakes import Room, local
from tests.walks import head, refused


def board(room: Room) -> Board:
    found: Board = room.desk.ask(AskBoard(), "lead-1")
    return found


def follow(room: Room, start: Board, limit: int) -> dict[str, Any]:
    """What a seat holds that loaded a board and then took every page of changes."""
    lines = {one.id: one for one in start.cases}
    teams = {one.id: one for one in start.teams}
    officers = {one.id: one for one in start.officers}
    people = {one.id: one for one in start.people}
    at, figures, positions, pages = start.seq, start.figures, start.positions, 0
    while True:
        page = room.desk.changes(at, limit)
        assert [one.seq for one in page.entries] == list(range(at + 1, page.seq + 1))
        assert len(page.entries) <= limit
        lines.update({one.id: one for one in page.cases})
        teams.update({one.id: one for one in page.teams})
        officers.update({one.id: one for one in page.officers})
        people.update({one.id: one for one in page.people})
        figures, positions = page.figures or figures, page.positions
        at, pages = page.seq, pages + 1
        if not page.more:
            break
    live = {key: one for key, one in lines.items() if one.state not in ENDED}
    return {"seq": at, "cases": live, "teams": teams, "officers": officers, "people": people,
            "figures": figures, "positions": positions, "pages": pages}  # fmt: skip


def busy(room: Room) -> None:
    """A morning with something of everything."""
    walks.closed(room)
    walks.suspended(room)
    walks.merged(room)
    walks.voided(room)
    case = walks.callback(room)
    room.do(AcknowledgeAlarm, "lead-1", case=case, alarm="case_red")
    room.do(SetTeamStatus, "dispatch-1", team="team-mobile", status=TeamStatus.OFF)
    room.do(SetOfficerShift, "lead-1", officer="officer-mobile-1", on_shift=False)
    room.do(SetPersonShift, "lead-1", person="member-070", on_shift=False)
    room.do(ReportPosition, "system", team="team-safety", lon=113.44, lat=22.95)


def test_a_seat_that_follows_holds_what_a_fresh_board_shows(room: Room) -> None:
    walks.signed(room)
    start = board(room)
    busy(room)
    fresh = board(room)
    for limit in (1, 3, 500):
        held = follow(room, start, limit)
        assert held["cases"] == {one.id: one for one in fresh.cases}
        assert held["teams"] == {one.id: one for one in fresh.teams}
        assert held["officers"] == {one.id: one for one in fresh.officers}
        assert held["people"] == {one.id: one for one in fresh.people}
        assert (held["seq"], held["figures"]) == (fresh.seq, fresh.figures)
        assert held["positions"] == fresh.positions
        assert held["pages"] == -(-(fresh.seq - start.seq) // limit)
    assert room.desk.changes(fresh.seq).entries == ()
    assert room.desk.changes(fresh.seq + 5).seq == fresh.seq + 5


def test_the_bell_rings_after_each_commit_and_not_for_a_refusal(room: Room) -> None:
    heard: list[int] = []
    stop = room.desk.listen(lambda: heard.append(head(room)))
    case = room.report()
    refused(room, "no_right", FileCase, "intake-1", case=case)
    room.do(FileCase, "lead-1", case=case)
    assert heard == [2, 3]  # and the number was readable when it rang
    stop()
    stop()
    room.report()
    assert heard == [2, 3]


def test_a_place_on_the_map_is_no_entry_and_only_the_newest_counts(room: Room) -> None:
    at = head(room)
    room.do(ReportPosition, "system", team="team-safety", lon=113.44, lat=22.95)
    room.clock.pass_(minutes=-5)
    room.do(ReportPosition, "system", team="team-safety", lon=113.0, lat=22.0)
    seen = next(one for one in board(room).positions if one.team == "team-safety")
    assert (head(room), seen.lon, seen.at) == (at, 113.44, local("2025-09-29 09:00"))
    room.do(SetTeamStatus, "dispatch-1", team="team-safety", status=TeamStatus.OFF)
    refused(room, "team_off", ReportPosition, "system", team="team-safety", lon=113.0, lat=22.0)


def test_the_board_holds_what_is_live_and_the_flow_what_went(room: Room) -> None:
    walks.closed(room)
    open_one = walks.signed(room)
    walks.drilling(room)
    drill = walks.filed(room, drill=True)
    found: dict[str, CaseLine] = {one.id: one for one in board(room).cases}
    assert set(found) == {open_one, drill}
    figures = board(room).figures
    assert (figures.filed, figures.closed, figures.open) == (2, 1, 1)
    before, now = room.desk.ask(AskCharts(), "lead-1").steps[-2:]
    assert (before.start, now.start) == (local("2025-09-29 08:00"), local("2025-09-29 09:00"))
    assert (before.filed, before.closed, now.filed, now.closed) == (0, 0, 2, 1)


@pytest.mark.parametrize("state", sorted(walks.IN_STATE))
def test_what_is_not_offered_is_not_taken(room: Room, state: CaseState) -> None:
    """And of what is offered, what needs no more than itself is done."""
    case = walks.IN_STATE[state](room)
    plain = (commands.FileCase, commands.CloseCase, commands.ResumeCase)
    for who in ("intake-1", "lead-1", "dispatch-1", "hotline-1", "duty-1"):
        moves = {one.command: one.allowed for one in room.view(case, who).moves}
        for kind in plain:
            before = head(room)
            if not moves.get(kind.__name__):
                with pytest.raises(Refusal):
                    room.do(kind, who, case=case)
                assert head(room) == before
            else:
                room.do(kind, who, case=case)
                assert head(room) == before + 1
                return


def test_who_shares_a_command_is_offered_it_only_where_it_is_theirs(room: Room) -> None:
    def offered(case: str, who: str) -> set[str]:
        return {one.command for one in room.view(case, who).moves if one.allowed}

    report, case = room.report(), walks.filed(room)
    assert "MergeCase" in offered(report, "intake-1") and "MergeCase" in offered(case, "lead-1")
    assert "MergeCase" not in offered(report, "lead-1") | offered(case, "intake-1")
    busy = walks.signed(room)
    for kind, who, other in (("void", "lead-1", "dispatch-1"), ("extension", "dispatch-1", "")):
        step = commands.AskRequest(case=busy, seen=room.case(busy).version, reason="x",
                                   kind=RequestKind(kind), limit="1wh")  # fmt: skip
        room.desk.do(step, "unit-sanitation")
        assert "DecideRequest" in offered(busy, who)
        assert not other or "DecideRequest" not in offered(busy, other)


def test_the_reference_names_everybody_and_every_grid(room: Room) -> None:
    known = room.desk.ask(AskReference(), "auditor-1")
    assert (known.street_name, known.demo, known.sketch) == ("石碁镇", True, True)
    assert len(known.grids) == 100 and len(known.units) == 12
    assert all(grid.ring[0] == grid.ring[-1] for grid in known.grids)
    assert set(known.names) >= {one.id for one in board(room).people}
    assert len(board(room).officers) == 40
