"""How the street works now, for every panel of the window: 平时 or an emergency's level."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from commandcenter.services.emergency_views import Mode
from commandcenter.services.views import Board, Changes

NORMAL = Mode(
    emergency=None,
    plan=None,
    proposed=None,
    owed=None,
    late=0,
    held=0,
    called=0,
    silent=0,
    listed=0,
    moved=0,
    refused=0,
)


class ModeWatch(QObject):
    """Holds the mode that the feed last told; `changed` carries it when it is another one."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Normal working until load(board)."""
        super().__init__(parent)
        self.now: Mode = NORMAL

    def load(self, board: Board) -> None:
        """Take the mode of a board."""
        self._take(board.mode)

    def apply(self, changes: Changes) -> None:
        """Take the mode that changes tell, if they do."""
        if changes.mode is not None:
            self._take(changes.mode)

    def hear(self, mode: object) -> None:
        """Take the answer to AskMode: time alone makes reports late and teams silent."""
        assert isinstance(mode, Mode)
        self._take(mode)

    @property
    def drill(self) -> bool:
        """Whether what goes on is a drill (演练)."""
        return bool(self.now.emergency and self.now.emergency.drill)

    def _take(self, mode: Mode) -> None:
        if mode != self.now:
            self.now = mode
            self.changed.emit(mode)
