"""Doors: a panel is made when it is first wanted, and then knows what the others know."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FreezeHandover, SetPersonShift
from commandcenter.services.views import AskBoard, Board
from tests.fakes import open_room
from tests.ui.deskroom import board, since
from tests.ui.test_app import opened
from tests.walks import closed, dispatched, filed
from ui.alarms import INCOMING_ABSENT
from ui.doors import NAMES
from ui.hearing import BoardNow
from ui.recall import FORMS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NIGHT = "2025-10-16 07:30"


def test_each_panel_is_made_by_its_first_opening_and_only_then(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_room(tmp_path / "data", NIGHT)
    with opened(qtbot, room, tmp_path / "data", person="admin-1") as found:
        doors = found.desk.doors.by_name()
        qtbot.waitUntil(lambda: all(doors[name].made for name in FORMS))
        assert {name for name, door in doors.items() if door.made is not None} == set(FORMS)
        assert set(doors) == set(NAMES) <= set(found.desk.panels)
        for name, door in doors.items():
            came = []
            door.came.connect(came.append)
            for _ in range(2):
                found.desk.window.go(name)
                assert door.dock.isVisible() and door.dock.widget() is door.made
                door.close()
                assert door.dock.isHidden()
            assert came == ([] if name in FORMS else [door.made])
            assert door.made is found.desk.panels[name]


def test_by_whatever_way_a_dock_is_shown_its_panel_is_there_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_room(tmp_path / "data", NIGHT)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        desk, docks = found.desk, found.desk.window.docks
        ways = {
            "duty": docks["duty"].show,
            "tiers": docks["tiers"].toggleViewAction().trigger,
            "alarms": partial(desk.fittings["popouts"].send_out, "alarms"),
        }
        for name, show in ways.items():
            door = desk.doors.by_name()[name]
            assert door.made is None
            show()
            assert docks[name].widget() is door.made is not None


def test_who_comes_late_is_told_what_the_feed_told_before(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", NIGHT)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        case = dispatched(room)
        room.do(SetPersonShift, "dispatch-1", person="lead-2", on_shift=True)
        qtbot.waitUntil(lambda: found.desk.feed.seq == room.desk.changes(0).seq)
        panel = found.desk.panels["handover"]
        assert panel.promises.lines.get(case).version == room.case(case).version
        assert panel._people == {one.id: one for one in board(room).people}


def test_the_alarm_of_an_absent_person_needs_no_open_handover(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", NIGHT)
    dispatched(room)
    room.do(FreezeHandover, "lead-1", incoming="lead-2", leader="duty-1")
    with opened(qtbot, room, tmp_path / "data", person="duty-1") as found:
        desk = found.desk
        assert INCOMING_ABSENT not in [one.kind for one in desk.band.alarms]
        room.clock.set("08:15")
        assert room.desk.tick() >= 1
        qtbot.waitUntil(lambda: INCOMING_ABSENT in [one.kind for one in desk.band.alarms])
        assert desk.doors.handover.made is None


def test_a_panel_that_was_left_open_is_there_with_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    for again in (False, True):
        room = open_room(tmp_path / "data", NIGHT)
        with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
            door = found.desk.doors.duty
            assert (door.made is not None) == again
            found.desk.window.go("duty")
            qtbot.waitUntil(lambda door=door: door.made.book.month is not None)


def test_the_board_that_is_kept_is_the_board_that_would_be_asked_for(tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", NIGHT)
    kept, first = BoardNow(), board(room)
    assert kept.board() is None
    kept.load(first)
    closed(room)
    room.do(SetPersonShift, "dispatch-1", person="lead-2", on_shift=True)
    filed(room)
    kept.apply(since(room, first.seq))
    asked: Board = room.desk.ask(AskBoard(), "system")
    found = kept.board()
    assert found is not None and found != first
    for one in fields(Board):
        ours, theirs = getattr(found, one.name), getattr(asked, one.name)
        if isinstance(ours, tuple):
            ours, theirs = sorted(ours, key=repr), sorted(theirs, key=repr)
        assert ours == theirs, one.name
    room.center.close()
