"""Accounts and the history beside the tables: codes, locks, who changed what; told, not offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import RevealPhone, SetPassword, SetPowers
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tables import Table, Tables
from commandcenter.services.views import AskTables
from tests.fakes import Room, open_room
from tests.server.processes import Process
from tests.server.rooms import WORD, seat
from tests.ui.deskroom import DAY
from tests.ui.test_admin import at, cell, go, note, panel, tables_of, type_in
from tests.ui.test_app import Opened, opened
from tests.ui.test_remote_seat import peopled, server, window_at
from ui.desk import OpenDesk
from ui.panels.admin_plain import PlainTable

__all__ = ["peopled", "server"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ADDED = (
    (Table.COMMUNITIES, "440113120399", {"name": "新村村委会", "spoken": "新村"}),
    (Table.GRIDS, "440113120399001", {"name": "新村第一网格"}),
    (Table.UNITS, "garden", {"name": "园林绿化站", "short": "园林站"}),
    (Table.TEAMS, "team-garden", {"unit": "园林站", "name": "园林组", "short": "园组",
                                  "kind": "机动", "vehicle": "粤A·D0009"}),
    (Table.OFFICERS, "officer-garden-1", {"name": "何证", "unit": "园林站", "team": "园组",
                                          "certificate": "粤1-1", "valid_until": "2030-01-01"}),
    (Table.PEOPLE, "member-new", {"name": "何新", "roles": "网格员", "grids": "新村第一网格"}),
)  # fmt: skip
"""A street without people and teams is filled in this order, each line by keys."""


@pytest.fixture
def street(tmp_path: Path) -> Room:
    return open_room(tmp_path / "data", "2019-07-11 10:02", DAY)


@pytest.fixture
def at_tables(qtbot: QtBot, street: Room, tmp_path: Path) -> Iterator[Opened]:
    yield from tables_of(qtbot, street, tmp_path)


def rows(table: PlainTable) -> list[tuple[str, ...]]:
    return [table.rows.row(n).cells for n in range(table.rows.rowCount())]


def name_of(room: Room, person: str) -> str:
    return next(
        one.name for one in room.desk.ask(AskTables(), "admin-1").people if one.id == person
    )


def history(desk: OpenDesk) -> list[tuple[str, ...]]:
    """Who, table, line and what of each row."""
    return [one[1:] for one in rows(desk.panels["admin"].history.table)]


def test_a_street_is_filled_by_keys_and_the_history_tells_it(
    qtbot: QtBot, at_tables: Opened
) -> None:
    for table, key, cells in ADDED:
        page = go(at_tables, table)
        QTest.keyClick(page, K.Key_N, CTRL)
        field = page.indexWidget(page.currentIndex())
        field.setText(key)
        QTest.keyClick(field, K.Key_Return)
        QApplication.processEvents()
        for column, text in cells.items():
            at(page, key, column)
            if page.model_.choices(page.current().column()):
                page.model_.setData(page.current(), text)
            else:
                type_in(page, key, column, text)
        assert page.model_.count() == (1, 0), (table, note(at_tables))
        QTest.keyClick(page, K.Key_S, CTRL)
        qtbot.waitUntil(lambda page=page: page.model_.count() == (0, 0))
    found: Tables = at_tables.room.desk.ask(AskTables(), "admin-1")
    assert next(one for one in found.people if one.id == "member-new").grids == ("440113120399001",)
    grids = go(at_tables, Table.GRIDS)
    type_in(grids, "440113120399001", "void_reason", "并入别的网格")
    panel(at_tables).save()
    qtbot.waitUntil(lambda: "void_reason" not in grids.model_._rows[-1].faults)
    qtbot.waitUntil(lambda: any("并入别的网格" in one[3] for one in history(at_tables.desk)))
    told = history(at_tables.desk)
    assert ("梁芳", "网格表", "440113120399001", "作废原因 （空） → 并入别的网格") in told
    assert any(one[1:3] == ("队伍", "team-garden") and "园林站" in one[3] for one in told)
    assert at_tables.room.center.differences() == []
    cover = at_tables.desk.roster.cover
    qtbot.waitUntil(lambda: cover.row_of("440113120399001") < 0 and cover.rowCount() > 0)


def test_the_note_says_what_a_change_reaches_and_leaving_says_what_stays(
    qtbot: QtBot, at_tables: Opened
) -> None:
    case = at_tables.room.report("01-04")
    qtbot.waitUntil(lambda: at_tables.desk.queue.model.row_of(case) >= 0)
    page = go(at_tables, Table.ITEMS)
    type_in(page, "01-04", "limit", "7wh")
    assert "涉及在办 1 件" in note(at_tables)
    assert "已改，未保存" in page.current().siblingAtColumn(page.model_.columnCount() - 1).data()
    at_tables.desk.doors.admin.close()
    said = [one.text for one in at_tables.desk.window.messages.history]
    assert any("1 行改动还没有保存" in one for one in said)
    at_tables.desk.doors.admin.open()
    assert cell(page, "01-04", "limit") == "7wh"


def test_a_local_desk_says_that_it_has_no_accounts(at_tables: Opened) -> None:
    page = panel(at_tables).accounts
    panel(at_tables).tabs.setCurrentWidget(page)
    told = page.findChild(QLabel, "admin.local")
    assert told.isVisible() and "单机" in told.text()
    assert not page.table.isVisible()
    assert not any(one.isVisible() for one in page._buttons.values())
    assert not panel(at_tables)._buttons["save"].isVisible()


def test_an_auditor_reads_the_history_and_the_reveals_and_nothing_else(
    qtbot: QtBot, street: Room, tmp_path: Path
) -> None:
    tables: Tables = street.desk.ask(AskTables(), "admin-1")
    street.do(SetPowers, "admin-1", seen=tables.powers[:1])
    with opened(qtbot, street, tmp_path / "data", person="auditor-1") as found:
        found.desk.doors.admin.open()
        page = panel(found)
        qtbot.waitUntil(lambda: len(rows(page.history.table)) == 1)
        assert history(found.desk)[0][1] == "职权" and history(found.desk)[0][3] == "删除"
        shown = [n for n in range(page.tabs.count()) if page.tabs.isTabVisible(n)]
        assert [page.tabs.widget(n) for n in shown] == [page.history, page.reveals]
        assert all(one.model_.rowCount() == 0 for one in page.pages.values())
        QTest.keyClick(page.history.table, K.Key_Escape)
        qtbot.waitUntil(lambda: not found.desk.window.panel("admin").isVisible())


def test_an_auditor_sees_who_looked_at_numbers_how_often_and_why(
    qtbot: QtBot, street: Room, tmp_path: Path
) -> None:
    case = street.report("01-04", caller_phone="13800005678")
    street.do(RevealPhone, "intake-1", case=case, reason="call_back")
    with opened(qtbot, street, tmp_path / "data", person="auditor-1") as found:
        found.desk.doors.admin.open()
        page = panel(found).reveals
        panel(found).tabs.setCurrentWidget(page)
        qtbot.waitUntil(lambda: len(rows(page.table)) == 1)
        assert rows(page.table)[0][:4] == (name_of(street, "intake-1"), "回访联系", "1", "0")
        street.do(RevealPhone, "lead-1", case=case, reason="verify", words="领导要求核实")
        qtbot.waitUntil(lambda: len(rows(page.table)) == 2)
        assert (name_of(street, "lead-1"), "核实情况", "1", "▲ 1") in [
            one[:4] for one in rows(page.table)
        ]
        assert "13800005678" not in str(rows(page.table)) and case not in str(rows(page.table))
        assert "2 次" in page.findChild(QLabel, "admin.reveals.told").text()
        street.clock.pass_(days=8)
        page.period.setCurrentIndex(1)
        page.period.setCurrentIndex(0)
        qtbot.waitUntil(lambda: not rows(page.table))
        assert "没有人" in page.findChild(QLabel, "admin.reveals.told").text()
        QTest.keyClick(page.table, K.Key_Escape)
        qtbot.waitUntil(lambda: not found.desk.window.panel("admin").isVisible())


def test_an_administrator_is_not_shown_who_looked_at_numbers(at_tables: Opened) -> None:
    tabs = panel(at_tables).tabs
    assert not tabs.isTabVisible(tabs.indexOf(panel(at_tables).reveals))


def test_closing_with_unsaved_lines_says_so_first_and_closes_then(
    qtbot: QtBot, at_tables: Opened
) -> None:
    window, page = at_tables.desk.window, go(at_tables, Table.ITEMS)
    type_in(page, "01-04", "limit", "7wh")
    assert not window.close() and window.isVisible()
    assert "1 行改动没有保存" in window.messages.current.text
    assert cell(page, "01-04", "limit") == "7wh"
    type_in(page, "01-05", "limit", "7wh")
    assert not window.close(), "what was said was less than what would be lost"
    assert "2 行改动没有保存" in window.messages.history[-1].text
    assert window.close() and not window.isVisible()


def test_closing_after_saving_asks_nothing(qtbot: QtBot, at_tables: Opened) -> None:
    page = go(at_tables, Table.ITEMS)
    type_in(page, "01-04", "limit", "7wh")
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    assert at_tables.desk.window.close()


def test_a_one_time_code_is_shown_once_and_leads_to_a_password(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "admin", "admin-1") as desk:
        desk.doors.admin.open()
        page = desk.panels["admin"].accounts
        desk.panels["admin"].tabs.setCurrentWidget(page)
        qtbot.waitUntil(lambda: page.table.rows.rowCount() > 0)
        state = lambda: dict((one[1], one[3]) for one in rows(page.table))  # noqa: E731
        assert "未设密码" in state()["dispatch-2"] and "正常" in state()["lead-1"]
        row = page.table.rows.row_of("dispatch-2")
        page.table.setCurrentIndex(page.table.proxy.mapFromSource(page.table.rows.index(row, 0)))
        QTest.keyClick(page.table, K.Key_G, CTRL)
        qtbot.waitUntil(lambda: "一次性口令" in state()["dispatch-2"])
        code = next(word for word in page._told.text().replace("　", "：").split("：")
                    if word.count("-") == 3)  # fmt: skip
        QTest.keyClick(page.table, K.Key_D, CTRL)
        qtbot.waitUntil(lambda: "已停用" in state()["dispatch-2"])
        with seat(server.url) as other, pytest.raises(Refusal, match="login_barred"):
            other.login("dispatch-2", code)
        QTest.keyClick(page.table, K.Key_L, CTRL)
        qtbot.waitUntil(lambda: "一次性口令" in state()["dispatch-2"])
        with seat(server.url) as other:
            assert other.login("dispatch-2", code) == "dispatch-2"
        with seat(server.url) as other, pytest.raises(Refusal, match="login_code_used"):
            other.login("dispatch-2", code)


def test_who_came_by_a_code_is_asked_for_a_password(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with seat(server.url, "admin-1") as admin:
        admin.do(SetPassword(person="dispatch-1", password=WORD, once=True), "admin-1")
    with window_at(qtbot, server.url, tmp_path / "seat", "dispatch-1") as desk:
        qtbot.waitUntil(lambda: desk.window.panel("password").isVisible())
        said = [one.text for one in desk.window.messages.history]
        assert any("一次性口令" in one for one in said)
