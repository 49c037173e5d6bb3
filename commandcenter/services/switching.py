"""Handlers of 平急转换: plans, and switches that one proposes and another confirms."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from commandcenter.domain import holding
from commandcenter.domain.case import Case
from commandcenter.domain.commands import (
    DecideSwitch,
    ExemptCase,
    HoldCases,
    ProposeSwitch,
    SetPlan,
)
from commandcenter.domain.emergency import (
    Emergency,
    Phase,
    Reach,
    Switch,
    SwitchState,
    may_switch,
    same_order,
)
from commandcenter.domain.holding import Hold
from commandcenter.domain.ids import new_id
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Team
from commandcenter.domain.plan import (
    EventKind,
    HoldRule,
    Plan,
    Response,
    body_of,
    default_levels,
)
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.checklists import default_checklists
from commandcenter.services.doing import HANDLERS, Doing, Facts, coded, handles, known_id, line
from commandcenter.storage import tables as t
from commandcenter.storage.reference import CommunityRow, GridRow
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

R = Role
MODE = "mode"
LEADERS = frozenset({R.DUTY_LEADER, R.STREET_LEADER, R.DIRECTOR, R.SECRETARY})
MOST_PLACES = 500
_START = datetime(2000, 1, 1, tzinfo=UTC)


# ---- plans ----------------------------------------------------------------------------------


def plan_of(tx: Tx, kind: EventKind) -> Plan:
    """The plan in force: the newest version, else the defaults of section 6 as version 0."""
    for one in tx.find(Plan, kind=kind.value):
        if one.current:
            return one
    return _default(tx, kind)


def plan_by_id(tx: Tx, plan: str) -> Plan:
    """A version of a plan; Refusal('no_such_plan')."""
    kind, _, version = plan.partition("/")
    if version == "0" and kind in set(EventKind):
        return _default(tx, EventKind(kind))
    return tx.need(Plan, plan, "no_such_plan")


def _default(tx: Tx, kind: EventKind) -> Plan:
    teams = tuple(one.id for one in tx.find(Team))
    waves: dict[Response, tuple[tuple[str, ...], ...]] = {}
    if teams:
        waves = {one: (teams,) for one in Response if one is not Response.IV}
    return Plan(
        street=tx.street,
        id=f"{kind.value}/0",
        kind=kind,
        version=0,
        name="",
        body=body_of(default_levels(waves, default_checklists(kind))),
        current=True,
        made_by="system",
        made_at=_START,
    )


@handles(SetPlan, "plan_set", R.DUTY_LEADER, R.DIRECTOR, R.ADMINISTRATOR)
def set_plan(do: Doing, command: SetPlan) -> Facts:
    """A new version; the emergencies under way go on by the version they began with."""
    old = plan_of(do.tx, command.kind)
    require(old.version == command.seen, "plan_stale", version=old.version)
    teams = {one.id for one in do.tx.find(Team)}
    for level in command.levels:
        able = HANDLERS[DecideSwitch].roles.issuperset(level.confirm)
        require(able, "plan_confirm_missing", level=level.level)  # nobody could ever confirm it
        for team in (one for wave in level.waves for one in wave):
            require(team in teams, "no_such_team", key=team[:64])
    version = old.version + 1
    plan = Plan(
        street=do.street,
        id=f"{command.kind.value}/{version}",
        kind=command.kind,
        version=version,
        name=line(command.name),
        body=body_of(command.levels),
        current=True,
        made_by=do.actor.id,
        made_at=do.at,
    )
    do.subject = plan.id
    if old.version:
        do.put(old.superseded())
    do.tx.new(plan)
    return {"kind": command.kind.value, "version": version}


# ---- switches -------------------------------------------------------------------------------


def active(tx: Tx) -> Emergency | None:
    """The emergency (or drill) under way; there is at most one."""
    found = tx.find(Emergency, phase=Phase.ACTIVE.value)
    return found[0] if found else None


def pending(tx: Tx) -> Switch | None:
    """The switch that waits for its second person."""
    found = tx.find(Switch, state=SwitchState.PROPOSED.value)
    return found[0] if found else None


@handles(ProposeSwitch, "switch_proposed", *DESK_ROLES, *LEADERS)
def propose_switch(do: Doing, command: ProposeSwitch) -> Facts:
    """Propose a level by a superior's order; nothing changes before a second person confirms.

    A real emergency waits for no drill: it takes the place of one that is only proposed, and ends
    one that goes on with its confirmation.
    """
    do.tx.alone(MODE)
    now = concerning(do.tx, command.drill)
    waiting = pending(do.tx)
    if waiting is not None and waiting.drill and not command.drill:
        do.put(waiting.decided(SwitchState.WITHDRAWN, do.actor.id, do.at))
        waiting = None
    require(waiting is None, "switch_waiting", by=waiting.proposed_by if waiting else "")
    may_switch(now.level if now else None, command.level, command.order_no)
    plan = _plan_for(do, now, command)
    if now is not None:
        require(command.kind is now.kind, "other_emergency", kind=now.kind)
        require(command.drill == now.drill, "drill_differs", drill=now.drill)
    _places(do, command.reach, command.places)
    if command.level is not None:
        plan.level(command.level)
    switch = Switch(
        street=do.street,
        id=known_id(command.id),
        emergency=now.id if now else new_id(),
        kind=command.kind,
        plan=plan.id,
        drill=command.drill,
        from_level=now.level if now else None,
        to_level=command.level,
        reach=command.reach,
        places=command.places,
        order_no=line(command.order_no),
        proposed_by=do.actor.id,
        proposed_at=do.at,
    )
    do.subject = switch.emergency
    do.tx.new(switch)
    facts = {"switch": switch.id, "level": command.level, "order": switch.order_no}
    return {**facts, "drill": command.drill, **do.text(switch.id, "switch", command.words)}


def concerning(tx: Tx, drill: bool) -> Emergency | None:
    """The emergency that a switch goes on with; a drill is none to a real one."""
    now = active(tx)
    return None if now is not None and now.drill and not drill else now


def _plan_for(do: Doing, now: Emergency | None, command: ProposeSwitch) -> Plan:
    return plan_by_id(do.tx, now.plan) if now else plan_of(do.tx, command.kind)


def _places(do: Doing, reach: Reach, places: tuple[str, ...]) -> None:
    require(bool(places) == (reach is not Reach.STREET), "places_missing", reach=reach)
    require(len(places) <= MOST_PLACES, "too_many_places", most=MOST_PLACES)
    kind = CommunityRow if reach is Reach.COMMUNITIES else GridRow
    for one in places:
        do.tx.need(kind, one, "no_such_place")


@handles(DecideSwitch, "switch_decided", *DESK_ROLES, *LEADERS)
def decide_switch(do: Doing, command: DecideSwitch) -> Facts:
    """Confirm with the order's number, refuse, or (the proposer) withdraw."""
    do.tx.alone(MODE)
    switch = do.tx.need(Switch, command.switch, "no_such_switch")
    do.subject = switch.emergency
    do.not_before(switch.proposed_at)
    words = do.text(switch.id, "switch", command.words)
    if not command.approve:
        mine = do.actor.id == switch.proposed_by
        if not mine:
            _may_confirm(do, switch)
        state = SwitchState.WITHDRAWN if mine else SwitchState.REFUSED
        do.put(switch.decided(state, do.actor.id, do.at))
        return {"switch": switch.id, "state": state.value, **words}
    _may_confirm(do, switch)
    require(same_order(command.order_no, switch.order_no), "order_differs", order=switch.order_no)
    confirmed = switch.decided(SwitchState.CONFIRMED, do.actor.id, do.at)
    before = _settings(do.tx, active(do.tx))
    _end_drill(do, confirmed)
    emergency = _switched(do, confirmed)
    do.put(emergency)
    after = _settings(do.tx, emergency)
    do.put(replace(confirmed, before=before, after=after))
    held, resumed = _follow(do, emergency)
    counts = {"held": held, "resumed": resumed}
    level = emergency.level.value if emergency.level else None
    return {"switch": switch.id, "state": "confirmed", "level": level, **counts, **words}


def _may_confirm(do: Doing, switch: Switch) -> None:
    """The plan names who confirms; who releases is who confirmed the level that is left."""
    level = switch.to_level or switch.from_level
    assert level is not None
    roles = plan_by_id(do.tx, switch.plan).level(level).confirm
    do.roles(*roles)


def _end_drill(do: Doing, switch: Switch) -> None:
    """A drill that goes on is over with the confirmation of a real switch."""
    now = active(do.tx)
    if now is not None and now.drill and not switch.drill:
        over = now.at_level(None, switch.order_no, do.at)
        do.put(over)
        _follow(do, over)


def _switched(do: Doing, switch: Switch) -> Emergency:
    now = concerning(do.tx, switch.drill)
    if now is None:
        assert switch.to_level is not None
        return Emergency(
            street=do.street,
            id=switch.emergency,
            kind=switch.kind,
            plan=switch.plan,
            drill=switch.drill,
            level=switch.to_level,
            level_since=do.at,
            began_at=do.at,
            reach=switch.reach,
            places=switch.places,
            order_no=switch.order_no,
        )
    do.not_before(now.level_since)
    moved = now.at_level(switch.to_level, switch.order_no, do.at)
    return replace(moved, reach=switch.reach, places=switch.places)


def _settings(tx: Tx, emergency: Emergency | None) -> str:
    """The settings that a level sets, as the switch keeps them before and after."""
    if emergency is None or emergency.level is None:
        return json.dumps({"level": None})
    plan = plan_by_id(tx, emergency.plan).level(emergency.level)
    scope = {"reach": emergency.reach.value, "places": list(emergency.places)}
    kept = {name: value for name, value in plan.plain().items() if name != "checklists"}
    return json.dumps({**kept, **scope}, ensure_ascii=False, sort_keys=True)


# ---- holding --------------------------------------------------------------------------------


def _follow(do: Doing, emergency: Emergency) -> tuple[int, int]:
    """Hold what the level holds, let go what it does not hold any more; how many of each."""
    rule = rule_of(do.tx, emergency)
    held = resumed = 0
    for case in concerned(do.tx, emergency.id):
        if case.drill != emergency.drill:
            continue
        wanted = _wanted(do, emergency, case, rule)
        after = _moved(do, emergency, case, wanted)
        if after == case:
            continue
        held += after.hold in (Hold.DEFERRED, Hold.SUSPENDED)
        resumed += after.hold is None
        do.put(after)
    return held, resumed


def rule_of(tx: Tx, emergency: Emergency) -> HoldRule:
    """What the emergency's level holds back; nothing once released."""
    if emergency.level is None:
        return HoldRule.NOTHING
    return plan_by_id(tx, emergency.plan).level(emergency.level).hold


def _wanted(do: Doing, emergency: Emergency, case: Case, rule: HoldRule) -> Hold | None:
    if not emergency.reaches(case.community, case.grid):
        return None
    return holding.wanted(case, rule, do.rules)


def _moved(do: Doing, emergency: Emergency, case: Case, wanted: Hold | None) -> Case:
    """A late entry stops no clock that did not run yet, and starts none before it stood."""
    at = max(one for one in (do.at, case.state_since, case.held_at) if one is not None)
    if case.hold == Hold.EXEMPT:
        return case if emergency.level else case.changed(hold=None, held_by=None)
    if case.hold is not None and wanted is None:
        return holding.released(case, at, do.rules)
    if case.hold is None and wanted is not None:
        return holding.held(case, wanted, emergency.id, at, do.rules)
    if case.hold is not None and wanted is not None and case.hold != wanted:
        return case.changed(hold=wanted.value)
    return case


def concerned(tx: Tx, emergency: str) -> list[Case]:
    """Cases with work to be done, and those that this emergency holds."""
    c = t.cases.c
    working = tx.seek(Case, t.LIVE, c.state.in_([one.value for one in holding.WORK]))
    held = tx.seek(Case, c.held_by == emergency)
    return list({one.id: one for one in (*working, *held)}.values())


@handles(HoldCases, "cases_held", R.SYSTEM)
def hold_cases(do: Doing, command: HoldCases) -> Facts:
    """What came up since the switch and falls under its rule is held too."""
    do.tx.alone(MODE)
    emergency = do.tx.need(Emergency, command.emergency, "no_such_emergency")
    require(emergency.phase is Phase.ACTIVE, "emergency_over", phase=emergency.phase)
    do.subject = emergency.id
    held, resumed = _follow(do, emergency)
    require(held or resumed, "nothing_changed")
    return {"held": held, "resumed": resumed}


def _running(tx: Tx, emergency: Emergency) -> list[Case]:
    """Cases that no rule holds yet and one might: all that each turn of the clock looks at."""
    c = t.cases.c
    working = c.state.in_([one.value for one in holding.WORK])
    here = c.hold.is_(None), c.drill == int(emergency.drill), c.level != Level.URGENT.value
    return tx.seek(Case, t.LIVE, working, *here)


def hold_due(desk: Desk) -> int:
    """By the clock: hold what came up since the switch; 1 when something was held."""
    with desk.database.read.begin() as connection:
        tx = Tx(connection, desk.street)
        emergency = active(tx)
        if emergency is None or rule_of(tx, emergency) is HoldRule.NOTHING:
            return 0
        rule = rule_of(tx, emergency)
        due = any(
            emergency.reaches(one.community, one.grid) and holding.wanted(one, rule, desk.rules)
            for one in _running(tx, emergency)
        )
    if not due:
        return 0
    try:
        desk.do(HoldCases(emergency=emergency.id), "system")
    except Refusal:
        return 0
    return 1


@handles(ExemptCase, "case_exempted", R.SHIFT_LEAD, R.DUTY_LEADER)
def exempt_case(do: Doing, command: ExemptCase) -> Facts:
    """One held case goes on all the same."""
    case = do.case(command)
    require(case.hold in (Hold.DEFERRED, Hold.SUSPENDED), "not_held")
    do.not_before(case.held_at)
    do.put(holding.exempted(case, do.at, do.rules))
    return {"reason": coded(command.reason), "was": case.hold}


__all__ = ["active", "concerned", "concerning", "hold_due", "pending", "plan_by_id", "plan_of",
           "rule_of"]  # fmt: skip
