"""On the smallest screen no panel makes the window wider than it: wide ones take turns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import open_room
from tests.ui.test_app import opened
from ui import theme
from ui.band_parts import Part
from ui.desk import OpenDesk
from ui.docks import Dock, is_sheet
from ui.doors import NAMES
from ui.rivals import BELOW, HANDOVER, WIDE

SMALL = (1366, 768)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    room = open_room(tmp_path / "data")
    with opened(qtbot, room, tmp_path / "data", map_too=True, person="lead-1") as found:
        found.desk.window.resize(*SMALL)
        qtbot.waitUntil(lambda: found.desk.window.width() == SMALL[0])
        yield found.desk


def shown(desk: OpenDesk, *names: str) -> list[str]:
    return [name for name in names if not desk.window.panel(name).isHidden()]


def test_every_panel_behind_a_door_fits_and_gives_the_room_back(
    qtbot: QtBot, desk: OpenDesk
) -> None:
    before = shown(desk, *BELOW)
    for name in NAMES:
        desk.window.go(name)
        qtbot.waitUntil(lambda: desk.window.minimumSizeHint().width() <= SMALL[0])
        assert desk.window.width() == SMALL[0], name
        assert shown(desk, "queue", name) == ["queue", name]
        desk.window.panel(name).hide()
        qtbot.waitUntil(lambda: shown(desk, *BELOW) == before)


def test_where_room_is_little_the_widest_stand_in_the_queues_place(
    qtbot: QtBot, desk: OpenDesk
) -> None:
    little = QSize(960, 540)
    desk.window.resize(little)
    desk.fittings["cramped"].suit(little)
    desk.window.resize(little)
    qtbot.waitUntil(lambda: desk.window.size() == little)
    before = shown(desk, "queue", "roster", *BELOW)
    for name in NAMES:
        desk.window.go(name)
        qtbot.waitUntil(desk.window.panel(name).isVisible)
        qtbot.waitUntil(lambda: desk.window.minimumSizeHint().width() <= little.width())
        assert desk.window.size() == little, name
        desk.window.panel(name).hide()
        qtbot.waitUntil(lambda: shown(desk, "queue", "roster", *BELOW) == before)


def whole(dock: Dock) -> bool:
    """Whether its panel has all the room it needs, and every part of that can be scrolled to."""
    sheet, inner = dock.widget(), dock.panel
    room = sheet.viewport().size()
    room += QSize(sheet.horizontalScrollBar().maximum(), sheet.verticalScrollBar().maximum())
    least = inner.minimumSizeHint()
    return inner.size().expandedTo(least) == inner.size() == inner.size().boundedTo(room)


def test_on_half_a_small_screen_every_panel_scrolls_and_queue_and_band_stay_readable(
    qtbot: QtBot, desk: OpenDesk
) -> None:
    little = QSize(683, 384)  # 1366x768 at 200 %
    desk.window.resize(little)
    desk.fittings["cramped"].suit(little)
    desk.window.resize(little)
    qtbot.waitUntil(lambda: desk.window.size() == little)
    for name in NAMES:
        desk.doors.by_name()[name].open()
        dock = desk.window.panel(name)
        qtbot.waitUntil(lambda dock=dock: not dock.visibleRegion().isEmpty())
        qtbot.waitUntil(lambda: desk.window.size() == little)
        assert not dock.isFloating() and is_sheet(dock.widget()), name
        qtbot.waitUntil(partial(whole, dock))
    desk.window.go("callback")
    callback = desk.window.panel("callback").panel
    qtbot.waitUntil(lambda: callback.isAncestorOf(QApplication.focusWidget()))
    desk.doors.handover.close()
    desk.window.go("queue")
    rows = desk.queue.view
    qtbot.waitUntil(lambda: rows.viewport().height() >= 5 * theme.row())
    for part in ("inbox", "open", "red", "yellow"):
        assert desk.band.findChild(Part, f"band_{part}").isVisible(), part
    qtbot.waitUntil(desk.map.isVisible)
    desk.map.setFocus()
    qtbot.waitUntil(lambda: desk.map.width() > 200)
    desk.window.go("queue")
    qtbot.waitUntil(lambda: desk.map.width() <= 160)


def test_a_case_is_not_brought_over_the_panel_that_picks_it(qtbot: QtBot, desk: OpenDesk) -> None:
    little = QSize(960, 540)
    desk.window.resize(little)
    desk.fittings["cramped"].suit(little)
    desk.window.go("callback")
    callback, case = desk.window.panel("callback"), desk.window.panel("case")
    assert case in desk.window.tabifiedDockWidgets(callback)
    qtbot.waitUntil(lambda: callback.isAncestorOf(QApplication.focusWidget()))
    desk.selection.set_case("case-1")
    assert not callback.visibleRegion().isEmpty() and case.visibleRegion().isEmpty()
    desk.window.go("queue")
    desk.selection.set_case("case-2")
    qtbot.waitUntil(lambda: not case.visibleRegion().isEmpty())


def test_whoever_is_opened_last_has_the_room(qtbot: QtBot, desk: OpenDesk) -> None:
    for name in (HANDOVER, "duty", "plans", HANDOVER, "mode", "replay", "case"):
        desk.window.go(name)
        qtbot.waitUntil(lambda name=name: shown(desk, name) == [name])
        qtbot.waitUntil(lambda: desk.window.minimumSizeHint().width() <= SMALL[0])
    assert shown(desk, *WIDE, HANDOVER) == [] and shown(desk, "queue") == ["queue"]


def test_a_floating_panel_takes_no_room_until_it_is_docked(qtbot: QtBot, desk: OpenDesk) -> None:
    before, dock = shown(desk, *BELOW), desk.window.panel("duty")
    desk.doors.duty.open()
    qtbot.waitUntil(dock.isVisible)
    assert dock.isFloating() and shown(desk, *BELOW) == before != []
    dock.setFloating(False)
    qtbot.waitUntil(lambda: shown(desk, *BELOW) == [])
    dock.setFloating(True)
    qtbot.waitUntil(lambda: shown(desk, *BELOW) == before)


def test_a_handover_and_the_right_side_take_turns(qtbot: QtBot, desk: OpenDesk) -> None:
    other = "intake"
    for name, yields in ((other, HANDOVER), (HANDOVER, other), (other, HANDOVER)):
        desk.window.go(name)
        qtbot.waitUntil(lambda name=name: desk.window.panel(name).isVisible())
        assert shown(desk, yields, "queue") == ["queue"]
        qtbot.waitUntil(lambda: desk.window.minimumSizeHint().width() <= SMALL[0])
    desk.window.go(HANDOVER)
    desk.window.go("help")
    assert shown(desk, "roster", other, "help", HANDOVER) == ["help", HANDOVER]
    qtbot.waitUntil(lambda: desk.window.minimumSizeHint().width() <= SMALL[0])
    desk.doors.handover.close()
    assert shown(desk, "roster", other, HANDOVER) == ["roster", other]
    qtbot.waitUntil(desk.map.isVisible)
