"""Handlers of a whistle from its draft to its rating (吹哨, domain.md section 2)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import (
    BlowWhistle,
    CloseWhistle,
    DecideWhistle,
    DraftWhistle,
    MarkLate,
    RateWhistle,
    WhistleCommand,
    WithdrawWhistle,
)
from commandcenter.domain.holding import STANDING, is_held
from commandcenter.domain.limits import Limit
from commandcenter.domain.person import Unit
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.rules import Rules
from commandcenter.domain.whistle import (
    DONE,
    MOST_UNITS,
    OPEN,
    STEPS,
    PartState,
    Rating,
    Whistle,
    WhistleKind,
    WhistlePart,
    WhistleRule,
    WhistleState,
    called,
    default_rules,
    rating_key,
    wanted_ratings,
)
from commandcenter.services.doing import Doing, Facts, coded, handles, known_id
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

R = Role
W = WhistleState
LEADERS = (R.DUTY_LEADER, R.STREET_LEADER, R.DIRECTOR, R.SECRETARY)
LEAST_WORDS = 4
MOST_SCORE = 100
DUES = ("sign_due", "contact_due", "check_in_due", "deliver_due")


def rule_of(tx: Tx, kind: WhistleKind) -> WhistleRule:
    """The kind's row of the street's table, else our default."""
    return tx.get(WhistleRule, kind.value) or {
        one.id: one for one in default_rules(tx.street)
    }[kind.value]  # fmt: skip


def parts_of(tx: Tx, whistle: Whistle) -> list[WhistlePart]:
    """The departments of a whistle, the lead first."""
    return lead_first(tx.find(WhistlePart, whistle=whistle.id))


def lead_first(parts: Iterable[WhistlePart]) -> list[WhistlePart]:
    """Departments in the order in which they are shown."""
    return sorted(parts, key=lambda one: (not one.lead, one.id))


def part_key(whistle: str, unit: str) -> str:
    """The key of a department's row."""
    return f"{whistle}/{unit}"


def loaded(do: Doing, command: WhistleCommand) -> tuple[Case, Whistle]:
    """The case as seen and its whistle; Refusal('no_such_whistle')."""
    case = do.case(command)
    whistle = do.tx.need(Whistle, command.whistle, "no_such_whistle")
    require(whistle.case == case.id, "no_such_whistle")
    do.not_before(whistle.drafted_at, whistle.decided_at, whistle.blown_at, whistle.closed_at)
    return case, whistle


def kept(do: Doing, case: Case, whistle: Whistle) -> None:
    """Store the whistle and show it on its case; every step counts the case's version on.

    The case shows the one at work, else one that waits for ratings.
    """
    do.put(whistle)
    known = do.tx.find(Whistle, case=case.id)
    at_work = next((one for one in known if one.state in OPEN), None)
    waits = any(one.state is W.CLOSED for one in known)
    shown = case.changed(
        whistle=at_work.state.value if at_work else W.CLOSED.value if waits else None,
        whistled=_units(do, case),
        whistle_due=None,
        whistle_yellow=None,
    )
    if at_work is not None and at_work.state is W.BLOWN:
        parts = parts_of(do.tx, at_work)
        due = min((one.due for one in parts if one.due is not None), default=None)
        shown = shown.changed(whistle_due=due, whistle_yellow=_yellow(do, at_work, due))
    do.put(shown if shown != case else case.changed(version=case.version + 1))


def _units(do: Doing, case: Case) -> tuple[str, ...]:
    """Who was called sees the case; who was let go, and owes nothing of another, not any more."""
    parts = lead_first(do.tx.find(WhistlePart, case=case.id))
    called = [one for one in parts if one.sign_due is not None]
    mine = [one.unit for one in called if one.state is not PartState.RELEASED]
    gone = {one.unit for one in called} - set(mine)
    return tuple(dict.fromkeys((*(one for one in case.whistled if one not in gone), *mine)))


def _yellow(do: Doing, whistle: Whistle, due: datetime | None) -> datetime | None:
    if due is None:
        return None
    return yellow_of(whistle, rule_of(do.tx, whistle.kind), due, do.rules)


def yellow_of(whistle: Whistle, rule: WhistleRule, due: datetime, rules: Rules) -> datetime:
    """When a department's due turns yellow: 80 % of its limit (section 3).

    Of a limit that the table does not have any more, 80 % of the time from blowing to due.
    """
    begun = whistle.blown_at or due
    clocks = (rules.clock.due(begun, rule.limit(step)) for step in STEPS)
    known = next((one.yellow for one in clocks if one.at == due), None)
    return known or begun + (due - begun) * 4 / 5


@handles(DraftWhistle, "whistle_drafted", R.INTAKE_OFFICER, R.DISPATCHER, R.SHIFT_LEAD, *LEADERS,
         R.COMMUNITY_SEAT)  # fmt: skip
def draft_whistle(do: Doing, command: DraftWhistle) -> Facts:
    """A whistle of a case in work: who is called and for what; its lead unit stays."""
    case = do.case(command)
    require(case.state is CaseState.IN_PROGRESS, "not_in_progress", state=case.state)
    require(len(command.words.strip()) >= LEAST_WORDS, "words_missing")
    units = (command.lead, *command.units)
    require(len(set(units)) == len(units), "unit_named_twice")
    require(len(units) <= MOST_UNITS, "too_many_units", most=MOST_UNITS)
    for unit in units:
        do.tx.need(Unit, unit, "no_such_unit")
        require(unit != case.lead_unit, "unit_leads_already", unit=unit)
    under_way = [one for one in do.tx.find(Whistle, case=case.id) if one.state in OPEN]
    require(not under_way, "whistle_under_way")
    said = do.text(case.id, "whistle", command.words)
    whistle = Whistle(
        street=do.street,
        id=known_id(command.id),
        case=case.id,
        kind=command.kind,
        lead=command.lead,
        code=f"{secrets.randbelow(10_000):04d}",
        drafted_by=do.actor.id,
        drafted_at=do.at,
        drill=case.drill,
        text=said.get("text"),
    )
    do.tx.new(whistle)
    for unit in units:
        do.put(_part(do, whistle, unit, lead=unit == command.lead))
    kept(do, case, whistle)
    return {"whistle": whistle.id, "of_kind": command.kind.value, "lead": command.lead,
            "units": list(command.units), **said}  # fmt: skip


def _part(do: Doing, whistle: Whistle, unit: str, lead: bool) -> WhistlePart:
    return WhistlePart(
        street=do.street,
        id=part_key(whistle.id, unit),
        whistle=whistle.id,
        case=whistle.case,
        unit=unit,
        lead=lead,
    )


def call(do: Doing, whistle: Whistle, unit: str, lead: bool) -> WhistlePart:
    """A department with its clocks from now; Refusal('unit_named_twice') if it was called."""
    known = do.tx.get(WhistlePart, part_key(whistle.id, unit))
    require(known is None or known.state is PartState.RELEASED, "unit_named_twice")
    part = _part(do, whistle, unit, lead)
    return called(part, rule_of(do.tx, whistle.kind), do.at, do.rules.clock)


@handles(DecideWhistle, "whistle_decided", *LEADERS)
def decide_whistle(do: Doing, command: DecideWhistle) -> Facts:
    """A leader whom the table names for this kind approves or refuses."""
    case, whistle = loaded(do, command)
    do.roles(*rule_of(do.tx, whistle.kind).approve)
    require(command.approve or command.words.strip(), "words_missing")
    if command.approve:
        require(case.is_open, "case_ended", state=case.state)
    decided = whistle.decided(do.actor.id, do.at, command.approve)
    if command.approve and command.blow:
        decided = _blown(do, decided)
    elif not command.approve:
        _released(do, whistle)
    kept(do, case, decided)
    return {"whistle": whistle.id, "approved": command.approve, "blown": command.blow,
            **do.text(case.id, "note", command.words)}  # fmt: skip


@handles(BlowWhistle, "whistle_blown", R.DISPATCHER, R.SHIFT_LEAD, *LEADERS)
def blow_whistle(do: Doing, command: BlowWhistle) -> Facts:
    """吹哨: the departments' clocks start now."""
    case, whistle = loaded(do, command)
    require(case.is_open, "case_ended", state=case.state)
    blown = _blown(do, whistle)
    kept(do, case, blown)
    return {"whistle": whistle.id, "units": [one.unit for one in parts_of(do.tx, whistle)]}


def _blown(do: Doing, whistle: Whistle) -> Whistle:
    rule = rule_of(do.tx, whistle.kind)
    do.roles(*rule.blow)
    blown = whistle.to(W.BLOWN, blown_by=do.actor.id, blown_at=do.at)
    for part in parts_of(do.tx, whistle):
        do.put(called(part, rule, do.at, do.rules.clock))
    return blown


@handles(WithdrawWhistle, "whistle_withdrawn", R.SHIFT_LEAD, *LEADERS)
def withdraw_whistle(do: Doing, command: WithdrawWhistle) -> Facts:
    """The whistle is taken back; never once a department has delivered."""
    case, whistle = loaded(do, command)
    delivered = any(one.state is PartState.DELIVERED for one in parts_of(do.tx, whistle))
    require(not delivered, "whistle_delivered")
    reason = coded(command.reason)
    end(do, case, whistle)
    return {"whistle": whistle.id, "reason": reason}


def end(do: Doing, case: Case, whistle: Whistle) -> None:
    """Withdrawn: every department is let go."""
    _released(do, whistle)
    kept(do, case, whistle.to(W.WITHDRAWN))


def _released(do: Doing, whistle: Whistle) -> None:
    for part in parts_of(do.tx, whistle):
        if part.state not in DONE:
            do.put(replace(part, state=PartState.RELEASED, before_dispute=None))


@handles(CloseWhistle, "whistle_closed", R.DISPATCHER, R.SHIFT_LEAD, *LEADERS)
def close_whistle(do: Doing, command: CloseWhistle) -> Facts:
    """Every department delivered or was let go: both sides rate within the limit."""
    case, whistle = loaded(do, command)
    closed = ended(do, whistle)
    kept(do, case, closed)
    return {"whistle": whistle.id, "rate_due": _iso(closed.rate_due)}


def ended(do: Doing, whistle: Whistle) -> Whistle:
    """The closed whistle; Refusal('whistle_parts_open') naming the first department at work."""
    parts = parts_of(do.tx, whistle)
    for part in parts:
        if part.state not in DONE:
            raise Refusal("whistle_parts_open", unit=part.unit, state=part.state)
    due = do.rules.clock.due(do.at, Limit.parse(rule_of(do.tx, whistle.kind).rate)).at
    return whistle.to(W.CLOSED, closed_at=do.at, rate_due=due)


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


@handles(RateWhistle, "whistle_rated", R.DISPATCHER, R.SHIFT_LEAD, *LEADERS, R.COMMUNITY_SEAT,
         R.UNIT, R.TEAM_LEADER)  # fmt: skip
def rate_whistle(do: Doing, command: RateWhistle) -> Facts:
    """双向考核: each side judges the other once; the last rating takes it off the list."""
    case, whistle = loaded(do, command)
    require(whistle.state is W.CLOSED, "whistle_not_closed", state=whistle.state)
    do.one_of(command.unit)
    by_street = do.actor.unit is None
    parts = parts_of(do.tx, whistle)
    wanted = wanted_ratings(parts)
    require((command.unit, by_street) in wanted, "no_such_department", unit=command.unit)
    require(0 <= command.score <= MOST_SCORE, "score_range", most=MOST_SCORE)
    said = do.text(case.id, "note", command.words)
    key = rating_key(whistle.id, command.unit, by_street)
    require(do.tx.get(Rating, key) is None, "rated_before", unit=command.unit)
    do.put(
        Rating(
            street=do.street,
            id=key,
            whistle=whistle.id,
            unit=command.unit,
            by_street=by_street,
            score=command.score,
            by=do.actor.id,
            at=do.at,
            text=said.get("text"),
        )
    )
    given = {(one.unit, one.by_street) for one in do.tx.find(Rating, whistle=whistle.id)}
    done = wanted <= given
    kept(do, case, whistle.to(W.RATED, rated_at=do.at) if done else whistle)
    return {"whistle": whistle.id, "unit": command.unit, "by_street": by_street,
            "score": command.score, "all": done, **said}  # fmt: skip


def went_on(do: Doing) -> None:
    """The departments of a case that an emergency held no longer have exactly the time left."""
    for old, new in do.tx.changed(Case):
        freed = old is not None and is_held(old.hold) and not is_held(new.hold)
        if not freed or new.whistle != W.BLOWN.value or old is None or old.held_at is None:
            continue
        at = max(do.at, old.state_since, old.held_at)
        for whistle in do.tx.find(Whistle, case=new.id):
            if whistle.state is W.BLOWN and whistle.blown_at is not None:
                stood = max(old.held_at, whistle.blown_at)
                for part in parts_of(do.tx, whistle):
                    do.put(_resumed(do, whistle, part, stood, at))
                kept(do, new, whistle)


def _resumed(
    do: Doing, whistle: Whistle, part: WhistlePart, stood: datetime, at: datetime
) -> WhistlePart:
    """The department with what was left of each step still to be done; a late one stays late."""
    rule, clock, step = rule_of(do.tx, whistle.kind), do.rules.clock, part.next_step
    moved: dict[str, datetime] = {}
    for one in () if step is None else STEPS[STEPS.index(step) :]:
        due, kind = part.due_of(one), rule.limit(one).kind
        left = timedelta(0) if due is None else clock.left(stood, due, kind)
        if left > timedelta(0):
            moved[DUES[STEPS.index(one)]] = clock.resume(at, left, left, kind).at
    return replace(part, **moved)  # type: ignore[arg-type]


@handles(MarkLate, "whistle_late", R.SYSTEM)
def mark_late(do: Doing, command: MarkLate) -> Facts:
    """Departments whose step is overdue are listed for supervision."""
    whistle = do.tx.need(Whistle, command.whistle, "no_such_whistle")
    do.subject = whistle.case
    case = do.tx.need(Case, whistle.case, "no_such_case")  # nobody steps meanwhile
    require(not is_held(case.hold), "case_held", hold=case.hold)
    found = []
    for part in parts_of(do.tx, whistle):
        marked = part.marked(do.at)
        if marked is not part:
            do.put(marked)
            found += [[part.unit, step] for step in marked.late if step not in part.late]
    require(found, "nothing_changed")
    units = list(dict.fromkeys(unit for unit, _ in found))
    return {"whistle": whistle.id, "units": units, "late": found}


def late_due(desk: Desk) -> int:
    """By the clock: note every department that is newly late; how many whistles had one.

    Of a case that an emergency holds none is: nobody may step there.
    """
    now = desk.now()
    w, p = t.TABLES["whistles"].c, t.TABLES["whistle_parts"].c
    with desk.database.read.begin() as connection:
        tx = Tx(connection, desk.street)
        blown = {one.id for one in tx.seek(Whistle, w.state == W.BLOWN.value)}
        if not blown:
            return 0
        c = t.cases.c
        held = select(c.id).where(c.street == desk.street, c.hold.in_(sorted(STANDING)))
        here = p.sign_due < micros(now), p.whistle.in_(blown), p.case.not_in(held)
        late = {one.whistle for one in tx.seek(WhistlePart, *here) if one.marked(now) is not one}
    done = 0
    for one in sorted(late):
        try:
            done += not desk.do(MarkLate(whistle=one), "system").again
        except Refusal:
            continue
    return done


__all__ = ["call", "end", "ended", "kept", "late_due", "lead_first", "loaded", "part_key",
           "parts_of", "rule_of", "went_on"]  # fmt: skip
