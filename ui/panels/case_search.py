"""Cases by what is typed, the same wherever one is typed: the Desk's search, the line's rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskFind, CaseLine, Found, Reference
from ui.context import DeskContext
from ui.line.match import Rank, rank
from ui.line.spell import spellings

NAMED = "named"
"""Why a case was found that the Desk did not find: what its words mean, not what they say."""

LEAST = 2
"""Last digits that say something."""

Fit = Callable[[CaseLine], Rank]


class CaseSearch(QObject):
    """Asks the Desk, then adds the open cases that the words mean; `came` carries it all as Found.

    The Desk looks in numbers, telephones, places and what was said, over open and ended cases.
    The cases of the queue are then looked through on the worker by the command line's rule: each
    word is last digits, or the name, code or first letters of the item, the unit, the community
    or the place. A caller's name has no letters here: it does not lie open on a desk.
    """

    came = Signal(object)

    def __init__(
        self,
        desk: DeskContext,
        key: str,
        parent: QObject,
        broken: Callable[[Exception], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """`key` names the place that shows the answer; `broken` and `refused` hear of none.

        A question that met nobody is put again by itself, unless something else is looked for.
        """
        super().__init__(parent)
        self._desk, self._key, self._broken, self._refused = desk, key, broken, refused
        self._text = ""

    def ask(self, text: str, limit: int) -> None:
        """Look for this; an answer to an earlier text does not come any more."""
        self._text = text
        found = partial(self._found, text, limit)
        ask = AskFind(text=text, limit=limit)
        self._desk.worker.ask(
            self._key,
            ask,
            self._desk.who,
            found,
            self._broken,
            self,
            self._refused,
            lasting=True,
        )

    def drop(self) -> None:
        """Nothing is looked for any more."""
        self._text = ""
        self._desk.worker.forget(self._key)

    def _found(self, text: str, limit: int, found: Found) -> None:
        lines, reference = tuple(self._desk.cases()), self._desk.reference
        work = partial(with_named, text, found, lines, reference, limit)
        self._desk.worker.run(work, partial(self._tell, text), self._broken, owner=self)

    def _tell(self, text: str, found: Found) -> None:
        if text == self._text:
            self.came.emit(found)


def with_named(
    text: str, found: Found, lines: Iterable[CaseLine], reference: Reference, limit: int
) -> Found:
    """What the Desk found, and behind it the lines that fit, the best first; off the screen."""
    known = {one.id for one in found.lines}
    more = [one for one in named(text, lines, reference) if one.id not in known]
    kept = more[: max(0, limit - len(found.lines))]
    why = "number" if text.isdigit() else NAMED
    return replace(
        found,
        lines=(*found.lines, *kept),
        why=(*found.why, *(why for _ in kept)),
        more=found.more or len(kept) < len(more),
    )


def named(text: str, lines: Iterable[CaseLine], reference: Reference) -> list[CaseLine]:
    """The lines that every word means, the best first, the newest of equals."""
    fits = [_fit(word, reference) for word in text.split()]
    ranked = [(min(fit(line) for fit in fits), line) for line in lines]
    good = [one for one in ranked if one[0] is not Rank.NONE]
    good.sort(key=lambda one: (-one[0], -one[1].reported_at.timestamp()))
    return [line for _, line in good]


def _fit(word: str, reference: Reference) -> Fit:
    """How well a line fits one word."""
    if word.isdigit():
        return partial(_numbered, word)
    known = {
        key: rank(word, names, spellings)
        for kind in _names(reference)
        for key, names in kind.items()
    }
    return partial(_named, word, known)


def _numbered(digits: str, line: CaseLine) -> Rank:
    fits = len(digits) >= LEAST and (line.number or "").endswith(digits)
    return Rank.EXACT if fits else Rank.NONE


def _named(word: str, known: dict[str, Rank], line: CaseLine) -> Rank:
    keys = (line.item, line.lead_unit or "", line.community or "")
    names = [known.get(key, Rank.NONE) for key in keys]
    return max(rank(word, (line.place,), spellings), *names)


def _names(reference: Reference) -> Sequence[dict[str, tuple[str, ...]]]:
    """The names by which items, units and communities are typed, by their codes."""
    return (
        {one.code: (one.name, one.code) for one in reference.items},
        {one.id: (one.short, one.name) for one in reference.units},
        {code: (name,) for code, name in reference.communities.items()},
    )
