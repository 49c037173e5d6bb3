"""Eight seats fight for the same 500 cases: each is assigned once, losers see who won."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Barrier

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import DispatchCase, FileCase
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard, AskReference
from tests.fakes import Room, open_room
from tests.faults.seats import SEATS, at_once
from tests.server.processes import Process, free_port
from tests.server.rooms import seat
from ui.words import names_of, refusal

CASES = 500


@pytest.fixture(scope="session")
def crowded(peopled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A street's folder with CASES filed cases."""
    copied = tmp_path_factory.mktemp("crowded") / "street"
    shutil.copytree(peopled, copied)
    room = open_room(copied)
    for _ in range(CASES):
        room.desk.do(FileCase(case=room.report(), seen=1), "lead-1")
    room.center.close()
    return copied


@pytest.fixture
def folder(crowded: Path, tmp_path: Path) -> Path:
    """A copy of it for a round's own server."""
    copied = tmp_path / "served"
    shutil.copytree(crowded, copied)
    return copied


def test_eight_seats_fight_for_500_cases(
    folder: Path, reopened: Callable[[], Room], seed: int
) -> None:
    won: dict[str, str] = {}
    lost: list[tuple[str, Refusal]] = []
    all_see = Barrier(SEATS)

    def fight(url: str, number: int) -> None:
        chance, who = random.Random(f"{seed}/{number}"), f"dispatch-{number % 3 + 1}"
        with seat(url, who) as desk:
            cases = desk.ask(AskBoard(), who).cases
            all_see.wait()
            for case in chance.sample(cases, len(cases)):
                command = DispatchCase(
                    case=case.id, seen=case.version, lead_unit="sanitation", kind=TaskKind.HANDLE
                )
                try:
                    desk.do(command, who)
                except Refusal as said:
                    lost.append((case.id, said))
                else:
                    assert won.setdefault(case.id, who) == who

    with Process(folder, free_port()) as server:
        at_once(*(lambda n=n: fight(server.url, n) for n in range(SEATS)))
    room = reopened()
    names = names_of(room.desk.ask(AskReference(), "dispatch-1"))
    assert len(won) == CASES and len(lost) == CASES * (SEATS - 1)
    assert {said.code for _, said in lost} == {"stale"}
    for case, said in lost:
        assert (said.values["by"], said.values["unit"]) == (won[case], "sanitation")
        assert names[won[case]] in refusal(said.code, said.values, names)
    lines = room.desk.ask(AskBoard(), "lead-1").cases
    assert {(one.state, one.lead_unit) for one in lines} == {(CaseState.DISPATCHED, "sanitation")}
    sent = [one for one in room.desk.changes(0, 100_000).entries if one.kind == "case_dispatched"]
    assert sorted(one.subject for one in sent) == sorted(won)
    assert {one.subject: one.who for one in sent} == won
    assert room.center.verify().good and room.center.differences() == []
