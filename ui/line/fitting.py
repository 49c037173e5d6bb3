"""The command line fitted to a desk's window: its key; the line is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from commandcenter.services.views import Changes, Reference
from ui.menus import add_desk_action

if TYPE_CHECKING:
    from ui.desk import OpenDesk
    from ui.line.bar import LineBar
    from ui.line.engine import Engine
    from ui.line.wiring import Wiring


class CommandLine(QObject):
    """Ctrl+K. Its grammar is loaded after the first paint, with the drafts (ui/desk.py)."""

    def __init__(self, desk: OpenDesk) -> None:
        """On a window whose menus stand."""
        super().__init__(desk.window)
        self._desk = desk
        self._made: Wiring | None = None
        add_desk_action(desk.window, "line", lambda: self.bar.open())

    @property
    def bar(self) -> LineBar:
        """What is typed in."""
        return self.want().bar

    @property
    def engine(self) -> Engine:
        """What reads it."""
        return self.want().engine

    def want(self) -> Wiring:
        """The line, made by now and told how the street stands."""
        if self._made is None:
            from ui.line.wiring import Wiring  # when it is first wanted

            self._made = Wiring(self._desk)
            board = self._desk.panels.board()
            if board is not None:
                self._made.load(board)
                self._made.sits()
        return self._made

    def load(self, board: Any) -> None:
        """Take in the board."""
        if self._made is not None:
            self._made.load(board)

    def apply(self, changes: Changes) -> None:
        """Take in what has changed."""
        if self._made is not None:
            self._made.apply(changes)

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        if self._made is not None:
            self._made.refer(reference)

    def sits(self) -> None:
        """Somebody sits down or may do something else."""
        if self._made is not None:
            self._made.sits()

    def relinked(self) -> None:
        """The server is heard again."""
        if self._made is not None:
            self._made.relinked()

    def stop(self) -> None:
        """The window goes."""
        if self._made is not None:
            self._made.engine.sources.stop()

    def begin(self) -> None:
        """What an earlier run left has been put back: from now on the history is kept."""
        self.want().begin()

    def kept(self) -> dict[str, Any]:
        """What was given before, for the drafts."""
        return {} if self._made is None else self._made.kept()

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was given before; {} forgets it with what is typed."""
        if kept or self._made is not None:
            self.want().restore(kept)
