"""The guided first case: offered once, it follows what is really done and never takes the keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import FileCase, UrgeCase
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import Opened, opened
from ui.guide.steps import STEPS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def street(tmp_path: Path) -> Room:
    return open_room(tmp_path / "data", "2019-07-11 10:02", DAY)


@pytest.fixture
def at_desk(qtbot: QtBot, street: Room, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, street, tmp_path / "data", person="intake-1") as found:
        yield found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def sit(qtbot: QtBot, found: Opened, person: str) -> None:
    found.desk.window.go("seat")
    found.desk.seat.begin()
    QTest.keyClicks(found.desk.seat.text, person)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found.desk.context.who == person)


def test_a_newcomer_is_led_through_a_case_by_keys(qtbot: QtBot, at_desk: Opened) -> None:
    desk, guide = at_desk.desk, at_desk.desk.fittings["guide"]
    desk.window.go("queue")
    press(Qt.Key.Key_G, CTRL_ALT)
    assert "模拟的街道正要送来" in guide.strip.text.text()
    case = at_desk.room.report(item="01-10")
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    qtbot.waitUntil(lambda: "第 1 步" in guide.strip.text.text())
    desk.selection.set_case(case)
    assert "第 2 步" in guide.strip.text.text() and "Ctrl+U" in guide.strip.text.text()
    sit(qtbot, at_desk, "lead-1")
    qtbot.waitUntil(lambda: "F3" in guide.strip.text.text())
    desk.window.go("queue")
    press(Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: desk.step.action is not None)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: guide.number == 3)
    sit(qtbot, at_desk, "dispatch-1")
    qtbot.waitUntil(lambda: "F4" in guide.strip.text.text())
    desk.window.go("queue")
    press(Qt.Key.Key_F4)
    form = desk.dispatch.form
    qtbot.waitUntil(lambda: form.teams.choices.rowCount() > 0)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: at_desk.room.case(case).state is CaseState.DISPATCHED)
    qtbot.waitUntil(lambda: guide.number == 5)
    tail = guide.scene.tail
    assert tail and tail in guide.strip.text.text() and "%" not in guide.strip.text.text()
    seen = at_desk.room.case(case).version
    at_desk.room.desk.do(UrgeCase(case=case, seen=seen, words="请尽快"), "dispatch-1")
    qtbot.waitUntil(lambda: guide.number == 6)
    desk.window.go("case")
    qtbot.waitUntil(lambda: guide.number == len(STEPS))
    assert "F1" in guide.strip.text.text()
    press(Qt.Key.Key_G, CTRL_ALT)
    assert guide.strip.isHidden()


def test_it_is_offered_once_and_goes_by_itself(qtbot: QtBot, street: Room, tmp_path: Path) -> None:
    with opened(qtbot, street, tmp_path / "data", person="lead-1") as found:
        guide, focus = found.desk.fittings["guide"], QApplication.focusWidget()
        guide.offer()
        assert "Ctrl+Alt+G" in guide.strip.text.text() and guide.strip.isVisible()
        assert QApplication.focusWidget() is focus
        found.desk.window.restore_layout()
        qtbot.waitUntil(guide.strip.isVisible)
        guide._away.timeout.emit()
        assert guide.strip.isHidden()
        guide.offer()
        assert guide.strip.isHidden()
    again = open_room(tmp_path / "data", "2019-07-11 10:03", DAY)
    with opened(qtbot, again, tmp_path / "data", person="lead-1") as found:
        found.desk.fittings["guide"].offer()
        assert found.desk.fittings["guide"].strip.isHidden()


def test_what_others_do_meanwhile_is_passed_over(qtbot: QtBot, at_desk: Opened) -> None:
    desk, guide = at_desk.desk, at_desk.desk.fittings["guide"]
    case = at_desk.room.report(item="01-10")
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    desk.selection.set_case(case)
    guide.turn()
    assert guide.number == 1
    at_desk.room.do(FileCase, "lead-1", case=case)
    qtbot.waitUntil(lambda: guide.number == 3)
