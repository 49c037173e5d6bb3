"""How the administration window is laid out: filter, buttons, sheet, tabs, a line of help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.tables import Table
from ui import scale
from ui.context import DeskContext
from ui.models.admin_words import title
from ui.panels.admin_accounts import AccountsPage
from ui.panels.admin_history import HistoryPage
from ui.panels.admin_page import AdminPage
from ui.panels.admin_reveals import RevealsPage
from ui.panels.admin_sheet import SheetStrip
from ui.panels.admin_tabs import SideTabs
from ui.panels.admin_trial import TrialStrip
from ui.panels.flow import FlowLayout
from ui.panels.order import read_in_order
from ui.theme import icon

ROOMY, WISH = 1360, 770
"""Pixels across: in a window from the first on, the tables have the second."""


class AdminFrame(QWidget):
    """The parts by name; what they do is the panel's."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Every table empty."""
        super().__init__(parent)
        self.search = QLineEdit(objectName="admin.search", clearButtonEnabled=True)
        self.tabs = SideTabs()
        self.pages = {table: AdminPage(table) for table in Table}
        self.sheets, self.trial = SheetStrip(desk, self), TrialStrip(desk, self)
        self.accounts, self.history = AccountsPage(desk, self), HistoryPage(desk, self)
        self.reveals = RevealsPage(desk, self)
        self._note = QLabel(objectName="admin.note", wordWrap=True)
        self._buttons: dict[str, QToolButton] = {}
        self.setObjectName("admin")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        wish = WISH if self.window().width() >= ROOMY else 0
        return super().minimumSizeHint().expandedTo(QSize(wish, 0))

    def _offers(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        """Name, text, icon and call of each button."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("在表中查找"))
        self.search.setAccessibleName(self.tr("在表中查找"))
        self.search.setMinimumWidth(90)
        self.search.setMaximumWidth(220)
        for table, page in self.pages.items():
            self.tabs.addTab(page, title(table))
        self.tabs.addTab(self.accounts, self.tr("账号"))
        self.tabs.addTab(self.history, self.tr("改动记录"))
        self.tabs.addTab(self.reveals, self.tr("查看号码"))
        self.tabs.tabBar().setAccessibleName(self.tr("管理表"))
        self.tabs.setUsesScrollButtons(True)
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        bar = FlowLayout(gap=scale.TIGHT)  # in one row the English words widened the window
        bar.addWidget(self.search)
        for name, text, meaning, call in self._offers():
            bar.addWidget(self._button(name, text, meaning, call))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(scale.TIGHT)
        column.addLayout(bar)
        column.addWidget(self.sheets)
        column.addWidget(self.trial)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._note)
        read_in_order(self)

    def _button(self, name: str, text: str, meaning: str, call: Callable[[], None]) -> QToolButton:
        button = QToolButton(text=text, icon=icon(meaning), objectName=f"admin.{name}")
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        button.clicked.connect(lambda: call())
        self._buttons[name] = button
        return button
