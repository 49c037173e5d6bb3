"""Where a day is played: a street in a folder, and the desk that looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from commandcenter.app import Center, open_center
from commandcenter.domain.commands import SetPassword
from commandcenter.domain.journal import Entry
from commandcenter.loopback import serving
from commandcenter.seat import open_seat
from commandcenter.services.views import AskReference
from ui.desk import OpenDesk, open_desk
from ui.remote.desk import RemoteOpenDesk
from ui.tour.clock import TourClock
from ui.tour.relay import Relay

STREET, SEAT = "street", "seat"
"""The folders of the street and of a seat at its server inside the tour's own."""
PASSWORD = "大龙街道-7788"
SESSION = timedelta(days=7)
"""The clock jumps over days; the person at the seat stays logged in."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The visible desk, and the street's open folder behind it, here or at a server."""

    desk: OpenDesk
    street: Center
    relay: Relay | None = None


class Day(Protocol):
    """What a day's module gives to be played: local times, the scene, the steps, the proof."""

    DAY: str
    START: str

    def opened(self, folder: Path, clock: TourClock, theme: str) -> AbstractContextManager[Scene]:
        """The scene in an empty folder, closed at the end; nothing is shown yet."""

    def play(self, stage: object) -> None:
        """Every step by key presses; TourFault at the first that does not come true."""

    def prove(self, street: Center, case: str) -> list[str]:
        """What is not true in the file, read through a second Desk after the window has gone."""


@contextmanager
def own_desk(
    folder: Path,
    clock: TourClock,
    theme: str,
    person: str,
    day: date,
    prepare: Callable[[Center], None] = lambda street: None,
) -> Iterator[Scene]:
    """A desk without a server on a demo street, with what `prepare` did before it is shown."""
    place = folder / STREET
    street = open_center(place, now=clock, program="tour", demo_day=day)
    prepare(street)
    desk = open_desk(street, settings_folder=place, person=person, theme=theme, now=clock)
    try:
        yield Scene(desk, street)
    finally:
        desk.close()


@contextmanager
def seat_at_server(
    folder: Path,
    clock: TourClock,
    theme: str,
    person: str,
    day: date,
    prepare: Callable[[Center], None] = lambda street: None,
) -> Iterator[Scene]:
    """A seat at a server on loopback, over a relay that can be cut; the person is logged in."""
    street = open_center(folder / STREET, now=clock, program="tour", demo_day=day)
    try:
        prepare(street)
        street.desk.do(SetPassword(person=person, password=PASSWORD), "system")
        with serving(street.desk, SESSION) as port, Relay(port) as relay:
            seat = open_seat(relay.url, None, folder / SEAT)
            seat.desk.login(person, PASSWORD)
            desk = open_desk(
                seat,
                settings_folder=folder / SEAT,
                person=person,
                theme=theme,
                now=clock,
                reference=seat.desk.ask(AskReference(), person),
                kind=RemoteOpenDesk,
            )
            try:
                yield Scene(desk, street, relay)
            finally:
                desk.close()
    finally:
        street.close()


def all_entries(street: Center, after: int = 0) -> list[Entry]:
    """The journal after a number, to its end."""
    found: list[Entry] = []
    while True:
        changes = street.desk.changes(after)
        if not changes.entries:
            return found
        found += changes.entries
        after = changes.seq
