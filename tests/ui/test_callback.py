"""The call-back panel on a real Desk: what is kept, what is refused, what is led to, its orders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import RecordCallback, SuperviseCase
from commandcenter.services.callback_views import AskCallbacks, Callbacks
from commandcenter.services.views import AskReference
from tests import walks
from tests.fakes import Room
from tests.ui.deskroom import at_work, board
from tests.ui.deskseat import Link
from ui.live import LiveFeed
from ui.models import callback as model
from ui.panels.callback import CallbackPanel
from ui.tour.hands import Hands
from ui.words import names_of

LATE = "▲ 超 1:00"


class Stand:
    """The panel at a seat, fed as the window feeds it; `started` are the actions it asked for."""

    def __init__(self, bot: QtBot, desk, room: Room) -> None:
        self.bot, self.desk, self.room = bot, desk, room
        self.started: list[tuple[str, str, str]] = []
        chosen = desk.selection
        desk.start = lambda name: self.started.append(
            (name, chosen.current_case, chosen.current_part)
        )
        self.panel = CallbackPanel(desk)
        bot.addWidget(self.panel)
        self.testers = [
            QAbstractItemModelTester(one.rows, one) for one in (self.panel.calls, self.panel.orders)
        ]
        self.feed = LiveFeed(room.desk, desk.worker)
        self.feed.changed.connect(self.panel.apply)
        self.feed.start(board(room).seq)
        self.panel.resize(460, 640)
        self.panel.show()
        bot.waitActive(self.panel)
        self.hands = Hands(self.panel)

    @property
    def rows(self):
        return self.panel.calls.rows.choices()

    def keys(self, *keys: str) -> None:
        for one in keys:
            self.hands.press(one)

    def calls(self, many: int) -> None:
        self.panel.open_page(orders=False)
        self.bot.waitUntil(lambda: len(self.rows) == many)

    def orders(self, many: int) -> None:
        self.panel.open_page(orders=True)
        self.bot.waitUntil(lambda: self.panel.orders.rows.rowCount() == many)

    def stop(self) -> None:
        self.panel.stop()
        self.feed.stop()


@pytest.fixture
def hotline(qtbot: QtBot, room: Room) -> Iterator[Stand]:
    with at_work(room, "hotline-1") as desk:
        stand = Stand(qtbot, desk, room)
        yield stand
        stand.stop()


def test_an_empty_queue_says_how_it_fills(hotline: Stand) -> None:
    hotline.bot.waitUntil(lambda: "核查通过后" in hotline.panel.calls.total.text())
    assert hotline.panel.calls.talk.caller.isHidden()
    walks.callback(hotline.room)
    hotline.calls(1)
    assert hotline.panel.tabs.tabText(0) == "回访 1"
    assert hotline.panel.calls.total.text() == "待回访 1"


def test_what_was_ticked_and_typed_waits_with_its_case(hotline: Stand) -> None:
    first = walks.callback(hotline.room)
    hotline.room.clock.pass_(hours=1)
    walks.callback(hotline.room, item="21-910")
    hotline.calls(2)
    assert "不计入考核" in hotline.rows[1].text
    talk = hotline.panel.calls.talk
    hotline.keys("Return", "Space", "Tab")
    hotline.hands.type("再看看")
    hotline.keys("Escape", "Down")
    assert talk.words.toPlainText() == "" and talk.script.ticks() == {}
    hotline.keys("Up")
    assert talk.words.toPlainText() == "再看看" and talk.script.ticks() == {"0": "yes"}
    kept = hotline.panel.kept()
    assert kept == {first: {"ticks": {"0": "yes"}, "words": "再看看"}}
    hotline.keys("Return", "2")
    hotline.bot.waitUntil(lambda: len(hotline.rows) == 1)
    hotline.bot.waitUntil(lambda: hotline.panel.kept() == {})
    now = hotline.room.case(first)
    assert (now.state, now.rating) == (CaseState.CLOSED, "basically")


def test_a_digit_in_the_list_ends_nothing_and_nobody_is_tried_twice_a_day(hotline: Stand) -> None:
    case = walks.callback(hotline.room)
    hotline.calls(1)
    hotline.keys("1", "4")
    hotline.keys("Return", "4")
    hotline.bot.waitUntil(lambda: "已试 1 天（09-29），09-30 再拨" in hotline.rows[0].note)
    assert hotline.room.case(case).unreached == ("2025-09-29",)
    hotline.bot.waitUntil(hotline.panel.calls.list.hasFocus)
    hotline.keys("Return", "4")
    assert "再拨" in hotline.panel.calls.talk.note.text()
    assert hotline.room.case(case).unreached == ("2025-09-29",)


def test_what_was_revealed_is_masked_again_in_time(hotline: Stand) -> None:
    walks.callback(hotline.room)
    hotline.calls(1)
    caller = hotline.panel.calls.talk.caller
    hotline.keys("P")
    hotline.bot.waitUntil(lambda: "13800005678" in caller.text())
    assert "138****5678" in hotline.rows[0].note
    hotline.room.clock.pass_(minutes=10)
    hotline.bot.waitUntil(lambda: "138****5678" in caller.text())


def test_what_was_revealed_is_masked_in_time_though_nobody_can_be_asked(hotline: Stand) -> None:
    walks.callback(hotline.room)
    hotline.calls(1)
    caller, worker = hotline.panel.calls.talk.caller, hotline.desk.worker
    hotline.keys("P")
    hotline.bot.waitUntil(lambda: "13800005678" in caller.text())
    idle(hotline)
    Link(worker).down = True
    with hotline.bot.waitSignal(worker.refused):
        hotline.room.clock.pass_(minutes=10)
    assert "138****5678" in caller.text()
    with hotline.bot.assertNotEmitted(worker.missed):  # asked once, not each second
        hotline.panel.calls.tick()
        idle(hotline)


def idle(stand: Stand) -> None:
    """All that was asked is answered."""
    done: list[int] = []
    stand.desk.worker.run(lambda: 1, done.append)
    stand.bot.waitUntil(lambda: done == [1])


def test_who_is_not_the_hotline_is_led_to_the_form(qtbot: QtBot, room: Room) -> None:
    case = walks.callback(room)
    with at_work(room, "lead-1") as desk:
        stand = Stand(qtbot, desk, room)
        stand.calls(1)
        stand.keys("Return", "1")
        assert stand.started == [("case.callback", case, "")]
        stand.keys("Escape", "P")
        qtbot.waitUntil(lambda: len(stand.started) == 2)
        assert stand.started[1] == ("case.phone", case, ""), "outside one's own cases wants words"
        stand.stop()


def test_orders_are_listed_late_first_and_answered_by_enter(hotline: Stand) -> None:
    room = hotline.room
    first, second = walks.signed(room), walks.signed(room)
    for case, hours in ((first, 4), (second, 1)):
        due = room.clock.at + timedelta(hours=hours)
        room.do(SuperviseCase, "lead-1", case=case, due=due, words="限期清完")
    room.clock.pass_(hours=2)
    hotline.orders(2)
    texts = [one.text for one in hotline.panel.orders.rows.choices()]
    assert texts[0].startswith(LATE) and texts[1].startswith("剩 2:00")
    assert hotline.panel.orders.total.text() == "待答复 2，超期 1"
    hotline.keys("Return")
    (order,) = room.view(second).orders
    assert hotline.started == [("case.answer", second, order.order.id)]
    assert hotline.panel.orders.detail.text() == "限期清完"


def test_who_sits_down_next_sees_nothing_of_the_one_before(hotline: Stand) -> None:
    walks.callback(hotline.room)
    hotline.calls(1)
    hotline.desk.who, hotline.desk.roles = "unit-police", frozenset({"unit"})
    hotline.panel.sits()
    assert hotline.rows == () and "看不到回访" in hotline.panel.calls.total.text()
    assert hotline.panel.calls.talk.caller.isHidden()


def test_rows_tell_how_late_a_call_is(room: Room) -> None:
    case = walks.callback(room)
    room.clock.set("2025-09-30 18:00")
    room.do(RecordCallback, "hotline-1", case=case, outcome="not_reached")
    found: Callbacks = ask(room)
    assert model.counts(found, room.clock()) == "待回访 1（超 1，今日已试 1）"
    names = names_of(ask_reference(room))
    (row,) = model.rows(found, names, room.clock())
    assert (row.text.split("  ")[0], row.tone) == ("超 0:30", "dim")
    room.clock.set("2025-10-01 09:00")
    (row,) = model.rows(ask(room), names, room.clock())
    assert row.tone == "lamp_red"


def ask(room: Room) -> Callbacks:
    return room.desk.ask(AskCallbacks(), "hotline-1")


def ask_reference(room: Room):
    return room.desk.ask(AskReference(), "lead-1")


def test_the_keyboard_stays_where_a_hand_has_gone(hotline: Stand) -> None:
    walks.callback(hotline.room)
    hotline.calls(1)
    hotline.keys("Return", "1")
    bar = hotline.panel.tabs.tabBar()
    bar.setFocus()
    hotline.bot.waitUntil(lambda: hotline.rows == () and hotline.panel.kept() == {})
    assert QApplication.focusWidget() is bar
