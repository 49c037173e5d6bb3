"""The dispatch panel's answer: proposed unit and kind, run card, candidates, the law's findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain import law
from commandcenter.domain.case import Case
from commandcenter.domain.person import Officer, Power, Unit
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.task import TaskKind
from commandcenter.services.answers import Asking, answers
from commandcenter.services.crews import room
from commandcenter.services.distances import distances
from commandcenter.services.recommend import Demand, fit, rank, ranked
from commandcenter.services.runcards import card_of, offer
from commandcenter.services.shortfalls import shortfalls, with_card
from commandcenter.services.views import AskCandidates, CandidatesView
from commandcenter.storage.reference import GridRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Who should lead a case and with what kind of task, by run card or by the tables."""

    unit: str | None
    kind: TaskKind
    card: RunCard | None


@answers(AskCandidates)
def candidates(ask: Asking, query: AskCandidates) -> CandidatesView:
    """Ranked teams with reasons; findings for the unit, kind and officers chosen so far."""
    case = placed(ask, ask.tx.need(Case, query.case, "no_such_case"))
    powers = tuple(ask.tx.find(Power, item=case.item))
    have = frozenset(one.id for one in ask.tx.find(Unit))
    meant = proposal(ask, case, powers, have, ask.tx.find(RunCard), query.unit, query.kind)
    known = ask.ways.known(ask.tx)
    crews = room(ask, known.ranking)
    demand = Demand(
        kind=meant.kind,
        unit=meant.unit,
        powers=frozenset((one.unit, one.kind) for one in powers),
        card=meant.card,
        recused=frozenset(case.recused),
        drill=case.drill,
    )
    fits = [fit(demand, one, known.ranking) for one in crews]
    way = distances(known, [case], crews)
    trips = [way.trip(0, n) for n in range(len(crews))]
    able = [crews[n] for n in ranked(crews, fits, trips)]
    card = offer(meant.card, have, able) if meant.card else None
    missing = shortfalls(demand, crews, fits, case.lon is not None)
    chosen = tuple(ask.tx.need(Officer, one, "no_such_officer") for one in query.officers)
    sending = law.Sending(unit=meant.unit or "", kind=meant.kind, officers=chosen, at=ask.now)
    return CandidatesView(
        case=case.id,
        kind=meant.kind,
        candidates=rank(crews, fits, trips),
        findings=law.findings(case, sending, powers, ask.rules.clock),
        proposed_unit=meant.unit,
        proposed_kind=meant.kind,
        shortfalls=(*missing, *with_card(card)),
        card=card,
    )


def placed(ask: Asking, case: Case) -> Case:
    """The case with its grid's centre where it has no point of its own."""
    if case.lon is not None or case.grid is None:
        return case
    row = ask.tx.get(GridRow, case.grid)
    return case.changed(lon=row.lon, lat=row.lat) if row is not None and row.drawn else case


def proposal(
    ask: Asking,
    case: Case,
    powers: Sequence[Power],
    have: frozenset[str],
    cards: Sequence[RunCard],
    unit: str | None = None,
    kind: TaskKind | None = None,
) -> Proposal:
    """What was chosen, else what the run card says, else the item's units and the power table."""
    card = card_of(ask, case, cards)
    said = card.lead if card is not None and card.lead in have else None
    lead = unit or said or _unit(ask, case, powers, have)
    if kind is None:
        kind = card.kind if card is not None and lead == said else _kind(lead, powers)
    return Proposal(unit=lead, kind=kind, card=card)


def _unit(ask: Asking, case: Case, powers: Sequence[Power], have: frozenset[str]) -> str | None:
    """The item's lead unit if the street has it, else the first with a listed power."""
    item = ask.rules.item(case.item)
    for unit in (*item.units, *(one.unit for one in powers if one.default)):
        if unit in have:
            return unit
    return next((one.unit for one in powers if one.unit in have), None)


def _kind(unit: str | None, powers: Sequence[Power]) -> TaskKind:
    """The kind that the power table shows first for this unit (section 5)."""
    mine = [one for one in powers if one.unit == unit]
    first = next((one for one in mine if one.default), mine[0] if mine else None)
    return TaskKind(first.kind) if first else TaskKind.HANDLE
