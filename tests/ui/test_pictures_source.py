"""Picture files are read behind the screen: the bar waits for them, and no closing loses one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from commandcenter.domain.refusal import Refusal
from tests.fakes import PNG, open_room
from tests.ui.deskroom import DAY
from tests.ui.stepstand import Stand
from tests.ui.test_app import opened
from ui.line import evidence
from ui.panels.pictures import PictureBar
from ui.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    room = open_room(tmp_path, "2019-07-11 10:00", DAY)
    found = Stand(room, qtbot)
    yield found
    found.stop()
    room.center.close()


def held(worker: Worker) -> threading.Event:
    """Nothing is read before the event is set."""
    free = threading.Event()
    worker.run(lambda: free.wait(30))
    return free


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def note(stand: Stand) -> PictureBar:
    stand.selection.set_case(stand.room.report())
    stand.open("case.note")
    stand.field(QPlainTextEdit, "words").insertPlainText("现场照片")
    bar = stand.panel.findChild(QWidget, "step.pictures")
    assert isinstance(bar, PictureBar)
    return bar


def test_a_file_is_read_behind_the_screen_and_the_step_waits_for_it(
    stand: Stand, tmp_path: Path
) -> None:
    bar, file = note(stand), tmp_path / "photo.png"
    free = held(stand.worker)
    file.write_bytes(b"not copied yet")
    assert bar.add_from(files(file))
    assert bar.count == 1 and bar._list.item(0).text() == "读取中"
    stand.give()
    assert "图片" in stand.panel.note and stand.panel.action is not None
    file.write_bytes(PNG)
    free.set()
    stand.qtbot.waitUntil(lambda: len(bar.pictures()) == 1)
    stand.give()
    stand.closed()
    (kept,) = stand.room.view(stand.selection.current_case).pictures
    assert kept.size == len(PNG)


def test_a_picture_still_read_when_its_form_goes_comes_back_with_it(
    stand: Stand, tmp_path: Path
) -> None:
    bar, file = note(stand), tmp_path / "photo.png"
    case = stand.selection.current_case
    file.write_bytes(PNG)
    free = held(stand.worker)
    assert bar.add_from(files(file))
    stand.press(Qt.Key.Key_Escape)
    stand.qtbot.waitUntil(lambda: stand.panel.action is None)
    stand.selection.set_case(stand.room.report())
    free.set()
    stand.selection.set_case(case)
    stand.open("case.note")
    again = stand.panel.findChild(QWidget, "step.pictures")
    stand.qtbot.waitUntil(lambda: len(again.pictures()) == 1)


def test_a_picture_still_read_when_the_window_closes_is_there_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder, file = tmp_path / "data", tmp_path / "photo.png"
    file.write_bytes(PNG)
    street = open_room(folder, "2019-07-11 10:02", DAY)
    with opened(qtbot, street, folder, person="intake-1") as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        free = held(desk.worker)
        desk.start_action("report.new")
        assert desk.intake.form.pictures.add_from(files(file))
        desk.intake.take_in()
        assert "图片" in desk.intake.findChild(QWidget, "intake.status").text()
        desk.drafts.stop()  # as the closing window does, before its worker goes
        free.set()
    file.unlink()
    room = open_room(folder, "2019-07-11 10:20", DAY)
    with opened(qtbot, room, folder, person="intake-1") as found:
        bar = found.desk.intake.form.pictures
        qtbot.waitUntil(lambda: len(bar.pictures()) == 1)


def test_the_lines_pictures_are_read_behind_the_screen(stand: Stand, tmp_path: Path) -> None:
    file, gone = tmp_path / "photo.png", tmp_path / "gone.png"
    told: list[object] = []
    free = held(stand.worker)
    for path in (file, gone):
        shots = [evidence.Shot(path=str(path), kind="after")]
        evidence.keep(stand.context, shots, told.append, told.append, told.append, stand.window)
    file.write_bytes(PNG)
    free.set()
    stand.qtbot.waitUntil(lambda: len(told) == 2)
    (kept,) = told[0]
    assert kept.kind == "after"
    assert isinstance(told[1], Refusal) and told[1].code == "picture_unreadable"
