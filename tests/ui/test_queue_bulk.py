"""Several cases at once from the queue: picked, previewed, given one by one, refused ones kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import FileCase, MergeCase
from commandcenter.domain.limits import Level
from commandcenter.services.handover_views import AskNotices
from commandcenter.services.trying_views import MOST_TRIES
from tests.fakes import Room, local, open_room
from tests.ui.deskseat import DeskSeat, seat_at
from tests.ui.test_app import opened
from ui.many import CHUNK
from ui.models.queue_cells import Column
from ui.panels.queue import QueuePanel

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RUBBISH, PETROL = "01-02", "21-903"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "data", "2019-07-11 10:04", local("2019-07-11 00:00").date())
    yield made
    made.center.close()


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "lead-1", QueuePanel, (520, 600)) as made:
        made.until(made.panel.view.hasFocus)
        yield made
        made.panel.stop()


def reports(seat: DeskSeat, count: int, **more: Any) -> list[str]:
    """So many reports that wait, in the queue."""
    cases = [seat.room.report(item=RUBBISH, words=f"垃圾 {n}", **more) for n in range(count)]
    seat.until(lambda: all(seat.panel.model.holds(one) for one in cases))
    return cases


def file(seat: DeskSeat, case: str) -> None:
    seat.room.do(FileCase, "lead-1", case=case)
    seat.until(lambda: seat.panel.model.known(case).state is CaseState.FILED)


def picked(seat: DeskSeat) -> set[str]:
    return set(seat.context.selection.picked)


def head(seat: DeskSeat) -> str:
    return str(seat.panel.findChild(QLabel, "queue_many_head").text())


def reasons(seat: DeskSeat) -> dict[str, str]:
    return {one.key: one.note for one in seat.panel.many.refused.choices.choices()}


def preview(seat: DeskSeat, action: str) -> None:
    """The action's key, and the Desk's answer."""
    assert seat.panel.takes_up(action)
    seat.until(lambda: seat.panel.many._seen is not None)


def test_cases_are_picked_by_space_a_run_of_rows_all_shown_and_a_mouse(seat: DeskSeat):
    cases = reports(seat, 6)
    rows = [seat.panel.model.line(row).id for row in range(6)]
    assert set(rows) == set(cases)
    for key in (K.Key_Home, K.Key_Space):
        seat.press(key)
    assert (picked(seat), head(seat)) == ({rows[0]}, "已选 1 件")
    seat.press(K.Key_Down)
    for _ in range(3):
        seat.press(K.Key_Down, SHIFT)
    assert picked(seat) == {*rows[:5]}
    seat.press(K.Key_Up, SHIFT)
    assert picked(seat) == {*rows[:4]}  # the run is as long as it is seen
    seat.press(K.Key_A, CTRL)
    assert picked(seat) == set(rows)
    seat.press(K.Key_A, CTRL)
    assert picked(seat) == set() and seat.panel.many.isHidden()
    view = seat.panel.view
    where = [view.visualRect(seat.panel.model.index(n, Column.ITEM)).center() for n in range(6)]
    click(seat, where[1], CTRL)
    click(seat, where[4], SHIFT)
    assert picked(seat) == {*rows[1:5]}
    assert seat.panel.model.data(seat.panel.model.index(2, Column.LAMP)).startswith("已选")


def click(seat: DeskSeat, at: QPoint, held: Qt.KeyboardModifier) -> None:
    seat.bot.mouseClick(seat.panel.view.viewport(), Qt.MouseButton.LeftButton, held, at)


def test_escape_takes_back_preview_filter_and_picks_in_turn(seat: DeskSeat):
    cases = reports(seat, 2)
    seat.press(K.Key_A, CTRL)
    seat.press(K.Key_2)  # a view that shows none of them
    assert head(seat) == "已选 2 件（2 件没有显示）"
    preview(seat, "case.file")
    assert not seat.panel.view.hasFocus()
    seat.press(K.Key_Escape)
    assert seat.panel.view.hasFocus() and picked(seat) == set(cases)
    seat.press(K.Key_Escape)
    assert seat.panel.model.rowCount() == 2 and picked(seat) == set(cases)
    seat.press(K.Key_Escape)
    assert picked(seat) == set()


def test_the_preview_names_what_will_be_refused_and_enter_does_the_rest(seat: DeskSeat):
    cases = reports(seat, 3)
    file(seat, cases[0])
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.file")
    assert head(seat) == "立案 3 件：2 件可办，1 件不可"
    assert "待派遣" in reasons(seat)[cases[0]] and len(reasons(seat)) == 1
    seat.press(K.Key_Return)
    seat.until(lambda: seat.panel.view.hasFocus())
    assert [seat.room.case(one).state for one in cases] == [CaseState.FILED] * 3
    assert picked(seat) == {cases[0]}
    seat.until(lambda: ("refusal", "立案：2 件已办，1 件未办（仍选着）") in seat.said)
    assert head(seat).startswith("立案：2 件已办") and reasons(seat).keys() == {cases[0]}


def test_a_case_that_changed_between_preview_and_enter_is_refused_and_listed(seat: DeskSeat):
    cases = reports(seat, 2)
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.file")
    seat.room.do(FileCase, "lead-1", case=cases[1])  # the feed has not told it yet
    seat.press(K.Key_Return)
    seat.until(lambda: seat.panel.view.hasFocus() and reasons(seat))
    assert picked(seat) == {cases[1]} == reasons(seat).keys()
    assert seat.room.case(cases[0]).state is CaseState.FILED


def test_a_preview_follows_what_others_do_meanwhile(seat: DeskSeat):
    cases = reports(seat, 3)
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.file")
    assert head(seat) == "立案 3 件：都可办"
    seat.room.do(FileCase, "lead-1", case=cases[2])
    seat.until(lambda: head(seat) == "立案 3 件：2 件可办，1 件不可")
    seat.press(K.Key_Escape)
    assert seat.panel.many.isVisible() and head(seat) == "已选 3 件"


def test_urging_says_one_sentence_in_every_case(seat: DeskSeat):
    cases = reports(seat, 2)
    for one in cases:
        file(seat, one)
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.urge")
    seat.type("今天下班前要有人去")
    seat.press(K.Key_Return)
    seat.until(lambda: not picked(seat))
    entries = [one for one in seat.room.desk.changes(0).entries if one.kind == "case_urged"]
    assert [one.subject for one in entries] == sorted(cases)
    assert [seat.room.case(one).urged for one in cases] == [1, 1]


def test_picked_cases_are_merged_into_the_current_one(seat: DeskSeat):
    cases = reports(seat, 3)
    seat.context.who, seat.context.roles = "intake-1", frozenset({"intake_officer"})
    seat.press(K.Key_A, CTRL)
    seat.context.selection.set_case(cases[1])
    preview(seat, "case.merge")
    assert head(seat) == "并案 → 新报 2 件：都可办"
    seat.press(K.Key_Return)
    seat.until(lambda: seat.panel.model.rowCount() == 1)
    assert [seat.room.case(one).merged_into for one in cases] == [cases[1], None, cases[1]]


def test_merging_wants_another_case_under_the_cursor(seat: DeskSeat):
    (case,) = reports(seat, 1)
    seat.press(K.Key_A, CTRL)
    seat.context.selection.set_case(case)
    assert seat.panel.takes_up("case.merge")
    assert seat.said[-1][0] == "refusal" and not seat.panel.many.open


def test_every_alarm_of_the_picked_cases_is_acknowledged(seat: DeskSeat, room: Room):
    cases = reports(seat, 2)
    urgent = room.report(item=PETROL)
    seat.until(lambda: seat.panel.model.holds(urgent))
    assert room.case(urgent).level is Level.URGENT
    room.clock.set("11:30")
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.acknowledge")
    seat.press(K.Key_Return)
    seat.until(lambda: room.case(urgent).acks and not seat.panel.many.open)
    assert all(room.case(one).acks for one in (*cases, urgent))
    seat.until(lambda: seat.panel.model.known(urgent).acks)
    seat.context.selection.pick(frozenset({urgent}))
    preview(seat, "case.acknowledge")
    assert reasons(seat) == {urgent: "没有响着的报警"}
    seat.press(K.Key_Return)
    assert seat.panel.many.open  # there is nothing to give, and it says so


def test_cases_are_handed_to_the_next_shift_in_one_notice(seat: DeskSeat, room: Room):
    cases = reports(seat, 2)
    for one in cases:
        file(seat, one)
    seat.press(K.Key_A, CTRL)
    preview(seat, "hand_on")
    seat.press(K.Key_Return)
    assert seat.panel.many.open and not room.desk.ask(AskNotices(), "lead-1").notices
    seat.type("夜里盯着")
    seat.press(K.Key_Return)
    seat.until(lambda: not seat.panel.many.open)
    ((_, words),) = room.desk.ask(AskNotices(), "lead-1").notices
    numbers = [room.case(one).number[-6:] for one in cases]
    assert all(one in words for one in numbers) and words.endswith("：夜里盯着")
    seat.until(lambda: ("info", "交下一班：2 件已办") in seat.said)
    assert picked(seat) == set()


def test_rights_are_the_desks_to_say(seat: DeskSeat):
    cases = reports(seat, 2)
    seat.context.who = "dispatch-1"
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.file")
    assert head(seat) == "立案 2 件：0 件可办，2 件不可"
    seat.press(K.Key_Return)
    assert [seat.room.case(one).state for one in cases] == [CaseState.REPORTED] * 2


def test_more_than_one_question_holds_is_looked_at_and_stopped_on_the_way(seat: DeskSeat):
    assert CHUNK <= MOST_TRIES
    cases = reports(seat, CHUNK + 5)
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.file")
    assert head(seat) == f"立案 {CHUNK + 5} 件：都可办"
    seat.press(K.Key_Return)
    seat.press(K.Key_Escape)  # the one under way is finished
    seat.until(lambda: not seat.panel.many.open)
    states = [seat.room.case(one).state for one in cases]
    done = states.count(CaseState.FILED)
    assert 0 < done < 5 and len(picked(seat)) == len(cases) - done
    assert set(reasons(seat).values()) == {"停下了，没有办"}


def test_a_bulk_stops_when_somebody_else_sits_down(seat: DeskSeat):
    cases = reports(seat, 8)
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.file")
    seat.press(K.Key_Return)
    seat.context.who = "lead-2"  # before the first one's answer is heard
    seat.panel.sits()
    seat.until(lambda: not seat.panel.many.open)
    filed = [one for one in cases if seat.room.case(one).state is CaseState.FILED]
    assert len(filed) == 1 and len(picked(seat)) == len(cases) - 1
    by = {seat.room.view(one).story[-1].entry.who for one in filed}
    assert by == {"lead-1"}
    assert set(reasons(seat).values()) == {"停下了，没有办"}


def test_a_case_that_was_put_back_is_not_given_by_an_enter_before_the_answer(seat: DeskSeat):
    cases = reports(seat, 3)
    seat.press(K.Key_A, CTRL)
    preview(seat, "case.file")
    seat.context.selection.pick(frozenset(cases[:2]))
    seat.press(K.Key_Return)
    seat.until(lambda: seat.panel.many._seen is not None)
    seat.press(K.Key_Return)
    seat.until(lambda: not seat.panel.many.open)
    assert [seat.room.case(one).state is CaseState.FILED for one in cases] == [True, True, False]


def test_what_leaves_the_queue_leaves_the_picks(seat: DeskSeat, room: Room):
    cases = reports(seat, 2)
    seat.press(K.Key_A, CTRL)
    room.do(MergeCase, "intake-1", case=cases[0], into=cases[1])
    seat.until(lambda: picked(seat) == {cases[1]})


def test_by_keys_in_the_real_window_f3_then_f4(qtbot: QtBot, room: Room, tmp_path: Path):
    cases = [room.report(item=RUBBISH, words=f"垃圾 {n}") for n in range(3)]
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        desk = found.desk
        qtbot.waitActive(desk.window)
        desk.queue.view.setFocus()

        def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
            qtbot.keyClick(QApplication.focusWidget(), key, held)

        press(K.Key_A, CTRL)
        press(K.Key_F3)
        qtbot.waitUntil(lambda: desk.queue.many._seen is not None)
        assert not desk.window.panel("step").isVisible()
        press(K.Key_Return)
        qtbot.waitUntil(lambda: not desk.selection.picked)
        assert [room.case(one).state for one in cases] == [CaseState.FILED] * 3
        assert desk.queue.view.hasFocus()
        qtbot.waitUntil(lambda: desk.queue.model.known(cases[2]).state is CaseState.FILED)
        press(K.Key_A, CTRL)
        press(K.Key_F4)
        qtbot.waitUntil(lambda: desk.window.panel("assign").isVisible())
        assert desk.selection.picked == set(cases)


def test_a_preview_that_does_not_come_says_so_and_enter_asks_again(seat: DeskSeat):
    case = reports(seat, 1)[0]
    seat.press(K.Key_A, CTRL)
    seat.context.who = "nobody"  # who may ask nothing
    assert seat.panel.takes_up("case.file")
    seat.until(lambda: seat.panel.many.hint.text().startswith("Enter 再核对"))
    assert "正在核对" not in head(seat) and seat.panel.many.progress.isHidden()
    seat.context.who = "lead-1"
    seat.press(K.Key_Return)
    seat.until(lambda: seat.panel.many._seen is not None)
    seat.press(K.Key_Return)
    seat.until(lambda: seat.room.case(case).state is CaseState.FILED)
