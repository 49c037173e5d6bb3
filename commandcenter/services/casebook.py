"""Answers about one case: its panel, its story, what may be done next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from commandcenter.domain import law
from commandcenter.domain.admission import ASKED, REFUSED, wanted
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import Command, UndoCase, UndoTask
from commandcenter.domain.consultation import Consultation, ConsultTask
from commandcenter.domain.docket import Docket, DocketKind
from commandcenter.domain.handover import Promise
from commandcenter.domain.joint import Joint
from commandcenter.domain.journal import Entry
from commandcenter.domain.person import Officer, Power
from commandcenter.domain.request import Request
from commandcenter.domain.roles import DESK_ROLES, ELSEWHERE
from commandcenter.domain.rules import UNDO_SECONDS
from commandcenter.domain.task import CERTIFIED, Task, TaskRole
from commandcenter.domain.undoing import CASE_KINDS, TASK_KINDS
from commandcenter.domain.upcoming import upcoming
from commandcenter.services.answers import Asking, answers
from commandcenter.services.courses import course_of
from commandcenter.services.doing import HANDLERS
from commandcenter.services.feed import entry_of
from commandcenter.services.joining import as_they_stand
from commandcenter.services.joining_views import JointView
from commandcenter.services.masking import CASE_WORKERS, mask_numbers, mask_phone, nameless
from commandcenter.services.moves import Standing, why_not
from commandcenter.services.order_answers import of_case
from commandcenter.services.rights import SEATS
from commandcenter.services.views import (
    AskCase,
    CaseView,
    Complainant,
    Move,
    PictureRef,
    StoryLine,
)
from commandcenter.services.whistle_answers import of_case as whistles_of
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.reference import RevealRow

MOST_STORY = 400
VIDEO_HOURS = 24


READERS = CASE_WORKERS | SEATS
"""Who may read the words of a report that is theirs; the caller's data stays with the street."""


@answers(AskCase)
def case_view(ask: Asking, query: AskCase) -> CaseView:
    """Everything the case panel shows to this person."""
    case = ask.tx.need(Case, query.case, "no_such_case")
    shown = _shown_until(ask, case)
    texts = _texts(ask, case, masked=case.complainant and shown is None)
    sent = ask.asker.id in (case.checker, case.verifier)
    may_know = ask.asker.holds(CASE_WORKERS) or sent
    if not may_know:
        texts = _without_caller(texts)
    may_read = may_know or ask.asker.holds(READERS)
    tasks = tuple(sorted(ask.tx.find(Task, case=case.id), key=lambda one: one.assigned_at))
    requests = tuple(ask.tx.find(Request, case=case.id))
    dockets = tuple(ask.tx.find(Docket, case=case.id))
    entries = _entries(ask, case)
    story = _story(ask, entries, texts if may_read else {})
    undoes, undo = _undo(ask, story)
    meetings = tuple(ask.tx.find(Consultation, case=case.id))
    standing = Standing(
        case=case,
        tasks=tasks,
        requests=requests,
        dockets=dockets,
        listed=_listed(ask, case),
        meetings=meetings,
        consult_tasks=tuple(ask.tx.find(ConsultTask, case=case.id)),
    )
    called, met = whistles_of(ask, case, meetings)
    pace = course_of(ask.tx, case, entries, ask.rules, ask.now)
    return CaseView(
        case=case,
        words=next((body for kind, body in texts.values() if kind == "words"), None)
        if may_read
        else None,
        complainant=_complainant(case, texts, shown) if may_know else None,
        story=story,
        tasks=tasks,
        requests=requests,
        dockets=dockets,
        pictures=_pictures(ask, case),
        findings=_findings(ask, case, tasks),
        moves=_moves(ask, standing, undoes),
        reminders=_reminders(ask, standing),
        undo_until=undo,
        promises=tuple(ask.tx.find(Promise, case=case.id)),
        orders=of_case(ask, case),
        whistles=called,
        consultations=met,
        joints=_joints(ask, case, tasks, texts, may_read),
        course=pace,
        upcoming=upcoming(case, pace, tasks, requests),
    )


def _texts(ask: Asking, case: Case, masked: bool) -> dict[str, tuple[str, str | None]]:
    """Kind and words by id; masked, they tell no number that the caller's own mask hides."""
    p = t.private.c
    rows = ask.tx.connection.execute(
        select(p.id, p.kind, p.body).where(p.street == ask.street, p.subject == case.id)
    )
    hide = mask_numbers if masked else _as_it_is
    return {str(row.id): (str(row.kind), hide(row.body)) for row in rows}


def _without_caller(
    texts: Mapping[str, tuple[str, str | None]],
) -> dict[str, tuple[str, str | None]]:
    """The words without the name of who complained, and without that name's own row."""
    name = next((body for kind, body in texts.values() if kind == "name"), None)
    kept = {key: one for key, one in texts.items() if one[0] not in ("name", "phone")}
    return {key: (kind, nameless(body, name)) for key, (kind, body) in kept.items()}


def _as_it_is(text: str | None) -> str | None:
    return text


def _entries(ask: Asking, case: Case) -> list[Entry]:
    """The case's newest entries, the oldest first."""
    j = t.journal
    rows = ask.tx.connection.execute(
        select(j)
        .where(j.c.street == ask.street, j.c.subject == case.id)
        .order_by(j.c.seq.desc())
        .limit(MOST_STORY)
    ).all()
    return [entry_of(row) for row in reversed(rows)]


def _story(
    ask: Asking, found: list[Entry], texts: Mapping[str, tuple[str, str | None]]
) -> tuple[StoryLine, ...]:
    if ask.mine is not None:  # rows tell columns that are not theirs, as the code of a whistle
        found = [replace(one, rows=()) for one in found]
    return tuple(StoryLine(entry=entry, words=_words(entry, texts)) for entry in found)


def _listed(ask: Asking, case: Case) -> bool:
    """Whether it may be filed without a leader's admission."""
    return not wanted(ask.rules.item(case.item), case.level)


def _words(entry: Entry, texts: Mapping[str, tuple[str, str | None]]) -> str | None:
    key = entry.facts.get("text") or entry.facts.get("words_text")
    found = texts.get(str(key)) if key else None
    return found[1] if found else None


def _shown_until(ask: Asking, case: Case) -> datetime | None:
    """Until when the telephone is revealed to this person (UTC)."""
    row = ask.tx.get(RevealRow, f"{case.id}/{ask.asker.id}")
    return instant(row.until) if row is not None and row.until > micros(ask.now) else None


def _complainant(
    case: Case, texts: Mapping[str, tuple[str, str | None]], shown: datetime | None
) -> Complainant | None:
    if not case.complainant:
        return None
    known = {kind: body for kind, body in texts.values() if kind in ("name", "phone")}
    phone = known.get("phone")
    return Complainant(
        name=known.get("name"),
        phone=phone if shown else mask_phone(phone),
        revealed=shown is not None,
        open_until=shown,
    )


def _pictures(ask: Asking, case: Case) -> tuple[PictureRef, ...]:
    p = t.pictures.c
    rows = ask.tx.connection.execute(
        select(t.pictures).where(p.street == ask.street, p.case == case.id).order_by(p.at, p.id)
    )
    return tuple(
        PictureRef(
            id=row.id,
            sha256=row.sha256,
            kind=row.kind,
            at=instant(row.at),
            by=row.by,
            mime=row.mime,
            size=row.size,
            gone=bool(row.gone),
        )
        for row in rows
    )


def _findings(ask: Asking, case: Case, tasks: tuple[Task, ...]) -> tuple[law.Finding, ...]:
    """What the law says to the running lead task as its officers stand now."""
    lead = next((one for one in tasks if one.role is TaskRole.LEAD and one.running), None)
    if lead is None:
        return ()
    found = (ask.tx.get(Officer, one) for one in lead.officers)
    officers = tuple(one for one in found if one is not None)
    sending = law.Sending(unit=lead.unit, kind=lead.kind, officers=officers, at=ask.now)
    powers = ask.tx.find(Power, item=case.item)
    return law.findings(case, sending, powers, ask.rules.clock)


def _joints(
    ask: Asking,
    case: Case,
    tasks: tuple[Task, ...],
    texts: Mapping[str, tuple[str, str | None]],
    may_read: bool,
) -> tuple[JointView, ...]:
    """Joint tasks with the words of their plan sheets, also for the units that take part."""
    found = []
    for one in ask.tx.find(Joint, case=case.id):
        kept = texts.get(one.text or "", ("", None))
        words = kept[1] if may_read or ask.asker.unit in one.units else None
        parts = [task for task in tasks if task.joint == one.id]
        checks = as_they_stand(ask, case, parts)
        found.append(JointView(joint=one, words=words, checks=checks))
    return tuple(found)


def _moves(ask: Asking, standing: Standing, undoes: type[Command] | None) -> tuple[Move, ...]:
    desk = ask.asker.holds(DESK_ROLES)
    found = []
    for command, handler in HANDLERS.items():
        why = why_not(command, standing, ask.asker)
        if why == "not_here" or (command in _UNDOING and command is not undoes):
            continue
        if why is None and not ask.asker.holds(handler.roles):
            behalf = desk and bool(handler.roles & ELSEWHERE)
            why = None if behalf else "no_right"
        found.append(Move(command=command.__name__, allowed=why is None, why=why))
    return tuple(found)


def _reminders(ask: Asking, standing: Standing) -> tuple[str, ...]:
    """Codes of what must not be forgotten: crime transfer, missing video, owed, other sources."""
    case, found = standing.case, []
    kinds = {one.kind for one in standing.dockets}
    if DocketKind.SEIZURE in kinds and DocketKind.CRIME not in kinds:
        found.append("crime_transfer")
    for task in standing.tasks:
        seen = task.on_scene_at
        if task.kind in CERTIFIED and seen is not None and task.video is None:
            late = ask.now - seen > timedelta(hours=VIDEO_HOURS)
            found.append("video_late" if late else "video_wanted")
    found.extend(f"owed_{one}" for one in case.owed)
    if case.redo_wanted:
        found.append("redo_wanted")
    found.extend(_admission(standing))
    if any(one.open for one in standing.dockets) and case.state is CaseState.CLOSED:
        found.append("docket_open")
    c = t.cases.c
    merged = ask.tx.connection.execute(
        select(c.id).where(c.street == ask.street, c.merged_into == case.id)
    ).all()
    if merged:
        found.append(f"answer_sources:{len(merged)}")
    return tuple(dict.fromkeys(found))


_UNDOING: dict[type[Command], frozenset[str]] = {UndoCase: CASE_KINDS, UndoTask: TASK_KINDS}


def _admission(standing: Standing) -> Iterator[str]:
    """Whether a leader is to be asked, is asked, or has refused."""
    case = standing.case
    if case.admission in (ASKED, REFUSED):
        yield f"admission_{case.admission}"
    elif case.state is CaseState.REPORTED and not standing.listed and case.admission is None:
        yield "admission_wanted"


def _undo(
    ask: Asking, story: tuple[StoryLine, ...]
) -> tuple[type[Command] | None, datetime | None]:
    """What would take back the asker's own last step, and until when (UTC)."""
    if not story:
        return None, None
    last = story[-1].entry
    undoes = next((one for one, kinds in _UNDOING.items() if last.kind in kinds), None)
    until = last.at + timedelta(seconds=UNDO_SECONDS)
    if undoes is None or last.who != ask.asker.id or until <= ask.now:
        return None, None
    return undoes, until
