"""The desk arranged as a level asks (queue, map, joint), and back to the person's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.services.emergency_views import Mode
from ui.mode import ModeWatch
from ui.window import LAYOUT, DeskWindow

OWN = "own"
FORMS = ("intake", "dispatch", "step", "find", "seat")
LOW = 0.24
"""Height of the case below a map that a level wants large, as a part of the window's."""
WIDE = 1600
"""From this width on a joint desk has room for the emergency beside the case."""
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class ModeLayout(QObject):
    """Follows the level; never takes the keyboard's focus, never hides a form or the queue."""

    def __init__(self, window: DeskWindow, mode: ModeWatch) -> None:
        """The person's own layout until the mode asks for another."""
        super().__init__(window)
        self._window, self.now = window, OWN
        mode.changed.connect(self._follow)

    def _follow(self, mode: Mode) -> None:
        wanted = OWN if mode.plan is None else mode.plan.layout
        if wanted == self.now:
            return
        window, before, self.now = self._window, self.now, wanted
        focus, forms = QApplication.focusWidget(), self._open_forms()
        if before == OWN:
            window.own_state = window.saveState(LAYOUT)
        assert window.own_state is not None
        # from the own layout each time: levels leave no trace of each other
        window.restoreState(window.own_state, LAYOUT)
        if wanted == OWN:
            window.own_state = None
        else:
            self._arrange(wanted)
        for name in forms:
            window.show_panel(name)
        _give_back(focus)

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

    def _open_forms(self) -> list[str]:
        """Forms in front of their tabs: somebody may be typing in them."""
        docks = {name: self._window.panel(name) for name in FORMS}
        return [
            name
            for name, dock in docks.items()
            if dock.isVisible() and not dock.widget().visibleRegion().isEmpty()
        ]


def _give_back(focus: QWidget | None) -> None:
    """The keyboard stays where it was, unless that is not to be seen any more."""
    if focus is not None and focus is not QApplication.focusWidget() and focus.isVisible():
        focus.setFocus()
