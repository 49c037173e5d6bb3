"""The charts as files: read back as they are shown, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from commandcenter.domain.refusal import Refusal
from commandcenter.services.whole import whole
from tests.fakes import Room
from tests.ui.deskroom import PETROL, at_work, morning
from tests.walks import closed, dispatched, filed, sign
from ui.context import DeskContext
from ui.palette import DARK, use
from ui.panels.chart_files import write_sheets
from ui.panels.charts import ChartsPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with morning(tmp_path / "street") as opened:
        filed(opened, item=PETROL)
        late = dispatched(opened, item="04-06")
        opened.clock.pass_(minutes=12)
        sign(opened, late)
        closed(opened)
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
    panel.start()
    qtbot.waitUntil(lambda: panel.answer is not None)
    yield panel
    panel.stop()
    use(DARK)


def export(qtbot: QtBot, panel: ChartsPanel, path: Path) -> None:
    """By the key and the chooser, as a person does it."""
    panel.export()
    chooser = panel._files.chooser.open
    assert chooser is not None
    kind = "png" if path.suffix == ".png" else "xlsx"
    chooser.selectNameFilter(next(one for one in chooser.nameFilters() if kind in one))
    chooser.setDirectory(str(path.parent))
    field = chooser.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(path.name)
    chooser.accept()
    qtbot.waitUntil(path.exists)


def test_the_sheet_has_the_figures_as_numbers_with_headers_and_their_range(
    qtbot: QtBot, charts: ChartsPanel, tmp_path: Path
) -> None:
    path = tmp_path / "态势.xlsx"
    export(qtbot, charts, path)
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == [
        "来件结案 近 24 小时",
        "在办时龄",
        "单位负荷",
        "社区负荷",
        "办理用时 近 24 小时",
    ]
    flow = book.get_sheet_by_index(0).to_python()
    assert flow[0][0] == "近 24 小时：2019-07-10 11:00 至 2019-07-11 10:14:00"
    assert flow[1] == ["起", "止", "立案", "其中在办", "结案"]
    assert len(flow) == 26 and flow[-1][2:] == [3, 2, 1]
    ages = book.get_sheet_by_index(1).to_python()
    assert ages[0][0] == "截至 2019-07-11 10:14:00"
    assert ages[2][:3] == ["紧急", 2, 2]
    units = book.get_sheet_by_index(2).to_python()
    assert units[1] == ["单位", "在办", "超时", "将到期", "正常"]
    assert sorted(row[1] for row in units[2:]) == [1, 1]
    paces = book.get_sheet_by_index(4).to_python()
    signed = next(row for row in paces[2:] if row[:2] == ["签收", "紧急"])
    assert signed[2:6] == [1, 12, 12, 12] and signed[6] == 1.2
    assert signed[9:12] == ["10 分钟", "自然时间", 1]


def test_the_picture_is_what_is_seen_twice_as_large(
    qtbot: QtBot, charts: ChartsPanel, tmp_path: Path
) -> None:
    path = tmp_path / "态势.png"
    export(qtbot, charts, path)
    image = QImage(str(path))
    chart = charts.seen()[0]
    assert image.width() == 2 * charts.width()
    assert image.height() == 2 * (charts.height() - chart.y())
    seen = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, 400, 3)}
    assert len(seen) > 8


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_sheets([("表", "=1+1", (("单位", "=SUM(A1)"), ("=1+1", 3)))], path)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows == [["=1+1", ""], ["单位", "=SUM(A1)"], ["=1+1", 3]]


@pytest.mark.parametrize(
    ("trouble", "code"),
    [(OSError(28, "full"), "sheet_unwritable"), (Refusal("given_up"), "given_up")],
)
def test_a_file_that_is_not_finished_leaves_the_old_one_and_nothing_beside_it(
    tmp_path: Path, trouble: Exception, code: str
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    with pytest.raises(Refusal, match=code), whole(path) as fresh:
        fresh.write_bytes(b"half")
        raise trouble
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]
    with whole(path) as fresh:
        fresh.write_bytes(b"new")
    assert path.read_bytes() == b"new" and list(tmp_path.iterdir()) == [path]
