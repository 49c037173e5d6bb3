"""The roster as a sheet and on paper: a sheet is looked at before it is taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands import DutyLine
from commandcenter.domain.duty import Pattern, Post
from commandcenter.intake.duty_sheet import (
    BadLine,
    RosterSheet,
    RosterWords,
    read_roster,
    write_roster,
)
from ui.panels.choosers import FileChooser
from ui.panels.duty_book import DutyBook
from ui.panels.duty_paper import html_of, print_month
from ui.scale import NONE
from ui.words import say, word
from ui.words.rosters import SHIFTS, day_text, people_text, shift_name

MOST_TOLD = 500
BAD = {
    "cell_formula": "公式不收，请先把它变成文字",
    "roster_day": "日期“{text}”读不懂，请写成 2025-10-01",
    "roster_shift": "所选班制里没有班次“{text}”",
    "roster_nobody": "没有叫“{text}”的人",
    "roster_two_names": "有几个人叫“{text}”，请改写成人员代号",
}


class FilesStrip(QWidget):
    """Hidden until a sheet was read; nothing is drafted before it is taken.

    What was refused stays and can be given again.
    """

    left = Signal()

    def __init__(self, book: DutyBook, parent: QWidget | None = None) -> None:
        """Hidden."""
        super().__init__(parent)
        self._book = book
        self._files = FileChooser(self)
        self._found: tuple[Pattern, RosterSheet] | None = None
        self._given: RosterSheet | None = None
        self._said = QLabel(objectName="duty.preview", wordWrap=True)
        self._told = QListWidget(objectName="duty.told")
        self._told.setAccessibleName(self.tr("导入预览"))
        self._told.setMaximumHeight(200)
        self._take = QPushButton(self.tr("作为草稿导入"), objectName="duty.take")
        self._drop = QPushButton(self.tr("放弃"), objectName="duty.dropsheet")
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._take)
        row.addWidget(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.addLayout(row)
        column.addWidget(self._told)
        self._take.clicked.connect(self.take)
        self._drop.clicked.connect(self.drop)
        self.hide()

    def start(self, what: str) -> None:
        """Ask for a file to import, export or print the month."""
        month = f"{self._book.first:%Y-%m}"
        name = say("值班表-{month}").format(month=month)
        if what == "import":
            title = self.tr("导入值班表")
            self._files.to_read(title, self.look, f"{title} (*.xlsx *.csv)")
        elif what == "print":
            title = self.tr("打印值班表（PDF）")
            self._files.to_write(title, name, self.print, f"{title} (*.pdf)")
        else:
            title = self.tr("导出值班表")
            self._files.to_write(title, name, self.write, f"{title} (*.xlsx *.csv)")

    def write(self, name: str) -> None:
        """Write the month in view into this file, off the screen's thread."""
        book, told = self._book, say("已导出 {count} 行到 {file}")
        rows = book.rows()
        lines = [
            DutyLine(day=row.day, shift=row.shift, post=post, person=person)
            for row in rows
            for post in row.shown
            for person in row.people(post)
        ]
        book.desk.worker.export(
            partial(write_roster, Path(name), lines, self._words()),
            lambda count: book.desk.say("info", told.format(count=count, file=Path(name).name)),
            owner=self,
        )

    def print(self, name: str) -> None:
        """Draw the month in view on A4 pages of a PDF, off the screen's thread."""
        book = self._book
        html = html_of(book.rows(), book.names, book.desk.reference.street_name)
        font, at = QApplication.font(), book.desk.now()
        told = self.tr("已打印 %1 页到 %2").replace("%2", Path(name).name)
        book.desk.worker.export(
            partial(print_month, Path(name), html, font, at),
            lambda pages: book.desk.say("info", told.replace("%1", str(pages))),
            owner=self,
        )

    def look(self, name: str) -> None:
        """Read this sheet and show what it would draft."""
        pattern = self._book.pattern
        if pattern is None:
            return
        shifts = [one.name for one in pattern.parsed()]
        call = partial(read_roster, Path(name), self._words(), shifts)
        self._book.desk.worker.run(call, partial(self._show, pattern), owner=self)

    def take(self) -> None:
        """Draft what was looked at, unless it is under way."""
        if self._found is None or self._found[1] is self._given:
            return
        pattern, found = self._found
        self._given = found
        self._book.choose(pattern.id)
        heard = partial(self._heard, found)
        self._book.plan(pattern, found.first, found.last, found.lines, heard)
        self._book.show(found.first)

    def drop(self) -> None:
        """Forget the sheet."""
        self._forget()
        self.left.emit()

    def _heard(self, found: RosterSheet, taken: bool) -> None:
        if self._given is not found:
            return  # the hand has gone on
        self._given = None
        if taken:
            held = self.isAncestorOf(QApplication.focusWidget())
            self._forget()
            if held:
                self.left.emit()

    def _forget(self) -> None:
        self._found = self._given = None
        self._told.clear()
        self.hide()

    def _show(self, pattern: Pattern, found: RosterSheet) -> None:
        self._found, self._given = (pattern, found), None
        self._told.clear()
        told = [_bad_text(one) for one in found.bad]
        told += self._line_texts(found)
        self._told.addItems(told[:MOST_TOLD])
        if len(told) > MOST_TOLD:
            self._told.addItem(say("… 还有 {count} 条").format(count=len(told) - MOST_TOLD))
        text = say("{first} 至 {last}：{count} 班，{bad} 处不收；确认前什么都没有写入")
        self._said.setText(
            text.format(
                first=found.first, last=found.last, count=len(found.lines), bad=len(found.bad)
            )
        )
        self._take.setEnabled(bool(found.lines))
        self.show()
        (self._take if found.lines else self._drop).setFocus()

    def _line_texts(self, found: RosterSheet) -> list[str]:
        """Each shift of the sheet with who would stand there, ± where it differs from now."""
        cells: dict[tuple[object, str], dict[Post, list[str]]] = {}
        for one in found.lines:
            cells.setdefault((one.day, one.shift), {}).setdefault(one.post, []).append(one.person)
        now = {(row.day, row.shift): row for row in self._book.rows()}
        names, texts = self._book.names, []
        for one in dict.fromkeys((line.day, line.shift) for line in found.lines):
            row, posts = now.get(one), cells[one]
            same = row is not None and all(
                sorted(row.people(post)) == sorted(posts.get(post, ())) for post in Post
            )
            said = [f"{word(post)} {people_text(tuple(posts[post]), names)}" for post in posts]
            sign = "＝" if same else "±" if row is not None and row.shown else "＋"
            head = f"{sign} {day_text(one[0])} {shift_name(one[1])}"
            texts.append(head + say("：") + say("，").join(said))
        return texts

    def _words(self) -> RosterWords:
        return RosterWords(
            title=say("值班表"),
            day=say("日期"),
            shift=say("班次"),
            posts={post: word(post) for post in Post},
            shifts={key: say(text) for key, text in SHIFTS.items()},
            names=self._book.names,
        )


def _bad_text(one: BadLine) -> str:
    why = say(BAD[one.code]).format(text=one.text)
    return say("▲ 第 {row} 行：{why}").format(row=one.row, why=why)
