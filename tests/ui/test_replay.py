"""The replay on the real desk: the past on panels of its own, the live board untouched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import DispatchCase, FileCase, Reason
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.task import TaskKind
from commandcenter.services.playing import Player
from tests.fakes import Room, local, open_room
from tests.ui.deskroom import DAY, PETROL, RUBBISH
from tests.ui.test_app import Opened, opened
from tests.walks import dispatched, feed, filed, sign
from ui.replay.panel import ReplayPanel
from ui.replay.tape import Tape

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K = Qt.Key
BEGAN = "2019-07-11 10:02"


@pytest.fixture
def street(tmp_path: Path) -> Room:
    """An hour of work: a case every ten minutes, one of them signed."""
    room = open_room(tmp_path / "data", BEGAN, DAY)
    for item in (RUBBISH, PETROL, RUBBISH):
        room.clock.pass_(minutes=10)
        filed(room, item=item)
    room.clock.pass_(minutes=10)
    case = dispatched(room)
    room.clock.pass_(minutes=5)
    sign(room, case)
    room.clock.pass_(minutes=15)
    return room


@pytest.fixture
def at_replay(qtbot: QtBot, street: Room, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, street, tmp_path / "data", person="lead-1") as found:
        found.desk.doors.replay.open()
        qtbot.waitActive(found.desk.window.panel("replay"))
        yield found


def panel(found: Opened) -> ReplayPanel:
    return found.desk.panels["replay"]


def loaded(qtbot: QtBot, found: Opened) -> ReplayPanel:
    """The last four hours, read."""
    one = panel(found)
    one.choice.what.setCurrentIndex(1)
    with qtbot.waitSignal(one.reading.read):
        QTest.mouseClick(one.choice.begin, Qt.MouseButton.LeftButton)
    return one


def past_cases(one: ReplayPanel) -> list[str]:
    assert one.stage is not None
    model = one.stage.queue.model
    return sorted(model.line(row).id for row in range(model.rowCount()))


def live_cases(found: Opened) -> list[str]:
    return sorted(line.id for line in found.desk.queue.model.lines)


def test_a_past_hour_is_shown_by_jumps_and_the_live_board_goes_on(
    qtbot: QtBot, at_replay: Opened
) -> None:
    one, live = loaded(qtbot, at_replay), live_cases(at_replay)
    assert one.tape.player is not None and len(live) == 4
    one.tape.jump(local("2019-07-11 10:25"))
    assert len(past_cases(one)) == 2 and live_cases(at_replay) == live
    assert "10:25:00 周四" in one.mark.time.text() and one.mark.plate.text() == "回放"
    assert one.mark.mode.text() == "平时"
    case = at_replay.room.report(PETROL)
    qtbot.waitUntil(lambda: at_replay.desk.queue.model.row_of(case) >= 0)
    qtbot.waitUntil(lambda: case in [alarm.case for alarm in at_replay.desk.band.alarms])
    assert len(past_cases(one)) == 2
    QTest.keyClick(one.bar.slider, K.Key_Escape)
    qtbot.waitUntil(lambda: not at_replay.desk.window.panel("replay").isVisible())
    assert live_cases(at_replay) == sorted([*live, case])
    assert one.tape.player is None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is at_replay.desk.queue.view)


def test_the_slider_the_keys_and_the_list_go_to_the_same_moments(
    qtbot: QtBot, at_replay: Opened
) -> None:
    one = loaded(qtbot, at_replay)
    player = one.tape.player
    assert player is not None
    one.bar.slider.setValue(one.bar.slider.maximum())
    assert player.place == len(player.reel.beats)
    QTest.keyClick(one.bar.slider, K.Key_Left)
    assert player.place == len(player.reel.beats) - 1
    QTest.keyClick(one.bar.slider, K.Key_Right)
    assert one.tape.moment == player.reel.beats[-1].at
    one.events.text.setText("000002")
    places = [one.events.model.event_at(row).place for row in range(one.events.model.rowCount())]
    assert 0 < len(places) < len(player.reel.beats)
    one.events.view.setFocus()
    one.events.view.setCurrentIndex(one.events.model.index(0, 0))
    QTest.keyClick(one.events.view, K.Key_Return)
    assert player.place == places[0]
    QTest.keyClick(one.events.view, K.Key_Right)
    assert player.place == places[1]
    one.events.text.setFocus()
    QTest.keyClick(one.events.text, K.Key_Escape)
    assert one.events.model.rowCount() == len(player.reel.beats)
    kinds = [one.events.kind.itemText(row) for row in range(one.events.kind.count())]
    assert {"全部事件", "上报", "立案", "派遣", "签收"} <= set(kinds)


def test_nothing_can_be_done_in_the_past(qtbot: QtBot, at_replay: Opened) -> None:
    one, desk = loaded(qtbot, at_replay), at_replay.desk
    case = at_replay.room.report(RUBBISH)
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    desk.selection.set_case(case)
    seq = at_replay.room.desk.changes(0, limit=10_000).seq
    QTest.keyClick(one.bar.slider, K.Key_F3)
    assert "回放中不能办理" in desk.window.messages.history[-1].text
    assert one.stage is not None
    one.stage.roster._desk.do(FileCase(case=case, seen=1))
    assert not desk.window.panel("step").isVisible()
    assert at_replay.room.desk.changes(0, limit=10_000).seq == seq
    desk.window.activateWindow()
    desk.window.go("queue")
    qtbot.waitUntil(lambda: not one.holds_keyboard)
    desk.start_action("case.file")
    qtbot.waitUntil(lambda: desk.window.panel("step").isVisible())


def test_a_team_is_drawn_at_its_case_and_goes_when_it_is_free(
    qtbot: QtBot, at_replay: Opened
) -> None:
    room, team = at_replay.room, "team-safety"
    case = filed(room)
    why = (Reason(code="no_power", words="权限单位已口头委托"),)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="safety", kind=TaskKind.HANDLE,
            team=team, reasons=why)  # fmt: skip
    room.clock.pass_(minutes=1)
    sign(room, case, "unit-safety")
    room.clock.pass_(minutes=1)
    feed(room, case, "unit-safety")
    one = loaded(qtbot, at_replay)
    player, stage = one.tape.player, one.stage
    assert player is not None and stage is not None
    signed = max(n for n, beat in enumerate(player.reel.beats, 1) if beat.kind == "task_signed")
    one.tape.to(signed)
    drawn = stage.map._told_teams[team]
    assert (drawn["lon"], drawn["lat"], drawn["status"]) == (113.4325, 22.95086, "signed")
    one.tape.to(10**6)
    assert team not in stage.map._told_teams
    assert stage.roster.model.value(stage.roster.model.index_of(team)).status is TeamStatus.FREE


def test_reading_can_be_stopped_and_an_empty_span_says_so(qtbot: QtBot, at_replay: Opened) -> None:
    one = panel(at_replay)
    assert one.hint.isVisible() and "按“读取”" in one.hint.text()
    with qtbot.waitSignal(one.reading.cancelled):
        one.choice.want()
        one.reading.cancel()
    assert one.tape.player is None and one.choice.begin.isVisible()
    one.choice.until.setDateTime(one.choice.since.dateTime())
    with qtbot.waitSignal(one.reading.refused):
        one.choice.want()
    assert one.choice.begin.isVisible()
    assert "31" in at_replay.desk.window.messages.history[-1].text


def test_a_tape_plays_at_its_speed_and_stops_at_the_end(qtbot: QtBot, street: Room) -> None:
    from commandcenter.services.playing import read_reel

    since = local(BEGAN)
    reel = read_reel(lambda query: street.desk.ask(query, "lead-1"), since, street.clock.at)
    assert reel is not None
    seconds = [0.0]
    tape = Tape(seconds=lambda: seconds[0])
    tape.load(Player(reel))
    tape.speed = 600
    tape.play()
    seconds[0] = 2.0
    tape.tick()
    assert tape.moment == since + timedelta(minutes=20) and tape.playing
    tape.speed = 60
    seconds[0] = 3.0
    tape.tick()
    assert tape.moment == since + timedelta(minutes=21)
    seconds[0] = 3600.0
    tape.tick()
    assert tape.moment == reel.until and not tape.playing
    tape.toggle()
    assert tape.playing and tape.moment == reel.since
    tape.pause()
    street.center.close()
