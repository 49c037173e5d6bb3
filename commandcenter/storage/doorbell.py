"""Other processes' commits: PostgreSQL's NOTIFY wakes, the journal's number tells."""

from __future__ import annotations

import random
import select
import socket
import threading
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import sql

from commandcenter.storage.dialect import channel
from commandcenter.storage.postgres import address

LOOK_SECONDS = 1.0
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 2.0
Raw = psycopg.Connection[Any]


class Doorbell:
    """A thread that rings after each commit on the street, whoever made it.

    It also looks at the head of the chain each second and after every new connection, so that
    a lost notification is late and never missing. stop() ends and joins it.
    """

    def __init__(self, url: str, street: str, ring: Callable[[], None]) -> None:
        self._address = address(url)
        self._street = street
        self._ring = ring
        self._seen = -1
        self._woken, self._wake = socket.socketpair()
        self._stopped = threading.Event()
        self.connected = threading.Event()
        """Set while the server is reached."""
        self._thread = threading.Thread(target=self._run, name=f"doorbell-{street}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stopped.set()
        self._wake.send(b"x")
        self._thread.join()
        self._woken.close()
        self._wake.close()

    def _run(self) -> None:
        pause = FIRST_PAUSE
        while not self._stopped.is_set():
            try:
                with psycopg.connect(self._address, autocommit=True) as connection:
                    pause = FIRST_PAUSE
                    self._hear(connection)
            except psycopg.Error:
                self.connected.clear()
                self._stopped.wait(random.uniform(pause / 2, pause))
                pause = min(2 * pause, LONGEST_PAUSE)
        self.connected.clear()

    def _hear(self, connection: Raw) -> None:
        name = sql.Identifier(channel(self._street))
        connection.execute(sql.SQL("LISTEN {}").format(name))
        self.connected.set()
        heard = False
        while not self._stopped.is_set():
            if self._moved(connection) or heard:
                self._ring()
            heard = _heard(connection)  # what came along with the head
            if not heard:
                waits = [connection.fileno(), self._woken.fileno()]
                select.select(waits, [], [], LOOK_SECONDS)
                heard = _heard(connection)

    def _moved(self, connection: Raw) -> bool:
        """Whether the head of the chain is another than last time."""
        text = "SELECT seq FROM chain_head WHERE street = %s"
        row = connection.execute(text, (self._street,)).fetchone()
        before, self._seen = self._seen, int(row[0]) if row else 0
        return self._seen != before


def _heard(connection: Raw) -> bool:
    """Whether anything was told since the last look; waits for nothing."""
    return bool(list(connection.notifies(timeout=0)))
