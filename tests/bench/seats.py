"""A command given at seat A until its row is painted in seat B's real window, through the server.

A is a process of its own, B the real window at the real server (RemoteDesk, LiveFeed, queue), in
this one. Counted from the entry's own time, which the server takes as it begins the command: a
little before the commit. The bare reference is a dataChanged and its paint.
"""

from __future__ import annotations

import multiprocessing
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent

from commandcenter.seat import open_seat
from commandcenter.services.views import AskReference, Changes
from tests.bench.hands import urge
from tests.bench.paint import PaintWatch, changed, some_case
from tests.bench.report import figure, folder, quantile
from tests.bench.room import application, fill, live, note, show, until
from tests.bench.screen import bench_on_screen
from tests.bench.stand import DATABASES, WORD, Stand, standing
from tests.bench.wires import Place, Wire
from ui.desk import OpenDesk, open_desk
from ui.remote.desk import RemoteOpenDesk

CASES, ROUNDS, WARM = 1000, 300, 20
LIMITS = {"p50": 15.0, "p99": 50.0}


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.seats")


def measure(
    cases: int = CASES,
    rounds: int = ROUNDS,
    map_too: bool = True,
    databases: tuple[str, ...] = DATABASES,
) -> None:
    """On each database in turn."""
    app = application()
    for name in databases:
        note(f"{cases} open cases, {name}")
        with standing(lambda desk: fill(desk, cases, 0), name) as stand:
            _print(f"seats_{name}", *_measured(stand, rounds, map_too))
    for part, most in LIMITS.items():
        figure(f"seats_limit_{part}", most, "ms")
    del app


def _print(name: str, spent: list[float], bare: list[float]) -> None:
    for part, values in (("", spent), ("_bare", bare)):
        figure(f"{name}{part}_p50", quantile(values, 0.5), "ms")
        figure(f"{name}{part}_p99", quantile(values, 0.99), "ms")
    figure(f"{name}_max", max(spent), "ms")
    figure(f"{name}_ratio", quantile(spent, 0.5) / quantile(bare, 0.5), "x")


def _measured(stand: Stand, rounds: int, map_too: bool) -> tuple[list[float], list[float]]:
    with _window(stand, map_too) as desk, _other_seat(stand) as ask:
        return _rounds(desk, ask, rounds)


def _rounds(desk: OpenDesk, ask: Any, rounds: int) -> tuple[list[float], list[float]]:
    """Turn by turn a command of the other seat and a bare change of the model, in ms."""
    watch, dice, spent, bare = PaintWatch(desk), random.Random(5), [], []
    warm = min(WARM, rounds)
    for number in range(rounds + warm):
        case = some_case(desk, dice)
        times = _given(desk, watch, case, ask), changed(desk, watch, case)
        if number >= warm:
            spent.append(times[0] * 1000)
            bare.append(times[1] * 1000)
        live(dice.uniform(0.03, 0.09))
    return spent, bare


def _given(desk: OpenDesk, watch: PaintWatch, case: str, ask: Any) -> float:
    """Seconds from the server's beginning of the command until the row is painted."""
    model, at = desk.queue.model, []
    seen = model.line(model.row_of(case)).version

    def heard(changes: Changes) -> None:
        at.extend(one.at.timestamp() for one in changes.entries if one.subject == case)

    desk.feed.changed.connect(heard)
    watch.await_(case, lambda: model.line(model.row_of(case)).version > seen)
    ask.send((case, seen))
    until("the row", lambda: watch.painted)
    ended = time.time() - (time.perf_counter() - watch.painted)
    desk.feed.changed.disconnect(heard)
    assert ask.poll(10) and ask.recv() == "done" and len(at) == 1, at
    return ended - at[0]


@contextmanager
def _window(stand: Stand, map_too: bool) -> Iterator[OpenDesk]:
    """The window of a seat at the server."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    center = open_seat(stand.url, stand.pin, place)
    center.desk.login("lead-1", WORD)
    reference = center.desk.ask(AskReference(), "lead-1")
    desk = open_desk(
        center, settings_folder=place, person="lead-1", reference=reference, kind=RemoteOpenDesk
    )
    try:
        show(desk, map_too)
        until("the link", lambda: center.desk.connected)
        yield desk
    finally:
        desk.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shutil.rmtree(place)


@contextmanager
def _other_seat(stand: Stand) -> Iterator[Any]:
    """The pipe to a process that urges the case it is told."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=_urging, args=(stand.place, stand.token("lead-2"), there))
    process.start()
    try:
        yield here
    finally:
        here.send(None)
        process.join()


def _urging(place: Place, token: str, told: Any) -> None:
    wire = Wire(place)
    while (said := told.recv()) is not None:
        wire.post("/do", urge(*said), token)
        told.send("done")
    wire.close()


if __name__ == "__main__":
    measure()
