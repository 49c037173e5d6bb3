"""The first reading of a line: which word is the verb, which is the case, what is left for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from commandcenter.services.views import CaseLine
from ui.actions import Action, FieldKind
from ui.line.cases import CaseIndex
from ui.line.match import Lexicon, Rank, best
from ui.line.spell import plain
from ui.line.spoken import AT, INCOMING
from ui.line.verbs import Verb, Verbs
from ui.line.words import Typed, Word, cut

if TYPE_CHECKING:
    from ui.line.deeds.base import Deed

CASE_DIGITS = 4
"""So many digits are a case's before they are a field's."""
FEWEST = 2
JOINED = 3
"""Words of an English name that may stand apart."""
PLACES = 8
NUMBERED = frozenset({"score", "service", "minutes"})
"""Fields whose choices are numbers."""
NAMED_KINDS = ("unit", "team", "person", "officer", "item", "community")


@dataclass(frozen=True, slots=True)
class Known:
    """What a line is read against: verbs, live cases, names."""

    verbs: Verbs
    cases: CaseIndex
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words say before anything is looked up.

    `verbs` are all that the verb's word may mean; one is `verb`. `cases` are what the case's word
    may mean; without a word the selected case is meant. `fault` is a code: two_verbs, no_verb,
    many_verbs, no_case, many_cases, two_cases; `about` the word it speaks of.
    """

    typed: Typed
    verb: Verb | None = None
    verbs: tuple[Verb, ...] = ()
    verb_word: Word | None = None
    case_word: Word | None = None
    cases: tuple[CaseLine, ...] = ()
    into_word: Word | None = None
    into: tuple[CaseLine, ...] = ()
    rest: tuple[Word, ...] = ()
    fault: str = ""
    about: str = ""

    @property
    def case(self) -> str:
        """Id of the case that was named; "" where none or several may be meant."""
        return self.cases[0].id if len(self.cases) == 1 else ""

    @property
    def deed(self) -> Deed | None:
        """What is done without a case, where that was typed."""
        return self.verb.deed if self.verb is not None else None

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.typed.words and self.typed.tail is None


def read(text: str, known: Known) -> Reading:
    """Read a line; the order of verb, case and the rest says nothing."""
    typed = _apart(cut(text), text, known)
    if not typed.words and typed.tail is None:
        return Reading(typed)
    found = _verb_words(typed.words, known)
    if len(found) > 1:
        both = "、".join(one.text for one, _ in found)
        return Reading(typed, rest=typed.words, fault="two_verbs", about=both)
    if not found:
        return _without_verb(typed, known)
    word, verbs = found[0]
    rest = tuple(one for one in typed.words if not (word.start <= one.start < word.end))
    if len(verbs) > 1:
        many = Reading(typed, verbs=verbs, verb_word=word, rest=rest)
        return _with_case(many, verbs[0], rest, known, fault="many_verbs", about=word.text)
    sure = Reading(typed, verb=verbs[0], verbs=verbs, verb_word=word, rest=rest)
    return _with_case(sure, verbs[0], rest, known)


def _apart(typed: Typed, text: str, known: Known) -> Typed:
    """签字secret is 签字 and what nobody may read, as with a blank between them.

    In 备注 签字不全 it is free text: behind a word, beside another verb, and no password, which is
    typed without Chinese.
    """
    parts = [_parts(one, text, known) for one in typed.words]
    whole = [
        (one,) if n and not one.name and not plain(two[-1].text).isascii() else two
        for n, (one, two) in enumerate(zip(typed.words, parts, strict=True))
    ]
    words = tuple(chain.from_iterable(whole))
    if whole != parts and not _verb_words(words, known):
        words = tuple(chain.from_iterable(parts))
    named = typed.named if typed.named in words else None
    return replace(typed, words=words, named=named)


def _parts(word: Word, text: str, known: Known) -> tuple[Word, ...]:
    """The word alone, or the verb that a password may follow and what is glued to it."""
    raw = text[word.start : word.end]
    verbs = [one for one in known.verbs.all if one.deed is not None and one.deed.secret]
    heads = [plain(name) for one in verbs for name in (*one.names, *one.short) if plain(name)]
    fit = [len(one) for one in heads if plain(raw).startswith(one)]
    if not fit or word.quoted or plain(raw).startswith(INCOMING):
        return (word,)
    if not word.name and known.verbs.find(raw):
        return (word,)
    at = next(n for n in range(len(raw) + 1) if len(plain(raw[:n])) >= max(fit))
    middle = word.start + at
    return Word(raw[:at], word.start, middle), Word(raw[at:], middle, word.end)


def _verb_words(words: Sequence[Word], known: Known) -> list[tuple[Word, tuple[Verb, ...]]]:
    """The words that fit a verb best; a name of something else gives way to a verb's."""
    ranked = [(one, *best(known.verbs.find(one.text))) for one in _spans(words)]
    for level in (Rank.EXACT, Rank.LETTERS, Rank.BEGINS, Rank.LETTERS_BEGIN):
        fit = [(one, tuple(verbs)) for one, how, verbs in ranked if how is level]
        if len(fit) > 1:
            fit = [one for one in fit if not _inside(one[0], [other for other, _ in fit])]
        if len(fit) > 1:
            alone = [one for one in fit if not _is_name(one[0], known, level)]
            fit = alone or fit
        if fit:
            return fit
    return []


def _spans(words: Sequence[Word]) -> list[Word]:
    """Single words, and Latin ones taken together, that may be a verb."""
    may = [not one.name and not one.quoted and not _is_case(one) for one in words]
    found = [one for one, able in zip(words, may, strict=True) if able]
    for size in range(2, JOINED + 1):
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            if all(may[at : at + size]) and all(one.text.isascii() for one in part):
                joined = " ".join(one.text for one in part)
                found.append(Word(joined, part[0].start, part[-1].end))
    return found


def _inside(word: Word, others: Sequence[Word]) -> bool:
    return any(
        one is not word and one.start <= word.start and word.end <= one.end for one in others
    )


def _is_name(word: Word, known: Known, level: Rank) -> bool:
    found = known.lexicon.find(word.text, *NAMED_KINDS)
    return bool(found) and found[0][0] >= level


def _is_case(word: Word) -> bool:
    return word.text.isdigit() or word.text[:1] in AT


def _without_verb(typed: Typed, known: Known) -> Reading:
    """A case alone is looked at; anything else is no command yet."""
    words = [one for one in typed.words if _is_case(one) and not one.name]
    if len(words) == 1 and len(typed.words) == 1 and typed.tail is None:
        lines = tuple(_lines(words[0], known.cases))
        fault = "" if len(lines) == 1 else "many_cases" if lines else "no_case"
        about = words[0].text
        return Reading(typed, case_word=words[0], cases=lines, fault=fault, about=about)
    about = typed.words[0].text if typed.words else ""
    return Reading(typed, rest=typed.words, fault="no_verb", about=about)


def _with_case(
    reading: Reading,
    verb: Verb,
    rest: tuple[Word, ...],
    known: Known,
    fault: str = "",
    about: str = "",
) -> Reading:
    more: dict[str, Any] = _cases(verb, rest, known) if verb.on_case else {}
    if fault:
        more |= {"fault": fault, "about": about}
    return replace(reading, **more)


def _cases(verb: Verb, rest: tuple[Word, ...], known: Known) -> dict[str, Any]:
    """Which words name the case (and the one it goes into); the others are left."""
    words = _case_words(verb, rest, known)
    into = next((one for one in words[1:] if _asks_case(verb.action)), None)
    if _asks_case(verb.action) and len(words) == 1:
        into, words = words[0], []  # the selected case goes into the one that is named
    taken = [words[0]] if words else []
    taken += [into] if into else []
    left = tuple(one for one in rest if one not in taken)
    lines = tuple(_lines(words[0], known.cases)) if words else ()
    found: dict[str, Any] = {
        "rest": left,
        "case_word": words[0] if words else None,
        "cases": lines,
        "into_word": into,
        "into": tuple(_lines(into, known.cases)) if into else (),
    }
    extra = words[1:] if into is None else words[2:]
    if extra:
        return found | {"fault": "two_cases", "about": "、".join(one.text for one in words)}
    for word, lines_ in ((found["case_word"], lines), (into, found["into"])):
        if isinstance(word, Word) and isinstance(lines_, tuple) and len(lines_) != 1:
            fault = "many_cases" if lines_ else "no_case"
            return found | {"fault": fault, "about": word.text}
    return found


def _case_words(verb: Verb, rest: tuple[Word, ...], known: Known) -> list[Word]:
    plain = [one for one in rest if _is_case(one) and not one.name and not one.quoted]
    marked = [one for one in plain if one.text[:1] in AT]
    long = [one for one in plain if one.text.isdigit() and len(one.text) >= CASE_DIGITS]
    if not _takes_digits(verb.action):
        short = [one for one in plain if one.text.isdigit() and len(one.text) >= FEWEST]
        return marked + short
    there = [one for one in long if known.cases.find(one.text)]
    return marked + (there or long[:1])  # a number that is no case's is said to be none


def _asks_case(action: Action | None) -> bool:
    return action is not None and any(one.kind is FieldKind.CASE for one in action.fields)


def _takes_digits(action: Action | None) -> bool:
    """Whether a field of this action may be a number."""
    fields = action.fields if action is not None else ()
    return any(one.kind is FieldKind.LINE or one.name in NUMBERED for one in fields)


def _lines(word: Word, cases: CaseIndex) -> list[CaseLine]:
    if word.text[:1] in AT:
        return cases.at(word.text[1:], PLACES) if len(word.text) > 1 else []
    return cases.meant(word.text) if len(word.text) >= FEWEST else []
