"""The wall: figures and the five worst without a person, turning pages, no key taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from commandcenter.domain.clock import Lamp
from commandcenter.services.views import AskReference
from tests.fakes import Room
from tests.ui.deskroom import board
from tests.ui.test_app import Opened, opened
from tests.ui.test_layouts import ALT, CTRL
from tests.walks import dispatched, filed, signed
from ui.models.lines import lamp_counts
from ui.palette import LIGHT
from ui.remote.lock import ScreenLock
from ui.wall.figures import GRAIN, MOST, case_mark, street_names, tiles, worst
from ui.wall.window import WallWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SECRET, PLACE = "13812345678", "海傍路 7 号 3 单元 501"
CALLER = {"place": PLACE, "caller_name": "钱多多", "caller_phone": SECRET}


@pytest.fixture
def at_desk(qtbot: QtBot, room: Room, tmp_path: Path) -> Iterator[Opened]:
    """A desk with cases, some of them late, with a complainant and words of their own."""
    for _ in range(3):
        filed(room, item="01-10", words="钱多多家门口", **CALLER)
    dispatched(room)
    signed(room, item="01-08")
    room.clock.pass_(hours=9)
    with opened(qtbot, room, tmp_path / "desk", person="lead-1") as found:
        yield found


def wall_of(qtbot: QtBot, found: Opened) -> WallWindow:
    """The wall, opened by its key, with its map drawn."""
    desk = found.desk
    qtbot.waitActive(desk.window)
    desk.window.go("queue")
    qtbot.keyClick(desk.queue.view, Qt.Key.Key_F, CTRL | ALT)
    window = desk.fittings["wall"].window
    assert window is not None
    qtbot.waitUntil(lambda: window.map.view.is_ready)
    return window


def people_of(room: Room) -> set[str]:
    """The names of everybody who works here."""
    seen, names = board(room), room.desk.ask(AskReference(), "lead-1").names
    found = {names[one.id] for one in (*seen.people, *seen.officers)}
    assert len(found) > 20
    return found


def said(window: QWidget) -> str:
    """All that the wall says, or could tell a screen reader."""
    parts = [window, *window.findChildren(QWidget)]
    found = [window.windowTitle()]
    for one in parts:
        text = getattr(one, "text", "")
        found += [text if isinstance(text, str) else text(), one.accessibleName(), one.toolTip()]
    return "\n".join(found)


def test_the_figures_are_those_of_the_desk_and_a_case_is_told_without_its_place(
    room: Room,
) -> None:
    filed(room, item="01-10", **CALLER)
    dispatched(room)
    room.clock.pass_(hours=9)
    seen, reference = board(room), room.desk.ask(AskReference(), "lead-1")
    now, names = room.clock(), street_names(reference)
    count = lamp_counts(seen.cases, now)
    told = {one.name: one.count for one in tiles(seen.cases, seen.figures, now)}
    assert told["超时"] == count[Lamp.RED] > 0
    assert sum((told["超时"], told["将到期"], told["正常"])) == sum(count.values())
    assert told["今日立案"] == seen.figures.filed
    first, *rest = worst(seen.cases, names, now)
    assert len(rest) < MOST and first.left.startswith("超")
    assert names and not people_of(room) & set(names.values())
    line = next(one for one in seen.cases if one.place == PLACE)
    mark = case_mark(line, names, {}, now)
    if mark is not None:
        assert (mark["lon"] / GRAIN) == pytest.approx(round(mark["lon"] / GRAIN))
        assert PLACE not in str(mark)


def test_it_says_no_person_no_telephone_and_no_free_word(qtbot: QtBot, at_desk: Opened) -> None:
    room, window = at_desk.room, wall_of(qtbot, at_desk)
    qtbot.waitUntil(
        lambda: all(chart.table for page in window.charts for chart in page.charts.values())
    )
    reference = room.desk.ask(AskReference(), "lead-1")
    people = people_of(room)
    assert len(said(window)) > 300
    drawn = "\n".join(map(str, window.map._told.values()))
    for text in (said(window), drawn):
        assert [name for name in people if name in text] == []
        assert [one for one in reference.phones.values() if one and one in text] == []
        for secret in ("钱多多", SECRET, SECRET[-4:], PLACE, "501", "海傍路 7"):
            assert secret not in text
    numbers = [one.number[-6:] for one in board(room).cases if one.number]
    assert sum(number in said(window) for number in numbers) == min(MOST, len(numbers))


def test_pages_turn_are_held_and_follow_the_feed_and_the_theme(
    qtbot: QtBot, at_desk: Opened
) -> None:
    desk, room, window = at_desk.desk, at_desk.room, wall_of(qtbot, at_desk)
    window._turning.setInterval(50)
    qtbot.waitUntil(lambda: window.page == 2)
    window.hold()
    page = window.page
    assert window.held and "已停住" in said(window) and not window._turning.isActive()
    window.next_page()
    assert window.page == page + 1 and not window._turning.isActive()
    before = said(window)
    filed(room, item="04-06")
    qtbot.waitUntil(lambda: said(window) != before and "道路积水" in said(window))
    desk.window.set_theme(LIGHT)
    assert window.charts[0].charts["flow"].plot.backgroundBrush().color().name() == LIGHT.panel


def test_on_the_only_screen_esc_gives_the_keyboard_back_and_the_map_goes(
    qtbot: QtBot, at_desk: Opened
) -> None:
    desk, window = at_desk.desk, wall_of(qtbot, at_desk)
    qtbot.waitActive(window)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.held
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert desk.fittings["wall"].window is None and not window.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.queue.view)
    assert window.map.view._web is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.fittings["wall"].toggle()
    desk.fittings["wall"].toggle()
    assert desk.fittings["wall"].window is None


def test_beside_the_desk_it_never_takes_the_keyboard(qtbot: QtBot, at_desk: Opened) -> None:
    desk = at_desk.desk
    qtbot.waitActive(desk.window)
    desk.window.go("queue")
    beside = WallWindow(desk, desk.window.screen(), over=False)
    beside.open()
    beside.load(desk.panels.board())
    qtbot.waitUntil(lambda: beside.map.view.is_ready)
    assert beside.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.queue.view)
    desk.fittings["popouts"].send_out("case")
    lock = ScreenLock(desk.window, desk.worker, lambda password: None, lambda: "值班长")
    lock.lock()
    out = desk.window.panel("case")
    assert beside.isVisible() and not out.isVisible(), "what has people on it is hidden"
    lock.cover.password.setText("x")
    qtbot.keyClick(lock.cover.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not lock.locked)
    assert out.isVisible()
    lock.stop()
    beside.stop()
    beside.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
