"""Each person's layout comes back: after a restart, on sitting down, when the level changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import DecideSwitch, ProposeSwitch
from commandcenter.domain.plan import EventKind, Response
from commandcenter.services.emergency_views import AskMode
from tests.fakes import Room, open_room
from tests.ui.deskroom import board, put_away
from tests.ui.test_app import opened
from ui.desk import OpenDesk, open_desk
from ui.layouts import _state
from ui.mode_layout import WORK
from ui.rivals import HANDOVER
from ui.window import AREAS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, RIGHT, BELOW = AREAS.LeftDockWidgetArea, AREAS.RightDockWidgetArea, AREAS.BottomDockWidgetArea
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def street(tmp_path: Path) -> Callable[[], Room]:
    """The same street each time it is opened."""
    return lambda: open_room(tmp_path / "data")


def settle(qtbot: QtBot, desk: OpenDesk) -> None:
    """Until nothing moves any more: what stands then is kept, or is nobody's own."""
    layouts = desk.fittings["layouts"]
    qtbot.waitUntil(lambda: not layouts._rest.isActive() and not layouts._fresh)


@contextmanager
def shown(qtbot: QtBot, room: Room, tmp_path: Path) -> Iterator[OpenDesk]:
    """A desk at its first show, before anything is asked of the centre: layouts are there then."""
    desk = open_desk(
        room.center, settings_folder=tmp_path / "data", person="lead-1", now=room.clock
    )
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    settle(qtbot, desk)
    yield desk
    put_away(desk)


def sit(qtbot: QtBot, desk: OpenDesk, room: Room, person: str) -> None:
    """Let this person sit down, as the list of people tells it."""
    desk.seat.taken.emit(next(one for one in board(room).people if one.id == person))
    settle(qtbot, desk)


def forms(desk: OpenDesk) -> list[str]:
    """Those of this desk; who closes a handover has the roster back."""
    return [name for name in WORK if name in desk.window.docks and name != HANDOVER]


def stands(desk: OpenDesk, name: str) -> Qt.DockWidgetArea:
    return desk.window.dockWidgetArea(desk.window.panel(name))


def switch(room: Room, level: Response | None, order: str) -> None:
    room.do(ProposeSwitch, "lead-1", kind=EventKind.TYPHOON, level=level, order_no=order)
    waiting = room.desk.ask(AskMode(), "lead-1").proposed
    leader = "duty-1" if level is Response.IV else "director-1"
    room.do(DecideSwitch, "dispatch-1", leader, switch=waiting.id, approve=True, order_no=order)


def test_a_layout_comes_back_after_a_restart_without_the_forms(
    qtbot: QtBot, street: Callable[[], Room], tmp_path: Path
) -> None:
    with shown(qtbot, street(), tmp_path) as desk:
        desk.window.addDockWidget(LEFT, desk.window.panel("charts"))
        desk.window.panel("roster").close()
        for name in forms(desk):
            desk.window.show_panel(name)
    with shown(qtbot, street(), tmp_path) as desk:
        assert stands(desk, "charts") == LEFT
        assert desk.window.panel("roster").isHidden()
        assert [name for name in forms(desk) if not desk.window.panel(name).isHidden()] == []
        focus = QApplication.focusWidget()
        assert focus is None or desk.window.isAncestorOf(focus)


def test_each_person_finds_their_own_and_a_newcomer_the_usual_one(
    qtbot: QtBot, street: Callable[[], Room], tmp_path: Path
) -> None:
    room = street()
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        desk, window = found.desk, found.desk.window
        settle(qtbot, desk)
        window.addDockWidget(LEFT, window.panel("charts"))
        qtbot.waitActive(window)
        window.go("intake")
        desk.intake.form.focus_field("words")
        typing = QApplication.focusWidget()
        sit(qtbot, desk, room, "dispatch-1")
        assert stands(desk, "charts") == BELOW
        assert QApplication.focusWidget() is typing and typing.isVisible()
        window.addDockWidget(RIGHT, window.panel("case"))
        sit(qtbot, desk, room, "lead-1")
        assert (stands(desk, "charts"), stands(desk, "case")) == (LEFT, BELOW)
        sit(qtbot, desk, room, "dispatch-1")
        assert (stands(desk, "charts"), stands(desk, "case")) == (BELOW, RIGHT)


def test_normal_working_and_an_emergency_are_kept_apart(
    qtbot: QtBot, street: Callable[[], Room], tmp_path: Path
) -> None:
    room = street()
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        desk, window = found.desk, found.desk.window
        settle(qtbot, desk)
        window.addDockWidget(LEFT, window.panel("charts"))
        settle(qtbot, desk)
        switch(room, Response.III, "防-1")
        qtbot.waitUntil(lambda: desk.doors.mode.layout.now == "map")
        settle(qtbot, desk)
        assert not window.panel("mode").isHidden() and window.panel("charts").isHidden()
        window.addDockWidget(LEFT, window.panel("mode"))
        settle(qtbot, desk)
        sit(qtbot, desk, room, "dispatch-1")
        assert stands(desk, "mode") == RIGHT and not window.panel("mode").isHidden()
        sit(qtbot, desk, room, "lead-1")
        assert stands(desk, "mode") == LEFT
        switch(room, None, "防-2")
        qtbot.waitUntil(lambda: desk.doors.mode.layout.now == "own")
        settle(qtbot, desk)
        assert stands(desk, "charts") == LEFT and window.panel("mode").isHidden()
        switch(room, Response.III, "防-3")
        qtbot.waitUntil(lambda: desk.doors.mode.layout.now == "map")
    with opened(qtbot, street(), tmp_path / "data", person="lead-1") as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.doors.mode.layout.now == "map")
        assert stands(desk, "mode") == LEFT and not desk.window.panel("mode").isHidden()
        assert desk.window.own_state is not None


def test_what_cannot_be_read_is_the_usual_layout_and_no_panel_is_lost(
    qtbot: QtBot, street: Callable[[], Room], tmp_path: Path
) -> None:
    with shown(qtbot, street(), tmp_path) as desk:
        desk.window.panel("roster").close()
    path = tmp_path / "data" / "habits" / "lead-1.json"
    good = json.loads(path.read_text("utf-8"))["layouts"]["own"]["state"]
    for nothing in (None, "nonsense", {}, {"state": 7}, {"state": "%%%"}):
        assert _state(nothing) is None
    for spoilt in (
        {"own": "nonsense"},
        {"own": {"state": good[:80], "out": {}}},
        {"own": {"state": good, "out": {"case": ["x"], "nobody": 1}}},
    ):
        path.write_text(json.dumps({"layouts": spoilt}), "utf-8")
        with shown(qtbot, street(), tmp_path) as desk:
            for name, dock in desk.window.docks.items():
                assert dock.isFloating() or stands(desk, name) != AREAS.NoDockWidgetArea
                desk.window.show_panel(name)
                assert not dock.isHidden(), name


def test_the_delivered_and_the_saved_layout_come_by_key(
    qtbot: QtBot, street: Callable[[], Room], tmp_path: Path
) -> None:
    with shown(qtbot, street(), tmp_path) as desk:
        window = desk.window
        window.go("queue")
        window.addDockWidget(LEFT, window.panel("charts"))
        qtbot.keyClick(desk.queue.view, Qt.Key.Key_L, CTRL | ALT)
        settle(qtbot, desk)
        qtbot.keyClick(desk.queue.view, Qt.Key.Key_L, CTRL | SHIFT)
        assert stands(desk, "charts") == BELOW
        settle(qtbot, desk)
        kept = json.loads((tmp_path / "data" / "habits" / "lead-1.json").read_text("utf-8"))
        assert "layouts" not in kept
        qtbot.keyClick(desk.queue.view, Qt.Key.Key_L, CTRL | ALT | SHIFT)
        assert stands(desk, "charts") == LEFT
