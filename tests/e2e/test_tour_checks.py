"""The eyes of the tour: each of its checks fails on a window that is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase
from tests.fakes import open_room
from tests.ui.deskroom import DAY, GRID, PETROL
from tests.ui.test_app import opened
from ui.tour import checks
from ui.tour.hands import Hands


def test_each_check_sees_what_is_wrong(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    case = room.report(PETROL, grid=GRID)
    room.do(FileCase, "lead-1", case=case)
    with opened(qtbot, room, tmp_path / "data", person="lead-1", map_too=True) as found:
        desk, hands = found.desk, Hands(found.desk.window)
        hands.rest(0.8)
        shot = desk.window.grab().toImage()
        assert checks.map_lives(desk, shot) == []
        assert checks.marker_stands(desk, hands, shot, case, "green") == []
        assert checks.nothing_cut(desk) == [] and checks.no_stranger(desk) == []

        blank = QImage(shot.size(), shot.format())
        blank.fill(QColor("black"))
        assert checks.map_lives(desk, blank) == ["the map shows only 1 colours"]
        assert checks.marker_stands(desk, hands, blank, case, "green") != []
        assert checks.marker_stands(desk, hands, shot, "no-such-case", "green") != []

        place = room.case(case).place
        assert checks.nothing_told(desk, ("13800005678",)) == []
        assert checks.nothing_told(desk, (place,)) == [f"the window shows {place}"]

        table = desk.window.findChild(QTableView, "queue_table")
        assert table is not None
        for column in range(table.model().columnCount()):
            table.setColumnWidth(column, 8)
        assert checks.nothing_cut(desk) != []
