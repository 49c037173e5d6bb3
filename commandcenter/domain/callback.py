"""回访: what the seat asks, and whose answers are left out of the score (domain.md 2 and 4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from commandcenter.domain.case import Case

ALL = "all"
"""The script of every group of items that has none of its own."""

SCRIPTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ALL: ("contacted", "done", "again", "manner", "overall"),
        "04": ("quick", "safe", "again", "manner", "overall"),
        "21": ("contacted", "explained", "settled", "manner", "overall"),
    }
)
"""What is asked by group of items, line by line: codes, which the screen puts into words.

A street's own rows (ScriptRow) stand in the place of the row with the same id; their lines are
words already. The lines are our default, the practice sets none.
"""

MEDIATION = frozenset({"21-901", "21-907", "21-910"})
"""Disputes of two sides, of whom one is seldom pleased: 矛盾纠纷, 劳资纠纷, 物业纠纷."""


def script(rows: Mapping[str, tuple[str, ...]], item: str) -> tuple[str, ...]:
    """The lines for an item's code: of its group (the first two digits), else those for all."""
    known = {**SCRIPTS, **rows}
    return known.get(item[:2]) or known[ALL]


def counted(case: Case) -> bool:
    """Whether its answer counts: enforcement and mediation are shown but not scored (section 4)."""
    return not case.enforced and case.item not in MEDIATION


def again_on(case: Case, today: date) -> date | None:
    """The next local day on which a caller may be tried who was not reached today; None for now."""
    return today + timedelta(days=1) if today.isoformat() in case.unreached else None
