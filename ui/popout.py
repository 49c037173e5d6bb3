"""Pop-outs: a panel in a window of its own, on the second screen where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDockWidget

from ui.docks import focus_in
from ui.keyring import keyed
from ui.menus import add_desk_action
from ui.screens import ScreenWatch, amid, other_screen, rooms, within
from ui.words import say

if TYPE_CHECKING:
    from ui.desk import OpenDesk

FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.CustomizeWindowHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowSystemMenuHint
    | Qt.WindowType.WindowMinMaxButtonsHint
    | Qt.WindowType.WindowCloseButtonHint
)
LEAST = QSize(640, 480)
STEP = 36
"""How far in pixels the next pop-out stands beside the one before."""
NOTE_MS = 400
"""A window that was moved has come to rest after so long."""
SETTLE_MS = 3000
"""So long after a screen went or came whatever moves is not a hand's doing."""
Place = tuple[int, int, int, int, int]
"""Left, top, width and height in pixels of the desktop; 1 where it is maximised."""


class PopOuts(QObject):
    """Knows which panels a person has put into windows of their own, and where.

    `changed` comes when a hand has moved one, or sent one out or home. Where its screen is gone
    a panel stands on another, and its place is kept for when the screen is back.
    """

    changed = Signal()

    def __init__(self, desk: OpenDesk) -> None:
        """No panel is out; Ctrl+Alt+O sends out the one that has the keyboard."""
        super().__init__(desk.window)
        self._window, self._say = desk.window, desk.context.say
        self._docks = desk.window.docks
        self._names = {name: dock.windowTitle() for name, dock in self._docks.items()}
        self._out: dict[str, Place] = {}
        self._put: dict[str, QRect] = {}
        self._home: QRect | None = None
        self._busy = False
        self._noting = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._noting.timeout.connect(self._note)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self.screens = ScreenWatch(self)
        self.screens.changed.connect(self._screens_changed)
        for name, dock in self._docks.items():
            dock.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            dock.topLevelChanged.connect(partial(self._floated, name))
            dock.moved.connect(self._placed)
            dock.resized.connect(self._placed)
        self._window.windowTitleChanged.connect(self._name_all)
        add_desk_action(self._window, "popout", self.toggle)

    def places(self) -> dict[str, list[int]]:
        """Where each panel that is out belongs, for restore()."""
        return {name: list(place) for name, place in sorted(self._out.items())}

    def restore(self, kept: Any) -> None:
        """After the window has put its docks: those that were out are windows again.

        What is unreadable is passed over: its panel stands where the window has put it.
        """
        self._out, self._put = {}, {}
        for name, dock in self._docks.items():
            dock.setProperty("popped", False)
            self._retitle(name)
        found = kept if isinstance(kept, Mapping) else {}
        for name, place in found.items():
            dock = self._docks.get(name)
            if dock is not None and dock.isFloating() and _readable(place):
                self._out[name] = tuple(place)
                self._free(name)
        self.bring_in()

    def toggle(self) -> None:
        """Send out the panel that has the keyboard, or home; the keyboard goes with it."""
        focus = QApplication.focusWidget()
        for name, dock in self._docks.items():
            if focus is not None and dock.isAncestorOf(focus):
                self.send_home(name) if name in self._out else self.send_out(name)
                focus_in(focus)
                return
        if focus is not None and self._window.centralWidget().isAncestorOf(focus):
            text = say("地图留在主窗口；另一块屏幕上的地图用大屏（Ctrl+Alt+F）")
            self._say("info", keyed(text, "wall"))
            return
        text = say("先把键盘交给一个面板（如 Alt+1 到队列），再移出")
        self._say("info", keyed(text, "go.queue"))

    def send_out(self, name: str) -> None:
        """Give a panel a window of its own, on another screen than the desk's if there is one."""
        dock = self._docks[name]
        other = other_screen(self._window)
        if other is not None:
            room = other.availableGeometry()
            wish = QSize(room.width() * 2 // 3, room.height() * 2 // 3)
        else:
            room = self._window.screen().availableGeometry()
            wish = dock.size() * 1.25
        place = amid(room, wish.expandedTo(LEAST), STEP * len(self._out))
        self._out[name] = (*place.getRect(), 0)
        self._quietly(partial(dock.setFloating, True))
        self._free(name)
        dock.show()
        dock.raise_()
        self.changed.emit()

    def send_home(self, name: str) -> None:
        """Put a panel back where it stood in the window."""
        dock = self._docks[name]
        if dock.isMaximized():
            dock.showNormal()
        dock.setFloating(False)  # _floated() takes it off the list
        self._window.show_panel(name)

    def bring_in(self, free: list[QRect] | None = None) -> None:
        """Nothing stands outside `free` (the screens' rooms); what had to move goes back later."""
        free = rooms() if free is None else free
        for name, place in self._out.items():
            self._stand(name, place, free)
        for name, dock in self._docks.items():
            if dock.isFloating() and name not in self._out:
                _move(dock, within(dock.geometry(), free))
        self._bring_window(free)

    def stop(self) -> None:
        """The window goes, and its pop-outs with it."""
        self.screens.stop()
        self._noting.stop()
        self._settling.stop()
        self._busy = True
        for name in self._out:
            self._docks[name].hide()

    def _placed(self) -> None:
        if self._out:
            self._noting.start()

    def _screens_changed(self) -> None:
        self._settling.start()
        self.bring_in()

    def _free(self, name: str) -> None:
        """A real window: it can be maximised, and every key of the desk works in it."""
        dock, shown = self._docks[name], self._docks[name].isVisible()
        dock.setProperty("popped", True)
        dock.setWindowFlags(FLAGS)  # hides it
        dock.addActions(self._window.actions())
        self._retitle(name)
        self._stand(name, self._out[name], rooms())
        if shown:
            dock.show()

    def _stand(self, name: str, place: Place, free: list[QRect]) -> None:
        dock, wanted = self._docks[name], within(QRect(*place[:4]), free)
        self._put[name] = wanted
        if place[4] and dock.isMaximized() and wanted.intersects(dock.screen().geometry()):
            return
        if dock.isMaximized():
            dock.setWindowState(Qt.WindowState.WindowNoState)
        _move(dock, wanted)
        if place[4]:
            dock.setWindowState(Qt.WindowState.WindowMaximized)

    def _bring_window(self, free: list[QRect]) -> None:
        """The desk itself: in sight, and back where it was when its screen is there again."""
        window = self._window
        wanted = self._home or window.normalGeometry()
        place = within(wanted, free)
        if place == wanted:
            if self._home is not None and self._put.get("") == window.normalGeometry():
                self._move_window(wanted)
            self._home = None
        elif self._home is None or window.normalGeometry() != self._put.get(""):
            self._home, self._put[""] = wanted, place
            self._move_window(place)

    def _move_window(self, place: QRect) -> None:
        window, state = self._window, self._window.windowState()
        if state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(place)
            window.setWindowState(state)
        else:
            window.setGeometry(place)

    def _floated(self, name: str, floating: bool) -> None:
        """A hand has drawn a panel out of the window, or anything has put it back."""
        dock = self._docks[name]
        if self._busy:
            return
        if not floating:
            for action in self._window.actions():
                dock.removeAction(action)
            self._out.pop(name, None)
            dock.setProperty("popped", False)
            self._retitle(name)
            self.changed.emit()
        elif QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(NOTE_MS, self, partial(self._dropped, name))

    def _dropped(self, name: str) -> None:
        """When the hand has let go outside the window, its place is where it was let go."""
        dock = self._docks[name]
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(NOTE_MS, self, partial(self._dropped, name))
        elif dock.isFloating() and name not in self._out:
            self._out[name] = (*dock.geometry().getRect(), 0)
            self._free(name)
            self.changed.emit()

    def _note(self) -> None:
        """Keep where a hand has put the windows; not where a screen that went has left them."""
        before = dict(self._out)
        for name, place in before.items():
            dock = self._docks[name]
            now = dock.normalGeometry() if dock.isMaximized() else dock.geometry()
            if not dock.isVisible() or not dock.isFloating():
                continue
            if self._settling.isActive():
                self._put[name] = now
            elif now != self._put.get(name) or place[4] != int(dock.isMaximized()):
                self._put[name] = now
                self._out[name] = (*now.getRect(), int(dock.isMaximized()))
        if self._out != before:
            self.changed.emit()

    def _name_all(self) -> None:
        for name in self._out:
            self._retitle(name)

    def _retitle(self, name: str) -> None:
        """A window of its own says whose it is, and that a drill goes on, as the desk's does."""
        dock, title = self._docks[name], self._names[name]
        if name in self._out:
            dock.setWindowTitle(f"{self._window.windowTitle()} · {title}")
        elif dock.windowTitle() != title:
            dock.setWindowTitle(title)
        dock.toggleViewAction().setText(title)

    def _quietly(self, move: Any) -> None:
        self._busy = True
        try:
            move()
        finally:
            self._busy = False


def _readable(place: Any) -> bool:
    """Five whole numbers that can be a window on some desktop."""
    if not isinstance(place, list) or len(place) != 5:
        return False
    if not all(isinstance(one, int) and abs(one) < 100_000 for one in place):
        return False
    return place[2] > 0 and place[3] > 0


def _move(dock: QDockWidget, place: QRect) -> None:
    if dock.geometry() != place:
        dock.setGeometry(place)
