"""The month of duties: typed into, checked in the cell, published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.duty import Finding, Post
from ui.icons import icon
from ui.models.duty import FIRST_POST, STATE, DutyModel
from ui.models.duty_rows import DutyRow
from ui.panels.duty_book import DutyBook
from ui.panels.duty_people import NameEditor
from ui.panels.duty_publish import PublishStrip
from ui.panels.flow import FlowLayout, abreast
from ui.panels.keys import FormKeys
from ui.panels.order import read_in_order
from ui.scale import ROUND, TIGHT
from ui.theme import keep_rows
from ui.words import STREET_ZONE, say
from ui.words.rosters import fault_text

MOST_FAULTS = 200
SEEN_FAULTS = 4
ROOM_BESIDE = 30
"""Pixels beside the columns: margins and the bar to scroll with."""


class DutyTable(QTableView):
    """Shifts by posts; Enter or a letter opens a cell, Delete empties it. `left` comes from Esc."""

    left = Signal()
    emptied = Signal(object, object)

    def __init__(self, book: DutyBook, parent: QWidget | None = None) -> None:
        """Empty until the model is loaded."""
        super().__init__(parent)
        self.model_ = DutyModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(NameEditor(book.roll, self.model_.post, self))
        self.setObjectName("duty.table")
        self.setAccessibleName(self.tr("值班表"))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        keep_rows(self)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 1, STATE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() != QAbstractItemView.State.EditingState and _open(index):
                self.edit(index)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            if _open(index):
                self.emptied.emit(self.model_.row(index.row()), self.model_.post(index))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _open(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


class MonthPage(QWidget):
    """The month with its faults below; `wanted` names what the panel is to do: import, export …"""

    left = Signal()
    wanted = Signal(str)

    def __init__(self, book: DutyBook, parent: QWidget | None = None) -> None:
        """Empty until the book has a month."""
        super().__init__(parent)
        self._book = book
        self.table = DutyTable(book, self)
        self.publish = PublishStrip(book, self)
        self.faults = QListWidget(objectName="duty.faults")
        self.faults.setAccessibleName(self.tr("排班问题"))
        self._title = QLabel(objectName="duty.title")
        self._pattern = QComboBox(objectName="duty.pattern")
        self._pattern.setAccessibleName(self.tr("空白日的班制"))
        self._note = QLabel(objectName="duty.note", wordWrap=True)
        self._buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self._wire()

    def show_month(self) -> None:
        """Show what the book holds; the cursor stays where it is."""
        book = self._book
        free = book.desk.now() if book.may_make else None
        self.table.model_.load(book.rows(), book.names, free)
        self.updateGeometry()
        self._title.setText(f"{book.first:%Y-%m}")
        self._show_patterns()
        self._show_faults()
        for name, button in self._buttons.items():
            needs = {"publish": book.may_publish}.get(name, book.may_make)
            button.setEnabled(needs or name in ("back", "on", "export", "print"))
        duties = book.month.duties if book.month else ()
        self.publish.show_month()
        self._note.setText(say(_KEYS if duties else _EMPTY))
        if not self.table.currentIndex().isValid():
            self.go_to(book.desk.now().astimezone(STREET_ZONE).date())

    def go_to(self, day: date) -> None:
        """Make the first cell of a day the current one."""
        model = self.table.model_
        rows = range(model.rowCount())
        at = next((n for n in rows if (row := model.row(n)) and row.day >= day), 0)
        index = model.index(at, max(FIRST_POST, self.table.currentIndex().column()))
        self._look_at(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def current(self) -> DutyRow | None:
        """The row under the cursor."""
        return self.table.model_.row(self.table.currentIndex().row())

    def next_fault(self) -> None:
        """Go from fault to fault."""
        count = self.faults.count()
        if count:
            self.faults.setCurrentRow((self.faults.currentRow() + 1) % count)
            self._see_fault(self.faults.currentItem())
        else:
            self._book.desk.say("info", self.tr("没有发现排班问题"))

    # ---- how --------------------------------------------------------------------------------

    def _typed(self, row: DutyRow, post: Post, text: str) -> None:
        people, wrong = self._book.roll.read(text, post)
        if wrong:
            self._book.desk.say("refusal", wrong)
        else:
            self._book.put(row, post, people)

    def _emptied(self, row: DutyRow, post: Post) -> None:
        if row.people(post):
            self._book.put(row, post, ())

    def _copy(self) -> None:
        row = self.current()
        day = self._book.copy_week(row.day) if row else None
        if day is None:
            self._book.desk.say("refusal", self.tr("这一周还没有排班，没有可复制的"))
        else:
            said = self.tr("本周已复制到下一周（草稿），光标已到下一周")
            self._book.desk.say("info", said)
            if day <= self._book.last:
                self.go_to(day)

    def _drop(self) -> None:
        row = self.current()
        if row is not None:
            self._book.drop(row.day, row.day)

    def _see_fault(self, item: QListWidgetItem | None) -> None:
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        if isinstance(found, Finding):
            index = self.table.model_.place(found.at, found.post)
            self._look_at(index)
            self.table.setFocus()

    def _look_at(self, index: QModelIndex) -> None:
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _show_patterns(self) -> None:
        book = self._book
        known = book.month.patterns if book.month else ()
        self._pattern.blockSignals(True)
        self._pattern.clear()
        for one in known:
            self._pattern.addItem(one.name, one.id)
        if book.pattern is not None:
            self._pattern.setCurrentIndex(self._pattern.findData(book.pattern.id))
        self._pattern.blockSignals(False)

    def _show_faults(self) -> None:
        book, row = self._book, self.faults.currentRow()
        found = book.month.findings if book.month else ()
        self.faults.clear()
        for one in found[:MOST_FAULTS]:
            item = QListWidgetItem(fault_text(one, book.names, STREET_ZONE))
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.faults.addItem(item)
        self.faults.setCurrentRow(min(row, self.faults.count() - 1))
        self.faults.setVisible(bool(found))
        high = self.faults.sizeHintForRow(0) if found else 0
        self.faults.setFixedHeight(min(SEEN_FAULTS, len(found)) * high + 6)

    def _offers(self) -> tuple[tuple[str, str, str, str, Callable[[], object]], ...]:
        book, wanted = self._book, self.wanted
        return (
            ("back", "◀", "Ctrl+PgUp", "", lambda: book.turn(-1)),
            ("on", "▶", "Ctrl+PgDown", "", lambda: book.turn(1)),
            ("copy", self.tr("复制本周"), "Ctrl+D", "copy", self._copy),
            ("drop", self.tr("撤当日草稿"), "Ctrl+Del", "undo", self._drop),
            ("publish", self.tr("发布"), "Ctrl+Return", "check", self.publish.begin),
            ("import", self.tr("导入"), "Ctrl+I", "import", lambda: wanted.emit("import")),
            ("export", self.tr("导出"), "Ctrl+E", "export", lambda: wanted.emit("export")),
            ("print", self.tr("打印"), "Ctrl+P", "print", lambda: wanted.emit("print")),
        )

    def _lay_out(self) -> None:
        for name, text, key, meaning, call in self._offers():
            shown = key.replace("Return", "Enter").replace("PgDown", "PgDn")
            button = QToolButton(text=f"{text} {shown}", objectName=f"duty.{name}")
            if meaning:
                button.setIcon(icon(meaning))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda checked=False, call=call: call())
            self._buttons[name] = button
        self._pattern.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        offers = self._buttons
        top, bar = FlowLayout(gap=4), FlowLayout(gap=4)
        top.addWidget(abreast(offers["back"], self._title, offers["on"]))
        for name in ("copy", "drop", "publish"):
            top.addWidget(offers[name])
        bar.addWidget(abreast(QLabel(self.tr("空白日的班制")), self._pattern))
        for name in ("import", "export", "print"):
            bar.addWidget(offers[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(*ROUND)
        column.setSpacing(TIGHT)
        column.addLayout(top)
        column.addWidget(self.publish)
        column.addWidget(self.table, 1)
        column.addWidget(self.faults)
        column.addWidget(self._note)
        column.addLayout(bar)
        read_in_order(self)
        self.setFocusProxy(self.table)

    def minimumSizeHint(self) -> QSize:
        head = self.table.horizontalHeader()
        posts = range(FIRST_POST, STATE)
        post = max((head.sectionSizeHint(column) for column in posts), default=0)
        rest = sum(
            head.sectionSize(column) for column in range(head.count()) if column not in posts
        )
        return QSize(max(420, post * len(posts) + rest + ROOM_BESIDE), 240)

    def _wire(self) -> None:
        keys = FormKeys(self)
        for name, _text, key, _icon, call in self._offers():
            keys.bind(key, lambda name=name, call=call: self._press(name, call))
        keys.bind("F8", self.next_fault)
        keys.watch(self.table, self.faults, self._pattern)
        self.table.model_.typed.connect(self._typed)
        self.table.emptied.connect(self._emptied)
        self.table.left.connect(self.left)
        self.publish.left.connect(self.table.setFocus)
        self.faults.itemActivated.connect(self._see_fault)
        self.faults.itemClicked.connect(self._see_fault)
        self._pattern.activated.connect(lambda: self._book.choose(self._pattern.currentData()))

    def _press(self, name: str, call: Callable[[], object]) -> None:
        if self._buttons[name].isEnabled():
            call()


_KEYS = "回车或直接输入姓名、拼音首字母改人 · Del 清空 · F8 下一处问题 · Esc 返回队列"
_EMPTY = "本月还没有排班：到“排班”页按班制生成草稿（Ctrl+Tab），或在表格里直接输入姓名，或导入表格"
