"""Each person's own keys: changed in the list by a key press, shown everywhere, kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import TakeSeat
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY, PETROL
from tests.ui.test_app import Opened, opened
from ui import keyring
from ui.actions import ACTIONS
from ui.desk import OpenDesk
from ui.keymap import fitted, refused

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
USUAL = {
    "case.note": ("N",),
    "case.urge": ("B",),
    "case.file": ("F3",),
    "find": ("Ctrl+F",),
    "start": (),
    "keys": ("?", "Shift+F1"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def street(folder: Path) -> Room:
    return open_room(folder, "2019-07-11 10:02", DAY)


@pytest.fixture
def at_desk(qtbot: QtBot, street: Room, folder: Path) -> Iterator[Opened]:
    with opened(qtbot, street, folder, person="lead-1") as found:
        with qtbot.waitActive(found.desk.window):
            found.desk.window.activateWindow()
        yield found


def action(desk: OpenDesk, name: str) -> QAction:
    found: QAction = desk.window.findChild(QAction, name)
    return found


def keys(desk: OpenDesk, name: str) -> list[str]:
    return [key.toString() for key in action(desk, name).shortcuts()]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def listen_for(desk: OpenDesk, text: str) -> None:
    """Open the list, find the row and let it listen, all by keys."""
    desk.window.go("queue")
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is desk.window.help.search
    desk.window.help.search.clear()
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(desk.window.help.search, typed)
    press(Qt.Key.Key_F2)


def hint(desk: OpenDesk) -> str:
    return str(desk.window.help.hint.text())


def change(desk: OpenDesk, text: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    listen_for(desk, text)
    press(key, modifiers)


def test_a_key_is_changed_by_pressing_the_new_one(qtbot: QtBot, at_desk: Opened) -> None:
    desk, case = at_desk.desk, at_desk.room.report(PETROL)
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    desk.selection.set_case(case)
    change(desk, "备注", Qt.Key.Key_F8, CTRL | ALT)
    assert keys(desk, "case.note") == ["Ctrl+Alt+F8"]
    assert desk.window.help.current() is action(desk, "case.note")
    row = desk.window.help.table.currentIndex().row()
    assert desk.window.help.found.index(row, 1).data() == "Ctrl+Alt+F8（已改）"
    press(Qt.Key.Key_Escape)
    desk.window.go("queue")
    press(Qt.Key.Key_N)
    assert not desk.window.panel("step").isVisible()
    press(Qt.Key.Key_F8, CTRL | ALT)
    qtbot.waitUntil(desk.window.panel("step").isVisible)


def test_what_names_the_key_names_the_new_one(qtbot: QtBot, at_desk: Opened) -> None:
    desk, case = at_desk.desk, at_desk.room.report(PETROL)
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    desk.selection.set_case(case)
    desk.window.resize(1920, 1080)  # where the case has room for its moves beside the story
    qtbot.waitUntil(lambda: desk.case.findChild(QPushButton, "do.case.note") is not None)
    change(desk, "备注", Qt.Key.Key_F8, ALT | SHIFT)
    change(desk, "转到：力量", Qt.Key.Key_F9, CTRL | ALT)
    change(desk, "知道了", Qt.Key.Key_F2, ALT)
    change(desk, "换人就座", Qt.Key.Key_F2, CTRL | ALT)
    change(desk, "保存布局", Qt.Key.Key_F3, CTRL | ALT)
    desk.fittings["layouts"].take_saved()
    assert desk.window.messages.history[-1].text == "还没有保存过布局（Ctrl+Alt+F3 保存）"
    desk.window.messages.warning("数据已旧")
    assert desk.case.findChild(QPushButton, "do.case.note").text() == "备注 Alt+Shift+F8"
    assert action(desk, "case.note").toolTip() == "备注 Alt+Shift+F8"
    title = desk.window.panel("roster").titleBarWidget()
    assert title.findChild(QObject, "key").text() == "Ctrl+Alt+F9"
    assert "Alt+F2 知道了" in desk.window.messages._more.text()
    seat = desk.band.findChild(QToolButton, "band_seat")
    assert seat.text().endswith("Ctrl+Alt+F2") and "（Ctrl+Alt+F2 换人）" in seat.toolTip()
    assert keyring.key("case.note") == "Alt+Shift+F8"


def test_keys_are_a_persons_own_and_there_after_a_restart(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    with opened(qtbot, street, folder, person="lead-1") as found:
        with qtbot.waitActive(found.desk.window):
            found.desk.window.activateWindow()
        change(found.desk, "备注", Qt.Key.Key_F8, ALT | SHIFT)
    room = open_room(folder, "2019-07-11 10:20", DAY)
    with opened(qtbot, room, folder, person="lead-1") as found:
        desk = found.desk
        assert keys(desk, "case.note") == ["Alt+Shift+F8"]
        sat: list[object] = []
        desk.context.do(TakeSeat(seat="1"), sat.append)
        qtbot.waitUntil(lambda: bool(sat))  # in its turn, before the next one sits down
        room.do(TakeSeat, "dispatch-1", seat="1")
        qtbot.waitUntil(lambda: desk.context.who == "dispatch-1")
        assert keys(desk, "case.note") == ["N"]
        room.do(TakeSeat, "lead-1", seat="1")
        qtbot.waitUntil(lambda: desk.context.who == "lead-1")
        assert keys(desk, "case.note") == ["Alt+Shift+F8"]
    assert keyring.key("case.note") == "N"  # as delivered for the next desk


def test_a_key_that_is_taken_names_its_action_and_pressed_again_the_two_swap(
    at_desk: Opened,
) -> None:
    desk = at_desk.desk
    change(desk, "备注", Qt.Key.Key_B)
    assert hint(desk) == "B 是“催办”的键：再按一次两者互换，或按别的键"
    assert (keys(desk, "case.note"), keys(desk, "case.urge")) == (["N"], ["B"])
    press(Qt.Key.Key_B)
    assert (keys(desk, "case.note"), keys(desk, "case.urge")) == (["B"], ["N"])


def test_escape_leaves_all_as_it_is_and_delete_restores_the_row(at_desk: Opened) -> None:
    desk = at_desk.desk
    change(desk, "备注", Qt.Key.Key_Escape)
    assert keys(desk, "case.note") == ["N"]
    assert desk.window.panel("help").isVisible()  # the first Esc is the row's
    change(desk, "备注", Qt.Key.Key_F8, ALT | SHIFT)
    assert keys(desk, "case.note") == ["Alt+Shift+F8"]
    change(desk, "备注", Qt.Key.Key_Delete)
    assert keys(desk, "case.note") == ["N"]
    assert "恢复原样" in hint(desk)


def test_all_as_delivered_wants_its_key_twice(at_desk: Opened) -> None:
    desk = at_desk.desk
    change(desk, "备注", Qt.Key.Key_F8, ALT | SHIFT)
    change(desk, "催办", Qt.Key.Key_F9, ALT)
    press(Qt.Key.Key_Delete, CTRL)
    assert keys(desk, "case.note") == ["Alt+Shift+F8"]
    press(Qt.Key.Key_Delete, CTRL)
    assert (keys(desk, "case.note"), keys(desk, "case.urge")) == (["N"], ["B"])
    assert desk.context.own("keys") is None


@pytest.mark.parametrize(
    ("text", "key", "modifiers", "told"),
    [
        ("备注", Qt.Key.Key_F12, NONE, "窗口留着"),
        ("备注", Qt.Key.Key_Return, CTRL, "另有用处"),
        ("备注", Qt.Key.Key_5, NONE, "写字或选数"),
        ("备注", Qt.Key.Key_Space, NONE, "另有用处"),
        ("备注", Qt.Key.Key_U, ALT, "各栏的键"),
        ("查找", Qt.Key.Key_X, NONE, "会写进文字栏"),
        ("按键一览", Qt.Key.Key_F8, CTRL, ""),
    ],
)
def test_what_cannot_be_a_key_is_refused_with_a_sentence(
    at_desk: Opened, text: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, told: str
) -> None:
    desk = at_desk.desk
    before = {one.objectName(): keys(desk, one.objectName()) for one in desk.window.actions()}
    change(desk, text, key, modifiers)
    assert told in hint(desk)
    now = {one.objectName(): keys(desk, one.objectName()) for one in desk.window.actions()}
    assert now == before


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"keys": []}',
        '{"keys": {"case.note": 3, "nobody": "F9", "case.urge": "@@", "case.file": "Esc"}}',
        '{"keys": {"case.note": "F1", "case.urge": "Ctrl+F", "keys": "Ctrl+Alt+K"}}',
    ],
)
def test_broken_habits_leave_the_keys_as_delivered(
    qtbot: QtBot, street: Room, folder: Path, text: str
) -> None:
    (folder / "habits").mkdir(parents=True, exist_ok=True)
    (folder / "habits" / "lead-1.json").write_text(text, encoding="utf-8")
    with opened(qtbot, street, folder, person="lead-1") as found:
        for row in ACTIONS:
            assert keys(found.desk, row.name) == list(row.keys), row.name
        assert keys(found.desk, "keys") == ["?", "？", "Shift+F1"]


def test_every_action_has_a_name_of_its_own(at_desk: Opened) -> None:
    named = [one.objectName() for one in at_desk.desk.window.actions()]
    assert all(named)
    assert len(named) == len(set(named))


def test_a_file_that_gives_a_key_twice_gives_it_once() -> None:
    found = fitted(USUAL, {"case.note": "Ctrl+Alt+N", "case.urge": "Ctrl+Alt+N"})
    assert (found["case.note"], found["case.urge"]) == (("Ctrl+Alt+N",), ("B",))
    found = fitted(USUAL, {"case.note": "B"})
    assert (found["case.note"], found["case.urge"]) == (("N",), ("B",))
    found = fitted(USUAL, {"case.note": "B", "case.urge": "N"})
    assert (found["case.note"], found["case.urge"]) == (("B",), ("N",))
    found = fitted(USUAL, {"case.note": "B", "case.urge": "Ctrl+?!"})
    held = [key for keys_ in found.values() for key in keys_]
    assert len(held) == len(set(held))


@pytest.mark.parametrize(
    ("name", "key", "code"),
    [
        ("case.note", "Shift+M", ""),
        ("case.note", "F13", ""),
        ("case.note", "Ctrl+Alt+3", ""),
        ("find", "Ctrl+F", ""),
        ("case.note", "Ctrl+F", "reserved"),
        ("case.note", "?", "reserved"),
        ("case.note", ";", "text"),
        ("case.note", "Meta+N", "system"),
        ("case.note", "Ctrl+K, Ctrl+C", "unreadable"),
        ("case.note", "", "unreadable"),
        ("keys", "F2", "fixed"),
    ],
)
def test_the_rules_of_a_key(name: str, key: str, code: str) -> None:
    assert refused(name, key, USUAL) == code


def test_what_is_kept_is_small_and_plain(at_desk: Opened, folder: Path) -> None:
    change(at_desk.desk, "备注", Qt.Key.Key_F8, ALT | SHIFT)
    kept = json.loads((folder / "habits" / "lead-1.json").read_text(encoding="utf-8"))
    assert kept["keys"] == {"case.note": "Alt+Shift+F8"}
