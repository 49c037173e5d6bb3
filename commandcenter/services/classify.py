"""Which item a call is about: by its words, by code, name or pinyin initials (pure functions)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from commandcenter.domain.item import Item
from commandcenter.services.item_words import CLUES

LONGEST = 2000
NAME_WEIGHT = 3.0
NEAR = 75.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that may be meant: its score, how it was found, and the words that say so.

    `how` is words, code, name, initials or near (a misspelt name).
    """

    code: str
    score: float
    how: str
    reasons: tuple[str, ...] = ()


def suggest_items(words: str, catalogue: Sequence[Item], limit: int) -> tuple[Suggestion, ...]:
    """Items that the words of a call speak of, likeliest first, at most `limit`.

    Only the first 2,000 characters are read. Nothing is suggested when no word speaks.
    """
    text = words[:LONGEST]
    scored = (_by_words(text, item) for item in catalogue)
    return _best((one for one in scored if one is not None), limit)


def match_items(typed: str, catalogue: Sequence[Item], limit: int) -> tuple[Suggestion, ...]:
    """Items that a typed code ("21-903", "903"), name or pinyin initials ("wyys") mean."""
    text = "".join(typed.split()).lower()
    if not text:
        return ()
    scored = (_by_typing(text, item) for item in catalogue)
    return _best((one for one in scored if one is not None), limit)


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """First letters of the pinyin of a name, such as "wyys"; other characters stay, lower case."""
    from pypinyin import Style, lazy_pinyin  # kept off the start path: its dictionary is large

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()


def _by_words(text: str, item: Item) -> Suggestion | None:
    score, reasons = 0.0, []
    for clue in CLUES.get(item.code, ()):
        hit = clue.found(text)
        if hit is not None:
            score += clue.weight
            reasons.append(hit)
    if item.name in text:
        score += 2 * NAME_WEIGHT
        reasons.insert(0, item.name)
    else:
        score += NAME_WEIGHT * _shared_pairs(item.name, text)
    if score < 1.0:
        return None
    return Suggestion(item.code, round(score, 2), "words", tuple(dict.fromkeys(reasons)))


def _shared_pairs(name: str, text: str) -> float:
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs) if len(pairs) > 1 else 0.0


def _by_typing(text: str, item: Item) -> Suggestion | None:
    code = item.code
    plain, digits = code.replace("-", ""), text.replace("-", "")
    if code == text or plain == digits:
        return Suggestion(code, 100.0, "code")
    if digits.isdigit():
        if plain.startswith(digits):
            return Suggestion(code, 90.0, "code")
        return Suggestion(code, 80.0, "code") if plain.endswith(digits) else None
    if text in item.name:
        return Suggestion(code, 88.0 if item.name.startswith(text) else 84.0, "name")
    if text.isascii():
        return _by_initials(text, item)
    from rapidfuzz import fuzz  # a desk starts without it

    likeness = fuzz.ratio(text, item.name)
    return Suggestion(code, likeness / 2, "near") if likeness >= NEAR else None


def _by_initials(text: str, item: Item) -> Suggestion | None:
    letters = initials(item.name)
    if letters.startswith(text):
        return Suggestion(item.code, 86.0 if letters == text else 82.0, "initials")
    return Suggestion(item.code, 70.0, "initials") if text in letters else None


def _best(found: Iterable[Suggestion], limit: int) -> tuple[Suggestion, ...]:
    return tuple(sorted(found, key=lambda one: (-one.score, one.code))[:limit])
