"""A slow reader among thirty seats: the others do not feel it, and it catches up by number."""

from __future__ import annotations

import asyncio
import json
import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from statistics import quantiles
from time import monotonic, sleep

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from commandcenter.server.link import MOST_BYTES
from commandcenter.server.packing import unpack
from commandcenter.server.registry import PROTOCOL
from tests.fakes import Room
from tests.server.rooms import EASY, SERVERS, seat, serving, until
from tests.server.test_feed import last, port_of, told

READERS = 30
CHANGES = 40
PAUSE = 0.04
SLOW = 3.0
"""Seconds after which the server drops a reader: more than a busy machine stands still for."""
FACTOR, SLACK = 3.0, 0.05
"""The other 29 may be so much slower at the 95th percentile: what the machine's own noise makes."""


class Readers:
    """Seats that note when each number came, on one thread of their own."""

    def __init__(self, port: int, token: str, count: int, after: int) -> None:
        self.came: list[dict[int, float]] = [{} for _ in range(count)]
        self.head = {"Authorization": f"Bearer {token}", "X-Desk-Protocol": str(PROTOCOL)}
        self.url = f"ws://127.0.0.1:{port}/feed?after={after}"
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._all(),))
        self._over = asyncio.Event()
        self._thread.start()

    async def _all(self) -> None:
        async with asyncio.TaskGroup() as group:
            for came in self.came:
                group.create_task(self._read(came))

    async def _read(self, came: dict[int, float]) -> None:
        async with connect(
            self.url, additional_headers=self.head, max_size=MOST_BYTES, compression=None
        ) as link:
            reading = asyncio.create_task(self._hear(link, came))
            await self._over.wait()
            reading.cancel()
            with suppress(asyncio.CancelledError, ConnectionClosed):
                await reading

    async def _hear(self, link: ClientConnection, came: dict[int, float]) -> None:
        async for packed in link:
            at, data = monotonic(), json.loads(unpack(packed, MOST_BYTES))
            for entry in data.get("changes", {}).get("entries", ()):
                assert entry["seq"] not in came, "told twice"
                came[entry["seq"]] = at

    def close(self) -> None:
        """Leave, and end the thread."""
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()
        self._loop.close()


@contextmanager
def reading(port: int, token: str, count: int, after: int) -> Iterator[Readers]:
    """So many seats that read as fast as they can."""
    made = Readers(port, token, count, after)
    try:
        until(lambda: len(SERVERS[-1].service.hub.readers) >= count)
        yield made
    finally:
        made.close()


def slowest(room: Room, readers: Readers, chance: random.Random) -> float:
    """Seconds from before a commit until a seat has it: the 95th percentile over all seats."""
    begun: dict[int, float] = {}
    for _ in range(CHANGES):
        at = monotonic()
        case = room.report()
        begun[last(room)] = at
        assert case
        sleep(PAUSE * chance.uniform(0.5, 1.5))
    until(lambda: all(begun.keys() <= came.keys() for came in readers.came))
    delays = [came[seq] - at for came in readers.came for seq, at in begun.items()]
    return quantiles(delays, n=20)[-1]


def dawdler(port: int, token: str) -> socket.socket:
    """A seat that asks for everything and reads nothing."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.connect(("127.0.0.1", port))
    made.sendall(
        f"GET /feed?after=0 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nX-Desk-Protocol: {PROTOCOL}\r\n"
        f"Sec-WebSocket-Key: {'A' * 22}==\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    )
    return made


def test_a_slow_reader_among_thirty_seats(
    room: Room, seed: int, recovered: Callable[[float], None]
) -> None:
    chance = random.Random(seed)
    for number in range(chance.randrange(15, 25)):
        told(room, number)  # more than the system holds for one reader
    limits = replace(EASY, slow=SLOW)
    with serving(room.desk, limits) as standing, seat(standing.url, "lead-1") as lead:
        port, token = port_of(standing), lead._token_of("lead-1")
        hub = SERVERS[-1].service.hub
        with reading(port, token, READERS - 1, last(room)) as readers:
            alone = slowest(room, readers, chance)
            with dawdler(port, token):
                until(lambda: len(hub.readers) == READERS + 1)  # with the lead's own
                beside = slowest(room, readers, chance)
                until(lambda: len(hub.readers) == READERS)  # it was dropped
            assert beside < FACTOR * alone + SLACK, (alone, beside)
            numbers = [sorted(came) for came in readers.came]
            assert all(found == numbers[0] for found in numbers)
        begun = monotonic()
        with reading(port, token, 1, 0) as again:
            until(lambda: again.came[0].keys() == set(range(1, last(room) + 1)))
            recovered(monotonic() - begun)
