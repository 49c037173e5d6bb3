"""The administration window on the real desk: edited by keys, given once, hidden from others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import SetPersonShift, SetUnits
from commandcenter.domain.table_lines import UnitLine
from commandcenter.domain.tables import Table, Tables, key_of
from commandcenter.services.views import AskTables
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import Opened, opened
from ui.models.admin import AdminModel
from ui.panels.admin import AdminPanel
from ui.panels.admin_page import AdminPage
from ui.words import REFUSALS
from ui.words.table_texts import COLUMNS, TABLE_CODES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def street(tmp_path: Path) -> Room:
    return open_room(tmp_path / "data", "2019-07-11 10:02", DAY)


@pytest.fixture
def at_tables(qtbot: QtBot, street: Room, tmp_path: Path) -> Iterator[Opened]:
    yield from tables_of(qtbot, street, tmp_path)


def tables_of(qtbot: QtBot, street: Room, folder: Path) -> Iterator[Opened]:
    """The desk of an administrator with the tables open."""
    with opened(qtbot, street, folder / "data", person="admin-1") as found:
        found.desk.doors.admin.open()
        qtbot.waitUntil(lambda: panel(found).page.model_.rowCount() > 0)
        yield found


def panel(found: Opened) -> AdminPanel:
    return found.desk.panels["admin"]


def go(found: Opened, table: Table) -> AdminPage:
    """The tab of this table, in front, with the keyboard in it."""
    page = panel(found).pages[table]
    panel(found).tabs.setCurrentWidget(page)
    page.setFocus()
    return page


def at(page: AdminPage, key: str, column: str) -> None:
    """Make this cell the current one."""
    model = page.model_
    row = next(n for n, one in enumerate(model._rows) if key_of(page.table, one.line) == key)
    page.go_to(model.index(row, model.names.index(column)))


def cell(page: AdminPage, key: str, column: str) -> str:
    at(page, key, column)
    return str(page.current().data())


def type_in(page: AdminPage, key: str, column: str, text: str) -> None:
    """Enter opens the cell, the text replaces what is there, Enter closes it."""
    at(page, key, column)
    QTest.keyClick(page, K.Key_Return)
    field = page.indexWidget(page.currentIndex())
    field.setText(text)
    QTest.keyClick(field, K.Key_Return)
    QApplication.processEvents()


def line(room: Room, table: Table, key: str) -> Any:
    tables: Tables = room.desk.ask(AskTables(), "admin-1")
    return next(one for one in tables.lines(table) if key_of(table, one) == key)


def note(found: Opened) -> str:
    return panel(found).findChild(QLabel, "admin.note").text()


def test_a_limit_is_changed_by_keys_and_comes_back_by_the_feed(
    qtbot: QtBot, at_tables: Opened
) -> None:
    page = go(at_tables, Table.ITEMS)
    type_in(page, "01-02", "limit", "6wh")
    assert "1 行已改" in note(at_tables)
    assert line(at_tables.room, Table.ITEMS, "01-02").limit == "4wh"
    kept = at_tables.desk.context.reference
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    assert line(at_tables.room, Table.ITEMS, "01-02").limit == "6wh"
    qtbot.waitUntil(lambda: at_tables.desk.context.reference is not kept)
    limits = {one.code: str(one.limit) for one in at_tables.desk.context.reference.items}
    assert limits["01-02"] == "6wh"


def test_the_desk_goes_by_the_new_tables_at_once(qtbot: QtBot, at_tables: Opened) -> None:
    desk, page = at_tables.desk, go(at_tables, Table.ITEMS)
    assert "01-02" in [one.key for one in desk.intake._searches.items("暴露垃圾")]
    type_in(page, "01-02", "name", "垃圾外露")
    panel(at_tables).save()
    qtbot.waitUntil(lambda: len(desk.intake._searches.items("垃圾外露")) > 0)
    at(page, "01-02", "void")
    page.model_.setData(page.current(), "是")
    panel(at_tables).save()
    qtbot.waitUntil(
        lambda: "01-02" not in [one.key for one in desk.intake._searches.items("垃圾外露")]
    )
    days = go(at_tables, Table.DAYS)
    day = days.model_._rows[0].line
    before = desk.context.clock.calendar
    at(days, day.day, "kind")
    days.model_.setData(days.current(), "上班" if day.kind == "off" else "放假")
    panel(at_tables).save()
    qtbot.waitUntil(lambda: desk.context.clock.calendar != before)
    assert desk.context.clock.calendar == at_tables.room.desk.rules.clock.calendar


def test_a_cell_that_is_still_open_is_saved_with_what_was_typed(
    qtbot: QtBot, at_tables: Opened
) -> None:
    qtbot.waitActive(at_tables.desk.window.panel("admin"))
    page = go(at_tables, Table.ITEMS)
    at(page, "01-04", "limit")
    QTest.keyClick(page, K.Key_Return)
    field = page.indexWidget(page.currentIndex())
    field.setText("3wh")
    QTest.keyClick(field, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: line(at_tables.room, Table.ITEMS, "01-04").limit == "3wh")
    assert cell(page, "01-04", "limit") == "3wh"


def test_a_wrong_cell_is_told_in_words_and_nothing_is_given(at_tables: Opened) -> None:
    page = go(at_tables, Table.ITEMS)
    before = at_tables.room.desk.changes(0, limit=10_000).seq
    type_in(page, "01-02", "limit", "soon")
    type_in(page, "01-04", "limit", "3wh")
    at(page, "01-01", "name")
    QTest.keyClick(page, K.Key_S, CTRL)
    assert cell(page, "01-02", "limit") == "soon"
    current = page.current()
    problem = current.siblingAtColumn(page.model_.columnCount() - 1).data()
    assert problem.startswith("时限：") and "读不懂" in problem
    assert "读不懂" in note(at_tables)
    assert at_tables.room.desk.changes(0, limit=10_000).seq == before


def test_escape_takes_back_edit_by_edit_and_then_leaves(qtbot: QtBot, at_tables: Opened) -> None:
    page = go(at_tables, Table.UNITS)
    before = cell(page, "water", "short")
    type_in(page, "water", "short", "水利")
    type_in(page, "water", "phone", "020-11112222")
    QTest.keyClick(page, K.Key_Escape)
    assert cell(page, "water", "phone") != "020-11112222"
    QTest.keyClick(page, K.Key_Escape)
    assert cell(page, "water", "short") == before and page.model_.count() == (0, 0)
    QTest.keyClick(page, K.Key_Escape)
    qtbot.waitUntil(lambda: not at_tables.desk.window.panel("admin").isVisible())


def test_escape_takes_back_a_new_line_and_a_mark(at_tables: Opened) -> None:
    page = go(at_tables, Table.POWERS)
    count = page.model_.rowCount()
    panel(at_tables).add()
    QTest.keyClick(page.indexWidget(page.currentIndex()), K.Key_Escape)
    at(page, "01-01/enforcement/enforce", "default")
    QTest.keyClick(page, K.Key_Delete, CTRL)
    assert page.model_.count() == (2, 1) and page.model_.rowCount() == count + 1
    QTest.keyClick(page, K.Key_Escape)
    assert page.model_.count() == (1, 1)
    QTest.keyClick(page, K.Key_Escape)
    assert page.model_.count() == (0, 0) and page.model_.rowCount() == count


def test_words_are_typed_and_codes_are_kept(qtbot: QtBot, at_tables: Opened) -> None:
    page = go(at_tables, Table.PEOPLE)
    type_in(page, "lead-2", "roles", "值班长、核查员")
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    assert line(at_tables.room, Table.PEOPLE, "lead-2").roles == ("shift_lead", "checker")
    type_in(page, "lead-2", "roles", "管理员、审计员")
    assert "管理员" in note(at_tables) and "审计员" in note(at_tables)
    assert page.model_.count() == (1, 1)


def test_a_new_unit_is_added_and_a_power_removed(qtbot: QtBot, at_tables: Opened) -> None:
    page = go(at_tables, Table.UNITS)
    QTest.keyClick(page, K.Key_N, CTRL)
    field = page.indexWidget(page.currentIndex())
    field.setText("garden")
    QTest.keyClick(field, K.Key_Return)
    QApplication.processEvents()
    for column, text in (("name", "园林绿化站"), ("short", "园林")):
        type_in(page, "garden", column, text)
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    assert line(at_tables.room, Table.UNITS, "garden").name == "园林绿化站"
    page = go(at_tables, Table.POWERS)
    at(page, "01-01/enforcement/enforce", "default")
    QTest.keyClick(page, K.Key_Delete, CTRL)
    assert page.model_.count() == (1, 0)
    count = page.model_.rowCount()
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.rowCount() == count - 1)
    assert at_tables.room.center.differences() == []


def test_what_another_administrator_did_first_is_not_overwritten(
    qtbot: QtBot, at_tables: Opened
) -> None:
    page = go(at_tables, Table.UNITS)
    type_in(page, "water", "short", "水利")
    old = line(at_tables.room, Table.UNITS, "water")
    theirs = UnitLine(id="water", name=old.name, short="河道", kind=old.kind, phone=old.phone)
    at_tables.room.do(SetUnits, "admin-1", rows=(theirs,), seen=(old,))
    at_tables.room.do(SetPersonShift, "lead-1", person="lead-2", on_shift=True)
    people = panel(at_tables).pages[Table.PEOPLE]
    qtbot.waitUntil(lambda: cell(people, "lead-2", "on_shift") == "是")
    assert cell(page, "water", "short") == "水利"
    with qtbot.waitSignal(at_tables.desk.worker.refused) as said:
        QTest.keyClick(page, K.Key_S, CTRL)
    assert said.args[1].code == "line_changed"
    QTest.keyClick(page, K.Key_R, CTRL)
    qtbot.waitUntil(lambda: cell(page, "water", "short") == "河道")


def test_nobody_else_sees_the_window_or_what_it_held(
    qtbot: QtBot, street: Room, tmp_path: Path
) -> None:
    with opened(qtbot, street, tmp_path / "data", person="lead-1") as found:
        desk = found.desk
        assert not desk.window.findChild(QAction, "admin").isVisible()
        assert not desk.window.panel("admin").toggleViewAction().isVisible()
        desk.window.show_panel("admin")
        QApplication.processEvents()
        assert panel(found).page.model_.rowCount() == 0


def test_the_next_person_at_the_seat_sees_nothing(qtbot: QtBot, at_tables: Opened) -> None:
    from commandcenter.services.views import AskBoard

    desk = at_tables.desk
    board = at_tables.room.desk.ask(AskBoard(), "lead-1")
    lead = next(one for one in board.people if one.id == "lead-1")
    desk.seat.taken.emit(lead)
    qtbot.waitUntil(lambda: not desk.window.panel("admin").isVisible())
    assert all(page.model_.rowCount() == 0 for page in panel(at_tables).pages.values())
    assert not desk.window.findChild(QAction, "admin").isVisible()


def test_a_sheet_goes_out_and_comes_back(qtbot: QtBot, at_tables: Opened, tmp_path: Path) -> None:
    page, file = go(at_tables, Table.UNITS), tmp_path / "单位.xlsx"
    tables: Tables = at_tables.room.desk.ask(AskTables(), "admin-1")
    strip = panel(at_tables).sheets
    strip.write(Table.UNITS, tables, str(file))
    qtbot.waitUntil(file.exists)
    old = line(at_tables.room, Table.UNITS, "water")
    theirs = UnitLine(id="water", name=old.name, short="河道", kind=old.kind, phone=old.phone)
    at_tables.room.do(SetUnits, "admin-1", rows=(theirs,), seen=(old,))
    qtbot.waitUntil(lambda: cell(page, "water", "short") == "河道")
    now: Tables = at_tables.room.desk.ask(AskTables(), "admin-1")
    strip.look(Table.UNITS, now, str(file))
    qtbot.waitUntil(strip.isVisible)
    assert "新增 0 行，改动 1 行" in strip.findChild(QLabel, "admin.preview").text()
    take, context = strip.findChild(QPushButton, "admin.take"), at_tables.desk.context
    context.who = "nobody"
    with qtbot.waitSignal(at_tables.desk.worker.refused):
        QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    context.who = "admin-1"  # what was refused stands here still and is given again
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cell(page, "water", "short") == old.short)
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert line(at_tables.room, Table.UNITS, "water") == old


def test_a_bad_sheet_names_every_row_and_offers_the_good_ones(
    qtbot: QtBot, at_tables: Opened, tmp_path: Path
) -> None:
    from tests.intake.test_sheets import sheet

    file = sheet(
        tmp_path / "a.xlsx",
        ("编号", "名称", "简称", "类别", "电话"),
        ("ok", "好", "好", "街道", ""),
        ("no", "", "坏", "王国", ""),
    )
    tables: Tables = at_tables.room.desk.ask(AskTables(), "admin-1")
    strip = panel(at_tables).sheets
    strip.look(Table.UNITS, tables, str(file))
    qtbot.waitUntil(strip.isVisible)
    listed = strip.findChild(QListWidget, "admin.bad")
    told = [listed.item(n).text() for n in range(listed.count())]
    assert told[0].startswith("▲ 第 3 行不收 · 名称：")
    assert told[1].startswith("▲ 第 3 行不收 · 类别：") and "王国" in told[1]
    assert told[2].startswith("＋ 新增 ok：") and "名称 好" in told[2]
    take = strip.findChild(QPushButton, "admin.take")
    assert "只导入没有问题的 1 行" in take.text()
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    rows = panel(at_tables).pages[Table.UNITS].model_
    qtbot.waitUntil(lambda: any(one.cells["id"] == "ok" for one in rows._rows))
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert line(at_tables.room, Table.UNITS, "ok").short == "好"
    missing = tmp_path / "none.xlsx"
    with qtbot.waitSignal(at_tables.desk.worker.refused) as said:
        strip.look(Table.UNITS, tables, str(missing))
    assert said.args[1].code == "sheet_unreadable"


def test_the_chooser_blocks_nothing_and_goes(qtbot: QtBot, at_tables: Opened) -> None:
    strip = panel(at_tables).sheets
    panel(at_tables)._buttons["export"].click()
    chooser = strip.files.open
    assert chooser is not None and not chooser.isModal() and chooser.isVisible()
    panel(at_tables)._buttons["import"].click()
    assert strip.files.open is not chooser
    strip.files.open.reject()
    assert strip.files.open is None


@pytest.mark.parametrize("table", Table)
def test_the_model_keeps_qts_rules(qtbot: QtBot, street: Room, table: Table) -> None:
    tables: Tables = street.desk.ask(AskTables(), "admin-1")
    model = AdminModel(table)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.load(tables)
    model.add()
    model.remove(model.rowCount() - 1)
    model.load(tables)
    assert model.count() == (0, 0) and model.changes() == ((), ())
    for row in range(model.rowCount()):  # what a cell shows is what it may be given
        for column in range(len(model.names)):
            index = model.index(row, column)
            model.setData(index, index.data())
    assert model.count() == (0, 0)
    del tester
    street.center.close()


def test_every_column_and_fault_has_words() -> None:
    from commandcenter.domain import table_checks
    from commandcenter.domain.tables import CHOICES, columns

    source = Path(table_checks.__file__).read_text("utf-8")
    codes = set(re.findall(r'Fault\([^,()]+, "(\w+)"', source))
    assert len(codes) > 10 and codes <= set(REFUSALS)
    assert {name for table in Table for name in columns(table)} <= set(COLUMNS)
    assert set(TABLE_CODES["day_kind"]) == set(CHOICES[Table.DAYS, "kind"])
