"""Where a day is played: a street in a folder, and the desk that looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from commandcenter.app import Center, open_center
from commandcenter.domain.journal import Entry
from ui.desk import OpenDesk, open_desk
from ui.tour.clock import TourClock

STREET = "street"
"""The folder of the street inside the tour's own."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The visible desk, and the street's open folder behind it, here or at a server."""

    desk: OpenDesk
    street: Center


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


def all_entries(street: Center, after: int = 0) -> list[Entry]:
    """The journal after a number, to its end."""
    found: list[Entry] = []
    while True:
        changes = street.desk.changes(after)
        if not changes.entries:
            return found
        found += changes.entries
        after = changes.seq
