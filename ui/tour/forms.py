"""The hands in a step's form: opened by its key, walked with Tab, given with Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable, Set

from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from ui.panels.pictures import PictureBar
from ui.panels.step_choose import CASE, NUMBERED, TickList
from ui.tour.hands import TourFault
from ui.tour.props import photo
from ui.tour.stage import Stage, within

FARTHEST = 14
"""Presses of Tab after which a field is not in the form."""


def opened(stage: Stage, action: str) -> None:
    """Wait until the form of this action is open with the keyboard in it."""
    step = stage.desk.step
    stage.hands.wait(
        f"the form of {action}", lambda: step.action is not None and step.action.name == action
    )
    stage.hands.wait("the keyboard in the form", lambda: within(step))


def done(stage: Stage, holds: Callable[[], object]) -> None:
    """Give the form and wait for what it did, as the Desk and the screen tell it."""
    stage.give(lambda: stage.hands.wait("what the form did", holds))
    stage.painted()


def go_to(stage: Stage, name: str) -> QWidget:
    """Walk with Tab to the field of that name."""
    for _ in range(FARTHEST):
        found = QApplication.focusWidget()
        while found is not None:
            if found.objectName() == f"step.{name}":
                return found
            found = found.parentWidget()
        stage.hands.press("Tab")
    raise TourFault(f"the form has no field {name}")


def write(stage: Stage, name: str, text: str) -> None:
    """Write into a field."""
    go_to(stage, name)
    stage.hands.type(text)


def choose(stage: Stage, name: str, key: str) -> None:
    """Walk with the arrows in a box of choices."""
    box = go_to(stage, name)
    assert isinstance(box, QComboBox)
    at = box.findData(key)
    if at < 0:
        raise TourFault(f"{key} is not offered in {name}")
    while box.currentIndex() != at:
        stage.hands.press("Down" if box.currentIndex() < at else "Up")


def tick(stage: Stage, name: str, wanted: Set[str]) -> None:
    """Tick those that are wanted: by their digit where they have one, else walking there."""
    found = go_to(stage, name)
    assert isinstance(found, TickList)
    for row in range(found.count()):
        if found.item(row).data(CASE) in wanted:
            _tick(stage, found, row)
        if set(found.ticked()) == wanted:
            return
    raise TourFault(f"{name} has {found.ticked()} ticked")


def _tick(stage: Stage, found: TickList, row: int) -> None:
    if row < NUMBERED:
        stage.hands.press(str(row + 1))
        return
    while found.currentRow() != row:
        at = found.currentRow()
        stage.hands.press("Right" if at < row else "Left")
        if found.currentRow() == at:
            raise TourFault(f"the mark stays on {at}, it is wanted on {row}")
    stage.hands.press("Space")


def paste(stage: Stage) -> None:
    """A picture on the clipboard, Ctrl+V in the form's bar."""
    QApplication.clipboard().setImage(photo())
    bar = stage.desk.step.findChild(PictureBar)
    stage.hands.wait("the picture bar", lambda: bar is not None)
    assert bar is not None
    bar.setFocus()
    stage.hands.press("Ctrl+V")
    stage.hands.wait("the picture", lambda: len(bar.pictures()) == 1)
