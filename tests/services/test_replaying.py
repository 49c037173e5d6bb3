"""The journal played back: any moment gives the board as it was, forward and back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.refusal import Refusal
from commandcenter.services.playing import Player
from commandcenter.services.replay_views import AskReel, Reel
from commandcenter.services.views import AskBoard, Board, CaseLine
from commandcenter.storage.codec import encode
from tests.fakes import Room, open_room
from tests.walks import IN_STATE


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
    found: Reel = room.desk.ask(AskReel(since=since, until=room.clock.at), "lead-1")
    return found


def test_every_moment_is_as_it_was(room: Room) -> None:
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
