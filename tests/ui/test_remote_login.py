"""Before the desk: what stands in the way is said in words, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from commandcenter.seat import open_seat
from commandcenter.server import http
from commandcenter.server.tls import new_certificate
from tests.fakes import Room
from tests.server.rooms import WORD, give_password, serving
from ui.arguments import parse
from ui.remote.login import LoginWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@contextmanager
def asked(url: str, pin: str | None, folder: Path) -> Iterator[tuple[LoginWindow, list[str]]]:
    """A login window at this server, and who has entered."""
    center = open_seat(url, pin, folder)
    window, entered = LoginWindow(center.desk, url), []
    window.entered.connect(lambda person, reference: entered.append(person))
    window.show()
    yield window, entered
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    center.close()


def try_in(qtbot: QtBot, window: LoginWindow, name: str, password: str = WORD) -> str:
    """What is said after the try."""
    window.name.setText(name)
    window.password.setText(password)
    window.log_in()
    qtbot.waitUntil(window.enter.isEnabled)
    return window.note.text()


def test_only_the_pinned_server_gets_the_password(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    give_password(room.desk, "lead-1")
    (tmp_path / "tls").mkdir()
    made = new_certificate(tmp_path / "tls", ["127.0.0.1"], room.clock.at)
    with serving(room.desk, certificate=made) as stood:
        assert stood.fingerprint
        with asked(stood.url, "00" * 32, tmp_path / "a") as (window, entered):
            assert "指纹" in try_in(qtbot, window, "lead-1")
            assert entered == []
        with asked(stood.url, stood.fingerprint, tmp_path / "b") as (window, entered):
            try_in(qtbot, window, "lead-1")
            assert entered == ["lead-1"]


def test_a_seat_of_another_version_is_told_to_upgrade(
    qtbot: QtBot, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "PROTOCOL", 99)
    with serving(room.desk) as stood, asked(stood.url, None, tmp_path / "a") as (window, entered):
        assert "升级" in try_in(qtbot, window, "lead-1")
        assert entered == []


def test_the_first_administrator_enters_by_the_printed_code(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    with serving(room.desk) as stood, asked(stood.url, None, tmp_path / "a") as (window, entered):
        assert stood.code
        assert not window.code.isVisible()
        window.first.setChecked(True)
        window.code.setText("not the code")
        assert "启动码不对" in try_in(qtbot, window, "admin-1")
        window.code.setText(stood.code)
        try_in(qtbot, window, "admin-1")
        assert entered == ["admin-1"]


def test_the_password_is_never_a_word_of_the_command_line(tmp_path: Path) -> None:
    given = parse(["--server", "https://127.0.0.1:8443", "--pin", "ab" * 32])
    assert given.server and given.pin and "127.0.0.1-8443" in given.folder.name
    for words in (["--password", "x"], ["--server", "https://a", "--demo"]):
        with pytest.raises(SystemExit):
            parse(words)
