"""A document cut into pages: what stands where, in dots of the device, before anything is drawn.

A row stays whole unless it is higher than a page, a table's head stands again on each page, and a
title is never the last thing of one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPaintDevice, QTextLayout, QTextOption

from ui.documents.document import Document, Paragraph, Table, Title

FOLLOWING = 9
"""Lines that must have room below a title, or it opens the next page."""
TALL_LINES = 3

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: left end and baseline."""

    x: float
    y: float
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """The frame of a cell."""

    rect: QRectF
    shaded: bool


@dataclass(slots=True)
class Page:
    """What one page shows."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


class Setting:
    """Sets a document for a device: `fonts` by style (title, part, text, alarm), `room` in dots."""

    def __init__(self, fonts: dict[str, QFont], device: QPaintDevice, room: QRectF) -> None:
        self._fonts, self._device, self._room = fonts, device, room
        self._sizes = {name: QFontMetricsF(font, device) for name, font in fonts.items()}
        self._wrap = QTextOption()
        self._wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._pad = self._sizes["text"].lineSpacing() * 0.25
        self._y = room.top()
        self.pages: list[Page] = [Page()]

    def set(self, document: Document) -> list[Page]:
        """All pages of the document."""
        self._say(document.title, "title", centred=True)
        for block in document.blocks:
            if isinstance(block, Title):
                self._open_part(block.text)
            elif isinstance(block, Paragraph):
                self._say(block.text, "alarm" if block.alarm else "text")
            else:
                self._set_table(block)
        return self.pages

    # ---- text ---------------------------------------------------------------------------------

    def _open_part(self, text: str) -> None:
        height = self._sizes["text"].lineSpacing()
        if self._y > self._room.top():
            self._y += 0.7 * height
        if self._left() < FOLLOWING * height:
            self._turn()
        self._say(text, "part")

    def _say(self, text: str, style: str, centred: bool = False) -> None:
        size = self._sizes[style]
        for line in self._broken(text, self._room.width(), style):
            if self._left() < size.lineSpacing():
                self._turn()
            spare = self._room.width() - size.horizontalAdvance(line) if centred else 0.0
            self._put(self._room.left() + spare / 2, self._y, line, style)
            self._y += size.lineSpacing()
        self._y += self._pad

    def _broken(self, text: str, width: float, style: str) -> Lines:
        """The text's lines as they fit; Qt counts in UTF-16."""
        found = []
        for paragraph in text.split("\n"):
            raw = paragraph.encode("utf-16-le")
            layout = QTextLayout(paragraph, self._fonts[style], self._device)
            layout.setTextOption(self._wrap)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
                found.append(raw[start:end].decode("utf-16-le").rstrip())
            layout.endLayout()
        return found

    def _put(self, x: float, top: float, text: str, style: str) -> None:
        if text:
            baseline = top + self._sizes[style].ascent()
            self.pages[-1].lines.append(Line(x, baseline, text, style))

    # ---- tables -------------------------------------------------------------------------------

    def _set_table(self, table: Table) -> None:
        whole = sum(table.shares)
        widths = [self._room.width() * share / whole for share in table.shares]
        head = self._cells(table.head, widths) if table.head else None
        if head is not None:
            self._set_row(table, widths, head, shaded=True)
        for row in table.rows:
            cells = self._cells(row, widths)
            if self._left() < self._height(table, cells):
                self._turn_table(table, widths, head)
            self._set_long_row(table, widths, cells, head)
        self._y += 2 * self._pad

    def _cells(self, row: Iterable[str], widths: list[float]) -> list[Lines]:
        inner = [width - 2 * self._pad for width in widths]
        return [self._broken(text, width, "text") for text, width in zip(row, inner, strict=True)]

    def _turn_table(self, table: Table, widths: list[float], head: list[Lines] | None) -> None:
        self._turn()
        if head is not None:
            self._set_row(table, widths, head, shaded=True)

    def _set_long_row(
        self, table: Table, widths: list[float], cells: list[Lines], head: list[Lines] | None
    ) -> None:
        """A row that is higher than a page goes on, line by line, on the next ones."""
        spacing = self._sizes["text"].lineSpacing()
        while self._height(table, cells) > self._left():
            fit = max(1, int((self._left() - 2 * self._pad) / spacing))
            self._set_row(table, widths, [lines[:fit] for lines in cells])
            cells = [lines[fit:] for lines in cells]
            self._turn_table(table, widths, head)
        self._set_row(table, widths, cells)

    def _set_row(
        self, table: Table, widths: list[float], cells: list[Lines], shaded: bool = False
    ) -> None:
        high, x = self._height(table, cells), self._room.left()
        for place, (lines, width) in enumerate(zip(cells, widths, strict=True)):
            box = QRectF(x, self._y, width, high)
            self.pages[-1].boxes.append(Box(box, shaded or table.is_label(place)))
            top = self._y + self._pad
            for line in lines:
                self._put(x + self._pad, top, line, "text")
                top += self._sizes["text"].lineSpacing()
            x += width
        self._y += high

    def _height(self, table: Table, cells: list[Lines]) -> float:
        lines = max(map(len, cells), default=1)
        if table.tall:
            lines = max(lines, TALL_LINES)
        return lines * self._sizes["text"].lineSpacing() + 2 * self._pad

    def _left(self) -> float:
        return self._room.bottom() - self._y

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = self._room.top()
