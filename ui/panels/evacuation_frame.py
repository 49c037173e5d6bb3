"""The evacuation panel's widgets: counts, filter, list, shelters by digit, and its other pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import DeskContext
from ui.models.items import ChoiceModel
from ui.panels.evacuation_person import PersonForm
from ui.panels.evacuation_sheet import RiskSheetPage
from ui.panels.flow import FlowLayout
from ui.panels.intake_search import Searches
from ui.panels.keys import FormKeys
from ui.panels.lists import ChoiceDelegate
from ui.panels.spots import SpotsPage
from ui.panels.step_note import NoteLabel
from ui.scale import NONE, TIGHT
from ui.theme import icon, numbers


class EvacuationFrame(QWidget):
    """Lays out; the panel says what happens."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """The list's page in front."""
        super().__init__(parent)
        self.setObjectName("evacuation_panel")
        self._total = QLabel(self, objectName="evacuation.total", wordWrap=True)
        self._total.setFont(numbers(bold=True))
        self.field = QLineEdit(self, objectName="evacuation.filter", clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("筛选转移名单"))
        self.field.setPlaceholderText(self.tr("社区、住址、待转移、安置点、需要…（按 / 键）"))
        self.list = QListView(self, objectName="evacuation.list")
        self.list.setAccessibleName(self.tr("转移名单"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.rows = ChoiceModel(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self._note = NoteLabel(self)
        self._targets, self._tools = QWidget(self), QWidget(self)
        self._target_row, self._tool_row = FlowLayout(self._targets), FlowLayout(self._tools)
        self._hint = QLabel(self, objectName="evacuation.hint", wordWrap=True)
        self._hint.setEnabled(False)
        self.keys, self._field_keys = FormKeys(self), FormKeys(self)
        self.person = PersonForm(Searches(desk.reference), self)
        self.sheet, self.spots = RiskSheetPage(desk, self), SpotsPage(self)
        self._lay_out()

    def _button(self, row: FlowLayout, name: str, text: str, meaning: str = "") -> QToolButton:
        """A button that takes no focus: its key does the same."""
        button = QToolButton(self, objectName=f"evacuation.{name}")
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if meaning:
            button.setIcon(icon(meaning))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(button)
        return button

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        self._first = QWidget(self)
        column = QVBoxLayout(self._first)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(TIGHT)
        for widget in (self._total, self.field):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        for widget in (self._note, self._targets, self._tools, self._hint):
            column.addWidget(widget)
        self._pages = QStackedWidget(self)
        for page in (self._first, self.person, self.sheet, self.spots):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*NONE)
        whole.addWidget(self._pages)
        self._hint.setText(
            self.tr("空格 勾选 · Ctrl+A 全勾 · / 筛选 · 数字和字母见按钮 · V 看电话 · Esc 返回")
        )
