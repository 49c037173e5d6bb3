"""Eight seats give commands through the server as fast as each is acknowledged, on both databases.

Each seat is a process of its own with prepared bodies and one kept TLS connection; all eight hear
the feed meanwhile (in one process more). The bare
reference is the disk: as many bytes as a command's pages, written and fsynced one after another.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from pathlib import Path
from typing import Any

from tests.bench.feed30 import hearing
from tests.bench.hands import Hand
from tests.bench.report import figure, folder, quantile
from tests.bench.stand import DATABASES, Stand, standing
from tests.bench.wires import Place

COUNT, SECONDS = 8, 60.0
PAGES = 24 * 4096
"""What one command appends to the log, about."""


def main(
    seconds: float = SECONDS, seats: int = COUNT, databases: tuple[str, ...] = DATABASES
) -> None:
    """On each database in turn."""
    for name in databases:
        with standing(lambda desk: None, name) as stand:
            began = stand.spent()
            with hearing(stand, seats, processes=1):
                rate, spent = measure(stand, seconds, seats)
            used = stand.spent() - began
        figure(f"room8_{name}", rate, "commands/s")
        figure(f"room8_{name}_p50", quantile(spent, 0.5) * 1000, "ms")
        figure(f"room8_{name}_p99", quantile(spent, 0.99) * 1000, "ms")
        figure(f"room8_{name}_server_cpu", used / len(spent) * 1000, "ms/command")
    figure("room8_fsync_bare", bare(min(seconds, 2.0)), "writes/s")


def measure(stand: Stand, seconds: float, seats: int) -> tuple[float, list[float]]:
    """Commands a second of all seats together, and how long each took."""
    spawn = multiprocessing.get_context("spawn")
    told, ready = spawn.Queue(), spawn.Barrier(seats)
    workers = [
        spawn.Process(target=_seat, args=(stand.place, stand.tokens(n), seconds, ready, told))
        for n in range(seats)
    ]
    for one in workers:
        one.start()
    found = [told.get(timeout=seconds + 60) for _ in workers]
    for one in workers:
        one.join()
    spent = [one for part in found for one in part]
    return len(spent) / seconds, spent


def _seat(place: Place, tokens: dict[str, str], seconds: float, ready: Any, told: Any) -> None:
    steps = Hand(place, tokens).steps()
    next(steps)
    ready.wait(60)
    end, spent = time.perf_counter() + seconds, []
    while time.perf_counter() < end:
        spent.append(next(steps))
    told.put(spent)


def bare(seconds: float) -> float:
    """Appends with fsync that the disk takes in a second."""
    place, data, count = folder() / f"bare-{os.getpid()}", os.urandom(PAGES), 0
    with Path(place).open("wb", buffering=0) as file:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            file.write(data)
            os.fsync(file.fileno())
            count += 1
    place.unlink()
    return count / seconds


if __name__ == "__main__":
    main()
