"""A seat at the real Desk for one panel: context, worker, feed, fingers on the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskBoard, AskReference
from tests.fakes import Room
from ui.context import DeskContext
from ui.live import LiveFeed
from ui.selection import Selection
from ui.worker import Worker

NONE = Qt.KeyboardModifier.NoModifier


class Link:
    """Between a worker and its desk: while it is down, no question meets anybody.

    While it is `broken` no command is done, for a reason that nobody foresaw.
    """

    def __init__(self, worker: Worker) -> None:
        self._desk, self.down, self.broken = worker._desk, False, False
        worker._desk = self

    def do(self, command: Any, who: str) -> Any:
        if self.broken:
            raise OSError("broken")
        return self._desk.do(command, who)

    def ask(self, query: Any, who: str) -> Any:
        if self.down:
            raise Refusal("no_link")
        return self._desk.ask(query, who)


@dataclass
class DeskSeat:
    """An open panel at the real Desk."""

    room: Room
    context: DeskContext
    panel: Any
    bot: Any
    failed: list[object]
    said: list[tuple[str, str]] = field(default_factory=list)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text: str) -> None:
        """Commit a text where the focus is, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    def until(self, holds: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(holds()))
        assert self.failed == []


@contextmanager
def seat_at(
    qtbot: Any,
    room: Room,
    who: str,
    make: Callable[[DeskContext], QWidget],
    size: tuple[int, int] = (400, 640),
) -> Iterator[DeskSeat]:
    """A panel that is loaded, fed and has the focus; everything is stopped at the end."""
    keeper = QObject()
    worker = Worker(room.desk, keeper)
    failed: list[object] = []
    worker.failed.connect(failed.append)
    board = room.desk.ask(AskBoard(), who)
    person = next(one for one in board.people if one.id == who)
    context = DeskContext(
        worker=worker,
        selection=Selection(keeper),
        reference=room.desk.ask(AskReference(), who),
        clock=WorkClock(WorkCalendar.from_rows(())),
        now=room.clock,
        who=who,
        roles=frozenset(person.roles),
        keep_picture=room.desk.keep_picture,
    )
    feed = LiveFeed(room.desk, worker, keeper)
    panel = make(context)
    seat = DeskSeat(room, context, panel, qtbot, failed)
    context.say = lambda kind, text: seat.said.append((kind, text))
    qtbot.addWidget(panel)
    panel.resize(*size)
    context.mode.load(board)
    panel.load(board)
    feed.changed.connect(context.mode.apply)
    feed.changed.connect(panel.apply)
    feed.start(board.seq)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.setFocus()
    try:
        yield seat
    finally:
        feed.stop()
        assert worker.stop() == ()
