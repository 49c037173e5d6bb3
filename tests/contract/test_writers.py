"""Eight desks on one PostgreSQL write at once: nothing is lost, doubled or out of order."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from commandcenter.domain.case import Case, Source
from commandcenter.domain.commands import AddNote, FileCase, ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.services.desk import Desk
from commandcenter.services.views import AskBoard, AskCase, Board
from tests.fakes import Room

SEATS = 8
REPORTS = 25
NOTES = 6
PATIENCE = 60


class Seat:
    """A desk with a feed of its own: what it was told, in the order in which it came."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.told: list[int] = []
        self._begun = self._after = board(desk).seq
        self._news = threading.Event()
        self._over = threading.Event()
        self._stop = desk.listen(self._news.set)
        self._thread = threading.Thread(target=self._follow)
        self._thread.start()

    def _follow(self) -> None:
        while not self._over.is_set():
            self._news.wait()
            self._news.clear()
            more = True
            while more:
                news = self.desk.changes(self._after, limit=7)
                self.told += [one.seq for one in news.entries]
                self._after, more = news.seq, news.more

    def caught_up(self, head: int) -> bool:
        """Wait until the head was told by the bell alone; whether each came once and in order."""
        until = threading.Event()
        for _ in range(PATIENCE * 20):
            if self._after >= head:
                break
            until.wait(0.05)
        return self.told == list(range(self._begun + 1, head + 1))

    def close(self) -> None:
        """The feed ends."""
        self._stop()
        self._over.set()
        self._news.set()
        self._thread.join()


def board(desk: Desk) -> Board:
    found: Board = desk.ask(AskBoard(), "lead-1")
    return found


def case_now(desk: Desk, case: str) -> Case:
    found: Case = desk.ask(AskCase(case=case), "lead-1").case
    return found


def report(desk: Desk, number: int) -> str:
    place = f"祠堂东街{number}号"
    given = ReportCase(
        item="01-02", source=Source.WINDOW, words="垃圾堆", place=place, lon=113.4325, lat=22.95086
    )
    return desk.do(given, "intake-1").subject


def fight(desk: Desk, cases: list[str], seed: int) -> tuple[int, set[str]]:
    """File what the others want to file too; how many were won, and why the rest was not."""
    won, codes = 0, set()
    for case in random.Random(seed).sample(cases, len(cases)):
        try:
            desk.do(FileCase(case=case, seen=1), "lead-1")
            won += 1
        except Refusal as refusal:
            codes.add(refusal.code)
    return won, codes


def note(desk: Desk, case: str, seed: int) -> int:
    """Notes on a case on which all others write too, each as often as it takes; how often."""
    tried = 0
    for number in range(NOTES):
        while True:
            tried += 1
            seen = case_now(desk, case).version
            try:
                desk.do(AddNote(case=case, seen=seen, words=f"{seed}/{number}"), "lead-1")
            except Refusal as refusal:
                assert refusal.code == "stale"
            else:
                break
    return tried


def test_eight_desks_fight_for_the_same_cases(open_town: Callable[[], Room]) -> None:
    rooms = [open_town() for _ in range(SEATS)]
    seats = [Seat(room.desk) for room in rooms]
    desks = [room.desk for room in rooms]
    with ThreadPoolExecutor(SEATS) as pool:
        told = pool.map(
            lambda n: [report(desks[n], n * REPORTS + one) for one in range(REPORTS)], range(SEATS)
        )
        cases = [case for part in told for case in part]
        wanted = [
            [case for at, case in enumerate(cases) if (n - at) % SEATS in (0, 1, 3)]
            for n in range(SEATS)
        ]
        fought = list(pool.map(lambda n: fight(desks[n], wanted[n], n), range(SEATS)))
        tried = list(pool.map(lambda n: note(desks[n], cases[0], n), range(SEATS)))

    now = board(desks[0])
    told_all = [seat.caught_up(now.seq) for seat in seats]
    for seat in seats:
        seat.close()
    assert told_all == [True] * SEATS

    assert sum(won for won, _ in fought) == len(cases) == SEATS * REPORTS
    assert set().union(*(codes for _, codes in fought)) == {"stale"}
    numbers = sorted(one.number or "" for one in now.cases)
    assert numbers == [f"2025-{n:06d}" for n in range(1, len(cases) + 1)]
    assert (now.figures.filed, now.figures.open, now.figures.inbox) == (len(cases), len(cases), 0)
    assert case_now(desks[0], cases[0]).version == 2 + SEATS * NOTES
    assert sum(tried) > SEATS * NOTES  # they were in one another's way
    verdict = rooms[0].center.verify()
    assert verdict.good
    assert verdict.entries == now.seq
    assert rooms[0].center.differences() == []


def test_the_same_command_at_eight_desks_is_done_once(open_town: Callable[[], Room]) -> None:
    rooms = [open_town() for _ in range(SEATS)]
    case = report(rooms[0].desk, 1)
    together = threading.Barrier(SEATS)
    command = FileCase(case=case, seen=1)

    def give(room: Room) -> tuple[int, bool]:
        together.wait()
        receipt = room.desk.do(command, "lead-1")
        return receipt.seq, receipt.again

    with ThreadPoolExecutor(SEATS) as pool:
        found = list(pool.map(give, rooms))
    assert len({seq for seq, _ in found}) == 1
    assert sorted(again for _, again in found) == [False] + [True] * (SEATS - 1)
    assert board(rooms[0].desk).figures.filed == 1
