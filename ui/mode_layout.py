"""The desk arranged as a level asks (queue, map, joint), and back to the person's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.services.emergency_views import Mode
from ui.mode import ModeWatch
from ui.window import DeskWindow
from ui.window_file import LAYOUT

T = TypeVar("T")

OWN = "own"
FORMS = ("intake", "dispatch", "step", "find", "seat")
WORK = (*FORMS, "handover", "assign", "joint", "password")
"""What is open for one piece of work."""
TAKEN = (*WORK, "unsent")
"""What may be open in front when another person sits down."""
LOW = 0.24
"""Height of the case below a map that a level wants large, as a part of the window's."""
WIDE = 1600
"""From this width on a joint desk has room for the emergency beside the case."""
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class ModeLayout(QObject):
    """Follows the level; never takes the keyboard's focus, never hides a form or the queue.

    `leaving` comes while the layout `now` still stands, `arranged` when a level has put the desk.
    `mine` brings the person's own arrangement of a level's layout, and says whether there is one;
    `popped` tells which panels are out in windows of their own, `pop` puts them there again.
    """

    leaving = Signal()
    arranged = Signal()

    def __init__(self, window: DeskWindow, mode: ModeWatch) -> None:
        """The person's own layout until the mode asks for another."""
        super().__init__(window)
        self._window, self.now = window, OWN
        self.mine: Callable[[str], bool] = lambda name: False
        self.popped: Callable[[], object] = lambda: None
        self.pop: Callable[[object], None] = lambda places: None
        self._own_out: object = None
        mode.changed.connect(self._follow)

    def take_over(self, own: Callable[[], None]) -> None:
        """Another person sits here: `own` brings their layout, then what the level asks."""

        def begin() -> None:
            own()
            if self.now != OWN:
                self._keep_own()
                self._enter(self.now)

        self.undisturbed(begin, TAKEN)

    def arrange_again(self) -> None:
        """The usual layout was put: what the level asks comes over it."""
        if self.now != OWN:
            self.undisturbed(lambda: self._arrange(self.now))

    def undisturbed(self, move: Callable[[], T], forms: tuple[str, ...] = FORMS) -> T:
        """Arrange with the keyboard where it was and the open forms in front; what `move` says."""
        focus, open_ = QApplication.focusWidget(), self._in_front(forms)
        said = move()
        for name in open_:
            self._window.show_panel(name)
        _give_back(focus)
        return said

    def _follow(self, mode: Mode) -> None:
        wanted = OWN if mode.plan is None else mode.plan.layout
        if wanted == self.now:
            return
        self.leaving.emit()
        self.undisturbed(lambda: self._change(wanted))

    def _change(self, wanted: str) -> None:
        window, before, self.now = self._window, self.now, wanted
        if before == OWN:
            self._keep_own()
        assert window.own_state is not None
        # from the own layout each time: levels leave no trace of each other
        window.restoreState(window.own_state, LAYOUT)
        self.pop(self._own_out)
        if wanted == OWN:
            window.own_state = None
            self.arranged.emit()
        else:
            self._enter(wanted)

    def _keep_own(self) -> None:
        self._window.own_state = self._window.saveState(LAYOUT)
        self._own_out = self.popped()

    def _enter(self, wanted: str) -> None:
        if self.mine(wanted):
            self._window.panel("queue").show()
            return
        self._arrange(wanted)
        self.arranged.emit()

    def _arrange(self, wanted: str) -> None:
        window = self._window
        window.panel("queue").show()
        if wanted == "queue":
            return
        mode, roster, case = (window.panel(name) for name in ("mode", "roster", "case"))
        window.panel("charts").hide()
        for dock in (roster, case, mode):
            dock.setFloating(False)
            dock.show()
        if wanted == "joint" and window.width() >= WIDE:
            window.removeDockWidget(window.panel("charts"))  # a tab of the case would take the mode
            window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, mode)
            window.splitDockWidget(case, mode, ACROSS)
            mode.show()
            half = window.width() // 3
            window.resizeDocks([case, mode], [half, half], ACROSS)
        elif wanted == "joint":
            window.tabifyDockWidget(roster, mode)
            mode.raise_()
        else:
            window.tabifyDockWidget(roster, mode)
            mode.raise_()
            window.resizeDocks([case], [int(window.height() * LOW)], DOWN)

    def _in_front(self, names: tuple[str, ...]) -> list[str]:
        """Forms in front of their tabs: somebody may be typing in them."""
        docks = {name: dock for name, dock in self._window.docks.items() if name in names}
        return [
            name
            for name, dock in docks.items()
            if dock.isVisible() and not dock.widget().visibleRegion().isEmpty()
        ]


def _give_back(focus: QWidget | None) -> None:
    """The keyboard stays where it was, unless that is not to be seen any more."""
    if focus is not None and focus is not QApplication.focusWidget() and focus.isVisible():
        focus.setFocus()
