"""What can be said first: the table of actions, the window's own deeds, and a few of the line's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.actions import ACTIONS, Action
from ui.line.match import Rank, rank
from ui.line.spell import Letters, plain
from ui.line.spoken import GO, LOOK, SHORT, SIT

if TYPE_CHECKING:
    from ui.line.deeds.base import Deed

REMEMBERED = 200
"""Words whose verbs are remembered: all words of a line but one are the same at each key."""


@dataclass(frozen=True, slots=True, eq=False)
class Verb:
    """Something that can be done: an action of the table, or `call` without a case.

    `takes` is what the line's own verbs want: "panel", "person", "case" or nothing; `deed` is what
    is done for the street and not on a case.
    """

    name: str
    label: str
    names: tuple[str, ...]
    tells: str
    action: Action | None = None
    call: Callable[[], None] | None = None
    takes: str = ""
    short: frozenset[str] = field(default_factory=frozenset)
    deed: Deed | None = None

    @property
    def on_case(self) -> bool:
        """Whether it wants a case."""
        return self.takes == "case" or (self.action is not None and self.action.on_case)

    @property
    def wants_words(self) -> bool:
        """Whether more than a case may follow."""
        return self.action is not None or self.deed is not None or bool(self.takes)

    def rank(self, typed: str, letters: Letters) -> Rank:
        """How well a word fits: what people say is exact, else by name or first letters."""
        if plain(typed) in self.short:
            return Rank.EXACT
        return rank(typed, self.names, letters.of)


class Verbs:
    """All verbs of a desk; each can be found by name, letters, English and what people say."""

    def __init__(self, letters: Letters) -> None:
        """None yet."""
        self.letters = letters
        self.all: tuple[Verb, ...] = ()
        self._found: dict[tuple[str, int], list[tuple[Rank, Verb]]] = {}

    def set(self, verbs: Iterable[Verb]) -> None:
        """Take these; their names are spelled when somebody asks for that."""
        self.all = tuple(verbs)
        self._found.clear()
        for verb in self.all:
            for one in verb.names:
                self.letters.of(one)

    def find(self, typed: str) -> list[tuple[Rank, Verb]]:
        """What a word may mean, the best first, else in the table's order."""
        key = (typed, self.letters.version)
        if key not in self._found:
            if len(self._found) > REMEMBERED:
                self._found.clear()
            ranked = [(one.rank(typed, self.letters), one) for one in self.all]
            fit = [one for one in ranked if one[0] is not Rank.NONE]
            self._found[key] = sorted(fit, key=lambda one: -one[0])
        return self._found[key]


def action_verbs(english: Callable[[str], str]) -> list[Verb]:
    """A verb for each action of the table; `english` gives a label's English."""
    heads = Counter(action.text[0] for action in ACTIONS)
    said = {one for words in (*SHORT.values(), LOOK, GO, SIT) for one in words}
    found = []
    for action in ACTIONS:
        short = {plain(one) for one in SHORT.get(action.name, ())}
        if heads[action.text[0]] == 1 and action.text[0] not in said:
            short.add(action.text[0])
        names = dict.fromkeys((action.label, action.text, english(action.text)))
        found.append(
            Verb(
                name=action.name,
                label=action.label,
                names=tuple(names),
                tells=action.sentence,
                action=action,
                short=frozenset(short),
            )
        )
    return found


def called_verb(name: str, text: str, tells: str, call: Callable[[], None], *more: str) -> Verb:
    """A verb of the window's own: what its menu does."""
    return Verb(name=name, label=text, names=(text, *more), tells=tells, call=call)


def own_verbs(rows: Sequence[tuple[str, str, str, str, tuple[str, ...]]]) -> list[Verb]:
    """The line's own: name, text, sentence, what it takes, and what people say."""
    return [
        Verb(name=n, label=text, names=(text,), tells=tells, takes=takes, short=frozenset(short))
        for n, text, tells, takes, short in rows
    ]
