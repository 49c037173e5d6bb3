"""The simulator without a window: the desk's people are played too, and time is walked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from commandcenter.geo.demo import load_demo
from commandcenter.intake.failures import FailurePlan
from commandcenter.intake.simulator import Simulator
from commandcenter.intake.walking import WalkingClock
from commandcenter.services.desk import Desk
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant

STEP = timedelta(seconds=20)
PATIENCE = 5_000
EVENTS_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Played:
    """What a run did: journal entries made, refusals by code, repeats, from when to when (UTC)."""

    events: int
    refused: Mapping[str, int]
    doubled: int
    begun: datetime
    ended: datetime


def start_for(now: datetime, events: int) -> datetime:
    """From when to walk, so that so many events most likely end before `now`."""
    return now - timedelta(hours=1 + events / EVENTS_AN_HOUR)


def last_entry(desk: Desk) -> datetime | None:
    """The time (UTC) of the journal's latest entry."""
    with desk.database.read.connect() as connection:
        found = connection.execute(
            select(func.max(t.journal.c.at)).where(t.journal.c.street == desk.street)
        ).scalar()
    return None if found is None else instant(found)


def play(
    desk: Desk,
    clock: WalkingClock,
    seed: int,
    events: int,
    failures: FailurePlan | None = None,
    until: datetime | None = None,
) -> Played:
    """Play until so many entries were made, nothing more happens, or it is `until` (UTC).

    The desk's clock is `clock`; the walk begins at its time or the journal's last entry,
    whichever is later.
    """
    latest = last_entry(desk)
    if latest is not None:
        clock.set(latest)
    begun = clock()
    simulator = Simulator(desk, load_demo(), seed, failures=failures, hands_off=True)
    players, idle = simulator.players, 0
    while players.done < events and idle < PATIENCE and (until is None or clock() <= until):
        desk.tick()
        idle = 0 if simulator.step(clock()) else idle + 1
        clock.set(_next(simulator, clock()))
    return Played(players.done, dict(players.refused), players.doubled, begun, clock())


def _next(simulator: Simulator, now: datetime) -> datetime:
    """The next planned time, but no more than a step while teams drive."""
    wanted = simulator.next_time()
    soon = now + STEP
    if wanted is None or simulator.driving or wanted <= now:
        return soon if wanted is None or wanted > soon or wanted <= now else wanted
    return wanted
