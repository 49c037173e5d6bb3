"""What one seat's link carries while the room gives 50 commands a second, both ways, with TLS.

The seat is a real RemoteDesk whose changes are asked at each ring, as LiveFeed does. The bare
reference is the same changes as plain text, as a seat without packing would be sent them.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from commandcenter.server.client import RemoteDesk
from commandcenter.server.registry import write
from commandcenter.services.views import AskBoard, Changes
from commandcenter.services.wire import dumps
from tests.bench.feed30 import pace
from tests.bench.report import figure
from tests.bench.stand import WORD, standing

SECONDS, RATE = 30.0, 50.0


def main(seconds: float = SECONDS, rate: float = RATE) -> None:
    """A seat that has its board, then only what comes."""
    with (
        standing(lambda desk: None) as stand,
        Counter(stand.place.port) as counter,
        following(f"https://127.0.0.1:{counter.port}", stand.pin) as heard,
    ):
        time.sleep(0.5)
        counter.down = counter.up = 0
        began = time.perf_counter()
        pace(stand, seconds, rate)
        lasted = time.perf_counter() - began
        down, up = counter.down, counter.up
    entries = sum(len(one.entries) for one in heard)
    plain = sum(len(dumps(write(one))) for one in heard)
    figure("traffic_changes", entries / lasted, "changes/s")
    figure("traffic", (down + up) / lasted / 1000, "kB/s")
    figure("traffic_up", up / lasted / 1000, "kB/s")
    figure("traffic_bare", plain / lasted / 1000, "kB/s")
    figure("traffic_ratio", (down + up) / plain, "x")


@contextmanager
def following(url: str, pin: str) -> Iterator[list[Changes]]:
    """A seat that follows by number; what it was told."""
    seat = RemoteDesk(url, pin)
    seat.login("lead-1", WORD)
    seq, told, rung, over = seat.ask(AskBoard(), "lead-1").seq, [], threading.Event(), []
    stop = seat.listen(rung.set)

    def follow() -> None:
        at = seq
        while not over:
            rung.wait(2.0)
            rung.clear()
            changes = seat.changes(at, who="lead-1")
            if changes.seq > at:
                told.append(changes)
            at = changes.seq

    while not seat.link.connected:
        time.sleep(0.01)
    thread = threading.Thread(target=follow)
    thread.start()
    try:
        yield told
    finally:
        over.append(True)
        rung.set()
        thread.join()
        stop()
        seat.close()


@dataclass
class Counter:
    """Forwards TCP on loopback and counts the bytes of each way."""

    to: int
    down: int = 0
    up: int = 0
    _links: list[socket.socket] = field(default_factory=list)

    def __enter__(self) -> Counter:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listening, *self._links):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(("127.0.0.1", self.to))
                for one in (near, far):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self._links.append(one)
                for way in ((near, far, "up"), (far, near, "down")):
                    threading.Thread(target=self._forward, args=way, daemon=True).start()

    def _forward(self, one: socket.socket, other: socket.socket, way: str) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                setattr(self, way, getattr(self, way) + len(data))
                other.sendall(data)
            other.shutdown(socket.SHUT_RDWR)


if __name__ == "__main__":
    main()
