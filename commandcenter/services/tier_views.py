"""The question about levels and its answer: what grid, community, street and district solved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.tier import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class TierFigures:
    """One level over the days asked for; drills and imported cases are left out.

    closed: closed in the time and solved here, where the level that had a case at its end counts
    as the one that solved it, and the district for every case that ever was with it. share =
    closed here / all closed, None when nothing was. raised, lowered: how often a live case, or one
    closed in the time, left this level upwards (raised, filed by the street or escalated) or
    downwards (given back, handed back) in the time. open: live cases here now, reports that wait
    for filing included. overdue: of these, past the level's own due, and at the street past the
    whole case's. median_hours: calendar hours from report to closing of what was solved here.
    """

    tier: Tier
    closed: int
    raised: int
    lowered: int
    open: int
    overdue: int
    median_hours: float | None
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiers:
    """The four levels from grid to district between two instants (UTC)."""

    since: datetime
    at: datetime
    closed: int
    tiers: tuple[TierFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTiers:
    """-> Tiers over the last days (1 to 400) up to now; a community's seat gets its own cases."""

    days: int
