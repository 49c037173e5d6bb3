"""The replay: what happened in a past hour or emergency, played on panels of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QToolButton, QVBoxLayout

from commandcenter.domain.emergency import Emergency
from commandcenter.domain.refusal import Refusal
from commandcenter.services.emergency_views import AskEmergencies, Emergencies
from ui.context import DeskContext
from ui.palette import Colours
from ui.replay.bar import FRAME, Bar, Framed, Mark
from ui.replay.choice import Choice
from ui.replay.export import Export
from ui.replay.list import EventList
from ui.replay.past import PastContext, no_work, past_context
from ui.replay.reading import Film, Reading
from ui.replay.stage import Stage
from ui.replay.tape import SPEEDS, Tape
from ui.words import names_of, refusal, short_number

KINDS = frozenset({"switch_decided", "emergency_reviewed"})
"""After these the list of emergencies is another."""


class ReplayPanel(Framed):
    """Chooses, reads, plays; `left` comes when a person wants back to now.

    Its map, queue and roster are its own, so the live ones never hear of it. They are made when it
    is first opened; close() ends the reading and gives the map's memory back.
    """

    left = Signal()

    def __init__(
        self,
        desk: DeskContext,
        ask: Callable[[Any, str], Any],
        cache: Path | None = None,
    ) -> None:
        """`ask` is Desk.ask, called off this thread; `cache` keeps the map's composed page."""
        super().__init__()
        self.setObjectName("replay")
        self._desk, self._ask, self._cache = desk, ask, cache
        self.tape, self.reading = Tape(self), Reading(self)
        self.mark, self.choice, self.bar = Mark(), Choice(desk.now), Bar()
        self.events = EventList()
        self.hint = QLabel(objectName="replay.hint", wordWrap=True)
        self.export = Export(desk, self)
        self.stage: Stage | None = None
        self._past: PastContext | None = None
        self._film: Film | None = None
        self._lay_out()
        self._wire()
        self._set_keys()
        self._say_what_to_do()

    # ---- opening and closing --------------------------------------------------------------

    def open(self) -> None:
        """Offer what can be chosen, with the emergencies there were."""
        if self.stage is None:
            self._make_stage()
        assert self.stage is not None
        self.stage.start()
        self.choice.offer(())
        self._ask_emergencies()
        self.choice.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_down(self) -> None:
        """Play nothing any more; the next opening begins anew."""
        self.reading.cancel()
        self.choice.still()
        self._take(None)
        if self.stage is not None:
            self.stage.stop()

    def stop(self) -> None:
        """The window goes."""
        self.tape.pause()
        self.reading.stop()
        if self.stage is not None:
            self.stage.stop()

    def set_theme(self, chosen: Colours) -> None:
        """Dress the past for the theme."""
        self.mark.dress()
        if self.stage is not None:
            self.stage.map.set_theme(chosen)
        self.update()

    def apply(self, changes: Any) -> None:
        """Only the list of emergencies follows the feed."""
        if self.isVisible() and any(entry.kind in KINDS for entry in changes.entries):
            self._ask_emergencies()

    @property
    def holds_keyboard(self) -> bool:
        """Whether keys that are pressed now are pressed in the past."""
        focus, own = QApplication.focusWidget(), self.window()
        within = focus is not None and (focus is self or self.isAncestorOf(focus))
        floats = isinstance(own, QDockWidget) and QApplication.activeWindow() is own
        return self.isVisible() and (within or floats)

    # ---- what a hand wants ----------------------------------------------------------------

    def read(self, since: datetime, until: datetime) -> None:
        """Read a span (UTC)."""
        self.choice.busy(0, 0)
        names = names_of(self._desk.reference)
        self.reading.begin(partial(self._asked, self._desk.who), since, until, names)

    def show_emergency(self, one: Emergency) -> None:
        """Read this emergency: its record asks for it."""
        self.choice.offer((one,))
        self.choice.what.setCurrentIndex(self.choice.what.count() - 1)
        self.choice.want()

    def seek_case(self) -> None:
        """Show the events of the case that is selected in the past."""
        assert self._past is not None
        case = self._past.selection.current_case
        line = self._film.player.line(case) if self._film else None
        if line is not None and line.number:
            self.events.seek(short_number(line.number))
            self.events.view.setFocus()

    def step(self, by: int) -> None:
        """The next or the last event that the list shows."""
        if self.tape.player is None:
            return
        place = self.tape.player.place
        model = self.events.model
        found = model.next(place) if by > 0 else model.before(place)
        if found is not None:
            self.tape.to(found.place)
        elif by < 0:
            self.tape.to(0)

    def set_speed(self, speed: int) -> None:
        """How many seconds of the street one second shows."""
        self.tape.speed = speed
        self.bar.show_speed(speed)

    def leave(self) -> None:
        """Esc: first the words of the filter go, then it is now again."""
        if self.events.text.hasFocus() and self.events.text.text():
            self.events.text.clear()
        else:
            self.left.emit()

    def refuse(self) -> None:
        """Say that what is over cannot be acted on."""
        self._desk.say("refusal", no_work())

    def write(self) -> None:
        """Ask where the page goes."""
        if self._film is None:
            self._desk.say("info", self.tr("先读取一段，再导出"))
        else:
            self.export.choose(self._film)

    # ---- what came ------------------------------------------------------------------------

    def _asked(self, who: str, query: Any) -> Any:
        return self._ask(query, who)

    def _take(self, film: Film | None) -> None:
        self._film = film
        self.choice.still()
        self.events.load(film.events if film else ())
        self.bar.load(film.player.reel if film else None)
        self.tape.load(film.player if film else None)
        self._say_what_to_do()
        if film is not None:
            self.bar.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, on: bool) -> None:
        player, moment = self.tape.player, self.tape.moment
        if player is None or self.stage is None:
            return
        self.mark.show_at(moment, player.mode(moment))
        self.bar.stand(moment, player.place, len(player.reel.beats))
        self.events.stand(player.place)
        self.stage.show_at(player, on)

    def _refused(self, said: Refusal) -> None:
        self.choice.still()
        self._desk.say("refusal", refusal(said.code, said.values, {}))

    def _cancelled(self) -> None:
        self.choice.still()
        self._say_what_to_do()

    def _ask_emergencies(self) -> None:
        self._desk.ask("replay.emergencies", AskEmergencies(), self._offer)

    def _offer(self, found: object) -> None:
        assert isinstance(found, Emergencies)
        self.choice.offer(found.emergencies)

    def _say_what_to_do(self) -> None:
        playing = self._film is not None
        self.hint.setVisible(not playing)
        if self.stage is not None:
            self.stage.setVisible(playing)
        if not playing:
            self.mark.show_at(None, None)
            self.hint.setText(
                self.tr("选一段时间或一次应急，按“读取”。队列、地图、力量和转移人数照当时播放；")
                + self.tr("左边的实时队列和报警照常，不受影响。")
                + self.tr("队伍当时的位置不留存，出动的画在案发处。")
            )

    # ---- building -------------------------------------------------------------------------

    def _make_stage(self) -> None:
        self._past = past_context(self._desk, lambda: self.tape.moment, self.seek_case, self)
        self.stage = Stage(self._past, self.events, self._cache)
        self._column.addWidget(self.stage, 1)
        self.stage.hide()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        margin = FRAME + 5
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(5)
        self.page = QToolButton(objectName="replay.export", text=self.tr("导出网页 Ctrl+E"))
        self.bar.row.addWidget(self.page)
        for one in (self.mark, self.choice, self.bar):
            self._column.addWidget(one)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self.hint, 1)

    def _wire(self) -> None:
        self.choice.wanted.connect(self.read)
        self.choice.unwanted.connect(self.reading.cancel)
        self.reading.told.connect(self.choice.busy)
        self.reading.read.connect(self._take)
        self.reading.refused.connect(self._refused)
        self.reading.cancelled.connect(self._cancelled)
        self.reading.failed.connect(self._desk.worker.failed)
        self.reading.failed.connect(self._cancelled)
        self.bar.sought.connect(self.tape.jump)
        self.bar.stepped.connect(self.step)
        self.bar.toggled.connect(self.tape.toggle)
        self.bar.sped.connect(self.set_speed)
        self.events.sought.connect(self.tape.to)
        self.tape.moved.connect(self._moved)
        self.tape.played.connect(self.bar.show_playing)
        self.mark.back.clicked.connect(self.left)
        self.page.clicked.connect(self.write)
        self.set_speed(self.tape.speed)

    def _set_keys(self) -> None:
        keys: list[tuple[str, Callable[[], None]]] = [
            ("Esc", self.leave),
            ("Space", self.tape.toggle),
            ("Left", partial(self.step, -1)),
            ("Right", partial(self.step, 1)),
            ("/", self.events.text.setFocus),
            ("Ctrl+E", self.write),
            *((str(n), partial(self.set_speed, one)) for n, one in enumerate(SPEEDS, 1)),
        ]
        for key, call in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
