"""A command line on a real Desk without a window: what is looked up is asked at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from commandcenter.domain.commands import Command
from commandcenter.domain.refusal import Refusal
from commandcenter.services.desk import Receipt
from commandcenter.services.emergency_views import AskMode, Mode
from commandcenter.services.views import AskBoard, AskReference, Board
from tests.fakes import Room as Street
from tests.fakes import open_room
from ui.actions import Room
from ui.actions.fields import Option
from ui.line.cases import CaseIndex
from ui.line.deeds import deed_verbs
from ui.line.grammar import Known, Reading, read
from ui.line.match import Lexicon
from ui.line.meaning import Meaning, mean
from ui.line.names import learn
from ui.line.offers import Offer, offers
from ui.line.spell import Letters
from ui.line.verbs import Verbs, action_verbs
from ui.words import names_of


def typhoon_day(folder: Path) -> Iterator[Street]:
    """A street on the morning of the typhoon, until the test ends."""
    street = open_room(folder, "2025-09-22 08:30", date(2025, 9, 22))
    yield street
    street.center.close()


class Staff:
    """Who is there."""

    def __init__(self, board: Board, reference: Any) -> None:
        self.teams = {one.id: one for one in board.teams}
        self.officers = {one.id: one for one in board.officers}
        self.names = names_of(reference, self.teams.values())


class Asked:
    """Asks the Desk as who sits there, and keeps why it said no."""

    def __init__(self, stand: StreetLine) -> None:
        self._stand, self._said = stand, {}
        self.lexicon = stand.known.lexicon

    def told(self, place: str, question: Any) -> Any:
        try:
            return self._stand.street.desk.ask(question, self._stand.who)
        except Refusal as said:
            self._said[question] = said
            return None

    def view(self, case: str) -> Any:
        return self._stand.street.view(case, self._stand.who)

    def failed(self, question: Any) -> bool:
        return question in self._said

    def refusal(self, question: Any) -> Refusal | None:
        return self._said.get(question)

    def elsewhere(self, digits: str) -> bool:
        return False

    def places(self) -> dict[str, Any]:
        return {}

    @property
    def clock(self) -> Any:
        return self._stand.street.desk.rules.clock


class StreetLine:
    """A line of who sits there; `give` reads it and does it."""

    part = ""

    def __init__(self, street: Street, who: str = "lead-1") -> None:
        letters = Letters(at_once=True)
        self.street, self.who, self.selected = street, who, ""
        self.known = Known(Verbs(letters), CaseIndex(), Lexicon(letters))
        self.known.verbs.set([*action_verbs(lambda text: ""), *deed_verbs(lambda text: "")])
        self.sources = Asked(self)
        self.hand_written, self.meaning = False, Meaning()
        self.reading: Reading = read("", self.known)
        self.learn()

    def learn(self) -> None:
        """The board as it is now."""
        board: Board = self.street.desk.ask(AskBoard(), "lead-1")
        self.reference = self.street.desk.ask(AskReference(), "lead-1")
        self.people = {one.id: one for one in board.people}
        self.staff = Staff(board, self.reference)
        self.known.cases.load(board.cases)
        learn(self.known.lexicon, self.reference, self.staff, self.people)  # type: ignore[arg-type]

    @property
    def mode(self) -> Mode:
        found: Mode = self.street.desk.ask(AskMode(), "lead-1")
        return found

    def room(self) -> Room:
        return Room(
            reference=self.reference,
            who=self.who,
            roles=frozenset(self.people[self.who].roles),
            now=self.street.clock.at,
            zone=self.street.desk.rules.clock.zone,
            people=self.people,
            officers=self.staff.officers,
        )

    def unsent(self) -> int:
        return 2

    def written(self) -> bool:
        return self.hand_written

    def sitters(self) -> list[Option]:
        return []

    def sit(self, who: str) -> StreetLine:
        self.who = who
        return self

    def read(self, text: str) -> Meaning:
        self.reading = read(text, self.known)
        self.meaning = mean(self.reading, self)
        return self.meaning

    def command(self, text: str) -> Any:
        """The command, or the tone and the sentence instead."""
        meaning = self.read(text)
        return meaning.command if meaning.ready else (meaning.tone, meaning.said)

    def give(self, text: str) -> Receipt:
        """Do what the line means."""
        made = self.command(text)
        assert isinstance(made, Command), made
        return self.street.desk.do(made, self.who)

    def refused(self, text: str) -> str:
        """The tone in which the line says why it does nothing."""
        made = self.command(text)
        assert isinstance(made, tuple), made
        tone, said = made
        assert tone in ("danger", "warning") and said
        return str(said)

    def offers(self, text: str) -> list[Offer]:
        self.read(text)
        return offers(self.reading, self.meaning, self, self.known, len(text))
