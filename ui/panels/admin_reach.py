"""How far a change of the tables reaches: the open cases that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from commandcenter.domain.tables import Table
from commandcenter.services.views import CaseLine


def reached(table: Table, touched: Iterable[Any], lines: Iterable[CaseLine]) -> int | None:
    """How many open cases have a clock by these lines; None for a table without clocks."""
    if table is Table.ITEMS:
        codes = {one.code for one in touched}
        return sum(line.item in codes for line in lines)
    if table is Table.LIMITS:
        levels = {one.level for one in touched}
        return sum(line.level.value in levels for line in lines)
    if table is Table.DAYS:
        return sum(line.due is not None for line in lines)
    return None
