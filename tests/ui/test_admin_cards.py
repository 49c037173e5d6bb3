"""Run cards and the other tables of coordination on the real desk: tried, doubted, told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import DispatchCase, FileCase
from commandcenter.domain.tables import Table
from commandcenter.domain.task import TaskKind
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY
from tests.ui.test_admin import at, cell, go, line, note, panel, type_in
from tests.ui.test_admin_lists import history
from tests.ui.test_app import Opened, opened
from ui.panels.admin_trial import TrialStrip
from ui.words.script_texts import ASKS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def sent(room: Room, lead: str = "enforcement", team: str | None = None) -> str:
    """A 露天烧烤 that was dispatched; its number."""
    case = room.report("05-10")
    room.do(FileCase, "lead-1", case=case)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit=lead, team=team,
            kind=TaskKind.HANDLE)  # fmt: skip
    number = room.case(case).number
    assert number is not None
    return number


@pytest.fixture
def at_tables(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    street = open_room(tmp_path / "data", "2019-07-11 18:30", DAY)
    with opened(qtbot, street, tmp_path / "data", person="admin-1") as desk:
        desk.desk.doors.admin.open()
        qtbot.waitUntil(lambda: panel(desk).page.model_.rowCount() > 0)
        yield desk


def strip(found: Opened) -> TrialStrip:
    return panel(found).trial


def found(opened: Opened) -> QListWidget:
    return strip(opened).findChild(QListWidget, "admin.trial.found")


def lines(opened: Opened) -> list[str]:
    listed = found(opened)
    return [listed.item(n).text() for n in range(listed.count())]


def said(found: Opened) -> str:
    return strip(found).findChild(QLabel, "admin.trial").text()


def test_a_card_is_tried_on_past_cases_and_then_switched_on(
    qtbot: QtBot, at_tables: Opened
) -> None:
    room = at_tables.room
    number = sent(room)
    page = go(at_tables, Table.RUN_CARDS)
    assert "再启用" in said(at_tables) and not found(at_tables).isVisible()
    at(page, "barbecue", "on")
    page.model_.setData(page.current(), "是")
    assert "还没有用旧案卷试过" in note(at_tables)
    QTest.keyClick(page, K.Key_T, CTRL)
    qtbot.waitUntil(found(at_tables).isVisible)
    assert "派遣过的 1 件案卷，1 件符合，0 件本来就这样派" in said(at_tables)
    assert lines(at_tables)[0].endswith("主办 1/1、任务类别 0/1、队伍 0/1")
    assert number[-6:] in lines(at_tables)[-1]
    assert "还没有用旧案卷试过" not in note(at_tables)
    assert not line(room, Table.RUN_CARDS, "barbecue").on
    QTest.keyClick(page, K.Key_Escape, SHIFT)
    assert not found(at_tables).isVisible()
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    assert line(room, Table.RUN_CARDS, "barbecue").on
    qtbot.waitUntil(lambda: any("启用 否 → 是" in one[3] for one in history(at_tables.desk)))
    assert ("处置卡", "barbecue") in [one[1:3] for one in history(at_tables.desk)]


def test_a_card_that_was_edited_after_its_trial_asks_for_another_and_is_not_held_up(
    qtbot: QtBot, at_tables: Opened
) -> None:
    page = go(at_tables, Table.RUN_CARDS)
    type_in(page, "petrol", "officers", "3")
    QTest.keyClick(page, K.Key_T, CTRL)
    qtbot.waitUntil(found(at_tables).isVisible)
    assert lines(at_tables)[0].startswith("没有符合的旧案卷")
    type_in(page, "petrol", "hours", "0:00-6:00")
    QTest.keyClick(page, K.Key_T, CTRL)
    assert at_tables.desk.window.messages.history[-1].text.startswith("先把这张卡填好")
    type_in(page, "petrol", "hours", "00:00-06:00")
    assert "危化品非法储运处置卡还没有用旧案卷试过" in note(at_tables)
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    assert line(at_tables.room, Table.RUN_CARDS, "petrol").hours == "00:00-06:00"
    told = [one.text for one in at_tables.desk.window.messages.history]
    assert any("没有试用过就启用了" in one for one in told)


def test_a_longer_time_is_asked_for_in_the_strip_and_another_tab_puts_it_away(
    qtbot: QtBot, at_tables: Opened
) -> None:
    room = at_tables.room
    room.clock.at = room.clock.at.replace(month=5)
    sent(room)
    room.clock.at = room.clock.at.replace(month=7)
    page = go(at_tables, Table.RUN_CARDS)
    at(page, "barbecue", "name")
    QTest.keyClick(page, K.Key_T, CTRL)
    qtbot.waitUntil(lambda: "0 件案卷" in said(at_tables))
    days = strip(at_tables).findChild(QComboBox, "admin.trial.days")
    days.setCurrentIndex(1)
    days.activated.emit(1)
    qtbot.waitUntil(lambda: "1 件案卷，1 件符合" in said(at_tables))
    go(at_tables, Table.TIERS)
    assert not strip(at_tables).isVisible()


def test_what_is_odd_about_a_card_stands_beside_it(qtbot: QtBot, at_tables: Opened) -> None:
    page = go(at_tables, Table.RUN_CARDS)
    type_in(page, "barbecue", "officers", "1")
    last = page.model_.columnCount() - 1
    problem = page.current().siblingAtColumn(last).data(Qt.ItemDataRole.ToolTipRole)
    assert "▲ 持证人数：行政处罚法42" in problem and "行政处罚法42" in note(at_tables)
    type_in(page, "barbecue", "equipment", "无人机")
    assert "没有队伍配备“无人机”" in note(at_tables)
    type_in(page, "barbecue", "crews", "社会面类×2、机动×1")
    assert line(at_tables.room, Table.RUN_CARDS, "barbecue").crews == ("street_surface:1",)
    assert page.model_.count() == (1, 0)
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    kept = line(at_tables.room, Table.RUN_CARDS, "barbecue")
    assert kept.crews == ("street_surface:2", "mobile:1") and kept.officers == "1"


def test_rules_and_scripts_are_read_in_words_and_kept_as_typed(
    qtbot: QtBot, at_tables: Opened
) -> None:
    rules = go(at_tables, Table.WHISTLE_RULES)
    assert cell(rules, "emergency", "approve") == "带班领导、街道领导、主任、书记"
    type_in(rules, "hard", "approve", "书记、值班长")
    assert "这个选项" in note(at_tables)
    assert rules.model_.count() == (1, 1)
    assert not panel(at_tables)._buttons["add"].isEnabled()
    QTest.keyClick(rules, K.Key_Escape)
    page = go(at_tables, Table.SCRIPTS)
    assert cell(page, "all", "ask_1") == ASKS["contacted"]
    type_in(page, "all", "ask_5", "最后：您给几分，满意吗？")
    QTest.keyClick(page, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.model_.count() == (0, 0))
    kept = line(at_tables.room, Table.SCRIPTS, "all")
    assert (kept.ask_1, kept.ask_5) == ("contacted", "最后：您给几分，满意吗？")
    qtbot.waitUntil(lambda: any("最后：您给几分" in one[3] for one in history(at_tables.desk)))
    assert history(at_tables.desk)[0][1:3] == ("回访话术", "all")
    assert history(at_tables.desk)[0][3].startswith("改自默认：第一问 工作人员联系过您吗？")
    at(page, "all", "id")
    panel(at_tables).remove()
    assert "这一行不能删除" in at_tables.desk.window.messages.history[-1].text
