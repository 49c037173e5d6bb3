"""Day E (domain.md section 11) through the real window by keys: noise, three rounds, one case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import FinishTask, ReportCase, SignTask
from commandcenter.domain.limits import Level
from tests.e2e.test_day_e import NAME, PHONE, WORDS, again, ended, masked
from tests.e2e.test_window_keys import Seat
from tests.fakes import Room, local, open_room
from tests.ui.test_app import opened
from ui.panels.callback import CallbackPanel
from ui.panels.step_choose import TickList
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NAMES = {"lead-1": "蔡海涛", "dispatch-1": "丁娟", "hotline-1": "史静"}
MASKED = "138****5678"
S = CaseState


@contextmanager
def sitting(bot: QtBot, room: Room, folder: Path, person: str) -> Iterator[Seat]:
    with opened(bot, room, folder, person=person, map_too=True) as found:
        bot.waitActive(found.desk.window)
        yield Seat(found.desk, room, Hands(found.desk.window), bot)


def sit(seat: Seat, person: str, at: str) -> None:
    """Somebody else sits down, at a local time."""
    seat.room.clock.set(at)
    if seat.desk.context.who != person:
        seat.begin("Ctrl+U", "seat")
        seat.hands.type(NAMES[person])
        seat.keys("Return")
        seat.bot.waitUntil(lambda: seat.desk.context.who == person)
    seat.desk.window.go("queue")


def form(seat: Seat, name: str) -> None:
    """The form of this action is open and has the keyboard."""
    step = seat.desk.step
    seat.bot.waitUntil(lambda: step.action is not None and step.action.name == name)
    seat.bot.waitUntil(lambda: step.isAncestorOf(QApplication.focusWidget()))


def give(seat: Seat) -> None:
    """Submit the form that is open; it goes when its command is done."""
    seat.keys("Ctrl+Return")
    seat.bot.waitUntil(lambda: seat.desk.step.action is None)


def write(seat: Seat, text: str) -> None:
    """Go on with Tab to the field of words and write."""
    for _ in range(6):
        if isinstance(QApplication.focusWidget(), QPlainTextEdit):
            break
        seat.keys("Tab")
    seat.hands.type(text)


def queue(seat: Seat, told: str) -> CallbackPanel:
    """The call-back queue, opened by its key with the keyboard in its list; its row tells this."""
    seat.keys("Ctrl+F11")
    panel: CallbackPanel = seat.desk.panels["callback"]
    rows = panel.calls.rows
    seat.bot.waitUntil(panel.calls.list.hasFocus)
    seat.bot.waitUntil(lambda: [told in one.note for one in rows.choices()] == [True])
    return panel


def filed_and_sent(seat: Seat, case: str) -> None:
    """10-13: filed, sent to the police station, signed, and the caller contacted."""
    room = seat.room
    sit(seat, "lead-1", "09:30")
    seat.pick(case)
    seat.keys("F3")
    form(seat, "case.file")
    give(seat)
    seat.bot.waitUntil(lambda: seat.state(case) is S.FILED)
    assert room.case(case).due == local("2025-10-20 17:30")
    sit(seat, "dispatch-1", "09:31")
    seat.pick(case)
    seat.begin("F4", "dispatch")
    seat.send_dispatch(case)
    room.clock.set("09:50")
    seat.pick(case)
    seat.keys("F5")
    form(seat, "task.sign")
    give(seat)
    seat.bot.waitUntil(lambda: seat.state(case) is S.IN_PROGRESS)
    room.clock.set("10:30")
    seat.keys("C")
    form(seat, "case.contact")
    give(seat)
    seat.bot.waitUntil(lambda: room.case(case).contacted_at is not None)
    masked(room, case)


def called(seat: Seat, case: str, at: str, key: str, words: str = "") -> None:
    """The hotline calls: the telephone by one key, the questions, the result by one key."""
    sit(seat, "hotline-1", at)
    panel = queue(seat, MASKED)
    talk = panel.calls.talk
    row = panel.calls.rows.choice(0)
    assert row.key == case and PHONE not in row.note
    seat.keys("Return")
    seat.bot.waitUntil(talk.script.hasFocus)
    seat.keys("P")
    seat.bot.waitUntil(lambda: PHONE in talk.caller.text())
    assert PHONE not in panel.calls.rows.choice(0).note, "the list stays masked"
    seat.keys("Space", "Down", "Space", "Space")
    if words:
        seat.keys(key)
        seat.bot.waitUntil(lambda: bool(talk.note.text()) and talk.words.hasFocus())
        assert seat.state(case) is S.CALLBACK, "unsatisfied wants the caller's words"
        seat.hands.type(words)
    seat.keys(key)
    seat.bot.waitUntil(lambda: seat.state(case) is not S.CALLBACK)
    seat.bot.waitUntil(lambda: not talk.isAncestorOf(QApplication.focusWidget()))
    story = seat.room.view(case).story[-1]
    assert story.words.startswith("是 · 工作人员联系过您吗？\n否 · ") and story.words.endswith(
        words
    )
    masked(seat.room, case)


def redone(seat: Seat, case: str) -> None:
    """10-21: the dispatcher goes from the queue to the redo by Enter."""
    sit(seat, "dispatch-1", "2025-10-21 10:00")
    queue(seat, "可以重办")
    seat.keys("Return")
    form(seat, "case.redo")
    give(seat)
    seat.bot.waitUntil(lambda: not seat.room.case(case).redo_wanted)
    assert seat.room.case(case).due == local("2025-10-28 17:30")


def owed(seat: Seat, case: str) -> None:
    """10-29: what two unsatisfied rounds owe is led to by Enter, one after another."""
    room = seat.room
    sit(seat, "lead-1", "09:40")
    queue(seat, "欠督办、会商")
    seat.keys("Return")
    form(seat, "case.supervise")
    write(seat, "限期解决扰民")
    give(seat)
    seat.bot.waitUntil(lambda: room.case(case).owed == ("consultation",))
    queue(seat, "欠会商")
    seat.keys("Return")
    form(seat, "case.consult")
    seat.keys("Space")
    write(seat, "三部门联合")
    give(seat)
    seat.bot.waitUntil(lambda: room.case(case).owed == ())
    room.clock.set("10:00")
    queue(seat, "可以重办")
    seat.keys("Return")
    form(seat, "case.redo")
    complex_ten_days(seat)
    seat.bot.waitUntil(lambda: not room.case(case).redo_wanted)
    now = room.case(case)
    assert (now.due, now.level) == (local("2025-11-12 17:30"), Level.COMPLEX)
    assert (now.lead_unit, set(now.co_units)) == ("police", {"market", "housing"})


def complex_ten_days(seat: Seat) -> None:
    """疑难, 10 working days, two more departments."""
    seat.keys("5", "Tab")
    seat.hands.type("10")
    seat.keys("Tab", "Tab")
    units = QApplication.focusWidget()
    assert isinstance(units, TickList)
    wanted = {"market", "housing"}
    for row in range(units.count()):
        units.setCurrentRow(row)
        before = units.ticked()
        seat.keys("Space")
        if not set(units.ticked()) <= wanted:
            seat.keys("Space")
            assert units.ticked() == before
    assert set(units.ticked()) == wanted
    give(seat)


def answered(seat: Seat, case: str) -> None:
    """The order is answered from its list, in time."""
    sit(seat, "dispatch-1", "11:00")
    panel = seat.desk.panels["callback"]
    seat.keys("Ctrl+Shift+O")
    seat.bot.waitUntil(panel.orders.list.hasFocus)
    seat.bot.waitUntil(lambda: panel.orders.rows.rowCount() == 1)
    seat.keys("Return")
    form(seat, "case.answer")
    write(seat, "已约谈商户，夜间安排巡查")
    give(seat)
    seat.bot.waitUntil(lambda: seat.room.case(case).supervise_due is None)
    (order,) = seat.room.view(case).orders
    assert (order.reply, order.order.late) == ("已约谈商户，夜间安排巡查", False)


def helped(room: Room, case: str) -> None:
    for task in [one for one in room.view(case).tasks if one.role == "co"]:
        who = f"unit-{task.unit}"
        room.do(SignTask, who, case=case, task=task.id)
        room.do(FinishTask, who, case=case, task=task.id)


def test_day_e_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "street"
    room = open_room(folder, "2025-10-13 09:20")
    case = room.do(ReportCase, "gateway-1", item="21-909", source=Source.HOTLINE, words=WORDS,
                   place="祠堂东街18号一楼商铺", lon=113.4325, lat=22.95086, caller_name=NAME,
                   caller_phone=PHONE, hotline_at=local("2025-10-13 09:20"),
                   source_number="12345-1").subject  # fmt: skip
    with sitting(qtbot, room, folder, "lead-1") as seat:
        filed_and_sent(seat, case)
        number = room.case(case).number
        again(room, case, "2025-10-17 10:00", "2025-10-17 15:00")
        called(seat, case, "2025-10-20 10:00", "Ctrl+3", "夜里十二点还在放")
        redone(seat, case)
        again(room, case, "2025-10-27 10:00", "2025-10-28 10:00")
        called(seat, case, "2025-10-29 09:30", "Ctrl+3", "换了曲子接着放")
        owed(seat, case)
        answered(seat, case)
        helped(room, case)
        again(room, case, "2025-11-10 10:00", "2025-11-10 16:00")
        called(seat, case, "2025-11-11 10:00", "Ctrl+2")
        ended(room, case, number)
        assert not seat.desk.panels["callback"].calls.found.redo
