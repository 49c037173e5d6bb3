"""Two persons switch through two windows: one proposes, the other confirms at a seat far away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import Source
from commandcenter.domain.commands import DecideSwitch, ProposeSwitch
from commandcenter.domain.plan import EventKind, Response
from commandcenter.services.emergency_views import AskMode, Mode
from tests.e2e.test_window_keys import Seat
from tests.fakes import Room, open_room
from tests.server.rooms import give_password, serving
from tests.ui.test_app import opened, shown
from tests.ui.test_remote_seat import window_at
from tests.walks import filed
from ui.desk import OpenDesk
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ORDER = "防指〔2025〕2号"


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    folder = tmp_path / "street"
    room = open_room(folder, "2025-09-22 02:58")
    with opened(qtbot, room, folder, person="lead-1", map_too=True) as found:
        qtbot.waitActive(found.desk.window)
        yield Seat(found.desk, room, Hands(found.desk.window), qtbot)


def mode(room: Room) -> Mode:
    found: Mode = room.desk.ask(AskMode(), "lead-1")
    return found


def badge(desk: OpenDesk) -> str:
    return desk.band._mode.badge.text


def to_front(seat: Seat, desk: OpenDesk) -> Hands:
    """The hands at another window of this screen."""
    desk.window.activateWindow()
    seat.bot.waitUntil(desk.window.isActiveWindow)
    desk.window.go("queue")
    return Hands(desk.window)


def switch(seat: Seat, level: Response | None, leader: str) -> None:
    """Elsewhere: one proposes, a leader confirms."""
    room = seat.room
    given = {"kind": EventKind.TYPHOON, "level": level, "order_no": ORDER}
    room.do(ProposeSwitch, "dispatch-1", **given)
    waiting = mode(room).proposed
    assert waiting is not None
    room.do(DecideSwitch, leader, switch=waiting.id, approve=True, order_no=ORDER)


def test_one_proposes_another_confirms_and_both_desks_change(lead: Seat, tmp_path: Path) -> None:
    room, desk, bot = lead.room, lead.desk, lead.bot
    routine = [filed(room, item="01-10", source=Source.PATROL) for _ in range(3)]
    give_password(room.desk, "director-1")
    with (
        serving(room.desk) as server,
        window_at(bot, server.url, tmp_path / "seat", "director-1") as far,
    ):
        hands = to_front(lead, desk)
        for key in ("Ctrl+Alt+E", "1", "1", "2"):
            hands.press(key)
        hands.type(ORDER)
        for key in ("Return", "1", "Return"):
            hands.press(key)
        bot.waitUntil(lambda: [one.kind for one in far.band.alarms] == ["switch_waiting"])
        assert badge(far) == badge(desk) == "平时"
        hands = to_front(lead, far)
        hands.press("Ctrl+J")
        page = far.panels["mode"].switch
        bot.waitUntil(lambda: page.confirm.mine and page.confirm.order.hasFocus())
        hands.type(ORDER)
        hands.press("Return")
        bot.waitUntil(lambda: badge(far) == "Ⅲ级响应 台风")
        bot.waitUntil(lambda: badge(desk) == "Ⅲ级响应 台风")
        for one in (far, desk):
            assert one.doors.mode.layout.now == "map"
            assert not one.window.panel("charts").isVisible()
            bot.waitUntil(lambda one=one: shown(one, "mode"))
        rows = desk.queue.model
        held = lambda: {rows.line(rows.row_of(one)).hold for one in routine}  # noqa: E731
        bot.waitUntil(lambda: held() == {"deferred"})
        step = room.desk.changes(0).entries[-1]
        assert (step.who, step.facts["held"]) == ("director-1", 3)


def test_the_level_arranges_the_desk_and_the_release_gives_the_own_layout_back(
    lead: Seat,
) -> None:
    desk, bot = lead.desk, lead.bot
    window = desk.window
    window.go("queue")
    queue = window.panel("queue").geometry()
    visible = {name for name in desk.panels if name not in ("band", "map")}
    visible = {name for name in visible if window.panel(name).isVisible()}
    switch(lead, Response.III, "director-1")
    bot.waitUntil(lambda: desk.doors.mode.layout.now == "map" and shown(desk, "mode"))
    assert desk.queue.isAncestorOf(QApplication.focusWidget())
    assert window.panel("queue").geometry() == queue
    switch(lead, Response.II, "director-1")
    bot.waitUntil(lambda: desk.doors.mode.layout.now == "joint")
    switch(lead, None, "director-1")
    bot.waitUntil(lambda: desk.doors.mode.layout.now == "own")
    assert {name for name in visible if window.panel(name).isVisible()} == visible
    assert not window.panel("mode").isVisible()
    bot.waitUntil(lambda: window.panel("queue").geometry() == queue)


def test_a_form_that_is_being_typed_in_stays_in_front(lead: Seat) -> None:
    desk, bot = lead.desk, lead.bot
    lead.begin("F2", "intake")
    desk.intake.form.focus_field("words")
    lead.hands.type("树倒在路上")
    typing = QApplication.focusWidget()
    switch(lead, Response.III, "director-1")
    bot.waitUntil(lambda: desk.doors.mode.layout.now == "map")
    assert QApplication.focusWidget() is typing and shown(desk, "intake")
    lead.hands.type("，压住一辆车")
    switch(lead, None, "director-1")
    bot.waitUntil(lambda: desk.doors.mode.layout.now == "own")
    assert QApplication.focusWidget() is typing and shown(desk, "intake")
    assert desk.intake.form.words.toPlainText() == "树倒在路上，压住一辆车"
