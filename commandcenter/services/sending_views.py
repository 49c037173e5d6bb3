"""Questions and answers of dispatch: candidates, plan of several, overrules, trial; times UTC.

A reason, an exclusion and a shortfall are (code, value) pairs; minutes count from the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commandcenter.domain.law import Finding
from commandcenter.domain.limits import Level
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.task import TaskKind

REASONS = frozenset(
    {
        *("road", "distance", "distance_unknown", "no_road"),
        *("arrives", "pace_vehicle", "pace_foot", "wait", "free", "busy", "load", "drilling"),
        *("certified", "few_officers", "power", "no_power", "card_power_missing"),
        *("fresh_position", "stale_position", "other_unit", "other_kind"),
        *("equipment", "equipment_missing"),
    }
)
"""Codes of a candidate's reasons.

Values: road, distance (already x factor) metres; arrives, wait, fresh_position, stale_position
minutes; pace_vehicle, pace_foot km/h; busy the status; load a number of tasks; certified a number;
few_officers "has/wanted"; card_power_missing kinds of task; other_kind the team's kind;
equipment, equipment_missing names; lists by comma. The others have none.
"""
EXCLUSIONS = frozenset(
    {
        *("off", "resting", "nobody_on_shift", "too_few_certified", "no_power", "recused"),
        *("other_matter", "law"),
    }
)
"""Codes of an exclusion; too_few_certified a number, law the finding's code."""
SHORTFALLS = frozenset(
    {
        *("no_team", "all_off", "all_resting", "nobody_on_shift", "too_few_certified"),
        *("no_power_listed", "all_recused", "all_excluded", "all_busy", "all_taken"),
        *("positions_stale", "positions_unknown", "no_place"),
        *("equipment_missing", "crews_short", "officers_short"),
    }
)
"""Codes of a shortfall.

Values: numbers of teams for all_ and nobody_on_shift; too_few_certified the most that a team has;
no_power_listed the kind of task; positions_ "concerned/teams"; equipment_missing names;
crews_short "kind:missing"; officers_short "has/wanted".
"""


class Way(StrEnum):
    """How the metres were reckoned: along roads, distance x factor, or not at all."""

    ROAD = "road"
    AIR = "air"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A team that may go, or the codes why not; reasons are (code, value) pairs.

    `metres` is the way to go as `way` says, `minutes` the time to arrive: what its present task
    still takes, and the way. Both are None where the team or the case has no place. `officers`
    are proposed, the leader first; empty where nobody of the crew may lead.
    """

    team: str
    unit: str
    rank: int | None
    metres: float | None
    certified: int
    load: int
    reasons: tuple[tuple[str, str], ...]
    excluded: tuple[tuple[str, str], ...]
    minutes: float | None = None
    way: Way = Way.UNKNOWN
    officers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewOffer:
    """Teams of a kind that a run card wants, the nearest that may go; short = wanted - teams."""

    kind: str
    wanted: int
    teams: tuple[str, ...]

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.wanted - len(self.teams))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOffer:
    """The run card that speaks of the case, and what it proposes; units the street has only."""

    card: str
    name: str
    lead: str
    kind: TaskKind
    co_units: tuple[str, ...]
    notify: tuple[str, ...]
    crews: tuple[CrewOffer, ...]
    officers: int
    powers: tuple[str, ...]
    equipment: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatesView:
    """Ranked candidates, then the excluded ones; findings of the law for the chosen team.

    `shortfalls` name what is missing in the whole room, such as ("all_resting", "4").
    """

    case: str
    kind: TaskKind
    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...]
    proposed_unit: str | None
    proposed_kind: TaskKind
    shortfalls: tuple[tuple[str, str], ...] = ()
    card: CardOffer | None = None

    @property
    def first(self) -> str | None:
        """DispatchCase.first: the team that stands first, None if none of the unit's may go."""
        able = [one for one in self.candidates if one.rank is not None]
        own = any(one.unit == self.proposed_unit for one in able)
        return able[0].team if own else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAssignment:
    """-> Assignment: the best teams for these cases (ids of filed ones), one team a case."""

    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A case of the plan with the team proposed for it, or None with the shortfalls.

    `seen` is the case's version for DispatchCase; `lead_unit` is the team's unit, without a team
    the one that should lead. `first` is the team that this case alone would get (DispatchCase
    wants a reason where another goes), `second` the best one beside the proposed: another row may
    use either. `findings` are the law's warnings and notes: a team that it blocks is not offered.
    """

    case: str
    seen: int
    number: str | None
    item: str
    level: Level
    place: str
    lon: float | None
    lat: float | None
    due: datetime | None
    team: str | None
    minutes: float | None
    metres: float | None
    way: Way
    officers: tuple[str, ...]
    kind: TaskKind
    lead_unit: str | None
    co_units: tuple[str, ...]
    notify: tuple[str, ...]
    findings: tuple[Finding, ...]
    reasons: tuple[tuple[str, str], ...]
    shortfalls: tuple[tuple[str, str], ...]
    first: str | None = None
    second: str | None = None
    second_minutes: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A plan as of `at`, never applied by itself: rows in order of urgency.

    `left_out` are (case, code) that take no part, `spare` the teams that stay free.
    """

    at: datetime
    rows: tuple[PlanRow, ...]
    left_out: tuple[tuple[str, str], ...]
    spare: tuple[str, ...]
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOverrules:
    """-> Overrules of the last N days."""

    days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrules:
    """Dispatches since an instant (UTC).

    `ranked` had a first place to follow, `followed` took it, `reasons` count the others by code,
    the most first: ranked = followed + sum of reasons.
    """

    since: datetime
    dispatched: int
    ranked: int
    followed: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTrial:
    """-> Trial: these run cards, on or off, against the cases dispatched in the last N days."""

    cards: tuple[RunCard, ...]
    days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTrial:
    """One card against the past: of `matched` cases, how many were sent as it says.

    `leads` are (unit really sent, cases) where it was another than the card's. `minutes_sent` is
    the median from dispatch to the scene in these cases, `minutes_card` that of the card's lead
    in all cases looked at, each None where nobody reported the arrival. `examples` are numbers of
    matched cases that the card would have changed, the newest first.
    """

    card: str
    matched: int
    same_lead: int
    same_kind: int
    same_crews: int
    unchanged: int
    leads: tuple[tuple[str, int], ...]
    minutes_sent: float | None
    minutes_card: float | None
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The cards tried on the newest cases since an instant (UTC); `more` where it was cut."""

    since: datetime
    looked: int
    more: bool
    cards: tuple[CardTrial, ...]
