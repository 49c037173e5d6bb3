"""Handlers of the duty roster: patterns, drafts, publishing, swaps; and rights that follow it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from commandcenter.domain.commands import (
    AskDutyChange,
    DecideDutyChange,
    DutyLine,
    FollowRoster,
    PlanDuties,
    PublishDuties,
    SetPattern,
)
from commandcenter.domain.duty import (
    NEVER,
    ROLE_OF,
    Duty,
    DutyAsk,
    DutyRequest,
    DutyState,
    Finding,
    Pattern,
    Post,
    Wrong,
    default_patterns,
    faults,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.rota import spans_of
from commandcenter.services.doing import Doing, Facts, handles, line
from commandcenter.services.handing import under_way
from commandcenter.services.shifted import FOLLOWED
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.reference import SettingRow
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

R = Role
MOST_DAYS = 62
MOST_DUTIES = 3_000
YEARS = (2000, 2200)
NEAR = timedelta(days=2)
GRACE = timedelta(hours=1)
"""How long somebody whose duty is over keeps the post's rights to hand over [D]."""
_MAKERS = (R.SHIFT_LEAD, R.DUTY_LEADER, R.ADMINISTRATOR)


# ---- patterns and drafts --------------------------------------------------------------------


def patterns(tx: Tx) -> tuple[Pattern, ...]:
    """The street's patterns; the usual ones as long as it set none."""
    return tuple(tx.find(Pattern)) or default_patterns(tx.street)


@handles(SetPattern, "pattern_set", *_MAKERS)
def set_pattern(do: Doing, command: SetPattern) -> Facts:
    """A pattern is made, changed, or (without shifts) goes; the usual ones become rows first."""
    key = command.pattern
    require(0 < len(key) <= 32 and key.isascii() and key.replace("_", "").isalnum(), "bad_id")
    do.subject = key
    known = {one.id: one for one in patterns(do.tx)}
    if not do.tx.find(Pattern):
        for one in known.values():
            do.put(one)
    if not command.shifts:
        require(key in known and len(known) > 1, "no_such_pattern")
        do.tx.remove(known[key])
        return {"gone": True}
    made = Pattern(
        street=do.street,
        id=key,
        name=line(command.name) or key,
        shifts=command.shifts,
        cycle=command.cycle,
        teams=command.teams,
    )
    made.parsed()
    require(made != known.get(key), "nothing_changed")
    do.put(made)
    return {"shifts": list(command.shifts), "teams": command.teams}


@handles(PlanDuties, "duties_planned", *_MAKERS)
def plan_duties(do: Doing, command: PlanDuties) -> Facts:
    """The drafts of these days are as given; what is published stays until it is published anew."""
    days(command.first, command.last)
    require(len(command.lines) <= MOST_DUTIES, "too_many_lines", most=MOST_DUTIES)
    do.subject = command.first.isoformat()
    chosen = [one for one in patterns(do.tx) if one.id == command.pattern]
    require(chosen, "no_such_pattern")
    shifts = {one.name: one for one in chosen[0].parsed()}
    for old in _between(do.tx, command.first, command.last, DutyState.DRAFT):
        do.tx.remove(old)
    zone = do.rules.clock.zone
    for one in dict.fromkeys(command.lines):
        require(command.first <= one.day <= command.last, "day_outside", day=one.day)
        shift = shifts.get(one.shift)
        if shift is None:
            raise Refusal("no_such_shift", shift=one.shift[:16])
        do.tx.need(Person, one.person, "no_such_person")
        starts, ends = shift.on(one.day, zone)
        do.put(_duty(do, one, starts, ends))
    return {"last": command.last.isoformat(), "duties": len(command.lines)}


def _duty(do: Doing, given: DutyLine, starts: datetime, ends: datetime) -> Duty:
    return Duty(
        street=do.street,
        id=new_id(),
        day=given.day,
        shift=given.shift,
        starts=starts,
        ends=ends,
        post=given.post,
        person=given.person,
    )


def days(first: date, last: date) -> None:
    """Refusal('days_range') for a span that is none or too long."""
    known = YEARS[0] <= first.year and last.year <= YEARS[1]  # a clock has no zone at the ends
    good = known and first <= last and (last - first).days < MOST_DAYS
    require(good, "days_range", most=MOST_DAYS)


def _between(tx: Tx, first: date, last: date, state: DutyState) -> list[Duty]:
    d = t.TABLES["duties"].c
    within = (d.day >= first.isoformat(), d.day <= last.isoformat(), d.state == state.value)
    return tx.seek(Duty, *within)


def around(tx: Tx, starts: datetime, ends: datetime) -> list[Duty]:
    """Duties that touch a span (UTC), drafts and published."""
    d = t.TABLES["duties"].c
    return tx.seek(Duty, d.ends > micros(starts), d.starts < micros(ends))


# ---- what is wrong --------------------------------------------------------------------------


def findings(
    tx: Tx, duties: Iterable[Duty], spans: Iterable[tuple[datetime, datetime]] = ()
) -> list[Finding]:
    """Faults of these duties and empty shifts, with people who may not stand where they are put."""
    given = list(duties)
    found = faults(given, spans=spans)
    for one in given:
        role = ROLE_OF.get(one.post)
        person = tx.get(Person, one.person)
        if role is not None and (person is None or role not in person.roles):
            found.append(Finding(Wrong.NO_ROLE, one.starts, one.post, one.person, (one.id,)))
    return sorted(found, key=lambda one: (one.at, one.wrong.value, one.person or ""))


@handles(PublishDuties, "duties_published", R.SHIFT_LEAD, R.DUTY_LEADER)
def publish_duties(do: Doing, command: PublishDuties) -> Facts:
    """Drafts bind from now on in place of what was published for their days and has not begun.

    A shift that has begun stays as it was published; days without a draft stay as they are.
    """
    days(command.first, command.last)
    do.subject = command.first.isoformat()
    drafts = _between(do.tx, command.first, command.last, DutyState.DRAFT)
    planned = {one.day for one in drafts}
    begun: set[tuple[date, str]] = set()
    for old in _between(do.tx, command.first, command.last, DutyState.PUBLISHED):
        if old.starts <= do.at:
            begun.add((old.day, old.shift))
        elif old.day in planned:
            do.tx.remove(old)
    for one in drafts:
        if (one.day, one.shift) in begun:
            do.tx.remove(one)
    drafts = [one for one in drafts if (one.day, one.shift) not in begun]
    require(drafts, "nothing_to_publish")
    for one in drafts:
        do.put(one.published())
    mine = {one.id for one in drafts}
    manned = spans_of(patterns(do.tx), drafts, do.rules.clock.zone)
    found = _faults_of(do, drafts, mine, manned)
    never = [one for one in found if one.wrong in NEVER]
    if never:
        raise _impossible(never[0])
    reason = line(command.reason)
    require(not found or reason, "roster_reason", faults=len(found))
    _follow_again(do, drafts)
    wrongs = sorted({one.wrong.value for one in found})
    return {"last": command.last.isoformat(), "duties": len(drafts), "faults": wrongs,
            **do.text(do.subject, "reason", reason)}  # fmt: skip


def _follow_again(do: Doing, published: list[Duty]) -> None:
    """Who is on a duty that was published after it began comes on shift all the same."""
    known = do.tx.get(SettingRow, FOLLOWED)
    begun = min((micros(one.starts) for one in published if one.covers(do.now)), default=None)
    if known is not None and begun is not None and int(known.value) >= begun:
        do.put(replace(known, value=str(begun - 1)))


def _faults_of(
    do: Doing,
    changed: list[Duty],
    mine: set[str],
    manned: Iterable[tuple[datetime, datetime]] = (),
) -> list[Finding]:
    """Faults in which the changed duties have a part, seen with the days beside them."""
    first = min(one.starts for one in changed) - NEAR
    last = max(one.ends for one in changed) + NEAR
    binding = [one for one in around(do.tx, first, last) if one.state is DutyState.PUBLISHED]
    spans = {*manned, *((one.starts, one.ends) for one in changed)}
    found = findings(do.tx, binding, spans)
    return [
        one
        for one in found
        if mine.intersection(one.duties)
        or (one.wrong is Wrong.GAP and any(one.at == starts for starts, _ in spans))
    ]


def _impossible(found: Finding) -> Refusal:
    return Refusal(f"roster_{found.wrong.value}", person=found.person, at=found.at, post=found.post)


# ---- swaps and leave ------------------------------------------------------------------------


@handles(AskDutyChange, "duty_change_asked", *Role)
def ask_duty_change(do: Doing, command: AskDutyChange) -> Facts:
    """Somebody asks for the own duty; nothing changes before it is approved."""
    duty = do.tx.need(Duty, command.duty, "no_such_duty")
    do.subject = duty.id
    require(duty.person == do.actor.id, "not_your_duty")
    require(duty.state is DutyState.PUBLISHED, "duty_not_published")
    require(duty.starts > do.at, "duty_began")
    open_ones = [one for one in do.tx.find(DutyRequest, duty=duty.id) if one.approved is None]
    require(not open_ones, "asked_already")
    swap = command.kind is DutyAsk.SWAP
    require(swap == (command.other is not None), "other_duty_missing")
    if command.other is not None:
        other = do.tx.need(Duty, command.other, "no_such_duty")
        binding = other.state is DutyState.PUBLISHED and other.starts > do.at
        require(other.person != duty.person and binding, "no_such_duty")
    if command.stand_in is not None:
        do.tx.need(Person, command.stand_in, "no_such_person")
    require(swap or command.stand_in, "stand_in_missing")
    key = new_id()
    said = do.text(key, "duty_reason", line(command.reason))
    asked = DutyRequest(
        street=do.street,
        id=key,
        kind=command.kind,
        duty=duty.id,
        other=command.other,
        stand_in=command.stand_in,
        asked_by=do.actor.id,
        asked_at=do.at,
        reason=said.get("text", ""),
    )
    do.put(asked)
    return {"kind": command.kind, "request": asked.id, **said}


@handles(DecideDutyChange, "duty_change_decided", R.SHIFT_LEAD, R.DUTY_LEADER)
def decide_duty_change(do: Doing, command: DecideDutyChange) -> Facts:
    """Approve or refuse; an approved change may not book anybody twice."""
    asked = do.tx.need(DutyRequest, command.request, "no_such_request")
    do.subject = asked.duty
    require(asked.approved is None, "request_decided")
    require(asked.asked_by != do.actor.id, "own_request")
    do.put(replace(asked, decided_by=do.actor.id, approved=command.approve))
    if not command.approve:
        return {"approved": False}
    duty = do.tx.need(Duty, asked.duty, "no_such_duty")
    require(duty.starts > do.at, "duty_began")
    require(duty.person == asked.asked_by, "not_your_duty")  # somebody else has it by now
    changed = [duty.given(asked.stand_in or "")]
    if asked.other is not None:
        other = do.tx.need(Duty, asked.other, "no_such_duty")
        require(other.starts > do.at, "duty_began")
        changed = [duty.given(other.person), other.given(duty.person)]
    for one in changed:
        do.put(one)
    found = _faults_of(do, changed, {one.id for one in changed})
    never = [one for one in found if one.wrong in NEVER]
    if never:
        raise _impossible(never[0])
    return {"approved": True, "faults": sorted({one.wrong.value for one in found})}


# ---- rights follow the shift ----------------------------------------------------------------


def follow_due(desk: Desk) -> int:
    """By the clock: set shifts when a published duty began or ended; 1 when something changed."""
    with desk.database.read.begin() as connection:
        tx = Tx(connection, desk.street)
        if not _turning(tx, desk.now()):
            return 0
    try:
        desk.do(FollowRoster(), "system")
    except Refusal:
        return 0
    return 1


def _turning(tx: Tx, now: datetime) -> list[tuple[Duty, bool]]:
    """Duties that began (True) or were over (False) since shifts were last set."""
    known = tx.get(SettingRow, FOLLOWED)
    last = instant(int(known.value)) if known else now - NEAR
    near = around(tx, last - GRACE - timedelta(days=1), now + timedelta(seconds=1))
    found = []
    for one in near:
        if one.state is not DutyState.PUBLISHED or one.post is Post.ON_CALL:
            continue
        if last < one.starts <= now < one.ends:
            found.append((one, True))
        if last < one.ends + GRACE <= now:
            found.append((one, False))
    return found


@handles(FollowRoster, "roster_followed", R.SYSTEM)
def follow_roster(do: Doing, command: FollowRoster) -> Facts:
    """Whose duty began comes on; whose is over goes off, save who is still handing over."""
    do.subject = FOLLOWED
    turning = _turning(do.tx, do.now)
    require(turning, "nothing_changed")
    record = under_way(do.tx)
    staying = {record.outgoing} if record else set()
    staying |= on_post(do.tx, do.now)
    came: list[str] = []
    went: list[str] = []
    for duty, begins in turning:
        person = do.tx.get(Person, duty.person)
        if person is None or person.on_shift == begins:
            continue
        if not begins and person.id in staying:
            continue
        do.put(replace(person, on_shift=begins))
        (came if begins else went).append(person.id)
    do.put(SettingRow(street=do.street, id=FOLLOWED, value=str(micros(do.now))))
    return {"came": sorted(came), "went": sorted(went)}


def on_post(tx: Tx, now: datetime) -> set[str]:
    """Who is on a post now by the published roster."""
    here = around(tx, now, now + timedelta(microseconds=1))
    return {
        one.person
        for one in here
        if one.state is DutyState.PUBLISHED and one.post is not Post.ON_CALL and one.covers(now)
    }


__all__ = ["around", "days", "findings", "follow_due", "on_post", "patterns"]
