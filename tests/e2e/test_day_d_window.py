"""Day D (domain.md section 11) through the real window, by keys alone, with a kill in between."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.app import open_center
from commandcenter.domain.handover import Handover
from commandcenter.services.handover_views import AskHandover, AskHandovers, HandoverView
from tests.e2e.test_day_d import DAY, WORDS, twelve
from tests.e2e.test_window_keys import Seat
from tests.fakes import Room, open_room
from tests.ui.test_app import opened
from ui.panels.handover_page import HandoverPage
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@contextmanager
def sitting(bot: QtBot, room: Room, folder: Path, person: str) -> Iterator[Seat]:
    with opened(bot, room, folder, person=person, map_too=True) as found:
        bot.waitActive(found.desk.window)
        yield Seat(found.desk, room, Hands(found.desk.window), bot)


def page(seat: Seat) -> HandoverPage:
    """The handover in front, opened by its key."""
    found: HandoverPage = seat.desk.panels["handover"].page
    if not found.isVisible():
        seat.desk.window.go("queue")
        seat.keys("Ctrl+Shift+H")
        seat.bot.waitUntil(lambda: found.isVisible() and found.view is not None)
        seat.bot.waitUntil(found.items.hasFocus)
    return found


def record(room: Room) -> Handover:
    """The newest one that is stored."""
    newest: Handover = room.desk.ask(AskHandovers(), "lead-1").handovers[0]
    return newest


def seen(room: Room) -> HandoverView:
    found: HandoverView = room.desk.ask(AskHandover(handover=record(room).id), "lead-1")
    return found


def progress(seat: Seat, done: int, many: int) -> None:
    wanted = f"已确认 {done}/{many}"
    seat.bot.waitUntil(lambda: page(seat).progress.text().startswith(wanted))


def sign(seat: Seat, person: str, twice: bool) -> None:
    """The strip is open and asks this person; the own password, twice when it is set by it."""
    strip = page(seat).sign
    seat.bot.waitUntil(lambda: strip.isVisible() and strip.person.currentData() == person)
    seat.bot.waitUntil(lambda: strip.again.isVisible() == twice and strip.password.hasFocus())
    seat.hands.type(WORDS[person])
    if twice:
        seat.keys("Tab")
        seat.hands.type(WORDS[person])
    seat.keys("Return")


def frozen_at_eight(seat: Seat) -> None:
    """07:45 the draft of twelve, 08:00 frozen for lead-2, by keys."""
    here = page(seat)
    assert here.items.rows.rowCount() == 12 and "草稿" in here.title.text()
    assert seat.desk.window.panel("queue").isVisible() and not seat.desk.map.isVisible()
    seat.keys("Down")
    shown = here.items.current().case
    seat.bot.waitUntil(lambda: seat.desk.case.view and seat.desk.case.view.case.id == shown)
    seat.room.clock.set("08:00")
    seat.keys("Ctrl+Return")
    assert here.freeze.incoming.currentData() == "lead-2"
    seat.keys("Ctrl+Return")
    seat.bot.waitUntil(lambda: here.running is not None)
    progress(seat, 0, 12)


def taken_over(seat: Seat, arrived: list[str]) -> None:
    """08:00 to 08:18: the incoming sits down and takes all but one, then what came late."""
    here, room = page(seat), seat.room
    seat.keys("T")
    seat.bot.waitUntil(lambda: seat.desk.context.who == "lead-2")
    seat.bot.waitUntil(here.items.hasFocus)
    seat.keys("Home")
    for _ in range(11):
        seat.keys("Return")
    progress(seat, 11, 12)
    room.clock.set("08:07")
    arrived.append(room.report(place="新报路口"))
    progress(seat, 11, 13)
    seat.keys("Ctrl+Return")
    sign(seat, "lead-2", twice=True)
    seat.bot.waitUntil(lambda: "还不能签字" in here.note.text())
    assert seen(room).handover.in_signed_at is None
    for at in ("08:16", "08:18"):
        room.clock.set(at)
        seat.keys("Ctrl+Down" if here.note.isVisible() else "J", "Return")
        progress(seat, 12 if at == "08:16" else 13, 13)


def test_day_d_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    room = open_room(before, "2025-10-15 16:00")
    cases, arrived = twelve(room), list[str]()
    room.clock.set(f"{DAY} 07:45")
    with sitting(qtbot, room, before, "lead-1") as seat:
        frozen_at_eight(seat)
        shutil.copytree(before, after)  # what a killed desk leaves behind
    room = Room(open_center(after, now=room.clock), room.clock)
    with sitting(qtbot, room, after, "lead-1") as seat:
        assert page(seat).running is not None
        taken_over(seat, arrived)
        owners = {one: room.case(one).owner for one in cases}
        assert not {"lead-2"} & set(owners.values())
        room.clock.set("08:20")
        seat.keys("Ctrl+Return")
        page(seat).sign.person.setFocus()
        seat.keys("Up")
        page(seat).sign.password.setFocus()
        sign(seat, "lead-1", twice=True)
        seat.bot.waitUntil(lambda: record(room).out_signed_at is not None)
        assert {one: room.case(one).owner for one in cases} == owners
        room.clock.set("08:21")
        sign(seat, "lead-2", twice=True)
        seat.bot.waitUntil(lambda: "已签字" in page(seat).title.text())
        assert {room.case(one).owner for one in (*cases, *arrived)} == {"lead-2"}
        signed(seat)
        assert room.center.verify().good and not room.center.differences()


def signed(seat: Seat) -> None:
    """Both signatures, hash and head are read on the screen; a correction is an addendum."""
    room, done = seat.room, seen(seat.room)
    text = page(seat).parts.toPlainText()
    assert done.good and "✓ 10-16 08:20 签字" in text and "✓ 10-16 08:21 签字" in text
    assert done.handover.hash[:16] in text and done.parts.head[:16] in text
    assert f"第 {done.parts.head_seq} 条" in text
    room.clock.set("08:40")
    count = room.desk.changes(0).seq
    seat.bot.waitUntil(page(seat).items.hasFocus)
    seat.keys("Home", "Return", "Q", "Ctrl+Del", "Ctrl+Return")
    assert QApplication.focusWidget() is page(seat).items and room.desk.changes(0).seq == count
    seat.keys("A")
    seat.hands.type("更正：第3件承诺为14时")
    seat.keys("Return")
    seat.bot.waitUntil(lambda: "更正：第3件承诺为14时" in page(seat).parts.toPlainText())
    assert seen(room).handover == done.handover
    seat.keys("Escape")
    seat.bot.waitUntil(lambda: "草稿" in page(seat).title.text())
    seat.keys("Escape")
    seat.bot.waitUntil(lambda: seat.desk.map.isVisible() and not page_open(seat))


def page_open(seat: Seat) -> bool:
    return bool(seat.desk.window.panel("handover").isVisible())
