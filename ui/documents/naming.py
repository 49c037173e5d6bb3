"""What the ids of a handover are called, and the private words that belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.domain.handover import Promise
from commandcenter.services.handover_views import HandoverView
from ui.words.handing import named_cases


@dataclass(frozen=True, slots=True)
class Naming:
    """Names by id, words by row, promises by id, and number (or place) by case."""

    names: Mapping[str, str]
    texts: Mapping[str, str | None]
    promises: Mapping[str, Promise]
    cases: Mapping[str, str]

    @classmethod
    def of(cls, view: HandoverView, names: Mapping[str, str]) -> Naming:
        """What a view needs, beside the names (words.names_of with the board's teams)."""
        return cls(
            names=names,
            texts={one.id: one.words for one in view.parts.texts},
            promises={one.id: one for one in view.parts.promises},
            cases=named_cases(view.parts.items),
        )

    def person(self, key: str | None) -> str:
        """The name of a person, unit or team; — for none."""
        return "—" if key is None else self.names.get(key, key)

    def case(self, key: str) -> str:
        """The number of a case, else its place."""
        return self.cases.get(key, key)
