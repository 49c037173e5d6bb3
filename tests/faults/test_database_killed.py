"""kill -9 of PostgreSQL under eight seats' load: told in words meanwhile, and all come back."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

from commandcenter.domain.refusal import Refusal
from commandcenter.services.chart_views import AskCharts
from tests.faults.seats import (
    Seat,
    in_words,
    nothing_lost_nothing_doubled,
    recovers,
    seated,
    under_load,
)
from tests.server.processes import Process, free_port
from tests.server.rooms import seat, until
from tests.storage.postgres import Cluster
from tests.stores import Town


def running(parent: int) -> list[int]:
    """The processes that a process has started and that are not dead."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, above = path.read_text().rpartition(")")[2].split()[:2]
            if int(above) == parent and state != "Z":
                found.append(int(path.parent.name))
    return found


def kill_all(server: Cluster) -> None:
    """SIGKILL to the postmaster first, then to each of its processes: none says a word."""
    postmaster = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
    others = running(postmaster)
    os.kill(postmaster, signal.SIGKILL)
    for one in others:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    server.kill()
    until(lambda: not any(Path(f"/proc/{one}").exists() for one in others))


def test_postgresql_is_killed(
    town: Town, tmp_path: Path, seed: int, recovered: Callable[[float], None]
) -> None:
    chance = random.Random(seed)
    server = Process(town.folder, free_port(), None, "--database", town.url())
    with server, seated(server.url, tmp_path / "seats", seed) as seats:

        def fault() -> None:
            many = 20 + chance.randrange(60)
            until(lambda: sum(len(one.acknowledged) for one in seats) >= many, 30)
            sleep(chance.random() / 20)
            with seat(server.url, "lead-1") as asking:
                kill_all(town.cluster)
                try:
                    with pytest.raises(Refusal, match="database_away"):
                        asking.ask(AskCharts(), "lead-1")
                    told_in_the_end(seats)
                finally:
                    town.cluster.start()
            recovered(recovers(seats, monotonic()))

        under_load(seats, fault)
        in_words(seats)
    nothing_lost_nothing_doubled(town.open(), seats)


def told_in_the_end(seats: list[Seat]) -> None:
    """No seat takes what it has for new: each knows that the database is away."""
    until(lambda: not any(one.desk.connected for one in seats))
    until(lambda: all(one.desk.ended for one in seats))
    assert {one.desk.ended.code for one in seats if one.desk.ended} == {"database_away"}
