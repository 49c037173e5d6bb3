"""A password at the seat choice and at the lock: tried once at a time, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from tests.fakes import Room
from tests.ui.deskroom import at_work, board, morning
from ui.context import DeskContext
from ui.remote.lock import ScreenLock
from ui.seat import SeatPanel
from ui.window import DeskWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Answer = Person | Exception


class Door:
    """Lets in, refuses or fails as the test says, and remembers what was tried."""

    def __init__(self) -> None:
        self.answers: Queue[Answer] = Queue()
        self.tried: list[str] = []

    def __call__(self, *given: str) -> Person:
        self.tried.append(given[-1])
        answer = self.answers.get(timeout=20)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with morning(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[DeskContext]:
    with at_work(room) as context:
        yield context


@contextmanager
def failing(desk: DeskContext, qtbot: QtBot, door: Door) -> Iterator[None]:
    with qtbot.waitSignal(desk.worker.failed):
        door.answers.put(ValueError("broken"))
        yield


def choosing(
    qtbot: QtBot, room: Room, desk: DeskContext
) -> tuple[SeatPanel, Door, list[Person], list[int]]:
    """The list of seats, open behind a door; who sat down, and how often it was left."""
    desk.login = door = Door()
    seat, taken, left = SeatPanel(desk), list[Person](), list[int]()
    qtbot.addWidget(seat)
    seat.taken.connect(taken.append)
    seat.left.connect(lambda: left.append(1))
    seat.load(board(room))
    with qtbot.waitActive(seat):
        seat.show()
    seat.sit_down()
    return seat, door, taken, left


def test_a_seat_is_tried_once_at_a_time_and_says_what_became_of_it(
    qtbot: QtBot, room: Room, desk: DeskContext
) -> None:
    seat, door, taken, left = choosing(qtbot, room, desk)

    def enter(password: str) -> None:
        qtbot.keyClicks(seat.password, password)
        qtbot.keyClick(seat.password, Qt.Key.Key_Return)

    enter("first")
    enter("second")  # while the first is tried
    assert "正在登录" in seat._hint.text() and seat.password.text() == "second"
    with failing(desk, qtbot, door):
        pass
    assert "程序出错" in seat._hint.text() and seat.password.text() == "second"
    qtbot.keyClick(seat.password, Qt.Key.Key_Return)
    door.answers.put(Refusal("login_wrong"))
    qtbot.waitUntil(lambda: "不对" in seat._hint.text())
    enter("third")
    door.answers.put(board(room).people[0])
    qtbot.waitUntil(lambda: taken == [board(room).people[0]])
    assert door.tried == ["first", "second", "third"] and left == [1]


def test_a_seat_keeps_no_password_and_a_late_answer_is_of_its_own_choice(
    qtbot: QtBot, room: Room, desk: DeskContext
) -> None:
    seat, door, taken, left = choosing(qtbot, room, desk)
    qtbot.keyClicks(seat.password, "standing")
    seat.hide()
    seat.show()
    assert seat.password.text() == "" and seat.password.isHidden()

    def enter_and_choose_anew(password: str) -> None:
        seat.sit_down()
        qtbot.keyClicks(seat.password, password)
        qtbot.keyClick(seat.password, Qt.Key.Key_Return)
        seat.begin()
        qtbot.keyClick(seat.text, Qt.Key.Key_Return)
        assert "正在登录" in seat._hint.text()

    enter_and_choose_anew("first")
    with qtbot.waitSignal(desk.worker.refused):
        door.answers.put(Refusal("login_wrong"))
    assert seat._hint.text() == seat._how()
    enter_and_choose_anew("second")
    door.answers.put(board(room).people[0])
    qtbot.waitUntil(lambda: taken == [board(room).people[0]])
    assert left == [] and seat._hint.text() == seat._how()
    assert door.tried == ["first", "second"]


def test_the_lock_tries_one_password_at_a_time_and_says_so(
    qtbot: QtBot, room: Room, desk: DeskContext, tmp_path: Path
) -> None:
    window, door = DeskWindow(tmp_path), Door()
    qtbot.addWidget(window)
    area = Qt.DockWidgetArea.LeftDockWidgetArea
    window.add_panel("queue", "事件队列", QTableWidget(5, 3), area, "panel.queue", size=560)
    lock = ScreenLock(window, desk.worker, door, lambda: "值班长")
    window.show()
    lock.lock()
    line, note = lock.cover.password, lock.cover.note

    def enter(password: str) -> None:
        qtbot.keyClicks(line, password)
        qtbot.keyClick(line, Qt.Key.Key_Return)

    enter("first")
    enter("second")
    assert "正在核对" in note.text() and line.text() == "second"
    with failing(desk, qtbot, door):
        pass
    assert "程序出错" in note.text() and lock.locked
    qtbot.keyClick(line, Qt.Key.Key_Return)
    door.answers.put(Refusal("login_wrong"))
    qtbot.waitUntil(lambda: "不对" in note.text())
    enter("third")
    door.answers.put(board(room).people[0])
    qtbot.waitUntil(lambda: not lock.locked)
    assert door.tried == ["first", "second", "third"]
    lock.stop()
