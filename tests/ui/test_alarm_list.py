"""The list of alarms: order, why, for whom, acknowledged one by one and several, quiet hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import AcknowledgeAlarm, FileCase
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY, PETROL, RUBBISH, line
from tests.ui.test_app import Opened, opened
from ui.panels.alarms import AlarmsPanel
from ui.panels.quiet_hours import read
from ui.ringing import Quiet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K = Qt.Key


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return open_room(tmp_path / "data", "2019-07-11 10:02", DAY)


@pytest.fixture
def found(qtbot: QtBot, room: Room, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as made:
        yield made


def open_list(qtbot: QtBot, found: Opened) -> AlarmsPanel:
    """As Ctrl+Shift+K does."""
    found.desk.doors.alarms.open()
    panel = found.desk.panels["alarms"]
    assert isinstance(panel, AlarmsPanel)
    qtbot.waitUntil(panel.isVisible)

    def focused() -> bool:
        panel.list.window().activateWindow()
        panel.list.setFocus()
        return bool(panel.list.hasFocus())

    qtbot.waitUntil(focused)
    return panel


def texts(panel: AlarmsPanel) -> list[str]:
    return [f"{one.text} | {one.note}" for one in panel.rows.choices()]


def ringing(qtbot: QtBot, found: Opened, many: int) -> None:
    qtbot.waitUntil(lambda: len(found.desk.band.alarms) == many)


def test_an_empty_list_says_what_will_stand_here(qtbot: QtBot, found: Opened) -> None:
    panel = open_list(qtbot, found)
    assert "没有要知悉的报警" in panel.total.text() and not panel.rows.rowCount()


def test_the_gravest_is_first_with_why_and_for_whom_and_enter_leads_to_it(
    qtbot: QtBot, found: Opened, room: Room
) -> None:
    late = room.report(RUBBISH)
    room.clock.pass_(minutes=11)
    case = room.report(PETROL)
    ringing(qtbot, found, 2)
    panel = open_list(qtbot, found)
    first, second = texts(panel)
    assert first.startswith("‼ 紧急待派") and "紧急案卷 10:13 上报" in first
    assert "响给调度员、受理员、值班长" in first
    assert second.startswith("▲ 新上报") and "10:02 上报，已等 0:11" in second
    assert panel.total.text().startswith("报警 2：‼ 紧急 1")
    assert "每 30 秒一次" in panel.detail.text()
    QTest.keyClick(panel.list, K.Key_Down)
    assert found.desk.selection.current_case == late
    QTest.keyClick(panel.list, K.Key_Up)
    QTest.keyClick(panel.list, K.Key_Return)
    assert found.desk.selection.current_case == case


def test_one_is_acknowledged_by_w_and_then_stands_below_with_who_and_when(
    qtbot: QtBot, found: Opened, room: Room
) -> None:
    case = room.report(PETROL)
    ringing(qtbot, found, 1)
    panel = open_list(qtbot, found)
    QTest.keyClick(panel.list, K.Key_W)
    qtbot.waitUntil(lambda: line(room, case).acks == ("urgent_waiting",))
    name = found.desk.context.reference.names["lead-1"]
    qtbot.waitUntil(lambda: [one[:6] for one in texts(panel)] == ["✓ 紧急待派"])
    assert f"07-11 10:02 {name} 知悉" in texts(panel)[0]
    assert "近 12 小时" in panel.total.text()


def test_several_are_acknowledged_each_by_its_own_command(
    qtbot: QtBot, found: Opened, room: Room
) -> None:
    cases = [room.report(PETROL) for _ in range(3)]
    ringing(qtbot, found, 3)
    panel = open_list(qtbot, found)
    QTest.keyClick(panel.list, K.Key_Space)
    QTest.keyClick(panel.list, K.Key_Down)
    QTest.keyClick(panel.list, K.Key_Space)
    assert panel.hint.text().startswith("已勾 2")
    QTest.keyClick(panel.list, K.Key_W)
    ringing(qtbot, found, 1)
    QTest.keyClick(panel.list, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.list, K.Key_W)
    ringing(qtbot, found, 0)
    assert all(line(room, one).acks == ("urgent_waiting",) for one in cases)


def test_what_another_acknowledged_leaves_the_list_with_the_name(
    qtbot: QtBot, found: Opened, room: Room
) -> None:
    case = room.report(PETROL)
    ringing(qtbot, found, 1)
    panel = open_list(qtbot, found)
    room.do(AcknowledgeAlarm, "dispatch-1", case=case, alarm="urgent_waiting")
    name = found.desk.context.reference.names["dispatch-1"]
    qtbot.waitUntil(lambda: any(name in one and one.startswith("✓") for one in texts(panel)))
    ringing(qtbot, found, 0)


def test_late_stages_of_an_urgent_case_are_marked_urgent(
    qtbot: QtBot, found: Opened, room: Room
) -> None:
    case = room.report(PETROL)
    room.do(FileCase, "lead-1", case=case)
    room.clock.pass_(hours=3)
    room.do(AcknowledgeAlarm, "lead-1", case=case, alarm="urgent_waiting")
    ringing(qtbot, found, 2)
    panel = open_list(qtbot, found)
    first, second = texts(panel)[:2]
    assert first.startswith("‼ 派遣超时") and "已过 " in first
    assert second.startswith("‼ 全案超时")
    assert "每 60 秒一次" in panel.detail.text() and "急促" in panel.detail.text()
    QTest.keyClick(panel.list, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.list, K.Key_W)
    ringing(qtbot, found, 0)  # two of one case: each at the version that it has by then


def test_quiet_hours_are_typed_kept_for_the_seat_and_wrong_ones_are_said(
    qtbot: QtBot, found: Opened
) -> None:
    panel = open_list(qtbot, found)
    ears = found.desk.fittings["ears"]
    QTest.keyClick(panel.list, K.Key_M)
    hours = panel.quiet.hours
    hours.setText("22:00到25:00")
    QTest.keyClick(hours, K.Key_Return)
    assert ears.quiet is None and "读不懂" in panel.quiet.said.text()
    hours.setText("22:00-06:00")
    panel.quiet.low.setCurrentIndex(1)
    QTest.keyClick(hours, K.Key_Return)
    assert ears.quiet == Quiet(time(22), time(6), 0)
    hours.clear()
    QTest.keyClick(hours, K.Key_Return)
    assert ears.quiet is None
    assert read("8:00～20:00", 30) == Quiet(time(8), time(20), 30)


def test_v_changes_the_volume_of_the_seat(qtbot: QtBot, found: Opened) -> None:
    panel = open_list(qtbot, found)
    assert "中" in panel.quiet.volume.text()
    QTest.keyClick(panel.list, K.Key_V)
    assert "大" in panel.quiet.volume.text() and found.desk.chimes.volume == 100
