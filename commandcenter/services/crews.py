"""The street's teams as a dispatch sees them: who is on shift, how busy, where last seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from commandcenter.domain.clock import WorkClock
from commandcenter.domain.pace import Pace, wait
from commandcenter.domain.person import Officer, Position, Team, TeamStatus
from commandcenter.services.answers import Asking
from commandcenter.services.feed import positions
from commandcenter.storage import tables as t
from commandcenter.storage.tx import Tx

STALE_SECONDS = 900
"""An older position may be wrong by more than a way through the street [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """A team with those of it on shift, leaders first; `certified` of them may enforce.

    `speed` km/h, `wait` minutes until its tasks let it go, `age` minutes of its position.
    `drilling`: its task belongs to a drill, which a real case ends.
    """

    team: Team
    officers: tuple[Officer, ...]
    certified: tuple[Officer, ...]
    load: int
    wait: float
    speed: float
    position: Position | None
    age: float | None
    drilling: bool

    @property
    def stale(self) -> bool:
        """Whether the position is too old to be relied on."""
        return self.age is not None and self.age * 60 > STALE_SECONDS

    @property
    def free(self) -> bool:
        """Whether it could leave at once."""
        return self.team.status is TeamStatus.FREE and self.load == 0


def crews(
    teams: Iterable[Team],
    officers: Iterable[Officer],
    seen: Iterable[Position],
    drilling: frozenset[str],
    pace: Pace,
    now: datetime,
    clock: WorkClock,
) -> tuple[Crew, ...]:
    """Every team with its crew; certificates count on the local day of `now` (UTC).

    `drilling` are teams at work in a drill.
    """
    by_team: dict[str, list[Officer]] = defaultdict(list)
    for one in officers:
        if one.team is not None and one.on_shift:
            by_team[one.team].append(one)
    day = now.astimezone(clock.zone).date()
    where = {one.team: one for one in seen}
    found = []
    for team in teams:
        mine = sorted(by_team[team.id], key=lambda o: (o.auxiliary, o.recorder is None, o.id))
        position = where.get(team.id)
        load = max(team.tasks, int(team.task is not None))
        since = (now - team.since).total_seconds() / 60
        found.append(
            Crew(
                team=team,
                officers=tuple(mine),
                certified=tuple(one for one in mine if one.certified(day)),
                load=load,
                wait=wait(team.status, since, load),
                speed=pace.speed(team),
                position=position,
                age=(now - position.at).total_seconds() / 60 if position else None,
                drilling=team.id in drilling,
            )
        )
    return tuple(found)


def room(ask: Asking, pace: Pace) -> tuple[Crew, ...]:
    """The crews as the asking's snapshot shows them."""
    teams = ask.tx.find(Team)
    officers = ask.tx.seek(Officer, t.TABLES["officers"].c.on_shift == 1)
    return crews(
        teams, officers, positions(ask.tx), _drilling(ask.tx, teams), pace, ask.now, ask.rules.clock
    )


def _drilling(tx: Tx, teams: Iterable[Team]) -> frozenset[str]:
    """Teams whose task belongs to a drill."""
    c = t.cases.c
    drills = select(c.id).where(c.street == tx.street, t.LIVE, c.drill == 1)
    found = set(tx.connection.execute(drills).scalars())
    return frozenset(one.id for one in teams if one.case in found)
