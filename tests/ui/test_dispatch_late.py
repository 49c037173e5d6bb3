"""A late answer is for the case it was given for: what is put together for another stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import AddNote
from tests.fakes import Room, writing
from tests.ui.deskseat import DeskSeat, Link, seat_at
from tests.ui.test_dispatch import filed, open_case, room, sender, settle, status
from tests.ui.test_joint import choose
from tests.ui.turnstile import Turnstile
from ui.panels.dispatch import DispatchPanel
from ui.panels.joint import JointPanel

__all__ = ["room"]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STALL = {"item": "05-01", "words": "流动摊贩占道"}
RUBBISH = {"item": "01-02", "words": "路边暴露垃圾"}
"""Its unit has no team."""


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "dispatch-1", DispatchPanel) as made:
        yield made


@pytest.fixture
def joint(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "dispatch-1", JointPanel, (460, 760)) as made:
        yield made


def answers(seat: DeskSeat) -> list[object]:
    """What is answered from now on; None for a command that was refused."""
    over: list[object] = []
    seat.context.worker.over.connect(lambda command, answer: over.append(answer))
    return over


def give(seat: DeskSeat, who: str = "dispatch-1") -> None:
    seat.context.who = who
    seat.press(K.Key_Return, CTRL)
    seat.context.who = "dispatch-1"


def turn_to(seat: DeskSeat, case: str) -> None:
    seat.context.selection.set_case(case)
    seat.until(lambda: seat.panel._case is not None and seat.panel.form.isVisible())
    settle(seat)


def test_a_dispatch_done_late_leaves_the_next_case_as_it_is(seat: DeskSeat) -> None:
    over, left = answers(seat), []
    seat.panel.left.connect(lambda: left.append(1))
    second, first = filed(seat.room, **STALL), open_case(seat, **STALL)
    seat.panel.form.teams.setFocus()
    with writing(seat.room.desk):  # the command waits behind another writer
        give(seat)
        turn_to(seat, second)
        seat.until(sender(seat).isEnabled)
        seat.panel.form.teams.setFocus()
        seat.press(K.Key_2)
    seat.until(lambda: over)
    settle(seat)
    assert seat.room.case(first).state is CaseState.DISPATCHED
    assert left == [] and seat.panel.form.teams.hasFocus()
    assert list(seat.panel.kept()) == [second]


def test_a_refusal_is_said_in_its_own_case_and_only_that_one_waits(seat: DeskSeat) -> None:
    over = answers(seat)
    second, first = filed(seat.room, **STALL), open_case(seat, **STALL)
    seat.panel.form.teams.setFocus()
    with writing(seat.room.desk):
        give(seat, "nobody")
        assert "正在派遣" in status(seat)
        turn_to(seat, second)
        assert sender(seat).isEnabled()
        turn_to(seat, first)
        assert not sender(seat).isEnabled()  # it is under way still
        turn_to(seat, second)
    seat.until(lambda: over == [None])
    settle(seat)
    assert status(seat) == ""
    turn_to(seat, first)
    assert sender(seat).isEnabled()
    seat.panel.form.teams.setFocus()
    give(seat)
    seat.until(lambda: seat.room.case(first).state is CaseState.DISPATCHED)


def given_twice(seat: DeskSeat) -> str:
    """A case that is given, changed by another desk and given again: both are under way."""
    case = open_case(seat, **STALL)
    seat.panel.form.teams.setFocus()
    give(seat)
    version = seat.room.case(case).version
    seat.room.do(AddNote, "lead-1", case=case, words="another desk's")
    seat.until(lambda: seat.panel._case.version > version and sender(seat).isEnabled())
    settle(seat)
    give(seat)
    assert "正在派遣" in status(seat) and not sender(seat).isEnabled()
    return case


def test_the_first_no_leaves_the_second_under_way(seat: DeskSeat) -> None:
    over, way = answers(seat), Turnstile(seat.context.worker)
    case = given_twice(seat)
    way.pass_()
    seat.until(lambda: over == [None])  # it was given for the case as it no longer stands
    settle(seat)
    assert "正在派遣" in status(seat) and not sender(seat).isEnabled()
    way.pass_()
    seat.until(lambda: seat.room.case(case).state is CaseState.DISPATCHED)
    seat.until(lambda: not sender(seat).isVisible())


def test_two_that_wait_at_the_seat_are_both_told(seat: DeskSeat) -> None:
    over, way = answers(seat), Turnstile(seat.context.worker)
    given_twice(seat)
    way.away = True
    for _ in range(2):
        way.pass_()
    seat.until(lambda: len(over) == 2)
    assert status(seat) == "" and sender(seat).isEnabled()


def without_team(seat: DeskSeat) -> str:
    """A case whose unit has no team stands open as it was proposed."""
    case = filed(seat.room, **RUBBISH)
    seat.context.selection.set_case(case)
    seat.until(lambda: seat.panel.form.unit is not None and not seat.panel._fresh)
    settle(seat)
    assert seat.panel._team is None and seat.panel.kept() == {}
    return case


def pick_kind(seat: DeskSeat) -> None:
    seat.panel.form.kind.setFocus()
    seat.press(K.Key_Right)


def test_what_a_hand_picks_before_the_answer_is_not_proposed_away(seat: DeskSeat) -> None:
    case, other = without_team(seat), filed(seat.room, **STALL)
    usual = seat.panel.form.kind.key
    seat.panel.relinked()
    pick_kind(seat)
    picked = seat.panel.form.kind.key
    assert picked != usual and list(seat.panel.kept()) == [case]
    seat.until(lambda: not seat.panel._fresh)
    settle(seat)
    assert seat.panel.form.kind.key == picked and seat.panel._view.kind.value == picked
    turn_to(seat, other)
    seat.until(lambda: seat.panel._team is not None)  # the next case is proposed for all that
    turn_to(seat, case)
    assert seat.panel.form.kind.key == picked


def test_a_form_that_no_hand_touched_is_proposed_anew(seat: DeskSeat) -> None:
    without_team(seat)
    seat.panel.relinked()
    known = seat.panel._view
    seat.until(lambda: not seat.panel._fresh and seat.panel._view is not known)
    assert seat.panel.kept() == {}


def test_a_digit_is_forgotten_once_its_question_met_nobody(seat: DeskSeat) -> None:
    link, case = Link(seat.context.worker), filed(seat.room, **STALL)
    link.down = True
    with seat.bot.waitSignal(seat.context.worker.missed):
        seat.context.selection.set_case(case)
        assert seat.panel.choose_team(2)
    link.down = False
    seat.context.worker.again("dispatch-1")
    proposed(seat)
    assert seat.panel.send() and "没有算" in seat.panel._status.text()
    assert seat.panel.choose_team(2)
    settle(seat)
    assert not seat.panel._unheard and seat.panel._team != seat.panel._best()


def test_a_digit_waits_on_while_another_panels_question_met_nobody(seat: DeskSeat) -> None:
    seat.context.selection.set_case(filed(seat.room, **STALL))
    assert seat.panel.choose_team(2)
    seat.context.worker.missed.emit("charts")
    seat.until(lambda: seat.panel._team is not None)
    settle(seat)
    assert seat.panel._team != seat.panel._best()


def test_a_digit_is_forgotten_once_the_server_is_heard_again(seat: DeskSeat) -> None:
    seat.context.selection.set_case(filed(seat.room, **STALL))
    assert seat.panel.choose_team(2)
    seat.panel.relinked()
    proposed(seat)


def proposed(seat: DeskSeat) -> None:
    seat.until(lambda: seat.panel._team is not None)
    settle(seat)
    assert seat.panel._team == seat.panel._best()


def put_together(seat: DeskSeat) -> None:
    seat.until(lambda: seat.panel.form.forces.choices.rowCount() > 3)
    choose(seat, "team-safety")
    choose(seat, "team-enterprise")
    form = seat.panel.form
    seat.until(lambda: form.law.unanswered is not None)
    settle(seat)
    for line in form.law.lines.values():
        line.setText("只协助维持秩序")
    form.words.setFocus()
    seat.type("先断电")


def test_a_joint_task_done_late_leaves_the_next_case_as_it_is(joint: DeskSeat) -> None:
    over, form = answers(joint), joint.panel.form
    second, first = filed(joint.room), filed(joint.room)
    turn_to(joint, first)
    put_together(joint)
    with writing(joint.room.desk):
        give(joint)
        assert not joint.panel._send.isEnabled()
        turn_to(joint, second)
        assert joint.panel._send.isEnabled()
        put_together(joint)
    joint.until(lambda: over)
    settle(joint)
    assert joint.room.case(first).state is CaseState.DISPATCHED
    assert form.words.toPlainText() == "先断电" and form.words.hasFocus()
    assert list(joint.panel.kept()) == [second]
    give(joint, "nobody")
    joint.until(lambda: len(over) == 2)
    assert form.words.toPlainText() == "先断电" and joint.panel._status.text()
    give(joint)
    joint.until(lambda: joint.room.case(second).state is CaseState.DISPATCHED)
    joint.until(lambda: "待签收" in joint.panel._head.text())
    assert not form.isVisible() and joint.panel.kept() == {}


def test_a_joint_form_asks_for_its_case_when_the_server_is_heard_again(joint: DeskSeat) -> None:
    turn_to(joint, filed(joint.room))
    put_together(joint)
    known = joint.panel._case
    joint.panel.relinked()
    joint.until(lambda: joint.panel._case is not known)  # asked and answered anew
    assert joint.panel.form.words.toPlainText() == "先断电"


def test_a_joint_form_that_is_given_its_drafts_is_there_again(joint: DeskSeat) -> None:
    turn_to(joint, filed(joint.room))
    put_together(joint)
    kept = dict(joint.panel.kept())
    joint.panel.restore({})
    joint.until(joint.panel.form.isVisible)
    put_together(joint)
    joint.panel.restore(kept)
    joint.until(joint.panel.form.isVisible)
    assert joint.panel.form.words.toPlainText() == "先断电"
