"""The way to a panel that is not open at start: its keys, its dock, made when first wanted.

To add one: a Place in ui/stands.py, a field and a line in ui/doors.py, and a door such as

    class CardsDoor(WideDoor):
        NAME = "cards"
        def __init__(self, window, desk):
            super().__init__(window, desk)
            tells = say("查处置卡。")
            self.lead(say("工作台"), self.NAME, say("处置卡"), "Ctrl+Alt+K", "card", tells)
        def make(self):
            from ui.panels.cards import CardsPanel  # when it is first wanted
            return CardsPanel(self.desk)

The panel is a QWidget with a signal `left`; ui/hearing.py names what it may hear besides.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.docks import bring_keyboard
from ui.menus import make
from ui.window import DeskWindow

Told = tuple[tuple[str, str], ...]
"""What keys of a panel's own do, and the keys."""


class Door(QObject):
    """Opens a panel in its dock and puts it away; `came` carries the panel when it was made.

    It is made before the dock is first seen, by whatever way: a key, a layout, a level.
    """

    NAME: ClassVar[str]
    came = Signal(object)

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """Shut; the dock of that name stands in the window already."""
        super().__init__(window)
        self.window, self.desk = window, desk
        self.dock = window.panel(self.NAME)
        self.made: Any = None
        window.opening.connect(self._before)
        window.opening.connect(self._yield)
        self.dock.toggleViewAction().toggled.connect(self._show)

    def make(self) -> QWidget:
        """The panel, with whatever this door hears of it connected."""
        raise NotImplementedError

    def want(self) -> Any:
        """The panel; `made` is None as long as nobody wanted it."""
        if self.made is None:
            self.made = self.make()
            self.heed(self.made)
            self.dock.put(self.made)
            self.came.emit(self.made)
        return self.made

    def heed(self, made: Any) -> None:
        """Hear when the panel was left."""
        made.left.connect(self.close)

    def lead(
        self,
        menu: str,
        name: str,
        text: str,
        keys: str,
        icon: str,
        tells: str,
        call: Callable[[], None] | None = None,
    ) -> QAction:
        """A key and an entry of a menu that open it (or `call`); `tells` is a line of help."""
        action = make(self.window, name, text, (keys,), icon, call or self.open)
        action.setWhatsThis(tells)
        return self.window.add_action(menu, action)

    def tell_keys(self, when: str, told: Told) -> None:
        """Let `?` show the panel's own keys; `when` says where they work."""
        for text, keys in told:
            self.window.tell_keys(self.NAME, text, keys, when)

    def open(self) -> None:
        """Go there."""
        self.window.go(self.NAME)

    def stand_beside(self) -> None:
        """Float beside the queue, unless a hand has put it somewhere or panels take turns."""
        free = not self.dock.isVisible() and not self.dock.property("popped")
        if free and not self.window.narrow:
            self.dock.setFloating(True)
            self.dock.setGeometry(beside_queue(self.window))

    def close(self) -> None:
        """Put it away; the keyboard is the queue's."""
        self.dock.hide()
        bring_keyboard(self.window)
        self.window.go("queue")

    def kept(self) -> dict[str, Any]:
        """What is typed in it, for the drafts; nothing before it is made."""
        return {} if self.made is None else self.made.kept()

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was typed in it."""
        if kept or self.made is not None:
            self.want().restore(kept)

    def _show(self, shown: bool) -> None:
        """Qt checks a dock's action before it is painted, whoever shows it."""
        if shown:
            self.want()

    def _before(self, name: str) -> None:
        if name == self.NAME:
            self.want()

    def _yield(self, name: str) -> None:
        if name != self.NAME and self.dock.isFloating() and self.dock.isVisible():
            QTimer.singleShot(0, self.dock, partial(self._uncover, name))

    def _uncover(self, name: str) -> None:
        """Go where this floats over a panel that got the keyboard: nobody types unseen."""
        other, focus = self.window.panel(name), self.window.focusWidget()
        if other.isFloating() or not other.isVisible() or not other.isAncestorOf(focus):
            return
        place = QRect(other.mapToGlobal(QPoint()), other.size())
        if self.dock.frameGeometry().intersects(place) and not self.dock.property("popped"):
            self.dock.hide()


class WideDoor(Door):
    """Opens a panel with wide tables over the map, from the queue's edge to the right."""

    def open(self) -> None:
        """Go there; a dock that a hand has docked, moved or popped out stays as it is."""
        self.want()
        self.stand_beside()
        super().open()
        self.dock.activateWindow()


def beside_queue(window: DeskWindow) -> QRect:
    """On the screen: everything beside the queue and below the band."""
    queue = window.panel("queue")
    inner = QRect(queue.geometry())
    left = inner.right() + 5 if queue.isVisible() else 0
    high = window.height() - window.statusBar().height() - inner.top()
    room = QRect(left, inner.top(), window.width() - left, high)
    return room.translated(window.mapToGlobal(QPoint(0, 0)))
