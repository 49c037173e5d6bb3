"""What rings at the desk until somebody has seen it: pure functions over lines of the queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.case import ENDED, Case, CaseState
from commandcenter.domain.holding import is_held
from commandcenter.domain.limits import Level, Stage, Watch
from commandcenter.services.views import CaseLine, CaseView
from ui.models.queue_cells import STILL

URGENT_WAITING = "urgent_waiting"
REPORT_WAITING = "report_waiting"
UNSENT = frozenset({CaseState.REPORTED, CaseState.VERIFYING, CaseState.FILED})
CHECK_IN = "check_in_red"
UP_DUE = "up_due"
INCOMING_ABSENT = "incoming_absent"
_ORDER = (
    URGENT_WAITING,
    CHECK_IN,
    INCOMING_ABSENT,
    "switch_waiting",
    "up_late",
    "call_red",
    "stage_red",
    "watch_red",
    "case_red",
    "supervise_red",
    "whistle_red",
    "docket_red",
    "docket_warn",
    UP_DUE,
    REPORT_WAITING,
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A case that wants to be seen: the code to acknowledge it by, and since when (UTC).

    `case` is empty where the emergency itself wants it.
    """

    case: str
    code: str
    since: datetime

    @property
    def kind(self) -> str:
        """The code without its stage and due time."""
        return next(kind for kind in _ORDER if self.code.startswith(kind))


def alarms(lines: Iterable[CaseLine | Case], now: datetime) -> list[Alarm]:
    """What rings at `now` (UTC) and was not acknowledged, the gravest kind and oldest first.

    The code of a red lamp carries its due time, that of a stage its name as well: the next
    stage, a new limit and a second round ring anew (ui.words.code tells it).
    Drills ring too, imported cases never; of a case that an emergency holds only its sub-dockets,
    whose terms the law sets.
    """
    found = [
        alarm
        for line in lines
        if not line.imported
        for alarm in _of(line, now)
        if alarm.code not in line.acks
    ]
    return gravest(found)


def gravest(found: Iterable[Alarm]) -> list[Alarm]:
    """The gravest kind first, in it the oldest."""
    return sorted(found, key=lambda one: (_ORDER.index(one.kind), one.since, one.case))


def ringing(view: CaseView, now: datetime) -> list[Alarm]:
    """What rings for this case at `now` (UTC), its dockets' first clock among it."""
    found, clocks = alarms([view.case], now), [one.next_due() for one in view.dockets if one.open]
    if clocks:
        first = min(clocks, key=lambda one: one.at)
        found += docket_alarms(view.case.id, first.at, first.yellow, now)
    return [one for one in found if one.code not in view.case.acks]


def docket_alarms(
    case: str, due: datetime | None, warned: datetime | None, now: datetime
) -> list[Alarm]:
    """A sub-docket's clock near its end or past it, also when the case is closed already."""
    if due is None or warned is None or now < warned:
        return []
    code = "docket_red" if now > due else "docket_warn"
    return [Alarm(case, f"{code}_{due:%y%m%d%H%M}", due if now > due else warned)]


def _of(line: CaseLine | Case, now: datetime) -> list[Alarm]:
    found = []
    if isinstance(line, CaseLine):
        found = docket_alarms(line.id, line.docket_due, line.docket_yellow, now)
    if line.state in ENDED or is_held(line.hold):
        return found
    if line.level is Level.URGENT and line.state in UNSENT:
        found.append(Alarm(line.id, URGENT_WAITING, line.reported_at))
    elif line.state is CaseState.REPORTED:
        found.append(Alarm(line.id, REPORT_WAITING, line.state_since))
    if line.stage is not None and line.stage_due is not None and now > line.stage_due:
        code = f"stage_red_{line.stage.value}_{line.stage_due:%y%m%d%H%M}"
        found.append(Alarm(line.id, code, line.stage_due))
    if line.due is not None and now > line.due and line.state not in STILL:
        found.append(Alarm(line.id, f"case_red_{line.due:%y%m%d%H%M}", line.due))
    found += _missed(line, now)
    called = line.whistle_due if line.whistle == "blown" else None
    if called is not None and now > called:
        found.append(Alarm(line.id, f"whistle_red_{called:%y%m%d%H%M}", called))
    late = line.supervise_due
    if late is not None and now > late:
        found.append(Alarm(line.id, f"supervise_red_{late:%y%m%d%H%M}", late))
    return found


def _missed(line: CaseLine | Case, now: datetime) -> list[Alarm]:
    """A crew that gave no word in time; the lead's missing signature rings as a stage already."""
    due = line.watch_due
    if line.watch is None or due is None or now <= due:
        return []
    signing = line.watch == Watch.SIGN and line.stage is Stage.SIGN
    if signing and line.stage_due is not None and now > line.stage_due:
        return []
    kind = CHECK_IN if line.watch == Watch.CHECK_IN else f"watch_red_{line.watch}"
    return [Alarm(line.id, f"{kind}_{due:%y%m%d%H%M}", due)]
