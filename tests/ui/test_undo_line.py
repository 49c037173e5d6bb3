"""One line for what was done, with the key and the seconds in which it may be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    DispatchCase,
    FileCase,
    MakePromise,
    RecordNotice,
    SetTeamStatus,
    UrgeCase,
)
from commandcenter.domain.handover import NoticeKind
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard
from tests.fakes import open_room
from tests.ui.deskroom import DAY, RUBBISH
from tests.ui.test_app import Opened, opened
from ui.message import Kind, MessageBar

K = Qt.Key
HANDLE = TaskKind.HANDLE
CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="dispatch-1") as found:
        qtbot.waitActive(found.desk.window)
        found.desk.queue.view.setFocus()
        yield found


def filed(qtbot: QtBot, at: Opened, count: int) -> list[str]:
    cases = [at.room.report(item=RUBBISH, words=f"垃圾 {n}") for n in range(count)]
    for one in cases:
        at.room.do(FileCase, "lead-1", case=one)
    model = at.desk.queue.model
    qtbot.waitUntil(lambda: all((line := model.known(c)) and line.number for c in cases))
    return cases


def send(at: Opened, case: str) -> None:
    at.desk.context.do(
        DispatchCase(
            case=case,
            seen=at.room.case(case).version,
            lead_unit="sanitation",
            kind=TaskKind.HANDLE,
        )
    )


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def bar(at: Opened) -> MessageBar:
    return at.desk.window.messages


def refused(at: Opened) -> bool:
    return any(one.kind is Kind.REFUSAL for one in bar(at).history)


def says(qtbot: QtBot, at: Opened, text: str) -> None:
    qtbot.waitUntil(lambda: text in [one.text for one in bar(at).history])


def test_a_dispatch_is_said_counted_down_and_taken_back_by_ctrl_z(qtbot: QtBot, at: Opened):
    case, other = filed(qtbot, at, 2)
    number = at.room.case(case).number[-6:]
    send(at, case)
    says(qtbot, at, f"派遣 {number}：已办")
    qtbot.waitUntil(lambda: bar(at).offered == f"派遣 {number} · Ctrl+Z 撤销 · 10 秒")
    at.room.clock.pass_(seconds=4)
    qtbot.waitUntil(lambda: bar(at).offered.endswith("6 秒"))
    at.desk.selection.set_case(other)  # wherever the cursor is
    press(qtbot, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: at.room.case(case).state is CaseState.FILED)
    says(qtbot, at, f"撤销 {number}：已办")
    assert bar(at).offered == ""


def test_after_ten_seconds_nothing_is_offered_and_the_key_says_why_not(qtbot: QtBot, at: Opened):
    (case,) = filed(qtbot, at, 1)
    send(at, case)
    qtbot.waitUntil(lambda: bar(at).offered != "")
    at.room.clock.pass_(seconds=11)
    qtbot.waitUntil(lambda: bar(at).offered == "")
    at.desk.selection.set_case(case)
    press(qtbot, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: refused(at))
    assert at.room.case(case).state is CaseState.DISPATCHED


def test_what_was_done_together_is_said_once_and_taken_back_together(qtbot: QtBot, at: Opened):
    cases = filed(qtbot, at, 3)
    for one in cases:
        send(at, one)
    says(qtbot, at, "派遣 3 件：已办")
    assert bar(at).offered == "派遣 3 件 · Ctrl+Z 撤销 · 10 秒"
    at.room.do(UrgeCase, "lead-1", case=cases[1])  # somebody went on with one of them
    qtbot.waitUntil(lambda: at.desk.queue.model.known(cases[1]).urged == 1)
    press(qtbot, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: at.room.case(cases[0]).state is CaseState.FILED)
    qtbot.waitUntil(lambda: at.room.case(cases[2]).state is CaseState.FILED)
    assert at.room.case(cases[1]).state is CaseState.DISPATCHED  # the Desk's own rule


def test_every_command_has_its_line_and_only_some_may_be_taken_back(qtbot: QtBot, at: Opened):
    (case,) = filed(qtbot, at, 1)
    number, do = at.room.case(case).number[-6:], at.desk.context.do
    do(UrgeCase(case=case, seen=at.room.case(case).version))
    says(qtbot, at, f"催办 {number}：已办")
    assert bar(at).offered == ""
    do(RecordNotice(kind=NoticeKind.WEATHER, words="有雨"))
    qtbot.waitUntil(
        lambda: "登记" in bar(at).history[-1].text or "提示" in bar(at).history[-1].text
    )
    do(MakePromise(case=case, seen=1, party="leader", by_when=at.room.clock(), words="x"))
    qtbot.waitUntil(lambda: refused(at))
    assert not any("承诺" in one.text and "已办" in one.text for one in bar(at).history)


def test_a_teams_status_is_taken_back_by_the_same_key(qtbot: QtBot, at: Opened):
    team = next(
        one
        for one in at.room.desk.ask(AskBoard(), "dispatch-1").teams
        if one.status is TeamStatus.FREE and one.task is None
    )
    at.desk.context.do(SetTeamStatus(team=team.id, status=TeamStatus.REST))
    qtbot.waitUntil(lambda: bar(at).offered != "")
    press(qtbot, K.Key_Z, CTRL)

    def status() -> TeamStatus:
        found = at.room.desk.ask(AskBoard(), "dispatch-1").teams
        return next(one.status for one in found if one.id == team.id)

    qtbot.waitUntil(lambda: status() is TeamStatus.FREE)


def test_an_undo_that_was_refused_is_offered_again_and_goes_to_no_other_case(
    qtbot: QtBot, at: Opened
):
    case, other = filed(qtbot, at, 2)
    number = at.room.case(case).number[-6:]
    at.room.do(DispatchCase, "dispatch-1", case=other, lead_unit="sanitation", kind=HANDLE)
    dispatched = at.room.case(other).version
    send(at, case)
    qtbot.waitUntil(lambda: bar(at).offered != "")
    at.desk.selection.set_case(other)  # it could be taken back too, had the offer named it
    at.desk.context.who = "nobody"
    with qtbot.waitSignal(at.desk.worker.refused):
        press(qtbot, K.Key_Z, CTRL)
        at.desk.context.who = "dispatch-1"
        assert bar(at).offered == ""
        press(qtbot, K.Key_Z, CTRL)  # it is under way
    assert bar(at).offered == f"派遣 {number} · Ctrl+Z 撤销 · 10 秒"
    assert at.room.case(case).state is CaseState.DISPATCHED
    press(qtbot, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: at.room.case(case).state is CaseState.FILED)
    says(qtbot, at, f"撤销 {number}：已办")
    assert bar(at).offered == "" and at.room.case(other).version == dispatched


def test_a_key_in_the_offers_last_moment_goes_to_its_case(qtbot: QtBot, at: Opened):
    case, other = filed(qtbot, at, 2)
    send(at, case)
    qtbot.waitUntil(lambda: bar(at).offered != "")
    at.room.clock.pass_(seconds=11)
    at.room.do(DispatchCase, "dispatch-1", case=other, lead_unit="sanitation", kind=HANDLE)
    at.desk.selection.set_case(other)
    bar(at)._count.stop()  # the bar has not counted on yet
    with qtbot.waitSignal(at.desk.worker.over) as over:
        press(qtbot, K.Key_Z, CTRL)
    assert over.args[0].case == case and at.room.case(other).state is CaseState.DISPATCHED


def test_nothing_newer_gives_way_to_an_undo_that_was_refused(qtbot: QtBot, at: Opened):
    case, other = filed(qtbot, at, 2)
    number = at.room.case(other).number[-6:]
    send(at, case)
    qtbot.waitUntil(lambda: bar(at).offered != "")
    at.desk.context.who = "nobody"
    press(qtbot, K.Key_Z, CTRL)
    at.desk.context.who = "dispatch-1"
    send(at, other)
    qtbot.waitUntil(lambda: bar(at).offered == f"派遣 {number} · Ctrl+Z 撤销 · 10 秒")
    press(qtbot, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: at.room.case(other).state is CaseState.FILED)
    assert at.room.case(case).state is CaseState.DISPATCHED


def test_an_answer_that_comes_when_the_window_goes_says_nothing(qtbot: QtBot, at: Opened):
    (case,) = filed(qtbot, at, 1)
    line, worker = at.desk.fittings["done"], at.desk.worker
    line.stop()
    before = len(bar(at).history)
    with qtbot.waitSignal(worker.over):
        send(at, case)
    assert not line._wait.isActive() and len(bar(at).history) == before
