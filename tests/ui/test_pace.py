"""Calm draws at once when it was quiet, and once more for all that came meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.pace import Calm


def test_many_wishes_are_one_drawing_at_once_and_one_after(qtbot: QtBot) -> None:
    owner, drawn = QObject(), []
    calm = Calm(lambda: drawn.append(len(drawn)), 50, owner)
    for _ in range(20):
        calm.want()
    assert drawn == [0]
    qtbot.waitUntil(lambda: drawn == [0, 1])
    calm.stop()


def test_what_was_wanted_is_not_drawn_after_a_stop(qtbot: QtBot) -> None:
    owner, drawn, later = QObject(), [], []
    calm, other = Calm(lambda: drawn.append(1), 10, owner), Calm(lambda: later.append(1), 30, owner)
    for one in (calm, calm, other, other):
        one.want()
    calm.stop()
    qtbot.waitUntil(lambda: len(later) == 2)
    assert drawn == [1]
