"""A room whose desk is reached over a real socket, with everybody logged in when first named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime

from commandcenter.server.client import RemoteDesk
from commandcenter.server.sessions import Session
from commandcenter.services.wire import codec, dumps
from tests.fakes import Room
from tests.server.rooms import SERVERS, serving, until


class AnybodysDesk(RemoteDesk):
    """A seat at which the server's own sessions log in whoever is named, without a password."""

    room: Room
    _ends: dict[str, datetime] | None = None

    def _token_of(self, who: str) -> str:
        ends = self._ends = self._ends or {}
        if who != "system" and ends.get(who, self.room.clock.at) <= self.room.clock.at:
            opened = SERVERS[-1].service.sessions._open(who)
            with self._lock:
                self._tokens[who], ends[who] = opened.token, opened.until
        return super()._token_of(who)

    def tick(self) -> int:
        """The server's own, at once rather than at its next turn."""
        return self.room.center.desk.tick()

    def listening(self) -> None:
        """Log the shift lead in, with the feed."""
        session = SERVERS[-1].service.sessions._open("lead-1")
        self._logged_in(dumps(codec(Session)[0](session)))
        until(lambda: self.link.connected)


@dataclass
class RemoteRoom(Room):
    """A room whose desk is the remote one."""

    remote: RemoteDesk | None = None

    @property
    def desk(self):
        """The seat."""
        return self.remote


@contextmanager
def remote_room(room: Room) -> Iterator[RemoteRoom]:
    """The room served, and seen from a seat."""
    with serving(room.center.desk) as standing, closing(AnybodysDesk(standing.url)) as desk:
        desk.room = room
        desk.listening()
        yield RemoteRoom(center=room.center, clock=room.clock, remote=desk)
