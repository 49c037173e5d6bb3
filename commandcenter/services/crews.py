"""The street's teams as a dispatch sees them: who is on shift, how busy, where last seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy import select

from commandcenter.domain.clock import WorkClock
from commandcenter.domain.person import Officer, Position, Team, TeamStatus
from commandcenter.domain.ranking import Ranking
from commandcenter.services.answers import Asking
from commandcenter.services.feed import positions
from commandcenter.storage import tables as t
from commandcenter.storage.tx import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """A team with those of it on shift, leaders first: `certified` may enforce, `others` not.

    `speed` km/h, `wait` minutes until its tasks let it go, `age` minutes of its position, `stale`
    one too old to be relied on.
    `drilling`: its task belongs to a drill, which a real case ends.
    """

    team: Team
    certified: tuple[Officer, ...]
    others: tuple[Officer, ...]
    load: int
    wait: float
    speed: float
    position: Position | None
    age: float | None
    stale: bool
    drilling: bool

    @property
    def officers(self) -> tuple[Officer, ...]:
        """All on shift."""
        return self.certified + self.others

    @property
    def free(self) -> bool:
        """Whether it could leave at once."""
        return self.team.status is TeamStatus.FREE and self.load == 0


def crews(
    teams: Iterable[Team],
    officers: Iterable[Officer],
    seen: Iterable[Position],
    drilling: frozenset[str],
    values: Ranking,
    now: datetime,
    clock: WorkClock,
) -> tuple[Crew, ...]:
    """Every team with its crew; certificates count on the local day of `now` (UTC).

    `officers` are those on shift in the order in which they should lead, `drilling` the teams at
    work in a drill.
    """
    day = now.astimezone(clock.zone).date()
    certified: dict[str | None, list[Officer]] = defaultdict(list)
    others: dict[str | None, list[Officer]] = defaultdict(list)
    for one in officers:
        (certified if one.certified(day) else others)[one.team].append(one)
    where = {one.team: one for one in seen}
    found = []
    for team in teams:
        position = where.get(team.id)
        age = (now - position.at).total_seconds() / 60 if position else None
        load = max(team.tasks, int(team.task is not None))
        since = (now - team.since).total_seconds() / 60
        found.append(
            Crew(
                team=team,
                certified=tuple(certified[team.id]),
                others=tuple(others[team.id]),
                load=load,
                wait=values.wait(team.status, since, load),
                speed=values.speed(team),
                position=position,
                age=age,
                stale=age is not None and age > values.stale_after,
                drilling=team.id in drilling,
            )
        )
    return tuple(found)


def room(ask: Asking, values: Ranking) -> tuple[Crew, ...]:
    """The crews as the asking's snapshot shows them."""
    teams = ask.tx.find(Team)
    officers = _on_shift(ask.tx)
    return crews(
        teams,
        officers,
        positions(ask.tx),
        _drilling(ask.tx, teams),
        values,
        ask.now,
        ask.rules.clock,
    )


def _on_shift(tx: Tx) -> list[Officer]:
    """Who is on shift in a team, auxiliaries last, those with a recorder before those without.

    Of thousands of rows the codec would be half of the answer.
    """
    o = t.TABLES["officers"].c
    columns = (o.id, o.unit, o.team, o.auxiliary, o.certificate, o.valid_until, o.recorder)
    rows = tx.connection.execute(
        select(*columns)
        .where(o.street == tx.street, o.on_shift == 1, o.team.is_not(None))
        .order_by(o.auxiliary, o.recorder.is_(None), o.id)
    )
    day = cache(date.fromisoformat)
    return [
        Officer(
            street=tx.street,
            id=key,
            unit=unit,
            team=team,
            auxiliary=bool(auxiliary),
            certificate=certificate,
            valid_until=day(until) if until is not None else None,
            recorder=recorder,
            on_shift=True,
        )
        for key, unit, team, auxiliary, certificate, until, recorder in rows.all()
    ]


def _drilling(tx: Tx, teams: Sequence[Team]) -> frozenset[str]:
    """Teams whose task belongs to a drill."""
    c = t.cases.c
    at_work = [one.case for one in teams if one.case is not None]
    drills = select(c.id).where(c.street == tx.street, c.id.in_(at_work), c.drill == 1)
    found = set(tx.connection.execute(drills).scalars())
    return frozenset(one.id for one in teams if one.case in found)
