"""The band names the shift by the roster, and by who is on shift as long as there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import DutyLine, PlanDuties, PublishDuties, SetPersonShift
from commandcenter.domain.duty import Post
from tests.fakes import Room, open_room
from tests.ui.deskroom import at_work, board, since
from ui.band import Band
from ui.band_parts import Part

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DAY = date(2025, 9, 29)
CREW = {"day": ("duty-1", "lead-1", "dispatch-1"), "night": ("duty-1", "lead-2", "dispatch-2")}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2025-09-29 07:00")
    yield made
    made.center.close()


def test_the_band_follows_the_roster_from_shift_to_shift(qtbot: QtBot, room: Room) -> None:
    with at_work(room) as desk:
        band = Band(desk)
        qtbot.addWidget(band)
        said = {one.objectName(): one for one in band.findChildren(Part)}
        name = desk.reference.names.get
        first = board(room)
        band.load(first)
        band._tick()
        assert said["band_shift"].text == "夜班"
        lines = tuple(
            DutyLine(day=DAY, shift=shift, post=post, person=person)
            for shift, crew in CREW.items()
            for post, person in zip(Post, crew, strict=False)
        )
        given = {"first": DAY, "last": DAY}
        room.do(PlanDuties, "lead-1", pattern="day_night", lines=lines, **given)
        room.do(PublishDuties, "lead-1", **given)
        room.clock.set("08:00")
        room.desk.tick()
        band.apply(since(room, first.seq))
        qtbot.waitUntil(lambda: said["band_shift"].text == "白班 至 17:00")
        assert said["band_shift_lead"].text == f"值班长 {name('lead-1')}"
        tip = said["band_shift"].toolTip()
        assert "接班：夜班 09-29 17:00 起" in tip and f"值班长 {name('lead-2')}" in tip
        assert f"另在岗：{name('dispatch-2')}" in tip
        room.do(SetPersonShift, "lead-1", person="intake-3", on_shift=True)
        band.apply(since(room, first.seq))
        qtbot.waitUntil(lambda: str(name("intake-3")) in said["band_shift"].toolTip())
        room.clock.set("17:00")
        band._tick()  # the end of the shift by the clock, before the journal says anything
        qtbot.waitUntil(lambda: said["band_shift"].text == "夜班 至 08:00")
        assert said["band_dispatcher"].text == f"调度员 {name('dispatch-2')}"
        room.clock.set("2025-09-30 08:00")
        band._tick()
        qtbot.waitUntil(lambda: said["band_shift"].text == "白班")
