"""The charts: what they say by hand and by key, and that the queue lists exactly their cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase, VoidCase
from commandcenter.domain.limits import Level
from tests.fakes import Room
from tests.ui.deskroom import PETROL, RUBBISH, at_work, board, morning, since
from ui.context import DeskContext
from ui.models.chart_part import Part, part_of
from ui.models.chart_rows import AGE, COMMUNITIES, FLOW, KINDS, PACES, UNITS
from ui.palette import DARK, LIGHT, use
from ui.panels.charts import ChartsPanel
from ui.panels.queue import QueuePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


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
    panel.resize(400, 236)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.setFocus()
    yield panel
    panel.stop()
    use(DARK)


@pytest.fixture
def queue(qtbot: QtBot, desk: DeskContext, room: Room) -> QueuePanel:
    panel = QueuePanel(desk)
    qtbot.addWidget(panel)
    return panel


def filed(room: Room, item: str = RUBBISH, **fields: object) -> str:
    case = room.report(item, **fields)
    room.do(FileCase, "lead-1", case=case)
    return case


def begin(qtbot: QtBot, panel: ChartsPanel, holds: Callable[[], bool] | None = None) -> None:
    """Start it and wait for the answer."""
    panel.start()
    qtbot.waitUntil(holds or (lambda: panel.answer is not None))


def total(panel: ChartsPanel) -> int:
    return sum(one.filed for one in panel.answer.steps) if panel.answer else -1


def press(panel: ChartsPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel, key)


def said(panel: ChartsPanel) -> str:
    """The line above the plot, which is also what a screen reader is told."""
    chart = panel.charts[panel.page]
    assert chart.accessibleDescription() == chart.told.text()
    return chart.told.text()


def test_nothing_is_loaded_before_the_start_and_the_figures_follow_the_feed(
    qtbot: QtBot, room: Room, charts: ChartsPanel
) -> None:
    assert charts.charts == {} and charts.answer is None
    filed(room)
    first = board(room)
    charts.load(first)
    begin(qtbot, charts, lambda: total(charts) == 1)
    filed(room, PETROL)
    charts.apply(since(room, first.seq))
    qtbot.waitUntil(lambda: total(charts) == 2)


def test_only_charts_that_are_seen_are_drawn_and_one_that_is_turned_to_is_of_now(
    qtbot: QtBot, room: Room, charts: ChartsPanel
) -> None:
    filed(room)
    begin(qtbot, charts, lambda: total(charts) == 1)
    unseen = charts.charts[AGE]
    assert charts.page == FLOW and unseen.table is None
    charts.turn_to(AGE)
    assert unseen.table == charts.tables[AGE] and unseen.rows
    charts.turn_to(FLOW)
    filed(room, PETROL)
    charts.ask()
    qtbot.waitUntil(lambda: charts.charts[FLOW].table == charts.tables[FLOW] and total(charts) == 2)
    assert unseen.table != charts.tables[AGE]
    charts.turn_to(AGE)
    assert unseen.table == charts.tables[AGE]


def test_digits_turn_pages_and_arrows_walk_and_each_place_says_its_figure(
    qtbot: QtBot, room: Room, charts: ChartsPanel
) -> None:
    filed(room, PETROL)
    filed(room)
    begin(qtbot, charts)
    for digit, kind in zip((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5), KINDS):  # noqa: B905
        press(charts, digit)
        assert charts.page == kind and [one.isVisible() for one in charts.seen()] == [True]
    press(charts, Key.Key_1, Key.Key_End)
    assert said(charts) == "周四 10–11 时：立案 2 件（在办 2 件），结案 0 件"
    press(charts, Key.Key_Left)
    assert said(charts).startswith("周四 09–10 时：立案 0 件")
    press(charts, Key.Key_2, Key.Key_Down)
    assert said(charts) == "紧急：在办 1 件，最久的2时内（按自然时间）"
    press(charts, Key.Key_Right)
    assert said(charts) == "紧急，立案2时内：1 件（按自然时间）"
    press(charts, Key.Key_Down, Key.Key_Left)
    assert said(charts) == "一般：在办 1 件，最久的2时内（按工作时间）"
    press(charts, Key.Key_3, Key.Key_Down)
    assert said(charts) == "未派：在办 2 件，超时 0，将到期 0，正常 2"
    press(charts, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert charts.page == FLOW


def test_one_key_changes_the_range_and_page_and_range_are_kept_for_the_person(
    qtbot: QtBot, room: Room, desk: DeskContext, charts: ChartsPanel
) -> None:
    filed(room)
    begin(qtbot, charts)
    assert charts.answer is not None and len(charts.answer.steps) == 24
    press(charts, Key.Key_4, Key.Key_T)
    qtbot.waitUntil(lambda: charts.answer is not None and len(charts.answer.steps) == 7)
    press(charts, Key.Key_1, Key.Key_End)
    assert said(charts) == "07-11 周四：立案 1 件（在办 1 件），结案 0 件"
    press(charts, Key.Key_4)
    again = ChartsPanel(desk)
    qtbot.addWidget(again)
    assert (again.page, again.days) == (COMMUNITIES, 7)


def test_a_hand_over_a_bar_says_its_figure_and_leaves_what_was_chosen(
    qtbot: QtBot, room: Room, charts: ChartsPanel
) -> None:
    filed(room, PETROL)
    filed(room)
    begin(qtbot, charts)
    press(charts, Key.Key_2, Key.Key_Down)
    chart = charts.charts[AGE]
    chosen = said(charts)
    qtbot.waitUntil(lambda: chart.width() < 400)
    spots = {chart.find(QPoint(x, y)) for x in range(90, 300, 10) for y in range(60, 200, 8)}
    assert (1, 1) in spots and None in spots
    at = next(
        QPoint(x, y)
        for x in range(90, 300, 4)
        for y in range(60, 200, 4)
        if chart.find(QPoint(x, y)) == (1, 1)
    )
    QTest.mouseMove(chart, at)
    qtbot.waitUntil(lambda: said(charts) == "一般，立案2时内：1 件（按工作时间）")
    QTest.mouseMove(chart, QPoint(at.x(), 5))
    qtbot.waitUntil(lambda: said(charts) == chosen)
    with qtbot.waitSignal(charts.listed) as listed:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert listed.args[0].level == Level.GENERAL.value


def test_enter_lists_exactly_the_cases_of_the_figure_and_esc_takes_it_away(
    qtbot: QtBot, room: Room, charts: ChartsPanel, queue: QueuePanel
) -> None:
    late, drilled = filed(room, PETROL), filed(room)
    room.do(VoidCase, "lead-1", case=drilled, reason="mistake")
    filed(room, lon=113.4, lat=22.9, place="别处")
    room.report(RUBBISH)
    room.clock.pass_(minutes=20)
    queue.load(board(room))
    begin(qtbot, charts)
    from ui.panels.chart_views import Place

    asked: list[tuple[Part, str]] = []
    charts.listed.connect(lambda part, words: asked.append((part, words)))
    found = 0
    for kind in (FLOW, AGE, UNITS, COMMUNITIES):
        charts.turn_to(kind)
        chart = charts.charts[kind]
        for row in range(len(chart.rows)):
            for spot in range(len(chart.rows[row].spots)):
                chart.choose(Place(row, spot))
                figure = chart.spot(chart.chosen)
                asked.clear()
                press(charts, Key.Key_Return)
                if not figure.shown:
                    assert not asked
                    continue
                part, words = asked[0]
                queue.bar.set_part(str(part), words)
                assert queue.model.rowCount() == figure.shown
                assert words == (figure.listed or figure.words)
                assert words in queue.bar.part.text() and not queue.bar.part.isHidden()
                found += 1
    assert found > 8
    chart = charts.charts[UNITS]
    charts.turn_to(UNITS)
    chart.choose(Place(0, 1))
    press(charts, Key.Key_Return)
    queue.bar.set_part(str(asked[-1][0]), asked[-1][1])
    assert [queue.model.line(n).id for n in range(queue.model.rowCount())] == [late]
    queue.bar.clear()
    assert queue.model.rowCount() == 3 and queue.bar.part.isHidden()
    press(charts, Key.Key_Escape)
    assert asked[-1] == (None, "") and chart.chosen is None


def test_a_part_survives_as_text_and_bad_text_lets_everything_through() -> None:
    part = Part(level="urgent", lamp="red", since="2019-07-11T02:00:00+00:00")
    assert part_of(str(part)) == part
    assert part_of("since=yesterday&until=2019-07-11&nothing=1") == Part()
    assert part_of(str(Part())) == Part()


def test_an_empty_chart_says_what_to_do(qtbot: QtBot, charts: ChartsPanel) -> None:
    begin(qtbot, charts)
    assert [bool(charts.tables[kind].rows) for kind in KINDS] == [False] * 5
    assert all(charts.tables[kind].empty for kind in KINDS)
    press(charts, Key.Key_Down, Key.Key_Return)
    assert charts.charts[FLOW].chosen is None


def test_the_age_of_the_figures_is_said(
    qtbot: QtBot, room: Room, desk: DeskContext, charts: ChartsPanel
) -> None:
    begin(qtbot, charts)
    assert "10:02:00" in charts.bar.age.text()
    room.clock.pass_(seconds=30)
    charts.ask()
    qtbot.waitUntil(lambda: "10:02:30" in charts.bar.age.text())
    room.clock.pass_(minutes=2)  # and nobody answers
    charts.refer(desk.reference)
    assert charts.bar.age.text().endswith("⚠ 10:02:30")


def test_a_change_of_theme_repaints(qtbot: QtBot, room: Room, charts: ChartsPanel) -> None:
    filed(room)
    begin(qtbot, charts)
    grounds = []
    for chosen in (DARK, LIGHT):
        use(chosen)
        charts.set_theme(chosen)
        grounds.append(charts.charts[FLOW].plot.grab().toImage().pixelColor(1, 1))
    assert grounds == [QColor(DARK.panel), QColor(LIGHT.panel)]


def test_more_units_than_rows_are_walked_to_and_the_head_says_where(
    qtbot: QtBot, room: Room, charts: ChartsPanel
) -> None:
    for n in range(12):
        filed(room, lon=113.40 + n / 200, lat=22.93 + n / 300)
    begin(qtbot, charts)
    charts.turn_to(COMMUNITIES)
    chart = charts.charts[COMMUNITIES]
    many, seen = len(chart.rows), len(chart.shown())
    charts.resize(400, 150)
    qtbot.waitUntil(lambda: len(chart.shown()) < many)
    seen = len(chart.shown())
    assert f"1–{seen}/{many}" in chart.words.text()
    press(charts, Key.Key_End)
    assert chart.chosen is not None and chart.rows[chart.chosen.row] in chart.shown()
    assert f"{many - seen + 1}–{many}/{many}" in chart.words.text()


def test_a_large_panel_shows_several_charts_and_a_small_one_its_page(
    qtbot: QtBot, charts: ChartsPanel
) -> None:
    begin(qtbot, charts)
    charts.resize(1200, 640)
    qtbot.waitUntil(lambda: len(charts.seen()) == 5)
    charts.resize(700, 260)
    charts.turn_to(UNITS)
    qtbot.waitUntil(
        lambda: [one.objectName() for one in charts.seen()] == ["chart_units", "chart_communities"]
    )
    charts.resize(400, 236)
    qtbot.waitUntil(lambda: [one.objectName() for one in charts.seen()] == ["chart_units"])


def test_the_times_stand_against_their_limits(
    qtbot: QtBot, room: Room, charts: ChartsPanel
) -> None:
    from tests.walks import dispatched, sign

    case = dispatched(room, item="04-06")
    room.clock.pass_(minutes=12)
    sign(room, case)
    begin(qtbot, charts)
    press(charts, Key.Key_5, Key.Key_Down)
    assert said(charts) == (
        "紧急 签收：半数在 12分 内，八成 12分，95% 12分；时限 10 分钟，1 件中 1 件超限；现有 0 件"
    )
    chart = charts.charts[PACES]
    ticks = [word for _, word in chart.item.getAxis("bottom")._tickLevels[0]]
    assert "时限 100%" in ticks
    assert chart.rows[0].marks == (1.2, 1.2, 1.2)


def test_the_ages_move_on_with_the_time(qtbot: QtBot, room: Room, charts: ChartsPanel) -> None:
    filed(room, PETROL)
    begin(qtbot, charts)
    first = charts.tables[AGE]
    room.clock.at += timedelta(hours=3)
    charts.ask()
    qtbot.waitUntil(lambda: charts.tables[AGE] != first)
    assert charts.tables[AGE].rows[0].spots[1].words == "紧急，立案1天内：1 件（按自然时间）"
