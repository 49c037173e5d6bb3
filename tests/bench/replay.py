"""Jumps in a day of 20,000 entries, with the past's queue, map and roster made and painted."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import deque
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commandcenter.app import open_center
from commandcenter.domain.commands import ArriveTask, DepartTask, FileCase, SetTeamStatus
from commandcenter.domain.person import Team, TeamStatus
from commandcenter.services.playing import Player, read_reel
from commandcenter.services.replay_views import AskReel
from commandcenter.services.views import AskReference
from tests.bench.million import START, TOTAL, million
from tests.bench.report import figure, folder, quantile
from tests.fakes import Room, SetClock, local, open_room
from tests.walks import UNIT, feed, send, sign

if TYPE_CHECKING:
    from ui.replay.stage import Stage
    from ui.replay.tape import Tape

ENTRIES, JUMPS = 20_000, 120
BEGAN, DAY = "2025-09-22 00:00", timedelta(days=1)
OPEN = 500
"""So many cases are open through the day."""


def main(entries: int = ENTRIES, jumps: int = JUMPS, total: int = TOTAL) -> None:
    """p50 and p95 of random jumps; the bare reference only turns the rows to the moment."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    _jumps(_day(entries), jumps)
    _old_days(million(total))
    del app


def _day(entries: int) -> Path:
    """The folder of a street that lived such a day; built once."""
    place = folder() / f"day-{entries}-v1"
    if (place / "done").exists():
        return place
    room = open_room(place, BEGAN)
    room.clock.pass_(minutes=1)
    began = time.monotonic()
    for done, step in enumerate(_steps(room, random.Random(11))):
        step()
        room.clock.at = local(BEGAN) + timedelta(minutes=1) + DAY * min(done / entries, 0.99)
        if done % 2_000 == 0:
            spent = time.monotonic() - began
            print(f"  {done:,} of {entries:,} entries, {spent:.0f} s", file=sys.stderr)
        if done >= entries:
            break
    room.center.close()
    (place / "done").touch()
    return place


def _steps(room: Room, dice: random.Random) -> Any:
    """One entry after another, for ever: some case's next step, now and then a team's."""
    waiting: deque[tuple[str, int]] = deque()
    teams = [one.id for one in room.desk.read(lambda tx: tx.find(Team))]
    off: set[str] = set()

    def report() -> None:
        at = {"lon": 113.4325 + dice.uniform(-0.02, 0.02), "lat": 22.95 + dice.uniform(-0.02, 0.02)}
        waiting.append((room.report(place=f"祠堂东街{dice.randrange(300)}号", **at), 0))

    def go_on() -> None:
        case, done = waiting.popleft()
        _STEPS[done](room, case)
        if done + 1 < len(_STEPS):
            waiting.append((case, done + 1))

    def turn() -> None:
        team = dice.choice(teams)
        status = TeamStatus.FREE if team in off else TeamStatus.OFF
        off.symmetric_difference_update({team})
        room.do(SetTeamStatus, "dispatch-1", team=team, status=status)

    while True:
        if dice.random() < 0.02:
            yield turn
        elif len(waiting) < OPEN or dice.random() < 1 / (len(_STEPS) + 1):
            yield report
        else:
            yield go_on


def _file(room: Room, case: str) -> None:
    room.do(FileCase, "lead-1", case=case)


def _task(kind: Any, room: Room, case: str) -> None:
    room.do(kind, UNIT, case=case, task=room.lead_task(case))


_STEPS = (_file, send, sign, partial(_task, DepartTask), partial(_task, ArriveTask), feed)


def _jumps(place: Path, jumps: int) -> None:
    center = open_center(place, now=SetClock("2025-09-23 00:00"), program="bench")
    try:
        ask = partial(center.desk.ask, who="lead-1")
        began = time.perf_counter()
        reel = read_reel(ask, local(BEGAN), local(BEGAN) + DAY)
        read = time.perf_counter() - began
        assert reel is not None
        dice = random.Random(5)
        moments = [reel.since + dice.random() * (reel.until - reel.since) for _ in range(jumps)]
        bare_player, bare = Player(reel), []
        for moment in moments:
            began = time.perf_counter()
            bare_player.at(moment)
            bare.append((time.perf_counter() - began) * 1000)
        tape, stage = _stage(ask(AskReference()))
        tape.load(Player(reel))
        spent = [_timed(tape, moment) for moment in moments]
        stage.close()
        stage.deleteLater()
    finally:
        center.close()
    figure("replay_entries", len(reel.beats), "entries")
    figure("replay_read", read, "s")
    figure("replay_jump_p50", quantile(spent, 0.5), "ms")
    figure("replay_jump_p95", quantile(spent, 0.95), "ms")
    figure("replay_jump_max", max(spent), "ms")
    figure("replay_turn_p95_bare", quantile(bare, 0.95), "ms")
    figure("replay_ratio", quantile(spent, 0.95) / quantile(bare, 0.95), "x")


def _timed(tape: Tape, moment: Any) -> float:
    """A jump until the screen has painted it, in milliseconds."""
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    tape.jump(moment)
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def _stage(reference: Any) -> tuple[Tape, Stage]:
    """The past's panels on a screen of 1366×768; the web engine's own paint is not in it."""
    from PySide6.QtWidgets import QWidget

    from commandcenter.domain.clock import WorkClock
    from ui.context import DeskContext
    from ui.replay.past import past_context
    from ui.replay.stage import Stage
    from ui.replay.tape import Tape

    tape = Tape()
    nothing: Any = None
    desk = DeskContext(
        worker=nothing, selection=nothing, reference=reference, clock=WorkClock, now=nothing,
        who="lead-1",
    )  # fmt: skip
    past = past_context(desk, lambda: tape.moment, lambda: None, tape)
    stage = Stage(past, QWidget(), None)
    stage.resize(1366, 768)
    stage.show()

    def show(on: bool) -> None:
        assert tape.player is not None
        stage.show_at(tape.player, on)

    tape.moved.connect(show)
    return tape, stage


def _old_days(place: Path) -> None:
    """The first page of an old day's reel: the newest half, and the oldest day there is."""
    center = open_center(place, now=SetClock(START), program="bench")
    try:
        with center.database.read.connect() as connection:
            first = connection.exec_driver_sql("SELECT min(reported_at) FROM cases").scalar_one()
        now = local(START)
        age = timedelta(microseconds=int(now.timestamp() * 1e6) - first)
        for name, back in (("day", timedelta(days=2)), ("half", age / 2), ("old", age - DAY)):
            since = now - max(back, timedelta(days=1))
            began = time.perf_counter()
            center.desk.ask(AskReel(since=since, until=since + DAY / 2), "lead-1")
            figure(f"replay_begin_{name}", time.perf_counter() - began, "s")
    finally:
        center.close()


if __name__ == "__main__":
    main()
