"""The evacuation panel: 126 people by building, ticked and moved by keys, judged by the Desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import MoveAtRisk, RevealAtRisk
from commandcenter.domain.emergency import Moved, SpotKind
from commandcenter.intake.sheets import sheet_cells
from commandcenter.outbox import may_wait
from tests.fakes import Room, open_room
from tests.ui.deskroom import at_work, board
from tests.ui.deskseat import Link
from tests.ui.evacfakes import SHELTERS, Shown, found, typhoon
from tests.walks import drilling
from ui.context import DeskContext
from ui.models import evacuation as model
from ui.remote.told import deed

K = Qt.Key
WHOLE = re.compile(r"王\d{3}  1380000\d{4}")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street")
    yield made
    made.center.close()


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[DeskContext]:
    with at_work(room) as context:
        context.mode.load(board(room))
        yield context


@pytest.fixture
def shown(qtbot: QtBot, room: Room, desk: DeskContext) -> Iterator[Shown]:
    typhoon(room)
    made = Shown(qtbot, room, desk)
    made.wait(126)
    yield made
    made.panel.hide()


def test_a_building_is_ticked_and_moved_with_three_keys(shown: Shown) -> None:
    shown.go("place:440113120213/海傍路1号")
    shown.press(K.Key_Space)
    assert len(shown.panel.ticked) == 4
    shown.press(K.Key_2)
    shown.states(listed=122, moved=4)
    assert {one.at_risk.spot for one in found(shown.room).people} == {None, SHELTERS[1]}
    assert shown.panel.ticked == frozenset()
    assert "余 56/60" in shown.panel._buttons["2"].text()
    assert "已转移 4" in shown.panel._total.text() and "待转移 122" in shown.panel._total.text()


def test_a_list_that_cannot_be_asked_for_is_not_said_to_be_none(
    qtbot: QtBot, room: Room, desk: DeskContext
) -> None:
    typhoon(room)
    link = Link(desk.worker)
    link.down = True
    made = Shown(qtbot, room, desk)
    total = made.panel._total
    qtbot.waitUntil(lambda: "现在查不到" in total.text())
    assert "平时" not in total.text()
    link.down = False
    desk.worker.again(desk.who)
    made.wait(126)
    link.down = True
    with qtbot.waitSignal(desk.worker.refused):
        made.panel.ask()
    assert len(made.panel.found.people) == 126 and "126 人" in total.text()
    link.down, desk.who = False, "nobody"
    made.panel.sits()
    with qtbot.waitSignal(desk.worker.refused):
        assert not made.panel.found.people
    assert "平时" not in total.text() and "读取" not in total.text()
    made.panel.hide()


def test_many_are_filtered_ticked_and_moved_and_a_full_shelter_is_told_before(
    shown: Shown,
) -> None:
    shown.panel.field.setText("海傍路")
    shown.bot.keyClick(shown.panel.list, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(shown.panel.ticked) == 126
    shown.press(K.Key_1)
    assert "只余 60 个位置" in shown.panel._note.text()
    assert len(shown.panel.ticked) == 126
    shown.press(K.Key_Escape, 2)
    assert not shown.panel._note.text() and not shown.panel.ticked
    shown.panel.field.setText("需轮椅")
    shown.bot.keyClick(shown.panel.list, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    shown.press(K.Key_0)
    shown.states(listed=125, moved=1)


def test_refused_has_a_sign_of_its_own_and_goes_back_on_the_list(shown: Shown) -> None:
    first = shown.panel.found.people[0].at_risk.id
    shown.go(first)
    shown.press(K.Key_R)
    shown.states(listed=125, refused=1)
    note = next(one.note for one in shown.panel.rows.choices() if one.key == first)
    assert note == "✕ 不愿转移"
    shown.press(K.Key_B)
    shown.states(listed=126)


def test_who_has_gone_is_hidden_by_a_key_and_the_mark_stays_near(shown: Shown) -> None:
    shown.press(K.Key_F)
    people = [one.key for one in shown.panel.rows.choices() if one.key == one.value]
    shown.go(shown.panel.found.people[0].at_risk.id)
    shown.press(K.Key_1)
    shown.states(listed=125, moved=1)
    keys = [one.key for one in shown.panel.rows.choices()]
    assert shown.panel.found.people[0].at_risk.id not in keys and people == []
    assert shown.panel.list.currentIndex().isValid()


def test_name_and_telephone_are_seen_by_a_key_with_a_reason_for_ten_minutes(shown: Shown) -> None:
    first = shown.panel.found.people[0].at_risk.id
    shown.go(first)
    assert not any(WHOLE.search(one.text) for one in shown.panel.rows.choices())
    shown.press(K.Key_V)
    assert "1 回访联系" in shown.panel._note.text()
    shown.press(K.Key_3)

    def revealed() -> bool:
        shown.feed()
        return any(WHOLE.search(one.text) for one in shown.panel.rows.choices())

    shown.bot.waitUntil(revealed)
    shown.room.clock.pass_(minutes=10)
    shown.bot.waitUntil(lambda: not shown.panel.found.people[0].revealed)
    entry = next(e for e in shown.room.desk.changes(0).entries if e.kind == "risk_revealed")
    assert entry.facts["reason"] == "scene"
    shown.states(listed=126)


def test_a_person_is_listed_by_hand_where_the_map_was_clicked(
    qtbot: QtBot, room: Room, desk: DeskContext
) -> None:
    drilling(room)
    made = Shown(qtbot, room, desk)
    qtbot.waitUntil(lambda: made.panel.found.emergency is not None)
    assert "【演练】" not in made.panel._total.text() and "Ctrl+N" in made.panel._total.text()
    assert not made.panel.takes_place(113.43, 22.95, "")
    made.panel._open_person()
    form = made.panel.person
    form.place.line.setText("海傍路9号")
    assert made.panel.takes_place(113.4325, 22.95086, "440113120213002")
    form.name.setText("王九")
    qtbot.keyClick(form.name, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made.states(listed=1)
    (one,) = found(room).people
    assert (one.at_risk.place, one.at_risk.grid) == ("海傍路9号", "440113120213002")
    assert form.place.text == "海傍路9号" and form.name.text() == ""
    assert made.panel._total.text().startswith("【演练】")
    made.panel.hide()


def test_a_sheet_is_looked_at_then_taken_in_part_and_counts_go_out(
    qtbot: QtBot, room: Room, desk: DeskContext, tmp_path: Path
) -> None:
    drilling(room, drill=False)
    made = Shown(qtbot, room, desk)
    qtbot.waitUntil(lambda: made.panel.found.emergency is not None)
    file = tmp_path / "名单.csv"
    file.write_text("姓名,住址,社区\n甲,南街1号,小龙村\n,南街2号,\n乙,南街2号,小龙村\n", "utf-8")
    made.panel.sheet.look(str(file))
    qtbot.waitUntil(lambda: made.panel.sheet.isVisible())
    rows = made.panel.sheet._rows
    assert [rows.item(n).text() for n in range(3)] == [
        "▲ 第 3 行不收：没有姓名",
        "第 2 行 · 南街1号 · 甲",
        "第 4 行 · 南街2号 · 乙",
    ]
    assert found(room).people == ()
    lead, desk.who = desk.who, "nobody"
    with qtbot.waitSignal(desk.worker.refused):
        qtbot.keyClick(rows, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rows.count() == 3 and found(room).people == ()
    desk.who = lead
    qtbot.keyClick(rows, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made.states(listed=2)
    qtbot.waitUntil(made.panel.list.isVisible)
    out = tmp_path / "统计.csv"
    table = model.count_table(made.panel.found, desk.reference.communities)
    made.panel.sheet.write(table, str(out))
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: len(sheet_cells(out)) == len(table))
    cells = sheet_cells(out)
    assert cells[1] == ["小龙村", "南街1号", "1", "1", "0", "0"]
    assert ["合计", "", "2", "2", "0", "0"] in cells
    assert "甲" not in out.read_text("utf-8-sig")
    made.panel.hide()


def test_spots_are_made_from_the_map_and_edited_in_normal_times(
    qtbot: QtBot, room: Room, desk: DeskContext
) -> None:
    made = Shown(qtbot, room, desk)
    qtbot.waitUntil(lambda: len(made.panel.found.spots) == 8)
    assert "Ctrl+P" in made.panel._total.text()
    qtbot.keyClick(made.panel.list, K.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = made.panel.spots
    qtbot.keyClick(page.list, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.kind, K.Key_2)
    page.name.setText("新危险点")
    page.save()
    assert "右键" in page._where.text()
    assert made.panel.takes_place(113.44, 22.95, "")
    page.save()

    def named(text: str) -> bool:
        made.feed()
        return any(one.spot.name == text for one in made.panel.found.spots)

    qtbot.waitUntil(lambda: named("新危险点"))
    spot = next(one.spot for one in found(room).spots if one.spot.name == "新危险点")
    assert (spot.kind, spot.lon, spot.capacity) == (SpotKind.DANGER, 113.44, None)
    made.panel.show_spot(spot.id)
    assert page.name.text() == "新危险点"
    page.name.setText("改过的")
    page.save()
    qtbot.waitUntil(lambda: named("改过的"))
    keys = [one.key for one in page.rows.choices()]
    page.list.setCurrentIndex(page.rows.index(keys.index(spot.id)))
    qtbot.keyClick(page.list, K.Key_Delete)
    qtbot.waitUntil(lambda: not named("改过的"))
    made.panel.hide()


def test_moved_is_the_only_state_that_has_left_home(room: Room) -> None:
    typhoon(room, people=3)
    people = found(room).people
    assert [model.there(one) for one in people] == [True] * 3
    assert set(model.SIGNS) == set(model.TONES) == set(Moved)


def test_who_sits_down_next_sees_no_name_that_was_revealed_to_another(shown: Shown) -> None:
    shown.go(shown.panel.found.people[0].at_risk.id)
    shown.press(K.Key_V)
    shown.press(K.Key_1)

    def revealed() -> bool:
        shown.feed()
        return shown.panel.found.people[0].revealed

    shown.bot.waitUntil(revealed)
    shown.desk.who = "dispatch-1"
    shown.panel.sits()
    assert shown.panel.found.people == ()
    shown.wait(126)
    assert not any(one.revealed for one in shown.panel.found.people)


def test_a_move_waits_on_the_seat_while_the_link_is_cut() -> None:
    command = MoveAtRisk(people=("a", "b"), state=Moved.MOVED, spot=SHELTERS[0])
    assert may_wait(command) and not may_wait(RevealAtRisk(person="a", reason="scene"))
    assert deed(command) == "已转移 2 人"
