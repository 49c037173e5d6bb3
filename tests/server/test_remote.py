"""RemoteDesk behaves as the Desk does: the same answers, receipts, refusals, changes."""

from __future__ import annotations

import dataclasses

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import AddNote, FileCase, Picture, ReportCase
from commandcenter.domain.limits import Limit
from commandcenter.domain.refusal import Refusal
from commandcenter.server.client import RemoteDesk
from commandcenter.services import views as v
from commandcenter.services.chart_views import AskCharts
from tests.fakes import PNG, Room
from tests.server.rooms import seat, until

PLACE = {"lon": 113.4325, "lat": 22.95086}


@pytest.fixture
def remote(standing):
    """A seat at which three people are logged in."""
    with seat(standing.url, "intake-1", "dispatch-1", "lead-1") as desk:
        yield desk


def report(desk: RemoteDesk) -> str:
    """A report by intake-1."""
    command = ReportCase(item="01-02", source=Source.WINDOW, words="垃圾", place="街口", **PLACE)
    return desk.do(command, "intake-1").subject


def test_every_answer_is_the_one_the_desk_gives(remote: RemoteDesk, room: Room) -> None:
    case = room.report()
    shot = room.picture()
    room.do(AddNote, "intake-1", case=case, words="补充", pictures=(shot,))
    for query in (
        v.AskBoard(),
        v.AskReference(),
        v.AskRules(),
        AskCharts(),
        v.AskCase(case=case),
        v.AskFind(text="祠堂东街"),
        v.AskPicture(case=case, sha256=shot.sha256),
        v.AskBeside(item="01-02", words="垃圾", phone=None, **PLACE),
        v.AskPlace(grid=None, item="01-02", **PLACE),
        v.AskCandidates(case=case),
    ):
        assert remote.ask(query, "lead-1") == room.desk.ask(query, "lead-1"), query
    assert remote.changes(0) == room.desk.changes(0)


def test_a_command_is_done_once_and_by_its_person(remote: RemoteDesk, room: Room) -> None:
    command = ReportCase(item="01-02", source=Source.WINDOW, words="垃圾", place="路口", **PLACE)
    first = remote.do(command, "intake-1")
    assert remote.do(command, "intake-1") == dataclasses.replace(first, again=True)
    entry = room.desk.changes(first.seq - 1).entries[0]
    assert (entry.who, entry.subject, entry.seq) == ("intake-1", first.subject, first.seq)


def test_refusals_come_with_code_and_values(remote: RemoteDesk, room: Room) -> None:
    case = report(remote)
    for who, seen in (("intake-1", 1), ("lead-1", 99)):
        command = FileCase(case=case, seen=seen)
        with pytest.raises(Refusal) as here:
            room.desk.do(command, who)
        with pytest.raises(Refusal) as there:
            remote.do(command, who)
        assert (there.value.code, there.value.values) == (here.value.code, here.value.values)
    with pytest.raises(Refusal, match="no_such_case"):
        remote.ask(v.AskCase(case="none"), "lead-1")


def test_who_is_not_logged_in_does_nothing(remote: RemoteDesk) -> None:
    with pytest.raises(Refusal, match="login_needed"):
        remote.do(ReportCase(item="01-02", source=Source.WINDOW, words="x", place="y"), "admin-1")
    remote.logout("intake-1")
    with pytest.raises(Refusal, match="login_needed"):
        remote.ask(v.AskBoard(), "intake-1")


def test_the_bell_rings_at_each_commit_and_changes_come_in_order(
    remote: RemoteDesk, room: Room
) -> None:
    rung: list[int] = []
    stop = remote.listen(lambda: rung.append(1))
    seq = remote.ask(v.AskBoard(), "lead-1").seq
    case = room.report()
    until(lambda: rung)
    changes = until(lambda: (found := remote.changes(seq)).entries and found)
    assert changes.seq == seq + 1 and [one.id for one in changes.cases] == [case]
    assert remote.changes(changes.seq).entries == ()
    stop()
    count = len(rung)
    room.report()
    until(lambda: remote.changes(changes.seq).entries)
    assert len(rung) == count


def test_a_picture_goes_there_and_back(remote: RemoteDesk, room: Room) -> None:
    assert remote.keep_picture(PNG) == room.desk.keep_picture(PNG)
    large = PNG + bytes(2_000_000)
    case = room.report()
    shot = Picture(sha256=remote.keep_picture(large))
    note = AddNote(case=case, seen=room.case(case).version, words="大图", pictures=(shot,))
    remote.do(note, "intake-1")
    assert remote.ask(v.AskPicture(case=case, sha256=shot.sha256), "lead-1") == large
    with pytest.raises(Refusal, match="picture_kind"):
        remote.keep_picture(b"no picture")


def test_the_seat_computes_the_same_due_times(remote: RemoteDesk, room: Room) -> None:
    for text in ("2wh", "5wd", "24h", "30min"):
        limit = Limit.parse(text)
        assert remote.rules.clock.due(room.clock.at, limit) == room.desk.rules.clock.due(
            room.clock.at, limit
        )
    assert remote.rules.items == dict(room.desk.rules.items)
    assert remote.rules.limits.limits == dict(room.desk.rules.limits.limits)


def test_the_seats_own_clock_does_not_matter(
    standing, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    real, real_ns = time.time, time.time_ns
    monkeypatch.setattr(time, "time", lambda: real() + 3 * 3600)
    monkeypatch.setattr(time, "time_ns", lambda: real_ns() + 3 * 3600 * 10**9)
    with seat(standing.url, "intake-1") as desk:
        assert abs((desk.now() - room.clock.at).total_seconds()) < 60
        case = report(desk)
    assert room.case(case).reported_at == room.clock.at
