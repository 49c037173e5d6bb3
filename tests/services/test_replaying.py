"""The journal played back: any moment gives the board as it was, forward and back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import ReopenCase
from commandcenter.domain.refusal import Refusal
from commandcenter.services import playing, replaying
from commandcenter.services.past import OF_EMERGENCY, SHOWN, own_kinds, rows_at
from commandcenter.services.playing import Player, read_reel
from commandcenter.services.replay_views import AskReel, Reel
from commandcenter.services.views import AskBoard, Board, CaseLine
from commandcenter.services.wire import codec, dumps, loads
from commandcenter.storage.codec import encode
from tests.fakes import Room, open_room
from tests.walks import IN_STATE, head


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2025-09-29 08:30")
    yield made
    made.center.close()


def shot(room: Room) -> tuple[datetime, dict[str, CaseLine], dict[str, object]]:
    """The board of now: its time, lines and teams."""
    board: Board = room.desk.ask(AskBoard(), "lead-1")
    return (
        board.at,
        {one.id: one for one in board.cases},
        {one.id: encode(one) for one in board.teams},
    )


def lived(room: Room) -> list[tuple[datetime, dict[str, CaseLine], dict[str, object]]]:
    """A morning with a case in every state, and the board after each."""
    shots = [shot(room)]
    for state in CaseState:
        room.clock.pass_(minutes=3)
        IN_STATE[state](room)
        shots.append(shot(room))
    return shots


def reel(room: Room, since: datetime) -> Reel:
    room.clock.pass_(minutes=1)
    found = read_reel(lambda query: room.desk.ask(query, "lead-1"), since, room.clock.at)
    assert found is not None
    return found


@pytest.mark.parametrize("kept", [7, 10_000])
def test_every_moment_is_as_it_was(room: Room, monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    monkeypatch.setattr(playing, "KEPT", kept)
    shots = lived(room)
    player = Player(reel(room, shots[0][0]))
    order = list(range(len(shots))) + random.Random(7).sample(range(len(shots)), len(shots))
    for number in order:
        at, lines, teams = shots[number]
        player.at(at)
        assert {one.id: one for one in player.cases()} == lines
        assert {one.id: encode(one) for one in player.teams()} == teams


def test_a_later_beginning_tells_the_same(room: Room) -> None:
    shots = lived(room)
    at, lines, _ = shots[8]
    player = Player(reel(room, at))
    assert {one.id: one for one in player.cases()} == lines
    player.to(10**9)
    assert {one.id for one in player.cases()} == set(shots[-1][1])
    assert player.touched


def test_a_span_has_its_bounds(room: Room) -> None:
    now = room.clock.at
    for since, until in ((now, now), (now - timedelta(days=32), now)):
        with pytest.raises(Refusal, match="span_range"):
            room.desk.ask(AskReel(since=since, until=until), "lead-1")
    with pytest.raises(Refusal, match="no_right"):
        room.desk.ask(AskReel(since=now - timedelta(hours=1), until=now), "unit-sanitation")


def test_the_entries_that_matter_tell_the_same_as_all_of_them(room: Room) -> None:
    lived(room)
    newest, told = head(room), 0
    for seq in range(1, newest + 1, 7):
        last = min(newest, seq + 20)
        few = room.desk.read(lambda tx, s=seq, e=last: rows_at(tx, s, e))
        every = room.desk.read(lambda tx, s=seq, e=last: rows_at(tx, s, e, every=True))
        assert few == every
        told += bool(few)
    assert told > 5


def test_own_kinds_touch_no_other_case_and_nothing_shown_but_teams_and_dockets(room: Room) -> None:
    lived(room)
    own = own_kinds()
    beyond = set(SHOWN) - {"cases", "teams", "dockets"}
    seen = set()
    for entry in room.desk.changes(0, limit=100_000).entries:
        if entry.kind in own:
            seen.add(entry.kind)
            assert {key for table, key, _ in entry.rows if table == "cases"} <= {entry.subject}
            assert not {table for table, _, _ in entry.rows} & beyond
    assert len(seen) > 12 and set(OF_EMERGENCY) < beyond


def test_a_case_that_was_ended_before_and_comes_back_is_played(room: Room) -> None:
    case = IN_STATE[CaseState.CLOSED](room)
    room.clock.pass_(minutes=5)
    since = room.clock.at
    room.clock.pass_(minutes=5)
    room.do(ReopenCase, "lead-1", case=case, words="又有")
    player = Player(reel(room, since))
    assert player.cases() == [] and player.line(case).state is CaseState.CLOSED
    player.at(room.clock.at)
    assert [one.id for one in player.cases()] == [case]
    player.to(0)
    assert player.cases() == []


def test_a_reel_comes_in_pages_and_may_be_stopped(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = room.clock.at
    lived(room)
    whole = reel(room, began)
    monkeypatch.setattr(replaying, "PAGE", 10)
    steps: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> bool:
        steps.append((done, total))
        return done < 30 or len(steps) > 100

    def ask(query: object) -> object:
        return room.desk.ask(query, "lead-1")

    write, read = codec(Reel)
    assert read(loads(dumps(write(whole)))).seq == whole.seq  # as a seat gets it
    assert read_reel(ask, began, room.clock.at, hear) is None
    assert [done for done, _ in steps] == [10, 20, 30]
    paged = read_reel(ask, began, room.clock.at)
    assert paged is not None and paged.beats == whole.beats and len(whole.beats) > 30
