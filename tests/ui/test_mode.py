"""The emergency panel at the real Desk, worked by keys: switch, calls, reports, checklists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import Source
from commandcenter.domain.commands import (
    CallTeams,
    DecideSwitch,
    ProposeSwitch,
    SendReport,
)
from commandcenter.domain.emergency import Answer, Reach
from commandcenter.domain.plan import EventKind, Response
from commandcenter.services.emergency_views import AskEmergency, AskMode, EmergencyView, Mode
from tests.fakes import Room
from tests.ui.deskseat import DeskSeat, seat_at
from tests.walks import filed
from ui.band import Band
from ui.band_parts import Part, Press
from ui.mode_alarms import mode_alarms
from ui.panels.mode import ModePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
T, ORDER = EventKind.TYPHOON, "防指〔2025〕12号"
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def seat(qtbot: QtBot, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "lead-1", ModePanel, (378, 660)) as found:
        yield found


def mode(room: Room) -> Mode:
    found: Mode = room.desk.ask(AskMode(), "lead-1")
    return found


def view(room: Room) -> EmergencyView:
    now = mode(room)
    emergency = now.emergency or now.closing
    assert emergency is not None
    found: EmergencyView = room.desk.ask(AskEmergency(emergency=emergency.id), "lead-1")
    return found


def propose(room: Room, level: Response | None, by: str = "dispatch-1", **more: Any) -> str:
    room.do(ProposeSwitch, by, kind=T, level=level, order_no=ORDER, **more)
    waiting = mode(room).proposed
    assert waiting is not None
    return waiting.id


def switched(room: Room, level: Response | None, leader: str, **more: Any) -> None:
    """Proposed by a dispatcher, confirmed by a leader."""
    room.do(DecideSwitch, leader, switch=propose(room, level, **more), approve=True, order_no=ORDER)


def page(seat: DeskSeat, name: str) -> Any:
    """A page with the keyboard in it."""
    seat.panel.open(name)
    found = getattr(seat.panel, name)
    found.first().setFocus()
    return found


def test_a_night_officer_proposes_and_enters_the_leaders_word_by_keys(seat: DeskSeat) -> None:
    """Ten keys and two order numbers: what domain.md section 6 asks of two persons."""
    room = seat.room
    held = filed(room, item="01-10", source=Source.PATROL)
    switch = page(seat, "switch")
    for key in (K.Key_1, K.Key_1, K.Key_2):
        seat.press(key)
    seat.type(ORDER)
    seat.press(K.Key_Return)
    seat.press(K.Key_1)
    seat.until(lambda: "顺延 1 件" in switch.settings.text())
    told = switch.settings.text()
    assert all(one in told for one in ("每 6 小时", "主任", "企业组、", "30 分钟内答复"))
    seat.press(K.Key_Return)
    seat.until(lambda: mode(room).proposed)
    seat.until(lambda: switch.confirm.block is not None and switch.confirm.order.hasFocus())
    assert mode(room).emergency is None and seat.panel.tabs.tabText(0) == "待确认 1"
    seat.type("防指[2025]13号")
    seat.press(K.Key_Return)
    seat.until(lambda: "不一致" in switch.note.text())
    assert mode(room).emergency is None
    switch.confirm.order.clear()
    seat.type("防指[2025]12号")
    seat.press(K.Key_Return)
    seat.until(lambda: mode(room).emergency)
    (step,) = view(room).switches
    assert (step.proposed_by, step.decided_by) == ("lead-1", "director-1")
    entry = room.desk.changes(0).entries[-1]
    assert (entry.who, entry.behalf) == ("lead-1", "director-1")
    assert room.case(held).hold == "deferred"
    seat.until(lambda: seat.panel._badge.text == "Ⅲ级响应 台风")


def test_who_may_confirm_and_sits_here_confirms_without_a_telephone(
    qtbot: QtBot, room: Room
) -> None:
    propose(room, Response.IV)
    with seat_at(qtbot, room, "duty-1", ModePanel) as seat:
        confirm = page(seat, "switch").confirm
        seat.until(lambda: confirm.mine)
        assert confirm.block is None
        seat.press(K.Key_Return)
        assert mode(room).emergency is None, "not without the order number"
        seat.type(ORDER)
        seat.press(K.Key_Return)
        seat.until(lambda: mode(room).emergency)
    assert view(room).switches[0].decided_by == "duty-1"


def test_a_proposal_is_withdrawn_by_its_proposer_and_refused_by_another(
    qtbot: QtBot, room: Room
) -> None:
    first = propose(room, Response.IV, "lead-1")
    with seat_at(qtbot, room, "lead-1", ModePanel) as seat:
        switch = page(seat, "switch")
        seat.until(lambda: "撤回" in switch._refuse.text())
        seat.press(K.Key_Backspace, CTRL)
        seat.until(lambda: mode(room).proposed is None)
        seat.until(lambda: switch.propose.isVisible())
        second = propose(room, Response.III)
        seat.until(lambda: switch.confirm.block is not None and switch.confirm.isVisible())
        page(seat, "switch")
        seat.press(K.Key_Backspace, CTRL)
        seat.until(lambda: mode(room).proposed is None)
    kinds = {
        entry.facts["switch"]: (entry.facts["state"], entry.behalf)
        for entry in room.desk.changes(0).entries
        if entry.kind == "switch_decided"
    }
    assert kinds == {first: ("withdrawn", None), second: ("refused", "director-1")}


def test_grids_are_picked_by_typing_and_the_scope_is_told(seat: DeskSeat) -> None:
    form = page(seat, "switch").propose
    seat.press(K.Key_2)
    seat.press(K.Key_5)
    seat.press(K.Key_1)
    seat.type("演-1")
    seat.press(K.Key_Return)
    seat.press(K.Key_3)
    seat.until(lambda: form.places.field.line.hasFocus())
    for code in ("002", "003"):
        seat.type(code)
        assert form.places.field.list.choices.rowCount()
        seat.press(K.Key_Return)
    assert len(form.places.places) == 2
    seat.type("001")
    seat.press(K.Key_Return)
    seat.press(K.Key_Backspace)
    chosen = form.places.places
    assert len(chosen) == 2
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: mode(seat.room).proposed)
    waiting = mode(seat.room).proposed
    assert waiting is not None
    assert (waiting.drill, waiting.kind, waiting.reach) == (True, EventKind.CROWD, Reach.GRIDS)
    assert waiting.places == chosen


def test_what_is_missing_is_named_and_the_cursor_goes_there(seat: DeskSeat) -> None:
    switch = page(seat, "switch")
    seat.press(K.Key_Return, CTRL)
    assert "指令编号" in switch.note.text() and switch.propose.order.hasFocus()
    assert mode(seat.room).proposed is None


def test_a_real_order_goes_over_a_drill_that_waits(seat: DeskSeat) -> None:
    propose(seat.room, Response.IV, drill=True)
    switch = page(seat, "switch")
    seat.until(lambda: switch._real.isVisible() and switch.confirm.isVisible())
    seat.press(K.Key_R, CTRL)
    assert switch.propose.isVisible() and switch.propose.drill.key == "real"
    switch.propose.order.setText("实-1")
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: mode(seat.room).proposed and not mode(seat.room).proposed.drill)
    seat.until(lambda: switch.confirm.isVisible())


def test_waves_are_called_and_answers_noted_by_one_key(seat: DeskSeat) -> None:
    room = seat.room
    switched(room, Response.III, "director-1")
    calls = page(seat, "calls")
    tester = QAbstractItemModelTester(calls.model)
    seat.until(lambda: calls.wave.planned and calls._call.isEnabled())
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: len(calls._calls) == 4)
    first = calls.model.choice(0).value.team
    for key in (K.Key_2, K.Key_5, K.Key_Backspace, K.Key_0):
        seat.press(key)
    assert "20 分钟到位" in calls.model.choice(0).note
    seat.press(K.Key_Return)
    answers = lambda: {one.team: (one.answer, one.minutes) for one in view(room).calls}  # noqa: E731
    seat.until(lambda: answers()[first] == (Answer.COMING, 20))
    seat.until(lambda: calls.list.currentIndex().row() == 0)
    seat.until(lambda: calls.model.choice(0).value.team != first)
    second = calls.model.choice(0).value.team
    seat.press(K.Key_X)
    seat.until(lambda: answers()[second] == (Answer.CANNOT, None))
    room.clock.pass_(minutes=31)
    calls.tick()
    seat.until(lambda: [one.text[0] for one in calls.model.choices()][:4] == ["■", "■", "✕", "✓"])
    assert "未答复 超 0:01" in calls.model.choice(0).note
    free = [one for one in calls.model.choices() if one.mark]
    assert [one.value for one in free] == [second], "who cannot come may be asked again"
    calls.list.setCurrentIndex(calls.model.index(calls.model.rowCount() - 1))
    seat.press(K.Key_Space)
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: max(one.wave for one in view(room).calls) == 2)
    del tester


def test_reports_are_drafted_in_order_edited_and_sent(seat: DeskSeat) -> None:
    room = seat.room
    switched(room, Response.III, "director-1")
    room.clock.pass_(minutes=5)
    filed(room, item="04-06")
    reports = page(seat, "reports")
    seat.until(lambda: "立案 1 件" in reports.text.toPlainText())
    assert reports.text.toPlainText().startswith("首报（电话）：台风 Ⅲ级响应（指令")
    page(seat, "reports").text.selectAll()
    seat.type("路面积水，已围蔽")
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: mode(room).owed and mode(room).owed.id == "first")
    sent = next(one for one in view(room).reports if one.report)
    assert (sent.words, sent.slot.id) == ("路面积水，已围蔽", "first_call")
    seat.until(lambda: reports.text.toPlainText().startswith("首报（书面）"))
    room.clock.pass_(minutes=90)
    seat.press(K.Key_0, CTRL)
    seat.until(lambda: mode(room).owed and mode(room).owed.id == "1-1")
    nil = next(one.report for one in view(room).reports if one.slot.id == "first")
    assert nil is not None and nil.nil and nil.text is None
    seat.until(lambda: [one.text[0] for one in reports.model.choices()] == ["…", "✓", "✓"])
    assert "零报告 迟报" in reports.model.choice(1).note
    reports.list.setCurrentIndex(reports.model.index(2))
    assert reports._past.text() == "路面积水，已围蔽"


def test_the_final_report_is_still_drafted_after_the_release(seat: DeskSeat) -> None:
    room = seat.room
    switched(room, Response.IV, "duty-1")
    for slot in ("first_call", "first"):
        given = {"emergency": mode(room).emergency.id, "slot": slot, "words": "平稳"}
        room.do(SendReport, "lead-1", **given)
    switched(room, None, "duty-1")
    reports = page(seat, "reports")
    seat.until(lambda: reports.text.toPlainText().startswith("终报：台风（指令"))
    assert "应急已按指令解除" in reports.text.toPlainText()
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: mode(room).closing is None)
    seat.until(lambda: not reports.model.rowCount())


def test_lines_are_ticked_by_the_space_bar(seat: DeskSeat) -> None:
    room = seat.room
    switched(room, Response.III, "director-1")
    ticks = page(seat, "ticks")
    seat.until(lambda: ticks.progress[1] > 5)
    seat.press(K.Key_Space)
    seat.until(lambda: ticks.progress[0] == 1)
    assert len(view(room).ticks) == 1 and view(room).ticks[0].by == "lead-1"
    seat.until(lambda: seat.panel.tabs.tabText(3).startswith("清单 1/"))
    seat.press(K.Key_Space)
    seat.until(lambda: ticks.progress[0] == 0)


def test_every_page_says_in_normal_working_what_to_do(seat: DeskSeat) -> None:
    for name in ("calls", "reports", "ticks"):
        found = page(seat, name)
        told = found._next if name == "calls" else found._head
        assert told.text().startswith("平时") and told.isVisible()


def part(band: Band, name: str) -> Any:
    return band.findChild(Part, name) or band.findChild(Press, name)


def test_the_band_tells_level_report_and_silent_teams_and_rings(qtbot: QtBot, room: Room) -> None:
    with seat_at(qtbot, room, "lead-1", Band, (1920, 30)) as seat:
        band = seat.panel
        kinds = lambda: [one.kind for one in band.alarms]  # noqa: E731
        propose(room, Response.III)
        seat.until(lambda: kinds() == ["switch_waiting"])
        pages: list[str] = []
        band.page_wanted.connect(pages.append)
        band.see_alarm()
        assert pages == ["switch"] and kinds() == []
        room.do(DecideSwitch, "director-1", switch=mode(room).proposed.id, approve=True,
                order_no=ORDER)  # fmt: skip
        seat.until(lambda: part(band, "band_mode").text == "Ⅲ级响应 台风")
        now = mode(room).emergency
        assert now is not None
        room.do(CallTeams, "lead-1", emergency=now.id, teams=("team-safety",))
        seat.until(lambda: seat.context.mode.now.called)
        assert part(band, "band_owed").text().startswith("首报（电话） 剩 0:30")
        room.clock.pass_(minutes=21)
        band._look()
        assert kinds() == ["up_due"]
        room.clock.pass_(minutes=10)
        band._look()
        assert kinds() == ["up_late", "call_red"]
        assert part(band, "band_silent").text().startswith("未答复 1")
        assert band.grab().toImage().pixelColor(400, 29).name() == "#f5c518"


def test_an_alarm_of_a_later_slot_is_another_one(room: Room) -> None:
    switched(room, Response.III, "director-1")
    room.clock.pass_(minutes=25)
    (first,) = mode_alarms(mode(room), room.clock())
    given = {"emergency": mode(room).emergency.id, "slot": "first_call", "words": "平稳"}
    room.do(SendReport, "lead-1", **given)
    assert mode_alarms(mode(room), room.clock()) == []
    room.clock.pass_(minutes=30)
    (second,) = mode_alarms(mode(room), room.clock())
    assert first.kind == second.kind == "up_due" and first.code != second.code
