"""A document as values: titles, paragraphs and tables of text, from which every output is written.

Whoever has something to print (a handover, a month of the roster, a review report) makes one
Document on the GUI thread, where the words of the screen are, and gives it to write_pdf, write_word
or write_html, which need no more than it and may run on any thread. All three say every text of
`Document.texts()` in that order; tests/ui/test_documents.py holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

BLANK = ""
"""A cell that is left free, for a hand to write in."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; an `alarm` is what nobody may overlook."""

    text: str
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text cells (a line break is a line break); `shares` are the columns' widths.

    With a `head` it is a list, whose head stands again on each page; without one it is a sheet of
    facts, whose even columns (the first, the third) are labels. `tall` rows leave room for a hand.
    Shares are whole numbers, of any sum.
    """

    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    tall: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a row that does not fit its columns."""
        for row in (*self.rows, *([self.head] if self.head else [])):
            if len(row) != len(self.shares):
                raise ValueError(f"{len(row)} cells for {len(self.shares)} columns")

    def is_label(self, place: int) -> bool:
        """Whether a row's cell at this place (0 …) is the label of the one behind it."""
        return not self.head and place % 2 == 0


Block = Title | Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is printed: `name` is the file's stem, `running` stands on top of each page.

    `mark` is the watermark ("" for none), `page` the page's words with the blanks {n} and {m},
    `language` the HTML code of the words (zh-CN, en); `wide` turns the A4 sheet on its side.
    """

    name: str
    title: str
    running: str
    page: str
    blocks: tuple[Block, ...]
    mark: str = ""
    language: str = "zh-CN"
    wide: bool = False

    def texts(self) -> Iterator[str]:
        """Every text in the order of reading; free cells are left out."""
        yield self.title
        for block in self.blocks:
            if isinstance(block, Table):
                rows = (block.head, *block.rows) if block.head else block.rows
                yield from (cell for row in rows for cell in row if cell)
            else:
                yield block.text
