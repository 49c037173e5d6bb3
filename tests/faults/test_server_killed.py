"""kill -9 of the server under eight seats' load: nothing acknowledged is lost, all come back."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from tests.fakes import Room
from tests.faults.seats import (
    Seat,
    in_words,
    nothing_lost_nothing_doubled,
    recovers,
    seated,
    under_load,
)
from tests.server.processes import Process, free_port
from tests.server.rooms import until
from tests.stores import Town


def kill_under_load(
    server: Process, seats: list[Seat], seed: int, recovered: Callable[[float], None]
) -> None:
    """Kill the server at a random moment, leave it down for a while, start it again."""
    chance = random.Random(seed)

    def fault() -> None:
        many = 20 + chance.randrange(60)
        until(lambda: sum(len(one.acknowledged) for one in seats) >= many, 30)
        sleep(chance.random() / 20)
        server.kill()
        sleep(chance.choice((0.0, 0.3, 1.0)))
        server.start()
        recovered(recovers(seats, monotonic()))

    under_load(seats, fault)
    in_words(seats)


def test_the_server_is_killed_on_sqlite(
    folder: Path,
    reopened: Callable[[], Room],
    tmp_path: Path,
    seed: int,
    recovered: Callable[[float], None],
) -> None:
    with (
        Process(folder, free_port()) as server,
        seated(server.url, tmp_path / "seats", seed) as seats,
    ):
        kill_under_load(server, seats, seed, recovered)
    nothing_lost_nothing_doubled(reopened(), seats)


def test_the_server_is_killed_on_postgresql(
    town: Town, tmp_path: Path, seed: int, recovered: Callable[[float], None]
) -> None:
    with (
        Process(town.folder, free_port(), None, "--database", town.url()) as server,
        seated(server.url, tmp_path / "seats", seed) as seats,
    ):
        kill_under_load(server, seats, seed, recovered)
    nothing_lost_nothing_doubled(town.open(), seats)
