"""What a line stands in: who sits here, what is selected, how the street works."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from commandcenter.domain.person import Person
from commandcenter.services.emergency_views import Mode
from ui.actions import Room
from ui.actions.fields import Option
from ui.context import DeskContext
from ui.line.grammar import Reading
from ui.panels.dispatch_staff import Staff
from ui.seat import MAY_SIT


class Here(QObject):
    """What is known at this seat without asking the Desk; `written` is set by the window."""

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """Nobody is known yet."""
        super().__init__(parent)
        self._desk = desk
        self.staff = Staff(desk)
        self._people: dict[str, Person] = {}
        self.written: Callable[[], bool] = lambda: False

    @property
    def selected(self) -> str:
        """Id of the selected case."""
        return self._desk.selection.current_case

    @property
    def part(self) -> str:
        """Id of what is picked within it."""
        return self._desk.selection.current_part

    def unnamed(self, reading: Reading) -> str:
        """What is selected, where the line is about a case and names none."""
        verb, named = reading.verb, reading.case_word is not None
        return "" if named or (verb and not verb.on_case) else f"{self.selected}/{self.part}"

    def room(self) -> Room:
        """The street at this moment."""
        return self._desk.room(self._people, self.staff.officers)

    @property
    def mode(self) -> Mode:
        """How the street works now."""
        return self._desk.mode.now

    def unsent(self) -> int:
        """How many actions wait unsent at this seat."""
        return self._desk.unsent()

    def sitters(self) -> list[Option]:
        """Who may sit down here."""
        names = self._desk.reference.names
        return [
            (one.id, names.get(one.id, one.id))
            for one in self._people.values()
            if one.holds(MAY_SIT)
        ]
