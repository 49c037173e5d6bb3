"""How a handover is laid out: headline, counts, cases beside the other parts, strips below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ui.context import DeskContext
from ui.panels.case_text import TextPart
from ui.panels.empty import EmptyHint
from ui.panels.handover_forms import (
    MOST_LINE,
    MOST_WORDS,
    DropStrip,
    FreezeStrip,
    LineStrip,
    SignStrip,
    Strip,
    TakeStrip,
)
from ui.panels.handover_items import ItemList
from ui.panels.step_note import NoteLabel

WIDE, NARROW = 3, 2
"""How the room is shared between the cases and the other parts."""


class HandoverFrame(QWidget):
    """The parts by name; what they do is the page's. At most one strip is open."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is shown yet."""
        super().__init__(parent)
        self.setObjectName("handover_page")
        self._desk = desk
        self.items = ItemList(desk.now, self)
        self.items.setAccessibleName(self.tr("交接的案卷"))
        self.parts = TextPart("handover.parts", self.tr("交接的其他内容"))
        self.title, self.counts = QLabel(objectName="handover.title"), QLabel()
        self.progress = QLabel(objectName="handover.progress")
        self.detail = QLabel(objectName="handover.detail", wordWrap=True)
        self.hint = QLabel(objectName="handover.hint", wordWrap=True)
        self.note = NoteLabel()
        self.freeze, self.sign = FreezeStrip(self), SignStrip(self)
        self.take, self.drop = TakeStrip(self), DropStrip(self)
        ask, add = self.tr("问什么"), self.tr("补充说明")
        self.question = LineStrip("handover.question", ask, self.tr("提问 Enter"), MOST_LINE, self)
        self.addendum = LineStrip("handover.addendum", add, self.tr("写入 Enter"), MOST_WORDS, self)
        self._lay_out()
        self._strips = (
            *(self.freeze, self.sign, self.take, self.drop),
            *(self.question, self.addendum),
        )
        self.open_strip(None)

    def open_strip(self, wanted: Strip | None) -> None:
        """Show one strip, or none."""
        for strip in self._strips:
            strip.setVisible(strip is wanted)

    def clear_passwords(self) -> None:
        """Nothing of a password stays on the screen."""
        self.sign.clear()
        self.take.password.clear()

    @property
    def strip(self) -> Strip | None:
        """The strip that is open."""
        return next((one for one in self._strips if not one.isHidden()), None)

    def _lay_out(self) -> None:
        nothing = self.tr("没有在办案卷：照样可以冻结和签字，写成零报告。")
        self.nothing = EmptyHint("handover.empty", nothing, self)
        for label in (self.title, self.counts):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignTop)
        halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        halves.addWidget(self.items)
        halves.addWidget(self.parts)
        halves.setStretchFactor(0, WIDE)
        halves.setStretchFactor(1, NARROW)
        self.items.setMinimumWidth(300)
        self.items.setMinimumHeight(90)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.counts)
        column.addWidget(halves, 1)
        for part in (self.detail, self.note):
            column.addWidget(part)
        for strip in (self.freeze, self.sign, self.take, self.drop, self.question, self.addendum):
            column.addWidget(strip)
        column.addWidget(self.hint)
        self.setFocusProxy(self.items)
        self.nothing.lie_over(self.items)
