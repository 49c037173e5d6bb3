"""Answers about supervision orders: who may read what of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, select

from commandcenter.domain.case import ENDED, Case
from commandcenter.domain.order import Order
from commandcenter.services.answers import Asking, answers
from commandcenter.services.masking import callers, may_read, nameless, texts_of
from commandcenter.services.order_views import AskOrders, Orders, OrderView
from commandcenter.storage import tables as t
from commandcenter.storage.codec import decode
from commandcenter.storage.tx import Tx


@answers(AskOrders)
def ask_orders(ask: Asking, query: AskOrders) -> Orders:
    """Open ones first, by their due; of an ended case nothing is owed any more."""
    o, c = t.TABLES["orders"], t.cases.c
    wanted = (
        select(o)
        .join(t.cases, and_(c.street == o.c.street, c.id == o.c.case))
        .where(o.c.street == ask.street, ask.visible)
    )
    if query.case is not None:
        wanted = wanted.where(o.c.case == query.case)
    else:
        ended = [state.value for state in ENDED]
        wanted = wanted.where(o.c.answered_at.is_(None), c.state.not_in(ended))
    found = [decode(Order, row) for row in ask.tx.connection.execute(wanted).mappings()]
    of = wanted.with_only_columns(o.c.case)
    cases = {one.id: one for one in ask.tx.seek(Case, c.id.in_(of))}
    return Orders(orders=tuple(seen(ask, found, cases)))


def unanswered(tx: Tx) -> dict[str, list[tuple[str | None, datetime | None]]]:
    """Unit and due (UTC) of every open order by case, the nearest first."""
    found: dict[str, list[tuple[str | None, datetime | None]]] = {}
    waiting = tx.seek(Order, t.TABLES["orders"].c.answered_at.is_(None))
    for one in sorted(waiting, key=lambda one: (one.due, one.id)):
        found.setdefault(one.case, []).append((one.unit, one.due))
    return found


def of_case(ask: Asking, case: Case) -> tuple[OrderView, ...]:
    """Every order of one case, as this person sees them."""
    return tuple(seen(ask, ask.tx.find(Order, case=case.id), {case.id: case}))


def seen(ask: Asking, orders: Iterable[Order], cases: dict[str, Case]) -> list[OrderView]:
    """The orders as they are shown: those of one's own unit may be read, without who complained."""
    known = sorted(orders, key=lambda one: (not one.open, one.due, one.id))
    texts = texts_of(ask, (row for one in known for row in (one.text, one.answer)))
    hidden = callers(ask, cases) if known and not may_read(ask) else {}
    return [_view(ask, one, cases[one.case], texts, hidden) for one in known]


def _view(
    ask: Asking,
    order: Order,
    case: Case,
    texts: dict[str, str],
    hidden: dict[str, dict[str, str]],
) -> OrderView:
    name = hidden.get(case.id, {}).get("name")
    reads = may_read(ask) or _addressed(ask, order, case)
    words, reply = (
        nameless(texts.get(row or ""), name) if reads else None
        for row in (order.text, order.answer)
    )
    return OrderView(
        order=order,
        number=case.number,
        item=case.item,
        place=case.place,
        lead_unit=case.lead_unit,
        case_version=case.version,
        drill=case.drill,
        words=words,
        reply=reply,
    )


def _addressed(ask: Asking, order: Order, case: Case) -> bool:
    unit = ask.asker.unit
    return unit is not None and unit in (order.unit, case.lead_unit)
