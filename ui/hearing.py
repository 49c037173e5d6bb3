"""The panels of a desk: who is told what, and how the street stands for who is made later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.services.views import Board, CaseLine, Changes
from ui.door import Door
from ui.models.lines import stays

ROWS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("teams", "officers", "people"), attrgetter("id")),
    "positions": attrgetter("team"),
}
"""What a board and its changes have besides cases, and what tells a row from another."""


class Panels(Mapping[str, Any]):
    """By name; one behind a door is made when it is first wanted.

    What a panel (or its door) has of these is called: load(board), apply(changes),
    refer(reference), sits() when a person sits down or may do something else, set_theme(colours),
    closing() -> what to say before unsaved work is lost, stop() when the window goes, relinked()
    when the server is heard again: what was answered from memory meanwhile is asked anew.
    """

    def __init__(self, shown: Mapping[str, QWidget], doors: Mapping[str, Door]) -> None:
        """`shown` are there from the start."""
        self._shown, self._doors, self._now = shown, doors, BoardNow()
        self._others: dict[str, Any] = {}
        for door in doors.values():
            door.came.connect(partial(self._welcome, door))

    def __getitem__(self, name: str) -> Any:
        return self._shown[name] if name in self._shown else self._doors[name].want()

    def __iter__(self) -> Iterator[str]:
        return iter((*self._shown, *self._doors))

    def __len__(self) -> int:
        return len(self._shown) + len(self._doors)

    def board(self) -> Board | None:
        """The street as it stands; None before the first board."""
        return self._now.board()

    def join(self, others: Mapping[str, Any]) -> Mapping[str, Any]:
        """Let these hear after the panels, though they are none; gives them back."""
        self._others.update(others)
        return others

    def tell(self, what: str, *given: Any) -> None:
        """Call this of everybody who is there and has it: doors first, they bar and clear."""
        made = (door.made for door in self._doors.values())
        panels = (*self._doors.values(), *self._shown.values(), *made)
        for one in [self._now, *panels, *self._others.values()]:
            if hasattr(one, what):
                getattr(one, what)(*given)

    def unsaved(self) -> str:
        """The first word of what would be lost if the window went now; "" when nothing would."""
        made = [door.made for door in self._doors.values()]
        asked = [*made, *self._others.values()]
        words = (one.closing() for one in asked if hasattr(one, "closing"))
        return next(filter(None, words), "")

    def _welcome(self, door: Door, panel: Any) -> None:
        """Who is made later is told who sits here and how the street stands."""
        board = self._now.board()
        if board is None:
            return  # it will be loaded with everybody else
        for what, given in (("sits", ()), ("load", (board,))):
            if hasattr(panel, what):
                getattr(panel, what)(*given)


class BoardNow:
    """The last board with every change since: what a panel that is made now is loaded with."""

    def __init__(self) -> None:
        """Nothing was loaded yet."""
        self._board: Board | None = None
        self._cases: dict[str, CaseLine] = {}
        self._rows: dict[str, dict[str, Any]] = {}

    def load(self, board: Board) -> None:
        """Begin with this board."""
        self._board = board
        self._cases = {one.id: one for one in board.cases}
        self._rows = {
            name: {of(one): one for one in getattr(board, name)} for name, of in ROWS.items()
        }

    def apply(self, changes: Changes) -> None:
        """Take in what has changed."""
        if self._board is None:
            return
        for case in changes.cases:
            self._cases[case.id] = case
        for key in (*changes.gone, *(one.id for one in changes.cases if not stays(one))):
            self._cases.pop(key, None)
        for name, of in ROWS.items():
            self._rows[name].update({of(one): one for one in getattr(changes, name)})
        figures = changes.figures or self._board.figures
        mode = changes.mode or self._board.mode
        at = {"seq": changes.seq, "at": changes.at, "figures": figures, "mode": mode}
        self._board = replace(self._board, **at)

    def board(self) -> Board | None:
        """The street as it stands; None before the first board."""
        if self._board is None:
            return None
        rows = {name: tuple(known.values()) for name, known in self._rows.items()}
        return replace(self._board, cases=tuple(self._cases.values()), **rows)
