"""Why a dispatcher sends another team than the one that stands first (issue 5)."""

from __future__ import annotations

from enum import StrEnum

from commandcenter.domain.refusal import Refusal


class Overrule(StrEnum):
    """The coded reasons; counted, never judged."""

    LOCAL_KNOWLEDGE = "local_knowledge"
    ON_THE_WAY = "on_the_way"
    CREW_REQUEST = "crew_request"
    LEADER_ORDER = "leader_order"
    EQUIPMENT = "equipment"
    OTHER = "other"


def overruled(first: str | None, team: str | None, code: str | None) -> Overrule | None:
    """Why the team that stood first does not go; None where it does or where none stood first.

    Refusal('overrule_reason') without one of the codes; a code that says nothing is refused too.
    """
    if first is None or first == team:
        if code is not None:
            raise Refusal("overrule_reason", first=first or "", team=team or "")
        return None
    if code not in set(Overrule):
        raise Refusal("overrule_reason", first=first, team=team or "")
    return Overrule(code)
