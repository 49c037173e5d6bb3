"""Completion: what the word at the cursor may become, what it would do, and why it is grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.services.views import CaseLine, CaseView
from ui import words as w
from ui.actions import Field, FieldKind
from ui.actions.fields import Option, said
from ui.line import telling
from ui.line.grammar import NAMED_KINDS, Known, Reading
from ui.line.match import Rank
from ui.line.meaning import Meaning, Place
from ui.line.reporting import LABELS as REPORTED
from ui.line.spoken import AT, BREAKS
from ui.line.telling import say
from ui.line.verbs import Verb
from ui.line.words import Word, at_cursor
from ui.models.items import Choice

MOST = 8
PEEKED = 40
"""Cases that are looked at for the rows of one word."""
BLANK = " "
NAMED = 3
"""Names that are shown before there is a verb."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What takes the place of the word at the cursor, its row, and whether it can be done now."""

    insert: str
    text: str
    note: str = ""
    able: bool = True

    @property
    def choice(self) -> Choice:
        """The row of the list."""
        tone = "text" if self.able else "dim"
        return Choice(self.insert + self.text, self.text, self.note, self, tone)


def offers(
    reading: Reading, meaning: Meaning, place: Place, known: Known, cursor: int
) -> list[Offer]:
    """At most eight, the likeliest first; what cannot be done stands behind what can."""
    word = current(reading, meaning, cursor)
    if reading.typed.tail is not None and word is None and cursor >= reading.typed.tail_at:
        return []
    rows: list[Offer] = []
    if word is not None and (word.text.isdigit() or word.text[:1] in AT):
        rows += _cases(reading, place, known, word)
    if word is None and reading.verb is None and not reading.rest:
        rows += _next(reading, place, known)
    elif word is not None and (reading.verb is None or _same(word, reading.verb_word)):
        rows += _verbs(reading, place, known, word)
    if reading.verb is not None and not _same(word, reading.verb_word):
        rows += _of_verb(reading, meaning, place, word)
    elif reading.verb is None and word is not None and len(rows) < MOST:
        rows += _names(known, word)
    return list({one.insert + one.text: one for one in rows}.values())[:MOST]


def current(reading: Reading, meaning: Meaning, cursor: int) -> Word | None:
    """The word to be completed; none where all is understood and only something is missing."""
    word = at_cursor(reading.typed, cursor)
    understood = meaning.tone == "warning" and bool(meaning.missing or meaning.wants)
    at_end = word is not None and word.end == cursor and not word.name
    return None if understood and at_end else word


def _same(word: Word | None, verb: Word | None) -> bool:
    return word is not None and verb is not None and verb.start <= word.start < verb.end


# ---- cases ------------------------------------------------------------------------------------


def _cases(reading: Reading, place: Place, known: Known, word: Word) -> list[Offer]:
    if word.text[:1] in AT:
        lines = known.cases.at(word.text[1:], MOST) if len(word.text) > 1 else []
    else:
        lines = known.cases.find(word.text)[:PEEKED]
    rows = [_case(one, reading, place, known) for one in lines]
    return sorted(rows, key=lambda one: not one.able)[:MOST]


def _case(line: CaseLine, reading: Reading, place: Place, known: Known) -> Offer:
    number = known.cases.short(line)
    text = telling.case_text(line, place.staff.names, number)
    action = reading.verb.action if reading.verb is not None else None
    insert = number or f"@{line.place}"
    if action is not None and action.on_case and not telling.fits_state(action, line):
        return Offer(insert, text, telling.not_in(action, line.state), able=False)
    return Offer(insert, text, telling.case_note(line, place.room().now))


# ---- verbs ------------------------------------------------------------------------------------


def _verbs(reading: Reading, place: Place, known: Known, word: Word) -> list[Offer]:
    view, line = _target(reading, place, known)
    ranked = known.verbs.find(word.text)
    shown = [one for how, one in ranked if how > Rank.WITHIN] or [one for _, one in ranked]
    rows = [_verb(one, view, line, place) for one in shown[: 2 * MOST]]
    return sorted(rows, key=lambda one: not one.able) if len(rows) > 1 else rows


def _next(reading: Reading, place: Place, known: Known) -> list[Offer]:
    """Nothing typed: what can be done with the selected case."""
    view, line = _target(reading, place, known)
    if view is None:
        return []
    rows = [_verb(one, view, line, place) for one in known.verbs.all if one.on_case and one.action]
    return [one for one in rows if one.able]


def _target(
    reading: Reading, place: Place, known: Known
) -> tuple[CaseView | None, CaseLine | None]:
    """The case that is meant so far, as far as it is known."""
    words = [one.text for one in reading.rest if one.text.isdigit()]
    lines = known.cases.meant(words[0]) if words and not reading.case else []
    case = reading.case or (lines[0].id if len(lines) == 1 else "" if words else place.selected)
    return (place.sources.view(case) if case else None), known.cases.line(case)


def _verb(verb: Verb, view: CaseView | None, line: CaseLine | None, place: Place) -> Offer:
    action = verb.action
    text = verb.label
    if verb.deed is not None and (why := verb.deed.why_not(place)):
        return Offer(verb.label, text, why, able=False)
    if action is None or not action.on_case:
        return Offer(verb.label, text, verb.tells)
    if view is not None:
        room = place.room()
        why = action.why_not(view, room.roles) or action.empty(view, room)
        if why is not None:
            why_not = telling.why_not(action, view, why, place.staff.names)
            return Offer(verb.label, text, why_not, able=False)
    elif line is not None and not telling.fits_state(action, line):
        return Offer(verb.label, text, telling.not_in(action, line.state), able=False)
    return Offer(verb.label, text, verb.tells)


# ---- what follows a verb ------------------------------------------------------------------------


def _of_verb(reading: Reading, meaning: Meaning, place: Place, word: Word | None) -> list[Offer]:
    verb = reading.verb
    assert verb is not None
    text = word.text if word is not None else ""
    if verb.deed is not None:
        own = verb.deed.offers(reading, meaning, place, word)
        return own if own is not None else _of_fields(meaning, word) if meaning.filling else []
    if verb.takes == "panel":
        found = place.sources.lexicon.find(text, "panel")
        return [Offer(one.label, one.label, say("面板")) for _, one in found]
    if verb.takes == "person":
        people = place.sitters()
        fit = [one for one in people if not text or place.sources.lexicon.rank(text, *one)]
        return [Offer(label, label, say("就座")) for _, label in fit]
    if meaning.sending is not None:
        return _of_sending(meaning, place, text)
    if meaning.filling is not None:
        return _of_fields(meaning, word)
    if meaning.reporting is not None:
        return _of_report(meaning, text)
    return []


def _of_fields(meaning: Meaning, word: Word | None) -> list[Offer]:
    """Choices of the fields that fit the word; without a word those that are still wanted."""
    filling = meaning.filling
    assert filling is not None and meaning.form is not None
    fields = list(filling.fields())
    wanted = [one for one in fields if one in meaning.missing]
    if word is not None and word.name:
        named = filling.named(word.name)
        fields = [named] if named is not None else []
    rows: list[Offer] = []
    for one in wanted if word is None else fields:
        rows += [_text(one)] if one.kind in (FieldKind.WORDS, FieldKind.LINE) else []
        for option in filling.options(one):
            if word is None or not word.text or filling.rank(word.text, option):
                rows.append(_option(one, option, filling.options(one), word))
    if word is not None and not word.name:
        rows = [one for one in rows if one.insert != "："]
    return rows


def _text(one: Field) -> Offer:
    return Offer("：", f"：{said(one.text)}", said(one.hint) or say("文字写在“：”后面"))


def _option(one: Field, option: Option, every: Sequence[Option], word: Word | None) -> Offer:
    """A choice as it is typed: its label, or its number where the label has several words."""
    label = option[1]
    single = not any(mark in label for mark in BREAKS)
    insert = label if single else str(every.index(option) + 1)
    if not single or (word is not None and word.name):
        insert = f"{said(one.text).replace(BLANK, '')}={insert}"
    return Offer(insert, label, said(one.text))


def _of_sending(meaning: Meaning, place: Place, text: str) -> list[Offer]:
    """Teams in their order with the reasons, then units, kinds and why another team goes."""
    sending, names, lexicon = meaning.sending, place.staff.names, place.sources.lexicon
    assert sending is not None
    rows = []
    for one in sending.candidates():
        label = names.get(one.team, one.team)
        if text and not lexicon.rank(text, one.team, label):
            continue
        if one.rank is None:
            why = " · ".join(w.candidate_excluded(*pair, names) for pair in one.excluded)
            rows.append(Offer(label, label, say("不可派：") + why, able=False))
        else:
            minutes = w.minutes_text(one.minutes)
            rows.append(
                Offer(label, f"{one.rank} {label} {minutes}", w.why_text(one.reasons, names))
            )
    whats = meaning.wants or (("unit", "kind", "overrule", "officer") if text else ())
    for what in whats:
        tells = {"unit": say("主办"), "kind": say("任务"), "officer": say("人员")}
        note = tells.get(what, say("不派推荐队伍的理由"))
        more = [
            Offer(label, label, note)
            for key, label in sending.options(what)
            if not text or lexicon.rank(text, key, label)
        ]
        rows = more + rows if what in meaning.wants and not text else rows + more
    return sorted(rows, key=lambda one: not one.able)


def _of_report(meaning: Meaning, text: str) -> list[Offer]:
    reporting = meaning.reporting
    assert reporting is not None
    rows: list[Offer] = []
    for what in ("source", "item"):
        found = reporting.offered(what, text) if text or what in meaning.wants else []
        rows += [Offer(label, label, say(REPORTED[what][0])) for _, label in found]
    if not text and "words" in meaning.wants:
        rows.append(Offer("：", say("：内容"), say("文字写在“：”后面")))
    return rows


def _names(known: Known, word: Word) -> list[Offer]:
    """What else a word may name, before there is a verb."""
    kinds = {
        "unit": say("单位"),
        "team": say("队伍"),
        "person": say("人员"),
        "officer": say("人员"),
        "item": say("事项"),
        "community": say("社区"),
    }
    found = [one for how, one in known.lexicon.find(word.text, *NAMED_KINDS) if how > Rank.WITHIN]
    return [Offer(one.label, one.label, kinds[one.kind]) for one in found[:NAMED]]
