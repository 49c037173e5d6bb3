"""Who may ask what, on which cases one may ask and act: a unit has its own cases only.

What one may do stands in HANDLERS beside each handler; ASKING is its twin for questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import CaseCommand, Command
from commandcenter.domain.journal import Entry
from commandcenter.domain.person import Officer, Person, Position, Team
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import DESK_ROLES, STANDS_IN, Role, apart, standing_in
from commandcenter.domain.tier import Tier
from commandcenter.services import alarm_views as al
from commandcenter.services import callback_views as k
from commandcenter.services import chart_views as ch
from commandcenter.services import duty_views as d
from commandcenter.services import emergency_views as e
from commandcenter.services import handover_views as h
from commandcenter.services import joining_views as jo
from commandcenter.services import order_views as o
from commandcenter.services import relief_views as f
from commandcenter.services import replay_views as r
from commandcenter.services import review_views as w
from commandcenter.services import sending_views as sv
from commandcenter.services import tier_views as lv
from commandcenter.services import trying_views as ty
from commandcenter.services import views as v
from commandcenter.services import whistle_views as b
from commandcenter.services.shifted import counting, on_shift
from commandcenter.storage import tables as t
from commandcenter.storage.tx import Tx

R = Role
CHUNK = 400
TABLES = "tables"
"""The subject of changed tables: everybody hears that they did, for they act by them."""
WHOLE_STREET = DESK_ROLES | {
    R.DUTY_LEADER,
    R.STREET_LEADER,
    R.DIRECTOR,
    R.SECRETARY,
    R.HOTLINE_SEAT,
    R.SUPERVISOR,
    R.ADMINISTRATOR,
    R.AUDITOR,
    R.SYSTEM,
}
"""Who sees every case of the street; everybody else sees their own."""

_WORKING = WHOLE_STREET - {R.ADMINISTRATOR, R.AUDITOR}
_FIELD = frozenset({R.UNIT, R.TEAM_LEADER, R.GRID_MEMBER, R.CHECKER, R.GATEWAY})
SEATS = frozenset({R.COMMUNITY_SEAT, R.DISTRICT_SEAT})
"""Who looks at the street from below and from above: each at the cases of its level."""
SEEING = WHOLE_STREET | _FIELD | SEATS
"""Who sees cases at all: an operator keeps the machine and sees none."""

ASKING: dict[type[Any], frozenset[Role]] = {
    v.AskBoard: SEEING,
    v.AskReference: frozenset(Role),
    v.AskRules: frozenset(Role),
    v.AskCase: SEEING,
    v.AskFind: SEEING,
    v.AskPicture: _WORKING | _FIELD | SEATS,
    v.AskBeside: _WORKING | _FIELD | {R.COMMUNITY_SEAT},
    v.AskPlace: _WORKING | {R.GRID_MEMBER, R.COMMUNITY_SEAT, R.GATEWAY, R.ADMINISTRATOR},
    v.AskCandidates: _WORKING,
    v.AskTables: frozenset({R.ADMINISTRATOR}),
    v.AskAccounts: frozenset(Role),
    v.AskTableHistory: frozenset({R.ADMINISTRATOR, R.AUDITOR}),
    v.AskReveals: frozenset({R.AUDITOR}),
    d.AskDutyMonth: WHOLE_STREET,
    d.AskOnDuty: frozenset(Role),
    e.AskMode: frozenset(Role),
    e.AskEmergencies: WHOLE_STREET,
    e.AskEmergency: _WORKING | {R.ADMINISTRATOR},
    e.AskReportDraft: _WORKING,
    e.AskSwitchPreview: _WORKING,
    f.AskEvacuation: _WORKING | {R.GRID_MEMBER, R.ADMINISTRATOR},
    f.AskReliefMap: WHOLE_STREET | {R.GRID_MEMBER},
    h.AskHandover: _WORKING,
    h.AskHandovers: WHOLE_STREET,
    h.AskNotices: _WORKING,
    h.AskPromises: _WORKING,
    r.AskReel: WHOLE_STREET,
    r.AskBeats: WHOLE_STREET,
    w.AskPlan: WHOLE_STREET,
    w.AskReview: _WORKING | {R.ADMINISTRATOR},
    b.AskWhistles: SEEING,
    sv.AskAssignment: _WORKING,
    sv.AskOverrules: _WORKING,
    sv.AskTrial: _WORKING | {R.ADMINISTRATOR},
    jo.AskJoint: _WORKING,
    al.AskAcks: WHOLE_STREET,
    k.AskCallbacks: _WORKING,
    o.AskOrders: SEEING,
    lv.AskTiers: WHOLE_STREET | {R.COMMUNITY_SEAT},
    ty.AskWhether: _WORKING,
    ch.AskCharts: SEEING,
    v.Changes: SEEING,
}
"""Roles by question; Changes stands for Desk.changes."""

_OUTSIDE = (Source.HOTLINE.value, Source.CITY.value, Source.VIDEO.value, Source.APP.value)
_STAFF = DESK_ROLES | {R.DUTY_LEADER}


def guard(tx: Tx, asker: Person, query: Any) -> None:
    """Refusal('no_right'|'no_such_case'|'unknown_query') when the asker may not ask this."""
    kind = query if isinstance(query, type) else type(query)
    roles = ASKING.get(kind)
    if roles is None:
        raise Refusal("unknown_query", query=kind.__name__)
    if not asker.holds(roles):
        raise Refusal("no_right", roles=",".join(sorted(roles)), person=asker.id)
    named = getattr(query, "case", None) if query is not kind else None
    mine = scope(asker)
    if named is not None and mine is not None and not _seen(tx, mine, (named,)):
        raise Refusal("no_such_case", key=str(named)[:64])


def guard_case(tx: Tx, giver: Person, command: Command) -> None:
    """Refusal('no_such_case') when the case is none of the giver's, as if it did not exist."""
    mine = scope(giver)
    if mine is None or not isinstance(command, CaseCommand):
        return
    if not _seen(tx, mine, (command.case,)):
        raise Refusal("no_such_case", key=command.case[:64])


def acting(tx: Tx, person: Person, command: Command | None = None) -> Person:
    """The person with every role that counts now, those taken over included."""
    return standing(tx, own(tx, person, command))


def own(tx: Tx, person: Person, command: Command | None = None) -> Person:
    """The person with the own roles that count now.

    Of a pair that nobody may hold together neither counts, however the row came there. For a
    command the roles of the desk count on shift only, once a roster is followed (issue 4).
    """
    pair = apart(person.roles)
    if pair is not None:
        person = replace(person, roles=tuple(one for one in person.roles if one not in pair))
    return person if command is None else counting(tx, person, command)


def standing(tx: Tx, person: Person) -> Person:
    """The person with the roles that are taken over while nobody on shift holds them too."""
    wanted = [role for role, takers in STANDS_IN.items() if person.holds(takers)]
    missing = [role for role in wanted if role not in person.roles]
    if not missing or not person.on_shift:
        return person
    there = on_shift(tx, missing).values()
    more = standing_in(person.roles, frozenset[Role]().union(*there))
    return replace(person, roles=(*person.roles, *sorted(more))) if more else person


def scope(asker: Person) -> ColumnElement[bool] | None:
    """Which rows of cases the asker may see; None for all of the street."""
    if asker.holds(WHOLE_STREET):
        return None
    c = t.cases.c
    mine: list[ColumnElement[bool]] = [false()]
    if asker.holds(frozenset({R.UNIT, R.TEAM_LEADER})) and asker.unit:
        mark = f'"{asker.unit}"'  # lists are stored as JSON text
        mine += [c.lead_unit == asker.unit]
        mine += [
            c[name].contains(mark, autoescape=True) for name in ("co_units", "notified", "whistled")
        ]
        mine += [c.id.in_(_dockets_of(asker)), c.id.in_(_tasks_of(asker))]
    if asker.holds(frozenset({R.COMMUNITY_SEAT})):
        g = t.TABLES["grids"].c
        theirs = select(g.community).where(g.street == asker.street, g.id.in_(asker.grids))
        mine += [c.community.in_(theirs)]
    if asker.holds(frozenset({R.GRID_MEMBER, R.COMMUNITY_SEAT})):
        mine += [c.grid.in_(asker.grids), c.reporter == asker.id, c.verifier == asker.id]
    if asker.holds(frozenset({R.CHECKER})):
        unnamed = and_(c.state == CaseState.CHECKING.value, c.checker.is_(None))
        mine += [c.checker == asker.id, unnamed]
    if asker.holds(frozenset({R.DISTRICT_SEAT})):
        mine += [c.state == CaseState.ESCALATED.value, c.tier == Tier.DISTRICT.value]
    if asker.holds(frozenset({R.GATEWAY})):
        mine += [c.source.in_(_OUTSIDE), c.state == CaseState.ESCALATED.value]
    return or_(*mine)


def communities_of(tx: Tx, person: Person) -> frozenset[str]:
    """The communities of the person's grids: what a community's seat has before it."""
    g = t.TABLES["grids"].c
    mine = select(g.community).where(g.street == tx.street, g.id.in_(person.grids))
    return frozenset(tx.connection.execute(mine).scalars())


def _dockets_of(asker: Person) -> Any:
    """Cases in which the unit opened a sub-docket that is open: it goes on with it to its end."""
    d, p = t.TABLES["dockets"].c, t.TABLES["people"].c
    same = and_(p.street == d.street, p.id == d.opened_by, p.unit == asker.unit)
    return select(d.case).where(d.street == asker.street, d.closed_at.is_(None), same)


def _tasks_of(asker: Person) -> Any:
    """Cases of which a consultation gave the unit a task."""
    k = t.TABLES["consult_tasks"].c
    return select(k.case).where(k.street == asker.street, k.unit == asker.unit)


def narrow(tx: Tx, asker: Person, answer: Any) -> Any:
    """The part of an answer that the asker may see."""
    mine = scope(asker)
    if mine is None:
        return answer
    if isinstance(answer, v.Board):
        return _board(tx, asker, mine, answer)
    if isinstance(answer, v.Changes):
        return _changes(tx, asker, mine, answer)
    return _reference(tx, asker, answer) if isinstance(answer, v.Reference) else answer


def _board(tx: Tx, asker: Person, mine: ColumnElement[bool], board: v.Board) -> v.Board:
    seen = _seen(tx, mine, (one.id for one in board.cases))
    return replace(
        board,
        cases=tuple(one for one in board.cases if one.id in seen),
        figures=_figures(tx, mine),
        **_room(tx, asker, board),
    )


def _changes(tx: Tx, asker: Person, mine: ColumnElement[bool], changes: v.Changes) -> v.Changes:
    """Entries lose their rows: these tell of columns that are not the asker's."""
    told = (*(one.id for one in changes.cases), *(one.subject for one in changes.entries))
    seen = _seen(tx, mine, dict.fromkeys(told))  # an entry may touch no column of its case
    room = _room(tx, asker, changes)
    known = {asker.id, *seen, *(one.id for group in room.values() for one in group if _keyed(one))}
    entries = tuple(
        replace(one, rows=(), facts=one.facts if one.subject in known else {})
        for one in changes.entries
        if one.subject in known or one.who == asker.id or one.subject == TABLES
    )
    return replace(
        changes,
        entries=entries,
        cases=tuple(one for one in changes.cases if one.id in seen),
        figures=_figures(tx, mine) if changes.figures else None,
        gone=tuple(sorted(_left(tx, asker, changes.entries) - seen)),
        **room,
    )


def _keyed(one: Any) -> bool:
    return not isinstance(one, Position)


def _left(tx: Tx, asker: Person, entries: Iterable[Entry]) -> set[str]:
    """Cases that one of the entries took from the asker."""
    names: set[str | None] = {asker.id, asker.unit, *asker.grids} - {None}
    if asker.holds(frozenset({R.COMMUNITY_SEAT})):
        names |= communities_of(tx, asker)
    if asker.holds(frozenset({R.DISTRICT_SEAT, R.GATEWAY})):
        names |= {CaseState.ESCALATED.value}
    found = set()
    for entry in entries:
        for name, key, delta in entry.rows:
            if name == "cases" and any(_named(names, pair[0]) for pair in delta.values()):
                found.add(str(key))
    return found


def _named(names: Iterable[object], old: object) -> bool:
    """Whether a column's old value is one of these names, or a list that holds one."""
    return isinstance(old, str) and any(old == one or f'"{one}"' in old for one in names)


def _room(tx: Tx, asker: Person, answer: Any) -> dict[str, Any]:
    """Teams, officers, positions and people of the asker's own unit."""
    unit = asker.unit
    own = {one.id for one in tx.find(Team) if unit and one.unit == unit}
    return {
        "teams": tuple(one for one in answer.teams if one.id in own),
        "officers": tuple(one for one in answer.officers if unit and one.unit == unit),
        "positions": tuple(one for one in answer.positions if one.team in own),
        "people": tuple(filter(_near(tx, asker), answer.people)),
    }


def _near(tx: Tx, asker: Person) -> Callable[[Person], bool]:
    """Whether somebody is oneself, of the own unit, or of the desk, which everybody must find.

    A community's seat finds the people of its grids too.
    """
    grids: frozenset[str] = frozenset()
    if asker.holds(frozenset({R.COMMUNITY_SEAT})):
        g = t.TABLES["grids"].c
        of = select(g.id).where(g.street == tx.street, g.community.in_(communities_of(tx, asker)))
        grids = frozenset(tx.connection.execute(of).scalars())

    def near(other: Person) -> bool:
        mate = asker.unit is not None and other.unit == asker.unit
        own = other.id == asker.id or mate or not grids.isdisjoint(other.grids)
        return own or other.holds(_STAFF)

    return near


def _reference(tx: Tx, asker: Person, answer: v.Reference) -> v.Reference:
    """Names and telephones of who is near; a level's seat reads who acted, and calls the near."""
    people = {one.id for one in filter(_near(tx, asker), tx.find(Person))}
    people |= {one.id for one in tx.find(Officer) if asker.unit and one.unit == asker.unit}
    return replace(
        answer,
        names=answer.names
        if asker.holds(SEATS)
        else {key: name for key, name in answer.names.items() if key in people},
        phones={key: phone for key, phone in answer.phones.items() if key in people},
    )


def _seen(tx: Tx, mine: ColumnElement[bool], ids: Iterable[str]) -> set[str]:
    wanted = list(ids)
    c = t.cases.c
    found: set[str] = set()
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        rows = tx.connection.execute(
            select(c.id).where(c.street == tx.street, c.id.in_(part), mine)
        )
        found.update(str(row.id) for row in rows)
    return found


def _figures(tx: Tx, mine: ColumnElement[bool]) -> v.Figures:
    """The counts over what the asker sees, by the same definition as the street's."""
    c = t.cases.c
    numbered = func.sum(case((c.number.is_not(None), 1), else_=0))
    rows = tx.connection.execute(
        select(c.state, func.count().label("all"), numbered.label("numbered"))
        .where(c.street == tx.street, c.drill == 0, c.imported == 0, mine)
        .group_by(c.state)
    ).all()
    count = {row.state: (int(row.all), int(row.numbered or 0)) for row in rows}
    filed = sum(numbered for _, numbered in count.values())
    closed = count.get("closed", (0, 0))[1]
    void = sum(count.get(one, (0, 0))[1] for one in ("void", "merged"))
    return v.Figures(
        filed=filed,
        closed=closed,
        void=void,
        open=filed - closed - void,
        inbox=sum(count.get(one, (0, 0))[0] for one in ("reported", "verifying")),
    )
