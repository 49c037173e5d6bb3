"""A newcomer's first street: founded from the window, people added, a case by keys to its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.tables import Table
from commandcenter.own import found_own
from commandcenter.services.own_street import OwnStreet
from tests.e2e.test_window_keys import Seat
from tests.e2e.test_window_way import given, step
from tests.fakes import Room, SetClock
from tests.ui.deskroom import board
from tests.ui.test_admin import K, at, go
from tests.ui.test_app import Opened, opened
from ui.panels.pictures import PictureBar
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OWN = OwnStreet(name="市桥街道", code="440113001", lead="李明", administrator="管理员")
SHEET = "社区编码,社区名称,网格编码,网格名称\n440113001001,大南社区,440113001001001,大南一格\n"


@pytest.fixture
def newcomer(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Opened, Seat]]:
    sheet, clock = tmp_path / "网格.csv", SetClock("2025-09-29 09:00")
    sheet.write_text(SHEET, "utf-8")
    center, _ = found_own(tmp_path / "own", OWN, sheet, now=clock)
    room = Room(center, clock)
    with opened(qtbot, room, tmp_path / "own", map_too=True) as found:
        qtbot.waitActive(found.desk.window)
        yield found, Seat(found.desk, room, Hands(found.desk.window), qtbot)


def sit(seat: Seat, name: str, person: str) -> None:
    """Change who sits here, by keys."""
    seat.begin("Ctrl+U", "seat")
    seat.hands.type(name)
    seat.keys("Return")
    seat.bot.waitUntil(lambda: seat.desk.context.who == person)


def add(found: Opened, table: Table, key: str, **cells: str) -> None:
    """A new line of a table by keys, not given yet."""
    page = go(found, table)
    found.desk.panels["admin"].add()
    field = page.indexWidget(page.currentIndex())
    field.setText(key)
    QTest.keyClick(field, K.Key_Return)
    QApplication.processEvents()
    for column, text in cells.items():
        at(page, key, column)
        assert page.model_.setData(page.current(), text)


def save(found: Opened, seat: Seat) -> None:
    """Give what was added; it comes back by the feed."""
    page = found.desk.panels["admin"].page
    found.desk.panels["admin"].save()
    seat.bot.waitUntil(lambda: page.model_.count() == (0, 0))


def test_a_new_street_is_filled_and_takes_a_case_to_its_end(
    newcomer: tuple[Opened, Seat],
) -> None:
    found, seat = newcomer
    desk, room = seat.desk, seat.room
    assert desk.map._empty.isVisible() and desk.roster._empty.isVisible()
    sit(seat, "管理员", "admin-1")
    desk.doors.admin.open()
    seat.bot.waitUntil(lambda: desk.panels["admin"].page.model_.rowCount() > 0)
    add(found, Table.PEOPLE, "unit-1", name="王环", roles="处置单位", unit="环卫站", on_shift="是")
    add(found, Table.PEOPLE, "checker-1", name="赵核", roles="核查员", on_shift="是")
    save(found, seat)
    add(found, Table.TEAMS, "team-1", unit="环卫站", name="清运组", short="清运", kind="机动")
    save(found, seat)
    desk.doors.admin.close()
    seat.bot.waitUntil(lambda: not desk.roster._empty.isVisible())
    assert [one.id for one in board(room).teams] == ["team-1"]
    sit(seat, "李明", "lead-1")
    case = reported(seat)
    worked(seat, case)
    seat.bot.waitUntil(lambda: seat.state(case) is CaseState.CLOSED)
    assert room.center.verify().good and not room.center.differences()


def reported(seat: Seat) -> str:
    """A call in a grid that nobody drew, taken in and filed by one key."""
    seat.begin("F2", "intake")
    form = seat.desk.intake.form
    form.focus_field("source")
    seat.keys("4")
    form.focus_field("words")
    seat.hands.type("路口垃圾堆没人清")
    form.focus_field("item")
    seat.hands.type("01-02")
    seat.keys("Return")
    form.focus_field("place")
    seat.hands.type("大南")
    seat.keys("Return")
    seat.keys("Ctrl+Shift+Return")
    seat.bot.waitUntil(lambda: len(board(seat.room).cases) == 1)
    case = board(seat.room).cases[0].id
    seat.bot.waitUntil(lambda: seat.state(case) is CaseState.FILED)
    assert (seat.room.case(case).grid, seat.room.case(case).lon) == ("440113001001001", None)
    seat.desk.window.go("queue")
    return case


def worked(seat: Seat, case: str) -> None:
    """Dispatched, signed, answered with a picture, checked and closed, all by keys."""
    seat.pick(case)
    seat.begin("F4", "dispatch")
    seat.send_dispatch(case)
    for key, offered in (("F5", "task.sign"), ("F6", "task.depart"), ("F7", "task.arrive")):
        given(seat, key, offered)
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("olive"))
    QApplication.clipboard().setImage(picture)
    step(seat, "F8", "case.feedback")
    seat.hands.type("已清运干净")
    seat.keys("Ctrl+V")
    bar = seat.desk.step.findChild(PictureBar)
    seat.bot.waitUntil(lambda: bar.count == 1 and not bar.waiting)
    seat.keys("Ctrl+Return")
    seat.bot.waitUntil(lambda: seat.state(case) is CaseState.FEEDBACK)
    given(seat, "F9", "case.check")
    step(seat, "Shift+F9", "check.pass")
    seat.keys("Ctrl+Return")
    seat.bot.waitUntil(lambda: not seat.desk.window.panel("step").isVisible())
    given(seat, "F10", "case.close")
