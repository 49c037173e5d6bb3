"""How fast a team comes: speeds, the detour of a street, what its present task still takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from commandcenter.domain.person import Team, TeamStatus

PREFIX = "pace:"
"""Settings of the street that change a value: pace:vehicle, pace:foot, pace:factor, pace:kind:K."""
SCENE_MINUTES = 30.0
"""What a task takes on the scene [D]."""
ROAD_MINUTES = 15.0
"""What a task takes before the scene, for a team that is not there yet [D]."""
LEAST_WAIT = 10.0
"""A team at work is never reckoned free sooner [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Kilometres an hour and the detour factor [D], which a street changes in its settings.

    24 km/h is what a car keeps in a town by day, lights and parking included; 4.8 km/h a brisk
    walk; 1.3 the usual ratio of the way along streets to the straight line.
    """

    vehicle: float = 24.0
    foot: float = 4.8
    factor: float = 1.3
    kinds: tuple[tuple[str, float], ...] = ()

    def speed(self, team: Team) -> float:
        """Kilometres an hour: its kind's, or by vehicle or foot."""
        own = dict(self.kinds).get(team.kind)
        return own if own is not None else self.vehicle if team.vehicle else self.foot

    def changed(self, settings: Mapping[str, str]) -> Pace:
        """With the street's values; one that is no number above zero is passed over."""
        found = {key: _number(value) for key, value in settings.items()}
        good = {key: value for key, value in found.items() if value is not None}
        kinds = tuple(
            (key.removeprefix("kind:"), value)
            for key, value in sorted(good.items())
            if key.startswith("kind:")
        )
        plain = {key: good[key] for key in ("vehicle", "foot", "factor") if key in good}
        return replace(self, kinds=kinds, **plain)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 < value < 1_000 else None


def minutes(metres: float, speed: float) -> float:
    """Minutes for metres at kilometres an hour."""
    return metres * 60 / (speed * 1_000)


def wait(status: TeamStatus, since: float, load: int) -> float:
    """Minutes until a team with so many tasks is free, which began `since` minutes ago."""
    if load == 0:
        return 0.0
    there = status is TeamStatus.ON_SCENE
    whole = SCENE_MINUTES if there else SCENE_MINUTES + ROAD_MINUTES
    return max(LEAST_WAIT, whole - since) + (load - 1) * (SCENE_MINUTES + ROAD_MINUTES)
