"""Questions about an evacuation and the places of an emergency; lon, lat WGS 84 degrees."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.emergency import Spot
from commandcenter.services.emergency_views import RiskView


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotView:
    """A shelter or danger point; `used` is how many people were moved there, 0 in normal times."""

    spot: Spot
    used: int

    @property
    def room(self) -> int | None:
        """Places left; None for a place that nobody counted."""
        return None if self.spot.capacity is None else self.spot.capacity - self.used


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A building with people at risk; lon, lat are the grid's centre where nobody gave a point.

    `waiting` are listed and not moved, `refused` do not want to go: both are still there.
    """

    place: str
    community: str | None
    grid: str | None
    lon: float | None
    lat: float | None
    waiting: int
    moved: int
    refused: int

    @property
    def there(self) -> int:
        """How many people are still in the building."""
        return self.waiting + self.refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefMap:
    """What the map shows of an emergency; no personal data. Addresses are [] in normal times."""

    emergency: str | None
    spots: tuple[SpotView, ...]
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evacuation:
    """The list of the emergency under way, by community, building and person."""

    emergency: str | None
    drill: bool
    people: tuple[RiskView, ...]
    spots: tuple[SpotView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReliefMap:
    """-> ReliefMap of the emergency under way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskEvacuation:
    """-> Evacuation under way; a grid member sees the people of the own grids."""
