"""The plan for several cases: its widgets, from the counts above to the keys below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.models.items import ChoiceModel
from ui.panels.flow import FlowLayout
from ui.panels.keys import FormKeys
from ui.panels.lists import ChoiceList, TwoLines
from ui.panels.step_note import NoteLabel
from ui.scale import TIGHT
from ui.theme import numbers


class AssignFrame(QWidget):
    """Lays out; the panel says what happens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self.setObjectName("assign_panel")
        self._head = QLabel(self, objectName="assign.head", wordWrap=True)
        self._head.setFont(numbers(bold=True))
        self.rows = ChoiceModel(self)
        self.rows.setProperty("boxes", True)
        self.list = QListView(self, objectName="assign.list")
        self._detail = QLabel(self, objectName="assign.detail", wordWrap=True)
        self._note = NoteLabel(self)
        self._note.setObjectName("assign.note")
        self.keys = FormKeys(self)
        self._tools = QWidget(self)
        self._buttons = {
            "send": self._button("dispatch", self.tr("派遣所勾 Ctrl+Enter")),
            "all": self._button("dispatch", self.tr("全部派遣 Ctrl+Shift+Enter")),
            "again": self._button("update", self.tr("重新编排 R")),
            "counts": self._button("panel.charts", self.tr("另选统计 O")),
        }
        self._counted = QLabel(self, objectName="assign.counted", wordWrap=True)
        self.counts = ChoiceList(self)
        self.counts.setObjectName("assign.counts")
        self._hint = QLabel(self, objectName="assign.hint", wordWrap=True)
        self._dress()
        self._lay_out()

    def _button(self, meaning: str, text: str) -> QToolButton:
        button = QToolButton(self._tools, text=text)
        button.setIcon(icon(meaning))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _dress(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("派遣方案"))
        self.counts.setProperty("quiet", True)
        self.counts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.counts.setAccessibleName(self.tr("另选队伍的理由"))
        self.setFocusProxy(self.list)
        self.keys.watch(self.list)
        self._hint.setEnabled(False)
        self._hint.setText(
            self.tr("空格 勾选 · Ctrl+A 全勾 · Enter 单独派这件 · Ctrl+Enter 派所勾 · Esc 回队列")
        )
        for label in (self._detail, self._counted):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._counted.hide()

    def _lay_out(self) -> None:
        row = FlowLayout(self._tools)
        for button in self._buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(TIGHT)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        more = (self._detail, self._note, self._counted, self.counts, self._tools, self._hint)
        for widget in more:
            column.addWidget(widget)
        self.setMinimumWidth(320)
