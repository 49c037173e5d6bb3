"""Thirty seats hear a room at work: commit to feed at every seat, the server's memory and time.

Counted from the entry's own time, which the server takes as it begins the command: a little before
the commit. The bare reference is TLS echoes of as many bytes by a server that does nothing else.
"""

from __future__ import annotations

import multiprocessing
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commandcenter.server.packing import unpack
from tests.bench.hands import Hand
from tests.bench.report import figure, quantile
from tests.bench.stand import DATABASES, SEATS, Stand, standing
from tests.bench.wires import Ear, Place, listen

SECONDS, RATE, COUNT, PROCESSES = 60.0, 50.0, 30, 2
GRACE = 1.0
"""Seconds for the last change to arrive."""
_ENTRY = re.compile(rb'"seq":(\d+),"at":"([^"]+)","who"')


@dataclass(frozen=True, slots=True)
class Told:
    """What one process of ears heard: (seat, number, seconds from its commit), bytes, pace."""

    heard: list[tuple[int, int, float]]
    size: int
    spent: float


def main(
    seconds: float = SECONDS, count: int = COUNT, databases: tuple[str, ...] = DATABASES
) -> None:
    """On each database in turn."""
    for name in databases:
        with standing(lambda desk: None, name) as stand:
            before = stand.spent()
            began = time.perf_counter()
            with hearing(stand, count) as ears:
                pace(stand, seconds, RATE)
                time.sleep(GRACE)
            lasted = time.perf_counter() - began
            _print(f"feed30_{name}", ears, count, (stand.spent() - before) / lasted)
            figure(f"feed30_{name}_memory", stand.memory(), "MB")


def _print(name: str, told: list[Told], count: int, busy: float) -> None:
    heard = [one for part in told for one in part.heard]
    numbers = {number for _, number, _ in heard}
    missed = count * len(numbers) - len({one[:2] for one in heard})
    doubled = len(heard) - len({one[:2] for one in heard})
    late = [spent * 1000 for _, _, spent in heard]
    figure(f"{name}_changes", len(numbers), "changes")
    figure(f"{name}_missed", missed + doubled, "changes")
    figure(f"{name}_p50", quantile(late, 0.5), "ms")
    figure(f"{name}_p99", quantile(late, 0.99), "ms")
    figure(f"{name}_max", max(late), "ms")
    figure(f"{name}_server_busy", busy * 100, "% of a core")


def pace(stand: Stand, seconds: float, rate: float) -> None:
    """Give so many commands a second, one by one, each at its time if the last has returned."""
    steps = Hand(stand.place, stand.tokens(0)).steps()
    began = time.perf_counter()
    for number in range(int(seconds * rate)):
        time.sleep(max(0.0, began + number / rate - time.perf_counter()))
        next(steps)


@contextmanager
def hearing(stand: Stand, count: int, processes: int = PROCESSES) -> Iterator[list[Told]]:
    """So many seats' feeds in a few processes; what they heard is there after the block."""
    spawn = multiprocessing.get_context("spawn")
    told, ready, over = spawn.Queue(), spawn.Barrier(processes + 1), spawn.Event()
    seats = [(n, *stand.session(SEATS[n % len(SEATS)])) for n in range(count)]
    parts = [seats[n::processes] for n in range(processes)]
    workers = [
        spawn.Process(target=_ears, args=(stand.place, part, ready, over, told)) for part in parts
    ]
    for one in workers:
        one.start()
    ready.wait(60)
    found: list[Told] = []
    yield found
    over.set()
    found.extend(told.get(timeout=60) for _ in workers)
    for one in workers:
        one.join()


def _ears(
    place: Place, seats: list[tuple[int, str, int]], ready: Any, over: Any, told: Any
) -> None:
    kept: list[tuple[int, float, bytes]] = []

    def heard(seat: int, raw: bytes, at: float) -> None:
        kept.append((seat, at, raw))

    ears = [Ear.open(place, seat, token, after, heard) for seat, token, after in seats]
    ready.wait(60)
    before = time.process_time()
    listen(ears, over.is_set)
    spent = time.process_time() - before
    found = []
    for seat, at, packed in kept:
        for number, text in _ENTRY.findall(unpack(packed, 1 << 26)):
            found.append(
                (seat, int(number), at - datetime.fromisoformat(text.decode()).timestamp())
            )
    told.put(Told(found, sum(len(packed) for _, _, packed in kept), spent))


if __name__ == "__main__":
    main()
