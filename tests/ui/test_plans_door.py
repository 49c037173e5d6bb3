"""Plans and emergencies in the whole window: opened by a key, linked to the replay."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import Room, open_room
from tests.services.test_reviewing import storm
from tests.ui.test_app import opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K, M = Qt.Key, Qt.KeyboardModifier
BOTH = M.ControlModifier | M.ShiftModifier


@pytest.fixture
def after(tmp_path: Path) -> Room:
    """A street an hour and a half after a storm was released."""
    room = open_room(tmp_path / "data")
    storm(room)
    room.clock.set("13:30")
    return room


def test_an_emergency_is_found_by_a_key_and_played_back_by_another(
    qtbot: QtBot, after: Room, tmp_path: Path
) -> None:
    with opened(qtbot, after, tmp_path / "data", person="lead-1") as found:
        desk = found.desk
        qtbot.waitActive(desk.window)
        QTest.keyClick(desk.window, K.Key_Y, BOTH)
        dock = desk.window.panel("plans")
        qtbot.waitUntil(dock.isVisible)
        assert dock.geometry().left() >= desk.window.panel("queue").geometry().right()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.panels["plans"].plan.kinds)
        records = desk.panels["plans"].records
        QTest.keyClick(desk.panels["plans"].plan.kinds, K.Key_2, M.ControlModifier)
        assert desk.panels["plans"].tabs.currentWidget() is records
        qtbot.waitUntil(lambda: "Ⅲ级响应" in records.story.toPlainText())
        records.story.setFocus()
        QTest.keyClick(records.story, K.Key_P, M.ControlModifier)
        replay = desk.panels["replay"]
        qtbot.waitUntil(lambda: replay._film is not None)
        reel = replay._film.player.reel
        emergency = records._view.emergency
        assert reel.since < emergency.began_at and emergency.released_at < reel.until
        assert any(one.kind == "switch_decided" for one in reel.beats)
        QApplication.processEvents()


def test_what_was_not_saved_is_told_before_the_window_goes(
    qtbot: QtBot, after: Room, tmp_path: Path
) -> None:
    with opened(qtbot, after, tmp_path / "data", person="duty-1") as found:
        desk = found.desk
        desk.doors.plans.open()
        qtbot.waitUntil(lambda: desk.panels["plans"].plan._draft is not None)
        assert desk.panels["plans"].closing() == ""
        desk.panels["plans"].plan.form.report.setValue(99)
        assert "Ctrl+Shift+Y" in desk.window.unsaved()
        desk.panels["plans"].plan.revert()
        assert desk.window.unsaved() == ""
