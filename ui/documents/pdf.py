"""A document on paper: pages of a PDF or of a printer, painted by Qt, on any thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)

from commandcenter.services.whole import Tick, unwatched
from ui.documents.document import Document
from ui.documents.pages import Page, Setting

FAMILIES = (
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "SimSun",
)
POINTS = {"title": 16.0, "part": 10.5, "text": 8.5, "alarm": 9.5, "edge": 7.5}
BOLD = ("title", "part", "alarm")
MARGIN, EDGE = 13.0, 9.0
"""Millimetres: the sheet's margins; and the strips of the running line and the page number."""
DPI = 600
INK, DIM, LINE = QColor("#000000"), QColor("#4f5d6b"), QColor("#9aa6b2")
ALARM, SHADE, MARK = QColor("#b8211f"), QColor("#e9edf1"), QColor(184, 33, 31, 30)


def write_pdf(document: Document, path: Path, step: Tick = unwatched) -> int:
    """Write the file and return its pages; raises OSError.

    Painted in memory first: Qt says nothing of a disk that is full.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(document.name)
    writer.setCreator("Command Center")
    pages = paint(document, writer, step)
    del writer  # it holds the buffer
    path.write_bytes(bytes(buffer.data().data()))
    return pages


def paint(document: Document, device: QPagedPaintDevice, step: Tick = unwatched) -> int:
    """Paint all pages on a PDF writer or a printer; the number of pages, or OSError."""
    device.setPageLayout(sheet_layout(document.wide))
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the printer takes no pages")
    try:
        return _paint(document, device, painter, step)
    finally:
        painter.end()


def sheet_layout(wide: bool) -> QPageLayout:
    """An A4 sheet, upright or on its side, with its margins."""
    turn = QPageLayout.Orientation
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        turn.Landscape if wide else turn.Portrait,
        QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        QPageLayout.Unit.Millimeter,
    )


def _paint(document: Document, device: QPagedPaintDevice, painter: QPainter, step: Tick) -> int:
    sheet = QRectF(0, 0, device.width(), device.height())
    edge = EDGE * device.logicalDpiY() / 25.4
    fonts = {style: font_of(points, style in BOLD) for style, points in POINTS.items()}
    pages = Setting(fonts, device, sheet.adjusted(0, edge, 0, -edge)).set(document)
    for number, page in enumerate(pages, 1):
        step(number - 1, len(pages))
        if number > 1:
            device.newPage()
        if document.mark:
            _paint_mark(painter, sheet, document.mark)
        painter.setFont(fonts["edge"])
        words = document.page.format(n=number, m=len(pages))
        _paint_edges(painter, sheet, edge, document.running, words)
        _paint_page(painter, page, fonts)
    return len(pages)


def font_of(points: float, bold: bool = False) -> QFont:
    """The first Chinese families that this machine has, and Qt's own fallback behind them."""
    present = set(QFontDatabase.families())
    font = QFont()
    font.setFamilies([one for one in FAMILIES if one in present] or [font.family()])
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _paint_edges(painter: QPainter, sheet: QRectF, edge: float, above: str, below: str) -> None:
    """The running line above, the page's number below."""
    line = 0.6 * edge
    text = painter.fontMetrics().elidedText(above, Qt.TextElideMode.ElideRight, int(sheet.width()))
    painter.setPen(QPen(DIM, edge / 60))
    painter.drawText(QRectF(0, 0, sheet.width(), line), Qt.AlignmentFlag.AlignVCenter, text)
    painter.drawLine(QLineF(0, line, sheet.width(), line))
    foot = QRectF(0, sheet.height() - line, sheet.width(), line)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, below)


def _paint_page(painter: QPainter, page: Page, fonts: dict[str, QFont]) -> None:
    width = painter.device().logicalDpiX() / 200
    painter.setPen(QPen(LINE, width))
    for box in page.boxes:
        painter.setBrush(SHADE if box.shaded else Qt.BrushStyle.NoBrush)
        painter.drawRect(box.rect)
    for line in page.lines:
        painter.setFont(fonts[line.style])
        painter.setPen(ALARM if line.style == "alarm" else INK)
        painter.drawText(QPointF(line.x, line.y), line.text)


def _paint_mark(painter: QPainter, sheet: QRectF, text: str) -> None:
    """The watermark, as a shape: a reader of the text does not meet it."""
    path = QPainterPath()
    path.addText(0, 0, font_of(100), text)
    box = path.boundingRect()
    room = 0.7 * min(sheet.width(), sheet.height()) / max(box.width(), 1)
    painter.save()
    painter.translate(sheet.center())
    painter.rotate(-35)
    painter.scale(room, room)
    painter.translate(-box.center())
    painter.fillPath(path, MARK)
    painter.restore()
