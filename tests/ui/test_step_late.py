"""A late answer is for the form it was given from: whatever stands there by then is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from commandcenter.domain.commands import AddNote, FileCase
from commandcenter.services.views import AskBoard
from tests.fakes import open_room, writing
from tests.ui.stepstand import LEAD, Stand
from tests.ui.turnstile import Turnstile


@pytest.fixture
def stand(tmp_path: Path, qtbot) -> Iterator[Stand]:
    room = open_room(tmp_path / "street")
    made = Stand(room, qtbot)
    case = room.report()
    room.do(FileCase, LEAD, case=case)
    made.selection.set_case(case)
    yield made
    made.stop()
    room.center.close()


def line(stand: Stand) -> QPlainTextEdit:
    found = stand.field(QPlainTextEdit, "words")
    assert isinstance(found, QPlainTextEdit)
    return found


def turn_to(stand: Stand, name: str) -> None:
    stand.panel.start(name)
    stand.qtbot.waitUntil(
        lambda: stand.panel.action is not None and stand.panel.action.name == name
    )


def give_note(stand: Stand, who: str = LEAD) -> None:
    turn_to(stand, "case.note")
    QTest.keyClicks(line(stand), "keep upwind")
    stand.context.who = who
    stand.give()
    stand.context.who = LEAD


def written(stand: Stand) -> list[str]:
    return [one.words for one in stand.room.view(stand.selection.current_case).story]


def test_an_answer_leaves_the_next_form_alone_which_waits_for_none(stand: Stand) -> None:
    over: list[object] = []
    stand.worker.over.connect(lambda command, answer: over.append(answer))
    with writing(stand.room.desk):  # the commands wait behind another writer
        give_note(stand)
        turn_to(stand, "case.urge")
        assert stand.panel.note == ""
        stand.give()
        assert "正在提交" in stand.panel.note
        stand.press(Qt.Key.Key_Escape)
        turn_to(stand, "case.supervise")
        line(stand).setFocus()
    stand.qtbot.waitUntil(lambda: len(over) == 2)
    assert "keep upwind" in written(stand)
    assert stand.panel.action.name == "case.supervise" and line(stand).hasFocus()
    turn_to(stand, "case.note")
    assert line(stand).toPlainText() == ""


def test_a_refusal_is_not_said_in_the_form_that_came_after(stand: Stand) -> None:
    heard: list[str] = []
    stand.worker.refused.connect(lambda command, said: heard.append(said.code))
    with writing(stand.room.desk):
        give_note(stand, "nobody")
        turn_to(stand, "case.urge")
    stand.qtbot.waitUntil(lambda: bool(heard))  # the window's message bar hears it too
    assert stand.panel.note == ""
    turn_to(stand, "case.note")
    assert line(stand).toPlainText() == "keep upwind"
    stand.give()
    stand.closed()
    assert "keep upwind" in written(stand)


def test_the_same_form_opened_again_ends_with_what_it_gave(stand: Stand) -> None:
    with writing(stand.room.desk):
        give_note(stand)
        stand.press(Qt.Key.Key_Escape)
        turn_to(stand, "case.note")
        assert line(stand).toPlainText() == "keep upwind"
    stand.closed()
    assert stand.panel.kept() == {}


def test_what_was_written_after_leaving_stays_when_the_answer_comes(stand: Stand) -> None:
    over: list[object] = []
    stand.worker.over.connect(lambda command, answer: over.append(answer))
    with writing(stand.room.desk):
        give_note(stand)
        stand.press(Qt.Key.Key_Escape)
        turn_to(stand, "case.note")
        QTest.keyClicks(line(stand), "by the tank: ")
    stand.qtbot.waitUntil(lambda: bool(over))
    assert line(stand).toPlainText() == "by the tank: keep upwind"
    stand.press(Qt.Key.Key_Escape)
    turn_to(stand, "case.note")
    assert line(stand).toPlainText() == "by the tank: keep upwind"


def test_a_change_of_the_open_case_swallows_no_new_form(stand: Stand) -> None:
    turn_to(stand, "case.note")
    stand.feed.stop()
    seq = stand.room.desk.ask(AskBoard(), LEAD).seq
    case = stand.selection.current_case
    stand.room.do(AddNote, LEAD, case=case, words="another desk's")
    changes = stand.room.desk.changes(seq)
    assert [one.id for one in changes.cases] == [case]
    stand.panel.start("case.urge")
    stand.panel.apply(changes)
    stand.qtbot.waitUntil(lambda: stand.panel.action.name == "case.urge")


def open_again(stand: Stand, name: str = "case.note") -> None:
    """Leave the open form and open one: nothing is there between the two."""
    stand.panel.leave()
    turn_to(stand, name)


def test_the_same_form_opened_again_says_that_it_is_under_way(stand: Stand) -> None:
    begun: list[object] = []
    stand.worker.begun.connect(begun.append)
    way = Turnstile(stand.worker)
    for name, give in (("case.note", give_note), ("case.urge", give_urge)):
        give(stand)
        open_again(stand, name)
        assert "正在提交" in stand.panel.note
        stand.panel.give()
        way.pass_()
        stand.closed()
    assert len(begun) == 2
    assert written(stand).count("keep upwind") == 1


def give_urge(stand: Stand) -> None:
    turn_to(stand, "case.urge")
    stand.give()


def test_words_put_back_as_they_were_given_are_under_way(stand: Stand) -> None:
    way = Turnstile(stand.worker)
    give_note(stand)
    line(stand).insertPlainText("!")
    open_again(stand)
    assert stand.panel.note == ""
    line(stand).setPlainText("keep upwind")
    stand.give()
    assert "正在提交" in stand.panel.note
    way.pass_()
    stand.closed()
    assert written(stand).count("keep upwind") == 1


def test_a_no_is_said_in_the_same_form_opened_again_which_can_be_given(stand: Stand) -> None:
    way = Turnstile(stand.worker)
    give_note(stand)
    case = stand.selection.current_case
    stand.room.do(AddNote, LEAD, case=case, words="another desk's")
    open_again(stand)
    with stand.qtbot.waitSignal(stand.worker.refused):
        way.pass_()
    stand.qtbot.waitUntil(lambda: "正在提交" not in stand.panel.note)
    assert stand.panel.note
    way.pass_()
    stand.give()
    stand.closed()
    assert "keep upwind" in written(stand)


def test_what_waits_at_the_seat_may_be_given_once_more(stand: Stand) -> None:
    way = Turnstile(stand.worker)
    way.away = True
    for _ in range(2):
        give_note(stand)
        assert "正在提交" in stand.panel.note
        way.pass_()
        stand.closed()


def test_words_typed_while_it_is_under_way_stay_to_be_given_as_a_second(stand: Stand) -> None:
    way = Turnstile(stand.worker)
    give_note(stand)
    QTest.keyClicks(line(stand), ", and shut the valve")
    stand.give()
    way.pass_()
    stand.qtbot.waitUntil(lambda: "刚才的已提交" in stand.panel.note)
    assert written(stand)[-1] == "keep upwind"
    assert line(stand).toPlainText() == "keep upwind, and shut the valve"
    seen = stand.room.case(stand.selection.current_case).version
    stand.qtbot.waitUntil(lambda: stand.panel._view.case.version == seen)
    assert "刚才的已提交" in stand.panel.note
    stand.give()  # the first look
    stand.give()
    way.pass_()
    stand.closed()
    assert written(stand)[-2:] == ["keep upwind", "keep upwind, and shut the valve"]
    assert stand.panel.kept() == {}


def test_a_line_break_after_the_words_is_nothing_typed(stand: Stand) -> None:
    way = Turnstile(stand.worker)
    give_note(stand)
    stand.press(Qt.Key.Key_Return)
    assert line(stand).toPlainText() == "keep upwind\n"
    way.pass_()
    stand.closed()
