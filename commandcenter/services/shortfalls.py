"""What the whole room lacks for a case, named by code and value (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from commandcenter.domain.task import CERTIFIED
from commandcenter.services.crews import Crew
from commandcenter.services.recommend import Demand, Fit, Pairs
from commandcenter.services.sending_views import CardOffer

Pair = tuple[Crew, Fit]


def shortfalls(demand: Demand, crews: Sequence[Crew], fits: Sequence[Fit], placed: bool) -> Pairs:
    """Of all crews and how they meet the demand; `placed` is whether the case has a place."""
    pairs = list(zip(crews, fits, strict=True))
    able = [pair for pair in pairs if not pair[1].excluded]
    found = list(_few(demand, able) if able else _nobody(demand, pairs))
    if not placed:
        found.append(("no_place", ""))
    return tuple(found)


def with_card(offer: CardOffer | None) -> Pairs:
    """Kinds of teams of which the run card wants more than may go."""
    if offer is None:
        return ()
    short = [f"{one.kind}:{one.short}" for one in offer.crews if one.short]
    return (("crews_short", ",".join(short)),) if short else ()


def _nobody(demand: Demand, pairs: list[Pair]) -> Iterable[tuple[str, str]]:
    """Why there is not one to go: what is missing to those who come nearest to it."""
    if not pairs:
        yield "no_team", ""
        return
    if demand.kind in CERTIFIED and all(kind != demand.kind.value for _, kind in demand.powers):
        yield "no_power_listed", demand.kind.value
    ours = [one for one in pairs if not _codes(one) & {"other_matter", "no_power"}]
    present = [one for one in ours if not _codes(one) & {"off", "resting"}]
    manned = [one for one in present if "nobody_on_shift" not in _codes(one)]
    if not ours:
        yield "all_excluded", str(len(pairs))
    elif not present:
        resting = sum("resting" in _codes(one) for one in ours)
        yield ("all_resting", str(resting)) if resting else ("all_off", str(len(ours)))
    elif not manned:
        yield "nobody_on_shift", str(len(present))
    elif all("recused" in _codes(one) for one in manned):
        yield "all_recused", str(len(manned))
    else:
        yield "too_few_certified", str(max(found.certified for _, found in manned))


def _codes(pair: Pair) -> set[str]:
    return {code for code, _ in pair[1].excluded}


def _few(demand: Demand, able: list[Pair]) -> Iterable[tuple[str, str]]:
    """What those who may go lack all together."""
    if all(found.load for _, found in able):
        yield "all_busy", str(len(able))
    known = [crew for crew, _ in able if crew.age is not None]
    if not known:
        yield "positions_unknown", f"{len(able)}/{len(able)}"
    elif all(crew.stale for crew in known):
        yield "positions_stale", f"{len(known)}/{len(able)}"
    card = demand.card
    if card is None:
        return
    missing = [e for e in card.equipment if all(e not in crew.team.equipment for crew, _ in able)]
    if missing:
        yield "equipment_missing", ",".join(missing)
    most = max(found.certified for _, found in able)
    if most < card.officers:
        yield "officers_short", f"{most}/{card.officers}"
