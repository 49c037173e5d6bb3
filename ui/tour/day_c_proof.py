"""What day C must leave: every slot reported, 41 resumed, 118 moved, one purge, one conflict."""

from __future__ import annotations

from collections import Counter

from commandcenter.app import Center
from commandcenter.domain.emergency import Moved, Phase, SwitchState
from commandcenter.services.emergency_views import AskEmergencies, AskEmergency, EmergencyView
from commandcenter.services.views import AskBoard, AskCase
from ui.tour import storm
from ui.tour.scene import all_entries

SLOTS = 18
"""Two first reports, 20:40, 02:40, every two hours from 08:00 to 08:00, the final one."""


def proven(street: Center) -> list[str]:
    """What is not true, read through a second Desk."""
    desk = street.desk
    found = desk.ask(AskEmergencies(), "lead-1").emergencies
    if len(found) != 1:
        return [f"{len(found)} emergencies"]
    view: EmergencyView = desk.ask(AskEmergency(emergency=found[0].id), "lead-1")
    cases = [desk.ask(AskCase(case=line.id), "lead-1").case for line in _lines(street)]
    kinds = Counter(one.kind for one in all_entries(street))
    facts = {
        "it was released": view.emergency.phase is not Phase.ACTIVE,
        "no slot was skipped or late": _slots(view),
        "each switch has its order and two persons": _switches(view),
        "nine called, eight answered": sorted(one.answer is not None for one in view.calls)
        == [False] + [True] * (storm.TEAMS - 1),
        "41 were deferred and go on": sum(_resumed(one.old_dues) for one in cases) == storm.ROUTINE
        and not any(one.hold for one in cases),
        "118 moved, 8 not": Counter(one.at_risk.state for one in view.people)
        == {Moved.MOVED: 118, Moved.LISTED: 8},
        "no name or telephone is left": {(one.name, one.phone) for one in view.people}
        == {(None, None)},
        "seven notes after the cut, one of another seat": kinds["note_added"] == storm.FLOODS + 1,
        "the review is recorded": kinds["emergency_reviewed"] == 1,
        "the journal verifies": street.verify().good,
        "replay gives the rows": street.differences() == [],
    }
    return [f"not true: {what}" for what, holds in facts.items() if not holds]


def _lines(street: Center) -> list[object]:
    return list(street.desk.ask(AskBoard(), "lead-1").cases)


def _slots(view: EmergencyView) -> bool:
    given = [one.report for one in view.reports]
    return all(one is not None and one.sent_at <= one.due for one in given) and (
        len(given) == SLOTS
    )


def _switches(view: EmergencyView) -> bool:
    steps = [one for one in view.switches if one.state is SwitchState.CONFIRMED]
    return len(steps) == 5 and all(
        one.order_no and one.decided_by not in (None, one.proposed_by) for one in steps
    )


def _resumed(old_dues: tuple[str, ...]) -> bool:
    return any(one.endswith(" resumed") for one in old_dues)
