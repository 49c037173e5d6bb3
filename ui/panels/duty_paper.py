"""A month of duties on paper: A4 across, a row for each day, the shifts side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from commandcenter.domain.duty import DutyState, Post
from commandcenter.services.whole import Tick, unwatched, whole
from ui.models.duty_rows import DutyRow
from ui.words import STREET_ZONE, say, word
from ui.words.rosters import SIGNS, day_text, people_text, shift_name, short_fault

DPI = 96
INK = QColor(0, 0, 0)
MARGIN_MM = 10.0
FOOT = 22
"""Pixels at 96 to the inch for the foot of a page."""
ALWAYS = (Post.LEADER, Post.LEAD, Post.DISPATCH)
STYLE = """
body { color: #000; font-size: 8pt; }
h2 { font-size: 13pt; margin: 0; }
p { margin: 2px 0 4px 0; }
th, td { padding: 1px 3px; border: 1px solid #666; }
th { background-color: #e8e8e8; }
.off { background-color: #e6f4e6; }
.work { background-color: #fdf0dc; }
"""


def print_month(path: Path, html: str, font: QFont, at: datetime, step: Tick = unwatched) -> int:
    """Write the PDF of a month's html_of(); how many pages. `at` is UTC; on any thread.

    Refusal('sheet_unwritable' | 'given_up'). Painted in memory first: Qt says nothing of a disk
    that is full.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(say("值班表"))
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    try:
        pages = _draw(painter, writer, _set(writer, html, font), at, step)
    finally:
        painter.end()
    del painter, writer  # they hold the buffer
    with whole(path) as fresh:
        fresh.write_bytes(bytes(buffer.data().data()))
    return pages


def _set(writer: QPdfWriter, html: str, font: QFont) -> QTextDocument:
    """The month laid out for the writer's pages, each with room for its foot."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(STYLE)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(writer.width(), writer.height() - FOOT))
    document.setHtml(html)
    return document


def _draw(
    painter: QPainter, writer: QPdfWriter, document: QTextDocument, at: datetime, step: Tick
) -> int:
    wide, high = document.pageSize().width(), document.pageSize().height()
    pages, context = document.pageCount(), QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, INK)
    for page in range(pages):
        step(page, pages)
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * high)
        context.clip = QRectF(0, page * high, wide, high)
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setPen(INK)
        foot = say("制表：＿＿＿＿＿　审核：＿＿＿＿＿　打印于 {at}　第 {page}/{pages} 页").format(
            at=f"{at.astimezone(STREET_ZONE):%Y-%m-%d %H:%M}", page=page + 1, pages=pages
        )
        painter.setFont(document.defaultFont())
        room = QRectF(0, high, wide, FOOT)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, foot)
    return pages


def html_of(rows: Sequence[DutyRow], names: Mapping[str, str], street: str) -> str:
    """The month as one table; signs and words say all, for paper is often without colour."""
    first = rows[0].day if rows else date.min
    shifts = list(
        dict.fromkeys(one.shift for one in sorted(rows, key=lambda one: one.starts.time()))
    )
    posts = [one for one in Post if one in ALWAYS or any(one in row.shown for row in rows)]
    head = "".join(f"<th colspan='{len(posts)}'>{escape(shift_name(one))}</th>" for one in shifts)
    titles = "".join(f"<th>{escape(word(post))}</th>" for _ in shifts for post in posts)
    days: dict[date, dict[str, DutyRow]] = {}
    for row in rows:
        days.setdefault(row.day, {})[row.shift] = row
    body = "".join(_day(day, of, shifts, posts, names) for day, of in days.items())
    title = say("{street} 值班表 {month}").format(street=street, month=f"{first:%Y-%m}")
    return (
        f"<h2 align='center'>{escape(title)}</h2><p>{escape(_key(rows))}</p>"
        "<table width='100%' cellspacing='0' style='border-collapse: collapse'>"
        f"<thead><tr><th rowspan='2'>{escape(say('日期'))}</th>{head}</tr><tr>{titles}</tr></thead>"
        f"{body}</table>"
    )


def _day(
    day: date,
    of: Mapping[str, DutyRow],
    shifts: Sequence[str],
    posts: Sequence[Post],
    names: Mapping[str, str],
) -> str:
    off = next(iter(of.values())).off
    mark = {"": "", "off": " class='off'"}.get(off, " class='work'")
    cells = [_cell(of.get(shift), post, names) for shift in shifts for post in posts]
    label = escape(day_text(day, off)).replace(" ", "&nbsp;")
    return f"<tr><td{mark}>{label}</td>{''.join(cells)}</tr>"


def _cell(row: DutyRow | None, post: Post, names: Mapping[str, str]) -> str:
    if row is None:
        return "<td></td>"
    text = people_text(row.people(post), names)
    if text and row.state is DutyState.DRAFT:
        text = SIGNS[DutyState.DRAFT] + text
    wrong = dict.fromkeys(short_fault(one.wrong) for one in row.faults.get(post, ()))
    return f"<td>{escape(' '.join(filter(None, (text, *wrong))))}</td>"


def _key(rows: Sequence[DutyRow]) -> str:
    """What the signs mean, and whether this sheet binds already."""
    drafts = sum(one.state is DutyState.DRAFT for one in rows)
    told = say("含草稿 {count} 班，未发布的不生效") if drafts else say("已发布")
    return told.format(count=drafts) + " · " + say("✎ 草稿 · ▲ 有问题 · 休 放假 · 调休班 补班")
