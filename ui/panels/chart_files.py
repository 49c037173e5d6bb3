"""The charts kept as a file: the figures as a sheet, or the picture of what is seen at 2x."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from commandcenter.services.chart_views import Charts
from commandcenter.services.whole import Tick, unwatched, whole
from ui.context import DeskContext
from ui.models.chart_rows import Table, range_words, say
from ui.palette import colours
from ui.panels.choosers import FileChooser

if TYPE_CHECKING:
    from ui.panels.charts import ChartsPanel

FACTOR = 2.0
"""How many pixels of the file a pixel of the screen becomes."""
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class ChartFiles:
    """One key for both; the ending that is chosen decides."""

    def __init__(self, panel: ChartsPanel, desk: DeskContext) -> None:
        """Nothing is open."""
        self._panel, self._desk = panel, desk
        self.chooser = FileChooser(panel, say("表格 (*.xlsx)"), say("图片 (*.png)"))

    def choose(self, answer: Charts, tables: Mapping[str, Table], page: str) -> None:
        """Ask where; what is written is what is shown when the key is pressed."""
        at = f"{answer.at.astimezone(self._desk.clock.zone):%Y%m%d-%H%M}"
        picture, lines = self.picture(), self._sheets(answer, tables)
        write = partial(self.write, picture, lines)
        self.chooser.to_write(say("导出态势"), f"{say('态势')}-{at}", write)

    def write(self, picture: QImage, sheets: list[Any], name: str) -> None:
        """Write the file off the screen's thread; a fresh one takes the old one's place."""
        path = Path(name)
        work: Callable[[Path, Tick], None] = (
            partial(write_picture, picture)
            if path.suffix.lower() == ".png"
            else partial(write_sheets, sheets)
        )
        told = say("已导出到 {file}").format(file=path.name)
        self._desk.worker.export(
            partial(_write, path, work),
            lambda _: self._desk.say("info", told),
            owner=self._panel,
        )

    def picture(self) -> QImage:
        """What is seen of the charts, twice as large."""
        panel, charts = self._panel, self._panel.seen()
        size = panel.size() * FACTOR
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(FACTOR)
        image.fill(colours().colour("panel"))
        painter = QPainter(image)
        for chart in charts:
            chart.render(painter, chart.mapTo(panel, QPoint(0, 0)))
        painter.end()
        top = min((chart.y() for chart in charts), default=0)
        return image.copy(0, int(top * FACTOR), image.width(), image.height() - int(top * FACTOR))

    def _sheets(self, answer: Charts, tables: Mapping[str, Table]) -> list[Any]:
        zone = self._desk.clock.zone
        start, end = answer.steps[0].start.astimezone(zone), answer.at.astimezone(zone)
        over = say("{range}：{start} 至 {end}").format(
            range=range_words(answer.days),
            start=f"{start:%Y-%m-%d %H:%M}",
            end=f"{end:%Y-%m-%d %H:%M:%S}",
        )
        ranged = {"flow", "paces"}
        now = say("截至 {at}").format(at=f"{end:%Y-%m-%d %H:%M:%S}")
        return [
            (table.title, over if kind in ranged else now, table.cells)
            for kind, table in tables.items()
        ]


def _write(path: Path, work: Callable[[Path, Tick], None], step: Tick) -> None:
    with whole(path) as fresh:
        work(fresh, step)


def write_picture(image: QImage, path: Path, step: Tick = unwatched) -> None:
    """A PNG; OSError when it cannot be written."""
    if not image.save(str(path), "PNG"):
        raise OSError(path.name)


def write_sheets(sheets: list[Any], path: Path, step: Tick = unwatched) -> None:
    """A sheet for each chart: its range, its header, numbers as numbers; OSError."""
    import xlsxwriter  # a desk that exports nothing starts without it

    book = xlsxwriter.Workbook(str(path), PLAIN)
    strong = book.add_format({"bold": True, "bottom": 1})
    for at, (title, over, cells) in enumerate(sheets):
        step(at, len(sheets))
        _fill(book.add_worksheet(title[:31]), over, cells, strong)
    try:
        book.close()  # where the file is written; not when it was given up
    except xlsxwriter.exceptions.XlsxWriterException as fault:
        raise OSError(str(fault)) from fault


def _fill(sheet: Any, over: str, cells: tuple[tuple[str | float, ...], ...], strong: Any) -> None:
    sheet.write_string(0, 0, over)
    for column, name in enumerate(cells[0]):
        sheet.write_string(1, column, str(name), strong)
        sheet.set_column(column, column, 18 if column < 2 else 12)
    for row, line in enumerate(cells[1:], 2):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell)
            else:
                sheet.write_number(row, column, cell)
    sheet.freeze_panes(2, 0)
