"""The desk put together: one window, its panels, worker and feed on an open centre."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.app import Center
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.services.rights import TABLES
from commandcenter.services.rules import rules_of
from commandcenter.services.views import (
    AskBoard,
    AskReference,
    AskRules,
    Board,
    Changes,
    Reference,
    RulesView,
)
from ui import kept
from ui.actions import by_name
from ui.band import Band
from ui.context import DeskContext
from ui.doors import NAMES, open_doors
from ui.drafts import Drafts, Found, Shelf
from ui.first.later import ask_again
from ui.fittings import fit
from ui.habits import Habits
from ui.hearing import Panels
from ui.live import LiveFeed
from ui.menus import add_desk_actions, fill_menus, tell_panel_keys
from ui.mode import ModeWatch
from ui.pace import Painted
from ui.palette import Colours, theme_named
from ui.panels.case import CasePanel
from ui.panels.charts import ChartsPanel
from ui.panels.form_doors import FormMaker
from ui.panels.map import MapPanel
from ui.panels.queue import QueuePanel
from ui.panels.roster import RosterPanel
from ui.recall import FORMS, begin_drafts
from ui.seat import SeatPanel
from ui.selection import Selection
from ui.sound import Chimes
from ui.stands import place_panels
from ui.window import DeskWindow
from ui.words import names_of, refusal
from ui.worker import Worker

TICK_MS = 60_000
FIRST_SEAT = "lead-1"

if TYPE_CHECKING:
    from ui.panels.dispatch import DispatchPanel
    from ui.panels.find import FindPanel
    from ui.panels.intake import IntakePanel
    from ui.panels.step import StepPanel


class OpenDesk(QObject):
    """A window that works: start() asks for the board and lets the feed run.

    `loaded` comes when the queue is filled, `seen` when it is painted, `map_ready` when the map
    is. `panels` are the panels by name, `doors` the ways to those that are not open at start,
    `fittings` what is no panel (ui/fittings.py); `context`, `selection`, `worker` and `feed` are
    what they share.
    """

    loaded = Signal()
    seen = Signal()
    map_ready = Signal()

    def __init__(
        self,
        center: Center,
        reference: Reference,
        settings_folder: Path,
        person: str,
        theme: Colours,
        now: Callable[[], datetime],
    ) -> None:
        """Nothing is asked of the centre before start()."""
        super().__init__()
        self.center, self._folder = center, settings_folder
        self._running = True
        self.window = DeskWindow(settings_folder, theme, now)
        self.worker = Worker(center.desk, self)
        self.feed = LiveFeed(center.desk, self.worker, self)
        self.selection = Selection(self)
        self.mode = ModeWatch(self)
        self.context = self._make_context(reference, person, now)
        self._names = names_of(reference)
        self.chimes = Chimes(int(kept.load(settings_folder).sound), self)
        shown = self._make_panels()
        place_panels(self.window, shown, NAMES)
        self._fill_menus()
        cache = self._folder / "cache"
        self.doors = open_doors(
            self.window, self.context, center.desk.ask, cache, self.band, self.map
        )
        self.panels = Panels(shown, self.doors.by_name())
        self.fittings = self.panels.join(fit(self))
        self._wire()
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(partial(self.worker.run, center.desk.tick))
        self._forms = FormMaker([self.doors.by_name()[one] for one in FORMS], self)
        self.drafts: Drafts | None = None

    def start(self) -> None:
        """Ask for the board; the map and the charts come after the first paint."""
        self.context.ask("desk.board", AskBoard(), self._load)
        self._ticker.start()

    @property
    def intake(self) -> IntakePanel:
        """The form of a report, made by now."""
        return self.doors.intake.want()

    @property
    def dispatch(self) -> DispatchPanel:
        """The form of a dispatch, made by now."""
        return self.doors.dispatch.want()

    @property
    def step(self) -> StepPanel:
        """The form of a step, made by now."""
        return self.doors.step.want()

    @property
    def find(self) -> FindPanel:
        """The search over all cases, made by now."""
        return self.doors.find.want()

    def start_action(self, name: str) -> None:
        """Start an action of the table, or go where "case.open" leads."""
        self.window.bugs.note(name)
        if self.doors.replay.refuses():
            return
        if self.queue.takes_up(name) or self.fittings["done"].takes_up(name):
            return
        if name == "case.open":
            self.window.go("case")
        elif (panel := by_name(name).panel) == "intake":
            self.window.go("intake")
        elif panel in ("dispatch", "joint"):
            self.window.go(panel)
        elif panel == "meeting":
            self.doors.whistles.record(self.context.selection.current_case)
        else:
            self.step.start(name)

    def close(self) -> None:
        """Close the window, silence everything, finish the commands given, free the file."""
        self.window.leave()
        self._shut()
        self.center.close()
        self.fittings["tidy"].end()  # when no thread is left that could collect
        self.window.deleteLater()

    def _make_context(
        self, reference: Reference, person: str, now: Callable[[], datetime]
    ) -> DeskContext:
        desk = self.center.desk
        return DeskContext(
            worker=self.worker,
            selection=self.selection,
            reference=reference,
            clock=desk.rules.clock,
            now=now,
            who=person,
            say=self.window.messages.say,
            start=self.start_action,
            keep_picture=desk.keep_picture,
            mode=self.mode,
            go=self.window.go,
            habits=Habits(self._folder / "habits"),
        )

    def _make_panels(self) -> dict[str, Any]:
        desk = self.context
        self.band, self.map = Band(desk), MapPanel(desk, self._folder / "cache")
        self.queue, self.roster = QueuePanel(desk), RosterPanel(desk)
        self.charts, self.seat, self.case = ChartsPanel(desk), SeatPanel(desk), CasePanel(desk)
        return {
            "queue": self.queue,
            "band": self.band,
            "map": self.map,
            "roster": self.roster,
            "case": self.case,
            "charts": self.charts,
            "seat": self.seat,
        }

    def _fill_menus(self) -> None:
        window = self.window
        fill_menus(window, self.start_action)
        add_desk_actions(
            window,
            {
                "find": partial(window.go, "find"),
                "alarm": self.band.see_alarm,
                "seat": self._choose_seat,
                "map": self.map.setFocus,
                "follow": self.map.follow,
                "sound": self._change_volume,
                "start": partial(ask_again, self.context),
            },
        )
        tell_panel_keys(window)

    def _wire(self) -> None:
        window, worker = self.window, self.worker
        window.follow(worker)
        window.themed.connect(self._themed)
        window.closing.connect(self._shut)
        worker.refused.connect(self._refused)
        self.feed.changed.connect(self._apply)
        self.selection.case.connect(self._show_case)
        self.doors.handover.taken.connect(self._sit)
        window.unsaved = self.panels.unsaved
        self.band.seat_wanted.connect(self._choose_seat)
        self.map.ready.connect(self.map_ready)
        self.seat.left.connect(partial(self._put_away, "seat"))
        self.seat.taken.connect(self._sit)

    def _load(self, board: object) -> None:
        assert isinstance(board, Board)
        self._names = names_of(self.context.reference, board.teams)
        people = {one.id: one for one in board.people}
        self.seat.load(board)  # first: what one may do depends on who else is on shift
        self._sit(people[self.context.who])
        self.mode.load(board)
        self.panels.tell("load", board)
        self.feed.start(board.seq)
        self.band.watch_age(lambda: self.feed.age)
        if not self.selection.current_case:
            self.window.panel("charts").raise_()
        self.loaded.emit()
        Painted(self.queue.view.viewport(), self._after_paint)

    def _after_paint(self) -> None:
        """What takes long and may come when the queue is seen already."""
        if self._running:
            self.seen.emit()
            self.map.start()
            self.worker.run(partial(import_module, "numpy"), self._draw_charts, owner=self)
            self.chimes.warming.start()
            self._forms.start()
            self.worker.run(self._open_vault, self._begin_drafts, owner=self)

    def _open_vault(self) -> tuple[Shelf, Found]:
        """Where this desk keeps what is typed, and what is there; on the worker."""
        from commandcenter.vault import street_vault  # after the first paint

        import_module("ui.line.wiring")
        shelf = Shelf(street_vault(self.center.folder))
        return shelf, shelf.read()

    def _begin_drafts(self, opened: tuple[Shelf, Found]) -> None:
        """Put back what was typed before the desk was killed, and keep what is typed now."""
        if self._running:
            self.drafts = begin_drafts(self, opened)

    def _draw_charts(self, numpy: object) -> None:
        if self._running:
            self.charts.start()

    def _apply(self, changes: Changes) -> None:
        self.mode.apply(changes)
        self.panels.tell("apply", changes)
        sitting = self.seat.person(self.context.who) if changes.people else None
        if sitting is not None:
            self._entitle(sitting)
        if any(entry.subject == TABLES for entry in changes.entries):
            self._ask_tables()

    def _ask_tables(self) -> None:
        self.context.ask("desk.reference", AskReference(), self._refer)
        self.context.ask("desk.rules", AskRules(), self._rule)

    def _refer(self, reference: object) -> None:
        """Tables were changed: what is asked for from now on goes by the new ones."""
        assert isinstance(reference, Reference)
        if not self._running:  # closed while the answer was on its way
            return
        self.context.reference = reference
        self._names = {**self._names, **names_of(reference)}
        self.panels.tell("refer", reference)

    def _rule(self, view: object) -> None:
        assert isinstance(view, RulesView)
        self.context.clock = rules_of(view).clock

    def _refused(self, subject: object, said: Refusal) -> None:
        if self._running:  # a question may be answered when the window is gone
            self.window.messages.refusal(refusal(said.code, said.values, self._names))

    def _sit(self, person: Person) -> None:
        """From now on the desk acts in this person's name, and what may be done is asked anew."""
        changed = self.context.who != person.id
        self.context.who = person.id
        self._entitle(person)
        self.band.show_seat()
        if changed:
            self.keep_here(person=person.id)
            self.selection.case.emit(self.selection.current_case)

    def _entitle(self, person: Person) -> None:
        """What this person may do now: who comes on shift or is given a role changes it."""
        self.context.roles = self.seat.roles(person)
        self.panels.tell("sits")

    def _themed(self, chosen: Colours) -> None:
        self.keep_here(theme=chosen.name)
        self.panels.tell("set_theme", chosen)

    def keep_here(self, **changed: str) -> None:
        """What this seat remembers for its next start (fields of kept.Kept)."""
        kept.save(self._folder, replace(kept.load(self._folder), **changed))

    def _change_volume(self) -> None:
        """The next volume, said in words, heard and kept."""
        volume = self.chimes.next_volume()
        self.context.say("info", self.chimes.told())
        self.keep_here(sound=str(volume))

    def _choose_seat(self) -> None:
        self.window.go("seat")
        self.seat.begin()

    def _put_away(self, name: str) -> None:
        """A panel was left: the roster comes back, the keyboard is the queue's."""
        self.window.panel(name).hide()
        self.window.go("queue")

    def _show_case(self, case: str) -> None:
        """Bring the picked case before what shares its place, but not over the keyboard's panel."""
        dock, focus = self.window.panel("case"), self.window.focusWidget()
        beside = self.window.tabifiedDockWidgets(dock)
        if case and not any(focus and one.isAncestorOf(focus) for one in beside):
            dock.raise_()

    def may_ask_again(self) -> bool:
        """Whether what met nobody may be asked once more; a seat waits for its link."""
        return True

    def _shut(self) -> None:
        if not self._running:
            return
        self._running = False
        self._ticker.stop()
        self._forms.stop()
        if self.drafts is not None:
            self.drafts.stop()
        self.feed.stop()
        self.chimes.warming.stop()
        self.panels.tell("stop")
        self.worker.stop()


def open_desk(
    center: Center,
    *,
    settings_folder: Path,
    person: str = "",
    theme: str = "",
    now: Callable[[], datetime] | None = None,
    reference: Reference | None = None,
    kind: type[OpenDesk] | None = None,
) -> OpenDesk:
    """Build the desk's window on an open centre; start() and window.show() are the caller's.

    `person` (an id) and `theme` (of palette.THEMES) are as kept last time unless given, `now`
    gives aware UTC (the centre's clock unless given). `reference` spares the asking, `kind` is
    OpenDesk or one made of it.
    """
    memory = kept.load(settings_folder)
    known = reference or center.desk.ask(AskReference(), "system")
    wanted = (person, memory.person, FIRST_SEAT)
    sitting = next(
        (one for one in wanted if one in known.names), min(known.names, default="system")
    )
    colours = theme_named(theme or memory.theme)
    made = kind or OpenDesk
    return made(center, known, settings_folder, sitting, colours, now or center.desk.now)
