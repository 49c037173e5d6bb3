"""Personal data: revealed with a reason for ten minutes, purged without a trace (section 10)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, exists, or_, select, update

from commandcenter.domain.case import ENDED, Case
from commandcenter.domain.commands import PurgeComplainant, RevealPhone
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import Role
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import Doing, Facts, coded, handles
from commandcenter.services.intake import words_of
from commandcenter.services.views import AskReveals, RevealCount, Reveals
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.reference import RevealRow

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

R = Role
REVEAL = timedelta(minutes=10)
REASONS = frozenset({"call_back", "verify", "scene"})
LEAST_WORDS = 4
MOST_DAYS = 3 * 366


@handles(
    RevealPhone,
    "phone_revealed",
    R.INTAKE_OFFICER,
    R.DISPATCHER,
    R.SHIFT_LEAD,
    R.HOTLINE_SEAT,
    R.DUTY_LEADER,
)
def reveal_phone(do: Doing, command: RevealPhone) -> Facts:
    """Show the caller's number to this person for ten minutes; outside own cases wants words."""
    require(command.behalf is None, "not_on_behalf")
    case = do.case(command)
    require(case.complainant, "no_complainant")
    require(coded(command.reason) in REASONS, "reason_unknown", reason=command.reason)
    own = _own(do, case)
    if not own:
        require(len(command.words.strip()) >= LEAST_WORDS, "reveal_words")
    row = RevealRow(
        street=do.street,
        id=f"{case.id}/{do.actor.id}",
        case=case.id,
        person=do.actor.id,
        until=micros(do.now + REVEAL),
    )
    do.tx.get(RevealRow, row.id)
    do.put(row)
    return {"reason": command.reason, "own": own, **do.text(case.id, "reason", command.words)}


@answers(AskReveals)
def reveals(ask: Asking, query: AskReveals) -> Reveals:
    """Counts per person and reason: callers of cases, and people at risk of emergencies."""
    require(0 < query.days <= MOST_DAYS, "days_range", most=MOST_DAYS)
    since = ask.now - timedelta(days=query.days)
    j, r = t.journal.c, t.TABLES["reveals"].c
    cases = select(r.case).where(r.street == ask.street, r.until >= micros(since))
    e = t.TABLES["emergencies"].c
    emergencies = select(e.id).where(e.street == ask.street)
    rows = ask.tx.connection.execute(
        select(j.who, j.at, j.data).where(
            j.street == ask.street,
            or_(
                and_(j.subject.in_(cases), j.kind == "phone_revealed"),
                and_(j.subject.in_(emergencies), j.kind == "risk_revealed"),
            ),
            j.at >= micros(since),
        )
    )
    found: dict[tuple[str, str], list[tuple[int, bool]]] = {}
    for row in rows:
        facts = json.loads(row.data)["facts"]
        outside = not facts.get("own", "text" not in facts)  # older entries tell it by their words
        found.setdefault((row.who, facts["reason"]), []).append((row.at, outside))
    lines = [
        RevealCount(
            person=person,
            reason=reason,
            count=len(seen),
            outside=sum(outside for _, outside in seen),
            last=instant(max(at for at, _ in seen)),
        )
        for (person, reason), seen in found.items()
    ]
    lines.sort(key=lambda one: (-one.count, one.person, one.reason))
    return Reveals(since=since, lines=tuple(lines))


def _own(do: Doing, case: Case) -> bool:
    """Works the case: dispatched it, took it in, or it waits for this person's role."""
    if case.owner == do.actor.id:
        return True
    first = do.tx.connection.execute(
        select(t.journal.c.who)
        .where(t.journal.c.street == do.street, t.journal.c.subject == case.id)
        .order_by(t.journal.c.seq)
        .limit(1)
    ).scalar()
    if first == do.actor.id:
        return True
    return case.state.value == "callback" and R.HOTLINE_SEAT in do.standing(do.actor).roles


@handles(PurgeComplainant, "complainant_purged", R.ADMINISTRATOR)
def purge_complainant(do: Doing, command: PurgeComplainant) -> Facts:
    """Texts, telephone hash, search terms and pictures of the case go; hashes stay in the chain."""
    case = do.case(command)
    require(case.state in ENDED, "case_still_open", state=case.state)
    words = words_of(do, case.id)
    item = do.rules.item(case.item).name
    run = do.tx.connection.execute
    mine = (
        t.private.c.street == do.street,
        t.private.c.subject == case.id,
        t.private.c.kind != "goods",  # what was seized is evidence of its docket
    )
    gone = run(
        update(t.private).where(*mine, t.private.c.body.is_not(None)).values(body=None, salt=None)
    )
    run(delete(t.callers).where(t.callers.c.street == do.street, t.callers.c.case == case.id))
    old, public = (words, case.place, item), (None, case.place, item)
    do.search.replace(do.tx.connection, do.street, case.id, old, public)
    shas = _pictures(do, case)
    do.after.append(do.fold)
    do.put(case.changed(complainant=False, version=case.version + 1))
    return {"basis": coded(command.basis), "texts": gone.rowcount, "pictures": len(shas)}


def finish_purges(desk: Desk) -> None:
    """What a crash right after a purge left lying: its pictures' files, and texts in the log."""
    p, kept = t.pictures, t.pictures.alias()
    still = exists().where(kept.c.sha256 == p.c.sha256, kept.c.gone == 0)
    gone = select(p.c.sha256).where(p.c.street == desk.street, p.c.gone == 1, ~still).distinct()
    with desk.database.read.begin() as connection:
        shas = [str(one) for one in connection.execute(gone).scalars()]
    for sha in shas:
        desk.pictures.remove(sha)
    desk.database.checkpoint()


def _pictures(do: Doing, case: Case) -> list[str]:
    """Mark the case's pictures gone; files that nothing else names go after the commit."""
    p = t.pictures
    run = do.tx.connection.execute
    mine = (p.c.street == do.street, p.c.case == case.id, p.c.gone == 0)
    shas = sorted({str(row[0]) for row in run(select(p.c.sha256).where(*mine))})
    values: dict[str, Any] = {"gone": 1}
    run(update(p).where(*mine).values(values))
    for sha in shas:
        others = run(select(p.c.id).where(p.c.sha256 == sha, p.c.gone == 0).limit(1)).first()
        if others is None:
            do.after.append(lambda sha=sha: do.pictures.remove(sha))  # type: ignore[misc]
    return shas
