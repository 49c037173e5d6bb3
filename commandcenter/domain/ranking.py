"""What the recommendation weighs: speeds, waiting, what speaks against a team; a street's table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from commandcenter.domain.person import Team, TeamStatus

PREFIX = "rank:"
"""A street's own values are settings of the field's name after this."""
MOST = 1_000.0
_ABOVE_ZERO = frozenset({"vehicle_kmh", "foot_kmh", "detour", "alone", "urgent", "overdue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Our values [D], which a street changes in its table; minutes where nothing else is said.

    24 km/h is what a car keeps in a town by day, lights and parking included, 4.8 km/h a brisk
    walk, 1.3 the usual ratio of the way along streets to the straight line. `scene` and `road` is
    what a task takes there and before; a team at work is never reckoned free sooner than `least`.
    From `stale_after` on a position is old. What follows makes a team stand later: an old position,
    none at all, another unit or kind than wanted, too few officers, a power or a piece of
    equipment that lacks. In a plan a case without a team counts for `alone`, and the minutes of an
    urgent or overdue one so many times.
    """

    vehicle_kmh: float = 24.0
    foot_kmh: float = 4.8
    detour: float = 1.3
    scene: float = 30.0
    road: float = 15.0
    least: float = 10.0
    stale_after: float = 15.0
    stale: float = 5.0
    unknown: float = 60.0
    other_unit: float = 3.0
    other_kind: float = 5.0
    few_officers: float = 5.0
    no_power: float = 10.0
    card_power: float = 10.0
    no_equipment: float = 15.0
    alone: float = 240.0
    urgent: float = 4.0
    overdue: float = 2.0

    def speed(self, team: Team) -> float:
        """Kilometres an hour, by vehicle or on foot."""
        return self.vehicle_kmh if team.vehicle else self.foot_kmh

    def wait(self, status: TeamStatus, since: float, load: int) -> float:
        """Minutes until a team with so many tasks is free, which began `since` minutes ago."""
        if load == 0:
            return 0.0
        whole = self.scene if status is TeamStatus.ON_SCENE else self.scene + self.road
        return max(self.least, whole - since) + (load - 1) * (self.scene + self.road)

    def changed(self, values: Mapping[str, str]) -> Ranking:
        """With the street's values; one that cannot be read is passed over."""
        read = {key: value_of(key, text) for key, text in values.items() if key in NAMES}
        return replace(self, **{key: value for key, value in read.items() if value is not None})


NAMES = tuple(one.name for one in fields(Ranking))
"""The values in their order."""


def value_of(name: str, text: str) -> float | None:
    """The number that a text says, None where it is none or out of bounds."""
    try:
        value = float(text)
    except ValueError:
        return None
    good = least(name) <= value <= MOST
    return value if good else None


def least(name: str) -> float:
    """The lower bound of a value: speeds and weights are above nothing."""
    return 1.0 if name in _ABOVE_ZERO else 0.0


def minutes(metres: float, speed: float) -> float:
    """Minutes for metres at kilometres an hour."""
    return metres * 60 / (speed * 1_000)
