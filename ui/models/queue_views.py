"""Saved views of the queue: names for filters and orders, the desk's own and a person's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from ui.models.queue_cells import Column
from ui.models.queue_filter import QueueFilter, filter_of, kept_filter

UNIT = "unit"
"""The view of one unit: which one, the person chooses."""
MOST_OWN = 12
MOST_NAME = 12


@dataclass(frozen=True, slots=True)
class View:
    """A filter with its order; one of the desk's own has no name here (ui says it by its key)."""

    key: str
    filter: QueueFilter
    name: str = ""
    column: Column = Column.LEFT
    down: bool = False

    @property
    def own(self) -> bool:
        """Whether the person made it."""
        return bool(self.name)


BUILT_IN = (
    View("mine", QueueFilter(only="mine")),
    View("overdue", QueueFilter(only="overdue")),
    View("sign", QueueFilter(group="dispatched")),
    View("whistle", QueueFilter(only="whistle")),
    View("callback", QueueFilter(only="callback")),
    View(UNIT, QueueFilter()),
)
VIEW_WORDS = {
    "mine": "我的",
    "overdue": "超期",
    "sign": "待签收",
    "whistle": "吹哨",
    "callback": "今日回访",
    UNIT: "单位",
}


@dataclass(frozen=True, slots=True)
class ViewBook:
    """The views of one person in their order; every change gives a new book."""

    views: tuple[View, ...] = BUILT_IN

    def get(self, key: str) -> View | None:
        """The view of that key."""
        return next((one for one in self.views if one.key == key), None)

    def named(self, name: str) -> View | None:
        """The person's own view of that name."""
        return next((one for one in self.views if one.own and one.name == name), None)

    def saved(self, name: str, chosen: QueueFilter, column: Column, down: bool) -> ViewBook:
        """The filter under a name: a new view at the end, or another filter of the one that is.

        The same book where the name is empty or there are MOST_OWN already.
        """
        name = tidy(name)
        old = self.named(name)
        if old is not None:
            return self._with(replace(old, filter=chosen, column=column, down=down))
        own = sum(one.own for one in self.views)
        if not name or own >= MOST_OWN:
            return self
        taken = {one.key for one in self.views}
        key = next(key for n in range(own + 2) if (key := f"own-{n}") not in taken)
        return ViewBook((*self.views, View(key, chosen, name, column, down)))

    def renamed(self, key: str, name: str) -> ViewBook:
        """Another name for an own view; the same book where it is empty or taken."""
        found, name = self.get(key), tidy(name)
        if found is None or not found.own or not name or self.named(name) is not None:
            return self
        return self._with(replace(found, name=name))

    def moved(self, key: str, by: int) -> ViewBook:
        """A view so many places to the right, as far as there are places."""
        keys = [one.key for one in self.views]
        if key not in keys:
            return self
        rest = [one for one in self.views if one.key != key]
        at = max(0, min(len(rest), keys.index(key) + by))
        return ViewBook((*rest[:at], self.views[keys.index(key)], *rest[at:]))

    def without(self, key: str) -> ViewBook:
        """The book without an own view."""
        return ViewBook(tuple(one for one in self.views if one.key != key or not one.own))

    def for_unit(self, unit: str) -> ViewBook:
        """The view of a unit shows this one, "" for none."""
        return self._with(View(UNIT, QueueFilter(unit=unit)))

    def _with(self, view: View) -> ViewBook:
        return ViewBook(tuple(view if one.key == view.key else one for one in self.views))

    def kept(self) -> dict[str, Any]:
        """What a person's file takes."""
        unit = self.get(UNIT)
        return {
            "order": [one.key for one in self.views],
            "unit": unit.filter.unit if unit else "",
            "own": [
                {
                    "key": one.key,
                    "name": one.name,
                    "filter": kept_filter(one.filter),
                    "column": int(one.column),
                    "down": one.down,
                }
                for one in self.views
                if one.own
            ],
        }


def tidy(name: str) -> str:
    """A name on one line, at most MOST_NAME characters."""
    return " ".join(name.split())[:MOST_NAME].strip()


def book_of(kept: object) -> ViewBook:
    """The book of a person's file; what cannot be read is left out and the desk's own stay."""
    data = kept if isinstance(kept, dict) else {}
    views = {one.key: one for one in (*BUILT_IN, *_own_of(data.get("own")))}
    unit = data.get("unit")
    if isinstance(unit, str):
        views[UNIT] = View(UNIT, QueueFilter(unit=unit))
    told = data.get("order")
    order = told if isinstance(told, list) else []
    known = [key for key in order if isinstance(key, str) and key in views]
    keys = dict.fromkeys((*known, *views))
    return ViewBook(tuple(views[key] for key in keys))


def _own_of(kept: object) -> list[View]:
    found: dict[str, View] = {}
    for one in kept if isinstance(kept, list) else []:
        view = _view_of(one) if isinstance(one, dict) else None
        if view is not None and all(view.name != other.name for other in found.values()):
            found[view.key] = view
    return list(found.values())[:MOST_OWN]


def _view_of(kept: dict[str, Any]) -> View | None:
    key, name, column = kept.get("key"), kept.get("name"), kept.get("column")
    if not isinstance(key, str) or not key.startswith("own-") or not isinstance(name, str):
        return None
    if not tidy(name):
        return None
    known = type(column) is int and 0 <= column < len(Column)
    return View(
        key[:20],
        filter_of(kept.get("filter")),
        tidy(name),
        Column(column) if known else Column.LEFT,
        kept.get("down") is True,
    )


class ViewCounts:
    """How many lines each view takes, kept by what changed; `taken` asks the queue's model."""

    def __init__(self, taken: Callable[[QueueFilter, Collection[str]], Iterable[str]]) -> None:
        """Of no view yet."""
        self._taken = taken
        self._filters: dict[str, QueueFilter] = {}
        self._members: dict[str, set[str]] = {}

    def begin(self, views: Iterable[View], cases: Collection[str]) -> None:
        """Count these views over all lines; one whose filter is as before is counted anew too."""
        self._filters = {one.key: one.filter for one in views}
        self._members = {
            key: set(self._taken(chosen, cases)) for key, chosen in self._filters.items()
        }

    def touch(self, there: Collection[str], gone: Collection[str]) -> None:
        """These lines are new, other ones or older; those went."""
        for key, chosen in self._filters.items():
            members = self._members[key]
            members.difference_update(gone)
            members.difference_update(there)
            members.update(self._taken(chosen, there))

    def count(self, key: str) -> int:
        """How many lines a view takes."""
        return len(self._members.get(key, ()))
