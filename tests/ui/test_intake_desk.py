"""The intake form at the real Desk: what was typed is what the street then holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import FileCase
from tests.fakes import PNG, Room, local, open_room
from tests.ui.deskseat import DeskSeat, seat_at
from ui.panels.intake import IntakePanel

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path, "2019-07-11 10:02", local("2019-07-11 00:00").date())
    yield made
    made.center.close()


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "intake-1", IntakePanel) as made:
        yield made


def call(seat: DeskSeat, phone: str, words: str, place: str) -> None:
    """A call up to its place; the item is the first that the words suggest."""
    seat.press(K.Key_4)
    for text in (phone, "李女士"):
        seat.type(text)
        seat.press(K.Key_Return)
    seat.type(words)
    seat.until(lambda: not seat.panel.form.item.list.isHidden())
    seat.press(K.Key_Return)
    seat.press(K.Key_Return)
    seat.type(place)
    seat.until(lambda: not seat.panel.form.place.list.isHidden())
    seat.press(K.Key_Return)
    seat.until(lambda: seat.panel.form.facts.isVisible())


def take(seat: DeskSeat, key: Qt.Key = K.Key_Return) -> None:
    seat.press(key, CTRL)
    seat.until(lambda: seat.panel.form.draft().blank)


def test_day_a_is_reported_on_behalf_of_nobody_but_the_member_is_kept(seat: DeskSeat) -> None:
    members = {one.id: one for one in seat.panel._searches._people.values()}
    member = next(one for one in members.values() if one.on_shift and "grid_member" in one.roles)
    seat.press(K.Key_2)
    seat.type(seat.context.reference.names[member.id])
    seat.press(K.Key_Return)
    seat.type("巡查闻到祠堂东街有浓烈汽油味")
    seat.press(K.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "whp")
    seat.press(K.Key_Return)
    seat.type(member.grids[0])
    seat.press(K.Key_Return)
    seat.until(lambda: "紧急" in seat.panel.form.facts.text())
    assert seat.context.reference.names[member.id] in seat.panel.form.facts.text()
    take(seat)
    seat.until(lambda: seat.context.selection.current_case)
    case = seat.room.case(seat.context.selection.current_case)
    assert case.state is CaseState.REPORTED
    assert (case.item, case.source, case.reporter) == ("21-903", Source.GRID, member.id)
    assert case.grid == member.grids[0] and case.community == member.grids[0][:12]


def test_a_second_caller_is_merged_by_one_key(seat: DeskSeat) -> None:
    call(seat, "19900005001", "楼下烧烤油烟很大", "官涌街中段")
    take(seat)
    seat.until(lambda: seat.context.selection.current_case)
    first = seat.context.selection.current_case
    call(seat, "19900005002", "官涌街烧烤油烟太大", "官涌街中段")
    seat.until(lambda: seat.panel.beside.rows.rowCount() == 1)
    assert "疑似重复" in seat.panel.beside.rows.choice(0).text
    take(seat, K.Key_M)

    def merged() -> list[str]:
        board = seat.room.desk.changes(0)
        return [one.id for one in board.cases if one.state is CaseState.MERGED]

    seat.until(merged)
    second = seat.room.case(merged()[0])
    assert second.merged_into == first
    assert second.id != first
    assert seat.context.selection.current_case == first


def test_the_same_telephone_brings_the_earlier_case_and_its_state(seat: DeskSeat) -> None:
    call(seat, "19900005001", "楼下烧烤油烟很大", "官涌街中段")
    take(seat)
    seat.until(lambda: seat.context.selection.current_case)
    case = seat.context.selection.current_case
    seat.room.do(FileCase, "lead-1", case=case)
    seat.press(K.Key_4)
    seat.type("19900005001")
    seat.until(lambda: seat.panel.beside.rows.rowCount() == 1)
    row = seat.panel.beside.rows.choice(0)
    assert "同一电话" in row.text
    assert "待派遣" in row.note and "剩" in row.note


def test_a_picture_is_kept_by_the_desk(seat: DeskSeat) -> None:
    call(seat, "", "楼下烧烤油烟很大", "官涌街中段")
    seat.panel.form.pictures.add(PNG)
    seat.until(lambda: len(seat.panel.form.pictures.pictures()) == 1)
    take(seat)
    seat.until(lambda: seat.context.selection.current_case)
    view = seat.room.view(seat.context.selection.current_case)
    assert [one.size for one in view.pictures] == [len(PNG)]


def test_a_full_disk_is_told_and_the_same_report_is_taken_in_later(seat: DeskSeat) -> None:
    with seat.room.center.database.write.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    words = "楼下烧烤油烟很大" * 240  # more than the free pages hold
    call(seat, "19900005001", words, "官涌街中段")
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: seat.panel._out is None)
    assert seat.panel.form.draft().words == words
    assert seat.room.desk.changes(0).cases == ()
    assert "磁盘已满" in seat.panel.findChild(QLabel, "intake.status").text()
    with seat.room.center.database.write.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    take(seat)
    seat.until(lambda: seat.context.selection.current_case)
    assert seat.room.view(seat.context.selection.current_case).words == words


def test_a_click_on_the_map_finds_the_grid(seat: DeskSeat) -> None:
    seat.panel.place_at(113.4325, 22.95086)
    seat.until(lambda: seat.panel.form.draft().grid)
    shapes = {one.grid.code: one.grid.name for one in seat.context.reference.grids}
    assert shapes[seat.panel.form.draft().grid] in seat.panel.form.facts.text()
    seat.panel.place_at(0.0, 0.0)
    seat.until(lambda: "不在任何网格内" in seat.panel.form.facts.text())
