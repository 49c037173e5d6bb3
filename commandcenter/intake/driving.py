"""Teams under way along the demo street's roads; (lon, lat) in WGS 84 degrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.person import Team, TeamStatus
from commandcenter.geo.demo_values import DemoStreet
from commandcenter.geo.ground import LonLat, distance_m
from commandcenter.geo.roads import RoadGraph, length_m, place_at
from commandcenter.services.views import Board

METRES_A_SECOND = 8.0
HOME_METRES = 300.0
STILL_METRES = 3.0


@dataclass(frozen=True, slots=True)
class Drive:
    """A team's way: where to, along which line, since when (UTC), how many metres long."""

    task: str | None
    line: tuple[LonLat, ...]
    metres: float
    since: datetime


class Driving:
    """Moves every team that is en route to its case, and free ones back home."""

    def __init__(self, demo: DemoStreet, speed: float) -> None:
        self._roads = RoadGraph((road.name, road.line) for road in demo.roads)
        self._homes = {team.id: (team.lon, team.lat) for team in demo.teams}
        self._drives: dict[str, Drive] = {}
        self._pace = METRES_A_SECOND * speed

    @property
    def busy(self) -> bool:
        """Whether a team is under way."""
        return bool(self._drives)

    def places(
        self, board: Board, goals: dict[str, tuple[str, LonLat]], now: datetime
    ) -> dict[str, LonLat]:
        """Where each moving team is now; `goals` gives team -> (task, place of the case)."""
        known = {one.team: (one.lon, one.lat) for one in board.positions}
        found = {}
        for team in board.teams:
            here = known.get(team.id)
            goal = self._goal(team, goals, here)
            if goal is None or here is None:
                self._drives.pop(team.id, None)
                continue
            drive = self._drive(team.id, goal, here, now)
            metres = (now - drive.since).total_seconds() * self._pace
            place = place_at(drive.line, metres)
            if distance_m(*place, *here) > STILL_METRES:
                found[team.id] = place
        return found

    def arrived(self, team: str, task: str, now: datetime) -> LonLat | None:
        """The end of the team's way to a task if it has been driven, else None."""
        drive = self._drives.get(team)
        if drive is None or drive.task != task:
            return None
        passed = (now - drive.since).total_seconds() * self._pace
        return drive.line[-1] if passed >= drive.metres else None

    def _goal(
        self, team: Team, goals: dict[str, tuple[str, LonLat]], here: LonLat | None
    ) -> tuple[str | None, LonLat] | None:
        if team.id in goals:
            return goals[team.id]
        home = self._homes.get(team.id)
        if team.status is not TeamStatus.FREE or home is None or here is None:
            return None
        under_way = team.id in self._drives and self._drives[team.id].task is None
        near = distance_m(*here, *home) < (STILL_METRES if under_way else HOME_METRES)
        return None if near else (None, home)

    def _drive(
        self, team: str, goal: tuple[str | None, LonLat], here: LonLat, now: datetime
    ) -> Drive:
        task, place = goal
        old = self._drives.get(team)
        if old is not None and old.task == task and old.line[-1] == place:
            return old
        line = self._roads.route(here, place)
        self._drives[team] = made = Drive(task, line, length_m(line), now)
        return made
