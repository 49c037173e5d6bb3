"""One key press that becomes an action's key: heard in the list of keys and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QTableView

if TYPE_CHECKING:
    from ui.keymap import KeyMap

_ALONE = frozenset(
    (
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
        *(Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock),
        *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Mode_switch, Qt.Key.Key_Menu),
    )
)
"""Keys that mean nothing before another one comes."""
_PLAIN = Qt.KeyboardModifier.NoModifier


def pressed(event: QKeyEvent) -> str:
    """The key combination as it is written; a sign that Shift writes stands without Shift."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    if modifiers == Qt.KeyboardModifier.ShiftModifier and event.text().isprintable():
        modifiers = modifiers if letter or not event.text() else _PLAIN
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()


class KeyChange(QObject):
    """begin() listens; `ended` comes when something was changed or restored.

    Refusals are sentences in the hint and the row goes on listening. A key that another action
    has is named; pressed a second time, the two change places.
    """

    ended = Signal()

    def __init__(
        self, table: QTableView, hint: QLabel, current: Callable[[], QAction | None]
    ) -> None:
        """`current` gives the action of the current row."""
        super().__init__(table)
        self._table, self._hint, self._current = table, hint, current
        self.map: KeyMap | None = None
        self._action: QAction | None = None
        self._asked = ""
        table.installEventFilter(self)

    @property
    def listening(self) -> QAction | None:
        """The action whose new key is waited for."""
        return self._action

    def begin(self) -> None:
        """Wait for the new key of the current row."""
        action = self._mine()
        if action is None:
            return
        self._action, self._asked = action, ""
        self._table.setFocus()
        text = self.tr("“%1”：请按新的键 · Esc 取消 · Del 恢复原样")
        self._hint.setText(text.replace("%1", _named(action)))

    def restore(self) -> None:
        """The current row as delivered."""
        action = self._mine()
        if action is not None:
            self._restore(action)

    def restore_all(self) -> None:
        """All as delivered, when it is asked for a second time."""
        if self.map is None:
            return
        if self._asked != "all":
            self._asked = "all"
            self._hint.setText(self.tr("再按一次 Ctrl+Del，全部按键恢复原样"))
            return
        self.map.restore_all()
        self._end(self.tr("全部按键已恢复原样"))

    def cancel(self) -> None:
        """Listen no more; nothing is changed."""
        self._action, self._asked = None, ""
        self._hint.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._action is None:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.cancel()
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._hear(self._action, event)
            return True
        return False

    def _hear(self, action: QAction, event: QKeyEvent) -> None:
        plain = event.modifiers() == _PLAIN
        if event.key() in _ALONE or event.isAutoRepeat():
            return
        if plain and event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self._restore(action)
        else:
            self._try(action, pressed(event))

    def _try(self, action: QAction, key: str) -> None:
        assert self.map is not None
        holder = self.map.holder(action, key)
        if why := self.map.why_not(action, key):
            self._hint.setText(why)
        elif holder is None:
            self._give(action, key)
        elif not self.map.can_take(holder, action):
            text = self.tr("%1 是“%2”的键，换一个。")
            self._hint.setText(text.replace("%1", key).replace("%2", _named(holder)))
        elif self._asked != key:
            self._asked = key
            text = self.tr("%1 是“%2”的键：再按一次两者互换，或按别的键")
            self._hint.setText(text.replace("%1", key).replace("%2", _named(holder)))
        else:
            self._give(action, key)

    def _give(self, action: QAction, key: str) -> None:
        assert self.map is not None
        self.map.give(action, key)
        text = self.tr("“%1”的键现在是 %2").replace("%1", _named(action)).replace("%2", key)
        if where := self.map.listens(key):
            more = self.tr("；但这个键在别处另有用：%1").replace("%1", where)
            text += more
        self._end(text)

    def _restore(self, action: QAction) -> None:
        assert self.map is not None
        if other := self.map.restore(action):
            text = self.tr("原来的键现在是“%1”的：请先改它")
            self._end(text.replace("%1", other))
        else:
            self._end(self.tr("“%1”的键已恢复原样").replace("%1", _named(action)))

    def _mine(self) -> QAction | None:
        action = self._current()
        if action is None or self.map is None:
            return None
        if self.map.can_change(action):
            return action
        self._hint.setText(self.tr("这一行的键由面板自己听，不能改。"))
        return None

    def _end(self, told: str) -> None:
        self._action, self._asked = None, ""
        self._hint.setText(told)
        self.ended.emit()


def _named(action: QAction) -> str:
    return action.text().replace("&", "")
