"""Which team should go: ranked with the reason of each place and each exclusion; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.case import Case
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.law import valid_officers
from commandcenter.domain.person import Officer, Position, Power, Team, TeamStatus
from commandcenter.domain.task import CERTIFIED, TaskKind
from commandcenter.geo.ground import distance_m
from commandcenter.services.views import Candidate

BUSY_PENALTY = 3_000.0
"""Metres that a running task weighs: a free team up to 3 km farther goes first [D]."""

OFF_UNIT_PENALTY = 500.0
STALE_SECONDS = 900
UNKNOWN_METRES = 20_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the ranking looks at; now is UTC.

    `drilling` are teams at work in a drill: for a real case that counts as no load.
    """

    case: Case
    kind: TaskKind
    units: tuple[str, ...]
    now: datetime
    clock: WorkClock
    powers: tuple[Power, ...]
    drilling: frozenset[str] = frozenset()


def rank(
    scene: Scene,
    teams: tuple[Team, ...],
    officers: tuple[Officer, ...],
    positions: dict[str, Position],
) -> tuple[Candidate, ...]:
    """Candidates by distance and load, best first and numbered; then the excluded ones."""
    found = []
    for team in teams:
        crew = tuple(one for one in officers if one.team == team.id)
        found.append(_candidate(scene, team, crew, positions.get(team.id)))
    fit = sorted((pair for pair in found if not pair[1].excluded), key=lambda pair: pair[0])
    ranked = [_numbered(one, place) for place, (_, one) in enumerate(fit, 1)]
    out = sorted((one for _, one in found if one.excluded), key=lambda one: one.team)
    return (*ranked, *out)


def _numbered(one: Candidate, place: int) -> Candidate:
    return Candidate(
        team=one.team,
        unit=one.unit,
        rank=place,
        metres=one.metres,
        certified=one.certified,
        load=one.load,
        reasons=one.reasons,
        excluded=one.excluded,
    )


def _candidate(
    scene: Scene, team: Team, crew: tuple[Officer, ...], seen: Position | None
) -> tuple[float, Candidate]:
    metres = _metres(scene.case, seen)
    certified = valid_officers(crew, scene.now, scene.clock)
    drilling = team.id in scene.drilling and not scene.case.drill
    load = 1 if team.task is not None and not drilling else 0
    reasons = [("distance", f"{metres:.0f}") if metres is not None else ("distance_unknown", "")]
    reasons.append(("free", "") if team.status is TeamStatus.FREE else ("busy", team.status.value))
    reasons.append(("certified", str(certified)))
    powered = _powered(scene, team.unit)
    reasons.append(("power", "") if powered else ("no_power", ""))
    if seen is not None and (scene.now - seen.at).total_seconds() > STALE_SECONDS:
        minutes = int((scene.now - seen.at).total_seconds() // 60)
        reasons.append(("stale_position", str(minutes)))
    if drilling:
        reasons.append(("drilling", ""))
    if load:
        reasons.append(("load", str(load)))
    cost = metres if metres is not None else UNKNOWN_METRES
    cost += BUSY_PENALTY * load
    if scene.units and team.unit != scene.units[0]:
        cost += OFF_UNIT_PENALTY
    return cost, Candidate(
        team=team.id,
        unit=team.unit,
        rank=None,
        metres=metres,
        certified=certified,
        load=load,
        reasons=tuple(reasons),
        excluded=_excluded(scene, team, crew, certified, powered),
    )


def _excluded(
    scene: Scene, team: Team, crew: tuple[Officer, ...], certified: int, powered: bool
) -> tuple[tuple[str, str], ...]:
    found = []
    if team.status is TeamStatus.OFF:
        found.append(("off", ""))
    if not any(one.on_shift for one in crew):
        found.append(("nobody_on_shift", ""))
    if scene.kind in CERTIFIED and certified < 2:
        found.append(("too_few_certified", str(certified)))
    if scene.kind in CERTIFIED and not powered:
        found.append(("no_power", ""))
    if scene.kind in CERTIFIED and crew and all(one.id in scene.case.recused for one in crew):
        found.append(("recused", ""))
    return tuple(found)


def _powered(scene: Scene, unit: str) -> bool:
    wanted = (scene.case.item, unit, scene.kind.value)
    return any((one.item, one.unit, one.kind) == wanted for one in scene.powers)


def _metres(case: Case, seen: Position | None) -> float | None:
    if seen is None or case.lon is None or case.lat is None:
        return None
    return distance_m(case.lon, case.lat, seen.lon, seen.lat)
