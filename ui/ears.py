"""The ears of a desk: asks for the sounds that are due, louder or lower by rule and quiet hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from commandcenter.domain.case import CaseState
from commandcenter.domain.limits import Level
from commandcenter.services.views import Board, Changes
from ui.habits import SEAT
from ui.keyring import keyed
from ui.ringing import Quiet, Ring, Rings, quiet_of
from ui.sound import CHIME

if TYPE_CHECKING:
    from ui.desk import OpenDesk
    from ui.panels.alarms import AlarmsPanel

TICK_MS = 1000
FULL, LEAST = 100, 30
QUIET = "quiet"
"""The seat's habit that holds its quiet hours."""


class Ears(QObject):
    """Hears the band's alarms; whoever sits down hears and reads once how loud the seat is."""

    def __init__(self, desk: OpenDesk) -> None:
        """Silent until load(board)."""
        super().__init__(desk)
        self._desk, self._band, self.chimes = desk.context, desk.band, desk.chimes
        self._window, self._messages = desk.window, desk.window.messages
        self._rings, self._known = Rings(), set[str]()
        self._greeted, self._loaded = "", False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._band.watch.changed.connect(self.tick)
        self.chimes.unheard.connect(self._band.flash)
        self.chimes.warmed.connect(self._greet)
        desk.doors.alarms.hear(self)

    @property
    def quiet(self) -> Quiet | None:
        """The seat's quiet hours; None without any."""
        return quiet_of(self._desk.habits.get(SEAT, QUIET, {}))

    def keep_quiet(self, quiet: Quiet | None) -> None:
        """Keep other quiet hours for this seat, or none."""
        self._desk.habits.keep(SEAT, QUIET, quiet.kept() if quiet else None)

    def show_in(self, panel: AlarmsPanel) -> None:
        """Let the list of alarms tell and change how loud the seat is."""
        telling = panel.quiet
        sound = self._window.findChild(QAction, "sound")
        panel.sound_wanted.connect(sound.trigger)
        sound.triggered.connect(lambda: telling.show_volume(self.chimes.told()))
        self.chimes.warmed.connect(lambda: telling.show_volume(self.chimes.told()))
        telling.given.connect(self.keep_quiet)
        telling.show_volume(self.chimes.told())
        telling.show_quiet(self.quiet)

    def load(self, board: Board) -> None:
        """What waits already is no arrival."""
        self._known = {one.id for one in board.cases}
        self._loaded = True
        self._timer.start()
        self.tick()

    def apply(self, changes: Changes) -> None:
        """A report that was not there before comes with a sound; so does one's own word."""
        for line in changes.cases:
            new = line.id not in self._known and line.state is CaseState.REPORTED
            if new and line.level is not Level.URGENT and not line.imported:
                self._rings.arrive(self.chimes.seconds())
            self._known.add(line.id)
        self._known.difference_update(changes.gone)
        self.tick()
        mine = (one for one in changes.entries if one.who == self._desk.who)
        seen = any(one.kind == "alarm_acknowledged" for one in mine)
        if seen and self._rings.chime(self.chimes.seconds()):
            self.chimes.ring(CHIME, self._lowered(self.chimes.volume))

    def sits(self) -> None:
        """Somebody sits here."""
        self._greet()

    def stop(self) -> None:
        """The window goes."""
        self._timer.stop()

    def tick(self) -> None:
        """Ask for the sound that is due now, if one is."""
        if not self._loaded:
            return
        watch = self._band.watch
        ring = self._rings.due(watch.now, watch.rules, self.chimes.seconds(), self._desk.roles)
        if ring is not None:
            self.chimes.ring(ring.sound.value, self._volume(ring))
        if self._greeted != self._desk.who:
            self._greet()

    def _volume(self, ring: Ring) -> int:
        """Per cent: what is urgent is heard also where the sound is off, and in quiet hours."""
        usual = self.chimes.volume
        if not ring.quiet:
            return FULL if ring.loud else max(usual, LEAST)
        return self._lowered(FULL if ring.loud and usual else usual)

    def _lowered(self, volume: int) -> int:
        """In quiet hours no louder than they allow."""
        quiet = self.quiet
        if quiet is None:
            return volume
        at = self._desk.now().astimezone(self._desk.clock.zone).time()
        return min(volume, quiet.volume) if quiet.holds(at) else volume

    def _greet(self) -> None:
        """One test tone and line for each sitting, once the bar has nothing else to say."""
        who = self._desk.who
        free = self._messages.current is None
        if self._loaded and self.chimes.is_warm and who != self._greeted and free:
            self._greeted = who
            self.chimes.ring(CHIME)
            text = self.tr("%1 · 听到了吗？Ctrl+Shift+U 调").replace("%1", self.chimes.told())
            self._desk.say("info", keyed(text, "sound"))
