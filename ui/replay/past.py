"""What the panels of the past are given: another clock, another selection, and no way to act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from ui.context import DeskContext
from ui.mode import ModeWatch
from ui.selection import Selection


class PastContext(DeskContext):
    """A context of panels of the past: commands are refused, nothing is asked of the present."""

    def ask(self, key: str, query: object, answer: Callable[[object], None]) -> None:
        """The present is not told to panels of the past."""

    def do(self, command: object, done: Callable[[object], None] | None = None) -> None:
        """Refuse: what is over cannot be acted on."""
        self.say("refusal", no_work())


def past_context(
    desk: DeskContext,
    now: Callable[[], datetime],
    open_case: Callable[[], None],
    parent: QObject,
) -> PastContext:
    """The context of panels that show the moment `now` gives (UTC)."""

    def start(action: str) -> None:
        if action == "case.open":
            open_case()
        else:
            desk.say("refusal", no_work())

    return PastContext(
        worker=desk.worker,
        selection=Selection(parent),
        reference=desk.reference,
        clock=desk.clock,
        now=now,
        who=desk.who,
        say=desk.say,
        start=start,
        mode=ModeWatch(parent),
    )


def no_work() -> str:
    """Why nothing can be done there."""
    return QCoreApplication.translate("Replay", "回放中不能办理：按 Esc 回到现在，或点队列")
