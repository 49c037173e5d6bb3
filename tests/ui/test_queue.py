"""The queue: order, row by row changes, filters, selection both ways, keys and what is painted."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import Lamp, WorkClock
from commandcenter.domain.limits import Level, Stage
from tests.ui.queuefakes import (
    NOW,
    REFERENCE,
    NoDesk,
    Steps,
    board,
    changes,
    inbox,
    line,
    many,
    shown,
    text,
)
from ui import theme
from ui.context import DeskContext
from ui.models.queue import CELL, FRESH, QueueModel
from ui.models.queue_cells import Cell, Column, badges, lamps, left_cell, state_cell
from ui.models.queue_filter import QueueFilter
from ui.panels.queue import QueuePanel
from ui.panels.queue_paint import PAD, fitting, marks_width
from ui.selection import Selection
from ui.theme import numbers
from ui.worker import Worker

S = CaseState


@pytest.fixture
def clock() -> Steps:
    return Steps()


@pytest.fixture
def model(clock: Steps) -> Iterator[QueueModel]:
    names = {"21-903": "危化品非法储运", "440113120201": "小龙村委会", "safety": "安监中队"}
    made = QueueModel(names, clock.now, seconds=lambda: clock.seconds)
    tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    assert tester.model() is made
    yield made


# ---- the model ----------------------------------------------------------------------------


def test_urgent_reports_stand_first_then_time_left_then_what_stands_still(
    model: QueueModel,
) -> None:
    model.load(
        board(
            line("later", 500),
            line("still", 5, state=S.SUSPENDED),
            line("no clock", None),
            line("overdue", -20),
            inbox("young", 2),
            inbox("old", 40),
            replace(inbox("urgent", 1), level=Level.URGENT),
            line("stage", 5000, stage=Stage.SIGN, stage_due=NOW, stage_yellow=NOW),
            line("closed", 1, state=S.CLOSED),
        )
    )
    passed = ["old", "overdue", "young", "stage"]
    assert shown(model) == ["urgent", *passed, "later", "no clock", "still"]


def test_times_are_those_of_the_nearer_clock_and_wear_its_lamp() -> None:
    stage = NOW + timedelta(minutes=5)
    one = line("a", 240, stage=Stage.SIGN, stage_due=stage, stage_yellow=NOW)
    assert left_cell(one, NOW) == Cell("剩 5分00秒", "lamp_yellow", False)
    assert lamps(one, NOW) == (Lamp.YELLOW, Lamp.GREEN)
    assert left_cell(line("b", -35), NOW) == Cell("超 0:35", "lamp_red", True)
    assert left_cell(inbox("c", 12), NOW).text == "等 0:12"


def test_a_suspended_case_shows_what_is_left_and_has_no_lamp() -> None:
    since = NOW - timedelta(days=2)
    one = line("a", 60, state=S.SUSPENDED, state_since=since)
    assert left_cell(one, NOW).text == "停 2天1时"
    assert lamps(one, NOW).worst is None


def test_state_says_the_stage_it_waits_for_and_carries_badges() -> None:
    one = line("a", stage=Stage.ON_SCENE, pending=("return",), urged=2, supervised=True, rounds=2)
    assert state_cell(one).text == "处置中·待到场"
    assert [mark.text for mark in badges(one)] == ["退?", "督", "催×2", "第2轮"]


def test_changes_insert_move_repaint_and_remove_without_a_reset(
    qtbot: QtBot, model: QueueModel
) -> None:
    model.load(board(line("a", 10), line("b", 20), line("c", 30)))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    with qtbot.waitSignal(model.rowsInserted):
        model.apply(changes(line("d", 15)))
    assert shown(model) == ["a", "d", "b", "c"]
    with qtbot.waitSignal(model.rowsMoved):
        model.apply(changes(line("a", 99, version=2)))
    assert shown(model) == ["d", "b", "c", "a"]
    with qtbot.waitSignal(model.dataChanged):
        model.apply(changes(line("b", 20, version=2, urged=1)))
    assert text(model, 1, Column.STATE) == "处置中 催"
    with qtbot.waitSignal(model.rowsRemoved):
        model.apply(changes(line("b", 20, version=3, state=S.CLOSED)))
    assert shown(model) == ["d", "c", "a"]
    assert resets == []


def test_an_older_version_never_takes_the_place_of_a_newer(model: QueueModel) -> None:
    model.load(board(line("a", 10, version=5, urged=2)))
    model.apply(changes(line("a", 10, version=4)))
    assert model.line(0).urged == 2


def test_random_changes_keep_the_model_equal_to_a_sort_of_its_lines(model: QueueModel) -> None:
    dice, lines = random.Random(3), {one.id: one for one in many(60)}
    model.load(board(*lines.values()))
    for step in range(300):
        if step % 50 == 49:
            model.sort(dice.choice(list(Column)), dice.choice(list(Qt.SortOrder)))
            model.sort(Column.LEFT, Qt.SortOrder.AscendingOrder)
            model.set_filter(QueueFilter(unit=dice.choice(["", "safety"])))
        case = f"{dice.randrange(80):06d}"
        state = dice.choice([S.IN_PROGRESS, S.DISPATCHED, S.SUSPENDED, S.CLOSED])
        new = line(case, dice.uniform(-99, 99), state=state, version=step + 2)
        lines[case] = new
        model.apply(changes(new))
    model.set_filter(QueueFilter())
    fresh = QueueModel({}, lambda: NOW)
    fresh.load(board(*lines.values()))
    assert shown(model) == shown(fresh)
    assert all(model.row_of(case) == row for row, case in enumerate(shown(model)))


def test_filters_take_and_give_back_rows(model: QueueModel) -> None:
    lines = many(300)
    model.load(board(*lines))
    before = shown(model)
    model.set_filter(QueueFilter(lamp="red"))
    red = shown(model)
    assert 0 < len(red) < len(before)
    assert set(red) == {one.id for one in lines if lamps(one, NOW).worst is Lamp.RED}
    model.set_filter(QueueFilter(unit="safety", level="urgent"))
    assert {model.line(row).lead_unit for row in range(model.rowCount())} == {"safety"}
    model.set_filter(QueueFilter(group="inbox"))
    assert {model.line(row).state for row in range(model.rowCount())} == {S.REPORTED}
    model.set_filter(QueueFilter(text="祠堂东街 101 号"))
    assert "000101" in shown(model)
    model.set_filter(QueueFilter())
    assert shown(model) == before
    assert model.total == len(before)


def test_a_lamp_filter_follows_the_clock(model: QueueModel, clock: Steps) -> None:
    model.load(board(line("a", 1), line("b", 300)))
    model.set_filter(QueueFilter(lamp="red"))
    assert shown(model) == []
    clock.seconds = 61
    model.tick(0, 10)
    assert shown(model) == ["a"]


def test_a_tick_touches_only_the_rows_in_sight_and_all_they_say(
    qtbot: QtBot, model: QueueModel
) -> None:
    model.load(board(*many(200)))
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.tick(5, 20)
    first, last, _roles = caught.args or []
    assert (first.row(), last.row()) == (5, 20)
    assert (first.column(), last.column()) == (0, len(Column) - 1)


def test_a_new_row_is_fresh_for_a_while_and_a_loaded_one_is_not(
    model: QueueModel, clock: Steps
) -> None:
    model.load(board(line("a", 10)))
    model.apply(changes(line("b", 5)))
    assert model.data(model.index(0, 0), FRESH) == 1.0
    assert model.data(model.index(1, 0), FRESH) == 0.0
    clock.seconds = 3
    assert model.data(model.index(0, 0), FRESH) == pytest.approx(0.5)
    clock.seconds = 7
    assert model.data(model.index(0, 0), FRESH) == 0.0


def test_the_full_number_and_both_clocks_are_in_the_tool_tips(model: QueueModel) -> None:
    model.load(board(line("000231", 10, stage=Stage.SIGN, stage_due=NOW, stage_yellow=NOW)))
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.data(model.index(0, Column.NUMBER)) == "000231"
    assert model.data(model.index(0, Column.NUMBER), tip) == "440113120000201907000231"
    times = model.data(model.index(0, Column.LEFT), tip)
    assert "环节“签收” 今天 10:04 到期" in times and "全案 今天 10:14 到期" in times
    assert text(model, 0, Column.PLACE) == "小龙007 · 祠堂东街 12 号"


# ---- the panel ----------------------------------------------------------------------------


@pytest.fixture
def desk(qtbot: QtBot, clock: Steps) -> Iterator[DeskContext]:
    theme.apply(QApplication.instance(), theme.DARK)  # type: ignore[arg-type]
    worker = Worker(NoDesk())
    yield DeskContext(
        worker=worker,
        selection=Selection(),
        reference=REFERENCE,
        clock=WorkClock(WorkCalendar.from_rows(())),
        now=clock.now,
        who="lead-1",
    )
    assert worker.stop() == ()


@pytest.fixture
def panel(qtbot: QtBot, desk: DeskContext) -> QueuePanel:
    made = QueuePanel(desk)
    qtbot.addWidget(made)
    made.resize(560, 420)
    with qtbot.waitExposed(made):
        made.show()
    return made


def current(panel: QueuePanel) -> str:
    row = panel.view.currentIndex().row()
    return panel.model.line(row).id if row >= 0 else ""


def test_selection_goes_both_ways(qtbot: QtBot, panel: QueuePanel, desk: DeskContext) -> None:
    panel.load(board(line("a", 10), line("b", 20), line("c", 30)))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert desk.selection.current_case == "a"
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert desk.selection.current_case == "c"
    desk.selection.set_case("b")
    assert current(panel) == "b"
    desk.selection.set_case("elsewhere")
    assert current(panel) == ""
    assert desk.selection.current_case == "elsewhere"


def test_selection_stays_with_its_case_when_rows_move_or_are_filtered(
    panel: QueuePanel, desk: DeskContext
) -> None:
    panel.load(board(line("a", 10), line("b", 20), line("c", 30)))
    desk.selection.set_case("b")
    panel.apply(changes(line("b", 99, version=2), inbox("new", 1)))
    assert current(panel) == "b"
    assert panel.view.currentIndex().row() == 3
    panel.set_filter(QueueFilter(group="inbox"))
    assert (current(panel), desk.selection.current_case) == ("", "b")
    panel.set_filter(QueueFilter())
    assert current(panel) == "b"


def test_a_case_that_ends_leaves_and_the_next_key_goes_on_from_its_place(
    qtbot: QtBot, panel: QueuePanel, desk: DeskContext
) -> None:
    panel.load(board(line("a", 10), line("b", 20), line("c", 30)))
    desk.selection.set_case("b")
    panel.apply(changes(line("b", 20, version=2, state=S.CLOSED)))
    assert (current(panel), desk.selection.current_case) == ("", "b")
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert desk.selection.current_case == "c"


def test_scroll_stays_with_the_rows_in_sight(qtbot: QtBot, panel: QueuePanel) -> None:
    panel.load(board(*many(300)))
    panel.view.verticalScrollBar().setValue(1000)
    row = panel.view.rowAt(0)
    case, at = panel.model.line(row).id, panel.view.rowViewportPosition(row)
    panel.apply(changes(*(inbox(f"new {n}", n) for n in range(1, 6))))
    row = panel.model.row_of(case)
    assert panel.view.rowViewportPosition(row) == at


def test_enter_opens_slash_finds_escape_clears(
    qtbot: QtBot, panel: QueuePanel, desk: DeskContext
) -> None:
    started: list[str] = []
    desk.start = started.append
    panel.load(board(line("a", 10), line("b", 20, place="亚运大道")))
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert started == ["case.open"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Slash)
    assert panel.bar.text.hasFocus()
    typed = QInputMethodEvent()
    typed.setCommitString("亚运")
    QApplication.sendEvent(panel.bar.text, typed)
    assert shown(panel.model) == ["b"]
    assert panel.bar.count.text() == "显示 1 / 共 2"
    qtbot.keyClick(panel.bar.text, Qt.Key.Key_Return)
    assert desk.selection.current_case == "b"  # the next key never means a case filtered away
    qtbot.keyClick(panel.view, Qt.Key.Key_Slash)
    qtbot.keyClick(panel.bar.text, Qt.Key.Key_Escape)
    assert shown(panel.model) == ["a", "b"]
    assert panel.view.hasFocus()
    crosses = [one for one in panel.bar.text.findChildren(QToolButton) if one.isEnabled()]
    qtbot.waitUntil(lambda: not any(one.isVisible() and one.x() > 60 for one in crosses))


def test_choices_filter_and_an_empty_list_says_why(panel: QueuePanel) -> None:
    panel.load(board(line("a", 10), line("b", 20, lead_unit=None, state=S.FILED)))
    unit = panel.bar.choice("unit")
    unit.setCurrentIndex(unit.findData("market"))
    assert shown(panel.model) == []
    assert "Esc" in panel.view.empty_text
    unit.setCurrentIndex(unit.findData("-"))
    assert shown(panel.model) == ["b"]
    panel.bar.clear()
    assert shown(panel.model) == ["a", "b"]
    panel.apply(changes(*(line(c, 1, state=S.CLOSED, version=2) for c in "ab")))
    assert "清空" in panel.view.empty_text


@pytest.mark.parametrize("width", [440, 520, 560, 700, 1100])
def test_state_and_time_are_never_cut(qtbot: QtBot, panel: QueuePanel, width: int) -> None:
    panel.resize(width, 420)
    panel.load(board(*many(400)))
    view = panel.view
    assert view.horizontalHeader().length() <= view.viewport().width()
    metrics = QFontMetrics(numbers(bold=True))
    state_room = view.columnWidth(Column.STATE) - PAD - 2
    for row in range(panel.model.rowCount()):
        one = panel.model.index(row, Column.LEFT)
        cell = one.data(CELL)
        assert metrics.horizontalAdvance(cell.text) <= view.columnWidth(Column.LEFT) - PAD - 2
        said = state_cell(panel.model.line(row))
        assert QFontMetrics(numbers()).horizontalAdvance(said.text) <= state_room
    assert not view.isColumnHidden(Column.LAMP) and not view.isColumnHidden(Column.LEFT)
    assert view.columnWidth(Column.PLACE) >= 40


def test_what_a_case_is_about_is_read_where_there_is_least_room(
    qtbot: QtBot, panel: QueuePanel
) -> None:
    panel.resize(404, 420)
    panel.load(board(line("a", 10)))
    view = panel.view
    view.need_state("待签收", (Cell("◎ 待签收超时", "danger", bold=True),))
    assert view.horizontalHeader().length() <= view.viewport().width()
    assert QFontMetrics(numbers()).horizontalAdvance("暴露垃圾") <= view.columnWidth(Column.ITEM)
    cut = fitting((Cell("待签收超时"),), QFontMetrics(numbers(9)), 60)
    assert cut[0].text.startswith("待签") and cut[0].text != "待签收超时"


def test_badges_without_room_are_counted(qtbot: QtBot) -> None:
    metrics = QFontMetrics(numbers(9))
    marks = (Cell("退?"), Cell("督"), Cell("催×3"))
    assert fitting(marks, metrics, 500) == marks
    cut = fitting(marks, metrics, marks_width(marks, metrics) - 1)
    assert cut[-1].text in ("+1", "+2") and len(cut) <= 3
    assert fitting(marks, metrics, 2) == ()


def test_an_overdue_row_is_painted_red_and_by_shape(panel: QueuePanel) -> None:
    panel.load(board(line("late", -10), line("fine", 500)))
    image = panel.view.viewport().grab().toImage()
    red, green = QColor(theme.DARK.lamp_red).rgb(), QColor(theme.DARK.lamp_green).rgb()

    def colours_in(row: int) -> set[int]:
        top = panel.view.rowViewportPosition(row)
        return {image.pixel(x, y) for x in range(60) for y in range(top, top + 23)}

    assert red in colours_in(0) and red not in colours_in(1)
    assert green in colours_in(1) and green not in colours_in(0)


def test_five_thousand_lines_load_and_only_rows_in_sight_are_asked_for(
    qtbot: QtBot, panel: QueuePanel
) -> None:
    panel.load(board(*many(5000)))
    first, last = panel.view.visible_rows()
    assert panel.model.rowCount() > 4900
    assert (first, last - first < 40) == (0, True)
