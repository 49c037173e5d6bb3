"""What a hand pastes or drops by mistake in the real window: a sentence, and the desk goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import PNG, Room, open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import Opened, opened, shown
from ui.panels.intake_form import MOST_PASTED

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_intake(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    room: Room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="intake-1") as found:
        qtbot.waitActive(found.desk.window)
        found.desk.start_action("report.new")
        qtbot.waitUntil(lambda: shown(found.desk, "intake"))
        found.desk.intake.form.focus_field("words")
        yield found


def said(found: Opened) -> str:
    current = found.desk.window.messages.current
    return current.text if current is not None else ""


def test_ten_megabytes_of_text_are_cut_told_and_never_sent(qtbot: QtBot, at_intake: Opened) -> None:
    form = at_intake.desk.intake.form
    QApplication.clipboard().setText("汽油味 abc " * 1_250_000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CONTROL)
    assert 0 < len(form.words.toPlainText()) <= MOST_PASTED
    assert "太长" in said(at_intake)
    form.focus_field("phone")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CONTROL)
    assert len(form.phone.text()) <= 20
    at_intake.desk.intake.take_in()
    assert "最多" in form._faults["words"].text()
    assert at_intake.room.desk.changes(0).cases == ()


def test_what_is_no_picture_is_told_and_the_report_goes_on(
    qtbot: QtBot, at_intake: Opened, tmp_path: Path
) -> None:
    bar = at_intake.desk.intake.form.pictures
    text, huge, folder = tmp_path / "text.png", tmp_path / "huge.png", tmp_path / "folder.png"
    text.write_text("这不是图片")
    with huge.open("wb") as file:
        file.write(PNG)
        file.truncate(30 * 1024 * 1024)
    folder.mkdir()
    for path, wanted in (
        (text, "格式"),
        (huge, "太大"),
        (folder, "读不出来"),
        (tmp_path / "no", "读不出来"),
    ):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        assert bar.add_from(mime)
        qtbot.waitUntil(lambda: bar.count == 0)
        assert wanted in said(at_intake), path
    broken = tmp_path / "broken.png"
    broken.write_bytes(PNG[:8] + b"nonsense")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(broken))])
    bar.add_from(mime)
    qtbot.waitUntil(lambda: not bar.waiting)
