"""A picture seen through a lens: painted as much of it as is in sight, moved by wheel and hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import colours
from ui.panels.darkroom import Shot
from ui.panels.lens import STEP, Lens, fit_scale

NOTCH = 120


class PicturePane(QWidget):
    """Shows one Shot through the lens, or says in words why there is none.

    `sharper` tells that more pixels are wanted than the shot has; `opened` a double click.
    """

    sharper = Signal()
    opened = Signal()

    def __init__(self, lens: Lens, parent: QWidget | None = None) -> None:
        """Nothing to see."""
        super().__init__(parent)
        self._lens, self._shot, self._text = lens, Shot(QImage(), QSize()), ""
        self._held: QPoint | None = None
        self.setMinimumSize(60, 40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        lens.changed.connect(self._look)

    @property
    def image(self) -> QImage:
        """The decoded picture, null for none."""
        return self._shot.image

    @property
    def text(self) -> str:
        """What is said instead of a picture, "" while there is one."""
        return self._text if self._shot.image.isNull() else ""

    def put(self, shot: Shot | None, text: str) -> None:
        """Show this picture, or say this."""
        self._shot, self._text = shot or Shot(QImage(), QSize()), text
        self.setAccessibleDescription(self.text)
        self._look()

    def target(self) -> QRectF:
        """Where the whole picture lies on this pane."""
        return self._lens.target(QSizeF(self._shot.whole), QRectF(self.rect()))

    def full_zoom(self) -> float:
        """The zoom at which a pixel of the picture is a pixel of the screen."""
        scale = fit_scale(QSizeF(self._shot.whole), QRectF(self.rect()))
        return 1.0 / (scale * self.devicePixelRatioF()) if scale else 1.0

    def resizeEvent(self, event: QEvent) -> None:
        self._look()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, image = QPainter(self), self._shot.image
        if image.isNull():
            painter.setPen(colours().colour("dim"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(4, 2, -4, -2), int(flags), self._text)
        else:
            target = self.target()
            seen = target.intersected(QRectF(self.rect()))
            if not seen.isEmpty():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(seen, image, self._source(target, seen))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / NOTCH
        target = self.target()
        if self._shot.image.isNull() or target.isEmpty() or not notches:
            event.ignore()
            return
        at = event.position() - target.topLeft()
        place = QPointF(at.x() / target.width(), at.y() / target.height())
        self._lens.zoom_by(STEP**notches, place)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        target = self.target()
        if self._held is None or target.isEmpty():
            return
        here = event.position().toPoint()
        moved, self._held = self._held - here, here
        zoom = self._lens.zoom
        self._lens.pan(moved.x() / target.width() * zoom, moved.y() / target.height() * zoom)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def _source(self, target: QRectF, seen: QRectF) -> QRectF:
        """The part of the decoded image that lies in what is seen."""
        size = self._shot.image.size()
        across, down = size.width() / target.width(), size.height() / target.height()
        at = seen.topLeft() - target.topLeft()
        return QRectF(at.x() * across, at.y() * down, seen.width() * across, seen.height() * down)

    def _look(self) -> None:
        self.update()
        image = self._shot.image
        if image.isNull() or image.width() >= self._shot.whole.width():
            return
        if self.target().width() * self.devicePixelRatioF() > image.width() * STEP:
            self.sharper.emit()
