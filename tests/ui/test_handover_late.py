"""What comes late in the handover panel moves no hand, and nobody speaks in another's name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.domain.commands import SignHandover
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from tests.fakes import Room
from tests.ui.deskroom import board
from tests.ui.deskseat import DeskSeat
from tests.ui.test_handover import PASS, frozen, lead, room, signs, sit, until_taken
from tests.ui.test_seat_doors import Door
from tests.walks import signed
from ui.live import LiveFeed

__all__ = ["lead", "room"]
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def enter(seat: DeskSeat, password: str) -> None:
    QTest.keyClicks(seat.panel.page.take.password, password)
    QTest.keyClick(seat.panel.page.take.password, K.Key_Return)


def elsewhere(seat: DeskSeat) -> bool:
    """Whether the hand is where turn() put it still."""
    return bool(seat.panel.tabs.tabBar().hasFocus())


def turn(seat: DeskSeat) -> None:
    """The hand goes on to something else."""
    seat.panel.tabs.tabBar().setFocus()
    assert elsewhere(seat)


def test_a_question_that_was_asked_walks_nowhere_once_the_hand_is_elsewhere(
    lead: DeskSeat, room: Room
) -> None:
    cases = [signed(room, item="01-10") for _ in range(2)]
    frozen(room)
    page = lead.panel.page
    sit(lead, "lead-2")
    until_taken(lead, "open", "open")
    lead.press(K.Key_Q)
    lead.type("谁去现场")
    lead.press(K.Key_Return)
    lead.panel.hide()
    lead.until(lambda: page.strip is None and not page.question.line.text())
    assert page.case == cases[0] and lead.context.selection.current_case != cases[1]


def test_who_sits_down_gives_nothing_that_another_typed(lead: DeskSeat, room: Room) -> None:
    signed(room, item="01-10")
    frozen(room)
    page, lead.context.login = lead.panel.page, Door()
    until_taken(lead, "open")
    lead.press(K.Key_T)
    QTest.keyClicks(page.take.password, PASS["lead-2"])
    sit(lead, "dispatch-1")
    assert page.take.password.text() == "" and page.strip is None
    lead.press(K.Key_T)
    QTest.keyClicks(page.take.password, PASS["lead-2"])
    lead.press(K.Key_Escape)
    assert page.take.password.text() == "" and page.items.hasFocus()
    sit(lead, "lead-2")
    lead.press(K.Key_Q)
    lead.type("谁去现场")
    lead.panel.hide()
    lead.panel.show()
    assert page.strip is page.question and page.question.line.text() == "谁去现场"
    sit(lead, "dispatch-1")
    assert page.strip is None and page.question.line.text() == ""


def test_the_last_signature_takes_no_keyboard_from_the_hand(lead: DeskSeat, room: Room) -> None:
    record, page = frozen(room), lead.panel.page
    room.do(SignHandover, "lead-1", handover=record, password=PASS["lead-1"])
    lead.until(lambda: page.running and page.running.out_signed_at)
    lead.context.worker.parent().findChild(LiveFeed).stop()
    lead.press(K.Key_Return, CTRL)
    signs(lead, "lead-2", PASS["lead-2"], PASS["lead-2"])
    turn(lead)
    lead.until(lambda: page.strip is None)
    assert elsewhere(lead)


def test_a_late_no_to_a_password_is_said_to_nobody_else(lead: DeskSeat, room: Room) -> None:
    frozen(room)
    page, door = lead.panel.page, Door()
    lead.context.login = door
    lead.until(lambda: page.running)
    lead.press(K.Key_T)
    enter(lead, "first")
    sit(lead, "dispatch-1")
    with lead.bot.waitSignal(lead.context.worker.refused):
        door.answers.put(Refusal("login_wrong"))
    assert page.note.text() == ""


def test_one_password_at_a_time_takes_the_seat_and_no_keyboard(lead: DeskSeat, room: Room) -> None:
    frozen(room)
    page, door, taken = lead.panel.page, Door(), list[Person]()
    lead.context.login = door
    page.taken.connect(taken.append)
    lead.until(lambda: page.running)
    lead.press(K.Key_T)
    enter(lead, "first")
    enter(lead, "second")  # while the first is tried
    assert "正在登录" in page.note.text() and page.take.password.text() == "second"
    door.answers.put(Refusal("login_wrong"))
    lead.until(lambda: "不对" in page.note.text())
    assert page.take.password.text() == "second"
    lead.press(K.Key_Return)
    turn(lead)
    door.answers.put(board(room).people[0])
    lead.until(lambda: taken)
    assert door.tried == ["first", "second"] and page.strip is None and elsewhere(lead)
