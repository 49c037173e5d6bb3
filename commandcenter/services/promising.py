"""Handlers of what is handed on beside cases: promises, notices and the things of the room."""

from __future__ import annotations

from commandcenter.domain.case import ENDED
from commandcenter.domain.commands import EndNotice, KeepPromise, MakePromise, RecordNotice, SetKit
from commandcenter.domain.handover import Kit, Notice, Promise
from commandcenter.domain.person import Person, Unit
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.doing import Doing, Facts, aware, handles, known_id, line

R = Role
_DESK = (*sorted(DESK_ROLES), R.DUTY_LEADER)


@handles(MakePromise, "promise_made", *_DESK, R.HOTLINE_SEAT, R.UNIT, R.TEAM_LEADER)
def make_promise(do: Doing, command: MakePromise) -> Facts:
    """Who was promised what by when."""
    case = do.case(command)
    do.one_of(case.lead_unit, *case.co_units)
    require(case.state not in ENDED, "case_ended", state=case.state)
    by_when = aware(command.by_when)
    require(by_when > do.at, "due_in_past")
    require(command.words.strip(), "words_missing")
    require((command.unit is None) == (command.party.value != "unit"), "unit_missing")
    if command.unit is not None:
        do.tx.need(Unit, command.unit, "no_such_unit")
    said = do.text(case.id, "promise", command.words)
    promise = Promise(
        street=do.street,
        id=known_id(command.id),
        case=case.id,
        party=command.party,
        unit=command.unit,
        by_when=by_when,
        made_by=do.actor.id,
        made_at=do.at,
        text=said.get("text"),
    )
    do.tx.new(promise)
    do.put(case.changed(version=case.version + 1))
    return {"party": command.party, "by_when": by_when.isoformat(), **said}


@handles(KeepPromise, "promise_kept", *_DESK, R.HOTLINE_SEAT, R.UNIT, R.TEAM_LEADER)
def keep_promise(do: Doing, command: KeepPromise) -> Facts:
    """The promise was kept."""
    case = do.case(command)
    do.one_of(case.lead_unit, *case.co_units)
    promise = do.tx.need(Promise, command.promise, "no_such_promise")
    require(promise.case == case.id, "no_such_promise")
    do.put(promise.kept(do.actor.id, do.at))
    do.put(case.changed(version=case.version + 1))
    return {"promise": promise.id, "late": do.at > promise.by_when}


@handles(RecordNotice, "notice_recorded", *_DESK)
def record_notice(do: Doing, command: RecordNotice) -> Facts:
    """An instruction, warning, place to watch or fault."""
    require(command.words.strip(), "words_missing")
    due = aware(command.due) if command.due else None
    require(due is None or due > do.at, "due_in_past")
    do.subject = known_id(command.id)
    said = do.text(do.subject, "notice", command.words)
    notice = Notice(
        street=do.street,
        id=do.subject,
        kind=command.kind,
        origin=line(command.origin) or None,
        by=do.actor.id,
        at=do.at,
        due=due,
        text=said.get("text"),
    )
    do.tx.new(notice)
    return {"kind": command.kind, **said}


@handles(EndNotice, "notice_ended", *_DESK)
def end_notice(do: Doing, command: EndNotice) -> Facts:
    """It is done or over."""
    notice = do.tx.need(Notice, command.notice, "no_such_notice")
    do.subject = notice.id
    do.put(notice.ended(do.actor.id, do.at))
    return {"kind": notice.kind}


@handles(SetKit, "kit_set", *_DESK, R.ADMINISTRATOR)
def set_kit(do: Doing, command: SetKit) -> Facts:
    """A thing of the room, who has it and how it is; without a name it goes."""
    do.subject = known_id(command.kit)
    known = do.tx.get(Kit, command.kit)
    if not command.name.strip():
        require(known is not None, "no_such_kit")
        do.tx.remove(known)
        return {"gone": True}
    if command.holder is not None:
        do.tx.need(Person, command.holder, "no_such_person")
    kit = Kit(
        street=do.street,
        id=command.kit,
        kind=command.kind,
        name=line(command.name),
        state=command.state,
        holder=command.holder,
    )
    require(kit != known, "nothing_changed")
    do.put(kit)
    return {"kind": command.kind, "state": command.state}
