"""The measures of the screen: one grid, one scale of type, three densities; which is in force."""

from __future__ import annotations

from dataclasses import dataclass

UNIT = 4
"""The grid in pixels: gaps and edges are multiples of it, HAIR is its half."""
HAIR, TIGHT, GAP, WIDE, BROAD, VAST = UNIT // 2, UNIT, 2 * UNIT, 3 * UNIT, 4 * UNIT, 6 * UNIT

Edges = tuple[int, int, int, int]
"""Left, top, right and bottom, as setContentsMargins wants them."""
NONE: Edges = (0, 0, 0, 0)
ROUND: Edges = (TIGHT, TIGHT, TIGHT, TIGHT)
LINE: Edges = (GAP, 0, GAP, 0)
BAR: Edges = (GAP, HAIR, GAP, HAIR)
FORM: Edges = (GAP, TIGHT, GAP, TIGHT)
BELOW: Edges = (0, TIGHT, 0, 0)
SAID: Edges = (BROAD, GAP, BROAD, GAP)

BODY, SMALL, CAPTION, LEAD, PLATE = 10, 9, 8, 13, 16
"""The scale of type in points at the normal density: text, badges, axes, a head, a plate."""


@dataclass(frozen=True, slots=True)
class Density:
    """How close the rows stand: points of the text, pixels above and below it, size of lamps."""

    name: str
    points: int
    air: int
    lamp: float


COMPACT = Density("compact", 9, 2, 0.9)
NORMAL = Density("normal", BODY, UNIT, 1.0)
LARGE = Density("large", 13, 6, 1.5)
DENSITIES = (COMPACT, NORMAL, LARGE)

_now = [NORMAL]


def density() -> Density:
    """The density in force; ask when painting or measuring, it changes under a person's hand."""
    return _now[0]


def use(chosen: Density) -> None:
    """Put a density in force for what is measured from now on (ui/looks.py spreads it)."""
    _now[0] = chosen


def named(name: str) -> Density:
    """The density of that name; an unknown one is the normal."""
    return next((one for one in DENSITIES if one.name == name), NORMAL)


def points(usual: int = BODY) -> int:
    """What `usual` points of the normal density are in the one in force."""
    return usual + density().points - NORMAL.points
