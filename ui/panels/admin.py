"""The administration window: people, units, items, limits, powers, days, officers, teams."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.tables import REMOVABLE, Table, Tables
from commandcenter.services.views import AskTables, Board, Changes
from ui.context import DeskContext
from ui.models.admin import COMPLETE
from ui.models.admin_words import title
from ui.panels.admin_page import AdminPage
from ui.panels.admin_sheet import SheetStrip
from ui.panels.keys import FormKeys
from ui.theme import Colours, icon
from ui.words import say

SUBJECT = "tables"
SHIFTS = frozenset({"people"})
"""Rows that others than an administrator change, and that a table shows."""


class AdminPanel(QWidget):
    """Tables that are edited in place and given with Ctrl+S as one command of their tab.

    It shows what the Desk holds for an administrator only, and forgets it when somebody else
    sits down; edits that were not given stay while it is put away. `left` comes from Esc.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(parent)
        self._desk = desk
        self._tables: Tables | None = None
        self._stale = True
        self._widened: set[Table] = set()
        self.search = QLineEdit(objectName="admin.search", clearButtonEnabled=True)
        self.tabs = QTabWidget(documentMode=True)
        self.pages: dict[Table, AdminPage] = {}
        self.sheets = SheetStrip(desk)
        self._note = QLabel(objectName="admin.note", wordWrap=True)
        self._buttons: dict[str, QToolButton] = {}
        self.setObjectName("admin")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # ---- what the desk tells ---------------------------------------------------------------

    def load(self, board: Board) -> None:
        """A board was loaded: what stood here may be old."""
        self._refresh()

    def apply(self, changes: Changes) -> None:
        """Ask anew when a table was changed, here or elsewhere; edits stay."""
        if any(
            entry.subject == SUBJECT or any(row[0] in SHIFTS for row in entry.rows)
            for entry in changes.entries
        ):
            self._refresh()

    def set_theme(self, chosen: Colours) -> None:
        """Paint the cells in the new colours."""
        for page in self.pages.values():
            page.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        if not self.pages:  # the seats of others never need them
            self.pages = {table: AdminPage(table) for table in Table}
            self._lay_out()
            self._wire()
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.page.setFocus(event.reason())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = True

    # ---- what the person does --------------------------------------------------------------

    @property
    def page(self) -> AdminPage:
        """The tab in front."""
        found = self.tabs.currentWidget()
        assert isinstance(found, AdminPage)
        return found

    def save(self) -> None:
        """Give the tab's changes, unless a cell is wrong: then go there."""
        page = self.page
        page.setFocus()  # an open cell is closed with what was typed
        touched, wrong = page.model_.count()
        if wrong:
            page.go_to(page.model_.first_fault())
            return
        if not touched:
            self._desk.say("info", self.tr("没有要保存的改动"))
            return
        rows, seen = page.model_.changes()
        self._give(SETTING[page.table](rows=rows, seen=seen))  # type: ignore[call-arg]

    def add(self) -> None:
        """A new line, its first cell open."""
        page = self.page
        if page.table in COMPLETE:
            return
        page.go_to(page.model_.add())
        page.setFocus()
        page.open_cell()

    def remove(self) -> None:
        """Mark the current line to go, or say why it stays."""
        page, current = self.page, self.page.current()
        if current.isValid() and not page.model_.remove(current.row()):
            self._desk.say("refusal", self.tr("这一行不能删除：事项请停用，人员请去掉角色"))
        self._tell()

    def reread(self) -> None:
        """Drop the edits of all tabs and show what the Desk holds."""
        for page in self.pages.values():
            if self._tables is not None:
                page.model_.load(self._tables, keep=False)
        self._refresh()

    def forget(self) -> None:
        """Let go of everything: somebody else sits here now."""
        self._tables, self._stale = None, True
        self.sheets.drop()
        for page in self.pages.values():
            page.model_.load(Tables(seq=0), keep=False)

    # ---- how ------------------------------------------------------------------------------

    def _give(self, command: object) -> None:
        said = self.tr("已记入，各席位随即更新；在办案卷的时限不变，以后的步骤按新表")
        self._desk.do(command, lambda receipt: self._desk.say("info", said))

    def _refresh(self) -> None:
        if not self.isVisible() or "administrator" not in self._desk.roles:
            self._stale = True
            return
        self._stale = False
        self._desk.ask("admin.tables", AskTables(), self._show)

    def _show(self, tables: object) -> None:
        assert isinstance(tables, Tables)
        if "administrator" not in self._desk.roles:
            return  # the seat changed while the answer was on its way
        self._tables = tables
        for page in self.pages.values():
            page.model_.load(tables)
        self._first_look()
        self._tell()

    def _first_look(self) -> None:
        page = self.page
        if page.table not in self._widened and page.model_.rowCount():
            self._widened.add(page.table)
            page.widen()
        if not page.currentIndex().isValid():
            page.setCurrentIndex(page.proxy.index(0, 0))

    def _turned(self) -> None:
        self.page.search(self.search.text())
        self._first_look()
        self._tell()

    def _tell(self) -> None:
        page = self.page
        touched, wrong = page.model_.count()
        self._buttons["save"].setEnabled(bool(touched))
        self._buttons["add"].setEnabled(page.table not in COMPLETE)
        self._buttons["remove"].setEnabled(page.table in REMOVABLE or touched > 0)
        for at, one in enumerate(self.pages.values()):
            mark = " *" if one.model_.count()[0] else ""
            self.tabs.setTabText(at, title(one.table) + mark)
        current = page.current()
        tip = current.data(3) if current.isValid() else None  # the tool tip is the fault
        if tip:
            self._note.setText(str(tip))
        elif touched:
            text = say("{touched} 行已改、未保存，{wrong} 行有问题 · Ctrl+S 保存 · Esc 撤回")
            self._note.setText(text.format(touched=touched, wrong=wrong))
        else:
            text = say("共 {count} 行 · 回车 编辑 · 新增与改动先留在表里，Ctrl+S 一并保存")
            self._note.setText(text.format(count=page.model_.rowCount()))

    def _import(self) -> None:
        if self._tables is not None:
            self.sheets.choose_import(self.page.table, self._tables)

    def _export(self) -> None:
        if self._tables is not None:
            self.sheets.choose_export(self.page.table, self._tables)

    def _wire(self) -> None:
        keys = FormKeys(self)
        bound: dict[str, Callable[[], None]] = {
            "Ctrl+S": self.save,
            "Ctrl+N": self.add,
            "Ctrl+Del": self.remove,
            "Ctrl+R": self.reread,
            "Ctrl+F": self.search.setFocus,
        }
        for name, call in bound.items():
            keys.bind(name, call)
        keys.watch(self.search, *self.pages.values())
        leaving = FormKeys(self)
        leaving.bind("Escape", lambda: self.page.setFocus())
        leaving.bind("Return", lambda: self.page.setFocus())
        leaving.watch(self.search)
        for page in self.pages.values():
            page.left.connect(self.left)
            page.moved.connect(self._tell)
            page.model_.dataChanged.connect(self._tell)
            page.model_.rowsInserted.connect(self._tell)
        self.tabs.currentChanged.connect(self._turned)
        self.search.textChanged.connect(lambda text: self.page.search(text))
        self.sheets.wanted.connect(self._give)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("在表中查找"))
        self.search.setAccessibleName(self.tr("在表中查找"))
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(220)
        for table, page in self.pages.items():
            self.tabs.addTab(page, title(table))
        self.tabs.tabBar().setAccessibleName(self.tr("管理表"))
        self.tabs.setUsesScrollButtons(True)
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.search)
        bar.addStretch()
        for name, text, meaning, call in (
            ("add", self.tr("新增 Ctrl+N"), "report.new", self.add),
            ("remove", self.tr("删除 Ctrl+Del"), "void", self.remove),
            ("import", self.tr("导入"), "import", self._import),
            ("export", self.tr("导出"), "export", self._export),
            ("refresh", self.tr("刷新 Ctrl+R"), "refresh", self.reread),
            ("save", self.tr("保存 Ctrl+S"), "save", self.save),
        ):
            bar.addWidget(self._button(name, text, meaning, call))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.sheets)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._note)

    def _button(self, name: str, text: str, meaning: str, call: Callable[[], None]) -> QToolButton:
        button = QToolButton(text=text, icon=icon(meaning), objectName=f"admin.{name}")
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        button.clicked.connect(lambda: call())
        self._buttons[name] = button
        return button
