"""The lines of the administrator's tables as plain cells: the street's own people and ground."""

from __future__ import annotations

from dataclasses import dataclass, field


class Line:
    """A line of a table; fields are text, yes or no, or several texts, so that any cell shows."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine(Line):
    """Somebody of the street; name and telephone are personal data and never in the journal."""

    id: str
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    roles: tuple[str, ...] = ()
    unit: str = ""
    grids: tuple[str, ...] = ()
    on_shift: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine(Line):
    """A unit one can dispatch."""

    id: str
    name: str = ""
    short: str = ""
    kind: str = "street"
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine(Line):
    """An item of the catalogue; limit 2wh or empty, the first unit leads; off the list waits."""

    code: str
    name: str = ""
    level: str = "general"
    limit: str = ""
    units: tuple[str, ...] = ()
    void: bool = False
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine(Line):
    """A stage's limit at a level; empty where there is none."""

    level: str
    stage: str
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerLine(Line):
    """A published decision gives this unit this kind of task over this item."""

    item: str
    unit: str
    kind: str
    default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine(Line):
    """A day off or a make-up workday (ISO date); origin is the library or the notice."""

    day: str
    kind: str = "off"
    name: str = ""
    origin: str = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine(Line):
    """An officer: certificate with its last valid day (ISO date), recorder, team."""

    id: str
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    unit: str = ""
    team: str = ""
    auxiliary: bool = False
    certificate: str = ""
    valid_until: str = ""
    recorder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine(Line):
    """A team of a unit."""

    id: str
    unit: str = ""
    name: str = ""
    short: str = ""
    kind: str = ""
    vehicle: str = ""
    equipment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityLine(Line):
    """A community: 12 digits, official and spoken name."""

    id: str
    name: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine(Line):
    """A grid of a community; a void one keeps its reason and its code is never used again.

    A new one has no ring until a file of boundaries is imported: it is chosen by code or name.
    """

    id: str
    name: str = ""
    kind: str = "basic"
    void_reason: str = ""
