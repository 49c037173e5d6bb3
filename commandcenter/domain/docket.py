"""A sub-docket (子卷): seizure, registration, penalty, crime transfer, with the law's clocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from commandcenter.domain.clock import Due, WorkClock
from commandcenter.domain.limits import Limit
from commandcenter.domain.refusal import require


class DocketKind(StrEnum):
    """Which law's clock runs."""

    SEIZURE = "seizure"
    REGISTRATION = "registration"
    PENALTY = "penalty"
    CRIME = "crime"
    COERCION = "coercion"


OUTCOMES = frozenset({"released", "confiscated", "decided", "transferred", "withdrawn", "done"})
WARN_DAYS = 7
REPORT_HOURS = 24
STREET_TIME = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """A sub-docket; report_due is UTC, limit_on the last local day (inclusive, never rolled)."""

    street: str
    id: str
    case: str
    kind: DocketKind
    decision: str
    recorder: str | None
    goods: str | None
    opened_by: str
    opened_at: datetime
    limit_on: date
    report_due: datetime | None = None
    reported_at: datetime | None = None
    extended: str | None = None
    closed_at: datetime | None = None
    outcome: str | None = None

    @property
    def open(self) -> bool:
        """Whether the docket still runs."""
        return self.closed_at is None

    def next_due(self) -> Due:
        """The clock that runs now (UTC): the report within 24 h, else the end of the last day.

        A crime that was decided to be transferred has to be within 24 h of the decision.
        Yellow: from 80 % of the 24 h, or from seven days before the last day (行政强制法 19, 25).
        """
        if self.report_due is not None and self.reported_at is None:
            return _of_a_day(self.opened_at)
        if self.kind is DocketKind.CRIME and self.reported_at is not None:
            return _of_a_day(self.reported_at)
        end = datetime.combine(self.limit_on + timedelta(days=1), time.min, STREET_TIME)
        warn = end - timedelta(days=WARN_DAYS + 1)
        return Due(end.astimezone(UTC), warn.astimezone(UTC), provisional=False)

    def warned(self, today: date) -> bool:
        """Within seven days of its limit, or past it (行政强制法 25)."""
        return self.open and today >= self.limit_on - timedelta(days=WARN_DAYS)

    @property
    def reportable(self) -> bool:
        """Whether a report to the leader, or the decision on a crime, is still to come."""
        wanted = self.report_due is not None or self.kind is DocketKind.CRIME
        return self.open and wanted and self.reported_at is None

    def report(self, at: datetime) -> Docket:
        """Reported to the leader (行政强制法 19); of a crime: its transfer was decided."""
        require(self.reportable, "docket_not_reportable")
        return replace(self, reported_at=at)

    def extend(self, at: datetime, zone: tzinfo, decision: str) -> Docket:
        """The law's one extension of 30 days for a seizure (行政强制法 25), while it runs."""
        require(self.open, "docket_closed")
        require(self.kind is DocketKind.SEIZURE, "docket_no_extension", kind=self.kind)
        require(self.extended is None, "docket_extended_once", article="行政强制法25")
        require(decision.strip(), "decision_missing", article="行政强制法25")
        require(at.astimezone(zone).date() <= self.limit_on, "docket_past_limit")
        return replace(self, extended=decision, limit_on=self.limit_on + timedelta(days=30))

    def close(self, at: datetime, outcome: str) -> Docket:
        """End the docket with a coded outcome."""
        require(self.open, "docket_closed")
        require(outcome in OUTCOMES, "outcome_unknown", outcome=outcome)
        return replace(self, closed_at=at, outcome=outcome)


def _of_a_day(start: datetime) -> Due:
    day = timedelta(hours=REPORT_HOURS)
    return Due(start + day, start + day * 4 / 5, provisional=False)


def limit_day(kind: DocketKind, opened_at: datetime, clock: WorkClock) -> date:
    """The last local day: seizure 30 (强制法 25), penalty 90 (处罚法 60) calendar days, not rolled;
    registration 7 working days (处罚法 56); crime 3 days; coercion report 1 day (强制法 19).
    """
    day = opened_at.astimezone(clock.zone).date()
    if kind is DocketKind.REGISTRATION:
        return clock.due(opened_at, Limit.parse("7wd")).at.astimezone(clock.zone).date()
    days = {DocketKind.SEIZURE: 30, DocketKind.PENALTY: 90, DocketKind.CRIME: 3}
    return day + timedelta(days=days.get(kind, 1))


def report_due(kind: DocketKind, opened_at: datetime) -> datetime | None:
    """Coercion on the spot is reported within 24 hours (行政强制法 19); UTC."""
    if kind in (DocketKind.SEIZURE, DocketKind.COERCION):
        return opened_at + timedelta(hours=REPORT_HOURS)
    return None
