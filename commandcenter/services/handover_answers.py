"""Answers about handovers, promises and notices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from commandcenter.domain.case import Case
from commandcenter.domain.handover import (
    Addendum,
    Handover,
    HandoverItem,
    Kit,
    Mark,
    Notice,
    Promise,
)
from commandcenter.domain.refusal import require
from commandcenter.services.answers import Asking, answers
from commandcenter.services.handing import gather, item_of, promised, under_way, unkept
from commandcenter.services.handover import differs, seal_of, unacknowledged
from commandcenter.services.handover_views import (
    AskHandover,
    AskHandovers,
    AskNotices,
    AskPromises,
    HandoverItemView,
    HandoverParts,
    Handovers,
    HandoverView,
    Notices,
    Promises,
    Said,
)
from commandcenter.services.wire import codec, loads
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros

MOST_DAYS = 400


@answers(AskHandover)
def ask_handover(ask: Asking, query: AskHandover) -> HandoverView:
    """A stored record, the one under way, or the draft of now."""
    tx = ask.tx
    if query.handover is not None:
        record: Handover | None = tx.need(Handover, query.handover, "no_such_handover")
    else:
        record = under_way(tx)
    if record is None:
        parts = gather(tx, ask.now, ask.rules.clock.zone, ask.asker.id)
        return HandoverView(
            handover=None,
            parts=_with_words(ask, parts),
            unacknowledged=(),
            questions=(),
            remarks=None,
            addenda=(),
            good=None,
        )
    return _stored(ask, record)


def _stored(ask: Asking, record: Handover) -> HandoverView:
    tx = ask.tx
    items = tx.find(HandoverItem, handover=record.id)
    missing = () if record.signed else tuple(unacknowledged(tx, record))
    seen = _items(ask, record, items, missing)
    parts: HandoverParts = codec(HandoverParts)[1](loads(record.content))
    parts = replace(parts, items=seen, promises=_promises(ask, parts, items))
    added = sorted(tx.find(Addendum, handover=record.id), key=lambda one: one.at)
    texts = _texts(ask, [one.text for one in added] + ([record.remarks] if record.remarks else []))
    return HandoverView(
        handover=record,
        parts=_with_words(ask, parts),
        unacknowledged=missing,
        questions=tuple(one.case for one in items if one.question),
        remarks=texts.get(record.remarks or ""),
        addenda=tuple((one, texts.get(one.text)) for one in added),
        good=_good(record, items),
    )


def _promises(ask: Asking, parts: HandoverParts, items: list[HandoverItem]) -> tuple[Promise, ...]:
    """Those of the snapshot, then those made later that an item was taken with, as made."""
    known = {one.id for one in parts.promises}
    held = [one.split(" ")[2] for item in items for one in (item.promised or "").split("; ") if one]
    later = [ask.tx.get(Promise, key) for key in held if key not in known]
    made = (replace(one, kept_at=None, kept_by=None) for one in later if one is not None)
    return (*parts.promises, *sorted(made, key=lambda one: (one.by_when, one.id)))


def _items(
    ask: Asking, record: Handover, items: list[HandoverItem], missing: tuple[str, ...]
) -> tuple[HandoverItemView, ...]:
    """Every item of the record, and what arrived since; with both states where it changed."""
    promises = unkept(ask.tx)
    asked = _texts(ask, [one.question for one in items if one.question])
    known = {one.case: one for one in items}
    found = []
    for key in (*known, *(one for one in missing if one not in known)):
        case = ask.tx.get(Case, key)
        if case is None:
            continue
        item = known.get(key)
        now = item_of(ask.tx, case, promises, ask.now, Mark.NEW, record.id)
        if item is None:
            found.append(replace(now, item=replace(now.item, late=True), changed=("late",)))
            continue
        open_ = not record.signed and key in missing
        moved = differs(item, case, promised(case.id, promises)) if open_ else ()
        stands = now.item if moved else None
        if item.question:
            item = replace(item, question=asked.get(item.question, "…"))
        found.append(replace(now, item=item, mark=item.mark, changed=moved, now=stands))
    return tuple(found)


def _good(record: Handover, items: list[HandoverItem]) -> bool | None:
    """Whether hash and signatures hold; None before anybody signed."""
    from commandcenter.services.signing import genuine  # cryptography comes when it is wanted

    pairs = [
        (record.out_signature, record.out_key),
        (record.in_signature, record.in_key),
    ]
    made = [(one, key) for one, key in pairs if one and key]
    if not made or record.hash is None:
        return None
    same = seal_of(record, items) == record.hash
    return same and all(genuine(record.hash, one, key) for one, key in made)


def _with_words(ask: Asking, parts: HandoverParts) -> HandoverParts:
    notices = (*parts.instructions, *parts.watch, *parts.faults)
    rows = [one.text for one in notices] + [one.text for one in parts.promises]
    texts = _texts(ask, [one for one in rows if one])
    said = tuple(Said(id=key, words=texts.get(key)) for key in rows if key)
    return replace(parts, texts=said)


def _texts(ask: Asking, keys: Iterable[str]) -> dict[str, str]:
    """Private words by their row, purged ones left out."""
    wanted = sorted(set(keys))
    if not wanted:
        return {}
    p = t.private.c
    rows = ask.tx.connection.execute(
        select(p.id, p.body).where(p.street == ask.street, p.id.in_(wanted))
    )
    return {str(row.id): str(row.body) for row in rows if row.body is not None}


@answers(AskHandovers)
def ask_handovers(ask: Asking, query: AskHandovers) -> Handovers:
    """Handovers of the last days, the newest first, without what stands in them."""
    require(1 <= query.days <= MOST_DAYS, "days_range", most=MOST_DAYS)
    since = ask.now - timedelta(days=query.days)
    found = ask.tx.seek(Handover, t.TABLES["handovers"].c.ends >= micros(since))
    newest = sorted(found, key=lambda one: one.ends, reverse=True)
    return Handovers(handovers=tuple(replace(one, content="") for one in newest))


@answers(AskPromises)
def ask_promises(ask: Asking, query: AskPromises) -> Promises:
    """What was promised and is not kept, the nearest first."""
    found = unkept(ask.tx)
    texts = _texts(ask, [one.text for one in found if one.text])
    numbers = {}
    for one in found:
        case = ask.tx.get(Case, one.case)
        if case is not None:
            numbers[case.id] = case.number or case.place
    said = tuple((one, texts.get(one.text or "")) for one in found)
    return Promises(promises=said, numbers=numbers)


@answers(AskNotices)
def ask_notices(ask: Asking, query: AskNotices) -> Notices:
    """What is not over yet, with the things of the room."""
    found = ask.tx.seek(Notice, t.TABLES["notices"].c.ended_at.is_(None))
    texts = _texts(ask, [one.text for one in found if one.text])
    ordered = sorted(found, key=lambda one: one.at)
    said = tuple((one, texts.get(one.text or "")) for one in ordered)
    return Notices(notices=said, kit=tuple(ask.tx.find(Kit)))
