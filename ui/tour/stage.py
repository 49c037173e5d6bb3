"""The stage: one desk, one clock, two hands, a camera; a step is keys, then proof, then picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from commandcenter.domain.case import INBOX, CaseState
from commandcenter.services.views import AskBoard, AskCase, Board, CaseView
from ui.models.queue_cells import lamps
from ui.tour import checks
from ui.tour.clock import TourClock
from ui.tour.forms import Forms
from ui.tour.hands import Hands, TourFault, within
from ui.tour.lines import Lines
from ui.tour.record import Record
from ui.tour.scene import Scene, all_entries


class Stage:
    """Plays steps on an open desk and keeps the record."""

    def __init__(
        self, scene: Scene, clock: TourClock, record: Record, by_line: bool = False
    ) -> None:
        """`case` is looked for on the map while it is set and open; no `secrets` may be shown.

        Deeds go by keys and forms, or each as a typed line.
        """
        self.desk, self.street, self.relay = scene.desk, scene.street, scene.relay
        self.clock, self.record = clock, record
        self.hands = Hands(self.desk.window)
        self.way: Forms | Lines = Lines(self) if by_line else Forms(self)
        self.case = ""
        self.secrets: tuple[str, ...] = ()
        self._told = 0
        self._told = self.newest()

    @contextmanager
    def step(self, name: str, at: str) -> Iterator[None]:
        """One step: the clock jumps, hands work, then the window is looked at and kept."""
        self.clock.set(at)
        step = self.record.begin(name, at)
        self.hands.step = step
        try:
            yield
        except TourFault as fault:
            step.faults.append(f"{fault} ({self._where()})")
            raise
        finally:
            self._settle()
            step.changed = self._changed()
            shot = self.desk.window.grab()
            step.faults += self._looked(shot.toImage())
            self.record.end(step, self._with_floating(shot))

    def view(self) -> CaseView:
        """The case as the journal has it now."""
        found: CaseView = self.street.desk.ask(AskCase(case=self.case), "lead-1")
        return found

    def board(self) -> Board:
        """All cases as the journal has them now."""
        found: Board = self.street.desk.ask(AskBoard(), "lead-1")
        return found

    def look_at(self, case: str) -> None:
        """Pick a case in the queue, and wait until it is shown whole."""
        self.hands.wait("the case's row", lambda: self.desk.queue.model.row_of(case) >= 0)
        self.way.pick(case)
        shown = self.desk.case
        self.hands.wait("the case", lambda: shown.view is not None and shown.view.case.id == case)

    def state(self, wanted: CaseState) -> None:
        """Wait until the case is in this state, and the queue shows its version."""
        self.hands.wait(f"state {wanted}", lambda: self.view().case.state is wanted)
        self.painted()

    def told(self, what: str, text: Callable[[], str], *words: str) -> None:
        """Wait until all the words stand in a text of the screen."""
        self.hands.wait(f"{what} saying {words}", lambda: all(one in text() for one in words))

    def grown(self, before: int) -> None:
        """Wait until the case has a later version than `before`, shown in the queue."""
        self.hands.wait("a later version", lambda: self.view().case.version > before)
        self.painted()

    def painted(self) -> None:
        """Wait until the feed has brought the newest entry."""
        newest = self.newest()
        self.hands.wait("the feed", lambda: self.desk.feed.seq >= newest)
        self.hands.rest(0.3)

    def widget(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """A widget by its object name; TourFault when the window has none."""
        found = self.desk.window.findChild(kind, name)
        if found is None:
            raise TourFault(f"no widget {name}")
        return found

    def focused(self, name: str) -> None:
        """Wait until the widget of that name has the focus."""
        widget = self.widget(name)
        self.hands.wait(f"focus in {name}", lambda: within(widget))

    def to_queue(self) -> None:
        """Put the focus where the case's keys are heard."""
        self.hands.press("Alt+1")
        self.hands.wait("focus in the queue", lambda: within(self.widget("queue_panel")))
        self.desk.selection.set_case(self.case)

    def sit(self, person: str) -> None:
        """Somebody takes the seat, unless she has it."""
        if self.desk.context.who != person:
            self.way.sit(person, self.desk.context.reference.names[person])

    def done(self, holds: Callable[[], object]) -> None:
        """Give the step and wait for what it did, as the Desk and the screen tell it."""
        self.way.give(lambda: self.hands.wait("what the step did", holds))
        self.painted()

    def _where(self) -> str:
        """What a person would see first of a step that went wrong: the last words, the keyboard."""
        history = self.desk.window.messages.history
        said = history[-1].text if history else "nothing"
        focus = QApplication.focusWidget()
        holds = (focus.objectName() or type(focus).__name__) if focus is not None else "nothing"
        return f"last said: {said}; the keyboard is in {holds}"

    def _with_floating(self, shot: QPixmap) -> QPixmap:
        """The picture with the panels that float over the window, as the eye sees them."""
        window, painter = self.desk.window, QPainter(shot)
        for dock in window.findChildren(QDockWidget):
            if dock.isFloating() and dock.isVisible():
                corner = window.mapFromGlobal(dock.mapToGlobal(QPoint(0, 0)))
                painter.drawPixmap(corner, dock.grab())
        painter.end()
        return shot

    def _settle(self) -> None:
        """Let the window live; the map, drawn anew every 15 s, hears that the clock jumped."""
        self.desk.map.draw()
        self.hands.rest(0.9)

    def newest(self) -> int:
        """The newest journal number."""
        entries = all_entries(self.street, self._told)
        return entries[-1].seq if entries else self._told

    def _changed(self) -> list[str]:
        """What the journal says more than before, a kind that came often once with its number."""
        kinds = [one.kind for one in all_entries(self.street, self._told)]
        self._told = self.newest()
        return [one if n == 1 else f"{one} ×{n}" for one, n in Counter(kinds).items()]

    def _looked(self, shot: Any) -> list[str]:
        found = checks.nothing_cut(self.desk) + checks.no_stranger(self.desk)
        found += checks.nothing_told(self.desk, self.secrets)
        if not self.desk.map.view.isVisible():
            return found
        found += checks.map_lives(self.desk, shot)
        if self.case and self.view().case.state is not CaseState.CLOSED:
            found += checks.marker_stands(self.desk, self.hands, shot, self.case, self._lamp())
        return found

    def _lamp(self) -> str:
        """What the queue's lamps say of the case: the map says the same once it is filed."""
        line = next((one for one in self.board().cases if one.id == self.case), None)
        if line is None or line.state in INBOX:
            return "none"
        worst = lamps(line, self.clock()).worst
        return worst.value if worst is not None else "none"
