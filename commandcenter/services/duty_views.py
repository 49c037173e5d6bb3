"""Questions about the duty roster, and their answers; times UTC, days local."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from commandcenter.domain.duty import Duty, DutyRequest, Finding, Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyMonth:
    """Duties of some days with their faults, the undecided requests and the patterns."""

    first: date
    last: date
    patterns: tuple[Pattern, ...]
    duties: tuple[Duty, ...]
    requests: tuple[DutyRequest, ...]
    findings: tuple[Finding, ...]
    off: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDuty:
    """Who is on now by the published roster, until when, and who comes next."""

    at: datetime
    shift: str | None
    starts: datetime | None
    ends: datetime | None
    now: tuple[Duty, ...]
    following: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDutyMonth:
    """-> DutyMonth: at most 62 days; Refusal('days_range')."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOnDuty:
    """-> OnDuty as of now."""
