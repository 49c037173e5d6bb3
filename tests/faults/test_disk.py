"""Eight seats fight, the server is killed, the disk is full: nothing acknowledged is ever lost."""

from __future__ import annotations

import random
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import AddNote, DispatchCase, ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.server.client import RemoteDesk
from commandcenter.server.serve import Standing
from commandcenter.services import views as v
from tests.fakes import Room, open_room
from tests.server.processes import Process, free_port
from tests.server.rooms import WORD, seat, until
from tests.walks import filed

SEATS = 8
WHO = ("intake-1", "intake-2")
PLACE = {"lon": 113.4325, "lat": 22.95086}


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


def test_eight_seats_fight_and_each_case_is_sent_once(room: Room, standing: Standing) -> None:
    cases = [filed(room) for _ in range(12)]
    won: Counter[str] = Counter()
    lost: list[str] = []

    def fight(number: int) -> None:
        mine = random.Random(number).sample(cases, len(cases))
        with seat(standing.url, "dispatch-1") as desk:
            for case in mine:
                view = desk.ask(v.AskCase(case=case), "dispatch-1").case
                command = DispatchCase(
                    case=case, seen=view.version, lead_unit="sanitation", kind=TaskKind.HANDLE
                )
                try:
                    desk.do(command, "dispatch-1")
                    won[case] += 1
                except Refusal as refusal:
                    lost.append(refusal.code)

    at_once(*(lambda n=n: fight(n) for n in range(SEATS)))
    assert won == Counter(cases)
    assert len(lost) == len(cases) * (SEATS - 1)
    assert set(lost) <= {"stale", "case_move"}
    assert all(room.case(case).lead_unit == "sanitation" for case in cases)
    assert room.center.verify().good


@pytest.fixture
def folder(peopled: Path, tmp_path: Path) -> Path:
    """A street's folder for a server of its own."""
    copied = tmp_path / "served"
    shutil.copytree(peopled, copied)
    return copied


@pytest.fixture
def reopened(folder: Path) -> Iterator[Callable[[], Room]]:
    """Opens the folder once its server is gone."""
    with ExitStack() as stack:

        def opened() -> Room:
            found = open_room(folder)
            stack.callback(found.center.close)
            return found

        yield opened


def report(words: str) -> ReportCase:
    """A report to give."""
    return ReportCase(item="01-02", source=Source.WINDOW, words=words, place="路口", **PLACE)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_kill_nine_under_load_loses_nothing(
    folder: Path, reopened: Callable[[], Room], seed: int
) -> None:
    chance, given, acknowledged = random.Random(seed), [], []
    stop = threading.Event()

    def work(desk: RemoteDesk, number: int) -> None:
        who = WHO[number % 2]
        while not stop.is_set():
            command = report(f"第 {number} 席")
            given.append(command.id)
            receipt = desk.do(command, who)  # repeated by itself until it is answered
            acknowledged.append((command.id, receipt.seq))

    def kill(server: Process, desks: list[RemoteDesk]) -> None:
        try:
            many = 20 + chance.randrange(60)
            until(lambda: len(acknowledged) >= many, 30)
            server.kill()
            server.start()
            begun, so_far = monotonic(), len(acknowledged)
            until(lambda: all(one.link.connected for one in desks))
            until(lambda: len(acknowledged) > so_far)
            assert monotonic() - begun < 5
        finally:
            stop.set()

    with ExitStack() as stack:
        server = stack.enter_context(Process(folder, free_port()))
        desks = [
            stack.enter_context(seat(server.url, WHO[n % 2], patience=30.0)) for n in range(SEATS)
        ]
        works = [lambda desk=desk, n=n: work(desk, n) for n, desk in enumerate(desks)]
        at_once(lambda: kill(server, desks), *works)
    room = reopened()
    rows = room.desk.changes(0, 100_000).entries
    assert room.center.verify().good and not room.center.differences()
    reports = [one.seq for one in rows if one.kind == "case_reported"]
    assert len(reports) == len(set(given)) == len(acknowledged)
    assert sorted(seq for _, seq in acknowledged) == reports


def test_a_full_disk_is_told_and_nothing_is_lost(
    folder: Path, reopened: Callable[[], Room]
) -> None:
    with Process(folder, free_port()) as server:  # fold the log into the file
        server.end()
    most = max(one.stat().st_size for one in folder.iterdir() if one.is_file()) + 300_000
    done, refused = [], None
    with Process(folder, free_port(), most) as server, seat(server.url, "intake-1") as desk:
        for n in range(2000):
            try:
                done.append(desk.do(report(f"第 {n} 件" + "长" * 900), "intake-1").seq)
            except Refusal as refusal:
                refused = refusal.code
                break
        assert refused == "disk_full" and done
        assert desk.ask(v.AskBoard(), "intake-1").seq == done[-1]
        with pytest.raises(Refusal, match="disk_full"):
            desk.keep_picture(b"\x89PNG\r\n\x1a\n" + bytes(most))
    with Process(folder, free_port()) as server, seat(server.url, "intake-1") as desk:
        seq = desk.do(report("有空间了"), "intake-1").seq
        assert seq == done[-1] + 1
        assert server.end() == 0
    room = reopened()
    assert room.center.verify().good and not room.center.differences()


def test_a_seat_that_was_away_joins_again(folder: Path) -> None:
    with Process(folder, free_port()) as server, seat(server.url, "intake-1", "lead-1") as desk:
        board = desk.ask(v.AskBoard(), "lead-1")
        server.kill()
        until(lambda: not desk.link.connected)
        server.start()
        until(lambda: desk.link.connected)
        case = desk.do(report("又通了"), "intake-1").subject
        until(lambda: case in {one.id for one in desk.changes(board.seq, who="lead-1").cases})
        note = AddNote(case=case, seen=1, words="好")
        assert desk.do(note, "lead-1").subject == case
        assert desk.login("lead-1", WORD) == "lead-1"
