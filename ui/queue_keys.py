"""The saved views of the queue, and what is handed on, by key from anywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.menus import add_desk_action
from ui.models.many import HAND_ON
from ui.panels.queue_views import KEYED
from ui.words import say

if TYPE_CHECKING:
    from ui.desk import OpenDesk


class QueueKeys:
    """A fitting: the figure of a view with Ctrl and Alt shows it and goes to the queue."""

    def __init__(self, desk: OpenDesk) -> None:
        """With the keys on the window."""
        self._desk = desk
        for number in range(1, KEYED + 1):
            add_desk_action(desk.window, f"view.{number}", partial(self._show, number))
        add_desk_action(desk.window, HAND_ON, self._hand_on)

    def _show(self, number: int) -> None:
        self._desk.window.go("queue")
        self._desk.queue.views.press_number(number)

    def _hand_on(self) -> None:
        """The picked cases, else the current one, to the next shift."""
        selection, queue = self._desk.selection, self._desk.queue
        if not selection.picked and queue.model.holds(selection.current_case):
            selection.pick(frozenset({selection.current_case}))
        if not queue.takes_up(HAND_ON):
            self._desk.context.say("refusal", say("请先在队列里选一件案卷"))
