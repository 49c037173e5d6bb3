"""Levels on the screen: head, queue, filter, the panel of what each level solved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.clock import Lamp
from commandcenter.domain.commands import RaiseCase, ReportCase
from commandcenter.domain.tier import Tier
from tests.fakes import Room
from tests.ui.deskroom import GRID, morning
from tests.ui.deskseat import DeskSeat, seat_at
from tests.ui.queuefakes import BLANK, NOW
from ui.models.queue_cells import Column, badges, lamps, left_cell, tip
from ui.models.queue_filter import Eye, QueueFilter
from ui.panels.case_head import CaseHead
from ui.panels.glance import Glance
from ui.panels.tiers import TiersPanel
from ui.words.tier_texts import TIER_DEFINITIONS, TIER_HEADS

WAITING = replace(
    BLANK,
    id="a",
    state=CaseState.REPORTED,
    tier=Tier.COMMUNITY,
    tier_due=NOW + timedelta(hours=1),
    tier_yellow=NOW - timedelta(minutes=1),
)


def test_the_level_s_clock_lights_the_lamp_of_what_it_has() -> None:
    assert lamps(WAITING, NOW).worst is Lamp.YELLOW
    assert lamps(WAITING, NOW + timedelta(hours=2)).worst is Lamp.RED
    filed = replace(WAITING, state=CaseState.FILED, tier=Tier.STREET)
    assert lamps(filed, NOW + timedelta(hours=2)).worst is None
    with_district = replace(WAITING, state=CaseState.ESCALATED, tier=Tier.DISTRICT)
    assert lamps(with_district, NOW + timedelta(hours=2)).worst is Lamp.RED
    assert left_cell(with_district, NOW) == ("剩 1:00", "lamp_yellow", False)
    assert left_cell(with_district, NOW + timedelta(hours=2)).text == "超 1:00"


def test_queue_says_the_level_and_takes_it_as_a_filter() -> None:
    assert [mark.text for mark in badges(WAITING)] == ["社"]
    assert badges(replace(WAITING, tier=Tier.STREET)) == ()
    assert "② 社区" in tip(WAITING, Column.STATE, NOW, {})
    assert "社区时限" in tip(WAITING, Column.LEFT, NOW, {})
    assert all(check(WAITING) for check in QueueFilter(tier="community").checks(Eye()))
    assert not all(check(WAITING) for check in QueueFilter(tier="grid").checks(Eye()))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with morning(tmp_path) as found:
        yield found


def report(room: Room) -> str:
    given = {"item": "01-02", "source": Source.GRID, "words": "垃圾", "place": "街口"}
    return room.do(ReportCase, "member-070", grid=GRID, **given).subject


@pytest.fixture
def seat(qtbot: QtBot, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "lead-1", TiersPanel, (900, 400)) as found:
        yield found
        found.panel.stop()


def test_the_head_names_the_level_and_counts_its_clock(qtbot: QtBot, room: Room) -> None:
    case = room.case(report(room))
    head = CaseHead()
    qtbot.addWidget(head)
    glance = Glance(now=room.clock(), zone=room.desk.rules.clock.zone, names={})
    head.show_case(case, "暴露垃圾", "街口", glance)
    assert "① 网格" in head._first.text()
    assert "网格时限" in head._second.text() and "正常" in head._second.text()
    head.tick(case, replace(glance, now=room.clock() + timedelta(days=1)))
    assert "■ 超时" in head._second.text()


def test_the_panel_prints_figures_with_their_definitions_and_follows(seat: DeskSeat) -> None:
    seat.until(lambda: seat.panel.figures is not None)
    case = report(seat.room)
    seat.until(lambda: seat.panel.figures.tiers[0].open == 1)
    text = seat.panel.text.toPlainText()
    for told in (*TIER_HEADS.values(), *TIER_DEFINITIONS.values()):
        assert told in text
    assert "① 网格" in text and "全部办结 0 件" in text
    raised = {"reason": "few_hands", "tried": "清了两车没清完"}
    seat.room.do(RaiseCase, "member-070", case=case, **raised)
    seat.until(lambda: [one.open for one in seat.panel.figures.tiers] == [0, 1, 0, 0])
    assert seat.panel.figures.tiers[0].raised == 1
    seat.press(Qt.Key.Key_3)
    seat.until(lambda: (seat.panel.figures.at - seat.panel.figures.since).days == 90)
    with seat.bot.waitSignal(seat.panel.left):
        seat.press(Qt.Key.Key_Escape)


def test_a_unit_s_seat_is_told_why_it_sees_nothing(qtbot: QtBot, room: Room) -> None:
    with seat_at(qtbot, room, "unit-sanitation", TiersPanel) as found:
        assert "看不到" in found.panel.text.toPlainText()
        found.panel.stop()
