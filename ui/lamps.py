"""A lamp as it is painted: each state has a shape of its own besides its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from commandcenter.domain.clock import Lamp
from ui.models.queue_cells import TOKENS
from ui.theme import colours

RED, YELLOW, GREEN = 6.0, 6.0, 4.0
"""Half of a lamp's width in pixels at the normal density."""


def draw_lamp(painter: QPainter, at: QPointF, lamp: Lamp | None, size: float = 1.0) -> None:
    """A lamp by shape and colour: round green, triangle yellow, octagon red, dash for none.

    `size` is that of the density in force (ui/scale.py), 1.0 at the normal one.
    """
    tone = shade(lamp)
    painter.setPen(QPen(tone, 1.4 * size))
    painter.setBrush(tone if lamp is not None else Qt.BrushStyle.NoBrush)
    if lamp is Lamp.RED:
        painter.drawPolygon(_octagon(at, RED * size))
    elif lamp is Lamp.YELLOW:
        painter.drawPolygon(_triangle(at, YELLOW * size))
    elif lamp is Lamp.GREEN:
        painter.drawEllipse(at, GREEN * size, GREEN * size)
    else:
        painter.drawLine(QPointF(at.x() - 3 * size, at.y()), QPointF(at.x() + 3 * size, at.y()))


def shade(lamp: Lamp | None) -> QColor:
    """The colour of a lamp in the theme in force."""
    return QColor(colours().colour("lamp_none" if lamp is None else TOKENS[lamp]))


def _triangle(at: QPointF, half: float) -> QPolygonF:
    top, foot = at.y() - half * 0.92, at.y() + half * 0.83
    corners = [QPointF(at.x(), top), QPointF(at.x() + half, foot), QPointF(at.x() - half, foot)]
    return QPolygonF(corners)


def _octagon(at: QPointF, size: float) -> QPolygonF:
    cut = size * 0.414
    corners = ((cut, size), (size, cut), (size, -cut), (cut, -size))
    points = [QPointF(at.x() + x, at.y() + y) for x, y in corners]
    return QPolygonF([*points, *(QPointF(at.x() - x, at.y() - y) for x, y in corners)])
