"""kill -9 of a seat under load: what was acknowledged and what was queued is there, once each."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from commandcenter.services.views import AskBoard
from tests.e2e.seatdriver import LATER
from tests.e2e.test_remote_seat import driver, line
from tests.fakes import Room
from tests.faults.conftest import ROUNDS
from tests.faults.seats import journal, seated, under_load
from tests.server.processes import ROOT, Process, free_port
from tests.server.rooms import seat, until
from ui.tour.relay import Relay


class SeatProcess:
    """A running seat and the lines that it has said."""

    def __init__(self, *words: str, head: tuple[str, ...] = ("-m", "tests.faults.seatprocess")):
        self.lines: list[list[str]] = []
        self.process = subprocess.Popen(
            [sys.executable, *head, *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        self._reading = Thread(target=self._read)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for one in self.process.stdout:
            if one.endswith("\n"):  # else it was killed in the middle of a word
                self.lines.append(one.split())

    def said(self, word: str) -> list[list[str]]:
        """The rest of each line that begins with the word."""
        return [one[1:] for one in list(self.lines) if one and one[0] == word]

    def kill(self) -> None:
        """Kill -9; what it said before is read to the end."""
        self.process.kill()
        self.process.wait()
        self._reading.join()
        if self.process.stdout is not None:
            self.process.stdout.close()


@contextmanager
def seat_process(*words: str, **given: tuple[str, ...]) -> Iterator[SeatProcess]:
    """A seat in a process; killed at the end."""
    made = SeatProcess(*words, **given)
    try:
        until(lambda: made.said("ready") or made.process.poll() is not None, 30)
        yield made
    finally:
        made.kill()


def test_a_seat_is_killed(
    folder: Path,
    reopened: Callable[[], Room],
    tmp_path: Path,
    seed: int,
    recovered: Callable[[float], None],
) -> None:
    """At a random moment, now with a link, now some time after the link was cut."""
    chance, port = random.Random(seed), free_port()
    with (
        Process(folder, port) as server,
        Relay(port) as proxy,
        seated(server.url, tmp_path / "others", seed, 2) as others,
        seat_process(proxy.url, str(tmp_path / "seat"), "intake-1", "give", str(seed)) as first,
    ):

        def fault() -> None:
            until(lambda: len(first.said("done")) > chance.randrange(5, 30), 30)
            if chance.random() < 0.75:
                proxy.closed.set()
                proxy.cut()
                until(lambda: len(first.said("kept")) > chance.randrange(10), 30)
            sleep(chance.random() / 10)
            first.kill()

        under_load(others, fault)
        proxy.closed.clear()
        words = (proxy.url, str(tmp_path / "seat"), "intake-1", "send", "-")
        with seat_process(*words) as second:
            begun = monotonic()
            until(lambda: second.said("sent"), 30)
            recovered(monotonic() - begun)
            assert second.said("sent") == [["0"]]
        queued = {key for (key,) in first.said("kept")}
        assert set(*second.said("found")) <= {key for (key,) in first.said("given")}
    room = reopened()
    found = journal(room)
    acknowledged = {key: int(seq) for key, seq in first.said("done")}
    assert {key: found.get(key) for key in acknowledged} == acknowledged
    given = {key for (key,) in first.said("given")}
    at_work = given - queued - set(acknowledged)
    assert len(at_work) <= 1  # the one in hand when it was killed: done or not, never twice
    others_gave = {key for one in others for key in one.given}
    assert given - at_work | others_gave <= found.keys() <= given | others_gave
    assert room.center.verify().good and room.center.differences() == []


@pytest.mark.parametrize("seed", range(1, max(1, ROUNDS // 10) + 1))
def test_the_window_is_killed(
    folder: Path,
    reopened: Callable[[], Room],
    tmp_path: Path,
    seed: int,
    recovered: Callable[[float], None],
) -> None:
    """The real window gives a report without a link, and is killed as soon as it says so."""
    words = ("--data", str(tmp_path / "seat"), "--person", "intake-1")
    with Process(folder, free_port()) as server:
        with driver("unsent", "--server", server.url, *words) as first:
            assert line(first) == "ready"
            server.kill()
            assert line(first) == "kept"
        server.start()
        begun = monotonic()
        with driver("tell", "--server", server.url, *words) as second:
            assert line(second).startswith("|")
            with seat(server.url, "lead-1") as other:
                until(lambda: other.ask(AskBoard(), "lead-1").cases, 20)
            recovered(monotonic() - begun)
    room = reopened()
    board = room.desk.changes(0, 100_000).cases
    assert [room.view(one.id).words for one in board] == [LATER]
