"""The saved views of the queue by key from anywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.menus import add_desk_action
from ui.panels.queue_views import KEYED

if TYPE_CHECKING:
    from ui.desk import OpenDesk


class QueueKeys:
    """A fitting: the figure of a view with Ctrl and Alt shows it and goes to the queue."""

    def __init__(self, desk: OpenDesk) -> None:
        """With the keys on the window."""
        self._desk = desk
        for number in range(1, KEYED + 1):
            add_desk_action(desk.window, f"view.{number}", partial(self._show, number))

    def _show(self, number: int) -> None:
        self._desk.window.go("queue")
        self._desk.queue.views.press_number(number)
