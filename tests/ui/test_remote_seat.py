"""A seat at a real server, with its window: login, a lost link, what is not sent yet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import AddNote, FileCase, ReportCase, SetPassword
from commandcenter.seat import open_seat
from commandcenter.services.views import AskBoard, AskCase, AskReference
from commandcenter.vault import person_vault
from tests.server.processes import Process, free_port
from tests.server.rooms import WORD, peopled_street, seat
from tests.ui.deskroom import put_away
from ui.arguments import Arguments
from ui.desk import open_desk
from ui.palette import DARK
from ui.remote.desk import RemoteOpenDesk
from ui.remote.login import LoginWindow
from ui.remote.start import RemoteStart
from ui.theme import apply
from ui.tour.relay import Relay

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PEOPLE = ("intake-1", "dispatch-1", "lead-1", "lead-2", "admin-1")
PLACE = {"lon": 113.4325, "lat": 22.95086}


@pytest.fixture(scope="module")
def peopled(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo street in which PEOPLE have passwords."""
    return peopled_street(founded, tmp_path_factory, *PEOPLE)


@pytest.fixture
def server(peopled: Path, tmp_path: Path) -> Iterator[Process]:
    """Its server, in a process that a test may kill."""
    folder = tmp_path / "street"
    shutil.copytree(peopled, folder)
    with Process(folder, free_port()) as process:
        yield process


@contextmanager
def window_at(
    qtbot: QtBot, url: str, folder: Path, person: str = "lead-1"
) -> Iterator[RemoteOpenDesk]:
    """The desk of a seat, logged in and filled; no bug may come."""
    center = open_seat(url, None, folder)
    center.desk.login(person, WORD)
    reference = center.desk.ask(AskReference(), person)
    desk = open_desk(
        center, settings_folder=folder, person=person, reference=reference, kind=RemoteOpenDesk
    )
    assert isinstance(desk, RemoteOpenDesk)
    bugs: list[object] = []
    desk.window.bugs.caught.connect(bugs.append)
    desk.worker.failed.connect(bugs.append)
    desk.window.resize(1366, 768)
    with qtbot.waitSignals([desk.loaded, desk.map_ready], timeout=30_000):
        desk.window.show()
        desk.start()
    qtbot.waitUntil(lambda: desk.drafts is not None and desk.remote.connected)
    qtbot.waitUntil(lambda: bool(desk.charts.charts))
    try:
        yield desk
    finally:
        put_away(desk)
        apply(QApplication.instance(), DARK)
    assert bugs == []


def report(words: str = "垃圾堆在路口") -> ReportCase:
    return ReportCase(item="01-02", source=Source.WINDOW, words=words, place="祠堂东街", **PLACE)


def data_text(desk: RemoteOpenDesk) -> str:
    return desk.band._data.text


def test_a_lost_link_is_told_and_what_was_missed_comes_by_number(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat") as desk:
        with seat(server.url, "intake-1") as other:
            first = other.do(report(), "intake-1").subject
        qtbot.waitUntil(lambda: desk.queue.model.row_of(first) >= 0)
        with qtbot.waitSignal(desk.linked, timeout=2_000):
            server.kill()
        assert "数据截至" in data_text(desk) and "连接中断" in data_text(desk)
        assert desk.queue.model.row_of(first) >= 0
        server.start()
        with seat(server.url, "intake-1") as other:
            second = other.do(report("路灯不亮"), "intake-1").subject
        qtbot.waitUntil(lambda: desk.queue.model.row_of(second) >= 0)
        qtbot.waitUntil(lambda: "连接中断" not in data_text(desk))
        said = [message.text for message in desk.window.messages.history]
        assert any("连接已恢复" in text for text in said)


def test_what_is_given_without_a_link_waits_and_is_done_once_in_order(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat", "intake-1") as desk:
        old = desk.remote.do(report(), "intake-1").subject
        qtbot.waitUntil(lambda: desk.queue.model.row_of(old) >= 0)
        with qtbot.waitSignal(desk.linked):
            server.kill()
        version = desk.unsent._lines[old].version
        given = report("井盖缺失")
        for command in (
            given,
            AddNote(case=old, seen=version, words="第一条"),
            AddNote(case=old, seen=version, words="第二条"),
        ):
            desk.context.do(command)
        refused = FileCase(case=old, seen=version)
        told: list[tuple[object, str]] = []
        desk.worker.refused.connect(lambda subject, said: told.append((subject, said.code)))
        desk.context.do(refused)
        qtbot.waitUntil(lambda: (refused, "not_offline") in told)
        qtbot.waitUntil(lambda: "未发送 3" in desk.band._unsent.text())
        assert desk.queue.model.row_of(given.case) < 0
        assert b"\xe4\xba\x95\xe7\x9b\x96" not in all_bytes(tmp_path / "seat")
        server.start()
        qtbot.waitUntil(lambda: desk.remote.unsent == ())
        qtbot.waitUntil(lambda: desk.queue.model.row_of(given.case) >= 0)
        view = desk.remote.ask(AskCase(case=old), "intake-1")
        words = [line.words for line in view.story if line.entry.kind == "note_added"]
        assert words == ["第一条", "第二条"]


def test_a_refused_one_stays_beside_the_present_state(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat", "intake-1") as desk:
        old = desk.remote.do(report(), "intake-1").subject
        qtbot.waitUntil(lambda: desk.queue.model.row_of(old) >= 0)
        with qtbot.waitSignal(desk.linked):
            server.kill()
        version = desk.unsent._lines[old].version
        desk.context.do(AddNote(case=old, seen=version, words="断线时写的"))
        qtbot.waitUntil(lambda: len(desk.remote.unsent) == 1)
        desk.remote._remote._link.stop()  # this seat sleeps on while another one works
        server.start()
        with seat(server.url, "lead-2") as other:
            other.do(FileCase(case=old, seen=version), "lead-2")
        outbox = desk.remote.outbox
        sent: list[int] = []

        def refused() -> list[str]:
            sent.append(outbox.send(desk.remote._remote.do))
            return [one.refused.code for one in outbox.items if one.refused]

        qtbot.waitUntil(lambda: refused() == ["stale"])  # a first try may meet the old connection
        assert set(sent) == {0}
        qtbot.waitUntil(lambda: "案卷" in desk.unsent.given.text())
        qtbot.waitUntil(lambda: "待派遣" in desk.unsent.present.text())
        desk.unsent.again.click()
        qtbot.waitUntil(lambda: outbox.waiting)
        assert outbox.send(desk.remote._remote.do) == 1
        assert outbox.items == ()


def test_nothing_unsent_is_lost_with_the_seat(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    folder = tmp_path / "seat"
    with window_at(qtbot, server.url, folder, "intake-1") as desk:
        with qtbot.waitSignal(desk.linked):
            server.kill()
        given = report("电线垂落")
        desk.context.do(given)
        qtbot.waitUntil(lambda: len(desk.remote.unsent) == 1)
    server.start()
    with window_at(qtbot, server.url, folder, "intake-1") as desk:
        qtbot.waitUntil(lambda: desk.remote.unsent == ())
        board = desk.remote.ask(AskBoard(), "intake-1")
        assert [one.state for one in board.cases if one.id == given.case] == [CaseState.REPORTED]


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_another_person_sits_down_with_a_password(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat") as desk:
        desk.intake.form.words.setPlainText("值班长写的")
        desk._choose_seat()
        desk.seat.text.setText("intake-1")
        desk.seat.sit_down()
        assert desk.seat.password.isVisible()
        QTest.keyClicks(desk.seat.password, "wrong password")
        desk.seat.sit_down()
        qtbot.waitUntil(lambda: "密码不对" in desk.seat._hint.text())
        assert desk.context.who == "lead-1"
        desk.seat.password.setText(WORD)
        desk.seat.sit_down()
        qtbot.waitUntil(lambda: desk.context.who == "intake-1")
        qtbot.waitUntil(lambda: desk.drafts is not None)
        assert desk.intake.form.draft().blank
        given = report()
        desk.context.do(given)
        qtbot.waitUntil(lambda: desk.queue.model.row_of(given.case) >= 0)


@pytest.fixture
def login(qtbot: QtBot, server: Process, tmp_path: Path) -> Iterator[LoginWindow]:
    """The login window of a seat; the desk behind it is closed at the end."""
    opened: list[RemoteOpenDesk] = []
    given = Arguments(folder=tmp_path / "seat", server=server.url)
    start = RemoteStart(given, QApplication.instance(), opened.append, lambda: None)
    start.login.opened = opened
    yield start.login
    start.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    apply(QApplication.instance(), DARK)


def test_the_login_says_why_and_then_opens_the_desk(
    qtbot: QtBot, server: Process, login: LoginWindow
) -> None:
    QTest.keyClicks(login.name, "lead-1")
    login.log_in()
    assert "填全" in login.note.text()
    for _ in range(5):
        login.password.setText("not the word")
        login.log_in()
        qtbot.waitUntil(login.enter.isEnabled)
        assert "密码不对" in login.note.text() or "锁定" in login.note.text()
    login.password.setText(WORD)
    login.log_in()
    qtbot.waitUntil(login.enter.isEnabled)
    assert "已锁定到" in login.note.text()
    server.kill()
    login.log_in()
    qtbot.waitUntil(login.enter.isEnabled)
    assert "连不上服务器" in login.note.text()
    server.start()
    login.name.setText("lead-2")
    login.password.setText(WORD)
    login.log_in()
    qtbot.waitUntil(lambda: bool(login.opened))
    assert login.opened[0].context.who == "lead-2"
    assert login.password.text() == ""


def test_a_link_that_goes_silent_is_told_too(qtbot: QtBot, server: Process, tmp_path: Path) -> None:
    port = int(server.url.rsplit(":", 1)[1])
    with Relay(port) as proxy, window_at(qtbot, proxy.url, tmp_path / "seat") as desk:
        with qtbot.waitSignal(desk.linked):
            proxy.frozen.set()
        assert "连接中断" in data_text(desk)
        proxy.frozen.clear()
        with seat(server.url, "intake-1") as other:
            case = other.do(report(), "intake-1").subject
        qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0, timeout=20_000)
        qtbot.waitUntil(lambda: "连接中断" not in data_text(desk), timeout=20_000)


def test_who_gets_a_new_password_logs_in_again_and_loses_nothing(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    folder = tmp_path / "seat"
    with window_at(qtbot, server.url, folder, "intake-1") as desk:
        desk.intake.form.words.insertPlainText("写到一半")
        with seat(server.url, "admin-1") as other:
            other.do(SetPassword(person="intake-1", password="another-7788"), "admin-1")
        qtbot.waitUntil(desk.seat.isVisible, timeout=20_000)
        desk.seat.text.setText("intake-1")
        desk.seat.sit_down()
        desk.seat.password.setText("another-7788")
        desk.seat.sit_down()
        qtbot.waitUntil(lambda: desk.remote.connected)
        assert desk.intake.form.draft().words == "写到一半"
        given = report()
        desk.context.do(given)
        qtbot.waitUntil(lambda: desk.queue.model.row_of(given.case) >= 0)
    drafts = person_vault(folder, "intake-1", "another-7788").read("drafts.bin")
    assert drafts is not None and "写到一半" in drafts.decode()


def test_an_idle_seat_hides_its_text_and_only_its_password_shows_it(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat") as desk:
        lock, window = desk.lock, desk.window
        qtbot.waitActive(window)
        apart = window.panel("roster")
        apart.setFloating(True)  # as on a second screen
        apart.show()
        lock.look()
        assert not lock.locked and apart.isVisible()
        lock._idle = 0.0
        lock.look()
        assert lock.locked and lock.cover.isVisible()
        assert lock.cover.geometry() == window.rect()
        assert covers(lock.cover, window)
        window.panel("case").raise_()
        assert covers(lock.cover, window) and not apart.isVisible()
        apart.show()
        lock.look()
        assert not apart.isVisible()
        QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert not desk.find.isVisible()
        with seat(server.url, "intake-1") as other:
            given = ReportCase(
                item="21-903", source=Source.WINDOW, words="汽油味", place="祠堂东街", **PLACE
            )
            other.do(given, "intake-1")
        qtbot.waitUntil(lambda: [one.case for one in desk.band.alarms] == [given.case])
        lock._idle = 600.0
        for word, locked in (("wrong", True), (WORD, False)):
            lock.cover.password.setText(word)
            QTest.keyClick(lock.cover.password, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: "不对" in lock.cover.note.text() or not lock.locked)
            qtbot.waitUntil(lambda locked=locked: lock.locked == locked)
        assert not lock.cover.isVisible() and desk.queue.isEnabled()
        assert apart.isVisible() and apart.isEnabled()


def covers(cover: QWidget, window: QWidget) -> bool:
    """Whether nothing of the window is seen but the cover: at a grid of points across it."""
    points = [
        QPoint(x, y) for x in range(5, window.width(), 40) for y in range(5, window.height(), 40)
    ]
    seen = {window.childAt(point) for point in points}
    return all(one is cover or cover.isAncestorOf(one) for one in seen)
