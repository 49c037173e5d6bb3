"""The guide at work: offers itself once, follows what is done, and never takes the keyboard."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolBar, QWidget

from commandcenter.services.views import CaseLine, Changes
from ui.guide.steps import ENDED, OFFERED, STEPS, WAITING, WAITS, Scene, after, text_of
from ui.habits import SEAT
from ui.help import keys_named
from ui.icons import IconBox
from ui.manual.pages import keyed
from ui.menus import add_desk_action
from ui.scale import BAR, GAP
from ui.words import say

if TYPE_CHECKING:
    from ui.desk import OpenDesk
    from ui.window import DeskWindow

HABIT = "guide_offered"
OFFER_MS = 240_000
END_MS = 60_000
IDLE, RUNNING, ENDING = "idle", "running", "ending"


class Guide(QObject):
    """Leads through one real case of the demonstration; its key begins and ends it.

    It only watches: the selection, who sits here, the feed and where the keyboard is.
    """

    def __init__(self, desk: OpenDesk) -> None:
        """Silent until it is offered or begun."""
        super().__init__(desk.window)
        self._desk, self.state, self.number = desk, IDLE, 0
        self.scene = Scene()
        self.strip = Strip(desk.window)
        self._away = QTimer(self, singleShot=True)
        self._away.timeout.connect(self.end)
        add_desk_action(desk.window, "guide", self.turn)
        desk.selection.case.connect(self._picked)
        QApplication.instance().focusChanged.connect(self._moved)

    def offer(self) -> None:
        """Say once at this seat that there is a guide; it goes by itself."""
        habits = self._desk.context.habits
        if self.state != IDLE or habits.get(SEAT, HABIT, False):
            return
        with suppress(OSError):  # then it is offered at the next start again
            habits.keep(SEAT, HABIT, True)
        self._say(say(OFFERED))
        self._away.start(OFFER_MS)

    def turn(self) -> None:
        """Begin, or end what was begun."""
        if self.state == IDLE:
            self._begin()
        else:
            self.end()

    def end(self) -> None:
        """Put the strip away."""
        self._away.stop()
        self.state = IDLE
        self.strip.say("")

    def apply(self, changes: Changes) -> None:
        """Hear what became of the case."""
        if self.state != RUNNING:
            return
        for line in changes.cases:
            if self.scene.line is not None and line.id == self.scene.line.id:
                self.scene.line = line
        case = self.scene.line.id if self.scene.line is not None else ""
        self.scene.kinds |= {one.kind for one in changes.entries if one.subject == case}
        self._go_on()

    def sits(self) -> None:
        """Somebody else sits here, or may do other things."""
        if self.state == RUNNING:
            self._go_on()

    def rekeyed(self) -> None:
        """Other keys are in force: the strip names them."""
        if self.state == RUNNING:
            self._go_on()

    def stop(self) -> None:
        """The window goes."""
        self.end()
        QApplication.instance().focusChanged.disconnect(self._moved)

    def _begin(self) -> None:
        self._away.stop()
        self.state, self.number, self.scene = RUNNING, 0, Scene()
        self._picked(self._desk.selection.current_case)

    def _picked(self, case: str) -> None:
        """The first waiting report that is picked is the one the guide is about."""
        if self.state != RUNNING:
            return
        if self.scene.line is None or not self.scene.picked:
            line = self._line(case)
            if line is not None and line.state in WAITS:
                self.scene.line, self.scene.picked = line, True
        self._go_on()

    def _line(self, case: str) -> CaseLine | None:
        model = self._desk.queue.model
        return model.line(model.row_of(case)) if model.row_of(case) >= 0 else None

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if self.state == RUNNING:
            docks = self._desk.window.docks.items()
            held = (name for name, dock in docks if now is not None and dock.isAncestorOf(now))
            self.scene.panel = next(held, "")
            self._go_on()

    def _go_on(self) -> None:
        self.scene.roles = frozenset(self._desk.context.roles)
        self.number = after(self.number, self.scene)
        if self.number == len(STEPS):
            self.state = ENDING
            self._say(say(ENDED))
            self._away.start(END_MS)
        elif self.number == 0 and not self._waiting():
            self._say(say(WAITING))
        else:
            self._say(text_of(self.number, self.scene))

    def _waiting(self) -> bool:
        return any(line.state in WAITS for line in self._desk.queue.model.lines)

    def _say(self, text: str) -> None:
        key = partial(keys_named, self._desk.window.actions())
        self.strip.say(keyed(text, key).replace("`", ""))


class Strip(QToolBar):
    """One line under the band; no focus, no button, gone when it has nothing to say."""

    def __init__(self, window: DeskWindow) -> None:
        """Hidden under the window's band."""
        super().__init__(window, objectName="guide", movable=False, floatable=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text = QLabel(self, wordWrap=True)
        inner = QWidget(self)
        row = QHBoxLayout(inner)
        row.setContentsMargins(*BAR)
        row.setSpacing(GAP)
        row.addWidget(IconBox("manual"))
        row.addWidget(self.text, 1)
        self.addWidget(inner)
        window.addToolBarBreak()
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)
        self._keep = QTimer(self, singleShot=True, interval=0)
        self._keep.timeout.connect(self._as_wanted)
        self.visibilityChanged.connect(self._keep.start)
        self.hide()

    def say(self, text: str) -> None:
        """Show this line; "" shows nothing."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _as_wanted(self) -> None:
        """A layout that was restored knows nothing of what is said now."""
        self.setVisible(bool(self.text.text()))
