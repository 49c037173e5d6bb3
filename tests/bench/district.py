"""A district on one PostgreSQL: eight writers on one street, then on eight, then on sixteen.

Who waits for whom is asked of the server itself, fifty times a second.
"""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psycopg

from commandcenter.app import open_center
from commandcenter.domain.case import Source
from commandcenter.domain.commands import FileCase, ReportCase
from commandcenter.services.own_street import LEAD, OwnStreet
from tests.bench.report import figure, folder, quantile
from tests.storage.postgres import OWNER, Cluster, cluster

CASES = 60
ROUNDS = ((8, 1), (8, 8), (16, 16))
"""Writers (a process each) and the streets on which they work."""

LOOK = 0.02
_WAITING = (
    "SELECT coalesce(wait_event_type || ':' || wait_event, 'at work') FROM pg_stat_activity"
    " WHERE datname = %s AND state IN ('active', 'idle in transaction') AND pid <> pg_backend_pid()"
)


def main(cases: int = CASES, rounds: tuple[tuple[int, int], ...] = ROUNDS) -> None:
    """Each round on streets of its own; commands a second, the slowest, and what was waited for."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        with cluster() as server:
            for number, (writers, streets) in enumerate(rounds):
                _round(server, place / str(number), cases, writers, streets)
    finally:
        shutil.rmtree(place)


def _round(server: Cluster, place: Path, cases: int, writers: int, streets: int) -> None:
    name = server.make()
    url = server.url(name, OWNER)
    codes = [f"4401131{number:02d}" for number in range(1, streets + 1)]
    for code in codes:
        own = OwnStreet(name=f"{code}街", code=code, lead="甲", administrator="乙")
        open_center(place / code, database=url, own=own).close()
    seen: Counter[str] = Counter()
    over = threading.Event()
    looking = threading.Thread(target=_look, args=(server, name, seen, over))
    looking.start()
    rate, took = _measure(url, place, [codes[n % streets] for n in range(writers)], cases)
    over.set()
    looking.join()
    server.drop(name)
    head = f"district_{writers}_writers_{streets}_streets"
    figure(head, rate, "commands/s")
    figure(f"{head}_each", rate / streets, "commands/s of a street")
    figure(f"{head}_p99", quantile(took, 0.99), "ms")
    for what, count in seen.most_common(4):
        figure(f"{head}_{what.replace(' ', '_')}", 100 * count / max(1, seen.total()), "%")


def _look(server: Cluster, name: str, seen: Counter[str], over: threading.Event) -> None:
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        while not over.wait(LOOK):
            seen.update(row[0] for row in connection.execute(_WAITING, (name,)))


def _measure(url: str, place: Path, codes: list[str], cases: int) -> tuple[float, list[float]]:
    spawn = multiprocessing.get_context("spawn")
    told, ready = spawn.Queue(), spawn.Barrier(len(codes))
    given = [(url, place / code, code, cases, ready, told) for code in codes]
    writers = [spawn.Process(target=writer, args=one) for one in given]
    for one in writers:
        one.start()
    found = [told.get(timeout=180) for _ in writers]
    for one in writers:
        one.join()
    took = [ms for _, _, part in found for ms in part]
    return len(took) / (max(end for _, end, _ in found) - min(begun for begun, *_ in found)), took


def writer(url: str, place: Path, code: str, cases: int, ready: Any, told: Any) -> None:
    """Takes in and files its own cases, as the server of a street would."""
    center = open_center(place, database=url, street=code)
    desk, spent = center.desk, []
    ready.wait(120)
    begun = time.perf_counter()
    for number in range(cases):
        given = ReportCase(
            item="01-02", source=Source.WINDOW, words="垃圾堆在路口", place=f"大街{number}号"
        )
        at = time.perf_counter()
        case = desk.do(given, LEAD).subject
        filed = time.perf_counter()
        desk.do(FileCase(case=case, seen=1), LEAD)
        spent += [(filed - at) * 1000, (time.perf_counter() - filed) * 1000]
    told.put((begun, time.perf_counter(), spent))
    center.close()


if __name__ == "__main__":
    main()
