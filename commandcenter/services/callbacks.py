"""The call-back queue: who is to be called, what is asked, what unsatisfied answers left to do."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from commandcenter.domain.callback import again_on, counted, script
from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.handover import Party, Promise
from commandcenter.services.answers import Asking, answers
from commandcenter.services.callback_views import (
    AskCallbacks,
    CallbackLine,
    Callbacks,
    Promised,
    RedoLine,
)
from commandcenter.services.masking import callers, mask_phone, may_read, texts_of
from commandcenter.services.views import Complainant
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.reference import RevealRow, ScriptRow

CHUNK = 400
DONE, SAID = "feedback_given", "callback_recorded"
"""Entries whose words tell the caller what was done, and us what the caller said."""


@answers(AskCallbacks)
def ask_callbacks(ask: Asking, query: AskCallbacks) -> Callbacks:
    """Every case in call-back, and those whose redo waits, with the words one needs to speak."""
    c = t.cases.c
    calling = ask.tx.seek(Case, c.state == CaseState.CALLBACK.value)
    redo = ask.tx.seek(Case, c.state == CaseState.IN_PROGRESS.value, c.redo_wanted == 1)
    said = _last_words(ask, [one.id for one in (*calling, *redo)]) if may_read(ask) else {}
    lines = _lines(ask, calling, said)
    return Callbacks(
        lines=tuple(sorted(lines, key=lambda one: (one.again_on is not None, _due(one), one.case))),
        redo=tuple(_redo(one, said) for one in sorted(redo, key=lambda one: one.state_since)),
    )


def _due(line: CallbackLine) -> float:
    return line.due.timestamp() if line.due else float("inf")


def _lines(
    ask: Asking, cases: list[Case], said: dict[tuple[str, str], str]
) -> Iterable[CallbackLine]:
    scripts = {one.id: one.lines for one in ask.tx.find(ScriptRow)}
    known = callers(ask, (one.id for one in cases)) if may_read(ask) else {}
    r = t.TABLES["reveals"].c
    shown = ask.tx.seek(RevealRow, r.person == ask.asker.id, r.until > micros(ask.now))
    until = {one.case: one.until for one in shown}
    promised = _promised(ask, [one.id for one in cases])
    today = ask.rules.today(ask.now)
    for case in cases:
        yield CallbackLine(
            case=case.id,
            version=case.version,
            number=case.number,
            item=case.item,
            place=case.place,
            community=case.community,
            lead_unit=case.lead_unit,
            rounds=case.rounds,
            due=case.stage_due,
            yellow=case.stage_yellow,
            tried=tuple(date.fromisoformat(one) for one in case.unreached),
            again_on=again_on(case, today),
            counted=counted(case),
            drill=case.drill,
            caller=_caller(ask, known.get(case.id), until.get(case.id, 0)),
            script=script(scripts, case.item),
            promised=tuple(promised.get(case.id, ())),
            done=said.get((case.id, DONE)),
            said=said.get((case.id, SAID)),
        )


def _caller(ask: Asking, known: dict[str, str] | None, until: int) -> Complainant | None:
    if known is None:
        return None
    shown = until > micros(ask.now)
    phone = known.get("phone")
    return Complainant(
        name=known.get("name"),
        phone=phone if shown else mask_phone(phone),
        revealed=shown,
        open_until=instant(until) if shown else None,
    )


def _redo(case: Case, said: dict[tuple[str, str], str]) -> RedoLine:
    return RedoLine(
        case=case.id,
        version=case.version,
        number=case.number,
        item=case.item,
        place=case.place,
        lead_unit=case.lead_unit,
        rounds=case.rounds,
        since=case.state_since,
        owed=case.owed,
        drill=case.drill,
        said=said.get((case.id, SAID)),
    )


def _promised(ask: Asking, cases: list[str]) -> dict[str, list[Promised]]:
    """What callers were promised, by case, the nearest first."""
    p = t.TABLES["promises"].c
    made: list[Promise] = []
    for start in range(0, len(cases), CHUNK):
        part = cases[start : start + CHUNK]
        made += ask.tx.seek(Promise, p.case.in_(part), p.party == Party.COMPLAINANT.value)
    texts = texts_of(ask, (one.text for one in made)) if may_read(ask) else {}
    found: dict[str, list[Promised]] = {}
    for one in sorted(made, key=lambda one: (one.by_when, one.id)):
        words = texts.get(one.text or "")
        told = Promised(words=words, by_when=one.by_when, kept=one.kept_at is not None)
        found.setdefault(one.case, []).append(told)
    return found


def _last_words(ask: Asking, cases: list[str]) -> dict[tuple[str, str], str]:
    """The newest words of feedback and of call-back, by case and kind."""
    j = t.journal.c
    rows: dict[tuple[str, str], str] = {}
    for start in range(0, len(cases), CHUNK):
        part = cases[start : start + CHUNK]
        told = ask.tx.connection.execute(
            select(j.subject, j.kind, j.data)
            .where(j.street == ask.street, j.subject.in_(part), j.kind.in_((DONE, SAID)))
            .order_by(j.seq)
        )
        for row in told:
            text = json.loads(row.data)["facts"].get("text")
            if text:
                rows[row.subject, row.kind] = str(text)
    texts = texts_of(ask, rows.values())
    return {key: texts[row] for key, row in rows.items() if row in texts}
