"""The charts in the whole window: their keys come first, a figure is listed in the queue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes import open_room
from tests.ui.deskroom import DAY, PETROL
from tests.ui.test_app import opened
from tests.walks import filed
from ui.models.chart_rows import AGE

Key = Qt.Key


def test_a_figure_is_listed_by_the_keys_of_the_panel_alone(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    urgent = [filed(room, item=PETROL), filed(room, item=PETROL)]
    filed(room)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        desk = found.desk
        qtbot.waitActive(desk.window)
        qtbot.waitUntil(lambda: desk.charts.answer is not None)
        desk.selection.set_case(urgent[0])
        desk.window.go("charts")
        qtbot.waitUntil(desk.charts.hasFocus)
        press = lambda *keys: [QTest.keyClick(desk.charts, one) for one in keys]  # noqa: E731
        press(Key.Key_T)  # 退单 of the window's actions
        qtbot.waitUntil(lambda: len(desk.charts.answer.steps) == 7)
        assert not desk.window.panel("step").isVisible()
        press(Key.Key_2, Key.Key_Down, Key.Key_Return)
        assert desk.charts.page == AGE
        model = desk.queue.model
        assert {model.line(n).id for n in range(model.rowCount())} == set(urgent)
        assert desk.charts.hasFocus() and "紧急" in desk.queue.bar.part.text()
        third = filed(room, item=PETROL)
        qtbot.waitUntil(lambda: model.row_of(third) >= 0)
        qtbot.waitUntil(lambda: desk.charts.tables[AGE].rows[0].whole.shown == 3)
        press(Key.Key_Escape)
        assert model.rowCount() == 4 and desk.queue.bar.part.isHidden()
