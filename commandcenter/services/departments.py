"""Handlers of a whistle's departments: sign, contact, check in, deliver, return, dispute."""

from __future__ import annotations

from dataclasses import replace

from commandcenter.domain.case import Case
from commandcenter.domain.commands import (
    CheckInWhistle,
    ContactWhistle,
    DecideReturn,
    DeliverWhistle,
    DesignateWhistle,
    DisputeWhistle,
    NegotiateWhistle,
    PartCommand,
    ReturnWhistle,
    SignWhistle,
    UrgeWhistle,
)
from commandcenter.domain.person import Unit
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.whistle import (
    CHECK_IN_METRES,
    DONE,
    PartState,
    Whistle,
    WhistlePart,
    WhistleState,
)
from commandcenter.geo.ground import distance_m
from commandcenter.services.doing import Doing, Facts, coded, handles, on_earth
from commandcenter.services.whistles import LEADERS, call, kept, loaded, part_key, parts_of
from commandcenter.storage.reference import GridRow

R = Role
P = PartState
UNITS = (R.UNIT, R.TEAM_LEADER)
_DECIDES = (R.DISPATCHER, R.SHIFT_LEAD, *LEADERS)


def _loaded(do: Doing, command: PartCommand) -> tuple[Case, Whistle, WhistlePart]:
    case, whistle = loaded(do, command)
    require(whistle.state is WhistleState.BLOWN, "whistle_not_blown", state=whistle.state)
    part = do.tx.need(WhistlePart, part_key(whistle.id, command.unit), "no_such_department")
    stamps = (part.signed_at, part.contacted_at, part.checked_in_at, part.disputed_at)
    do.not_before(*stamps)
    return case, whistle, part


def _own(do: Doing, command: PartCommand) -> tuple[Case, Whistle, WhistlePart]:
    found = _loaded(do, command)
    do.act_for_unit(command.unit)
    return found


def _stepped(do: Doing, command: PartCommand, state: PartState) -> tuple[Case, WhistlePart]:
    case, whistle, part = _own(do, command)
    moved = part.step(state, do.at)
    do.put(moved)
    kept(do, case, whistle)
    return case, moved


def _told(part: WhistlePart, step: PartState) -> Facts:
    due = part.due_of(step)
    return {"whistle": part.whistle, "unit": part.unit, "late": step.value in part.late,
            "due": due.isoformat() if due else None}  # fmt: skip


@handles(SignWhistle, "whistle_signed", *UNITS)
def sign_whistle(do: Doing, command: SignWhistle) -> Facts:
    """The department signs."""
    _, part = _stepped(do, command, P.SIGNED)
    return _told(part, P.SIGNED)


@handles(ContactWhistle, "whistle_contacted", *UNITS)
def contact_whistle(do: Doing, command: ContactWhistle) -> Facts:
    """The department got in touch."""
    case, part = _stepped(do, command, P.CONTACTED)
    return {**_told(part, P.CONTACTED), **do.text(case.id, "note", command.words)}


@handles(CheckInWhistle, "whistle_checked_in", *UNITS)
def check_in_whistle(do: Doing, command: CheckInWhistle) -> Facts:
    """报到 at the place, shown by a position near the case or by the code told there."""
    case, whistle, part = _own(do, command)
    on_earth(command.lon, command.lat)
    by_code = command.code is not None
    if by_code:
        require(command.code == whistle.code, "check_in_code")
    else:
        _near(do, case, command)
    moved = replace(
        part.step(P.CHECKED_IN, do.at), lon=command.lon, lat=command.lat, by_code=by_code
    )
    do.put(moved)
    kept(do, case, whistle)
    return {**_told(moved, P.CHECKED_IN), "by_code": by_code}


def _near(do: Doing, case: Case, command: CheckInWhistle) -> None:
    require(command.lon is not None and command.lat is not None, "check_in_how")
    assert command.lon is not None and command.lat is not None
    lon, lat = case.lon, case.lat
    if (lon is None or lat is None) and case.grid is not None:
        grid = do.tx.get(GridRow, case.grid)
        lon, lat = (grid.lon, grid.lat) if grid is not None and grid.drawn else (None, None)
    require(lon is not None and lat is not None, "check_in_by_code")
    assert lon is not None and lat is not None
    metres = distance_m(lon, lat, command.lon, command.lat)
    require(metres <= CHECK_IN_METRES, "not_at_place", metres=round(metres),
            most=round(CHECK_IN_METRES))  # fmt: skip


@handles(DeliverWhistle, "whistle_delivered", *UNITS)
def deliver_whistle(do: Doing, command: DeliverWhistle) -> Facts:
    """The department's part is done."""
    require(command.words.strip(), "words_missing")
    case, part = _stepped(do, command, P.DELIVERED)
    said = do.text(case.id, "note", command.words)
    return {**_told(part, P.DELIVERED), **said, **do.show(case, command.pictures)}


@handles(ReturnWhistle, "whistle_return_asked", *UNITS)
def return_whistle(do: Doing, command: ReturnWhistle) -> Facts:
    """A department asks to be let go; nothing changes until somebody decides."""
    case, whistle, part = _own(do, command)
    if command.proposed_unit is not None:
        do.tx.need(Unit, command.proposed_unit, "no_such_unit")
        require(command.proposed_unit != case.lead_unit, "unit_leads_already")
    asked = part.ask_return(command.proposed_unit, do.at)
    do.put(asked)
    kept(do, case, whistle)
    return {"whistle": whistle.id, "unit": part.unit, "reason": coded(command.reason),
            "proposed": command.proposed_unit,
            **do.text(case.id, "note", command.words)}  # fmt: skip


@handles(DecideReturn, "whistle_return_decided", *_DECIDES)
def decide_return(do: Doing, command: DecideReturn) -> Facts:
    """Let go, the proposed department is called instead; refused, it is designated at once."""
    case, whistle, part = _loaded(do, command)
    decided = part.decide_return(command.approve, do.at)
    do.put(decided)
    if command.approve:
        whistle = _replaced(do, whistle, part, part.asked_for)
    kept(do, case, whistle)
    return {"whistle": whistle.id, "unit": part.unit, "approved": command.approve,
            "called": part.asked_for if command.approve else None,
            **do.text(case.id, "note", command.words)}  # fmt: skip


def _replaced(do: Doing, whistle: Whistle, part: WhistlePart, unit: str | None) -> Whistle:
    """Another department takes the place of the one let go; a lead is never left open."""
    if unit is not None:
        return _taken(do, whistle, part, unit)
    others = [one for one in parts_of(do.tx, whistle) if one.state is not P.RELEASED]
    require(others and not part.lead, "department_needed", unit=part.unit)
    return whistle


@handles(DisputeWhistle, "whistle_disputed", *UNITS)
def dispute_whistle(do: Doing, command: DisputeWhistle) -> Facts:
    """争议 over competence: negotiate, then the common superior designates."""
    case, whistle, part = _own(do, command)
    do.put(part.dispute(do.at))
    kept(do, case, whistle)
    return {"whistle": whistle.id, "unit": part.unit, "reason": coded(command.reason),
            **do.text(case.id, "note", command.words)}  # fmt: skip


@handles(NegotiateWhistle, "whistle_negotiated", *_DECIDES)
def negotiate_whistle(do: Doing, command: NegotiateWhistle) -> Facts:
    """What came of a negotiation."""
    case, whistle, part = _loaded(do, command)
    require(command.words.strip(), "words_missing")
    do.put(part.negotiate())
    kept(do, case, whistle)
    return {"whistle": whistle.id, "unit": part.unit,
            **do.text(case.id, "note", command.words)}  # fmt: skip


@handles(DesignateWhistle, "whistle_designated", R.STREET_LEADER, R.DIRECTOR, R.SECRETARY)
def designate_whistle(do: Doing, command: DesignateWhistle) -> Facts:
    """指定管辖 (行政处罚法 25): from now on no return is possible."""
    case, whistle, part = _loaded(do, command)
    require(command.words.strip(), "words_missing")
    stays = command.designated == part.unit
    do.put(part.settle(stays, do.at))
    if not stays:
        do.tx.need(Unit, command.designated, "no_such_unit")
        require(command.designated != case.lead_unit, "unit_leads_already")
        whistle = _taken(do, whistle, part, command.designated, designated=True)
    kept(do, case, whistle)
    return {"whistle": whistle.id, "unit": part.unit, "lead": command.designated,
            **do.text(case.id, "note", command.words)}  # fmt: skip


def _taken(
    do: Doing, whistle: Whistle, part: WhistlePart, unit: str, designated: bool = False
) -> Whistle:
    """The unit takes over what the part's had, called anew unless it is at work here already."""
    known = do.tx.get(WhistlePart, part_key(whistle.id, unit))
    if known is None or known.state is P.RELEASED:
        known = call(do, whistle, unit, part.lead)
    lead, stays = known.lead or part.lead, known.designated or designated
    do.put(replace(known, designated=stays, lead=lead))
    return replace(whistle, lead=unit) if part.lead else whistle


@handles(UrgeWhistle, "whistle_urged", R.DISPATCHER, R.SHIFT_LEAD, R.SUPERVISOR, R.DUTY_LEADER)
def urge_whistle(do: Doing, command: UrgeWhistle) -> Facts:
    """催办 of a department."""
    case, whistle, part = _loaded(do, command)
    if part.state in DONE:
        raise Refusal("whistle_step", unit=part.unit, state=part.state)
    do.put(replace(part, urged=part.urged + 1))
    kept(do, case, whistle)
    return {"whistle": whistle.id, "unit": part.unit}
