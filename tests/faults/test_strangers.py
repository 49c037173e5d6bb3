"""A seat whose clock is three hours wrong works; one of another version is refused in words."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from commandcenter.domain.refusal import Refusal
from commandcenter.seat import SeatDesk
from commandcenter.server import http, link
from commandcenter.server.registry import PROTOCOL
from tests import walks
from tests.fakes import Room, open_room
from tests.faults.seatprocess import LIMIT
from tests.faults.seats import journal, report
from tests.faults.test_seat_killed import seat_process
from tests.server.processes import Process, free_port
from tests.server.rooms import WORD, serving, until
from tests.server.test_feed import port_of
from ui.words import REFUSALS, refusal

HOURS = 3
NEAR = timedelta(minutes=1)
WRONG = """
import datetime, runpy, sys, time
away = int(sys.argv[1]) * 3600
clock, clock_ns, Right = time.time, time.time_ns, datetime.datetime
class Wrong(Right):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=away)
    @classmethod
    def utcnow(cls):
        return super().utcnow() + datetime.timedelta(seconds=away)
time.time, time.time_ns = lambda: clock() + away, lambda: clock_ns() + away * 10**9
datetime.datetime = Wrong
sys.argv = ["seat", *sys.argv[2:]]
runpy.run_module("tests.faults.seatprocess", run_name="__main__", alter_sys=True)
"""
"""A computer whose clock is wrong by so many hours, as every library of the process sees it."""


def test_a_seats_clock_is_three_hours_wrong(
    folder: Path, reopened: Callable[[], Room], tmp_path: Path, seed: int
) -> None:
    hours = HOURS if seed % 2 else -HOURS
    room = open_room(folder)
    room.clock.at = datetime.now(UTC) - timedelta(minutes=5)
    case = walks.dispatched(room)
    room.center.close()
    with Process(folder, free_port()) as server:
        words = (server.url, str(tmp_path / "seat"), "intake-1", "sign", case)
        begun = datetime.now(UTC)
        with seat_process(*words, head=("-c", WRONG, str(hours))) as wrong:
            until(lambda: wrong.said("reported") or wrong.process.poll() is not None, 20)
        ended = datetime.now(UTC)
    (clocks,) = wrong.said("clocks")
    own, desk = map(datetime.fromisoformat, clocks)
    assert abs(own - begun - timedelta(hours=hours)) < NEAR and abs(desk - begun) < NEAR
    assert wrong.said("refused") == [["in_future" if hours > 0 else "before_state"]]
    assert {code for (code,) in wrong.said("refused")} <= REFUSALS.keys()
    (signed,), (reported,) = wrong.said("done"), wrong.said("reported")
    room = reopened()
    entries = {one.seq: one for one in room.desk.changes(0, 100_000).entries}
    at = entries[int(*signed)].happened_at
    assert begun - NEAR < at < ended + NEAR
    assert begun - NEAR < room.case(*reported).reported_at < ended + NEAR
    right = room.desk.rules.clock.due(desk, LIMIT).at
    assert [datetime.fromisoformat(one) for (one,) in wrong.said("due")] == [right]
    assert room.center.verify().good


def test_a_seat_of_an_older_version(
    room: Room,
    tmp_path: Path,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
    recovered: Callable[[float], None],
) -> None:
    """It is told to update; what it had queued goes out, once, after that."""
    chance = random.Random(seed)
    older = PROTOCOL - chance.randrange(1, 4)
    queued = [report(f"第 {n} 件") for n in range(chance.randrange(1, 5))]
    with serving(room.desk) as standing:
        url, port = standing.url, port_of(standing)
        old = SeatDesk(url, None, tmp_path)
        old.login("intake-1", WORD)
        until(lambda: old.connected)
    until(lambda: not old.connected)
    for one in queued:
        old.do(one, "intake-1")
    for module in (http, link):  # the server has been updated meanwhile
        monkeypatch.setattr(module, "PROTOCOL", older)
    with serving(room.desk, port=port):
        said = until(lambda: old.ended)
        values = {"seat": str(older), "server": str(PROTOCOL)}
        assert (said.code, said.values) == ("protocol", values)
        assert str(older) in refusal(said.code, said.values)
        other = SeatDesk(url, None, tmp_path / "new")
        with pytest.raises(Refusal, match="protocol"):
            other.login("intake-2", WORD)
        other.close()
        assert old.send_waiting() == 0 and len(old.unsent) == len(queued)
        old.close()
        monkeypatch.undo()
        begun = monotonic()
        updated = SeatDesk(url, None, tmp_path)
        updated.login("intake-1", WORD)
        until(lambda: updated.connected)
        assert updated.send_waiting() == len(queued) and not updated.unsent
        recovered(monotonic() - begun)
        updated.close()
    assert journal(room).keys() == {one.id for one in queued}
