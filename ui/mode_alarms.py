"""What an emergency rings for: a switch to confirm, a report due or late, a team that is silent."""

from __future__ import annotations

from datetime import datetime, timedelta

from commandcenter.services.emergency_views import Mode
from ui.alarms import UP_DUE, Alarm

SOON = timedelta(minutes=10)


def mode_alarms(mode: Mode, now: datetime) -> list[Alarm]:
    """Alarms without a case, at `now` (UTC); a later slot and a second silent team ring anew."""
    found = []
    if mode.proposed is not None:
        at = mode.proposed.proposed_at
        found.append(Alarm("", f"switch_waiting_{at:%y%m%d%H%M}", at))
    if mode.owed is not None and now > mode.owed.due - SOON:
        late = now > mode.owed.due
        since = mode.owed.due if late else mode.owed.due - SOON
        code = "up_late" if late else UP_DUE
        found.append(Alarm("", f"{code}_{mode.owed.due:%y%m%d%H%M}", since))
    red = silent(mode, now)
    if red:
        found.append(Alarm("", f"call_red_{red[-1]:%y%m%d%H%M}", red[0]))
    return found


def silent(mode: Mode, now: datetime) -> tuple[datetime, ...]:
    """When the teams that said nothing should have answered, the earliest first."""
    return tuple(one for one in mode.answers_by if one < now)


def late(mode: Mode, now: datetime) -> int:
    """How many reports are past their time; the oldest may have become so since it was told."""
    past = mode.owed is not None and mode.owed.due < now
    return max(mode.late, int(past))


PAGE = {"switch_waiting": "switch", "up_late": "reports", UP_DUE: "reports", "call_red": "calls"}
"""Which page of the emergency panel an alarm leads to, by its kind."""
