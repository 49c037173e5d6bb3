"""Questions about the duty roster, and their answers; times UTC, days local."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from commandcenter.domain.duty import Duty, DutyRequest, Finding, Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyMonth:
    """Duties of some days with their faults, the undecided requests and the patterns.

    `off` are the days that the calendar names: "off" is a holiday, else a make-up workday (调休).
    `named` are the duties, also of other days, that the requests speak of.
    """

    first: date
    last: date
    patterns: tuple[Pattern, ...]
    duties: tuple[Duty, ...]
    requests: tuple[DutyRequest, ...]
    findings: tuple[Finding, ...]
    off: tuple[tuple[date, str], ...]
    named: tuple[Duty, ...] = ()


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
