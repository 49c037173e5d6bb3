"""The wiring of a seat at a server: its desk answers from what it holds while the link is down."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException
from pathlib import Path
from typing import Any

from commandcenter.domain.commands import Command, SetPassword
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.rules import Rules
from commandcenter.outbox import Outbox, Unsent, may_wait
from commandcenter.server.client import RemoteDesk
from commandcenter.services.desk import Receipt
from commandcenter.services.views import (
    AskBoard,
    AskCandidates,
    AskCase,
    AskReference,
    AskRules,
    Changes,
)
from commandcenter.vault import Vault, person_vault

HELD = 400
HOLDS = (AskBoard, AskCandidates, AskCase, AskReference, AskRules)
"""Questions whose last answer is still worth showing, with the time it is as of."""
TIMEOUT, PATIENCE = 5.0, 2.0
UNSURE = frozenset(("no_link", "database_away"))
"""Refusals after which a command may have been done: sent again with its id it is done once."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a command gets that was not sent: it waits on this seat's disk, it is not done."""

    subject: str


class SeatDesk:
    """A RemoteDesk with the person's outbox and the last answers; safe from any thread."""

    def __init__(self, url: str, pin: str | None, folder: Path) -> None:
        """Nobody is logged in yet; Refusal('plain_http'|'wire') for a bad address."""
        self._remote = RemoteDesk(url, pin, timeout=TIMEOUT, patience=PATIENCE)
        self._folder = folder
        self._held: OrderedDict[tuple[str, Any], Any] = OrderedDict()
        self._bells: list[Callable[[], None]] = []
        self.person = ""
        self.vault: Vault | None = None
        self.outbox: Outbox | None = None

    # ---- people -----------------------------------------------------------------------------

    def login(self, name: str, password: str) -> str:
        """Log somebody in, who then is the only one here; Refusal, 'no_server' without a link."""
        return self._entered(lambda: self._remote.login(name, password), password)

    def begin(self, code: str, person: str, password: str) -> str:
        """The first administrator by the server's printed code; Refusal as login."""
        return self._entered(lambda: self._remote.begin(code, person, password), password)

    def _entered(self, enter: Callable[[], str], password: str) -> str:
        try:
            person = enter()
        except (OSError, HTTPException) as fault:
            raise Refusal("no_server", why=type(fault).__name__) from None
        before = self.person
        vault = person_vault(self._folder, person, password)
        if before == person and self.vault is not None:
            if not self.vault.same(vault):
                self.vault.rekey(vault)
            return person  # logged in again: what waits goes on waiting
        self.person, self.vault = person, vault
        self.outbox = Outbox(vault, self._ring)
        self._held.clear()
        if before:
            self._remote.logout(before)
        return person

    def knows(self, password: str) -> bool:
        """Whether it is the password with which the person here came in; asks no server."""
        tried = person_vault(self._folder, self.person, password)
        return self.vault is not None and self.vault.same(tried)

    # ---- in ---------------------------------------------------------------------------------

    def do(self, command: Command, who: str) -> Receipt | Waiting:
        """Give a command; without a link, or a database behind it, it waits if that makes sense.

        Refusal('not_offline') where it does not, one of UNSURE where it may have been done.
        """
        self.send_waiting()
        if not self.connected or self.waiting:
            return self._wait(command, who, "not_offline")
        try:
            receipt = self._remote.do(command, who)
        except Refusal as said:
            if said.code not in UNSURE:
                raise
            return self._wait(command, who, said.code)
        if isinstance(command, SetPassword) and command.person == self.person and self.vault:
            self.vault.rekey(person_vault(self._folder, self.person, command.password))
        return receipt

    def _wait(self, command: Command, who: str, otherwise: str) -> Waiting:
        if self.outbox is None or not may_wait(command):
            raise Refusal(otherwise)
        self.outbox.add(command, who, self._remote.now())
        return Waiting(str(getattr(command, "case", "")))

    def send_waiting(self) -> int:
        """Send what waits while the link is there; how many were done."""
        if self.outbox is None or not self.connected:
            return 0
        return self.outbox.send(self._remote.do)

    @property
    def unsent(self) -> tuple[Unsent, ...]:
        """What waits or was refused, in the order given."""
        return self.outbox.items if self.outbox is not None else ()

    @property
    def waiting(self) -> bool:
        """Whether anything is to be sent by itself."""
        return self.outbox is not None and self.outbox.waiting

    def keep_picture(self, data: bytes) -> str:
        """Keep a picture at the server; its sha256."""
        return self._remote.keep_picture(data)

    def tick(self) -> int:
        """The server's clock ticks; a seat only sends what still waits."""
        return self.send_waiting()

    # ---- out --------------------------------------------------------------------------------

    def ask(self, query: Any, who: str) -> Any:
        """Answer a question; without a link from the last answer, else Refusal('no_link')."""
        held = self._held.get((who, query))
        if held is not None and not self.connected:
            return held
        try:
            answer = self._remote.ask(query, who)
        except Refusal as said:
            if said.code not in UNSURE or held is None:
                raise
            return held
        if isinstance(query, HOLDS):
            self._held[who, query] = answer
            self._held.move_to_end((who, query))
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return answer

    def changes(self, after: int, limit: int = 500) -> Changes:
        """What happened after a number; Refusal('no_link') while the link is down."""
        return self._remote.changes(after, limit)

    def listen(self, bell: Callable[[], None]) -> Callable[[], None]:
        """Ring at each change, when the link comes or goes and when what is unsent changes."""
        stop_remote = self._remote.listen(bell)
        self._bells.append(bell)

        def stop() -> None:
            stop_remote()
            if bell in self._bells:
                self._bells.remove(bell)

        return stop

    def now(self) -> datetime:
        """The server's time (UTC)."""
        return self._remote.now()

    @property
    def rules(self) -> Rules:
        """The street's items, limits and working clock."""
        return self._remote.rules

    @property
    def connected(self) -> bool:
        """Whether the feed is heard."""
        return self._remote.link.connected

    @property
    def ended(self) -> Refusal | None:
        """Why the server will not have this seat any more, such as a session that ran out."""
        return self._remote.link.refusal

    def close(self) -> None:
        """Log out where there is a link, stop listening; what is unsent stays on disk."""
        if self.person and self.connected:
            self._remote.logout(self.person)
        self._remote.close()

    def _ring(self) -> None:
        for bell in list(self._bells):
            bell()


@dataclass(slots=True)
class RemoteCenter:
    """What a desk on the screen needs of an open centre, at a server."""

    folder: Path
    desk: SeatDesk

    def close(self) -> None:
        """Stop listening and give the connections back."""
        self.desk.close()


def open_seat(url: str, pin: str | None, folder: Path) -> RemoteCenter:
    """A seat at a server with a folder of its own; Refusal('plain_http'|'wire')."""
    folder.mkdir(parents=True, exist_ok=True)
    return RemoteCenter(folder, SeatDesk(url, pin, folder))
