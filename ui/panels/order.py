"""Tab through a panel as one reads it, whatever order its parts were made in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def read_in_order(panel: QWidget) -> None:
    """Let Tab follow the panel's layouts: rows from above, each from the left."""
    layout = panel.layout()
    assert layout is not None
    for one, other in pairwise([panel, *_stops(layout)]):
        QWidget.setTabOrder(one, other)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _stops(inner)
        elif (widget := item.widget()) is not None:
            yield from _within(widget)


def _within(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    elif (layout := widget.layout()) is not None:
        yield from _stops(layout)
    elif isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from _within(widget.widget())
