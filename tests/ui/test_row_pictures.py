"""A row that is drawn from its picture looks as if it were painted anew, whatever happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.limits import Level
from tests.ui.queuefakes import REFERENCE, NoDesk, Steps, board, changes, inbox, line, many
from ui import theme
from ui.context import DeskContext
from ui.models.queue_cells import Column
from ui.models.queue_filter import QueueFilter
from ui.panels.queue import QueuePanel
from ui.selection import Selection
from ui.worker import Worker

Act = Callable[[QueuePanel, Steps], object]
ACTS: dict[str, Act] = {
    "a case is urged": lambda panel, clock: panel.apply(changes(line("000003", 5, urged=7))),
    "a report comes": lambda panel, clock: panel.apply(changes(inbox("new", 1))),
    "it fades": lambda panel, clock: tick(panel, clock, 2),
    "another second": lambda panel, clock: tick(panel, clock, 1),
    "lamps turn": lambda panel, clock: tick(panel, clock, 3600),
    "a row is chosen": lambda panel, clock: panel.view.show_row(2, scroll=False),
    "another is": lambda panel, clock: panel.view.show_row(1, scroll=False),
    "rows are picked": lambda panel, clock: panel.show_picked(frozenset({"000003", "new"})),
    "one is no more": lambda panel, clock: panel.show_picked(frozenset({"new"})),
    "a command waits": lambda panel, clock: panel.show_unsent(frozenset({"new"})),
    "a case ends": lambda panel, clock: panel.apply(
        changes(replace(line("000004", 5), state=CaseState.CLOSED))
    ),
    "it is sorted": lambda panel, clock: panel.view.sort_as(Column.PLACE, True),
    "it is filtered": lambda panel, clock: panel.set_filter(QueueFilter(level="general")),
    "it is narrow": lambda panel, clock: panel.resize(470, 260),
    "the list moves": lambda panel, clock: panel.view.verticalScrollBar().setValue(10),
    "it is light": lambda panel, clock: dress(panel, theme.LIGHT),
    "it was away": lambda panel, clock: away(panel, clock),
    "nothing is found": lambda panel, clock: panel.set_filter(QueueFilter(text="无")),
    "what is hidden waits": lambda panel, clock: hidden(panel),
}


def tick(panel: QueuePanel, clock: Steps, seconds: float) -> None:
    clock.seconds += seconds
    panel.tick()


def dress(panel: QueuePanel, chosen: theme.Colours) -> None:
    theme.apply(QApplication.instance(), chosen)  # type: ignore[arg-type]


def away(panel: QueuePanel, clock: Steps) -> None:
    panel.hide()
    clock.seconds += 7200
    panel.show()


def hidden(panel: QueuePanel) -> None:
    panel.show_unsent(frozenset(one.id for one in panel.model.lines))
    panel.set_filter(QueueFilter())


def seen(panel: QueuePanel) -> QImage:
    """The whole table, painted now."""
    return panel.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def on_screen(panel: QueuePanel) -> QImage:
    """What stands on the screen: only what was told is painted there."""
    place = panel.view.viewport().geometry().translated(panel.view.mapTo(panel, QPoint()))
    shot = panel.screen().grabWindow(panel.winId(), *place.getRect())
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def clock() -> Steps:
    return Steps()


@pytest.fixture
def panel(qtbot: QtBot, clock: Steps) -> Iterator[QueuePanel]:
    theme.apply(QApplication.instance(), theme.DARK)  # type: ignore[arg-type]
    worker = Worker(NoDesk())
    made = QueuePanel(
        DeskContext(
            worker=worker,
            selection=Selection(),
            reference=REFERENCE,
            clock=WorkClock(WorkCalendar.from_rows(())),
            now=clock.now,
            who="lead-1",
        )
    )
    qtbot.addWidget(made)
    made.model._seconds = lambda: clock.seconds
    made._timer.setInterval(3_600_000)
    made.resize(620, 460)
    made.show()
    yield made
    assert worker.stop() == ()


def test_what_is_drawn_again_is_what_would_be_painted_anew(
    qtbot: QtBot, panel: QueuePanel, clock: Steps
) -> None:
    panel.load(board(*many(12)))
    looks = [seen(panel)]
    for what, act in ACTS.items():
        act(panel, clock)
        qtbot.waitUntil(lambda: on_screen(panel) == seen(panel))
        again = seen(panel)
        panel.view._pictures.forget()
        assert again == seen(panel), what
        looks.append(again)
    assert all(one != two for one, two in pairwise(looks))


def test_a_row_that_says_the_same_is_not_painted_again(panel: QueuePanel, clock: Steps) -> None:
    panel.load(board(line("a", 500.5), line("b", 900.5)))
    pictures = panel.view._pictures
    seen(panel)
    before = {case: one.pixels.cacheKey() for case, one in pictures._kept.items()}
    tick(panel, clock, 1)
    seen(panel)
    assert {case: one.pixels.cacheKey() for case, one in pictures._kept.items()} == before
    panel.apply(changes(line("b", 900.5, level=Level.URGENT)))
    seen(panel)
    after = {case: one.pixels.cacheKey() for case, one in pictures._kept.items()}
    assert after["a"] == before["a"] and after["b"] != before["b"]
