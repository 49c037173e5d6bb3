"""Suggestions of the intake form as choices: items, places and people with their reasons."""

from __future__ import annotations

from collections.abc import Iterable

from commandcenter.domain.item import Item
from commandcenter.domain.person import Person
from commandcenter.domain.roles import Role
from commandcenter.services.classify import Suggestion, initials, match_items, suggest_items
from commandcenter.services.views import Reference
from ui.line.match import meant
from ui.models.items import Choice
from ui.panels.intake_places import Gazetteer, Place
from ui.words import limit_text, listed, say, word
from ui.words.names import short_grid

SHOWN = 5
REPORTERS = frozenset({Role.GRID_MEMBER, Role.TEAM_LEADER, Role.CHECKER})
_HOW = {"code": "编码", "name": "名称", "initials": "拼音", "near": "近似"}


class Searches:
    """What is searched while typing; people come with the board."""

    def __init__(self, reference: Reference) -> None:
        """Of this street's catalogue, ground and staff."""
        self._people: dict[str, Person] = {}
        self._ground: tuple[object, ...] = ()
        self.renew(reference)

    def renew(self, reference: Reference) -> None:
        """Catalogue, staff and places as they are now; void items are not offered."""
        self._items = {item.code: item for item in reference.items}
        self._catalogue = tuple(item for item in reference.items if not item.void)
        self._names = reference.names
        ground = (reference.communities, reference.grids, reference.roads)
        if ground != self._ground:  # to cut the roads by grid anew takes long
            self._ground = ground
            self._grids = {shape.grid.code: shape.grid.name for shape in reference.grids}
            self._gazetteer = Gazetteer(reference)

    def warm(self) -> None:
        """Read the dictionary of pinyin and spell the names once, off the GUI thread."""
        for item in self._catalogue:
            initials(item.name)
        self._gazetteer.warm()

    def set_people(self, people: Iterable[Person]) -> None:
        """Who is known, and who is on shift now."""
        self._people.update({person.id: person for person in people})

    def items(self, typed: str) -> list[Choice]:
        """Items by code, name or initials."""
        return [self._choice(one) for one in match_items(typed, self._catalogue, SHOWN)]

    def items_of_words(self, words: str) -> list[Choice]:
        """Items that the words of the call speak of."""
        return [self._choice(one) for one in suggest_items(words, self._catalogue, SHOWN)]

    def places(self, typed: str) -> list[Choice]:
        """Grids, communities and roads."""
        return [_place(one) for one in self._gazetteer.find(typed, SHOWN + 3)]

    def people(self, typed: str) -> list[Choice]:
        """Grid members, team leaders and checkers by name or initials, on shift first."""
        found = [one for one in self._people.values() if self._is_meant(one, typed)]
        found.sort(key=lambda one: (not one.on_shift, self._names.get(one.id, one.id), one.id))
        return [self._person(one) for one in found[: SHOWN + 3]]

    def _is_meant(self, person: Person, text: str) -> bool:
        name = self._names.get(person.id, "")
        if not text or not person.holds(REPORTERS) or not name:
            return False
        return meant(text, name)

    def _person(self, person: Person) -> Choice:
        grids = [self._grids.get(grid, short_grid(grid)) for grid in person.grids]
        duty = say("在岗") if person.on_shift else say("不在岗")
        return Choice(person.id, self._names[person.id], " · ".join((*grids[:1], duty)), person)

    def _choice(self, one: Suggestion) -> Choice:
        item = self._items[one.code]
        why = listed(one.reasons[:3]) if one.how == "words" else say(_HOW[one.how])
        return Choice(item.code, f"{item.code} {item.name}", _note(item, why), item)


def _note(item: Item, why: str) -> str:
    parts = [why, word(item.level)]
    if item.limit is not None:
        parts.append(limit_text(item.limit))
    return " · ".join(part for part in parts if part)


def _place(place: Place) -> Choice:
    kind = say("路段") if place.kind == "road" else say("网格")
    return Choice(place.key, place.name, f"{kind} {short_grid(place.grid)}", place)
