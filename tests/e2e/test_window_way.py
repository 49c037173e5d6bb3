"""A case by keys from its filing to the second call-back, each step judged by the Desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    ArriveTask,
    AskRequest,
    CloseCase,
    DepartTask,
    DispatchCase,
    FileCase,
    GiveFeedback,
    SendToCheck,
    SignTask,
)
from commandcenter.domain.request import RequestKind
from commandcenter.domain.task import TaskKind, TaskState
from tests.e2e.test_window_keys import Seat, seated
from tests.ui.deskroom import RUBBISH
from ui.panels.pictures import PictureBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dispatcher(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    yield from seated(qtbot, tmp_path / "data", "dispatch-1")


def sent(seat: Seat) -> str:
    """A case sent to its unit and picked."""
    room = seat.room
    case = room.report(RUBBISH)
    room.do(FileCase, "lead-1", case=case)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="sanitation", kind=TaskKind.HANDLE)
    seat.pick(case)
    return case


def step(seat: Seat, key: str, offered: str) -> None:
    """Open the form of a step once the case panel offers it."""
    case = seat.desk.selection.current_case
    newest = seat.room.case(case).version
    seat.bot.waitUntil(lambda: seat.desk.case.view.case.version == newest)
    seat.bot.waitUntil(lambda: offered in seat.desk.case._moves.names())
    seat.desk.window.go("queue")
    seat.begin(key, "step")


def given(seat: Seat, key: str, offered: str, words: str = "") -> None:
    """A step whose form is sent as it stands, or with these words in its field."""
    step(seat, key, offered)
    if words:
        seat.hands.type(words)
    seat.keys("Ctrl+Return")
    seat.bot.waitUntil(lambda: not seat.desk.window.panel("step").isVisible())


def test_a_unit_signs_leaves_arrives_and_answers_with_a_picture(dispatcher: Seat) -> None:
    case = sent(dispatcher)
    task = lambda: dispatcher.room.view(case).tasks[0].state  # noqa: E731
    given(dispatcher, "F5", "task.sign")
    dispatcher.bot.waitUntil(lambda: task() is TaskState.SIGNED)
    given(dispatcher, "F6", "task.depart")
    dispatcher.bot.waitUntil(lambda: task() is TaskState.EN_ROUTE)
    given(dispatcher, "F7", "task.arrive")
    dispatcher.bot.waitUntil(lambda: task() is TaskState.ON_SCENE)
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("olive"))
    QApplication.clipboard().setImage(picture)
    step(dispatcher, "F8", "case.feedback")
    dispatcher.hands.type("已清运干净")
    dispatcher.keys("Ctrl+V")
    bar = dispatcher.desk.step.findChild(PictureBar)
    dispatcher.bot.waitUntil(lambda: bar.count == 1 and not bar.waiting)
    dispatcher.keys("Ctrl+Return")
    dispatcher.bot.waitUntil(lambda: dispatcher.state(case) is CaseState.FEEDBACK)
    kinds = [one.kind for one in dispatcher.room.view(case).pictures]
    assert kinds == ["after"]


def test_a_return_is_asked_for_by_the_unit_and_approved_by_key(dispatcher: Seat) -> None:
    case = sent(dispatcher)
    asked = {"kind": RequestKind.RETURN, "reason": "not_ours", "proposed_unit": "water"}
    dispatcher.room.do(AskRequest, "unit-sanitation", case=case, **asked)
    given(dispatcher, "A", "request.approve", "同意，改派水务所")
    dispatcher.bot.waitUntil(lambda: dispatcher.state(case) is CaseState.FILED)


def test_what_failed_its_check_is_worked_again_and_passes(dispatcher: Seat) -> None:
    """Fail and pass are entered for the checker by the desk; the case is worked again between."""
    room, case = dispatcher.room, sent(dispatcher)
    answered(dispatcher, case)
    room.do(SendToCheck, "intake-1", case=case, checker="member-071")
    given(dispatcher, "Ctrl+F9", "check.fail", "墙角还有垃圾")
    dispatcher.bot.waitUntil(lambda: dispatcher.state(case) is CaseState.IN_PROGRESS)
    room.do(GiveFeedback, "unit-sanitation", case=case, words="已补清", pictures=(room.picture(),))
    room.do(SendToCheck, "intake-1", case=case, checker="member-071")
    step(dispatcher, "Shift+F9", "check.pass")
    dispatcher.keys("Ctrl+Return")
    dispatcher.bot.waitUntil(lambda: not dispatcher.desk.window.panel("step").isVisible())
    room.do(CloseCase, "lead-1", case=case)
    assert dispatcher.state(case) is CaseState.CLOSED, "only what passed may be closed"


def answered(seat: Seat, case: str) -> None:
    """The unit has done its work."""
    room, unit = seat.room, "unit-sanitation"
    task = room.lead_task(case)
    room.do(SignTask, unit, case=case, task=task)
    room.do(DepartTask, unit, case=case, task=task)
    room.do(ArriveTask, unit, case=case, task=task)
    room.do(GiveFeedback, unit, case=case, words="已清运", pictures=(room.picture(),))
