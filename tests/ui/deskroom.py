"""What panels are given, on the real Desk of a temporary demo street."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from commandcenter.services.views import AskBoard, AskReference, Board, CaseLine, Changes
from tests.fakes import Room, open_room
from ui.context import DeskContext
from ui.selection import Selection
from ui.worker import Worker

if TYPE_CHECKING:
    from ui.desk import OpenDesk

DAY = date(2019, 7, 11)
GRID = "440113120213002"
PETROL, RUBBISH = "21-903", "01-02"


@contextmanager
def morning(folder: Path) -> Iterator[Room]:
    """The demo street on day A at ten."""
    room = open_room(folder, "2019-07-11 10:02", DAY)
    yield room
    room.center.close()


@contextmanager
def at_work(room: Room, who: str = "lead-1") -> Iterator[DeskContext]:
    """A panel's context on a running worker; what is said is in room.said-like `notes`."""
    worker = Worker(room.desk)
    roles = next(one.roles for one in board(room).people if one.id == who)
    yield DeskContext(
        worker=worker,
        selection=Selection(worker),
        reference=room.desk.ask(AskReference(), who),
        clock=room.desk.rules.clock,
        now=room.clock,
        who=who,
        roles=frozenset(roles),
    )
    worker.stop()


def board(room: Room) -> Board:
    """The board now."""
    found: Board = room.desk.ask(AskBoard(), "lead-1")
    return found


def line(room: Room, case: str) -> CaseLine:
    """A live case of the board."""
    return next(one for one in board(room).cases if one.id == case)


def since(room: Room, seq: int) -> Changes:
    """What happened after a journal number."""
    return room.desk.changes(seq)


def put_away(desk: OpenDesk) -> None:
    """Close a desk and take it down whole: what is left of one slows every later test down.

    Its signals hold what they are connected to (13,000 objects, 36 menus that every theme
    dresses again) where no collector looks.
    """
    desk.close()
    desk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
