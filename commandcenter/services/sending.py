"""The dispatch panel's answer: proposed unit and kind, candidates, the law's findings."""

from __future__ import annotations

from commandcenter.domain import law
from commandcenter.domain.case import Case
from commandcenter.domain.person import Officer, Power, Team, Unit
from commandcenter.domain.task import TaskKind
from commandcenter.services.answers import Asking, answers
from commandcenter.services.feed import positions
from commandcenter.services.recommend import Scene, rank
from commandcenter.services.views import AskCandidates, CandidatesView
from commandcenter.storage.reference import GridRow


@answers(AskCandidates)
def candidates(ask: Asking, query: AskCandidates) -> CandidatesView:
    """Ranked teams with reasons; findings for the unit, kind and officers chosen so far."""
    case = _placed(ask, ask.tx.need(Case, query.case, "no_such_case"))
    powers = tuple(ask.tx.find(Power, item=case.item))
    unit = query.unit or _unit(ask, case, powers)
    kind = query.kind or _kind(unit, powers)
    teams = tuple(ask.tx.find(Team))
    scene = Scene(
        case=case,
        kind=kind,
        units=(unit,) if unit else (),
        now=ask.now,
        clock=ask.rules.clock,
        powers=powers,
        drilling=_drilling(ask, teams),
    )
    everyone = tuple(ask.tx.find(Officer))
    seen = {one.team: one for one in positions(ask.tx)}
    ranked = rank(scene, teams, everyone, seen)
    chosen = tuple(one for wanted in query.officers for one in everyone if one.id == wanted)
    sending = law.Sending(unit=unit or "", kind=kind, officers=chosen, at=ask.now)
    return CandidatesView(
        case=case.id,
        kind=kind,
        candidates=ranked,
        findings=law.findings(case, sending, powers, ask.rules.clock),
        proposed_unit=unit,
        proposed_kind=kind,
    )


def _drilling(ask: Asking, teams: tuple[Team, ...]) -> frozenset[str]:
    """Teams whose task belongs to a drill."""
    at_work = [(one.id, ask.tx.get(Case, one.case)) for one in teams if one.case is not None]
    return frozenset(team for team, case in at_work if case is not None and case.drill)


def _placed(ask: Asking, case: Case) -> Case:
    """The case with its grid's centre where it has no point of its own."""
    if case.lon is not None or case.grid is None:
        return case
    row = ask.tx.get(GridRow, case.grid)
    return case.changed(lon=row.lon, lat=row.lat) if row is not None and row.drawn else case


def _unit(ask: Asking, case: Case, powers: tuple[Power, ...]) -> str | None:
    """The item's lead unit if the street has it, else the first with a listed power."""
    have = {one.id for one in ask.tx.find(Unit)}
    item = ask.rules.item(case.item)
    for unit in (*item.units, *(one.unit for one in powers if one.default)):
        if unit in have:
            return unit
    return next((one.unit for one in powers if one.unit in have), None)


def _kind(unit: str | None, powers: tuple[Power, ...]) -> TaskKind:
    """The kind that the power table shows first for this unit (section 5)."""
    mine = [one for one in powers if one.unit == unit]
    first = next((one for one in mine if one.default), mine[0] if mine else None)
    return TaskKind(first.kind) if first else TaskKind.HANDLE
