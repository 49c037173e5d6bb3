"""Reference rows: grids with their rings, items, limits, days off, settings, roads."""

from __future__ import annotations

from dataclasses import dataclass, field

from commandcenter.domain.later import LATER

NO_RING = "[]"
"""Of a grid that is known by its code only: it lies in no place of the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A grid; centre in degrees.

    `ring` is JSON: one ring of (lon, lat) pairs, or, for an area with parts or holes, a list of
    polygons, each a list of rings with the outer one first (as services.ground.polygons reads).
    An empty list is a grid that nobody drew yet: its centre, 0 and 0, is no place.
    """

    street: str
    id: str
    name: str
    kind: str
    community: str
    lon: float
    lat: float
    ring: str
    void_reason: str | None = None

    @property
    def drawn(self) -> bool:
        """Whether it has a ring, and so a centre."""
        return self.ring != NO_RING


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of the catalogue; limit as text (2wh), units as JSON by the codec."""

    street: str
    id: str
    name: str
    level: str
    limit: str | None
    units: tuple[str, ...]
    axis: str
    listed: bool = field(default=True, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """A stage's limit of a level; id is level/stage."""

    street: str
    id: str
    limit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A day of the working calendar: id is the ISO date, kind is off or work."""

    street: str
    id: str
    kind: str
    name: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityRow:
    """A community: 12-digit code, official and spoken name."""

    street: str
    id: str
    name: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadRow:
    """A road of the map; line is a JSON list of (lon, lat) pairs."""

    street: str
    id: str
    name: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One value of the street: name, demo, sketch, mode, outline, seat:1 ..."""

    street: str
    id: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealRow:
    """Who may see a caller's telephone until when (microseconds UTC); id is case/person."""

    street: str
    id: str
    case: str
    person: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRow:
    """How long a task may stay in a status without word; id is status/level, limit as text."""

    street: str
    id: str
    limit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TierRow:
    """How long a level (grid, community, district) may keep a case; id is the tier."""

    street: str
    id: str
    limit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptRow:
    """What a call-back asks, line by line; id is a group of items, or "all"."""

    street: str
    id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRow:
    """How a kind of alarm rings (domain.alarm.AlarmRule); id is the kind, times in seconds."""

    street: str
    id: str
    priority: str
    sound: str
    repeat: int
    grace: int
    louder: int
    roles: tuple[str, ...]
    quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresRow:
    """Counts by present state, kept with every case that changes; id is "all"."""

    street: str
    id: str = "all"
    filed: int = 0
    closed: int = 0
    void: int = 0
    open: int = 0
    inbox: int = 0
    last_number: int = 0
    number_year: int = 0
