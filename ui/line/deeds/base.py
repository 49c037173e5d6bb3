"""What is done for the street and not on a case: a deed has its grammar, its reason why not now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from commandcenter.domain.roles import Role
from ui import words as w
from ui.actions import Action, Room
from ui.actions.action import row
from ui.actions.fields import Field, said
from ui.line import telling
from ui.line.behalf import Fault
from ui.line.filling import Filled, Filling
from ui.line.grammar import Reading
from ui.line.meaning import Meaning, Place
from ui.line.offers import Offer
from ui.line.spoken import PERSON, STREET
from ui.line.telling import say
from ui.line.words import Word


@dataclass(frozen=True, slots=True)
class Take:
    """What the words gave: values by field and what a Meaning needs besides."""

    action: Action
    room: Room
    filling: Filling
    filled: Filled
    more: Mapping[str, Any]
    given: frozenset[str] = field(default_factory=frozenset)

    @property
    def values(self) -> dict[str, Any]:
        """The values of the fields."""
        return self.filled.values

    def told(self, head: str, *extra: str) -> str:
        """One line: what Enter will do."""
        text = telling.of_values(self.action, head, self.filled, self.room, self.filling.options)
        return telling.joined((text, *extra))

    def faulty(self, code: str, word: str, name: str = "") -> Meaning:
        """One word is wrong."""
        return self.wrong(telling.of_fault(Fault(code, word, name)))

    def wrong(self, text: str) -> Meaning:
        """It cannot go so."""
        return Meaning(text, "danger", **self.more)

    def lacks(self, *labels: str) -> Meaning:
        """Something is still to be said."""
        return Meaning(telling.missing(labels), "warning", **self.more)

    def ready(self, told: str, command: Any) -> Meaning:
        """Enter does it."""
        return Meaning(told, "text", command=command, **self.more)


def has_words(reading: Reading) -> bool:
    """Whether anything stands beside the verb."""
    return bool(reading.rest or reading.typed.tail)


class Deed:
    """One verb without a case; `page` is the window's way to the panel that does the same.

    `by` are the roles that may, as the Desk has them; `aliases` are more names of fields; after a
    `secret` one a password may stand, with a blank or without.
    """

    name: ClassVar[str]
    text: ClassVar[str]
    tells: ClassVar[str]
    page: ClassVar[str]
    by: ClassVar[frozenset[Role]]
    aliases: ClassVar[Mapping[str, str]] = {}
    secret: ClassVar[bool] = False

    @property
    def label(self) -> str:
        """What it is called on the screen."""
        return said(self.text)

    @property
    def short(self) -> frozenset[str]:
        """What people say for it."""
        return frozenset(STREET.get(self.name, ()))

    @property
    def sentence(self) -> str:
        """What it does, in one sentence."""
        return said(self.tells)

    def why_not(self, place: Place) -> str:
        """Why it cannot be done now, in a sentence; "" when nothing is in the way."""
        roles = place.room().roles
        if not roles & self.by:
            return w.refusal("role", {"roles": ",".join(sorted(self.by))}, place.staff.names)
        return self.stands(place)

    def stands(self, place: Place) -> str:
        """Why the street does not stand so that it can be done."""
        return ""

    def mean(self, reading: Reading, place: Place) -> Meaning:
        """What the line means here and now."""
        if why := self.why_not(place):
            return Meaning(why, "danger", form=self.form)
        return self.read(reading, place)

    def read(self, reading: Reading, place: Place) -> Meaning:
        """What the words mean where it can be done."""
        raise NotImplementedError

    def offers(
        self, reading: Reading, meaning: Meaning, place: Place, word: Word | None
    ) -> list[Offer] | None:
        """Rows of its own for a word; None for those of its fields."""
        return None

    def keeps(self, reading: Reading) -> bool:
        """Whether the line goes into the history; not one that holds what nobody may keep."""
        return True

    @property
    def form(self) -> tuple[str, str, Mapping[str, Any]]:
        """Where Tab and Ctrl+Enter lead."""
        return (self.page, "", {})

    def take(
        self,
        fields: Sequence[Field],
        reading: Reading,
        place: Place,
        state: Any = None,
        room: Room | None = None,
        **more: Any,
    ) -> Take | Meaning:
        """The fields filled from the words; a Meaning where a word is wrong or one is missing."""
        action = row(self.name, self.text, "", "", self.tells, fields=tuple(fields), group="")
        action = replace(action, **more)
        room = room or place.room()
        filling = Filling(action, state, room, place.sources.lexicon)
        words = tuple(self._renamed(one) for one in reading.rest)
        filled = filling.fill(words, reading.typed)
        names = {filling.named(one.name) for one in words if one.name}
        given = {one.name for one in names if one is not None}
        given |= {"behalf"} if any(one.name in PERSON for one in words) else set()
        shown = {"form": self.form, "filling": filling}
        shown |= {"missing": filled.missing, "faults": filled.faults}
        made = Take(action, room, filling, filled, shown, frozenset(given))
        if filled.faults:
            return made.wrong(telling.of_fault(filled.faults[0]))
        if filled.missing:
            lacks = telling.missing(said(one.text) for one in filled.missing)
            return Meaning(telling.joined((lacks, made.told(self.label))), "warning", **shown)
        long = [one for one in fields if len(str(filled.values.get(one.name, ""))) > one.most]
        return made.wrong(say("“{name}”写得太长").format(name=said(long[0].text))) if long else made

    def _renamed(self, word: Word) -> Word:
        """依据=… is 指令编号=…."""
        other = self.aliases.get(word.name.lower(), "")
        return replace(word, name=other) if other else word
