"""What the whole room lacks for a case, named by code and value (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from commandcenter.domain.person import TeamStatus
from commandcenter.domain.task import CERTIFIED
from commandcenter.services.crews import Crew
from commandcenter.services.recommend import PAIR, Demand, Pairs, fit
from commandcenter.services.sending_views import CardOffer


def shortfalls(demand: Demand, crews: Sequence[Crew], able: Sequence[Crew], placed: bool) -> Pairs:
    """Of all crews and those able to go; `placed` is whether the case has a place."""
    found = list(_nobody(demand, crews)) if not able else list(_few(demand, able))
    if not placed:
        found.append(("no_place", ""))
    return tuple(found)


def with_card(offer: CardOffer | None) -> Pairs:
    """Kinds of teams of which the run card wants more than may go."""
    if offer is None:
        return ()
    short = [f"{one.kind}:{one.short}" for one in offer.crews if one.short]
    return (("crews_short", ",".join(short)),) if short else ()


def _nobody(demand: Demand, crews: Sequence[Crew]) -> Iterable[tuple[str, str]]:
    """Why there is not one to go: the reason that all of those share who come nearest to it."""
    if not crews:
        yield "no_team", ""
        return
    strict = demand.kind in CERTIFIED
    if strict and all(kind != demand.kind.value for _, kind in demand.powers):
        yield "no_power_listed", demand.kind.value
    codes = {one.team.id: {code for code, _ in fit(demand, one).excluded} for one in crews}
    ours = [one for one in crews if not codes[one.team.id] & {"other_matter", "no_power"}]
    if not ours:
        yield "all_excluded", str(len(crews))
        return
    present = [one for one in ours if one.team.status not in (TeamStatus.OFF, TeamStatus.REST)]
    if not present:
        resting = sum(one.team.status is TeamStatus.REST for one in ours)
        yield ("all_resting", str(resting)) if resting else ("all_off", str(len(ours)))
        return
    manned = [one for one in present if one.officers]
    if not manned:
        yield "nobody_on_shift", str(len(present))
    elif all("recused" in codes[one.team.id] for one in manned):
        yield "all_recused", str(len(manned))
    else:
        most = max(fit(demand, one).certified for one in manned)
        yield "too_few_certified", str(most)


def _few(demand: Demand, able: Sequence[Crew]) -> Iterable[tuple[str, str]]:
    """What those who may go lack all together."""
    if all(not one.free and not (one.drilling and not demand.drill) for one in able):
        yield "all_busy", str(len(able))
    known = [one for one in able if one.age is not None]
    if not known:
        yield "positions_unknown", f"{len(able)}/{len(able)}"
    elif all(one.stale for one in known):
        yield "positions_stale", f"{len(known)}/{len(able)}"
    card = demand.card
    if card is None:
        return
    missing = [e for e in card.equipment if all(e not in one.team.equipment for one in able)]
    if missing:
        yield "equipment_missing", ",".join(missing)
    most = max(len(one.certified) for one in able)
    if most < card.officers and most >= PAIR:
        yield "officers_short", f"{most}/{card.officers}"
    elif most < card.officers:
        yield "too_few_certified", str(most)
