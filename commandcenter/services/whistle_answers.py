"""Answers about whistles and consultations: what is on the list, or all of one case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import select

from commandcenter.domain.case import Case
from commandcenter.domain.clock import Lamp, lamp
from commandcenter.domain.consultation import Consultation, ConsultationState, ConsultTask
from commandcenter.domain.roles import Role
from commandcenter.domain.whistle import (
    LISTED,
    Rating,
    Whistle,
    WhistleKind,
    WhistlePart,
    WhistleState,
    wanted_ratings,
)
from commandcenter.services.answers import Asking, answers
from commandcenter.services.masking import mask_numbers
from commandcenter.services.whistle_views import (
    AskWhistles,
    ConsultationView,
    ConsultTaskView,
    PartView,
    Whistles,
    WhistleView,
)
from commandcenter.services.whistles import parts_of, rule_of, yellow_of
from commandcenter.storage import tables as t

FAR = datetime.max.replace(tzinfo=UTC)
Texts = dict[str, str | None]


@answers(AskWhistles)
def whistles(ask: Asking, query: AskWhistles) -> Whistles:
    """The list, the nearest due first; of one case also what ended."""
    w = t.TABLES["whistles"].c
    if query.case is not None:
        found = ask.tx.find(Whistle, case=query.case)
        meetings = ask.tx.find(Consultation, case=query.case)
    else:
        found = ask.tx.seek(Whistle, w.state.in_([one.value for one in LISTED]))
        meetings = _meetings(ask)
    cases = _cases(ask, {one.case for one in found} | {one.case for one in meetings})
    texts = _texts(ask, cases)
    views = [_whistle(ask, one, cases[one.case], texts) for one in found if one.case in cases]
    views.sort(key=lambda one: (_due(one), one.whistle.id))
    return Whistles(
        whistles=tuple(views),
        rules=tuple(rule_of(ask.tx, kind) for kind in WhistleKind),
        consultations=tuple(
            _meeting(ask, one, cases[one.case], texts)
            for one in sorted(meetings, key=lambda one: (one.meets_at, one.id))
            if one.case in cases
        ),
    )


def _meetings(ask: Asking) -> list[Consultation]:
    """Those still to be held, and those with a task that is not done."""
    m, k = t.TABLES["consultations"].c, t.TABLES["consult_tasks"].c
    undone = select(k.consultation).where(k.street == ask.street, k.done_at.is_(None))
    called = m.state == ConsultationState.CALLED.value
    return ask.tx.seek(Consultation, called | m.id.in_(undone))


def _cases(ask: Asking, wanted: Iterable[str]) -> dict[str, Case]:
    """The cases that the asker may see."""
    keys = sorted(wanted)
    found: dict[str, Case] = {}
    for start in range(0, len(keys), 400):
        part = keys[start : start + 400]
        seen = ask.tx.seek(Case, t.cases.c.id.in_(part), ask.visible)
        found.update({one.id: one for one in seen})
    return found


def _texts(ask: Asking, cases: Iterable[str]) -> Texts:
    """Words of whistles and consultations by id; numbers in them are masked."""
    p, keys = t.private.c, sorted(cases)
    found: Texts = {}
    for start in range(0, len(keys), 400):
        rows = ask.tx.connection.execute(
            select(p.id, p.body).where(
                p.street == ask.street,
                p.subject.in_(keys[start : start + 400]),
                p.kind.in_(("whistle", "agenda", "consult_task", "note")),
            )
        )
        found.update({str(row.id): mask_numbers(row.body) for row in rows})
    return found


def _due(view: WhistleView) -> datetime:
    dues = [one.part.due for one in view.parts if one.part.due is not None]
    if view.whistle.state is WhistleState.BLOWN:
        return min(dues, default=FAR)
    return view.whistle.rate_due or view.whistle.drafted_at


def _whistle(ask: Asking, whistle: Whistle, case: Case, texts: Texts) -> WhistleView:
    parts = parts_of(ask.tx, whistle)
    ratings = tuple(ask.tx.find(Rating, whistle=whistle.id))
    given = {(one.unit, one.by_street) for one in ratings}
    waiting = wanted_ratings(parts) - given if whistle.state is WhistleState.CLOSED else ()
    outside = ask.asker.unit is not None or ask.asker.holds(frozenset({Role.DISTRICT_SEAT}))
    return WhistleView(
        whistle=_without_code(whistle) if outside else whistle,
        number=case.number,
        place=case.place,
        item=case.item,
        case_version=case.version,
        words=texts.get(whistle.text or ""),
        parts=tuple(_part(ask, whistle, one) for one in parts),
        ratings=ratings,
        waiting=tuple(sorted(waiting)),
        late=sum(len(one.late) for one in parts),
    )


def _without_code(whistle: Whistle) -> Whistle:
    """Who comes is told the code at the place, not on the way there."""
    fields = {name: getattr(whistle, name) for name in whistle.__slots__}
    return Whistle(**{**fields, "code": ""})


def _part(ask: Asking, whistle: Whistle, part: WhistlePart) -> PartView:
    due = part.due if whistle.state is WhistleState.BLOWN else None
    if due is None or whistle.blown_at is None:
        return PartView(part=part, lamp=Lamp.GREEN, yellow=None)
    yellow = yellow_of(ask.tx, whistle, due, ask.rules)
    return PartView(part=part, lamp=lamp(ask.now, due, yellow), yellow=yellow)


def _meeting(ask: Asking, one: Consultation, case: Case, texts: Texts) -> ConsultationView:
    tasks = sorted(ask.tx.find(ConsultTask, consultation=one.id), key=lambda task: task.due)
    return ConsultationView(
        consultation=one,
        number=case.number,
        place=case.place,
        case_version=case.version,
        agenda=texts.get(one.agenda or ""),
        decision=texts.get(one.decision or ""),
        tasks=tuple(ConsultTaskView(task=task, words=texts.get(task.text or "")) for task in tasks),
    )
