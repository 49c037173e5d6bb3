"""The draft of a handover: its parts gathered from rows and journal (domain.md section 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from sqlalchemy import func, select

from commandcenter.domain.admission import ASKED
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.clock import Lamp, lamp
from commandcenter.domain.consultation import Consultation, ConsultationState, ConsultTask
from commandcenter.domain.duty import Duty, DutyState, Post
from commandcenter.domain.emergency import UpReport
from commandcenter.domain.handover import (
    Handover,
    HandoverItem,
    HandoverState,
    Kit,
    Mark,
    Notice,
    NoticeKind,
    Promise,
)
from commandcenter.domain.holding import is_held
from commandcenter.domain.person import Officer, Person, Team
from commandcenter.domain.request import Request
from commandcenter.domain.roles import DESK_ROLES
from commandcenter.domain.whistle import Whistle, WhistlePart, WhistleState
from commandcenter.services.handover_views import (
    Counted,
    HandoverItemView,
    HandoverParts,
    Owed,
    Sent,
    There,
)
from commandcenter.services.modes import mode
from commandcenter.services.order_answers import unanswered
from commandcenter.services.switching import active
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.tx import Tx

DAY_BEGINS, NIGHT_BEGINS = time(8), time(20)
"""The usual changes of shift, for a street without a published roster (section 7)."""
NEXT_MOVE = {
    CaseState.REPORTED: "file",
    CaseState.VERIFYING: "verify",
    CaseState.FILED: "dispatch",
    CaseState.DISPATCHED: "sign",
    CaseState.IN_PROGRESS: "handle",
    CaseState.SUSPENDED: "review",
    CaseState.ESCALATED: "hand_back",
    CaseState.FEEDBACK: "send_to_check",
    CaseState.CHECKING: "check",
    CaseState.CALLBACK: "callback",
}
COUNTED = {
    "received": ("case_reported", "case_imported"),
    "filed": ("case_filed",),
    "dispatched": ("case_dispatched", "joint_dispatched"),
    "closed": ("case_closed", "case_explained"),
}


@dataclass(frozen=True, slots=True)
class OneShift:
    """A shift with its times (UTC) and who leads and is on post in it, by the roster."""

    name: str
    starts: datetime
    ends: datetime
    duties: tuple[Duty, ...] = ()

    def on(self, post: Post) -> str | None:
        """The first person on a post."""
        found = [one.person for one in self.duties if one.post is post]
        return found[0] if found else None


def shift_at(tx: Tx, at: datetime, zone: tzinfo) -> OneShift:
    """The shift of an instant: by the published roster, else by the usual changes of shift."""
    d = t.TABLES["duties"].c
    here = tx.seek(
        Duty,
        d.state == DutyState.PUBLISHED.value,
        d.starts <= micros(at),
        d.ends > micros(at),
    )
    posted = [one for one in here if one.post is not Post.ON_CALL]
    if posted:
        first = max(posted, key=lambda one: one.starts)
        mine = tuple(one for one in posted if (one.starts, one.ends) == (first.starts, first.ends))
        return OneShift(first.shift, first.starts, first.ends, mine)
    local = at.astimezone(zone)
    begin = datetime.combine(local.date(), DAY_BEGINS, zone)
    name = "day"
    if not DAY_BEGINS <= local.time() < NIGHT_BEGINS:
        day = local.date() - timedelta(days=local.time() < DAY_BEGINS)
        begin, name = datetime.combine(day, NIGHT_BEGINS, zone), "night"
    start = begin.astimezone(UTC)
    return OneShift(name, start, start + timedelta(hours=12))


def shift_to_hand_over(tx: Tx, now: datetime, zone: tzinfo) -> OneShift:
    """The shift whose end is nearest and that was not handed over yet."""
    present = shift_at(tx, now, zone)
    before = shift_at(tx, present.starts - timedelta(microseconds=1), zone)
    late = now - present.starts < present.ends - now
    last = last_signed(tx)
    done = last is not None and last.ends >= before.ends
    return before if late and not done else present


def last_signed(tx: Tx) -> Handover | None:
    """The newest signed handover."""
    h = t.TABLES["handovers"].c
    newest = (
        select(h.id)
        .where(h.street == tx.street, h.state == HandoverState.SIGNED.value)
        .order_by(h.ends.desc(), h.id)
        .limit(1)
    )
    key = tx.connection.execute(newest).scalar()  # of years of records one is read
    return tx.get(Handover, str(key)) if key else None


def under_way(tx: Tx) -> Handover | None:
    """The frozen handover that is not signed yet; there is at most one."""
    h = t.TABLES["handovers"].c
    found = tx.seek(Handover, h.state != HandoverState.SIGNED.value)
    return found[0] if found else None


def gather(tx: Tx, now: datetime, zone: tzinfo, outgoing: str, queued: int = 0) -> HandoverParts:
    """All parts as of `now` (UTC) for the shift that is to be handed over."""
    shift = shift_to_hand_over(tx, now, zone)
    emergency = active(tx)
    cases = live_cases(tx)
    promises = unkept(tx)
    items = tuple(
        item_of(tx, one, promises, now, line)
        for one, line in zip(cases, _marks(tx, cases, promises), strict=True)
    )
    notices = tx.seek(Notice, t.TABLES["notices"].c.ended_at.is_(None))
    counts = _counts(tx, shift, cases, now)
    live = {one.id for one in cases}
    last, head = last_signed(tx), _head(tx)
    return HandoverParts(
        shift=shift.name,
        starts=shift.starts,
        ends=shift.ends,
        outgoing=outgoing,
        incoming=_next_lead(tx, shift, zone),
        leader=shift.on(Post.LEADER),
        mode=emergency.kind.value if emergency else "normal",
        level=emergency.level.value if emergency and emergency.level else None,
        drill=bool(emergency and emergency.drill),
        counts=counts,
        items=items,
        owed=tuple(_owed(tx, cases)),
        reports=tuple(_reports(tx, shift, now)),
        instructions=_of(notices, NoticeKind.INSTRUCTION),
        there=tuple(_there(tx)),
        kit=tuple(tx.find(Kit)),
        watch=_of(notices, NoticeKind.WARNING, NoticeKind.WEATHER, NoticeKind.WATCH),
        faults=_of(notices, NoticeKind.FAULT),
        queued=queued,
        promises=tuple(one for one in promises if one.case in live),
        nil=_is_nil(counts, shift, cases),
        texts=(),
        since=last.frozen_at if last else None,
        head_seq=head[0],
        head=head[1],
    )


def _is_nil(counts: Counted, shift: OneShift, cases: Iterable[Case]) -> bool:
    """Whether nothing happened (domain.md section 7, part 10).

    What is overdue happened, and so did what came after the shift's end: until both have signed
    it is the outgoing's.
    """
    moved = counts.received or counts.filed or counts.dispatched or counts.closed or counts.red
    return not moved and all(one.reported_at < shift.starts for one in cases)


def _head(tx: Tx) -> tuple[int, str]:
    """Number and hash of the newest journal entry."""
    c = t.chain_head.c
    row = tx.connection.execute(select(c.seq, c.hash).where(c.street == tx.street)).first()
    return (int(row.seq), str(row.hash)) if row else (0, "")


def _next_lead(tx: Tx, shift: OneShift, zone: tzinfo) -> str | None:
    return shift_at(tx, shift.ends, zone).on(Post.LEAD)


def _of(notices: Iterable[Notice], *kinds: NoticeKind) -> tuple[Notice, ...]:
    return tuple(sorted((one for one in notices if one.kind in kinds), key=lambda one: one.at))


# ---- part 3 ---------------------------------------------------------------------------------


def live_cases(tx: Tx) -> list[Case]:
    """Every open case and waiting report, drills left out, those that are due first."""
    found = tx.seek(Case, t.LIVE, t.cases.c.drill == 0)
    far = datetime.max.replace(tzinfo=UTC)
    return sorted(found, key=lambda one: (one.due or far, one.id))


def unkept(tx: Tx) -> list[Promise]:
    """Promises that nobody kept yet, the nearest first."""
    found = tx.seek(Promise, t.TABLES["promises"].c.kept_at.is_(None))
    return sorted(found, key=lambda one: (one.by_when, one.id))


def promised(case: str, promises: Iterable[Promise]) -> str | None:
    """What is promised in a case, in one comparable text: to whom, until when, which."""
    mine = [f"{one.party.value} {one.by_when.isoformat()} {one.id}" for one in promises
            if one.case == case]  # fmt: skip
    return "; ".join(mine) or None


def _marks(tx: Tx, cases: list[Case], promises: list[Promise]) -> list[Mark]:
    """What became of each case since the last signed handover."""
    last = last_signed(tx)
    known = {one.case: one for one in tx.find(HandoverItem, handover=last.id)} if last else {}
    found = []
    for case in cases:
        old = known.get(case.id)
        if old is None:
            found.append(Mark.NEW)
            continue
        same = (old.state, old.due) == (case.state, case.due)
        found.append(Mark.SAME if same and old.promised == promised(case.id, promises)
                     else Mark.CHANGED)  # fmt: skip
    return found


def item_of(
    tx: Tx, case: Case, promises: Iterable[Promise], now: datetime, mark: Mark, handover: str = ""
) -> HandoverItemView:
    """One open case as it stands."""
    left = None if case.due is None or case.left is not None else case.due - now
    burning = _lamp(case, now)
    item = HandoverItem(
        street=tx.street,
        id=f"{handover}/{case.id}",
        handover=handover,
        case=case.id,
        number=case.number,
        state=case.state,
        owner=case.owner,
        due=case.due,
        left_s=None if left is None else int(left.total_seconds()),
        next_move="close" if case.verdict else NEXT_MOVE.get(case.state),
        promised=promised(case.id, promises),
        mark=mark,
        place=case.place,
        item=case.item,
        lon=case.lon,
        lat=case.lat,
        lamp=burning,
        hold=case.hold,
    )
    return HandoverItemView(
        item=item,
        line_version=case.version,
        place=case.place,
        item_code=case.item,
        lamp=burning.value,
        changed=(),
        mark=mark,
    )


def _lamp(case: Case, now: datetime) -> Lamp:
    """The worse of the stage's and the whole case's lamp; a clock that stands is green."""
    still = case.state in (CaseState.SUSPENDED, CaseState.ESCALATED)
    if still or is_held(case.hold) or case.left is not None:
        return Lamp.GREEN
    clocks = ((case.due, case.yellow), (case.stage_due, case.stage_yellow))
    found = {lamp(now, due, yellow) for due, yellow in clocks if due and yellow}
    return next((one for one in (Lamp.RED, Lamp.YELLOW) if one in found), Lamp.GREEN)


# ---- the other parts ------------------------------------------------------------------------


def _counts(tx: Tx, shift: OneShift, cases: list[Case], now: datetime) -> Counted:
    j, c = t.journal.c, t.cases.c
    since = tx.connection.execute(
        select(j.seq)
        .where(j.street == tx.street, j.at < micros(shift.starts))
        .order_by(j.seq.desc())
        .limit(1)
    ).scalar()
    kinds = [one for group in COUNTED.values() for one in group]
    rows = tx.connection.execute(
        select(j.kind, func.count().label("n"))
        .join(t.cases, (c.street == j.street) & (c.id == j.subject))
        .where(j.street == tx.street, j.seq > int(since or 0), j.at < micros(shift.ends))
        .where(j.kind.in_(kinds), c.drill == 0)
        .group_by(j.kind)
    )
    found = {str(row.kind): int(row.n) for row in rows}
    lamps = Counter(_lamp(one, now) for one in cases)
    counted = {name: sum(found.get(one, 0) for one in group) for name, group in COUNTED.items()}
    return Counted(
        **counted,
        red=lamps[Lamp.RED],
        yellow=lamps[Lamp.YELLOW],
        suspended=sum(one.state is CaseState.SUSPENDED for one in cases),
    )


def _owed(tx: Tx, cases: list[Case]) -> Iterable[Owed]:
    live, ordered = {one.id: one for one in cases}, unanswered(tx)
    for case in cases:
        for unit, due in ordered.get(case.id, [(case.lead_unit, case.supervise_due)]):
            if due is not None:
                yield Owed(kind="supervision", case=case.id, number=case.number, unit=unit, due=due)
        if case.admission == ASKED:
            yield Owed(kind="admission", case=case.id, number=case.number, unit=None, due=None)
        if case.state is CaseState.CALLBACK:
            yield Owed(kind="callback", case=case.id, number=case.number, unit=None,
                       due=case.stage_due)  # fmt: skip
    yield from _called(tx, live)
    asked = tx.seek(Request, t.TABLES["requests"].c.decided_at.is_(None))
    for one in sorted(asked, key=lambda one: one.asked_at):
        if one.case in live:
            yield Owed(kind=one.kind.value, case=one.case, number=live[one.case].number,
                       unit=one.unit, due=None)  # fmt: skip


def _called(tx: Tx, live: dict[str, Case]) -> Iterable[Owed]:
    """Departments whose next step is due, ratings to come, consultations called and their tasks."""
    w, p = t.TABLES["whistles"].c, t.TABLES["whistle_parts"].c
    listed = {one.id: one for one in tx.seek(Whistle, w.state.in_(("blown", "closed")))}
    working = [key for key, one in listed.items() if one.state is WhistleState.BLOWN]
    for part in tx.seek(WhistlePart, p.whistle.in_(working)) if working else ():
        if part.due is not None and part.case in live:
            yield Owed(kind=f"whistle_{part.next_step}", case=part.case,
                       number=live[part.case].number, unit=part.unit, due=part.due)  # fmt: skip
    for one in listed.values():
        case = tx.get(Case, one.case)
        if one.state is WhistleState.CLOSED and case is not None and not case.drill:
            yield Owed(kind="whistle_rating", case=case.id, number=case.number, unit=None,
                       due=one.rate_due)  # fmt: skip
    called = t.TABLES["consultations"].c.state == ConsultationState.CALLED.value
    for meeting in tx.seek(Consultation, called):
        if meeting.case in live:
            yield Owed(kind="consultation", case=meeting.case, number=live[meeting.case].number,
                       unit=None, due=meeting.meets_at)  # fmt: skip
    undone = t.TABLES["consult_tasks"].c.done_at.is_(None)
    for task in tx.seek(ConsultTask, undone):
        if task.case in live:
            yield Owed(kind="consult_task", case=task.case, number=live[task.case].number,
                       unit=task.unit, due=task.due)  # fmt: skip


def _reports(tx: Tx, shift: OneShift, now: datetime) -> Iterable[Sent]:
    """Sent up in the shift, and the next one due; a drill's are none."""
    u = t.TABLES["up_reports"].c
    sent = tx.seek(UpReport, u.sent_at >= micros(shift.starts), u.drill == 0)
    for one in sorted(sent, key=lambda one: (one.sent_at, one.due)):
        yield Sent(slot=one.slot, kind=one.kind.value, due=one.due, sent_at=one.sent_at)
    works = mode(tx, now)
    owing, owed = works.emergency or works.closing, works.owed
    if owed is not None and not (owing and owing.drill):
        yield Sent(slot=owed.id, kind=owed.kind.value, due=owed.due, sent_at=None)


def _there(tx: Tx) -> Iterable[There]:
    for person in tx.find(Person):
        if person.on_shift and person.holds(DESK_ROLES):
            yield There(kind="person", id=person.id, state="on_shift")
    for team in tx.find(Team):
        yield There(kind="team", id=team.id, state=team.status.value, vehicle=team.vehicle)
    for officer in tx.find(Officer):
        if officer.on_shift:
            yield There(kind="officer", id=officer.id, state="on_shift", recorder=officer.recorder)


__all__ = ["gather", "item_of", "last_signed", "live_cases", "promised", "shift_at",
           "shift_to_hand_over", "under_way", "unkept"]  # fmt: skip
