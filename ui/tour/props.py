"""What the tour's people hold in their hands: a picture of the finished work."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QFont, QImage, QPainter


def photo() -> QImage:
    """A drawn picture that says what it is."""
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    image.fill(QColor("#6b7f8c"))
    painter = QPainter(image)
    painter.fillRect(0, 260, 640, 160, QColor("#555c61"))
    painter.fillRect(120, 120, 400, 150, QColor("#9aa5ab"))
    painter.setPen(QColor("white"))
    font = QFont(painter.font())
    font.setPixelSize(28)
    painter.setFont(font)
    painter.drawText(40, 60, "演示照片 · 处置后 · 仓库已清空")
    painter.end()
    return image


def photo_bytes() -> bytes:
    """The same picture as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    photo().save(buffer, "PNG")
    return bytes(buffer.data().data())
