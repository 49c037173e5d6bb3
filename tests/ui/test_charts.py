"""The charts: the numbers they show are the Desk's, and follow it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase, VoidCase
from tests.fakes import Room
from tests.ui.deskroom import PETROL, RUBBISH, at_work, board, morning, since
from ui.context import DeskContext
from ui.palette import DARK, LIGHT, use
from ui.panels.charts import ChartsPanel, unit_lamps

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with morning(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[DeskContext]:
    with at_work(room) as context:
        yield context


@pytest.fixture
def charts(qtbot: QtBot, desk: DeskContext) -> Iterator[ChartsPanel]:
    panel = ChartsPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(620, 180)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    panel.stop()
    use(DARK)


def filed(panel: ChartsPanel) -> int | None:
    flow = panel.flow.flow if panel.flow else None
    return sum(flow.filed) if flow else None


def test_the_flow_counts_what_was_filed_and_follows_the_feed(
    qtbot: QtBot, room: Room, charts: ChartsPanel
):
    case = room.report(RUBBISH)
    room.do(FileCase, "lead-1", case=case)
    first = board(room)
    charts.load(first)
    charts.start()
    qtbot.waitUntil(lambda: filed(charts) == 1)
    other = room.report(PETROL)
    room.do(FileCase, "lead-1", case=other)
    charts.apply(since(room, first.seq))
    qtbot.waitUntil(lambda: filed(charts) == 2)
    assert charts.flow is not None
    assert len(charts.flow.hours) == 12


def test_lamps_are_counted_by_lead_unit_and_the_inbox_is_not(room: Room) -> None:
    case = room.report(PETROL)
    room.do(FileCase, "lead-1", case=case)
    room.report(RUBBISH)
    lines, now = board(room).cases, room.clock()
    units: dict[str, str] = {}
    assert unit_lamps(lines, units, now, "未派") == [("未派", (0, 0, 1))]
    later = now + timedelta(hours=3)
    assert unit_lamps(lines, units, later, "未派") == [("未派", (1, 0, 0))]


def test_an_ended_case_leaves_the_lamps(qtbot: QtBot, room: Room, charts: ChartsPanel):
    case = room.report(RUBBISH)
    room.do(FileCase, "lead-1", case=case)
    first = board(room)
    charts.load(first)
    charts.start()
    assert charts.lamps is not None
    assert [sum(numbers) for _, numbers in charts.lamps.loads] == [1]
    room.do(VoidCase, "lead-1", case=case, reason="mistake")
    charts.apply(since(room, first.seq))
    lamps = charts.lamps
    qtbot.waitUntil(lambda: lamps.loads == [])


def test_a_change_of_theme_repaints(qtbot: QtBot, room: Room, charts: ChartsPanel):
    charts.load(board(room))
    charts.start()
    assert charts.flow is not None
    grounds = []
    for chosen in (DARK, LIGHT):
        use(chosen)
        charts.set_theme(chosen)
        grounds.append(charts.flow.plot.grab().toImage().pixelColor(1, 1))
    assert grounds == [QColor(DARK.panel), QColor(LIGHT.panel)]


def test_more_units_than_rows_are_summed_in_the_last(qtbot: QtBot, charts: ChartsPanel):
    charts.start()
    assert charts.lamps is not None
    loads = [(f"第{n}所", (1, 1, 1)) for n in range(30)]
    charts.lamps.show_loads(loads)
    shown = charts.lamps.shown()
    assert len(shown) < 30
    assert shown[-1][0] == f"其余 {30 - len(shown) + 1} 家"
    assert sum(sum(numbers) for _, numbers in shown) == 90
