"""The strip of a case: each step as a cell, what it took, where the case is now, the whole case."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from commandcenter.domain.course import Course, Leg
from ui import scale
from ui.palette import colours
from ui.theme import numbers
from ui.words import pacing, say

PAD, GAP, BAR = 4, 2, 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One step as it is drawn: name, sign and state, colour, the part of its limit used."""

    name: str
    state: str
    token: str
    part: float | None = None
    told: str = ""
    worth: int = 0


class StageStrip(QWidget):
    """A cell for each step; where room is short, what was in time folds up first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self.setObjectName("case.strip.steps")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cells: list[Cell] = []
        self._laid: list[tuple[QRect, Cell]] = []
        self.hide()

    def show_course(self, course: Course | None) -> None:
        """These steps, measured as of the course's moment; hidden without any."""
        cells = [] if course is None else cells_of(course)
        if cells != self._cells:
            self._cells = cells
            self.setAccessibleName(self.tr("经过各步"))
            self.setAccessibleDescription(say("；").join(one.told for one in cells))
            self._lay()
            self.update()
        self.setVisible(bool(cells))

    def told(self) -> list[str]:
        """What is to be read in the cells, from left to right."""
        return [f"{one.name} {one.state}".strip() for _, one in self._laid]

    def sizeHint(self) -> QSize:
        high = 2 * self._metrics().height() + BAR + 2 * GAP
        return QSize(200, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = [one for box, one in self._laid if box.contains(event.pos())]
            QToolTip.showText(event.globalPos(), found[0].told if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tones = QPainter(self), colours()
        painter.setFont(numbers(scale.SMALL))
        high = painter.fontMetrics().height()
        for box, cell in self._laid:
            tone = tones.colour(cell.token)
            painter.fillRect(box, tones.colour("raised"))
            painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), tone)
            inner = box.adjusted(PAD, GAP, -PAD, -BAR)
            painter.setPen(tones.colour("dim"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop, cell.name)
            painter.setPen(tone if cell.worth else tones.colour("text"))
            painter.drawText(inner.translated(0, high), Qt.AlignmentFlag.AlignTop, cell.state)
            if cell.part is not None:
                room = QRect(box.left(), box.bottom() - BAR + 1, box.width(), BAR)
                painter.fillRect(room, tones.colour("line"))
                used = int(room.width() * min(1.0, max(0.0, cell.part)))
                painter.fillRect(room.adjusted(0, 0, used - room.width(), 0), tone)
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(numbers(scale.SMALL))

    def _lay(self) -> None:
        """Fold from the left what is worth least until everything has room."""
        metrics, shown, gone = self._metrics(), list(self._cells), 0
        while len(shown) > 2 and self._needs(metrics, shown, gone) > self.width():
            least = min(shown[:-1], key=lambda one: one.worth)
            shown.remove(least)
            gone += 1
        if gone:
            shown.insert(0, Cell("+" + str(gone), pacing.WITHIN, "ok", told=self._folded(shown)))
        self._laid = []
        spare = max(0, self.width() - self._needs(metrics, shown, 0))
        share = spare // len(shown) if shown else 0
        left = 0
        for one in shown:
            width = _width(metrics, one) + share
            self._laid.append((QRect(left, 0, width, self.sizeHint().height()), one))
            left += width + GAP

    def _needs(self, metrics: QFontMetrics, shown: list[Cell], gone: int) -> int:
        more = metrics.horizontalAdvance("+99") + 2 * PAD + GAP if gone else 0
        return more + sum(_width(metrics, one) + GAP for one in shown)

    def _folded(self, shown: list[Cell]) -> str:
        return say("；").join(one.told for one in self._cells if one not in shown)


def _width(metrics: QFontMetrics, cell: Cell) -> int:
    widest = max(metrics.horizontalAdvance(cell.name), metrics.horizontalAdvance(cell.state))
    return widest + 2 * PAD + 2


def cells_of(course: Course) -> list[Cell]:
    """The steps in order, what runs beside them if it matters, and the newest round at the end."""
    beside = [one for one in course.beside if one.runs or one.late]
    return [_cell(one) for one in (*course.legs, *beside, *course.rounds[-1:])]


def _cell(leg: Leg) -> Cell:
    mark, token = pacing.leg_mark(leg)
    part = None
    if leg.runs and leg.allowed:
        part = leg.used / leg.allowed
    worth = 3 * leg.runs + 2 * leg.late + leg.standing
    state = f"{mark} {pacing.leg_state(leg)}"
    return Cell(pacing.leg_name(leg), state, token, part, pacing.leg_text(leg), worth)
