"""Which key does what for whom: the rules for a person's own keys, and what applies them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui import keyring
from ui.actions import ACTIONS, RESERVED
from ui.help import keys_of

if TYPE_CHECKING:
    from ui.desk import OpenDesk

HABIT = "keys"
NATIVE = QKeySequence.SequenceFormat.NativeText
HELP = "keys"
"""The list of keys itself stays where everybody finds it."""
Keys = tuple[str, ...]
_TABLE = frozenset(action.name for action in ACTIONS)
_KEEPS = frozenset(QKeySequence(key).toString() for key in RESERVED)
_OF_FORMS = frozenset(
    QKeySequence(key).toString()
    for key in (
        *("Return", "Enter", "Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Return", "Space", "Tab"),
        *("Shift+Tab", "Ctrl+Tab", "Ctrl+Shift+Tab", "Backspace", "Del", "Home", "End"),
        *("PgUp", "PgDown", "Up", "Down", "Left", "Right"),
        *("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"),
    )
)
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def refused(name: str, key: str, usual: Mapping[str, Keys]) -> str:
    """Why a key cannot be an action's: a code, "" where it can. Who has it now is not looked at."""
    read = QKeySequence(key)
    if name == HELP:
        return "fixed"
    if not _readable(read):
        return "unreadable"
    text, pressed = read.toString(), read[0]
    if text in usual.get(name, ()):
        return ""
    if text in _KEEPS:
        return "reserved"
    if text in _OF_FORMS:
        return "form"
    if pressed.keyboardModifiers() & Qt.KeyboardModifier.MetaModifier:
        return "system"
    letter = Qt.Key.Key_A <= pressed.key() <= Qt.Key.Key_Z
    chord = pressed.keyboardModifiers() & _CHORD
    if not chord and letter:
        return "" if name in _TABLE else "writes"
    if not chord and pressed.key() < Qt.Key.Key_Escape:
        return "text"
    only_alt = chord == Qt.KeyboardModifier.AltModifier
    return "field" if only_alt and letter else ""


def fitted(usual: Mapping[str, Keys], own: object) -> dict[str, Keys]:
    """The keys in force where a person keeps `own` ({name: key, "" for none}).

    What is no key, may not be one or is had by another action already is as if not kept.
    """
    found, taken = dict(usual), {key: name for name, keys in usual.items() for key in keys}
    wished = own.items() if isinstance(own, dict) else ()
    wishes = {
        name: "" if key == "" else QKeySequence(key).toString()
        for name, key in wished
        if name in usual and isinstance(key, str) and _may(name, key, usual)
    }
    for name in wishes:
        for key in usual[name]:
            taken.pop(key, None)
    for name, key in wishes.items():
        if key and key in taken:
            continue
        found[name] = (key,) if key else ()
        taken |= {key: name} if key else {}
    for name in wishes:
        if found[name] == usual[name]:
            found[name] = tuple(key for key in usual[name] if taken.get(key, name) == name)
    return found


def _may(name: str, key: str, usual: Mapping[str, Keys]) -> bool:
    return name != HELP if key == "" else not refused(name, key, usual)


def _text(keys: Keys) -> str:
    return " ".join(QKeySequence(key).toString(NATIVE) for key in keys)


def _readable(read: QKeySequence) -> bool:
    return read.count() == 1 and read[0].key() not in (Qt.Key(0), Qt.Key.Key_unknown)


class KeyMap(QObject):
    """Puts the keys of who sits here on the window's actions, and changes them from the list."""

    def __init__(self, desk: OpenDesk) -> None:
        """All as delivered until somebody sits."""
        super().__init__(desk)
        self._desk, self._window = desk, desk.window
        self._usual: dict[str, Keys] = {}
        self._applied: tuple[object, ...] = ()
        desk.window.help.let_change(self)
        self.sits()

    def sits(self) -> None:
        """Another person may sit here, or actions may have come: their keys."""
        named = self._learn()
        own = self._own()
        state = (tuple(sorted(named)), tuple(sorted(own.items())))
        if state == self._applied:
            return
        self._applied = state
        for name, keys in fitted(self._usual, own).items():
            wanted = [QKeySequence(key) for key in keys]
            if name in named and named[name].shortcuts() != wanted:
                named[name].setShortcuts(wanted)
        self._show(named)

    def stop(self) -> None:
        """The window goes: what is shown next is as delivered."""
        keyring.hold({})

    def can_change(self, action: QAction) -> bool:
        """Whether this action's key is a person's to choose."""
        name = action.objectName()
        return bool(name) and name != HELP and name in self._learn()

    def changed(self, action: QAction) -> bool:
        """Whether it is other than delivered."""
        return action.objectName() in self._own()

    def why_not(self, action: QAction, key: str) -> str:
        """The sentence that refuses this key for this action, "" where nothing does."""
        code = refused(action.objectName(), key, self._usual)
        return _sentences()[code].replace("%1", key) if code else ""

    def holder(self, action: QAction, key: str) -> QAction | None:
        """Another action that has this key now."""
        wanted = QKeySequence(key)
        others = (one for one in self._window.actions() if one is not action)
        return next((one for one in others if wanted in one.shortcuts()), None)

    def can_take(self, other: QAction, action: QAction) -> bool:
        """Whether the other could have this action's key, if the two changed places."""
        mine = next((key.toString() for key in action.shortcuts()), "")
        return self.can_change(other) and (not mine or not self.why_not(other, mine))

    def listens(self, key: str) -> str:
        """Where a panel itself listens to this key, in words; "" where none does."""
        for one in self._window.told_keys():
            if key in keys_of(one).split():
                return one.whatsThis()
        return ""

    def give(self, action: QAction, key: str) -> None:
        """Let the action have the key; whoever has it takes the action's key instead."""
        other = self.holder(action, key)
        own = self._own()
        if other is not None:
            mine = next((one.toString() for one in action.shortcuts()), "")
            own[other.objectName()] = mine
        own[action.objectName()] = QKeySequence(key).toString()
        self._keep(own)

    def restore(self, action: QAction) -> str:
        """As delivered; the text of the action that has that key now, where one has it."""
        for key in self._usual.get(action.objectName(), ()):
            if (other := self.holder(action, key)) is not None:
                return other.text()
        own = self._own()
        own.pop(action.objectName(), None)
        self._keep(own)
        return ""

    def restore_all(self) -> None:
        """Everything as delivered."""
        self._keep({})

    def _own(self) -> dict[str, str]:
        return dict(self._desk.context.own(HABIT, {}))

    def _keep(self, own: dict[str, str]) -> None:
        usual = {name: keys[0] if keys else "" for name, keys in self._usual.items()}
        changed = {name: key for name, key in own.items() if key != usual.get(name)}
        self._desk.context.keep(HABIT, changed or None)
        self.sits()

    def _learn(self) -> dict[str, QAction]:
        named = {one.objectName(): one for one in self._window.actions() if one.objectName()}
        for name in named.keys() - self._usual.keys():
            keys = (key.toString() for key in named[name].shortcuts())
            self._usual[name] = tuple(key for key in keys if key)
        return named

    def _show(self, named: Mapping[str, QAction]) -> None:
        """Whatever names a key names the one in force."""
        usual = {name: _text(keys) for name, keys in self._usual.items() if name in named}
        now = {name: keys_of(action) for name, action in named.items()}
        keyring.hold({name: (key, now[name]) for name, key in usual.items() if key != now[name]})
        for action in named.values():
            first, text = keys_of(action).split(" ")[0], action.text().replace("&", "")
            action.setToolTip(f"{text} {first}".rstrip())
        for name, dock in self._window.docks.items():
            if way := named.get(f"go.{name}"):
                dock.titleBarWidget().set_key(keys_of(way))
        self._window.messages.set_key(now["message.seen"])
        if hasattr(self._desk, "panels"):
            self._desk.panels.tell("rekeyed")


def _sentences() -> dict[str, str]:
    say = QCoreApplication.translate
    return {
        "fixed": say("KeyMap", "这张表的键不能改：谁来都要找得到它。"),
        "unreadable": say("KeyMap", "这个键读不出来，换一个。"),
        "reserved": say("KeyMap", "%1 是窗口留着的键，换一个。"),
        "form": say("KeyMap", "%1 在表单和列表里另有用处，换一个。"),
        "system": say("KeyMap", "%1 是系统的键，换一个。"),
        "writes": say("KeyMap", "%1 会写进文字栏；这个动作请配 Ctrl、Alt 或功能键。"),
        "text": say("KeyMap", "%1 是写字或选数的键，换一个：字母、功能键，或加 Ctrl。"),
        "field": say("KeyMap", "%1 是表单里各栏的键，换一个：再加 Ctrl。"),
    }
