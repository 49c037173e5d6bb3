"""What a switch would change, reckoned before anybody confirms it."""

from __future__ import annotations

from collections import Counter

from commandcenter.domain import holding
from commandcenter.domain.emergency import within
from commandcenter.domain.holding import Hold
from commandcenter.domain.plan import HoldRule
from commandcenter.domain.refusal import require
from commandcenter.domain.rules import Rules
from commandcenter.services.emergency_views import AskSwitchPreview, SwitchPreview
from commandcenter.services.switching import concerned, concerning, plan_by_id, plan_of
from commandcenter.storage.tx import Tx


def preview(tx: Tx, rules: Rules, query: AskSwitchPreview) -> SwitchPreview:
    """Settings before and after, who confirms, and how many cases stand or go on (section 6)."""
    now = concerning(tx, query.drill)
    require(now is None or now.kind is query.kind, "other_emergency", kind=now and now.kind)
    plan = plan_by_id(tx, now.plan) if now else plan_of(tx, query.kind)
    before = plan.level(now.level) if now and now.level else None
    after = plan.level(query.level) if query.level else None
    naming = after or before
    require(naming is not None, "nothing_to_release")
    assert naming is not None
    counts = _counts(tx, rules, query, after.hold if after else HoldRule.NOTHING)
    return SwitchPreview(
        plan=plan.id,
        before=before,
        after=after,
        confirm=naming.confirm,
        deferred=counts[Hold.DEFERRED.value],
        suspended=counts[Hold.SUSPENDED.value],
        resumed=counts[""],
    )


def _counts(tx: Tx, rules: Rules, query: AskSwitchPreview, rule: HoldRule) -> Counter[str]:
    """Cases by the hold that they would newly be in; "" counts those that would go on."""
    now = concerning(tx, query.drill)
    found: Counter[str] = Counter()
    for case in concerned(tx, now.id if now else ""):
        if case.drill != query.drill or case.hold == Hold.EXEMPT:
            continue
        there = within(query.reach, query.places, case.community, case.grid)
        wanted = holding.wanted(case, rule, rules) if there else None
        if wanted != case.hold:
            found[wanted.value if wanted else ""] += 1
    return found
