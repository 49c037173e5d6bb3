"""File and dispatch through Desk.do against a bare fsynced insert of the same bytes."""

from __future__ import annotations

import gc
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from sqlalchemy import select

from commandcenter.domain.commands import DispatchCase, FileCase
from commandcenter.domain.task import TaskKind
from commandcenter.storage import tables as t
from commandcenter.storage.database import driver
from tests.bench.report import figure, folder, quantile
from tests.fakes import Room, open_room

CASES = 600
WARM = 50


def main(cases: int = CASES) -> None:
    """Interleaved, so that the machine's moods hit both sides alike."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        room = open_room(place / "desk")
        _measure(room, place, cases)
        room.center.close()
    finally:
        shutil.rmtree(place)


def _measure(room: Room, place: Path, count: int) -> None:
    cases = [room.report() for _ in range(count + WARM)]
    bare = _bare(place / "bare.db")
    spent: dict[str, list[float]] = {
        "file": [],
        "dispatch": [],
        "bare_file": [],
        "bare_dispatch": [],
    }
    gc.collect()
    for number, case in enumerate(cases):
        seen = room.case(case).version
        filing = FileCase(case=case, seen=seen)
        sending = DispatchCase(
            case=case, seen=seen + 1, lead_unit="sanitation", kind=TaskKind.HANDLE
        )
        for name, command, who in (
            ("file", filing, "lead-1"),
            ("dispatch", sending, "dispatch-1"),
        ):
            began = time.perf_counter()
            receipt = room.desk.do(command, who)
            took = time.perf_counter() - began
            raw = _bytes(room, receipt.seq)
            began = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO bare(body) VALUES (?)", (raw,))
            bare.execute("COMMIT")
            plain = time.perf_counter() - began
            if number >= WARM:
                spent[name].append(took * 1000)
                spent[f"bare_{name}"].append(plain * 1000)
    for name in ("file", "dispatch"):
        for label, part in (("p50", 0.5), ("p99", 0.99)):
            mine, base = (quantile(spent[one], part) for one in (name, f"bare_{name}"))
            figure(f"{name}_{label}", mine, "ms")
            figure(f"{name}_{label}_bare", base, "ms")
            figure(f"{name}_{label}_ratio", mine / base, "x")
    figure("fsync_p50", _fsync(place), "ms")


def _bytes(room: Room, seq: int) -> bytes:
    """The stored bytes of the entry, twice: once for the rows, once for the journal."""
    with room.center.database.read.connect() as connection:
        row = (
            connection.execute(
                select(t.journal).where(
                    t.journal.c.street == room.desk.street, t.journal.c.seq == seq
                )
            )
            .mappings()
            .one()
        )
    return json.dumps(dict(row), ensure_ascii=False).encode() * 2


def _bare(path: Path):
    raw = driver().connect(str(path), isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE bare(id INTEGER PRIMARY KEY, body BLOB)")
    return raw


def _fsync(place: Path) -> float:
    spent = []
    with open(place / "sync", "wb") as file:
        for _ in range(200):
            file.write(b"x" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            spent.append((time.perf_counter() - began) * 1000)
    return quantile(spent, 0.5)
