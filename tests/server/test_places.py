"""A seat that knows two servers of its street goes on at the other when one dies."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import AddNote, ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.seat import check_address
from commandcenter.server.client import RemoteDesk
from commandcenter.server.places import Places
from commandcenter.services import views as v
from tests.server.processes import Process, free_port
from tests.server.rooms import give_password, seat, serving, until
from tests.storage.postgres import Cluster
from tests.stores import Town, found_town
from ui.tour.relay import Relay

WHO = ("intake-1", "lead-1")
PIN, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def town(postgres: Cluster, tmp_path: Path) -> Iterator[Town]:
    made = found_town(postgres, tmp_path / "street")
    give_password(made.open().desk, *WHO)
    yield made
    made.close()


def report(number: int) -> ReportCase:
    place = f"祠堂东街{number}号"
    return ReportCase(
        item="01-02", source=Source.WINDOW, words="垃圾堆", place=place, lon=113.4325, lat=22.95086
    )


def told(desk: RemoteDesk, after: int) -> list[int]:
    return [one.seq for one in desk.changes(after, 2000, "lead-1").entries]


def test_a_seat_goes_on_at_the_other_server(town: Town) -> None:
    more = ("--database", town.url())
    acknowledged: list[int] = []
    given: list[str] = []
    over = threading.Event()

    def work(desk: RemoteDesk) -> None:
        while not over.is_set():
            command = report(len(given))
            given.append(command.id)
            acknowledged.append(desk.do(command, "intake-1").seq)

    with ExitStack() as stack:
        one, two = (
            stack.enter_context(Process(town.folder, free_port(), None, *more)) for _ in "12"
        )
        desk = stack.enter_context(seat(f"{one.url},{two.url}", *WHO))
        watcher = stack.enter_context(seat(two.url, "lead-1"))
        begun = desk.ask(v.AskBoard(), "lead-1").seq
        thread = threading.Thread(target=work, args=(desk,))
        thread.start()
        try:
            until(lambda: len(acknowledged) >= 20)
            one.kill()
            at, before = monotonic(), len(acknowledged)
            until(lambda: desk.link.connected and len(acknowledged) > before + 5)
            assert monotonic() - at < 5
        finally:
            over.set()
            thread.join()
        last = acknowledged[-1]
        until(lambda: desk.changes(last, 1, "lead-1").seq == last)
        until(lambda: told(watcher, begun) == told(desk, begun))
        assert desk.ask(v.AskBoard(), "lead-1").seq == last  # at the other, with the same session
        assert told(desk, begun) == list(range(begun + 1, last + 1))
    room = town.rooms[0]
    reports = [one for one in room.desk.changes(begun, 2000).entries]
    assert [one.seq for one in reports] == acknowledged
    assert len(reports) == len(set(given))
    assert room.center.verify().good


def test_a_server_that_says_nothing_any_more_is_left(town: Town) -> None:
    """Its machine is gone: no link is cut, nothing is answered."""
    one, two = (room.desk for room in (town.rooms[0], town.open()))
    with ExitStack() as stack:
        first, second = (stack.enter_context(serving(desk)) for desk in (one, two))
        proxy = stack.enter_context(Relay(int(first.url.rsplit(":", 1)[1])))
        where = f"{proxy.url},{second.url}"
        desk = stack.enter_context(seat(where, *WHO, timeout=1.0))
        case = desk.do(report(1), "intake-1").subject
        proxy.frozen.set()
        at = monotonic()
        done = desk.do(AddNote(case=case, seen=1, words="补充"), "lead-1")
        until(lambda: desk.link.connected)
        assert monotonic() - at < 5
        until(lambda: desk.changes(done.seq - 1, who="lead-1").seq == done.seq)


def test_several_addresses_have_one_pin_or_one_each() -> None:
    both = "https://a:1, b,"
    assert [(one.host, one.port, one.pin) for one in Places.of(both, PIN)] == [
        ("a", 1, PIN),
        ("b", 8443, PIN),
    ]
    assert [one.pin for one in Places.of(both, f"{PIN},{OTHER}")] == [PIN, OTHER]
    assert [one.pin for one in Places.of(both)] == [None, None]
    with pytest.raises(Refusal, match="pin_wrong"):
        Places.of(f"{both},c", f"{PIN},{OTHER}")
    with pytest.raises(Refusal, match="wire"):
        Places.of(" , ")
    with pytest.raises(Refusal, match="plain_http"):
        Places.of("https://a,http://b")
    assert check_address(both, PIN) == ("https://a:1,https://b:8443", PIN)
    assert check_address(both, f"{PIN},{OTHER}")[1] == f"{PIN},{OTHER}"


def test_where_no_server_answers_it_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as made:
        gone = made.getsockname()[1]
    with pytest.raises(OSError):
        RemoteDesk(f"http://127.0.0.1:{gone},http://127.0.0.1:{gone}").login("lead-1", "x")
