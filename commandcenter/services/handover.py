"""Handlers of the change of shift (domain.md section 7), and of what is handed over with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from commandcenter.domain.case import ENDED, Case
from commandcenter.domain.commands import (
    AcknowledgeItem,
    AddAddendum,
    AlertLeader,
    DropHandover,
    FreezeHandover,
    SignHandover,
)
from commandcenter.domain.handover import (
    ABSENT,
    Addendum,
    Handover,
    HandoverItem,
    HandoverState,
    Mark,
)
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.services.accounts import prove
from commandcenter.services.doing import Doing, Facts, coded, handles, known_id, line
from commandcenter.services.handing import (
    gather,
    item_of,
    live_cases,
    promised,
    under_way,
    unkept,
)
from commandcenter.services.handover_views import HandoverParts
from commandcenter.services.wire import codec, dumps
from commandcenter.storage.codec import encode
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

R = Role


# ---- the record -----------------------------------------------------------------------------


@handles(FreezeHandover, "handover_frozen", R.SHIFT_LEAD)
def freeze_handover(do: Doing, command: FreezeHandover) -> Facts:
    """The snapshot: from now on every item waits for the incoming person's word."""
    do.tx.alone("handover")
    running = under_way(do.tx)
    require(running is None, "handover_running", handover=running.id if running else "")
    incoming = do.tx.need(Person, command.incoming, "no_such_person")
    require(incoming.holds(frozenset({R.SHIFT_LEAD})), "not_a_shift_lead")
    require(incoming.id != do.actor.id, "same_person", person=do.actor.id)
    if command.leader is not None:
        leader = do.tx.need(Person, command.leader, "no_such_person")
        require(leader.holds(frozenset({R.DUTY_LEADER})), "not_a_duty_leader")
    parts = gather(do.tx, do.now, do.rules.clock.zone, do.actor.id, command.queued)
    parts = replace(parts, incoming=incoming.id, leader=command.leader or parts.leader)
    said = do.text(command.id, "remarks", command.remarks)
    made = Handover(
        street=do.street,
        id=known_id(command.id),
        shift=parts.shift,
        starts=parts.starts,
        ends=parts.ends,
        outgoing=do.actor.id,
        incoming=incoming.id,
        leader=parts.leader,
        drill=parts.drill,
        frozen_at=do.at,
        content=dumps(codec(HandoverParts)[0](replace(parts, items=()))).decode(),
        remarks=said.get("text"),
        remarks_hash=said.get("hash"),
    )
    do.subject = made.id
    do.tx.new(made)
    for one in parts.items:
        key = f"{made.id}/{one.item.case}"
        do.put(replace(one.item, id=key, handover=made.id))
    return {"items": len(parts.items), "incoming": incoming.id, **said}


@handles(DropHandover, "handover_dropped", R.SHIFT_LEAD, R.DUTY_LEADER)
def drop_handover(do: Doing, command: DropHandover) -> Facts:
    """A record that nobody signed goes; the reason stays in the journal."""
    record = _running(do, command.handover)
    signed = record.out_signed_at or record.in_signed_at
    require(signed is None, "handover_half_signed")
    for one in do.tx.find(HandoverItem, handover=record.id):
        do.tx.remove(one)
    do.tx.remove(record)
    return {"reason": coded(command.reason)}


def _running(do: Doing, handover: str) -> Handover:
    do.tx.alone("handover")
    record = do.tx.need(Handover, handover, "no_such_handover")
    do.subject = record.id
    require(not record.signed, "handover_signed")
    return record


@handles(AcknowledgeItem, "item_acknowledged", R.SHIFT_LEAD)
def acknowledge_item(do: Doing, command: AcknowledgeItem) -> Facts:
    """The incoming person takes one case as it stands now, or asks about it."""
    record = _running(do, command.handover)
    require(do.actor.id == record.incoming, "not_the_incoming", person=record.incoming)
    case = do.tx.need(Case, command.case, "no_such_case")
    if case.version != command.seen:
        raise Refusal("stale", seen=command.seen, version=case.version, state=case.state)
    promises = unkept(do.tx)
    old = do.tx.get(HandoverItem, f"{record.id}/{case.id}")
    now = item_of(do.tx, case, promises, do.now, old.mark if old else Mark.NEW, record.id).item
    moved = old is not None and bool(differs(old, case, promised(case.id, promises)))
    late = old.late if old else True
    said = do.text(case.id, "question", line(command.question))
    item = replace(now, late=late, question=said.get("text"))
    if old is not None and moved:
        item = replace(item, was_owner=old.owner, was_due=old.due, was_promised=old.promised)
    elif old is not None:
        item = replace(
            item, was_owner=old.was_owner, was_due=old.was_due, was_promised=old.was_promised
        )
    if item.question is None:
        item = replace(item, acked_by=do.actor.id, acked_at=do.at)
    require(old is None or _said(item) != _said(old), "nothing_changed")
    require(old is not None or (not case.drill and case.state not in ENDED), "case_ended")
    do.put(item)
    _settle(do, record, withdrawn=old is None or moved or item.question is not None)
    return {"case": case.id, "late": late, "question": item.question is not None, **said}


def _said(item: HandoverItem) -> tuple[object, ...]:
    return (item.acked_by, item.question, item.owner, item.due, item.promised)


def differs(item: HandoverItem, case: Case, promise: str | None) -> tuple[str, ...]:
    """What is not as it was frozen or acknowledged: it must be asked again (section 7)."""
    pairs = (
        ("owner", item.owner, case.owner),
        ("due", item.due, case.due),
        ("promise", item.promised, promise),
    )
    return tuple(name for name, was, now in pairs if was != now)


def unacknowledged(tx: Tx, record: Handover) -> list[str]:
    """Live cases that the incoming person has not taken as they stand now."""
    items = {one.case: one for one in tx.find(HandoverItem, handover=record.id)}
    promises = unkept(tx)
    found = []
    for case in live_cases(tx):
        item = items.get(case.id)
        taken = item is not None and item.acked_at is not None
        if not taken or (item and differs(item, case, promised(case.id, promises))):
            found.append(case.id)
    return found


def _settle(do: Doing, record: Handover, withdrawn: bool) -> None:
    """All acknowledged or not; what came after the first signature withdraws it."""
    signed = record.out_signed_at or record.in_signed_at
    if withdrawn and signed is not None:
        record = record.unsigned()
    elif record.state is HandoverState.ACKNOWLEDGED:
        record = record.to(HandoverState.FROZEN)
    if not unacknowledged(do.tx, record):
        record = record.to(HandoverState.ACKNOWLEDGED)
    do.put(record)


def _proved(desk: Desk, command: SignHandover, who: str) -> None:
    """Wrong passwords are counted here as at the door, also those of a refused signature."""
    require(command.behalf is None, "not_on_behalf")
    prove(desk, who, command.password)


@handles(SignHandover, "handover_signed", R.SHIFT_LEAD, before=_proved)
def sign_handover(do: Doing, command: SignHandover) -> Facts:
    """One of the two signs with the own password; the second one moves every case."""
    from commandcenter.services.signing import sign  # cryptography comes with the first signature

    record = _running(do, command.handover)
    mine = do.actor.id
    require(mine in (record.outgoing, record.incoming), "not_of_this_handover")
    _complete(do, record)
    outgoing = mine == record.outgoing
    done = record.out_signed_at if outgoing else record.in_signed_at
    require(done is None, "signed_already")
    if record.state is HandoverState.FROZEN:
        record = record.to(HandoverState.ACKNOWLEDGED)
    sealed = seal_of(record, do.tx.find(HandoverItem, handover=record.id))
    signature, key = sign(do.tx, mine, command.password, sealed, do.now)
    if outgoing:
        record = replace(
            record, hash=sealed, out_signed_at=do.at, out_signature=signature, out_key=key
        )
    else:
        record = replace(
            record, hash=sealed, in_signed_at=do.at, in_signature=signature, in_key=key
        )
    both = record.out_signed_at is not None and record.in_signed_at is not None
    if both:
        record = record.to(HandoverState.SIGNED)
        _move(do, record)
    do.put(record)
    return {"hash": sealed, "outgoing": outgoing, "both": both}


def _complete(do: Doing, record: Handover) -> None:
    """Refusal('not_acknowledged') names the first case that is missing."""
    missing = unacknowledged(do.tx, record)
    if missing:
        case = do.tx.need(Case, missing[0], "no_such_case")
        named = case.number or case.place
        raise Refusal("not_acknowledged", number=named, case=case.id, more=len(missing) - 1)


def seal_of(record: Handover, items: Iterable[HandoverItem]) -> str:
    """sha256 (hex) over snapshot, additions and acknowledgements."""
    rows = [encode(one) for one in sorted(items, key=lambda one: one.case)]
    head = [record.id, record.shift, record.outgoing, record.incoming, record.leader]
    times = [one.isoformat() for one in (record.starts, record.ends, record.frozen_at)]
    whole = [head, times, record.content, record.remarks_hash, rows]
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _move(do: Doing, record: Handover) -> None:
    """In the commit of the second signature every live case is the incoming person's."""
    for case in live_cases(do.tx):
        if case.owner != record.incoming:
            do.put(case.changed(owner=record.incoming))
    incoming = do.tx.need(Person, record.incoming, "no_such_person")
    if not incoming.on_shift:
        do.put(replace(incoming, on_shift=True))


@handles(AlertLeader, "leader_alerted", R.SYSTEM)
def alert_leader(do: Doing, command: AlertLeader) -> Facts:
    """The incoming person has not begun 15 min after the change."""
    record = _running(do, command.handover)
    require(record.alerted_at is None, "nothing_changed")
    do.put(replace(record, alerted_at=do.at))
    return {"leader": record.leader, "incoming": record.incoming}


def alert_due(desk: Desk) -> int:
    """By the clock: tell the leader of an absent incoming person; 1 when it was told."""
    with desk.database.read.begin() as connection:
        tx = Tx(connection, desk.street)
        record = under_way(tx)
        if record is None or record.alerted_at is not None or desk.now() < record.ends + ABSENT:
            return 0
        taken = (one.acked_at or one.question for one in tx.find(HandoverItem, handover=record.id))
        if record.in_signed_at or any(taken):
            return 0
    try:
        desk.do(AlertLeader(id=f"alert-{record.id[-24:]}", handover=record.id), "system")
    except Refusal:
        return 0
    return 1


@handles(AddAddendum, "addendum_added", R.SHIFT_LEAD, R.DUTY_LEADER)
def add_addendum(do: Doing, command: AddAddendum) -> Facts:
    """A correction beside a signed record."""
    record = do.tx.need(Handover, command.handover, "no_such_handover")
    do.subject = record.id
    require(record.signed, "handover_not_signed")
    require(command.words.strip(), "words_missing")
    said = do.text(record.id, "addendum", command.words)
    added = Addendum(
        street=do.street,
        id=known_id(command.id),
        handover=record.id,
        by=do.actor.id,
        at=do.at,
        text=said["text"],
        text_hash=said["hash"],
    )
    do.tx.new(added)
    return said


__all__ = ["alert_due", "differs", "seal_of", "unacknowledged"]
