"""What every panel is given: the way to the Desk, the current case, the clock, the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.clock import WorkClock
from commandcenter.domain.person import Officer, Person
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import CaseLine, Reference
from ui.actions.fields import Room
from ui.habits import Habits
from ui.mode import ModeWatch

if TYPE_CHECKING:
    from ui.panels.pictures_source import Source
    from ui.selection import Selection
    from ui.worker import Worker


def _keep_nothing(data: bytes) -> str:
    raise Refusal("picture_kind")


@dataclass(slots=True)
class DeskContext:
    """Shared by the panels of one window; `who` is the person who sits at the seat.

    `mode` tells how the street works now; `go` shows a panel by its name.

    `keep_picture` is Desk.keep_picture: it gives the sha256 of what it kept, raises
    Refusal("picture_kind" | "picture_size"), and is called on the worker. `login` takes a
    person's id and password where sitting down wants one; it is called on the worker too.
    `do_as` gives one command in the name of somebody else here, with that person's password, on
    the worker; None where no password is wanted. `unsent` counts what waits at this seat.
    `cases` gives the cases of the queue as the feed last told them.
    `habits` has what a person is used to here (own and keep are those of who sits here).
    `shelf` gives the bytes of the pictures in unfinished forms by name, for the drafts on disk;
    one that is not read yet is read then, and may raise Refusal.
    """

    worker: Worker
    selection: Selection
    reference: Reference
    clock: WorkClock
    now: Callable[[], datetime]
    who: str
    roles: frozenset[str] = frozenset()
    say: Callable[[str, str], None] = field(default=lambda kind, text: None)
    start: Callable[[str], None] = field(default=lambda action: None)
    keep_picture: Callable[[bytes], str] = field(default=_keep_nothing)
    login: Callable[[str, str], object] | None = None
    do_as: Callable[[object, str, str], object] | None = None
    unsent: Callable[[], int] = field(default=lambda: 0)
    cases: Callable[[], Iterable[CaseLine]] = field(default=tuple)
    shelf: dict[str, Source] = field(default_factory=dict)
    mode: ModeWatch = field(default_factory=ModeWatch)
    go: Callable[[str], None] = field(default=lambda panel: None)
    habits: Habits = field(default_factory=Habits)

    def ask(self, key: str, query: object, answer: Callable[[object], None]) -> None:
        """Ask the Desk on the read lane for what a place shows, now or once a lost link is back.

        A newer question of the same key replaces an older. Where more is done with the answer
        than to show it, ask the worker: a link that comes back must not act for a hand.
        """
        self.worker.ask(key, query, self.who, answer, lasting=True)

    def do(self, command: object, done: Callable[[object], None] | None = None) -> None:
        """Give a command on the command lane; a refusal goes to the message bar by itself."""
        self.worker.do(command, self.who, done)

    def room(
        self, people: Mapping[str, Person], officers: Mapping[str, Officer] | None = None
    ) -> Room:
        """The street at this moment, with these people and officers by id."""
        return Room(
            reference=self.reference,
            who=self.who,
            roles=self.roles,
            now=self.now(),
            zone=self.clock.zone,
            people=people,
            officers=officers or {},
        )

    def own(self, name: str, usual: Any = None) -> Any:
        """What who sits here has of that name, else `usual`."""
        return self.habits.get(self.who, name, usual)

    def keep(self, name: str, value: Any) -> None:
        """Keep it for who sits here; None forgets it. A folder that is full is told in the bar."""
        try:
            self.habits.keep(self.who, name, value)
        except OSError as trouble:
            self.say("warning", _not_kept(trouble))


def _not_kept(trouble: OSError) -> str:
    text = QCoreApplication.translate("Desk", "这台电脑存不下你的设置：%1")
    return text.replace("%1", trouble.strerror or str(trouble))
