"""The evacuation of an emergency under way: shelters and danger points, who is at risk, who moved.

Names, telephones and needs are private rows (domain.md section 10); rows and journal hold places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import func, select

from commandcenter.domain.commands import (
    ListAtRisk,
    MoveAtRisk,
    RevealAtRisk,
    RiskLine,
    SetSpot,
)
from commandcenter.domain.emergency import AtRisk, Emergency, Moved, Spot, SpotKind
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import (
    HANDLERS,
    Doing,
    Facts,
    coded,
    handles,
    known_id,
    line,
    on_earth,
)
from commandcenter.services.emergency_views import RiskView
from commandcenter.services.masking import mask_name, mask_phone
from commandcenter.services.privacy import REASONS, REVEAL
from commandcenter.services.relief import under_way
from commandcenter.services.relief_views import (
    Address,
    AskEvacuation,
    AskReliefMap,
    Evacuation,
    ReliefMap,
    SpotView,
)
from commandcenter.services.rights import WHOLE_STREET
from commandcenter.services.switching import active
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.keys import phone_digits
from commandcenter.storage.reference import NO_RING, CommunityRow, GridRow, RevealRow
from commandcenter.storage.tx import Tx

R = Role
MOST_LINES = 2_000
CHUNK = 400
PRIVATE = {"name": "risk_name", "phone": "risk_phone", "needs": "risk_needs"}
_DESK = (*sorted(DESK_ROLES), R.DUTY_LEADER)


# ---- places ---------------------------------------------------------------------------------


@handles(SetSpot, "spot_set", R.ADMINISTRATOR, R.SHIFT_LEAD, R.DUTY_LEADER)
def set_spot(do: Doing, command: SetSpot) -> Facts:
    """A shelter or danger point is made, changed, or (without a name) goes."""
    do.subject = known_id(command.spot)
    known = do.tx.get(Spot, command.spot)
    if not command.name.strip():
        require(known is not None, "no_such_spot")
        used = do.tx.find(AtRisk, spot=command.spot)
        require(not used, "spot_in_use")
        do.tx.remove(known)
        return {"gone": True}
    on_earth(command.lon, command.lat)
    require(command.capacity is None or 0 < command.capacity < 100_000, "capacity_range")
    if command.community is not None:
        do.tx.need(CommunityRow, command.community, "no_such_place")
    spot = Spot(
        street=do.street,
        id=command.spot,
        kind=command.kind,
        name=line(command.name),
        community=command.community,
        lon=command.lon,
        lat=command.lat,
        capacity=command.capacity if command.kind is SpotKind.SHELTER else None,
    )
    require(spot != known, "nothing_changed")
    do.put(spot)
    return {"kind": command.kind}


# ---- people ---------------------------------------------------------------------------------


@handles(ListAtRisk, "risk_listed", *_DESK, R.GRID_MEMBER)
def list_at_risk(do: Doing, command: ListAtRisk) -> Facts:
    """People to be evacuated; who stands on the list already is not listed twice."""
    emergency = under_way(do, command.emergency)
    require(command.lines, "lines_missing")
    require(len(command.lines) <= MOST_LINES, "too_many_lines", most=MOST_LINES)
    known = _known(do.tx, emergency.id)
    before = len(known)
    for one in command.lines:
        if (key := _key(one.place, one.name, one.phone)) not in known:
            known.add(key)
            _list(do, emergency, one)
    listed = len(known) - before
    require(listed, "risk_listed_already")
    return {"people": listed, "known": len(command.lines) - listed}


def _key(place: str, name: str, phone: str) -> tuple[str, str, str]:
    return line(place), line(name), phone_digits(phone)


def _known(tx: Tx, emergency: str) -> set[tuple[str, str, str]]:
    """Who stands on the list, by address, name and telephone."""
    people = tx.find(AtRisk, emergency=emergency)
    told = _private(tx, [one.id for one in people])
    return {
        _key(one.place, told[one.id].get("risk_name", ""), told[one.id].get("risk_phone", ""))
        for one in people
        if one.id in told
    }


def _list(do: Doing, emergency: Emergency, given: RiskLine) -> None:
    on_earth(given.lon, given.lat)
    place, name = line(given.place), line(given.name)
    require(place, "place_missing")
    require(name, "name_missing")
    grid = given.grid
    if grid is None and given.lon is not None and given.lat is not None:
        grid = do.ground.at(given.lon, given.lat)
    known = do.tx.need(GridRow, grid, "no_such_grid") if grid else None
    community = given.community or (known.community if known else None)
    if community is not None:
        do.tx.need(CommunityRow, community, "no_such_place")
    if not do.actor.holds(WHOLE_STREET):
        require(grid in do.actor.grids, "not_your_grid")
    person = AtRisk(
        street=do.street,
        id=new_id(),
        emergency=emergency.id,
        place=place,
        community=community,
        grid=grid,
        lon=given.lon,
        lat=given.lat,
        drill=emergency.drill,
        changed_at=do.at,
        changed_by=do.actor.id,
    )
    do.put(person)
    for field, kind in PRIVATE.items():
        do.text(person.id, kind, line(getattr(given, field)))


@handles(MoveAtRisk, "risk_moved", *_DESK, R.GRID_MEMBER)
def move_at_risk(do: Doing, command: MoveAtRisk) -> Facts:
    """Moved where to, refused, or back on the list."""
    require(command.people, "people_missing")
    require(len(command.people) <= MOST_LINES, "too_many_lines", most=MOST_LINES)
    found = [_person(do, one) for one in dict.fromkeys(command.people)]
    emergency = under_way(do, found[0].emergency)
    require(all(one.emergency == emergency.id for one in found), "no_such_person")
    if command.spot is not None:
        _room(do, emergency, command.spot, found)
    for one in found:
        do.not_before(one.changed_at)
        do.put(one.moved(command.state, command.spot, do.actor.id, do.at))
    return {"people": len(found), "state": command.state, "spot": command.spot}


def _person(do: Doing, key: str) -> AtRisk:
    """Somebody at risk whom the actor may see; Refusal('no_such_person')."""
    found = do.tx.need(AtRisk, key, "no_such_person")
    mine = do.actor.holds(WHOLE_STREET) or found.grid in do.actor.grids
    require(mine, "no_such_person", key=key)
    return found


def _room(do: Doing, emergency: Emergency, spot: str, coming: list[AtRisk]) -> None:
    """The shelter has places for them; Refusal('spot_full')."""
    shelter = do.tx.need(Spot, spot, "no_such_spot")
    require(shelter.kind is SpotKind.SHELTER, "not_a_shelter")
    if shelter.capacity is None:
        return
    there = _used(do.tx, emergency.id).get(spot, 0)
    new = sum(one.spot != spot for one in coming)
    require(there + new <= shelter.capacity, "spot_full", spot=spot, capacity=shelter.capacity)


def _used(tx: Tx, emergency: str) -> dict[str, int]:
    """How many people each shelter has taken."""
    p = t.TABLES["at_risk"].c
    rows = tx.connection.execute(
        select(p.spot, func.count().label("n"))
        .where(p.street == tx.street, p.emergency == emergency, p.spot.is_not(None))
        .group_by(p.spot)
    )
    return {str(row.spot): int(row.n) for row in rows}


@handles(RevealAtRisk, "risk_revealed", *_DESK, R.GRID_MEMBER)
def reveal_at_risk(do: Doing, command: RevealAtRisk) -> Facts:
    """Name and telephone for ten minutes, to the person who calls."""
    require(command.behalf is None, "not_on_behalf")
    person = _person(do, command.person)
    do.subject = person.emergency
    require(person.private, "data_gone")
    require(coded(command.reason) in REASONS, "reason_unknown", reason=command.reason)
    row = RevealRow(
        street=do.street,
        id=f"{person.id}/{do.actor.id}",
        case=person.id,
        person=do.actor.id,
        until=micros(do.now + REVEAL),
    )
    do.tx.get(RevealRow, row.id)
    do.put(row)
    return {"person": person.id, "reason": command.reason}


# ---- answers --------------------------------------------------------------------------------


@answers(AskEvacuation)
def ask_evacuation(ask: Asking, query: AskEvacuation) -> Evacuation:
    """The list under way, by community, building and person."""
    emergency = active(ask.tx)
    if emergency is None:
        return Evacuation(emergency=None, drill=False, people=(), spots=spots(ask.tx, None))
    found = ask.tx.find(AtRisk, emergency=emergency.id)
    if not ask.asker.holds(WHOLE_STREET):
        found = [one for one in found if one.grid in ask.asker.grids]
    return Evacuation(
        emergency=emergency.id,
        drill=emergency.drill,
        people=risk_views(ask, found),
        spots=spots(ask.tx, emergency.id),
    )


@answers(AskReliefMap)
def ask_relief_map(ask: Asking, query: AskReliefMap) -> ReliefMap:
    """Shelters with their use, danger points, and buildings with people still to move."""
    emergency = active(ask.tx)
    key = emergency.id if emergency else None
    found = () if key is None else addresses(ask.tx, key)
    if not ask.asker.holds(WHOLE_STREET):
        found = tuple(one for one in found if one.grid in ask.asker.grids)
    return ReliefMap(emergency=key, spots=spots(ask.tx, key), addresses=found)


def spots(tx: Tx, emergency: str | None) -> tuple[SpotView, ...]:
    """Every shelter and danger point with its use, shelters first, by name."""
    used = _used(tx, emergency) if emergency else {}
    found = [SpotView(spot=one, used=used.get(one.id, 0)) for one in tx.find(Spot)]
    kinds = list(SpotKind)
    return tuple(sorted(found, key=lambda one: (kinds.index(one.spot.kind), one.spot.name)))


def addresses(tx: Tx, emergency: str) -> tuple[Address, ...]:
    """Buildings with people at risk; a building without a point has its grid's."""
    g = t.TABLES["grids"].c
    drawn = select(g.id, g.lon, g.lat).where(g.street == tx.street, g.ring != NO_RING)
    middle = {str(row.id): (row.lon, row.lat) for row in tx.connection.execute(drawn)}
    return buildings(tx.find(AtRisk, emergency=emergency), middle)


def buildings(
    people: Iterable[AtRisk], middle: Mapping[str, tuple[float, float]]
) -> tuple[Address, ...]:
    """The buildings of these people; `middle` gives (lon, lat) of a grid's centre by its code."""
    found: dict[tuple[str | None, str], list[AtRisk]] = {}
    for one in people:
        found.setdefault((one.community, one.place), []).append(one)
    made = [_address(many, middle) for many in found.values()]
    return tuple(sorted(made, key=lambda one: (one.community or "", one.place)))


def _address(many: list[AtRisk], middle: Mapping[str, tuple[float, float]]) -> Address:
    first = next((one for one in many if one.lon is not None), many[0])
    point = (first.lon, first.lat) if first.lon is not None else middle.get(first.grid or "")
    lon, lat = point or (None, None)
    states = [one.state for one in many]
    return Address(
        place=first.place,
        community=first.community,
        grid=first.grid,
        lon=lon,
        lat=lat,
        waiting=states.count(Moved.LISTED),
        moved=states.count(Moved.MOVED),
        refused=states.count(Moved.REFUSED),
    )


def risk_views(ask: Asking, people: Iterable[AtRisk]) -> tuple[RiskView, ...]:
    """People at risk as the asker may see them, by community, building and entry."""
    found = sorted(people, key=lambda one: (one.community or "~", one.place, one.id))
    ids = [one.id for one in found]
    told, open_ = _private(ask.tx, ids), _revealed(ask, ids)
    if not ask.asker.holds(HANDLERS[RevealAtRisk].roles):  # without need of it
        for one in told.values():
            one.pop("risk_needs", None)
    return tuple(_view(one, told.get(one.id, {}), open_.get(one.id)) for one in found)


def _view(person: AtRisk, told: dict[str, str], until: datetime | None) -> RiskView:
    name, phone = told.get("risk_name"), told.get("risk_phone")
    return RiskView(
        at_risk=person,
        name=name if until is not None else mask_name(name),
        phone=phone if until is not None else mask_phone(phone),
        needs=told.get("risk_needs"),
        revealed=until is not None,
        open_until=until,
    )


def _private(tx: Tx, people: list[str]) -> dict[str, dict[str, str]]:
    """The texts that still exist, by person and kind."""
    p = t.private.c
    found: dict[str, dict[str, str]] = {}
    for start in range(0, len(people), CHUNK):
        part = people[start : start + CHUNK]
        rows = tx.connection.execute(
            select(p.subject, p.kind, p.body).where(p.street == tx.street, p.subject.in_(part))
        )
        for row in rows:
            if row.body is not None:
                found.setdefault(str(row.subject), {})[str(row.kind)] = str(row.body)
    return found


def _revealed(ask: Asking, people: list[str]) -> dict[str, datetime]:
    """Until when the asker sees whom."""
    r = t.TABLES["reveals"].c
    mine = select(r.case, r.until).where(
        r.street == ask.street, r.person == ask.asker.id, r.until > micros(ask.now)
    )
    wanted = set(people)
    rows = ask.tx.connection.execute(mine)
    return {row.case: instant(row.until) for row in rows if row.case in wanted}
