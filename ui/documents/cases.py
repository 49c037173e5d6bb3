"""Part 3 of the record: every open case in its row, with both states of what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.clock import Lamp
from commandcenter.domain.handover import HandoverItem, Party
from commandcenter.domain.holding import Hold
from commandcenter.services.handover_views import HandoverView
from ui.documents.document import Block, Paragraph, Table
from ui.documents.frame import moment, told
from ui.documents.naming import Naming
from ui.models.handover import ItemRow, rows_of
from ui.words import handing, lookup, say, span_text, stamp, word

SHARES = (4, 21, 10, 9, 14, 8, 19, 15)
SHAPES = {Lamp.GREEN: "●", Lamp.YELLOW: "▲", Lamp.RED: "■"}
"""A shape doubles each lamp's word, as on the screen."""


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise of a case: to whom in words, by when (UTC), its words ("" when unknown)."""

    who: str
    by_when: datetime
    words: str
    id: str


def case_blocks(view: HandoverView, naming: Naming) -> Iterable[Block]:
    """How many there are, then the table, in the screen's order."""
    rows = rows_of(view)
    if not rows:
        yield Paragraph(say("无"))
        return
    yield Paragraph(_summary(view, rows))
    head = (
        *(say("序"), say("案卷"), say("状态"), say("责任人"), say("到期")),
        *(say("下一步"), say("所作承诺"), say("变化与确认")),
    )
    made = tuple(_row(number, row, naming) for number, row in enumerate(rows, 1))
    yield Table(SHARES, made, head)


def _summary(view: HandoverView, rows: list[ItemRow]) -> str:
    late = sum(row.view.item.late for row in rows)
    if view.handover is None:
        return say("共 {n} 件").format(n=len(rows))
    text = say("共 {n} 件，已确认 {taken} 件；其中冻结后新到 {late} 件")
    return text.format(n=len(rows), taken=len(rows) - len(view.unacknowledged), late=late)


def _row(number: int, row: ItemRow, naming: Naming) -> tuple[str, ...]:
    item = row.view.item
    return (
        str(number),
        _lines(item.number or say("未立案"), naming.person(item.item), item.place),
        _lines(
            word(item.state),
            lookup(Hold, item.hold) if item.hold else "",
            f"{SHAPES[item.lamp]} {word(item.lamp)}",
        ),
        naming.person(item.owner),
        _lines(moment(item.due) if item.due else "—", left_text(item)),
        handing.next_step(item.next_move),
        _lines(*(promise_lines(one) for one in promised(item, naming))) or "—",
        _lines(
            handing.marked(row.view.mark),
            say("冻结后新到") if item.late else "",
            handing.differences(row.view, naming.names),
            _taken(row, naming),
        ),
    )


def _taken(row: ItemRow, naming: Naming) -> str:
    """Who took it when, or how it stands; a question with its words."""
    item = row.view.item
    if item.acked_at is None or row.taken != "taken":
        asked = say("提问：{words}").format(words=told(item.question)) if item.question else ""
        return _lines(row.told, asked)
    return _lines(row.told, f"{naming.person(item.acked_by)} {stamp(item.acked_at)}")


def left_text(item: HandoverItem) -> str:
    """剩 2:14 or 超 0:35 as it was when it was frozen or acknowledged; a clock may stand."""
    if item.due is None:
        return ""
    if item.left_s is None:
        return say("停计时")
    text = say("剩 {span}") if item.left_s >= 0 else say("超 {span}")
    return text.format(span=span_text(abs(item.left_s)))


def promised(item: HandoverItem, naming: Naming) -> list[Promised]:
    """What is promised in a case as the record holds it (party, time and id of each)."""
    found = []
    for one in (item.promised or "").split("; "):
        if not one:
            continue
        party, when, key = one.split(" ", 2)
        known = naming.promises.get(key)
        who = lookup(Party, party)
        if known is not None and known.unit is not None:
            who = naming.person(known.unit)
        words = told(naming.texts.get(known.text or "")) if known is not None else ""
        found.append(Promised(who, datetime.fromisoformat(when), words, key))
    return found


def promise_lines(one: Promised) -> str:
    """诉求人 2025-10-16 12:00, and what was promised below it."""
    return _lines(f"{one.who} {moment(one.by_when)}", one.words)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
