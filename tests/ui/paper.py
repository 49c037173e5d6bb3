"""Reads what was printed: pages of a PDF, a Word file, a page of HTML, without their spaces."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import docx
from PySide6.QtPdf import QPdfDocument

from tests.ui.handoverroom import Told
from ui.documents import Document, Table
from ui.documents.handover import handover_document
from ui.documents.receipt import receipt_document


def bare(text: str) -> str:
    """Without spaces and line ends, which every output sets by itself."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def said(document: Document) -> str:
    return bare("".join(document.texts()))


def pages_of(path: Path) -> list[str]:
    pdf = QPdfDocument()
    assert pdf.load(str(path)) is QPdfDocument.Error.None_
    texts = [bare(pdf.getAllText(page).text()) for page in range(pdf.pageCount())]
    pdf.close()
    return texts


def pdf_text(document: Document, path: Path) -> str:
    """The pages' text without running line, page number and a head that stands once more."""
    pages, whole, found = pages_of(path), said(document), ""
    heads = [bare("".join(one.head)) for one in document.blocks
             if isinstance(one, Table) and one.head]  # fmt: skip
    for number, text in enumerate(pages, 1):
        edges = bare(document.running), bare(document.page.format(n=number, m=len(pages)))
        text = text.removeprefix("".join(edges))
        once_more = [text.removeprefix(head) for head in heads if text.startswith(head)]
        fits = [one for one in (text, *once_more) if whole.startswith(found + one)]
        assert fits, f"page {number} says something else: {text[:200]}"
        found += fits[0]
    return found


def word_text(path: Path) -> str:
    parts = []
    for block in docx.Document(str(path)).iter_inner_content():
        rows = getattr(block, "rows", None)
        cells = [block.text] if rows is None else [c.text for row in rows for c in row.cells]
        parts += cells
    return bare("".join(parts))


class Reader(HTMLParser):
    """The text of the document's part of the page, and every address that the page names."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.addresses, self._inside = "", [], False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "main"
        self.addresses += [value for key, value in attrs if key in ("src", "href", "action")]

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data


def record_of(told: Told) -> Document:
    return handover_document(told.view, told.names, told.reference.street_name, told.at)


def receipt_of(told: Told) -> Document:
    return receipt_document(told.view, told.names, told.reference.street_name)


def rows_of_cases(document: Document) -> dict[str, tuple[str, ...]]:
    """The rows of part 3 by the first line of their case: its number."""
    table = max((one for one in document.blocks if isinstance(one, Table)),
                key=lambda one: (len(one.shares), len(one.rows)))  # fmt: skip
    return {row[1].split("\n")[0]: row for row in table.rows}
