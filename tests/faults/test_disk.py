"""The server's disk is full: every seat is told in words, and nothing acknowledged is lost.

A write that the disk cut off may stand or not; the same command again, by its id, is done once.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest

from commandcenter.domain.commands import Command
from commandcenter.domain.refusal import Refusal
from commandcenter.server.client import RemoteDesk
from commandcenter.services import views as v
from tests.fakes import Room
from tests.faults.seats import PEOPLE, at_once, report
from tests.server.processes import Process, free_port
from tests.server.rooms import seat
from ui.words import REFUSALS

CODES = frozenset(("disk_full", "disk_fault"))
"""Not done; not known."""


def test_a_full_disk(
    folder: Path, reopened: Callable[[], Room], seed: int, recovered: Callable[[float], None]
) -> None:
    chance = random.Random(seed)
    with Process(folder, free_port()) as server:  # fold the log into the file
        server.end()
    room_left = chance.randrange(100_000, 400_000)
    most = max(one.stat().st_size for one in folder.iterdir() if one.is_file()) + room_left
    done: list[int] = []
    refused: dict[str, Command] = {}

    def fill(desk: RemoteDesk, who: str) -> None:
        for n in range(2000):
            command = report(f"第 {n} 件" + "长" * chance.randrange(300, 900))
            try:
                done.append(desk.do(command, who).seq)
            except Refusal as refusal:
                assert refusal.code in CODES
                refused[who] = command
                return

    with Process(folder, free_port(), most) as server, ExitStack() as stack:
        desks = {
            who: stack.enter_context(seat(server.url, who, patience=0.5)) for who in PEOPLE[:3]
        }
        at_once(*(lambda who=who: fill(desks[who], who) for who in desks))
        assert refused.keys() == desks.keys() and done
        desk = desks["intake-1"]
        assert desk.ask(v.AskBoard(), "intake-1").seq == max(done)
        with pytest.raises(Refusal, match="disk_full"):
            desk.keep_picture(b"\x89PNG\r\n\x1a\n" + bytes(most))
    with Process(folder, free_port()) as server, seat(server.url, "intake-1") as desk:
        begun = monotonic()
        done.append(desk.do(refused["intake-1"], "intake-1").seq)
        recovered(monotonic() - begun)
        assert desk.do(refused["intake-1"], "intake-1").seq == done[-1] == max(done)
        assert desk.do(report("有空间了"), "intake-1").seq == max(done) + 1
        assert server.end() == 0
    room = reopened()
    told = [one.seq for one in room.desk.changes(0, 100_000).entries if one.kind == "case_reported"]
    assert told == sorted([*done, max(done) + 1])
    assert REFUSALS.keys() >= CODES
    assert room.center.verify().good and not room.center.differences()
