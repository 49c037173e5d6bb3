"""What the wall says, worked out from the board: pure functions, no person and no free word.

Of a case only its short number, item, community, unit and clock leave this file; where it lies is
told by some 50 metres. Names come from street_names(), which knows no people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.case import INBOX
from commandcenter.domain.clock import Lamp
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Position, Team, TeamStatus
from commandcenter.services.views import CaseLine, Figures, Reference
from ui.models.queue_cells import TOKENS as LAMP_TOKENS
from ui.models.queue_cells import lamps, left_cell, urgency
from ui.models.roster_cells import STATUS_TOKENS
from ui.panels.map_rows import Centres, Row, case_row, team_row
from ui.words import say, short_number, word

MOST = 5
GRAIN = 0.0005
"""Degrees to which a place is told: about 50 metres, no house."""
SIGNS = {Lamp.RED: "▲", Lamp.YELLOW: "◆", Lamp.GREEN: "●", None: "○"}
TOKENS: dict[Lamp | None, str] = {**LAMP_TOKENS, None: "lamp_none"}
TEAM_SIGNS = {
    TeamStatus.FREE: "○",
    TeamStatus.ASSIGNED: "◔",
    TeamStatus.SIGNED: "◑",
    TeamStatus.EN_ROUTE: "▶",
    TeamStatus.ON_SCENE: "■",
    TeamStatus.REST: "–",
    TeamStatus.OFF: "×",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure, what it counts, and the sign and colour of its lamp."""

    name: str
    count: int
    sign: str
    token: str


@dataclass(frozen=True, slots=True)
class Worst:
    """A case that is short of time: two lines of text, its sign and colour."""

    head: str
    left: str
    foot: str
    sign: str
    token: str


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team and how it stands."""

    name: str
    status: str
    sign: str
    token: str


def street_names(reference: Reference) -> dict[str, str]:
    """Items, communities and units by code or id; no person is among them."""
    return {
        **{one.code: one.name for one in reference.items},
        **reference.communities,
        **{one.id: one.short for one in reference.units},
    }


def tiles(lines: Iterable[CaseLine], figures: Figures, now: datetime) -> tuple[Tile, ...]:
    """The lamps of the open cases, what waits and what the day has brought; drills do not count."""
    live = [line for line in lines if not line.drill]
    count: Counter[Lamp | None] = Counter(
        lamps(line, now).worst for line in live if line.state not in INBOX
    )
    waiting = sum(line.state in INBOX for line in live)
    calm = count[Lamp.GREEN] + count[None]
    return (
        Tile(say("超时"), count[Lamp.RED], SIGNS[Lamp.RED], TOKENS[Lamp.RED]),
        Tile(say("将到期"), count[Lamp.YELLOW], SIGNS[Lamp.YELLOW], TOKENS[Lamp.YELLOW]),
        Tile(say("正常"), calm, SIGNS[Lamp.GREEN], TOKENS[Lamp.GREEN]),
        Tile(say("待立案"), waiting, "☐", "accent"),
        Tile(say("今日立案"), figures.filed, "＋", "text"),
        Tile(say("今日结案"), figures.closed, "✓", "ok"),
    )


def worst(lines: Iterable[CaseLine], names: Mapping[str, str], now: datetime) -> tuple[Worst, ...]:
    """The five that a person is needed for first, in the order of the queue."""
    wanted = (one for one in lines if one.state not in INBOX or one.level is Level.URGENT)
    ranked = sorted(wanted, key=lambda one: urgency(one, now))
    return tuple(_worst(one, names, now) for one in ranked[:MOST])


def cards(teams: Iterable[Team]) -> tuple[TeamCard, ...]:
    """Teams by their status, who is out first."""
    order = list(reversed(TEAM_SIGNS))
    at_work = (one for one in teams if one.status is not TeamStatus.OFF)
    ranked = sorted(at_work, key=lambda one: (order.index(one.status), one.short))
    return tuple(_card(one) for one in ranked)


def case_mark(
    line: CaseLine, names: Mapping[str, str], places: Centres, now: datetime
) -> Row | None:
    """A case for the wall's map: where it lies by some 50 metres."""
    row = case_row(line, names, places, now)
    return None if row is None else _coarse(row)


def team_mark(team: Team, position: Position) -> Row:
    """A team for the wall's map, as coarsely."""
    return _coarse(team_row(team, position))


def _coarse(row: Row) -> Row:
    return {**row, **{axis: round(round(row[axis] / GRAIN) * GRAIN, 6) for axis in ("lon", "lat")}}


def _worst(line: CaseLine, names: Mapping[str, str], now: datetime) -> Worst:
    number = short_number(line.number) or say("待立案")
    drill = say("演练 ") if line.drill else ""
    lamp = lamps(line, now).worst
    unit = names.get(line.lead_unit or "", say("还没派"))
    foot = (names.get(line.community or "", ""), unit, word(line.level))
    return Worst(
        head=f"{drill}{number} {names.get(line.item, line.item)}",
        left=left_cell(line, now).text,
        foot=" · ".join(filter(None, foot)),
        sign=SIGNS[lamp],
        token="urgent" if line.state in INBOX else TOKENS[lamp],
    )


def _card(team: Team) -> TeamCard:
    status = team.status
    return TeamCard(team.short, word(status), TEAM_SIGNS[status], STATUS_TOKENS[status])
