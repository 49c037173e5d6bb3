"""The link is cut or held half-open: noticed within 2 s, caught up by number, nothing doubled."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from time import monotonic, sleep

from commandcenter.domain.refusal import Refusal
from commandcenter.seat import SeatDesk
from commandcenter.server.client import RemoteDesk
from commandcenter.services import views as v
from commandcenter.services.chart_views import AskCharts
from tests.fakes import Room
from tests.faults.seats import RECOVERY, SEATS, at_once, journal, report
from tests.server.rooms import WORD, seat, serving, until
from tests.server.test_feed import Screen, last, port_of, same
from ui.tour.relay import Relay

NOTICED = 2.0
"""Within so many seconds a seat says that its data is old (issue 3)."""


def noticed(desk: RemoteDesk | SeatDesk, since: float) -> None:
    """The seat finds out in time that its link is lost."""
    link = (lambda: desk.link.connected) if isinstance(desk, RemoteDesk) else lambda: desk.connected
    until(lambda: not link())
    assert monotonic() - since < NOTICED


def catches_up(screen: Screen, room: Room, recovered: Callable[[float], None]) -> None:
    """The screen shows all there is, each number once, in time."""
    begun = monotonic()
    until(lambda: screen.sees(last(room)) and screen.desk.link.connected)
    seconds = monotonic() - begun
    recovered(seconds)
    assert seconds < RECOVERY
    same(screen, room)


def test_a_link_is_cut(room: Room, seed: int, recovered: Callable[[float], None]) -> None:
    chance = random.Random(seed)
    with (
        serving(room.desk) as standing,
        Relay(port_of(standing)) as proxy,
        seat(proxy.url, "lead-1") as desk,
        seat(proxy.url, "intake-1", patience=20.0) as giving,
    ):
        screen, given, over = Screen(desk, "lead-1"), [], threading.Event()

        def work() -> None:
            while not over.is_set():
                command = report("线路中断时")
                given.append(command.id)
                giving.do(command, "intake-1")

        def cut() -> None:
            for _ in range(3):
                sleep(chance.random() / 5)
                proxy.closed.set()
                proxy.cut()
                noticed(desk, monotonic())
                room.report()
                sleep(chance.random() / 2)
                proxy.closed.clear()
                until(lambda: desk.link.connected)
                screen.follow()
            over.set()

        at_once(cut, work)
        catches_up(screen, room, recovered)
        assert set(given) <= journal(room).keys()
        assert len(journal(room)) == len(given) + 3


def test_a_link_is_half_open(
    room: Room, tmp_path: Path, seed: int, recovered: Callable[[float], None]
) -> None:
    chance = random.Random(seed)
    with (
        serving(room.desk) as standing,
        Relay(port_of(standing)) as proxy,
        seat(proxy.url, "lead-1", timeout=3.0) as desk,
    ):
        held = SeatDesk(proxy.url, None, tmp_path)
        held.login("intake-1", WORD)
        try:
            until(lambda: held.connected)
            board = held.ask(v.AskBoard(), "intake-1")
            screen = Screen(desk, "lead-1")
            sleep(chance.random())
            proxy.frozen.set()
            begun = monotonic()
            at_once(lambda: noticed(desk, begun), lambda: noticed(held, begun))
            assert held.ask(v.AskBoard(), "intake-1") == board  # still readable
            command = report("半开时录入")
            held.do(command, "intake-1")
            assert [one.command for one in held.unsent] == [command]
            room.report()
            sleep(chance.random())
            proxy.frozen.clear()
            catches_up(screen, room, recovered)
            until(lambda: held.send_waiting() or not held.waiting)
            assert not held.unsent and command.id in journal(room)
            assert len(journal(room)) == 2
        finally:
            held.close()
        catches_up(screen, room, lambda seconds: None)


def test_many_calls_look_for_a_lost_server_together(
    room: Room, seed: int, recovered: Callable[[float], None]
) -> None:
    """One thread of each seat tries, with growing random pauses; calls wait for it."""
    outage, over = 1.5 + random.Random(seed).random(), threading.Event()
    with serving(room.desk) as standing, Relay(port_of(standing)) as proxy, ExitStack() as stack:
        desk = stack.enter_context(seat(proxy.url, "intake-1", patience=20.0))
        calls = [0]

        def ask() -> None:
            while not over.is_set():
                calls[0] += 1
                with suppress(Refusal):
                    desk.ask(AskCharts(), "intake-1")
                sleep(0.005)

        def cut() -> None:
            try:
                sleep(0.1)
                proxy.closed.set()
                proxy.cut()
                before, asked = proxy.came, calls[0]
                sleep(outage)
                came = proxy.came - before
                assert calls[0] - asked > 200, "nobody asked"
                assert came <= 2 * SEATS + 12, came  # one each that was under way, then the link's
                proxy.closed.clear()
                begun = monotonic()
                until(lambda: desk.link.connected)
                recovered(monotonic() - begun)
                assert monotonic() - begun < RECOVERY
            finally:
                over.set()

        at_once(cut, *[ask] * SEATS)
