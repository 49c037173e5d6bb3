"""Answers about whistles and consultations: what is on the list, or all of one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import select

from commandcenter.domain.case import Case
from commandcenter.domain.clock import Lamp, lamp
from commandcenter.domain.consultation import Consultation, ConsultationState, ConsultTask
from commandcenter.domain.holding import is_held
from commandcenter.domain.roles import Role
from commandcenter.domain.whistle import (
    LISTED,
    Rating,
    Whistle,
    WhistleKind,
    WhistlePart,
    WhistleRule,
    WhistleState,
    wanted_ratings,
)
from commandcenter.services.answers import Asking, answers
from commandcenter.services.masking import CHUNK, callers, may_read, nameless, texts_of
from commandcenter.services.whistle_views import (
    AskWhistles,
    ConsultationView,
    ConsultTaskView,
    PartView,
    Whistles,
    WhistleView,
)
from commandcenter.services.whistles import lead_first, rule_of, yellow_of
from commandcenter.storage import tables as t

FAR = datetime.max.replace(tzinfo=UTC)
Texts = dict[str, str | None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """What belongs to the whistles of an answer, read at once."""

    texts: Texts
    parts: Mapping[str, list[WhistlePart]]
    ratings: Mapping[str, list[Rating]]
    rules: Mapping[WhistleKind, WhistleRule]


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
    return Whistles(
        whistles=_whistles(ask, found, cases),
        rules=tuple(rule_of(ask.tx, kind) for kind in WhistleKind),
        consultations=_consultations(ask, meetings, cases),
    )


def of_case(
    ask: Asking, case: Case, meetings: Iterable[Consultation]
) -> tuple[tuple[WhistleView, ...], tuple[ConsultationView, ...]]:
    """Every whistle and consultation of one case, as this person sees them."""
    known = {case.id: case}
    called = ask.tx.find(Whistle, case=case.id)
    return _whistles(ask, called, known), _consultations(ask, meetings, known)


def _whistles(
    ask: Asking, found: Iterable[Whistle], cases: dict[str, Case]
) -> tuple[WhistleView, ...]:
    mine = [one for one in found if one.case in cases]
    keys = [one.id for one in mine]
    rows = _Rows(
        texts=_words(ask, cases, {one.text: one.case for one in mine}),
        parts=_grouped(ask, WhistlePart, "whistle", keys),
        ratings=_grouped(ask, Rating, "whistle", keys),
        rules={kind: rule_of(ask.tx, kind) for kind in {one.kind for one in mine}},
    )
    views = [_whistle(ask, one, cases[one.case], rows) for one in mine]
    return tuple(sorted(views, key=lambda one: (_due(one), one.whistle.id)))


def _consultations(
    ask: Asking, found: Iterable[Consultation], cases: dict[str, Case]
) -> tuple[ConsultationView, ...]:
    mine = sorted((one for one in found if one.case in cases), key=lambda one: one.meets_at)
    tasks = _grouped(ask, ConsultTask, "consultation", [one.id for one in mine])
    rows = {row: one.case for one in mine for row in (one.agenda, one.decision)}
    rows |= {task.text: task.case for group in tasks.values() for task in group}
    texts = _words(ask, cases, rows)
    return tuple(_meeting(one, cases[one.case], tasks[one.id], texts) for one in mine)


def _grouped(ask: Asking, kind: type[T], column: str, keys: list[str]) -> dict[str, list[T]]:
    """The rows of each of these keys, by id."""
    named = t.TABLES[t.TABLE_OF[kind]].c[column]
    found: dict[str, list[T]] = {key: [] for key in keys}
    for start in range(0, len(keys), CHUNK):
        for one in ask.tx.seek(kind, named.in_(keys[start : start + CHUNK])):
            found[getattr(one, column)].append(one)
    return found


def _words(ask: Asking, cases: Iterable[str], rows: dict[str | None, str]) -> Texts:
    """Words by their row; departments do not learn from them who complained."""
    found = texts_of(ask, rows)
    hidden = {} if may_read(ask) else callers(ask, cases)
    return {row: nameless(body, hidden.get(rows[row], {}).get("name")) for row, body in
            found.items()}  # fmt: skip


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
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        seen = ask.tx.seek(Case, t.cases.c.id.in_(part), ask.visible)
        found.update({one.id: one for one in seen})
    return found


def _due(view: WhistleView) -> datetime:
    dues = [one.part.due for one in view.parts if one.part.due is not None]
    if view.whistle.state is WhistleState.BLOWN:
        return min(dues, default=FAR)
    return view.whistle.rate_due or view.whistle.drafted_at


def _whistle(ask: Asking, whistle: Whistle, case: Case, rows: _Rows) -> WhistleView:
    parts, rule = lead_first(rows.parts[whistle.id]), rows.rules[whistle.kind]
    ratings = tuple(rows.ratings[whistle.id])
    given = {(one.unit, one.by_street) for one in ratings}
    waiting = wanted_ratings(parts) - given if whistle.state is WhistleState.CLOSED else ()
    outside = ask.asker.unit is not None or ask.asker.holds(frozenset({Role.DISTRICT_SEAT}))
    return WhistleView(
        whistle=_without_code(whistle) if outside else whistle,
        number=case.number,
        place=case.place,
        item=case.item,
        case_version=case.version,
        words=rows.texts.get(whistle.text or ""),
        parts=tuple(_part(ask, whistle, rule, one, is_held(case.hold)) for one in parts),
        ratings=ratings,
        waiting=tuple(sorted(waiting)),
        late=sum(len(one.late) for one in parts),
    )


def _without_code(whistle: Whistle) -> Whistle:
    """Who comes is told the code at the place, not on the way there."""
    return replace(whistle, code="")


def _part(
    ask: Asking, whistle: Whistle, rule: WhistleRule, part: WhistlePart, held: bool
) -> PartView:
    due = part.due if whistle.state is WhistleState.BLOWN and not held else None
    if due is None or whistle.blown_at is None:
        return PartView(part=part, lamp=Lamp.GREEN, yellow=None)
    yellow = yellow_of(whistle, rule, due, ask.rules)
    return PartView(part=part, lamp=lamp(ask.now, due, yellow), yellow=yellow)


def _meeting(
    one: Consultation, case: Case, tasks: Iterable[ConsultTask], texts: Texts
) -> ConsultationView:
    return ConsultationView(
        consultation=one,
        number=case.number,
        place=case.place,
        case_version=case.version,
        agenda=texts.get(one.agenda or ""),
        decision=texts.get(one.decision or ""),
        tasks=tuple(
            ConsultTaskView(task=task, words=texts.get(task.text or ""))
            for task in sorted(tasks, key=lambda task: (task.due, task.id))
        ),
    )
