"""The find panel on the real Desk: number, telephone, words, over open and closed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from commandcenter.domain.commands import FileCase, RefuseCase, VoidCase
from commandcenter.services.views import AskBoard
from tests.fakes import Room, open_room
from tests.ui.deskseat import DeskSeat, Link, seat_at
from ui.panels.find import FindPanel
from ui.panels.queue import QueuePanel
from ui.panels.step_choose import CaseFinder
from ui.panels.step_note import NoteLabel

K = Qt.Key
PHONE = "19900005001"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path)
    yield made
    made.center.close()


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "lead-1", FindPanel) as made:
        yield made


def find(seat: DeskSeat, text: str) -> list[str]:
    """Type a text and give the ids that come."""
    seat.panel.field.setFocus()
    seat.panel.field.selectAll()
    seat.type(text)
    seat.until(lambda: not seat.panel._settle.isActive())
    done: list[int] = []
    for turn in (1, 2):  # the Desk's answer, then what the words mean
        seat.context.worker.run(lambda: 1, done.append)
        seat.until(lambda turn=turn: len(done) == turn)
    return [one.key for one in seat.panel.rows.choices()]


def said(seat: DeskSeat) -> str:
    return seat.panel.findChild(QLabel, "find.said").text()


def test_open_and_ended_cases_are_found_by_words(seat: DeskSeat) -> None:
    open_one = seat.room.report(words="榕树头有人烧烤，油烟很大")
    ended = seat.room.report(words="昨晚烧烤摊又来了")
    seat.room.do(RefuseCase, "intake-1", case=ended, reason="repeated")
    assert set(find(seat, "烧烤")) == {open_one, ended}
    rows = {one.key: one for one in seat.panel.rows.choices()}
    assert "不予受理" in rows[ended].text
    assert rows[ended].tone == "dim" and rows[open_one].tone == "text"
    assert "2 件" in said(seat)


def test_last_digits_of_the_number(seat: DeskSeat) -> None:
    case = seat.room.report()
    seat.room.do(FileCase, "lead-1", case=case)
    number = seat.room.case(case).number
    assert number is not None
    assert find(seat, number[-4:]) == [case]
    assert "按案号" in seat.panel.rows.choice(0).note


def test_a_telephone_is_found_and_never_shown(seat: DeskSeat) -> None:
    case = seat.room.report(caller_phone=PHONE, caller_name="李女士")
    assert find(seat, PHONE) == [case]
    row = seat.panel.rows.choice(0)
    assert "来电号码" in row.note
    assert PHONE not in row.text + row.note + said(seat)
    assert "加密摘要" in said(seat)


def test_enter_selects_the_marked_case(seat: DeskSeat) -> None:
    first, second = (seat.room.report(words=f"河边焚烧树叶{n}") for n in "ab")
    found = find(seat, "焚烧")
    assert set(found) == {first, second}
    seat.press(K.Key_Down)
    seat.press(K.Key_Return)
    assert seat.context.selection.current_case == found[1]


def test_one_character_is_too_little_and_nothing_is_said_so(seat: DeskSeat) -> None:
    assert "至少 2 个字" in said(seat)
    find(seat, "烧烤")
    assert "没有找到" in said(seat)
    assert find(seat, "烧") == []
    assert "至少 2 个字" in said(seat)


def test_a_found_case_shows_its_new_state(seat: DeskSeat) -> None:
    case = seat.room.report(words="围墙倾斜很危险")
    find(seat, "围墙倾斜")
    seat.room.do(FileCase, "lead-1", case=case)
    seat.until(lambda: "待派遣" in seat.panel.rows.choice(0).text)
    seat.room.do(VoidCase, "lead-1", case=case, reason="mistake")
    seat.until(lambda: "已作废" in seat.panel.rows.choice(0).text)


def keys(seat: DeskSeat, text: str, *cases: str) -> None:
    """Type a text and wait for these cases, in this order."""
    seat.panel.field.setFocus()
    seat.panel.field.selectAll()
    seat.type(text)
    seat.until(lambda: [one.key for one in seat.panel.rows.choices()] == list(cases))


def test_letters_and_names_mean_item_place_and_number_of_open_cases(seat: DeskSeat) -> None:
    rubbish = seat.room.report()
    petrol = seat.room.report("21-903", place="大刀沙路口", words="有汽油味")
    ended = seat.room.report(words="又来了")
    seat.room.do(RefuseCase, "intake-1", case=ended, reason="repeated")
    seat.room.do(FileCase, "lead-1", case=petrol)
    number = seat.room.case(petrol).number
    assert number is not None
    queue = QueuePanel(seat.context)
    seat.bot.addWidget(queue)
    queue.load(seat.room.desk.ask(AskBoard(), "lead-1"))
    keys(seat, "ctdj", rubbish)
    assert "按名称或首字母（在办）" in seat.panel.rows.choice(0).note
    keys(seat, "dds", petrol)
    keys(seat, "BLLJ", rubbish)
    keys(seat, f"dds {number[-4:]}", petrol)
    keys(seat, "21-903", petrol)
    keys(seat, "dds ctdj")
    assert "没有找到" in said(seat)
    keys(seat, number[-3:], petrol)
    assert "按案号" in seat.panel.rows.choice(0).note


def test_the_desk_finds_first_and_a_case_stands_once(seat: DeskSeat) -> None:
    seat.context.cases = lambda: seat.room.desk.ask(AskBoard(), "lead-1").cases
    by_words = seat.room.report(words="对面KTV太吵", place="小龙路")
    by_place = seat.room.report(words="夜里很吵", place="KTV门口")
    keys(seat, "KTV", *sorted((by_words, by_place), reverse=True))
    keys(seat, "ktvmk", by_place)


def test_escape_leaves_and_the_words_stay(seat: DeskSeat) -> None:
    find(seat, "烧烤")
    with seat.bot.waitSignal(seat.panel.left):
        QTest.keyClick(seat.panel.field, K.Key_Escape)
    assert seat.panel.field.text() == "烧烤"


def test_without_a_link_no_earlier_find_is_taken_and_the_text_is_asked_again(
    seat: DeskSeat,
) -> None:
    burning, wall = (seat.room.report(words=words) for words in ("河边焚烧树叶", "围墙倾斜很危险"))
    link = Link(seat.context.worker)
    keys(seat, "焚烧", burning)
    link.down = True
    keys(seat, "围墙", burning)
    seat.press(K.Key_Return)
    assert seat.context.selection.current_case == ""
    seat.until(lambda: seat.panel.rows.rowCount() == 0)
    assert "现在查不到" in said(seat)
    link.down = False
    seat.context.worker.again(seat.context.who)
    seat.until(lambda: [one.key for one in seat.panel.rows.choices()] == [wall])


def test_another_case_is_found_once_the_link_is_back_and_till_then_it_is_said(
    seat: DeskSeat,
) -> None:
    case = seat.room.report(words="河边焚烧树叶")
    link = Link(seat.context.worker)
    finder = CaseFinder(seat.context, "")
    seat.bot.addWidget(finder)
    link.down = True
    finder.edit.setText("焚烧")
    note = finder.findChild(NoteLabel)
    seat.until(lambda: "现在查不到" in note.text())
    assert finder.chosen() == ""
    link.down = False
    seat.context.worker.again(seat.context.who)
    seat.until(lambda: finder.chosen() == case)
    assert note.text() == ""
