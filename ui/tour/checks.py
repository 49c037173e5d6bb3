"""What each picture must show: a live map, the case's marker in its place, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from ui.desk import OpenDesk
from ui.models.items import CHOICE_ROLE, Choice
from ui.palette import colours
from ui.tour.hands import Hands

FEWEST_COLOURS = 12
REACH = 9
NEAR = 48


def map_lives(desk: OpenDesk, shot: QImage) -> list[str]:
    """The map's part of the picture is not uniform."""
    view = desk.map.view
    corner = view.mapTo(desk.window, QPoint(0, 0))
    part = shot.copy(corner.x(), corner.y(), view.width(), view.height())
    step = max(1, part.width() // 160)
    seen = {
        part.pixel(x, y)
        for x in range(0, part.width(), step)
        for y in range(0, part.height(), step)
    }
    if len(seen) >= FEWEST_COLOURS:
        return []
    return [f"the map shows only {len(seen)} colours"]


def marker_stands(desk: OpenDesk, hands: Hands, shot: QImage, case: str, lamp: str) -> list[str]:
    """The case's marker has its lamp's colour at the pixel that its place projects to."""
    found: list[tuple[float | None, float | None]] = []
    desk.map.view.pixel_of(case, lambda x, y: found.append((x, y)))
    hands.wait("the marker's pixel", lambda: found)
    x, y = found[0]
    if x is None or y is None:
        return [f"the map has no marker for {case}"]
    at = desk.map.view.mapTo(desk.window, QPoint(round(x), round(y)))
    wanted = QColor(colours().colour(f"lamp_{lamp}"))
    near = (
        shot.pixelColor(at.x() + dx, at.y() + dy)
        for dx in range(-REACH, REACH + 1)
        for dy in range(-REACH, REACH + 1)
        if shot.rect().contains(at.x() + dx, at.y() + dy)
    )
    if any(_alike(one, wanted) for one in near):
        return []
    return [f"no {lamp} marker at {at.x()}, {at.y()}"]


def _alike(one: QColor, two: QColor) -> bool:
    apart = (one.red() - two.red(), one.green() - two.green(), one.blue() - two.blue())
    return all(abs(part) <= NEAR for part in apart)


def nothing_cut(desk: OpenDesk) -> list[str]:
    """No text of the queue's state and time columns is elided."""
    view = desk.window.findChild(QTableView, "queue_table")
    if view is None:
        return ["there is no queue"]
    model = view.model()
    found = []
    for column in range(model.columnCount()):
        if view.isColumnHidden(column):
            continue
        title = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        if title not in (desk.tr("状态"), desk.tr("时限"), "状态", "时限", "State", "Time left"):
            continue
        for row in range(min(model.rowCount(), 40)):
            need = view.sizeHintForIndex(model.index(row, column)).width()
            if need > view.columnWidth(column):
                found.append(f"{title} row {row}: {need} px in {view.columnWidth(column)}")
    return found


def no_stranger(desk: OpenDesk) -> list[str]:
    """No request left the own scheme, no script failed."""
    view = desk.map.view
    return [f"request to {one}" for one in view.blocked_requests()] + [
        f"map script: {one}" for one in view.script_errors()
    ]


def nothing_told(desk: OpenDesk, secrets: Iterable[str]) -> list[str]:
    """None of these texts stands in anything that the window shows."""
    wanted = tuple(secrets)
    if not wanted:
        return []
    said = "\n".join(text for one in _visible(desk.window) for text in _texts(one))
    return [f"the window shows {one}" for one in wanted if one in said]


def _visible(window: QWidget) -> Iterator[QWidget]:
    return (one for one in window.findChildren(QWidget) if one.isVisible())


def _texts(widget: QWidget) -> Iterator[str]:
    """What a widget says."""
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        columns = model.columnCount() if isinstance(widget, QTableView) else 1
        for row in range(model.rowCount()):
            for column in range(columns):
                index = model.index(row, column)
                yield str(index.data(Qt.ItemDataRole.DisplayRole) or "")
                choice = index.data(CHOICE_ROLE)
                if isinstance(choice, Choice):
                    yield f"{choice.text} {choice.note}"
