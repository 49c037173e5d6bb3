"""A late answer is for the case it was given for: what is put together for another stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from commandcenter.domain.case import CaseState
from tests.fakes import Room, writing
from tests.ui.deskseat import DeskSeat, seat_at
from tests.ui.test_dispatch import filed, open_case, room, sender, settle, status
from tests.ui.test_joint import choose
from ui.panels.dispatch import DispatchPanel
from ui.panels.joint import JointPanel

__all__ = ["room"]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STALL = {"item": "05-01", "words": "流动摊贩占道"}


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
