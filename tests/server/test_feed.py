"""The feed ends in a catch-up by number after every gap, cut, sleep or restart."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from dataclasses import replace
from secrets import token_hex
from time import monotonic

import pytest

from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.server.client import RemoteDesk
from commandcenter.server.registry import PROTOCOL
from commandcenter.server.serve import Standing
from commandcenter.services import views as v
from commandcenter.services.chart_views import AskCharts
from tests.fakes import Room, writing
from tests.server.rooms import EASY, SERVERS, WORD, seat, serving, until
from ui.tour.relay import Relay


def port_of(standing: Standing) -> int:
    """The server's port."""
    return int(standing.url.rsplit(":", 1)[1])


def last(room: Room) -> int:
    """The newest number."""
    return room.desk.ask(v.AskBoard(), "lead-1").seq


class Screen:
    """What a seat shows: follows changes by number as the ui does, and keeps what it heard."""

    def __init__(self, desk: RemoteDesk, who: str) -> None:
        self.desk, self.who = desk, who
        board = desk.ask(v.AskBoard(), who)
        self.seq, self.lines = board.seq, {one.id: one for one in board.cases}
        self.heard: list[int] = []

    def follow(self) -> None:
        """Take what there is; nothing while the link is down."""
        more = True
        while more:
            try:
                changes = self.desk.changes(self.seq, who=self.who)
            except Refusal as refusal:
                assert refusal.code == "no_link"
                return
            self.heard += [one.seq for one in changes.entries]
            self.lines.update((one.id, one) for one in changes.cases)
            self.seq, more = changes.seq, changes.more

    def sees(self, seq: int) -> bool:
        """Whether the screen has come to the number."""
        self.follow()
        return self.seq >= seq


def same(screen: Screen, room: Room) -> None:
    """The screen shows the board as it is, and heard each number once, in order."""
    assert screen.heard == sorted(set(screen.heard))
    assert len(screen.heard) == (screen.heard[-1] - screen.heard[0] + 1)
    board = {one.id: one for one in room.desk.ask(v.AskBoard(), "lead-1").cases}
    assert screen.lines == board


def test_after_a_restart_the_seat_comes_back_and_misses_nothing(room: Room) -> None:
    with ExitStack() as stack:
        with serving(room.desk) as standing:
            port = port_of(standing)
            desk = stack.enter_context(seat(standing.url, "lead-1"))
            screen = Screen(desk, "lead-1")
            room.report()
            until(lambda: screen.sees(last(room)))
        until(lambda: not desk.link.connected)
        with pytest.raises(Refusal, match="no_link"):
            desk.changes(screen.seq)
        for _ in range(3):
            room.report()
        with serving(room.desk, port=port):
            begun = monotonic()
            until(lambda: screen.sees(last(room)) and desk.link.connected)
            assert monotonic() - begun < 5
            room.report()
            until(lambda: screen.sees(last(room)))
            same(screen, room)


def test_a_cut_link_catches_up(room: Room, standing: Standing) -> None:
    with Relay(port_of(standing)) as proxy, seat(proxy.url, "lead-1") as desk:
        screen = Screen(desk, "lead-1")
        for _ in range(3):
            room.report()
            proxy.cut()
            room.report()
            until(lambda: screen.sees(last(room)) and desk.link.connected)
        same(screen, room)


def test_a_half_open_link_is_noticed_and_recovers(room: Room, standing: Standing) -> None:
    with Relay(port_of(standing)) as proxy, seat(proxy.url, "lead-1", timeout=1.0) as desk:
        screen = Screen(desk, "lead-1")
        rung: list[bool] = []
        desk.listen(lambda: rung.append(desk.link.connected))
        proxy.frozen.set()
        begun = monotonic()
        until(lambda: not desk.link.connected)
        assert monotonic() - begun < 4 and False in rung
        until(lambda: desk.seconds_lost > 0.01)
        with pytest.raises(Refusal, match="no_link"):
            desk.ask(AskCharts(), "lead-1")
        room.report()
        proxy.frozen.clear()
        until(lambda: screen.sees(last(room)) and desk.link.connected)
        assert desk.seconds_lost == 0.0
        same(screen, room)


def test_a_command_on_a_cut_link_is_done_once(room: Room, standing: Standing) -> None:
    from tests.server.test_remote import report

    with Relay(port_of(standing)) as proxy, seat(proxy.url, "intake-1", timeout=0.5) as desk:
        before = last(room)
        bell = desk_bell(room, proxy)
        case = report(desk)  # the server did it, but the answer was swallowed
        assert bell and last(room) == before + 1
        assert room.case(case).id == case


def desk_bell(room: Room, proxy: Relay) -> list[int]:
    """Freeze the proxy at the first commit, thaw and cut it a little later."""
    import threading

    rung: list[int] = []

    def freeze() -> None:
        if not rung:
            rung.append(1)
            proxy.frozen.set()
            threading.Timer(0.8, proxy.frozen.clear).start()

    room.desk.listen(freeze)
    return rung


def test_a_unit_hears_of_its_own_cases_only(room: Room, standing: Standing) -> None:
    from tests.services.test_asking import sent

    with seat(standing.url, "unit-sanitation") as desk, seat(standing.url, "lead-1") as lead:
        unit, whole = Screen(desk, "unit-sanitation"), Screen(lead, "lead-1")
        mine, other = sent(room), sent(room, "water")
        until(lambda: unit.sees(last(room)) and whole.sees(last(room)))
        assert set(unit.lines) == {mine}
        assert {mine, other} <= set(whole.lines)


def test_another_person_at_the_same_seat_hears_their_own(room: Room, standing: Standing) -> None:
    from tests.services.test_asking import sent

    with seat(standing.url, "lead-1") as desk:
        case = sent(room, "water")
        Screen(desk, "lead-1").follow()
        desk.login("unit-sanitation", WORD)
        unit = Screen(desk, "unit-sanitation")
        until(lambda: desk.link.connected)
        room.report()
        until(lambda: unit.sees(last(room)))
        assert unit.lines == {} and case not in unit.lines
        assert desk.changes(0, who="unit-sanitation").cases == ()
        assert desk.changes(0, who="lead-1").cases != ()


def told(room: Room, number: int) -> None:
    """A long entry, so that a reader who takes nothing has soon more than the system holds."""
    with writing(room.desk) as tx:
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject=f"import-{number}", kind="imported",
                facts={"long": token_hex(50_000)})  # fmt: skip


def test_a_reader_that_takes_nothing_is_dropped_and_nobody_feels_it(room: Room) -> None:
    limits = replace(EASY, slow=1.0)
    with ExitStack() as stack:
        standing = stack.enter_context(serving(room.desk, limits))
        seats = [stack.enter_context(seat(standing.url, "lead-1")) for _ in range(4)]
        token = seats[0]._token_of("lead-1")
        slow = socket.create_connection(("127.0.0.1", port_of(standing)))
        stack.callback(slow.close)
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.sendall(
            f"GET /feed?after=0 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nX-Desk-Protocol: {PROTOCOL}\r\n"
            f"Sec-WebSocket-Key: {'A' * 22}==\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
        )
        screens = [Screen(desk, "lead-1") for desk in seats]
        readers = SERVERS[-1].service.hub.readers
        until(lambda: len(readers) == len(seats) + 1)
        for n in range(20):
            told(room, n)
            until(lambda: all(one.sees(last(room)) for one in screens), 2.0)
        until(lambda: len(readers) == len(seats))  # the fifth was dropped
        for screen in screens:
            same(screen, room)
            assert screen.desk.link.connected
