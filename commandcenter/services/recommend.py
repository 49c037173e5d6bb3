"""Which team should go: by time to arrive, each place and exclusion with its reasons (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.person import Officer, TeamStatus
from commandcenter.domain.ranking import Ranking
from commandcenter.domain.ranking import minutes as minutes_for
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.task import CERTIFIED, TaskKind
from commandcenter.services.crews import Crew
from commandcenter.services.sending_views import Candidate, Way

Pairs = tuple[tuple[str, str], ...]

PAIR = 2
"""Officers with certificates that an inspection or more needs (行政处罚法 42)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a case asks of a team; cases with equal demands find the same teams fit.

    `unit` is the proposed lead, `powers` the (unit, kind) listed for the item. `units` are those
    whose matter it is, None where the dispatcher may look beyond them.
    """

    kind: TaskKind
    unit: str | None
    powers: frozenset[tuple[str, str]]
    card: RunCard | None = None
    recused: frozenset[str] = frozenset()
    drill: bool = False
    units: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Trip:
    """The way to a case in metres, None without a place; `no_road` where roads do not help."""

    metres: float | None
    way: Way
    no_road: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How a team meets a demand; `wait` minutes until it is free.

    `penalty` are minutes for what speaks against it, `unknown` those for a way without a place.
    """

    officers: tuple[str, ...]
    certified: int
    load: int
    wait: float
    penalty: float
    unknown: float
    reasons: Pairs
    excluded: Pairs


OTHER = Fit(
    officers=(),
    certified=0,
    load=0,
    wait=0.0,
    penalty=0.0,
    unknown=0.0,
    reasons=(),
    excluded=(("other_matter", ""),),
)
"""Of a team whose matter it is not, which in a plan are most: nothing else is asked of it."""


def fit(demand: Demand, crew: Crew, values: Ranking) -> Fit:
    """Whether and how well the team meets the demand, wherever the case is."""
    if demand.units is not None and crew.team.unit not in demand.units:
        return OTHER
    called_off = crew.drilling and not demand.drill
    certified = _willing(crew.certified, demand)
    reasons, penalty = _standing(demand, crew, certified, values)
    load, wait = (0, 0.0) if called_off else (crew.load, crew.wait)
    return Fit(
        officers=_proposed(demand, crew, certified),
        certified=len(certified),
        load=load,
        wait=wait,
        penalty=penalty,
        unknown=values.unknown,
        reasons=(*_busy(crew, load, wait, called_off), *reasons),
        excluded=_excluded(demand, crew, certified),
    )


def _willing(officers: tuple[Officer, ...], demand: Demand) -> tuple[Officer, ...]:
    """Those who have no tie to the case (行政处罚法 43)."""
    if not demand.recused:
        return officers
    return tuple(one for one in officers if one.id not in demand.recused)


def _lapsed(one: Officer) -> bool:
    """Whether one who does not count as certified has a certificate all the same."""
    return one.certificate is not None and not one.auxiliary


def rank(
    crews: Sequence[Crew], fits: Sequence[Fit], trips: Sequence[Trip]
) -> tuple[Candidate, ...]:
    """Candidates best first and numbered, then the excluded ones by their key."""
    able = ranked(crews, fits, trips)
    first = [candidate(crews[n], fits[n], trips[n], place) for place, n in enumerate(able, 1)]
    out = [n for n in range(len(crews)) if fits[n].excluded]
    out.sort(key=lambda n: crews[n].team.id)
    return (*first, *(candidate(crews[n], fits[n], trips[n], None) for n in out))


def ranked(crews: Sequence[Crew], fits: Sequence[Fit], trips: Sequence[Trip]) -> list[int]:
    """The numbers of the crews that may go, best first."""
    able = [n for n in range(len(crews)) if not fits[n].excluded]
    return sorted(able, key=lambda n: (cost(crews[n], fits[n], trips[n]), crews[n].team.id))


def arrival(crew: Crew, found: Fit, trip: Trip) -> float | None:
    """Minutes until the team is there; None where the way is not known."""
    return None if trip.metres is None else found.wait + minutes_for(trip.metres, crew.speed)


def cost(crew: Crew, found: Fit, trip: Trip) -> float:
    """What the ranking goes by: minutes to arrive, and minutes for what speaks against it."""
    there = arrival(crew, found, trip)
    return (found.wait + found.unknown if there is None else there) + found.penalty


def candidate(crew: Crew, found: Fit, trip: Trip, place: int | None) -> Candidate:
    """The team with its place, or None for an excluded one, and why."""
    there = arrival(crew, found, trip)
    return Candidate(
        team=crew.team.id,
        unit=crew.team.unit,
        rank=place,
        metres=trip.metres,
        certified=found.certified,
        load=found.load,
        reasons=(*_trip(crew, trip, there), *found.reasons),
        excluded=found.excluded,
        minutes=there,
        way=trip.way,
        officers=found.officers,
    )


def _trip(crew: Crew, trip: Trip, there: float | None) -> Pairs:
    if trip.metres is None or there is None:
        return (("distance_unknown", ""),)
    along = "road" if trip.way is Way.ROAD else "distance"
    pace = "pace_vehicle" if crew.team.vehicle else "pace_foot"
    found = [("arrives", f"{there:.0f}"), (along, f"{trip.metres:.0f}")]
    if trip.no_road:
        found.append(("no_road", ""))
    return (*found, (pace, f"{crew.speed:g}"))


def _busy(crew: Crew, load: int, wait: float, called_off: bool) -> Pairs:
    found: list[tuple[str, str]] = []
    if crew.free or called_off:
        found.append(("free", ""))
    else:
        found.append(("busy", crew.team.status.value))
    if called_off:
        found.append(("drilling", ""))
    if load:
        found += [("load", str(load)), ("wait", f"{wait:.0f}")]
    return tuple(found)


def _standing(
    demand: Demand, crew: Crew, certified: tuple[Officer, ...], values: Ranking
) -> tuple[Pairs, float]:
    """The reasons that do not depend on the way, and the minutes they weigh."""
    found = [("certified", str(len(certified)), 0.0)]
    powered = (crew.team.unit, demand.kind.value) in demand.powers
    found.append(("power", "", 0.0) if powered else ("no_power", "", values.no_power))
    if demand.unit is not None and crew.team.unit != demand.unit:
        found.append(("other_unit", "", values.other_unit))
    if crew.age is not None:
        code, weight = ("stale_position", values.stale) if crew.stale else ("fresh_position", 0.0)
        found.append((code, f"{int(crew.age)}", weight))
    if demand.card is not None:
        found += _by_card(demand.card, demand, crew, len(certified), values)
    pairs = tuple((code, value) for code, value, _ in found)
    return pairs, sum(weight for _, _, weight in found)


def _by_card(
    card: RunCard, demand: Demand, crew: Crew, certified: int, values: Ranking
) -> list[tuple[str, str, float]]:
    """What the run card wants of the team's kind, officers, powers and equipment."""
    found = []
    if card.wanted and crew.team.kind not in card.wanted:
        found.append(("other_kind", crew.team.kind, values.other_kind))
    if certified < card.officers:
        found.append(("few_officers", f"{certified}/{card.officers}", values.few_officers))
    lacking = [one for one in card.powers if (crew.team.unit, one) not in demand.powers]
    if lacking:
        found.append(("card_power_missing", ",".join(lacking), values.card_power))
    have = [one for one in card.equipment if one in crew.team.equipment]
    if have:
        found.append(("equipment", ",".join(have), 0.0))
    missing = [one for one in card.equipment if one not in crew.team.equipment]
    if missing:
        found.append(("equipment_missing", ",".join(missing), values.no_equipment * len(missing)))
    return found


def _excluded(demand: Demand, crew: Crew, certified: tuple[Officer, ...]) -> Pairs:
    found = []
    if crew.team.status is TeamStatus.OFF:
        found.append(("off", ""))
    if crew.team.status is TeamStatus.REST:
        found.append(("resting", ""))
    if not (crew.certified or crew.others):
        found.append(("nobody_on_shift", ""))
    if demand.kind not in CERTIFIED:
        return tuple(found)
    if len(certified) < PAIR:
        found.append(("too_few_certified", str(len(certified))))
        if len(crew.certified) >= PAIR:
            found.append(("recused", ""))
    if (crew.team.unit, demand.kind.value) not in demand.powers:
        found.append(("no_power", ""))
    return tuple(found)


def _proposed(demand: Demand, crew: Crew, certified: tuple[Officer, ...]) -> tuple[str, ...]:
    """Who goes, the leader first: with certificates where the kind wants them, never recused.

    An auxiliary never leads: a crew of auxiliaries alone is proposed without names. Who has a
    certificate that does not count today is never picked (domain.md section 5).
    """
    number = max(PAIR, demand.card.officers if demand.card else 0)
    if demand.kind in CERTIFIED:
        return tuple(one.id for one in certified[:number])
    others = (one for one in _willing(crew.others, demand) if not _lapsed(one))
    going = (*certified, *others)[:number]
    return tuple(one.id for one in going) if going and not going[0].auxiliary else ()
