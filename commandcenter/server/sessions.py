"""Who is logged in: sessions kept with the street, so that a server's restart ends none."""

from __future__ import annotations

import hashlib
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import delete, func, select

from commandcenter.domain.commands import SetPassword
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.server.limits import Limits
from commandcenter.services.accounts import nobody_yet, sign_in
from commandcenter.services.desk import SYSTEM, Desk
from commandcenter.services.feed import head
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.dialect import upsert
from commandcenter.storage.tx import Tx

TRUSTED = 1.0
"""Seconds for which a session that was found is not looked up again, unless told to forget."""
MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Session:
    """A new session; the token goes to the seat only, the street keeps its hash."""

    token: str
    person: str
    until: datetime
    at: datetime
    seq: int


class Sessions:
    """Logs people in and says whose a token is; the person is never taken from a request."""

    def __init__(self, desk: Desk, limits: Limits) -> None:
        self._desk, self._limits = desk, limits
        self._found: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()

    def begin(self, name: str, password: str) -> Session:
        """Log in; Refusal('login_wrong'|'login_locked'|'too_many_sessions')."""
        return self._open(sign_in(self._desk, name, password))

    def _open(self, person: str) -> Session:
        token = secrets.token_urlsafe(32)
        now = self._desk.now()
        until = now + self._limits.session
        s = t.sessions

        def opened(tx: Tx) -> Session:
            run, here = tx.connection.execute, s.c.street == tx.street
            run(delete(s).where(here, s.c.until <= micros(now)))
            mine = run(
                select(s.c.token).where(here, s.c.person == person).order_by(s.c.since.desc())
            ).all()
            spare = [row.token for row in mine[self._limits.sessions_each - 1 :]]
            run(delete(s).where(here, s.c.token.in_(spare)))
            count = run(select(func.count()).select_from(s).where(here)).scalar_one()
            require(count < self._limits.sessions, "too_many_sessions")
            row = {"street": tx.street, "token": _hash(token), "person": person}
            times = {"since": micros(now), "until": micros(until)}
            run(upsert(tx.connection, s).on_conflict_do_nothing(), {**row, **times})
            return Session(token, person, until, now, head(tx))

        return self._desk.write(opened)

    def person(self, token: str) -> str:
        """Whose session it is; Refusal('login_needed')."""
        key = _hash(token)
        known = self._found.get(key)
        if known is not None and known[1] > monotonic():
            return known[0]
        person = self._look(key)
        with self._lock:
            if len(self._found) > 4 * self._limits.sessions:
                self._found.clear()
            self._found[key] = (person, monotonic() + TRUSTED)
        return person

    def forget(self) -> None:
        """Look every session up anew: somebody's has ended."""
        with self._lock:
            self._found.clear()

    def _look(self, key: str) -> str:
        s = t.sessions.c

        def found(tx: Tx) -> str:
            row: Any = tx.connection.execute(
                select(s.person, s.until).where(s.street == tx.street, s.token == key)
            ).first()
            if row is None or row.until <= micros(self._desk.now()):
                raise Refusal("login_needed")
            return tx.need(Person, str(row.person), "login_needed").id

        return self._desk.read(found)

    def end(self, token: str) -> None:
        """Log out; Refusal('login_needed') where nobody is logged in."""
        self.person(token)
        key = _hash(token)
        s = t.sessions.c
        gone = delete(t.sessions).where(s.street == self._desk.street, s.token == key)
        self._desk.write(lambda tx: tx.connection.execute(gone))
        with self._lock:
            self._found.pop(key, None)


class FirstCode:
    """A code printed at the first start: with it the first administrator sets a password, once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._left = MOST_TRIES
        self.code: str | None = secrets.token_hex(5) if nobody_yet(desk) else None

    def use(self, code: str, person: str, password: str) -> str:
        """Set the password of an administrator; Refusal('first_code_wrong')."""
        with self._lock:
            self._left -= 1
            good = self.code is not None and secrets.compare_digest(
                self.code.encode(), code.strip().lower().encode()
            )
            require(good and self._left >= 0 and nobody_yet(self._desk), "first_code_wrong")
            found = self._desk.read(lambda tx: tx.get(Person, person))
            require(found is not None and Role.ADMINISTRATOR in found.roles, "first_code_wrong")
            self._desk.do(SetPassword(person=person, password=password), SYSTEM)
            self.code = None
        return person


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
