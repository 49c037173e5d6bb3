"""A map panel that is drawn on the screen, for the tests of what is on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from ui.context import DeskContext
from ui.panels.map import MapPanel


@contextmanager
def drawn_map(
    qtbot: QtBot, desk: DeskContext, size: tuple[int, int] = (640, 480)
) -> Iterator[MapPanel]:
    """A map with nothing of the board on it yet; no script may fail and nothing be fetched."""
    made = MapPanel(desk)
    made.resize(*size)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.start()
        made.show()
    yield made
    assert made.view.script_errors() == []
    assert made.view.blocked_requests() == []
    made.stop()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def on_map(qtbot: QtBot, panel: MapPanel, key: str) -> bool:
    """Whether a case, house, shelter or team of that key is drawn."""
    got: list[float | None] = []
    panel.view.pixel_of(key, lambda x, y: got.append(x))
    qtbot.waitUntil(lambda: bool(got))
    return got[0] is not None
