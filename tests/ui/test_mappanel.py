"""The map panel: the board on the live map, lamps that turn by themselves, clicks both ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase, ReportPosition, VoidCase
from tests.fakes import Room
from tests.ui.deskroom import GRID, PETROL, RUBBISH, at_work, board, line, morning, since
from tests.ui.mapstand import drawn_map, on_map
from ui.context import DeskContext
from ui.panels.map import MapPanel
from ui.panels.map_rows import case_row, centres, grid_loads, team_row

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with morning(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[DeskContext]:
    with at_work(room) as context:
        yield context


@pytest.fixture
def panel(qtbot: QtBot, desk: DeskContext) -> Iterator[MapPanel]:
    """A map that is drawn, with nothing of the board on it yet."""
    with drawn_map(qtbot, desk) as made:
        yield made


def test_cases_come_and_leave_the_live_map(qtbot: QtBot, room: Room, panel: MapPanel):
    case = room.report(PETROL)
    first = board(room)
    panel.load(first)
    assert on_map(qtbot, panel, case)
    other = room.report(RUBBISH)
    room.do(FileCase, "lead-1", case=case)
    room.do(VoidCase, "lead-1", case=case, reason="mistake")
    panel.apply(since(room, first.seq))
    assert on_map(qtbot, panel, other)
    assert not on_map(qtbot, panel, case)


def test_selection_goes_both_ways(qtbot: QtBot, room: Room, panel: MapPanel, desk: DeskContext):
    case = room.report(PETROL)
    panel.load(board(room))
    desk.selection.set_case(case)
    assert desk.selection.current_grid == line(room, case).grid
    panel.view.case_clicked.emit("")
    panel.view.grid_clicked.emit(GRID)
    assert desk.selection.current_case == ""
    assert desk.selection.current_grid == GRID


def test_a_case_without_a_point_stands_in_the_middle_of_its_grid(room: Room, desk: DeskContext):
    case = room.report(RUBBISH, lon=None, lat=None, grid=GRID)
    bare = line(room, case)
    middle = centres(desk.reference)[GRID]
    row = case_row(bare, {}, centres(desk.reference), room.clock())
    assert row is not None
    assert (row["lon"], row["lat"]) == middle
    assert row["lamp"] == "none"


def test_lamps_and_loads_turn_with_time_alone(room: Room, desk: DeskContext):
    case = room.report(PETROL)
    assert grid_loads(board(room).cases, room.clock()) == {}
    room.do(FileCase, "lead-1", case=case)
    now = line(room, case)
    assert now.grid is not None and now.stage_yellow is not None and now.stage_due is not None
    seen = []
    for at in (room.clock(), now.stage_yellow, now.stage_due + timedelta(seconds=1)):
        row = case_row(now, {}, {}, at)
        assert row is not None
        assert grid_loads([now], at) == {now.grid: {"lamp": row["lamp"], "count": 1}}
        seen.append(row["lamp"])
    assert seen == ["green", "yellow", "red"]


def test_a_team_is_where_it_was_last_seen(room: Room):
    room.desk.do(ReportPosition(team="team-safety", lon=113.44, lat=22.96), "gateway-1")
    now = board(room)
    team = next(one for one in now.teams if one.id == "team-safety")
    position = next(one for one in now.positions if one.team == team.id)
    row = team_row(team, position)
    assert (row["lon"], row["lat"], row["status"], row["label"]) == (113.44, 22.96, "free", "空闲")
