"""What Python has left over is collected on the GUI thread as long as a desk is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commandcenter.services.views import Board
from ui.pace import Collector

if TYPE_CHECKING:
    from ui.desk import OpenDesk


class Tidy:
    """A fitting: from the first board until the window goes."""

    def __init__(self, desk: OpenDesk) -> None:
        """Nothing is collected while the start makes what stays."""
        self._collector = Collector(desk.window)

    def load(self, board: Board) -> None:
        """The desk stands."""
        self._collector.begin()

    def end(self) -> None:
        """The window is gone, and so is everybody who worked for it."""
        self._collector.stop()
