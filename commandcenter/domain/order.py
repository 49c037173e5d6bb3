"""督办: a supervision order with its own due time and the reply to it (domain.md section 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from commandcenter.domain.case import Case
from commandcenter.domain.refusal import Refusal, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order on a case to a unit; times UTC; order and reply are words kept apart."""

    street: str
    id: str
    case: str
    unit: str | None
    by: str
    at: datetime
    due: datetime
    text: str | None = None
    answered_at: datetime | None = None
    answered_by: str | None = None
    answer: str | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has replied yet."""
        return self.answered_at is None

    def answered(self, by: str, at: datetime, text: str | None) -> Order:
        """The order with its reply; Refusal('not_supervised') when it has one."""
        require(self.open, "not_supervised")
        return replace(self, answered_by=by, answered_at=at, answer=text)

    @property
    def late(self) -> bool:
        """Whether the reply came after its due."""
        return self.answered_at is not None and self.answered_at > self.due

    def late_at(self, now: datetime) -> bool:
        """Whether the reply came late, or is late by now (UTC)."""
        return (self.answered_at or now) > self.due


def may_answer(order: Order, case: Case, unit: str | None) -> bool:
    """Who belongs to no unit for any; a unit for its own, and whoever leads now for all.

    An order of before there was a lead, or of a unit that left the case, is the case's units'.
    """
    units = {case.lead_unit, *case.co_units, *case.whistled}
    if unit is None or unit == order.unit or unit == case.lead_unit:
        return True
    return unit in units and order.unit not in units


def oldest(orders: Iterable[Order], case: Case, unit: str | None) -> Order | None:
    """The open order that was given first, of those this unit may answer."""
    fit = [one for one in orders if one.open and may_answer(one, case, unit)]
    return min(fit, key=lambda one: (one.at, one.id), default=None)


def named(orders: Iterable[Order], wanted: str) -> Order:
    """The open order of that id; Refusal('no_such_order'|'not_supervised')."""
    found = next((one for one in orders if one.id == wanted), None)
    if found is None:
        raise Refusal("no_such_order")
    require(found.open, "not_supervised")
    return found


def ordered(case: Case, orders: Iterable[Order]) -> Case:
    """The case with the nearest due of its open orders."""
    dues = [one.due for one in orders if one.open]
    return case.changed(supervise_due=min(dues, default=None))
