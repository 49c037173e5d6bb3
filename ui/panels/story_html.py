"""A document as the little HTML that a text view of Qt shows, in the colours in force."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ui.documents.document import Document, Table, Title
from ui.palette import colours


def story_html(document: Document) -> str:
    """The document's blocks, one under the other; its title is left to the list beside it."""
    return "".join(_blocks(document))


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Title):
            yield f'<p style="margin:10px 0 4px 0"><b>{escape(block.text)}</b></p>'
        elif isinstance(block, Table):
            yield _table(block)
        else:
            yield f'<p style="margin:2px 0">{_lines(block.text)}</p>'


def _table(table: Table) -> str:
    tones, whole = colours(), sum(table.shares)
    widths = [round(100 * one / whole) for one in table.shares]
    head = "".join(
        f'<td width="{wide}%" bgcolor="{tones.raised}">'
        f'<span style="color:{tones.dim}">{escape(text)}</span></td>'
        for text, wide in zip(table.head, widths, strict=False)
    )
    rows = "".join(_row(table, row, widths) for row in table.rows)
    first = f"<tr>{head}</tr>" if head else ""
    return (
        f'<table width="98%" border="1" cellspacing="0" cellpadding="3"'
        f' style="border-collapse:collapse; border-color:{tones.line}">{first}{rows}</table>'
    )


def _row(table: Table, row: tuple[str, ...], widths: list[int]) -> str:
    tones = colours()
    cells = []
    for place, text in enumerate(row):
        label = table.is_label(place)
        ink = tones.dim if label else tones.danger if text.startswith("▲") else tones.text
        shade = f' bgcolor="{tones.raised}"' if label else ""
        span = f'<span style="color:{ink}">{_lines(text)}</span>'
        cells.append(f'<td width="{widths[place]}%"{shade}>{span}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
