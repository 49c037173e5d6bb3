"""Layers of the level on the live map, and marks of a drill on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import DecideSwitch, MoveAtRisk, ProposeSwitch
from commandcenter.domain.emergency import Moved
from commandcenter.domain.plan import EventKind, Layer, Response
from commandcenter.services.emergency_views import AskMode
from commandcenter.services.relief_views import AskReliefMap
from tests.fakes import Room, open_room
from tests.ui.deskroom import at_work, board, since
from tests.ui.evacfakes import SHELTERS, found, typhoon
from tests.ui.mapstand import drawn_map, on_map
from tests.walks import drilling
from ui.context import DeskContext
from ui.drill import DrillMarks
from ui.palette import DARK
from ui.panels.intake import IntakePanel
from ui.panels.map import MapPanel
from ui.panels.map_layers import home_row, spot_row
from ui.window import DeskWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street")
    yield made
    made.center.close()


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[DeskContext]:
    with at_work(room) as context:
        yield context


@pytest.fixture
def panel(qtbot: QtBot, desk: DeskContext) -> Iterator[MapPanel]:
    with drawn_map(qtbot, desk, (900, 600)) as made:
        yield made


def test_a_level_brings_its_layers_and_who_has_gone_leaves_the_map(
    qtbot: QtBot, room: Room, desk: DeskContext, panel: MapPanel
) -> None:
    typhoon(room, people=8)
    assert panel.layers.on == frozenset()
    first = board(room)
    desk.mode.load(first)
    assert panel.layers.on == frozenset(Layer)
    homes = [f"440113120213/海傍路{n}号" for n in (1, 2)]
    qtbot.waitUntil(lambda: all(on_map(qtbot, panel, one) for one in (*homes, *SHELTERS)))
    people = [one.at_risk for one in found(room).people if one.at_risk.place == "海傍路1号"]
    ids = tuple(one.id for one in people)
    room.do(MoveAtRisk, "lead-1", people=ids, state=Moved.MOVED, spot=SHELTERS[0])
    panel.apply(since(room, first.seq))
    qtbot.waitUntil(lambda: not on_map(qtbot, panel, homes[0]))
    assert on_map(qtbot, panel, homes[1])


def test_a_layer_turned_by_hand_stays_until_the_level_changes(
    room: Room, desk: DeskContext, panel: MapPanel
) -> None:
    assert panel.toggle_layer(Layer.SHELTERS) and panel.layers.on == {Layer.SHELTERS}
    drilling(room, Response.IV)
    desk.mode.load(board(room))
    assert panel.layers.on == frozenset()
    assert panel.toggle_layer(Layer.DANGERS)
    room.report("01-02")
    desk.mode.load(board(room))
    assert panel.layers.on == {Layer.DANGERS}
    assert not panel.toggle_layer(Layer.DANGERS) and panel.layers.on == frozenset()


def test_rows_of_the_layers_say_number_and_use(room: Room) -> None:
    typhoon(room, people=5)
    people = [one.at_risk.id for one in found(room).people]
    room.do(MoveAtRisk, "lead-1", people=(people[0],), state=Moved.REFUSED)
    room.do(MoveAtRisk, "lead-1", people=(people[1],), state=Moved.MOVED, spot=SHELTERS[0])
    seen = room.desk.ask(AskReliefMap(), "lead-1")
    rows = [home_row(one) for one in seen.addresses]
    assert [(one["count"], one["refused"], one["note"]) for one in rows if one] == [
        (3, 1, "还有 3 人，其中不愿 1"),
        (1, 0, "还有 1 人"),
    ]
    assert [spot_row(one)["note"] for one in seen.spots] == ["1/60", "余 60/60", "余 60/60"]


def test_a_drill_is_marked_on_window_and_docks_and_offered_at_intake(
    qtbot: QtBot, room: Room, desk: DeskContext, tmp_path: Path
) -> None:
    window = DeskWindow(tmp_path, DARK)
    qtbot.addWidget(window)
    intake = IntakePanel(desk)
    dock = window.add_panel(
        "intake", "受理", intake, Qt.DockWidgetArea.RightDockWidgetArea, "panel.intake"
    )
    marks = DrillMarks(window, desk.mode)
    window.show()
    assert not marks.sign.isVisible() and not any(one.isVisible() for one in marks.edges)
    assert intake.form.drill.isHidden() and not intake.form.draft().drill
    drilling(room)
    desk.mode.load(board(room))
    assert marks.sign.isVisible() and all(one.isVisible() for one in marks.edges)
    assert window.windowTitle().startswith("【演练】")
    assert dock.titleBarWidget()._drill.isVisibleTo(dock)
    assert not intake.form.drill.isHidden()
    intake.form.drill.setChecked(True)
    assert intake.form.draft().drill
    intake.form.clear()
    assert not intake.form.draft().drill
    end(room)
    desk.mode.load(board(room))
    assert not marks.sign.isVisible() and not window.windowTitle().startswith("【演练】")
    assert intake.form.drill.isHidden()
    window.close()


def end(room: Room) -> None:
    """Release the drill by two persons."""
    over = {"kind": EventKind.TYPHOON, "level": None, "order_no": "止", "drill": True}
    room.do(ProposeSwitch, "lead-1", **over)
    waiting = room.desk.ask(AskMode(), "lead-1").proposed
    room.do(DecideSwitch, "duty-1", switch=waiting.id, approve=True, order_no="止")


def test_the_intake_form_gives_a_drills_report(qtbot: QtBot, room: Room) -> None:
    drilling(room)
    with at_work(room, "intake-1") as desk:
        desk.mode.load(board(room))
        intake = IntakePanel(desk)
        qtbot.addWidget(intake)
        intake.load(board(room))
        intake.show()
        form = intake.form
        form.source.set_key("window")
        form.words.setPlainText("演练：路口积水")
        form.item.take(intake._searches.items("04-06")[0])
        form.place.line.setText("祠堂东街")
        form.drill.setChecked(True)
        intake.take_in()
        qtbot.waitUntil(lambda: any(one.drill for one in board(room).cases))
        intake.hide()
    made = next(one for one in board(room).cases if one.drill)
    assert made.item == "04-06" and board(room).figures.inbox == 0
