"""Questions about supervision orders and their answers; times UTC."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.order import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """An order with its case, what it asks and the reply; words are None for who may not read."""

    order: Order
    number: str | None
    item: str
    place: str
    lead_unit: str | None
    case_version: int
    drill: bool
    words: str | None
    reply: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOrders:
    """-> Orders: the open ones of live cases; of one case all that there ever were."""

    case: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """The open ones first, by their due: what is latest comes first."""

    orders: tuple[OrderView, ...]
