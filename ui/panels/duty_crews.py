"""Drafting a span: the pattern, the days, and who forms team 1, 2 … of each post."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.duty import MOST_TEAMS, Pattern, Post
from commandcenter.domain.rota import Crew, crews_of, next_team, rotate
from ui.models.duty import POSTS
from ui.panels.duty_book import DutyBook
from ui.panels.duty_people import NameEditor
from ui.panels.flow import FlowLayout, abreast
from ui.panels.keys import FormKeys
from ui.panels.order import read_in_order
from ui.scale import ROUND
from ui.words import STREET_ZONE, say, word
from ui.words.rosters import people_text, shift_name


class CrewTable(QTableWidget):
    """Posts by teams; a cell takes names or initials."""

    def __init__(self, book: DutyBook, parent: QWidget) -> None:
        """Empty, a row for each post."""
        super().__init__(len(POSTS), 0, parent)
        self.setObjectName("duty.crews")
        self.setAccessibleName(self.tr("班组人员"))
        self.findChild(QAbstractButton).setAccessibleName(self.tr("全选"))
        self.setVerticalHeaderLabels([word(one) for one in POSTS])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(90)
        self.setItemDelegate(NameEditor(book.roll, lambda index: POSTS[index.row()], self))
        self.setWordWrap(True)


class CrewsPage(QWidget):
    """Crews are read off the month in view where it has duties; what is typed here stays.

    `drafted` comes when a draft was given; `left` from Esc.
    """

    drafted = Signal()
    left = Signal()

    def __init__(self, book: DutyBook, parent: QWidget | None = None) -> None:
        """Empty until the book has a month."""
        super().__init__(parent)
        self._book = book
        self._crews: dict[str, tuple[Crew, ...]] = {}
        self._shown = ""
        self.pattern = QComboBox(objectName="duty.pattern2")
        self.first, self.last = QDateEdit(), QDateEdit()
        self.lead = QComboBox(objectName="duty.lead")
        self.daily = QCheckBox(self.tr("带班领导按天轮换（一天全程带班）"), checked=True)
        self.table = CrewTable(book, self)
        self.go = QPushButton(self.tr("生成草稿 Ctrl+Enter"), objectName="duty.draft")
        self._note = QLabel(wordWrap=True, objectName="duty.crewnote")
        self._lay_out()
        self._wire()

    def show_month(self) -> None:
        """Offer the patterns and what the month in view teaches about the crews."""
        book = self._book
        if book.month is None or book.pattern is None:
            return
        for one in book.month.patterns:
            read = crews_of(one, book.month.duties, STREET_ZONE)
            if any(any(crew.teams) for crew in read):
                self._crews.setdefault(one.id, read)
        before = self.pattern.currentData()
        known = [(one.name, one.id) for one in book.month.patterns]
        if [self.pattern.itemText(n) for n in range(self.pattern.count())] != [a for a, _ in known]:
            self.pattern.clear()
            for name, key in known:
                self.pattern.addItem(name, key)
            usual = next(iter(self._crews), book.pattern.id)
            at = self.pattern.findData(before or usual)
            self.pattern.setCurrentIndex(max(0, at))
        if self.first.date() != QDate(book.first) and not self.isVisible():
            self.first.setDate(QDate(book.first))
            self.last.setDate(QDate(book.last))
        self.go.setEnabled(book.may_make)
        self._show_crews()

    def draft(self) -> None:
        """Give the draft of the span, unless a name is not clear: then say which."""
        pattern = self._pattern()
        crews = self._read(pattern) if pattern else None
        if pattern is None or crews is None or not self.go.isEnabled():
            return
        first, last = _day(self.first), _day(self.last)
        lines = rotate(pattern, crews, first, last, self.lead.currentIndex())
        if not lines:
            self._book.desk.say("refusal", self.tr("班组里还没有人；请先填姓名或拼音首字母"))
            return
        self._crews[pattern.id] = crews
        self._book.choose(pattern.id)
        self._book.plan(pattern, first, last, lines)
        self._book.show(first)
        self.drafted.emit()

    # ---- how --------------------------------------------------------------------------------

    def _pattern(self) -> Pattern | None:
        month, key = self._book.month, self.pattern.currentData()
        known = month.patterns if month else ()
        return next((one for one in known if one.id == key), None)

    def _show_crews(self) -> None:
        pattern = self._pattern()
        if pattern is None:
            return
        crews = {one.post: one for one in self._crews.get(pattern.id, ())}
        shown = f"{pattern}{crews}"
        if shown == self._shown:
            return
        self._shown = shown
        wide = (
            max(pattern.teams, *(len(one.teams) for one in crews.values()), 1)
            if crews
            else (pattern.teams)
        )
        self.table.setColumnCount(wide)
        self.table.setHorizontalHeaderLabels(
            [say("第 {n} 班组").format(n=n + 1) for n in range(wide)]
        )
        for row, post in enumerate(POSTS):
            teams = crews[post].teams if post in crews else ()
            for column in range(wide):
                people = teams[column] if column < len(teams) else ()
                text = people_text(people, self._book.names)
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._show_lead(pattern)

    def _show_lead(self, pattern: Pattern) -> None:
        self.lead.clear()
        for n in range(pattern.teams):
            self.lead.addItem(say("第 {n} 班组").format(n=n + 1))
        self.lead.setCurrentIndex(next_team(pattern, _day(self.first)))
        shifts = say("、").join(
            f"{shift_name(one.name)} {one.begin:%H:%M}–{one.end:%H:%M}" for one in pattern.parsed()
        )
        text = say("{shifts}，{teams} 个班组轮换；首日第一个班从上面选的班组起，默认接着上月轮")
        self._note.setText(text.format(shifts=shifts, teams=pattern.teams))

    def _read(self, pattern: Pattern) -> tuple[Crew, ...] | None:
        """The crews as typed, or None after saying what is wrong."""
        found = []
        for row, post in enumerate(POSTS):
            teams = []
            for column in range(self.table.columnCount()):
                item = self.table.item(row, column)
                people, wrong = self._book.roll.read(item.text() if item else "", post)
                if wrong:
                    self.table.setCurrentCell(row, column)
                    self._book.desk.say("refusal", wrong)
                    return None
                teams.append(people)
            daily = post is Post.LEADER and self.daily.isChecked()
            found.append(Crew(post=post, teams=tuple(teams), daily=daily))
        return tuple(found)

    def _spread(self) -> None:
        """One more team than the pattern has: leaders may be more than the teams."""
        wide = self.table.columnCount()
        if wide < MOST_TEAMS:
            self.table.setColumnCount(wide + 1)
            head = QTableWidgetItem(say("第 {n} 班组").format(n=wide + 1))
            self.table.setHorizontalHeaderItem(wide, head)

    def _chosen(self) -> None:
        self._shown = ""
        self._show_crews()

    def _moved(self) -> None:
        pattern = self._pattern()
        if pattern is not None:
            self.lead.setCurrentIndex(next_team(pattern, _day(self.first)))

    def _lay_out(self) -> None:
        for edit in (self.first, self.last):
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setCalendarPopup(True)
        self.first.setAccessibleName(self.tr("排班首日"))
        self.last.setAccessibleName(self.tr("排班末日"))
        self.pattern.setAccessibleName(self.tr("班制"))
        self.lead.setAccessibleName(self.tr("首班班组"))
        top = FlowLayout(gap=6)
        for text, widget in (
            (self.tr("班制"), self.pattern),
            (self.tr("从"), self.first),
            (self.tr("到"), self.last),
            (self.tr("首班由"), self.lead),
        ):
            top.addWidget(abreast(QLabel(text), widget))
        for choice in (self.pattern, self.lead):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        more = QHBoxLayout()
        wider = QPushButton(self.tr("加一个班组"), objectName="duty.wider")
        wider.clicked.connect(self._spread)
        more.addWidget(self.daily)
        more.addStretch()
        more.addWidget(wider)
        more.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*ROUND)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self._note)
        column.addLayout(more)
        read_in_order(self)
        self.setFocusProxy(self.table)

    def _wire(self) -> None:
        keys = FormKeys(self)
        keys.bind("Ctrl+Return", self.draft)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.table, self.pattern, self.first, self.last, self.lead, self.daily, self.go)
        self.go.clicked.connect(self.draft)
        self.pattern.activated.connect(self._chosen)
        self.first.dateChanged.connect(self._moved)


def _day(edit: QDateEdit) -> date:
    found = edit.date()
    return date(found.year(), found.month(), found.day())
