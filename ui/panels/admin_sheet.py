"""Sheets of the administration window: a file is chosen beside the desk, looked at, then taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.tables import Table, Tables, turned
from commandcenter.intake.sheets import Preview, Step, Wording, export, preview
from ui.context import DeskContext
from ui.models.admin_words import fault_text, heads, title, wording
from ui.panels.choosers import FileChooser
from ui.scale import NONE, TIGHT
from ui.words import STREET_ZONE, say

MOST_TOLD = 2000
REFUSED = "▲ 第 {row} 行不收 · {column}：{why}"
DOUBTED = "△ 第 {row} 行照收，请再看 · {column}：{why}"


def words_of(table: Table, tables: Tables) -> Wording:
    """How the sheet of this table is written."""
    return Wording(title=title(table), titles=heads(table), words=wording(table, tables))


def step_text(table: Table, one: Step, words: Wording) -> str:
    """What an import would do with one line: 改动 water：简称 水务 → 水利."""
    cells = []
    for name, (old, new) in one.cells.items():
        before, after = (
            turned(table, name, cell, words.words.get(name, {})) or say("（空）")
            for cell in (old, new)
        )
        head = words.titles.get(name, name)
        if one.what == "changed":
            cells.append(f"{head} {before} → {after}")
        elif new not in ("", "0"):
            cells.append(f"{head} {after}")
    text = {
        "added": say("＋ 新增 {key}：{cells}"),
        "changed": say("± 改动 {key}：{cells}"),
        "removed": say("－ 删除 {key}"),
    }[one.what]
    return text.format(key=one.key, cells=say("，").join(cells))


class SheetStrip(QWidget):
    """Exports a table, and shows what an import would do until it is taken or dropped.

    `taken` comes when the Desk has it; what was refused stays and can be given again.
    """

    taken = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Hidden until a sheet was read."""
        super().__init__(parent)
        self._desk = desk
        self.files = FileChooser(self, self.tr("表格 (*.xlsx *.csv)"))
        self._found: Preview | None = None
        self._given: Preview | None = None
        self._said = QLabel(objectName="admin.preview", wordWrap=True)
        self._bad = QListWidget(objectName="admin.bad")
        self._bad.setAccessibleName(self.tr("表格里的问题"))
        self._take = QPushButton(self.tr("确认导入"), objectName="admin.take")
        self._drop = QPushButton(self.tr("放弃"), objectName="admin.drop")
        self._take.clicked.connect(self.take)
        self._drop.clicked.connect(self.drop)
        self._lay_out()
        self.hide()

    def choose_export(self, table: Table, tables: Tables) -> None:
        """Ask for a place and write the table there."""
        day = self._desk.now().astimezone(STREET_ZONE).date().isoformat()
        write = partial(self.write, table, tables)
        self.files.to_write(self.tr("导出表格"), f"{title(table)}-{day}", write)

    def choose_import(self, table: Table, tables: Tables) -> None:
        """Ask for a sheet and look at it."""
        self.files.to_read(self.tr("导入表格"), partial(self.look, table, tables))

    def write(self, table: Table, tables: Tables, name: str) -> None:
        """Write the table into this file, off the screen's thread."""
        lines, words = tables.lines(table), words_of(table, tables)
        told = say("已导出 {count} 行到 {file}")
        self._desk.worker.export(
            partial(export, Path(name), table, lines, words),
            lambda count: self._desk.say("info", told.format(count=count, file=Path(name).name)),
            owner=self,
        )

    def look(self, table: Table, tables: Tables, name: str) -> None:
        """Read this sheet and show what it would do."""
        lines, words = tables.lines(table), words_of(table, tables)
        call = partial(preview, Path(name), table, lines, tables.known(), words)
        self._desk.worker.run(call, partial(self._show, words), owner=self)

    def take(self) -> None:
        """Give what was looked at, unless it is under way."""
        found = self._found
        if found is None or found is self._given or not found.steps:
            return
        self._given = found
        kind = SETTING[found.table]
        command = kind(rows=found.rows, seen=found.seen, sheet=True)  # type: ignore[call-arg]
        done, back = partial(self._done, found), partial(self._back, found)
        self._desk.worker.do(command, self._desk.who, done, back, back, owner=self)

    def drop(self) -> None:
        """Forget the sheet."""
        self._found = self._given = None
        self._bad.clear()
        self.hide()

    def _done(self, found: Preview, receipt: object) -> None:
        if self._found is found:
            self.drop()
        self.taken.emit()

    def _back(self, found: Preview, why: object) -> None:
        """It was not taken: the same sheet can be given again."""
        if self._given is found:
            self._given = None

    def _show(self, words: Wording, found: Preview) -> None:
        self._found = found
        self._bad.clear()
        known = {code: word for one in words.words.values() for code, word in one.items()}
        told = [
            say(text).format(
                row=one.row,
                column=words.titles.get(one.fault.column, one.fault.column),
                why=fault_text(one.fault, known),
            )
            for text, cells in ((REFUSED, found.bad), (DOUBTED, found.odd))
            for one in cells
        ]
        told += [step_text(found.table, one, words) for one in found.steps]
        self._bad.addItems(told[:MOST_TOLD])
        if len(told) > MOST_TOLD:
            self._bad.addItem(say("… 还有 {count} 条").format(count=len(told) - MOST_TOLD))
        self._bad.setVisible(bool(told))
        self._said.setText(self._summary(words, found))
        self._take.setVisible(bool(found.steps))
        part = self.tr("只导入没有问题的 %1 行").replace("%1", str(len(found.steps)))
        self._take.setText(part if found.bad else self.tr("确认导入"))
        self.show()
        (self._take if self._take.isVisible() else self._drop).setFocus()

    def _summary(self, words: Wording, found: Preview) -> str:
        text = say("{table}：新增 {added} 行，改动 {changed} 行，删除 {removed} 行")
        text = text.format(
            table=words.title, added=found.added, changed=found.changed, removed=found.removed
        )
        if found.bad:
            rows = len({one.row for one in found.bad})
            more = say("{count} 行有问题不收（有问题时不删除任何行）；也可改好后重新导入")
            return say("{one}；{other}").format(one=text, other=more.format(count=rows))
        if not found.steps:
            return say("{table}：与现有的表完全一样，没有要导入的").format(table=words.title)
        return say("{one}；确认前什么都没有写入").format(one=text)

    def _lay_out(self) -> None:
        self._bad.setMaximumHeight(240)
        buttons = QHBoxLayout()
        buttons.addWidget(self._said, 1)
        buttons.addWidget(self._take)
        buttons.addWidget(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(TIGHT)
        column.addLayout(buttons)
        column.addWidget(self._bad)
