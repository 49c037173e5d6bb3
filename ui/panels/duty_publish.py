"""Publishing: how many duties of which days, what is wrong with them, and the reason for it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from commandcenter.domain.commands import PublishDuties
from commandcenter.domain.duty import NEVER, DutyState, Finding
from ui.panels.duty_book import DutyBook
from ui.panels.keys import FormKeys
from ui.scale import NONE
from ui.words import STREET_ZONE, listed, say, word


class PublishStrip(QWidget):
    """Hidden until begin(); Ctrl+Enter publishes, Esc leaves. `left` gives the keyboard back."""

    left = Signal()

    def __init__(self, book: DutyBook, parent: QWidget | None = None) -> None:
        """Hidden."""
        super().__init__(parent)
        self._book = book
        self._said = QLabel(objectName="duty.said", wordWrap=True)
        self._reason = QLineEdit(objectName="duty.reason")
        self._reason.setPlaceholderText(self.tr("有缺岗或休息不足时写明原因"))
        self._reason.setAccessibleName(self.tr("发布原因"))
        self._go = QPushButton(self.tr("发布 Ctrl+Enter"), objectName="duty.go")
        row = QHBoxLayout(self)
        row.setContentsMargins(*NONE)
        row.addWidget(self._said, 3)
        row.addWidget(self._reason, 2)
        row.addWidget(self._go)
        keys = FormKeys(self)
        keys.bind("Ctrl+Return", self.give)
        keys.bind("Return", self.give)
        keys.bind("Escape", self.put_away)
        keys.watch(self._reason, self._go)
        self._go.clicked.connect(self.give)
        self.hide()

    def begin(self) -> None:
        """Show what would be published, the cursor in the reason."""
        if self._book.drafted() is None:
            self._book.desk.say("info", self.tr("本月没有草稿，不用发布"))
            return
        self.show()
        self.show_month()
        self._reason.setFocus()

    def put_away(self) -> None:
        """Leave without publishing; the reason stays."""
        self.hide()
        self.left.emit()

    def show_month(self) -> None:
        """Say how the drafts stand now; without any there is nothing to publish."""
        span = self._book.drafted()
        if span is None:
            if not self.isHidden():
                self.put_away()
            return
        found = self._found(span)
        never = any(one.wrong in NEVER for one in found)
        self._go.setEnabled(not never)
        self._said.setText(self._text(span, found, never))

    def give(self) -> None:
        """Publish what has a draft."""
        span = self._book.drafted()
        if span is None or not self._go.isEnabled():
            return
        first, last = span
        command = PublishDuties(first=first, last=last, reason=self._reason.text().strip())
        self._book.desk.do(command, lambda receipt: self._reason.clear())

    def _found(self, span: tuple[date, date]) -> list[Finding]:
        month = self._book.month
        days = (
            ((one, one.at.astimezone(STREET_ZONE).date()) for one in month.findings)
            if month
            else ()
        )
        return [one for one, day in days if span[0] <= day <= span[1]]

    def _text(self, span: tuple[date, date], found: list[Finding], never: bool) -> str:
        month = self._book.month
        drafts = sum(one.state is DutyState.DRAFT for one in month.duties) if month else 0
        text = say("{first} 至 {last}：草稿 {count} 班").format(
            first=f"{span[0]:%m-%d}", last=f"{span[1]:%m-%d}", count=drafts
        )
        counts = Counter(one.wrong for one in found)
        wrong = listed(f"{word(one)} {many}" for one, many in counts.items())
        if never:
            more = say("▲ {wrong}；重复排班和没有角色的不能发布，请先改")
        elif found:
            more = say("▲ {wrong}；确要发布请写原因")
        else:
            more = say("✓ 没有发现问题")
        return say("{one}；{other}").format(one=text, other=more.format(wrong=wrong))
