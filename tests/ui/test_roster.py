"""The roster on the real demo street: who can be sent, what may be set, which grids are bare."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.clock import Lamp
from commandcenter.domain.commands import (
    DispatchCase,
    FileCase,
    SetOfficerShift,
    SetPersonShift,
    SetTeamStatus,
    SignTask,
)
from commandcenter.domain.person import Officer, Team, TeamStatus
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard, AskReference, Board, Changes, Reference
from tests.fakes import Room, open_room
from ui import theme
from ui.context import DeskContext
from ui.live import LiveFeed
from ui.models.cover import MEMBERS, CoverModel
from ui.models.roster import RosterModel
from ui.models.roster_cells import Column, certificate_cell, certificate_lamp, valid_cell
from ui.panels.roster import RosterPanel
from ui.selection import Selection
from ui.worker import Worker

DAY = date(2019, 7, 11)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
OFFICER = Officer(
    street="s",
    id="o",
    unit="safety",
    team="t",
    auxiliary=False,
    certificate="证0001",
    valid_until=DAY,
    on_shift=True,
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2019-07-11 09:00", DAY)
    yield made
    made.center.close()


@pytest.fixture
def reference(room: Room) -> Reference:
    found: Reference = room.desk.ask(AskReference(), "dispatch-1")
    return found


def board(room: Room) -> Board:
    found: Board = room.desk.ask(AskBoard(), "dispatch-1")
    return found


# ---- the cells ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "lamp", "text"),
    [
        (91, Lamp.GREEN, "91天"),
        (90, Lamp.YELLOW, "90天"),
        (31, Lamp.YELLOW, "31天"),
        (30, Lamp.RED, "30天"),
        (0, Lamp.RED, "0天"),
        (-12, Lamp.RED, "过期12天"),
        (-200, Lamp.RED, "过期6月"),
    ],
)
def test_a_certificate_warns_at_90_and_30_days_and_says_when_it_is_over(
    days: int, lamp: Lamp, text: str
) -> None:
    officer = replace(OFFICER, valid_until=DAY + timedelta(days=days))
    assert certificate_lamp(days) is lamp
    cell = certificate_cell(officer, DAY)
    assert cell.text == text
    assert bool(cell.icon) == (lamp is not Lamp.GREEN and days >= 0)


def test_auxiliaries_and_those_off_shift_never_count() -> None:
    crew = [
        OFFICER,
        replace(OFFICER, auxiliary=True),
        replace(OFFICER, on_shift=False),
        replace(OFFICER, valid_until=DAY - timedelta(days=1)),
    ]
    cell = valid_cell(crew, DAY)
    assert (cell.text, cell.icon) == ("1证", "lamp.red")
    assert valid_cell([OFFICER, OFFICER], DAY).icon == ""
    assert certificate_cell(crew[1], DAY).text == "辅助"


# ---- the models ---------------------------------------------------------------------------


@pytest.fixture
def model(qtbot: QtBot, room: Room, reference: Reference) -> RosterModel:
    names = {**reference.names, **{unit.id: unit.short for unit in reference.units}}
    made = RosterModel(
        reference.units, names, reference.phones, room.clock, room.desk.rules.clock.zone
    )
    QAbstractItemModelTester(made, FATAL, made)
    made.load(board(room))
    return made


def values(model: RosterModel, index: QModelIndex = QModelIndex()) -> list[str]:  # noqa: B008
    """Ids of everything below an index, depth first."""
    found = []
    for row in range(model.rowCount(index)):
        child = model.index(row, 0, index)
        value = model.value(child)
        assert value is not None
        found += [value.id, *values(model, child)]
    return found


def said(model: RosterModel, key: str, column: Column) -> str:
    return str(model.index_of(key).siblingAtColumn(column).data())


def nothing(room: Room) -> Changes:
    """An empty answer of the feed, to be filled by a test."""
    return room.desk.changes(board(room).seq)


def test_everybody_stands_once_below_team_and_unit(model: RosterModel, room: Room) -> None:
    shown, now = values(model), board(room)
    assert len(shown) == len(set(shown))
    assert {one.id for one in (*now.teams, *now.officers)} <= set(shown)
    officer = next(one for one in now.officers if one.team == "team-safety")
    team = model.value(model.index_of(officer.id).parent())
    assert isinstance(team, Team) and team.id == "team-safety"
    unit = model.value(model.index_of("team-safety").parent())
    assert unit is not None and unit.id == "safety"


def test_a_row_says_status_certificates_and_gear(model: RosterModel, room: Room) -> None:
    assert said(model, "team-safety", Column.STATUS) == "空闲 0:00"
    room.clock.pass_(minutes=12)
    assert said(model, "team-safety", Column.STATUS) == "空闲 0:12"
    assert said(model, "officer-safety-4", Column.CERTIFICATE) == "过期12天"
    assert said(model, "officer-safety-3", Column.CERTIFICATE) == "75天"
    assert said(model, "officer-safety-6", Column.CERTIFICATE) == "辅助"
    assert said(model, "officer-safety-5", Column.STATUS) == "离岗"
    assert said(model, "team-safety", Column.GEAR).startswith("粤A")
    tip = model.index_of("officer-safety-1").data(Qt.ItemDataRole.ToolTipRole)
    assert "演示证0001" in tip and "演示仪001" in tip and "19900001001" in tip


def test_changes_repaint_and_move_without_a_reset(
    qtbot: QtBot, model: RosterModel, room: Room
) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    now, before = board(room), values(model)
    team = next(one for one in now.teams if one.id == "team-safety")
    officer = next(one for one in now.officers if one.team == "team-safety")
    off = replace(team, status=TeamStatus.OFF)
    moved = replace(officer, team="team-mobile", unit="enforcement")
    with qtbot.waitSignal(model.dataChanged):
        model.apply(replace(nothing(room), teams=(off,)))
    assert said(model, "team-safety", Column.STATUS).startswith("离岗")
    with qtbot.waitSignals([model.rowsRemoved, model.rowsInserted]):
        model.apply(replace(nothing(room), officers=(moved,)))
    above = model.value(model.index_of(officer.id).parent())
    assert above is not None and above.id == "team-mobile"
    model.apply(replace(nothing(room), teams=(replace(team, unit="fire"),)))
    crew = model.index_of("team-safety")
    above = model.value(crew.parent())
    assert above is not None and above.id == "fire"
    assert model.rowCount(crew) == 5
    assert (sorted(values(model)), resets) == (sorted(before), [])


def test_a_new_team_takes_in_officers_who_were_known_before(model: RosterModel, room: Room) -> None:
    now = board(room)
    officer = next(one for one in now.officers if one.team is None or one.unit == "police")
    lone = replace(officer, team="team-new")
    model.apply(replace(nothing(room), officers=(lone,)))
    above = model.value(model.index_of(lone.id).parent())
    assert above is not None and above.id == lone.unit
    new = replace(now.teams[0], id="team-new", unit=lone.unit)
    model.apply(replace(nothing(room), teams=(new,)))
    above = model.value(model.index_of(lone.id).parent())
    assert above is not None and above.id == "team-new"


def test_uncovered_grids_stand_first_and_move_when_somebody_comes(
    qtbot: QtBot, room: Room, reference: Reference
) -> None:
    cover = CoverModel((one.grid for one in reference.grids), reference.names, {})
    QAbstractItemModelTester(cover, FATAL, cover)
    cover.load(board(room))
    assert cover.rowCount() == len(reference.grids)
    bare, code = cover.uncovered, cover.code(0)
    assert 0 < bare < cover.rowCount()
    assert cover.unstaffed == 3
    assert cover.index(0, MEMBERS).data() == "无网格员"
    assert str(cover.index(3, MEMBERS).data()).startswith("离岗：")
    people = board(room).people
    member = next(one for one in people if Role.GRID_MEMBER in one.roles and one.on_shift)
    came = replace(member, id="grid-new", grids=(code,))
    with qtbot.waitSignal(cover.rowsMoved):
        cover.apply(replace(nothing(room), people=(came,)))
    assert cover.uncovered == bare - 1
    assert cover.code(cover.row_of(code)) == code
    assert cover.index(cover.row_of(code), MEMBERS).data() == "grid-new"
    cover.apply(replace(nothing(room), people=(replace(came, on_shift=False),)))
    assert (cover.uncovered, cover.unstaffed) == (bare, 2)
    assert cover.index(cover.row_of(code), MEMBERS).data() == "离岗：grid-new"


# ---- the panel, fed by the real Desk ------------------------------------------------------


@dataclass
class Seat:
    """A roster at a seat with the feed running; what was started and said is kept."""

    panel: RosterPanel
    desk: DeskContext
    room: Room
    started: list[str]
    spoken: list[tuple[str, str]]


@pytest.fixture
def seat(qtbot: QtBot, room: Room, reference: Reference) -> Iterator[Seat]:
    theme.apply(QApplication.instance(), theme.DARK)  # type: ignore[arg-type]
    worker, started, spoken = Worker(room.desk), [], []
    desk = DeskContext(
        worker=worker,
        selection=Selection(),
        reference=reference,
        clock=room.desk.rules.clock,
        now=room.clock,
        who="dispatch-1",
        say=lambda kind, text: spoken.append((kind, text)),
        start=started.append,
    )
    panel = RosterPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(380, 520)
    now = board(room)
    panel.load(now)
    feed = LiveFeed(room.desk, worker)
    feed.changed.connect(panel.apply)
    feed.start(now.seq)
    with qtbot.waitExposed(panel):
        panel.show()
    yield Seat(panel, desk, room, started, spoken)
    feed.stop()
    assert worker.stop() == ()


def status(seat: Seat, team: str = "team-safety") -> TeamStatus:
    value = seat.panel.model.value(seat.panel.model.index_of(team))
    assert isinstance(value, Team)
    return value.status


def pick(seat: Seat, key: str) -> None:
    seat.panel.tree.setCurrentIndex(seat.panel.model.index_of(key))


def test_a_key_sets_a_status_and_another_takes_it_back(qtbot: QtBot, seat: Seat) -> None:
    pick(seat, "team-safety")
    qtbot.keyClick(seat.panel.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: status(seat) is TeamStatus.OFF)
    assert seat.panel.undo.isVisible() and "10" in seat.panel.undo.button.text()
    qtbot.keyClick(seat.panel.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: status(seat) is TeamStatus.FREE)
    assert not seat.panel.undo.isVisible()


def test_the_undo_is_offered_for_ten_seconds_and_only_to_who_did_it(
    qtbot: QtBot, seat: Seat
) -> None:
    seat.room.do(SetTeamStatus, "dispatch-2", team="team-safety", status=TeamStatus.OFF)
    qtbot.waitUntil(lambda: status(seat) is TeamStatus.OFF)
    assert not seat.panel.undo.isVisible()
    pick(seat, "team-safety")
    seat.panel.toggle()
    qtbot.waitUntil(seat.panel.undo.isVisible)
    seat.room.clock.pass_(seconds=11)
    seat.panel.tick()
    assert not seat.panel.undo.isVisible() and not seat.panel.tree.can_undo


def test_the_menu_sets_what_a_hand_may_set(qtbot: QtBot, seat: Seat) -> None:
    menu = seat.panel.menu_for(seat.panel.model.index_of("team-safety"))
    free, rest, off = menu.actions()
    assert (free.text(), free.isEnabled()) == ("设为空闲", False)
    rest.trigger()
    qtbot.waitUntil(lambda: status(seat) is TeamStatus.REST)
    off.trigger()
    qtbot.waitUntil(lambda: status(seat) is TeamStatus.OFF)
    officer = seat.panel.menu_for(seat.panel.model.index_of("officer-safety-5"))
    officer.actions()[0].trigger()
    index = seat.panel.model.index_of("officer-safety-5").siblingAtColumn(Column.STATUS)
    qtbot.waitUntil(lambda: index.data() == "在岗")


def test_a_team_with_a_task_shows_its_case_and_cannot_be_set(qtbot: QtBot, seat: Seat) -> None:
    room = seat.room
    case = room.report(item="21-903")
    room.do(FileCase, "lead-1", case=case)
    sent = DispatchCase(
        case=case,
        seen=room.case(case).version,
        lead_unit="safety",
        kind=TaskKind.INSPECT,
        team="team-safety",
        officers=("officer-safety-1", "officer-safety-2"),
    )
    room.desk.do(sent, "dispatch-1")
    task = room.lead_task(case)
    unit = next(one for one in board(room).people if one.unit == "safety")
    room.do(SignTask, "dispatch-1", behalf=unit.id, case=case, task=task)
    qtbot.waitUntil(lambda: status(seat) is TeamStatus.SIGNED)
    number = str(room.case(case).number)
    assert said(seat.panel.model, "team-safety", Column.CASE) == number[-6:]
    pick(seat, "team-safety")
    qtbot.keyClick(seat.panel.tree, Qt.Key.Key_Space)
    assert seat.spoken[-1][0] == "refusal" and "任务" in seat.spoken[-1][1]
    menu = seat.panel.menu_for(seat.panel.model.index_of("team-safety"))
    assert not any(action.isEnabled() for action in menu.actions() if action.text())
    qtbot.keyClick(seat.panel.tree, Qt.Key.Key_Return)
    assert seat.desk.selection.current_case == case
    assert seat.started == ["case.open"]


def test_selection_goes_both_ways(seat: Seat) -> None:
    pick(seat, "team-mobile")
    assert seat.desk.selection.current_team == "team-mobile"
    seat.desk.selection.set_team("team-safety")
    value = seat.panel.model.value(seat.panel.tree.currentIndex())
    assert value is not None and value.id == "team-safety"
    pick(seat, "officer-safety-1")
    assert seat.desk.selection.current_team == "team-safety"
    value = seat.panel.model.value(seat.panel.tree.currentIndex())
    assert value is not None and value.id == "officer-safety-1"
    code = seat.panel.cover.code(7)
    seat.desk.selection.set_grid(code)
    assert seat.panel.grids.currentIndex().row() == 7
    seat.panel.grids.setCurrentIndex(seat.panel.cover.index(3, 0))
    assert seat.desk.selection.current_grid == seat.panel.cover.code(3)


def test_the_tab_counts_grids_that_nobody_covers(qtbot: QtBot, seat: Seat) -> None:
    bare = seat.panel.cover.uncovered
    assert (seat.panel.cover.unstaffed, seat.panel.tabs.tabText(1)) == (
        3,
        f"网格（3 无人 · {bare - 3} 离岗）",
    )
    grid = seat.panel.cover.index(bare, 0)
    for action in seat.panel.grid_menu(grid).actions():
        if action.text().endswith("离岗"):
            action.trigger()
    qtbot.waitUntil(lambda: seat.panel.cover.uncovered > bare)
    off = seat.panel.cover.uncovered - 3
    assert seat.panel.tabs.tabText(1) == f"网格（3 无人 · {off} 离岗）"


def test_others_changes_arrive_by_the_feed_alone(qtbot: QtBot, seat: Seat) -> None:
    seat.room.do(SetOfficerShift, "dispatch-2", officer="officer-safety-1", on_shift=False)
    index = seat.panel.model.index_of("officer-safety-1").siblingAtColumn(Column.STATUS)
    qtbot.waitUntil(lambda: index.data() == "离岗")
    member = next(one for one in board(seat.room).people if one.grids and not one.on_shift)
    seat.room.do(SetPersonShift, "dispatch-2", person=member.id, on_shift=True)
    qtbot.waitUntil(lambda: any(p.on_shift for p in seat.panel.cover.members(member.grids[0])))


@pytest.mark.parametrize("width", [280, 340, 480, 700])
def test_the_status_is_never_cut(seat: Seat, width: int) -> None:
    tree = seat.panel.tree
    seat.panel.resize(width, 520)
    assert tree.header().length() <= tree.viewport().width() + 1
    for key in values(seat.panel.model):
        index = seat.panel.model.index_of(key).siblingAtColumn(Column.STATUS)
        needed = tree.fontMetrics().horizontalAdvance(str(index.data())) + 16 + 16
        assert needed <= tree.columnWidth(Column.STATUS)
