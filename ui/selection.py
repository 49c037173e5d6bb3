"""What the person at the seat is looking at: panels hear it and never talk to each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The current case, grid and team by id; "" is none; silent when nothing changes.

    `picks` tells of the cases that are picked to be sent together; `part` is the task, request or
    docket picked within the case; another case has none.
    """

    case = Signal(str)
    grid = Signal(str)
    team = Signal(str)
    part = Signal(str)
    picks = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing selected."""
        super().__init__(parent)
        self._case = self._grid = self._team = self._part = ""
        self._picked: frozenset[str] = frozenset()

    @property
    def current_case(self) -> str:
        """Id of the selected case, "" for none."""
        return self._case

    @property
    def current_grid(self) -> str:
        """15-digit code of the selected grid, "" for none."""
        return self._grid

    @property
    def current_team(self) -> str:
        """Id of the selected team, "" for none."""
        return self._team

    @property
    def current_part(self) -> str:
        """Id of the task, request or docket picked within the case, "" for none."""
        return self._part

    @property
    def picked(self) -> frozenset[str]:
        """Ids of the cases that are picked to be sent together."""
        return self._picked

    def pick(self, cases: frozenset[str]) -> None:
        """Pick these cases and no others."""
        if cases != self._picked:
            self._picked = cases
            self.picks.emit(cases)

    def set_case(self, case: str) -> None:
        """Select a case by id; "" selects none."""
        if case != self._case:
            self._case = case
            self.set_part("")
            self.case.emit(case)

    def set_grid(self, grid: str) -> None:
        """Select a grid by its code; "" selects none."""
        if grid != self._grid:
            self._grid = grid
            self.grid.emit(grid)

    def set_team(self, team: str) -> None:
        """Select a team by id; "" selects none."""
        if team != self._team:
            self._team = team
            self.team.emit(team)

    def set_part(self, part: str) -> None:
        """Pick a task, request or docket of the current case by id; "" picks none."""
        if part != self._part:
            self._part = part
            self.part.emit(part)
