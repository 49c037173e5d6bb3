"""Eight seats that work as people do, and the look into the journal at what became of it."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import select

from commandcenter.domain.case import Source
from commandcenter.domain.commands import AddNote, Command, FileCase, ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.seat import SeatDesk
from commandcenter.services.chart_views import AskCharts
from commandcenter.services.desk import Receipt
from commandcenter.storage import tables as t
from commandcenter.waiting import Waiting
from tests.fakes import Room
from tests.server.rooms import WORD, until
from ui.words import REFUSALS

SEATS = 8
PEOPLE = (
    *("intake-1", "intake-2", "intake-3", "dispatch-1", "dispatch-2", "dispatch-3"),
    *("lead-1", "lead-2", "unit-sanitation"),
)
PLACE = {"lon": 113.4325, "lat": 22.95086}
LOOK = 0.1
"""Seconds between looks at what is unsent; the window looks as often."""
RECOVERY = 5.0
"""Within so many seconds seats have to come back by themselves (issue 3)."""
IN_WORDS = frozenset(("no_link", "not_offline", "database_away", "too_fast"))
"""What a seat may be told while its server or the database is away, or as it gives no pause."""


def report(words: str) -> ReportCase:
    """A report to give."""
    return ReportCase(item="01-02", source=Source.WINDOW, words=words, place="路口", **PLACE)


def at_once(*works: Callable[[], None]) -> None:
    """Run all, each on a thread; the first fault is raised here."""
    faults: list[BaseException] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


class Seat:
    """One seat: gives reports and notes without a pause, and asks; keeps what it was told."""

    def __init__(self, url: str, folder: Path, number: int, seed: int) -> None:
        self.who = f"intake-{number % 3 + 1}"
        self.desk = SeatDesk(url, None, folder)
        self.desk.login(self.who, WORD)
        self.given: list[str] = []
        self.acknowledged: dict[str, int] = {}
        self.waited = 0
        self.told: Counter[str] = Counter()
        self.last = 0.0
        """When the newest command was acknowledged (monotonic seconds)."""
        self._chance = random.Random(f"{seed}/{number}")

    def work(self, over: threading.Event) -> None:
        """Until it is over: report, often note, now and then ask or try what cannot wait."""
        while not over.is_set():
            case = self._give(report(f"第 {len(self.given)} 件"))
            if case and self._chance.random() < 0.4:
                self._give(AddNote(case=case, seen=1, words="补充"))
            if self._chance.random() < 0.2:
                self._try(lambda: self.desk.ask(AskCharts(), self.who))
                wish = FileCase(case=case or "none", seen=1)
                self._try(lambda wish=wish: self.desk.do(wish, self.who))
            while self.desk.waiting and not over.is_set():
                self.desk.send_waiting()
                sleep(LOOK)

    def _give(self, command: Command) -> str:
        """The case, when the command was acknowledged at once."""
        self.given.append(command.id)
        answer = self._done(command)
        if isinstance(answer, Receipt):
            self.acknowledged[command.id] = answer.seq
            self.last = monotonic()
            return answer.subject
        self.waited += 1
        return ""

    def _done(self, command: Command) -> Receipt | Waiting:
        """Faster than the server lets one seat be: it is told to wait, and gives the same again."""
        while True:
            try:
                return self.desk.do(command, self.who)
            except Refusal as said:
                if said.code != "too_fast":
                    raise
                sleep(LOOK)

    def _try(self, call: Callable[[], object]) -> None:
        try:
            call()
        except Refusal as said:
            self.told[said.code] += 1

    def back(self, since: float) -> bool:
        """Whether it is linked and a command was acknowledged since."""
        return self.desk.connected and self.last > since

    def drain(self) -> None:
        """Wait until all that waited was sent."""
        until(lambda: self.desk.send_waiting() or not self.desk.waiting, 20)
        until(lambda: not self.desk.waiting, 20)


@contextmanager
def seated(url: str, folder: Path, seed: int, count: int = SEATS) -> Iterator[list[Seat]]:
    """Seats of a street, linked."""
    seats: list[Seat] = []
    try:
        for number in range(count):
            seats.append(Seat(url, folder / f"seat-{number}", number, seed))
        until(lambda: all(one.desk.connected for one in seats))
        yield seats
    finally:
        for one in seats:
            one.desk.close()


def recovers(seats: list[Seat], since: float) -> float:
    """Seconds since a moment after which every seat was back; fails after RECOVERY."""
    until(lambda: all(one.back(since) for one in seats), RECOVERY + 10)
    seconds = monotonic() - since
    assert seconds < RECOVERY, f"recovered after {seconds:.1f} s"
    return seconds


def under_load(seats: list[Seat], fault: Callable[[], None]) -> None:
    """The seats work while the fault happens; then all that waits is sent."""
    over = threading.Event()

    def then_over() -> None:
        try:
            fault()
        finally:
            over.set()

    at_once(then_over, *(lambda one=one: one.work(over) for one in seats))
    for one in seats:
        one.drain()


def in_words(seats: list[Seat], *more: str) -> None:
    """Each refusal was one of these, and the window has a sentence for it."""
    told = set().union(*(one.told for one in seats))
    assert told <= {*IN_WORDS, "no_right", *more}, told
    assert told <= REFUSALS.keys()


def journal(room: Room) -> dict[str, int]:
    """The number of each command that is in the journal."""
    j = t.journal.c
    with room.center.database.read.begin() as connection:
        rows = connection.execute(
            select(j.command, j.seq).where(j.kind.in_(("case_reported", "note_added")))
        ).all()
    found = {row.command: row.seq for row in rows}
    assert len(found) == len(rows)
    return found


def nothing_lost_nothing_doubled(room: Room, seats: list[Seat]) -> None:
    """What was given is there once, under the number told; chain and rows are whole."""
    found = journal(room)
    assert found.keys() == {key for one in seats for key in one.given}
    for one in seats:
        assert {key: found[key] for key in one.acknowledged} == one.acknowledged
    assert room.center.verify().good
    assert room.center.differences() == []
