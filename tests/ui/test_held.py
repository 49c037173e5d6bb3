"""What an emergency holds: a sign and what was left, no lamp, no alarm, below what runs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import Source
from commandcenter.domain.plan import Response
from commandcenter.services.views import CaseLine
from tests.fakes import Room
from tests.ui.deskroom import line as line_of
from tests.ui.queuefakes import NOW, Steps, board, inbox, line, shown
from tests.walks import drilling, filed, signed
from ui.alarms import alarms
from ui.models.lines import lamp_counts
from ui.models.queue import BADGES, LAMPS, QueueModel
from ui.models.queue_cells import Column, Lamps, badges, cell, lamps, left_cell, tip
from ui.models.queue_filter import QueueFilter
from ui.panels.case_head import CaseHead
from ui.panels.glance import Glance
from ui.panels.map_rows import case_row, grid_loads

HELD = {"hold": "deferred", "held_at": NOW - timedelta(hours=3)}


def late(case: str = "1", **more: object) -> CaseLine:
    """A case that would be an hour over its time, had its clock not stood for three hours."""
    return line(case, -60, stage=None, grid="440113120213002", **{**HELD, **more})


def test_a_held_case_says_what_was_left_and_has_no_lamp() -> None:
    one = late()
    assert lamps(one, NOW) == Lamps(None, None)
    assert left_cell(one, NOW).text == "停 2:00"
    assert [mark.text for mark in badges(one)] == ["‖ 顺延"]
    assert "时限停走" in tip(one, Column.LEFT, NOW, {})
    assert left_cell(late(hold="exempt"), NOW).text.startswith("超")
    assert badges(late(hold="suspended"))[0].text == "‖ 暂停"
    assert badges(late(hold="exempt")) == ()
    both = badges(late(drill=True, urged=2))
    assert [mark.text for mark in both] == ["演练 ‖ 顺延", "催×2"] and both[0].bold


def test_a_held_case_rings_no_alarm_and_counts_as_no_lamp() -> None:
    held, running = late(), line("2", -60, grid="440113120213002")
    assert [one.case for one in alarms([held, running], NOW)] == ["2"]
    assert sum(lamp_counts([held], NOW).values()) - lamp_counts([held], NOW)[None] == 0
    assert grid_loads([held], NOW)["440113120213002"]["lamp"] == "none"
    row = case_row(late(lon=113.4, lat=22.9), {}, {}, NOW)
    assert row is not None and (row["lamp"], row["state"]) == ("none", "处置中 · 顺延")
    docket = late(docket_due=NOW - timedelta(hours=1), docket_yellow=NOW - timedelta(hours=2))
    assert [one.kind for one in alarms([docket], NOW)] == ["docket_red"]


def test_drills_stand_in_no_number_of_the_screen() -> None:
    drill = line("3", -60, drill=True, grid="440113120213002")
    assert not lamp_counts([drill], NOW) and grid_loads([drill], NOW) == {}
    assert [one.case for one in alarms([drill], NOW)] == ["3"]
    row = case_row(line("3", lon=113.4, lat=22.9, drill=True), {"21-903": "危化"}, {}, NOW)
    assert row is not None and row["label"] == "演练 危化"


def test_held_cases_lie_below_what_runs_and_are_found_by_a_filter(qtbot: QtBot) -> None:
    model = QueueModel({}, Steps().now)
    model.load(
        board(late("1"), line("2", 600), inbox("3", 5), line("4", None), late("5", drill=True))
    )
    assert shown(model)[:3] == ["3", "2", "4"] and set(shown(model)[3:]) == {"1", "5"}
    model.set_filter(QueueFilter(group="held"))
    assert set(shown(model)) == {"1", "5"}
    model.set_filter(QueueFilter(group="drill"))
    assert shown(model) == ["5"]
    model.set_filter(QueueFilter(lamp="red"))
    assert shown(model) == []
    model.set_filter(QueueFilter(text="顺延"))
    assert set(shown(model)) == {"1", "5"}
    index = model.index(0, Column.STATE)
    assert model.data(index, LAMPS) == Lamps(None, None)
    assert model.data(index, BADGES)[0].bold  # never hidden behind a +2


@pytest.mark.parametrize("level, word", [(Response.III, "顺延"), (Response.II, "暂停")])
def test_the_desk_tells_a_held_case_with_what_was_left(
    qtbot: QtBot, room: Room, level: Response, word: str
) -> None:
    patrol = filed(room, item="01-10", source=Source.PATROL)
    general = signed(room, item="01-02")
    drilling(room, Response.III, drill=False)
    case = patrol if level is Response.III else general
    if level is Response.II:
        room.clock.pass_(minutes=10)
        drilling(room, level, drill=False)
    seen = line_of(room, case)
    assert badges(seen)[0].text == f"‖ {word}"
    stood = left_cell(seen, room.clock())
    room.clock.pass_(hours=30)
    assert left_cell(line_of(room, case), room.clock()) == stood and stood.text.startswith("停 ")
    head = CaseHead()
    qtbot.addWidget(head)
    glance = Glance(room.clock(), room.desk.rules.clock.zone, {}, "")
    head.show_case(room.case(case), "事项", "地点", glance)
    assert f"‖ {word}，" in head._second.text() and "时限停走：" in head._second.text()
    assert cell(seen, Column.LAMP, room.clock(), {}).text == "环节无，全案无"
