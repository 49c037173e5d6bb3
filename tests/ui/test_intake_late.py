"""Answers that come late to the intake form: none comes into another call."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.services.views import AskBeside, AskPlace
from commandcenter.waiting import Waiting
from tests.ui.callfakes import CallDesk, a_case, changes, place_facts
from tests.ui.callseat import Seat, beside, intake_seat

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def seat(qtbot: Any) -> Iterator[Seat]:
    with intake_seat(qtbot, CallDesk(), frozenset({Role.INTAKE_OFFICER})) as made:
        yield made


def no_link(*_: Any) -> None:
    raise Refusal("no_link")


def test_what_was_asked_for_one_call_never_comes_into_the_next(seat: Seat) -> None:
    seat.desk.answers |= {AskPlace: no_link, AskBeside: no_link}
    seat.fill()
    seat.panel.place_at(113.43347, 22.94733)
    seat.idle()
    assert "正在查" in seat.panel.form.facts.text()
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: seat.panel.form.draft().blank)
    given = seat.desk.reported()
    assert (given.lon, given.lat) == (113.43347, 22.94733)  # the click counts without an answer
    seat.panel.form.place.setFocus()
    seat.type("另一处")
    seat.desk.answers |= {AskPlace: place_facts, AskBeside: beside}
    seat.context.worker.again(seat.context.who)
    seat.idle()
    draft = seat.panel.form.draft()
    assert (draft.place, draft.lon, draft.lat, draft.grid) == ("另一处", None, None, None)
    assert seat.panel.form.facts.isHidden() and seat.panel.beside.line() is None


def breaks(*_: Any) -> None:
    raise OSError("broken")


def may_not(*_: Any) -> None:
    raise Refusal("not_your_role")


def test_a_place_that_nobody_looks_up_any_more_does_not_say_it_is(seat: Seat) -> None:
    facts, worker = seat.panel.form.facts, seat.context.worker
    for answer in (breaks, may_not):
        seat.desk.answers[AskPlace] = answer
        seat.panel.place_at(113.43347, 22.94733)
        assert "正在查" in facts.text()
        seat.idle()
        assert "没有查到" in facts.text() and not facts.isHidden()
    seat.panel.place_at(113.43347, 22.94733)
    assert "正在查" in facts.text()
    worker.forget("intake.place")  # as the hand gives it up that has no patience
    assert "没有查到" in facts.text()
    seat.desk.answers[AskPlace] = place_facts
    seat.panel.place_at(113.43347, 22.94733)
    seat.idle()
    assert "没有查到" not in facts.text()


def test_what_a_telephone_brought_does_not_come_after_it_was_taken_away(seat: Seat) -> None:
    seat.desk.answers[AskBeside] = no_link
    seat.press(K.Key_1)
    seat.type("19900005001")
    seat.idle()
    seat.panel.form.phone.selectAll()
    seat.type("199")
    seat.idle()
    seat.desk.answers[AskBeside] = beside
    seat.context.worker.again(seat.context.who)
    seat.idle()
    assert seat.panel.beside.line() is None


def test_a_report_that_waits_is_not_called_taken_in_and_opens_nothing_later(seat: Seat) -> None:
    seat.desk.receipt = Waiting
    seat.fill()
    seat.press(K.Key_Return, CTRL)
    seat.panel.form.words.insertPlainText("；补充")
    status = seat.panel.findChild(QLabel, "intake.status")
    seat.bot.waitUntil(status.isVisible)
    assert "未发送" in status.text() and "已受理" not in status.text()
    report = seat.desk.reported()
    seat.panel.apply(changes(a_case(id=report.case, version=1)))
    assert seat.context.selection.current_case == ""


def test_an_answer_to_a_report_whose_form_was_emptied_says_nothing_there(seat: Seat) -> None:
    seat.fill()
    seat.desk.no = Refusal("phone_pattern")
    with seat.bot.waitSignal(seat.context.worker.refused):
        seat.press(K.Key_Return, CTRL)
        seat.panel.findChild(QPushButton, "intake.clear").click()
        assert seat.panel.findChild(QPushButton, "intake.take").isEnabled()
    assert not seat.panel.findChild(QLabel, "intake.fault.phone").isVisible()


def test_what_was_to_follow_a_report_is_not_done_in_the_name_of_who_sat_down_since(
    seat: Seat,
) -> None:
    seat.context.roles = frozenset({Role.INTAKE_OFFICER, Role.SHIFT_LEAD})
    seat.fill()
    seat.press(K.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    seat.bot.waitUntil(lambda: seat.panel.form.draft().blank)
    report = seat.desk.reported()
    seat.context.who = "lead-2"
    with seat.bot.assertNotEmitted(seat.context.worker.begun):
        seat.panel.apply(changes(a_case(id=report.case, version=1)))
    assert seat.context.selection.current_case == ""
