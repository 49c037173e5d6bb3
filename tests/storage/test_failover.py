"""The primary dies under load, the standby takes over, and the server goes on by itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from commandcenter.app import open_center
from commandcenter.domain.case import Source
from commandcenter.domain.commands import ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.server.client import RemoteDesk
from tests.fakes import Room, SetClock
from tests.server.processes import Process, free_port
from tests.server.rooms import give_password, seat, until
from tests.storage.pair import Pair, pair
from tests.storage.postgres import SERVER, Cluster
from tests.stores import START, Town, found_town

WHO = ("intake-1", "intake-2")
SEATS = 4


@pytest.fixture
def both(postgres: Cluster) -> Iterator[Pair]:
    """A pair; asked for after the tests' one server, so that it is skipped where that is."""
    with pair() as made:
        yield made


def report(number: int) -> ReportCase:
    place = f"祠堂东街{number}号"
    return ReportCase(
        item="01-02", source=Source.WINDOW, words="垃圾堆", place=place, lon=113.4325, lat=22.95086
    )


@pytest.fixture
def opened(both: Pair) -> Iterator[Callable[[Town], Room]]:
    """Opens a desk as one more process has it, at whichever of the two is the primary."""
    with ExitStack() as stack:

        def more(town: Town) -> Room:
            clock = SetClock(START)
            made = Room(open_center(town.folder, now=clock, database=both.url(town.name)), clock)
            stack.callback(made.center.close)
            return made

        yield more


class Load:
    """Seats that report without a pause, each command until it is acknowledged."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self.done: list[tuple[str, int]] = []
        self.refused: set[str] = set()
        self.over = threading.Event()

    def work(self, desk: RemoteDesk, who: str) -> Callable[[], None]:
        """What one seat does until it is over."""

        def run() -> None:
            while not self.over.is_set():
                command = report(len(self.given))
                self.given.append(command.id)
                self.done.append((command.id, self._seq(desk, command, who)))

        return run

    def _seq(self, desk: RemoteDesk, command: ReportCase, who: str) -> int:
        while True:
            try:
                return desk.do(command, who).seq
            except Refusal as refusal:  # whether it was done is not known: the same once more
                self.refused.add(refusal.code)

    def goes_on(self, count: int) -> None:
        """Wait for so many more acknowledgements."""
        wanted = len(self.done) + count
        until(lambda: len(self.done) >= wanted, 20)


def come_back_alone(both: Pair, town: Town) -> None:
    """The old primary starts by itself, still a primary: what it is given it never acknowledges."""
    both.first.start()
    lonely = open_center(
        town.folder, now=SetClock(START), database=both.first.url(town.name, SERVER)
    )
    with closing(lonely), ThreadPoolExecutor(1) as pool:
        given = pool.submit(lonely.desk.do, report(1), WHO[0])
        until(lambda: both.first.waiting() == ["SyncRep"])
        assert not given.done()
        both.first.kill()
        with pytest.raises(Refusal, match="database_away"):
            given.result()


def test_a_standby_takes_over_and_nothing_acknowledged_is_lost(
    both: Pair, opened: Callable[[Town], Room], tmp_path: Path
) -> None:
    town = found_town(both.first, tmp_path / "street")
    both.follow()
    room = opened(town)
    give_password(room.desk, *WHO)
    load = Load()

    def fail_over() -> None:
        try:
            load.goes_on(40)
            both.first.kill()
            both.promote()
            load.goes_on(40)
        finally:
            load.over.set()

    with ExitStack() as stack:
        more = ("--database", both.url(town.name))
        server = stack.enter_context(Process(town.folder, free_port(), None, *more))
        seats = [stack.enter_context(seat(server.url, WHO[n % 2])) for n in range(SEATS)]
        rung = threading.Event()
        works = [fail_over, *(load.work(desk, WHO[n % 2]) for n, desk in enumerate(seats))]
        with ThreadPoolExecutor(len(works)) as pool:
            for one in [pool.submit(work) for work in works]:
                one.result()
        assert load.refused <= {"database_away", "no_link"}
        room.desk.listen(rung.set)  # the bell has found the new primary
        last = seats[0].do(report(0), WHO[0]).seq
        assert rung.wait(10)
        until(lambda: room.desk.changes(0, 100_000).seq == last)
        until(lambda: all(one.changes(last - 1, who=WHO[0]).seq == last for one in seats[::2]))
    entries = room.desk.changes(0, 100_000).entries
    reports = [one.seq for one in entries if one.kind == "case_reported"][:-1]
    assert sorted(seq for _, seq in load.done) == reports
    assert len(reports) == len(set(load.given)) == len(load.done)
    assert room.center.verify().good
    assert room.center.differences() == []
    come_back_alone(both, town)
    both.rejoin()
    assert room.desk.changes(0, 100_000).seq == last  # what the lonely one had written is gone
    give_password(opened(town).desk, "lead-1")  # the first lets in again, and is no primary
