"""How the desk looks to who sits here: the density of its rows, and high contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui import scale, theme
from ui.menus import add_desk_action
from ui.palette import colours, other_contrast

if TYPE_CHECKING:
    from ui.desk import OpenDesk

KEPT = "density"
NAMED = "named"


def say(text: str) -> str:
    """A word about the looks in the language of the screen."""
    return QCoreApplication.translate("Looks", text)


class Looks:
    """A fitting: the density is each person's own, the theme is the seat's."""

    def __init__(self, desk: OpenDesk) -> None:
        """The sitter's density is in force before the window is seen."""
        self._desk = desk
        add_desk_action(desk.window, "density", self.next_density)
        add_desk_action(desk.window, "contrast", self.change_contrast)
        desk.window.opening.connect(lambda: QTimer.singleShot(0, desk.window, self._name_panels))
        desk.window.arranging.connect(lambda: QTimer.singleShot(0, desk.window, self._name_panels))
        self.sits()

    def _name_panels(self) -> None:
        """A panel is called as its dock is; a hint that is cut says itself under the mouse.

        Each once, when it is made: to look through all panels costs more the more are open.
        """
        for dock in self._desk.window.docks.values():
            inner = dock.panel
            if inner is None or inner.property(NAMED):
                continue
            inner.setProperty(NAMED, True)
            if not inner.accessibleName():
                inner.setAccessibleName(dock.windowTitle())
            for field in inner.findChildren(QLineEdit):
                if field.placeholderText() and not field.toolTip():
                    field.setToolTip(field.placeholderText())

    def sits(self) -> None:
        """Another person may sit here: the desk takes the density that person keeps."""
        self._take(scale.named(self._desk.context.own(KEPT, scale.NORMAL.name)))

    def next_density(self) -> None:
        """Compact, normal, large in turn; at once everywhere, kept for who sits here."""
        order = scale.DENSITIES
        chosen = order[(order.index(scale.density()) + 1) % len(order)]
        self._desk.context.keep(KEPT, chosen.name)
        self._take(chosen)
        self._desk.context.say("info", say("行距：%1").replace("%1", density_word(chosen)))

    def change_contrast(self) -> None:
        """High contrast or the usual one, on the same ground."""
        chosen = other_contrast(colours())
        self._desk.window.set_theme(chosen)
        self._desk.context.say("info", theme_word(chosen.name))

    def _take(self, chosen: scale.Density) -> None:
        if chosen is scale.density():
            return
        before = scale.density().points
        scale.use(chosen)
        spread(chosen.points - before)
        self._desk.panels.tell("set_theme", colours())


def spread(more: int) -> None:
    """Give every widget its font of the density in force.

    Fonts in the usual size follow the application's; one of a size of its own is made `more`
    points larger (negative: smaller).
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    own = {
        widget: widget.font().pointSize()
        for widget in app.allWidgets()
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
    }
    theme.apply(app, colours())
    for widget, points in own.items():
        if widget.font().pointSize() == points:
            _enlarge(widget, more)


def _enlarge(widget: QWidget, more: int) -> None:
    font = widget.font()
    font.setPointSize(font.pointSize() + more)
    widget.setFont(font)


def density_word(chosen: scale.Density) -> str:
    """紧凑, 标准 or 大字."""
    return {"compact": say("紧凑"), "normal": say("标准"), "large": say("大字")}[chosen.name]


def theme_word(name: str) -> str:
    """What a theme is called."""
    return {
        "dark": say("深色"),
        "light": say("浅色"),
        "dark-high": say("深色，高对比"),
        "light-high": say("浅色，高对比"),
    }[name]
