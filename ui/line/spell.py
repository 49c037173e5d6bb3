"""First letters of pinyin, with the readings that a character has only as a surname."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from commandcenter.services.classify import initials
from ui.line.spoken import DOUBLE, SURNAMES

SHORTEST, LONGEST = 2, 4
"""Characters of a name that may begin with a surname."""


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A text as it is compared: half width, lower case, without blanks and marks."""
    folded = normalize("NFKC", text).lower()
    return "".join(one for one in folded if one.isalnum())


@lru_cache(maxsize=16384)
def spellings(text: str) -> tuple[str, ...]:
    """Every way to type a text by first letters; the first is the usual one, () for none."""
    bare = plain(text)
    if not bare or bare.isascii():
        return ()
    usual = plain(initials(bare))
    others = []
    if SHORTEST <= len(bare) <= LONGEST:
        if bare[:2] in DOUBLE:
            others.append(DOUBLE[bare[:2]] + usual[2:])
        if bare[0] in SURNAMES:
            others.append(SURNAMES[bare[0]] + usual[1:])
    return tuple(dict.fromkeys((usual, *others)))


class Letters:
    """The letters of texts that were spelled somewhere else; what is not known yet is `wanted`.

    The dictionary of pinyin takes long to load: spell(wanted) runs on another thread, and what it
    gives is taken in. A text is spelled once. `version` grows with what is known.
    """

    def __init__(self, at_once: bool = False) -> None:
        """Nothing is spelled; `at_once` spells on the calling thread instead."""
        self._known: dict[str, tuple[str, ...]] = {}
        self._at_once = at_once
        self.version = 0
        self.wanted: set[str] = set()

    def of(self, text: str) -> tuple[str, ...]:
        """How a text is typed by first letters; () as long as it is not spelled."""
        found = self._known.get(text)
        if found is not None:
            return found
        if text.isascii() or self._at_once:
            self._known[text] = found = spellings(text)
            return found
        self.wanted.add(text)
        return ()

    def take(self, spelled: dict[str, tuple[str, ...]]) -> None:
        """Take in what was spelled."""
        self.version += 1
        self._known.update(spelled)
        self.wanted.difference_update(spelled)


def spell(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Spell these; may take a third of a second the first time."""
    return {text: spellings(text) for text in texts}
