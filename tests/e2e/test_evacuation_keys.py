"""Day C's evacuation at the real window by keys alone: 126 people, 3 shelters, 8 left in red."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import Source
from commandcenter.domain.commands import FileCase
from commandcenter.domain.plan import Layer, Response
from tests.e2e.test_window_keys import Seat
from tests.fakes import open_room
from tests.ui.evacfakes import SHELTERS, found, typhoon
from tests.ui.test_app import opened, shown
from tests.walks import drilling
from ui.models import evacuation as model
from ui.models.queue_cells import badges, lamps
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    folder = tmp_path / "data"
    room = open_room(folder, "2025-09-23 06:00")
    with opened(qtbot, room, folder, person="lead-1", map_too=True) as found_:
        qtbot.waitActive(found_.desk.window)
        yield Seat(found_.desk, room, Hands(found_.desk.window), qtbot)


def counts(seat: Seat) -> dict[str, int]:
    """What the panel counts; it hears of it from the feed alone."""
    people = seat.desk.panels["evacuation"].found.people
    return {one.value: n for one, n in model.counts(people).items() if n}


def test_126_people_go_to_three_shelters_by_keys_and_8_stay_red(lead: Seat) -> None:
    typhoon(lead.room)
    panel, bot = lead.desk.panels["evacuation"], lead.bot
    lead.begin("Ctrl+Shift+M", "evacuation")
    bot.waitUntil(lambda: counts(lead) == {"listed": 126})
    assert "1380000" not in "".join(one.text for one in panel.rows.choices())
    lead.keys("F")  # who has gone is hidden from here on
    for digit in ("1", "2"):
        lead.keys("Home", "Down", *["Space"] * 12)  # twelve buildings, one after another
        sent, gone = len(panel.ticked), counts(lead).get("moved", 0)
        assert 46 <= sent <= 48
        lead.keys(digit)
        bot.waitUntil(lambda wanted=gone + sent: counts(lead).get("moved", 0) == wanted)
    rest = 118 - counts(lead)["moved"]
    lead.keys("Ctrl+A")
    for _ in range(8):
        untick_one(lead)
    assert len(panel.ticked) == rest
    lead.keys("3")
    bot.waitUntil(lambda: counts(lead) == {"listed": 8, "moved": 118})
    assert sum(one.used for one in found(lead.room).spots) == 118
    on_map_red(lead)


def untick_one(seat: Seat) -> None:
    """The first person from the top who is still ticked stays."""
    panel = seat.desk.panels["evacuation"]
    seat.keys("Home")
    while True:
        row = panel.rows.choice(panel.list.currentIndex().row())
        assert row is not None
        if row.key in panel.ticked:
            break
        seat.keys("Down")
    seat.keys("Space")


def on_map_red(seat: Seat) -> None:
    """The map has a house with a number for each address that still has people, and no other."""
    layers = seat.desk.map.layers
    assert layers.on == frozenset(Layer)
    seat.bot.waitUntil(lambda: sum(one["count"] for one in layers._told["homes"].values()) == 8)
    there = {one.at_risk.place for one in found(seat.room).people if model.there(one)}
    assert {one["name"] for one in layers._told["homes"].values()} == there
    assert {one["id"] for one in layers._told["spots"].values()} == set(SHELTERS)
    seat.keys("Ctrl+Shift+3")
    assert Layer.EVACUATION not in layers.on


def test_a_held_case_stands_marked_in_the_queue_and_goes_on_by_a_key(lead: Seat) -> None:
    room = lead.room
    case = room.report("01-10", Source.PATROL)
    room.do(FileCase, "lead-1", case=case)
    drilling(room, Response.III, drill=False)
    queue = lead.desk.queue
    lead.bot.waitUntil(lambda: queue.model.row_of(case) >= 0)
    lead.bot.waitUntil(lambda: held(lead, case) == ["‖ 顺延"])
    line = queue.model.line(queue.model.row_of(case))
    assert lamps(line, room.clock()).worst is None
    lead.pick(case)
    lead.begin("Shift+L", "step")
    lead.keys("1", "Ctrl+Return")
    lead.bot.waitUntil(lambda: room.case(case).hold == "exempt")
    lead.bot.waitUntil(lambda: held(lead, case) == [])
    line = queue.model.line(queue.model.row_of(case))
    assert lamps(line, room.clock()).worst is not None


def held(seat: Seat, case: str) -> list[str]:
    """The marks of a case in the queue."""
    queue = seat.desk.queue.model
    return [mark.text for mark in badges(queue.line(queue.row_of(case)))]


def test_a_drill_frames_the_window_and_ends_with_it(lead: Seat) -> None:
    marks = lead.desk.doors.evacuation.marks
    assert not marks.sign.isVisible()
    drilling(lead.room, drill=True)
    lead.bot.waitUntil(marks.sign.isVisible)
    assert lead.desk.window.windowTitle().startswith("【演练】")
    lead.begin("F2", "intake")
    form = lead.desk.intake.form
    lead.bot.waitUntil(form.drill.isVisible)
    assert shown(lead.desk, "intake") and QApplication.focusWidget() is not form.drill
    lead.keys("Alt+Y")
    assert form.drill.isChecked() and form.draft().drill
