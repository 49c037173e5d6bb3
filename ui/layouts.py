"""Layouts: how each person has arranged the desk, in normal working and at each level."""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer

from ui.keyring import keyed
from ui.menus import add_desk_action
from ui.mode_layout import OWN, WORK
from ui.window_file import LAYOUT
from ui.words import say

if TYPE_CHECKING:
    from ui.desk import OpenDesk
    from ui.popout import PopOuts

KEPT, FIXED = "layouts", "layouts.fixed"
"""Names in the person's habits: as it was left, and as it was saved by hand."""
REST_MS = 1200
"""A layout is kept when nothing has moved for so long."""
PASSING = (*WORK, "replay", "help")
"""What is open for one piece of work: after a restart it is not, unless it is popped out."""


class Layouts(QObject):
    """Keeps by itself; brings back at the start, when a person sits down, when the level changes.

    What cannot be read, or was kept by another version, is forgotten for the usual layout.
    """

    def __init__(self, desk: OpenDesk, popouts: PopOuts) -> None:
        """Before the window's first show; the level's layouts and the pop-outs stand."""
        super().__init__(desk.window)
        self._window, self._context, self._popouts = desk.window, desk.context, popouts
        self._level = desk.doors.mode.layout
        self._who = desk.context.who
        self._base: Any = None
        self._shown = self._fresh = self._moving = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._at_rest)
        desk.window.come_back = self._come_back
        desk.window.arranged.connect(self._delivered)
        self._level.leaving.connect(self.keep)
        self._level.mine = self._bring
        self._level.popped, self._level.pop = popouts.places, popouts.restore
        self._level.arranged.connect(self._begin_fresh)
        add_desk_action(desk.window, "layout.save", self.save)
        add_desk_action(desk.window, "layout.mine", self.take_saved)
        self._listen()

    def keep(self) -> None:
        """Keep what stands now for who has arranged it, unless nobody has touched it."""
        self._rest.stop()
        now = self._now()
        if not self._shown or self._fresh or now == self._base:
            return
        self._base = now
        self._write(KEPT, now)

    def save(self) -> None:
        """Fix the layout of now as one's own, to come back to."""
        self._write(FIXED, self._now())
        text = say("布局已保存；Ctrl+Alt+Shift+L 随时回到它")
        self._context.say("info", keyed(text, "layout.mine"))

    def take_saved(self) -> None:
        """Back to the layout that was fixed for this way of working."""
        fixed = self._of(FIXED).get(self._level.now)
        if fixed is None:
            text = say("还没有保存过布局（Ctrl+Alt+L 保存）")
            self._context.say("info", keyed(text, "layout.save"))
        elif self._level.undisturbed(partial(self._restore, fixed)):
            self._rest.start()
        else:
            self._forget(FIXED)
            self._window.restore_layout()

    def sits(self) -> None:
        """Another person sits down: theirs comes, or the usual one; open forms stay open."""
        if self._context.who == self._who:
            return
        self.keep()
        self._who = self._context.who
        if self._shown:
            self._level.take_over(self._bring_own)

    def stop(self) -> None:
        """The window goes; what stood there was kept when it began to close."""
        self._shown = False
        self._rest.stop()

    def _listen(self) -> None:
        for dock in self._window.docks.values():
            moves = (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged)
            for told in (*moves, dock.resized):
                told.connect(self._touched)
        self._popouts.changed.connect(self._by_hand)
        self._window.closing.connect(self.keep)

    def _touched(self, *how: object) -> None:
        if self._shown:
            self._rest.start()

    def _by_hand(self) -> None:
        """A pop-out is nobody's doing but the person's."""
        self._fresh, self._base = False, None
        self._touched()

    def _at_rest(self) -> None:
        """Nothing moves any more; what a level or a delivery has put is nobody's own yet."""
        if self._fresh:
            self._fresh, self._base = False, self._now()
        else:
            self.keep()

    def _come_back(self) -> bool:
        """The window's first show: as this person left it, without the forms."""
        self._shown = True
        self._rest.start()
        QTimer.singleShot(0, self._popouts, self._popouts.bring_in)
        there = self._of(KEPT).get(OWN)
        back = there is not None and self._restore(there)
        if there is not None and not back:
            self._forget(KEPT)
            self._context.say("info", say("保存的布局读不出来，已用原来的布局"))
        if not back:
            QTimer.singleShot(0, self, self._close_passing)
            return False
        self._close_passing()
        return True

    def _close_passing(self) -> None:
        for name in PASSING:
            dock = self._window.docks.get(name)
            if dock is not None and not dock.property("popped"):
                dock.hide()

    def _bring_own(self) -> None:
        """The normal layout of who sits here now."""
        if not self._bring(OWN):
            self._moving = True
            self._window.restore_layout()
            self._moving = False
            self._begin_fresh()

    def _bring(self, name: str) -> bool:
        """Put the layout of that name of who sits here; whether one was kept that can be read."""
        there = self._of(KEPT).get(name)
        if there is None:
            return False
        if self._restore(there):
            self._rest.start()
            return True
        self._forget(KEPT, name)
        return False

    def _restore(self, kept: Any) -> bool:
        state = _state(kept)
        if state is None or not self._window.restoreState(state, LAYOUT):
            return False
        if any(self._lost(name) for name in self._window.docks):
            return False
        self._popouts.restore(kept.get("out"))
        self._base, self._fresh = None, False
        return True

    def _lost(self, name: str) -> bool:
        dock = self._window.docks[name]
        nowhere = Qt.DockWidgetArea.NoDockWidgetArea
        return not dock.isFloating() and self._window.dockWidgetArea(dock) == nowhere

    def _delivered(self) -> None:
        """The usual layout was asked for: what was kept of this way of working is forgotten."""
        self._popouts.restore(None)
        if self._moving:
            return
        self._forget(KEPT)
        self._level.arrange_again()
        self._begin_fresh()

    def _begin_fresh(self) -> None:
        self._fresh = True
        self._rest.start()

    def _now(self) -> dict[str, Any]:
        state = b64encode(self._window.saveState(LAYOUT).data()).decode("ascii")
        return {"state": state, "out": self._popouts.places()}

    def _of(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self._context.habits.get(self._who, name, {})
        return found

    def _write(self, name: str, layout: dict[str, Any] | None, of: str = "") -> None:
        """For whom it was arranged, who may not be who sits here now."""
        mine = dict(self._of(name))
        mine[of or self._level.now] = layout
        kept = {key: one for key, one in mine.items() if one is not None}
        try:
            self._context.habits.keep(self._who, name, kept or None)
        except OSError as trouble:
            text = say("这台电脑存不下你的布局：%1")
            self._context.say("warning", text.replace("%1", trouble.strerror or str(trouble)))

    def _forget(self, name: str, of: str = "") -> None:
        self._write(name, None, of)


def _state(kept: Any) -> QByteArray | None:
    """The window's state of what was kept; None when it is no such thing."""
    try:
        return QByteArray(b64decode(kept["state"], validate=True))
    except (TypeError, KeyError, ValueError):
        return None
