"""The keys of the desk as a searchable list, made from the actions there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.help_change import KeyChange
from ui.panels.keys import FormKeys
from ui.scale import NONE, TIGHT
from ui.theme import colours, keep_rows

if TYPE_CHECKING:
    from ui.keymap import KeyMap

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
WIDE = 640
"""Pixels from which a row has room for its sentence."""


def keys_of(action: QAction) -> str:
    """The keys of an action as they stand on the keyboard, or those a panel listens to."""
    if told := action.property("told_keys"):
        return str(told)
    return " ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in _keys(action))


def keys_named(actions: Iterable[QAction], name: str) -> str:
    """The keys of the action of that name among these, "" where there is none."""
    return next((keys_of(one) for one in actions if one.objectName() == name), "")


def _keys(action: QAction) -> list[QKeySequence]:
    return [key for key in action.shortcuts() if not key.isEmpty()]


class KeysModel(QAbstractTableModel):
    """One row an action: its text, its keys, and when it may be used (its whatsThis)."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty list; load() fills it."""
        super().__init__(parent)
        self.changed: Callable[[QAction], bool] = lambda action: False
        self._actions: list[QAction] = []

    def load(self, actions: Iterable[QAction]) -> None:
        """Show these actions; left out are those without text and those nobody can give keys."""
        self.beginResetModel()
        self._actions = [
            one for one in actions if one.text() and (keys_of(one) or one.objectName())
        ]
        self.endResetModel()

    def action(self, row: int) -> QAction:
        """The action of a row."""
        return self._actions[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._actions)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("动作"), self.tr("按键"), self.tr("何时可用"))[section]

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QIcon | QColor | None:
        if not index.isValid():
            return None
        action = self._actions[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return action.icon()
        if role == Qt.ItemDataRole.ForegroundRole and not action.isEnabled():
            return colours().colour("dim")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(action, index.column())
        return None

    def _text(self, action: QAction, column: int) -> str:
        when = action.whatsThis() or self.tr("随时")
        if not action.isEnabled():
            when = self.tr("%1（现在不可用）").replace("%1", when)
        keys = keys_of(action)
        if self.changed(action):
            keys = self.tr("%1（已改）").replace("%1", keys or "—")
        text = action.text().replace("&", "")
        where = str(action.property("told_panel") or "")
        return (f"{text} · {where}" if where else text, keys, when)[column]


class KeysPanel(QWidget):
    """Search field over the list of keys; Enter does the row's action, Esc closes.

    Where keys may be changed (let_change), F2 listens for the row's new key.
    """

    closed = Signal()

    def __init__(
        self, actions: Callable[[], Iterable[QAction]], parent: QWidget | None = None
    ) -> None:
        """`actions` gives all actions whenever the panel is shown."""
        super().__init__(parent)
        self._actions = actions
        self.model = KeysModel(self)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(self.model)
        self.found.setFilterKeyColumn(-1)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit(placeholderText=self.tr("查找动作或按键"), clearButtonEnabled=True)
        self.table, self.hint = QTableView(), QLabel(objectName="keys.hint", wordWrap=True)
        self.tells = QLabel(objectName="keys.tells", wordWrap=True)
        self.setFocusProxy(self.search)
        self._buttons = QWidget()
        self._lay_out()
        self._connect()
        self.change = KeyChange(self.table, self.hint, self.current)
        self._wire_change()

    def let_change(self, map_: KeyMap) -> None:
        """Keys may be changed, by these rules."""
        self.change.map, self.model.changed = map_, map_.changed
        self._buttons.show()

    def current(self) -> QAction | None:
        """The action of the current row."""
        index = self.found.mapToSource(self.table.currentIndex())
        return self.model.action(index.row()) if index.isValid() else None

    def reload(self) -> None:
        """Ask for the actions again."""
        self.model.load(self._actions())
        self.table.resizeColumnToContents(0)
        self.table.resizeColumnToContents(1)
        self._choose_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the sentences, that of the current row stands below."""
        super().resizeEvent(event)
        narrow, header = event.size().width() < WIDE, self.table.horizontalHeader()
        self.table.setColumnHidden(2, narrow)
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(0, mode.Stretch if narrow else mode.Interactive)
        header.setSectionResizeMode(1, mode.ResizeToContents)
        self.tells.setVisible(narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def do_current(self) -> None:
        """Do the action of the current row if it may be done now."""
        action = self.current()
        if action is not None and action.isEnabled():
            self.closed.emit()
            action.trigger()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(TIGHT)
        column.addWidget(self.search)
        column.addWidget(self.table)
        column.addWidget(self.tells)
        column.addWidget(self.hint)
        self.tells.setEnabled(False)
        column.addWidget(self._buttons)
        self._buttons.hide()
        self.table.setModel(self.found)
        self.table.setShowGrid(False)
        middle = Qt.AlignmentFlag.AlignVCenter
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | middle)
        self.table.setAccessibleName(self.tr("按键一览"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.table.verticalHeader().hide()
        keep_rows(self.table)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.found.setFilterFixedString)
        self.search.textChanged.connect(self._choose_first)
        self.search.returnPressed.connect(self.do_current)
        self.table.activated.connect(self.do_current)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self.closed.emit, context=within)
        QShortcut(QKeySequence("Down"), self.search, self.table.setFocus, context=within)

    def _wire_change(self) -> None:
        """The keys that change keys, each on a button too."""
        row, keys = QHBoxLayout(self._buttons), FormKeys(self)
        row.setContentsMargins(*NONE)
        for name, text, call in (
            ("F2", self.tr("改键 F2"), self.change.begin),
            ("Del", self.tr("恢复原样 Del"), self.change.restore),
            ("Ctrl+Del", self.tr("全部恢复 Ctrl+Del"), self.change.restore_all),
        ):
            button = QPushButton(text, clicked=call)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
            keys.bind(name, call)
        row.addStretch()
        keys.watch(self.table)
        begin = FormKeys(self)
        begin.bind("F2", self.change.begin)
        begin.watch(self.search)
        self.table.installEventFilter(self.change)  # before the keys above while it listens
        self.change.ended.connect(self._again)

    def _again(self) -> None:
        """Show the keys as they are now; the row stays."""
        row = self.table.currentIndex().row()
        self.model.load(self._actions())
        self.table.resizeColumnToContents(1)
        self.table.selectRow(min(max(0, row), self.found.rowCount() - 1))

    def _tell(self) -> None:
        action = self.current()
        self.tells.setText("" if action is None else action.whatsThis())

    def _choose_first(self) -> None:
        self.table.selectRow(0)
