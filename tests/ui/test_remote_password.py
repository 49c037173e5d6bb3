"""Passwords through the window: an administrator gives them, one's own wants the old one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from commandcenter.domain.refusal import Refusal
from tests.server.processes import Process
from tests.server.rooms import WORD, seat
from tests.ui.test_remote_seat import peopled, server, window_at
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
        qtbot.waitUntil(lambda: desk.password.note.text() != "")
        desk.password.old.setFocus()
        for line in (desk.password.old, desk.password.new, desk.password.again):
            line.clear()
        type_in(desk.password, WORD, NEW, NEW)
        qtbot.waitUntil(lambda: "密码已设置" in said(desk))
        with seat(server.url) as other:
            assert other.login("lead-1", NEW) == "lead-1"


def said(desk) -> str:
    return " ".join(one.text for one in desk.window.messages.history)
