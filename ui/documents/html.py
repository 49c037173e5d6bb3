"""A document as one page of HTML that needs nothing else and may fetch nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ui.documents.document import Document, Paragraph, Table, Title

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""The page may fetch nothing at all, whoever opens it."""

FONTS = (
    '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", '
    '"Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'
)

STYLE = f"""
body {{ font: 14px/1.45 {FONTS}; color: #1a232d; background: #fff; margin: 24px auto;
  max-width: 1080px; padding: 0 16px; }}
h1 {{ font-size: 22px; text-align: center; margin: 0 0 12px; }}
h2 {{ font-size: 15px; margin: 18px 0 6px; }}
p {{ margin: 4px 0; white-space: pre-line; }}
p.alarm {{ font-weight: bold; color: #b8211f; border: 2px solid #b8211f; padding: 4px 8px; }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; }}
th, td {{ border: 1px solid #9aa6b2; padding: 3px 6px; text-align: left; vertical-align: top;
  font-weight: normal; overflow-wrap: anywhere; white-space: pre-line; }}
th {{ background: #e9edf1; }}
tr.tall td, tr.tall th {{ height: 44px; }}
.running {{ color: #4f5d6b; border-bottom: 1px solid #9aa6b2; padding-bottom: 4px;
  overflow-wrap: anywhere; }}
.mark {{ position: fixed; inset: 0; display: flex; align-items: center; justify-content: center;
  font-size: 18vw; color: #b8211f; opacity: 0.12; transform: rotate(-30deg);
  pointer-events: none; z-index: 1000; }}
@page {{ size: A4; margin: 14mm; }}
@media print {{ body {{ margin: 0; max-width: none; font-size: 9pt; }}
  thead {{ display: table-header-group; }} tr {{ break-inside: avoid; }} }}
"""


def write_html(document: Document, more: str = "", head: str = "") -> str:
    """The whole page; `more` is ready HTML behind the document, `head` ready HTML for its head."""
    mark = f'<div class="mark" aria-hidden="true">{escape(document.mark)}</div>'
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>',
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(document.name)}</title><style>{STYLE}</style>{head}</head>\n<body>",
            mark if document.mark else "",
            f'<div class="running">{escape(document.running)}</div>\n',
            f'<main id="document">{body(document)}</main>\n{more}</body>\n</html>\n',
        )
    )


def body(document: Document) -> str:
    """Title and blocks."""
    return "".join((f"<h1>{escape(document.title)}</h1>\n", *_blocks(document)))


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Title):
            yield f"<h2>{escape(block.text)}</h2>\n"
        elif isinstance(block, Paragraph):
            kind = ' class="alarm"' if block.alarm else ""
            yield f"<p{kind}>{escape(block.text)}</p>\n"
        else:
            yield _table(block)


def _table(table: Table) -> str:
    whole = sum(table.shares)
    columns = "".join(f'<col style="width:{100 * one / whole:.1f}%">' for one in table.shares)
    cells = "".join(f"<th>{escape(text)}</th>" for text in table.head)
    head = f"<thead><tr>{cells}</tr></thead>" if cells else ""
    rows = "".join(_row(table, row) for row in table.rows)
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody></table>\n"


def _row(table: Table, row: tuple[str, ...]) -> str:
    tags = ["th" if table.is_label(place) else "td" for place in range(len(row))]
    cells = (f"<{tag}>{escape(text)}</{tag}>" for tag, text in zip(tags, row, strict=True))
    tall = ' class="tall"' if table.tall else ""
    return f"<tr{tall}>{''.join(cells)}</tr>\n"
