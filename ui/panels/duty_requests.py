"""换班 and 请假: asking for one's own duty, and approving what others asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands import AskDutyChange, DecideDutyChange
from commandcenter.domain.duty import Duty, DutyAsk, DutyRequest, DutyState
from ui.models.duty_rows import DutyRow
from ui.panels.duty_book import DutyBook
from ui.panels.keys import FormKeys
from ui.scale import ROUND
from ui.words import say, word
from ui.words.rosters import duty_text, request_text


class RequestsPage(QWidget):
    """Above what waits for a decision, below the form for one's own duty. `left` from Esc."""

    left = Signal()

    def __init__(self, book: DutyBook, parent: QWidget | None = None) -> None:
        """Empty until the book has a month."""
        super().__init__(parent)
        self._book = book
        self.list = QListWidget(objectName="duty.requests", wordWrap=True)
        self.swap = QRadioButton(word(DutyAsk.SWAP), checked=True)
        self.leave = QRadioButton(word(DutyAsk.LEAVE))
        self.mine, self.other = QComboBox(objectName="duty.mine"), QComboBox()
        self.stand_in = QLineEdit(objectName="duty.standin")
        self.reason = QLineEdit(objectName="duty.askreason")
        self._duties: list[Duty] = []
        self._waiting = QLabel(objectName="duty.waiting")
        self._yes = QPushButton(self.tr("批准 Alt+Y"), objectName="duty.yes")
        self._no = QPushButton(self.tr("不批准 Alt+N"), objectName="duty.no")
        self._ask = QPushButton(self.tr("申请 Ctrl+Enter"), objectName="duty.ask")
        self._hint = QLabel(wordWrap=True)
        self._lay_out()
        self._wire()

    def show_month(self) -> None:
        """Show requests and the duties one may ask for."""
        book, month = self._book, self._book.month
        if month is None:
            return
        duties = {one.id: one for one in (*month.duties, *month.named)}
        row = self.list.currentRow()
        self.list.clear()
        for one in month.requests:
            item = QListWidgetItem("\n".join(request_text(one, duties, book.names)))
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, len(month.requests) - 1)))
        text = say("等批准的申请 {count} 件") if month.requests else say("没有等批准的申请")
        self._waiting.setText(text.format(count=len(month.requests)))
        for button in (self._yes, self._no):
            button.setEnabled(book.may_publish and bool(month.requests))
        self._duties = [one for one in month.duties if self._open(one)]
        self._offer_mine()

    def decide(self, approve: bool) -> None:
        """Approve or refuse what is marked."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        if isinstance(found, DutyRequest) and self._yes.isEnabled():
            self._book.desk.do(DecideDutyChange(request=found.id, approve=approve))

    def ask(self) -> None:
        """Ask for the own duty; what is missing is said."""
        duty, swap = self.mine.currentData(), self.swap.isChecked()
        people, wrong = self._book.roll.read("" if swap else self.stand_in.text(), None)
        if duty is None:
            wrong = self.tr("本月没有您已发布、还没开始的班")
        elif not self.reason.text().strip():
            wrong = self.tr("请写明原因")
        if wrong:
            self._book.desk.say("refusal", wrong)
            return
        command = AskDutyChange(
            kind=DutyAsk.SWAP if swap else DutyAsk.LEAVE,
            duty=duty,
            other=self.other.currentData() if swap else None,
            stand_in=people[0] if people else None,
            reason=self.reason.text().strip(),
        )
        self._book.desk.do(command, lambda receipt: self.reason.clear())

    def begin(self, row: DutyRow | None) -> None:
        """Start with the own duty of a row of the month, when it is one."""
        who = self._book.desk.who
        duties = [one for many in row.shown.values() for one in many] if row else []
        at = next((self.mine.findData(one.id) for one in duties if one.person == who), -1)
        if at >= 0:
            self.mine.setCurrentIndex(at)

    # ---- how --------------------------------------------------------------------------------

    def _open(self, one: Duty) -> bool:
        return one.state is DutyState.PUBLISHED and one.starts > self._book.desk.now()

    def _offer_mine(self) -> None:
        who = self._book.desk.who
        self._fill(self.mine, [one for one in self._duties if one.person == who])
        self._offer_others()
        has = self.mine.count() > 0
        self._ask.setEnabled(has)
        self._hint.setText("" if has else self.tr("本月没有您已发布、还没开始的班"))

    def _offer_others(self) -> None:
        """Who stands on the same post on other days: they hold its role."""
        who, key = self._book.desk.who, self.mine.currentData()
        post = next((one.post for one in self._duties if one.id == key), None)
        fit = [one for one in self._duties if one.post is post and one.person != who]
        self._fill(self.other, fit)

    def _fill(self, box: QComboBox, duties: list[Duty]) -> None:
        before, names = box.currentData(), self._book.names
        box.blockSignals(True)
        box.clear()
        for one in duties:
            box.addItem(duty_text(one, names), one.id)
        box.setCurrentIndex(max(0, box.findData(before)) if duties else -1)
        box.blockSignals(False)

    def _turned(self) -> None:
        self.other.setEnabled(self.swap.isChecked())
        self.stand_in.setEnabled(self.leave.isChecked())

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        kinds = QHBoxLayout()
        for button in (self.swap, self.leave):
            group.addButton(button)
            kinds.addWidget(button)
        kinds.addStretch()
        self.list.setAccessibleName(self.tr("换班请假申请"))
        self.stand_in.setPlaceholderText(self.tr("姓名或拼音首字母"))
        form = QFormLayout()
        form.addRow(self.tr("申请"), kinds)
        form.addRow(self.tr("我的班"), self.mine)
        form.addRow(self.tr("换成"), self.other)
        form.addRow(self.tr("顶班人"), self.stand_in)
        form.addRow(self.tr("原因"), self.reason)
        decide = QHBoxLayout()
        decide.addWidget(self._waiting, 1)
        decide.addWidget(self._yes)
        decide.addWidget(self._no)
        column = QVBoxLayout(self)
        column.setContentsMargins(*ROUND)
        column.addLayout(decide)
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignRight)
        self._turned()
        self.setFocusProxy(self.list)

    def _wire(self) -> None:
        keys = FormKeys(self)
        keys.bind("Alt+Y", lambda: self.decide(True))
        keys.bind("Alt+N", lambda: self.decide(False))
        keys.bind("Ctrl+Return", self.ask)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.list, self.swap, self.leave, self.mine, self.other)
        keys.watch(self.stand_in, self.reason)
        self._yes.clicked.connect(lambda: self.decide(True))
        self._no.clicked.connect(lambda: self.decide(False))
        self._ask.clicked.connect(self.ask)
        self.swap.toggled.connect(self._turned)
        self.mine.currentIndexChanged.connect(self._offer_others)
