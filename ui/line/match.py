"""Which of several things a typed word means: by name, code or first letters; one rule for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from ui.line.spell import Letters, plain, spellings

T = TypeVar("T")
LEAST_WITHIN = 2
"""Letters that must be typed before they may stand in the middle of a name."""

REMEMBERED = 200
"""Words whose meanings are remembered: all words of a line but one are the same at each key."""


class Rank(IntEnum):
    """How well a word fits; a better one leaves the worse out."""

    NONE = 0
    WITHIN = 1
    LETTERS_BEGIN = 2
    BEGINS = 3
    LETTERS = 4
    EXACT = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with names: its kind (unit, team, person …), key, label and other names."""

    kind: str
    key: str
    label: str
    names: tuple[str, ...]


def rank(typed: str, names: Iterable[str], spelled: Callable[[str], Sequence[str]]) -> Rank:
    """How well a typed word fits these names; `spelled` gives the first letters of one."""
    text = plain(typed)
    if not text:
        return Rank.NONE
    letters = text.isascii() and not text.isdigit()
    best = Rank.NONE
    for name in names:
        best = max(best, _of_name(text, plain(name)))
        if letters and best < Rank.EXACT:
            best = max(best, *(_of_letters(text, one) for one in spelled(name)), Rank.NONE)
    return best


def _of_name(text: str, name: str) -> Rank:
    if text == name:
        return Rank.EXACT
    if name.startswith(text):
        return Rank.BEGINS
    long_enough = len(text) >= LEAST_WITHIN and not text.isdigit()
    return Rank.WITHIN if long_enough and text in name else Rank.NONE


def _of_letters(text: str, spelled: str) -> Rank:
    if text == spelled:
        return Rank.LETTERS
    if spelled.startswith(text):
        return Rank.LETTERS_BEGIN
    return Rank.WITHIN if len(text) >= LEAST_WITHIN and text in spelled else Rank.NONE


def best(ranked: Iterable[tuple[Rank, T]]) -> tuple[Rank, list[T]]:
    """The best rank and everything that has it."""
    found = list(ranked)
    top = max((one for one, _ in found), default=Rank.NONE)
    return top, [one for how, one in found if how is top and how is not Rank.NONE]


def meant(typed: str, *names: str) -> bool:
    """Whether a filter's word means one of these names; spells them where they are not known."""
    return not plain(typed) or rank(typed, names, spellings) is not Rank.NONE


class Lexicon:
    """Everything that has a name at this desk, by kind and key."""

    def __init__(self, letters: Letters) -> None:
        """No names yet."""
        self.letters = letters
        self._kinds: dict[str, dict[str, Entry]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._found: dict[tuple[object, ...], list[tuple[Rank, Entry]]] = {}

    def learn(self, kind: str, known: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Take in things of a kind: key and names, the label first; new ones are added."""
        kept = self._kinds.setdefault(kind, {})
        for key, named in known:
            names = tuple(dict.fromkeys(one for one in (*named, key) if one))
            if key in kept and kept[key].names == names:
                continue
            kept[key] = Entry(kind, key, names[0], names)
            self._found.clear()
            self._names[key] = names
            for one in names:
                self.letters.of(one)

    def forget(self, kind: str) -> None:
        """Begin a kind anew."""
        self._kinds.pop(kind, None)
        self._found.clear()

    def names(self, key: str) -> tuple[str, ...]:
        """The names of a key, () for one that has none here."""
        return self._names.get(key, ())

    def rank(self, typed: str, key: str, *more: str) -> Rank:
        """How well a word fits a key by its names here and more names."""
        return rank(typed, (*more, *self.names(key)), self.letters.of)

    def find(self, typed: str, *kinds: str) -> list[tuple[Rank, Entry]]:
        """What a word may mean among these kinds, the best first."""
        asked = (typed, kinds, self.letters.version)
        if asked in self._found:
            return self._found[asked]
        of = self.letters.of
        entries = (one for kind in kinds for one in self._kinds.get(kind, {}).values())
        found = [(rank(typed, one.names, of), one) for one in entries]
        fit = [one for one in found if one[0] is not Rank.NONE]
        if len(self._found) > REMEMBERED:
            self._found.clear()
        self._found[asked] = sorted(fit, key=lambda one: (-one[0], one[1].key))
        return self._found[asked]
