"""The band: what rings, who sits, what it counts, and that it never cuts a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import AcknowledgeAlarm, FileCase, TakeSeat
from tests.fakes import Room
from tests.ui.deskroom import PETROL, RUBBISH, at_work, board, line, morning, since
from ui import words
from ui.alarms import INCOMING_ABSENT, Alarm, alarms
from ui.band import Band
from ui.band_parts import Part, Press
from ui.context import DeskContext
from ui.seat import SeatPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with morning(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[DeskContext]:
    with at_work(room) as context:
        yield context


def ringing(room: Room) -> list[str]:
    return [alarm.code for alarm in alarms(board(room).cases, room.clock())]


def test_a_new_report_rings_until_it_is_seen_and_an_urgent_one_rings_first(room: Room) -> None:
    rubbish = room.report(RUBBISH)
    petrol = room.report(PETROL)
    assert ringing(room) == ["urgent_waiting"], "an ordinary report has ten minutes of grace"
    room.clock.pass_(minutes=10)
    assert ringing(room) == ["urgent_waiting", "report_waiting"]
    room.do(AcknowledgeAlarm, "lead-1", case=rubbish, alarm="report_waiting")
    assert ringing(room) == ["urgent_waiting"]
    room.do(FileCase, "lead-1", case=petrol)
    assert ringing(room) == ["urgent_waiting"]


def test_a_red_stage_rings_a_minute_late_and_not_on_the_minute(room: Room) -> None:
    case = room.report(PETROL)
    room.do(FileCase, "lead-1", case=case)
    room.do(AcknowledgeAlarm, "lead-1", case=case, alarm="urgent_waiting")
    due = line(room, case).stage_due
    assert due is not None
    room.clock.at = due
    assert ringing(room) == []
    room.clock.pass_(seconds=1)
    (code,) = ringing(room)
    assert code.startswith("stage_red_dispatch_")
    assert words.code("alarm", code) == "派遣超时"
    room.do(AcknowledgeAlarm, "lead-1", case=case, alarm=code)
    assert ringing(room) == []


def test_the_whole_case_rings_again_when_a_new_due_has_passed(room: Room) -> None:
    case = room.report(PETROL)
    room.do(FileCase, "lead-1", case=case)
    room.clock.pass_(hours=3)
    code = next(code for code in ringing(room) if code.startswith("case_red"))
    room.do(AcknowledgeAlarm, "lead-1", case=case, alarm=code)
    assert code not in ringing(room)
    later = line(room, case)
    assert later.due is not None
    assert code.endswith(f"{later.due:%y%m%d%H%M}")


def part(band: Band, name: str) -> Part:
    found = band.findChild(Part, name)
    assert isinstance(found, Part)
    return found


def test_figures_lamps_and_alarms_follow_the_feed(qtbot: QtBot, room: Room, desk: DeskContext):
    band = Band(desk)
    qtbot.addWidget(band)
    first = board(room)
    band.load(first)
    assert part(band, "band_inbox").text == "待立案 0"
    case = room.report(PETROL)
    band.apply(since(room, first.seq))
    qtbot.waitUntil(lambda: part(band, "band_inbox").text == "待立案 1")
    assert part(band, "band_oldest").text.startswith("紧急待派 危化品非法储运")
    room.do(FileCase, "lead-1", case=case)
    room.clock.pass_(hours=3)
    band.apply(since(room, first.seq))
    parts = [part(band, f"band_{name}") for name in ("inbox", "open", "red")]
    wanted = ["待立案 0", "在办 1", "超时 1"]
    qtbot.waitUntil(lambda: [one.text for one in parts] == wanted)
    assert [one.kind for one in band.alarms] == ["urgent_waiting", "stage_red", "case_red"]


def test_the_alarm_key_goes_to_the_case_and_then_acknowledges(
    qtbot: QtBot, room: Room, desk: DeskContext
):
    case = room.report(PETROL)
    band = Band(desk)
    qtbot.addWidget(band)
    first = board(room)
    band.load(first)
    band.see_alarm()
    assert desk.selection.current_case == case
    assert line(room, case).acks == ()
    band.see_alarm()
    qtbot.waitUntil(lambda: line(room, case).acks == ("urgent_waiting",))
    assert len(band.alarms) == 1
    band.apply(since(room, first.seq))
    qtbot.waitUntil(lambda: band.alarms == ())


def test_people_on_duty_are_named_by_role_and_the_street_is_marked_as_a_demonstration(
    qtbot: QtBot, room: Room, desk: DeskContext
):
    band = Band(desk)
    qtbot.addWidget(band)
    band.load(board(room))
    on_shift = [one for one in board(room).people if one.on_shift and "shift_lead" in one.roles]
    names = [desk.reference.names[one.id] for one in on_shift]
    assert names
    assert part(band, "band_shift_lead").text == "值班长 " + "、".join(names)
    assert part(band, "band_demo").text == "演示·示意图"
    assert part(band, "band_mode").text == "平时"


@pytest.mark.parametrize("wide", [1920, 1366, 900])
def test_every_part_that_is_shown_has_its_whole_width(
    qtbot: QtBot, room: Room, desk: DeskContext, wide: int
):
    room.report(PETROL)
    band = Band(desk)
    qtbot.addWidget(band)
    band.load(board(room))
    band.resize(wide, 30)
    with qtbot.waitExposed(band):
        band.show()
    parts = [*band.findChildren(Part), *band.findChildren(Press)]
    shown = [one for one in parts if one.isVisible()]
    assert {"band_street", "band_clock", "band_alarm"} <= {one.objectName() for one in shown}
    assert [one.objectName() for one in shown if one.width() < one.sizeHint().width()] == []
    right = max(one.geometry().right() for one in shown)
    assert right < wide


def test_old_data_is_told_in_seconds(qtbot: QtBot, desk: DeskContext):
    band = Band(desk)
    qtbot.addWidget(band)
    band.show_age(1.0)
    assert part(band, "band_data").text == "数据 刚刚"
    band.show_age(12.4)
    assert part(band, "band_data").text == "数据 12 秒前"


def test_the_seat_is_found_by_initials_and_taken_when_the_journal_says_so(
    qtbot: QtBot, room: Room, desk: DeskContext
):
    seat = SeatPanel(desk)
    qtbot.addWidget(seat)
    first = board(room)
    seat.load(first)
    with qtbot.waitExposed(seat):
        seat.show()
    assert desk.reference.names["dispatch-1"] == "丁娟"

    def only_one() -> bool:
        seat.text.clear()
        qtbot.keyClicks(seat.text, "dj")
        return bool(seat.list.model().rowCount() == 1)

    qtbot.waitUntil(only_one)
    with qtbot.waitSignal(seat.left):
        qtbot.keyClick(seat.text, Qt.Key.Key_Return)
    assert desk.who == "lead-1"
    with qtbot.waitSignal(seat.taken) as taken:
        seat.apply(since(room, first.seq))
    assert taken.args is not None
    assert taken.args[0].id == "dispatch-1"


def test_only_people_of_the_desk_are_offered_a_seat(qtbot: QtBot, room: Room, desk: DeskContext):
    seat = SeatPanel(desk)
    qtbot.addWidget(seat)
    seat.load(board(room))
    model = seat.list.model()
    texts = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert desk.reference.names["dispatch-1"] in texts
    assert desk.reference.names["member-001"] not in texts
    assert room.do(TakeSeat, "dispatch-1").subject == "dispatch-1"


def test_an_absent_incoming_person_rings_and_leads_to_the_handover(
    qtbot: QtBot, desk: DeskContext, room: Room
) -> None:
    band, gone = Band(desk), list[str]()
    qtbot.addWidget(band)
    desk.go = gone.append
    room.report(RUBBISH)
    band.load(board(room))
    absent = Alarm("", f"{INCOMING_ABSENT}_1907111015", room.clock.at)
    with qtbot.waitSignal(band.watch.changed):
        band.ring_absent(absent)
    assert band.alarms == (absent,)
    assert words.code("alarm", absent.code) == "接班人未到"
    band.see_alarm()
    assert gone == ["handover"] and absent not in band.alarms  # this seat has seen it
    band.ring_absent(None)
    room.clock.pass_(minutes=10)
    band.sits()
    assert [one.kind for one in band.alarms] == ["report_waiting"]
