"""Passwords through the window: an administrator gives them, one's own wants the old one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import SetPassword
from commandcenter.domain.refusal import Refusal
from commandcenter.services.accounts import sign_in
from commandcenter.services.views import AskAccounts, AskBoard
from tests.fakes import Room
from tests.server.processes import Process
from tests.server.rooms import WORD, give_password, seat
from tests.ui.deskseat import DeskSeat, seat_at
from tests.ui.test_remote_seat import peopled, server, window_at
from ui.context import DeskContext
from ui.remote.password import PasswordPanel

__all__ = ["peopled", "server"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NEW = "a-new-word-2025"


def type_in(panel: PasswordPanel, *texts: str) -> None:
    """Type each text where the focus is and press Enter."""
    for text in texts:
        target = QApplication.focusWidget()
        assert isinstance(target, QLineEdit) and panel.isAncestorOf(target)
        target.insert(text)  # a password of the tests has letters no keyboard has
        QTest.keyClick(target, Qt.Key.Key_Return)


def test_an_administrator_gives_somebody_the_first_password(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat", "admin-1") as desk:
        with seat(server.url) as other, pytest.raises(Refusal, match="login_wrong"):
            other.login("dispatch-2", NEW)
        desk.window.go("password")
        qtbot.waitUntil(desk.password.person.line.hasFocus)
        desk.password.person.line.clear()
        QTest.keyClicks(desk.password.person.line, "dispatch-2")
        type_in(desk.password, "", NEW, NEW + "x")
        assert "不一样" in desk.password.note.text()
        desk.password.again.clear()
        type_in(desk.password, NEW)
        qtbot.waitUntil(lambda: "密码已设置" in said(desk))
        assert desk.password.new.text() == "" == desk.password.again.text()
        with seat(server.url) as other:
            assert other.login("dispatch-2", NEW) == "dispatch-2"


def test_ones_own_wants_the_old_one(qtbot: QtBot, server: Process, tmp_path: Path) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat", "lead-1") as desk:
        desk.window.go("password")
        qtbot.waitUntil(desk.password.old.hasFocus)
        type_in(desk.password, "not the old one", NEW, NEW)
        qtbot.waitUntil(lambda: "不对" in desk.password.note.text())
        desk.password.old.setFocus()
        for line in (desk.password.old, desk.password.new, desk.password.again):
            line.clear()
        type_in(desk.password, WORD, NEW, NEW)
        qtbot.waitUntil(lambda: "密码已设置" in said(desk))
        with seat(server.url) as other:
            assert other.login("lead-1", NEW) == "lead-1"


@pytest.fixture
def own(qtbot: QtBot, room: Room) -> Iterator[DeskSeat]:
    """The panel of somebody who has a password."""
    give_password(room.desk, "lead-1")
    with seat_at(qtbot, room, "lead-1", PasswordPanel) as found:
        found.panel.old.setFocus()
        yield found


def fields(panel: PasswordPanel) -> list[str]:
    return [one.text() for one in (panel.old, panel.new, panel.again)]


def test_a_second_enter_does_not_send_the_old_password_again(own: DeskSeat) -> None:
    panel, refused, done = own.panel, list[object](), list[object]()
    own.context.worker.refused.connect(lambda command, said: refused.append(said))
    own.context.worker.over.connect(lambda command, answer: done.append(answer))
    type_in(panel, WORD, NEW, NEW)
    panel.set_password()
    panel.old.setText("for the next time")  # typed while it is under way
    own.until(lambda: done)
    assert fields(panel) == ["for the next time", NEW, NEW] and not panel.note.text()
    panel.set_password()  # it is not busy any more
    own.until(lambda: refused)
    assert len(done) == 2 and "不对" in panel.note.text()


def test_no_password_stays_when_it_is_hidden_or_another_sits_down(own: DeskSeat) -> None:
    panel = own.panel
    type_in(panel, "not the old one", NEW, NEW)
    own.until(lambda: "不对" in panel.note.text())
    assert fields(panel) == ["not the old one", NEW, NEW]
    panel.sits()  # somebody else's shift has changed
    assert fields(panel) == ["not the old one", NEW, NEW]
    panel.set_password()
    own.context.who = "dispatch-1"
    panel.sits()
    assert fields(panel) == ["", "", ""] and panel.person.choice.key == "dispatch-1"
    panel.new.setText("of another")
    with own.bot.waitSignal(own.context.worker.over):
        pass
    assert panel.new.text() == "of another" and not panel.note.text()
    panel.hide()
    assert fields(panel) == ["", "", ""]


def test_who_must_set_a_password_is_told_late_too_but_not_led_there(
    qtbot: QtBot, room: Room
) -> None:
    room.do(SetPassword, "admin-1", person="lead-1", password=WORD, once=True)
    sign_in(room.desk, "lead-1", WORD)
    led: list[object] = []

    def made(desk: DeskContext) -> PasswordPanel:
        panel = PasswordPanel(desk)
        panel.due.connect(lambda: led.append(1))
        return panel

    with seat_at(qtbot, room, "lead-1", made) as at:
        at.until(lambda: led and "一次性" in at.said[-1][1])
        at.said.clear()
        at.context.who = "nobody"
        with qtbot.waitSignal(at.context.worker.refused):
            at.panel.load(room.desk.ask(AskBoard(), "lead-1"))
        at.context.who = "lead-1"
        at.context.ask("password.account", AskAccounts(), at.panel._look)
        at.until(lambda: at.said)
        assert len(led) == 1


def said(desk) -> str:
    return " ".join(one.text for one in desk.window.messages.history)
