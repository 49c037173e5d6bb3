"""Docks: what a panel's frame is made of and where panels stand by default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QToolButton,
    QWidget,
)

from ui.icons import IconBox, icon

ANY = "*"
"""Beside whatever panel stands alone on that side."""
SEEN_AT = (1366, 768)
SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """A place in the usual layout: side, sizes in pixels at 1366×768, whose tab, open or not."""

    area: Qt.DockWidgetArea
    size: int = 0
    along: int = 0
    beside: str = ""
    shown: bool = True


class Frame(QMainWindow):
    """A window that tells when it has another size; `narrow`: its panels take turns at one side."""

    resized = Signal()
    narrow = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Dock(QDockWidget):
    """A dock that tells of its places, so that nobody need filter its events.

    One that `scrolls` holds what is put into it from now on in a sheet.
    """

    moved = Signal()
    resized = Signal()

    def __init__(self, title: str, window: QWidget, name: str) -> None:
        """Empty, not yet placed."""
        super().__init__(title, window, objectName=name)
        self.scrolls = False

    @property
    def panel(self) -> QWidget | None:
        """What was put into it."""
        found = self.widget()
        return found.widget() if is_sheet(found) else found

    def put(self, panel: QWidget) -> None:
        """Show this panel."""
        self.setWidget(sheet(panel) if self.scrolls else panel)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def sheet(panel: QWidget) -> QScrollArea:
    """What holds a panel that wants more room than there is: nothing of it is out of reach."""
    made = QScrollArea(objectName="sheet", widgetResizable=True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(panel)
    return made


def is_sheet(widget: QWidget | None) -> TypeGuard[QScrollArea]:
    """Whether a panel is held in this."""
    return isinstance(widget, QScrollArea) and widget.objectName() == "sheet"


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A dock, its name and where it stands."""

    name: str
    dock: Dock
    stand: Stand


class Title(QWidget):
    """The title of a dock: icon, words, the key that goes there, a button to close."""

    def __init__(self, dock: QDockWidget, meaning: str) -> None:
        """The title of this dock with the icon of that meaning."""
        super().__init__(dock)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(dock.windowTitle(), objectName="title")
        self._key = QLabel(objectName="key")
        self._drill = QLabel(self.tr("演练"), objectName="drill")
        self._drill.hide()
        close = QToolButton(icon=icon("cancel", "dim"), autoRaise=True)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setToolTip(self.tr("关闭面板"))
        close.setAccessibleName(self.tr("关闭面板"))
        close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(6)
        row.addWidget(IconBox(meaning))
        row.addWidget(self._text)
        row.addWidget(self._drill)
        row.addStretch(1)
        row.addWidget(self._key)
        row.addWidget(close)

    def set_key(self, key: str) -> None:
        """The key that goes to this panel."""
        self._key.setText(key)

    def mark_drill(self, on: bool) -> None:
        """Say beside the words that a drill goes on: a panel may stand on a screen of its own."""
        self._drill.setVisible(on)

    def set_active(self, active: bool) -> None:
        """Show whether the keyboard's focus is within the panel."""
        if self.property("active") != active:
            self.setProperty("active", active)
            self.style().unpolish(self._text)
            self.style().polish(self._text)


def place(window: QMainWindow, panel: Panel, panels: Sequence[Panel]) -> None:
    """Put one panel where it stands by default, floating or not before."""
    window.addDockWidget(panel.stand.area, panel.dock)
    panel.dock.setFloating(False)
    host = _host(panel, panels)
    if host is not None:
        window.tabifyDockWidget(host.dock, panel.dock)
    panel.dock.setVisible(panel.stand.shown)


def arrange(window: QMainWindow, panels: Sequence[Panel]) -> None:
    """Put all panels where they stand by default, in sizes that suit the window's."""
    for panel in panels:
        window.removeDockWidget(panel.dock)
    for panel in sorted(panels, key=lambda each: each.stand.beside == ANY):
        place(window, panel, panels)
    for panel in panels:
        if panel.stand.shown and not panel.stand.beside:
            panel.dock.raise_()
    _resize(window, panels)


def focus_in(widget: QWidget) -> None:
    """Give the focus to a panel, and the keyboard to its window."""
    bring_keyboard(aim(widget).window())  # it may stand in another window than the keyboard's


def aim(widget: QWidget) -> QWidget:
    """Make a panel's focus proxy, itself, or its first field what its window's focus is in."""
    inner = (child for child in widget.findChildren(QWidget) if _takes_focus(child))
    taker = widget if _takes_focus(widget) else next(inner, widget)
    taker.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return taker


def bring_keyboard(window: QWidget) -> None:
    """Activate a window of a desk, unless the person works elsewhere: an answer may come late.

    No window is active for a moment when a pop-out was closed or put back.
    """
    active = QApplication.activeWindow()
    here = QApplication.applicationState() is Qt.ApplicationState.ApplicationActive
    if here and (active is None or _desk(active) is _desk(window)):
        window.activateWindow()


def _desk(window: QWidget) -> QWidget:
    """The window whose panels stand in this one."""
    while (owner := window.parentWidget()) is not None:
        window = owner.window()
    return window


def _host(panel: Panel, panels: Sequence[Panel]) -> Panel | None:
    stand = panel.stand
    for other in panels:
        free = not other.stand.beside and other.stand.area == stand.area
        if other.name == stand.beside or (stand.beside == ANY and free):
            return other
    return None


def _takes_focus(widget: QWidget) -> bool:
    proxy = widget.focusProxy()
    return proxy is not None or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _resize(window: QMainWindow, panels: Sequence[Panel]) -> None:
    for across, whole, seen in (
        (Qt.Orientation.Horizontal, window.width(), SEEN_AT[0]),
        (Qt.Orientation.Vertical, window.height(), SEEN_AT[1]),
    ):
        wishes = [(panel.dock, _wish(panel.stand, across)) for panel in panels]
        wishes = [(dock, wish * whole // seen) for dock, wish in wishes if wish]
        window.resizeDocks([dock for dock, _ in wishes], [wish for _, wish in wishes], across)


def _wish(stand: Stand, across: Qt.Orientation) -> int:
    if not stand.shown:
        return 0
    sideways = stand.area in SIDES
    return stand.size if sideways == (across == Qt.Orientation.Horizontal) else stand.along
