"""A demo street with roads, teams and run cards laid by hand, for tests of the recommendation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, update

from commandcenter.domain.commands import ReportPosition, SetRanking
from commandcenter.domain.person import Officer, Team
from commandcenter.domain.runcard import RunCard
from commandcenter.services.views import AskCandidates, AskTables, Candidate, CandidatesView
from commandcenter.storage import tables as t
from commandcenter.storage.codec import encode, micros
from commandcenter.storage.reference import RoadRow
from tests.fakes import Room

LON, LAT = 113.4325, 22.95086
NORTH = 1 / 111_195
"""Degrees of latitude of a metre."""
EAST = NORTH / 0.92085
"""Degrees of longitude of a metre at that latitude."""


def at(east: float, north: float) -> tuple[float, float]:
    """The (lon, lat) so many metres from the case that Room.report makes."""
    return LON + east * EAST, LAT + north * NORTH


def roads(room: Room, *lines: Sequence[tuple[float, float]]) -> None:
    """Only these roads, each through points (metres east, metres north) of the case."""
    rows = [
        RoadRow(
            street=room.desk.street,
            id=f"road-{n}",
            name=f"{n}路",
            line=json.dumps([at(*one) for one in line]),
        )
        for n, line in enumerate(lines)
    ]
    _laid(room, rows, clear="roads")


def weighed(room: Room, **values: str) -> None:
    """The administrator sets values of the recommendation."""
    lines = {one.key: one for one in room.desk.ask(AskTables(), "admin-1").ranking}
    seen = tuple(lines[key] for key in values)
    rows = tuple(replace(lines[key], value=value) for key, value in values.items())
    room.do(SetRanking, "admin-1", rows=rows, seen=seen)


def card(room: Room, key: str = "card-1", **fields: Any) -> RunCard:
    """A run card that is on, the only one."""
    given = {"name": "油气", "item": "21-903", "lead": "safety", "on": True}
    made = RunCard(street=room.desk.street, id=key, **given | fields)
    _laid(room, [made], clear="run_cards")
    return made


def crew(room: Room, team: Team, *officers: Officer) -> None:
    """One more team with its officers."""
    _laid(room, [team, *officers])


def _laid(room: Room, rows: Iterable[Any], clear: str | None = None) -> None:
    with room.center.database.write.begin() as connection:
        if clear is not None:
            connection.execute(delete(t.TABLES[clear]))
        for one in rows:
            connection.execute(insert(t.TABLES[t.TABLE_OF[type(one)]]), encode(one))
    room.desk.reload()


def stands(room: Room, team: str, east: float, north: float) -> None:
    """The team is seen now, so many metres from the case."""
    lon, lat = at(east, north)
    room.do(ReportPosition, "system", team=team, lon=lon, lat=lat)


def seen_before(room: Room, **minutes: int) -> None:
    """Every position is so many minutes old."""
    then = micros(room.clock() - timedelta(**minutes))
    with room.center.database.write.begin() as connection:
        connection.execute(update(t.positions).values(at=then))


def view(room: Room, case: str, **chosen: Any) -> CandidatesView:
    """The dispatch panel's answer for dispatch-1."""
    found: CandidatesView = room.desk.ask(AskCandidates(case=case, **chosen), "dispatch-1")
    return found


def named(found: CandidatesView, team: str) -> Candidate:
    """A team of the answer."""
    return next(one for one in found.candidates if one.team == team)


def order(found: CandidatesView) -> list[str]:
    """The teams that may go, best first."""
    return [one.team for one in found.candidates if one.rank is not None]
