"""A new report by words: item, place, source and what was said, in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from commandcenter.domain.case import Source
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.commands import Behalf, ReportCase
from commandcenter.domain.roles import Channel, Role
from ui import words as w
from ui.actions.fields import Option
from ui.line.behalf import Fault
from ui.line.match import Lexicon, Rank, best, rank
from ui.line.spoken import REPORTING
from ui.line.telling import say
from ui.line.words import Typed, Word
from ui.panels.intake_draft import NUMBERED, STAFF, Draft
from ui.panels.intake_places import Place

LABELS = {
    "item": "事项",
    "place": "地点",
    "source": "来源",
    "words": "内容",
    "phone": "来电",
    "name": "姓名",
    "number": "来源编号",
    "hotline": "转来时间",
    "grid": "网格",
    "reporter": "上报人",
}
TEXTS = frozenset({"place", "words", "phone", "name", "number", "hotline", "grid"})
DRAFTED = TEXTS - {"grid"}
FIELD_OF = {
    "words_missing": "words",
    "item_missing": "item",
    "place_missing": "place",
}


@dataclass(slots=True)
class Report:
    """What was understood; `missing` are fields still to be said, by name."""

    said: dict[str, str] = field(default_factory=dict)
    place: Place | None = None
    missing: tuple[str, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    draft: Draft | None = None

    def command(self, now: datetime, clock: WorkClock, roles: frozenset[str]) -> ReportCase:
        """The report; a telephone report of our own staff is entered on behalf."""
        assert self.draft is not None
        made = self.draft.command(now, clock, self.place.name if self.place else "")
        if made.reporter is None or Role.INTAKE_OFFICER in roles:
            return made
        behalf = Behalf(person=made.reporter, channel=Channel.TELEPHONE, happened_at=now)
        return replace(made, behalf=behalf)


class Reporting:
    """Reads the words of a new report; `places` are the street's, by their names."""

    def __init__(self, lexicon: Lexicon, places: Mapping[str, Place]) -> None:
        """Nothing said."""
        self._lexicon, self._places = lexicon, places
        self._report = Report()

    def read(self, rest: Sequence[Word], typed: Typed, now: datetime, clock: WorkClock) -> Report:
        """What the words say of a report; the text behind the colon is what was reported."""
        left = [one for one in rest if not self._by_name(one)]
        if typed.tail:
            self._set("words", typed.tail)
        free = [one for one in left if one.quoted or not self._place_word(one.text)]
        self._address(free)
        self._finish(now, clock)
        return self._report

    def _by_name(self, word: Word) -> bool:
        if not word.name:
            return False
        what = next((one for one, names in REPORTING.items() if word.name.lower() in names), "")
        if not what:
            self._report.faults.append(Fault("no_field", word.name))
        elif what in TEXTS:
            self._set(what, word.text)
        else:
            self._choose(what, word.text, *self.fits(what, word.text))
        return True

    def fits(self, what: str, text: str) -> tuple[Rank, list[Option]]:
        """What a word may mean as item, source or reporter."""
        letters = self._lexicon.letters.of
        if what == "source":
            ranked = [
                (rank(text, (w.word(one), one.value), letters), (one.value, w.word(one)))
                for one in Source
                if one is not Source.IMPORT
            ]
            return best(ranked)
        kind = {"item": "item", "reporter": "person"}[what]
        entries = self._lexicon.find(text, kind)
        return best((how, (one.key, one.label)) for how, one in entries)

    def offered(self, what: str, text: str) -> list[Option]:
        """The sources or items that a beginning may become; all sources for nothing."""
        if what == "source":
            every = [(one.value, w.word(one)) for one in Source if one is not Source.IMPORT]
            letters = self._lexicon.letters.of
            return [one for one in every if not text or rank(text, one, letters)]
        return [(one.key, one.label) for _, one in self._lexicon.find(text, "item")]

    def _place_word(self, text: str) -> bool:
        """A word into item, source or place; whether it was understood."""
        ranked = [(self.fits(what, text), what) for what in ("item", "source")]
        ranked = [one for one in ranked if one[1] not in self._report.said]
        top = max((found[0] for found, _ in ranked), default=Rank.NONE)
        if text in self._places or top is Rank.NONE or (top is Rank.WITHIN and text.isascii()):
            return False
        fit = [(found[1], what) for found, what in ranked if found[0] is top]
        if len(fit) > 1:
            among = tuple((what, say(LABELS[what])) for _, what in fit)
            self._report.faults.append(Fault("which_field", text, among=among))
            return True
        self._choose(fit[0][1], text, top, fit[0][0])
        return True

    def _choose(self, what: str, text: str, how: Rank, found: list[Option]) -> None:
        if len(found) == 1:
            self._set(what, found[0][0])
        else:
            code = "ambiguous" if found else "value"
            fault = Fault(code, text, say(LABELS[what]), tuple(found))
            self._report.faults.append(fault)

    def _set(self, what: str, value: str) -> None:
        if what in self._report.said:
            self._report.faults.append(Fault("twice", value, say(LABELS[what])))
        self._report.said[what] = value

    def _address(self, free: Sequence[Word]) -> None:
        """The first word that is nothing else is the address, what follows what was said."""
        bare = [one for one in free if one.text.isascii() and not one.quoted]
        if bare:
            self._report.faults += [Fault("unknown", one.text) for one in bare]
            return
        texts = [one.text for one in free]
        if texts and "place" not in self._report.said:
            self._set("place", texts.pop(0))
        if texts and "words" not in self._report.said:
            self._set("words", " ".join(texts))
        elif texts:
            self._report.faults += [Fault("unknown", one) for one in texts]

    def _finish(self, now: datetime, clock: WorkClock) -> None:
        made, said = self._report, self._report.said
        made.place = self._where(said.get("place", ""))
        if "grid" in said:
            self._grid(said["grid"])
        if "source" not in said:
            made.missing = ("source",)
            return
        source = Source(said["source"])
        texts: dict[str, Any] = {one: said[one] for one in said if one in DRAFTED}
        place = made.place
        made.draft = Draft(
            **texts,
            source=source,
            item=said.get("item"),
            reporter=said.get("reporter") if source in STAFF else None,
            lon=place.lon if place else None,
            lat=place.lat if place else None,
            grid=place.grid if place else None,
        )
        wrong = made.draft.faults(now, clock)
        made.missing = tuple(FIELD_OF[one] for one in wrong.values() if one in FIELD_OF)
        made.faults += [
            Fault("value", said.get(what, ""), say(LABELS[what]))
            for what, code in wrong.items()
            if code not in FIELD_OF
        ]
        if "number" in said and source not in NUMBERED:
            made.faults.append(Fault("value", said["number"], say(LABELS["number"])))

    def _grid(self, named: str) -> None:
        """The grid of that code, last digits or name; where the road runs in it, its point."""
        road = self._report.said.get("place", "")
        every = self._places.values()
        grids = {one.grid for one in every if one.grid.endswith(named) or named in one.name}
        if len(grids) != 1:
            self._report.faults.append(Fault("value", named, say(LABELS["grid"])))
            return
        inside = [one for one in every if one.grid in grids]
        here = [one for one in inside if one.kind == "road" and _is_on(road, one)]
        self._report.place = next(iter([*here, *(o for o in inside if o.kind == "grid"), *inside]))

    def _where(self, address: str) -> Place | None:
        """The place that an address names: the longest name of the street's that it begins with."""
        fit = [name for name in self._places if address.startswith(name)]
        return self._places[max(fit, key=len)] if fit else None


def _is_on(address: str, place: Place) -> bool:
    """Whether an address begins with the road of this place."""
    return address.startswith(place.key.partition("/")[0])


def places_by_name(places: Sequence[Place]) -> dict[str, Place]:
    """The places that a name means alone; a road's is enough where it runs in one grid."""
    found: dict[str, Place] = {}
    twice: set[str] = set()
    for one in places:
        for name in {one.name, one.key.partition("/")[0] if one.kind == "road" else one.name}:
            if name in found and found[name].grid != one.grid:
                twice.add(name)
            found[name] = one
    return {name: one for name, one in found.items() if name not in twice}
