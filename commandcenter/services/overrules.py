"""How often the team that stood first went, and why another one did (issue 5)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from commandcenter.domain.refusal import require
from commandcenter.services.answers import Asking, answers
from commandcenter.services.dispatches import dispatches
from commandcenter.services.sending_views import AskOverrules, Overrules

MOST_DAYS = 366
MOST = 100_000
"""More than a street sends in a year."""


@answers(AskOverrules)
def overrules(ask: Asking, query: AskOverrules) -> Overrules:
    """Counts of the last days; a dispatch that was taken back or sent anew counts each time."""
    require(0 < query.days <= MOST_DAYS, "days_range", most=MOST_DAYS)
    since = ask.now - timedelta(days=query.days)
    found = [one.facts for one in dispatches(ask.tx, since, MOST)]
    ranked = [one for one in found if one.get("first") is not None]
    why = Counter(str(one["overruled"]) for one in ranked if one.get("overruled") is not None)
    return Overrules(
        since=since,
        dispatched=len(found),
        ranked=len(ranked),
        followed=len(ranked) - why.total(),
        reasons=tuple(sorted(why.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
