"""Questions about 平急转换 and their answers; times UTC, lon/lat WGS 84 degrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.emergency import (
    AtRisk,
    CallUp,
    Emergency,
    Reach,
    Slot,
    Spot,
    Switch,
    Tick,
    UpReport,
)
from commandcenter.domain.plan import EventKind, LevelPlan, Plan, Response
from commandcenter.domain.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How the street works now; emergency None is normal working.

    `proposed` waits for the second person; `owed` is the oldest report that was not sent and
    `late` how many are past their time; held, called, silent, listed, moved, refused are counts.
    `answers_by` are the times (UTC) by which the teams that said nothing yet should answer.
    `closing` is the emergency that is released while its final report is still owed.
    """

    emergency: Emergency | None
    plan: LevelPlan | None
    proposed: Switch | None
    owed: Slot | None
    late: int
    held: int
    called: int
    silent: int
    listed: int
    moved: int
    refused: int
    answers_by: tuple[datetime, ...] = ()
    closing: Emergency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchPreview:
    """What a switch would set and do, before anybody confirms it.

    `before` and `after` are the levels' settings, None for normal working; deferred, suspended
    and resumed count the cases whose clocks would stand or go on; `confirm` are the roles;
    `words` are what the proposer of the switch that was asked for said.
    """

    plan: str
    before: LevelPlan | None
    after: LevelPlan | None
    confirm: tuple[Role, ...]
    deferred: int
    suspended: int
    resumed: int
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """A person at risk; name and telephone masked unless revealed, None after the purge.

    `open_until` (UTC) is when what is revealed is masked again.
    """

    at_risk: AtRisk
    name: str | None
    phone: str | None
    needs: str | None
    revealed: bool
    open_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A slot with its report, if one was sent, and the report's words."""

    slot: Slot
    report: UpReport | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyView:
    """Everything the emergency panel shows of one emergency."""

    emergency: Emergency
    plan: Plan
    switches: tuple[Switch, ...]
    reports: tuple[ReportView, ...]
    calls: tuple[CallUp, ...]
    people: tuple[RiskView, ...]
    spots: tuple[Spot, ...]
    ticks: tuple[Tick, ...]
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """What a report up can say, from the journal between two instants.

    Counts of cases and people; `teams` are the ids of teams out.
    """

    since: datetime
    until: datetime
    received: int
    filed: int
    closed: int
    urgent_open: int
    called: int
    answered: int
    listed: int
    moved: int
    refused: int
    teams: tuple[str, ...]
    nil: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergencies:
    """All emergencies, newest first, and the current plans."""

    emergencies: tuple[Emergency, ...]
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMode:
    """-> Mode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSwitchPreview:
    """-> SwitchPreview; Refusal('plan_lacks_level'|'nothing_to_release'|'other_emergency')."""

    kind: EventKind
    level: Response | None
    drill: bool = False
    reach: Reach = Reach.STREET
    places: tuple[str, ...] = ()
    switch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskEmergencies:
    """-> Emergencies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskEmergency:
    """-> EmergencyView; Refusal('no_such_emergency')."""

    emergency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReportDraft:
    """-> ReportDraft for the oldest slot owed; Refusal('no_such_emergency'|'nothing_owed')."""

    emergency: str
