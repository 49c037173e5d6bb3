"""The receipt of unfinished promises (承诺交接单): who was promised what by when, and who signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from commandcenter.services.handover_views import HandoverView
from ui.documents.cases import promised
from ui.documents.document import BLANK, Block, Document, Paragraph, Table
from ui.documents.frame import file_name, framed, moment
from ui.documents.handover import day_of, hand_signed, mark_of, running
from ui.documents.naming import Naming
from ui.words import say
from ui.words.rosters import shift_name

SHARES = (5, 25, 14, 17, 27, 12)


def receipt_document(view: HandoverView, names: Mapping[str, str], street: str) -> Document:
    """Every promise of a handover's open cases, the nearest first, with a line for each hand.

    `names` by id, as words.names_of gives them with the board's teams; `street` is its name.
    """
    naming, title = Naming.of(view, names), say("承诺交接单")
    return framed(
        name=file_name(title, day_of(view), shift_name(view.parts.shift)),
        title=title,
        running=running(view, street, title),
        blocks=tuple(_blocks(view, naming)),
        mark=mark_of(view),
    )


def _blocks(view: HandoverView, naming: Naming) -> Iterable[Block]:
    parts = view.parts
    rows = sorted(_rows(view, naming))
    yield Table(
        (13, 37, 13, 37),
        (
            (
                *(say("交班人"), naming.person(parts.outgoing)),
                *(say("接班人"), naming.person(parts.incoming)),
            ),
            (
                *(say("班次"), shift_name(parts.shift)),
                *(say("交接时间"), moment(parts.ends)),
            ),
        ),
    )
    text = say("下列承诺到交接时尚未兑现，共 {n} 项；接班人自签收起负责兑现或另行告知。")
    yield Paragraph(text.format(n=len(rows)) if rows else say("没有未兑现的承诺。"))
    if rows:
        yield Table(SHARES, tuple(_numbered(rows)), _head())
    yield hand_signed()


def _head() -> tuple[str, ...]:
    return (
        *(say("序"), say("案卷"), say("答应谁"), say("何时之前"), say("答应了什么")),
        say("接手签名"),
    )


def _rows(view: HandoverView, naming: Naming) -> Iterable[tuple[datetime, str, tuple[str, ...]]]:
    """By when, id and cells of each promise."""
    for one in view.parts.items:
        item = one.item
        case = "\n".join((item.number or say("未立案"), naming.person(item.item), item.place))
        for promise in promised(item, naming):
            due = moment(promise.by_when)
            made = (case, promise.who, due, promise.words or "—", BLANK)
            yield promise.by_when, promise.id, made


def _numbered(
    rows: list[tuple[datetime, str, tuple[str, ...]]],
) -> Iterable[tuple[str, ...]]:
    for number, (_, _, cells) in enumerate(rows, 1):
        yield (str(number), *cells)
