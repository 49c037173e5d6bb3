"""A server on loopback in a thread of the test, seats on real sockets, passwords for everybody."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from commandcenter.domain.commands import SetPassword
from commandcenter.server.client import RemoteDesk
from commandcenter.server.limits import Limits
from commandcenter.server.serve import Server, Standing
from commandcenter.server.tls import Certificate
from commandcenter.services.desk import Desk
from tests.fakes import open_room

WORD = "大龙街道-7788"
EASY = Limits(rate=10_000, burst=10_000, logins=1_000, login_burst=1_000, sessions_each=40)


def until(true: Callable[[], Any], seconds: float = 30.0) -> Any:
    """Wait for a thing to be so; what it gave."""
    end = monotonic() + seconds
    while not (found := true()):
        assert monotonic() < end, "waited in vain"
        sleep(0.01)
    return found


def give_password(desk: Desk, *people: str) -> None:
    """Everybody here may log in with WORD."""
    for person in people:
        desk.do(SetPassword(person=person, password=WORD), "system")


def peopled_street(founded: Path, factory: pytest.TempPathFactory, *people: str) -> Path:
    """A copy of a founded street's folder in which these have passwords."""
    folder = factory.mktemp("peopled") / "street"
    shutil.copytree(founded, folder)
    room = open_room(folder)
    give_password(room.desk, *people)
    room.center.close()
    return folder


SERVERS: list[Server] = []
"""The servers that stand now, the newest last."""


@contextmanager
def serving(
    desk: Desk,
    limits: Limits = EASY,
    port: int = 0,
    certificate: Certificate | None = None,
) -> Iterator[Standing]:
    """A running server of the desk; stopped and joined at the end."""
    stood: list[Standing] = []
    server = Server(desk, "127.0.0.1", port, certificate, limits)
    thread = threading.Thread(target=server.run, args=(stood.append,), name="server")
    thread.start()
    try:
        until(lambda: stood and server.running and server.running.started)
        SERVERS.append(server)
        yield stood[0]
    finally:
        SERVERS.remove(server)
        server.stop()
        thread.join()


@contextmanager
def seat(url: str, *people: str, **given: Any) -> Iterator[RemoteDesk]:
    """A seat at which these people are logged in and the feed is heard."""
    desk = RemoteDesk(url, **given)
    try:
        for person in people:
            desk.login(person, WORD)
        if people:
            until(lambda: desk.link.connected)
        yield desk
    finally:
        desk.close()
