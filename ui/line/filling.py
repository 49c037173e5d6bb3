"""The fields of an action filled from the words that are left: each word in exactly one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.services.views import CaseView
from ui import words as w
from ui.actions import Action, Field, FieldKind, Room
from ui.actions.fields import Option, said
from ui.line import values
from ui.line.behalf import Fault, ForWhom, rank_option
from ui.line.evidence import Shot
from ui.line.match import Lexicon, Rank, best, rank
from ui.line.spell import plain
from ui.line.spoken import PICTURE
from ui.line.words import Typed, Word, several

TEXTS = frozenset({FieldKind.WORDS, FieldKind.LINE})
SEVERAL = frozenset({FieldKind.MANY, FieldKind.PICTURES})
"""Fields whose answer is a tuple."""


@dataclass(slots=True)
class Filled:
    """What the words give: values by field, needed fields still open, faults, for whom."""

    values: dict[str, Any] = field(default_factory=dict)
    missing: tuple[Field, ...] = ()
    faults: tuple[Fault, ...] = ()
    given: dict[str, Any] = field(default_factory=dict)
    behalf: str = ""


class Filling:
    """Puts words into the fields of one action on one case as it was seen."""

    def __init__(
        self, action: Action, view: CaseView, room: Room, lexicon: Lexicon, part: str = ""
    ) -> None:
        """`part` is the task, request or docket that is picked within the case."""
        self._action, self._view, self._room, self._lexicon = action, view, room, lexicon
        self._preset = action.preset(view, room, part)
        self._offers = {
            one.name: one.options(view, room) if one.options else [] for one in action.fields
        }
        self._given: dict[str, Any] = {}
        self._faults: list[Fault] = []
        self._moments: dict[str, list[str]] = {}
        self._whom = ForWhom(action, view, room, lexicon)

    def fill(self, rest: Sequence[Word], typed: Typed, into: str = "") -> Filled:
        """Everything at once; `into` is the id of the other case where a field asks for one."""
        if into:
            self._given |= {one.name: into for one in self._of(FieldKind.CASE)}
        left = [one for one in rest if not self._by_name(one)]
        left = self._tail(typed, left)
        left = self._times(left)
        left = self._sorted_out(left)
        self._words(left)
        return self._done()

    def fields(self) -> tuple[Field, ...]:
        """The fields of the action."""
        return self._action.fields

    def named(self, name: str) -> Field | None:
        """The field that 字段=值 names so."""
        return self._field(name)

    def options(self, one: Field) -> list[Option]:
        """What a field offers on this case."""
        return self._offers[one.name]

    # ---- one way after the other ------------------------------------------------------------

    def _by_name(self, word: Word) -> bool:
        """字段=值; True when it was dealt with."""
        if not word.name:
            return False
        if (said_ := self._whom.by_name(word, self._chosen)) is not None:
            self._faults += said_
            return True
        one = self._field(word.name)
        if one is None:
            self._faults.append(Fault("no_field", word.name))
        elif one.name in self._given and one.kind is not FieldKind.PICTURES:
            self._faults.append(Fault("twice", word.text, said(one.text)))
        else:
            self._set_by_name(one, word)
        return True

    def _set_by_name(self, one: Field, word: Word) -> None:
        if one.kind is FieldKind.MANY:
            self._given[one.name] = ()
            for part in several(word.text):
                self._take(one, part)
        elif one.kind in (FieldKind.DATE, FieldKind.MOMENT):
            self._moments[one.name] = word.text.split()
        else:
            self._take(one, word.text, strict=True)

    def _field(self, name: str) -> Field | None:
        """The field of that name; its first letters do where nothing else has them."""
        letters = self._lexicon.letters.of
        ranked = [(rank(name, (said(o.text), o.text, o.name), letters), o) for o in self._all()]
        top, found = best((how, one) for how, one in ranked if how > Rank.WITHIN)
        return found[0] if top and len(found) == 1 else None

    def _tail(self, typed: Typed, left: list[Word]) -> list[Word]:
        """The free text behind the colon; the word before it may name the field."""
        if typed.tail is None or not typed.tail:
            return left
        named = self._named_text(typed.named) if typed.named in left else None
        if named is not None:
            self._given[named.name] = typed.tail
            return [one for one in left if one is not typed.named]
        open_ = [one for one in self._texts() if one.name not in self._given]
        longer = [one for one in open_ if one.kind is FieldKind.WORDS]
        if open_:
            self._given[(longer or open_)[0].name] = typed.tail
        else:
            self._faults.append(Fault("no_text", typed.tail))
        return left

    def _named_text(self, word: Word | None) -> Field | None:
        if word is None or word.name or word.quoted:
            return None
        found = self._field(word.text)
        exact = found is not None and plain(word.text) in (plain(said(found.text)), found.name)
        return found if exact and found and found.kind in TEXTS else None

    def _times(self, left: list[Word]) -> list[Word]:
        """Days and times go together to the one field that wants them, else to the happening."""
        wanted = [*self._of(FieldKind.MOMENT), *self._of(FieldKind.DATE)]
        open_ = [one for one in wanted if one.name not in self._moments]
        times = [one for one in left if not one.quoted and values.is_time(one.text)]
        times = [one for one in times if not (self._of(FieldKind.LIMIT) and values.limit(one.text))]
        if times and len(open_) == 1:
            self._moments[open_[0].name] = [one.text for one in times]
            left = [one for one in left if one not in times]
        for name, texts in self._moments.items():
            self._set_time(next(one for one in self._all() if one.name == name), texts)
        return left

    def _set_time(self, one: Field, texts: list[str]) -> None:
        now, zone = self._room.now, self._room.zone
        found: object
        if one.kind is FieldKind.DATE:
            found = values.day(texts[0], now.astimezone(zone).date()) if len(texts) == 1 else None
        else:
            found = values.moment(texts, now, zone)
        if found is None:
            self._faults.append(Fault("value", " ".join(texts), said(one.text)))
        else:
            self._given[one.name] = found

    def _sorted_out(self, left: list[Word]) -> list[Word]:
        """Words that mean a choice, a limit or an answer, each in the one field it fits best."""
        waiting = [one for one in left if not one.quoted]
        unknown = [one for one in left if one.quoted]
        for word in sorted(waiting, key=self._freedom):
            if not self._place(word):
                unknown.append(word)
        return sorted(unknown, key=lambda one: one.start)

    def _freedom(self, word: Word) -> tuple[int, int]:
        """Words that fit one field only go first, so that their order says nothing."""
        return (sum(bool(self._fit(one, word.text)) for one in self._open()), word.start)

    def _place(self, word: Word) -> bool:
        """Into a field; among fields that offer the same the first open one has it."""
        fits = [(how, one) for one in self._open() if (how := self._fit(one, word.text))]
        top, found = best(fits)
        if len(found) > 1:  # what needs no asking gives way
            found = [one for one in found if one.name not in self._preset] or found
        if self._whom.rank(word.text, self._chosen) > top:
            self._faults += self._whom.set_person(word.text, self._chosen)
            return True
        if not found:
            return self._whom.set_channel(word.text) or self._fault_of_filled(word)
        first = found[0]
        if len(found) > 1 and not self._alike(found, word.text):
            among = tuple((one.name, said(one.text)) for one in found)
            self._faults.append(Fault("which_field", word.text, among=among))
            return True
        self._take(first, word.text)
        return True

    def _alike(self, found: Sequence[Field], text: str) -> bool:
        """Whether all of them would mean the same by it."""
        return len({tuple(self._meant(one, text)[1]) for one in found}) == 1

    def _fault_of_filled(self, word: Word) -> bool:
        """A second choice for a field that has one: said, never left for the text."""
        for one in self._all():
            if one.kind is FieldKind.CHOICE and self._fit(one, word.text) > Rank.WITHIN:
                self._faults.append(Fault("twice", word.text, said(one.text)))
                return True
        return False

    def _words(self, left: list[Word]) -> None:
        """What no field offers is free text where the action wants some, else not understood."""
        if not left:
            return
        one = next((one for one in self._texts(needed=True) if one.name not in self._given), None)
        one = one or next((one for one in self._texts() if one.name not in self._given), None)
        bare = [word for word in left if word.text.isascii() and not word.quoted]
        if one is None or (one.kind is FieldKind.WORDS and bare) or (bare and len(left) > 1):
            wrong = bare or left
            self._faults += [Fault("unknown", word.text) for word in wrong]
            return
        self._given[one.name] = " ".join(word.text for word in left)

    # ---- fields -------------------------------------------------------------------------------

    def _all(self) -> Iterable[Field]:
        return self._action.fields

    def _of(self, kind: FieldKind) -> list[Field]:
        return [one for one in self._all() if one.kind is kind]

    def _texts(self, needed: bool = False) -> list[Field]:
        """The fields of free text: what must be said, a line before words."""
        found = [one for one in self._all() if one.kind in TEXTS and (one.needed or not needed)]
        return sorted(found, key=lambda one: (not one.needed, one.kind is FieldKind.WORDS))

    def _open(self) -> list[Field]:
        """Fields that a word may still fill; one that takes many stays open."""
        return [
            one
            for one in self._all()
            if one.kind not in TEXTS and (one.name not in self._given or one.kind in SEVERAL)
        ]

    def _fit(self, one: Field, text: str) -> Rank:
        """How well a word fits a field."""
        if one.kind in (FieldKind.CHOICE, FieldKind.MANY):
            return self._meant(one, text)[0]
        if one.kind is FieldKind.LIMIT:
            return Rank.EXACT if values.limit(text) else Rank.NONE
        if one.kind is FieldKind.PICTURES:
            return Rank.EXACT if plain(text) in PICTURE else Rank.NONE
        if one.kind is FieldKind.CHECK:
            known = values.answer(text, said(one.text)) is not None
            return Rank.BEGINS if known else Rank.NONE
        return Rank.NONE

    def _meant(self, one: Field, text: str) -> tuple[Rank, list[str]]:
        """Which of the offered a word means, by label, part of the label, code or name."""
        ranked = ((self.rank(text, option), option[0]) for option in self._offers[one.name])
        return best(ranked)

    def rank(self, text: str, option: Option) -> Rank:
        """How well a word fits one offered choice."""
        return rank_option(text, option, self._lexicon)

    def _take(self, one: Field, text: str, strict: bool = False) -> None:
        """Set a field from a word, or say why not."""
        if one.kind in TEXTS:
            self._given[one.name] = text
            return
        if one.kind is FieldKind.LIMIT or one.kind is FieldKind.CHECK:
            self._set_value(one, text)
            return
        if one.kind is FieldKind.PICTURES:
            shot = Shot(text if strict else "", one.picture)
            self._given[one.name] = (*self._given.get(one.name, ()), shot)
            return
        if one.kind is FieldKind.CASE:
            self._faults.append(Fault("form", text, said(one.text)))
            return
        how, found = self._meant(one, text)
        if strict and how < Rank.EXACT:
            found = _numbered(self._offers[one.name], text) or found
        if len(found) != 1:
            among = tuple(option for option in self._offers[one.name] if option[0] in found)
            code = "ambiguous" if found else "value"
            self._faults.append(Fault(code, text, said(one.text), among))
        elif one.kind is FieldKind.MANY:
            self._given[one.name] = tuple(dict.fromkeys((*self._given.get(one.name, ()), *found)))
        else:
            self._given[one.name] = found[0]

    def _set_value(self, one: Field, text: str) -> None:
        found: object = (
            values.limit(text)
            if one.kind is FieldKind.LIMIT
            else values.answer(text, said(one.text))
        )
        if found is None:
            self._faults.append(Fault("value", text, said(one.text)))
        else:
            self._given[one.name] = found

    # ---- what has come of it ----------------------------------------------------------------

    def _done(self) -> Filled:
        made = {**self._preset, **self._given}
        for one in self._all():
            if one.name not in made and (usual := self._usual(one)) not in (None, ""):
                made[one.name] = usual
        missing = tuple(one for one in self._all() if self._lacks(one, made))
        for one in self._all():
            made.setdefault(one.name, () if one.kind in SEVERAL else "")
        found = Filled(made, missing, tuple(self._faults), dict(self._given))
        behalf = self._whom.behalf(self._chosen)
        if behalf is not None:
            found.behalf = behalf.person
            made["behalf"] = behalf
        elif self._whom.needed:
            found.faults += (Fault("nobody", "", w.say("办理人")),)
        return found

    @property
    def _chosen(self) -> dict[str, Any]:
        return {**self._preset, **self._given}

    def _usual(self, one: Field) -> Any:
        """What the form begins with; a choice only where its first is a recommendation."""
        if one.initial is not None:
            return one.initial(self._view, self._room)
        if one.kind is FieldKind.CHOICE and one.advised and self._offers[one.name]:
            return self._offers[one.name][0][0]
        return False if one.kind is FieldKind.CHECK else None

    def _lacks(self, one: Field, made: dict[str, Any]) -> bool:
        value = made.get(one.name)
        empty = value in ("", None, ()) or (isinstance(value, str) and not value.strip())
        return one.needed and empty


def _numbered(offered: Sequence[Option], text: str) -> list[str]:
    """字段=2: the second choice, as the form numbers them."""
    at = int(text) - 1 if text.isdecimal() else -1
    return [offered[at][0]] if 0 <= at < len(offered) else []
