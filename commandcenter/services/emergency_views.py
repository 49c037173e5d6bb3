"""Questions about 平急转换 and their answers; times UTC, lon/lat WGS 84 degrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.emergency import (
    AtRisk,
    CallUp,
    Emergency,
    Slot,
    Spot,
    Switch,
    Tick,
    UpReport,
)
from commandcenter.domain.plan import LevelPlan, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How the street works now; emergency None is normal working.

    `proposed` waits for the second person; `owed` is the oldest report without an answer and
    `late` how many are past their time; held, called, silent, listed, moved, refused are counts.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """A person at risk; name and telephone masked unless revealed, None after the purge."""

    at_risk: AtRisk
    name: str | None
    phone: str | None
    needs: str | None
    revealed: bool


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
