"""What rings at the desk until somebody has seen it: pure functions over lines of the queue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from commandcenter.domain.alarm import FLOOR_SECONDS, AlarmKind, AlarmRule, Priority, rules_by_kind
from commandcenter.domain.case import ENDED, TIER_CLOCK, Case, CaseState
from commandcenter.domain.holding import is_held
from commandcenter.domain.limits import Level, Stage, Watch
from commandcenter.domain.whistle import Whistle, WhistleState
from commandcenter.services.views import CaseLine, CaseView
from ui.models.queue_cells import STILL
from ui.models.queue_moments import next_moment

URGENT_WAITING = AlarmKind.URGENT_WAITING.value
REPORT_WAITING = AlarmKind.REPORT_WAITING.value
UNSENT = frozenset({CaseState.REPORTED, CaseState.VERIFYING, CaseState.FILED})
CHECK_IN = AlarmKind.CHECK_IN_RED.value
UP_DUE = AlarmKind.UP_DUE.value
INCOMING_ABSENT = AlarmKind.INCOMING_ABSENT.value
OF_STEPS = frozenset({AlarmKind.STAGE_RED, AlarmKind.WATCH_RED, AlarmKind.CASE_RED})
"""What runs late in the work itself: on an urgent case it is urgent too."""

_ORDER = tuple(AlarmKind)
_GRAVITY = tuple(Priority)
Rules = Mapping[AlarmKind, AlarmRule]
OUR_RULES: Rules = rules_by_kind()


@dataclass(frozen=True, slots=True)
class Alarm:
    """A case that wants to be seen: the code to acknowledge it by, and since when (UTC).

    `case` is empty where the emergency itself wants it; `urgent` of a case of that level.
    """

    case: str
    code: str
    since: datetime
    urgent: bool = False

    @property
    def kind(self) -> AlarmKind:
        """The code without its stage and due time."""
        return _kind_of(self.code)


@lru_cache(4096)
def _kind_of(code: str) -> AlarmKind:
    return next(kind for kind in _ORDER if code.startswith(kind))


def alarms(
    lines: Iterable[CaseLine | Case], now: datetime, rules: Rules = OUR_RULES
) -> list[Alarm]:
    """What rings at `now` (UTC) and was not acknowledged, the gravest kind and oldest first.

    The code of a red lamp carries its due time, that of a stage its name as well: the next
    stage, a new limit and a second round ring anew (ui.words.code tells it). What is within the
    grace of its rule does not ring yet.
    Drills ring too, imported cases never; of a case that an emergency holds only its sub-dockets,
    whose terms the law sets.
    """
    return gravest((alarm for line in lines for alarm in _begun(line, now, rules)), rules)


def alarms_until(
    line: CaseLine, now: datetime, rules: Rules
) -> tuple[list[Alarm], datetime | None]:
    """The alarms of one line at `now` (UTC), and until when there are no others."""
    if line.imported:
        return [], None
    graces = (_begins(one, rules) for one in _of(line, now))
    instants = (next_moment(line, now), line.consult_due, line.rate_due, *graces)
    until = min((at for at in instants if at is not None and at >= now), default=None)
    return _begun(line, now, rules), until


def _begun(line: CaseLine | Case, now: datetime, rules: Rules) -> list[Alarm]:
    found = () if line.imported else _of(line, now)
    return [one for one in found if one.code not in line.acks and begun(one, now, rules)]


def begun(alarm: Alarm, now: datetime, rules: Rules) -> bool:
    """Whether the grace of its rule is over at `now` (UTC); of an urgent case a minute at most."""
    return not rules[alarm.kind].grace or now >= _begins(alarm, rules)


def _begins(alarm: Alarm, rules: Rules) -> datetime:
    grace = rules[alarm.kind].grace
    return alarm.since + timedelta(seconds=min(grace, FLOOR_SECONDS) if alarm.urgent else grace)


def gravest(found: Iterable[Alarm], rules: Rules = OUR_RULES) -> list[Alarm]:
    """The gravest priority and kind first, in it the oldest."""

    def rank(one: Alarm) -> tuple[int, int, datetime, str]:
        gravity = 0 if one.urgent else _GRAVITY.index(rules[one.kind].priority)
        return gravity, _ORDER.index(one.kind), one.since, one.case

    return sorted(found, key=rank)


def ringing(view: CaseView, now: datetime) -> list[Alarm]:
    """What may be acknowledged of this case at `now` (UTC), also before its grace is over."""
    case = view.case
    found = [] if case.imported else list(_of(case, now))
    clocks = [one.next_due() for one in view.dockets if one.open]
    if clocks:
        first = min(clocks, key=lambda one: one.at)
        found += docket_alarms(case.id, first.at, first.yellow, now)
    tasks = [one.task for meeting in view.consultations for one in meeting.tasks]
    found += owed_alarms(
        case.id,
        min((one.due for one in tasks if one.done_at is None), default=None),
        min(filter(None, (_rating(one.whistle) for one in view.whistles)), default=None),
        now,
    )
    return gravest(one for one in found if one.code not in case.acks)


def _rating(whistle: Whistle) -> datetime | None:
    return whistle.rate_due if whistle.state is WhistleState.CLOSED else None


def docket_alarms(
    case: str, due: datetime | None, warned: datetime | None, now: datetime
) -> list[Alarm]:
    """A sub-docket's clock near its end or past it, also when the case is closed already."""
    if due is None or warned is None or now < warned:
        return []
    code = "docket_red" if now > due else "docket_warn"
    return [Alarm(case, f"{code}_{due:%y%m%d%H%M}", due if now > due else warned)]


def owed_alarms(
    case: str, consult: datetime | None, rating: datetime | None, now: datetime
) -> list[Alarm]:
    """A task out of a consultation, or the rating of a whistle, past its due (UTC)."""
    owed = ((AlarmKind.CONSULT_RED, consult), (AlarmKind.RATE_RED, rating))
    return [
        Alarm(case, f"{kind}_{due:%y%m%d%H%M}", due)
        for kind, due in owed
        if due is not None and now > due
    ]


def _of(line: CaseLine | Case, now: datetime) -> Iterator[Alarm]:
    if isinstance(line, CaseLine):
        yield from docket_alarms(line.id, line.docket_due, line.docket_yellow, now)
        yield from owed_alarms(line.id, line.consult_due, line.rate_due, now)
    if line.state in ENDED or is_held(line.hold):
        return
    urgent = line.level is Level.URGENT
    if urgent and line.state in UNSENT:
        yield Alarm(line.id, URGENT_WAITING, line.reported_at, urgent)
    elif line.state is CaseState.REPORTED:
        yield Alarm(line.id, REPORT_WAITING, line.state_since)
    for one in (*_late(line, now), *_missed(line, now)):
        yield replace(one, urgent=urgent and one.kind in OF_STEPS)


def _late(line: CaseLine | Case, now: datetime) -> Iterator[Alarm]:
    """Every clock of the case that has run out."""
    stage = f"stage_red_{line.stage}"
    still = line.state in STILL
    clocks = (
        (stage, line.stage_due if line.stage is not None else None),
        ("case_red", None if still else line.due),
        ("tier_red", line.tier_due if line.state in TIER_CLOCK else None),
        ("whistle_red", line.whistle_due if line.whistle == "blown" else None),
        ("supervise_red", line.supervise_due),
    )
    for code, due in clocks:
        if due is not None and now > due:
            yield Alarm(line.id, f"{code}_{due:%y%m%d%H%M}", due)


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
