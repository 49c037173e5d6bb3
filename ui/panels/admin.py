"""The administration window: the street's tables, its accounts, and who changed what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.tables import COMPLETE, REMOVABLE, Table, Tables
from commandcenter.services.views import AskTables, Board, Changes, Reference
from ui.context import DeskContext
from ui.keyring import keyed
from ui.models.admin_words import title
from ui.models.lines import Lines
from ui.panels.admin_accounts import AccountsPage
from ui.panels.admin_frame import AdminFrame
from ui.panels.admin_history import READERS, HistoryPage
from ui.panels.admin_page import AdminPage
from ui.panels.admin_reach import note, untried
from ui.panels.admin_reveals import KIND as REVEALED
from ui.panels.admin_reveals import READER as AUDITOR
from ui.panels.admin_reveals import RevealsPage
from ui.panels.keys import FormKeys
from ui.theme import Colours

SUBJECT = "tables"
ACCOUNT_KINDS = frozenset({"password_set", "person_locked", "person_unlocked", "person_barred"})
SHIFTS = frozenset({"people"})
"""Rows that others than an administrator change, and that a table shows."""


class AdminPanel(AdminFrame):
    """Tables that are edited in place and given with Ctrl+S as one command of their tab.

    It shows what the Desk holds for an administrator only, and forgets it when somebody else
    sits down; edits that were not given stay while it is put away. `left` comes from Esc.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(desk, parent)
        self._desk = desk
        self._tables: Tables | None = None
        self._stale = True
        self._widened: set[Table] = set()
        self._lines = Lines()
        self._lay_out()
        self._wire()

    # ---- what the desk tells ---------------------------------------------------------------

    def load(self, board: Board) -> None:
        """A board was loaded: what stood here may be old."""
        self._lines.load(board.cases)
        self._refresh()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: the lists by the new names."""
        self._refresh_lists()

    def apply(self, changes: Changes) -> None:
        """Ask anew when a table was changed, here or elsewhere; edits stay."""
        self._lines.apply(changes.cases)
        if any(entry.kind == REVEALED for entry in changes.entries) and self.isVisible():
            self.reveals.refresh()
        if any(entry.kind in ACCOUNT_KINDS for entry in changes.entries):
            self._refresh_lists()
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
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._front().setFocus(event.reason())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = True

    # ---- what the person does --------------------------------------------------------------

    @property
    def page(self) -> AdminPage:
        """The table in front, or the first one behind a list."""
        found = self.tabs.currentWidget()
        return found if isinstance(found, AdminPage) else self.pages[Table.PEOPLE]

    @property
    def unsaved(self) -> int:
        """How many lines of all tabs were touched and not given."""
        return sum(page.model_.count()[0] for page in self.pages.values())

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
        for name in untried(page, self.trial):
            text = self.tr("处置卡“%1”没有试用过就启用了：Ctrl+T 随时可试")
            self._desk.say("warning", text.replace("%1", name))
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
            self._desk.say("refusal", self.tr("这一行不能删除：事项请停用，人员去掉角色，话术改写"))
        self._tell()

    def try_card(self) -> None:
        """Ask what the current run card would have sent in the past; nothing is saved."""
        line = self.page.model_.good(self.page.current().row())
        if self.page.table is not Table.RUN_CARDS or self._tables is None:
            return
        if line is None:
            self._desk.say("info", self.tr("先把这张卡填好（看“问题”一列），再试用"))
            return
        self.trial.ask(line, self._tables)

    def reread(self) -> None:
        """Drop the edits of all tabs and show what the Desk holds."""
        for page in self.pages.values():
            if self._tables is not None:
                page.model_.load(self._tables, keep=False)
        self._refresh()

    def closing(self) -> str:
        """What is said once before the window goes, "" when nothing would be lost."""
        if not self.unsaved:
            return ""
        text = self.tr("管理窗口有 %1 行改动没有保存：Ctrl+Shift+A 回去保存；再关一次窗口就丢弃")
        return keyed(text.replace("%1", str(self.unsaved)), "admin")

    def tell_unsaved(self) -> None:
        """Say that changes wait here which nobody has given."""
        if self.unsaved:
            text = self.tr("管理窗口有 %1 行改动还没有保存，先留在表里（Ctrl+Shift+A 回去）")
            told = text.replace("%1", str(self.unsaved))
            self._desk.say("warning", keyed(told, "admin"))

    def forget(self) -> None:
        """Let go of everything: somebody else sits here now."""
        if self.unsaved:
            text = self.tr("换了人：管理窗口里没有保存的 %1 行改动已丢弃")
            told = text.replace("%1", str(self.unsaved))
            self._desk.say("warning", keyed(told, "admin"))
        self.accounts.forget()
        self.history.forget()
        self.reveals.forget()
        self.trial.forget()
        self._tables, self._stale = None, True
        self.sheets.drop()
        for page in self.pages.values():
            page.model_.load(Tables(seq=0), keep=False)

    # ---- how ------------------------------------------------------------------------------

    def _give(self, command: object) -> None:
        self._desk.do(command, lambda receipt: self._say_given())

    def _say_given(self) -> None:
        said = self.tr("已记入，各席位随即更新；在办案卷的时限不变，以后的步骤按新表")
        self._desk.say("info", said)

    def _refresh(self) -> None:
        administrator = "administrator" in self._desk.roles
        if not self.isVisible() or not READERS & self._desk.roles:
            self._stale = True
            return
        self._stale = False
        for at in range(self.tabs.count()):
            self.tabs.setTabVisible(at, self._may_see(self.tabs.widget(at), administrator))
        self._refresh_lists()
        if not administrator:
            self._turned()
            return
        self._desk.ask("admin.tables", AskTables(), self._show)

    def _may_see(self, page: QWidget | None, administrator: bool) -> bool:
        """The history is for both, who looked at numbers for the auditor, the rest is not."""
        if page is self.reveals:
            return AUDITOR in self._desk.roles
        return administrator or page is self.history

    def _refresh_lists(self) -> None:
        if self.isVisible() and READERS & self._desk.roles:
            self.history.refresh()
            self.reveals.refresh()
            if "administrator" in self._desk.roles:
                self.accounts.refresh()

    def _front(self) -> QWidget:
        return self.tabs.currentWidget() or self

    def _is_table(self) -> bool:
        return isinstance(self.tabs.currentWidget(), AdminPage)

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
        if not self.isVisible():
            return  # the tabs also turn while they are taken down
        self._search(self.search.text())
        if self._is_table():
            self._first_look()
        self._tell()

    def _search(self, text: str) -> None:
        front = self.tabs.currentWidget()
        if isinstance(front, AdminPage):
            front.search(text)
        elif isinstance(front, AccountsPage | HistoryPage | RevealsPage):
            front.table.search(text)

    def _tell(self) -> None:
        for button in self._buttons.values():
            button.setVisible(self._is_table())
        page = self.page
        self.trial.setVisible(self._is_table() and page.table is Table.RUN_CARDS)
        touched, _ = page.model_.count()
        self._buttons["save"].setEnabled(bool(touched))
        self._buttons["add"].setEnabled(page.table not in COMPLETE)
        self._buttons["remove"].setEnabled(page.table in REMOVABLE or touched > 0)
        for at, one in enumerate(self.pages.values()):
            mark = " *" if one.model_.count()[0] else ""
            self.tabs.setTabText(at, title(one.table) + mark)
        if self._is_table():
            self._note.setText(note(page, self._lines.all, self.trial))
        else:
            self._note.setText(self.tr("Ctrl+F 查找 · Ctrl+Tab 换表 · Esc 回到队列"))

    def _import(self) -> None:
        if self._tables is not None:
            self.sheets.choose_import(self.page.table, self._tables)

    def _export(self) -> None:
        if self._tables is not None:
            self.sheets.choose_export(self.page.table, self._tables)

    def _offers(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        return (
            ("add", self.tr("新增 Ctrl+N"), "report.new", self.add),
            ("remove", self.tr("删除 Ctrl+Del"), "void", self.remove),
            ("import", self.tr("导入 Ctrl+I"), "import", self._import),
            ("export", self.tr("导出 Ctrl+E"), "export", self._export),
            ("refresh", self.tr("刷新 Ctrl+R"), "refresh", self.reread),
            ("save", self.tr("保存 Ctrl+S"), "save", self.save),
        )

    def _wire(self) -> None:
        keys = FormKeys(self)
        bound: dict[str, Callable[[], None]] = {
            "Ctrl+S": self.save,
            "Ctrl+N": self.add,
            "Ctrl+Del": self.remove,
            "Ctrl+R": self.reread,
            "Ctrl+F": self.search.setFocus,
            "Ctrl+I": self._import,
            "Ctrl+E": self._export,
            "Ctrl+T": self.try_card,
            "Shift+Escape": self.trial.drop,
        }
        for name, call in bound.items():
            keys.bind(name, call)
        keys.watch(self.search, *self.pages.values())
        leaving = FormKeys(self)
        leaving.bind("Escape", lambda: self._front().setFocus())
        leaving.bind("Return", lambda: self._front().setFocus())
        leaving.watch(self.search)
        for page in self.pages.values():
            page.left.connect(self.left)
            page.moved.connect(self._tell)
            page.model_.dataChanged.connect(self._tell)
            page.model_.rowsInserted.connect(self._tell)
        self.tabs.currentChanged.connect(self._turned)
        self.search.textChanged.connect(self._search)
        finding = FormKeys(self)
        finding.bind("Ctrl+F", self.search.setFocus)
        finding.bind("Ctrl+R", self.reread)
        lists = (self.accounts, self.history, self.reveals)
        finding.watch(*(one.table for one in lists))
        for one in lists:
            one.left.connect(self.left)
        self.sheets.taken.connect(self._say_given)
        self.trial.tried.connect(self._tell)
        self.trial.wanted.connect(self.try_card)
