"""A sheet of people at risk: chosen beside the desk, looked at, then taken or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.intake.risk_sheet import RiskSheet, read_people, write_counts
from ui.context import DeskContext
from ui.panels.choosers import FileChooser
from ui.panels.keys import FormKeys
from ui.words import STREET_ZONE, say

FAULTS = {
    "formula": "单元格是公式",
    "name_missing": "没有姓名",
    "place_missing": "没有住址",
    "too_long": "文字太长",
    "phone": "电话看不懂",
    "community": "没有这个社区",
    "grid": "没有这个网格",
    "point": "经纬度看不懂",
    "doubled": "与上面某行是同一人",
}
MOST_TOLD = 500


class RiskSheetPage(QWidget):
    """Shows what a sheet holds; `given` carries the RiskSheet to list, `left` goes back."""

    given = Signal(object)
    left = Signal()
    looked = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing until a sheet was read."""
        super().__init__(parent)
        self._desk = desk
        self._found: RiskSheet | None = None
        self._given: RiskSheet | None = None
        self._files = FileChooser(self, self.tr("表格 (*.xlsx *.csv)"))
        self._said = QLabel(self, objectName="evacuation.preview", wordWrap=True)
        self._rows = QListWidget(self, objectName="evacuation.rows")
        self._rows.setAccessibleName(self.tr("表格里的每一行"))
        self._take = QPushButton(self, objectName="evacuation.take")
        self._drop = QPushButton(self.tr("放弃"), self, objectName="evacuation.drop")
        self._lay_out()

    def choose(self) -> None:
        """Ask for a sheet and look at it."""
        self._files.to_read(self.tr("导入转移名单"), self.look)

    def choose_counts(self, rows: Sequence[Sequence[str]]) -> None:
        """Ask for a place and write the counts there."""
        day = self._desk.now().astimezone(STREET_ZONE)
        stem = f"{self.tr('转移统计')}-{day:%Y%m%d-%H%M}"
        self._files.to_write(self.tr("导出转移统计"), stem, partial(self.write, rows))

    def write(self, rows: Sequence[Sequence[str]], name: str) -> None:
        """Write the counts into this file, off the screen's thread."""
        told = say("已导出 {count} 行到 {file}")
        self._desk.worker.export(
            partial(write_counts, Path(name), self.tr("转移统计"), rows),
            lambda count: self._desk.say("info", told.format(count=count, file=Path(name).name)),
            owner=self,
        )

    def look(self, name: str) -> None:
        """Read this sheet and show what would be listed."""
        reference = self._desk.reference
        grids = [shape.grid.code for shape in reference.grids]
        call = partial(read_people, Path(name), reference.communities, grids)
        self._desk.worker.run(call, self._show, owner=self)

    def take(self) -> bool:
        """Hand the sheet on; it stays here until listed() or refused() tells how it went."""
        found = self._found
        if found is not None and found.lines and found is not self._given:
            self._given = found
            self.given.emit(found)
        return True

    def listed(self, sheet: RiskSheet) -> bool:
        """Its people are on the list and need not stay; whether they still stood here."""
        stood = self._found is sheet
        if stood:
            self._forget()
        return stood

    def refused(self, sheet: RiskSheet, why: object = None) -> None:
        """They were not listed: the same sheet can be given again."""
        if self._given is sheet:
            self._given = None

    def drop(self) -> bool:
        """Forget the sheet."""
        self._forget()
        self.left.emit()
        return True

    def _forget(self) -> None:
        self._found = self._given = None
        self._rows.clear()

    def _show(self, found: RiskSheet) -> None:
        self._found = found
        bad = say("▲ 第 {row} 行不收：{why}")
        told = [bad.format(row=one.row, why=say(FAULTS[one.code])) for one in found.bad]
        good = say("第 {row} 行 · {place} · {name}")
        told += [good.format(row=row, place=one.place, name=one.name) for row, one in found.lines]
        self._rows.clear()
        self._rows.addItems(told[:MOST_TOLD])
        if len(told) > MOST_TOLD:
            self._rows.addItem(say("… 还有 {count} 条").format(count=len(told) - MOST_TOLD))
        counted = {"good": len(found.lines), "bad": len(found.bad)}
        text = say("可列入 {good} 人，{bad} 行不收；已在名单上的不会重复列入")
        self._said.setText(text.format(**counted))
        part = say("只列入没有问题的 {good} 人") if found.bad else say("列入全部 {good} 人")
        self._take.setText(part.format(**counted))
        self._take.setEnabled(bool(found.lines))
        self.looked.emit()
        (self._take if found.lines else self._drop).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._take)
        buttons.addWidget(self._drop)
        buttons.addStretch(1)
        hint = QLabel(self.tr("Ctrl+Enter 列入 · Esc 放弃；确认前什么都没有写入"), self)
        hint.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self._said)
        column.addWidget(self._rows, 1)
        column.addLayout(buttons)
        column.addWidget(hint)
        keys = FormKeys(self)
        keys.bind("Ctrl+Return", self.take)
        keys.bind("Escape", self.drop)
        keys.watch(self._rows, self._take, self._drop)
        for button, call in ((self._take, self.take), (self._drop, self.drop)):
            button.setAutoDefault(True)
            button.clicked.connect(call)
