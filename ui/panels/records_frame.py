"""How the record of emergencies is laid out: the list, the story, the review, the purge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import DeskContext
from ui.panels.lists import ChoiceList
from ui.panels.purge import PurgePage
from ui.scale import BELOW, TIGHT
from ui.theme import icon

MOST_SHOWN = 4


class RecordsFrame(QWidget):
    """The parts by name; what they do is the page's."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Everything in its place, nothing in it."""
        super().__init__(parent)
        self.list = ChoiceList(self, most=MOST_SHOWN, lines=2)
        self.story = QTextBrowser(objectName="records.story", openLinks=False)
        self.words = QPlainTextEdit(objectName="records.words")
        self.note = QLabel(objectName="records.note", wordWrap=True)
        self.empty = QLabel(objectName="records.empty", wordWrap=True)
        self.purge = PurgePage(desk)
        self.tabs = QTabWidget(documentMode=True)
        self.keys_of = {
            "save": "Ctrl+S",
            "draft": "Ctrl+R",
            "export": "Ctrl+E",
            "replay": "Ctrl+P",
        }
        self.buttons = {name: self._button(name) for name in self.keys_of}
        self._dress()
        self._lay_out()

    def _button(self, name: str) -> QToolButton:
        texts = {
            "save": (self.tr("记入复盘报告 Ctrl+S"), "save"),
            "draft": (self.tr("重新起草 Ctrl+R"), "refresh"),
            "export": (self.tr("导出 Ctrl+E"), "export"),
            "replay": (self.tr("回放 Ctrl+P"), "replay"),
        }
        text, meaning = texts[name]
        button = QToolButton(objectName=f"records.{name}", text=text, icon=icon(meaning))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _dress(self) -> None:
        self.list.setObjectName("records.list")
        self.list.setAccessibleName(self.tr("历次应急"))
        self.story.setAccessibleName(self.tr("应急经过"))
        self.words.setAccessibleName(self.tr("复盘报告"))
        self.story.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setTabChangesFocus(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.empty.setText(
            self.tr("还没有应急和演练。\n在“预案”页选一种预案和级别，按 Ctrl+D 提出一次演练。")
        )
        self.empty.setEnabled(False)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        review = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(TIGHT)
        buttons.addWidget(self.note, 1)
        for name in ("replay", "draft", "export", "save"):
            buttons.addWidget(self.buttons[name])
        inner = QVBoxLayout(review)
        inner.setContentsMargins(*BELOW)
        inner.setSpacing(TIGHT)
        inner.addLayout(buttons)
        inner.addWidget(self.words, 1)
        self.tabs.addTab(self.story, self.tr("经过"))
        self.tabs.addTab(review, self.tr("复盘报告"))
        self.tabs.addTab(self.purge, self.tr("清除个人资料"))
        self.tabs.tabBar().setAccessibleName(self.tr("应急记录"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(TIGHT)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        column.addWidget(self.tabs, 1)
