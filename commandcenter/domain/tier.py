"""Which level has a case: 小问题不出网格、大问题不出社区、复杂问题不出镇街 (section 1)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from commandcenter.domain.limits import Limit


class Tier(StrEnum):
    """Grid, community, street, district: who has the case now."""

    GRID = "grid"
    COMMUNITY = "community"
    STREET = "street"
    DISTRICT = "district"

    @property
    def above(self) -> Tier | None:
        """The next level up; None above the district."""
        order = tuple(Tier)
        at = order.index(self) + 1
        return order[at] if at < len(order) else None

    @property
    def below(self) -> Tier | None:
        """The next level down; None below the grid."""
        order = tuple(Tier)
        at = order.index(self) - 1
        return order[at] if at >= 0 else None


TIER_LIMITS: dict[Tier, str | None] = {
    Tier.GRID: "4wh",
    Tier.COMMUNITY: "2wd",
    Tier.STREET: None,
    Tier.DISTRICT: "15wd",
}
"""How long a level may keep a case before it is solved or goes up [D]; the street has the case's
own limit, the district's is counted apart."""


def tier_limits() -> Mapping[Tier, Limit | None]:
    """The defaults as limits."""
    return {tier: Limit.parse(text) if text else None for tier, text in TIER_LIMITS.items()}
