"""Answers that look cases up: likely duplicates, earlier cases, find."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select

from commandcenter.domain.refusal import require
from commandcenter.geo.ground import box, distance_m
from commandcenter.services.answers import Asking, answers
from commandcenter.services.feed import LINE_COLUMNS, line_of, lines
from commandcenter.services.masking import CASE_WORKERS, mask_numbers
from commandcenter.services.views import (
    AskBeside,
    AskFind,
    Beside,
    CaseLine,
    EarlierCase,
    Found,
    SimilarCase,
)
from commandcenter.storage import tables as t
from commandcenter.storage.bigrams import grams
from commandcenter.storage.bigrams import wanted as wanted_grams
from commandcenter.storage.dialect import NumberTail
from commandcenter.storage.keys import phone_digits, phone_hash
from commandcenter.storage.search import matching

NEAR = 100.0
WITHIN = timedelta(hours=24)
MOST = 20
MOST_TEXT = 100


@answers(AskBeside)
def beside(ask: Asking, query: AskBeside) -> Beside:
    """Same item, within 100 m and 24 h, likest words first; then what the caller told before."""
    similar: list[SimilarCase] = []
    earlier: dict[str, EarlierCase] = {}
    if query.phone and len(phone_digits(query.phone)) >= 7:
        for one in _by_phone(ask, query.phone):
            if one.drill == query.drill:
                earlier[one.id] = EarlierCase(line=one, why="phone", metres=None)
    if query.lon is not None and query.lat is not None:
        for one, metres in _near(ask, query.lon, query.lat, query.drill):
            if query.item == one.item and abs(ask.now - one.reported_at) <= WITHIN:
                similar.append(_similar(ask, one, metres, query.words))
            earlier.setdefault(one.id, EarlierCase(line=one, why="place", metres=metres))
    earlier.pop(query.not_case or "", None)
    similar = [one for one in similar if one.line.id != query.not_case]
    similar.sort(key=lambda one: (-one.likeness, one.metres))
    late = sorted(earlier.values(), key=lambda one: one.line.reported_at, reverse=True)
    return Beside(similar=tuple(similar[:MOST]), earlier=tuple(late[:MOST]))


def _similar(ask: Asking, line: CaseLine, metres: float, words: str) -> SimilarCase:
    said = (_said(ask, line.id) or "") if ask.asker.holds(CASE_WORKERS) else ""
    alike = likeness(words, said)
    return SimilarCase(
        line=line,
        metres=metres,
        hours=abs(ask.now - line.reported_at) / timedelta(hours=1),
        likeness=alike,
        words=mask_numbers(said) or "",
    )


def likeness(one: str, two: str) -> float:
    """How alike two texts are, 0..100: the better of shared bigrams and edit distance."""
    from rapidfuzz.distance import DamerauLevenshtein  # a desk starts without it

    left, right = set(grams(one)), set(grams(two))
    if not left or not right:
        return 0.0
    shared = 100.0 * len(left & right) / min(len(left), len(right))
    edit = 100.0 * DamerauLevenshtein.normalized_similarity(one[:200], two[:200])
    return max(shared, edit)


def _said(ask: Asking, case: str) -> str | None:
    p = t.private.c
    row = ask.tx.connection.execute(
        select(p.body).where(p.street == ask.street, p.subject == case, p.kind == "words")
    ).first()
    return row.body if row else None


def _near(ask: Asking, lon: float, lat: float, drill: bool) -> Iterable[tuple[CaseLine, float]]:
    west, south, east, north = box(lon, lat, NEAR)
    c = t.cases.c
    rows = ask.tx.connection.execute(
        select(*LINE_COLUMNS)
        .where(
            c.street == ask.street,
            c.lat.between(south, north),
            c.lon.between(west, east),
            c.drill == int(drill),
            ask.visible,
        )
        .order_by(c.reported_at.desc())
        .limit(200)
    )
    for row in rows:
        metres = distance_m(lon, lat, row.lon, row.lat)
        if metres <= NEAR:
            yield line_of(row), metres


def _by_phone(ask: Asking, phone: str) -> list[CaseLine]:
    """Cases of the same telephone, found by its keyed hash."""
    if not ask.asker.holds(CASE_WORKERS):
        return []
    k = t.callers.c
    rows = ask.tx.connection.execute(
        select(k.case)
        .where(k.street == ask.street, k.hash == phone_hash(ask.key, phone))
        .order_by(k.case.desc())
        .limit(MOST)
    )
    return lines(ask.tx, [row.case for row in rows])


@answers(AskFind)
def find(ask: Asking, query: AskFind) -> Found:
    """Number, last digits, telephone, place, words; over open and closed, newest first."""
    wanted = query.text.strip()
    require(len(wanted) <= MOST_TEXT, "text_too_long", most=MOST_TEXT)
    require(0 < query.limit <= 200, "limit_range", most=200)
    found: dict[str, str] = {}
    for why, ids in _ways(ask, wanted, query.limit + 1):
        for one in ids:
            found.setdefault(one, why)
    hits = lines(ask.tx, list(found)[: query.limit * 3])
    hits.sort(key=lambda one: (found[one.id] == "words", -one.reported_at.timestamp()))
    shown = hits[: query.limit]
    return Found(
        lines=tuple(shown),
        why=tuple(found[one.id] for one in shown),
        more=len(found) > query.limit,
    )


def _ways(ask: Asking, wanted: str, most: int) -> Iterable[tuple[str, list[str]]]:
    digits = re.sub(r"[\s\-+()（）]", "", wanted)
    if digits.isascii() and digits.isdigit():
        yield "number", _numbered(ask, wanted, digits, most)
        if 7 <= len(digits) <= 15:
            yield "phone", [one.id for one in _by_phone(ask, digits)]
        if len(digits) in (12, 15):
            yield "grid", _in_grid(ask, digits, most)
    elif re.fullmatch(r"[A-Z][A-Z0-9]{0,7}-[^ ]+", wanted.upper()):  # an imported case's
        c = t.cases.c
        rows = ask.tx.connection.execute(
            select(c.id).where(
                c.street == ask.street, c.number.in_((wanted, wanted.upper())), ask.visible
            )
        )
        yield "number", [row.id for row in rows]
    terms = wanted_grams(wanted)
    if terms:
        yield "words", _worded(ask, terms, most)


def _numbered(ask: Asking, wanted: str, digits: str, most: int) -> list[str]:
    c = t.cases.c
    run = ask.tx.connection.execute
    base = select(c.id).where(c.street == ask.street, ask.visible)
    if len(digits) == 10:
        exact = f"{digits[:4]}-{digits[4:]}"
        return [row.id for row in run(base.where(c.number == exact))]
    if len(digits) >= 4:
        tail = run(
            base.where(NumberTail() == digits[-4:], c.number.like(f"%{digits}"))
            .order_by(c.number.desc())
            .limit(most)
        )
        return [row.id for row in tail]
    year = ask.now.astimezone(ask.rules.clock.zone).year
    exact_ones = [f"{one}-{int(digits):06d}" for one in range(year, year - 5, -1)]
    return [row.id for row in run(base.where(c.number.in_(exact_ones)))]


def _in_grid(ask: Asking, digits: str, most: int) -> list[str]:
    c = t.cases.c
    column = c.grid if len(digits) == 15 else c.community
    rows = ask.tx.connection.execute(
        select(c.id)
        .where(c.street == ask.street, column == digits, ask.visible)
        .order_by(c.reported_at.desc())
        .limit(most)
    )
    return [row.id for row in rows]


def _worded(ask: Asking, terms: list[str], most: int) -> list[str]:
    if not ask.asker.holds(CASE_WORKERS):  # else one could feel for a name in the words
        return []
    return matching(ask.tx.connection, ask.street, terms, most)
