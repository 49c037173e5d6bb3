"""Eight writers on PostgreSQL: Desk.do against the bare driver with the same seal."""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from commandcenter.app import open_center
from commandcenter.domain.commands import DispatchCase, FileCase, ReportCase
from commandcenter.domain.ids import new_id
from commandcenter.domain.task import TaskKind
from commandcenter.geo.demo import load_demo
from tests.bench.report import figure, folder, quantile
from tests.storage.postgres import cluster
from tests.stores import Town, found_town

WRITERS = 8
CASES = 60
ROUNDS = 3
_MOVE = "UPDATE cases SET version = version + 1 WHERE street = %s AND id = %s AND version = %s"
_TELL = (
    "INSERT INTO journal (street, command, at, who, happened_at, subject, kind, data)"
    " VALUES (%s, %s, 1, 'bench', 1, %s, 'bench', %s)"
)


def main(cases: int = CASES, rounds: int = ROUNDS, writers: int = WRITERS) -> None:
    """Desk and driver in turns, so that the machine's moods hit both sides alike."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        with cluster() as server:
            town = found_town(server, place / "town")
            rates: dict[str, list[float]] = {"desk": [], "bare": []}
            spent: list[float] = []
            for _ in range(rounds):
                for name, work in (("desk", desk_writer), ("bare", bare_writer)):
                    rate, took = _measure(work, town, cases, writers)
                    rates[name].append(rate)
                    spent += took if name == "desk" else []
            town.close()
    finally:
        shutil.rmtree(place)
    desk, bare = (quantile(rates[name], 0.5) for name in ("desk", "bare"))
    figure("desk_8_writers", desk, "commands/s")
    figure("desk_8_writers_p99", quantile(spent, 0.99), "ms")
    figure("bare_8_writers", bare, "commits/s")
    figure("desk_8_writers_ratio", desk / bare, "x")


def _measure(
    work: Callable[..., None], town: Town, cases: int, count: int
) -> tuple[float, list[float]]:
    """Commits a second of all writers together, and what each took in ms."""
    spawn = multiprocessing.get_context("spawn")
    told, ready = spawn.Queue(), spawn.Barrier(count)
    given = (town.url(), town.folder, cases, ready, told)
    writers = [spawn.Process(target=work, args=given) for _ in range(count)]
    for one in writers:
        one.start()
    found = [told.get(timeout=120) for _ in writers]
    for one in writers:
        one.join()
    took = [ms for _, _, part in found for ms in part]
    return len(took) / (max(end for _, end, _ in found) - min(begun for begun, *_ in found)), took


def desk_writer(url: str, place: Path, cases: int, ready: Any, told: Any) -> None:
    """Files and dispatches its own cases through a Desk, as a server process would."""
    center = open_center(place, database=url)
    desk, reports = center.desk, load_demo().reports
    steps = []
    for number in range(cases):
        one = reports[number % len(reports)]
        report = ReportCase(
            item="01-02", source=one.source, words=one.text, place=one.address,
            lon=one.lon, lat=one.lat,
        )  # fmt: skip
        case = desk.do(report, "intake-1").subject
        sending = DispatchCase(case=case, seen=2, lead_unit="sanitation", kind=TaskKind.HANDLE)
        steps.append((FileCase(case=case, seen=1), "lead-1"))
        steps.append((sending, "dispatch-1"))
    _timed([lambda step=step: desk.do(*step) for step in steps], ready, told)
    center.close()


def bare_writer(url: str, _place: Path, cases: int, ready: Any, told: Any) -> None:
    """The same commits with nothing but the driver: a versioned row and a sealed entry."""
    with psycopg.connect(url) as raw:
        rows = raw.execute(
            "SELECT street, id, version FROM cases ORDER BY random() LIMIT %s", (cases,)
        ).fetchall()
        texts = raw.execute(
            "SELECT data FROM journal WHERE kind IN ('case_filed', 'case_dispatched')"
            " ORDER BY seq DESC LIMIT %s", (cases,),
        ).fetchall()  # fmt: skip
        raw.rollback()
        steps = []
        for (street, case, version), (data,) in zip(rows, texts, strict=True):
            for seen in (version, version + 1):
                steps.append(lambda row=(street, case, seen), data=data: _bare(raw, row, data))
        _timed(steps, ready, told)


def _bare(raw: psycopg.Connection[Any], row: tuple[str, str, int], data: str) -> None:
    raw.execute(_MOVE, row)
    raw.execute(_TELL, (row[0], new_id(), row[1], data))
    raw.commit()


def _timed(steps: list[Callable[[], object]], ready: Any, told: Any) -> None:
    ready.wait(120)
    spent, begun = [], time.perf_counter()
    for step in steps:
        at = time.perf_counter()
        step()
        spent.append((time.perf_counter() - at) * 1000)
    told.put((begun, time.perf_counter(), spent))
