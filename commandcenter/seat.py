"""The wiring of a seat at a server: its desk answers from what it holds while the link is down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from typing import Any

from commandcenter.domain.commands import Command, SetPassword
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.rules import Rules
from commandcenter.held import Held
from commandcenter.outbox import FILE, Outbox, Unsent, may_wait
from commandcenter.server.client import RemoteDesk
from commandcenter.server.places import Places
from commandcenter.services.accounts import FAILURES, LOCK
from commandcenter.services.desk import Receipt
from commandcenter.services.views import Changes
from commandcenter.vault import Vault, person_folder, person_vault
from commandcenter.waiting import Waiting

TIMEOUT, PATIENCE = 5.0, 2.0
GRACE = 2.0
"""Seconds after a login within which the feed may still be on its way."""
UNSURE = frozenset(("no_link", "database_away", "disk_fault"))
"""Refusals after which a command may have been done: sent again with its id it is done once."""


class SeatDesk:
    """A RemoteDesk with the person's outbox and the last answers; safe from any thread."""

    def __init__(self, url: str, pin: str | None, folder: Path) -> None:
        """Nobody is logged in yet; Refusal('plain_http'|'wire') for a bad address."""
        self._remote = RemoteDesk(url, pin, timeout=TIMEOUT, patience=PATIENCE)
        self._folder = folder
        self._held = Held()
        self._recalled: set[type] = set()
        self._bells: list[Callable[[], None]] = []
        self._begun, self._came = monotonic(), False
        self._misses, self._shut_until = 0, 0.0
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
        self.send_waiting()  # while who was here has a session and a feed: a login begins both anew
        try:
            person = enter()
        except (OSError, HTTPException) as fault:
            raise Refusal("no_server", why=type(fault).__name__) from None
        self._begun, self._came, self._misses = monotonic(), False, 0
        before = self.person
        vault = person_vault(self._folder, person, password)
        if before == person and self.vault is not None:
            if not self.vault.same(vault):
                self.vault.rekey(vault)
            return person  # logged in again: what waits goes on waiting
        self.person, self.vault = person, vault
        self.outbox = Outbox(vault, self._ring)
        self._held = Held()
        if before:
            self._remote.logout(before)
            self._begun, self._came = monotonic(), False  # the link begins once more
        return person

    def unlock(self, password: str) -> None:
        """Let the person here back to the screen; Refusal('login_wrong'|'login_locked').

        A wrong password counts at the server as at its door; without a link it counts here, with
        the same lock after as many.
        """
        if self.connected and (self._misses or not self._knows(password)):
            try:
                self.login(self.person, password)
                return
            except Refusal as said:
                self._misses += said.code == "login_wrong"
                if said.code not in ("no_server", "no_link"):
                    raise
        left = self._shut_until - monotonic()
        if left > 0:
            raise Refusal("login_locked", until=self.now() + timedelta(seconds=left))
        if self._knows(password):
            self._misses = 0
            return
        self._misses += 1
        if self._misses >= FAILURES:
            self._misses, self._shut_until = 0, monotonic() + LOCK.total_seconds()
        raise Refusal("login_wrong")

    def _knows(self, password: str) -> bool:
        """Whether it is the password with which the person here came in; asks no server."""
        tried = person_vault(self._folder, self.person, password)
        return self.vault is not None and self.vault.same(tried)

    def left_by(self, people: Iterable[str]) -> tuple[str, ...]:
        """Who of these, but for the person here, left unsent things at this seat.

        Only they can read, send or drop them, after a login of their own.
        """
        others = (one for one in people if one != self.person)
        return tuple(one for one in others if (person_folder(self._folder, one) / FILE).exists())

    # ---- in ---------------------------------------------------------------------------------

    def do(self, command: Command, who: str) -> Receipt | Waiting:
        """Give a command; without a link, or a database behind it, it waits if that makes sense.

        Where it makes none, a link that was lost less than PATIENCE seconds ago is waited for.
        Refusal('not_offline') where it does not, one of UNSURE where it may have been done.
        """
        if not may_wait(command):
            self._remote.back_within(PATIENCE)
        self.send_waiting()
        if not self.connected or self.waiting:
            return self._wait(command, who, "not_offline")
        try:
            receipt = self._give(command, who)
        except Refusal as said:
            if said.code not in UNSURE:
                raise
            return self._wait(command, who, said.code)
        if isinstance(command, SetPassword) and command.person == self.person and self.vault:
            self.vault.rekey(person_vault(self._folder, self.person, command.password))
        return receipt

    def do_as(self, command: Command, person: str, password: str) -> Receipt:
        """One command of somebody else at this seat, who does not sit down; Refusal as login too.

        It never waits: Refusal('no_link') where the server is not there.
        """
        if not self._remote.back_within(PATIENCE):
            raise Refusal("no_link")
        try:
            return self._remote.do_as(command, person, password)
        except (OSError, HTTPException):
            raise Refusal("no_link") from None

    def _wait(self, command: Command, who: str, otherwise: str) -> Waiting:
        if self.outbox is None or not may_wait(command):
            raise Refusal(otherwise)
        if who != self.person:
            raise Refusal("login_needed", person=who)  # somebody else has sat down meanwhile
        try:
            self.outbox.add(command, who, self._remote.now())
        except OSError as fault:
            raise Refusal("seat_disk", why=str(fault.strerror)) from fault
        return Waiting(str(getattr(command, "case", "")))

    def _give(self, command: Command, who: str) -> Receipt:
        """Give it, after the pictures which it names and which are here still."""
        if self.outbox is not None:
            self.outbox.pictures.bring(command, self._remote.keep_picture)
        return self._remote.do(command, who)

    def send_waiting(self) -> int:
        """Send what waits while the link is there; how many were done."""
        if self.outbox is None or not self.connected:
            return 0
        return self.outbox.send(self._give)

    @property
    def unsent(self) -> tuple[Unsent, ...]:
        """What waits or was refused, in the order given."""
        return tuple(one for one in self._items if not one.dropped)

    @property
    def dropped(self) -> tuple[Unsent, ...]:
        """What a hand gave up in the last week."""
        return tuple(one for one in self._items if one.dropped)

    @property
    def _items(self) -> tuple[Unsent, ...]:
        return self.outbox.items if self.outbox is not None else ()

    @property
    def waiting(self) -> bool:
        """Whether anything is to be sent by itself."""
        return self.outbox is not None and self.outbox.waiting

    def keep_picture(self, data: bytes) -> str:
        """Keep a picture at the server, without a link encrypted here; its sha256.

        Refusal('picture_size'|'picture_kind'|'unsent_full'|'seat_disk').
        """
        if self.connected:
            try:
                return self._remote.keep_picture(data)
            except Refusal as said:
                if said.code != "no_link":
                    raise
        if self.outbox is None:
            raise Refusal("no_link")
        try:
            return self.outbox.pictures.keep(data)
        except OSError as fault:
            raise Refusal("seat_disk", why=str(fault.strerror)) from fault

    def tick(self) -> int:
        """The server's clock ticks; a seat only sends what still waits."""
        return self.send_waiting()

    # ---- out --------------------------------------------------------------------------------

    def ask(self, query: Any, who: str) -> Any:
        """Answer a question; without a link from what is held, else Refusal('no_link')."""
        if not self.lost:
            try:
                answer = self._remote.ask(query, who)
            except Refusal as said:
                if said.code != "no_link":
                    raise
            else:
                self._held.learn(query, who, answer)
                return answer
        held = self._held.answer(query, who)
        if held is None:
            raise Refusal("no_link")
        self._recalled.add(type(query))
        return held

    def recalled(self) -> frozenset[type]:
        """Questions answered from memory since the last call: they are to be asked anew."""
        recalled = frozenset(self._recalled)
        self._recalled.difference_update(recalled)  # one that another thread adds now stays
        return recalled

    def whole(self, case: str) -> bool:
        """Whether a case can be shown as it was when the link was lost, not its line alone."""
        return self._held.whole(case, self.person)

    def changes(self, after: int, limit: int = 500) -> Changes:
        """What happened after a number; Refusal('no_link') while the link is down."""
        changes = self._remote.changes(after, limit)
        self._held.follow(changes)
        return changes

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
        there = self._remote.link.connected
        self._came = self._came or there
        return there

    @property
    def lost(self) -> bool:
        """Whether there is no link, and none on its way after a login."""
        return not self.connected and (self._came or monotonic() - self._begun > GRACE)

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


def read_fingerprint(url: str) -> str:
    """What certificate answers there, 64 hex digits, to be compared by a person.

    Refusal('no_server') when nobody does, 'plain_http' and 'wire' for a bad address.
    """
    address = Places.of(url).now
    require(address.secure, "wire", why="url", at=url[:40])
    try:
        return address.fingerprint(TIMEOUT)
    except OSError as fault:
        raise Refusal("no_server", why=type(fault).__name__) from None


def check_address(url: str, pin: str) -> tuple[str, str]:
    """Address (several: with commas) and fingerprint as they are kept.

    Refusal('plain_http'|'wire'|'pin_wrong').
    """
    found = list(Places.of(url, pin))
    pins = [one.pin or "" for one in found]
    one_for_all = len(set(pins)) == 1
    return ",".join(one.url for one in found), pins[0] if one_for_all else ",".join(pins)


def open_seat(url: str, pin: str | None, folder: Path) -> RemoteCenter:
    """A seat at a server with a folder of its own; Refusal('plain_http'|'wire')."""
    folder.mkdir(parents=True, exist_ok=True)
    return RemoteCenter(folder, SeatDesk(url, pin, folder))
