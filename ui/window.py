"""The window: docks, menus, band and message bar; it knows no case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QSizePolicy,
    QTabWidget,
    QToolBar,
    QWidget,
)
from shiboken6 import isValid

from ui.bugs import BugWatch
from ui.crash import CrashWatch
from ui.docks import ANY, Dock, Frame, Panel, Stand, Title, arrange, focus_in, place
from ui.help import KeysPanel, keys_of
from ui.message import Clock, Kind, MessageBar, MessageList, wall_now
from ui.palette import other_ground
from ui.theme import DARK, Colours, apply, colours, icon
from ui.window_file import WindowFile
from ui.window_rows import OwnRow, make_own, way_row, window_rows
from ui.worker import Worker

AREAS = Qt.DockWidgetArea
RIGHT_TAB = Stand(AREAS.RightDockWidgetArea, beside=ANY, shown=False)


class DeskWindow(Frame):
    """A frame for panels: each is one add_panel; their layout comes back as it was left.

    `themed` carries the new Colours, `opening` a panel's name before it shows; `arranging` comes
    before the usual layout is made, `arranged` after it, `closing` before the window goes. What
    `unsaved` says is told in the bar instead of closing; closing again means it. `come_back` may
    arrange the window at its first show; where it does not, it is as the last one was left.
    `bugs` watches over errors.
    """

    themed = Signal(object)
    opening = Signal(str)
    arranging = Signal()
    arranged = Signal()
    closing = Signal()

    def __init__(self, folder: Path, chosen: Colours = DARK, now: Clock = wall_now) -> None:
        """`folder` takes window.ini (only the geometry) and reports of bugs; `now` gives UTC."""
        super().__init__()
        self._folder, self._file = folder, WindowFile(folder)
        self._panels: list[Panel] = []
        self._menus: dict[str, QMenu] = {}
        self._own: set[QAction] = set()
        self._settled = False
        self.own_state: QByteArray | None = None
        self._before_help: QWidget | None = None
        self._told: list[QAction] = []
        self.unsaved: Callable[[], str] = lambda: ""
        self.come_back: Callable[[], bool] = lambda: False
        self._warned = ""
        apply(QApplication.instance(), chosen)
        self.setWindowTitle(self.tr("街道指挥中心"))
        self.setWindowIcon(icon("app"))
        self.bugs = BugWatch(self)
        self.messages = MessageBar(now=now)
        self.crashes = CrashWatch(folder / "reports", self.messages, self)
        self.help = KeysPanel(lambda: [*self.all_actions(), *self._told])
        self._shape()
        self._make_menus()
        self._make_own_panels()
        self._connect()

    def add_panel(
        self,
        name: str,
        title: str,
        widget: QWidget | None,
        area: Qt.DockWidgetArea,
        meaning: str,
        size: int = 0,
        along: int = 0,
        beside: str = "",
        shown: bool = True,
    ) -> Dock:
        """Put a widget (None: it comes later) into a dock; Alt+1…9 goes there, in this order.

        `size` is its wish in pixels across the area at 1366×768 (width at the sides, height
        below) and `along` the other way, `beside` the name of a panel to share a tab with,
        `shown` whether the usual layout has it open.
        """
        stand = Stand(area, size, along, beside, shown)
        dock = self._add(name, title, widget, meaning, stand)
        self._add_way(name, dock, meaning)
        return dock

    def set_centre(self, widget: QWidget) -> None:
        """Put a widget, such as the map, in the middle."""
        self.setCentralWidget(widget)

    def set_band(self, widget: QWidget) -> None:
        """Put the band above everything; it is always there."""
        self._band.clear()
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
        self._band.addWidget(widget)
        self._band.show()

    def add_action(self, menu: str, action: QAction) -> QAction:
        """Put an action into the menu of that title (made when new) and on its keys."""
        self.addAction(action)
        self.menu(menu).addAction(action)
        return action

    def menu(self, title: str) -> QMenu:
        """The menu of that title; a new one stands before the window's own."""
        if title not in self._menus:
            self._menus[title] = QMenu(title, self)
            self.menuBar().insertMenu(self._own_menus[0].menuAction(), self._menus[title])
        return self._menus[title]

    def all_actions(self) -> list[QAction]:
        """Every action there is, the window's own last."""
        return sorted(self.actions(), key=lambda action: action in self._own)

    def tell_keys(self, panel: str, text: str, keys: str, when: str) -> None:
        """Name keys that a panel itself listens to; choosing the row goes to that panel."""
        action = QAction(text, self)
        action.setProperty("told_keys", keys)
        dock = self.docks.get(panel)
        action.setProperty("told_panel", dock.windowTitle() if dock else "")
        action.setWhatsThis(when)
        action.triggered.connect(partial(self.go, panel))
        self._told.append(action)

    def told_keys(self) -> tuple[QAction, ...]:
        """What panels listen to themselves."""
        return tuple(self._told)

    def follow(self, worker: Worker) -> None:
        """Tell of the worker's failures, and let a new command clear earlier refusals."""
        worker.failed.connect(self.bugs.report)
        worker.begun.connect(self._command_begun)

    def panel(self, name: str) -> Dock:
        """The dock of a panel; raises KeyError for an unknown one."""
        return self.docks[name]

    @property
    def docks(self) -> dict[str, Dock]:
        """Every panel's dock by its name."""
        return {panel.name: panel.dock for panel in self._panels}

    @property
    def has_layout(self) -> bool:
        """Whether an earlier window left its geometry behind."""
        return self._file.there

    def set_stand(self, name: str, **changed: Any) -> None:
        """Change where a panel stands by default, from the next arranging on (fields of Stand)."""
        self._panels = [
            replace(panel, stand=replace(panel.stand, **changed)) if panel.name == name else panel
            for panel in self._panels
        ]

    def show_panel(self, name: str) -> None:
        """Open a panel and bring its tab forward; the focus stays where it is."""
        self.opening.emit(name)
        self.panel(name).show()
        self.panel(name).raise_()

    def go(self, name: str) -> None:
        """Open a panel and put the keyboard's focus into it (a person asked for it)."""
        self.show_panel(name)
        focus_in(self.panel(name).panel)

    def restore_layout(self) -> None:
        """Put every panel back where it stands by default."""
        self.arranging.emit()
        arrange(self, self._panels)
        self.arranged.emit()

    def set_theme(self, chosen: Colours) -> None:
        """Change the colours of the whole application and tell it."""
        apply(QApplication.instance(), chosen)
        self.themed.emit(chosen)

    def toggle_theme(self) -> None:
        """Change between dark and light, in the contrast that is in force."""
        self.set_theme(other_ground(colours()))

    def begin_watch(self) -> None:
        """From now on bugs and crashes leave a report; the program calls it, no test need."""
        self.bugs.install()
        self.crashes.begin()

    def end_watch(self) -> None:
        """The program ends cleanly."""
        self.bugs.uninstall()
        self.crashes.stop()

    def save_report(self) -> None:
        """Save the report of bugs and say where it is."""
        path = self.bugs.save(self._folder / "reports")
        self.messages.drop(Kind.BUG)
        self.messages.info(self.tr("报告已保存：%1").replace("%1", str(path)))

    def showEvent(self, event: QShowEvent) -> None:
        if not self._settled:
            self._settled = True
            self._file.bring_back(self)
        super().showEvent(event)

    def leave(self) -> None:
        """Close, whatever is unsaved: a signal or the end of the program asks nobody."""
        self.unsaved = lambda: ""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        text = self.unsaved()
        if text and text != self._warned:
            self._warned = text
            self.messages.warning(text)
            event.ignore()
            return
        self._file.keep(self)
        self.closing.emit()
        super().closeEvent(event)

    def createPopupMenu(self) -> None:
        """No menu that could hide the band."""
        return None

    def _shape(self) -> None:
        self.setDockNestingEnabled(True)
        self.setTabPosition(AREAS.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCorner(Qt.Corner.BottomLeftCorner, AREAS.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, AREAS.BottomDockWidgetArea)
        self._band = QToolBar(self.tr("状态带"), objectName="band", movable=False, floatable=False)
        self._band.hide()
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._band)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(0, 0, 0, 0)
        self.statusBar().addPermanentWidget(self.messages, 1)

    def _make_menus(self) -> None:
        panels = self.menuBar().addMenu(self.tr("面板"))
        view = self.menuBar().addMenu(self.tr("视图"))
        help_ = self.menuBar().addMenu(self.tr("帮助"))
        self._own_menus = (panels, view, help_)
        self._menus |= {one.title(): one for one in self._own_menus}
        calls = {
            "panel.close": self._close_panel,
            "layout.usual": self.restore_layout,
            "theme": self.toggle_theme,
            "keys": self._open_help,
            "message.seen": self.messages.acknowledge,
            "bugs.save": self.save_report,
        }
        for row in window_rows():
            self._own_action(row, calls[row.name])
        self._shown_menu = panels.addMenu(self.tr("显示"))
        panels.addSeparator()
        self.messages.set_key(self._key("message.seen"))

    def _own_action(self, row: OwnRow, deed: Callable[[], None]) -> QAction:
        action = make_own(self, row, deed)
        self.addAction(action)
        self._own_menus[row.menu].addAction(action)
        self._own.add(action)
        return action

    def _make_own_panels(self) -> None:
        listed = MessageList(self.messages)
        self._add("help", self.tr("按键"), self.help, "panel.help", RIGHT_TAB)
        self._add("messages", self.tr("消息"), listed, "panel.messages", RIGHT_TAB)

    def _add(
        self, name: str, title: str, widget: QWidget | None, meaning: str, stand: Stand
    ) -> Dock:
        dock = Dock(title, self, name)
        dock.setWidget(widget)
        dock.setTitleBarWidget(Title(dock, meaning))
        self._panels.append(Panel(name, dock, stand))
        toggle = dock.toggleViewAction()
        toggle.setIcon(icon(meaning))
        self._shown_menu.addAction(toggle)
        place(self, self._panels[-1], self._panels)
        return dock

    def _add_way(self, name: str, dock: Dock, meaning: str) -> None:
        number = sum(panel.stand is not RIGHT_TAB for panel in self._panels)
        key = f"Alt+{number}" if number <= 9 else ""
        row = way_row(name, dock.windowTitle(), key, meaning)
        action = self._own_action(row, partial(self.go, name))
        dock.titleBarWidget().set_key(keys_of(action))

    def _connect(self) -> None:
        QApplication.instance().focusChanged.connect(self._focus_moved)
        self.help.closed.connect(self._close_help)
        self.bugs.caught.connect(self._tell_bug)
        self.bugs.trouble.connect(self.messages.warning)

    def _open_help(self) -> None:
        self._before_help = QApplication.focusWidget()
        self.go("help")

    def _close_help(self) -> None:
        self.panel("help").hide()
        if self._before_help is not None and isValid(self._before_help):
            self._before_help.setFocus()

    def _close_panel(self) -> None:
        for panel in self._panels:
            if panel.dock.isAncestorOf(QApplication.focusWidget()):
                panel.dock.close()

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        for panel in self._panels:
            panel.dock.titleBarWidget().set_active(now is not None and panel.dock.isAncestorOf(now))

    def _command_begun(self, command: object) -> None:
        self.bugs.note(type(command).__name__)
        self.messages.command_begun()

    def _tell_bug(self) -> None:
        text = self.tr("程序出错，已继续运行 · %1 保存报告")
        self.messages.bug(text.replace("%1", self._key("bugs.save")))

    def _key(self, name: str) -> str:
        return keys_of(self.findChild(QAction, name))
