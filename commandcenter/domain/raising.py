"""Up and down between grid, community and street (section 1, row 19: 小问题不出网格 ...).

Our rule, where the text leaves it open: a report by a grid member begins at its grid, one by a
community's seat at the community, every other at the street. Up goes with a coded reason and what
was tried, and only by the level that has it; back goes with an answer, by the street. What the
street files is the street's (case.TIER_OF); the district gets a case by 上报区级 only.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import Role
from commandcenter.domain.rules import Rules
from commandcenter.domain.tier import Tier

LEAST_WORDS = 4
HOLDERS: dict[Tier, Role] = {
    Tier.GRID: Role.GRID_MEMBER,
    Tier.COMMUNITY: Role.COMMUNITY_SEAT,
}
"""Who has the cases of a level below the street."""


def first(roles: Collection[Role]) -> Tier:
    """The level at which somebody with these roles reports."""
    return next((tier for tier, role in HOLDERS.items() if role in roles), Tier.STREET)


def may_handle(case: Case, roles: Collection[Role]) -> None:
    """自处理 by the level that has it; what came to the street from elsewhere either may take."""
    holder = HOLDERS.get(case.tier)
    require(holder is None or holder in roles, "other_tier", tier=case.tier)


def raised(case: Case, roles: Collection[Role], to: Tier, at: datetime, rules: Rules) -> Case:
    """The case at a level above, by who has it; Refusal('tier_move'|'other_tier')."""
    holder = HOLDERS.get(case.tier)
    require(case.state is CaseState.REPORTED and holder is not None, "tier_move", tier=case.tier)
    require(holder in roles, "other_tier", tier=case.tier)
    return rules.tiered(case.at_tier(to, at))


def lowered(case: Case, at: datetime, rules: Rules) -> Case:
    """The case at the level below; Refusal('tier_move') from the grid or once it was filed."""
    below = case.tier.below
    require(case.state is CaseState.REPORTED and below is not None, "tier_move", tier=case.tier)
    assert below is not None
    return rules.tiered(case.at_tier(below, at))
