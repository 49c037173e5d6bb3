"""The plan for several cases, as a proposal: nothing is applied until somebody dispatches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from commandcenter.domain import law
from commandcenter.domain.admission import GRANTED
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.holding import is_held
from commandcenter.domain.person import Officer, Power, Unit
from commandcenter.domain.refusal import require
from commandcenter.domain.runcard import RunCard
from commandcenter.services.answers import Asking, answers
from commandcenter.services.crews import room
from commandcenter.services.distances import distances
from commandcenter.services.matching import Board, Match, match, weight
from commandcenter.services.recommend import Demand, Pairs, candidate, fit
from commandcenter.services.runcards import offer
from commandcenter.services.sending import Proposal, placed, proposal
from commandcenter.services.sending_views import (
    AskAssignment,
    Assignment,
    Candidate,
    PlanRow,
    Way,
)
from commandcenter.services.shortfalls import shortfalls
from commandcenter.storage import tables as t
from commandcenter.storage.tx import Tx

MOST_CASES = 500
"""A plan that one person can still look through."""
CHUNK = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """All that a row is written from."""

    ask: Asking
    board: Board
    meant: Sequence[Proposal]
    powers: dict[str, tuple[Power, ...]]
    officers: dict[str, Officer]
    have: frozenset[str]
    lacking: dict[Demand, Pairs]

    def findings(self, case: int, crew: int) -> tuple[law.Finding, ...]:
        """What the law says to this team for this case."""
        one, found = self.board.cases[case], self.board.fit(case, crew)
        sending = law.Sending(
            unit=self.board.crews[crew].team.unit,
            kind=self.meant[case].kind,
            officers=tuple(self.officers[key] for key in found.officers),
            at=self.ask.now,
        )
        return law.findings(one, sending, self.powers[one.item], self.ask.rules.clock)

    def lawful(self, case: int, crew: int) -> bool:
        """Whether the law blocks nothing of it."""
        return all(one.severity != law.BLOCK for one in self.findings(case, crew))


@answers(AskAssignment)
def assignment(ask: Asking, query: AskAssignment) -> Assignment:
    """The best teams for these cases; the caller looks, changes and dispatches them or not."""
    wanted = tuple(dict.fromkeys(query.cases))
    require(len(wanted) <= MOST_CASES, "too_many_cases", most=MOST_CASES)
    found = {one.id: one for one in _cases(ask.tx, wanted)}
    out = [(key, _why_not(found.get(key))) for key in wanted]
    cases = [placed(ask, found[key]) for key, why in out if not why]
    plot = _plot(ask, cases)
    matches = match(plot.board, ask.now, plot.lawful)
    order = sorted(range(len(cases)), key=partial(_urgency, plot))
    rows = tuple(_row(plot, n, matches[n]) for n in order)
    busy = {one.team for one in rows}
    spare = (one.team.id for one in plot.board.crews if one.free and one.officers)
    return Assignment(
        at=ask.now,
        rows=rows,
        left_out=tuple((key, why) for key, why in out if why),
        spare=tuple(one for one in spare if one not in busy),
        minutes=sum(one.minutes or 0.0 for one in rows if one.team),
    )


def _cases(tx: Tx, wanted: Sequence[str]) -> Iterable[Case]:
    for start in range(0, len(wanted), CHUNK):
        yield from tx.seek(Case, t.cases.c.id.in_(wanted[start : start + CHUNK]))


def _why_not(case: Case | None) -> str:
    """Why a case takes no part, or nothing."""
    if case is None:
        return "no_such_case"
    if case.state is not CaseState.FILED:
        return "not_filed"
    if case.admission not in (None, GRANTED):
        return "not_on_duty_list"
    return "case_held" if is_held(case.hold) else ""


def _urgency(plot: Plot, n: int) -> tuple[float, bool, float, str]:
    one = plot.board.cases[n]
    due = one.due.timestamp() if one.due else 0.0
    return -weight(one, plot.ask.now, plot.board.values), one.due is None, due, one.number or one.id


def _plot(ask: Asking, cases: Sequence[Case]) -> Plot:
    """Everything read once and each demand asked once of each crew."""
    powers = _powers(ask.tx, {one.item for one in cases})
    have = frozenset(one.id for one in ask.tx.find(Unit))
    cards = ask.tx.find(RunCard)
    known = ask.ways.known(ask.tx)
    crews = room(ask, known.ranking)
    meant = [proposal(ask, one, powers[one.item], have, cards) for one in cases]
    asked = [
        _demand(ask, one, how, powers[one.item]) for one, how in zip(cases, meant, strict=True)
    ]
    fits = {
        demand: [fit(demand, one, known.ranking) for one in crews]
        for demand in dict.fromkeys(asked)
    }
    board = Board(
        cases=cases,
        crews=crews,
        asked=asked,
        fits=fits,
        ways=distances(known, cases, crews),
        values=known.ranking,
    )
    officers = {one.id: one for crew in crews for one in crew.officers}
    return Plot(
        ask=ask,
        board=board,
        meant=meant,
        powers=powers,
        officers=officers,
        have=have,
        lacking={demand: shortfalls(demand, crews, fits[demand], True) for demand in fits},
    )


def _powers(tx: Tx, items: set[str]) -> dict[str, tuple[Power, ...]]:
    found: dict[str, list[Power]] = defaultdict(list)
    for one in tx.seek(Power, t.TABLES["powers"].c["item"].in_(sorted(items))):
        found[one.item].append(one)
    return {item: tuple(found[item]) for item in items}


def _demand(ask: Asking, case: Case, how: Proposal, powers: Sequence[Power]) -> Demand:
    """As the dispatch panel asks, but of the units only whose matter the item is."""
    pairs = frozenset((one.unit, one.kind) for one in powers)
    units = {*ask.rules.item(case.item).units, *(unit for unit, _ in pairs)}
    if how.unit is not None:
        units.add(how.unit)
    if how.card is not None:
        units.update(how.card.co_units)
    return Demand(
        kind=how.kind,
        unit=how.unit,
        powers=pairs,
        card=how.card,
        recused=frozenset(case.recused),
        drill=case.drill,
        units=frozenset(units),
    )


def _row(plot: Plot, n: int, found: Match) -> PlanRow:
    board, how, case = plot.board, plot.meant[n], plot.board.cases[n]
    sent = _candidate(board, n, found.crew)
    unit = sent.unit if sent else how.unit
    card = offer(how.card, plot.have, ()) if how.card else None
    other = _candidate(board, n, found.second if found.first == found.crew else found.first)
    first = _candidate(board, n, found.first)
    return PlanRow(
        case=case.id,
        seen=case.version,
        number=case.number,
        item=case.item,
        level=case.level,
        place=case.place,
        lon=case.lon,
        lat=case.lat,
        due=case.due,
        team=sent.team if sent else None,
        minutes=sent.minutes if sent else None,
        metres=sent.metres if sent else None,
        way=sent.way if sent else Way.UNKNOWN,
        officers=sent.officers if sent else (),
        kind=how.kind,
        lead_unit=unit,
        co_units=tuple(one for one in card.co_units if one != unit) if card else (),
        notify=tuple(one for one in card.notify if one != unit) if card else (),
        findings=() if found.crew is None else plot.findings(n, found.crew),
        reasons=sent.reasons if sent else (),
        shortfalls=_missing(plot, n, found),
        first=first.team if first else None,
        second=other.team if other else None,
        second_minutes=other.minutes if other else None,
    )


def _candidate(board: Board, n: int, crew: int | None) -> Candidate | None:
    """A crew as a candidate for a case of the plan."""
    if crew is None:
        return None
    return candidate(board.crews[crew], board.fit(n, crew), board.ways.trip(n, crew), None)


def _missing(plot: Plot, n: int, found: Match) -> Pairs:
    """What the room lacks for the case; where teams could go but others need them more, so."""
    demand, fits = plot.board.asked[n], plot.board.fits
    missing = plot.lacking[demand]
    if found.crew is None and found.first is not None:
        able = sum(not one.excluded for one in fits[demand])
        missing = (*missing, ("all_taken", str(able)))
    return missing if plot.board.cases[n].lon is not None else (*missing, ("no_place", ""))
